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
        self.assertNotIn("Bank statement", announced[0]["BodyText"], "the client has finished that one already")
        again = Browser(self.stack, f"bridge.{DOMAIN}")
        self.assertIn(self.story.unseen, again.follow(announced[0])["target"])

    def announcements(self) -> list[dict]:
        return [mail for mail in mails_to(self.stack, main_job.CONTACT) if "Annual report" in mail["Subject"]]

    def test_the_offices_daily_schedule_makes_what_a_series_owes(self) -> None:
        """Its time is moved to the next minute, as a person could in the console, and a date of a series to today."""
        today = datetime.datetime.now(datetime.UTC).date()
        in_two_days = today + datetime.timedelta(days=2)
        series = {
            "client_id": self.story.client,
            "title": "Cash book",
            "assign_to_client": False,
            "recurrence": {
                "frequency": {"kind": "weekly", "weekdays": [in_two_days.strftime("%A").lower()]},
                "every": 1,
                "weekend": "leave",
                "start": today.isoformat(),
                "end": {"kind": "never"},
                "due_after_days": 1,
            },
        }
        made = self.story.owner.post("/api/office/series", series, 201)["id"]
        self.assertEqual(self.occurrences(), [])
        self.owe(made, today)
        self.run_daily_in_a_minute()
        self.assertEqual(len(eventually("the occurrence", self.occurrences, 150)), 1)

    def occurrences(self) -> list[dict]:
        tasks = f"/api/office/tasks?client_id={self.story.client}&state=open"
        return [task for task in self.story.owner.get(tasks)["items"] if task["title"] == "Cash book"]

    def owe(self, series: str, day: datetime.date) -> None:
        office, bare = self.story.office.removeprefix("off_"), series.removeprefix("ser_")
        self.stack.cloud.client("dynamodb").update_item(
            TableName=self.stack.table,
            Key={"pk": {"S": f"O#{office}"}, "sk": {"S": f"SER#{bare}"}},
            UpdateExpression="SET next_on = :day, gsi1sk = :place",
            ConditionExpression="attribute_exists(pk)",
            ExpressionAttributeValues={":day": {"S": day.isoformat()}, ":place": {"S": f"{day}#{bare}"}},
        )

    def run_daily_in_a_minute(self) -> None:
        scheduler = self.stack.cloud.client("scheduler")
        group = self.stack.outputs["ScheduleGroupName"]
        found = scheduler.list_schedules(GroupName=group)["Schedules"]
        [name] = [one["Name"] for one in found if one["Name"].startswith("o-")]
        schedule = scheduler.get_schedule(GroupName=group, Name=name)
        self.assertEqual(schedule["ScheduleExpressionTimezone"], "Europe/Tallinn")
        soon = datetime.datetime.now(datetime.UTC) + datetime.timedelta(minutes=1, seconds=10)
        scheduler.update_schedule(
            GroupName=group,
            Name=name,
            ScheduleExpression=f"cron({soon.minute} {soon.hour} * * ? *)",
            ScheduleExpressionTimezone="UTC",
            FlexibleTimeWindow={"Mode": "OFF"},
            Target=schedule["Target"],
        )


if __name__ == "__main__":
    unittest.main()
