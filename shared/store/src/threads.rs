//! Messages and files of a task or a request. What is internal sorts behind `X`, outside of everything that the portal reads
//! (S39).

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use sild_domain::{
    Body, ClientId, ContactId, ContentType, FileId, FileName, FileSize, MemberId, MessageId, OfficeId,
    PersonName, TaskId, ThreadId, Visibility,
};

use crate::{
    ClientScope, Item, OfficeScope, Record, StoreError, Table, Transaction, Update,
    digitisations::DigitisationRecord,
    files::{copied_file_keys, file_keys},
    key::{Key, Keys},
    record::{from_item, from_item_of_kind, kind},
    requests, tasks,
    uploads::{self, UploadRecord, upload_key},
};

/// Who wrote or uploaded something.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Author {
    /// A person of the office.
    Member {
        /// Who.
        id: MemberId,
        /// Copy of their name.
        name: PersonName,
    },
    /// A person of the client.
    Contact {
        /// Who.
        id: ContactId,
        /// Copy of their name.
        name: PersonName,
    },
}

/// A message of a thread.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct MessageRecord {
    /// Its id.
    pub id: MessageId,
    /// Who sees it.
    pub visibility: Visibility,
    /// What it says.
    pub text: Body,
    /// Who wrote it.
    pub author: Author,
    /// When.
    pub at: Timestamp,
    /// The message that it answers (S36).
    pub reply_to: Option<MessageId>,
    /// Files that came with it.
    pub file_ids: Vec<FileId>,
}

impl Record for MessageRecord {
    const ENT: &'static str = "message";
}

/// A file of a thread, stored and visible.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct FileRecord {
    /// Its id.
    pub id: FileId,
    /// Who sees it.
    pub visibility: Visibility,
    /// What it was called where it came from; never part of a key.
    pub name: FileName,
    /// Its size in bytes.
    pub size_bytes: FileSize,
    /// What it says it is; never rendered from our origin.
    pub content_type: ContentType,
    /// Who uploaded it.
    pub author: Author,
    /// When it was visible.
    pub at: Timestamp,
    /// Where the bucket has it.
    pub object_key: String,
}

impl Record for FileRecord {
    const ENT: &'static str = "file";
}

/// Messages and files of a thread, each oldest first.
#[derive(Debug, Clone, Default)]
pub struct Thread {
    /// Messages.
    pub messages: Vec<MessageRecord>,
    /// Files.
    pub files: Vec<FileRecord>,
    /// What became of those that were to be digitised, in no order; internal, so a contact's read holds none (S61).
    pub digitisations: Vec<DigitisationRecord>,
}

/// One entry of a thread.
#[derive(Debug, Clone)]
enum ThreadEntry {
    Message(MessageRecord),
    File(FileRecord),
    Digitisation(Box<DigitisationRecord>),
}

impl ThreadEntry {
    fn read(item: &Item) -> Result<Option<Self>, StoreError> {
        Ok(match kind(item) {
            MessageRecord::ENT => Some(Self::Message(from_item(item.clone())?)),
            FileRecord::ENT => Some(Self::File(from_item(item.clone())?)),
            DigitisationRecord::ENT => Some(Self::Digitisation(Box::new(from_item(item.clone())?))),
            _ => None,
        })
    }
}

impl Thread {
    /// Internal and portal entries come as two runs of the partition; ids are in order of time.
    fn push(&mut self, entry: ThreadEntry) {
        match entry {
            ThreadEntry::Message(message) => {
                let place = self.messages.partition_point(|other| other.id < message.id);
                self.messages.insert(place, message);
            }
            ThreadEntry::File(file) => {
                let place = self.files.partition_point(|other| other.id < file.id);
                self.files.insert(place, file);
            }
            ThreadEntry::Digitisation(digitisation) => self.digitisations.push(*digitisation),
        }
    }
}

/// What a thread belongs to and the thread, out of one partition.
pub(crate) fn head_and_thread<R: Record>(items: &[Item]) -> Result<Option<(R, Thread)>, StoreError> {
    let mut head = None;
    let mut thread = Thread::default();
    for item in items {
        if let Some(record) = from_item_of_kind::<R>(item)? {
            head = Some(record);
        } else if let Some(entry) = ThreadEntry::read(item)? {
            thread.push(entry);
        }
    }
    Ok(head.map(|head| (head, thread)))
}

