//! The sweep: what the stream or a schedule left undone is found and done, five minutes late at most by design.

use jiff::{SignedDuration, Timestamp};
use serde::Serialize;
use sild_domain::OutboxId;
use sild_store::{SHARDS, notices, notifications, outbox};

use crate::{
    Context, Failure,
    announcements::{AnnounceTasks, announce},
    digests::{SendDigest, send_digest},
    outbox::carry_out,
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
    /// What failed and is tried again by the next sweep.
    pub failed: u32,
}

/// Does what was left. One failure does not keep the rest from being done.
pub async fn sweep(cx: &Context) -> Result<Swept, Failure> {
    let before = cx.now().checked_sub(GRACE).unwrap_or(Timestamp::MIN);
    let mut swept = Swept::default();
    for shard in 0..SHARDS {
        for row in outbox::waiting(&cx.table, shard, OutboxId::new(before, [0; 10]), PER_SHARD).await? {
            count(carry_out(cx, &row).await, &mut swept.outbox, &mut swept.failed);
        }
    }
    for shard in 0..SHARDS {
        for notice in notices::overdue(&cx.table, shard, before, PER_SHARD).await? {
            let event = AnnounceTasks {
                office_id: notice.office_id,
                client_id: notice.client_id,
                until: notice.fire_at,
            };
            count(announce(cx, event).await, &mut swept.announcements, &mut swept.failed);
        }
    }
    for shard in 0..SHARDS {
        for waiting in notifications::overdue(&cx.table, shard, before, PER_SHARD).await? {
            let until = waiting.mail_at.unwrap_or(before);
            let event = SendDigest { office_id: waiting.office_id, recipient: waiting.recipient, until };
            count(send_digest(cx, event).await, &mut swept.digests, &mut swept.failed);
        }
    }
    Ok(swept)
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
