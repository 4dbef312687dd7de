"""Deploys Sild into an AWS account, again and again; and takes it away.

    .tools/cloud/bin/python -m infra.deployment deploy              asks what it must know the first time, then deploys
    .tools/cloud/bin/python -m infra.deployment destroy             takes everything away but the data
    .tools/cloud/bin/python -m infra.deployment destroy --with-data asks for the stack's name, and takes the data too

What was answered is kept in deploy.toml. Credentials are those of the AWS SDK: a profile or the environment.
"""

import argparse
import json
import mimetypes
import re
import subprocess
import sys
import tomllib
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import boto3
from botocore.exceptions import BotoCoreError, ClientError

ROOT = Path(__file__).resolve().parents[1]
SETTINGS = ROOT / "deploy.toml"
# CloudFront takes certificates and firewalls from this region only.
EDGE_REGION = "us-east-1"
# Until the distribution has a host name, the main stack is told this one.
NO_HOST_YET = "not-yet.invalid"
# Where waits what failed for good; each is watched.
FAILURE_QUEUES = ("RelayFailures", "MailFailures", "AuditFailures", "ScheduleFailures", "JobFailures")
FOREVER = "public, max-age=31536000, immutable"
ASK_EACH_TIME = "no-cache"
# What a build names after its content: eight signs before the ending.
HASHED = re.compile(r"-[\w-]{8}\.\w+$")
# What names the files of a build: it is asked for anew after each deployment.
PAGES = ("/index.html", "/portal-preview/index.html")


class DeploymentError(Exception):
    """Says what failed and what to do."""


@dataclass
class Settings:
    """What a deployment is told."""

    stack: str = "sild"
    region: str = "eu-north-1"
    domain: str = ""
    hosted_zone: str = ""
    mail_from: str = ""
    # Who is told of alarms; nobody, where it is left out.
    alarm_mail: str = ""
    architecture: str = "x86_64"
    # Whether CloudFront, and with a domain its certificate and firewall, are made.
    edge: bool = True
    # Where SAM puts the packages; left out, it makes a bucket of its own.
    package_bucket: str = ""
    # More parameters of template.yaml, by their names.
    parameters: dict[str, str] = field(default_factory=dict)


QUESTIONS = (
    ("region", "AWS region"),
    ("domain", "domain whose names become portals (nothing: everything lives under CloudFront's own host)"),
    ("hosted_zone", "id of the domain's Route 53 zone (nothing: you make the records yourself)"),
    ("mail_from", "address that mails come from"),
    ("alarm_mail", "address that alarms go to (nothing: alarms are shown in the dashboard only)"),
)


def read_settings(path: Path) -> Settings:
    """What deploy.toml says."""
    told = tomllib.loads(path.read_text())
    unknown = told.keys() - asdict(Settings()).keys()
    if unknown:
        raise DeploymentError(f"{path.name} has {', '.join(sorted(unknown))}, which nothing reads")
    settings = Settings(**told)
    if "@" not in settings.mail_from:
        raise DeploymentError(f"{path.name}: mail_from must be the address that mails come from")
    if settings.alarm_mail and "@" not in settings.alarm_mail:
        raise DeploymentError(f"{path.name}: alarm_mail must be the address that alarms go to, or nothing")
    return settings


def ask() -> Settings:
    """Asks a person, and keeps the answers."""
    answers = asdict(Settings())
    for name, what in QUESTIONS:
        given = input(f"{what} [{answers[name]}]: ").strip()
        answers[name] = given or answers[name]
    del answers["parameters"]
    SETTINGS.write_text("".join(f"{name} = {json.dumps(value)}\n" for name, value in answers.items()))
    return read_settings(SETTINGS)


