"""Measures how soon both apps show what they are for, on a slow telephone, against the budgets.

    python3 tools/bench_web.py [--runs N]

Starts the release binary with data of its own, makes an office with a portal, a client with tasks and a contact who is
signed in, and asks Lighthouse about the portal's login, its tasks and the office's inbox: slow 4G, a processor that is
four times slower, an empty cache, the median of N runs. Network and processor are slowed for real, not reckoned with
afterwards: on one machine every file is there before the first paint, and the reckoning takes them all for its cause.
Then tools/inp.mjs uses each page with the same slow processor and says how long the slowest answer to a press or a
letter took. Ends with 1 when a budget is missed by more than 15 %; the figures are kept in target/bench-web.json.
"""

import argparse
import json
import os
import re
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import bench

LIGHTHOUSE = bench.ROOT / ".tools/lighthouse/node_modules/.bin/lighthouse"
CHROMIUM = "/usr/bin/chromium"
FLAGS = "--headless=new --no-sandbox --disable-gpu --disable-background-networking --disable-sync"
# How much a figure may be above its budget: a shared machine is never quite still.
SLACK = 1.15
PORTAL = "bench"
CONTACT = "contact@client.example"


@dataclass(frozen=True)
class Budget:
    """The most seconds and milliseconds, and the least points, of a page."""

    lcp_s: float
    inp_ms: float
    performance: int
    accessibility: int = 100


@dataclass(frozen=True)
class Page:
    """A page as somebody sees it who has this cookie."""

    name: str
    url: str
    cookie: str
    budget: Budget


def prepare(member: bench.Member) -> tuple[str, str]:
    """An office with a portal and a client with twelve tasks: the cookie of a contact of the client, and its id."""
    connection = member.connection()
    member.call(connection, "POST", "/api/office/portal/activate", {})
    version = member.call(connection, "GET", "/api/office/portal")["version"]
    headers = member.headers() | {"if-match": f'"{version}"'}
    connection.request("PUT", "/api/office/portal", json.dumps({"slug": PORTAL, "name": "Bench"}), headers)
    connection.getresponse().read()
    client = member.call(connection, "POST", "/api/office/clients", {"name": "Bench Client OÜ"}, key="bench-client-01")
    path = f"/api/office/clients/{client['id']}"
    member.call(connection, "PUT", f"{path}/portal", {"is_open": True})
    contact = {"name": "Bench Contact", "email": CONTACT, "has_access": True}
    member.call(connection, "POST", f"{path}/contacts", contact, key="bench-contact-01")
    for number in range(12):
        due = f"2031-{number % 12 + 1:02}-20"
        task = {"client_id": client["id"], "title": f"Documents of month {number + 1}", "due": due}
        made = member.call(connection, "POST", "/api/office/tasks", task, key=f"bench-task-{number:04}")
        member.call(connection, "POST", f"/api/office/tasks/{made['id']}/assign", {})
    return sign_in(member.port), client["id"]


def sign_in(port: int) -> str:
    """Signs the contact in by the link in their mail, as a browser would; their cookie."""
    contact = Contact(port)
    connection = contact.connection()
    contact.call(connection, "POST", f"/api/portals/{PORTAL}/login", {"email": CONTACT})
    for _ in range(200):
        mails = contact.call(connection, "GET", "/_local/mail")
        texts = [mail["text"] for mail in mails if CONTACT in str(mail["to"])]
        if found := next((found for text in texts if (found := re.search(r"#t=([\w-]{20,})", text))), None):
            redeemed = contact.call(connection, "POST", "/api/login/redeem", {"token": found[1]})
            # The welcome comes once, and is not what somebody waits for every day.
            contact.call(connection, "POST", f"/api/portal/{redeemed['office_id']}/welcome-seen", {})
            return contact.cookie
        time.sleep(0.05)
    raise bench.Failure("the mail with the link did not come within 10 s")


class Contact(bench.Member):
    """Somebody at the portal's own address."""

    host_name = f"{PORTAL}.localhost"


