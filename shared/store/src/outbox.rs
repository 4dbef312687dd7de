//! The outbox: every effect outside the table is a row here, written in the transaction that wants it.
//!
//! The table's stream hands the rows to `relay_outbox` and `send_mail`; a row is deleted once its effect has happened, and
//! `sweep_outbox` finds by the shards what was left.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use sild_domain::{
    BulkOpeningId, BulkTaskId, ClientId, ContactId, DigitisationId, Email, ExportId, FileId, ImportId,
    MemberId, OfficeId, OutboxId, RequestId, SeriesId, TaskId, ThreadId, TraceId,
};

use crate::{
    Record, StoreError, Table, Transaction, acting,
    holdings::PersonId,
    key::{Index, Key, Keys, shard_of},
    record::from_item,
    scope::office_partition,
};

mod happening;

pub use happening::{Happening, SignUp};

/// Which job carries an effect out: the stream's mappings filter by it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Channel {
    /// `send_mail`: one mail to one address.
    Mail,
    /// `relay_outbox`: everything else.
    Relay,
}

/// One effect.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Effect {
    /// Mail the link that makes an office, or a login link where the address has one.
    SendSignUpLink {
        /// What was given.
        sign_up: SignUp,
        /// SHA-256 of the nonce of the browser that asked, in hex: the typed code works only there.
        browser: String,
    },
    /// Mail a login link to a member, if the address is one.
    SendOfficeLogin {
        /// The address as typed.
        email: Email,
        /// Where the link leads, a path of the office app.
        target: Option<String>,
        /// As above.
        browser: String,
    },
    /// Mail a login link to a contact, if the address is one with access.
    SendPortalLogin {
        /// Whose portal.
        office_id: OfficeId,
        /// The address as typed.
        email: Email,
        /// Where the link leads, a path of the portal.
        target: Option<String>,
        /// As above.
        browser: String,
    },
    /// Mail a new link to who got the link of this hash.
    RenewLogin {
        /// SHA-256 of the old link's token, in hex.
        link_hash: String,
        /// As above.
        browser: String,
    },
    /// Invite a contact to the portal of a client (S17).
    SendInvitation {
        /// Whose portal.
        office_id: OfficeId,
        /// For which client.
        client_id: ClientId,
        /// Whom.
        contact_id: ContactId,
    },
    /// Invite a member to the office (S64).
    SendMemberInvitation {
        /// Which office.
        office_id: OfficeId,
        /// Whom.
        member_id: MemberId,
        /// Who invites them.
        invited_by: MemberId,
    },
    /// Mail a link to the address that a contact wants, if this row still is their last word (S55).
    SendEmailConfirmation {
        /// Whose portal.
        office_id: OfficeId,
        /// Who.
        contact_id: ContactId,
    },
    /// Tell the address that a contact had that another one counts from now on (S55).
    SendEmailChanged {
        /// Whose portal.
        office_id: OfficeId,
        /// Who.
        contact_id: ContactId,
        /// The address that they had.
        email: Email,
        /// The new one, masked.
        masked: String,
        /// Since when.
        at: Timestamp,
    },
    /// Arm the schedule that announces what is due for a client in one minute (S33).
    ArmAnnouncement {
        /// The office.
        office_id: OfficeId,
        /// Whose contacts are told.
        client_id: ClientId,
        /// A whole minute.
        fire_at: Timestamp,
    },
    /// Arm the office's daily schedule (S41).
    ArmOffice {
        /// The office.
        office_id: OfficeId,
    },
    /// Create what a series owes by now.
    GenerateSeries {
        /// The office.
        office_id: OfficeId,
        /// The series.
        series_id: SeriesId,
    },
    /// Tell the people whom it concerns.
    Notify {
        /// The office.
        office_id: OfficeId,
        /// The thread that it happened in.
        #[serde(flatten)]
        thread: ThreadId,
        /// What happened.
        happening: Happening,
    },
    /// Open the next clients of a bulk opening (S16).
    OpenClients {
        /// The office.
        office_id: OfficeId,
        /// Which bulk opening.
        bulk_opening_id: BulkOpeningId,
        /// How many of its clients are done.
        done: u32,
    },
    /// Give the next clients of a bulk task theirs.
    MakeTasks {
        /// The office.
        office_id: OfficeId,
        /// Which bulk task.
        bulk_task_id: BulkTaskId,
        /// How many of its clients are done.
        done: u32,
    },
    /// Work out the earliest due date of a client's open tasks again.
    RefreshEarliestDue {
        /// The office.
        office_id: OfficeId,
        /// The client.
        client_id: ClientId,
        /// The task that changed, which an index may not show yet.
        task_id: TaskId,
    },
    /// Copy the name of a client that was renamed to everything that shows it.
    CopyClientName {
        /// The office.
        office_id: OfficeId,
        /// The client.
        client_id: ClientId,
    },
    /// Copy what is left of a long thread from a request into the task that it became (S47).
    CopyThread {
        /// The office.
        office_id: OfficeId,
        /// The request.
        request_id: RequestId,
        /// The task.
        task_id: TaskId,
    },
    /// Arm the check of a picture or a welcome video that has arrived.
    CheckMedia {
        /// The office.
        office_id: OfficeId,
        /// The upload.
        upload_id: FileId,
    },
    /// Delete objects that nothing names any more.
    ForgetObjects {
        /// Whose they were.
        office_id: OfficeId,
        /// Where the bucket has them.
        keys: Vec<String>,
    },
    /// Bring the words by which clients are found up to date with a contact who was renamed.
    CopyContactName {
        /// The office.
        office_id: OfficeId,
        /// The contact.
        contact_id: ContactId,
    },
    /// Bring the places of a client in lists up to date.
    RelistClient {
        /// The office.
        office_id: OfficeId,
        /// The client.
        client_id: ClientId,
    },
    /// Bring the places of a contact's clients in lists up to date after they have logged in.
    RelistClientsOf {
        /// The office.
        office_id: OfficeId,
        /// The contact.
        contact_id: ContactId,
    },
    /// Let everything follow a client that was archived or brought back: its words, its series, its places in lists.
    FollowArchiving {
        /// The office.
        office_id: OfficeId,
        /// The client.
        client_id: ClientId,
    },
    /// Look through a table of clients before it is read in.
    PreviewImport {
        /// The office.
        office_id: OfficeId,
        /// Which table.
        import_id: ImportId,
        /// Of which request.
        revision: u32,
    },
    /// Write the next rows of a table of clients.
    ImportRows {
        /// The office.
        office_id: OfficeId,
        /// Which table.
        import_id: ImportId,
        /// How many of its rows are done.
        done: u32,
    },
    /// Write the table of clients and contacts that somebody asked for.
    ExportClients {
        /// The office.
        office_id: OfficeId,
        /// Which one.
        export_id: ExportId,
    },
    /// Copy the name of a member who was renamed to everything that shows it.
    CopyMemberName {
        /// The office.
        office_id: OfficeId,
        /// The member.
        member_id: MemberId,
    },
    /// Give the next part of what a deactivated member worked on to somebody else (S64).
    HandOverWork {
        /// The office.
        office_id: OfficeId,
        /// Who was deactivated.
        member_id: MemberId,
        /// Who takes it on; the owner where nobody is named or they left as well.
        to: Option<MemberId>,
    },
    /// Remind one contact of tasks of their client (S62).
    SendReminder {
        /// Whose portal.
        office_id: OfficeId,
        /// Of which client.
        client_id: ClientId,
        /// Whom.
        contact_id: ContactId,
        /// Of which tasks; those that do not wait any more by then are passed over.
        task_ids: Vec<TaskId>,
    },
    /// Find out whom a reminder goes to that a member asked for (S62).
    RemindNow {
        /// The office.
        office_id: OfficeId,
        /// Of which task.
        task_id: TaskId,
        /// When they asked, by which it happens once.
        asked_at: Timestamp,
    },
    /// Bring the next part of what waits for reminders up to date with the office's settings.
    FollowReminderRule {
        /// The office.
        office_id: OfficeId,
        /// Behind which place of the list.
        after: Option<String>,
    },
    /// Arm the job that sends files to be digitised (S61).
    SendDigitisation {
        /// The office.
        office_id: OfficeId,
        /// Whose files.
        task_id: TaskId,
        /// Which order.
        digitisation_id: DigitisationId,
    },
    /// Tell who answers for a contact's clients that mail does not reach them any more.
    TellOfUnreachable {
        /// The office.
        office_id: OfficeId,
        /// Who is not reached.
        contact_id: ContactId,
    },
    /// Add an admin who became a plain member to the clients of their open tasks.
    KeepInReach {
        /// The office.
        office_id: OfficeId,
        /// Who.
        member_id: MemberId,
    },
}

