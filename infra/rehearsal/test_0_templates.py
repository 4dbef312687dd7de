"""What SAM itself says of every template, before anything is built or deployed."""

import os
import subprocess
import sys
import unittest
from pathlib import Path

from infra.rehearsal.cloud import REGION, ROOT

SAM = Path(sys.executable).parent / "sam"
TEMPLATES = [ROOT / "template.yaml", *sorted((ROOT / "infra").glob("*/*.yaml"))]
# It reads the region only to name it, and is not to tell anybody of this.
ENVIRONMENT = {**os.environ, "AWS_DEFAULT_REGION": REGION, "SAM_CLI_TELEMETRY": "0"}


class Templates(unittest.TestCase):
    def validate(self, file: Path) -> subprocess.CompletedProcess:
        command = [str(SAM), "validate", "--lint", "--template", str(file)]
        return subprocess.run(command, env=ENVIRONMENT, capture_output=True, text=True, check=False)

    def test_each_is_valid(self) -> None:
        self.assertEqual(len(TEMPLATES), 4)
        for file in TEMPLATES:
            with self.subTest(file.name):
                done = self.validate(file)
                self.assertEqual(done.returncode, 0, done.stdout + done.stderr)

    def test_one_that_is_not_is_refused(self) -> None:
        broken = ROOT / "target/test/broken.yaml"
        broken.parent.mkdir(parents=True, exist_ok=True)
        broken.write_text("Resources:\n  Queue:\n    Type: AWS::SQS::Queue\n    Properties: { Nothing: 1 }\n")
        self.assertNotEqual(self.validate(broken).returncode, 0)


if __name__ == "__main__":
    unittest.main()