def lighthouse(page: Page, folder: str) -> dict[str, float]:
    """Points, the first and the largest paint of one visit."""
    headers, report = Path(folder) / "headers.json", Path(folder) / "report.json"
    headers.write_text(json.dumps({"Cookie": page.cookie} if page.cookie else {}))
    command = [str(LIGHTHOUSE), page.url, "--quiet", "--output=json", f"--output-path={report}"]
    command += ["--only-categories=performance,accessibility", "--throttling-method=devtools"]
    command += [f"--extra-headers={headers}", f"--chrome-flags={FLAGS}"]
    # Now and then the browser's trace misses the beginning of the visit, and Lighthouse asks to be run again.
    for _ in range(3):
        ended = subprocess.run(command, env={**os.environ, "CHROME_PATH": CHROMIUM}, timeout=180, capture_output=True)
        if ended.returncode == 0:
            break
    else:
        raise bench.Failure(f"{page.name}: {ended.stderr.decode()[-400:]}")
    told = json.loads(report.read_text())
    return {
        "performance": told["categories"]["performance"]["score"] * 100,
        "accessibility": told["categories"]["accessibility"]["score"] * 100,
        "fcp_s": told["audits"]["first-contentful-paint"]["numericValue"] / 1000,
        "lcp_s": told["audits"]["largest-contentful-paint"]["numericValue"] / 1000,
        "weight_kb": told["audits"]["total-byte-weight"]["numericValue"] / 1000,
    }


def inp(page: Page) -> float:
    """The slowest answer to a press or a letter, in milliseconds."""
    command = ["node", str(bench.ROOT / "tools/inp.mjs"), page.name, page.url, page.cookie]
    return float(subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, timeout=120).stdout)


def measure(runs: int) -> tuple[dict[str, float], list[str]]:
    figures, missed = {}, []
    with tempfile.TemporaryDirectory() as data:
        machine = bench.start(bench.build(), port := bench.free_port(), data)
        try:
            member = bench.sign_up(port)
            cookie, client = prepare(member)
            portal = f"http://{PORTAL}.localhost:{port}"
            for page in (
                Page("login", f"{portal}/login", "", Budget(1.0, 50, 100)),
                Page("tasks", f"{portal}/c/{client}/tasks", cookie, Budget(1.2, 100, 98)),
                Page("office", f"http://app.localhost:{port}/inbox", member.cookie, Budget(2.5, 150, 90)),
            ):
                visits = [lighthouse(page, data) for _ in range(runs)]
                told = {name: statistics.median(visit[name] for visit in visits) for name in visits[0]}
                told["inp_ms"] = statistics.median(inp(page) for _ in range(runs))
                figures |= {f"{page.name}_{name}": value for name, value in told.items()}
                missed += over(page, told)
        finally:
            os.killpg(machine.pid, signal.SIGTERM)
            machine.wait(10)
    return figures, missed


def over(page: Page, told: dict[str, float]) -> list[str]:
    """What of a page misses its budget."""
    budget = page.budget
    most = (("lcp_s", budget.lcp_s), ("inp_ms", budget.inp_ms))
    wanted = (("performance", budget.performance), ("accessibility", budget.accessibility))
    late = [f"{page.name} {name} is {told[name]:.2f}, may be {top}" for name, top in most if told[name] > top * SLACK]
    low = [f"{page.name} {name} is {told[name]:.0f}, wants {least}" for name, least in wanted if told[name] < least]
    return late + low


def main() -> int:
    parser = argparse.ArgumentParser(description="Measures both apps on a slow telephone against their budgets.")
    parser.add_argument("--runs", type=int, default=5)
    try:
        figures, missed = measure(parser.parse_args().runs)
    except (bench.Failure, subprocess.SubprocessError) as failure:
        print(f"bench-web: {failure}", file=sys.stderr)
        return 1
    (bench.ROOT / "target/bench-web.json").write_text(json.dumps(figures, indent=1) + "\n")
    for name, value in figures.items():
        print(f"{name:<24} {value:>10.2f}")
    for line in missed:
        print(f"missed: {line}")
    print(f"{12 - len(missed)} passed, {len(missed)} failed")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
