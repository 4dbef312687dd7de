"""Measures one machine against its limits: the list of 20 of 10,000 tasks at 200 requests a second, and the memory.

    python3 tools/bench.py [--tasks N] [--seconds N]

Builds the release binary, starts it on a free port with data of its own, fills it through the API as a member would,
and asks with `oha`, which counts a late request from when it was due. A bare route is asked the same way in the same
run, so that a slow machine can be told from a slow list. Ends with 1 when a limit is missed; the figures are kept in
target/bench.json.
"""

import argparse
import http.client
import json
import os
import re
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

ROOT = Path(__file__).resolve().parent.parent
OHA = ROOT / ".tools/bin/oha"
RATE = 200
WRITERS = 4
# What must hold: figure, the most it may be, its unit.
LIMITS = (("list_p50", 3.0, "ms"), ("list_p99", 15.0, "ms"), ("memory", 120.0, "MB"))


class Failure(Exception):
    """Says what the machine answered instead of what was asked for."""


@dataclass
class Member:
    """Somebody who is signed in, as a browser would call."""

    port: int
    cookie: str = ""
    host_name: ClassVar[str] = "app.localhost"

    def headers(self) -> dict[str, str]:
        host = f"{self.host_name}:{self.port}"
        headers = {"host": host, "origin": f"http://{host}", "content-type": "application/json"}
        return headers | ({"cookie": self.cookie} if self.cookie else {})

    def call(
        self,
        connection: http.client.HTTPConnection,
        method: str,
        path: str,
        body: dict | None = None,
        key: str = "",
    ) -> dict:
        headers = self.headers() | ({"idempotency-key": key} if key else {})
        connection.request(method, path, json.dumps(body) if body is not None else None, headers)
        response = connection.getresponse()
        text = response.read().decode()
        if response.status >= 400:
            raise Failure(f"{method} {path} answered {response.status}: {text[:400]}")
        cookies = [value.split(";", 1)[0] for name, value in response.getheaders() if name.lower() == "set-cookie"]
        if cookies:
            self.cookie = "; ".join(cookies)
        return json.loads(text) if text else {}

    def connection(self) -> http.client.HTTPConnection:
        return http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)


def build() -> Path:
    """The release binary."""
    command = ["cargo", "build", "--release", "--locked", "--package", "sild-local", "--bin", "sild"]
    subprocess.run(command, cwd=ROOT, check=True)
    metadata = ["cargo", "metadata", "--no-deps", "--format-version", "1"]
    told = json.loads(subprocess.run(metadata, cwd=ROOT, check=True, capture_output=True, text=True).stdout)
    return Path(told["target_directory"]) / "release/sild"


def start(binary: Path, port: int, data: str) -> subprocess.Popen:
    """Starts the machine and waits for the line that begins with `ready`."""
    process = subprocess.Popen(
        [str(binary), "run"],
        cwd=ROOT,
        env={**os.environ, "PORT": str(port), "DATA": data},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )
    seen = []
    for line in process.stdout:
        seen.append(line)
        if line.startswith("ready"):
            # Whatever it says from now on is read and dropped, so that it never waits for a reader.
            threading.Thread(target=process.stdout.read, daemon=True).start()
            return process
    raise Failure(f"the machine did not start:\n{''.join(seen[-20:])}")


def sign_up(port: int) -> Member:
    """A new office, signed up by mail as anyone would."""
    member = Member(port)
    connection = member.connection()
    address = "bench@example.com"
    office = {
        "office_name": "Bench Office",
        "person_name": "Bench Owner",
        "email": address,
        "language": "en",
        "time_zone": "Europe/Tallinn",
    }
    member.call(connection, "POST", "/api/offices", office, key="bench-office-0001")
    for _ in range(200):
        mails = member.call(connection, "GET", "/_local/mail")
        token = next(
            (
                found[1]
                for mail in mails
                if address in str(mail["to"]) and (found := re.search(r"#t=([\w-]{20,})", mail["text"]))
            ),
            None,
        )
        if token:
            member.cookie = ""
            member.call(connection, "POST", "/api/login/redeem", {"token": token})
            return member
        time.sleep(0.05)
    raise Failure("the mail of the sign-up did not come within 10 s")