def deploy(settings: Settings, folder: Path = ROOT) -> dict[str, str]:
    """Deploys what `folder` holds, template.yaml, build/*.zip and infra/watch/watch.yaml; the outputs of all stacks."""
    certificate = {}
    if settings.edge and settings.domain:
        zone = {"DomainName": settings.domain, "HostedZoneId": settings.hosted_zone}
        certificate = _sam(
            settings, f"{settings.stack}-edge-certificate", "infra/edge/certificate.yaml", zone, EDGE_REGION
        )
    own = {
        "DomainName": settings.domain,
        "MailFrom": settings.mail_from,
        "Architecture": settings.architecture,
        **settings.parameters,
    }
    if not settings.domain:
        own.setdefault("OfficeHost", outputs_of(settings, f"{settings.stack}-edge").get("OfficeHost", NO_HOST_YET))
    main = _sam(settings, settings.stack, "template.yaml", own, settings.region, folder)
    told = watched(settings, main)
    watch = _sam(settings, f"{settings.stack}-watch", "infra/watch/watch.yaml", told, settings.region, folder)
    if not settings.edge:
        return main | watch
    edge = {
        "DomainName": settings.domain,
        "HostedZoneId": settings.hosted_zone,
        "CertificateArn": certificate.get("CertificateArn", ""),
        "FirewallArn": certificate.get("FirewallArn", ""),
        "ApiEndpoint": main["ApiEndpoint"],
        "OriginSecretArn": main["OriginSecretArn"],
        "OriginSecretVersion": settings.parameters.get("OriginSecretVersion", ""),
        "UploadBucket": main["BucketName"],
        "OfficeStyleHashes": style_hashes(),
    }
    edge = _sam(settings, f"{settings.stack}-edge", "infra/edge/edge.yaml", edge, settings.region)
    if own.get("OfficeHost") == NO_HOST_YET:
        # Only now is the host known under which everything lives.
        own["OfficeHost"] = edge["OfficeHost"]
        main = _sam(settings, settings.stack, "template.yaml", own, settings.region, folder)
    upload_apps(_client(settings, "s3"), edge["AppsBucket"])
    _client(settings, "cloudfront").create_invalidation(
        DistributionId=edge["OfficeDistribution"],
        InvalidationBatch={
            "Paths": {"Quantity": len(PAGES), "Items": list(PAGES)},
            "CallerReference": main["OriginSecretArn"],
        },
    )
    return main | watch | edge


def watched(settings: Settings, main: dict[str, str]) -> dict[str, str]:
    """What the alarms are told of the main stack, and of the account that it is in."""
    account = _client(settings, "lambda").get_account_settings()
    return {
        "StackName": settings.stack,
        "ApiId": main["ApiId"],
        "TableName": main["TableName"],
        **{queue: main[f"{queue}Name"] for queue in FAILURE_QUEUES},
        "ConcurrencyQuota": str(account["AccountLimit"]["ConcurrentExecutions"]),
        "AlarmMail": settings.alarm_mail,
    }


def style_hashes() -> str:
    """The hashes of the styles that the office app's components put into the page, as a policy writes them."""
    told = json.loads((ROOT / "web/apps/office/csp-hashes.json").read_text())
    return " ".join(f"'{digest}'" for digest in told["styles"])


def upload_apps(bucket: Any, name: str) -> int:
    """Puts the built apps where the distributions read them, pages last; how many files that were."""
    files = []
    for app in ("office", "portal"):
        built = ROOT / f"web/apps/{app}/dist"
        if not built.is_dir():
            raise DeploymentError(f"{app} is not built: make web")
        for file in sorted(built.rglob("*")):
            path = file.relative_to(built).as_posix()
            if not file.is_file() or path.startswith("."):
                continue
            place = _place_of(app, path)
            if place is not None:
                files.append((file.suffix == ".html", *place, file))
    for _, key, lifetime, file in sorted(files, key=lambda one: one[0]):
        kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
        bucket.put_object(Bucket=name, Key=key, Body=file.read_bytes(), ContentType=kind, CacheControl=lifetime)
    return len(files)


def _place_of(app: str, path: str) -> tuple[str, str] | None:
    """Under which key a built file is read and how long it may be kept; None for what is not put there."""
    lifetime = FOREVER if HASHED.search(path) else ASK_EACH_TIME
    if app == "office":
        return path if "/" not in path else f"assets/office/{path}", lifetime
    if path.startswith("preview/"):
        # The office app shows it in a frame.
        return f"portal-{path}", lifetime
    # What the portal's page is made of goes into the function that shows it.
    is_part = path.endswith(".html") or path in ("page.css", "worker.js")
    return None if is_part else (f"assets/portal/{path}", lifetime)


def report(settings: Settings, outputs: dict[str, str]) -> list[str]:
    """What a person still has to do, and where the product is."""
    lines = []
    mail = _client(settings, "sesv2")
    if not mail.get_account().get("ProductionAccessEnabled"):
        lines.append(
            "SES is in its sandbox: mails reach verified addresses only. Ask for production access in the SES console."
        )
    domain = settings.mail_from.split("@", 1)[1]
    try:
        verified = mail.get_email_identity(EmailIdentity=domain).get("VerifiedForSendingStatus")
    except ClientError:
        verified = False
    if not verified:
        records = outputs.get("MailDnsRecords", "").split()
        lines.append(f"{domain} is not verified for mail yet. Its DNS needs these CNAME records:")
        lines += [f"    {record.replace('=', '  →  ')}" for record in records]
    if settings.domain and not settings.hosted_zone and settings.edge:
        lines.append(f"app.{settings.domain}  →  {outputs['OfficeHost']}")
        lines.append(f"*.{settings.domain}  →  {outputs['PortalsHost']}")
    if "OriginTarget" in outputs:
        lines.append(f"origin.{settings.domain}  →  {outputs['OriginTarget']}")
    if settings.alarm_mail:
        lines.append(f"{settings.alarm_mail} is told of alarms once the mail that AWS sent there is confirmed.")
    lines.append(f"the dashboard: {outputs['DashboardUrl']}")
    host = f"app.{settings.domain}" if settings.domain else outputs.get("OfficeHost", "")
    return [*lines, f"the office app: https://{host}/sign-up"]


