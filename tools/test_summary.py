"""Runs the checks and tests, each to its end whatever the others say, and closes with one line: `N passed, N failed`.

    python3 tools/test_summary.py PART…    parts: see PARTS; `all` is everything

Each linter and build counts as one test, each test of a runner as one. A runner that ran no test has failed.
Everything that was printed is kept in target/test/<step>.log.
"""

import contextlib
import json
import os
import re
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LOGS = ROOT / "target/test"
VENV = ROOT / ".tools/venv/bin"
LONGEST_SECONDS = 40 * 60
# How long a step that is too long may take to end what it started.
SECONDS_TO_END = 20
SHOWN_LINES = 60
# Every template that is deployed.
TEMPLATES = ("template.yaml", "infra/edge/certificate.yaml", "infra/edge/edge.yaml", "infra/watch/watch.yaml")

Count = tuple[int, int]
# From (exit code, what was printed, the report file) to (passed, failed).
Counter = Callable[[int, str, Path], Count]


def gate(code: int, _text: str, _report: Path) -> Count:
    """A linter or a build: it holds or it does not."""
    return (1, 0) if code == 0 else (0, 1)


def nextest(code: int, text: str, _report: Path) -> Count:
    """`Summary [ 1.2s] 5 tests run: 3 passed, 1 failed, 1 timed out, 2 skipped`."""
    summaries = re.findall(r"Summary \[.*?\]\s+(?:\d+/)?\d+ tests? run: (.*)", _plain(text))
    told = re.findall(r"(\d+) (passed|failed|timed out|exec failed)", summaries[-1] if summaries else "")
    counts = {what: int(number) for number, what in told}
    passed = counts.pop("passed", 0)
    return _at_least_one(code, passed, sum(counts.values()))


def doctest(code: int, text: str, _report: Path) -> Count:
    """`test result: ok. 3 passed; 0 failed; …`, once for each crate. There need be none."""
    results = re.findall(r"test result: \w+\. (\d+) passed; (\d+) failed", _plain(text))
    passed, failed = (sum(int(result[place]) for result in results) for place in (0, 1))
    return passed, failed or int(code != 0)


def unittest(code: int, text: str, _report: Path) -> Count:
    """`Ran 12 tests in 0.1s`, then `OK` or `FAILED (failures=1, errors=1)`."""
    ran = re.findall(r"^Ran (\d+) tests? in", text, re.MULTILINE)
    failed = sum(int(number) for number in re.findall(r"(?:failures|errors)=(\d+)", text.rsplit("FAILED", 1)[-1]))
    return _at_least_one(code, int(ran[-1]) - failed if ran else 0, failed)


def vitest(code: int, _text: str, report: Path) -> Count:
    """The JSON report: a file that cannot be loaded fails without a test of its own."""
    told = _json(report)
    broken = sum(
        1 for file in told.get("testResults", []) if file["status"] == "failed" and not file["assertionResults"]
    )
    return _at_least_one(code, told.get("numPassedTests", 0), told.get("numFailedTests", 0) + broken)


def playwright(code: int, _text: str, report: Path) -> Count:
    """The JSON report: a test that passes only when tried again has failed."""
    told = _json(report)
    stats = told.get("stats", {})
    failed = stats.get("unexpected", 0) + stats.get("flaky", 0)
    return _at_least_one(code, stats.get("expected", 0), failed or len(told.get("errors", [])))


def _at_least_one(code: int, passed: int, failed: int) -> Count:
    """A runner that stopped before it counted, or ran nothing, is one failure."""
    if failed == 0 and (code != 0 or passed == 0):
        failed = 1
    return passed, failed


def _plain(text: str) -> str:
    return re.sub(r"\x1b\[[0-9;]*m", "", text)


def _json(report: Path) -> dict:
    try:
        return json.loads(report.read_text())
    except (OSError, ValueError):
        return {}


