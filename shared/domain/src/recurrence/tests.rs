// The rules of S41, one by one.

use jiff::civil::date;

use super::*;

fn rule(frequency: Frequency) -> RecurrenceRule {
    RecurrenceRule {
        frequency,
        every: 1,
        weekend: WeekendRule::Leave,
        start: date(2026, 1, 1),
        end: End::Never,
        due_after_days: 0,
    }
}

fn weekly(weekdays: &[Weekday]) -> RecurrenceRule {
    rule(Frequency::Weekly { weekdays: weekdays.iter().copied().collect() })
}

fn monthly(day: u8) -> RecurrenceRule {
    rule(Frequency::Monthly { day: DayRule::DayOfMonth { day } })
}

fn nominals(rule: RecurrenceRule, n: usize) -> Vec<String> {
    let recurrence = Recurrence::parse(rule).unwrap();
    recurrence.occurrences().take(n).map(|occurrence| occurrence.nominal.to_string()).collect()
}

fn dates_of(rule: RecurrenceRule, n: usize) -> Vec<String> {
    let recurrence = Recurrence::parse(rule).unwrap();
    recurrence.occurrences().take(n).map(|occurrence| occurrence.date.to_string()).collect()
}

#[test]
fn a_day_that_a_month_lacks_is_its_last() {
    assert_eq!(nominals(monthly(31), 4), ["2026-01-31", "2026-02-28", "2026-03-31", "2026-04-30"]);
    let leap = RecurrenceRule { start: date(2028, 2, 1), ..monthly(30) };
    assert_eq!(nominals(leap, 2), ["2028-02-29", "2028-03-30"]);
    let yearly = rule(Frequency::Yearly { month: 2, day: DayRule::DayOfMonth { day: 29 } });
    assert_eq!(nominals(yearly, 3), ["2026-02-28", "2027-02-28", "2028-02-29"]);
}

#[test]
fn the_last_day_and_the_nth_weekday_are_found() {
    let last = rule(Frequency::Monthly { day: DayRule::Last });
    assert_eq!(nominals(last, 3), ["2026-01-31", "2026-02-28", "2026-03-31"]);
    let nth = |nth| {
        let weekday = Weekday::Friday;
        rule(Frequency::Monthly { day: DayRule::NthWeekday { nth, weekday } })
    };
    assert_eq!(nominals(nth(1), 3), ["2026-01-02", "2026-02-06", "2026-03-06"]);
    assert_eq!(nominals(nth(2), 3), ["2026-01-09", "2026-02-13", "2026-03-13"]);
    let last_fridays = ["2026-01-30", "2026-02-27", "2026-03-27"];
    assert_eq!(nominals(nth(-1), 3), last_fridays);
    assert_eq!(nominals(nth(5), 3), last_fridays);
}

#[test]
fn weeks_begin_on_monday_and_every_second_is_counted_from_the_first_date() {
    // 1 January 2026 is a Thursday.
    let days = [Weekday::Monday, Weekday::Friday];
    let fortnightly = RecurrenceRule { every: 2, ..weekly(&days) };
    assert_eq!(
        nominals(fortnightly, 5),
        ["2026-01-02", "2026-01-12", "2026-01-16", "2026-01-26", "2026-01-30"]
    );
    let next_week = RecurrenceRule { every: 2, ..weekly(&[Weekday::Tuesday]) };
    assert_eq!(nominals(next_week, 3), ["2026-01-06", "2026-01-20", "2026-02-03"]);
}

#[test]
fn every_second_month_is_counted_from_the_first_date() {
    let rule = RecurrenceRule { every: 2, start: date(2026, 3, 31), ..monthly(5) };
    assert_eq!(nominals(rule, 3), ["2026-04-05", "2026-06-05", "2026-08-05"]);
}

#[test]
fn quarters_are_those_of_the_calendar() {
    let quarterly = |month_in_quarter, start| RecurrenceRule {
        start,
        ..rule(Frequency::Quarterly { month_in_quarter, day: DayRule::DayOfMonth { day: 20 } })
    };
    assert_eq!(nominals(quarterly(1, date(2026, 1, 21)), 3), ["2026-04-20", "2026-07-20", "2026-10-20"]);
    assert_eq!(nominals(quarterly(3, date(2026, 11, 1)), 2), ["2026-12-20", "2027-03-20"]);
}

