"""template.yaml as it is written and as SAM expands it: what the rules of template_rules.py look at."""

import copy
import json
import os
from collections.abc import Iterator
from dataclasses import dataclass

import template

# SAM asks boto for a region only to name the partition.
os.environ.setdefault("AWS_DEFAULT_REGION", "eu-north-1")

from cfnlint.decode import cfn_yaml
from samtranslator.parser.parser import Parser
from samtranslator.translator.translator import Translator

NOTHING = {"Ref": "AWS::NoValue"}
DEFINITION = template.ROOT / "shared/store/src/table/definition.rs"
SETTINGS = template.ROOT / "shared/runtime/src/settings.rs"


@dataclass
class Stack:
    """The template as written, the same expanded by SAM, and the operations that it must hold."""

    written: dict
    expanded: dict
    operations: list[template.Operation]
    # The source of the table as one machine creates it, and of the settings that a process reads.
    definition: str
    settings: str
    # The store's table of what the audit trail records.
    audited: str

    def of_type(self, kind: str) -> dict[str, dict]:
        """Expanded resources of one type, name to properties."""
        return {
            name: resource.get("Properties", {})
            for name, resource in self.expanded["Resources"].items()
            if resource["Type"] == kind
        }


def read_stack() -> Stack:
    written = json.loads(json.dumps(cfn_yaml.load(str(template.TEMPLATE))))
    operations = template.read_operations(template.OPERATIONS.read_text())
    return Stack(
        written, expand(written), operations, DEFINITION.read_text(), SETTINGS.read_text(), template.AUDITED.read_text()
    )


def expand(written: dict) -> dict:
    """What CloudFormation gets: SAM's resources turned into those that they stand for."""
    packaged = copy.deepcopy(written)
    for resource in packaged["Resources"].values():
        if resource["Type"] == "AWS::Serverless::Function":
            name = resource["Properties"]["CodeUri"].rsplit("/", 1)[-1]
            resource["Properties"]["CodeUri"] = f"s3://sild-packages/{name}"
    return Translator({}, Parser()).translate(packaged, {})


def statements(stack: Stack) -> Iterator[tuple[str, dict]]:
    return ((role, statement) for role, statement, _ in conditional_statements(stack))


def conditional_statements(stack: Stack) -> Iterator[tuple[str, dict, str | None]]:
    """Each statement of each role, with the template's condition under which it is there at all."""
    for name, properties in stack.of_type("AWS::IAM::Role").items():
        for policy in properties.get("Policies", []):
            for statement in policy["PolicyDocument"]["Statement"]:
                condition, there, otherwise = statement.get("Fn::If", (None, statement, NOTHING))
                for one, under in ((there, condition), (otherwise, None)):
                    if one != NOTHING:
                        yield name, one, under


def texts(value: object) -> list[str]:
    if isinstance(value, list):
        return [text for part in value for text in texts(part)]
    if isinstance(value, dict):
        return [text for part in value.values() for text in texts(part)]
    return [str(value)]


def either(value: object) -> list:
    """Both sides of an `Fn::If`; the value itself where it is none."""
    return value["Fn::If"][1:] if isinstance(value, dict) and "Fn::If" in value else [value]
