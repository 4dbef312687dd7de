//! Declaring a file: what it will be, and the one upload that the bucket takes for it.

use serde::{Deserialize, Serialize};
use sild_domain::{ContentType, FileId, FileName, FileSize, ThreadId, Visibility};
use sild_store::{
    Actor, ClientScope,
    logins::{self, Limit},
    sessions::{ContactSession, MemberSession},
    threads::{Author, FileRecord, object_key},
    uploads::{self, UploadRecord},
};

use super::{Upload, object};
use crate::{
    Context, Creation, Failure,
    tasks::refused_by,
    threads::{Head, refusal_for_contact, require_for_contact},
};

/// What a new file will be.
#[derive(Debug, Clone)]
pub struct NewFile {
    /// What it is called where it comes from.
    pub name: FileName,
    /// Its size in bytes: 10 MiB at most, for members as for contacts (S34).
    pub size_bytes: FileSize,
    /// What it says it is.
    pub content_type: ContentType,
}

/// What a repeated declaration is answered from: its upload is signed anew, as a signature lasts minutes only.
#[derive(Debug, Serialize, Deserialize)]
struct Declared {
    file: FileRecord,
}

/// Declares a member's file of a task or a request.
pub async fn declare_file(
    cx: &Context,
    session: &MemberSession,
    thread: ThreadId,
    visibility: Visibility,
    new: NewFile,
    creation: &Creation,
) -> Result<Upload, Failure> {
    let scope = &session.scope;
    if let Err(closed) = Head::find(cx, scope, thread).await?.require_open() {
        let declared: Declared = creation.repeated_or(cx, session.office.id, scope.actor(), closed).await?;
        return object::upload(cx, &declared.file).await;
    }
    let author = Author::Member { id: session.member.id, name: session.member.name.clone() };
    let id = FileId::new(cx.now(), cx.random());
    let key = object_key(session.office.id, thread, id);
    let upload = UploadRecord::new(session.office.id, thread, file(cx, id, key, visibility, author, new));
    let mut transaction = cx.table.transaction();
    uploads::declare(&mut transaction, scope, &upload);
    let answer = Declared { file: upload.file };
    let declared = creation.commit(cx, session.office.id, scope.actor(), transaction, answer).await?;
    object::upload(cx, &declared.file).await
}

/// Declares a contact's file of a task that their client has, or of its request: one write, whose conditions are all that is asked.
pub async fn declare_portal_file(
    cx: &Context,
    session: &ContactSession,
    scope: ClientScope,
    thread: ThreadId,
    new: NewFile,
    creation: &Creation,
) -> Result<Upload, Failure> {
    let now = cx.now();
    let author = Author::Contact { id: scope.contact(), name: session.contact.name.clone() };
    let id = FileId::new(now, cx.random());
    let key = object_key(scope.office(), thread, id);
    let upload =
        UploadRecord::new(scope.office(), thread, file(cx, id, key, Visibility::Portal, author, new));
    let mut transaction = cx.table.transaction();
    // First, so that what they do not have is refused before they are counted.
    require_for_contact(&mut transaction, scope, thread);
    uploads::declare_for_contact(&mut transaction, scope, &upload);
    let limit = Limit {
        what: logins::counted_uploads(scope.office(), scope.contact()),
        per_hour: cx.config.rates.uploads_per_contact,
        label: "too_many_uploads",
    };
    logins::count(&mut transaction, &limit, now);
    let actor = Actor::Contact(scope.contact());
    let answer = Declared { file: upload.file };
    let declared = creation
        .commit_or(cx, scope.office(), actor, transaction, answer, |error| {
            let is_counted_out = refused_by(error, "too_many_uploads");
            refusal_for_contact(error, scope).or_else(|| is_counted_out.then(|| Failure::next_hour(now)))
        })
        .await?;
    object::upload(cx, &declared.file).await
}

fn file(
    cx: &Context,
    id: FileId,
    object_key: String,
    visibility: Visibility,
    author: Author,
    new: NewFile,
) -> FileRecord {
    FileRecord {
        id,
        visibility,
        name: new.name,
        size_bytes: new.size_bytes,
        content_type: new.content_type,
        author,
        at: cx.now(),
        object_key,
    }
}
