"""The world in which an event of `events/` has something to do, put into the deployed table."""

import datetime
import functools
import json
import subprocess
import tempfile
import time
from pathlib import Path
from typing import Any

from boto3.dynamodb.types import TypeSerializer

from infra.rehearsal.stack import ROOT, Stack

SNAPSHOTS = ROOT / "tests/events/snapshots"
# A picture of two pixels: what a check looks at must be one. As long as tests/src/media.rs declares it.
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000020000000108020000007b40e8dd0000000f4944415478da6390cf8ff9"
    "ffff3f000a5603e882b964510000000049454e44ae426082"
)
BATCH = 25
SECONDS_AHEAD = 24 * 3600


@functools.cache
def states() -> dict[str, list[dict]]:
    """What the table holds before each event, as the tests of the events have it."""
    with tempfile.TemporaryDirectory() as folder:
        command = [
            "cargo",
            "run",
            "--quiet",
            "--locked",
            "--bin",
            "write-events",
            "--",
            f"{folder}/states",
        ]
        subprocess.run(command, cwd=ROOT, check=True)
        files = Path(folder, "states").glob("*.json")
        return {file.stem: json.loads(file.read_text()) for file in files}


def event_of(function: str) -> str:
    return (ROOT / f"events/{function}.json").read_text()


def outcome_of(function: str) -> dict:
    """What the event did on one machine."""
    _, _, text = (SNAPSHOTS / f"{function}.snap").read_text().split("---\n", 2)
    return json.loads(text)


def set_scene(stack: Stack, function: str) -> None:
    """Makes the table of the run what an event finds, and puts into the bucket what belongs to it.

    What stands there already stays: most of it is the same for all events, and a refused call changes little.
    """
    client = stack.cloud.client("dynamodb")
    wanted = _stored(function)
    found = {
        _key(item): item
        for page in client.get_paginator("scan").paginate(TableName=stack.table)
        for item in page["Items"]
    }
    gone = [{"pk": item["pk"], "sk": item["sk"]} for key, item in found.items() if key not in wanted]
    _write(client, stack.table, [{"DeleteRequest": {"Key": key}} for key in gone])
    changed = [item for key, item in wanted.items() if found.get(key) != item]
    _write(client, stack.table, [{"PutRequest": {"Item": item}} for item in changed])
    bucket = stack.cloud.client("s3")
    for item in states()[function]:
        if item["ent"] in ("upload", "file", "media_upload"):
            bucket.put_object(
                Bucket=stack.outputs["BucketName"],
                Key=item["object_key"],
                Body=PNG if item["content_type"] == "image/png" else b"%" * item["size_bytes"],
                ContentType=item["content_type"],
            )


@functools.lru_cache(maxsize=1)
def _stored(function: str) -> dict[tuple[str, str], dict]:
    """The items of one event as the table holds them: made once for all the calls with it."""
    serialize = TypeSerializer().serialize
    items = [serialize(_alive(item))["M"] for item in states()[function]]
    return {_key(item): item for item in items}


def _key(item: dict) -> tuple[str, str]:
    return item["pk"]["S"], item["sk"]["S"]


def _alive(item: dict) -> dict:
    """The item as if it had been written today: the clock of the files stands still, that of the cloud does not."""
    item = dict(item)
    now = datetime.datetime.now(datetime.UTC)
    if "ttl" in item:
        item["ttl"] = int(time.time()) + SECONDS_AHEAD
    if "expires_at" in item:
        item["expires_at"] = _text(now + datetime.timedelta(seconds=SECONDS_AHEAD))
    if "issued_at" in item:
        item["issued_at"] = _text(now)
    if isinstance(item.get("link"), dict):
        item["link"] = _alive(item["link"])
    return item


def _text(at: datetime.datetime) -> str:
    return at.strftime("%Y-%m-%dT%H:%M:%SZ")


def _write(client: Any, table: str, requests: list[dict]) -> None:
    for first in range(0, len(requests), BATCH):
        left = {table: requests[first : first + BATCH]}
        while left:
            left = client.batch_write_item(RequestItems=left)["UnprocessedItems"]


def invoke(stack: Stack, function: str) -> tuple[bool, Any]:
    """Calls a function with its event: whether it did its work, and what it answered."""
    answer = stack.cloud.client("lambda").invoke(FunctionName=f"{stack.name}-{function}", Payload=event_of(function))
    payload = json.loads(answer["Payload"].read() or b"null")
    if "FunctionError" in answer:
        return False, payload
    if isinstance(payload, dict):
        failed = payload.get("statusCode", 200) >= 500 or payload.get("batchItemFailures") or payload.get("failed")
        return not failed, payload
    return True, payload
