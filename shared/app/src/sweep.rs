//! The sweep: what the stream or a schedule left undone is found and done, ten minutes late at most: it comes every five, and leaves alone
//! what is younger than that.

use futures::future::try_join_all;
use jiff::{SignedDuration, Timestamp};
use serde::Serialize;
use sild_domain::OutboxId;
use sild_store::{SHARDS, StoreError, digitisations, media, notices, notifications, outbox, uploads};

use crate::{
    Context, Failure,
    announcements::{AnnounceTasks, announce},
    digests::{SendDigest, send_digest},
    digitisation,
    files::{UPLOAD_LIVES_FOR, abandon_upload},
    outbox::carry_out,
    portal_media::look_after,
};

/// How old something must be before the sweep takes it: until then its own path is at work.
const GRACE: SignedDuration = SignedDuration::from_mins(5);
/// How many entries of one shard a sweep takes: the rest comes with the next one.
const PER_SHARD: u16 = 100;

/// What a sweep found and did.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Swept {
    /// Outbox rows carried out.
    pub outbox: u32,
    /// Announcements that no schedule had fired.
    pub announcements: u32,
    /// Notification mails that no schedule had fired.
    pub digests: u32,
    /// Uploads given up that were never completed.
    pub uploads: u32,
    /// Pictures and videos that were given up, or whose check was begun again.
    pub media: u32,
    /// Files to be digitised that were given up, or whose job was armed again.
    pub digitisations: u32,
    /// What failed and is tried again by the next sweep.
    pub failed: u32,
}

/// Does what was left. One failure does not keep the rest from being done.
pub async fn sweep(cx: &Context) -> Result<Swept, Failure> {
    let table = &cx.table;
    let before = earlier(cx.now(), GRACE);
    let oldest_upload = earlier(cx.now(), UPLOAD_LIVES_FOR);
    let (rows, announcements, digests, abandoned, media, queued) = tokio::try_join!(
        in_every_shard(|shard| outbox::waiting(table, shard, OutboxId::new(before, [0; 10]), PER_SHARD)),
        in_every_shard(|shard| notices::overdue(table, shard, before, PER_SHARD)),
        in_every_shard(|shard| notifications::overdue(table, shard, before, PER_SHARD)),
        in_every_shard(|shard| uploads::overdue(table, shard, oldest_upload, PER_SHARD)),
        in_every_shard(|shard| media::overdue(table, shard, cx.now(), PER_SHARD)),
        in_every_shard(|shard| digitisations::overdue(table, shard, cx.now(), PER_SHARD)),
    )?;
    let mut swept = Swept::default();
    for row in rows {
        count(carry_out(cx, &row).await, &mut swept.outbox, &mut swept.failed);
    }
    metrics::counter!("OutboxSwept").increment(swept.outbox.into());
    for notice in announcements {
        let event =
            AnnounceTasks { office_id: notice.office_id, client_id: notice.client_id, until: notice.fire_at };
        count(announce(cx, event).await, &mut swept.announcements, &mut swept.failed);
    }
    for waiting in digests {
        let until = waiting.mail_at.unwrap_or(before);
        let event = SendDigest { office_id: waiting.office_id, recipient: waiting.recipient, until };
        count(send_digest(cx, event).await, &mut swept.digests, &mut swept.failed);
    }
    for upload in abandoned {
        count(abandon_upload(cx, &upload).await, &mut swept.uploads, &mut swept.failed);
    }
    for upload in media {
        count(look_after(cx, &upload).await, &mut swept.media, &mut swept.failed);
    }
    for file in queued {
        let outcome = digitisation::look_after(cx, &file).await;
        count(outcome, &mut swept.digitisations, &mut swept.failed);
    }
    Ok(swept)
}

fn earlier(now: Timestamp, by: SignedDuration) -> Timestamp {
    now.checked_sub(by).unwrap_or(Timestamp::MIN)
}

/// Asks every shard at once.
async fn in_every_shard<T, F>(ask: impl Fn(u8) -> F) -> Result<Vec<T>, StoreError>
where
    F: Future<Output = Result<Vec<T>, StoreError>>,
{
    Ok(try_join_all((0..SHARDS).map(ask)).await?.into_iter().flatten().collect())
}

fn count(outcome: Result<(), Failure>, done: &mut u32, failed: &mut u32) {
    match outcome {
        Ok(()) => *done += 1,
        Err(failure) => {
            tracing::error!(cause = %failure, "swept in vain");
            *failed += 1;
        }
    }
}
