"""What a stack costs in a month, by the size of the office: prints the tables of docs/operations/costs.md.

    python3 tools/costs.py            prints them
    python3 tools/costs.py --write    puts them into the page

Prices are list prices in US dollars of eu-west-1 (Ireland), before tax, as AWS published them in 2025. What people do
is assumed, and stands here in one place: change it to what the dashboard shows.
"""

import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs/operations/costs.md"
WATCH = ROOT / "infra/watch/watch.yaml"
BEGIN, END = "<!-- tools/costs.py -->\n", "<!-- end -->\n"

MILLION = 1_000_000
GIB = 1024**3
HOURS = 730
WORKING_DAYS = 21


@dataclass(frozen=True)
class Office:
    """One office, or all offices of a stack together."""

    accountants: int
    clients: int


OFFICES = (Office(1, 30), Office(10, 500), Office(100, 5_000), Office(500, 25_000))


@dataclass(frozen=True)
class Habits:
    """What is assumed of people, each a month unless it says otherwise."""

    hours_open_a_day: float = 6  # of the office app
    polls_an_hour: float = 150  # two a minute for the bell, one for a task half of the time
    requests_of_an_accountant_a_day: float = 400
    visits_of_a_client: float = 6
    requests_of_a_visit: float = 12
    tasks_of_a_client: float = 5
    mails_of_a_client: float = 14  # announcements, notifications, links to log in; to accountants as well
    jobs_of_a_task: float = 4  # rows relayed, a schedule fired
    files_of_a_client: float = 6
    file_bytes: float = 1.5 * 1024**2
    months_kept: float = 24


@dataclass(frozen=True)
class Machine:
    """What is assumed of the product."""

    memory_gib: float = 0.25
    request_seconds: float = 0.04  # billed, with the share of starts
    job_seconds: float = 0.15
    sweep_seconds: float = 0.3
    sweeps: float = HOURS * 60 / 5
    sweep_reads: float = 48 * 0.5  # six lists of eight shards, each half a unit where nothing waits
    reads_of_a_request: float = 6  # the session's partition and the office, strongly; a list or a task
    share_of_requests_that_write: float = 0.12
    writes_of_a_write: float = 20  # five items in a transaction count twice, and their index entries once
    writes_of_a_job: float = 12
    changes_of_a_write: float = 1.5  # entries of the audit trail
    changes_of_a_job: float = 0.5
    writes_of_a_change: float = 1.2  # an entry, now and then of more than a kilobyte
    reads_of_a_change: float = 1.5  # the keys, once a batch; who removed something
    changes_of_a_batch: float = 1.5
    item_bytes_of_a_change: float = 800
    years_of_changes: float = 7
    item_bytes_of_a_task: float = 12 * 1024  # task, messages, notices, notifications, with index entries
    answer_bytes: float = 6 * 1024
    app_bytes_of_a_visit: float = 300 * 1024  # cached for the next
    app_requests_of_a_visit: float = 8
    log_bytes_of_a_request: float = 900  # the function's line, its metrics, API Gateway's line
    custom_metrics: float = 12 + 6  # of the functions, of SES's events


@dataclass(frozen=True)
class Use:
    """What is billed of one month."""

    requests: float
    jobs: float
    mails: float
    files: float
    visits: float
    reads: float
    writes: float
    lambda_gib_seconds: float
    table_gib: float
    files_gib: float
    log_gib: float
    edge_requests: float
    edge_gib: float


def use_of(office: Office, habits: Habits = Habits(), machine: Machine = Machine()) -> Use:
    days = office.accountants * WORKING_DAYS
    visits = office.clients * habits.visits_of_a_client
    by_hand = days * habits.requests_of_an_accountant_a_day + visits * habits.requests_of_a_visit
    requests = by_hand + days * habits.hours_open_a_day * habits.polls_an_hour
    tasks = office.clients * habits.tasks_of_a_client
    mails = office.clients * habits.mails_of_a_client
    jobs = tasks * habits.jobs_of_a_task + mails
    files = office.clients * habits.files_of_a_client
    seconds = requests * machine.request_seconds + jobs * machine.job_seconds + machine.sweeps * machine.sweep_seconds
    opened = visits + days * 2
    written = by_hand * machine.share_of_requests_that_write
    changes = written * machine.changes_of_a_write + jobs * machine.changes_of_a_job
    batches = changes / machine.changes_of_a_batch
    seconds += batches * machine.request_seconds
    trail = changes * machine.item_bytes_of_a_change * machine.years_of_changes * 12
    return Use(
        requests=requests,
        jobs=jobs + machine.sweeps + batches,
        mails=mails,
        files=files,
        visits=visits,
        reads=(requests + jobs) * machine.reads_of_a_request
        + machine.sweeps * machine.sweep_reads
        + changes * machine.reads_of_a_change,
        writes=written * machine.writes_of_a_write
        + jobs * machine.writes_of_a_job
        + changes * machine.writes_of_a_change,
        lambda_gib_seconds=seconds * machine.memory_gib,
        table_gib=(tasks * machine.item_bytes_of_a_task * habits.months_kept + trail) / GIB,
        files_gib=files * habits.file_bytes * habits.months_kept / GIB,
        log_gib=(requests + jobs + machine.sweeps + batches) * machine.log_bytes_of_a_request / GIB,
        edge_requests=requests + opened * machine.app_requests_of_a_visit,
        edge_gib=(requests * machine.answer_bytes + opened * machine.app_bytes_of_a_visit) / GIB,
    )


