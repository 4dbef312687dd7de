"""Holds docs/requirements.md against what ran: every requirement is there, and its tests were green and name it.

    python3 tools/proofs.py     after the tests of `make test`, whose reports it reads

A row's last column names tests by file or folder: `api/…`, `matrix`, `contract` and `events` below `tests/`, `e2e/…`
below `web/`, and whole paths for tests beside the code. Each has to hold a test that ran, none that failed, and among
the tests of a row every requirement of the row has to be cited: `S33` in a name or a comment; where the row names a
screen, in a journey below `e2e/` too. A check that is a script of `tools/` has to have been a green step.
"""

import json
import re
import sys
from dataclasses import dataclass, field
from pathlib import Path
from xml.etree import ElementTree

ROOT = Path(__file__).resolve().parent.parent
JOURNEYS = Path("web/e2e")
PAGE = ROOT / "docs/requirements.md"
LOGS = ROOT / "target/test"
NEXTEST = ROOT / "target/nextest/default/junit.xml"
REQUIREMENTS = tuple(f"S{number}" for number in range(1, 68))
# A row of more cells than these has one for its screens.
SCREENS_FROM = 4
# The folders of `tests/` that are a test program each.
PROGRAMS = ("api", "matrix", "contract", "events")


@dataclass
class Row:
    """A row of the page."""

    ids: list[str]
    operations: list[str]
    screens: str
    proofs: list[str]


@dataclass
class Ran:
    """What one run of all tests told: each test by where it stands, and whether it passed."""

    # (binary id, path of modules and name) of nextest, as `sild-tests::api` and `office::tasks::…`.
    rust: list[tuple[str, str, bool]] = field(default_factory=list)
    # (file, as a path below the project) of vitest and Playwright.
    web: list[tuple[str, bool]] = field(default_factory=list)
    # Scripts that are a step of test_summary.py by themselves.
    scripts: dict[str, bool] = field(default_factory=dict)


def rows_of(page: str) -> list[Row]:
    """The rows of every table whose first column names requirements."""
    rows = []
    for line in page.splitlines():
        cells = [cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]]
        if len(cells) < 4 or not re.match(r"S\d", cells[0]):
            continue
        screens = cells[3] if len(cells) > SCREENS_FROM else ""
        rows.append(Row(_ids(cells[0]), _quoted(cells[2]), screens, _quoted(cells[-1])))
    return rows


def _ids(cell: str) -> list[str]:
    """`S3–S5, S7` → S3, S4, S5, S7."""
    ids = []
    for part in cell.split(","):
        numbers = [int(number) for number in re.findall(r"S(\d+)", part)]
        ids += [f"S{number}" for number in range(numbers[0], numbers[-1] + 1)] if numbers else []
    return ids


def _quoted(cell: str) -> list[str]:
    return re.findall(r"`([^`]+)`", cell)


def place_of(proof: str) -> Path:
    """Where a named test stands."""
    head = proof.split("/")[0]
    if head in PROGRAMS:
        return Path("tests") / proof
    return Path("web") / proof if head == "e2e" else Path(proof)


def sources_of(place: Path) -> list[Path]:
    """The files of a named test: itself, all of a folder, or a Rust module with or without one."""
    whole = ROOT / place
    found = [whole.with_name(whole.name + ".rs")] if not whole.suffix else []
    found += [whole] if whole.is_file() else sorted(whole.rglob("*")) if whole.is_dir() else []
    return [path for path in found if path.is_file() and path.suffix in {".rs", ".ts", ".tsx", ".py", ".snap"}]


def outcomes_of(place: Path, ran: Ran) -> list[bool]:
    """How the tests of a place ended."""
    parts = list(place.with_suffix("").parts)
    if parts[0] == "web":
        below = place.as_posix()
        return [ok for file, ok in ran.web if file == below or file.startswith(f"{below}/")]
    if parts[0] == "tools":
        return [ok for script, ok in ran.scripts.items() if script == place.as_posix()]
    if parts[0] == "tests":
        return _rust(ran, f"sild-tests::{parts[1]}", parts[2:])
    crate = "sild-" + parts[1]
    if parts[2] == "tests":
        return _rust(ran, f"{crate}::{parts[3]}", parts[4:]) if len(parts) > 3 else []
    return _rust(ran, crate, parts[3:])


