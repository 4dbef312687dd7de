"""Which partitions of the table are of no office: an operation that touches one of them says so."""

import re
import sys
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import template

STORE = template.ROOT / "shared/store/src"
# What is of no office: names of portals, addresses, login links and codes, counters, effects of people who are not
# signed in, marks of erased offices, and the key that opens a connection.
OF_NO_OFFICE = {"SLUG#", "LOGIN#", "LINK#", "CODE#", "RATE#", "OUT", "ERASED#", "WARM"}
# How the store writes the beginning of a partition key, without what begins as a partition of an office does.
BEGINS = re.compile(
    r'(?:Key::new|\.query|table\.query)\(\s*(?:format!\()?"([A-Z]+#?)|map_or_else\(\|\| "([A-Z]+)"\.to_owned\(\)'
)


class Partitions(unittest.TestCase):
    def test_those_of_no_office_are_all_known(self) -> None:
        found = set()
        for file in sorted(STORE.rglob("*.rs")):
            found |= {one or other for one, other in BEGINS.findall(file.read_text())}
        self.assertEqual(found, OF_NO_OFFICE, "give it to the operations that touch it, in infra/stack/operations.toml")


if __name__ == "__main__":
    unittest.main()