@dataclass
class Step:
    """One command. `{report}` in it becomes the file that its JSON report goes to."""

    name: str
    command: list[str]
    counter: Counter = gate
    folder: str = "."
    environment: dict[str, str] = field(default_factory=dict)

    @property
    def report(self) -> Path:
        return LOGS / f"{self.name}.json"

    @property
    def log(self) -> Path:
        return LOGS / f"{self.name}.log"


def _npm(name: str, script: str) -> Step:
    return Step(name, ["npm", "run", "--silent", script], folder="web")


# Compilers and linters wait for each other little: a lane for cargo beside one for Python's tools and one for npm's.
CARGO_LANE = [
    Step("rustfmt", ["cargo", "fmt", "--all", "--check"]),
    Step("cargo-deny", ["cargo-deny", "--locked", "check", "bans", "licenses", "sources"]),
    Step("clippy", ["cargo", "clippy", "--workspace", "--all-targets", "--locked", "--", "-D", "warnings"]),
    Step("rust-build", ["cargo", "build", "--workspace", "--all-targets", "--locked"]),
]
HOUSE_LANE = [
    Step("template-fresh", ["python3", "tools/template.py", "--check"]),
    Step("cfn-lint", ["cfn-lint", *TEMPLATES]),
    Step(
        "template-rules",
        [str(VENV / "python"), "tools/template_rules.py", "--expanded", "target/test/expanded.json"],
    ),
    Step("cfn-lint-expanded", ["cfn-lint", "target/test/expanded.json"]),
    Step("checkov", [str(ROOT / ".tools/checkov/bin/checkov"), "--config-file", "tools/checkov.yaml"]),
    Step("ruff-format", ["ruff", "format", "--check", "tools", "infra"]),
    Step("ruff", ["ruff", "check", "tools", "infra"]),
    Step("house", ["python3", "tools/house.py"]),
    Step("glossary", ["python3", "tools/glossary.py"]),
    Step("tools", [str(VENV / "python"), "-m", "unittest", "discover", "-s", "tools/tests"], unittest),
]
WEB_LANE = [
    _npm("biome", "lint"),
    _npm("knip", "unused"),
    _npm("tsc", "types"),
    _npm("web-fresh", "fresh"),
    Step("web-build", ["make", "--no-print-directory", "web"]),
    _npm("web-size", "size"),
]
# What measures time or drives a browser runs alone.
ALONE = [
    Step("nextest", ["cargo", "nextest", "run", "--workspace", "--locked"], nextest),
    Step("doctest", ["cargo", "test", "--doc", "--workspace", "--locked", "--no-fail-fast"], doctest),
    Step(
        "vitest",
        [
            "npm",
            "run",
            "--silent",
            "test",
            "--",
            "--reporter=default",
            "--reporter=json",
            "--outputFile.json={report}",
        ],
        vitest,
        folder="web",
    ),
    Step(
        "e2e",
        ["npm", "run", "--silent", "e2e", "--", "--reporter=list,json"],
        playwright,
        folder="web",
        environment={"PLAYWRIGHT_JSON_OUTPUT_FILE": "{report}", "PLAYWRIGHT_JSON_OUTPUT_NAME": "{report}"},
    ),
]

# Reads what all the others told.
LAST = [Step("proofs", ["python3", "tools/proofs.py"])]

CLOUD_PYTHON = str(ROOT / ".tools/cloud/bin/python")
# Takes long and needs tools of its own: run by itself, not with `all`.
CLOUD = [
    Step("cloud-build", [CLOUD_PYTHON, "-m", "infra.rehearsal.build"]),
    Step("cloud", [CLOUD_PYTHON, "-m", "unittest", "discover", "-v", "-t", ".", "-s", "infra/rehearsal"], unittest),
]

