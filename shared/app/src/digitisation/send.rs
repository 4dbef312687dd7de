//! The job that sends the files of an order.

use jiff::SignedDuration;
use serde::{Deserialize, Serialize};
use serde_json::json;
use sild_domain::{DigitisationId, Email, OfficeId, TaskId};
use sild_store::{
    OfficeScope,
    clients::{self, ClientRecord},
    digitisations::{self, DigitisationFailure, DigitisationRecord, DigitisationState},
    members,
    offices::{self, OfficeRecord},
    outbox::{self, Effect},
    tasks::{self, TaskRecord},
    threads::FileRecord,
};

use super::{
    give_up::give_up,
    message::Envelope,
    plan::{MESSAGE_MAX_BYTES, divide},
};
use crate::{
    Context, Failure, files,
    mail::{self, Brand, MailFailure},
    schedules, secrets,
};

/// For how long a run begins mails; what is left is for the next run, so that none is cut off in the middle of one.
const RUNS_FOR: SignedDuration = SignedDuration::from_secs(120);

/// What the job `send_digitisation` is told.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SendDigitisation {
    /// The office.
    pub office_id: OfficeId,
    /// The task whose files are sent.
    pub task_id: TaskId,
    /// Which order.
    pub digitisation_id: DigitisationId,
}

/// Arms the job for an order, as soon as can be.
pub(crate) async fn arm(
    cx: &Context,
    office: OfficeId,
    task: TaskId,
    digitisation: DigitisationId,
) -> Result<(), Failure> {
    let now = cx.now();
    let name = format!("f-{}-{}", digitisation.key(), now.as_second().div_euclid(60));
    let event = SendDigitisation { office_id: office, task_id: task, digitisation_id: digitisation };
    schedules::fire_once(cx, &name, now, "send_digitisation", &json!(event)).await
}

/// A file that is to be sent.
#[derive(Clone, Copy)]
struct Queued<'q> {
    record: &'q DigitisationRecord,
    file: &'q FileRecord,
}

/// Sends what of an order is still queued, in mails of at most 25 MB, one after the other. Safe to run twice at once and
/// again after a crash: a file is held by one run at a time, and marked when its mail has left.
pub async fn send_digitisation(cx: &Context, event: SendDigitisation) -> Result<(), Failure> {
    let started = cx.now();
    let scope = OfficeScope::for_job(event.office_id);
    let (office, read) = tokio::try_join!(
        offices::get(&cx.table, &scope),
        tasks::get_with_thread(&cx.table, &scope, event.task_id),
    )?;
    let (Some(office), Some((task, thread))) = (office, read) else { return Ok(()) };
    let is_queued = |one: &&DigitisationRecord| {
        one.state == DigitisationState::Queued && one.digitisation_id == event.digitisation_id
    };
    let records = thread.digitisations.iter().filter(is_queued).collect::<Vec<_>>();
    let Some(first) = records.first() else { return Ok(()) };
    let client = clients::get(&cx.table, &scope, task.client_id).await?;
    let address = client.as_ref().and_then(|client| client.digitisation_email.clone());
    let address = address.filter(|_| office.digitisation_is_on);
    let (Some(client), Some(to)) = (client, address) else {
        return fail(cx, &records, DigitisationFailure::NoAddress).await;
    };
    let envelope = envelope(cx, &scope, &office, &client, &task, to, first).await?;
    let mut queued = Vec::new();
    for record in records {
        match thread.files.iter().find(|file| file.id == record.file_id) {
            Some(file) => queued.push(Queued { record, file }),
            None => give_up(cx, record, DigitisationFailure::FileMissing).await?,
        }
    }
    queued.sort_by_key(|one| one.file.id);
    let files = queued.iter().map(|one| one.file).collect::<Vec<_>>();
    let mut held_by_another = false;
    for mail in divide(&envelope, &files, MESSAGE_MAX_BYTES) {
        if cx.now().duration_since(started) > RUNS_FOR {
            return hand_on(cx, event).await;
        }
        let wanted = queued.iter().filter(|one| mail.iter().any(|file| file.id == one.file.id));
        let mut held = Vec::new();
        for one in wanted {
            if digitisations::claim(&cx.table, one.record, cx.now()).await? {
                held.push(*one);
            } else {
                held_by_another = true;
            }
        }
        send_mail(cx, &envelope, &held).await?;
    }
    if held_by_another {
        return Err(Failure::internal("another run holds files; if it dies, this one is tried again"));
    }
    Ok(())
}

