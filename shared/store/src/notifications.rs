//! What a person is told: in the app, and by a mail that joins what happened close together.

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use sild_domain::{
    ClientId, CompanyName, ContactId, MemberId, NotificationId, OfficeId, PersonName, ThreadId, Title, Topic,
};

use crate::{
    OfficeScope, Page, PageRequest, Record, StoreError, Table, Transaction, Update,
    contacts::contact_partition,
    key::{Index, Key, Keys, shard_of},
    members::member_partition,
    record::from_item,
    scope::office_partition,
};

/// For how long a job may hold a notification before another one takes it.
const LEASE: SignedDuration = SignedDuration::from_mins(2);

/// Who is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(tag = "kind", content = "id", rename_all = "snake_case")]
pub enum Recipient {
    /// A person of the office.
    Member(MemberId),
    /// A person of a client.
    Contact(ContactId),
}

impl Recipient {
    pub(crate) fn partition(self, office: OfficeId) -> String {
        match self {
            Self::Member(id) => member_partition(office, id),
            Self::Contact(id) => contact_partition(office, id),
        }
    }

    /// The recipient as part of a name: letters and digits only, distinct between kinds.
    #[must_use]
    pub fn name(self) -> String {
        match self {
            Self::Member(id) => format!("m{}", id.key()),
            Self::Contact(id) => format!("p{}", id.key()),
        }
    }

    /// Reads what [`name`](Self::name) wrote.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        match name.split_at_checked(1)? {
            ("m", key) => MemberId::from_key(key).ok().map(Self::Member),
            ("p", key) => ContactId::from_key(key).ok().map(Self::Contact),
            _ => None,
        }
    }
}

/// What it is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NotificationKind {
    /// A contact sent a request.
    NewRequest,
    /// Somebody wrote in the portal.
    PortalMessage,
    /// A contact uploaded a file.
    ClientFile,
    /// A contact finished a task.
    ClientDone,
    /// A task was taken back.
    TaskWithdrawn,
    /// Mail does not reach a contact any more; told in the app only.
    AddressBounced,
    /// Files that a member ordered to be digitised were not sent; told in the app only.
    DigitisationFailed,
}

impl NotificationKind {
    /// What somebody who does not want to be told of it switches off; `None` where nobody can.
    #[must_use]
    pub const fn topic(self) -> Option<Topic> {
        match self {
            Self::NewRequest => Some(Topic::NewRequest),
            Self::PortalMessage => Some(Topic::PortalMessage),
            Self::ClientFile => Some(Topic::ClientFile),
            Self::ClientDone => Some(Topic::ClientDone),
            Self::TaskWithdrawn => Some(Topic::TaskWithdrawn),
            Self::AddressBounced | Self::DigitisationFailed => None,
        }
    }
}

const fn yes() -> bool {
    true
}

/// One thing that one person is told.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct NotificationRecord {
    /// Its id, which what happened and the recipient determine: told again, it is the same.
    pub id: NotificationId,
    /// The office.
    pub office_id: OfficeId,
    /// Who is told.
    pub recipient: Recipient,
    /// Of what.
    pub kind: NotificationKind,
    /// The task or request that it is about; none where it is about the client itself.
    #[serde(flatten)]
    pub thread: Option<ThreadId>,
    /// Copy of what that is called.
    #[serde(default, alias = "task_title")]
    pub title: Option<Title>,
    /// The client it is about.
    pub client_id: ClientId,
    /// Copy of its name.
    pub client_name: CompanyName,
    /// The name of who did it.
    pub actor: PersonName,
    /// Who that is.
    #[serde(default)]
    pub actor_is: Option<Recipient>,
    /// When it happened.
    pub at: Timestamp,
    /// Whether it is shown in the app; where that is switched off, it only waits for its mail.
    #[serde(default = "yes")]
    pub is_in_app: bool,
    /// Whether it was seen in the app.
    pub is_read: bool,
    /// When its mail is due, while it waits: a whole minute. `None` where no mail goes out, or has gone.
    pub mail_at: Option<Timestamp>,
    /// Until when a job holds it.
    pub leased_until: Option<Timestamp>,
    /// When the table may forget it: Unix seconds.
    pub ttl: i64,
}

impl Record for NotificationRecord {
    const ENT: &'static str = "notification";
}

fn notification_key(office: OfficeId, recipient: Recipient, id: NotificationId) -> Key {
    Key::new(recipient.partition(office), format!("Z#N#{}", id.key()))
}

fn notification_keys(notification: &NotificationRecord) -> Keys {
    let keys = Keys::new(notification_key(notification.office_id, notification.recipient, notification.id));
    let Some(mail_at) = notification.mail_at else { return keys };
    let id = notification.id.key();
    let shard = shard_of(&id);
    keys.indexed(
        Index::Gsi1,
        waiting_pk(notification.office_id, notification.recipient),
        format!("{mail_at}#{id}"),
    )
    .indexed(Index::Gsi2, format!("DUE#D#{shard}"), format!("{mail_at}#{id}"))
}

fn waiting_pk(office: OfficeId, recipient: Recipient) -> String {
    format!("{}#D#{}", office_partition(office), recipient.name())
}

