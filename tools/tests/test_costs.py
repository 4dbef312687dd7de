"""The page on costs says what the arithmetic prints, and the arithmetic knows the template."""

import os
import re
import sys
import unittest
from pathlib import Path

os.environ.setdefault("AWS_DEFAULT_REGION", "eu-north-1")

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import costs
import template_rules
from test_watch import ALARMS, OWN, metrics

STACK = template_rules.read_stack()

# Told by every area; the others by the jobs alone.
EVERYWHERE = {"Failed", "Duration"}


class Costs(unittest.TestCase):
    def test_the_page_says_what_is_printed(self) -> None:
        page = costs.PAGE.read_text()
        self.assertEqual(page, costs.rendered(page), "run `python3 tools/costs.py --write`")

    def test_a_page_that_was_changed_by_hand_is_found(self) -> None:
        page = costs.PAGE.read_text().replace("| Lambda | ", "| Lambda | 1", 1)
        self.assertNotEqual(page, costs.rendered(page))

    def test_the_whole_bill_is_shown(self) -> None:
        for service in {line.service for line in costs.LINES}:
            self.assertIn(f"\n| {service} | ", costs.bill())

    def test_memory_and_pace_are_those_of_the_template(self) -> None:
        written = STACK.written["Globals"]["Function"]
        self.assertEqual(written["MemorySize"], costs.Machine.memory_gib * 1024)
        [sweep] = [one for one in STACK.operations if one.every]
        self.assertEqual(sweep.every, "5 minutes")
        self.assertEqual(costs.Machine.sweeps, costs.HOURS * 60 / 5)

    def test_metrics_and_alarms_are_those_that_are_there(self) -> None:
        own = sum(len(template_rules.template.AREAS) if one in EVERYWHERE else 1 for one in OWN)
        destination = STACK.expanded["Resources"]["MailMetrics"]["Properties"]["EventDestination"]
        self.assertEqual(costs.Machine.custom_metrics, own + len(destination["MatchingEventTypes"]))
        self.assertEqual(costs.alarm_metrics(), sum(len(list(metrics(alarm))) for alarm in ALARMS.values()))

    def test_metrics_of_each_route_are_off(self) -> None:
        settings = STACK.written["Resources"]["HttpApi"]["Properties"]["DefaultRouteSettings"]
        self.assertIs(settings["DetailedMetricsEnabled"], False)

    def test_the_firewall_has_as_many_rules_as_are_paid(self) -> None:
        text = (costs.ROOT / "infra/edge/certificate.yaml").read_text()
        [acl] = [line for line in costs.LINES if line.what.startswith("web ACL")]
        self.assertEqual(acl.price, 5 + len(re.findall(r"^          Priority: ", text, re.MULTILINE)))

    def test_more_people_cost_more_and_what_is_free_costs_less(self) -> None:
        totals = []
        for office in costs.OFFICES:
            use = costs.use_of(office)
            listed, charged = (sum(line.cost(use, free) for line in costs.LINES) for free in (False, True))
            self.assertLess(charged, listed)
            totals.append(charged)
        self.assertEqual(totals, sorted(totals))


if __name__ == "__main__":
    unittest.main()
