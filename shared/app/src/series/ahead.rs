//! Deciding about the next date of a series before it comes: leaving it out, or making its task at once. It is named by its
//! nominal date, as a weekend rule may move two occurrences to one day.

use jiff::civil::Date;
use sild_domain::SeriesId;
use sild_store::{
    TransactionError,
    series::{self, Decided, SeriesRecord},
    sessions::MemberSession,
};

use super::{
    Series,
    generate::{Made, make_next},
    plan::{decided, generate_if_due},
};
use crate::{Conflict, Context, Failure, tasks::Whose};

/// How often the series is read again when somebody changes it at the same time, or its client has no open portal.
const TRIES: u32 = 3;

/// Leaves out the next occurrence of a series, which must be the one of this nominal date: it makes no task of it, and goes on
/// with the one after. Asked again, it changes nothing.
pub async fn skip_series_date(
    cx: &Context,
    session: &MemberSession,
    id: SeriesId,
    nominal: Date,
) -> Result<Series, Failure> {
    let scope = &session.scope;
    let today = session.office.time_zone.today(cx.now());
    for _ in 0..TRIES {
        let before = series::get(&cx.table, scope, id).await?.ok_or(Failure::NotFound)?;
        if !is_next(&before, nominal) {
            let is_repeat = before.ahead.contains(&Decided { nominal, is_skipped: true });
            return if is_repeat { Ok(Series::of(&before, today)) } else { Err(Conflict::NoSuchDate.into()) };
        }
        let mut after = SeriesRecord { skipped_on: before.next_on, ..decided(&before, true) };
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

/// Makes the task of the next occurrence of a series, which must be the one of this nominal date, before its day, with the
/// deadline that it would have had. Asked again, it makes no second one.
pub async fn make_series_task(
    cx: &Context,
    session: &MemberSession,
    id: SeriesId,
    nominal: Date,
) -> Result<Series, Failure> {
    let (scope, office) = (&session.scope, &session.office);
    let today = office.time_zone.today(cx.now());
    let mut gives = true;
    for _ in 0..TRIES {
        let before = series::get(&cx.table, scope, id).await?.ok_or(Failure::NotFound)?;
        if !is_next(&before, nominal) {
            let is_repeat = before.ahead.contains(&Decided { nominal, is_skipped: false })
                || before.last_nominal == Some(nominal);
            return if is_repeat { Ok(Series::of(&before, today)) } else { Err(Conflict::NoSuchDate.into()) };
        }
        let whose = Whose { id: before.client_id, name: &before.client_name };
        match make_next(cx, scope, office, (&before, decided(&before, false)), whose, gives).await? {
            Made::Done(after) => return Ok(Series::of(&after, today)),
            Made::PortalClosed => gives = false,
            Made::Archived => return Err(Conflict::ClientArchived.into()),
            Made::Moved => {}
        }
    }
    Err(Conflict::Busy.into())
}

/// Whether a series makes its next task of an occurrence.
fn is_next(series: &SeriesRecord, nominal: Date) -> bool {
    !series.rests() && series.next_nominal == Some(nominal)
}
