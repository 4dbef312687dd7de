//! From what happened to one notification a person.

use std::collections::BTreeSet;

use jiff::Timestamp;
use sild_domain::{
    ClientId, ClientRelation, CompanyName, ContactId, DigitisationId, MemberId, NotificationId, OfficeId,
    PersonName, PortalState, Role, ThreadId, Title, Way,
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
        Happening::DigitisationFailed { member, digitisation } => {
            to_orderer(cx, &scope, &told, *member, *digitisation).await
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
    /// Whom its announcement told; without it, whoever there was.
    told: Option<Vec<ContactId>>,
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
                told: task.told,
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
                    told: None,
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
        Happening::MemberMessage { member }
        | Happening::Withdrawn { member }
        | Happening::DigitisationFailed { member, .. } => Recipient::Member(*member),
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
    let mut recipients = responsible(cx, scope, told.about.client).await?;
    recipients.extend(told.about.assignee);
    if recipients.is_empty() {
        recipients = managers(cx, scope).await?;
    }
    recipients.retain(|member| Some(*member) != colleague);
    let ids = recipients.into_iter().collect::<Vec<_>>();
    let mut people = members::get_many(&cx.table, scope, &ids).await?;
    people.sort_by_key(|member| member.id);
    for member in people {
        let recipient = Recipient::Member(member.id);
        let is_wanted = |way| kind.topic().is_none_or(|topic| member.switched_off.is_on(way, topic));
        let mail_at = if colleague.is_none() && is_wanted(Way::Mail) && member.address_state.takes_mail() {
            Some(next_mail(cx, told.office, recipient).await?)
        } else {
            None
        };
        let is_in_app = is_wanted(Way::App);
        if is_in_app || mail_at.is_some() {
            let told = NotificationRecord { is_in_app, ..notification(cx, told, kind, recipient, mail_at) };
            write(cx, scope, told).await?;
        }
    }
    Ok(())
}

/// Who ordered files to be digitised hears once an order that some were given up, in the app; if they are gone, who answers
/// for the client does.
async fn to_orderer(
    cx: &Context,
    scope: &OfficeScope,
    told: &Told<'_>,
    orderer: MemberId,
    digitisation: DigitisationId,
) -> Result<(), Failure> {
    let is_there = members::get(&cx.table, scope, orderer).await?.is_some_and(|member| member.is_active);
    let members =
        if is_there { BTreeSet::from([orderer]) } else { answering(cx, scope, told.about.client).await? };
    for member in members {
        let recipient = Recipient::Member(member);
        let determined = secrets::derived_bytes(&[&digitisation.key(), &recipient.name()]);
        let notification = NotificationRecord {
            id: NotificationId::new(digitisation.created_at(), determined),
            ..notification(cx, told, NotificationKind::DigitisationFailed, recipient, None)
        };
        write(cx, scope, notification).await?;
    }
    Ok(())
}

/// Who answers for a client; where there is nobody, the owner and the admins.
pub(super) async fn answering(
    cx: &Context,
    scope: &OfficeScope,
    client: ClientId,
) -> Result<BTreeSet<MemberId>, Failure> {
    let members = responsible(cx, scope, client).await?;
    if members.is_empty() { managers(cx, scope).await } else { Ok(members) }
}

async fn responsible(
    cx: &Context,
    scope: &OfficeScope,
    client: ClientId,
) -> Result<BTreeSet<MemberId>, Failure> {
    let team = members::of_client(&cx.table, scope, client).await?;
    let responsible = team.into_iter().filter(|one| one.relation == ClientRelation::Responsible);
    Ok(responsible.map(|one| one.member_id).collect())
}

/// The admins and the owner.
async fn managers(cx: &Context, scope: &OfficeScope) -> Result<BTreeSet<MemberId>, Failure> {
    let all = members::list(&cx.table, scope).await?;
    Ok(all.iter().filter(|member| member.role != Role::Member).map(|member| member.id).collect())
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

/// The contacts who can enter and whose address works, but for the one who did it. Of a task that was taken back hears who
/// had been told of it (S54). What they have switched off is asked when the mail leaves.
async fn to_contacts(
    cx: &Context,
    scope: &OfficeScope,
    told: &Told<'_>,
    kind: NotificationKind,
    actor: Option<ContactId>,
) -> Result<(), Failure> {
    let knew = told.about.told.as_ref().filter(|_| kind == NotificationKind::TaskWithdrawn);
    for link in contacts::of_client(&cx.table, scope, told.about.client).await? {
        let is_concerned = knew.is_none_or(|knew| knew.contains(&link.contact_id));
        if link.gets_mail() && is_concerned && Some(link.contact_id) != actor {
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
        thread: Some(told.about.thread),
        title: Some(told.about.title.clone()),
        client_id: told.about.client,
        client_name: told.about.client_name.clone(),
        actor: told.actor.clone(),
        actor_is: Some(told.actor_is),
        at,
        is_in_app: true,
        is_read: false,
        mail_at,
        leased_until: None,
        ttl: cx.now().checked_add(KEPT).unwrap_or(Timestamp::MAX).as_second(),
    }
}

pub(super) async fn write(
    cx: &Context,
    scope: &OfficeScope,
    notification: NotificationRecord,
) -> Result<(), Failure> {
    let mut transaction = cx.table.transaction();
    notifications::create(&mut transaction, &notification);
    if let (Recipient::Member(member), true) = (notification.recipient, notification.is_in_app) {
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