impl Effect {
    const fn channel(&self) -> Channel {
        match self {
            Self::SendSignUpLink { .. }
            | Self::SendOfficeLogin { .. }
            | Self::SendPortalLogin { .. }
            | Self::RenewLogin { .. }
            | Self::SendInvitation { .. }
            | Self::SendMemberInvitation { .. }
            | Self::SendReminder { .. }
            | Self::SendEmailConfirmation { .. }
            | Self::SendEmailChanged { .. } => Channel::Mail,
            Self::ArmAnnouncement { .. }
            | Self::ArmOffice { .. }
            | Self::GenerateSeries { .. }
            | Self::Notify { .. }
            | Self::OpenClients { .. }
            | Self::MakeTasks { .. }
            | Self::RefreshEarliestDue { .. }
            | Self::CopyClientName { .. }
            | Self::CopyThread { .. }
            | Self::CheckMedia { .. }
            | Self::ForgetObjects { .. }
            | Self::CopyContactName { .. }
            | Self::CopyMemberName { .. }
            | Self::HandOverWork { .. }
            | Self::FollowArchiving { .. }
            | Self::ExportClients { .. }
            | Self::ImportRows { .. }
            | Self::PreviewImport { .. }
            | Self::RelistClientsOf { .. }
            | Self::RelistClient { .. }
            | Self::RemindNow { .. }
            | Self::FollowReminderRule { .. }
            | Self::SendDigitisation { .. }
            | Self::TellOfUnreachable { .. }
            | Self::KeepInReach { .. } => Channel::Relay,
        }
    }

