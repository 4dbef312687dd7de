"""The four areas' binaries, of the Cargo profile that PROFILE names.

python3 -m infra.rehearsal.build
"""

import json
import os
import subprocess
from pathlib import Path

from infra.rehearsal.cloud import ROOT

AREAS = ("public", "portal", "office", "jobs")
# `dev` finds what `make test` has built; `release` is what a process is measured by.
PROFILE = os.environ.get("PROFILE", "dev")
WHOLE = ["--workspace", "--all-targets"]
AREAS_ALONE = [argument for area in AREAS for argument in ("--package", f"sild-{area}")]


class BuildError(Exception):
    """Says what was not built."""


def build() -> Path:
    """Builds them; where they are."""
    command = ["cargo", "build", "--profile", PROFILE, "--locked", *(WHOLE if PROFILE == "dev" else AREAS_ALONE)]
    command += ["--message-format", "json-render-diagnostics"]
    told = subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True).stdout
    made = [json.loads(line) for line in told.splitlines()]
    programs = [Path(one["executable"]) for one in made if one.get("executable")]
    folders = {program.parent for program in programs if program.name in AREAS}
    if len(folders) != 1:
        raise BuildError(f"the binaries are in {folders}")
    return folders.pop()


if __name__ == "__main__":
    print(build())
