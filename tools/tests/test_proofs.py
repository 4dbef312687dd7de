"""The page of requirements is held against what ran."""

import sys
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import proofs

OPERATIONS = {"assign_task", "announce_tasks"}
# Stands beside this test for one that a row names: the programme of clocks cites S33 and S41.
CLOCKS = "api/jobs/change_of_clocks"


def page(ids: str = "S33, S41", operations: str = "`assign_task`", proof: str = f"`{CLOCKS}`") -> str:
    return f"| ids | what | operations | proof |\n|---|---|---|---|\n| {ids} | told | {operations} | {proof} |\n"


def page_with_screens(ids: str = "S33", screens: str = "office: a task", proof: str = f"`{CLOCKS}`") -> str:
    cells = f"| {ids} | told | `assign_task` | {screens} | {proof} |"
    return f"| ids | what | operations | screens | proof |\n|---|---|---|---|---|\n{cells}\n"


def ran(*, ok: bool = True) -> proofs.Ran:
    return proofs.Ran(rust=[("sild-tests::api", "jobs::change_of_clocks::tallinn", ok)])


def about(text: str, run: proofs.Ran) -> list[str]:
    """What is found, but for the requirements that the little page leaves out."""
    return [one for one in proofs.problems(text, run, OPERATIONS) if not one.endswith(" is missing")]


class Proofs(unittest.TestCase):
    def test_a_row_whose_tests_ran_and_cite_it_holds(self) -> None:
        self.assertEqual(about(page(), ran()), [])

    def test_every_requirement_has_to_be_there(self) -> None:
        found = proofs.problems(page(), ran(), OPERATIONS)
        self.assertEqual(len([one for one in found if one.endswith(" is missing")]), 65)
        self.assertIn("S34 is missing", found)

    def test_one_that_is_none_is_named(self) -> None:
        found = about(page(ids="S33, S68"), ran())
        self.assertIn("S68 is none of the requirements", found)

    def test_a_test_that_failed_did_not_run_or_is_not_there_proves_nothing(self) -> None:
        self.assertEqual(about(page(), ran(ok=False)), [f"S33, S41: a test of `{CLOCKS}` failed"])
        self.assertEqual(about(page(), proofs.Ran()), [f"S33, S41: no test of `{CLOCKS}` ran"])
        gone = about(page(proof=f"`{CLOCKS}`, `api/jobs/gone`"), ran())
        self.assertEqual(gone, ["S33, S41: there is no `api/jobs/gone`"])

    def test_a_requirement_that_no_test_of_its_row_cites_is_named(self) -> None:
        self.assertEqual(about(page(ids="S33, S20"), ran()), ["S20: no test of its row cites it"])

    def test_a_row_with_a_screen_needs_a_journey_that_cites_each_of_its_ids(self) -> None:
        journey = "e2e/bulk-task.spec.ts"
        run = ran()
        run.web.append((f"web/{journey}", True))
        walked = page_with_screens(ids="S30, S33", proof=f"`{CLOCKS}`, `{journey}`")
        self.assertEqual(about(walked, run), ["S33: no journey of its row cites it"])
        self.assertEqual(about(page_with_screens(ids="S30", proof=f"`{journey}`"), run), [])
        # Without a screen nobody can walk there.
        self.assertEqual(about(page(), run), [])
        self.assertEqual(about(page_with_screens(screens=""), run), [])

    def test_an_operation_that_is_not_there_is_named(self) -> None:
        found = about(page(operations="`assign_task`, `assign`"), ran())
        self.assertEqual(found, ["S33, S41: there is no operation or job `assign`"])
        self.assertEqual(about(page(operations="drawn in the app"), ran()), ["S33, S41: no operation carries it"])

    def test_ranges_are_read(self) -> None:
        self.assertEqual(proofs.rows_of(page(ids="S3–S5, S7"))[0].ids, ["S3", "S4", "S5", "S7"])

    def test_places_lead_to_the_tests_of_each_runner(self) -> None:
        run = proofs.Ran(
            rust=[
                ("sild-tests::api", "office::tasks::assign_task::one", True),
                ("sild-domain", "recurrence::tests::two", True),
                ("sild-domain::brand_vectors", "three", False),
                ("sild-tests::matrix", "four", True),
            ],
            web=[("web/e2e/journey.spec.ts", True), ("web/apps/portal/test/auth.test.tsx", False)],
            scripts={"tools/glossary.py": True},
        )
        for proof, outcomes in (
            ("api/office/tasks", [True]),
            ("api/office/series", []),
            ("shared/domain/src/recurrence", [True]),
            ("shared/domain/tests/brand_vectors.rs", [False]),
            ("matrix", [True]),
            ("e2e/journey.spec.ts", [True]),
            ("web/apps/portal/test", [False]),
            ("tools/glossary.py", [True]),
        ):
            self.assertEqual(proofs.outcomes_of(proofs.place_of(proof), run), outcomes, proof)


if __name__ == "__main__":
    unittest.main()