/// Where a thread is, beside what it belongs to.
pub(crate) fn partition(office: &str, thread: ThreadId) -> String {
    match thread {
        ThreadId::Task(task) => tasks::partition(office, task),
        ThreadId::Request(request) => requests::partition(office, request),
    }
}

/// What a change of a task or a request adds to what happens to it apart from edits.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct ThreadActivity {
    /// It becomes unread for contacts again.
    pub is_news_for_client: bool,
    /// It shows news for members; `Some(false)` clears them.
    pub client_news: Option<bool>,
    /// Portal messages more.
    pub portal_messages: u32,
    /// Portal files more.
    pub portal_files: u32,
}

impl ThreadActivity {
    pub(crate) fn apply(self, update: Update) -> Update {
        let update = update
            .add("activity", i64::from(self.is_news_for_client))
            .add("portal_messages", i64::from(self.portal_messages))
            .add("portal_files", i64::from(self.portal_files));
        match self.client_news {
            Some(news) => update.set("has_client_news", news),
            None => update,
        }
    }
}

fn message_key(office: &str, thread: ThreadId, message: MessageId, visibility: Visibility) -> Key {
    let sk = match visibility {
        Visibility::Portal => format!("C#{}", message.key()),
        Visibility::Internal => format!("X#C#{}", message.key()),
    };
    Key::new(partition(office, thread), sk)
}

/// What a thread belongs to.
pub(crate) fn head_key(office: &str, thread: ThreadId) -> Key {
    Key::new(partition(office, thread), "A")
}

pub(crate) fn file_key(office: &str, thread: ThreadId, file: FileId, visibility: Visibility) -> Key {
    let sk = match visibility {
        Visibility::Portal => format!("F#{}", file.key()),
        Visibility::Internal => format!("X#F#{}", file.key()),
    };
    Key::new(partition(office, thread), sk)
}

/// Writes a message of a member.
pub fn add_message(
    transaction: &mut Transaction<'_>,
    scope: &OfficeScope,
    thread: ThreadId,
    message: &MessageRecord,
) {
    let key = message_key(&scope.partition(), thread, message.id, message.visibility);
    transaction.put_new("message_exists", &Keys::new(key), message);
}

/// Writes a file of a request of this client into the thread of its task; both name the same object of the bucket.
pub fn hand_on_file(
    transaction: &mut Transaction<'_>,
    scope: &OfficeScope,
    client: ClientId,
    task: TaskId,
    file: &FileRecord,
) {
    let keys = copied_file_keys(&scope.partition(), client, task.into(), file);
    transaction.put_new("file_exists", &keys, file);
}

/// Writes a message of a contact, which the portal always sees.
pub fn add_message_for_contact(
    transaction: &mut Transaction<'_>,
    scope: ClientScope,
    thread: ThreadId,
    message: &MessageRecord,
) {
    let key = message_key(&scope.partition(), thread, message.id, Visibility::Portal);
    transaction.put_new("message_exists", &Keys::new(key), message);
}

/// Only if the message is in the thread for a contact, for whom what is internal is not there. Refused as `message_gone`.
pub fn require_message_for_contact(
    transaction: &mut Transaction<'_>,
    scope: ClientScope,
    thread: ThreadId,
    message: MessageId,
) {
    let key = message_key(&scope.partition(), thread, message, Visibility::Portal);
    transaction.check("message_gone", Update::new(&key).when_exists());
}

/// Which visibility a message of a thread has; `None` if there is no such message.
///
/// # Errors
/// [`StoreError`]
pub async fn find_message(
    table: &Table,
    scope: &OfficeScope,
    thread: ThreadId,
    message: MessageId,
) -> Result<Option<Visibility>, StoreError> {
    let office = scope.partition();
    let [portal_at, internal_at] = [Visibility::Portal, Visibility::Internal]
        .map(|visibility| message_key(&office, thread, message, visibility));
    let (portal, internal) =
        tokio::try_join!(table.get::<MessageRecord>(&portal_at), table.get::<MessageRecord>(&internal_at))?;
    Ok(portal.or(internal).map(|message| message.visibility))
}