def _rust(ran: Ran, binary: str, modules: list[str]) -> list[bool]:
    modules = [module for module in modules if module not in {"mod", "lib", "main"}]
    prefix = "".join(f"{module}::" for module in modules)
    return [ok for program, name, ok in ran.rust if program == binary and name.startswith(prefix)]


def problems(page: str, ran: Ran, operations: set[str]) -> list[str]:
    """All that the page says and the run does not."""
    rows = rows_of(page)
    found = []
    named = [requirement for row in rows for requirement in row.ids]
    found += [f"{one} is missing" for one in REQUIREMENTS if one not in named]
    found += [f"{one} is none of the requirements" for one in named if one not in REQUIREMENTS]
    for row in rows:
        who = ", ".join(row.ids)
        found += [f"{who}: there is no operation or job `{one}`" for one in row.operations if one not in operations]
        if not row.operations:
            found.append(f"{who}: no operation carries it")
        if not row.proofs:
            found.append(f"{who}: no test proves it")
        cited: set[str] = set()
        walked: set[str] = set()
        for proof in row.proofs:
            place = place_of(proof)
            sources = sources_of(place)
            outcomes = outcomes_of(place, ran)
            if not sources:
                found.append(f"{who}: there is no `{proof}`")
            elif not outcomes:
                found.append(f"{who}: no test of `{proof}` ran")
            elif not all(outcomes):
                found.append(f"{who}: a test of `{proof}` failed")
            for source in sources:
                cited.update(_cited(source.read_text()))
                if place.is_relative_to(JOURNEYS):
                    walked.update(_cited(source.read_text()))
        found += [f"{one}: no test of its row cites it" for one in row.ids if one not in cited]
        if row.screens:
            found += [f"{one}: no journey of its row cites it" for one in row.ids if one in cited - walked]
    return found


def _cited(text: str) -> list[str]:
    """The requirements that a text names, those of `S16 to S18` between them too."""
    ids = re.findall(r"\bS\d{1,2}\b", text)
    for first, last in re.findall(r"\bS(\d{1,2})(?: to |–)S(\d{1,2})\b", text):
        ids += [f"S{number}" for number in range(int(first), int(last) + 1)]
    return ids


def read_run() -> Ran:
    """The reports of the run that has just ended; one that is missing has told nothing."""
    ran = Ran()
    if NEXTEST.is_file():
        for suite in ElementTree.parse(NEXTEST).getroot().iter("testsuite"):
            for case in suite.iter("testcase"):
                ok = case.find("failure") is None and case.find("error") is None
                ran.rust.append((suite.get("name", ""), case.get("name", ""), ok))
    for told in _json(LOGS / "vitest.json").get("testResults", []):
        ran.web.append((Path(told["name"]).relative_to(ROOT).as_posix(), told["status"] == "passed"))
    for suite in _json(LOGS / "e2e.json").get("suites", []):
        ran.web.append((f"web/e2e/{suite['file']}", all(_specs(suite))))
    for step, ok in _json(LOGS / "outcomes.json").items():
        ran.scripts[f"tools/{step.replace('-', '_')}.py"] = ok
    return ran


def _specs(suite: dict) -> list[bool]:
    inner = [ok for one in suite.get("suites", []) for ok in _specs(one)]
    return inner + [bool(spec["ok"]) for spec in suite.get("specs", [])]


def _json(report: Path) -> dict:
    return json.loads(report.read_text()) if report.is_file() else {}


def read_operations() -> set[str]:
    """The names of all operations and jobs."""
    stack = (ROOT / "infra/stack/operations.toml").read_text()
    return set(re.findall(r"^(\w+) = \{", stack, re.MULTILINE))


def main() -> int:
    found = problems(PAGE.read_text(), read_run(), read_operations())
    print("\n".join(found) or f"{len(REQUIREMENTS)} requirements, each with tests that ran green and name it")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
