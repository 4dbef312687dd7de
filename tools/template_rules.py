"""What template.yaml must be once SAM has expanded it. Run with the Python of `.tools`, which has cfn-lint and SAM.

.tools/venv/bin/python tools/template_rules.py [--expanded FILE]    FILE gets the expanded template, as JSON
"""

import json
import re
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import template
from template_stack import NOTHING, Stack, conditional_statements, either, read_stack, statements, texts

MAX_RESOURCES = 500
MAX_BYTES = 1_000_000
# The only resources that a role may name with a wildcard: uploaded objects, what is made of them for all, tables that
# come in or go out, exports of offices, the app's schedules.
WILDCARDS = (
    "${Bucket.Arn}/o/*",
    "${Bucket.Arn}/media/*",
    "${Bucket.Arn}/c/*",
    "${Bucket.Arn}/x/*",
    ":schedule/${ScheduleGroup}/*",
)
# The only actions that a role may have on everything, under which condition, and why.
ON_EVERYTHING = {
    "xray:PutTraceSegments": ("Traces", "X-Ray knows no resource for it; without Tracing no role has it"),
    "xray:PutTelemetryRecords": ("Traces", "X-Ray knows no resource for it; without Tracing no role has it"),
}
# Where the entries of every office's audit trail are, what keeps roles from them, and the only one that writes them.
TRAIL = "O#*#AUD#*"
TRAIL_POLICIES = ({"Ref": "AuditTrailIsClosed"}, {"Ref": "AuditTrailIsKept"})
TRAIL_WRITER = "record_changes"
MAIL_EVENTS = {"send", "delivery", "bounce", "complaint", "reject"}


def it_fits(stack: Stack) -> list[str]:
    """CloudFormation's limits, with the template that SAM uploads."""
    problems = []
    resources = len(stack.expanded["Resources"])
    size = len(json.dumps(stack.expanded))
    if resources > MAX_RESOURCES:
        problems.append(f"{resources} resources; {MAX_RESOURCES} are the most")
    if size > MAX_BYTES:
        problems.append(f"{size} bytes; {MAX_BYTES} are the most")
    return problems


def each_operation_has_its_function(stack: Stack) -> list[str]:
    """One function for each operation and job: its name, its handler, its area's zip, nothing more."""
    found = {
        properties["Handler"]: (name, properties["Code"]["S3Key"], properties["Runtime"])
        for name, properties in stack.of_type("AWS::Lambda::Function").items()
    }
    wanted = {
        operation.name: (f"{operation.resource}Function", f"{operation.area}.zip", "provided.al2023")
        for operation in stack.operations
    }
    return [
        f"{name} is {found.get(name, 'missing')}, should be {wanted.get(name, 'missing')}"
        for name in sorted(found.keys() | wanted.keys())
        if found.get(name) != wanted.get(name)
    ]


def each_route_leads_to_its_operation(stack: Stack) -> list[str]:
    """The API has exactly the routes of the operations, each behind the operation's own function."""
    found = {}
    for path, methods in stack.expanded["Resources"]["HttpApi"]["Properties"]["Body"]["paths"].items():
        for method, route in methods.items():
            uri = json.dumps(route["x-amazon-apigateway-integration"]["uri"])
            found[(method.upper(), path)] = uri.split("functions/${", 1)[-1].split(".Arn}", 1)[0]
    wanted = {route: f"{operation.resource}Function" for operation in stack.operations for route in operation.routes}
    return [
        f"{' '.join(route)} leads to {found.get(route, 'nothing')}, should lead to {wanted.get(route, 'nothing')}"
        for route in sorted(found.keys() | wanted.keys())
        if found.get(route) != wanted.get(route)
    ]


def the_api_may_call_every_route(stack: Stack) -> list[str]:
    """SAM writes the permission for a path with a parameter in it only where it knows the parameter's form."""
    problems = []
    for name, properties in stack.of_type("AWS::Lambda::Permission").items():
        source = json.dumps(properties.get("SourceArn", {}))
        path = source.partition("${__Stage__}")[2].split('"', 1)[0]
        if "{" in path:
            problems.append(f"{name} allows {path}, which matches no request")
    return problems


