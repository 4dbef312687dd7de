"""The stack on that cloud: the template as it is and binaries of a Cargo profile, deployed by `sam deploy`."""

import json
import os
import subprocess
import zipfile
from pathlib import Path
from typing import Any

from infra import deployment
from infra.rehearsal.build import AREAS
from infra.rehearsal.cloud import ACCOUNT, REGION, ROOT, Cloud

DOMAIN = "portal.example"
PACKAGES = "packages"
WATCH = "infra/watch/watch.yaml"
# How an alarm over several metrics is written: the stand-in takes those over one only.
SEVERAL_METRICS = "\n      Metrics:\n"
# What only the stand-in asks for: it looks for a schedule in the default group, and for a mail's identity nowhere.
STAND_IN = "stand-in"
MISREAD = {"scheduler:CreateSchedule", "scheduler:DeleteSchedule", "ses:SendEmail"}
PARAMETERS = {
    # The stand-in cannot give an identity its DKIM tokens.
    "CreateMailIdentity": "no",
    "LinksPerViewer": "1000",
}


class Stack:
    """What was deployed."""

    def __init__(
        self,
        cloud: Cloud,
        folder: Path,
        name: str,
        outputs: dict[str, str],
        functions: list[str],
        host: str,
    ) -> None:
        self.cloud = cloud
        self.folder = folder
        self.name = name
        self.outputs = outputs
        self.functions = functions
        # The HTTP API's own host, which the edge would call.
        self.host = host
        secret = cloud.client("secretsmanager").get_secret_value(SecretId=outputs["OriginSecretArn"])
        self.origin_secret = secret["SecretString"]

    @property
    def table(self) -> str:
        return self.outputs["TableName"]


