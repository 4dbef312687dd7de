//! One mail a person for everything that waits.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use sild_domain::{ClientId, ContactId, MemberId, OfficeId, ThreadId};
use sild_store::{
    OfficeScope, contacts, members,
    notifications::{self, NotificationKind, NotificationRecord, Recipient},
    offices::{self, OfficeRecord},
    tasks,
};

use crate::{
    Context, Failure,
    logins::mint_contact_link,
    mail::{self, Brand, ContactNews, ContactNewsKind, Letter, MemberNews, MemberNewsKind, Outgoing},
};

/// What the job `send_digest` is told: whom, and up to which minute.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SendDigest {
    /// The office.
    pub office_id: OfficeId,
    /// Whom.
    pub recipient: Recipient,
    /// Everything that waits for its mail by then.
    pub until: Timestamp,
}

/// Mails a person what waits for them. Safe to run twice at once: a notification is held by one run at a time.
pub async fn send_digest(cx: &Context, event: SendDigest) -> Result<(), Failure> {
    let waiting =
        notifications::waiting_for_mail(&cx.table, event.office_id, event.recipient, event.until).await?;
    let mut held = Vec::new();
    for one in &waiting {
        held.extend(notifications::claim(&cx.table, one, cx.now()).await?);
    }
    if held.is_empty() {
        // Another run holds them; if it dies, this one is tried again.
        return if waiting.is_empty() {
            Ok(())
        } else {
            Err(Failure::internal("another run holds this digest"))
        };
    }
    let scope = OfficeScope::for_job(event.office_id);
    let outcome = match event.recipient {
        Recipient::Member(member) => to_member(cx, &scope, member, &held).await,
        Recipient::Contact(contact) => to_contact(cx, &scope, contact, &held).await,
    };
    if outcome.is_err() {
        for one in &held {
            notifications::release(&cx.table, one).await?;
        }
    }
    outcome
}

async fn to_member(
    cx: &Context,
    scope: &OfficeScope,
    member: MemberId,
    held: &[NotificationRecord],
) -> Result<(), Failure> {
    let member = members::get(&cx.table, scope, member).await?.filter(|member| member.is_active);
    if let Some(member) = member {
        let outgoing = Outgoing {
            to: member.email,
            to_name: member.name,
            language: member.language,
            brand: Brand::sild(),
            letter: Letter::MemberDigest { entries: member_news(held) },
            url: format!("{}{}", cx.config.office_url, place_of(one_thread(held).map(|one| one.thread))),
            about: one_thread(held).map(|one| one.thread),
            reply_to: None,
            settings_url: None,
        };
        mail::send_or_settle(cx, outgoing, "notification").await?;
    }
    finish(cx, held).await
}

async fn to_contact(
    cx: &Context,
    scope: &OfficeScope,
    contact: ContactId,
    held: &[NotificationRecord],
) -> Result<(), Failure> {
    let (office, person) = tokio::try_join!(
        offices::get(&cx.table, scope),
        contacts::get_with_clients(&cx.table, scope, contact),
    )?;
    let office = office.filter(OfficeRecord::portal_is_reachable);
    let mut by_client = BTreeMap::<ClientId, Vec<NotificationRecord>>::new();
    for one in held {
        by_client.entry(one.client_id).or_default().push(one.clone());
    }
    for (client, held) in by_client {
        let link = person.as_ref().and_then(|person| {
            person.clients.iter().find(|link| link.client_id == client).filter(|link| link.gets_mail())
        });
        let still = still_true(cx, scope, &held).await?;
        if let (Some(office), Some(person), Some(link), false) = (&office, &person, link, still.is_empty()) {
            let contact = &person.contact;
            let only = one_thread(&still).filter(|one| one.kind != NotificationKind::TaskWithdrawn);
            let target = format!("/c/{client}{}", place_of(only.map(|one| one.thread)));
            let outgoing = Outgoing {
                to: contact.email.clone(),
                to_name: contact.name.clone(),
                language: contact.language,
                brand: Brand::of_office(&cx.config, office),
                letter: Letter::ContactDigest {
                    client_name: link.client_name.clone(),
                    entries: contact_news(&still),
                },
                url: mint_contact_link(cx, office, contact.id, &contact.email, &target).await?,
                about: one_thread(&still).map(|one| one.thread),
                reply_to: None,
                settings_url: None,
            };
            mail::send_or_settle(cx, outgoing, "notification").await?;
        }
        finish(cx, &held).await?;
    }
    Ok(())
}

