//! From what happened to one notification a person.

use std::collections::BTreeSet;

use jiff::Timestamp;
use sild_domain::{
    ClientId, ClientRelation, CompanyName, ContactId, MemberId, NotificationId, OfficeId, PersonName,
    PortalState, Role, ThreadId, Title,
};
use sild_store::{
    OfficeScope, TransactionError, contacts, members,
    notifications::{self, NotificationKind, NotificationRecord, Recipient},
    outbox::{Happening, OutboxRecord},
    requests, tasks,
};

use super::{KEPT, arm, mail_minute};
use crate::{Context, Failure, secrets};

/// Writes a notification for everybody whom it concerns, and arms the mails. Told again, it is the same.
pub async fn fan_out(
    cx: &Context,
    row: &OutboxRecord,
    office: OfficeId,
    thread: ThreadId,
    happening: &Happening,
) -> Result<(), Failure> {
    let scope = OfficeScope::for_job(office);
    let Some(about) = About::read(cx, &scope, thread).await? else { return Ok(()) };
    let Some(actor) = actor_name(cx, &scope, happening).await? else { return Ok(()) };
    let told = Told { row, office, about: &about, actor, actor_is: actor_of(happening) };
    match happening {
        Happening::ContactRequest { .. } => {
            to_members(cx, &scope, &told, NotificationKind::NewRequest, None).await
        }
        Happening::ContactMessage { contact } => {
            to_members(cx, &scope, &told, NotificationKind::PortalMessage, None).await?;
            message_to_contacts(cx, &scope, &told, Some(*contact)).await
        }
        Happening::ContactFile { .. } => {
            to_members(cx, &scope, &told, NotificationKind::ClientFile, None).await
        }
        Happening::ContactDone { .. } => {
            to_members(cx, &scope, &told, NotificationKind::ClientDone, None).await
        }
        Happening::MemberMessage { member } => {
            to_members(cx, &scope, &told, NotificationKind::PortalMessage, Some(*member)).await?;
            message_to_contacts(cx, &scope, &told, None).await
        }
        Happening::Withdrawn { .. } => {
            to_contacts(cx, &scope, &told, NotificationKind::TaskWithdrawn, None).await
        }
    }
}

/// The task or request that something happened to.
struct About {
    thread: ThreadId,
    title: Title,
    client: ClientId,
    client_name: CompanyName,
    assignee: Option<MemberId>,
    /// Whether its contacts hear of messages yet.
    is_told_to_contacts: bool,
}

impl About {
    async fn read(cx: &Context, scope: &OfficeScope, thread: ThreadId) -> Result<Option<Self>, Failure> {
        Ok(match thread {
            ThreadId::Task(task) => tasks::get(&cx.table, scope, task).await?.map(|task| Self {
                thread,
                // While an assignment waits to be announced no mail tells of its task (S33); the announcement leads to
                // the message.
                is_told_to_contacts: match task.state.portal {
                    PortalState::Assigned { is_announced, .. } => {
                        is_announced || task.announce_at.is_none_or(|at| at <= cx.now())
                    }
                    PortalState::NotAssigned | PortalState::Withdrawn { .. } => false,
                },
                title: task.title,
                client: task.client_id,
                client_name: task.client_name,
                assignee: task.assignee.map(|assignee| assignee.id),
            }),
            ThreadId::Request(request) => {
                requests::get(&cx.table, scope, request).await?.map(|request| Self {
                    thread,
                    title: request.subject,
                    client: request.client_id,
                    client_name: request.client_name,
                    assignee: None,
                    is_told_to_contacts: true,
                })
            }
        })
    }
}

/// What every notification of one happening shares.
struct Told<'h> {
    row: &'h OutboxRecord,
    office: OfficeId,
    about: &'h About,
    actor: PersonName,
    actor_is: Recipient,
}

const fn actor_of(happening: &Happening) -> Recipient {
    match happening {
        Happening::ContactRequest { contact }
        | Happening::ContactMessage { contact }
        | Happening::ContactFile { contact }
        | Happening::ContactDone { contact } => Recipient::Contact(*contact),
        Happening::MemberMessage { member } | Happening::Withdrawn { member } => Recipient::Member(*member),
    }
}

async fn actor_name(
    cx: &Context,
    scope: &OfficeScope,
    happening: &Happening,
) -> Result<Option<PersonName>, Failure> {
    Ok(match actor_of(happening) {
        Recipient::Contact(contact) => {
            contacts::get(&cx.table, scope, contact).await?.map(|contact| contact.name)
        }
        Recipient::Member(member) => members::get(&cx.table, scope, member).await?.map(|member| member.name),
    })
}

