"""What watches a stack: that everything is watched, that every alarm reaches somebody, and that it is explained."""

import json
import os
import re
import sys
import unittest
from collections.abc import Iterator
from pathlib import Path

os.environ.setdefault("AWS_DEFAULT_REGION", "eu-north-1")

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import template
from cfnlint.decode import cfn_yaml

ROOT = template.ROOT
WATCH = json.loads(json.dumps(cfn_yaml.load(str(ROOT / "infra/watch/watch.yaml"))))
MAIN = json.loads(json.dumps(cfn_yaml.load(str(template.TEMPLATE))))
ALARMS = {
    name: resource["Properties"]
    for name, resource in WATCH["Resources"].items()
    if resource["Type"] == "AWS::CloudWatch::Alarm"
}
PAGE = "docs/operations/alarms.md"
STACK = {"Ref": "StackName"}
# What the functions tell of themselves, in which dimensions.
OWN = {
    name
    for folder in ("shared", "functions")
    for file in (ROOT / folder).rglob("*.rs")
    for name in re.findall(r'metrics::(?:counter|histogram)!\("(\w+)"', file.read_text().split("#[cfg(test)]")[0])
}
DIMENSIONS = ("Stack", "Area")
# Alarms over several metrics may be over ten; dashboards of up to fifty cost nothing.
MOST_METRICS_OF_AN_ALARM = 10
MOST_METRICS_OF_A_DASHBOARD = 50


def metrics(alarm: dict) -> Iterator[dict]:
    """The metrics that an alarm is over: namespace, name, dimensions."""
    if "MetricName" in alarm:
        yield alarm
    for one in alarm.get("Metrics", []):
        if "MetricStat" in one:
            yield one["MetricStat"]["Metric"]


def dimensions(metric: dict) -> dict:
    return {one["Name"]: one["Value"] for one in metric.get("Dimensions", [])}


def anchor(heading: str) -> str:
    return re.sub(r"[^a-z0-9 -]", "", heading.lower()).replace(" ", "-")


def dashboard() -> list[dict]:
    body = WATCH["Resources"]["Dashboard"]["Properties"]["DashboardBody"]["Fn::Sub"]
    return json.loads(re.sub(r"\$\{([A-Za-z:]+)\}", r"\1", body))["widgets"]


class Alarms(unittest.TestCase):
    def test_every_queue_of_failures_has_an_alarm_for_the_first_message(self) -> None:
        queues = {name for name, one in MAIN["Resources"].items() if one["Type"] == "AWS::SQS::Queue"}
        watched = {
            dimensions(alarm)["QueueName"]["Ref"]
            for alarm in ALARMS.values()
            if alarm.get("MetricName") == "ApproximateNumberOfMessagesVisible" and alarm["Threshold"] == 1
        }
        self.assertEqual(watched, queues)

    def test_every_reader_of_the_stream_has_an_alarm_for_what_waits(self) -> None:
        readers = {one.name for one in template.read_operations(template.OPERATIONS.read_text()) if one.stream}
        watched = {
            dimensions(alarm)["FunctionName"]["Fn::Sub"].removeprefix("${StackName}-")
            for alarm in ALARMS.values()
            if alarm.get("MetricName") == "IteratorAge"
        }
        self.assertEqual(watched, readers)

    def test_every_alarm_is_told_when_it_begins_and_when_it_is_over(self) -> None:
        for name, alarm in ALARMS.items():
            with self.subTest(name):
                self.assertEqual(alarm["AlarmActions"], [{"Ref": "Alarms"}])
                self.assertEqual(alarm["OKActions"], [{"Ref": "Alarms"}])

    def test_every_alarm_is_explained_under_its_name_and_nothing_else_is(self) -> None:
        page = (ROOT / PAGE).read_text()
        headings = {anchor(one) for one in re.findall(r"^### (.*)$", page, re.MULTILINE)}
        for name, alarm in ALARMS.items():
            with self.subTest(name):
                where = alarm["AlarmName"]["Fn::Sub"].removeprefix("${StackName}-")
                meaning, _, told = alarm["AlarmDescription"].rpartition(" See ")
                self.assertEqual(told, f"{PAGE}#{where}")
                self.assertTrue(meaning.endswith("."))
                self.assertIn(where, headings)
        self.assertEqual(len(headings), len(ALARMS))

    def test_only_of_the_sweep_is_silence_a_failure(self) -> None:
        for name, alarm in ALARMS.items():
            expected = {"SweepStopped": "breaching", "MailsBounce": "ignore", "MailsComplaint": "ignore"}
            self.assertEqual(alarm["TreatMissingData"], expected.get(name, "notBreaching"), name)

    def test_what_alarms_are_over_is_there(self) -> None:
        names = {one.name for one in template.read_operations(template.OPERATIONS.read_text())}
        for name, alarm in ALARMS.items():
            over = list(metrics(alarm))
            self.assertTrue(0 < len(over) <= MOST_METRICS_OF_AN_ALARM, name)
            for metric in over:
                told = dimensions(metric)
                with self.subTest(name, metric=metric["MetricName"]):
                    if metric["Namespace"] == "Sild":
                        self.assertIn(metric["MetricName"], OWN)
                        self.assertEqual(tuple(told), DIMENSIONS)
                        self.assertEqual(told["Stack"], STACK)
                        self.assertIn(told["Area"], template.AREAS)
                    if "FunctionName" in told:
                        self.assertIn(told["FunctionName"]["Fn::Sub"].removeprefix("${StackName}-"), names)

    def test_ses_is_watched_where_it_stops_accounts(self) -> None:
        self.assertEqual(ALARMS["MailsBounce"]["Threshold"], 0.05)
        self.assertEqual(ALARMS["MailsComplaint"]["Threshold"], 0.001)


