//! Completing a file: what arrived is what was declared, and from now on it is seen.

use sild_domain::{FileId, ThreadId};
use sild_store::{
    Actor, ClientScope,
    outbox::{self, Effect, Happening},
    sessions::{ContactSession, MemberSession},
    threads::{self, Author, FileRecord, FileStage, ThreadActivity, object_key},
};

use super::object::{self, Arrived};
use crate::{
    Conflict, Context, Failure,
    tasks::refused_by,
    threads::{File, Head, PortalFile, exists_for_contact, note_for_contact, refusal_for_contact},
};

/// Makes a member's file visible. A repeat gives the same answer.
pub async fn complete_file(
    cx: &Context,
    session: &MemberSession,
    thread: ThreadId,
    file: FileId,
) -> Result<File, Failure> {
    let scope = &session.scope;
    let key = object_key(session.office.id, thread, file);
    let stage = async { Ok(threads::find_file(&cx.table, scope, thread, file).await?) };
    let (head, stage, arrived) =
        tokio::try_join!(Head::find(cx, scope, thread), stage, object::head(cx, &key))?;
    let stored = match next(stage, scope.actor(), arrived.as_ref())? {
        Next::Answer(stored) => stored,
        Next::Store(declared) => {
            head.require_open()?;
            let stored = FileRecord { at: cx.now(), ..declared };
            let mut transaction = cx.table.transaction();
            threads::complete_file(&mut transaction, scope, head.client(), thread, &stored);
            if stored.visibility.is_shown_to_contacts() {
                head.note_portal_file(&mut transaction, scope);
            }
            match transaction.commit().await {
                Ok(()) => stored,
                Err(error) if refused_by(&error, "file_gone") => {
                    completed(Box::pin(threads::find_file(&cx.table, scope, thread, file)).await?)?
                }
                Err(error) => return Err(error.into()),
            }
        }
    };
    Ok(File::of(&stored, None, None, scope.actor()))
}

/// Makes a contact's file visible to their client and the office, which is told (S50). A repeat gives the same answer.
pub async fn complete_portal_file(
    cx: &Context,
    session: &ContactSession,
    scope: ClientScope,
    thread: ThreadId,
    file: FileId,
) -> Result<PortalFile, Failure> {
    let actor = Actor::Contact(session.contact.id);
    let key = object_key(scope.office(), thread, file);
    let stage = async { Ok(threads::find_file_for_contact(&cx.table, scope, thread, file).await?) };
    let ((), stage, arrived) =
        tokio::try_join!(exists_for_contact(cx, scope, thread), stage, object::head(cx, &key))?;
    let stored = match next(stage, actor, arrived.as_ref())? {
        Next::Answer(stored) => stored,
        Next::Store(declared) => {
            let stored = FileRecord { at: cx.now(), ..declared };
            let counted = ThreadActivity { portal_files: 1, ..ThreadActivity::default() };
            let happening = Happening::ContactFile { contact: scope.contact() };
            let effect = Effect::Notify { office_id: scope.office(), thread, happening };
            let mut transaction = cx.table.transaction();
            note_for_contact(&mut transaction, scope, thread, counted);
            threads::complete_file_for_contact(&mut transaction, scope, thread, &stored);
            outbox::add(&mut transaction, &cx.outbox_row(effect));
            match transaction.commit().await {
                Ok(()) => stored,
                Err(error) if refused_by(&error, "file_gone") => {
                    completed(threads::find_file_for_contact(&cx.table, scope, thread, file).await?)?
                }
                Err(error) => return Err(refusal_for_contact(&error, scope).unwrap_or_else(|| error.into())),
            }
        }
    };
    Ok(PortalFile::of(&stored, None, actor))
}

enum Next {
    /// It is visible already.
    Answer(FileRecord),
    /// It becomes visible now.
    Store(FileRecord),
}

/// A declaration is its maker's alone; what arrived must be what it says.
fn next(stage: Option<FileStage>, actor: Actor, arrived: Option<&Arrived>) -> Result<Next, Failure> {
    match stage {
        None => Err(Failure::NotFound),
        Some(FileStage::Stored(stored)) => Ok(Next::Answer(stored)),
        Some(FileStage::Declared(declared)) if !is_by(&declared.file.author, actor) => Err(Failure::NotFound),
        Some(FileStage::Declared(declared)) => match arrived {
            Some(arrived)
                if arrived.is(declared.file.size_bytes.bytes(), declared.file.content_type.as_str()) =>
            {
                Ok(Next::Store(declared.file))
            }
            _ => Err(Conflict::FileNotUploaded.into()),
        },
    }
}

fn is_by(author: &Author, actor: Actor) -> bool {
    match author {
        Author::Member { id, .. } => actor == Actor::Member(*id),
        Author::Contact { id, .. } => actor == Actor::Contact(*id),
    }
}

/// The file that another request of the same kind completed meanwhile.
fn completed(stage: Option<FileStage>) -> Result<FileRecord, Failure> {
    match stage {
        Some(FileStage::Stored(stored)) => Ok(stored),
        Some(FileStage::Declared(_)) => Err(Conflict::Busy.into()),
        None => Err(Failure::NotFound),
    }
}