    /// The office it is for; none while there is no office yet, or while it is not known.
    #[must_use]
    pub const fn office(&self) -> Option<OfficeId> {
        match self {
            Self::SendSignUpLink { .. } | Self::SendOfficeLogin { .. } | Self::RenewLogin { .. } => None,
            Self::SendPortalLogin { office_id, .. }
            | Self::SendInvitation { office_id, .. }
            | Self::SendMemberInvitation { office_id, .. }
            | Self::SendEmailConfirmation { office_id, .. }
            | Self::SendEmailChanged { office_id, .. }
            | Self::ArmAnnouncement { office_id, .. }
            | Self::ArmOffice { office_id }
            | Self::GenerateSeries { office_id, .. }
            | Self::Notify { office_id, .. }
            | Self::OpenClients { office_id, .. }
            | Self::MakeTasks { office_id, .. }
            | Self::RefreshEarliestDue { office_id, .. }
            | Self::CopyClientName { office_id, .. }
            | Self::CopyThread { office_id, .. }
            | Self::CheckMedia { office_id, .. }
            | Self::ForgetObjects { office_id, .. }
            | Self::CopyContactName { office_id, .. }
            | Self::CopyMemberName { office_id, .. }
            | Self::HandOverWork { office_id, .. }
            | Self::FollowArchiving { office_id, .. }
            | Self::ExportClients { office_id, .. }
            | Self::ImportRows { office_id, .. }
            | Self::PreviewImport { office_id, .. }
            | Self::RelistClientsOf { office_id, .. }
            | Self::RelistClient { office_id, .. }
            | Self::SendReminder { office_id, .. }
            | Self::RemindNow { office_id, .. }
            | Self::FollowReminderRule { office_id, .. }
            | Self::SendDigitisation { office_id, .. }
            | Self::TellOfUnreachable { office_id, .. }
            | Self::KeepInReach { office_id, .. } => Some(*office_id),
        }
    }
}

