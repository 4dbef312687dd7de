//! Making a series.

use sild_domain::{
    Checklist, ClientId, Description, MemberId, Recurrence, RecurrenceError, ReminderChoice, SeriesId,
    ShortText, Title,
};
use sild_store::{
    TransactionError, clients,
    series::{self, SeriesRecord},
    sessions::MemberSession,
};

use super::{
    Series,
    plan::{generate_if_due, move_to},
};
use crate::{
    Context, Creation, Failure,
    tasks::{find_assignee, refused_by},
};

/// What a new series is made of.
#[derive(Debug, Clone)]
pub struct NewSeries {
    /// Whose tasks it makes.
    pub client_id: ClientId,
    /// The title of each task.
    pub title: Title,
    /// The description of each task.
    pub description: Description,
    /// The checklist of each task.
    pub checklist: Vec<ShortText>,
    /// When it makes one.
    pub recurrence: Recurrence,
    /// Whether each task is given to the client at once.
    pub assign_to_client: bool,
    /// Whether contacts may tick the checklist.
    pub client_may_tick: bool,
    /// Whether the client's done completes each task.
    pub auto_complete: bool,
    /// What each task says about its reminders (S62).
    pub reminders: ReminderChoice,
    /// Who works on each task.
    pub assignee_id: Option<MemberId>,
}

/// Makes a series. Its first task is that of the first date from today on; one that begins today makes it at once.
pub async fn create_series(
    cx: &Context,
    session: &MemberSession,
    new: NewSeries,
    creation: &Creation,
) -> Result<Series, Failure> {
    let scope = &session.scope;
    check_checklist(&new.checklist)?;
    let client = async { clients::get(&cx.table, scope, new.client_id).await.map_err(Failure::from) };
    let (client, assignee) = tokio::try_join!(client, find_assignee(cx, session, new.assignee_id))?;
    let client = client.ok_or(Failure::NotFound)?;
    let now = cx.now();
    let today = session.office.time_zone.today(now);
    let first = new.recurrence.first_n_from(today, 1).pop().ok_or_else(no_occurrence)?;
    let mut made = SeriesRecord {
        id: SeriesId::new(now, cx.random()),
        client_id: client.id,
        client_name: client.name,
        title: new.title,
        description: new.description,
        checklist: new.checklist,
        recurrence: new.recurrence,
        assign_to_client: new.assign_to_client,
        client_may_tick: new.client_may_tick,
        auto_complete: new.auto_complete,
        reminders: new.reminders,
        assignee: assignee.as_ref().map(|assignee| assignee.member.clone()),
        is_paused: false,
        client_is_archived: false,
        next_nominal: None,
        next_on: None,
        last_nominal: None,
        ahead: Vec::new(),
        skipped_on: None,
        created_count: 0,
        created_at: now,
        v: 1,
    };
    move_to(&mut made, Some(first));
    let mut transaction = cx.table.transaction();
    series::create(&mut transaction, scope, &made);
    clients::require_current(&mut transaction, scope, made.client_id);
    if let Some(assignee) = &assignee {
        assignee.require_on(&mut transaction, session, made.client_id);
    }
    generate_if_due(cx, &mut transaction, scope, &made, today);
    let answer = Series::of(&made, today);
    creation.commit_or(cx, session.office.id, scope.actor(), transaction, answer, refusal).await
}

/// A recurrence that has ended.
pub(super) fn no_occurrence() -> Failure {
    Failure::field("/recurrence", RecurrenceError::NoOccurrence.code())
}

/// As many lines as a task takes.
pub(super) fn check_checklist(lines: &[ShortText]) -> Result<(), Failure> {
    if lines.len() > Checklist::MAX_ITEMS {
        return Err(Failure::field("/checklist", "too_many_items"));
    }
    Ok(())
}

/// What it means that the member who is to work on the tasks does not see the client.
pub(super) fn refusal(error: &TransactionError) -> Option<Failure> {
    refused_by(error, "not_on_client").then(|| Failure::field("/assignee_id", "not_on_client"))
}