/// Only if a file of this visibility is in the thread. Refused as `file_gone`.
pub fn require_file(
    transaction: &mut Transaction<'_>,
    scope: &OfficeScope,
    thread: ThreadId,
    file: FileId,
    visibility: Visibility,
) {
    let key = file_key(&scope.partition(), thread, file, visibility);
    transaction.check("file_gone", Update::new(&key).when_exists());
}

/// As [`require_file`], for a contact: what is internal is not there.
pub fn require_file_for_contact(
    transaction: &mut Transaction<'_>,
    scope: ClientScope,
    thread: ThreadId,
    file: FileId,
) {
    let key = file_key(&scope.partition(), thread, file, Visibility::Portal);
    transaction.check("file_gone", Update::new(&key).when_exists());
}

/// Where the bucket has a file: made by the server out of ids, never of a name.
#[must_use]
pub fn object_key(office: OfficeId, thread: ThreadId, file: FileId) -> String {
    let what = match thread {
        ThreadId::Task(task) => format!("t/{}", task.key()),
        ThreadId::Request(request) => format!("r/{}", request.key()),
    };
    format!("o/{}/{what}/{}", office.key(), file.key())
}

/// Reads what was declared, and what was completed already, under a file's id.
#[derive(Debug, Clone)]
pub enum FileStage {
    /// Declared, not completed.
    Declared(UploadRecord),
    /// Stored and visible.
    Stored(FileRecord),
}

/// Reads a file in either stage, whatever its visibility.
///
/// # Errors
/// [`StoreError`]
pub async fn find_file(
    table: &Table,
    scope: &OfficeScope,
    thread: ThreadId,
    file: FileId,
) -> Result<Option<FileStage>, StoreError> {
    let office = scope.partition();
    let (upload_at, portal_at, internal_at) = (
        upload_key(&office, thread, file),
        file_key(&office, thread, file, Visibility::Portal),
        file_key(&office, thread, file, Visibility::Internal),
    );
    let (upload, portal, internal) = tokio::try_join!(
        table.get::<UploadRecord>(&upload_at),
        table.get::<FileRecord>(&portal_at),
        table.get::<FileRecord>(&internal_at),
    )?;
    Ok(stage(portal.or(internal), upload))
}

/// Reads a portal file in either stage: for contacts. An internal one does not exist for them.
///
/// # Errors
/// [`StoreError`]
pub async fn find_file_for_contact(
    table: &Table,
    scope: ClientScope,
    thread: ThreadId,
    file: FileId,
) -> Result<Option<FileStage>, StoreError> {
    let office = scope.partition();
    let (upload_at, portal_at) =
        (upload_key(&office, thread, file), file_key(&office, thread, file, Visibility::Portal));
    let (upload, portal) =
        tokio::try_join!(table.get::<UploadRecord>(&upload_at), table.get::<FileRecord>(&portal_at),)?;
    let upload = upload.filter(|upload| upload.file.visibility == Visibility::Portal);
    Ok(stage(portal, upload))
}

/// An upload that is being swept away is none any more.
fn stage(stored: Option<FileRecord>, upload: Option<UploadRecord>) -> Option<FileStage> {
    let upload = upload.filter(|upload| upload.abandoned_at.is_none());
    stored.map(FileStage::Stored).or_else(|| upload.map(FileStage::Declared))
}

/// Makes a declared file of this client visible: the declaration goes, the file comes. Refused as `file_gone` if it is not
/// declared.
pub fn complete_file(
    transaction: &mut Transaction<'_>,
    scope: &OfficeScope,
    client: ClientId,
    thread: ThreadId,
    file: &FileRecord,
) {
    make_visible(transaction, &scope.partition(), client, thread, file);
}

/// As [`complete_file`], for a contact.
pub fn complete_file_for_contact(
    transaction: &mut Transaction<'_>,
    scope: ClientScope,
    thread: ThreadId,
    file: &FileRecord,
) {
    make_visible(transaction, &scope.partition(), scope.client(), thread, file);
}

fn make_visible(
    transaction: &mut Transaction<'_>,
    office: &str,
    client: ClientId,
    thread: ThreadId,
    file: &FileRecord,
) {
    uploads::take(transaction, office, thread, file.id);
    transaction.put_new("file_exists", &file_keys(office, client, thread, file), file);
}
