"""Writes the functions of template.yaml from infra/stack/operations.toml.

The part of the template above the marker line is written by hand; everything below it comes from here.

    python3 tools/template.py           writes
    python3 tools/template.py --check   fails when the template is stale
"""

import sys
import tomllib
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
OPERATIONS = ROOT / "infra/stack/operations.toml"
TEMPLATE = ROOT / "template.yaml"
MARKER = (
    "  # ----- Below: written by tools/template.py from infra/stack/operations.toml. Change that, not this. -----\n"
)
AREAS = ("public", "portal", "office", "jobs")

TABLE_CALLS = {
    "get": "GetItem",
    "batch_get": "BatchGetItem",
    "query": "Query",
    "put": "PutItem",
    "update": "UpdateItem",
    "delete": "DeleteItem",
    "check": "ConditionCheckItem",
}
INDEXES = ("gsi1", "gsi2", "gsi3")
SCHEDULE = "!Sub arn:${AWS::Partition}:scheduler:${AWS::Region}:${AWS::AccountId}:schedule/${ScheduleGroup}/*"
IDENTITY = "arn:${AWS::Partition}:ses:${AWS::Region}:${AWS::AccountId}:identity/${Domain}"
MAIL_DOMAIN = '!Select [1, !Split ["@", !Ref MailFrom]]'
CONFIGURATION = "!Sub arn:${AWS::Partition}:ses:${AWS::Region}:${AWS::AccountId}:configuration-set/${MailConfiguration}"
OTHER_NEEDS = (
    "object_put",
    "object_get",
    "object_head",
    "object_delete",
    "objects_delete",
    "export_put",
    "schedules",
    "schedules_delete",
    "mail",
)

# Each batch of outbox rows: tried ten times over at most an hour, halved to find the row that fails, then set aside.
STREAMS = {
    "relay": {"queue": "RelayFailures", "parallelism": "RelayParallelism", "batch": 10},
    "mail": {"queue": "MailFailures", "parallelism": "MailParallelism", "batch": 10},
}


class Mistake(Exception):
    """Says what is wrong in operations.toml."""


@dataclass
class Operation:
    """One function: an HTTP operation where it has routes, a job where it says how it is fired."""

    name: str
    area: str
    needs: list[str]
    routes: list[tuple[str, str]] = field(default_factory=list)
    timeout: int | None = None
    memory: int | None = None
    environment: dict[str, str] = field(default_factory=dict)
    stream: str | None = None
    every: str | None = None
    scheduled: bool = False
    called: bool = False

    @property
    def resource(self) -> str:
        """The operation's name as CloudFormation writes names: `assign_task` is `AssignTask`."""
        return "".join(word.capitalize() for word in self.name.split("_"))

    @property
    def is_asynchronous(self) -> bool:
        """Whether Lambda queues the event itself, so that a failure has nobody else to be told to."""
        return self.scheduled or self.every is not None


def read_operations(text: str) -> list[Operation]:
    """The operations in the order of the file."""
    tables = tomllib.loads(text)
    areas = tables.pop("areas")
    if tuple(areas) != AREAS or tuple(tables) != AREAS:
        raise Mistake(f"operations.toml has the areas {', '.join(AREAS)}, in this order")
    operations = []
    for area, rows in tables.items():
        for name, row in rows.items():
            operations.append(_operation(name, area, areas[area]["needs"], dict(row)))
    names = [operation.name for operation in operations]
    routes = [route for operation in operations for route in operation.routes]
    for kind, values in (("operation", names), ("route", routes)):
        twice = sorted({str(value) for value in values if values.count(value) > 1})
        if twice:
            raise Mistake(f"{kind} given twice: {', '.join(twice)}")
    return operations


def _operation(name: str, area: str, area_needs: str, row: dict) -> Operation:
    needs = list(dict.fromkeys(f"{area_needs} {row.pop('needs', '')}".split()))
    known = (*TABLE_CALLS, *INDEXES, *OTHER_NEEDS)
    unknown = [need for need in needs if need not in known]
    if unknown:
        raise Mistake(f"{name} needs {', '.join(unknown)}: known are {', '.join(known)}")
    routes = [tuple(route.split(" ", 1)) for route in row.pop("routes", [])]
    allowed = (
        {"timeout", "memory", "environment", "stream", "every", "scheduled", "called"}
        if area == "jobs"
        else {"timeout", "environment"}
    )
    if set(row) - allowed:
        raise Mistake(f"{name} says {', '.join(sorted(set(row) - allowed))}, which is not for {area}")
    operation = Operation(name=name, area=area, needs=needs, routes=routes, **row)
    fired = sum((operation.stream is not None, operation.every is not None, operation.scheduled, operation.called))
    if (area == "jobs") != (fired == 1) or (area == "jobs") == bool(routes):
        raise Mistake(f"{name}: an operation has routes; a job has one of stream, every, scheduled, called")
    if operation.stream and operation.stream not in STREAMS:
        raise Mistake(f"{name} reads the channel {operation.stream}: known are {', '.join(STREAMS)}")
    return operation