def each_function_has_a_role_of_its_own(stack: Stack) -> list[str]:
    """A role is used once, says what it allows in its own policy, and takes no managed one but the trail's."""
    problems = []
    uses = Counter(json.dumps(properties["Role"]) for properties in stack.of_type("AWS::Lambda::Function").values())
    problems += [f"{uses[role]} functions share the role {role}" for role in uses if uses[role] > 1]
    for name, properties in stack.of_type("AWS::IAM::Role").items():
        if any(taken not in TRAIL_POLICIES for taken in properties.get("ManagedPolicyArns", [])):
            problems.append(f"{name} takes a managed policy")
        if len(properties.get("Policies", [])) != 1:
            problems.append(f"{name} has {len(properties.get('Policies', []))} policies, should have one")
    return problems


def no_role_reaches_too_far(stack: Stack) -> list[str]:
    """No wildcard in an action, and in a resource only those named above."""
    problems = []
    for role, statement, condition in conditional_statements(stack):
        if "NotAction" in statement or "NotResource" in statement or statement["Effect"] != "Allow":
            problems.append(f"{role} says what it may not do, should say what it may")
        problems += [f"{role} allows {action}" for action in texts(statement.get("Action")) if "*" in action]
        excused = all(
            ON_EVERYTHING.get(action, (None,))[0] == (condition or "always")
            for action in texts(statement.get("Action"))
        )
        for resource in texts(statement.get("Resource")):
            if "*" in resource and not resource.endswith(WILDCARDS) and not (excused and resource == "*"):
                problems.append(f"{role} reaches {resource}")
    return problems


def a_restored_table_takes_the_place_of_the_stacks_own(stack: Stack) -> list[str]:
    """Whoever names the table or its stream names the restored one where there is one."""
    return [
        f"{name} names the stack's own table whatever was restored"
        for name, resource in stack.expanded["Resources"].items()
        if name != "Table" and _names_own_table(resource)
    ]


def _names_own_table(value: object) -> bool:
    if isinstance(value, list):
        return any(_names_own_table(one) for one in value)
    if not isinstance(value, dict):
        return "${Table." in str(value) or "${Table}" in str(value)
    if value.get("Ref") == "Table" or value.get("Fn::GetAtt", [None])[0] == "Table":
        return True
    if value.get("Fn::If", [None])[0] == "IsRestored":
        return _names_own_table(value["Fn::If"][1])
    return any(_names_own_table(one) for one in value.values())


def only_those_that_must_reach_beyond_an_office(stack: Stack) -> list[str]:
    """A role touches the partitions that operations.toml says, and the portal's and the office's say some."""
    problems = []
    found = {}
    for role, statement in statements(stack):
        if {"Fn::GetAtt": ["Table", "Arn"]} in either(statement.get("Resource")):
            keys = statement.get("Condition", {}).get("ForAllValues:StringLike", {}).get("dynamodb:LeadingKeys", [])
            found[role] = [key.removesuffix("*") for key in keys]
    for operation in stack.operations:
        role = f"{operation.resource}Role"
        if role in found and found[role] != operation.partitions:
            problems.append(f"{role} touches {found[role]}, should touch {operation.partitions}")
        if operation.area in ("portal", "office") and not {"O#", "WARM"} <= set(operation.partitions):
            problems.append(f"{operation.name} may touch any partition")
    return problems


def no_role_alters_the_audit_trail(stack: Stack) -> list[str]:
    """Each function's role is denied to change and remove entries, and to write them but for who records them."""
    problems = []
    roles = stack.of_type("AWS::IAM::Role")
    for operation in stack.operations:
        role = f"{operation.resource}Role"
        denied = set()
        for taken in roles.get(role, {}).get("ManagedPolicyArns", []):
            policy = stack.expanded["Resources"].get(taken.get("Ref"), {}).get("Properties", {})
            denied |= _denied_of_trail(policy)
        wanted = {"dynamodb:UpdateItem", "dynamodb:DeleteItem"}
        if operation.name != TRAIL_WRITER:
            wanted.add("dynamodb:PutItem")
        if denied != wanted:
            problems.append(f"{role} is denied {sorted(denied)} of audit trails, should be denied {sorted(wanted)}")
    # What writes items in other ways is denied by nothing, so nobody has it.
    for role, statement in statements(stack):
        for action in texts(statement.get("Action")):
            if action in ("dynamodb:BatchWriteItem", "dynamodb:DeleteTable") or action.startswith("dynamodb:PartiQL"):
                problems.append(f"{role} may {action}")
    return problems


