"""Each function's process on its own: its memory, and that its start opens what its first request needs."""

import json
import tomllib
import unittest
import zipfile
from pathlib import Path

from infra.rehearsal.build import PROFILE
from infra.rehearsal.process import Seen, live_once
from infra.rehearsal.running import scene
from infra.rehearsal.scene import event_of, set_scene
from infra.rehearsal.stack import ROOT, Stack

FUNCTIONS = sorted(file.stem for file in (ROOT / "events").glob("*.json"))
AREA_OF = {
    function: area
    for area, functions in tomllib.loads((ROOT / "infra/stack/operations.toml").read_text()).items()
    if area != "areas"
    for function in functions
}
LIVES = 3
# What is deployed is built as a release is; the tests' own code is larger, and only watched for growing.
RESIDENT_LIMIT_KB = 36_000 if PROFILE == "dev" else 25_000


class Processes(unittest.TestCase):
    seen: dict[str, Seen]

    @classmethod
    def setUpClass(cls) -> None:
        deployed = scene()
        cls.seen = {}
        for function in FUNCTIONS:
            cls.seen[function] = _best_life(deployed, function)
        (ROOT / "target/functions.json").write_text(
            json.dumps({name: vars(one) | {"answer": None} for name, one in cls.seen.items()}, indent=1)
        )

    def test_each_does_its_work(self) -> None:
        for function, one in self.seen.items():
            with self.subTest(function):
                if "statusCode" in (one.answer or {}):
                    self.assertLess(one.answer["statusCode"], 300, one.answer)
                else:
                    self.assertNotIn("errorType", one.answer or {})

    def test_each_fits_into_its_memory(self) -> None:
        for function, one in self.seen.items():
            with self.subTest(function):
                self.assertLessEqual(one.resident_kb, RESIDENT_LIMIT_KB)

    def test_the_first_request_opens_no_connection_that_the_start_could_have_opened(self) -> None:
        for function, one in self.seen.items():
            with self.subTest(function):
                self.assertGreaterEqual(one.at_start, 1)
                # Nobody waits for a job: what it needs beside the table it opens while it works.
                if AREA_OF[function] != "jobs":
                    self.assertEqual(one.for_event, 0)


def _best_life(deployed: Stack, function: str) -> Seen:
    """A call may open a connection while another's becomes free: what never happens without need happens in no life."""
    lives = []
    for _ in range(LIVES):
        set_scene(deployed, function)
        lives.append(_live(deployed, function))
        if lives[-1].for_event == 0 or AREA_OF[function] == "jobs":
            break
    return min(lives, key=lambda one: one.for_event)


def _live(deployed: Stack, function: str) -> Seen:
    name = f"{deployed.name}-{function}"
    told = deployed.cloud.client("lambda").get_function_configuration(FunctionName=name)
    return live_once(
        _unpacked(deployed, AREA_OF[function]),
        told["Handler"],
        told["Environment"]["Variables"],
        deployed.cloud.port,
        event_of(function),
    )


def _unpacked(deployed: Stack, area: str) -> Path:
    folder = deployed.folder / "unpacked" / area
    if not folder.exists():
        with zipfile.ZipFile(deployed.folder / f"build/{area}.zip") as package:
            package.extractall(folder)
        (folder / "bootstrap").chmod(0o755)
    return folder / "bootstrap"


if __name__ == "__main__":
    unittest.main()
