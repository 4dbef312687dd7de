"""Each function on its own: called with its file of `events/`, and with a role that lacks one of its permissions."""

import copy
import json
import tomllib
import unittest
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any, Self
from zoneinfo import ZoneInfo

from botocore.exceptions import ClientError

from infra.rehearsal.cloud import ACCOUNT
from infra.rehearsal.running import scene
from infra.rehearsal.scene import invoke, outcome_of, set_scene
from infra.rehearsal.stack import ROOT, STAND_IN, Stack, actions_of, allowed_by_stand_in, role_of

FUNCTIONS = sorted(file.stem for file in (ROOT / "events").glob("*.json"))
FRIDAY = 5
UNSEEN = tomllib.loads((Path(__file__).parent / "unseen.toml").read_text())


class Functions(unittest.TestCase):
    stack: Stack

    @classmethod
    def setUpClass(cls) -> None:
        cls.stack = scene()

    def test_each_function_is_deployed_with_its_event(self) -> None:
        self.assertEqual(
            sorted(self.stack.functions),
            [f"scene-{function}" for function in FUNCTIONS],
        )

    def test_each_event_does_its_work_with_no_permission_too_many(self) -> None:
        for function in FUNCTIONS:
            with self.subTest(function), Role(self.stack, function) as role:
                tried = sorted(role.actions - UNSEEN["everywhere"].keys())
                idle = {action for action in tried if self.works_without(role, function, action)}
                self.assertEqual(idle, unseen(function), "as infra/rehearsal/unseen.toml says")
                role.give_back()
                self.works_with_its_role(function)
                [denial] = role.attached()
                trail = "AuditTrailIsKept" if function == "record_changes" else "AuditTrailIsClosed"
                self.assertIn(trail, denial)
                for name, denied in role.try_what_it_may_not():
                    self.assertTrue(denied, f"the role of {function} may {name}")

    def works_with_its_role(self, function: str) -> None:
        set_scene(self.stack, function)
        worked, answer = invoke(self.stack, function)
        wanted = outcome_of(function)["answer"]
        self.assertTrue(worked, answer)
        if "statusCode" in wanted:
            self.assertEqual(answer["statusCode"], wanted["statusCode"], answer["body"])
            if isinstance(wanted["body"], dict):
                self.assertEqual(json.loads(answer["body"]).keys(), wanted["body"].keys())

    def works_without(self, role: "Role", function: str, action: str) -> bool:
        set_scene(self.stack, function)
        role.take_away(action)
        return invoke(self.stack, function)[0]

    def test_what_is_said_of_unseen_actions_names_functions_that_exist(self) -> None:
        self.assertLessEqual(UNSEEN.keys(), {"everywhere", "weekend", *FUNCTIONS})
        self.assertLessEqual(UNSEEN["weekend"].keys(), set(FUNCTIONS))


class Role:
    """A function's role, whose policy can lose an action for a while."""

    def __init__(self, stack: Stack, function: str) -> None:
        self.stack = stack
        self.function = function
        self.iam = stack.cloud.client("iam")
        self.name = role_of(stack.cloud, f"{stack.name}-{function}")
        policies = self.iam.list_role_policies(RoleName=self.name)["PolicyNames"]
        [self.policy] = [policy for policy in policies if policy != STAND_IN]
        document = self.iam.get_role_policy(RoleName=self.name, PolicyName=self.policy)["PolicyDocument"]
        self.document = document
        self.actions = actions_of(document)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.give_back()

    def attached(self) -> list[str]:
        told = self.iam.list_attached_role_policies(RoleName=self.name)["AttachedPolicies"]
        return [policy["PolicyArn"] for policy in told]

    def take_away(self, action: str) -> None:
        document = copy.deepcopy(self.document)
        for statement in document["Statement"]:
            statement["Action"] = [one for one in _listed(statement["Action"]) if one != action]
        document["Statement"] = [statement for statement in document["Statement"] if statement["Action"]]
        self._write(document)

    def give_back(self) -> None:
        self._write(self.document)

    def _write(self, document: dict) -> None:
        more = allowed_by_stand_in(actions_of(document))
        for name, policy in ((self.policy, document), (STAND_IN, more)):
            if policy:
                self.iam.put_role_policy(RoleName=self.name, PolicyName=name, PolicyDocument=json.dumps(policy))
            elif STAND_IN in self.iam.list_role_policies(RoleName=self.name)["PolicyNames"]:
                self.iam.delete_role_policy(RoleName=self.name, PolicyName=STAND_IN)

    def try_what_it_may_not(self) -> Iterator[tuple[str, bool]]:
        """Calls beyond the role, by a role of the same policies that a person can take on."""
        trust = {
            "Effect": "Allow",
            "Principal": {"AWS": f"arn:aws:iam::{ACCOUNT}:root"},
            "Action": "sts:AssumeRole",
        }
        probe = f"probe-{self.name}"[:64]
        self.iam.create_role(
            RoleName=probe,
            AssumeRolePolicyDocument=json.dumps({"Version": "2012-10-17", "Statement": [trust]}),
        )
        self.iam.put_role_policy(RoleName=probe, PolicyName="same", PolicyDocument=json.dumps(self.document))
        attached = self.attached()
        for policy in attached:
            self.iam.attach_role_policy(RoleName=probe, PolicyArn=policy)
        arn = f"arn:aws:iam::{ACCOUNT}:role/{probe}"
        told = self.stack.cloud.client("sts").assume_role(RoleArn=arn, RoleSessionName="probe")["Credentials"]
        calls = list(beyond(self.actions, self.stack))
        assert len(calls) >= 3, self.actions
        for service, operation, arguments in calls[:3]:
            client = self.stack.cloud.client_as(service, told)
            yield f"{service} {operation}", _is_denied(client, operation, arguments)
        for policy in attached:
            self.iam.detach_role_policy(RoleName=probe, PolicyArn=policy)
        self.iam.delete_role_policy(RoleName=probe, PolicyName="same")
        self.iam.delete_role(RoleName=probe)


def unseen(function: str) -> set[str]:
    """Actions that the function's event does not need today, where its office is."""
    today = datetime.now(ZoneInfo("Europe/Tallinn"))
    also = UNSEEN["weekend"].get(function, {}) if today.isoweekday() > FRIDAY else {}
    return {*UNSEEN.get(function, {}), *also}


def _listed(action: str | list[str]) -> list[str]:
    return [action] if isinstance(action, str) else action


def beyond(actions: set[str], stack: Stack) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Calls that these actions do not cover: first those nobody has, then those that others have."""
    key = {"pk": {"S": "none"}, "sk": {"S": "none"}}
    yield "dynamodb", "scan", {"TableName": stack.table}
    yield "dynamodb", "delete_table", {"TableName": stack.table}
    yield "s3", "delete_bucket", {"Bucket": stack.outputs["BucketName"]}
    if "dynamodb:DeleteItem" not in actions:
        yield "dynamodb", "delete_item", {"TableName": stack.table, "Key": key}
    yield (
        "scheduler",
        "delete_schedule_group",
        {"Name": stack.outputs["ScheduleGroupName"]},
    )


def _is_denied(client: Any, operation: str, arguments: dict[str, Any]) -> bool:
    try:
        getattr(client, operation)(**arguments)
    except ClientError as refused:
        return refused.response["Error"]["Code"] in (
            "AccessDenied",
            "AccessDeniedException",
        )
    return False


if __name__ == "__main__":
    unittest.main()