/// A row of the outbox.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct OutboxRecord {
    /// Its id: rows are in order of time.
    pub id: OutboxId,
    /// Which job takes it.
    pub channel: Channel,
    /// What is to happen.
    pub effect: Effect,
    /// Written at.
    pub created_at: Timestamp,
    /// The request or the event that wrote it; rows of before traces have none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub trace: Option<TraceId>,
    /// Whose act wants it: what comes of it is theirs too. Nobody's where a job wanted it by itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<PersonId>,
}

impl Record for OutboxRecord {
    const ENT: &'static str = "outbox";
}

impl OutboxRecord {
    /// A row for an effect of the current act.
    #[must_use]
    pub fn new(id: OutboxId, effect: Effect, created_at: Timestamp, trace: Option<TraceId>) -> Self {
        Self { id, channel: effect.channel(), effect, created_at, trace, by: acting::current() }
    }

    fn keys(&self) -> Keys {
        let pk = partition(self.effect.office());
        let id = self.id.key();
        let shard = shard_of(&id);
        Keys::new(Key::new(pk, &id)).indexed(Index::Gsi1, format!("OUT#{shard}"), &id)
    }
}

/// Where the rows of an office are, or of no office in particular.
pub(crate) fn partition(office: Option<OfficeId>) -> String {
    office.map_or_else(|| "OUT".to_owned(), |office| format!("{}#OUT", office_partition(office)))
}

/// Adds an effect to a transaction.
pub fn add(transaction: &mut Transaction<'_>, row: &OutboxRecord) {
    transaction.put_new("outbox_exists", &row.keys(), row);
}

/// Writes an effect by itself: for jobs.
///
/// # Errors
/// [`StoreError`]
pub async fn put(table: &Table, row: &OutboxRecord) -> Result<(), StoreError> {
    table.put(&row.keys(), row).await
}

/// Removes a row whose effect has happened, in the transaction of its last step.
pub fn settle(transaction: &mut Transaction<'_>, row: &OutboxRecord) {
    transaction.delete(&row.keys().primary);
}

/// Removes a row whose effect has happened.
///
/// # Errors
/// [`StoreError`]
pub async fn done(table: &Table, row: &OutboxRecord) -> Result<(), StoreError> {
    table.delete(&row.keys().primary).await
}

/// Whether the row still waits: a stream may deliver it again after it was done.
///
/// # Errors
/// [`StoreError`]
pub async fn is_waiting(table: &Table, row: &OutboxRecord) -> Result<bool, StoreError> {
    table.get_item(&row.keys().primary).await.map(|item| item.is_some())
}

/// The oldest rows of a shard whose id is below `before`: what the stream has not brought to an end.
///
/// # Errors
/// [`StoreError`]
pub async fn waiting(
    table: &Table,
    shard: u8,
    before: OutboxId,
    limit: u16,
) -> Result<Vec<OutboxRecord>, StoreError> {
    let items =
        table.query_index(Index::Gsi1, format!("OUT#{shard}")).between("0", before.key()).top(limit).await?;
    items.into_iter().map(from_item).collect()
}

/// Reads a row out of a stream record's new image.
///
/// # Errors
/// [`StoreError::Shape`] when it is no outbox row.
pub fn from_image(image: crate::Item) -> Result<OutboxRecord, StoreError> {
    from_item(image)
}