def _denied_of_trail(policy: dict) -> set[str]:
    """What a policy denies for every entry of every trail, in the table in use."""
    denied = set()
    for statement in policy.get("PolicyDocument", {}).get("Statement", []):
        condition = {"ForAnyValue:StringLike": {"dynamodb:LeadingKeys": [TRAIL]}}
        tables = either(statement.get("Resource"))
        is_whole = {"Fn::GetAtt": ["Table", "Arn"]} in tables and len(tables) == 2
        if statement["Effect"] == "Deny" and statement.get("Condition") == condition and is_whole:
            denied |= set(texts(statement["Action"]))
    return denied


def the_audit_trail_is_told_of_all_that_it_records(stack: Stack) -> list[str]:
    """The mapping lets through what comes, changes and goes of exactly the kinds that the store records."""
    kinds = template.recorded_kinds(stack.audited)
    wanted = [
        {"dynamodb": {"NewImage": {"ent": {"S": kinds}}}},
        {"eventName": ["REMOVE"], "dynamodb": {"OldImage": {"ent": {"S": kinds}}}},
    ]
    found = [
        json.loads(one["Pattern"])
        for name, mapping in stack.of_type("AWS::Lambda::EventSourceMapping").items()
        if name.startswith("RecordChanges")
        for one in mapping.get("FilterCriteria", {}).get("Filters", [])
    ]
    return [] if found == wanted and kinds else [f"record_changes is told of {found}, should be told of {wanted}"]


def only_jobs_mail_and_schedule(stack: Stack) -> list[str]:
    """An effect leaves through the outbox: no HTTP operation may send a mail or arm a schedule."""
    jobs = {f"{operation.resource}Role" for operation in stack.operations if operation.area == "jobs"}
    return [
        f"{role} may {action}"
        for role, statement in statements(stack)
        for action in texts(statement.get("Action"))
        if action.startswith(("ses:", "scheduler:", "iam:")) and role not in jobs
    ]


def nothing_fails_unseen(stack: Stack) -> list[str]:
    """Every asynchronous path ends in a dead-letter queue, and every queue is encrypted."""
    problems = []
    caught = {
        properties["FunctionName"]["Ref"]
        for properties in stack.of_type("AWS::Lambda::EventInvokeConfig").values()
        if properties.get("DestinationConfig", {}).get("OnFailure", {}).get("Destination")
    }
    for operation in stack.operations:
        if operation.is_asynchronous and f"{operation.resource}Function" not in caught:
            problems.append(f"{operation.name} is called asynchronously and its failures go nowhere")
    for name, properties in stack.of_type("AWS::Lambda::EventSourceMapping").items():
        if not properties.get("DestinationConfig", {}).get("OnFailure"):
            problems.append(f"{name} drops what fails")
        for key in ("BisectBatchOnFunctionError", "MaximumRecordAgeInSeconds", "MaximumRetryAttempts"):
            if not properties.get(key):
                problems.append(f"{name} does not say {key}")
        if properties.get("FunctionResponseTypes") != ["ReportBatchItemFailures"]:
            problems.append(f"{name} repeats a whole batch for one record")
    for name, properties in stack.of_type("AWS::Scheduler::Schedule").items():
        if not {"DeadLetterConfig", "RetryPolicy"} <= properties["Target"].keys():
            problems.append(f"{name} drops what it cannot start")
    for name, properties in stack.of_type("AWS::Events::Rule").items():
        if not all({"DeadLetterConfig", "RetryPolicy"} <= target.keys() for target in properties["Targets"]):
            problems.append(f"{name} drops what it cannot hand over")
    for name, properties in stack.of_type("AWS::SQS::Queue").items():
        if properties.get("SqsManagedSseEnabled") is not True:
            problems.append(f"{name} is not encrypted")
    return problems


def logs_are_kept_for_a_while(stack: Stack) -> list[str]:
    """Every log group forgets after the days of the parameter, and every function writes to the group of its area."""
    problems = []
    for name, properties in stack.of_type("AWS::Logs::LogGroup").items():
        if properties.get("RetentionInDays") != {"Ref": "LogRetentionDays"}:
            problems.append(f"{name} keeps logs for {properties.get('RetentionInDays', 'ever')}")
    functions = stack.of_type("AWS::Lambda::Function")
    for operation in stack.operations:
        group = functions.get(f"{operation.resource}Function", {}).get("LoggingConfig", {}).get("LogGroup")
        if group != {"Ref": f"{operation.area.capitalize()}LogGroup"}:
            problems.append(f"{operation.name} logs to {group}")
    return problems


