"""The rules of the house that no compiler knows: prints what breaks them, or that nothing does.

    python3 tools/house.py

Each rule is a function from a `House` to the list of its problems; tools/tests/test_house.py breaks each on purpose.
"""

import json
import re
import subprocess
import sys
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

ROOT = Path(__file__).resolve().parent.parent
MAX_LINES = 500
CODE = (".rs", ".ts", ".tsx", ".mjs", ".js", ".css", ".py", ".sh")
GENERATED = re.compile(r"\.gen\.ts$|schema\.d\.ts$|openapi\.json$|vectors\.json$|\.lock$|package-lock\.json$|^LICENSE-")
BINARY = (".png", ".jpg", ".jpeg", ".webp", ".ico", ".woff2", ".mp4", ".pdf", ".zip")

# Written in parts, so that this file does not break its own rule.
UNFINISHED = re.compile(r"\b(" + "|".join(("TO" + "DO", "FIX" + "ME", "XX" + "X", "HA" + "CK")) + r")\b")
REGISTRIES = tuple(
    ".".join(parts)
    for parts in (
        ("crates", "io"),
        ("npmjs", "org"),
        ("npmjs", "com"),
        ("pypi", "org"),
        ("pythonhosted", "org"),
    )
)
MACHINE_PATHS = tuple("/" + name + "/" for name in ("work", "root", "tmp"))

# Who may know whom. Each crate may use those named; dev-dependencies are free, but for the domain.
FUNCTIONS = ("sild-public", "sild-portal", "sild-office", "sild-jobs")
SHARED = {
    "sild-domain": (),
    "sild-store": ("sild-domain",),
    "sild-app": ("sild-domain", "sild-store"),
    "sild-http": ("sild-domain", "sild-store", "sild-app"),
    # The composition root: it puts the others together.
    "sild-runtime": ("sild-domain", "sild-store", "sild-app", "sild-http"),
}
DIRECTION: dict[str, tuple[str, ...]] = {
    **SHARED,
    **dict.fromkeys(FUNCTIONS, tuple(SHARED)),
    "sild-local": (*SHARED, *FUNCTIONS),
    "sild-tests": (*SHARED, *FUNCTIONS, "sild-local"),
}
# What would bring the network, a clock or AWS into the rules of the product.
NOT_IN_DOMAIN = re.compile(r"^(aws-|lambda_|tokio$|hyper|axum|reqwest$|getrandom$|rand$|tracing-subscriber$)")


@dataclass
class House:
    """The files of the project by path, and its crates as `cargo metadata` tells them."""

    files: dict[str, str]
    packages: list[dict]

    def named(self, *endings: str) -> Iterator[tuple[str, str]]:
        return ((path, text) for path, text in self.files.items() if path.endswith(endings))


