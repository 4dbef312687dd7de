//! Taking an office away: first nobody can work in it, then all that it holds goes, its own item last.

use std::num::NonZeroU32;

use jiff::SignedDuration;
use serde::{Deserialize, Serialize};
use sild_domain::OfficeId;
use sild_store::{
    OfficeScope, TransactionError,
    erasing::{self, ErasedOfficeRecord, Waiting},
    holdings::{self, Extent, Place},
    imports, members,
    offices::{self, OfficeRecord},
};

use super::{Refusal, bucket, part::Budget};
use crate::{Conflict, Context, Failure, announcements, digests, reminders, schedules, series};

/// How long after the closing nothing is taken away yet: by then every function that had begun before has ended, so
/// nothing is written any more.
const QUIET: SignedDuration = SignedDuration::from_mins(6);
/// How often the closing is tried again when somebody changes the settings at the same time.
const TRIES: usize = 4;

/// What the job `erase_office` is told.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EraseOffice {
    /// Which office.
    pub office_id: OfficeId,
    /// Its name, or that of its portal: so that a wrong id erases nothing.
    pub name: String,
    /// About how many items this call takes away.
    pub limit: Option<NonZeroU32>,
}

/// How far an erasure is.
#[derive(Debug, Serialize)]
pub struct OfficeErasing {
    /// Whether nothing is left.
    pub done: bool,
    /// For how long to wait before calling again.
    pub wait_seconds: i64,
    /// How many items were taken away so far.
    pub items: u64,
    /// How many objects of the bucket were.
    pub objects: u64,
}

/// Takes a part of an office away; to be called until it is done. What is gone is gone, so a call needs no cursor, and one
/// too many is harmless.
pub async fn erase_office(cx: &Context, event: EraseOffice) -> Result<OfficeErasing, Refusal> {
    let scope = OfficeScope::for_job(event.office_id);
    let (office, record) =
        tokio::try_join!(offices::get(&cx.table, &scope), erasing::get(&cx.table, event.office_id))?;
    let Some(office) = office else {
        let record = record.ok_or(Refusal::NoOffice(event.office_id))?;
        return Ok(told(&record, 0));
    };
    if !is_named(&office, &event.name) {
        return Err(Refusal::WrongName(office.id));
    }
    let record = match record {
        Some(record) => record,
        None => close(cx, &scope, office).await?,
    };
    shut_everybody_out(cx, &scope).await?;
    let since = cx.now().duration_since(record.closed_at);
    if since < QUIET {
        return Ok(told(&record, QUIET.as_secs() - since.as_secs()));
    }
    let mut budget = Budget::begin(cx, event.limit);
    loop {
        let gone = take_away(cx, &scope, &mut budget).await?;
        erasing::count(&cx.table, scope.office(), gone.items, gone.objects).await?;
        if gone.is_all && gone.items == 0 && gone.objects == 0 {
            finish(cx, &scope).await?;
            break;
        }
        if !gone.is_all || budget.is_spent(cx) {
            break;
        }
    }
    let record = erasing::get(&cx.table, scope.office()).await?.ok_or(Refusal::NoOffice(scope.office()))?;
    Ok(told(&record, 0))
}

fn told(record: &ErasedOfficeRecord, wait_seconds: i64) -> OfficeErasing {
    OfficeErasing {
        done: record.erased_at.is_some(),
        wait_seconds,
        items: record.items,
        objects: record.objects,
    }
}

fn is_named(office: &OfficeRecord, name: &str) -> bool {
    let name = name.trim();
    office.name.as_str() == name || office.slug.as_ref().is_some_and(|slug| slug.as_str() == name)
}

async fn close(
    cx: &Context,
    scope: &OfficeScope,
    mut office: OfficeRecord,
) -> Result<ErasedOfficeRecord, Refusal> {
    for _ in 0..TRIES {
        let mut transaction = cx.table.transaction();
        erasing::close_office(&mut transaction, &office, cx.now());
        match transaction.commit().await {
            Ok(()) | Err(TransactionError::Refused { label: "erasing_already", .. }) => {
                let record = erasing::get(&cx.table, office.id).await?;
                return record.ok_or(Refusal::NoOffice(office.id));
            }
            Err(TransactionError::Refused { label: "version_mismatch", .. }) => {
                let again = offices::get(&cx.table, scope).await?;
                office = again.ok_or(Refusal::NoOffice(scope.office()))?;
            }
            Err(error) => return Err(error.into()),
        }
    }
    Err(Failure::from(Conflict::Busy).into())
}

async fn shut_everybody_out(cx: &Context, scope: &OfficeScope) -> Result<(), Refusal> {
    for member in members::list(&cx.table, scope).await?.iter().filter(|member| member.is_active) {
        erasing::shut_out(&cx.table, scope, member.id).await?;
    }
    Ok(())
}

/// What one walk took away.
struct Gone {
    items: u32,
    objects: u32,
    is_all: bool,
}

async fn take_away(cx: &Context, scope: &OfficeScope, budget: &mut Budget) -> Result<Gone, Refusal> {
    let mut gone = Gone { items: 0, objects: 0, is_all: false };
    let mut place = Some(Place::default());
    while let Some(here) = place {
        let step = holdings::read(&cx.table, scope, &Extent::Everything, here).await?;
        for holding in &step.holdings {
            for waiting in erasing::waiting(holding)? {
                disarm(cx, waiting).await?;
            }
            let items = erasing::delete(&cx.table, scope, holding, cx.now()).await?;
            gone.items += items;
            budget.spend(holding.len());
        }
        place = step.next;
        if place.is_some() && budget.is_spent(cx) {
            return Ok(gone);
        }
    }
    for prefix in [
        format!("o/{}/", scope.office().key()),
        format!("media/{}/", scope.office().key()),
        imports::objects_prefix(scope),
    ] {
        loop {
            let objects = bucket::delete_some(cx, &prefix).await?;
            if objects == 0 {
                break;
            }
            gone.objects += objects;
            budget.spend(usize::try_from(objects).map_err(Failure::internal)?);
            if budget.is_spent(cx) {
                return Ok(gone);
            }
        }
    }
    Ok(Gone { is_all: true, ..gone })
}

async fn disarm(cx: &Context, waiting: Waiting) -> Result<(), Failure> {
    let name = match waiting {
        Waiting::Announcement(client, at) => announcements::schedule_name(client, at),
        Waiting::Digest(recipient, at) => digests::schedule_name(recipient, at),
    };
    schedules::delete(cx, &name).await
}

async fn finish(cx: &Context, scope: &OfficeScope) -> Result<(), Refusal> {
    schedules::delete(cx, &series::daily_schedule_name(scope.office())).await?;
    // One of an hour that the office gave up ends itself when it fires.
    if let Some(office) = offices::get(&cx.table, scope).await? {
        schedules::delete(cx, &reminders::schedule_name(office.id, office.reminder_hour)).await?;
    }
    erasing::delete_counters(&cx.table, scope.office(), cx.now()).await?;
    let mut transaction = cx.table.transaction();
    erasing::finish_office(&mut transaction, scope.office(), cx.now());
    Ok(transaction.commit().await?)
}
