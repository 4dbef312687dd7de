"""Each rule of the house, broken on purpose: a rule that cannot fail guards nothing."""

import sys
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import house

LATER = "TO" + "DO"
REGISTRY = "registry." + "npmjs" + ".org"
SOURCE = "registry+https://github.com/rust-lang/" + "crates" + ".io-index"
FOLDER = "/" + "work" + "/main"

MANIFEST = """
[package]
name = "sild-store"
version.workspace = true
edition.workspace = true
rust-version.workspace = true
license.workspace = true
publish.workspace = true
[lints]
workspace = true
"""


def package(name: str, *dependencies: str, kind: str | None = None) -> dict:
    return {"name": name, "dependencies": [{"name": other, "kind": kind} for other in dependencies]}


def of(files: dict[str, str] | None = None, *packages: dict) -> house.House:
    return house.House(files or {}, list(packages))


class Direction(unittest.TestCase):
    def test_inwards_is_allowed(self) -> None:
        good = of(
            None,
            package("sild-store", "sild-domain", "aws-sdk-dynamodb"),
            package("sild-public", "sild-http"),
        )
        self.assertEqual(house.dependencies_point_inwards(good), [])

    def test_outwards_is_named(self) -> None:
        bad = of(None, package("sild-store", "sild-app"))
        self.assertIn("sild-store depends on sild-app", house.dependencies_point_inwards(bad)[0])

    def test_one_area_must_not_use_another(self) -> None:
        self.assertTrue(house.dependencies_point_inwards(of(None, package("sild-office", "sild-portal"))))

    def test_only_tests_may_look_outwards(self) -> None:
        self.assertEqual(house.dependencies_point_inwards(of(None, package("sild-app", "sild-local", kind="dev"))), [])

    def test_the_domain_has_no_aws_even_in_tests(self) -> None:
        for kind in (None, "dev"):
            bad = of(None, package("sild-domain", "aws-sdk-dynamodb", kind=kind))
            self.assertTrue(house.dependencies_point_inwards(bad))

    def test_a_new_crate_must_be_placed(self) -> None:
        self.assertTrue(house.dependencies_point_inwards(of(None, package("sild-extra"))))


class Manifests(unittest.TestCase):
    def test_a_complete_manifest_holds(self) -> None:
        self.assertEqual(house.crates_share_the_lints(of({"shared/store/Cargo.toml": MANIFEST})), [])

    def test_missing_lints_are_named(self) -> None:
        bad = MANIFEST.replace("[lints]\nworkspace = true\n", "")
        self.assertIn("lints", house.crates_share_the_lints(of({"shared/store/Cargo.toml": bad}))[0])

    def test_a_licence_of_its_own_is_named(self) -> None:
        bad = MANIFEST.replace("license.workspace = true", 'license = "MIT"')
        self.assertIn("license", house.crates_share_the_lints(of({"shared/store/Cargo.toml": bad}))[0])


class Texts(unittest.TestCase):
    def test_a_long_file_is_named(self) -> None:
        self.assertEqual(house.files_stay_short(of({"a.rs": "x\n" * house.MAX_LINES})), [])
        self.assertTrue(house.files_stay_short(of({"a.rs": "x\n" * (house.MAX_LINES + 1)})))

    def test_a_generated_file_may_be_long(self) -> None:
        self.assertEqual(house.files_stay_short(of({"web/schema.d.ts": "x\n" * 9_000})), [])

    def test_a_mark_for_later_is_named_with_its_line(self) -> None:
        self.assertIn("a.rs:2", house.nothing_is_unfinished(of({"a.rs": f"fine\n// {LATER}: rest\n"}))[0])
        self.assertEqual(house.nothing_is_unfinished(of({"a.rs": "let todos = list();\n"})), [])

    def test_a_registry_is_named(self) -> None:
        self.assertTrue(house.no_registry_is_named(of({"README.md": f"from {REGISTRY}\n"})))

    def test_lock_files_have_no_addresses(self) -> None:
        lock = f'"resolved": "https://{REGISTRY}/a.tgz"'
        self.assertTrue(house.no_registry_is_named(of({"web/package-lock.json": lock})))
        self.assertEqual(house.no_registry_is_named(of({"Cargo.lock": f'source = "{SOURCE}"\n'})), [])
        self.assertTrue(
            house.no_registry_is_named(of({"Cargo.lock": 'source = "registry+https://mirror.example/x"\n'}))
        )

    def test_a_folder_of_one_machine_is_named(self) -> None:
        self.assertTrue(house.no_machine_is_named(of({"a.sh": f"cd {FOLDER}\n"})))
        self.assertEqual(house.no_machine_is_named(of({"a.md": "`web/work/main` and https://x.example/work/a\n"})), [])


class Links(unittest.TestCase):
    def test_a_link_to_a_file_that_is_there_holds(self) -> None:
        pages = {
            "docs/a.md": "[b](../web/b.ts) [c](b.md#part) [web](https://example.com) [up](..)",
            "docs/b.md": "",
            "web/b.ts": "",
        }
        self.assertEqual(house.links_lead_somewhere(of(pages)), [])

    def test_a_link_to_nothing_is_named(self) -> None:
        self.assertIn("nowhere.md", house.links_lead_somewhere(of({"docs/a.md": "[x](nowhere.md)"}))[0])


if __name__ == "__main__":
    unittest.main()
