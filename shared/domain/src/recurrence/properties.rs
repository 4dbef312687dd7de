use jiff::civil::date;
use proptest::prelude::*;

use super::*;

const WEEKDAYS: [Weekday; 7] = [
    Weekday::Monday,
    Weekday::Tuesday,
    Weekday::Wednesday,
    Weekday::Thursday,
    Weekday::Friday,
    Weekday::Saturday,
    Weekday::Sunday,
];

fn day_rule() -> impl Strategy<Value = DayRule> {
    prop_oneof![
        (1_u8..=31).prop_map(|day| DayRule::DayOfMonth { day }),
        Just(DayRule::Last),
        (prop::sample::select(vec![-1_i8, 1, 2, 3, 4, 5]), prop::sample::select(WEEKDAYS.to_vec()))
            .prop_map(|(nth, weekday)| DayRule::NthWeekday { nth, weekday }),
    ]
}

fn frequency() -> impl Strategy<Value = Frequency> {
    prop_oneof![
        prop::collection::btree_set(prop::sample::select(WEEKDAYS.to_vec()), 1..=7)
            .prop_map(|weekdays| Frequency::Weekly { weekdays }),
        day_rule().prop_map(|day| Frequency::Monthly { day }),
        (1_u8..=3, day_rule())
            .prop_map(|(month_in_quarter, day)| Frequency::Quarterly { month_in_quarter, day }),
        (1_u8..=12, day_rule()).prop_map(|(month, day)| Frequency::Yearly { month, day }),
    ]
}

fn some_date() -> impl Strategy<Value = Date> {
    (0_i64..40_000).prop_map(|days| dates::plus_days(date(2000, 1, 1), days).unwrap())
}

fn endless() -> impl Strategy<Value = Recurrence> {
    let weekend = prop::sample::select(vec![WeekendRule::Before, WeekendRule::After, WeekendRule::Leave]);
    (frequency(), 1_u16..=13, weekend, some_date(), 0_u16..40).prop_map(
        |(frequency, every, weekend, start, due_after_days)| {
            Recurrence::parse(RecurrenceRule {
                frequency,
                every,
                weekend,
                start,
                end: End::Never,
                due_after_days,
            })
            .unwrap()
        },
    )
}

fn ending(recurrence: &Recurrence, end: End) -> Result<Recurrence, RecurrenceError> {
    Recurrence::parse(RecurrenceRule { end, ..recurrence.rule().clone() })
}

fn fits_day(date: Date, rule: DayRule) -> bool {
    match rule {
        DayRule::DayOfMonth { day } => {
            let day = i8::try_from(day).unwrap();
            date.day() == day.min(date.days_in_month())
        }
        DayRule::Last => date == date.last_of_month(),
        DayRule::NthWeekday { nth, weekday } => {
            let is_last = date.day() + 7 > date.days_in_month();
            let place = (date.day() - 1) / 7 + 1;
            weekday_of(date) == weekday && (place == nth || (is_last && (nth == -1 || nth == 5)))
        }
    }
}

fn weekday_of(date: Date) -> Weekday {
    WEEKDAYS[usize::try_from(date.weekday().to_monday_zero_offset()).unwrap()]
}

/// Whether `date` fits the frequency if every period counted: written from the words, day by day.
fn fits(date: Date, frequency: &Frequency) -> bool {
    match frequency {
        Frequency::Weekly { weekdays } => weekdays.contains(&weekday_of(date)),
        Frequency::Monthly { day } => fits_day(date, *day),
        Frequency::Quarterly { month_in_quarter, day } => {
            (date.month() - 1) % 3 + 1 == i8::try_from(*month_in_quarter).unwrap() && fits_day(date, *day)
        }
        Frequency::Yearly { month, day } => {
            date.month() == i8::try_from(*month).unwrap() && fits_day(date, *day)
        }
    }
}

/// The number of the week, month, quarter or year in which `date` lies.
fn period(date: Date, frequency: &Frequency) -> i64 {
    let month = i64::from(date.year()) * 12 + i64::from(date.month()) - 1;
    match frequency {
        Frequency::Weekly { .. } => {
            let monday = Date::constant(1999, 12, 27);
            monday.duration_until(date).as_hours().div_euclid(24 * 7)
        }
        Frequency::Monthly { .. } => month,
        Frequency::Quarterly { .. } => month.div_euclid(3),
        Frequency::Yearly { .. } => i64::from(date.year()),
    }
}

/// The slow and plain way: walk day by day from the start and keep what fits.
fn walked(rule: &RecurrenceRule, days: usize) -> Vec<Date> {
    let mut found = Vec::new();
    let mut first_period = None;
    for date in rule.start.series(jiff::Span::new().days(1)).take(days) {
        if fits(date, &rule.frequency) {
            let period = period(date, &rule.frequency);
            let first = *first_period.get_or_insert(period);
            if (period - first) % i64::from(rule.every) == 0 {
                found.push(date);
            }
        }
    }
    found
}

