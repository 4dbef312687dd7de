//! What a member was told in the app.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use sild_domain::{NotificationId, TaskId};
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
    /// Somebody wrote in the portal.
    PortalMessage,
    /// A contact uploaded a file.
    ClientFile,
    /// A contact finished a task.
    ClientDone,
}

/// One thing that a member was told.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct Notification {
    /// Its id.
    pub id: NotificationId,
    /// What it is about.
    pub kind: NotificationKindView,
    /// The task it happened to.
    pub task_id: TaskId,
    /// What the task was called.
    pub task_title: String,
    /// Whose task it is.
    pub client: Person,
    /// The name of who did it.
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
            NotificationKind::PortalMessage => NotificationKindView::PortalMessage,
            NotificationKind::ClientFile => NotificationKindView::ClientFile,
            NotificationKind::ClientDone => NotificationKindView::ClientDone,
            NotificationKind::TaskWithdrawn => return None,
        };
        Some(Self {
            id: notification.id,
            kind,
            task_id: notification.task_id,
            task_title: notification.task_title.to_string(),
            client: Person::of_client(notification.client_id, &notification.client_name),
            actor: notification.actor.to_string(),
            at: notification.at,
            is_read: notification.is_read,
        })
    }
}

/// What the member was told, newest first. What concerns a client that they work with no more is left out: a page may hold
/// fewer than asked for and still have a next one.
pub async fn list_notifications(
    cx: &Context,
    session: &MemberSession,
    request: &PageRequest,
) -> Result<Page<Notification>, Failure> {
    let page = notifications::list(&cx.table, &session.scope, session.member.id, request).await?;
    let items = page
        .items
        .iter()
        .filter(|notification| session.scope.reaches(notification.client_id))
        .filter_map(Notification::of)
        .collect();
    Ok(Page { items, next: page.next })
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