def nothing_is_reserved_by_default(stack: Stack) -> list[str]:
    """A new account has ten executions and none to reserve: only a parameter may, and its default is none."""
    problems = []
    wanted = {f"{one.resource}Function": one.reserved for one in stack.operations if one.reserved}
    for name, properties in stack.of_type("AWS::Lambda::Function").items():
        parameter = wanted.get(name)
        right = {"Fn::If": [template.reserves(parameter), {"Ref": parameter}, NOTHING]} if parameter else None
        if properties.get("ReservedConcurrentExecutions") != right:
            problems.append(f"{name} reserves {properties.get('ReservedConcurrentExecutions')}, should reserve {right}")
        if parameter and stack.expanded["Parameters"].get(parameter, {}).get("Default") != 0:
            problems.append(f"{parameter} reserves something where nobody asked for it")
    return problems


def what_becomes_of_mails_is_counted(stack: Stack) -> list[str]:
    """The configuration set that mails are sent with tells CloudWatch of each."""
    destinations = [
        properties["EventDestination"]
        for properties in stack.of_type("AWS::SES::ConfigurationSetEventDestination").values()
        if properties["ConfigurationSetName"] == {"Ref": "MailConfiguration"}
    ]
    told = {
        event
        for one in destinations
        if one.get("Enabled") is True and "CloudWatchDestination" in one
        for event in one["MatchingEventTypes"]
    }
    return [f"nobody is told of {event}" for event in sorted(MAIL_EVENTS - told)]


def who_is_not_reached_is_learnt_of(stack: Stack) -> list[str]:
    """SES tells the bus of mails that came back or were called spam, and one job hears of those of this stack."""
    told = {
        event
        for one in stack.of_type("AWS::SES::ConfigurationSetEventDestination").values()
        if one["ConfigurationSetName"] == {"Ref": "MailConfiguration"}
        and one["EventDestination"].get("Enabled") is True
        and "EventBridgeDestination" in one["EventDestination"]
        for event in one["EventDestination"]["MatchingEventTypes"]
    }
    problems = [f"the event bus is not told of {event}" for event in sorted({"bounce", "complaint"} - told)]
    heard = [
        (pattern.get("detail-type"), pattern.get("detail", {}).get("mail", {}).get("tags"))
        for pattern in (rule["EventPattern"] for rule in stack.of_type("AWS::Events::Rule").values())
        if pattern.get("source") == ["aws.ses"]
    ]
    wanted = (
        ["Email Bounced", "Email Complaint Received"],
        {"ses:configuration-set": [{"Ref": "MailConfiguration"}]},
    )
    if heard != [wanted]:
        problems.append(f"jobs hear of {heard}, should hear of {wanted}")
    return problems


def schedules_start_only_what_is_scheduled(stack: Stack) -> list[str]:
    """The scheduler's role starts exactly the jobs that schedules fire."""
    started = {
        text.rsplit("-", 1)[-1]
        for role, statement in statements(stack)
        if role == "SchedulerRole" and statement["Action"] == "lambda:InvokeFunction"
        for text in texts(statement["Resource"])
    }
    wanted = {operation.name for operation in stack.operations if operation.scheduled}
    return [f"SchedulerRole starts {sorted(started)}, should start {sorted(wanted)}"] if started != wanted else []


