//! Ordering it: which files are queued.

use std::collections::BTreeSet;

use sild_domain::{DigitisationId, FileId, TaskId};
use sild_store::{
    TransactionError, clients,
    clients::NamedMember,
    digitisations::{self, DigitisationRecord, DigitisationState},
    outbox::{self, Effect},
    sessions::MemberSession,
    tasks,
    threads::{FileRecord, Thread},
};

use super::{Digitised, look_after::LOOK_AFTER};
use crate::{Conflict, Context, Creation, Failure, tasks::refused_by, threads::File};

/// How many files one order names at the most.
const FILES_MAX: usize = 50;
/// How often the thread is read again when somebody orders one of the files at the same time.
const TRIES: u32 = 3;

/// Which files of a task a member sends.
#[derive(Debug, Clone, Default)]
pub struct DigitisationOrder {
    /// These; unless told, those that the client sees and that were not sent yet.
    pub file_ids: Option<Vec<FileId>>,
    /// Also those that were sent already, or are on their way.
    pub resend: bool,
}

/// Queues files of a task to be mailed to the client's address for digitisation, 50 at the most. Internal files are sent
/// only where they are named.
pub async fn digitise_files(
    cx: &Context,
    session: &MemberSession,
    task: TaskId,
    order: DigitisationOrder,
    creation: &Creation,
) -> Result<Digitised, Failure> {
    let (scope, office) = (&session.scope, &session.office);
    for _ in 0..TRIES {
        let read = tasks::get_with_thread(&cx.table, scope, task).await?;
        let (found, mut thread) = read.ok_or(Failure::NotFound)?;
        let chosen = if office.digitisation_is_on {
            choose(&order, &thread)
        } else {
            Err(Conflict::DigitisationOff.into())
        };
        let chosen = match chosen {
            Ok(chosen) => chosen,
            // A repeat finds them queued by the first time.
            Err(refusal) => return creation.repeated_or(cx, office.id, scope.actor(), refusal).await,
        };
        let now = cx.now();
        let digitisation_id = DigitisationId::new(now, cx.random());
        let look_at = now.checked_add(LOOK_AFTER).map_err(Failure::internal)?;
        let by = NamedMember { id: session.member.id, name: session.member.name.clone() };
        let queued = chosen.iter().map(|file| DigitisationRecord {
            office_id: office.id,
            task_id: task,
            file_id: file.id,
            digitisation_id,
            state: DigitisationState::Queued,
            reason: None,
            by: by.clone(),
            at: now,
            to: None,
            leased_until: None,
            look_at,
            tries: 0,
        });
        let queued = queued.collect::<Vec<_>>();
        let mut transaction = cx.table.transaction();
        for record in &queued {
            digitisations::queue(&mut transaction, record, of_file(&thread, record.file_id));
        }
        clients::require_digitisation_address(&mut transaction, scope, found.client_id);
        let effect = Effect::SendDigitisation { office_id: office.id, task_id: task, digitisation_id };
        outbox::add(&mut transaction, &cx.outbox_row(effect));
        thread.digitisations = queued;
        let files = chosen.iter().map(|file| File::in_thread(file, &thread, scope.actor())).collect();
        let answer = Digitised { files };
        match creation.commit_or(cx, office.id, scope.actor(), transaction, answer, refusal).await {
            Err(Failure::VersionMismatch) => {}
            outcome => return outcome,
        }
    }
    Err(Conflict::Busy.into())
}

fn refusal(error: &TransactionError) -> Option<Failure> {
    if refused_by(error, "digitised_meanwhile") {
        Some(Failure::VersionMismatch)
    } else if refused_by(error, "no_digitisation_address") {
        Some(Conflict::NoDigitisationAddress.into())
    } else {
        None
    }
}

fn of_file(thread: &Thread, file: FileId) -> Option<&DigitisationRecord> {
    thread.digitisations.iter().find(|one| one.file_id == file)
}

fn choose(order: &DigitisationOrder, thread: &Thread) -> Result<Vec<FileRecord>, Failure> {
    let is_new = |file: &FileRecord| of_file(thread, file.id).is_none_or(|one| !one.is_on_its_way());
    let Some(ids) = &order.file_ids else {
        let unsent =
            thread.files.iter().filter(|file| file.visibility.is_shown_to_contacts() && is_new(file));
        let chosen = unsent.take(FILES_MAX).cloned().collect::<Vec<_>>();
        return if chosen.is_empty() { Err(Conflict::NothingToDigitise.into()) } else { Ok(chosen) };
    };
    if ids.is_empty() {
        return Err(Failure::field("/file_ids", "required"));
    }
    if ids.len() > FILES_MAX {
        return Err(Failure::field("/file_ids", "too_many_items"));
    }
    let named = ids.iter().collect::<BTreeSet<_>>();
    if named.len() < ids.len() {
        return Err(Failure::field("/file_ids", "duplicate_item"));
    }
    let chosen = thread.files.iter().filter(|file| named.contains(&file.id)).cloned().collect::<Vec<_>>();
    if chosen.len() < named.len() {
        return Err(Failure::field("/file_ids", "invalid_id"));
    }
    if !order.resend && !chosen.iter().all(is_new) {
        return Err(Conflict::AlreadyDigitised.into());
    }
    Ok(chosen)
}
