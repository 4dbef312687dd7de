//! Editing a series: what it made stays as it is.

use jiff::civil::Date;
use sild_domain::{Description, MemberId, Recurrence, ReminderChoice, SeriesId, ShortText, Title};
use sild_store::{
    Version,
    series::{self, SeriesRecord},
    sessions::MemberSession,
};

use super::{
    Series,
    create::{check_checklist, no_occurrence, refusal},
    plan::{first_from, generate_if_due, is_due, move_to},
};
use crate::{Context, Failure, Patch, tasks::find_assignee};

/// What an edit changes; what is `None` or kept stays.
#[derive(Debug, Clone, Default)]
pub struct SeriesEdit {
    /// The title of each task.
    pub title: Option<Title>,
    /// The description of each task.
    pub description: Option<Description>,
    /// The checklist of each task.
    pub checklist: Option<Vec<ShortText>>,
    /// When it makes one.
    pub recurrence: Option<Recurrence>,
    /// Whether each task is given to the client at once.
    pub assign_to_client: Option<bool>,
    /// Whether contacts may tick the checklist.
    pub client_may_tick: Option<bool>,
    /// Whether the client's done completes each task.
    pub auto_complete: Option<bool>,
    /// What each task says about its reminders.
    pub reminders: Option<ReminderChoice>,
    /// Who works on each task.
    pub assignee_id: Patch<MemberId>,
    /// Whether it rests.
    pub is_paused: Option<bool>,
}

/// Edits a series at the version that it was read with. Another recurrence holds from the next task on; a series that goes
/// on after a rest passes over what came meanwhile.
pub async fn update_series(
    cx: &Context,
    session: &MemberSession,
    id: SeriesId,
    version: Version,
    edit: SeriesEdit,
) -> Result<Series, Failure> {
    let scope = &session.scope;
    if let Some(checklist) = &edit.checklist {
        check_checklist(checklist)?;
    }
    let read = async { series::get(&cx.table, scope, id).await.map_err(Failure::from) };
    let (read, assignee) =
        tokio::try_join!(read, find_assignee(cx, session, edit.assignee_id.value().copied()))?;
    let before = read.ok_or(Failure::NotFound)?;
    if before.v != version {
        return Err(Failure::VersionMismatch);
    }
    let today = session.office.time_zone.today(cx.now());
    let named = assignee.as_ref().map(|assignee| assignee.member.clone());
    let keeps_assignee = edit.assignee_id == Patch::Keep;
    let mut after = SeriesRecord {
        title: edit.title.unwrap_or_else(|| before.title.clone()),
        description: edit.description.unwrap_or_else(|| before.description.clone()),
        checklist: edit.checklist.unwrap_or_else(|| before.checklist.clone()),
        recurrence: edit.recurrence.unwrap_or_else(|| before.recurrence.clone()),
        assign_to_client: edit.assign_to_client.unwrap_or(before.assign_to_client),
        client_may_tick: edit.client_may_tick.unwrap_or(before.client_may_tick),
        auto_complete: edit.auto_complete.unwrap_or(before.auto_complete),
        reminders: edit.reminders.unwrap_or(before.reminders),
        assignee: if keeps_assignee { before.assignee.clone() } else { named },
        is_paused: edit.is_paused.unwrap_or(before.is_paused),
        ..before.clone()
    };
    plan_anew(&before, &mut after, today)?;

    let mut transaction = cx.table.transaction();
    series::save(&mut transaction, scope, &after);
    if let Some(assignee) = &assignee {
        assignee.require_on(&mut transaction, session, after.client_id);
    }
    generate_if_due(cx, &mut transaction, scope, &after, today);
    transaction.commit().await.map_err(|error| refusal(&error).unwrap_or_else(|| error.into()))?;
    after.v += 1;
    Ok(Series::of(&after, today))
}

/// Finds the next occurrence again where the edit moves it.
fn plan_anew(before: &SeriesRecord, after: &mut SeriesRecord, today: Date) -> Result<(), Failure> {
    let is_other_rule = before.recurrence != after.recurrence;
    let goes_on = before.is_paused && !after.is_paused;
    if !is_other_rule && !goes_on {
        return Ok(());
    }
    // What the series owes already it still owes, by its new rule.
    let from = before.next_on.filter(|_| is_due(before, today)).unwrap_or(today);
    let next = first_from(after, from);
    if is_other_rule && next.is_none() {
        return Err(no_occurrence());
    }
    move_to(after, next);
    Ok(())
}