def data_is_kept_and_private(stack: Stack) -> list[str]:
    """The table and the bucket survive the stack, can be restored, and are closed to the public."""
    problems = []
    for name in ("Table", "Bucket"):
        resource = stack.expanded["Resources"][name]
        for key in ("DeletionPolicy", "UpdateReplacePolicy"):
            if resource.get(key) != "Retain":
                problems.append(f"{name} is lost with its stack: {key} is {resource.get(key)}")
    table = stack.expanded["Resources"]["Table"]["Properties"]
    wanted = {
        "BillingMode": "PAY_PER_REQUEST",
        "DeletionProtectionEnabled": True,
        "PointInTimeRecoverySpecification": {"PointInTimeRecoveryEnabled": True},
        "StreamSpecification": {"StreamViewType": "NEW_AND_OLD_IMAGES"},
        "TimeToLiveSpecification": {"AttributeName": "ttl", "Enabled": True},
    }
    problems += [f"Table has {key} {table.get(key)}" for key, value in wanted.items() if table.get(key) != value]
    bucket = stack.expanded["Resources"]["Bucket"]["Properties"]
    for prefix in ("x/", "c/"):
        expired = [rule for rule in bucket["LifecycleConfiguration"]["Rules"] if rule.get("Prefix") == prefix]
        if [rule.get("ExpirationInDays") for rule in expired] != [7]:
            problems.append(f"Bucket keeps what is below {prefix} for longer than a week")
    access = bucket.get("PublicAccessBlockConfiguration", {})
    if [access.get(key) for key in access] != [True] * 4:
        problems.append("Bucket is not closed to the public")
    if bucket.get("VersioningConfiguration") != {"Status": "Enabled"}:
        problems.append("Bucket keeps no versions")
    policies = stack.of_type("AWS::S3::BucketPolicy").values()
    denied = [
        statement.get("Condition")
        for policy in policies
        for statement in policy["PolicyDocument"]["Statement"]
        if policy["Bucket"] == {"Ref": "Bucket"} and statement["Effect"] == "Deny" and statement["Action"] == "s3:*"
    ]
    if {"Bool": {"aws:SecureTransport": "false"}} not in denied:
        problems.append("Bucket answers without TLS")
    return problems


def the_table_is_that_of_one_machine(stack: Stack) -> list[str]:
    """The portal's index shows what the store's own definition says, in the same order."""
    attributes = re.search(r"PORTAL_ATTRIBUTES[^=]*= \[(.*?)\];", stack.definition, re.DOTALL)
    wanted = re.findall(r'"(\w+)"', attributes[1]) if attributes else []
    indexes = stack.expanded["Resources"]["Table"]["Properties"]["GlobalSecondaryIndexes"]
    found = {index["IndexName"]: index["Projection"] for index in indexes}
    everything = {"ProjectionType": "ALL"}
    right = {
        "gsi1": everything,
        "gsi2": everything,
        "gsi3": {"ProjectionType": "INCLUDE", "NonKeyAttributes": wanted},
    }
    return [
        f"index {name} projects {found.get(name)}, should project {right.get(name)}"
        for name in sorted(found.keys() | right.keys())
        if found.get(name) != right.get(name) or not wanted
    ]


def every_setting_is_given_and_read(stack: Stack) -> list[str]:
    """The environment of the functions holds what the runtime reads, and nothing that it does not."""
    read = set(re.findall(r'"(SILD_[A-Z_]+)"', stack.settings))
    given = {
        name
        for properties in stack.of_type("AWS::Lambda::Function").values()
        for name in properties["Environment"]["Variables"]
    }
    return [f"{name} is {'not given' if name in read else 'read by nobody'}" for name in sorted(read ^ given)]


RULES: tuple[Callable[[Stack], list[str]], ...] = (
    it_fits,
    each_operation_has_its_function,
    each_route_leads_to_its_operation,
    the_api_may_call_every_route,
    each_function_has_a_role_of_its_own,
    no_role_reaches_too_far,
    only_those_that_must_reach_beyond_an_office,
    no_role_alters_the_audit_trail,
    the_audit_trail_is_told_of_all_that_it_records,
    only_jobs_mail_and_schedule,
    nothing_fails_unseen,
    logs_are_kept_for_a_while,
    nothing_is_reserved_by_default,
    what_becomes_of_mails_is_counted,
    who_is_not_reached_is_learnt_of,
    schedules_start_only_what_is_scheduled,
    data_is_kept_and_private,
    a_restored_table_takes_the_place_of_the_stacks_own,
    the_table_is_that_of_one_machine,
    every_setting_is_given_and_read,
)


def main(arguments: list[str]) -> int:
    stack = read_stack()
    if arguments[:1] == ["--expanded"]:
        Path(arguments[1]).write_text(json.dumps(stack.expanded))
    broken = 0
    for rule in RULES:
        problems = rule(stack)
        broken += bool(problems)
        for problem in problems:
            print(f"{rule.__name__}: {problem}")
    print(f"template: {len(RULES) - broken} of {len(RULES)} rules hold; {len(stack.expanded['Resources'])} resources")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