#[test]
fn years_are_counted_from_the_first_date() {
    let rule = RecurrenceRule {
        every: 3,
        start: date(2026, 7, 1),
        ..rule(Frequency::Yearly { month: 6, day: DayRule::Last })
    };
    assert_eq!(nominals(rule, 2), ["2027-06-30", "2030-06-30"]);
}

#[test]
fn a_weekend_is_moved_as_the_rule_says() {
    // 31 January 2026 is a Saturday, 31 May 2026 a Sunday.
    for (weekend, moved) in [
        (WeekendRule::Before, ["2026-01-30", "2026-05-29"]),
        (WeekendRule::After, ["2026-02-02", "2026-06-01"]),
        (WeekendRule::Leave, ["2026-01-31", "2026-05-31"]),
    ] {
        let rule = RecurrenceRule { every: 4, weekend, ..monthly(31) };
        assert_eq!(dates_of(rule, 2), moved);
    }
}

#[test]
fn two_days_that_move_to_one_stay_two_occurrences() {
    let rule = RecurrenceRule {
        weekend: WeekendRule::After,
        ..weekly(&[Weekday::Saturday, Weekday::Sunday, Weekday::Monday])
    };
    assert_eq!(dates_of(rule.clone(), 3), ["2026-01-05"; 3]);
    assert_eq!(nominals(rule, 3), ["2026-01-03", "2026-01-04", "2026-01-05"]);
}

#[test]
fn the_end_includes_its_last_date_and_looks_at_nominal_dates() {
    let until = |year, month, day| RecurrenceRule {
        end: End::On { date: date(year, month, day) },
        weekend: WeekendRule::After,
        ..monthly(31)
    };
    assert_eq!(nominals(until(2026, 3, 31), 9).len(), 3);
    assert_eq!(nominals(until(2026, 3, 30), 9).len(), 2);
    assert_eq!(dates_of(until(2026, 1, 31), 9), ["2026-02-02"]);
    let thrice = RecurrenceRule { end: End::Count { count: 3 }, ..monthly(1) };
    assert_eq!(nominals(thrice, 9), ["2026-01-01", "2026-02-01", "2026-03-01"]);
}

#[test]
fn the_next_after_a_date_is_found() {
    let recurrence =
        Recurrence::parse(RecurrenceRule { end: End::Count { count: 2 }, ..monthly(15) }).unwrap();
    let next = |day| recurrence.next_after(day).map(|next| next.nominal);
    assert_eq!(next(date(2020, 1, 1)), Some(date(2026, 1, 15)));
    assert_eq!(next(date(2026, 1, 14)), Some(date(2026, 1, 15)));
    assert_eq!(next(date(2026, 1, 15)), Some(date(2026, 2, 15)));
    assert_eq!(next(date(2026, 2, 15)), None);
    assert_eq!(next(Date::MAX), None);
    assert_eq!(recurrence.occurrence_on(date(2026, 2, 14)), None);
    assert_eq!(recurrence.occurrence_on(date(2026, 2, 15)).unwrap().index, 1);
}

#[test]
fn the_dates_shown_are_those_that_still_take_place() {
    let recurrence =
        Recurrence::parse(RecurrenceRule { weekend: WeekendRule::After, ..monthly(31) }).unwrap();
    // The occurrence of Saturday 31 January takes place on Monday 2 February.
    let shown = recurrence.first_n_from(date(2026, 2, 2), 2);
    assert_eq!(shown.first().unwrap().nominal, date(2026, 1, 31));
    let shown = recurrence.first_n_from(date(2026, 2, 3), 5);
    assert_eq!(shown.len(), 5);
    assert_eq!(shown.first().unwrap().date, date(2026, 3, 2));
}

#[test]
fn the_deadline_is_so_many_days_after_the_date() {
    let recurrence =
        Recurrence::parse(RecurrenceRule { weekend: WeekendRule::After, due_after_days: 10, ..monthly(31) })
            .unwrap();
    let first = recurrence.occurrence(0).unwrap();
    assert_eq!(recurrence.due_on(first), date(2026, 2, 12));
}

#[test]
fn a_weekly_series_of_two_hundred_years_is_looked_up_at_once() {
    let recurrence =
        Recurrence::parse(RecurrenceRule { start: date(2000, 1, 1), ..weekly(&[Weekday::Monday]) }).unwrap();
    let next = recurrence.next_after(date(2199, 12, 31)).unwrap();
    assert_eq!(next.nominal, date(2200, 1, 6));
    assert_eq!(next.index, 10_436);
    assert_eq!(recurrence.occurrence(u32::MAX), None);
    assert_eq!(recurrence.occurrences().last().unwrap().nominal.year(), 9999);
}