@dataclass(frozen=True)
class Line:
    """One line of the bill: how much, at what price, and how much of it is always free in an account."""

    service: str
    what: str
    unit: str
    price: float
    amount: Callable[[Use], float]
    free: float = 0

    def cost(self, use: Use, with_free: bool) -> float:
        return max(self.amount(use) - (self.free if with_free else 0), 0) * self.price


def alarm_metrics() -> int:
    """Alarms are billed by the metrics that they are over."""
    return WATCH.read_text().count("MetricName: ")


LINES = (
    Line("Lambda", "calls", "million", 0.20, lambda use: (use.requests + use.jobs) / MILLION, 1),
    Line("Lambda", "time", "GB-second", 0.0000166667, lambda use: use.lambda_gib_seconds, 400_000),
    Line("API Gateway", "requests of the HTTP API", "million", 1.11, lambda use: use.requests / MILLION),
    Line("DynamoDB", "read units", "million", 0.1415, lambda use: use.reads / MILLION),
    Line("DynamoDB", "write units", "million", 0.705, lambda use: use.writes / MILLION),
    Line("DynamoDB", "storage", "GB", 0.283, lambda use: use.table_gib, 25),
    Line("DynamoDB", "point-in-time recovery", "GB", 0.226, lambda use: use.table_gib),
    Line("S3", "storage", "GB", 0.023, lambda use: use.files_gib),
    Line("S3", "uploads", "thousand", 0.005, lambda use: use.files / 1_000),
    Line("S3", "downloads, to the internet", "GB", 0.09, lambda use: use.files * Habits.file_bytes / GIB, 100),
    Line("SES", "mails", "thousand", 0.10, lambda use: use.mails / 1_000),
    Line("Scheduler", "fired", "million", 1.00, lambda use: use.jobs / MILLION, 14),
    Line("CloudFront", "requests", "ten thousand", 0.012, lambda use: use.edge_requests / 10_000, 1_000),
    Line("CloudFront", "functions", "million", 0.10, lambda use: use.edge_requests / MILLION, 2),
    Line("CloudFront", "to the internet", "GB", 0.085, lambda use: use.edge_gib, 1_024),
    Line("WAF", "web ACL and three rules", "month", 8.00, lambda _: 1),
    Line("WAF", "requests", "million", 0.60, lambda use: use.edge_requests / MILLION),
    Line("CloudWatch", "logs", "GB", 0.57, lambda use: use.log_gib, 5),
    Line("CloudWatch", "metrics of our own and of SES", "metric", 0.30, lambda _: Machine.custom_metrics, 10),
    Line("CloudWatch", "alarms", "metric of an alarm", 0.10, lambda _: alarm_metrics(), 10),
    Line("CloudWatch", "dashboard", "dashboard", 3.00, lambda _: 1, 3),
    Line("KMS", "key of the alarms", "key", 1.00, lambda _: 1),
    Line("Secrets Manager", "origin secret", "secret", 0.40, lambda _: 1),
    Line("Route 53", "zone", "zone", 0.50, lambda _: 1),
)


def bill() -> str:
    """The bill by service, and its sums."""
    uses = [use_of(office) for office in OFFICES]
    heads = [f"{office.accountants:,} / {office.clients:,}" for office in OFFICES]
    rows = ["| accountants / clients | " + " | ".join(heads) + " |", "|---|" + "---:|" * len(OFFICES)]
    for service in dict.fromkeys(line.service for line in LINES):
        sums = [sum(line.cost(use, False) for line in LINES if line.service == service) for use in uses]
        rows.append(f"| {service} | " + " | ".join(_dollars(one) for one in sums) + " |")
    listed = [sum(line.cost(use, False) for line in LINES) for use in uses]
    charged = [sum(line.cost(use, True) for line in LINES) for use in uses]
    a_client = [one / office.clients for one, office in zip(charged, OFFICES, strict=True)]
    rows.append("| **at list price** | " + " | ".join(f"**{_dollars(one)}**" for one in listed) + " |")
    rows.append("| **after what is always free** | " + " | ".join(f"**{_dollars(one)}**" for one in charged) + " |")
    rows.append("| of that, for each client | " + " | ".join(_dollars(one) for one in a_client) + " |")
    return "\n".join(rows) + "\n"


def amounts() -> str:
    """What is billed, at which price."""
    uses = [use_of(office) for office in OFFICES]
    heads = [f"{office.accountants:,} / {office.clients:,}" for office in OFFICES]
    rows = [
        "| service | what | unit | price | always free | " + " | ".join(heads) + " |",
        "|---|---|---|---:|---:|" + "---:|" * len(OFFICES),
    ]
    for line in LINES:
        free = f"{line.free:,.0f}" if line.free else ""
        told = [_amount(line.amount(use)) for use in uses]
        price = f"{line.price:.10f}".rstrip("0")
        price = f"{price}{'0' * (2 - len(price.split('.')[1]))}"
        rows.append(f"| {line.service} | {line.what} | {line.unit} | {price} | {free} | " + " | ".join(told) + " |")
    return "\n".join(rows) + "\n"


def _dollars(amount: float) -> str:
    return f"{amount:,.0f}" if amount >= 100 else f"{amount:.2f}"


def _amount(amount: float) -> str:
    return f"{amount:,.0f}" if amount >= 10 or amount == int(amount) else f"{amount:.2g}"


def tables() -> str:
    return f"{BEGIN}\n{bill()}\n{amounts()}\n{END}"


def rendered(page: str) -> str:
    """The page with its tables written anew."""
    head, _, rest = page.partition(BEGIN)
    _, _, tail = rest.partition(END)
    return f"{head}{tables()}{tail}"


def main(arguments: list[str]) -> int:
    if arguments == ["--write"]:
        PAGE.write_text(rendered(PAGE.read_text()))
    else:
        print(tables(), end="")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