CHECK_RUST = {"rustfmt", "cargo-deny", "clippy"}
CHECK_HOUSE = {
    "template-fresh",
    "cfn-lint",
    "template-rules",
    "cfn-lint-expanded",
    "checkov",
    "house",
    "glossary",
    "ruff-format",
    "ruff",
    "tools",
}
CHECK_WEB = {"biome", "knip", "tsc", "web-fresh"}
PARTS = {
    "check": CHECK_RUST | CHECK_HOUSE | CHECK_WEB,
    "check-rust": CHECK_RUST,
    "check-house": CHECK_HOUSE,
    "check-web": CHECK_WEB,
    "test-rust": {"nextest", "doctest"},
    "test-web": CHECK_WEB | {"vitest", "web-build", "web-size"},
    "cloud": {step.name for step in CLOUD},
    "e2e": {"web-build", "rust-build", "e2e"},
    "all": {step.name for step in (*CARGO_LANE, *HOUSE_LANE, *WEB_LANE, *ALONE, *LAST)},
}


class Run:
    """Counts what the steps tell, and shows each as it ends."""

    def __init__(self) -> None:
        self.passed = 0
        self.failed = 0
        self.outcomes: dict[str, bool] = {}
        self._lock = threading.Lock()

    def step(self, step: Step) -> None:
        started = time.monotonic()
        step.report.unlink(missing_ok=True)
        code = _execute(step)
        text = step.log.read_text(errors="replace")
        passed, failed = step.counter(code, text, step.report)
        with self._lock:
            self.passed += passed
            self.failed += failed
            self.outcomes[step.name] = failed == 0
            (LOGS / "outcomes.json").write_text(json.dumps(self.outcomes))
            mark = "FAIL" if failed else "ok  "
            seconds = time.monotonic() - started
            print(f"{mark} {step.name:<18} {passed:>5} passed {failed:>3} failed {seconds:>7.1f} s", flush=True)
            if failed:
                print("\n".join(f"     | {line}" for line in _plain(text).splitlines()[-SHOWN_LINES:]))
                print(f"     all of it: {step.log.relative_to(ROOT)}", flush=True)

    def lane(self, steps: list[Step]) -> None:
        for step in steps:
            self.step(step)


def _execute(step: Step) -> int:
    environment = {**os.environ, "PATH": f"{VENV}{os.pathsep}{os.environ['PATH']}"}
    environment |= {key: value.format(report=step.report) for key, value in step.environment.items()}
    command = [part.replace("{report}", str(step.report)) for part in step.command]
    with step.log.open("w") as log:
        try:
            process = subprocess.Popen(
                command,
                cwd=ROOT / step.folder,
                env=environment,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        except OSError as error:
            log.write(f"{command[0]} could not be started: {error}\n")
            return 127
        try:
            return process.wait(LONGEST_SECONDS)
        except subprocess.TimeoutExpired:
            log.write(f"\nended after {LONGEST_SECONDS} s\n")
            return 124
        finally:
            _end_group(process)


def _end_group(process: subprocess.Popen) -> None:
    """Ends what a step left running: servers, browsers. One that is late may end what it started itself."""
    if process.poll() is None:
        process.terminate()
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(SECONDS_TO_END)
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)


def main(parts: list[str]) -> int:
    unknown = [part for part in parts if part not in PARTS]
    if unknown or not parts:
        print(f"parts are {', '.join(PARTS)}", file=sys.stderr)
        return 2
    chosen = set().union(*(PARTS[part] for part in parts))
    LOGS.mkdir(parents=True, exist_ok=True)
    run = Run()
    lanes = [[step for step in lane if step.name in chosen] for lane in (CARGO_LANE, HOUSE_LANE, WEB_LANE)]
    threads = [threading.Thread(target=run.lane, args=(lane,)) for lane in lanes]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    run.lane([step for step in (*ALONE, *LAST, *CLOUD) if step.name in chosen])
    print(f"{run.passed} passed, {run.failed} failed", flush=True)
    return 1 if run.failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