/// Where both apps show a task or a request; without one, the tasks.
fn place_of(thread: Option<ThreadId>) -> String {
    match thread {
        Some(ThreadId::Task(task)) => format!("/tasks/{task}"),
        Some(ThreadId::Request(request)) => format!("/requests/{request}"),
        None => "/tasks".to_owned(),
    }
}

/// What a contact may still hear of: messages on tasks that they have and on requests, withdrawals of tasks that they have
/// not.
async fn still_true(
    cx: &Context,
    scope: &OfficeScope,
    held: &[NotificationRecord],
) -> Result<Vec<NotificationRecord>, Failure> {
    let mut ids = held.iter().filter_map(|one| one.thread.task()).collect::<Vec<_>>();
    ids.sort();
    ids.dedup();
    let current = tasks::get_many(&cx.table, scope, &ids).await?;
    let is_assigned = |id| current.iter().any(|task| task.id == id && task.state.is_assigned());
    let is_true = |one: &&NotificationRecord| match one.thread {
        ThreadId::Task(task) => is_assigned(task) != (one.kind == NotificationKind::TaskWithdrawn),
        ThreadId::Request(_) => true,
    };
    Ok(held.iter().filter(is_true).cloned().collect())
}

fn one_thread(held: &[NotificationRecord]) -> Option<&NotificationRecord> {
    let first = held.first()?;
    held.iter().all(|one| one.thread == first.thread).then_some(first)
}

/// Joins what is alike: the same kind of thing, in the same thread, by the same person; in the order of the first of each.
fn joined(held: &[NotificationRecord]) -> Vec<(&NotificationRecord, u32)> {
    let mut sorted = held.iter().collect::<Vec<_>>();
    sorted.sort_by_key(|one| one.id);
    let mut joined: Vec<(&NotificationRecord, u32)> = Vec::new();
    for one in sorted {
        let is_like = |other: &NotificationRecord| {
            (other.kind, other.thread, &other.actor) == (one.kind, one.thread, &one.actor)
        };
        match joined.iter_mut().find(|(other, _)| is_like(other)) {
            Some((_, count)) => *count += 1,
            None => joined.push((one, 1)),
        }
    }
    joined
}

fn member_news(held: &[NotificationRecord]) -> Vec<MemberNews> {
    let news = |(one, count): (&NotificationRecord, u32)| {
        let kind = match one.kind {
            NotificationKind::NewRequest => MemberNewsKind::Request,
            NotificationKind::PortalMessage => MemberNewsKind::Message,
            NotificationKind::ClientFile => MemberNewsKind::File,
            NotificationKind::ClientDone => MemberNewsKind::Done,
            NotificationKind::TaskWithdrawn => return None,
        };
        Some(MemberNews {
            kind,
            title: one.title.clone(),
            client_name: one.client_name.clone(),
            actor: one.actor.clone(),
            count,
        })
    };
    joined(held).into_iter().filter_map(news).collect()
}

fn contact_news(held: &[NotificationRecord]) -> Vec<ContactNews> {
    let news = |(one, count): (&NotificationRecord, u32)| {
        let kind = match one.kind {
            NotificationKind::PortalMessage => ContactNewsKind::Message,
            NotificationKind::TaskWithdrawn => ContactNewsKind::Withdrawn,
            NotificationKind::NewRequest | NotificationKind::ClientFile | NotificationKind::ClientDone => {
                return None;
            }
        };
        Some(ContactNews { kind, title: one.title.clone(), count })
    };
    joined(held).into_iter().filter_map(news).collect()
}

async fn finish(cx: &Context, held: &[NotificationRecord]) -> Result<(), Failure> {
    for one in held {
        notifications::finish_mail(&cx.table, one).await?;
    }
    Ok(())
}
