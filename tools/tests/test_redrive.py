"""Trying again what failed for good, on a queue and a Lambda of this file."""

import io
import json
import os
import sys
import unittest
from datetime import UTC, datetime
from pathlib import Path

os.environ.setdefault("AWS_DEFAULT_REGION", "eu-north-1")

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from botocore.exceptions import ClientError

from infra import deployment
from infra.redrive import MAIL_EVENTS, SCHEDULED, SWEEP, Redrive

ARN = "arn:aws:lambda:eu-north-1:000000000000:function:"
EVENT = {"office_id": "off_1", "client_id": "cli_1", "until": "2026-03-02T08:05:00Z"}


class Queue:
    """A queue that hides nothing: whatever was not deleted is received again."""

    def __init__(self, *messages: dict) -> None:
        self.waiting = {
            str(number): {"MessageId": str(number), "ReceiptHandle": str(number), **message}
            for number, message in enumerate(messages)
        }

    def receive_message(self, **asked: object) -> dict:
        assert asked["MessageAttributeNames"] == ["All"], "Scheduler says in attributes whom it should have started"
        return {"Messages": list(self.waiting.values())[:10]}

    def delete_message(self, **asked: str) -> None:
        del self.waiting[asked["ReceiptHandle"]]


class Functions:
    """Takes events, or refuses them."""

    def __init__(self, refuses: bool = False) -> None:
        self.refuses = refuses
        self.started: list[tuple[str, dict]] = []

    def invoke(self, **asked: object) -> None:
        if self.refuses:
            raise OSError("throttled")
        assert asked["InvocationType"] == "Event"
        self.started.append((asked["FunctionName"], json.loads(asked["Payload"])))


def of_a_job(function: str = "sild-announce_tasks", event: object = EVENT) -> dict:
    record = {
        "version": "1.0",
        "requestContext": {"functionArn": f"{ARN}{function}:$LATEST", "condition": "RetriesExhausted"},
        "requestPayload": event,
        "responsePayload": {"errorMessage": "…"},
    }
    return {"Body": json.dumps(record)}


def of_a_schedule(function: str, body: str) -> dict:
    return {"Body": body, "MessageAttributes": {"TARGET_ARN": {"StringValue": f"{ARN}{function}"}}}


class Recorder:
    """Records changes but for those that it cannot."""

    def __init__(self, *fails: str) -> None:
        self.fails = fails
        self.told: list[dict] = []

    def invoke(self, **asked: object) -> dict:
        assert asked["FunctionName"] == "sild-record_changes"
        assert asked["InvocationType"] == "RequestResponse"
        [record] = json.loads(asked["Payload"])["Records"]
        self.told.append(record)
        sequence = record["dynamodb"]["SequenceNumber"]
        failed = [{"itemIdentifier": sequence}] if sequence in self.fails else []
        return {"Payload": io.BytesIO(json.dumps({"batchItemFailures": failed}).encode())}


class Stream:
    """A shard with these records, two on a page, or one that has forgotten them."""

    def __init__(self, *sequences: str, forgot: bool = False) -> None:
        self.sequences = sequences
        self.forgot = forgot

    def get_shard_iterator(self, **asked: str) -> dict:
        assert asked["ShardIteratorType"] == "AT_SEQUENCE_NUMBER"
        if self.forgot:
            raise ClientError({"Error": {"Code": "TrimmedDataAccessException"}}, "GetShardIterator")
        return {"ShardIterator": str(self.sequences.index(asked["SequenceNumber"]))}

    def get_records(self, **asked: str) -> dict:
        first = int(asked["ShardIterator"])
        at = datetime(2026, 3, 2, 8, tzinfo=UTC)
        page = [
            {"eventID": one, "dynamodb": {"SequenceNumber": one, "ApproximateCreationDateTime": at}}
            for one in self.sequences[first : first + 2]
        ]
        return {"Records": page, "NextShardIterator": str(first + 2)}


def of_the_stream(first: str, last: str) -> dict:
    batch = {"streamArn": "arn", "shardId": "shard", "startSequenceNumber": first, "endSequenceNumber": last}
    return {"Body": json.dumps({"DDBStreamBatchInfo": batch})}