def fill(member: Member, tasks: int) -> str:
    """`tasks` tasks of one client; its id."""
    client = member.call(
        member.connection(),
        "POST",
        "/api/office/clients",
        {"name": "Bench Client OÜ"},
        key="bench-client-0001",
    )
    failures: list[Exception] = []

    def write(first: int) -> None:
        connection = member.connection()
        try:
            for number in range(first, tasks, WRITERS):
                due = f"2031-{number % 12 + 1:02}-{number % 28 + 1:02}"
                task = {"client_id": client["id"], "title": f"Documents of month {number}", "due": due}
                member.call(connection, "POST", "/api/office/tasks", task, key=f"bench-task-{number:06}")
        except (Failure, OSError) as failure:
            failures.append(failure)

    threads = [threading.Thread(target=write, args=(first,)) for first in range(WRITERS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if failures:
        raise failures[0]
    return client["id"]


def ask(member: Member, path: str, seconds: int, rate: int = RATE) -> dict[str, float]:
    """Latency in milliseconds at the rate; every answer must be a success."""
    command = [str(OHA), "-n", str(rate * seconds), "-q", str(rate), "-c", "8", "--latency-correction"]
    command += ["--no-tui", "--output-format", "json"]
    for name, value in member.headers().items():
        command += ["-H", f"{name}: {value}"]
    command.append(f"http://127.0.0.1:{member.port}{path}")
    asked = subprocess.run(command, check=True, capture_output=True, text=True, timeout=10 * seconds)
    told = json.loads(asked.stdout)
    statuses = told["statusCodeDistribution"]
    if set(statuses) != {"200"} or told["summary"]["requestsPerSec"] < 0.9 * rate:
        raise Failure(
            f"{path}: {statuses} at {told['summary']['requestsPerSec']:.0f} requests/s, "
            f"errors {told['errorDistribution']}"
        )
    return {name: told["latencyPercentiles"][name] * 1000 for name in ("p50", "p99")}


def memory(process: subprocess.Popen) -> float:
    """The most that the process held in memory, in MB."""
    status = Path(f"/proc/{process.pid}/status").read_text()
    return int(re.search(r"^VmHWM:\s+(\d+) kB$", status, re.MULTILINE)[1]) / 1024


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def measure(tasks: int, seconds: int) -> dict[str, float]:
    binary = build()
    with tempfile.TemporaryDirectory() as data:
        port = free_port()
        process = start(binary, port, data)
        try:
            member = sign_up(port)
            started = time.monotonic()
            client = fill(member, tasks)
            figures = {"tasks": tasks, "fill_per_second": tasks / (time.monotonic() - started)}
            for name, path in (
                ("bare", "/_local/clock"),
                ("list", f"/api/office/tasks?client_id={client}&state=open&limit=20"),
            ):
                figures |= {f"{name}_{percentile}": value for percentile, value in ask(member, path, seconds).items()}
            figures["memory"] = memory(process)
            return figures
        finally:
            os.killpg(process.pid, signal.SIGTERM)
            process.wait(10)


def main() -> int:
    parser = argparse.ArgumentParser(description="Measures one machine against its limits.")
    parser.add_argument("--tasks", type=int, default=10_000)
    parser.add_argument("--seconds", type=int, default=20)
    chosen = parser.parse_args()
    try:
        figures = measure(chosen.tasks, chosen.seconds)
    except (Failure, subprocess.CalledProcessError) as failure:
        print(f"bench: {failure}", file=sys.stderr)
        return 1
    (ROOT / "target").mkdir(exist_ok=True)
    (ROOT / "target/bench.json").write_text(json.dumps(figures, indent=1) + "\n")
    for name, value in figures.items():
        print(f"{name:<16} {value:>10.2f}")
    missed = [
        f"{name} is {figures[name]:.2f} {unit}, may be {most:g}" for name, most, unit in LIMITS if figures[name] > most
    ]
    for line in missed:
        print(f"missed: {line}")
    print(f"{len(LIMITS) - len(missed)} passed, {len(missed)} failed")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
