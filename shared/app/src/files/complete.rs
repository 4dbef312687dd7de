//! Completing a file: what arrived is what was declared, and from now on it is seen.

use sild_domain::{FileId, TaskId};
use sild_store::{
    Actor, ClientScope,
    outbox::{self, Effect, Happening},
    sessions::{ContactSession, MemberSession},
    tasks::{self, TaskActivity},
    threads::{self, Author, FileRecord, FileStage, object_key},
};

use super::object::{self, Arrived};
use crate::{
    Conflict, Context, Failure,
    tasks::refused_by,
    threads::{File, PortalFile},
};

/// Makes a member's file visible. A repeat gives the same answer.
pub async fn complete_file(
    cx: &Context,
    session: &MemberSession,
    task: TaskId,
    file: FileId,
) -> Result<File, Failure> {
    let scope = &session.scope;
    let key = object_key(session.office.id, task, file);
    let read = async {
        tokio::try_join!(tasks::get(&cx.table, scope, task), threads::find_file(&cx.table, scope, task, file))
            .map_err(Failure::from)
    };
    let ((found, stage), arrived) = tokio::try_join!(read, object::head(cx, &key))?;
    let found = found.ok_or(Failure::NotFound)?;
    let stored = match next(stage, scope.actor(), arrived.as_ref())? {
        Next::Answer(stored) => stored,
        Next::Store(declared) => {
            let stored = FileRecord { at: cx.now(), ..declared };
            let mut transaction = cx.table.transaction();
            threads::complete_file(&mut transaction, scope, task, &stored);
            if stored.visibility.is_shown_to_contacts() {
                let activity = TaskActivity {
                    is_news_for_client: found.state.is_assigned(),
                    portal_files: 1,
                    ..TaskActivity::default()
                };
                tasks::note_activity(&mut transaction, scope, task, activity);
            }
            match transaction.commit().await {
                Ok(()) => stored,
                Err(error) if refused_by(&error, "file_gone") => {
                    completed(Box::pin(threads::find_file(&cx.table, scope, task, file)).await?)?
                }
                Err(error) => return Err(error.into()),
            }
        }
    };
    Ok(File::of(&stored, None, scope.actor()))
}

/// Makes a contact's file visible to their client and the office, which is told (S50). A repeat gives the same answer.
pub async fn complete_portal_file(
    cx: &Context,
    session: &ContactSession,
    scope: ClientScope,
    task: TaskId,
    file: FileId,
) -> Result<PortalFile, Failure> {
    let actor = Actor::Contact(session.contact.id);
    let key = object_key(scope.office(), task, file);
    let read = async {
        tokio::try_join!(
            tasks::get_for_contact(&cx.table, scope, task),
            threads::find_file_for_contact(&cx.table, scope, task, file),
        )
        .map_err(Failure::from)
    };
    let ((found, stage), arrived) = tokio::try_join!(read, object::head(cx, &key))?;
    found.ok_or(Failure::NotFound)?;
    let stored = match next(stage, actor, arrived.as_ref())? {
        Next::Answer(stored) => stored,
        Next::Store(declared) => {
            let stored = FileRecord { at: cx.now(), ..declared };
            let activity = TaskActivity {
                is_news_for_client: true,
                client_news: Some(true),
                portal_files: 1,
                ..TaskActivity::default()
            };
            let happening = Happening::ContactFile { contact: scope.contact() };
            let effect = Effect::Notify { office_id: scope.office(), task_id: task, happening };
            let mut transaction = cx.table.transaction();
            tasks::note_activity_for_contact(&mut transaction, scope, task, activity);
            threads::complete_file_for_contact(&mut transaction, scope, task, &stored);
            outbox::add(&mut transaction, &cx.outbox_row(effect));
            match transaction.commit().await {
                Ok(()) => stored,
                Err(error) if refused_by(&error, "file_gone") => {
                    completed(threads::find_file_for_contact(&cx.table, scope, task, file).await?)?
                }
                Err(error) => return Err(error.into()),
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
