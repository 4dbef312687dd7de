//! Which occurrence of a series comes next.

use jiff::civil::Date;
use sild_domain::Occurrence;
use sild_store::{
    OfficeScope, Transaction,
    outbox::{self, Effect},
    series::{Decided, SeriesRecord},
};

use crate::Context;

/// How many dates are shown ahead.
pub(super) const SHOWN: usize = 5;
/// How many occurrences that were decided ahead are remembered one by one.
const AHEAD_MAX: usize = 50;

/// The first occurrence that takes place on or after `from` and was not dealt with yet.
pub(super) fn first_from(series: &SeriesRecord, from: Date) -> Option<Occurrence> {
    let first = series.recurrence.first_n_from(from, 1).pop()?;
    let first = match series.last_nominal {
        Some(last) if first.nominal <= last => series.recurrence.next_after(last),
        _ => Some(first),
    };
    open_from(series, first).next()
}

/// The dates to come: those of a series that rests are the ones that would come if it went on on the date `today`.
pub(super) fn next_dates(series: &SeriesRecord, today: Date) -> Vec<Occurrence> {
    let first = if series.rests() { first_from(series, today) } else { next_of(series) };
    open_from(series, first).take(SHOWN).collect()
}

/// The next occurrence of a series.
pub(super) fn next_of(series: &SeriesRecord) -> Option<Occurrence> {
    series.next_nominal.and_then(|nominal| series.recurrence.occurrence_on(nominal))
}

/// The series with its next occurrence behind it, whose day came.
pub(super) fn passed(series: &SeriesRecord) -> SeriesRecord {
    let last_nominal = series.next_nominal.or(series.last_nominal);
    let mut after = SeriesRecord { last_nominal, ..series.clone() };
    go_on(&mut after);
    after
}

/// The series with its next occurrence behind it, whose day may be still to come.
pub(super) fn decided(series: &SeriesRecord, is_skipped: bool) -> SeriesRecord {
    let mut after = series.clone();
    after.ahead.extend(series.next_nominal.map(|nominal| Decided { nominal, is_skipped }));
    if after.ahead.len() > AHEAD_MAX {
        // All that came before it counts as dealt with from now on.
        let oldest = after.ahead.remove(0).nominal;
        after.last_nominal = after.last_nominal.max(Some(oldest));
    }
    go_on(&mut after);
    after
}

fn go_on(after: &mut SeriesRecord) {
    let following = after.next_nominal.and_then(|nominal| after.recurrence.next_after(nominal));
    let next = open_from(after, following).next();
    move_to(after, next);
}

/// The occurrences from one of them on, without those that were decided ahead.
fn open_from(series: &SeriesRecord, first: Option<Occurrence>) -> impl Iterator<Item = Occurrence> {
    std::iter::successors(first, |occurrence| series.recurrence.next_after(occurrence.nominal))
        .filter(|occurrence| series.ahead.iter().all(|decided| decided.nominal != occurrence.nominal))
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
