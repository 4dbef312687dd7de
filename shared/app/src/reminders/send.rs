//! The office's daily run: what is due is written as mails to its contacts.

use std::collections::BTreeMap;

use futures::{StreamExt as _, stream};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use serde_json::json;
use sild_domain::{ClientId, ContactId, OfficeId, TaskId, Waiting, is_working_day};
use sild_store::{
    OfficeScope, Transaction, TransactionError, contacts,
    offices::{self, OfficeRecord},
    outbox::{self, Effect},
    reminders::{self, ReminderRecord},
    tasks::{self, TaskRecord},
};

use super::next_reminder;
use crate::{Conflict, Context, Failure, schedules};

/// How many clients are dealt with at the same time.
const AT_ONCE: usize = 8;
/// How many items a transaction may name: two for each task, one for each contact.
const ITEMS_MAX: usize = 100;
/// How often the tasks of a client are read again when somebody changes one at the same time.
const TRIES: u32 = 5;

/// What the job `send_reminders` is told: whose day it is, and at which hour of it.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SendReminders {
    /// The office.
    pub office_id: OfficeId,
    /// The hour that the schedule was made for; one of an hour that the office has given up ends itself.
    pub hour: u8,
}

/// Arms the schedule that fires `send_reminders` for an office every day at its hour.
pub async fn arm_office(cx: &Context, office: OfficeId) -> Result<(), Failure> {
    let Some(record) = offices::get(&cx.table, &OfficeScope::for_job(office)).await? else { return Ok(()) };
    arm(cx, &record).await
}

async fn arm(cx: &Context, office: &OfficeRecord) -> Result<(), Failure> {
    let hour = office.reminder_hour;
    let event = json!(SendReminders { office_id: office.id, hour });
    let name = schedule_name(office.id, hour);
    schedules::fire_daily(cx, &name, hour, &office.time_zone, "send_reminders", &event).await
}

/// The name of an office's daily schedule at an hour.
pub(crate) fn schedule_name(office: OfficeId, hour: u8) -> String {
    format!("r-{}-{hour}", office.key())
}

/// Deals with every reminder of an office that is due by today. One client that fails does not hold up the others; it fails
/// the run in the end, so that the run is tried again. What a run left behind, the next one takes: one reminder a task.
pub async fn send_reminders(cx: &Context, event: SendReminders) -> Result<(), Failure> {
    let scope = OfficeScope::for_job(event.office_id);
    let office = offices::get(&cx.table, &scope).await?;
    let Some(office) = office.filter(|office| office.reminder_hour == event.hour) else {
        return end_schedule(cx, &scope, event).await;
    };
    let today = office.time_zone.today(cx.now());
    if !is_working_day(today) {
        return Ok(());
    }
    let mut due = BTreeMap::<ClientId, Vec<TaskId>>::new();
    for reminder in reminders::due(&cx.table, &scope, today).await? {
        due.entry(reminder.client_id).or_default().push(reminder.task_id);
    }
    let run = Run { cx, scope: &scope, office: &office, today };
    let clients = due.into_iter().map(|(client, tasks)| run.remind_client(client, tasks));
    let outcomes = stream::iter(clients).buffer_unordered(AT_ONCE).collect::<Vec<_>>().await;
    let mut first = None;
    for failure in outcomes.into_iter().filter_map(Result::err) {
        tracing::error!(cause = %failure, "the reminders of a client could not be sent");
        first.get_or_insert(failure);
    }
    first.map_or(Ok(()), Err)
}

/// Deletes a schedule whose hour is not the office's any more, unless the office takes it up again at the same moment.
async fn end_schedule(cx: &Context, scope: &OfficeScope, event: SendReminders) -> Result<(), Failure> {
    schedules::delete(cx, &schedule_name(event.office_id, event.hour)).await?;
    match offices::get(&cx.table, scope).await? {
        Some(office) if office.reminder_hour == event.hour => arm(cx, &office).await,
        _ => Ok(()),
    }
}

