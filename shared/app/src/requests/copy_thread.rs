//! Bringing along the rest of a thread that was too long for the transaction which made the task.

use std::collections::BTreeSet;

use sild_domain::{OfficeId, RequestId, TaskId};
use sild_store::{OfficeScope, TransactionError, requests, tasks, threads::Thread};

use super::convert::bring;
use crate::{Context, Failure};

/// Writes what the task's thread lacks of the request's. Doing it again changes nothing.
pub async fn copy_thread(
    cx: &Context,
    office: OfficeId,
    request: RequestId,
    task: TaskId,
) -> Result<(), Failure> {
    let scope = OfficeScope::for_job(office);
    loop {
        let (from, to) = tokio::try_join!(
            requests::get_with_thread(&cx.table, &scope, request),
            tasks::get_with_thread(&cx.table, &scope, task),
        )?;
        let (Some((_, from)), Some((head, to))) = (from, to) else { return Ok(()) };
        let left = lacking(from, &to);
        let mut transaction = cx.table.transaction();
        bring(&mut transaction, &scope, (head.client_id, head.id), &left);
        if transaction.is_empty() {
            return Ok(());
        }
        match transaction.commit().await {
            // Another run brings the same: what it has not brought is looked for again.
            Ok(()) | Err(TransactionError::Refused { label: "message_exists" | "file_exists", .. }) => {}
            Err(error) => return Err(error.into()),
        }
    }
}

fn lacking(from: Thread, to: &Thread) -> Thread {
    let messages = to.messages.iter().map(|message| message.id).collect::<BTreeSet<_>>();
    let files = to.files.iter().map(|file| file.id).collect::<BTreeSet<_>>();
    Thread {
        messages: from.messages.into_iter().filter(|message| !messages.contains(&message.id)).collect(),
        files: from.files.into_iter().filter(|file| !files.contains(&file.id)).collect(),
        // Only files of tasks are digitised.
        digitisations: Vec::new(),
    }
}
