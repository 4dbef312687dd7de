//! Tasks as members see them.

use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};
use sild_domain::{
    ChecklistItem, ClientId, ClientState, ContactId, OfficeState, PersonName, PortalState, RequestId,
    SeriesId, TaskId, is_overdue,
};
use sild_store::{
    Actor, StoreError, Version,
    clients::{self, ClientRecord},
    contacts::{self, ContactClientRecord},
    offices::OfficeRecord,
    sessions::MemberSession,
    tasks::{TaskEntry, TaskRecord},
    threads::Thread,
};
use utoipa::ToSchema;

use crate::{
    Context,
    clients::{Person, digitisation_email},
    reminders::TaskReminders,
    threads::{File, Message, office_thread},
};

/// The office's word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum OfficeStateView {
    /// There is work left.
    Open,
    /// The work is done.
    Completed,
}

/// Whether the client has the task.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum TaskPortalStateView {
    /// It never had it.
    NotAssigned,
    /// It has it.
    Assigned,
    /// It had it.
    Withdrawn,
}

/// The client's word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ClientStateView {
    /// No contact says that it is done.
    Open,
    /// A contact does.
    Done,
}

/// That somebody finished something.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Mark {
    /// Their name.
    pub by: String,
    /// When.
    #[schema(value_type = String, format = DateTime)]
    pub at: Timestamp,
}

impl Mark {
    pub(crate) fn new(by: Option<&PersonName>, at: Timestamp) -> Self {
        Self { by: by.map(ToString::to_string).unwrap_or_default(), at }
    }
}

/// The mark of the client's done.
pub(super) fn done_mark(task: &TaskRecord) -> Option<Mark> {
    match task.state.client {
        ClientState::Done { at, .. } => Some(Mark::new(task.done_by_name.as_ref(), at)),
        ClientState::Open => None,
    }
}

/// A task as a list shows it.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct TaskSummary {
    /// Its id.
    pub id: TaskId,
    /// Whose it is.
    pub client: Person,
    /// What it is called.
    pub title: String,
    /// The deadline.
    #[schema(value_type = Option<String>, format = Date)]
    pub due: Option<Date>,
    /// Whether the deadline has passed in the office's time zone and the office has not completed it.
    pub is_overdue: bool,
    /// The office's word.
    pub state: OfficeStateView,
    /// Whether the client has it.
    pub portal_state: TaskPortalStateView,
    /// The client's word.
    pub client_state: ClientStateView,
    /// The member who works on it.
    pub assignee: Option<Person>,
    /// The series that made it.
    pub series_id: Option<SeriesId>,
    /// Whether it is a sample task (S13).
    pub is_sample: bool,
    /// Lines of the checklist that are done.
    pub checklist_done: u32,
    /// Lines of the checklist.
    pub checklist_total: u32,
    /// Whether a contact wrote, uploaded or finished since a member last looked.
    pub has_client_news: bool,
}

impl TaskSummary {
    /// What a list shows of a record on the date `today`.
    #[must_use]
    pub fn of(task: &TaskEntry, today: Date) -> Self {
        let is_completed = matches!(task.office, OfficeState::Completed { .. });
        Self {
            id: task.id,
            client: Person::of_client(task.client_id, &task.client_name),
            title: task.title.to_string(),
            due: task.due,
            is_overdue: !is_completed && is_overdue(task.due, today),
            state: if is_completed { OfficeStateView::Completed } else { OfficeStateView::Open },
            portal_state: match task.portal {
                PortalState::NotAssigned => TaskPortalStateView::NotAssigned,
                PortalState::Assigned { .. } => TaskPortalStateView::Assigned,
                PortalState::Withdrawn { .. } => TaskPortalStateView::Withdrawn,
            },
            client_state: match task.client {
                ClientState::Open => ClientStateView::Open,
                ClientState::Done { .. } => ClientStateView::Done,
            },
            assignee: task.assignee.as_ref().map(Person::of_member),
            series_id: task.series_id,
            is_sample: task.is_sample,
            checklist_done: task.checklist_done,
            checklist_total: task.checklist_total,
            has_client_news: task.has_client_news,
        }
    }
}

/// A contact of the client, whom the portal's part of a task concerns.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct Recipient {
    /// Their id.
    pub id: ContactId,
    /// Their name.
    pub name: String,
    /// Whether they may act for the client once its portal is open.
    pub has_access: bool,
}