class Told(unittest.TestCase):
    def test_the_topic_is_encrypted_with_a_key_that_alarms_may_use(self) -> None:
        self.assertEqual(
            WATCH["Resources"]["Alarms"]["Properties"]["KmsMasterKeyId"], {"Fn::GetAtt": ["AlarmKey", "Arn"]}
        )
        [_, alarms] = WATCH["Resources"]["AlarmKey"]["Properties"]["KeyPolicy"]["Statement"]
        self.assertEqual(alarms["Principal"], {"Service": "cloudwatch.amazonaws.com"})
        self.assertEqual(alarms["Action"], ["kms:Decrypt", "kms:GenerateDataKey"])

    def test_only_alarms_of_this_stack_publish(self) -> None:
        statements = WATCH["Resources"]["AlarmsFromHere"]["Properties"]["PolicyDocument"]["Statement"]
        [allowed] = [one for one in statements if one["Effect"] == "Allow"]
        self.assertEqual(allowed["Principal"], {"Service": "cloudwatch.amazonaws.com"})
        self.assertTrue(allowed["Condition"]["ArnLike"]["aws:SourceArn"]["Fn::Sub"].endswith(":alarm:${StackName}-*"))

    def test_nobody_is_subscribed_unasked(self) -> None:
        self.assertEqual(WATCH["Resources"]["AlarmMailSubscription"]["Condition"], "TellsSomebody")
        self.assertEqual(WATCH["Parameters"]["AlarmMail"]["Default"], "")

    def test_it_runs_nothing(self) -> None:
        kinds = {one["Type"].rsplit("::", 1)[0] for one in WATCH["Resources"].values()}
        self.assertEqual(kinds, {"AWS::CloudWatch", "AWS::KMS", "AWS::SNS"})


class Dashboard(unittest.TestCase):
    def test_it_has_its_four_sections(self) -> None:
        sections = [one["properties"]["markdown"] for one in dashboard() if one["type"] == "text"]
        self.assertEqual(sections, ["# People", "# Mail", "# Jobs", "# Data"])

    def test_nothing_lies_over_another(self) -> None:
        taken: set[tuple[int, int]] = set()
        for one in dashboard():
            self.assertLessEqual(one["x"] + one["width"], 24)
            cells = {
                (x, y)
                for x in range(one["x"], one["x"] + one["width"])
                for y in range(one["y"], one["y"] + one["height"])
            }
            self.assertFalse(cells & taken, one["properties"])
            taken |= cells

    def test_everything_that_the_functions_tell_is_shown_as_they_tell_it(self) -> None:
        shown = set()
        for metric in self.shown():
            if metric[0] == "Sild":
                shown.add(metric[1])
                names = [part for part in metric[2:] if isinstance(part, str)]
                self.assertEqual(tuple(names[::2]), DIMENSIONS)
        self.assertEqual(shown, OWN)

    def test_everything_that_the_functions_tell_is_explained(self) -> None:
        page = (ROOT / "docs/operations/logs.md").read_text()
        self.assertEqual(set(re.findall(r"^\| `([A-Z]\w+)` \|", page, re.MULTILINE)), OWN)

    def test_it_costs_nothing(self) -> None:
        self.assertLessEqual(len(list(self.shown())), MOST_METRICS_OF_A_DASHBOARD)

    def test_it_names_only_what_the_template_knows(self) -> None:
        body = WATCH["Resources"]["Dashboard"]["Properties"]["DashboardBody"]["Fn::Sub"]
        self.assertLessEqual(set(re.findall(r"\$\{([^}]+)\}", body)), {*WATCH["Parameters"], "AWS::Region"})

    @staticmethod
    def shown() -> Iterator[list]:
        for one in dashboard():
            yield from one["properties"].get("metrics", [])


if __name__ == "__main__":
    unittest.main()