def functions(operations: list[Operation]) -> str:
    """The YAML of all functions and their roles."""
    return "\n".join(_function(operation) + "\n" + _role(operation) for operation in operations)


def _function(operation: Operation) -> str:
    lines = [
        f"  {operation.resource}Function:",
        "    Type: AWS::Serverless::Function",
        "    Properties:",
        f"      FunctionName: !Sub ${{AWS::StackName}}-{operation.name}",
        f"      CodeUri: build/{operation.area}.zip",
        f"      Handler: {operation.name}",
        f"      Role: !GetAtt {operation.resource}Role.Arn",
        f"      LoggingConfig: {{ LogGroup: !Ref {operation.area.capitalize()}LogGroup }}",
    ]
    if operation.timeout:
        lines.append(f"      Timeout: {operation.timeout}")
    if operation.memory:
        lines.append(f"      MemorySize: {operation.memory}")
    if operation.environment:
        variables = ", ".join(f"{name}: {value}" for name, value in operation.environment.items())
        lines.append(f"      Environment: {{ Variables: {{ {variables} }} }}")
    if operation.is_asynchronous:
        lines += [
            "      EventInvokeConfig:",
            "        MaximumEventAgeInSeconds: 21600",
            "        MaximumRetryAttempts: 2",
            "        DestinationConfig: { OnFailure: { Type: SQS, Destination: !GetAtt JobFailures.Arn } }",
        ]
    events = _events(operation)
    if events:
        lines += ["      Events:", *events]
    return "\n".join(lines) + "\n"


def _events(operation: Operation) -> list[str]:
    lines = []
    for number, (method, path) in enumerate(operation.routes):
        lines += [
            f"        {'Route' if number == 0 else 'Below'}:",
            "          Type: HttpApi",
            f'          Properties: {{ ApiId: !Ref HttpApi, Method: {method}, Path: "{path}" }}',
        ]
    if operation.stream:
        stream = STREAMS[operation.stream]
        pattern = (
            '{"eventName":["INSERT"],"dynamodb":{"NewImage":'
            f'{{"ent":{{"S":["outbox"]}},"channel":{{"S":["{operation.stream}"]}}}}}}}}'
        )
        lines += [
            "        Outbox:",
            "          Type: DynamoDB",
            "          Properties:",
            "            Stream: !GetAtt Table.StreamArn",
            "            StartingPosition: TRIM_HORIZON",
            f"            FilterCriteria: {{ Filters: [{{ Pattern: '{pattern}' }}] }}",
            f"            BatchSize: {stream['batch']}",
            f"            ParallelizationFactor: !Ref {stream['parallelism']}",
            "            BisectBatchOnFunctionError: true",
            "            FunctionResponseTypes: [ReportBatchItemFailures]",
            "            MaximumRecordAgeInSeconds: 3600",
            "            MaximumRetryAttempts: 10",
            "            DestinationConfig:",
            f"              OnFailure: {{ Type: SQS, Destination: !GetAtt {stream['queue']}.Arn }}",
        ]
    if operation.every:
        lines += [
            "        Clock:",
            "          Type: ScheduleV2",
            "          Properties:",
            f"            Name: !Sub ${{AWS::StackName}}-{operation.name}",
            f"            ScheduleExpression: rate({operation.every})",
            "            RoleArn: !GetAtt SweepScheduleRole.Arn",
            "            RetryPolicy: { MaximumEventAgeInSeconds: 300, MaximumRetryAttempts: 5 }",
            "            DeadLetterConfig: { Arn: !GetAtt ScheduleFailures.Arn }",
        ]
    return lines


