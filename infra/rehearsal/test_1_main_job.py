"""The main job through the HTTP API: the real binaries, presigned uploads, the cloud's own stream and schedules."""

import time
import unittest
import urllib.request

from infra.rehearsal.people import (
    DOMAIN,
    Browser,
    eventually,
    mail_to,
    put,
)
from infra.rehearsal.running import stack

OWNER = "owner@office.example"
CONTACT = "contact@client.example"
LIMIT = 10 * 1024 * 1024


class MainJob(unittest.TestCase):
    """One story: each test goes on where the one before ended."""

    owner: Browser
    contact: Browser
    client: str
    task: str
    unseen: str
    assigned_at: float
    assigned_wall: float
    office: str

    @classmethod
    def setUpClass(cls) -> None:
        cls.stack = stack("sild")

    def test_01_an_office_signs_up_by_mail(self) -> None:
        owner = Browser(self.stack)
        office = {
            "office_name": "Bridge Accounting",
            "person_name": "Olivia Owner",
            "email": OWNER,
            "language": "en",
            "time_zone": "Europe/Tallinn",
        }
        owner.post("/api/offices", office, 202)
        redeemed = owner.follow(mail_to(self.stack, OWNER))
        self.assertEqual(redeemed["kind"], "office")
        self.assertEqual(owner.get("/api/office/session")["member"]["role"], "owner")
        type(self).owner = owner

    def test_02_it_activates_its_portal_and_names_it(self) -> None:
        settings = self.owner.post("/api/office/portal/activate", {})
        named = {"slug": "bridge", "name": "Bridge", "colour": "#8a3ffc"}
        saved = self.owner.expect(200, "PUT", "/api/office/portal", named, if_match=f'"{settings["version"]}"')
        self.assertEqual(saved["url"], f"https://bridge.{DOMAIN}")
        page = Browser(self.stack, f"bridge.{DOMAIN}").ask("GET", "/p/bridge")
        self.assertEqual(page.status, 200)
        self.assertIn("<title>Bridge", page.text)
        self.assertIn("script-src 'self'", page.header("content-security-policy") or "")

    def test_03_it_opens_the_portal_of_a_client_with_an_invitation(self) -> None:
        client = self.owner.post("/api/office/clients", {"name": "Example Bakery"}, 201)["id"]
        person = {"name": "First Contact", "email": CONTACT, "has_access": True}
        self.owner.post(f"/api/office/clients/{client}/contacts", person, 201)
        opening = {"client_ids": [client], "with_invitations": True}
        opening = self.owner.post("/api/office/bulk-openings", opening, 202)
        path = f"/api/office/bulk-openings/{opening['id']}"
        done = eventually(
            "the opening",
            lambda: (found := self.owner.get(path))["state"] == "done" and found,
        )
        self.assertEqual((done["opened"], done["invited"]), (1, 1))
        type(self).client = client

    def test_04_the_contact_gets_in_by_the_invitation(self) -> None:
        contact = Browser(self.stack, f"bridge.{DOMAIN}")
        redeemed = contact.follow(mail_to(self.stack, CONTACT))
        type(self).office = redeemed["office_id"]
        session = contact.get(f"/api/portal/{self.office}/session")
        self.assertEqual([one["name"] for one in session["clients"]], ["Example Bakery"])
        sample = contact.get(f"/api/portal/{self.office}/clients/{self.client}/tasks")["items"][0]
        self.assertTrue(sample["is_sample"])
        type(self).contact = contact

    def test_05_a_task_is_in_the_portal_at_once(self) -> None:
        task = {
            "client_id": self.client,
            "title": "Bank statement",
            "due": "2031-01-31",
        }
        task = self.owner.post("/api/office/tasks", task, 201)["id"]
        self.owner.post(f"/api/office/tasks/{task}/assign", {})
        type(self).assigned_at = time.monotonic()
        type(self).assigned_wall = time.time()
        seen = self.contact.get(f"/api/portal/{self.office}/clients/{self.client}/tasks/{task}")
        self.assertTrue(seen["is_unread"])
        type(self).task = task
        # Nobody looks at this one, so that it is announced.
        unseen = {"client_id": self.client, "title": "Annual report"}
        unseen = self.owner.post("/api/office/tasks", unseen, 201)["id"]
        self.owner.post(f"/api/office/tasks/{unseen}/assign", {})
        type(self).unseen = unseen

    def test_06_a_schedule_of_the_cloud_waits_to_announce_it(self) -> None:
        scheduler = self.stack.cloud.client("scheduler")
        group = self.stack.outputs["ScheduleGroupName"]

        def waiting() -> list[str]:
            schedules = scheduler.list_schedules(GroupName=group)["Schedules"]
            return [one["Name"] for one in schedules if one["Name"].startswith("n-")]

        [name] = eventually("the schedule", waiting)
        schedule = scheduler.get_schedule(GroupName=group, Name=name)
        self.assertEqual(schedule["ActionAfterCompletion"], "DELETE")
        self.assertIn("announce_tasks", schedule["Target"]["Arn"])
        self.assertTrue(schedule["Target"]["DeadLetterConfig"]["Arn"])

    def test_07_the_store_itself_keeps_the_limit(self) -> None:
        files = f"/api/portal/{self.office}/clients/{self.client}/tasks/{self.task}/files"
        large = {
            "name": "huge.pdf",
            "size_bytes": LIMIT + 1,
            "content_type": "application/pdf",
        }
        self.assertEqual(self.contact.ask("POST", files, large).status, 413)
        ticket = self.contact.post(files, large | {"size_bytes": LIMIT}, 201)
        self.assertEqual(put(ticket, b"%" * LIMIT), 200)
        self.assertEqual(put(ticket, b"%" * LIMIT), 412, "a ticket is for one upload")
        done = self.contact.post(f"{files}/{ticket['file_id']}/complete", {})
        self.assertEqual(done["size_bytes"], LIMIT)
        link = self.contact.get(f"{files}/{ticket['file_id']}/download")
        with urllib.request.urlopen(link["url"], timeout=60) as answer:
            self.assertEqual(len(answer.read()), LIMIT)
            self.assertEqual(answer.headers["content-type"], "application/octet-stream")

    def test_08_messages_and_completion_go_both_ways(self) -> None:
        portal = f"/api/portal/{self.office}/clients/{self.client}/tasks/{self.task}"
        office = f"/api/office/tasks/{self.task}"
        self.contact.post(f"{portal}/messages", {"text": "Here it is."}, 201)
        self.owner.post(
            f"{office}/messages",
            {"visibility": "internal", "text": "Check the VAT."},
            201,
        )
        self.owner.post(f"{office}/messages", {"visibility": "portal", "text": "Thank you."}, 201)
        seen = self.contact.get(portal)
        self.assertEqual([one["text"] for one in seen["messages"]], ["Here it is.", "Thank you."])
        self.contact.post(f"{portal}/done", {})
        self.assertEqual(self.owner.get(office)["client_state"], "done")
        eventually("the notification", lambda: "client_done" in self.kinds_of_notifications())

    def kinds_of_notifications(self) -> set[str]:
        return {one["kind"] for one in self.owner.get("/api/office/notifications")["items"]}

    def test_09_a_stranger_and_another_site_get_nothing(self) -> None:
        stranger = Browser(self.stack)
        self.assertEqual(stranger.ask("GET", f"/api/office/tasks/{self.task}").status, 401)
        evil = {"origin": "https://evil.example"}
        refused = self.owner.ask("POST", f"/api/office/tasks/{self.task}/complete", {}, evil)
        self.assertEqual(refused.status, 403)
        self.assertEqual(self.owner.get(f"/api/office/tasks/{self.task}")["state"], "open")
