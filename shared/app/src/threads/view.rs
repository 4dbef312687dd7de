//! Messages and files as people see them.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use sild_domain::{FileId, MessageId, Visibility};
use sild_store::{
    Actor,
    digitisations::DigitisationRecord,
    threads::{self, FileRecord, MessageRecord, Thread},
};
use utoipa::ToSchema;

use crate::digitisation::FileDigitisation;

/// On which side somebody is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum AuthorKind {
    /// A person of the office.
    Member,
    /// A person of the client.
    Contact,
    /// The product itself.
    System,
}

/// Who wrote or uploaded something.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Author {
    /// On which side they are.
    pub kind: AuthorKind,
    /// Their name.
    pub name: String,
    /// Whether it is the person who asks.
    pub is_me: bool,
}

impl Author {
    pub(crate) fn of(author: &threads::Author, viewer: Actor) -> Self {
        match author {
            threads::Author::Member { id, name } => {
                Self { kind: AuthorKind::Member, name: name.to_string(), is_me: viewer == Actor::Member(*id) }
            }
            threads::Author::Contact { id, name } => Self {
                kind: AuthorKind::Contact,
                name: name.to_string(),
                is_me: viewer == Actor::Contact(*id),
            },
        }
    }
}

/// A message that office and client share.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct PortalMessage {
    /// Its id.
    pub id: MessageId,
    /// What it says.
    pub text: String,
    /// Who wrote it.
    pub author: Author,
    /// When.
    #[schema(value_type = String, format = DateTime)]
    pub at: Timestamp,
    /// The message that it answers.
    pub reply_to: Option<MessageId>,
    /// Files that came with it.
    pub file_ids: Vec<FileId>,
}

impl PortalMessage {
    /// A message as `viewer` sees it.
    #[must_use]
    pub fn of(message: &MessageRecord, viewer: Actor) -> Self {
        Self {
            id: message.id,
            text: message.text.to_string(),
            author: Author::of(&message.author, viewer),
            at: message.at,
            reply_to: message.reply_to,
            file_ids: message.file_ids.clone(),
        }
    }
}

/// A message as the office sees it.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct Message {
    /// What the client sees of it, if it sees it.
    #[serde(flatten)]
    pub message: PortalMessage,
    /// Whether the client sees it (S38).
    pub visibility: Visibility,
}

impl Message {
    /// A message as `viewer` sees it.
    #[must_use]
    pub fn of(message: &MessageRecord, viewer: Actor) -> Self {
        Self { message: PortalMessage::of(message, viewer), visibility: message.visibility }
    }
}

/// A file that office and client share.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct PortalFile {
    /// Its id.
    pub id: FileId,
    /// What it was called where it came from.
    pub name: String,
    /// Its size in bytes.
    pub size_bytes: u64,
    /// What it says it is.
    pub content_type: String,
    /// Who uploaded it.
    pub author: Author,
    /// When.
    #[schema(value_type = String, format = DateTime)]
    pub at: Timestamp,
    /// The message that it came with.
    pub message_id: Option<MessageId>,
}

impl PortalFile {
    /// A file as `viewer` sees it, which came with `message_id`.
    #[must_use]
    pub fn of(file: &FileRecord, message_id: Option<MessageId>, viewer: Actor) -> Self {
        Self {
            id: file.id,
            name: file.name.to_string(),
            size_bytes: file.size_bytes.bytes(),
            content_type: file.content_type.to_string(),
            author: Author::of(&file.author, viewer),
            at: file.at,
            message_id,
        }
    }
}

/// A file as the office sees it.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct File {
    /// What the client sees of it, if it sees it.
    #[serde(flatten)]
    pub file: PortalFile,
    /// Whether the client sees it.
    pub visibility: Visibility,
    /// What became of it if it was to be digitised (S61).
    pub digitisation: Option<FileDigitisation>,
}

impl File {
    /// A file as `viewer` sees it, which came with `message_id`.
    #[must_use]
    pub fn of(
        file: &FileRecord,
        message_id: Option<MessageId>,
        digitisation: Option<&DigitisationRecord>,
        viewer: Actor,
    ) -> Self {
        Self {
            file: PortalFile::of(file, message_id, viewer),
            visibility: file.visibility,
            digitisation: digitisation.map(FileDigitisation::of),
        }
    }

    /// A file of a thread as `viewer` sees it.
    pub(crate) fn in_thread(file: &FileRecord, thread: &Thread, viewer: Actor) -> Self {
        let digitisation = thread.digitisations.iter().find(|one| one.file_id == file.id);
        Self::of(file, came_with(file, thread), digitisation, viewer)
    }
}

/// A whole thread as a member sees it, oldest first.
pub(crate) fn office_thread(thread: &Thread, viewer: Actor) -> (Vec<Message>, Vec<File>) {
    let messages = thread.messages.iter().map(|message| Message::of(message, viewer)).collect();
    let files = thread.files.iter().map(|file| File::in_thread(file, thread, viewer)).collect();
    (messages, files)
}

/// The portal's part of a thread as a contact sees it, oldest first. The range that was read holds nothing internal;
/// should one ever slip in, it stops here.
pub(crate) fn portal_thread(thread: &Thread, viewer: Actor) -> (Vec<PortalMessage>, Vec<PortalFile>) {
    let messages = thread
        .messages
        .iter()
        .filter(|message| message.visibility.is_shown_to_contacts())
        .map(|message| PortalMessage::of(message, viewer))
        .collect();
    let files = thread
        .files
        .iter()
        .filter(|file| file.visibility.is_shown_to_contacts())
        .map(|file| PortalFile::of(file, came_with(file, thread), viewer))
        .collect();
    (messages, files)
}

/// The first message that names a file; both have the same visibility.
fn came_with(file: &FileRecord, thread: &Thread) -> Option<MessageId> {
    thread.messages.iter().find(|message| message.file_ids.contains(&file.id)).map(|message| message.id)
}
