//! Telling the client of a task before the wait is over.

use sild_domain::{TaskError, TaskId, first_whole_minute};
use sild_store::{
    sessions::MemberSession,
    tasks::{self, TaskRecord},
    threads::ThreadActivity,
};

use super::{
    Task, add_consequences,
    change::{TRIES, waiting_generation},
    commands::answer,
    refused_by,
    view::Surroundings,
};
use crate::{Conflict, Context, Failure};

/// Ends the wait before a task's announcement (S33): it leaves with the next whole minute, together with what else its client is
/// told of then. One that has been announced, or is about to be, stays as it is.
pub async fn announce_now(cx: &Context, session: &MemberSession, task: TaskId) -> Result<Task, Failure> {
    let scope = &session.scope;
    for _ in 0..TRIES {
        let read = tasks::get_with_thread(&cx.table, scope, task).await?;
        let (before, thread) = read.ok_or(Failure::NotFound)?;
        if !before.state.is_assigned() {
            return Err(TaskError::NotAssigned.into());
        }
        let next = first_whole_minute(cx.now());
        if waiting_generation(&before).is_none() || before.announce_at.is_none_or(|at| at <= next) {
            let around = Surroundings::read(cx, session, before.client_id).await?;
            return answer(cx, session, &before, &thread, around);
        }
        let mut after = TaskRecord { announce_at: Some(next), ..before.clone() };
        let mut transaction = cx.table.transaction();
        tasks::save(&mut transaction, scope, &after, ThreadActivity::default());
        add_consequences(cx, &mut transaction, scope, &session.office, Some(&before), &after, false);
        let (written, around) =
            tokio::join!(transaction.commit(), Surroundings::read(cx, session, after.client_id));
        match written {
            Ok(()) => {
                after.v += 1;
                return answer(cx, session, &after, &thread, around?);
            }
            Err(error) if refused_by(&error, "version_mismatch") => {}
            Err(error) => return Err(error.into()),
        }
    }
    Err(Conflict::Busy.into())
}
