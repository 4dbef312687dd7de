//! Messages of members: internal unless told (S38).

use std::collections::BTreeSet;

use sild_domain::{Body, FileId, MessageId, ThreadId, Visibility};
use sild_store::{
    TransactionError,
    outbox::{self, Effect, Happening},
    sessions::MemberSession,
    threads::{self, Author, MessageRecord},
};

use super::{Message, head::Head};
use crate::{Conflict, Context, Creation, Failure, tasks::refused_by};

/// How many files may come with one message.
const FILES_MAX: usize = 20;

/// What a new message is made of.
#[derive(Debug, Clone)]
pub struct NewMessage {
    /// Who sees it.
    pub visibility: Visibility,
    /// What it says.
    pub text: Body,
    /// The message that it answers (S36).
    pub reply_to: Option<MessageId>,
    /// Files of the thread that come with it; they have its visibility.
    pub file_ids: Vec<FileId>,
}

/// How often a message is tried again when a request moved between reading and writing.
const TRIES: usize = 3;

/// Adds a message to the thread of a task or a request. One to the client makes it unread for the client's contacts and
/// tells them (S53); it takes a task that the client has, and it answers a request (S48).
pub async fn post_message(
    cx: &Context,
    session: &MemberSession,
    thread: ThreadId,
    new: NewMessage,
    creation: &Creation,
) -> Result<Message, Failure> {
    let scope = &session.scope;
    check_files(&new.file_ids)?;
    for _ in 0..TRIES {
        let answered = async {
            match new.reply_to {
                Some(message) => Ok(threads::find_message(&cx.table, scope, thread, message).await?),
                None => Ok(None),
            }
        };
        let (head, answered) = tokio::try_join!(Head::find(cx, scope, thread), answered)?;
        // What is internal may answer either; a message to the client only what the client sees.
        if new.reply_to.is_some() && answered.is_none_or(|answered| is_hidden_from(new.visibility, answered))
        {
            return Err(Failure::field("/reply_to", "invalid_id"));
        }
        match write(cx, session, thread, &head, new.clone(), creation).await {
            Err(Failure::VersionMismatch) => {}
            written => return written,
        }
    }
    Err(Conflict::Busy.into())
}

async fn write(
    cx: &Context,
    session: &MemberSession,
    thread: ThreadId,
    head: &Head,
    new: NewMessage,
    creation: &Creation,
) -> Result<Message, Failure> {
    let scope = &session.scope;
    if let Err(closed) = head.require_open() {
        return creation.repeated_or(cx, session.office.id, scope.actor(), closed).await;
    }
    let now = cx.now();
    let message = MessageRecord {
        id: MessageId::new(now, cx.random()),
        visibility: new.visibility,
        text: new.text,
        author: Author::Member { id: session.member.id, name: session.member.name.clone() },
        at: now,
        reply_to: new.reply_to,
        file_ids: new.file_ids,
    };
    let mut transaction = cx.table.transaction();
    if message.visibility.is_shown_to_contacts() {
        head.note_portal_message(&mut transaction, scope)?;
        let happening = Happening::MemberMessage { member: session.member.id };
        let effect = Effect::Notify { office_id: session.office.id, thread, happening };
        outbox::add(&mut transaction, &cx.outbox_row(effect));
    }
    threads::add_message(&mut transaction, scope, thread, &message);
    for file in &message.file_ids {
        threads::require_file(&mut transaction, scope, thread, *file, message.visibility);
    }
    let answer = Message::of(&message, scope.actor());
    creation.commit_or(cx, session.office.id, scope.actor(), transaction, answer, refusal).await
}

fn is_hidden_from(reader: Visibility, answered: Visibility) -> bool {
    reader.is_shown_to_contacts() && !answered.is_shown_to_contacts()
}

/// Files come once each, and not too many of them.
pub(super) fn check_files(files: &[FileId]) -> Result<(), Failure> {
    if files.len() > FILES_MAX {
        return Err(Failure::field("/file_ids", "too_many_items"));
    }
    if files.iter().collect::<BTreeSet<_>>().len() < files.len() {
        return Err(Failure::field("/file_ids", "duplicate_item"));
    }
    Ok(())
}

/// What the conditions of a message mean.
pub(super) fn refusal(error: &TransactionError) -> Option<Failure> {
    if refused_by(error, "not_assigned") {
        Some(Conflict::NotAssigned.into())
    } else if refused_by(error, "file_gone") {
        Some(Failure::field("/file_ids", "invalid_id"))
    } else if refused_by(error, "message_gone") {
        Some(Failure::field("/reply_to", "invalid_id"))
    } else {
        None
    }
}
