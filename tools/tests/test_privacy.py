"""What an operator's commands ask of the functions, and what they print, with a client that only pretends."""

import io
import json
import stat
import sys
import tempfile
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from infra import privacy

OFFICE = "off_01jnb000000000000000000000"
CONTACT = "con_01jnb000000000000000000000"
MEMBER = "mem_01jnb000000000000000000000"


class Missing(Exception):
    """There is no such function."""


class Busy(Exception):
    """Too many calls."""


class Exceptions:
    ResourceNotFoundException = Missing
    TooManyRequestsException = Busy


class Client:
    """Answers what it was given, in order, and keeps what it was asked."""

    exceptions = Exceptions

    def __init__(self, *answers: dict | Exception) -> None:
        self.answers = list(answers)
        self.asked: list[tuple[str, dict]] = []

    def invoke(self, FunctionName: str, Payload: bytes) -> dict:
        self.asked.append((FunctionName, json.loads(Payload)))
        answer = self.answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        failed = {"FunctionError": "Unhandled"} if "errorMessage" in answer else {}
        return {"Payload": io.BytesIO(json.dumps(answer).encode()), **failed}


def run(command: str, client: Client, folder: str = ".", **told: str) -> tuple[list[str], list[float]]:
    waited: list[float] = []
    return list(privacy.run(command, "sild", client, told, Path(folder), waited.append)), waited


class Commands(unittest.TestCase):
    def test_an_export_goes_on_with_its_cursor_until_it_is_done(self) -> None:
        part = {"done": False, "cursor": "next", "bucket": "b", "prefix": "x/o/e/", "written": {"task": 3}}
        client = Client(part, {**part, "done": True, "cursor": None, "written": {"task": 5, "file": 1}})
        lines, _ = run("export-office", client, OFFICE=OFFICE)
        event = {"office_id": OFFICE}
        self.assertEqual(
            client.asked,
            [("sild-export_office", event), ("sild-export_office", {**event, "cursor": "next"})],
        )
        self.assertEqual(lines[:2], ["so far: 3 lines below s3://b/x/o/e/", "done: 6 lines below s3://b/x/o/e/"])
        self.assertIn("s3://b/x/o/e/ ", lines[2])
        self.assertIn(f"s3://b/o/{OFFICE.removeprefix('off_')}/ ", lines[3])

    def test_erasing_an_office_repeats_its_name_and_waits_as_long_as_it_is_told(self) -> None:
        closed = {"done": False, "wait_seconds": 360, "items": 0, "objects": 0}
        client = Client(
            closed,
            {**closed, "wait_seconds": 0, "items": 7},
            {"done": True, "wait_seconds": 0, "items": 9, "objects": 2},
        )
        lines, waited = run("erase-office", client, OFFICE=OFFICE, NAME="Example Books")
        event = {"office_id": OFFICE, "name": "Example Books"}
        self.assertEqual(client.asked, [("sild-erase_office", event)] * 3)
        self.assertEqual(waited, [360])
        self.assertIn("360 seconds", lines[0])
        self.assertEqual(lines[1:], ["so far: 7 items and 0 files", "done: 9 items and 2 files"])

    def test_a_person_is_one_document_that_only_the_caller_can_read(self) -> None:
        first = {"done": False, "cursor": "next", "document": {"profile": [{"name": "Õie"}], "messages": [1]}}
        client = Client(first, {"done": True, "cursor": None, "document": {"profile": [], "messages": [2]}})
        with tempfile.TemporaryDirectory() as folder:
            lines, _ = run("export-person", client, folder, OFFICE=OFFICE, PERSON=CONTACT)
            file = Path(folder, f"{CONTACT}.json")
            self.assertEqual(json.loads(file.read_text()), {"profile": [{"name": "Õie"}], "messages": [1, 2]})
            self.assertEqual(stat.S_IMODE(file.stat().st_mode), 0o600)
        self.assertEqual(client.asked[0], ("sild-export_person", {"office_id": OFFICE, "contact_id": CONTACT}))
        self.assertNotIn("Õie", "".join(lines))

    def test_a_member_is_erased_by_their_own_kind_of_id(self) -> None:
        client = Client({"done": True, "cursor": None, "items": 4})
        lines, _ = run("erase-person", client, OFFICE=OFFICE, PERSON=MEMBER)
        self.assertEqual(client.asked, [("sild-erase_person", {"office_id": OFFICE, "member_id": MEMBER})])
        self.assertEqual(lines, ["done: 4 items"])

    def test_what_is_missing_or_malformed_calls_nothing(self) -> None:
        for command, told in (
            ("export-office", {}),
            ("export-office", {"OFFICE": "books"}),
            ("export-office", {"OFFICE": CONTACT}),
            ("erase-office", {"OFFICE": OFFICE}),
            ("erase-office", {"OFFICE": OFFICE, "NAME": " "}),
            ("erase-person", {"OFFICE": OFFICE}),
            ("erase-person", {"OFFICE": OFFICE, "PERSON": OFFICE}),
        ):
            with self.subTest(command=command, told=told):
                client = Client()
                with self.assertRaises(privacy.PrivacyError):
                    run(command, client, **told)
                self.assertEqual(client.asked, [])

    def test_a_refusal_is_told_in_the_words_of_the_function(self) -> None:
        refused = {"errorType": "&str", "errorMessage": f"there is no office {OFFICE}: nothing was done"}
        with self.assertRaisesRegex(privacy.PrivacyError, "there is no office"):
            run("export-office", Client(refused), OFFICE=OFFICE)
        with self.assertRaisesRegex(privacy.PrivacyError, "no function sild-export_office"):
            run("export-office", Client(Missing()), OFFICE=OFFICE)

    def test_a_busy_function_is_called_again_a_few_times(self) -> None:
        done = {"done": True, "cursor": None, "items": 0}
        client = Client(Busy(), Busy(), done)
        _, waited = run("erase-person", client, OFFICE=OFFICE, PERSON=CONTACT)
        self.assertEqual(waited, [2, 4])
        with self.assertRaisesRegex(privacy.PrivacyError, "busy"):
            run("erase-person", Client(Busy(), Busy(), Busy()), OFFICE=OFFICE, PERSON=CONTACT)


if __name__ == "__main__":
    unittest.main()
