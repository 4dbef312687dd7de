"""Every check that is skipped says why, and checkov looks at every template."""

import json
import os
import re
import sys
import unittest
from pathlib import Path

os.environ.setdefault("AWS_DEFAULT_REGION", "eu-north-1")

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import test_summary as summary
from cfnlint.decode import cfn_yaml

CONFIGURATION = (summary.ROOT / "tools/checkov.yaml").read_text()
SHORTEST_REASON = 30


class Checkov(unittest.TestCase):
    def test_it_looks_at_every_template(self) -> None:
        files = re.findall(r"^  - (\S+\.yaml)$", CONFIGURATION, re.MULTILINE)
        self.assertEqual(files, list(summary.TEMPLATES))
        there = {
            file.relative_to(summary.ROOT).as_posix()
            for file in (summary.ROOT / "infra").glob("*/*.yaml")
            if "AWSTemplateFormatVersion" in file.read_text()
        }
        self.assertEqual({"template.yaml", *there}, set(files))

    def test_every_skipped_check_has_its_reason(self) -> None:
        _, skipped = CONFIGURATION.split("skip-check:\n")
        for line in skipped.splitlines():
            with self.subTest(line):
                self.assertRegex(line, rf"^  - CKV2?_AWS_\d+ # .{{{SHORTEST_REASON},}}$")

    def test_every_check_skipped_for_one_resource_has_its_reason(self) -> None:
        skipped = []
        for file in summary.TEMPLATES:
            written = json.loads(json.dumps(cfn_yaml.load(str(summary.ROOT / file))))
            for resource in written["Resources"].values():
                skipped += resource.get("Metadata", {}).get("checkov", {}).get("skip", [])
            self.assertNotIn("checkov:skip", (summary.ROOT / file).read_text())
        self.assertTrue(skipped)
        for one in skipped:
            self.assertGreaterEqual(len(one["comment"]), SHORTEST_REASON)


if __name__ == "__main__":
    unittest.main()
