//! Spending a link or a code: once, in time, by a person.

use sild_domain::{
    AddressState, Colour, ContactId, Email, MemberId, OfficeId, Role, Slug, SwitchedOff, login::Code,
};
use sild_store::{
    OfficeScope, Transaction, acting, clients, contacts,
    holdings::PersonId,
    logins::{self, LinkFor, LinkRecord},
    media::OfficeMedia,
    members::{self, MemberRecord},
    offices::{self, OfficeRecord},
    outbox::{self, Effect, SignUp},
    sessions::{self, SessionRecord},
};

use super::{
    link::{LinkState, find_link, state_of},
    mint::code_hash,
    viewer::{Counted, count_viewer},
};
use crate::{Conflict, Context, Failure, secrets};

/// The clients of a contact whose last visit is kept with the login itself.
const CLIENTS_MARKED_MAX: usize = 20;

/// Who has signed in.
#[derive(Debug, Clone)]
pub enum RedeemedFor {
    /// A member.
    Member {
        /// Who.
        id: MemberId,
        /// As what.
        role: Role,
    },
    /// A contact.
    Contact {
        /// Who.
        id: ContactId,
        /// The portal's name.
        slug: Slug,
    },
}

/// A session that has begun.
#[derive(Debug)]
pub struct Redeemed {
    /// Where.
    pub office: OfficeId,
    /// Whose.
    pub who: RedeemedFor,
    /// The path that the link leads to.
    pub target: Option<String>,
    /// The secret for its cookie.
    pub session_secret: String,
}

/// Spends a link and begins a session.
pub async fn redeem_link(cx: &Context, token: &str, device: Option<String>) -> Result<Redeemed, Failure> {
    let (hash, link) = find_link(cx, token).await?;
    spend(cx, &hash, link, device).await
}

/// Spends the link that a typed code stands for, in the browser that asked for it. Five wrong tries end the code.
pub async fn redeem_code(
    cx: &Context,
    viewer: &str,
    browser_nonce: Option<&str>,
    code: &Code,
    device: Option<String>,
) -> Result<Redeemed, Failure> {
    let Some(nonce) = browser_nonce.filter(|nonce| secrets::is_well_formed(nonce)) else {
        count_viewer(cx, Counted::Codes, viewer).await?;
        return Err(Failure::NotFound);
    };
    let browser = secrets::hash(&[nonce]);
    let trying = async { Ok(logins::try_code(&cx.table, &browser).await?) };
    let ((), tried) = tokio::try_join!(count_viewer(cx, Counted::Codes, viewer), trying)?;
    // One that has been tried too often is answered like one that never was: who has access stays unknown (S10).
    let known = tried.ok_or(Failure::NotFound)?;
    if !secrets::are_equal(&known.code_hash, &code_hash(&browser, code)) {
        return Err(Failure::NotFound);
    }
    spend(cx, &known.link_hash, known.link, device).await
}

async fn spend(
    cx: &Context,
    hash: &str,
    link: LinkRecord,
    device: Option<String>,
) -> Result<Redeemed, Failure> {
    match state_of(cx, &link) {
        LinkState::Usable => {}
        LinkState::Spent => return Err(Conflict::LinkSpent.into()),
        LinkState::Expired => return Err(Conflict::LinkExpired.into()),
    }
    let mut transaction = cx.table.transaction();
    logins::spend_link(&mut transaction, hash, cx.now());
    match link.link_for {
        LinkFor::Member { office_id, member_id } => {
            acting::is(PersonId::Member(member_id));
            let member = active_member(cx, office_id, member_id).await?;
            members::mark_seen(&mut transaction, office_id, &member, cx.now());
            begin_for_member(cx, transaction, office_id, &member, link.target, device).await
        }
        LinkFor::Contact { office_id, contact_id } => {
            acting::is(PersonId::Contact(contact_id));
            let whom = Invited { office: office_id, contact: contact_id, email: link.email };
            begin_for_contact(cx, transaction, whom, link.target, device).await
        }
        LinkFor::SignUp { sign_up } => found_office(cx, transaction, sign_up, device).await,
        LinkFor::EmailChange { .. } => Err(Failure::NotFound),
    }
}

async fn active_member(cx: &Context, office: OfficeId, member: MemberId) -> Result<MemberRecord, Failure> {
    members::get(&cx.table, &OfficeScope::for_job(office), member)
        .await?
        .filter(|member| member.is_active)
        .ok_or(Failure::NotFound)
}