/// How a task stands in the portal.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct PortalPanel {
    /// Whether the client's portal is open.
    pub client_portal_is_open: bool,
    /// The client's contacts, by name.
    pub recipients: Vec<Recipient>,
    /// Since when the client has it.
    #[schema(value_type = Option<String>, format = DateTime)]
    pub assigned_at: Option<Timestamp>,
    /// When its mail is due, while it waits (S33).
    #[schema(value_type = Option<String>, format = DateTime)]
    pub announce_at: Option<Timestamp>,
    /// When the mail that tells of this assignment was handed over.
    #[schema(value_type = Option<String>, format = DateTime)]
    pub announced_at: Option<Timestamp>,
}

impl PortalPanel {
    fn of(task: &TaskRecord, around: &Surroundings) -> Self {
        let (assigned_at, waits_until, announced_at) = match task.state.portal {
            PortalState::Assigned { generation, assigned_at, is_announced } => (
                Some(assigned_at),
                task.announce_at.filter(|_| task.state.awaits_announcement(generation)),
                task.announced_at.filter(|_| is_announced),
            ),
            PortalState::NotAssigned | PortalState::Withdrawn { .. } => (None, None, None),
        };
        let mut recipients = around
            .contacts
            .iter()
            .map(|link| Recipient {
                id: link.contact_id,
                name: link.contact_name.to_string(),
                has_access: link.has_access,
            })
            .collect::<Vec<_>>();
        recipients.sort_by(|one, other| (&one.name, one.id).cmp(&(&other.name, other.id)));
        Self {
            client_portal_is_open: around.client.portal_is_open,
            recipients,
            assigned_at,
            announce_at: waits_until,
            announced_at,
        }
    }
}

/// The client of a task with its contacts, and the office: what is shown beside the task.
#[derive(Debug, Clone)]
pub(super) struct Surroundings {
    pub(super) client: ClientRecord,
    pub(super) contacts: Vec<ContactClientRecord>,
    office: OfficeRecord,
    now: Timestamp,
}

impl Surroundings {
    /// Reads them; `None` if the client is not there, or not for this scope.
    pub(super) async fn read(
        cx: &Context,
        session: &MemberSession,
        client: ClientId,
    ) -> Result<Option<Self>, StoreError> {
        let scope = &session.scope;
        let (client, contacts) = tokio::try_join!(
            Box::pin(clients::get(&cx.table, scope, client)),
            Box::pin(contacts::of_client(&cx.table, scope, client)),
        )?;
        Ok(client.map(|client| Self { client, contacts, office: session.office.clone(), now: cx.now() }))
    }
}

/// A task with everything that members see of it.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct Task {
    /// What lists show of it.
    #[serde(flatten)]
    pub summary: TaskSummary,
    /// What is to be done, in full.
    pub description: String,
    /// The checklist.
    pub checklist: Vec<ChecklistItem>,
    /// Whether contacts may tick the checklist (S37).
    pub client_may_tick: bool,
    /// Whether the client's done completes it (S43).
    pub auto_complete: bool,
    /// Since when.
    #[schema(value_type = String, format = DateTime)]
    pub created_at: Timestamp,
    /// Who completed it for the office.
    pub completed: Option<Mark>,
    /// Which contact said that it is done.
    pub done: Option<Mark>,
    /// The request that became it (S47).
    pub request_id: Option<RequestId>,
    /// How it stands in the portal.
    pub portal: PortalPanel,
    /// How it stands with its reminders (S62).
    pub reminders: TaskReminders,
    /// Where its files can be sent to be digitised; none while the office has that switched off (S60).
    pub digitisation_email: Option<String>,
    /// The thread, internal and portal, oldest first.
    pub messages: Vec<Message>,
    /// Its files, internal and portal, oldest first.
    pub files: Vec<File>,
    /// For `If-Match`.
    pub version: Version,
}

impl Task {
    /// A task as `viewer` sees it on the date `today`.
    pub(super) fn of(
        task: &TaskRecord,
        thread: &Thread,
        around: &Surroundings,
        viewer: Actor,
        today: Date,
    ) -> Self {
        let (messages, files) = office_thread(thread, viewer);
        let completed = match task.state.office {
            OfficeState::Completed { at, .. } => Some(Mark::new(task.completed_by_name.as_ref(), at)),
            OfficeState::Open => None,
        };
        Self {
            summary: TaskSummary::of(&task.entry(), today),
            description: task.description.to_string(),
            checklist: task.state.checklist.items().to_vec(),
            client_may_tick: task.state.client_may_tick,
            auto_complete: task.state.is_auto_complete,
            created_at: task.created_at,
            completed,
            done: done_mark(task),
            request_id: task.request_id,
            portal: PortalPanel::of(task, around),
            reminders: TaskReminders::of(task, &around.office, around.now),
            digitisation_email: digitisation_email(&around.client, &around.office),
            messages,
            files,
            version: task.v,
        }
    }
}
