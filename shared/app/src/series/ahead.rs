//! Deciding about the next date of a series before it comes: leaving it out, or making its task at once.

use jiff::civil::Date;
use sild_domain::SeriesId;
use sild_store::{
    TransactionError,
    series::{self, SeriesRecord},
    sessions::MemberSession,
};

use super::{
    Series,
    generate::{Made, make_next},
    plan::{generate_if_due, step},
};
use crate::{Conflict, Context, Failure, tasks::Whose};

/// How often the series is read again when somebody changes it at the same time, or its client has no open portal.
const TRIES: u32 = 3;

/// Leaves out the next date of a series, which must be `on`: it makes no task then, and goes on with the date after. Asked
/// again, it changes nothing.
pub async fn skip_series_date(
    cx: &Context,
    session: &MemberSession,
    id: SeriesId,
    on: Date,
) -> Result<Series, Failure> {
    let scope = &session.scope;
    let today = session.office.time_zone.today(cx.now());
    for _ in 0..TRIES {
        let before = series::get(&cx.table, scope, id).await?.ok_or(Failure::NotFound)?;
        if !is_next(&before, on) {
            let is_repeat = before.skipped_on == Some(on);
            return if is_repeat { Ok(Series::of(&before, today)) } else { Err(Conflict::NoSuchDate.into()) };
        }
        let (_, passed) = step(&before);
        let mut after = SeriesRecord { skipped_on: Some(on), ..passed };
        let mut transaction = cx.table.transaction();
        series::save(&mut transaction, scope, &after);
        generate_if_due(cx, &mut transaction, scope, &after, today);
        match transaction.commit().await {
            Ok(()) => {
                after.v += 1;
                return Ok(Series::of(&after, today));
            }
            Err(TransactionError::Busy | TransactionError::Refused { label: "version_mismatch", .. }) => {}
            Err(error) => return Err(error.into()),
        }
    }
    Err(Conflict::Busy.into())
}

/// Makes the task of the next date of a series, which must be `on`, before that date comes, with the deadline that it would
/// have had. Asked again, it makes no second one.
pub async fn make_series_task(
    cx: &Context,
    session: &MemberSession,
    id: SeriesId,
    on: Date,
) -> Result<Series, Failure> {
    let (scope, office) = (&session.scope, &session.office);
    let today = office.time_zone.today(cx.now());
    let mut gives = true;
    for _ in 0..TRIES {
        let before = series::get(&cx.table, scope, id).await?.ok_or(Failure::NotFound)?;
        if !is_next(&before, on) {
            let is_repeat = made_last(&before) == Some(on);
            return if is_repeat { Ok(Series::of(&before, today)) } else { Err(Conflict::NoSuchDate.into()) };
        }
        let whose = Whose { id: before.client_id, name: &before.client_name };
        match make_next(cx, scope, office, &before, whose, gives).await? {
            Made::Done(after) => return Ok(Series::of(&after, today)),
            Made::PortalClosed => gives = false,
            Made::Moved => {}
        }
    }
    Err(Conflict::Busy.into())
}

/// Whether a series makes its next task on a date.
fn is_next(series: &SeriesRecord, on: Date) -> bool {
    !series.rests() && series.next_on == Some(on)
}

/// The date of the task that a series made last, unless that date was left out.
fn made_last(series: &SeriesRecord) -> Option<Date> {
    let last = series.recurrence.occurrence_on(series.last_nominal?)?;
    Some(last.date).filter(|_| series.skipped_on != Some(last.date))
}
