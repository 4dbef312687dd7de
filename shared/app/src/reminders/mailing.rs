//! The mail itself, in the words of the contact who gets it.

use std::collections::BTreeSet;

use sild_domain::{ClientId, ContactId, OfficeId, TaskId, Topic, Way};
use sild_store::{
    OfficeScope, contacts,
    notifications::Recipient,
    offices::{self, OfficeRecord},
    tasks,
};

use crate::{
    Context, Failure,
    announcements::reply_to,
    logins::mint_contact_link,
    mail::{self, Brand, Letter, Outgoing, TaskLine},
    unsubscribing,
};

/// Mails a contact what of these tasks still waits for their client, if they can still enter its portal and want to
/// be told of tasks by mail.
pub async fn mail_reminder(
    cx: &Context,
    office: OfficeId,
    client: ClientId,
    contact: ContactId,
    task_ids: &[TaskId],
) -> Result<(), Failure> {
    let scope = OfficeScope::for_job(office);
    let (office, person, mut waiting) = tokio::try_join!(
        offices::get(&cx.table, &scope),
        contacts::get_with_clients(&cx.table, &scope, contact),
        tasks::get_many(&cx.table, &scope, task_ids),
    )?;
    let office = office.filter(OfficeRecord::portal_is_reachable);
    let (Some(office), Some(person)) = (office, person) else { return Ok(()) };
    let link = person.clients.iter().find(|link| link.client_id == client).filter(|link| link.gets_mail());
    waiting.retain(|task| {
        task.client_id == client && task.state.is_assigned() && !task.state.is_done_for_client()
    });
    let Some(link) = link.filter(|_| !waiting.is_empty()) else { return Ok(()) };
    waiting.sort_by_key(|task| (task.state.due.is_none(), task.state.due, task.id));
    let only = match waiting.as_slice() {
        [task] => Some(task.id),
        _ => None,
    };
    let target = match only {
        Some(task) => format!("/c/{client}/tasks/{task}"),
        None => format!("/c/{client}/tasks"),
    };
    if !person.contact.switched_off.is_on(Way::Mail, Topic::Reminder) {
        return Ok(());
    }
    let who = Recipient::Contact(contact);
    let key = person.contact.mail_key.as_deref();
    let (base, topics) = (unsubscribing::base_of(cx, &office), BTreeSet::from([Topic::Reminder]));
    let unsubscribe = unsubscribing::link_at(cx, &base, office.id, who, key, topics).await?;
    let Some(unsubscribe_url) = unsubscribe else { return Ok(()) };
    let url = mint_contact_link(cx, &office, contact, &person.contact.email, &target).await?;
    let tasks = waiting.into_iter().map(|task| TaskLine { title: task.title, due: task.state.due }).collect();
    let today = office.time_zone.today(cx.now());
    let outgoing = Outgoing {
        brand: Brand::of_office(&cx.config, &office),
        letter: Letter::Reminder { client_name: link.client_name.clone(), tasks, today },
        to: person.contact.email,
        to_name: person.contact.name,
        language: person.contact.language,
        url,
        about: only.map(Into::into),
        reply_to: reply_to(cx, &scope, client).await?,
        unsubscribe_url: Some(unsubscribe_url),
        person: Some((office.id, who)),
    };
    mail::send_or_settle(cx, outgoing, "reminder").await.map(drop)
}
