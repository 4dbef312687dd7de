"""Writes the functions of template.yaml from infra/stack/operations.toml.

The part of the template above the marker line is written by hand; everything below it comes from here.

    python3 tools/template.py           writes
    python3 tools/template.py --check   fails when the template is stale
"""

import json
import re
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
# The stack's own table, or the one that a backup was restored into.
RESTORED = "arn:${AWS::Partition}:dynamodb:${AWS::Region}:${AWS::AccountId}:table/${RestoredTable}"
TABLE = f'!If [IsRestored, !Sub "{RESTORED}", !GetAtt Table.Arn]'
STREAM = f'!If [IsRestored, !Sub "{RESTORED}/stream/${{RestoredStream}}", !GetAtt Table.StreamArn]'
SCHEDULE = "!Sub arn:${AWS::Partition}:scheduler:${AWS::Region}:${AWS::AccountId}:schedule/${ScheduleGroup}/*"
IDENTITY = "arn:${AWS::Partition}:ses:${AWS::Region}:${AWS::AccountId}:identity/${Domain}"
MAIL_DOMAIN = '!Select [1, !Split ["@", !Ref MailFrom]]'
CONFIGURATION = "!Sub arn:${AWS::Partition}:ses:${AWS::Region}:${AWS::AccountId}:configuration-set/${MailConfiguration}"
# X-Ray takes no resource. Only where Tracing is on does a role have this at all.
TRACE = '{ Effect: Allow, Action: [xray:PutTraceSegments, xray:PutTelemetryRecords], Resource: "*" }'
OTHER_NEEDS = (
    "object_put",
    "object_get",
    "object_head",
    "object_delete",
    "media_put",
    "media_delete",
    "objects_delete",
    "export_put",
    "transfer_put",
    "transfer_sign",
    "transfer_read",
    "transfers_delete",
    "schedules",
    "schedules_delete",
    "mail",
)

# Each batch of outbox rows: tried ten times over at most an hour, halved to find the row that fails, then set aside.
# What the audit trail records comes in greater batches and is written side by side, so one reader of a shard is enough.
STREAMS = {
    "relay": {"queue": "RelayFailures", "parallelism": "!Ref RelayParallelism", "batch": 10},
    "mail": {"queue": "MailFailures", "parallelism": "!Ref MailParallelism", "batch": 10},
    "audit": {"queue": "AuditFailures", "parallelism": "1", "batch": 25},
}
# What the default event bus calls a job with. Events of mails name the set that these were sent with: each stack hears
# of its own.
RULES = {
    "mails": """\
            Pattern:
              source: [aws.ses]
              detail-type: [Email Bounced, Email Complaint Received]
              detail: { mail: { tags: { "ses:configuration-set": [!Ref MailConfiguration] } } }
""",
}
# The kinds of items whose changes the audit trail records, as the store decides them.
AUDITED = ROOT / "shared/store/src/audit/kinds.rs"


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
    # Where the table's partitions that it may touch begin; none: anywhere.
    partitions: list[str] = field(default_factory=list)
    # The parameter that may reserve executions for it.
    reserved: str | None = None
    stream: str | None = None
    every: str | None = None
    # The rule whose events it is called with.
    events: str | None = None
    scheduled: bool = False
    called: bool = False

    @property
    def resource(self) -> str:
        """The operation's name as CloudFormation writes names: `assign_task` is `AssignTask`."""
        return "".join(word.capitalize() for word in self.name.split("_"))

    @property
    def trail(self) -> str:
        """The policy of template.yaml that keeps it from audit trails: from writing, or from all but writing anew."""
        return "AuditTrailIsKept" if self.stream == "audit" else "AuditTrailIsClosed"

    @property
    def is_asynchronous(self) -> bool:
        """Whether Lambda queues the event itself, so that a failure has nobody else to be told to."""
        return self.scheduled or self.every is not None or self.events is not None


