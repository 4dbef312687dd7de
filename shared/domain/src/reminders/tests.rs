//! Which days a rule names (S62).

use jiff::civil::date;
use proptest::prelude::*;

use super::*;
use crate::{ClientState, ContactId, field_code};

fn rule(before: Option<u8>, on_the_day: bool, after: Option<u8>, at_most: u8) -> ReminderRule {
    ReminderRule::new(before, on_the_day, after, at_most).unwrap()
}

/// Every day on which somebody who is never done is reminded, from a date on.
fn days(rule: ReminderRule, due: Date, from: Date) -> Vec<Date> {
    let mut found = Vec::new();
    let mut from = from;
    while let Some(day) = rule.next(due, u32::try_from(found.len()).unwrap(), from) {
        found.push(day);
        from = day.tomorrow().unwrap();
    }
    found
}

fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}

fn zone(name: &str) -> TimeZoneName {
    TimeZoneName::parse(name).unwrap()
}

#[test]
fn it_reminds_before_on_the_day_and_after_until_it_is_enough() {
    // A Wednesday.
    let due = date(2026, 3, 18);
    let all = rule(Some(5), true, Some(7), 4);
    let expected = [date(2026, 3, 13), date(2026, 3, 18), date(2026, 3, 25), date(2026, 4, 1)];
    assert_eq!(days(all, due, date(2026, 3, 1)), expected);
    assert_eq!(days(rule(Some(5), false, None, 9), due, date(2026, 3, 1)), [date(2026, 3, 13)]);
    assert_eq!(days(rule(None, true, None, 9), due, date(2026, 3, 1)), [due]);
}

#[test]
fn a_weekend_moves_to_monday_and_two_days_on_one_monday_are_one() {
    // A Sunday.
    let due = date(2026, 3, 15);
    let every_day = rule(Some(1), true, Some(1), 4);
    let expected = [date(2026, 3, 16), date(2026, 3, 17), date(2026, 3, 18), date(2026, 3, 19)];
    assert_eq!(days(every_day, due, date(2026, 3, 1)), expected);
}

#[test]
fn what_was_missed_is_made_up_for_once_at_most() {
    let due = date(2026, 3, 18);
    let daily = rule(Some(5), true, Some(1), 20);
    // Nothing left for eight days: the one that waits is dealt with on the 27th, and the next is a day later.
    let log = ReminderLog { step: 1, generation: 1, due, sent: 1, last_on: date(2026, 3, 27) };
    let waiting = Waiting { generation: 1, assigned_at: at("2026-03-01T08:00:00Z"), due };
    let next = waiting.next(daily, Some(&log), &zone("UTC"), date(2026, 3, 27));
    assert_eq!(next, Some(date(2026, 3, 30)));
}

#[test]
fn another_deadline_or_assignment_begins_to_count_anew() {
    let due = date(2026, 3, 18);
    let waiting = Waiting { generation: 1, assigned_at: at("2026-03-01T08:00:00Z"), due };
    let once = waiting.logged(None, date(2026, 3, 13), true);
    let passed = waiting.logged(Some(&once), date(2026, 3, 18), false);
    assert_eq!((once.step, once.sent, passed.step, passed.sent), (1, 1, 2, 1));
    assert_eq!(waiting.sent(Some(&passed)), 1);
    for other in [Waiting { generation: 2, ..waiting }, Waiting { due: date(2026, 3, 19), ..waiting }] {
        assert_eq!(other.sent(Some(&passed)), 0);
        assert_eq!(other.logged(Some(&passed), date(2026, 3, 20), true).sent, 1);
    }
}

