"""The generator's own refusals, and each rule of the expanded template, broken on purpose."""

import copy
import sys
import unittest
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import template
import template_rules as rules

STACK = rules.read_stack()
AREAS = "".join(f'[areas.{area}]\nneeds = ""\n' for area in template.AREAS)


def operations(public: str = "", jobs: str = "") -> list[template.Operation]:
    return template.read_operations(f"{AREAS}[public]\n{public}\n[portal]\n[office]\n[jobs]\n{jobs}\n")


class Generator(unittest.TestCase):
    def test_an_operation_becomes_a_function_and_a_role(self) -> None:
        yaml = template.functions(operations('find_it = { routes = ["GET /it/{id}"], needs = "get gsi2 object_put" }'))
        for part in (
            "FindItFunction:",
            "Handler: find_it",
            "CodeUri: build/public.zip",
            "Role: !GetAtt FindItRole.Arn",
            'Method: GET, Path: "/it/{id}"',
            "Action: dynamodb:GetItem",
            '"${Table.Arn}/index/gsi2"',
            "Action: s3:PutObject",
        ):
            self.assertIn(part, yaml)
        self.assertNotIn("dynamodb:PutItem", yaml)

    def test_what_an_operator_calls_has_no_trigger_and_no_more_rights_than_it_needs(self) -> None:
        yaml = template.functions(operations(jobs='all = { called = true, memory = 512, needs = "query export_put" }'))
        self.assertIn("MemorySize: 512", yaml)
        self.assertNotIn("Events:", yaml)
        self.assertIn('Resource: !Sub "${Bucket.Arn}/x/*"', yaml)
        self.assertNotIn("/o/*", yaml)
        yaml = template.functions(
            operations(jobs='drop = { called = true, needs = "objects_delete schedules_delete" }')
        )
        for action in ("s3:DeleteObject", "s3:ListBucket", "scheduler:DeleteSchedule"):
            self.assertIn(f"Action: {action}", yaml)
        self.assertNotIn("s3:GetObject", yaml)
        self.assertNotIn("iam:PassRole", yaml)

    def test_mistakes_are_refused(self) -> None:
        for public, jobs in (
            ('a = { routes = ["GET /a"], needs = "everything" }', ""),
            ("a = {}", ""),
            ('a = { routes = ["GET /a"] }\nb = { routes = ["GET /a"] }', ""),
            ('a = { routes = ["GET /a"], stream = "relay" }', ""),
            ("", "a = {}"),
            ("", 'a = { scheduled = true, every = "1 minute" }'),
            ("", "a = { scheduled = true, called = true }"),
            ("", 'a = { stream = "other" }'),
            ("", 'a = { events = "other" }'),
            ("", 'a = { events = "mails", scheduled = true }'),
            ('a = { routes = ["GET /a"], reserved = "ReservedMailConcurrency" }', ""),
            ('a = { routes = ["GET /a"], partitions = "O#" }', ""),
        ):
            with self.subTest(public=public, jobs=jobs), self.assertRaises(template.Mistake):
                operations(public, jobs)

    def test_the_part_above_the_marker_is_left_alone(self) -> None:
        text = template.rendered(f"Head: 1\n{template.MARKER}old: 2\n", operations('a = { routes = ["GET /a"] }'))
        self.assertTrue(text.startswith(f"Head: 1\n{template.MARKER}"))
        self.assertNotIn("old: 2", text)

    def test_a_template_without_marker_is_refused(self) -> None:
        with self.assertRaises(template.Mistake):
            template.rendered("Head: 1\n", [])


