"""What the edge does with a request before the functions see it: its code runs here as it stands in the template."""

import json
import os
import re
import subprocess
import unittest
from pathlib import Path

os.environ.setdefault("AWS_DEFAULT_REGION", "eu-north-1")

from cfnlint.decode import cfn_yaml

ROOT = Path(__file__).resolve().parents[2]
TEMPLATE = json.loads(json.dumps(cfn_yaml.load(str(ROOT / "infra/edge/edge.yaml"))))
RESOURCES = TEMPLATE["Resources"]
DOMAIN = "portal.example"


def run(code: str, uri: str, host: str, **headers: str) -> dict:
    """The request that leaves the edge."""
    sent = {name.replace("_", "-"): {"value": value} for name, value in {"host": host, **headers}.items()}
    event = {"viewer": {"ip": "203.0.113.7"}, "request": {"uri": uri, "headers": sent}}
    script = f"{code}\nprocess.stdout.write(JSON.stringify(handler({json.dumps(event)})))"
    told = subprocess.run(["node", "--eval", script], check=True, capture_output=True, text=True)
    return json.loads(told.stdout)


def viewer(uri: str, host: str, **headers: str) -> dict:
    text, _ = RESOURCES["ViewerFunction"]["Properties"]["FunctionCode"]["Fn::Sub"]
    return run(text.replace("${Domain}", DOMAIN), uri, host, **headers)


def page(uri: str) -> str:
    return run(RESOURCES["PageFunction"]["Properties"]["FunctionCode"], uri, f"app.{DOMAIN}")["uri"]


class Viewer(unittest.TestCase):
    def test_the_origin_is_told_who_the_viewer_is_whatever_the_viewer_says(self) -> None:
        sent = viewer("/api/office/session", f"app.{DOMAIN}", x_viewer_host="evil.example", x_viewer_address="::1")
        self.assertEqual(sent["headers"]["x-viewer-host"]["value"], f"app.{DOMAIN}")
        self.assertEqual(sent["headers"]["x-viewer-address"]["value"], "203.0.113.7")

    def test_a_portals_own_host_shows_that_portal(self) -> None:
        self.assertEqual(viewer("/", f"Bridge.{DOMAIN}")["uri"], "/p/bridge/")
        self.assertEqual(viewer("/c/cli_1/tasks/tsk_1", f"bridge.{DOMAIN}")["uri"], "/p/bridge/c/cli_1/tasks/tsk_1")
        self.assertEqual(viewer("/apis", f"bridge.{DOMAIN}")["uri"], "/p/bridge/apis")

    def test_the_api_and_paths_of_portals_stay_as_they_are(self) -> None:
        for uri in ("/api/portal/off_1/session", "/p/other", "/media/logo"):
            self.assertEqual(viewer(uri, f"bridge.{DOMAIN}")["uri"], uri)
        self.assertEqual(viewer("/p/bridge", f"app.{DOMAIN}")["uri"], "/p/bridge")

    def test_without_a_domain_no_host_is_a_portals(self) -> None:
        self.assertEqual(viewer("/p/bridge", "d111111abcdef8.cloudfront.net")["uri"], "/p/bridge")


def directives(policy: str) -> dict[str, str]:
    parts = (part.split(None, 1) for part in re.sub(r"\s+", " ", policy).strip().split(";"))
    return {name: rest.strip() for name, rest in parts}


class Policy(unittest.TestCase):
    def test_one_machine_allows_what_the_edge_allows(self) -> None:
        config = RESOURCES["PagePolicy"]["Properties"]["ResponseHeadersPolicyConfig"]
        edge, _ = config["SecurityHeadersConfig"]["ContentSecurityPolicy"]["ContentSecurityPolicy"]["Fn::Sub"]
        source = (ROOT / "infra/local/src/front/policy.rs").read_text()
        (written,) = re.findall(r'format!\(\s*"(default-src [^"]*)"', source)
        local = written.replace("\\\n", "").replace("{styles}", "'self' ${OfficeStyleHashes}")
        self.assertEqual(directives(local.replace("{bucket}", "${Files}")), directives(edge))


