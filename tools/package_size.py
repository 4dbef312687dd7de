"""Holds the packages of the four areas against the least that a function with one call of DynamoDB can be.

    python3 tools/package_size.py

Needs `make package`. Builds shared/runtime/examples/minimal.rs with the same profile for the same C library, and ends
with 1 when an area's package is too far above it. The figures are kept in target/package-size.json.
"""

import json
import platform
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
# How far above the least each area may be: what it was when it was last looked at (docs/performance.md), and little
# more, so that none grows unseen.
ABOVE_LEAST_BYTES = {"public": 1_750_000, "portal": 2_650_000, "office": 3_700_000, "jobs": 3_950_000}
AREAS = tuple(ABOVE_LEAST_BYTES)
PROFILE = "dist"


def minimal() -> Path:
    """Builds the least function; where its program is."""
    command = ["cargo", "build", "--locked", "--profile", PROFILE, "--package", "sild-runtime", "--example", "minimal"]
    # As cargo-lambda does: the same folder, so that what the areas were made of is not built again.
    command += ["--target", f"{platform.machine()}-unknown-linux-gnu", "--message-format", "json-render-diagnostics"]
    told = subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True).stdout
    made = (json.loads(line) for line in told.splitlines())
    [program] = [one["executable"] for one in made if one.get("executable")]
    return Path(program)


def zipped(program: Path) -> int:
    """The size of a package with nothing but the program, in bytes."""
    with tempfile.NamedTemporaryFile(suffix=".zip") as file:
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
            package.write(program, "bootstrap")
        return Path(file.name).stat().st_size


def program_of(package: Path) -> int:
    """The size of the program in a package, compressed, in bytes."""
    with zipfile.ZipFile(package) as archive:
        return archive.getinfo("bootstrap").compress_size


def main() -> int:
    missing = [area for area in AREAS if not (ROOT / f"build/{area}.zip").exists()]
    if missing:
        print(f"package_size: no package of {', '.join(missing)}: make package", file=sys.stderr)
        return 2
    least = zipped(minimal())
    sizes = {area: program_of(ROOT / f"build/{area}.zip") for area in AREAS}
    print(f"minimal  {least:>9} bytes")
    over = [area for area, size in sizes.items() if size - least > ABOVE_LEAST_BYTES[area]]
    for area, size in sizes.items():
        mark = f"OVER {ABOVE_LEAST_BYTES[area]}" if area in over else "ok"
        print(f"{area:<8} {size:>9} bytes, {size - least:>8} above: {mark}")
    (ROOT / "target/package-size.json").write_text(json.dumps({"minimal": least, **sizes}, indent=1))
    return int(bool(over))


if __name__ == "__main__":
    sys.exit(main())