/// Whom a reminder of a client's tasks goes to: who can enter the portal and is reached by mail.
pub(super) async fn recipients(
    cx: &Context,
    scope: &OfficeScope,
    office: &OfficeRecord,
    client: ClientId,
) -> Result<Vec<ContactId>, Failure> {
    if !office.portal_is_reachable() {
        return Ok(Vec::new());
    }
    let links = contacts::of_client(&cx.table, scope, client).await?;
    Ok(links.iter().filter(|link| link.gets_mail()).map(|link| link.contact_id).collect())
}

/// Adds a mail to each recipient.
pub(super) fn add_mails(
    cx: &Context,
    transaction: &mut Transaction<'_>,
    office: OfficeId,
    client: ClientId,
    recipients: &[ContactId],
    tasks: &[TaskId],
) {
    for contact in recipients {
        let effect = Effect::SendReminder {
            office_id: office,
            client_id: client,
            contact_id: *contact,
            task_ids: tasks.to_vec(),
        };
        outbox::add(transaction, &cx.outbox_row(effect));
    }
}

/// One office on one day.
#[derive(Clone, Copy)]
struct Run<'r> {
    cx: &'r Context,
    scope: &'r OfficeScope,
    office: &'r OfficeRecord,
    today: Date,
}

impl Run<'_> {
    /// One mail a contact names all tasks of the client, as far as they fit into a transaction.
    async fn remind_client(self, client: ClientId, tasks: Vec<TaskId>) -> Result<(), Failure> {
        let recipients = recipients(self.cx, self.scope, self.office, client).await?;
        let room = ITEMS_MAX.saturating_sub(recipients.len()) / 2;
        for part in tasks.chunks(room.max(1)) {
            self.remind_of(client, &recipients, part).await?;
        }
        Ok(())
    }

    async fn remind_of(
        self,
        client: ClientId,
        recipients: &[ContactId],
        part: &[TaskId],
    ) -> Result<(), Failure> {
        let Self { cx, scope, .. } = self;
        for _ in 0..TRIES {
            let (current, waiting) = tokio::try_join!(
                tasks::get_many(&cx.table, scope, part),
                reminders::get_many(&cx.table, scope, part),
            )?;
            let mut transaction = cx.table.transaction();
            let due = waiting.iter().filter(|reminder| reminder.on.is_some_and(|on| on <= self.today));
            let mut named = Vec::new();
            for reminder in due {
                match current.iter().find(|task| task.id == reminder.task_id) {
                    Some(task) => named.extend(self.deal_with(&mut transaction, reminder, task, recipients)),
                    None => reminders::forget(&mut transaction, scope, reminder.task_id),
                }
            }
            if transaction.is_empty() {
                return Ok(());
            }
            if !named.is_empty() {
                add_mails(cx, &mut transaction, self.office.id, client, recipients, &named);
            }
            match transaction.commit().await {
                Ok(()) => return Ok(()),
                Err(TransactionError::Refused { label: "task_changed" | "reminder_moved", .. }) => {}
                Err(error) => return Err(error.into()),
            }
        }
        Err(Conflict::Busy.into())
    }

    /// Moves a task to its next date; the task if somebody is to be reminded of it. One that the rule does not name any
    /// more, or not yet, is only planned anew.
    fn deal_with(
        self,
        transaction: &mut Transaction<'_>,
        reminder: &ReminderRecord,
        task: &TaskRecord,
        recipients: &[ContactId],
    ) -> Option<TaskId> {
        let (office, now) = (self.office, self.cx.now());
        let waiting = Waiting::of(&task.state);
        let named = waiting.zip(task.reminders.rule(office.reminders)).filter(|(waiting, rule)| {
            let log = task.reminder_log.as_ref();
            waiting.next(*rule, log, &office.time_zone, Date::MIN).is_some_and(|on| on <= self.today)
        });
        let Some((waiting, _)) = named else {
            reminders::move_on(transaction, self.scope, reminder, next_reminder(office, task, now));
            return None;
        };
        let log = waiting.logged(task.reminder_log.as_ref(), self.today, !recipients.is_empty());
        tasks::note_reminder(transaction, self.scope, task, &log, !recipients.is_empty(), now);
        let after = TaskRecord { reminder_log: Some(log), ..task.clone() };
        reminders::move_on(transaction, self.scope, reminder, next_reminder(office, &after, now));
        Some(task.id)
    }
}