def read_operations(text: str) -> list[Operation]:
    """The operations in the order of the file."""
    tables = tomllib.loads(text)
    areas = tables.pop("areas")
    if tuple(areas) != AREAS or tuple(tables) != AREAS:
        raise Mistake(f"operations.toml has the areas {', '.join(AREAS)}, in this order")
    operations = []
    for area, rows in tables.items():
        for name, row in rows.items():
            operations.append(_operation(name, area, areas[area], dict(row)))
    names = [operation.name for operation in operations]
    routes = [route for operation in operations for route in operation.routes]
    for kind, values in (("operation", names), ("route", routes)):
        twice = sorted({str(value) for value in values if values.count(value) > 1})
        if twice:
            raise Mistake(f"{kind} given twice: {', '.join(twice)}")
    return operations


def _operation(name: str, area: str, shared: dict[str, str], row: dict) -> Operation:
    needs = list(dict.fromkeys(f"{shared['needs']} {row.pop('needs', '')}".split()))
    known = (*TABLE_CALLS, *INDEXES, *OTHER_NEEDS)
    unknown = [need for need in needs if need not in known]
    if unknown:
        raise Mistake(f"{name} needs {', '.join(unknown)}: known are {', '.join(known)}")
    routes = [tuple(route.split(" ", 1)) for route in row.pop("routes", [])]
    partitions = f"{shared.get('partitions', '')} {row.pop('partitions', '')}".split()
    if partitions and "partitions" not in shared and area != "jobs":
        raise Mistake(f"{name} says partitions, but its area may touch any")
    allowed = {"timeout", "environment"}
    if area == "jobs":
        allowed |= {"memory", "stream", "every", "events", "scheduled", "called", "reserved"}
    if set(row) - allowed:
        raise Mistake(f"{name} says {', '.join(sorted(set(row) - allowed))}, which is not for {area}")
    operation = Operation(name=name, area=area, needs=needs, routes=routes, partitions=partitions, **row)
    fired = sum(
        (
            operation.stream is not None,
            operation.every is not None,
            operation.events is not None,
            operation.scheduled,
            operation.called,
        )
    )
    if (area == "jobs") != (fired == 1) or (area == "jobs") == bool(routes):
        raise Mistake(f"{name}: an operation has routes; a job has one of stream, every, events, scheduled, called")
    if operation.stream and operation.stream not in STREAMS:
        raise Mistake(f"{name} reads the channel {operation.stream}: known are {', '.join(STREAMS)}")
    if operation.events and operation.events not in RULES:
        raise Mistake(f"{name} hears of {operation.events}: known are {', '.join(RULES)}")
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
    if operation.reserved:
        lines.append(
            f"      ReservedConcurrentExecutions: !If [{reserves(operation.reserved)}, "
            f"!Ref {operation.reserved}, !Ref AWS::NoValue]"
        )
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