def read_house() -> House:
    """Everything that git knows or would add."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    ).stdout.split("\0")
    files = {}
    for path in listed:
        file = ROOT / path
        if path and file.is_file() and not path.endswith(BINARY):
            files[path] = file.read_text(errors="replace")
    metadata = subprocess.run(
        ["cargo", "metadata", "--no-deps", "--format-version", "1"],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    return House(files, json.loads(metadata)["packages"])


def dependencies_point_inwards(house: House) -> list[str]:
    """domain ← store ← app ← http ← functions, never back."""
    problems = []
    for package in house.packages:
        name = package["name"]
        if name not in DIRECTION:
            problems.append(f"{name} has no place in the direction of dependencies: give it one in tools/house.py")
            continue
        for dependency in package["dependencies"]:
            other, is_dev = dependency["name"], dependency["kind"] == "dev"
            if other in DIRECTION and not is_dev and other not in DIRECTION[name]:
                problems.append(f"{name} depends on {other}, which is against the direction")
            if name == "sild-domain" and NOT_IN_DOMAIN.search(other):
                problems.append(f"sild-domain depends on {other}: it has no I/O, no clock and no AWS")
    return problems


def crates_share_the_lints(house: House) -> list[str]:
    """Every crate takes lints, version, edition and licence from the workspace."""
    problems = []
    for path, text in house.named("/Cargo.toml"):
        manifest = tomllib.loads(text)
        if manifest.get("lints") != {"workspace": True}:
            problems.append(f"{path} does not say `[lints] workspace = true`")
        for key in ("version", "edition", "rust-version", "license", "publish"):
            if manifest["package"].get(key) != {"workspace": True}:
                problems.append(f"{path} does not say `{key}.workspace = true`")
    return problems


def files_stay_short(house: House) -> list[str]:
    """A file that needs more lines is two files."""
    problems = []
    for path, text in house.named(*CODE):
        lines = text.count("\n")
        if lines > MAX_LINES and not GENERATED.search(path):
            problems.append(f"{path} has {lines} lines; {MAX_LINES} are the most")
    return problems


def nothing_is_unfinished(house: House) -> list[str]:
    """A mark for later is an issue that nobody sees."""
    return list(_matches(house, UNFINISHED, "is marked unfinished"))


def no_registry_is_named(house: House) -> list[str]:
    """Which mirror packages come from is the machine's business; lock files carry no address of it."""
    hosts = re.compile("|".join(re.escape(host) for host in REGISTRIES))
    problems = list(_matches(house, hosts, "names a package registry"))
    for path, text in house.named("package-lock.json"):
        if '"resolved": "http' in text:
            problems.append(f"{path} has addresses: run npm with omit-lockfile-registry-resolved")
    for path, text in house.named("Cargo.lock"):
        sources = set(re.findall(r'^source = "(.*)"$', text, re.MULTILINE))
        foreign = [source for source in sources if not source.endswith("/rust-lang/" + REGISTRIES[0] + "-index")]
        problems += [f"{path} has the source {source}" for source in sorted(foreign)]
    return problems


def no_machine_is_named(house: House) -> list[str]:
    """A path of one machine works on no other."""
    paths = re.compile(r"(?<![\w.$}{~/-])(" + "|".join(re.escape(path) for path in MACHINE_PATHS) + r")\w")
    return list(_matches(house, paths, "names a folder of one machine"))


def links_lead_somewhere(house: House) -> list[str]:
    """Every relative link of a page leads to a file that is there."""
    problems = []
    known = set(house.files) | {str(parent) for path in house.files for parent in PurePosixPath(path).parents}
    for path, text in house.named(".md"):
        for target in re.findall(r"\]\(([^)#\s]+)[^)]*\)", text):
            if re.match(r"[a-z]+:", target):
                continue
            joined = _joined(PurePosixPath(path).parent, target)
            if joined not in known and not (ROOT / joined).exists():
                problems.append(f"{path} links to {target}, which is not there")
    return problems


def _joined(folder: PurePosixPath, target: str) -> str:
    parts: list[str] = []
    for part in (folder / target).parts:
        if part == "..":
            parts = parts[:-1]
        else:
            parts.append(part)
    return "/".join(parts) or "."


def _matches(house: House, pattern: re.Pattern[str], what: str) -> Iterator[str]:
    for path, text in house.files.items():
        if GENERATED.search(path):
            continue
        for number, line in enumerate(text.splitlines(), 1):
            match = pattern.search(line)
            if match:
                yield f"{path}:{number} {what}: {match[0]}"


RULES: tuple[Callable[[House], list[str]], ...] = (
    dependencies_point_inwards,
    crates_share_the_lints,
    files_stay_short,
    nothing_is_unfinished,
    no_registry_is_named,
    no_machine_is_named,
    links_lead_somewhere,
)


def main() -> int:
    house = read_house()
    broken = 0
    for rule in RULES:
        problems = rule(house)
        broken += bool(problems)
        for problem in problems:
            print(f"{rule.__name__}: {problem}")
    print(f"house: {len(RULES) - broken} of {len(RULES)} rules hold over {len(house.files)} files")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
