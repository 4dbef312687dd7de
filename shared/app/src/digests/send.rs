//! One mail a person for everything that waits.

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use sild_domain::{ClientId, ContactId, MemberId, OfficeId, SwitchedOff, ThreadId, Way};
use sild_store::{
    OfficeScope,
    contacts::{self, ContactClientRecord, ContactRecord},
    members,
    notifications::{self, NotificationKind, NotificationRecord, Recipient},
    offices::{self, OfficeRecord},
    requests, tasks,
};

use crate::{
    Context, Failure,
    logins::mint_contact_link,
    mail::{self, Brand, ContactNews, ContactNewsKind, Letter, MemberNews, MemberNewsKind, Outgoing},
    unsubscribing,
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
    let member = members::get(&cx.table, scope, member).await?;
    let member = member.filter(|member| member.is_active && member.address_state.takes_mail());
    if let Some(member) = member {
        let who = Recipient::Member(member.id);
        let news = held.iter().filter(|one| !one.is_read && is_wanted(&member.switched_off, one));
        let news = news.cloned().collect::<Vec<_>>();
        let base = &cx.config.office_url;
        let key = member.mail_key.as_deref();
        if let Some(unsubscribe_url) = unsubscribe_url(cx, base, scope.office(), who, key, &news).await? {
            let thread = one_thread(&news);
            let outgoing = Outgoing {
                to: member.email,
                to_name: member.name,
                language: member.language,
                brand: Brand::sild(),
                letter: Letter::MemberDigest { entries: member_news(&news) },
                url: format!("{base}{}", place_of(thread)),
                about: thread,
                reply_to: None,
                unsubscribe_url: Some(unsubscribe_url),
                person: Some((scope.office(), who)),
            };
            mail::send_or_settle(cx, outgoing, "notification").await?;
        }
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
        if let (Some(office), Some(person), Some(link)) = (&office, &person, link) {
            let mut news = still_news(cx, scope, contact, &held).await?;
            news.retain(|one| is_wanted(&person.contact.switched_off, one));
            mail_contact(cx, office, &person.contact, link, &news).await?;
        }
        finish(cx, &held).await?;
    }
    Ok(())
}

/// Mails a contact what is new at one client.
async fn mail_contact(
    cx: &Context,
    office: &OfficeRecord,
    contact: &ContactRecord,
    link: &ContactClientRecord,
    news: &[NotificationRecord],
) -> Result<(), Failure> {
    let who = Recipient::Contact(contact.id);
    let key = contact.mail_key.as_deref();
    let base = unsubscribing::base_of(cx, office);
    let Some(unsubscribe_url) = unsubscribe_url(cx, &base, office.id, who, key, news).await? else {
        return Ok(());
    };
    let thread = one_thread(news);
    let is_still_theirs = news.iter().all(|one| one.kind != NotificationKind::TaskWithdrawn);
    let target = format!("/c/{}{}", link.client_id, place_of(thread.filter(|_| is_still_theirs)));
    let outgoing = Outgoing {
        to: contact.email.clone(),
        to_name: contact.name.clone(),
        language: contact.language,
        brand: Brand::of_office(&cx.config, office),
        letter: Letter::ContactDigest { client_name: link.client_name.clone(), entries: contact_news(news) },
        url: mint_contact_link(cx, office, contact.id, &contact.email, &target).await?,
        about: thread,
        reply_to: None,
        unsubscribe_url: Some(unsubscribe_url),
        person: Some((office.id, who)),
    };
    mail::send_or_settle(cx, outgoing, "notification").await.map(|_| ())
}

/// Whether a mail may tell of it: the person has not switched that off (S49–S56).
fn is_wanted(off: &SwitchedOff, one: &NotificationRecord) -> bool {
    one.kind.topic().is_some_and(|topic| off.is_on(Way::Mail, topic))
}

/// Where what is in a mail is switched off. `None` where nothing is in it, or there is nobody to read it.
async fn unsubscribe_url(
    cx: &Context,
    base: &str,
    office: OfficeId,
    who: Recipient,
    known_key: Option<&str>,
    news: &[NotificationRecord],
) -> Result<Option<String>, Failure> {
    let topics = news.iter().filter_map(|one| one.kind.topic()).collect::<BTreeSet<_>>();
    if topics.is_empty() {
        return Ok(None);
    }
    unsubscribing::link_at(cx, base, office, who, known_key, topics).await
}

/// Where both apps show a task or a request; without one, the tasks.
fn place_of(thread: Option<ThreadId>) -> String {
    match thread {
        Some(ThreadId::Task(task)) => format!("/tasks/{task}"),
        Some(ThreadId::Request(request)) => format!("/requests/{request}"),
        None => "/tasks".to_owned(),
    }
}

/// What a contact may still hear of: messages on tasks that they have and on requests, unless they have read them since;
/// withdrawals of tasks that they have not.
async fn still_news(
    cx: &Context,
    scope: &OfficeScope,
    contact: ContactId,
    held: &[NotificationRecord],
) -> Result<Vec<NotificationRecord>, Failure> {
    let threads = held.iter().filter_map(|one| one.thread).collect::<BTreeSet<_>>();
    let task_ids = threads.iter().filter_map(|thread| thread.task()).collect::<Vec<_>>();
    let request_ids = threads.iter().filter_map(|thread| thread.request()).collect::<Vec<_>>();
    let (tasks, requests) = tokio::try_join!(
        tasks::get_many(&cx.table, scope, &task_ids),
        requests::get_many(&cx.table, scope, &request_ids),
    )?;
    let is_news = |one: &&NotificationRecord| match (one.thread, one.kind) {
        (Some(ThreadId::Task(id)), NotificationKind::TaskWithdrawn) => {
            !tasks.iter().any(|task| task.id == id && task.state.is_assigned())
        }
        (Some(ThreadId::Task(id)), _) => {
            tasks.iter().any(|task| task.id == id && task.state.is_assigned() && !task.is_seen_by(contact))
        }
        (Some(ThreadId::Request(id)), _) => {
            requests.iter().any(|request| request.id == id && !request.is_seen_by(contact))
        }
        (None, _) => false,
    };
    Ok(held.iter().filter(is_news).cloned().collect())
}

fn one_thread(held: &[NotificationRecord]) -> Option<ThreadId> {
    let first = held.first()?.thread;
    first.filter(|_| held.iter().all(|one| one.thread == first))
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
            NotificationKind::TaskWithdrawn
            | NotificationKind::AddressBounced
            | NotificationKind::DigitisationFailed => return None,
        };
        Some(MemberNews {
            kind,
            title: one.title.clone()?,
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
            NotificationKind::NewRequest
            | NotificationKind::ClientFile
            | NotificationKind::ClientDone
            | NotificationKind::AddressBounced
            | NotificationKind::DigitisationFailed => return None,
        };
        Some(ContactNews { kind, title: one.title.clone()?, count })
    };
    joined(held).into_iter().filter_map(news).collect()
}

async fn finish(cx: &Context, held: &[NotificationRecord]) -> Result<(), Failure> {
    for one in held {
        notifications::finish_mail(&cx.table, one).await?;
    }
    Ok(())
}
