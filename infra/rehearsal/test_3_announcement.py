"""What the main job left waiting: the schedules of the cloud fire by themselves, in real time."""

import datetime
import time
import unittest

from infra.rehearsal import test_1_main_job as main_job
from infra.rehearsal.people import Browser, eventually, mails_to
from infra.rehearsal.stack import DOMAIN

ANNOUNCED_AFTER_SECONDS = 5 * 60
# Five minutes, up to the next whole minute, and the minute within which Scheduler fires.
ANNOUNCED_WITHIN_SECONDS = 8 * 60


class Schedules(unittest.TestCase):
    def setUp(self) -> None:
        self.story = main_job.MainJob
        self.stack = self.story.stack

    def test_the_announcement_left_by_itself_and_once(self) -> None:
        left = ANNOUNCED_WITHIN_SECONDS - (time.monotonic() - self.story.assigned_at)
        announced = eventually("the announcement", self.announcements, max(left, 1))
        self.assertEqual(len(announced), 1)
        sent_after = announced[0]["Timestamp"] - self.story.assigned_wall
        self.assertGreaterEqual(sent_after, ANNOUNCED_AFTER_SECONDS - 1)
        again = Browser(self.stack, f"bridge.{DOMAIN}")
        self.assertIn(self.story.task, again.follow(announced[0])["target"])

    def announcements(self) -> list[dict]:
        return [mail for mail in mails_to(self.stack, main_job.CONTACT) if "Bank statement" in mail["Subject"]]

    def test_the_offices_daily_schedule_makes_what_a_series_owes(self) -> None:
        """Its time is moved to the next minute, as a person could in the console."""
        today = datetime.datetime.now(datetime.UTC).date()
        tomorrow = today + datetime.timedelta(days=1)
        series = {
            "client_id": self.story.client,
            "title": "Cash book",
            "assign_to_client": False,
            "recurrence": {
                "frequency": {
                    "kind": "weekly",
                    "weekdays": [today.strftime("%A").lower(), tomorrow.strftime("%A").lower()],
                },
                "every": 1,
                "weekend": "leave",
                "start": today.isoformat(),
                "end": {"kind": "never"},
                "due_after_days": 1,
            },
        }
        made = self.story.owner.post("/api/office/series", series, 201)
        tasks = f"/api/office/tasks?client_id={self.story.client}&state=open"

        def occurrences() -> list[dict]:
            return [task for task in self.story.owner.get(tasks)["items"] if task["title"] == "Cash book"]

        self.assertEqual(len(eventually("the first occurrence", occurrences)), 1)
        scheduler = self.stack.cloud.client("scheduler")
        group = self.stack.outputs["ScheduleGroupName"]
        found = scheduler.list_schedules(GroupName=group)["Schedules"]
        [name] = [one["Name"] for one in found if not one["Name"].startswith(("n-", "d-"))]
        schedule = scheduler.get_schedule(GroupName=group, Name=name)
        self.assertEqual(schedule["ScheduleExpressionTimezone"], "Europe/Tallinn")
        # Nothing is owed before the next date, so the job's own run is seen in its log and not in the list.
        runs = self.runs_of("generate_occurrences")
        soon = datetime.datetime.now(datetime.UTC) + datetime.timedelta(seconds=5)
        scheduler.update_schedule(
            GroupName=group,
            Name=name,
            ScheduleExpression=f"at({soon:%Y-%m-%dT%H:%M:%S})",
            ScheduleExpressionTimezone="UTC",
            FlexibleTimeWindow={"Mode": "OFF"},
            Target=schedule["Target"],
        )
        eventually("the daily run", lambda: self.runs_of("generate_occurrences") > runs, 120)
        self.assertEqual(len(occurrences()), 1, "an occurrence is made once")
        self.assertEqual(self.story.owner.get(f"/api/office/series/{made['id']}")["created_count"], 1)

    def runs_of(self, job: str) -> int:
        """How often a job has run, as the log of its area tells."""
        logs = self.stack.cloud.client("logs")
        pages = logs.get_paginator("filter_log_events").paginate(logGroupName=f"/sild/{self.stack.name}/jobs")
        lines = [event["message"] for page in pages for event in page["events"]]
        return sum(1 for line in lines if "START" in line and job in line)


if __name__ == "__main__":
    unittest.main()
