//! Series and announcements over both changes of clocks of a year (S33, S41), from chance beginnings and in chance steps: an
//! hour that comes twice makes nothing twice, and one that never comes leaves nothing out.

use std::collections::BTreeMap;

use jiff::{
    SignedDuration, Timestamp,
    civil::{Date, date, time},
    tz::TimeZone,
};
use proptest::{
    prelude::*,
    test_runner::{Config, TestRunner},
};
use serde_json::{Value, json};
use sild_domain::ClientId;
use sild_tests::{Office, World};

const WEEKDAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
/// How often each zone's each change is gone through.
const CASES: u32 = 3;

/// What happens around a change.
#[derive(Debug, Clone)]
struct Case {
    /// How many minutes before the change the office signs up.
    minutes_before: i64,
    /// On which days the series makes a task, Monday first.
    weekdays: Vec<usize>,
    /// After how many days each is due.
    due_after_days: i64,
    /// How many minutes pass at a time.
    steps: Vec<i64>,
    /// How many minutes after the beginning somebody assigns a task.
    assigned_after: i64,
}

fn case() -> impl Strategy<Value = Case> {
    (
        1_500_i64..4_000,
        prop::sample::subsequence((0..7).collect::<Vec<usize>>(), 2..=7),
        0_i64..3,
        prop::collection::vec(prop_oneof![1_i64..90, 600_i64..2_000], 6..12),
        0_i64..1_400,
    )
        .prop_map(|(minutes_before, weekdays, due_after_days, steps, assigned_after)| Case {
            minutes_before,
            weekdays,
            due_after_days,
            steps,
            assigned_after,
        })
}

/// The two changes of clocks of 2026.
fn changes(zone: &TimeZone) -> Vec<Timestamp> {
    let year = |year: i16| zone.to_timestamp(date(year, 1, 1).at(0, 0, 0, 0)).unwrap();
    let found = zone.following(year(2026)).map(|change| change.timestamp());
    found.take_while(|at| *at < year(2027)).collect()
}

fn go_through(zone_name: &str) {
    let zone = TimeZone::get(zone_name).unwrap();
    let changes = changes(&zone);
    assert_eq!(changes.len(), 2, "{zone_name} changes twice a year");
    let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap();
    for change in changes {
        let mut runner = TestRunner::new(Config { failure_persistence: None, ..Config::with_cases(CASES) });
        let outcome = runner.run(&case(), |case| {
            runtime.block_on(over_the_change(zone_name, &zone, change, &case));
            Ok(())
        });
        assert_eq!(outcome.map_err(|error| error.to_string()), Ok(()), "{zone_name}, {change}");
    }
}

async fn over_the_change(zone_name: &str, zone: &TimeZone, change: Timestamp, case: &Case) {
    let begin = change.checked_sub(SignedDuration::from_mins(case.minutes_before)).unwrap();
    let world = World::start_at(begin).await;
    let office = Office::sign_up_in(&world, "Demo Office", "demo", zone_name).await;
    let client = office.client("Example Bakery").await;
    let mari = office.contact_without_session(client, "mari@client.example", true).await;
    let today = zone.to_datetime(begin).date();
    make_series(&office, client, case, today).await;
    let by_hand = office.owner();
    let mut assigned_at = None;
    let mut passed = 0;
    for minutes in case.steps.iter().chain(&[2_880]) {
        if assigned_at.is_none() && passed >= case.assigned_after {
            let task = json!({ "client_id": client, "title": "By hand" });
            let task = by_hand.post("/api/office/tasks", task).await.expect(201);
            let path = format!("/api/office/tasks/{}/assign", task["id"].as_str().unwrap());
            by_hand.post(&path, json!({})).await.expect(200);
            assigned_at = Some(world.cx.now());
        }
        world.advance_minutes(*minutes).await;
        passed += minutes;
    }
    world.settle().await;

    // Whose tasks there are, from the table itself.
    let now = world.cx.now();
    let tasks = world.snapshot().await.into_iter().filter(|item| item["ent"] == "task").collect::<Vec<_>>();
    let made = tasks.iter().filter(|task| !task["series_id"].is_null()).collect::<Vec<_>>();
    let mut by_day = BTreeMap::<Date, u32>::new();
    for task in &made {
        let at = instant(&task["created_at"]);
        let local = zone.to_datetime(at);
        let is_first = at == begin;
        assert!(is_first || local.time() == time(6, 0, 0, 0), "made at {local}");
        let due = task["due"].as_str().unwrap().parse::<Date>().unwrap();
        assert_eq!(days_between(local.date(), due), case.due_after_days, "made on {local}, due on {due}");
        *by_day.entry(local.date()).or_default() += 1;
    }
    let expected = days_that_came(zone, case, today, now).map(|day| (day, 1)).collect::<BTreeMap<_, _>>();
    assert_eq!(by_day, expected, "each day of the rule once, from {today} to {now}");

    // Each assignment is told once, at the first whole minute not before five have passed (S33).
    let assignments = made.iter().map(|task| instant(&task["created_at"])).chain(assigned_at);
    let due = assignments
        .map(sild_domain::announcement_due)
        .filter(|at| *at <= now)
        .map(|at| (at, 1_usize))
        .collect::<BTreeMap<_, _>>();
    let mut sent = BTreeMap::<Timestamp, usize>::new();
    for mail in world.mails_to("mari@client.example") {
        *sent.entry(mail.at).or_default() += 1;
    }
    assert_eq!(sent, due, "{mari} is told once a minute in which something is due");
}

async fn make_series(office: &Office, client: ClientId, case: &Case, today: Date) {
    let weekdays = case.weekdays.iter().map(|day| WEEKDAYS[*day]).collect::<Vec<_>>();
    let series = json!({
        "client_id": client, "title": "Cash book", "assign_to_client": true,
        "recurrence": {
            "frequency": { "kind": "weekly", "weekdays": weekdays }, "every": 1, "weekend": "leave",
            "start": today, "end": { "kind": "never" }, "due_after_days": case.due_after_days,
        },
    });
    office.owner().post("/api/office/series", series).await.expect(201);
    office.world.settle().await;
}

/// The days of the rule whose six o'clock has come, and the day of the making.
fn days_that_came<'c>(
    zone: &'c TimeZone,
    case: &'c Case,
    today: Date,
    now: Timestamp,
) -> impl Iterator<Item = Date> + 'c {
    let days = today.series(jiff::Span::new().days(1));
    let days = days.take_while(move |day| {
        *day == today || zone.to_timestamp(day.to_datetime(time(6, 0, 0, 0))).unwrap() <= now
    });
    days.filter(move |day| {
        case.weekdays.contains(&usize::try_from(day.weekday().to_monday_zero_offset()).unwrap())
    })
}

fn days_between(from: Date, to: Date) -> i64 {
    i64::from((to - from).get_days())
}

fn instant(value: &Value) -> Timestamp {
    value.as_str().unwrap().parse().unwrap()
}

#[test]
fn tallinn() {
    go_through("Europe/Tallinn");
}

#[test]
fn helsinki() {
    go_through("Europe/Helsinki");
}

#[test]
fn new_york() {
    go_through("America/New_York");
}

/// Whose clocks move by half an hour, and where October is spring.
#[test]
fn lord_howe() {
    go_through("Australia/Lord_Howe");
}