/// Writes one mail out of the files that this run holds, hands it over and marks them.
async fn send_mail(cx: &Context, envelope: &Envelope, held: &[Queued<'_>]) -> Result<(), Failure> {
    match deliver(cx, envelope, held).await {
        Ok(()) => Ok(()),
        Err(failure) => {
            for one in held {
                digitisations::release(&cx.table, one.record).await?;
            }
            Err(failure)
        }
    }
}

async fn deliver(cx: &Context, envelope: &Envelope, held: &[Queued<'_>]) -> Result<(), Failure> {
    let (mut sent, mut parts) = (Vec::new(), Vec::new());
    for one in held {
        let size = one.file.size_bytes.bytes();
        let bytes = files::object::read(cx, &one.file.object_key, size).await?;
        match bytes.filter(|bytes| u64::try_from(bytes.len()).is_ok_and(|length| length == size)) {
            Some(bytes) => {
                sent.push(one.record);
                parts.push((one.file, bytes));
            }
            None => give_up(cx, one.record, DigitisationFailure::FileMissing).await?,
        }
    }
    if sent.is_empty() {
        return Ok(());
    }
    let raw = envelope.write(&parts).map_err(Failure::internal)?;
    drop(parts);
    match mail::send_raw(cx, &envelope.to, None, raw).await {
        Ok(()) => finish(cx, &sent, &envelope.to).await,
        Err(MailFailure::Refused(cause)) => {
            metrics::counter!("MailsRefused").increment(1);
            tracing::warn!(cause, what = "digitisation", "a mail was refused");
            fail(cx, &sent, DigitisationFailure::MailRefused).await
        }
        Err(MailFailure::Passing(cause)) => Err(Failure::Internal(cause)),
    }
}

/// Gives every one up, whatever happens to another of them.
async fn fail(
    cx: &Context,
    records: &[&DigitisationRecord],
    reason: DigitisationFailure,
) -> Result<(), Failure> {
    let marks = records.iter().map(|record| give_up(cx, record, reason));
    futures::future::join_all(marks).await.into_iter().collect()
}

/// Marks every one as sent, whatever happens to another of them.
async fn finish(cx: &Context, records: &[&DigitisationRecord], to: &Email) -> Result<(), Failure> {
    let now = cx.now();
    let marks = records.iter().map(|record| digitisations::finish(&cx.table, record, to, now));
    let marked = futures::future::join_all(marks).await;
    Ok(marked.into_iter().collect::<Result<(), _>>()?)
}

/// Leaves the rest to another run.
async fn hand_on(cx: &Context, event: SendDigitisation) -> Result<(), Failure> {
    let SendDigitisation { office_id, task_id, digitisation_id } = event;
    let effect = Effect::SendDigitisation { office_id, task_id, digitisation_id };
    Ok(outbox::put(&cx.table, &cx.outbox_row(effect)).await?)
}

async fn envelope(
    cx: &Context,
    scope: &OfficeScope,
    office: &OfficeRecord,
    client: &ClientRecord,
    task: &TaskRecord,
    to: Email,
    ordered: &DigitisationRecord,
) -> Result<Envelope, Failure> {
    let member = members::get(&cx.table, scope, ordered.by.id).await?.filter(|member| member.is_active);
    let words = mail::digitisation_words(
        office.language,
        office.name.as_str(),
        client.name.as_str(),
        task.title.as_str(),
    );
    Ok(Envelope {
        mail_from: cx.config.mail_from.clone(),
        from_name: Brand::of_office(&cx.config, office).name,
        to,
        reply_to: member.map(|member| member.email),
        subject: words.subject,
        intro: words.intro,
        language: office.language,
        random: secrets::mint(cx),
        now: cx.now(),
    })
}