def _role(operation: Operation) -> str:
    statements = [statement for statement in _statements(operation) if statement]
    lines = [
        f"  {operation.resource}Role:",
        "    Type: AWS::IAM::Role",
        "    Properties:",
        "      AssumeRolePolicyDocument:",
        '        Version: "2012-10-17"',
        "        Statement:",
        "          - { Effect: Allow, Principal: { Service: lambda.amazonaws.com }, Action: sts:AssumeRole }",
        "      Policies:",
        f"        - PolicyName: {operation.name}",
        "          PolicyDocument:",
        '            Version: "2012-10-17"',
        "            Statement:",
    ]
    for statement in statements:
        lines += [f"              {line}" for line in statement]
    return "\n".join(lines) + "\n"


def _allow(actions: list[str], resource: str, *more: str) -> list[str]:
    action = actions[0] if len(actions) == 1 else f"[{', '.join(actions)}]"
    return ["- Effect: Allow", f"  Action: {action}", f"  Resource: {resource}", *more]


def _statements(operation: Operation) -> list[list[str]]:
    needs = operation.needs
    log_group = f"{operation.area.capitalize()}LogGroup"
    statements = [_allow(["logs:CreateLogStream", "logs:PutLogEvents"], f"!GetAtt {log_group}.Arn")]
    calls = [f"dynamodb:{call}" for need, call in TABLE_CALLS.items() if need in needs]
    if calls:
        statements.append(_allow(calls, "!GetAtt Table.Arn"))
    indexes = [f'!Sub "${{Table.Arn}}/index/{index}"' for index in INDEXES if index in needs]
    if indexes:
        statements.append(_allow(["dynamodb:Query"], indexes[0] if len(indexes) == 1 else f"[{', '.join(indexes)}]"))
    if operation.stream:
        reads = ["DescribeStream", "GetRecords", "GetShardIterator", "ListStreams"]
        statements.append(_allow([f"dynamodb:{call}" for call in reads], "!GetAtt Table.StreamArn"))
        statements.append(_allow(["sqs:SendMessage"], f"!GetAtt {STREAMS[operation.stream]['queue']}.Arn"))
    if operation.is_asynchronous:
        statements.append(_allow(["sqs:SendMessage"], "!GetAtt JobFailures.Arn"))
    objects = '!Sub "${Bucket.Arn}/o/*"'
    if "object_put" in needs:
        statements.append(_allow(["s3:PutObject"], objects))
    if "object_get" in needs or "object_head" in needs:
        statements.append(_allow(["s3:GetObject"], objects))
    if "object_delete" in needs or "objects_delete" in needs:
        statements.append(_allow(["s3:DeleteObject"], objects))
    if "export_put" in needs:
        statements.append(_allow(["s3:PutObject"], '!Sub "${Bucket.Arn}/x/*"'))
    if "object_head" in needs or "objects_delete" in needs:
        statements.append(_allow(["s3:ListBucket"], "!GetAtt Bucket.Arn"))
    if "schedules" in needs:
        statements.append(_allow(["scheduler:CreateSchedule"], SCHEDULE))
        passed = "  Condition: { StringEquals: { iam:PassedToService: scheduler.amazonaws.com } }"
        statements.append(_allow(["iam:PassRole"], "!GetAtt SchedulerRole.Arn", passed))
    if "schedules_delete" in needs:
        statements.append(_allow(["scheduler:DeleteSchedule"], SCHEDULE))
    if "mail" in needs:
        # SendEmail with a raw message asks for the second.
        statements.append(
            _allow(
                ["ses:SendEmail", "ses:SendRawEmail"],
                "",
                f'    - !Sub ["{IDENTITY}", {{ Domain: {MAIL_DOMAIN} }}]',
                f"    - {CONFIGURATION}",
            )
        )
    return statements


def rendered(template: str, operations: list[Operation]) -> str:
    """The template with everything below the marker written anew."""
    head, marker, _ = template.partition(MARKER)
    if not marker:
        raise Mistake(f"template.yaml has lost its marker line:\n{MARKER}")
    return f"{head}{MARKER}\n{functions(operations)}"


def main(arguments: list[str]) -> int:
    try:
        operations = read_operations(OPERATIONS.read_text())
        found = TEMPLATE.read_text()
        wanted = rendered(found, operations)
    except Mistake as mistake:
        print(f"template: {mistake}", file=sys.stderr)
        return 1
    if arguments == ["--check"]:
        if found != wanted:
            print("template: template.yaml is stale: run `make generate`", file=sys.stderr)
            return 1
        print(f"template: {len(operations)} functions, as operations.toml says")
        return 0
    TEMPLATE.write_text(wanted)
    print(f"template: {len(operations)} functions written")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
