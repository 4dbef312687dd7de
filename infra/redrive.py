"""Tries again what failed for good and waits in one of the four queues, as docs/operations/redrive.md explains.

    .tools/cloud/bin/python -m infra.redrive JobFailures

A message is deleted only once what it asks for was handed over; one that cannot be understood stays. Every job may run
twice without harm, so a message that is tried and then not deleted does none.
"""

import argparse
import json
import sys
from dataclasses import dataclass, field
from typing import Any

import boto3
from botocore.exceptions import BotoCoreError, ClientError

from infra.deployment import FAILURE_QUEUES, SETTINGS, DeploymentError, outputs_of, read_settings

BATCH = 10
# As long as it takes to hand over a batch, with room to spare.
HIDDEN_SECONDS = 120
SWEEP = "sweep_outbox"
# What Scheduler starts, by name.
SCHEDULED = (
    "announce_tasks",
    "send_digest",
    "send_digitisation",
    "send_reminders",
    "generate_occurrences",
    "check_portal_media",
)


# What the event bus calls.
MAIL_EVENTS = "record_mail_event"


class NotUnderstoodError(Exception):
    """Says why a message cannot be tried again."""


@dataclass
class Tally:
    """What became of the messages."""

    started: int = 0
    left: list[str] = field(default_factory=list)


@dataclass
class Redrive:
    """One stack's queues, and what starts its jobs."""

    stack: str
    sqs: Any
    functions: Any

    def run(self, queue: str, address: str) -> Tally:
        """Tries again everything that waits in the queue at `address`."""
        tally = Tally()
        seen: set[str] = set()
        if queue in ("RelayFailures", "MailFailures"):
            # The rows themselves are in the table: one sweep finds those of all messages.
            self._start(SWEEP, {})
        while messages := self._receive(address):
            if seen.issuperset(one["MessageId"] for one in messages):
                break
            for message in messages:
                if message["MessageId"] in seen:
                    continue
                seen.add(message["MessageId"])
                try:
                    self._try_again(queue, message)
                except NotUnderstoodError as reason:
                    tally.left.append(f"{message['MessageId']}: {reason}")
                    continue
                self.sqs.delete_message(QueueUrl=address, ReceiptHandle=message["ReceiptHandle"])
                tally.started += 1
        return tally

    def _receive(self, address: str) -> list[dict]:
        told = self.sqs.receive_message(
            QueueUrl=address,
            MaxNumberOfMessages=BATCH,
            VisibilityTimeout=HIDDEN_SECONDS,
            WaitTimeSeconds=2,
            MessageAttributeNames=["All"],
        )
        return told.get("Messages", [])

    def _try_again(self, queue: str, message: dict) -> None:
        if queue == "JobFailures":
            function, event = self._of_a_job(_read(message["Body"]))
            self._start(function, event)
        elif queue == "ScheduleFailures":
            function, event = self._of_a_schedule(message)
            self._start(function, event)

    def _of_a_job(self, told: dict) -> tuple[str, dict]:
        """Lambda's record of a call that failed every time: whom it called, and with what."""
        function = self._own(told.get("requestContext", {}).get("functionArn", ""))
        event = told.get("requestPayload")
        if function not in (*SCHEDULED, SWEEP, MAIL_EVENTS) or not isinstance(event, dict):
            raise NotUnderstoodError("it is not the event of a job of this stack")
        return function, event

    def _of_a_schedule(self, message: dict) -> tuple[str, dict]:
        """A message of Scheduler or the event bus: the event itself, and in its attributes whom it was for."""
        attributes = {name: one.get("StringValue", "") for name, one in message.get("MessageAttributes", {}).items()}
        function = self._own(attributes.get("TARGET_ARN", ""))
        if function == SWEEP:
            return SWEEP, {}
        event = _read(message["Body"])
        if function == MAIL_EVENTS and event.get("source") == "aws.ses":
            return function, event
        if function not in SCHEDULED or "office_id" not in event:
            raise NotUnderstoodError("it is not the event of a schedule of this stack")
        return function, event

    def _own(self, arn: str) -> str:
        """`announce_tasks`, of `arn:aws:lambda:…:function:sild-announce_tasks:$LATEST`; nothing for a foreign one."""
        name = arn.split(":function:", 1)[-1].split(":", 1)[0]
        return name.removeprefix(f"{self.stack}-") if name.startswith(f"{self.stack}-") else ""

    def _start(self, function: str, event: dict) -> None:
        self.functions.invoke(
            FunctionName=f"{self.stack}-{function}", InvocationType="Event", Payload=json.dumps(event).encode()
        )


def _read(body: str) -> dict:
    try:
        told = json.loads(body)
    except ValueError as error:
        raise NotUnderstoodError("its body is not JSON") from error
    if not isinstance(told, dict):
        raise NotUnderstoodError("its body is not an object")
    return told


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(description="Tries again what failed for good.")
    parser.add_argument("queue", choices=FAILURE_QUEUES)
    chosen = parser.parse_args(arguments)
    try:
        settings = read_settings(SETTINGS)
        names = outputs_of(settings, settings.stack)
        sqs = boto3.client("sqs", region_name=settings.region)
        address = sqs.get_queue_url(QueueName=names[f"{chosen.queue}Name"])["QueueUrl"]
        functions = boto3.client("lambda", region_name=settings.region)
        tally = Redrive(settings.stack, sqs, functions).run(chosen.queue, address)
    except (DeploymentError, ClientError, BotoCoreError, OSError, KeyError) as error:
        print(f"redrive: {error}", file=sys.stderr)
        return 1
    print(f"{chosen.queue}: {tally.started} tried again, {len(tally.left)} left")
    print("\n".join(f"left {one}" for one in tally.left), end="\n" if tally.left else "")
    return 1 if tally.left else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