def package(binaries: Path, folder: Path) -> None:
    """Zips each binary as the template asks for it."""
    (folder / "build").mkdir(parents=True)
    for area in AREAS:
        bare = folder / area
        subprocess.run(["strip", "-o", str(bare), str(binaries / area)], check=True)
        with zipfile.ZipFile(folder / f"build/{area}.zip", "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
            archive.write(bare, "bootstrap")
            if area == "public":
                built = ROOT / "web/apps/portal/dist"
                for file in (*built.glob("*.html"), built / "page.css", built / "worker.js"):
                    archive.write(file, f"portal/{file.name}")
        bare.unlink()
    write_templates(folder)


def write_templates(folder: Path) -> None:
    """The main template as it is, and the one that watches it without the alarms that the stand-in does not know."""
    (folder / "template.yaml").write_text((ROOT / "template.yaml").read_text())
    resources = (ROOT / WATCH).read_text().split("\n\n")
    (folder / WATCH).parent.mkdir(parents=True, exist_ok=True)
    (folder / WATCH).write_text("\n\n".join(one for one in resources if SEVERAL_METRICS not in one))


def settings(name: str) -> deployment.Settings:
    """What `make deploy` would read for a stack of this name."""
    return deployment.Settings(
        stack=name,
        region=REGION,
        domain=DOMAIN,
        mail_from=f"mail@{DOMAIN}",
        alarm_mail=f"alarms@{DOMAIN}",
        edge=False,
        package_bucket=PACKAGES,
        parameters=dict(PARAMETERS),
    )


def deploy(cloud: Cloud, folder: Path, name: str) -> Stack:
    """Deploys as `make deploy` does, without the edge; then makes what the stand-in leaves out."""
    bucket = cloud.client("s3")
    if PACKAGES not in {one["Name"] for one in bucket.list_buckets()["Buckets"]}:
        bucket.create_bucket(Bucket=PACKAGES, CreateBucketConfiguration={"LocationConstraint": REGION})
        cloud.client("sesv2").create_email_identity(EmailIdentity=DOMAIN)
    os.environ.update(cloud.environment)
    outputs = deployment.deploy(settings(name), folder)
    formation = cloud.client("cloudformation")
    resources = _resources(formation, name)
    functions = [one["PhysicalResourceId"] for one in resources if one["ResourceType"] == "AWS::Lambda::Function"]
    api = next(one["PhysicalResourceId"] for one in resources if one["ResourceType"] == "AWS::ApiGatewayV2::Api")
    _make_routes(cloud, api, name, json.loads(_processed_template(formation, name)))
    for function in functions:
        _mend(cloud, function)
    # On the loopback address there is no TLS, which the bucket insists on.
    bucket.delete_bucket_policy(Bucket=outputs["BucketName"])
    return Stack(cloud, folder, name, outputs, functions, f"{api}.execute-api.localhost:{cloud.port}")


def _resources(formation: Any, name: str) -> list[dict]:
    pages = formation.get_paginator("list_stack_resources").paginate(StackName=name)
    return [resource for page in pages for resource in page["StackResourceSummaries"]]


def _processed_template(formation: Any, name: str) -> str:
    body = formation.get_template(StackName=name, TemplateStage="Processed")["TemplateBody"]
    return body if isinstance(body, str) else json.dumps(body)


def _make_routes(cloud: Cloud, api: str, stack: str, template: dict) -> None:
    """The stand-in ignores an API's OpenAPI body: its routes and integrations are made from that very body."""
    gateway = cloud.client("apigatewayv2")
    [properties] = [
        resource["Properties"]
        for resource in template["Resources"].values()
        if resource["Type"] == "AWS::ApiGatewayV2::Api"
    ]
    known = {route["RouteKey"] for route in gateway.get_routes(ApiId=api)["Items"]}
    for path, methods in properties["Body"]["paths"].items():
        for method, operation in methods.items():
            key = f"{method.upper()} {path}"
            if key in known:
                continue
            integration = operation["x-amazon-apigateway-integration"]
            name = _function_of(integration["uri"], stack, template)
            made = gateway.create_integration(
                ApiId=api,
                IntegrationType="AWS_PROXY",
                IntegrationMethod="POST",
                PayloadFormatVersion=integration["payloadFormatVersion"],
                IntegrationUri=f"arn:aws:lambda:{REGION}:{ACCOUNT}:function:{name}",
            )
            gateway.create_route(ApiId=api, RouteKey=key, Target=f"integrations/{made['IntegrationId']}")


def allowed_by_stand_in(actions: set[str]) -> dict | None:
    """What a role of these actions needs more, as the stand-in asks for another resource than AWS does."""
    misread = sorted(actions & MISREAD)
    if not misread:
        return None
    return {"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Action": misread, "Resource": "*"}]}


def _mend(cloud: Cloud, function: str) -> None:
    role = role_of(cloud, function)
    iam = cloud.client("iam")
    [own] = iam.list_role_policies(RoleName=role)["PolicyNames"]
    more = allowed_by_stand_in(actions_of(iam.get_role_policy(RoleName=role, PolicyName=own)["PolicyDocument"]))
    if more:
        iam.put_role_policy(RoleName=role, PolicyName=STAND_IN, PolicyDocument=json.dumps(more))


def actions_of(document: dict) -> set[str]:
    """All actions that a policy names."""
    named = [statement["Action"] for statement in document["Statement"]]
    return {action for one in named for action in ([one] if isinstance(one, str) else one)}


def role_of(cloud: Cloud, function: str) -> str:
    """The name of a function's role."""
    return cloud.client("lambda").get_function_configuration(FunctionName=function)["Role"].rsplit("/", 1)[-1]


def _function_of(uri: Any, stack: str, template: dict) -> str:
    """The function that an integration's URI names: `…functions/${AssignTaskFunction.Arn}/invocations`."""
    resource = json.dumps(uri).split("functions/${", 1)[1].split(".Arn}", 1)[0]
    name = template["Resources"][resource]["Properties"]["FunctionName"]
    text = name["Fn::Sub"] if isinstance(name, dict) else name
    return text.replace("${AWS::StackName}", stack)