def destroy(settings: Settings, with_data: bool) -> list[str]:
    """Takes the stacks away; what is left, and where."""
    outputs = outputs_of(settings, settings.stack)
    edge = outputs_of(settings, f"{settings.stack}-edge")
    if "AppsBucket" in edge:
        _empty(_client(settings, "s3"), edge["AppsBucket"])
    beside_domain = outputs_of(settings, f"{settings.stack}-edge-certificate", EDGE_REGION)
    for stack, region in (
        ("-watch", settings.region),
        ("-edge", settings.region),
        ("-edge-certificate", EDGE_REGION),
        ("", settings.region),
    ):
        formation = _client(settings, "cloudformation", region)
        formation.delete_stack(StackName=settings.stack + stack)
        formation.get_waiter("stack_delete_complete").wait(StackName=settings.stack + stack)
    # The stack leaves its certificate, which is no data, but nobody needs it any more.
    certificates = [beside_domain["CertificateArn"]] if "CertificateArn" in beside_domain else []
    if with_data:
        for certificate in certificates:
            _client(settings, "acm", EDGE_REGION).delete_certificate(CertificateArn=certificate)
    kept = [] if with_data else [f"certificate {certificate}" for certificate in certificates]
    if not outputs:
        return kept
    # A restored table, where there is one, and the one that the stack made.
    tables, bucket = dict.fromkeys((outputs["TableName"], outputs["OwnTableName"])), outputs["BucketName"]
    if not with_data:
        return [*(f"table {table}" for table in tables), f"bucket {bucket}", *kept]
    database = _client(settings, "dynamodb")
    for table in tables:
        database.update_table(TableName=table, DeletionProtectionEnabled=False)
        database.delete_table(TableName=table)
    _empty(_client(settings, "s3"), bucket)
    _client(settings, "s3").delete_bucket(Bucket=bucket)
    return []


def _empty(bucket: Any, name: str) -> None:
    for page in bucket.get_paginator("list_object_versions").paginate(Bucket=name):
        versions = [*page.get("Versions", []), *page.get("DeleteMarkers", [])]
        found = [{"Key": one["Key"], "VersionId": one["VersionId"]} for one in versions]
        if found:
            bucket.delete_objects(Bucket=name, Delete={"Objects": found})


def _client(settings: Settings, service: str, region: str | None = None) -> Any:
    return boto3.client(service, region_name=region or settings.region)


def outputs_of(settings: Settings, stack: str, region: str | None = None) -> dict[str, str]:
    """What a stack says of itself; nothing where there is none."""
    try:
        told = _client(settings, "cloudformation", region).describe_stacks(StackName=stack)["Stacks"]
    except ClientError as error:
        if "does not exist" in str(error):
            return {}
        raise
    return {one["OutputKey"]: one["OutputValue"] for stack in told for one in stack.get("Outputs", [])}


def _sam(
    settings: Settings,
    stack: str,
    template: str,
    parameters: dict[str, str],
    region: str,
    folder: Path = ROOT,
) -> dict[str, str]:
    command = [str(Path(sys.executable).parent / "sam"), "deploy", "--stack-name", stack, "--region", region]
    command += ["--template-file", template, "--capabilities", "CAPABILITY_IAM", "CAPABILITY_NAMED_IAM"]
    command += ["--no-confirm-changeset", "--no-fail-on-empty-changeset", "--no-progressbar"]
    command += ["--s3-bucket", settings.package_bucket] if settings.package_bucket else ["--resolve-s3"]
    command += ["--parameter-overrides", *(f'{name}="{value}"' for name, value in parameters.items() if value)]
    done = subprocess.run(command, cwd=folder, check=False)
    if done.returncode != 0:
        raise DeploymentError(f"sam deploy of {stack} failed: what it said stands above")
    return outputs_of(settings, stack, region)


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(description="Deploys Sild into an AWS account.")
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("deploy")
    commands.add_parser("destroy").add_argument("--with-data", action="store_true")
    chosen = parser.parse_args(arguments)
    try:
        settings = read_settings(SETTINGS) if SETTINGS.exists() else ask()
        if chosen.command == "deploy":
            lines = report(settings, deploy(settings))
        else:
            if chosen.with_data and input(f"type {settings.stack} to delete its data for good: ") != settings.stack:
                raise DeploymentError("nothing was deleted")
            left = destroy(settings, chosen.with_data)
            lines = [f"kept: {one}" for one in left] or ["nothing is left"]
    except (DeploymentError, ClientError, BotoCoreError, OSError) as error:
        print(f"deployment: {error}", file=sys.stderr)
        return 1
    print("\n".join(lines))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