class Redriving(unittest.TestCase):
    def redrive(self, name: str, queue: Queue) -> tuple[int, int, list[tuple[str, dict]]]:
        functions = Functions()
        tally = Redrive("sild", queue, functions).run(name, "https://queue")
        self.assertEqual(len(queue.waiting), len(tally.left))
        return tally.started, len(tally.left), functions.started

    def test_a_job_is_started_again_with_its_event(self) -> None:
        queue = Queue(*[of_a_job()] * 25)
        self.assertEqual(self.redrive("JobFailures", queue), (25, 0, [("sild-announce_tasks", EVENT)] * 25))

    def test_a_schedules_job_is_started_with_the_event_of_the_schedule(self) -> None:
        queue = Queue(of_a_schedule("sild-generate_occurrences", '{"office_id": "off_1"}'))
        wanted = [("sild-generate_occurrences", {"office_id": "off_1"})]
        self.assertEqual(self.redrive("ScheduleFailures", queue), (1, 0, wanted))

    def test_the_sweep_needs_no_event(self) -> None:
        queue = Queue(of_a_schedule("sild-sweep_outbox", "whatever"))
        self.assertEqual(self.redrive("ScheduleFailures", queue), (1, 0, [("sild-sweep_outbox", {})]))

    def test_what_became_of_a_mail_is_told_again(self) -> None:
        event = {"source": "aws.ses", "detail-type": "Email Bounced", "detail": {}}
        started = [("sild-record_mail_event", event)]
        queue = Queue(of_a_schedule("sild-record_mail_event", json.dumps(event)))
        self.assertEqual(self.redrive("ScheduleFailures", queue), (1, 0, started))
        queue = Queue(of_a_job("sild-record_mail_event", event))
        self.assertEqual(self.redrive("JobFailures", queue), (1, 0, started))
        queue = Queue(of_a_schedule("sild-record_mail_event", '{"source": "aws.other"}'))
        self.assertEqual(self.redrive("ScheduleFailures", queue), (0, 1, []))

    def test_rows_are_found_by_one_sweep(self) -> None:
        for name in ("RelayFailures", "MailFailures"):
            queue = Queue(*[{"Body": '{"DDBStreamBatchInfo": {}}'}] * 12)
            self.assertEqual(self.redrive(name, queue), (12, 0, [("sild-sweep_outbox", {})]))

    def test_a_change_is_read_from_the_stream_and_recorded(self) -> None:
        stream, recorder, queue = Stream("1", "2", "3", "4", "5"), Recorder(), Queue(of_the_stream("2", "4"))
        tally = Redrive("sild", queue, recorder, stream).run("AuditFailures", "https://queue")
        self.assertEqual((tally.started, tally.left, queue.waiting), (1, [], {}))
        self.assertEqual([one["eventID"] for one in recorder.told], ["2", "3", "4"])
        self.assertEqual(recorder.told[0]["dynamodb"]["ApproximateCreationDateTime"], 1772438400)
        self.assertEqual(recorder.told[0]["eventSourceARN"], "arn")

    def test_a_change_that_fails_again_or_is_gone_stays(self) -> None:
        for stream, recorder, message in (
            (Stream("1", "2"), Recorder("2"), of_the_stream("1", "2")),
            (Stream(forgot=True), Recorder(), of_the_stream("1", "2")),
            (Stream(), Recorder(), {"Body": '{"DDBStreamBatchInfo": {}}'}),
        ):
            queue = Queue(message)
            tally = Redrive("sild", queue, recorder, stream).run("AuditFailures", "https://queue")
            self.assertEqual((tally.started, len(tally.left), len(queue.waiting)), (0, 1, 1))

    def test_what_is_not_ours_or_not_understood_stays(self) -> None:
        strangers = [
            of_a_job("other-announce_tasks"),
            of_a_job("sild-sign_up_office"),
            of_a_job(event="text"),
            {"Body": "[]"},
            {"Body": "not JSON"},
        ]
        self.assertEqual(self.redrive("JobFailures", Queue(*strangers)), (0, 5, []))
        schedules = [
            of_a_schedule("other-generate_occurrences", '{"office_id": "off_1"}'),
            of_a_schedule("sild-generate_occurrences", "{}"),
            {"Body": '{"office_id": "off_1"}'},
        ]
        self.assertEqual(self.redrive("ScheduleFailures", Queue(*schedules)), (0, 3, []))

    def test_what_lambda_does_not_take_stays(self) -> None:
        queue = Queue(of_a_job())
        with self.assertRaises(OSError):
            Redrive("sild", queue, Functions(refuses=True)).run("JobFailures", "https://queue")
        self.assertEqual(len(queue.waiting), 1)

    def test_it_knows_every_job_that_is_called_asynchronously(self) -> None:
        sys.path.insert(0, str(deployment.ROOT / "tools"))
        import template

        jobs = template.read_operations(template.OPERATIONS.read_text())
        self.assertEqual({one.name for one in jobs if one.is_asynchronous}, {*SCHEDULED, SWEEP, MAIL_EVENTS})


if __name__ == "__main__":
    unittest.main()
