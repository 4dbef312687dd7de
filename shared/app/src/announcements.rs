//! Announcements: about five minutes after a task was assigned, each contact with access gets one mail (S33).

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use serde_json::json;
use sild_domain::{ClientId, ContactId, OfficeId, TaskId};
use sild_store::{
    OfficeScope, TransactionError,
    contacts::{self, ContactClientRecord},
    members,
    notices::{self, NoticeRecord},
    offices::{self, OfficeRecord},
    tasks::{self, TaskRecord},
};

use crate::{
    Context, Failure,
    logins::mint_contact_link,
    mail::{self, Brand, Letter, Outgoing, TaskLine},
    schedules,
};

/// What the job `announce_tasks` is told: which client, and up to which minute.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AnnounceTasks {
    /// The office.
    pub office_id: OfficeId,
    /// The client.
    pub client_id: ClientId,
    /// Everything that is due by then.
    pub until: Timestamp,
}

/// Arms the one schedule of a client and minute.
pub async fn arm(
    cx: &Context,
    office: OfficeId,
    client: ClientId,
    fire_at: Timestamp,
) -> Result<(), Failure> {
    let name = schedule_name(client, fire_at);
    let event = AnnounceTasks { office_id: office, client_id: client, until: fire_at };
    schedules::fire_once(cx, &name, fire_at, "announce_tasks", &json!(event)).await
}

/// The name of the one schedule of a client and minute.
pub(crate) fn schedule_name(client: ClientId, fire_at: Timestamp) -> String {
    format!("n-{}-{}", client.key(), fire_at.as_second().div_euclid(60))
}

/// A notice that this run holds, with its task as it is now.
struct Held {
    notice: NoticeRecord,
    task: TaskRecord,
}

/// Tells the contacts of a client of every task that is due to be announced, in one mail each.
///
/// Safe to run twice at once and again after a crash: a notice is held by one run at a time, and remembers whom it told.
pub async fn announce(cx: &Context, event: AnnounceTasks) -> Result<(), Failure> {
    let scope = OfficeScope::for_job(event.office_id);
    let (held, is_complete) = claim_due(cx, &scope, event).await?;
    if !is_complete && held.is_empty() {
        return Err(Failure::internal(
            "another run holds these notices; if it dies, this one is tried again",
        ));
    }
    if held.is_empty() {
        return Ok(());
    }
    match tell(cx, &scope, event.client_id, &held).await {
        Ok(has_told) => {
            for one in &held {
                finish(cx, &scope, &one.notice, has_told).await?;
            }
            Ok(())
        }
        Err(failure) => {
            for one in &held {
                notices::release(&cx.table, &scope, &one.notice).await?;
            }
            Err(failure)
        }
    }
}

/// Takes the notices that are due, and ends those that have nothing to tell any more: the held ones, and whether none
/// was held by another run.
async fn claim_due(
    cx: &Context,
    scope: &OfficeScope,
    event: AnnounceTasks,
) -> Result<(Vec<Held>, bool), Failure> {
    let due = notices::due(&cx.table, scope, event.client_id, event.until).await?;
    let mut claimed = Vec::new();
    for notice in &due {
        claimed.extend(notices::claim(&cx.table, scope, notice, cx.now()).await?);
    }
    let is_complete = claimed.len() == due.len();
    let ids = claimed.iter().map(|notice| notice.task_id).collect::<Vec<TaskId>>();
    let current = tasks::get_many(&cx.table, scope, &ids).await?;
    let mut held = Vec::new();
    for notice in claimed {
        let task = current.iter().find(|task| task.id == notice.task_id);
        match task.filter(|task| task.state.awaits_announcement(notice.generation)) {
            Some(task) => held.push(Held { notice, task: task.clone() }),
            None => finish(cx, scope, &notice, false).await?,
        }
    }
    held.sort_by_key(|one| (one.task.state.due.is_none(), one.task.state.due, one.task.id));
    Ok((held, is_complete))
}

