"""That the packages are made of the binaries that the areas have, and go where the template looks for them."""

import re
import sys
import tomllib
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import package_size
import template

SCRIPT = (template.ROOT / "tools/package.sh").read_text()


class Package(unittest.TestCase):
    def test_an_areas_binary_is_named_as_its_package_is(self) -> None:
        # cargo-lambda puts a zip into a folder of the binary's name.
        self.assertIn('"build/lambda/$area/bootstrap.zip" "build/$area.zip"', SCRIPT)
        for area in template.AREAS:
            told = tomllib.loads((template.ROOT / f"functions/{area}/Cargo.toml").read_text())
            self.assertEqual([binary["name"] for binary in told["bin"]], [area])
            self.assertEqual(told["package"]["name"], f"sild-{area}")

    def test_the_same_areas_are_packaged_measured_and_deployed(self) -> None:
        packaged = re.search(r"^areas=\((.*)\)$", SCRIPT, re.MULTILINE)
        self.assertIsNotNone(packaged)
        self.assertEqual(tuple(packaged[1].split()), template.AREAS)
        self.assertEqual(package_size.AREAS, template.AREAS)
        used = set(re.findall(r"CodeUri: build/(\w+)\.zip", template.TEMPLATE.read_text()))
        self.assertEqual(used, set(template.AREAS))

    def test_the_size_of_a_package_is_that_of_its_program(self) -> None:
        self.assertGreater(package_size.zipped(Path(sys.executable).resolve()), 1_000)


if __name__ == "__main__":
    unittest.main()
