"""What the one-machine cloud promises of AWS's answers, asked of this cloud: where they differ, one is wrong."""

import json
import os
import re
import subprocess
import tempfile
import tomllib
import unittest
from pathlib import Path

from infra.rehearsal.cloud import ACCOUNT, REGION, ROOT
from infra.rehearsal.running import cloud

NAME = "contract"
SENDER = "portal@sender.example"
CHECKS = "package(sild-local) & test(/::elsewhere::/)"
NEXTEST = ["cargo", "nextest", "run", "--workspace", "--locked", "--run-ignored", "only"]
SHOWN = ["--color", "never", "--status-level", "all", "--final-status-level", "none"]
GAPS = Path(__file__).parent / "gaps.toml"


class Contract(unittest.TestCase):
    def test_every_answer_that_the_product_relies_on_is_this_clouds_answer_too(self) -> None:
        gaps = tomllib.loads(GAPS.read_text())
        with tempfile.NamedTemporaryFile("w", suffix=".json") as target:
            json.dump(_made(), target)
            target.flush()
            told = subprocess.run(
                [*NEXTEST, *SHOWN, "-E", CHECKS],
                cwd=ROOT,
                env={**os.environ, "SILD_CONTRACT_TARGET": target.name},
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                text=True,
                check=False,
            ).stdout
        outcomes = {
            name: outcome
            for outcome, name in re.findall(
                r"^ +(PASS|FAIL|TIMEOUT) .*contract::(\w+::elsewhere::\w+)$", told, re.MULTILINE
            )
        }
        failed = {name.replace("::elsewhere::", ".") for name, outcome in outcomes.items() if outcome != "PASS"}
        expected = {f"{service}.{check}" for service, checks in gaps.items() for check in checks}
        self.assertGreaterEqual(len(outcomes), 40, told[-3000:])
        self.assertEqual(failed, expected, told[-12000:])


def _made() -> dict[str, str]:
    """What the checks need, made on the cloud; their target."""
    found = cloud()
    text = [{"AttributeName": name, "AttributeType": "S"} for name in ("pk", "sk", "gsi1pk", "gsi1sk")]
    found.client("dynamodb").create_table(
        TableName=NAME,
        AttributeDefinitions=text,
        KeySchema=_keys("pk", "sk"),
        GlobalSecondaryIndexes=[
            {
                "IndexName": "gsi1",
                "KeySchema": _keys("gsi1pk", "gsi1sk"),
                "Projection": {"ProjectionType": "ALL"},
            }
        ],
        BillingMode="PAY_PER_REQUEST",
    )
    found.client("s3").create_bucket(Bucket=NAME, CreateBucketConfiguration={"LocationConstraint": REGION})
    found.client("scheduler").create_schedule_group(Name=NAME)
    found.client("sesv2").create_email_identity(EmailIdentity=SENDER.split("@", 1)[1])
    return {
        **dict.fromkeys(("dynamodb", "s3", "ses", "scheduler"), found.url),
        "region": REGION,
        "access_key_id": "test",
        "secret_access_key": "test",
        "table": NAME,
        "bucket": NAME,
        "schedule_group": NAME,
        "function_arn": f"arn:aws:lambda:{REGION}:{ACCOUNT}:function:never-called",
        "role_arn": f"arn:aws:iam::{ACCOUNT}:role/never-taken",
        "sender": SENDER,
    }


def _keys(partition: str, order: str) -> list[dict[str, str]]:
    return [{"AttributeName": partition, "KeyType": "HASH"}, {"AttributeName": order, "KeyType": "RANGE"}]
