"""Deploying again and taking away: what people wrote stays."""

import json
import unittest

from botocore.exceptions import ClientError

from infra import deployment
from infra.redrive import Redrive
from infra.rehearsal.cloud import ACCOUNT
from infra.rehearsal.running import scene
from infra.rehearsal.scene import event_of
from infra.rehearsal.stack import settings

RESTORED = "scene-restored"
KEY = {"pk": {"S": "KEPT"}, "sk": {"S": "A"}}


class Deployment(unittest.TestCase):
    """On the stack of the functions, which nobody needs any more."""

    def setUp(self) -> None:
        self.stack = scene()
        self.settings = settings("scene")
        self.table = self.stack.cloud.client("dynamodb")

    def test_1_deploying_again_keeps_what_is_in_the_table(self) -> None:
        self.table.put_item(TableName=self.stack.table, Item=KEY)
        self.settings.parameters["LinkLifetimeHours"] = "48"
        again = deployment.deploy(self.settings, self.stack.folder)
        self.assertEqual(again["TableName"], self.stack.table)
        self.assertIn("Item", self.table.get_item(TableName=self.stack.table, Key=KEY))
        function = self.stack.cloud.client("lambda").get_function_configuration(FunctionName="scene-show_portal")
        self.assertEqual(function["Environment"]["Variables"]["SILD_LINK_LIFETIME_HOURS"], "48")

    def test_2_the_apps_are_stored_with_lifetimes(self) -> None:
        bucket = self.stack.cloud.client("s3")
        bucket.create_bucket(Bucket="apps", CreateBucketConfiguration={"LocationConstraint": self.settings.region})
        count = deployment.upload_apps(bucket, "apps")
        pages = bucket.get_paginator("list_objects_v2").paginate(Bucket="apps")
        keys = {one["Key"] for page in pages for one in page["Contents"]}
        self.assertEqual(len(keys), count)
        self.assertIn("index.html", keys)
        self.assertTrue({key.split("/")[1] for key in keys if "/" in key} >= {"office", "portal"}, keys)
        for key in ("index.html", "portal-preview/index.html"):
            page = bucket.head_object(Bucket="apps", Key=key)
            self.assertEqual((page["CacheControl"], page["ContentType"]), ("no-cache", "text/html"))
        script = next(key for key in keys if key.startswith("assets/portal/") and key.endswith(".js"))
        self.assertIn("immutable", bucket.head_object(Bucket="apps", Key=script)["CacheControl"])

    def test_3_a_person_is_told_what_is_left_to_do(self) -> None:
        lines = deployment.report(self.settings, self.stack.outputs)
        self.assertEqual(lines[-1], f"the office app: https://app.{self.settings.domain}/sign-up")

    def test_4_each_alarm_is_over_what_was_deployed_and_tells_the_topic(self) -> None:
        alarms = self.stack.cloud.client("cloudwatch").describe_alarms(AlarmNamePrefix="scene-")["MetricAlarms"]
        self.assertTrue(alarms)
        for alarm in alarms:
            self.assertEqual(alarm["AlarmActions"], [self.stack.outputs["AlarmTopicArn"]])
        watched = {one["Value"] for alarm in alarms for one in alarm["Dimensions"] if one["Name"] == "QueueName"}
        self.assertEqual(watched, {self.stack.outputs[f"{queue}Name"] for queue in deployment.FAILURE_QUEUES})

    def test_5_what_failed_for_good_is_tried_again(self) -> None:
        # Those of the stack insist on TLS, which the loopback address has not.
        sqs = self.stack.cloud.client("sqs")
        address = sqs.create_queue(QueueName="scene-failures")["QueueUrl"]
        arn = f"arn:aws:lambda:{self.settings.region}:{ACCOUNT}:function:scene-generate_occurrences:$LATEST"
        record = {
            "requestContext": {"functionArn": arn},
            "requestPayload": json.loads(event_of("generate_occurrences")),
        }
        sqs.send_message(QueueUrl=address, MessageBody=json.dumps(record))
        tally = Redrive("scene", sqs, self.stack.cloud.client("lambda")).run("JobFailures", address)
        self.assertEqual((tally.started, tally.left), (1, []))
        asked = {"QueueUrl": address, "AttributeNames": ["All"]}
        left = sqs.get_queue_attributes(**asked)["Attributes"]
        self.assertEqual(
            (left["ApproximateNumberOfMessages"], left["ApproximateNumberOfMessagesNotVisible"]), ("0", "0")
        )

    def test_6_a_restored_table_takes_the_place_of_the_other(self) -> None:
        self.table.restore_table_to_point_in_time(
            SourceTableName=self.stack.table, TargetTableName=RESTORED, UseLatestRestorableTime=True
        )
        self.assertIn("Item", self.table.get_item(TableName=RESTORED, Key=KEY))
        stream = {"StreamEnabled": True, "StreamViewType": "NEW_AND_OLD_IMAGES"}
        self.table.update_table(TableName=RESTORED, StreamSpecification=stream)
        told = self.table.describe_table(TableName=RESTORED)["Table"]
        self.settings.parameters |= {"RestoredTable": RESTORED, "RestoredStream": told["LatestStreamLabel"]}
        self.assertEqual(deployment.deploy(self.settings, self.stack.folder)["TableName"], RESTORED)
        functions = self.stack.cloud.client("lambda")
        for name in self.stack.functions:
            configuration = functions.get_function_configuration(FunctionName=name)
            self.assertEqual(configuration["Environment"]["Variables"]["SILD_TABLE"], RESTORED)
            policy = {"RoleName": configuration["Role"].rsplit("/", 1)[-1], "PolicyName": name.removeprefix("scene-")}
            document = json.dumps(self.stack.cloud.client("iam").get_role_policy(**policy)["PolicyDocument"])
            self.assertIn(f"table/{RESTORED}", document)
            self.assertNotIn(f"table/{self.stack.table}", document)
        mappings = functions.list_event_source_mappings()["EventSourceMappings"]
        read = {one["EventSourceArn"] for one in mappings if ":scene-" in one["FunctionArn"]}
        self.assertEqual(read, {told["LatestStreamArn"]})

    def test_7_taking_away_keeps_the_data(self) -> None:
        left = deployment.destroy(self.settings, with_data=False)
        bucket = f"bucket {self.stack.outputs['BucketName']}"
        self.assertEqual(left, [f"table {RESTORED}", f"table {self.stack.table}", bucket])
        self.assertIn("Item", self.table.get_item(TableName=self.stack.table, Key=KEY))
        self.stack.cloud.client("s3").head_bucket(Bucket=self.stack.outputs["BucketName"])
        alarms = self.stack.cloud.client("cloudwatch").describe_alarms(AlarmNamePrefix="scene-")
        self.assertEqual(alarms["MetricAlarms"], [])
        with self.assertRaises(ClientError):
            self.stack.cloud.client("lambda").get_function(FunctionName="scene-show_portal")


if __name__ == "__main__":
    unittest.main()
