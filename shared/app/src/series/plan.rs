//! Which occurrence of a series comes next.

use jiff::civil::Date;
use sild_domain::{Occurrence, Recurrence};
use sild_store::{
    OfficeScope, Transaction,
    outbox::{self, Effect},
    series::SeriesRecord,
};

use crate::Context;

/// How many dates are shown ahead.
pub(super) const SHOWN: usize = 5;
/// A weekend rule makes a task at most two days before its nominal date, and a day names one task at most.
const PASSED_MAX: usize = 4;

/// The first occurrence that takes place on or after `from` and was not made yet.
pub(super) fn first_from(
    recurrence: &Recurrence,
    from: Date,
    last_nominal: Option<Date>,
) -> Option<Occurrence> {
    recurrence
        .first_n_from(from, PASSED_MAX)
        .into_iter()
        .find(|occurrence| last_nominal.is_none_or(|last| occurrence.nominal > last))
}

/// The dates to come: those of a series that rests are the ones that would come if it went on on the date `today`.
pub(super) fn next_dates(series: &SeriesRecord, today: Date) -> Vec<Occurrence> {
    let first = if series.rests() {
        first_from(&series.recurrence, today, series.last_nominal)
    } else {
        series.next_nominal.and_then(|nominal| series.recurrence.occurrence_on(nominal))
    };
    std::iter::successors(first, |occurrence| series.recurrence.next_after(occurrence.nominal))
        .take(SHOWN)
        .collect()
}

/// The next occurrence of a series, and the series with that behind it.
pub(super) fn step(series: &SeriesRecord) -> (Option<Occurrence>, SeriesRecord) {
    let next = series.next_nominal.and_then(|nominal| series.recurrence.occurrence_on(nominal));
    let last_nominal = next.map(|next| next.nominal).or(series.last_nominal);
    let mut after = SeriesRecord { last_nominal, ..series.clone() };
    move_to(&mut after, next.and_then(|next| series.recurrence.next_after(next.nominal)));
    (next, after)
}

/// Moves a series to an occurrence, or to its end.
pub(super) fn move_to(series: &mut SeriesRecord, next: Option<Occurrence>) {
    series.next_nominal = next.map(|occurrence| occurrence.nominal);
    series.next_on = next.map(|occurrence| occurrence.date);
}

/// Whether a series owes a task on the date `today`.
pub(super) fn is_due(series: &SeriesRecord, today: Date) -> bool {
    !series.rests() && series.next_on.is_some_and(|next_on| next_on <= today)
}

/// Lets a series that owes a task today make it at once, instead of with the next daily run.
pub(super) fn generate_if_due(
    cx: &Context,
    transaction: &mut Transaction<'_>,
    scope: &OfficeScope,
    series: &SeriesRecord,
    today: Date,
) {
    if is_due(series, today) {
        let effect = Effect::GenerateSeries { office_id: scope.office(), series_id: series.id };
        outbox::add(transaction, &cx.outbox_row(effect));
    }
}
