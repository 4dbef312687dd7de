//! What a member was told in the app.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use sild_domain::{NotificationId, RequestId, TaskId, ThreadId};
use sild_store::{
    Page, PageRequest, TransactionError, members,
    notifications::{self, NotificationKind, NotificationRecord},
    sessions::MemberSession,
};
use utoipa::ToSchema;

use crate::{Conflict, Context, Failure, clients::Person};

/// How many notifications are marked in one transaction, beside the counter.
const MARKED_AT_ONCE: usize = 99;
/// How often it is tried again when another window marks the same ones.
const TRIES: usize = 3;

/// What a notification is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum NotificationKindView {
    /// A contact sent a request (S49).
    NewRequest,
    /// Somebody wrote in the portal.
    PortalMessage,
    /// A contact uploaded a file.
    ClientFile,
    /// A contact finished a task.
    ClientDone,
    /// Mail does not reach a contact any more.
    AddressBounced,
    /// Files that the actor ordered to be digitised were not sent (S61).
    DigitisationFailed,
}

/// One thing that a member was told.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct Notification {
    /// Its id.
    pub id: NotificationId,
    /// What it is about.
    pub kind: NotificationKindView,
    /// The task that it happened to, if it was one.
    pub task_id: Option<TaskId>,
    /// The request that it happened to, if it was one.
    pub request_id: Option<RequestId>,
    /// What the task or request was called; the client's name where it is about neither.
    pub title: String,
    /// Whose it is.
    pub client: Person,
    /// The name of who did it, or whom it happened to.
    pub actor: String,
    /// When.
    #[schema(value_type = String, format = DateTime)]
    pub at: Timestamp,
    /// Whether it was read.
    pub is_read: bool,
}

impl Notification {
    /// As members see it; `None` for what only contacts are told.
    fn of(notification: &NotificationRecord) -> Option<Self> {
        let kind = match notification.kind {
            NotificationKind::NewRequest => NotificationKindView::NewRequest,
            NotificationKind::PortalMessage => NotificationKindView::PortalMessage,
            NotificationKind::ClientFile => NotificationKindView::ClientFile,
            NotificationKind::ClientDone => NotificationKindView::ClientDone,
            NotificationKind::AddressBounced => NotificationKindView::AddressBounced,
            NotificationKind::DigitisationFailed => NotificationKindView::DigitisationFailed,
            NotificationKind::TaskWithdrawn => return None,
        };
        let title = notification.title.as_ref();
        Some(Self {
            id: notification.id,
            kind,
            task_id: notification.thread.and_then(ThreadId::task),
            request_id: notification.thread.and_then(ThreadId::request),
            title: title.map_or_else(|| notification.client_name.to_string(), ToString::to_string),
            client: Person::of_client(notification.client_id, &notification.client_name),
            actor: notification.actor.to_string(),
            at: notification.at,
            is_read: notification.is_read,
        })
    }
}

/// What the member was told, newest first. What concerns a client that they work with no more is left out, and so is what
/// they have switched off in the app: a page may hold fewer than asked for and still have a next one.
pub async fn list_notifications(
    cx: &Context,
    session: &MemberSession,
    request: &PageRequest,
) -> Result<Page<Notification>, Failure> {
    let page = notifications::list(&cx.table, &session.scope, session.member.id, request).await?;
    let items = page
        .items
        .iter()
        .filter(|notification| notification.is_in_app && is_theirs(session, notification))
        .filter_map(Notification::of)
        .collect();
    Ok(Page { items, next: page.next })
}

/// Requests are for fewer than tasks are (S46).
fn is_theirs(session: &MemberSession, notification: &NotificationRecord) -> bool {
    match notification.thread {
        Some(ThreadId::Task(_)) | None => session.scope.reaches(notification.client_id),
        Some(ThreadId::Request(_)) => session.scope.may_see_requests(notification.client_id),
    }
}

/// Marks a notification and all older ones as read. The member's counter falls by exactly those that this call marked.
pub async fn mark_notifications_read(
    cx: &Context,
    session: &MemberSession,
    up_to: NotificationId,
) -> Result<(), Failure> {
    let (scope, member) = (&session.scope, session.member.id);
    for _ in 0..TRIES {
        let unread = notifications::unread_until(&cx.table, scope, member, up_to).await?;
        if mark_all(cx, session, &unread).await? {
            return Ok(());
        }
    }
    Err(Conflict::Busy.into())
}

/// `false` if somebody else marked one of them meanwhile.
async fn mark_all(
    cx: &Context,
    session: &MemberSession,
    unread: &[NotificationRecord],
) -> Result<bool, Failure> {
    for some in unread.chunks(MARKED_AT_ONCE) {
        let mut transaction = cx.table.transaction();
        for notification in some {
            notifications::mark_read(&mut transaction, notification);
        }
        let marked = i64::try_from(some.len()).map_err(Failure::internal)?;
        members::count_unread(&mut transaction, &session.scope, session.member.id, -marked);
        match transaction.commit().await {
            Ok(()) => {}
            Err(TransactionError::Refused { label: "read_already", .. }) => return Ok(false),
            Err(error) => return Err(error.into()),
        }
    }
    Ok(true)
}