proptest! {
    #[test]
    fn the_dates_are_those_that_a_walk_day_by_day_finds(recurrence in endless()) {
        let walked = walked(recurrence.rule(), 1_500);
        let computed: Vec<Date> = recurrence
            .occurrences()
            .map(|occurrence| occurrence.nominal)
            .take(walked.len())
            .collect();
        prop_assert_eq!(computed, walked);
    }

    #[test]
    fn nominal_dates_rise_and_real_ones_never_fall(recurrence in endless()) {
        let all: Vec<Occurrence> = recurrence.occurrences().take(60).collect();
        prop_assert_eq!(all.len(), 60);
        for (place, occurrence) in all.iter().enumerate() {
            prop_assert_eq!(usize::try_from(occurrence.index).unwrap(), place);
        }
        for pair in all.windows(2) {
            prop_assert!(pair[0].nominal < pair[1].nominal);
            prop_assert!(pair[0].date <= pair[1].date);
        }
    }

    #[test]
    fn a_moved_date_is_the_nearest_working_day_on_its_side(recurrence in endless()) {
        for occurrence in recurrence.occurrences().take(60) {
            let is_weekend = matches!(weekday_of(occurrence.nominal), Weekday::Saturday | Weekday::Sunday);
            let is_moved_to_work = !matches!(
                weekday_of(occurrence.date),
                Weekday::Saturday | Weekday::Sunday
            );
            let days = occurrence.nominal.duration_until(occurrence.date).as_hours() / 24;
            match recurrence.rule().weekend {
                _ if !is_weekend => prop_assert_eq!(days, 0),
                WeekendRule::Leave => prop_assert_eq!(days, 0),
                WeekendRule::Before => prop_assert!(is_moved_to_work && (-2..0).contains(&days)),
                WeekendRule::After => prop_assert!(is_moved_to_work && (1..=2).contains(&days)),
            }
        }
    }

    #[test]
    fn the_count_is_kept(recurrence in endless(), count in 1_u32..50) {
        let counted = ending(&recurrence, End::Count { count }).unwrap();
        let all: Vec<Occurrence> = counted.occurrences().collect();
        prop_assert_eq!(u32::try_from(all.len()).unwrap(), count);
        prop_assert_eq!(counted.next_after(all.last().unwrap().nominal), None);
        prop_assert!(recurrence.occurrences().zip(&all).all(|(endless, counted)| endless == *counted));
    }

    #[test]
    fn the_end_is_kept(recurrence in endless(), days in 0_i64..2_000) {
        let end = dates::plus_days(recurrence.rule().start, days).unwrap();
        let expected: Vec<Occurrence> = recurrence
            .occurrences()
            .take_while(|occurrence| occurrence.nominal <= end)
            .collect();
        match ending(&recurrence, End::On { date: end }) {
            Ok(ended) => prop_assert_eq!(ended.occurrences().collect::<Vec<_>>(), expected),
            Err(error) => {
                prop_assert_eq!(error, RecurrenceError::NoOccurrence);
                prop_assert!(expected.is_empty());
            }
        }
    }

    #[test]
    fn looking_one_up_and_walking_through_them_agree(
        recurrence in endless(), days in -400_i64..8_000
    ) {
        let date = dates::plus_days(recurrence.rule().start, days).unwrap();
        let walked = recurrence.occurrences().find(|occurrence| occurrence.nominal > date);
        prop_assert_eq!(recurrence.next_after(date), walked);
        let shown = recurrence.first_n_from(date, 5);
        let walked: Vec<Occurrence> = recurrence
            .occurrences()
            .filter(|occurrence| occurrence.date >= date)
            .take(5)
            .collect();
        prop_assert_eq!(shown, walked);
    }

    #[test]
    fn however_often_the_daily_run_misses_each_occurrence_is_made_once(
        recurrence in endless(), gaps in prop::collection::vec(1_i64..90, 1..20)
    ) {
        let mut made = Vec::new();
        let mut today = recurrence.rule().start;
        for gap in gaps {
            today = dates::plus_days(today, gap).unwrap();
            let after = made.last().map(|last: &Occurrence| last.nominal);
            let next = |after: Option<Date>| after.map_or_else(|| recurrence.occurrence(0), |day| recurrence.next_after(day));
            let due = std::iter::successors(next(after), |last| next(Some(last.nominal)));
            made.extend(due.take_while(|occurrence| occurrence.date <= today));
        }
        let expected: Vec<Occurrence> = recurrence
            .occurrences()
            .take_while(|occurrence| occurrence.date <= today)
            .collect();
        prop_assert_eq!(made, expected);
    }

    #[test]
    fn a_deadline_is_never_before_its_date(recurrence in endless()) {
        for occurrence in recurrence.occurrences().take(20) {
            let days = occurrence.date.duration_until(recurrence.due_on(occurrence)).as_hours() / 24;
            prop_assert_eq!(days, i64::from(recurrence.rule().due_after_days));
        }
    }

    #[test]
    fn what_is_stored_is_read_back(recurrence in endless()) {
        let json = serde_json::to_string(&recurrence).unwrap();
        prop_assert_eq!(serde_json::from_str::<Recurrence>(&json).unwrap(), recurrence);
    }
}