#[test]
fn only_what_waits_for_its_client_is_reminded_of() {
    let now = at("2026-03-02T08:00:00Z");
    let open = TaskState { due: Some(date(2026, 3, 18)), ..TaskState::default() };
    assert_eq!(Waiting::of(&open), None);
    let assigned = open.assign(true, now).unwrap().state;
    assert!(Waiting::of(&assigned).is_some());
    assert_eq!(Waiting::of(&TaskState { due: None, ..assigned.clone() }), None);
    assert_eq!(Waiting::of(&TaskState { is_sample: true, ..assigned.clone() }), None);
    let done = ClientState::Done { by: ContactId::new(now, [1; 10]), at: now };
    assert_eq!(Waiting::of(&TaskState { client: done, ..assigned.clone() }), None);
    let withdrawn = assigned.withdraw(now).unwrap().state;
    assert_eq!(Waiting::of(&withdrawn), None);
}

#[test]
fn nobody_is_reminded_on_the_day_of_the_assignment() {
    let due = date(2026, 3, 18);
    // 18 March in Tallinn already.
    let waiting = Waiting { generation: 1, assigned_at: at("2026-03-17T22:30:00Z"), due };
    let on_the_day = rule(None, true, Some(1), 9);
    let tallinn = waiting.next(on_the_day, None, &zone("Europe/Tallinn"), date(2026, 3, 1));
    assert_eq!(tallinn, Some(date(2026, 3, 19)));
    let london = waiting.next(on_the_day, None, &zone("Europe/London"), date(2026, 3, 1));
    assert_eq!(london, Some(due));
}

#[test]
fn the_hour_of_the_office_divides_the_days_also_where_clocks_change() {
    for (name, now, first) in [
        // Clocks go forward on 29 March 2026 in Tallinn, back on 25 October.
        ("Europe/Tallinn", "2026-03-27T06:59:59Z", date(2026, 3, 27)),
        ("Europe/Tallinn", "2026-03-27T07:00:00Z", date(2026, 3, 28)),
        ("Europe/Tallinn", "2026-03-30T05:59:59Z", date(2026, 3, 30)),
        ("Europe/Tallinn", "2026-03-30T06:00:00Z", date(2026, 3, 31)),
        ("Europe/Tallinn", "2026-10-26T06:59:59Z", date(2026, 10, 26)),
        ("Europe/Tallinn", "2026-10-26T07:00:00Z", date(2026, 10, 27)),
        // On 8 March 2026 in New York, back on 1 November.
        ("America/New_York", "2026-03-06T14:00:00Z", date(2026, 3, 7)),
        ("America/New_York", "2026-03-09T12:59:59Z", date(2026, 3, 9)),
        ("America/New_York", "2026-03-09T13:00:00Z", date(2026, 3, 10)),
        ("America/New_York", "2026-11-02T13:59:59Z", date(2026, 11, 2)),
        ("America/New_York", "2026-11-02T14:00:00Z", date(2026, 11, 3)),
    ] {
        assert_eq!(first_reminder_day(at(now), 9, &zone(name)), first, "{name} {now}");
    }
}

