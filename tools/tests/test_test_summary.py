"""The counting of `make test`, on what the runners print."""

import json
import sys
import tempfile
import unittest
import unittest.mock
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import test_summary as summary

NO_REPORT = Path("no-report.json")


class Counting(unittest.TestCase):
    def report(self, told: dict) -> Path:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        file = Path(folder.name) / "report.json"
        file.write_text(json.dumps(told))
        return file

    def test_a_gate_is_one_test(self) -> None:
        self.assertEqual(summary.gate(0, "", NO_REPORT), (1, 0))
        self.assertEqual(summary.gate(2, "", NO_REPORT), (0, 1))

    def test_nextest(self) -> None:
        text = "     Summary [   0.119s] 7 tests run: 4 passed (1 slow), 2 failed, 1 timed out, 3 skipped\n"
        self.assertEqual(summary.nextest(100, text, NO_REPORT), (4, 3))
        self.assertEqual(summary.nextest(0, "Summary [ 1.2s] 1 test run: 1 passed, 0 skipped", NO_REPORT), (1, 0))

    def test_nextest_that_does_not_compile_is_one_failure(self) -> None:
        self.assertEqual(summary.nextest(101, "error: could not compile", NO_REPORT), (0, 1))

    def test_doctests_of_all_crates_are_added(self) -> None:
        text = "test result: ok. 3 passed; 0 failed; 0 ignored\ntest result: FAILED. 1 passed; 2 failed; 0 ignored\n"
        self.assertEqual(summary.doctest(101, text, NO_REPORT), (4, 2))
        self.assertEqual(summary.doctest(0, "", NO_REPORT), (0, 0))
        self.assertEqual(summary.doctest(101, "error", NO_REPORT), (0, 1))

    def test_unittest(self) -> None:
        self.assertEqual(summary.unittest(0, "Ran 12 tests in 0.1s\n\nOK\n", NO_REPORT), (12, 0))
        text = "Ran 12 tests in 0.1s\n\nFAILED (failures=1, errors=2)\n"
        self.assertEqual(summary.unittest(1, text, NO_REPORT), (9, 3))
        self.assertEqual(summary.unittest(1, "Traceback", NO_REPORT), (0, 1))

    def test_vitest_counts_files_that_cannot_be_loaded(self) -> None:
        file = self.report(
            {
                "numPassedTests": 5,
                "numFailedTests": 1,
                "testResults": [
                    {"status": "failed", "assertionResults": [{}]},
                    {"status": "failed", "assertionResults": []},
                ],
            }
        )
        self.assertEqual(summary.vitest(1, "", file), (5, 2))

    def test_playwright_takes_a_flaky_test_for_failed(self) -> None:
        file = self.report({"stats": {"expected": 7, "unexpected": 1, "flaky": 1, "skipped": 2}, "errors": []})
        self.assertEqual(summary.playwright(1, "", file), (7, 2))

    def test_a_runner_that_ran_nothing_has_failed(self) -> None:
        self.assertEqual(summary.playwright(0, "", NO_REPORT), (0, 1))
        self.assertEqual(summary.vitest(0, "", self.report({"numPassedTests": 0})), (0, 1))
        self.assertEqual(summary.nextest(0, "Summary [ 0s] 0 tests run: 0 passed", NO_REPORT), (0, 1))


EVERY_STEP = (
    *summary.CARGO_LANE,
    *summary.HOUSE_LANE,
    *summary.WEB_LANE,
    *summary.ALONE,
    *summary.LAST,
    *summary.CLOUD,
)


class Parts(unittest.TestCase):
    def test_every_part_names_steps_that_exist(self) -> None:
        known = {step.name for step in EVERY_STEP}
        for part, steps in summary.PARTS.items():
            self.assertLessEqual(steps, known, part)

    def test_every_step_has_a_name_of_its_own(self) -> None:
        names = [step.name for step in EVERY_STEP]
        self.assertEqual(len(names), len(set(names)))

    def test_a_command_that_is_not_there_fails(self) -> None:
        step = summary.Step("missing-command", ["sild-no-such-command"])
        summary.LOGS.mkdir(parents=True, exist_ok=True)
        self.assertEqual(summary._execute(step), 127)
        self.assertIn("could not be started", step.log.read_text())
        step.log.unlink()

    def test_a_step_that_takes_too_long_may_end_what_it_started(self) -> None:
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        ended = Path(folder.name) / "ended"
        program = (
            "import pathlib, signal, sys, time\n"
            f"def end(*_):\n    pathlib.Path({str(ended)!r}).touch()\n    sys.exit(1)\n"
            "signal.signal(signal.SIGTERM, end)\n"
            "time.sleep(60)\n"
        )
        step = summary.Step("too-long", [sys.executable, "-c", program])
        summary.LOGS.mkdir(parents=True, exist_ok=True)
        self.addCleanup(step.log.unlink)
        with unittest.mock.patch.object(summary, "LONGEST_SECONDS", 2):
            self.assertEqual(summary._execute(step), 124)
        self.assertTrue(ended.exists())


if __name__ == "__main__":
    unittest.main()
