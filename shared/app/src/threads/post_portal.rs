//! Messages of contacts: shared with the office, always.

use sild_domain::{Body, FileId, MessageId, ThreadId, Visibility};
use sild_store::{
    Actor, ClientScope,
    outbox::{self, Effect, Happening},
    sessions::ContactSession,
    threads::{self, Author, MessageRecord, ThreadActivity},
};

use super::{
    PortalMessage,
    head::{note_for_contact, refusal_for_contact},
    post::{check_files, refusal},
};
use crate::{Context, Creation, Failure};

/// What a contact's new message is made of.
#[derive(Debug, Clone)]
pub struct NewPortalMessage {
    /// What it says.
    pub text: Body,
    /// The message that it answers.
    pub reply_to: Option<MessageId>,
    /// Files of the thread that come with it.
    pub file_ids: Vec<FileId>,
}

/// Adds a contact's message to the thread of a task that their client has, or of its request: one write, whose conditions
/// are all that is asked. It becomes unread for the client's other contacts, and members are told (S50).
pub async fn post_portal_message(
    cx: &Context,
    session: &ContactSession,
    scope: ClientScope,
    thread: ThreadId,
    new: NewPortalMessage,
    creation: &Creation,
) -> Result<PortalMessage, Failure> {
    check_files(&new.file_ids)?;
    let now = cx.now();
    let message = MessageRecord {
        id: MessageId::new(now, cx.random()),
        visibility: Visibility::Portal,
        text: new.text,
        author: Author::Contact { id: scope.contact(), name: session.contact.name.clone() },
        at: now,
        reply_to: new.reply_to,
        file_ids: new.file_ids,
    };
    let mut transaction = cx.table.transaction();
    // First, so that what they do not have is refused before anything in it is.
    let counted = ThreadActivity { portal_messages: 1, ..ThreadActivity::default() };
    note_for_contact(&mut transaction, scope, thread, counted);
    threads::add_message_for_contact(&mut transaction, scope, thread, &message);
    if let Some(answered) = message.reply_to {
        threads::require_message_for_contact(&mut transaction, scope, thread, answered);
    }
    for file in &message.file_ids {
        threads::require_file_for_contact(&mut transaction, scope, thread, *file);
    }
    let happening = Happening::ContactMessage { contact: scope.contact() };
    let effect = Effect::Notify { office_id: scope.office(), thread, happening };
    outbox::add(&mut transaction, &cx.outbox_row(effect));
    let actor = Actor::Contact(scope.contact());
    let answer = PortalMessage::of(&message, actor);
    creation
        .commit_or(cx, scope.office(), actor, transaction, answer, |error| {
            refusal_for_contact(error, scope).or_else(|| refusal(error))
        })
        .await
}