#[test]
fn a_rule_is_checked_wherever_it_comes_from() {
    let parse = |json: &str| serde_json::from_str::<ReminderRule>(json);
    let good = r#"{"days_before":3,"on_the_day":true,"every_days_after":null,"at_most":2}"#;
    let read = parse(good).unwrap();
    assert_eq!(read, rule(Some(3), true, None, 2));
    assert_eq!(parse(&serde_json::to_string(&read).unwrap()).unwrap(), read);
    for (bad, code) in [
        (r#"{"days_before":null,"on_the_day":false,"every_days_after":null,"at_most":2}"#, "required"),
        (r#"{"days_before":0,"on_the_day":true,"every_days_after":null,"at_most":2}"#, "out_of_range"),
        (r#"{"days_before":61,"on_the_day":true,"every_days_after":null,"at_most":2}"#, "out_of_range"),
        (r#"{"days_before":1,"on_the_day":true,"every_days_after":61,"at_most":2}"#, "out_of_range"),
        (r#"{"days_before":1,"on_the_day":true,"every_days_after":1,"at_most":0}"#, "out_of_range"),
        (r#"{"days_before":1,"on_the_day":true,"every_days_after":1,"at_most":21}"#, "out_of_range"),
    ] {
        assert_eq!(field_code(&parse(bad).unwrap_err().to_string()), code, "{bad}");
    }
    assert_eq!(ReminderRuleError::NoDay.code(), field_code(&ReminderRuleError::NoDay.to_string()));
    assert_eq!(ReminderRuleError::OutOfRange.code(), field_code(&ReminderRuleError::OutOfRange.to_string()));
}

#[test]
fn a_task_inherits_the_rule_leaves_it_or_has_its_own() {
    let (office, own) = (rule(Some(3), true, None, 2), rule(None, true, None, 1));
    assert_eq!(ReminderChoice::Inherit.rule(Some(office)), Some(office));
    assert_eq!(ReminderChoice::Inherit.rule(None), None);
    assert_eq!(ReminderChoice::Off.rule(Some(office)), None);
    assert_eq!(ReminderChoice::Own { rule: own }.rule(Some(office)), Some(own));
    let json =
        r#"{"mode":"own","rule":{"days_before":null,"on_the_day":true,"every_days_after":null,"at_most":1}}"#;
    assert_eq!(serde_json::from_str::<ReminderChoice>(json).unwrap(), ReminderChoice::Own { rule: own });
}

/// Every day that the rule names, found by looking at each.
fn named(rule: ReminderRule, due: Date, until: Date) -> Vec<Date> {
    let mut raw = Vec::new();
    raw.extend(rule.days_before.map(|days| due.checked_sub(i64::from(days).days()).unwrap()));
    raw.extend(rule.on_the_day.then_some(due));
    if let Some(every) = rule.every_days_after {
        let mut day = due.checked_add(i64::from(every).days()).unwrap();
        while day <= until {
            raw.push(day);
            day = day.checked_add(i64::from(every).days()).unwrap();
        }
    }
    let mut days = raw.into_iter().filter_map(working_day).collect::<Vec<_>>();
    days.sort();
    days.dedup();
    days
}

prop_compose! {
    fn any_rule()(
        before in prop::option::of(1_u8..=60), on_the_day: bool, after in prop::option::of(1_u8..=60),
        at_most in 1_u8..=20,
    ) -> ReminderRule {
        ReminderRule::new(before, on_the_day || (before.is_none() && after.is_none()), after, at_most).unwrap()
    }
}

proptest! {
    #[test]
    fn the_next_day_is_the_first_that_the_rule_names(
        rule in any_rule(), due_in in 0_i64..400, from_in in -100_i64..600, sent in 0_u32..25,
    ) {
        let start = date(2026, 1, 1);
        let due = start.checked_add(due_in.days()).unwrap();
        let from = start.checked_add(from_in.days()).unwrap();
        let until = from.max(due).checked_add(200.days()).unwrap();
        let expected = named(rule, due, until).into_iter().find(|day| *day >= from);
        let expected = expected.filter(|_| sent < u32::from(rule.at_most));
        prop_assert_eq!(rule.next(due, sent, from), expected);
    }

    #[test]
    fn reminders_are_working_days_in_order_and_not_too_many(
        rule in any_rule(), due_in in 0_i64..400, from_in in -100_i64..600,
    ) {
        let start = date(2026, 1, 1);
        let due = start.checked_add(due_in.days()).unwrap();
        let found = days(rule, due, start.checked_add(from_in.days()).unwrap());
        prop_assert!(found.len() <= usize::from(rule.at_most));
        prop_assert!(found.iter().all(|day| is_working_day(*day)));
        prop_assert!(found.windows(2).all(|pair| pair[0] < pair[1]));
    }

    #[test]
    fn no_date_makes_it_panic(rule in any_rule(), due in any_date(), from in any_date(), sent: u32) {
        let day = rule.next(due, sent, from);
        prop_assert!(day.is_none_or(|day| day >= from && is_working_day(day)));
    }
}

fn any_date() -> impl Strategy<Value = Date> {
    prop_oneof![
        Just(Date::MIN),
        Just(Date::MAX),
        (-9998_i16..=9998, 1_i8..=12, 1_i8..=28).prop_map(|(year, month, day)| date(year, month, day)),
    ]
}