/// The responsible members and the assignee; where there is nobody, the owner and the admins. A colleague's act is shown
/// in the app only (S50).
async fn to_members(
    cx: &Context,
    scope: &OfficeScope,
    told: &Told<'_>,
    kind: NotificationKind,
    colleague: Option<MemberId>,
) -> Result<(), Failure> {
    let mut recipients = members::of_client(&cx.table, scope, told.about.client)
        .await?
        .into_iter()
        .filter(|relation| relation.relation == ClientRelation::Responsible)
        .map(|relation| relation.member_id)
        .chain(told.about.assignee)
        .collect::<BTreeSet<_>>();
    if recipients.is_empty() {
        let all = members::list(&cx.table, scope).await?;
        recipients.extend(all.iter().filter(|member| member.role != Role::Member).map(|member| member.id));
    }
    for member in recipients {
        if Some(member) == colleague {
            continue;
        }
        let recipient = Recipient::Member(member);
        let mail_at = match colleague {
            None => Some(next_mail(cx, told.office, recipient).await?),
            Some(_) => None,
        };
        write(cx, scope, notification(cx, told, kind, recipient, mail_at)).await?;
    }
    Ok(())
}

async fn message_to_contacts(
    cx: &Context,
    scope: &OfficeScope,
    told: &Told<'_>,
    actor: Option<ContactId>,
) -> Result<(), Failure> {
    if !told.about.is_told_to_contacts {
        return Ok(());
    }
    to_contacts(cx, scope, told, NotificationKind::PortalMessage, actor).await
}

/// The contacts who can enter and whose address works, but for the one who did it.
async fn to_contacts(
    cx: &Context,
    scope: &OfficeScope,
    told: &Told<'_>,
    kind: NotificationKind,
    actor: Option<ContactId>,
) -> Result<(), Failure> {
    for link in contacts::of_client(&cx.table, scope, told.about.client).await? {
        if link.gets_mail() && Some(link.contact_id) != actor {
            let recipient = Recipient::Contact(link.contact_id);
            let mail_at = next_mail(cx, told.office, recipient).await?;
            write(cx, scope, notification(cx, told, kind, recipient, Some(mail_at))).await?;
        }
    }
    Ok(())
}

/// When the next mail to a person leaves: with one that waits already, or in two minutes.
async fn next_mail(cx: &Context, office: OfficeId, recipient: Recipient) -> Result<Timestamp, Failure> {
    let own = mail_minute(cx.now());
    let waiting = notifications::waiting_for_mail(&cx.table, office, recipient, own).await?;
    let joined = waiting.into_iter().filter_map(|one| one.mail_at).filter(|at| *at > cx.now()).min();
    Ok(joined.unwrap_or(own))
}

fn notification(
    cx: &Context,
    told: &Told<'_>,
    kind: NotificationKind,
    recipient: Recipient,
    mail_at: Option<Timestamp>,
) -> NotificationRecord {
    let at = told.row.created_at;
    let determined = secrets::derived_bytes(&[&told.row.id.key(), &recipient.name()]);
    NotificationRecord {
        id: NotificationId::new(at, determined),
        office_id: told.office,
        recipient,
        kind,
        thread: told.about.thread,
        title: told.about.title.clone(),
        client_id: told.about.client,
        client_name: told.about.client_name.clone(),
        actor: told.actor.clone(),
        actor_is: Some(told.actor_is),
        at,
        is_read: false,
        mail_at,
        leased_until: None,
        ttl: cx.now().checked_add(KEPT).unwrap_or(Timestamp::MAX).as_second(),
    }
}

async fn write(cx: &Context, scope: &OfficeScope, notification: NotificationRecord) -> Result<(), Failure> {
    let mut transaction = cx.table.transaction();
    notifications::create(&mut transaction, &notification);
    if let Recipient::Member(member) = notification.recipient {
        members::count_unread(&mut transaction, scope, member, 1);
    }
    match transaction.commit().await {
        // The schedule may have been lost between this write and its arming: it is armed again in either case.
        Ok(()) | Err(TransactionError::Refused { label: "told_already", .. }) => {}
        Err(TransactionError::Refused { label: "member_gone", .. }) => return Ok(()),
        Err(error) => return Err(error.into()),
    }
    match notification.mail_at {
        Some(mail_at) => arm(cx, notification.office_id, notification.recipient, mail_at).await,
        None => Ok(()),
    }
}