/// Mails every contact who can enter and has not been told: whether anybody was told of it, now or before.
async fn tell(cx: &Context, scope: &OfficeScope, client: ClientId, held: &[Held]) -> Result<bool, Failure> {
    let found = async {
        Ok(tokio::try_join!(offices::get(&cx.table, scope), contacts::of_client(&cx.table, scope, client),)?)
    };
    let ((office, links), reply_to) = tokio::try_join!(found, reply_to(cx, scope, client))?;
    let mut told = held.iter().map(|one| one.notice.told.clone()).collect::<Vec<_>>();
    if let Some(office) = office.filter(OfficeRecord::portal_is_reachable) {
        for link in links.iter().filter(|link| link.gets_mail()) {
            let waiting = (0..held.len()).filter(|n| !has(&told, *n, link.contact_id)).collect::<Vec<_>>();
            let tasks = waiting.iter().filter_map(|n| held.get(*n)).map(|one| &one.task).collect::<Vec<_>>();
            if tasks.is_empty() || !mail_one(cx, scope, &office, link, &tasks, reply_to.clone()).await? {
                continue;
            }
            for n in waiting {
                if let (Some(told), Some(one)) = (told.get_mut(n), held.get(n)) {
                    told.push(link.contact_id);
                    notices::mark_told(&cx.table, scope, &one.notice, told).await?;
                }
            }
        }
    }
    Ok(told.iter().any(|told| !told.is_empty()))
}

/// Who gets the answer to a mail about a client's tasks: the first who answers for the client.
pub(crate) async fn reply_to(
    cx: &Context,
    scope: &OfficeScope,
    client: ClientId,
) -> Result<Option<sild_domain::Email>, Failure> {
    let team = members::of_client(&cx.table, scope, client).await?;
    let responsible =
        team.iter().find(|relation| relation.relation == sild_domain::ClientRelation::Responsible);
    match responsible {
        Some(relation) => {
            Ok(members::get(&cx.table, scope, relation.member_id).await?.map(|member| member.email))
        }
        None => Ok(None),
    }
}

fn has(told: &[Vec<ContactId>], n: usize, contact: ContactId) -> bool {
    told.get(n).is_some_and(|told| told.contains(&contact))
}

/// `false` when the address can never be reached, which is no reason to keep the others waiting.
async fn mail_one(
    cx: &Context,
    scope: &OfficeScope,
    office: &OfficeRecord,
    link: &ContactClientRecord,
    tasks: &[&TaskRecord],
    reply_to: Option<sild_domain::Email>,
) -> Result<bool, Failure> {
    let Some(contact) = contacts::get(&cx.table, scope, link.contact_id).await? else { return Ok(false) };
    let target = match tasks {
        [task] => format!("/c/{}/tasks/{}", link.client_id, task.id),
        _ => format!("/c/{}/tasks", link.client_id),
    };
    let url = mint_contact_link(cx, office, contact.id, &contact.email, &target).await?;
    let lines =
        tasks.iter().map(|task| TaskLine { title: task.title.clone(), due: task.state.due }).collect();
    let outgoing = Outgoing {
        to: contact.email,
        to_name: contact.name,
        language: contact.language,
        brand: Brand::of_office(&cx.config, office),
        letter: Letter::Announcement { client_name: link.client_name.clone(), tasks: lines },
        url,
        about: match tasks {
            [task] => Some(task.id.into()),
            _ => None,
        },
        reply_to,
        settings_url: None,
    };
    mail::send_or_settle(cx, outgoing, "announcement").await
}

/// Ends a notice; a newer assignment of the task has a notice of its own, which stays.
async fn finish(
    cx: &Context,
    scope: &OfficeScope,
    notice: &NoticeRecord,
    was_announced: bool,
) -> Result<(), Failure> {
    let mut transaction = cx.table.transaction();
    notices::finish(&mut transaction, scope, notice);
    if was_announced {
        tasks::mark_announced(&mut transaction, scope, notice.task_id, notice.generation, cx.now());
    }
    match transaction.commit().await {
        Ok(()) | Err(TransactionError::Refused { label: "notice_replaced" | "assigned_again", .. }) => Ok(()),
        Err(error) => Err(error.into()),
    }
}