async fn begin_for_member(
    cx: &Context,
    mut transaction: Transaction<'_>,
    office: OfficeId,
    member: &MemberRecord,
    target: Option<String>,
    device: Option<String>,
) -> Result<Redeemed, Failure> {
    let session_secret = secrets::mint(cx);
    let session = SessionRecord::starting(secrets::hash(&[&session_secret]), cx.now(), None).on(device);
    sessions::start_for_member(&mut transaction, office, member.id, &session);
    transaction.commit().await?;
    let who = RedeemedFor::Member { id: member.id, role: member.role };
    Ok(Redeemed { office, who, target, session_secret })
}

/// The contact whom a link lets in, with the address that it was mailed to.
struct Invited {
    office: OfficeId,
    contact: ContactId,
    email: Email,
}

/// A contact who lost their access since the mail was sent is let in nowhere (S29), nor is whoever reads what was mailed to
/// an address that is not the contact's any more (S55).
async fn begin_for_contact(
    cx: &Context,
    mut transaction: Transaction<'_>,
    Invited { office, contact, email }: Invited,
    target: Option<String>,
    device: Option<String>,
) -> Result<Redeemed, Failure> {
    let scope = OfficeScope::for_job(office);
    let (record, person) = tokio::try_join!(
        offices::get(&cx.table, &scope),
        contacts::get_with_clients(&cx.table, &scope, contact),
    )?;
    let record = record.filter(OfficeRecord::portal_is_reachable).ok_or(Failure::NotFound)?;
    let slug = record.slug.ok_or(Failure::NotFound)?;
    let person = person.ok_or(Failure::NotFound)?;
    let enterable = person.clients.iter().filter(|link| link.can_enter()).collect::<Vec<_>>();
    if enterable.is_empty() || person.contact.email.folded() != email.folded() {
        return Err(Failure::NotFound);
    }
    let session_secret = secrets::mint(cx);
    let hash = secrets::hash(&[&session_secret]);
    let session = SessionRecord::starting(hash, cx.now(), Some(record.portal_epoch)).on(device);
    sessions::start_for_contact(&mut transaction, office, contact, &session);
    contacts::mark_seen(&mut transaction, office, &person.contact, cx.now());
    for link in enterable.into_iter().take(CLIENTS_MARKED_MAX) {
        clients::mark_seen(&mut transaction, &scope, link.client_id, cx.now());
    }
    let effect = Effect::RelistClientsOf { office_id: office, contact_id: contact };
    outbox::add(&mut transaction, &cx.outbox_row(effect));
    transaction.commit().await?;
    Ok(Redeemed { office, who: RedeemedFor::Contact { id: contact, slug }, target, session_secret })
}

/// Makes the office with its owner, signed in (S64). Its portal is inactive (S1).
async fn found_office(
    cx: &Context,
    mut transaction: Transaction<'_>,
    sign_up: SignUp,
    device: Option<String>,
) -> Result<Redeemed, Failure> {
    let now = cx.now();
    let office = OfficeRecord {
        id: OfficeId::new(now, cx.random()),
        name: sign_up.office_name,
        language: sign_up.language,
        time_zone: sign_up.time_zone,
        portal_is_active: false,
        portal_epoch: 0,
        slug: None,
        portal_name: None,
        colour: Colour::DEFAULT_BRAND,
        description: None,
        media: OfficeMedia::default(),
        digitisation_is_on: false,
        reminders: None,
        reminder_hour: offices::REMINDER_HOUR,
        created_at: now,
        v: 1,
    };
    let owner = MemberRecord {
        id: MemberId::new(now, cx.random()),
        name: sign_up.person_name,
        email: sign_up.email,
        role: Role::Owner,
        language: sign_up.language,
        is_active: true,
        is_leaving: false,
        invited_at: None,
        last_seen_at: Some(now),
        unread_notifications: 0,
        address_state: AddressState::Ok,
        switched_off: SwitchedOff::default(),
        mail_key: None,
        created_at: now,
        v: 1,
    };
    acting::is(PersonId::Member(owner.id));
    offices::create(&mut transaction, &office);
    members::create(&mut transaction, office.id, &owner);
    outbox::add(&mut transaction, &cx.outbox_row(Effect::ArmOffice { office_id: office.id }));
    begin_for_member(cx, transaction, office.id, &owner, None, device).await
}
