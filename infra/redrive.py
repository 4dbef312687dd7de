"""Tries again what failed for good and waits in one of the queues of failures, as docs/operations/redrive.md explains.

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
RECORD = "record_changes"
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
    # The table's stream, which keeps for a day what the audit trail could not be told.
    streams: Any = None

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
        elif queue == "AuditFailures":
            # A record at a time: each fits into a call, and each that fails is set aside by itself.
            for record in self._of_the_stream(_read(message["Body"])):
                self._record(record)

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

    def _of_the_stream(self, told: dict) -> list[dict]:
        """The records between two places of the stream, which is all that Lambda says of those that failed."""
        batch = told.get("DDBStreamBatchInfo", {})
        if not {"streamArn", "shardId", "startSequenceNumber", "endSequenceNumber"} <= batch.keys():
            raise NotUnderstoodError("it does not say where in the stream its records are")
        last = int(batch["endSequenceNumber"])
        records: list[dict] = []
        try:
            iterator = self.streams.get_shard_iterator(
                StreamArn=batch["streamArn"],
                ShardId=batch["shardId"],
                ShardIteratorType="AT_SEQUENCE_NUMBER",
                SequenceNumber=batch["startSequenceNumber"],
            )["ShardIterator"]
            while iterator:
                page = self.streams.get_records(ShardIterator=iterator)
                found = [one for one in page["Records"] if int(one["dynamodb"]["SequenceNumber"]) <= last]
                records += [_as_lambda_has_it(one, batch["streamArn"]) for one in found]
                reached = len(found) < len(page["Records"]) or any(
                    int(one["dynamodb"]["SequenceNumber"]) == last for one in found
                )
                iterator = None if reached else page.get("NextShardIterator")
        except ClientError as error:
            if error.response["Error"]["Code"] not in ("TrimmedDataAccessException", "ResourceNotFoundException"):
                raise
            raise NotUnderstoodError("the stream keeps its records no longer: a day is over") from error
        return records

    def _record(self, record: dict) -> None:
        """Has one change recorded, and waits for it: what fails again stays in the queue."""
        answer = self.functions.invoke(
            FunctionName=f"{self.stack}-{RECORD}",
            InvocationType="RequestResponse",
            Payload=json.dumps({"Records": [record]}).encode(),
        )
        told = json.loads(answer["Payload"].read())
        if answer.get("FunctionError") or not isinstance(told, dict) or told.get("batchItemFailures"):
            raise NotUnderstoodError("the change was not recorded; the log says why")

    def _own(self, arn: str) -> str:
        """`announce_tasks`, of `arn:aws:lambda:…:function:sild-announce_tasks:$LATEST`; nothing for a foreign one."""
        name = arn.split(":function:", 1)[-1].split(":", 1)[0]
        return name.removeprefix(f"{self.stack}-") if name.startswith(f"{self.stack}-") else ""

    def _start(self, function: str, event: dict) -> None:
        self.functions.invoke(
            FunctionName=f"{self.stack}-{function}", InvocationType="Event", Payload=json.dumps(event).encode()
        )


def _as_lambda_has_it(record: dict, arn: str) -> dict:
    """A record of the stream as an event source mapping hands it over: the SDK reads times, Lambda gets seconds."""
    change = dict(record["dynamodb"])
    change["ApproximateCreationDateTime"] = change["ApproximateCreationDateTime"].timestamp()
    return {**record, "dynamodb": change, "eventSourceARN": arn}


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
        streams = boto3.client("dynamodbstreams", region_name=settings.region)
        tally = Redrive(settings.stack, sqs, functions, streams).run(chosen.queue, address)
    except (DeploymentError, ClientError, BotoCoreError, OSError, KeyError) as error:
        print(f"redrive: {error}", file=sys.stderr)
        return 1
    print(f"{chosen.queue}: {tally.started} tried again, {len(tally.left)} left")
    print("\n".join(f"left {one}" for one in tally.left), end="\n" if tally.left else "")
    return 1 if tally.left else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