class Rules(unittest.TestCase):
    def breaks(self, rule: Callable[[rules.Stack], list[str]], change: Callable[[dict], object]) -> None:
        """The rule holds for the template, and no longer once `change` was made to its expanded resources."""
        self.assertEqual(rule(STACK), [])
        broken = copy.deepcopy(STACK)
        change(broken.expanded["Resources"])
        self.assertNotEqual(rule(broken), [])

    @staticmethod
    def _all_statements(resources: dict, role: str) -> list[dict]:
        return resources[role]["Properties"]["Policies"][0]["PolicyDocument"]["Statement"]

    def _statement(self, resources: dict, role: str, number: int) -> dict:
        return self._all_statements(resources, role)[number]

    def test_too_many_resources(self) -> None:
        queue = {"Type": "AWS::SQS::Queue"}
        self.breaks(rules.it_fits, lambda all: all.update({f"Queue{n}": queue for n in range(rules.MAX_RESOURCES)}))

    def test_a_missing_function(self) -> None:
        self.breaks(rules.each_operation_has_its_function, lambda all: all.pop("AssignTaskFunction"))

    def test_another_handler(self) -> None:
        rule = rules.each_operation_has_its_function
        self.breaks(rule, lambda all: all["AssignTaskFunction"]["Properties"].update(Handler="withdraw_task"))

    def test_a_missing_route(self) -> None:
        rule = rules.each_route_leads_to_its_operation
        self.breaks(rule, lambda all: all["HttpApi"]["Properties"]["Body"]["paths"].pop("/api/office/clients"))

    def test_a_permission_that_matches_nothing(self) -> None:
        def change(resources: dict) -> None:
            source = resources["ShowPortalFunctionBelowPermission"]["Properties"]["SourceArn"]["Fn::Sub"]
            source[0] = source[0].replace("/p/*/*", "/p/*/{path+}")

        self.breaks(rules.the_api_may_call_every_route, change)

    def test_a_shared_role(self) -> None:
        def change(resources: dict) -> None:
            resources["GetTaskFunction"]["Properties"]["Role"] = resources["AssignTaskFunction"]["Properties"]["Role"]

        self.breaks(rules.each_function_has_a_role_of_its_own, change)

    def test_a_managed_policy(self) -> None:
        rule = rules.each_function_has_a_role_of_its_own
        self.breaks(rule, lambda all: all["GetTaskRole"]["Properties"].update(ManagedPolicyArns=["arn:aws:iam::x"]))

    def test_wildcards(self) -> None:
        rule = rules.no_role_reaches_too_far
        self.breaks(rule, lambda all: self._statement(all, "GetTaskRole", 1).update(Resource="*"))
        self.breaks(rule, lambda all: self._statement(all, "GetTaskRole", 1).update(Action="dynamodb:*"))
        indexes = {"Fn::Sub": "${Table.Arn}/index/*"}
        self.breaks(rule, lambda all: self._statement(all, "GetTaskRole", 1).update(Resource=indexes))

    def test_what_x_ray_takes_is_allowed_only_while_it_traces(self) -> None:
        rule = rules.no_role_reaches_too_far
        always = {"Effect": "Allow", "Action": ["xray:PutTraceSegments"], "Resource": "*"}
        self.breaks(rule, lambda all: self._all_statements(all, "GetTaskRole").append(always))
        more = {"Fn::If": ["Traces", {**always, "Action": ["xray:GetTraceSummaries"]}, rules.NOTHING]}
        self.breaks(rule, lambda all: self._all_statements(all, "GetTaskRole").append(more))
        otherwise = {"Fn::If": ["Traces", rules.NOTHING, always]}
        self.breaks(rule, lambda all: self._all_statements(all, "GetTaskRole").append(otherwise))

    def test_a_role_that_reaches_beyond_offices(self) -> None:
        rule = rules.only_those_that_must_reach_beyond_an_office
        self.breaks(rule, lambda all: self._statement(all, "GetTaskRole", 1).pop("Condition"))

        def change(resources: dict) -> None:
            condition = self._statement(resources, "GetTaskRole", 1)["Condition"]
            condition["ForAllValues:StringLike"]["dynamodb:LeadingKeys"].append("LINK#*")

        self.breaks(rule, change)

    def test_logs_that_stay_or_go_elsewhere(self) -> None:
        rule = rules.logs_are_kept_for_a_while
        self.breaks(rule, lambda all: all["JobsLogGroup"]["Properties"].pop("RetentionInDays"))
        self.breaks(rule, lambda all: all["GetTaskFunction"]["Properties"].pop("LoggingConfig"))

    def test_executions_that_are_reserved_unasked(self) -> None:
        rule = rules.nothing_is_reserved_by_default
        self.breaks(rule, lambda all: all["GetTaskFunction"]["Properties"].update(ReservedConcurrentExecutions=5))
        self.breaks(rule, lambda all: all["SendMailFunction"]["Properties"].update(ReservedConcurrentExecutions=5))
        broken = copy.deepcopy(STACK)
        broken.expanded["Parameters"]["ReservedMailConcurrency"]["Default"] = 5
        self.assertNotEqual(rule(broken), [])

    def test_mails_that_nobody_counts(self) -> None:
        rule = rules.what_becomes_of_mails_is_counted
        self.breaks(rule, lambda all: all.pop("MailMetrics"))

        def change(resources: dict) -> None:
            resources["MailMetrics"]["Properties"]["EventDestination"]["MatchingEventTypes"].remove("bounce")

        self.breaks(rule, change)

    def test_mails_that_come_back_unheard(self) -> None:
        rule = rules.who_is_not_reached_is_learnt_of
        self.breaks(rule, lambda all: all.pop("MailEvents"))
        self.breaks(rule, lambda all: all.pop("RecordMailEventFunctionMails"))

        def of_every_stack(resources: dict) -> None:
            resources["RecordMailEventFunctionMails"]["Properties"]["EventPattern"].pop("detail")

        self.breaks(rule, of_every_stack)

        def no_complaints(resources: dict) -> None:
            resources["MailEvents"]["Properties"]["EventDestination"]["MatchingEventTypes"].remove("complaint")

        self.breaks(rule, no_complaints)

    def test_a_role_that_could_alter_the_audit_trail(self) -> None:
        rule = rules.no_role_alters_the_audit_trail
        self.breaks(rule, lambda all: all["GetTaskRole"]["Properties"].pop("ManagedPolicyArns"))
        kept = {"ManagedPolicyArns": [{"Ref": "AuditTrailIsKept"}]}
        self.breaks(rule, lambda all: all["SweepOutboxRole"]["Properties"].update(kept))
        closed = {"ManagedPolicyArns": [{"Ref": "AuditTrailIsClosed"}]}
        self.breaks(rule, lambda all: all["RecordChangesRole"]["Properties"].update(closed))
        batch = {"Action": ["dynamodb:BatchWriteItem"]}
        self.breaks(rule, lambda all: self._statement(all, "AssignTaskRole", 1).update(batch))
        for change in (
            {"Effect": "Allow"},
            {"Action": ["dynamodb:UpdateItem"]},
            {"Condition": {}},
            {"Condition": {"ForAllValues:StringLike": {"dynamodb:LeadingKeys": ["O#*#AUD#*"]}}},
            {"Condition": {"ForAnyValue:StringLike": {"dynamodb:LeadingKeys": ["O#01#AUD#*"]}}},
            {"Resource": {"Fn::GetAtt": ["Table", "Arn"]}},
        ):
            for policy in ("AuditTrailIsClosed", "AuditTrailIsKept"):
                with self.subTest(change=change, policy=policy):
                    self.breaks(rule, lambda all, name=policy, new=change: self._deny(all, name).update(new))

    @staticmethod
    def _deny(resources: dict, policy: str) -> dict:
        return resources[policy]["Properties"]["PolicyDocument"]["Statement"][0]

    def test_a_change_that_no_audit_trail_is_told_of(self) -> None:
        rule = rules.the_audit_trail_is_told_of_all_that_it_records
        filters = "RecordChangesFunctionChanges"
        self.breaks(rule, lambda all: all[filters]["Properties"]["FilterCriteria"]["Filters"].pop())
        self.breaks(rule, lambda all: all.pop(filters))
        broken = copy.deepcopy(STACK)
        broken.audited = broken.audited.replace('("template", thing', '("templates", thing')
        self.assertNotEqual(rule(broken), [])
        self.assertIn("client", template.recorded_kinds(STACK.audited))
        self.assertNotIn("outbox", template.recorded_kinds(STACK.audited))

    def test_an_operation_that_mails(self) -> None:
        rule = rules.only_jobs_mail_and_schedule
        self.breaks(rule, lambda all: self._statement(all, "AssignTaskRole", 1).update(Action="ses:SendEmail"))

    def test_lost_failures(self) -> None:
        rule = rules.nothing_fails_unseen
        self.breaks(rule, lambda all: all.pop("AnnounceTasksFunctionEventInvokeConfig"))
        self.breaks(rule, lambda all: all["SendMailFunctionOutbox"]["Properties"].pop("DestinationConfig"))
        self.breaks(rule, lambda all: all["SendMailFunctionOutbox"]["Properties"].pop("FunctionResponseTypes"))
        self.breaks(rule, lambda all: all["SweepOutboxFunctionClock"]["Properties"]["Target"].pop("DeadLetterConfig"))
        self.breaks(
            rule,
            lambda all: all["RecordMailEventFunctionMails"]["Properties"]["Targets"][0].pop("DeadLetterConfig"),
        )
        self.breaks(rule, lambda all: all["MailFailures"]["Properties"].pop("SqsManagedSseEnabled"))

    def test_a_schedule_that_may_start_more(self) -> None:
        def change(resources: dict) -> None:
            self._statement(resources, "SchedulerRole", 0)["Resource"].append(
                {"Fn::Sub": "${AWS::StackName}-sweep_outbox"}
            )

        self.breaks(rules.schedules_start_only_what_is_scheduled, change)

    def test_data_that_can_be_lost_or_seen(self) -> None:
        rule = rules.data_is_kept_and_private
        self.breaks(rule, lambda all: all["Table"].pop("DeletionPolicy"))
        self.breaks(rule, lambda all: all["Table"]["Properties"].pop("PointInTimeRecoverySpecification"))
        self.breaks(rule, lambda all: all["Bucket"]["Properties"].pop("PublicAccessBlockConfiguration"))
        self.breaks(rule, lambda all: all["Bucket"]["Properties"].pop("VersioningConfiguration"))
        self.breaks(rule, lambda all: all.pop("BucketTlsOnly"))
        self.breaks(rule, lambda all: all["Bucket"]["Properties"]["LifecycleConfiguration"]["Rules"].pop(1))

    def test_a_function_that_forgets_the_restored_table(self) -> None:
        rule = rules.a_restored_table_takes_the_place_of_the_stacks_own
        own = {"Fn::GetAtt": ["Table", "Arn"]}
        self.breaks(rule, lambda all: self._statement(all, "GetTaskRole", 1).update(Resource=own))
        index = {"Fn::Sub": "${Table.Arn}/index/gsi1"}
        self.breaks(rule, lambda all: self._statement(all, "GetTaskRole", 2).update(Resource=index))
        stream = {"Fn::GetAtt": ["Table", "StreamArn"]}
        self.breaks(rule, lambda all: all["SendMailFunctionOutbox"]["Properties"].update(EventSourceArn=stream))

    def test_an_index_that_shows_more_than_the_store_says(self) -> None:
        rule = rules.the_table_is_that_of_one_machine
        self.breaks(rule, lambda all: all["Table"]["Properties"]["GlobalSecondaryIndexes"].pop())

        def change(resources: dict) -> None:
            index = resources["Table"]["Properties"]["GlobalSecondaryIndexes"][2]
            index["Projection"]["NonKeyAttributes"].append("description")

        self.breaks(rule, change)

    def test_a_setting_that_nobody_gives_or_reads(self) -> None:
        rule = rules.every_setting_is_given_and_read

        def variables(resources: dict, function: str) -> dict:
            return resources[function]["Properties"]["Environment"]["Variables"]

        self.breaks(rule, lambda all: variables(all, "ShowPortalFunction").pop("SILD_PORTAL_PAGE"))
        self.breaks(rule, lambda all: variables(all, "GetTaskFunction").update(SILD_NOBODY="x"))


if __name__ == "__main__":
    unittest.main()
