//! What a thread belongs to, as far as writing into the thread depends on it.

use sild_domain::{ClientId, ThreadId};
use sild_store::{
    ClientScope, OfficeScope, Transaction, TransactionError,
    requests::{self, RequestRecord},
    tasks::{self, TaskRecord},
    threads::ThreadActivity,
};

use crate::{Conflict, Context, Failure};

/// A task or a request whose thread a member writes into.
pub(crate) enum Head {
    Task(Box<TaskRecord>),
    Request(Box<RequestRecord>),
}

impl Head {
    /// What a member may read and write into.
    pub(crate) async fn find(cx: &Context, scope: &OfficeScope, thread: ThreadId) -> Result<Self, Failure> {
        let found = match thread {
            ThreadId::Task(task) => tasks::get(&cx.table, scope, task).await?.map(Box::new).map(Self::Task),
            ThreadId::Request(request) => {
                requests::get(&cx.table, scope, request).await?.map(Box::new).map(Self::Request)
            }
        };
        found.ok_or(Failure::NotFound)
    }

    /// Whose it is.
    pub(crate) fn client(&self) -> ClientId {
        match self {
            Self::Task(task) => task.client_id,
            Self::Request(request) => request.client_id,
        }
    }

    /// Nothing more comes to a request that has become a task (S47).
    pub(crate) fn require_open(&self) -> Result<(), Failure> {
        match self {
            Self::Request(request) if request.state.task().is_some() => {
                Err(Conflict::RequestConverted.into())
            }
            Self::Task(_) | Self::Request(_) => Ok(()),
        }
    }

    /// Notes a message of a member to the client: it makes the task unread, or answers the request.
    pub(crate) fn note_portal_message(
        &self,
        transaction: &mut Transaction<'_>,
        scope: &OfficeScope,
    ) -> Result<(), Failure> {
        match self {
            Self::Task(task) => tasks::note_portal_message(transaction, scope, task.id),
            Self::Request(request) => {
                let activity = ThreadActivity {
                    is_news_for_client: true,
                    portal_messages: 1,
                    ..ThreadActivity::default()
                };
                requests::note_answer(transaction, scope, request, request.state.answered()?, activity);
            }
        }
        Ok(())
    }

    /// Notes a file of a member that the client sees, or will once it has the task.
    pub(crate) fn note_portal_file(&self, transaction: &mut Transaction<'_>, scope: &OfficeScope) {
        let has_it = match self {
            Self::Task(task) => task.state.is_assigned(),
            Self::Request(_) => true,
        };
        let activity =
            ThreadActivity { is_news_for_client: has_it, portal_files: 1, ..ThreadActivity::default() };
        match self {
            Self::Task(task) => tasks::note_activity(transaction, scope, task.id, activity),
            Self::Request(request) => requests::note_activity(transaction, scope, request.id, activity),
        }
    }
}

/// Whether a contact's client has the task, or sent the request.
pub(crate) async fn exists_for_contact(
    cx: &Context,
    scope: ClientScope,
    thread: ThreadId,
) -> Result<(), Failure> {
    let is_there = match thread {
        ThreadId::Task(task) => tasks::get_for_contact(&cx.table, scope, task).await?.is_some(),
        ThreadId::Request(request) => requests::get_for_contact(&cx.table, scope, request).await?.is_some(),
    };
    if is_there { Ok(()) } else { Err(Failure::NotFound) }
}

/// Only if a contact may write into the thread; nothing is noted yet.
pub(crate) fn require_for_contact(transaction: &mut Transaction<'_>, scope: ClientScope, thread: ThreadId) {
    match thread {
        ThreadId::Task(task) => tasks::require_in_portal(transaction, scope, task),
        ThreadId::Request(request) => requests::require_for_contact(transaction, scope, request),
    }
}

/// Notes what a contact wrote or uploaded: news for the office and for the client's other contacts.
pub(crate) fn note_for_contact(
    transaction: &mut Transaction<'_>,
    scope: ClientScope,
    thread: ThreadId,
    counted: ThreadActivity,
) {
    let activity = ThreadActivity { is_news_for_client: true, client_news: Some(true), ..counted };
    match thread {
        ThreadId::Task(task) => tasks::note_activity_for_contact(transaction, scope, task, activity),
        ThreadId::Request(request) => {
            requests::note_activity_for_contact(transaction, scope, request, activity);
        }
    }
}

/// What the conditions of [`require_for_contact`] and [`note_for_contact`] mean where they say more than that it is gone.
pub(crate) fn refusal_for_contact(error: &TransactionError, scope: ClientScope) -> Option<Failure> {
    requests::is_converted(error, scope).then(|| Conflict::RequestConverted.into())
}