#[test]
fn parts_that_make_no_sense_are_refused_with_their_code() {
    let with = |change: fn(&mut RecurrenceRule)| {
        let mut rule = monthly(1);
        change(&mut rule);
        rule
    };
    let day = |day| rule(Frequency::Monthly { day });
    let nth = |nth| {
        let weekday = Weekday::Monday;
        day(DayRule::NthWeekday { nth, weekday })
    };
    let quarterly = |month_in_quarter| {
        let day = DayRule::Last;
        rule(Frequency::Quarterly { month_in_quarter, day })
    };
    let yearly = |month| {
        let day = DayRule::Last;
        rule(Frequency::Yearly { month, day })
    };
    for (rule, code) in [
        (weekly(&[]), "required"),
        (monthly(0), "out_of_range"),
        (monthly(32), "out_of_range"),
        (nth(0), "out_of_range"),
        (nth(6), "out_of_range"),
        (nth(-2), "out_of_range"),
        (quarterly(0), "out_of_range"),
        (quarterly(4), "out_of_range"),
        (yearly(0), "out_of_range"),
        (yearly(13), "out_of_range"),
        (with(|rule| rule.every = 0), "out_of_range"),
        (with(|rule| rule.every = 100), "out_of_range"),
        (with(|rule| rule.due_after_days = 367), "out_of_range"),
        (with(|rule| rule.start = date(1999, 12, 31)), "out_of_range"),
        (with(|rule| rule.start = date(2200, 1, 1)), "out_of_range"),
        (with(|rule| rule.end = End::Count { count: 0 }), "out_of_range"),
        (with(|rule| rule.end = End::Count { count: 10_001 }), "out_of_range"),
        (
            with(|rule| {
                rule.end = End::On { date: date(2200, 1, 1) };
            }),
            "out_of_range",
        ),
        (
            with(|rule| {
                rule.end = End::On { date: date(2025, 12, 31) };
            }),
            "end_before_start",
        ),
        (
            RecurrenceRule {
                start: date(2026, 1, 10),
                end: End::On { date: date(2026, 1, 20) },
                ..monthly(5)
            },
            "no_occurrence",
        ),
    ] {
        let error = Recurrence::parse(rule.clone()).unwrap_err();
        assert_eq!(error.code(), code, "{rule:?}");
        assert_eq!(crate::field_code(&error.to_string()), code);
    }
}

#[test]
fn json_is_tagged_and_checked() {
    let json = r#"{"frequency":{"kind":"monthly","day":{"kind":"nth_weekday","nth":-1,"weekday":"friday"}},
        "every":1,"weekend":"before","start":"2026-01-01","end":{"kind":"count","count":12},"due_after_days":5}"#;
    let recurrence: Recurrence = serde_json::from_str(json).unwrap();
    let again = serde_json::to_value(&recurrence).unwrap();
    assert_eq!(again, serde_json::from_str::<serde_json::Value>(json).unwrap());
    let refused = json.replace("\"every\":1", "\"every\":0");
    let error = serde_json::from_str::<Recurrence>(&refused).unwrap_err();
    assert_eq!(crate::field_code(&error.to_string()), "out_of_range");
    let unknown = json.replace("\"every\":1", "\"every\":1,\"colour\":2");
    assert!(serde_json::from_str::<Recurrence>(&unknown).is_err());
    let weekly = r#"{"kind":"weekly","weekdays":["friday","monday","friday"]}"#;
    let frequency: Frequency = serde_json::from_str(weekly).unwrap();
    assert_eq!(
        serde_json::to_string(&frequency).unwrap(),
        r#"{"kind":"weekly","weekdays":["monday","friday"]}"#
    );
}

#[test]
fn the_schema_names_every_part() {
    let schema = serde_json::to_value(<Recurrence as utoipa::PartialSchema>::schema()).unwrap();
    for part in ["frequency", "every", "weekend", "start", "end", "due_after_days"] {
        assert!(schema["properties"][part].is_object(), "{part}");
    }
    assert_eq!(schema["properties"]["start"]["format"], "date");
    let mut parts = Vec::new();
    <Recurrence as utoipa::ToSchema>::schemas(&mut parts);
    let names: Vec<String> = parts.into_iter().map(|(name, _)| name).collect();
    for name in ["Frequency", "DayRule", "Weekday", "WeekendRule", "End"] {
        assert!(names.iter().any(|known| known == name), "{name}: {names:?}");
    }
}