def reserves(parameter: str) -> str:
    """The condition that a parameter reserves anything: `ReservedMailConcurrency` is asked for by `ReservesMail`."""
    return f"Reserves{parameter.removeprefix('Reserved').removesuffix('Concurrency')}"


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
        filters = ", ".join(f"{{ Pattern: '{pattern}' }}" for pattern in _patterns(operation.stream))
        lines += [
            "        Changes:" if operation.stream == "audit" else "        Outbox:",
            "          Type: DynamoDB",
            "          Properties:",
            f"            Stream: {STREAM}",
            "            StartingPosition: TRIM_HORIZON",
            f"            FilterCriteria: {{ Filters: [{filters}] }}",
            f"            BatchSize: {stream['batch']}",
            f"            ParallelizationFactor: {stream['parallelism']}",
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
    if operation.events:
        lines += [
            f"        {operation.events.capitalize()}:",
            "          Type: EventBridgeRule",
            "          Properties:",
            f"            RuleName: !Sub ${{AWS::StackName}}-{operation.name}",
            *RULES[operation.events].splitlines(),
            "            RetryPolicy: { MaximumEventAgeInSeconds: 21600, MaximumRetryAttempts: 20 }",
            "            DeadLetterConfig: { Arn: !GetAtt ScheduleFailures.Arn }",
        ]
    return lines


def _patterns(channel: str) -> list[str]:
    """Which records of the stream a job gets: new rows of its outbox, or what came, changed or went and is recorded."""
    if channel != "audit":
        return [
            '{"eventName":["INSERT"],"dynamodb":{"NewImage":'
            f'{{"ent":{{"S":["outbox"]}},"channel":{{"S":["{channel}"]}}}}}}}}'
        ]
    kinds = json.dumps(recorded_kinds(AUDITED.read_text()), separators=(",", ":"))
    return [
        f'{{"dynamodb":{{"NewImage":{{"ent":{{"S":{kinds}}}}}}}}}',
        f'{{"eventName":["REMOVE"],"dynamodb":{{"OldImage":{{"ent":{{"S":{kinds}}}}}}}}}',
    ]


def recorded_kinds(source: str) -> list[str]:
    """The kinds that the store's table of kinds does not leave out, in its order."""
    table = source.partition("pub const AUDITED")[2].partition("];")[0]
    decided = re.findall(r'\(\s*"(\w+)",\s*(?://[^\n]*\s*)*(Left|thing|person)\(', table)
    return [kind for kind, how in decided if how != "Left"]


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
        f"      ManagedPolicyArns: [!Ref {operation.trail}]",
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


def _index(name: str) -> str:
    return f'!If [IsRestored, !Sub "{RESTORED}/index/{name}", !Sub "${{Table.Arn}}/index/{name}"]'


def _only_in(partitions: list[str]) -> list[str]:
    """The condition that every partition key of a call begins as one of these, or is it: `O#` is `O#*`."""
    if not partitions:
        return []
    patterns = ", ".join(f'"{one}*"' if one.endswith("#") else f'"{one}"' for one in partitions)
    return [f"  Condition: {{ ForAllValues:StringLike: {{ dynamodb:LeadingKeys: [{patterns}] }} }}"]


def _statements(operation: Operation) -> list[list[str]]:
    needs = operation.needs
    log_group = f"{operation.area.capitalize()}LogGroup"
    statements = [_allow(["logs:CreateLogStream", "logs:PutLogEvents"], f"!GetAtt {log_group}.Arn")]
    calls = [f"dynamodb:{call}" for need, call in TABLE_CALLS.items() if need in needs]
    if calls:
        statements.append(_allow(calls, TABLE, *_only_in(operation.partitions)))
    indexes = [_index(index) for index in INDEXES if index in needs]
    if indexes:
        statements.append(_allow(["dynamodb:Query"], indexes[0] if len(indexes) == 1 else f"[{', '.join(indexes)}]"))
    if operation.stream:
        reads = ["DescribeStream", "GetRecords", "GetShardIterator", "ListStreams"]
        statements.append(_allow([f"dynamodb:{call}" for call in reads], STREAM))
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
    media = '!Sub "${Bucket.Arn}/media/*"'
    if "media_put" in needs:
        statements.append(_allow(["s3:PutObject"], media))
    if "media_delete" in needs or "objects_delete" in needs:
        statements.append(_allow(["s3:DeleteObject"], media))
    if "export_put" in needs:
        statements.append(_allow(["s3:PutObject"], '!Sub "${Bucket.Arn}/x/*"'))
    transfers = '!Sub "${Bucket.Arn}/c/*"'
    if "transfer_put" in needs:
        statements.append(_allow(["s3:PutObject"], transfers))
    if "transfer_sign" in needs or "transfer_read" in needs:
        statements.append(_allow(["s3:GetObject"], transfers))
    if "transfers_delete" in needs:
        statements.append(_allow(["s3:DeleteObject"], transfers))
    if {"object_head", "objects_delete", "transfer_read"} & set(needs):
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
    statements.append([f"- !If [Traces, {TRACE}, !Ref AWS::NoValue]"])
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