/// Writes a notification that was not written before. Refused as `told_already`.
pub fn create(transaction: &mut Transaction<'_>, notification: &NotificationRecord) {
    transaction.put_new("told_already", &notification_keys(notification), notification);
}

/// What a member was told, newest first; what is not shown in the app is among it.
///
/// # Errors
/// [`StoreError`]
pub async fn list(
    table: &Table,
    scope: &OfficeScope,
    member: MemberId,
    request: &PageRequest,
) -> Result<Page<NotificationRecord>, StoreError> {
    let partition = member_partition(scope.office(), member);
    let page = table
        .query(partition.clone())
        .begins_with("Z#N#")
        .newest_first()
        .page(request, |sk| Key::new(&partition, sk))
        .await?;
    let items = page.items.into_iter().map(from_item).collect::<Result<_, _>>()?;
    Ok(Page { items, next: page.next })
}

/// The unread ones that are shown in the app up to and including an id, oldest first.
///
/// # Errors
/// [`StoreError`]
pub async fn unread_until(
    table: &Table,
    scope: &OfficeScope,
    member: MemberId,
    until: NotificationId,
) -> Result<Vec<NotificationRecord>, StoreError> {
    let items = table
        .query(member_partition(scope.office(), member))
        .between("Z#N#", format!("Z#N#{}", until.key()))
        .all()
        .await?;
    let all = items.into_iter().map(from_item::<NotificationRecord>).collect::<Result<Vec<_>, _>>()?;
    Ok(all.into_iter().filter(|one| one.is_in_app && !one.is_read).collect())
}

/// Marks a notification as read, if it is not yet. Refused as `read_already`.
pub fn mark_read(transaction: &mut Transaction<'_>, notification: &NotificationRecord) {
    let key = notification_key(notification.office_id, notification.recipient, notification.id);
    transaction.update("read_already", Update::new(&key).set("is_read", true).when_equal("is_read", false));
}

/// What waits to be mailed to a person by `until`.
///
/// # Errors
/// [`StoreError`]
pub async fn waiting_for_mail(
    table: &Table,
    office: OfficeId,
    recipient: Recipient,
    until: Timestamp,
) -> Result<Vec<NotificationRecord>, StoreError> {
    let items = table
        .query_index(Index::Gsi1, waiting_pk(office, recipient))
        .between("0", format!("{until}#~"))
        .all()
        .await?;
    items.into_iter().map(from_item).collect()
}

/// What of a shard waited for its mail before `before` and still does.
///
/// # Errors
/// [`StoreError`]
pub async fn overdue(
    table: &Table,
    shard: u8,
    before: Timestamp,
    limit: u16,
) -> Result<Vec<NotificationRecord>, StoreError> {
    table.overdue("DUE#D", shard, before, limit).await
}

/// Takes a notification for a while: it as it is now, or `None` if it was mailed or another job holds it.
///
/// # Errors
/// [`StoreError`]
pub async fn claim(
    table: &Table,
    notification: &NotificationRecord,
    now: Timestamp,
) -> Result<Option<NotificationRecord>, StoreError> {
    let until = now.checked_add(LEASE).unwrap_or(Timestamp::MAX);
    let key = notification_key(notification.office_id, notification.recipient, notification.id);
    let update = Update::new(&key)
        .set("leased_until", until)
        .when_has("mail_at")
        .when_absent_or_below("leased_until", now);
    table.update(update).await?.map(from_item).transpose()
}

/// Lets a claimed notification go, so that a retry can take it at once.
///
/// # Errors
/// [`StoreError`]
pub async fn release(table: &Table, notification: &NotificationRecord) -> Result<(), StoreError> {
    let key = notification_key(notification.office_id, notification.recipient, notification.id);
    table.update(Update::new(&key).remove("leased_until").when_exists()).await.map(|_| ())
}

/// Ends the waiting of a notification: its mail left, or none is to.
///
/// # Errors
/// [`StoreError`]
pub async fn finish_mail(table: &Table, notification: &NotificationRecord) -> Result<(), StoreError> {
    let key = notification_key(notification.office_id, notification.recipient, notification.id);
    let update = [Index::Gsi1, Index::Gsi2]
        .into_iter()
        .flat_map(|index| [index.pk(), index.sk()])
        .chain(["mail_at", "leased_until"])
        .fold(Update::new(&key).when_exists(), Update::remove);
    table.update(update).await.map(|_| ())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_of_a_recipient_can_be_read_back() {
        let member = Recipient::Member(MemberId::new(Timestamp::UNIX_EPOCH, [1; 10]));
        let contact = Recipient::Contact(ContactId::new(Timestamp::UNIX_EPOCH, [1; 10]));
        assert_ne!(member.name(), contact.name());
        for who in [member, contact] {
            assert_eq!(Recipient::from_name(&who.name()), Some(who));
        }
        for bad in ["", "m", "x01jnb000000000000000000000", "01jnb000000000000000000000", "ä1"] {
            assert_eq!(Recipient::from_name(bad), None, "{bad}");
        }
    }
}