class Page(unittest.TestCase):
    def test_every_path_of_the_app_is_its_page_and_a_file_is_itself(self) -> None:
        self.assertEqual(page("/tasks/tsk_1"), "/index.html")
        self.assertEqual(page("/"), "/index.html")
        self.assertEqual(page("/favicon.svg"), "/favicon.svg")

    def test_the_preview_of_the_portal_is_a_page_of_its_own(self) -> None:
        self.assertEqual(page("/portal-preview/"), "/portal-preview/index.html")
        self.assertEqual(page("/portal-preview/index-5e6f.js"), "/portal-preview/index-5e6f.js")


class Distributions(unittest.TestCase):
    def behaviours(self, name: str) -> list[dict]:
        told = RESOURCES[name]["Properties"]["DistributionConfig"]
        return [told["DefaultCacheBehavior"], *told.get("CacheBehaviors", [])]

    def test_the_api_is_never_kept_and_always_told_who_asks(self) -> None:
        for name in ("Office", "Portals"):
            asked = [one for one in self.behaviours(name) if one["TargetOriginId"] == "api"]
            self.assertTrue(asked)
            for one in asked:
                self.assertEqual(one["CachePolicyId"], "4135ea2d-6df8-44a3-9df3-4b5a84be39ad")
                self.assertEqual(one["OriginRequestPolicyId"], "b689b0a8-53d0-40ab-baf2-68738e2966ac")
                [function] = one["FunctionAssociations"]
                self.assertEqual(function["FunctionARN"], {"Fn::GetAtt": ["ViewerFunction", "FunctionARN"]})

    def test_pictures_come_from_the_bucket_and_only_what_lies_under_media(self) -> None:
        for name in ("Office", "Portals"):
            [one] = [one for one in self.behaviours(name) if one["TargetOriginId"] == "files"]
            self.assertEqual(one["PathPattern"], "/media/*")
            self.assertNotIn("AllowedMethods", one, "GET and HEAD")
            origins = RESOURCES[name]["Properties"]["DistributionConfig"]["Origins"]
            [origin] = [origin for origin in origins if origin["Id"] == "files"]
            self.assertIn("OriginAccessControlId", origin)
        main = json.loads(json.dumps(cfn_yaml.load(str(ROOT / "template.yaml"))))
        statements = main["Resources"]["BucketTlsOnly"]["Properties"]["PolicyDocument"]["Statement"]
        [allowed] = [statement for statement in statements if statement["Effect"] == "Allow"]
        self.assertEqual(allowed["Principal"], {"Service": "cloudfront.amazonaws.com"})
        self.assertEqual(allowed["Action"], "s3:GetObject")
        self.assertEqual(allowed["Resource"], {"Fn::Sub": "${Bucket.Arn}/media/*"})
        self.assertEqual(allowed["Condition"]["StringEquals"], {"aws:SourceAccount": {"Ref": "AWS::AccountId"}})

    def test_everything_has_the_security_headers_and_https(self) -> None:
        for name in ("Office", "Portals"):
            for one in self.behaviours(name):
                self.assertEqual(one["ResponseHeadersPolicyId"], {"Ref": "PagePolicy"})
                self.assertIn(one["ViewerProtocolPolicy"], ("https-only", "redirect-to-https"))

    def test_a_certificate_of_ours_is_asked_for_with_a_present_version_of_tls(self) -> None:
        _, with_domain, _ = RESOURCES["Office"]["Properties"]["DistributionConfig"]["ViewerCertificate"]["Fn::If"]
        portals = RESOURCES["Portals"]["Properties"]["DistributionConfig"]["ViewerCertificate"]
        for certificate in (with_domain, portals):
            self.assertEqual(certificate["MinimumProtocolVersion"], "TLSv1.2_2021")

    def test_no_inline_script_is_allowed(self) -> None:
        headers = RESOURCES["PagePolicy"]["Properties"]["ResponseHeadersPolicyConfig"]["SecurityHeadersConfig"]
        text, _ = headers["ContentSecurityPolicy"]["ContentSecurityPolicy"]["Fn::Sub"]
        self.assertIn("script-src 'self';", text)
        self.assertNotIn("unsafe", text)

    def test_only_pages_of_the_same_origin_may_be_framed_and_only_by_such(self) -> None:
        headers = RESOURCES["PagePolicy"]["Properties"]["ResponseHeadersPolicyConfig"]["SecurityHeadersConfig"]
        text, _ = headers["ContentSecurityPolicy"]["ContentSecurityPolicy"]["Fn::Sub"]
        self.assertIn("frame-src 'self';", text)
        self.assertIn("frame-ancestors 'self';", text)


if __name__ == "__main__":
    unittest.main()
