"""Hands out and takes away what a deployment holds of an office or a person: calls its functions until they are done.

    OFFICE=off_…             .tools/cloud/bin/python -m infra.privacy export-office
    OFFICE=off_… NAME=…      .tools/cloud/bin/python -m infra.privacy erase-office
    OFFICE=off_… PERSON=con_… or mem_…  .tools/cloud/bin/python -m infra.privacy export-person
    OFFICE=off_… PERSON=con_… or mem_…  .tools/cloud/bin/python -m infra.privacy erase-person

Which deployment that is stands in deploy.toml; credentials are those of the AWS SDK. What each does stands in
docs/operations/personal-data.md.
"""

import json
import os
import re
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

# An office's id, and those of people: a bare ULID behind the prefix of its kind.
ID = re.compile(r"(off|con|mem)_[0-7][0-9a-hjkmnp-tv-z]{25}")
COMMANDS = ("export-office", "erase-office", "export-person", "erase-person")
# A function works for two minutes and may take five.
ANSWERS_WITHIN_SECONDS = 330
# How often a call is repeated that got no answer: each may come twice.
TRIES = 3


class PrivacyError(Exception):
    """Says what failed and what to do."""


def event_of(command: str, told: dict[str, str]) -> dict[str, str]:
    """The event of a command, out of OFFICE, NAME and PERSON."""
    event = {"office_id": _id(told, "OFFICE", ("off",))}
    if command == "erase-office":
        if not told.get("NAME", "").strip():
            raise PrivacyError(
                "NAME must repeat the office's name or that of its portal, so that a wrong id erases nothing"
            )
        event["name"] = told["NAME"]
    if command.endswith("-person"):
        person = _id(told, "PERSON", ("con", "mem"))
        event["contact_id" if person.startswith("con_") else "member_id"] = person
    return event


def _id(told: dict[str, str], name: str, prefixes: tuple[str, ...]) -> str:
    value = told.get(name, "").strip()
    if not ID.fullmatch(value) or not value.startswith(prefixes):
        wanted = " or ".join(f"{prefix}_…" for prefix in prefixes)
        raise PrivacyError(f"{name} must be an id, {wanted}; it is {value or 'nothing'}")
    return value


def calls(client: Any, function: str, event: dict, wait: Callable[[float], None]) -> Iterator[dict]:
    """Calls a function until it is done, and gives each answer. An error ends it, and what was done stays done."""
    while True:
        answer = _call(client, function, event, wait)
        yield answer
        if answer["done"]:
            return
        if answer.get("cursor"):
            event = {**event, "cursor": answer["cursor"]}
        if answer.get("wait_seconds"):
            wait(answer["wait_seconds"])


def _call(client: Any, function: str, event: dict, wait: Callable[[float], None]) -> dict:
    for tried in range(1, TRIES + 1):
        try:
            answer = client.invoke(FunctionName=function, Payload=json.dumps(event).encode())
            break
        except client.exceptions.ResourceNotFoundException as error:
            raise PrivacyError(f"there is no function {function}: is deploy.toml that of the deployment?") from error
        except client.exceptions.TooManyRequestsException as error:
            if tried == TRIES:
                raise PrivacyError(f"{function} is busy; call again later, it goes on where it was") from error
            wait(2.0**tried)
    payload = json.loads(answer["Payload"].read() or b"null")
    if "FunctionError" in answer:
        message = payload.get("errorMessage") if isinstance(payload, dict) else payload
        raise PrivacyError(f"{function}: {message}")
    return payload


def progress(command: str, answer: dict) -> str:
    """One line on how far it is, without anything personal."""
    state = "done" if answer["done"] else "so far"
    if command == "export-office":
        return f"{state}: {sum(answer['written'].values())} lines below s3://{answer['bucket']}/{answer['prefix']}"
    if command == "export-person":
        found = sum(len(entries) for entries in answer["document"].values())
        return f"{state}: {found} entries more"
    if command == "erase-office" and answer["wait_seconds"]:
        return f"closed: nobody can sign in; the rest goes in {answer['wait_seconds']} seconds (Ctrl-C: not yet)"
    objects = f" and {answer['objects']} files" if "objects" in answer else ""
    return f"{state}: {answer['items']} items{objects}"


def joined(answers: list[dict]) -> dict:
    """One document out of its parts."""
    document: dict[str, list] = {}
    for answer in answers:
        for name, entries in answer["document"].items():
            document.setdefault(name, []).extend(entries)
    return document


def write_document(folder: Path, event: dict, document: dict) -> Path:
    """Keeps a person's document where only whoever called can read it."""
    person = event.get("contact_id") or event["member_id"]
    file = folder / f"{person}.json"
    file.unlink(missing_ok=True)
    file.touch(mode=0o600)
    file.write_text(json.dumps(document, indent=2, ensure_ascii=False) + "\n")
    return file


def run(
    command: str,
    stack: str,
    client: Any,
    told: dict[str, str],
    folder: Path,
    wait: Callable[[float], None] = time.sleep,
) -> Iterator[str]:
    """Carries a command out; each line says how far it is."""
    event = event_of(command, told)
    answers = []
    for answer in calls(client, f"{stack}-{command.replace('-', '_')}", event, wait):
        yield progress(command, answer)
        if command == "export-person":
            answers.append(answer)
        if command == "export-office" and answer["done"]:
            bucket, office = answer["bucket"], event["office_id"].removeprefix("off_")
            yield f"copy it within a week: aws s3 cp --recursive s3://{bucket}/{answer['prefix']} export/"
            yield f"and the files of people: aws s3 cp --recursive s3://{bucket}/o/{office}/ files/"
            yield f"and the portal's pictures: aws s3 cp --recursive s3://{bucket}/media/{office}/ pictures/"
    if answers:
        yield f"written: {write_document(folder, event, joined(answers))}"


def main(arguments: list[str]) -> int:
    if len(arguments) != 1 or arguments[0] not in COMMANDS:
        print(f"privacy: one of {', '.join(COMMANDS)}", file=sys.stderr)
        return 2
    # Only here, so that what stands above can be tested without the SDK.
    import boto3
    from botocore.config import Config
    from botocore.exceptions import BotoCoreError, ClientError

    from infra import deployment

    try:
        if not deployment.SETTINGS.exists():
            raise PrivacyError("there is no deploy.toml: make deploy writes it")
        settings = deployment.read_settings(deployment.SETTINGS)
        # A call that got no answer may have done its work: it is not repeated behind our back.
        config = Config(read_timeout=ANSWERS_WITHIN_SECONDS, retries={"total_max_attempts": 1}, tcp_keepalive=True)
        client = boto3.client("lambda", region_name=settings.region, config=config)
        for line in run(arguments[0], settings.stack, client, dict(os.environ), Path.cwd()):
            print(line, flush=True)
    except (PrivacyError, deployment.DeploymentError, ClientError, BotoCoreError, OSError) as error:
        print(f"privacy: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("privacy: stopped; the same command goes on", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
