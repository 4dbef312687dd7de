"""Which partitions of the table there are, and that no operation writes outside those that its role may touch."""

import json
import re
import sys
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import template

STORE = template.ROOT / "shared/store/src"
SNAPSHOTS = template.ROOT / "tests/events/snapshots"
OPERATIONS = template.read_operations(template.OPERATIONS.read_text())
# What is of no office: names of portals, addresses, login links and codes, counters, effects of people who are not
# signed in, and the key that opens a connection.
OF_NO_OFFICE = {"SLUG#", "LOGIN#", "LINK#", "CODE#", "RATE#", "OUT", "WARM"}
# How the store writes the beginning of a partition key, without what begins as a partition of an office does.
BEGINS = re.compile(
    r'(?:Key::new|\.query|table\.query)\(\s*(?:format!\()?"([A-Z]+#?)|map_or_else\(\|\| "([A-Z]+)"\.to_owned\(\)'
)


def touched(value: object) -> set[str]:
    """All primary partition keys of what came, changed and went."""
    if isinstance(value, dict):
        own = {value["pk"]} if isinstance(value.get("pk"), str) else set()
        return own.union(*(touched(one) for one in value.values()))
    return set().union(*(touched(one) for one in value)) if isinstance(value, list) else set()


class Partitions(unittest.TestCase):
    def test_those_of_no_office_are_all_known(self) -> None:
        found = set()
        for file in sorted(STORE.rglob("*.rs")):
            found |= {one or other for one, other in BEGINS.findall(file.read_text())}
        self.assertEqual(found, OF_NO_OFFICE, "give it to the operations that touch it, in infra/stack/operations.toml")

    def test_no_event_writes_where_its_role_may_not(self) -> None:
        seen = set()
        for operation in OPERATIONS:
            _, _, text = (SNAPSHOTS / f"{operation.name}.snap").read_text().split("---\n", 2)
            for key in touched(json.loads(text)["table"]):
                seen.add(key.split("#", 1)[0])
                allowed = not operation.partitions or any(
                    key.startswith(one) if one.endswith("#") else key == one for one in operation.partitions
                )
                with self.subTest(operation.name):
                    self.assertTrue(allowed, f"{key} is not in {operation.partitions}")
        self.assertLessEqual({"O", "SLUG", "RATE"}, seen)


if __name__ == "__main__":
    unittest.main()
