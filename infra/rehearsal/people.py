"""People in front of the deployed stack. The edge is left out: its headers are set here as it sets them."""

import http.client
import json
import re
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, TypeVar

from infra.rehearsal.stack import DOMAIN, Stack

OFFICE = f"app.{DOMAIN}"

T = TypeVar("T")


@dataclass
class Answer:
    """What came back."""

    status: int
    headers: list[tuple[str, str]]
    text: str

    @property
    def json(self) -> Any:
        return json.loads(self.text) if self.text else None

    def header(self, name: str) -> str | None:
        return next((value for key, value in self.headers if key.lower() == name), None)


@dataclass
class Browser:
    """A browser on a host of the product."""

    stack: Stack
    host: str = OFFICE
    cookies: dict[str, str] = field(default_factory=dict)

    def ask(
        self,
        method: str,
        path: str,
        body: Any = None,
        headers: dict[str, str] | None = None,
    ) -> Answer:
        """Sends a request through the HTTP API."""
        sent = {
            "host": self.stack.host,
            "x-viewer-host": self.host,
            "x-viewer-address": "203.0.113.7",
            "x-origin-secret": self.stack.origin_secret,
            "origin": f"https://{self.host}",
            **(headers or {}),
        }
        if self.cookies:
            sent["cookie"] = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        data = None
        if body is not None:
            sent["content-type"] = "application/json"
            data = json.dumps(body)
        connection = http.client.HTTPConnection("127.0.0.1", self.stack.cloud.port, timeout=60)
        try:
            connection.request(method, path, data, sent)
            response = connection.getresponse()
            answer = Answer(response.status, response.getheaders(), response.read().decode())
        finally:
            connection.close()
        for name, value in answer.headers:
            if name.lower() == "set-cookie":
                cookie, rest = value.split(";", 1)
                key, _, secret = cookie.partition("=")
                if "Max-Age=0" in rest:
                    self.cookies.pop(key, None)
                else:
                    self.cookies[key] = secret
        return answer

    def expect(self, status: int, method: str, path: str, body: Any = None, **headers: str) -> Any:
        """The body of an answer of this status; anything else is an error that shows it."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        answer = self.ask(method, path, body, named)
        if answer.status != status:
            raise AssertionError(f"{method} {path} answered {answer.status}: {answer.text[:800]}")
        return answer.json

    def get(self, path: str) -> Any:
        return self.expect(200, "GET", path)

    def post(self, path: str, body: Any, status: int = 200) -> Any:
        return self.expect(status, "POST", path, body)

    def follow(self, mail: dict) -> dict:
        """Opens the login link of a mail and says yes, as its page does."""
        token = re.search(r"#t=([\w-]{20,})", mail["BodyText"])
        if not token:
            raise AssertionError(f"no link in {mail['BodyText']!r}")
        return self.post("/api/login/redeem", {"token": token[1]})

    def upload(self, files: str, name: str, content: bytes, **more: Any) -> str:
        """Declares, uploads and completes a file: its id."""
        declared = {
            "name": name,
            "size_bytes": len(content),
            "content_type": "application/pdf",
            **more,
        }
        ticket = self.post(files, declared, 201)
        assert put(ticket, content) == 200
        self.post(f"{files}/{ticket['file_id']}/complete", {})
        return ticket["file_id"]


def put(ticket: dict, content: bytes) -> int:
    """Puts bytes where a ticket allows, as a browser does: the status that the store answers."""
    request = urllib.request.Request(ticket["url"], data=content, headers=ticket["headers"], method="PUT")
    try:
        with urllib.request.urlopen(request, timeout=60) as answer:
            return answer.status
    except urllib.error.HTTPError as refused:
        return refused.code


def eventually(what: str, ask: Callable[[], T | None], seconds: float = 30) -> T:
    """What `ask` finds, once it finds something."""
    ends = time.monotonic() + seconds
    while time.monotonic() < ends:
        found = ask()
        if found:
            return found
        time.sleep(0.25)
    raise AssertionError(f"{what} did not happen within {seconds:.0f} s")


def mails_to(stack: Stack, address: str) -> list[dict]:
    return [mail for mail in stack.cloud.mails() if address in mail["To"]]


def mail_to(stack: Stack, address: str, number: int = 1, seconds: float = 30) -> dict:
    """The so-manieth mail to an address."""

    def ask() -> dict | None:
        mails = mails_to(stack, address)
        return mails[number - 1] if len(mails) >= number else None

    return eventually(f"mail {number} to {address}", ask, seconds)
