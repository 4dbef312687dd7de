"""The pages on operations: every link leads to a heading, and every AWS command is one that AWS's CLI takes."""

import re
import unittest
from collections.abc import Iterator
from pathlib import Path

import botocore.session
from botocore import xform_name

ROOT = Path(__file__).resolve().parents[2]
PAGES = [ROOT / "docs/operations.md", *sorted((ROOT / "docs/operations").glob("*.md"))]
SESSION = botocore.session.Session()
# What every command of the CLI takes.
EVERYWHERE = {"region", "query", "output", "max-items", "cli-binary-format"}
COMMAND = re.compile(r"\baws ([a-z0-9-]+) ([a-z0-9-]+)([^|\n`]*)")


def headings(page: Path) -> set[str]:
    told = re.findall(r"^#+ (.*)$", page.read_text(), re.MULTILINE)
    return {re.sub(r"[^a-z0-9 -]", "", one.lower()).replace(" ", "-") for one in told}


def commands(text: str) -> Iterator[tuple[str, str, set[str]]]:
    """Service, operation and options of each command, wherever a page writes one. Waiting asks what it waits for."""
    text = text.replace("\\\n", " ").replace("dynamodb wait table-exists", "dynamodb describe-table")
    for service, operation, rest in COMMAND.findall(text):
        yield (
            service,
            operation,
            set(re.findall(r"(?<!\S)--([a-z][a-z0-9-]*)", re.sub(r"'[^']*'|\"[^\"]*\"", "…", rest))),
        )


def fault(service: str, operation: str, options: set[str]) -> str | None:
    """Why the CLI would not take it."""
    name = {"s3api": "s3"}.get(service, service)
    if name not in SESSION.get_available_services():
        return f"there is no service {service}"
    model = SESSION.get_service_model(name)
    known = {xform_name(name, "-"): name for name in model.operation_names}
    if operation not in known:
        return f"{service} has no {operation}"
    shape = model.operation_model(known[operation]).input_shape
    members = shape.members if shape else {}
    taken = {xform_name(name, "-") for name in members}
    taken |= {f"no-{xform_name(name, '-')}" for name, member in members.items() if member.type_name == "boolean"}
    required = {xform_name(name, "-") for name in (shape.required_members if shape else [])}
    if options - taken - EVERYWHERE:
        return f"{service} {operation} takes no {', '.join(sorted(options - taken - EVERYWHERE))}"
    if options and required - options - {"function-name"}:
        return f"{service} {operation} asks for {', '.join(sorted(required - options))}"
    return None


class Pages(unittest.TestCase):
    def test_links_lead_to_headings(self) -> None:
        for page in PAGES:
            for file, heading in re.findall(r"\]\(([^)#:\s]*)#([^)\s]+)\)", page.read_text()):
                with self.subTest(page.name, link=f"{file}#{heading}"):
                    self.assertIn(heading, headings(page.parent / file if file else page))

    def test_commands_are_those_of_the_cli(self) -> None:
        count = 0
        for page in PAGES:
            for command in commands(page.read_text()):
                count += 1
                with self.subTest(page.name, command=command[:2]):
                    self.assertIsNone(fault(*command))
        self.assertGreater(count, 30)

    def test_wrong_commands_are_found(self) -> None:
        for text in (
            "aws dynamo get-item",
            "aws dynamodb get-items",
            "aws dynamodb get-item --tabel-name x",
            "aws sqs purge-queue --region x",
        ):
            [command] = commands(text)
            self.assertIsNotNone(fault(*command), text)

    def test_make_targets_are_there(self) -> None:
        makefile = (ROOT / "Makefile").read_text()
        for page in PAGES:
            for target in re.findall(r"^make ([a-z-]+)", page.read_text(), re.MULTILINE):
                self.assertRegex(makefile, rf"(?m)^{target}:")


if __name__ == "__main__":
    unittest.main()
