"""The order of a deployment and of taking it away, with AWS and SAM replaced; the rehearsal does both for real."""

import json
import os
import sys
import tempfile
import unittest
from pathlib import Path
from unittest import mock

os.environ.setdefault("AWS_DEFAULT_REGION", "eu-north-1")

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from cfnlint.decode import cfn_yaml

from infra import deployment

ROOT = deployment.ROOT
WATCH = json.loads(json.dumps(cfn_yaml.load(str(ROOT / "infra/watch/watch.yaml"))))
MAIN = json.loads(json.dumps(cfn_yaml.load(str(ROOT / "template.yaml"))))


class Deployment(unittest.TestCase):
    def setUp(self) -> None:
        self.deployed: dict[str, dict[str, str]] = {}
        self.aws = mock.MagicMock()
        self.aws.get_account_settings.return_value = {"AccountLimit": {"ConcurrentExecutions": 1000}}
        for name, stand_in in (("_sam", self.sam), ("_client", lambda *_: self.aws), ("outputs_of", lambda *_: {})):
            patch = mock.patch.object(deployment, name, stand_in)
            patch.start()
            self.addCleanup(patch.stop)

    def sam(self, _: object, stack: str, file: str, parameters: dict[str, str], *_more: object) -> dict[str, str]:
        self.deployed[stack] = parameters
        written = json.loads(json.dumps(cfn_yaml.load(str(ROOT / file))))
        return {name: f"the {name}" for name in written["Outputs"]}

    def settings(self, alarm_mail: str = "") -> deployment.Settings:
        return deployment.Settings(
            mail_from="mail@portal.example", domain="portal.example", alarm_mail=alarm_mail, edge=False
        )

    def test_what_watches_comes_after_what_it_watches(self) -> None:
        deployment.deploy(self.settings(alarm_mail="ops@portal.example"))
        self.assertEqual(list(self.deployed), ["sild", "sild-watch"])
        told = self.deployed["sild-watch"]
        self.assertEqual(told.keys(), WATCH["Parameters"].keys())
        self.assertEqual(told["ConcurrencyQuota"], "1000")
        self.assertEqual(told["AlarmMail"], "ops@portal.example")

    def test_every_queue_of_the_template_is_told(self) -> None:
        queues = {name for name, one in MAIN["Resources"].items() if one["Type"] == "AWS::SQS::Queue"}
        self.assertEqual(set(deployment.FAILURE_QUEUES), queues)

    def test_what_watches_goes_before_what_it_watches(self) -> None:
        deployment.destroy(self.settings(), with_data=False)
        deleted = [call.kwargs["StackName"] for call in self.aws.delete_stack.call_args_list]
        self.assertEqual(deleted, ["sild-watch", "sild-edge", "sild-edge-certificate", "sild"])

    def test_a_restored_table_and_the_one_before_are_both_kept_or_both_deleted(self) -> None:
        outputs = {"TableName": "restored", "OwnTableName": "own", "BucketName": "files", "CertificateArn": "arn"}
        self.aws.get_paginator.return_value.paginate.return_value = []
        with mock.patch.object(deployment, "outputs_of", lambda *_: outputs):
            left = deployment.destroy(self.settings(), with_data=False)
            self.assertEqual(left, ["table restored", "table own", "bucket files", "certificate arn"])
            self.aws.delete_table.assert_not_called()
            self.aws.delete_certificate.assert_not_called()
            self.assertEqual(deployment.destroy(self.settings(), with_data=True), [])
        deleted = [call.kwargs["TableName"] for call in self.aws.delete_table.call_args_list]
        self.assertEqual(deleted, ["restored", "own"])
        self.aws.delete_certificate.assert_called_once_with(CertificateArn="arn")

    def test_a_certificate_is_named_though_the_rest_went_before(self) -> None:
        def outputs(_: object, stack: str, region: str | None = None) -> dict[str, str]:
            is_certificate = (stack, region) == ("sild-edge-certificate", deployment.EDGE_REGION)
            return {"CertificateArn": "arn"} if is_certificate else {}

        with mock.patch.object(deployment, "outputs_of", outputs):
            self.assertEqual(deployment.destroy(self.settings(), with_data=False), ["certificate arn"])

    def test_each_built_file_lies_where_its_page_asks_for_it(self) -> None:
        built = (
            "office/dist/index.html",
            "office/dist/favicon.svg",
            "office/dist/assets/main-1a2b3c4d.js",
            "portal/dist/index.html",
            "portal/dist/entry-3c4d_-7h.js",
            "portal/dist/icon.svg",
            "portal/dist/page.css",
            "portal/dist/worker.js",
            "portal/dist/.vite/manifest.json",
            "portal/dist/preview/index.html",
            "portal/dist/preview/index-5e6f7g8h.js",
        )
        with tempfile.TemporaryDirectory() as folder, mock.patch.object(deployment, "ROOT", Path(folder)):
            for name in built:
                file = Path(folder, "web/apps", name)
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_text(name)
            self.assertEqual(deployment.upload_apps(self.aws, "apps"), 7)
        stored = {call.kwargs["Key"]: call.kwargs["CacheControl"] for call in self.aws.put_object.call_args_list}
        forever, asked = deployment.FOREVER, deployment.ASK_EACH_TIME
        self.assertEqual(
            stored,
            {
                "assets/office/assets/main-1a2b3c4d.js": forever,
                "favicon.svg": asked,
                "assets/portal/entry-3c4d_-7h.js": forever,
                "assets/portal/icon.svg": asked,
                "portal-preview/index-5e6f7g8h.js": forever,
                "index.html": asked,
                "portal-preview/index.html": asked,
            },
        )
        self.assertEqual(list(stored)[-2:], [page.removeprefix("/") for page in deployment.PAGES], "pages come last")

    def test_an_address_for_alarms_may_be_left_out_but_not_be_wrong(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder, "deploy.toml")
            file.write_text('mail_from = "mail@portal.example"\n')
            self.assertEqual(deployment.read_settings(file).alarm_mail, "")
            file.write_text('mail_from = "mail@portal.example"\nalarm_mail = "nobody"\n')
            with self.assertRaises(deployment.DeploymentError):
                deployment.read_settings(file)


if __name__ == "__main__":
    unittest.main()
