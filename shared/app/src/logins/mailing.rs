//! The mail job's side: looking an address up, minting, and sending. A retry mints new secrets.

use sild_domain::{ClientId, CompanyName, ContactId, Email, MemberId, OfficeId};
use sild_store::{
    OfficeScope,
    contacts::{self, ContactClientRecord},
    logins::{self, LinkFor, LinkRecord},
    members::{self, MemberRecord},
    offices::{self, OfficeRecord},
    outbox::{Effect, OutboxRecord, SignUp},
    tasks, templates,
};

use super::mint::{link_url, mint_contact_link, mint_link};
use crate::{
    Context, Failure,
    mail::{self, Brand, Letter, Outgoing, TaskLine},
    portal_profile,
};

/// Carries out an effect that is one mail to one address. An address that is nobody's gets none.
pub async fn carry_out(cx: &Context, row: &OutboxRecord) -> Result<(), Failure> {
    match &row.effect {
        Effect::SendSignUpLink { sign_up, browser } => sign_up_link(cx, sign_up, browser).await,
        Effect::SendOfficeLogin { email, target, browser } => {
            office_login(cx, email, target.as_deref(), browser).await
        }
        Effect::SendPortalLogin { office_id, email, target, browser } => {
            portal_login(cx, *office_id, email, target.as_deref(), browser).await
        }
        Effect::RenewLogin { link_hash, browser } => renewed(cx, link_hash, browser).await,
        Effect::SendInvitation { office_id, client_id, contact_id } => {
            invitation(cx, *office_id, *client_id, *contact_id).await
        }
        Effect::SendMemberInvitation { office_id, member_id, invited_by } => {
            member_invitation(cx, *office_id, *member_id, *invited_by).await
        }
        Effect::SendEmailConfirmation { office_id, contact_id } => {
            portal_profile::send_email_confirmation(cx, row, *office_id, *contact_id).await
        }
        Effect::SendEmailChanged { office_id, contact_id, email, masked, at } => {
            portal_profile::send_email_changed(cx, *office_id, *contact_id, email, masked, *at).await
        }
        _ => Err(Failure::internal("this effect is no mail")),
    }
}

/// A member with their office.
struct Membership {
    office: OfficeRecord,
    member: MemberRecord,
}

async fn membership(cx: &Context, office: OfficeId, member: MemberId) -> Result<Option<Membership>, Failure> {
    let scope = OfficeScope::for_job(office);
    let (office, member) =
        tokio::try_join!(offices::get(&cx.table, &scope), members::get(&cx.table, &scope, member))?;
    let member = member.filter(|member| member.is_active);
    Ok(office.zip(member).map(|(office, member)| Membership { office, member }))
}

async fn memberships(cx: &Context, email: &Email) -> Result<Vec<Membership>, Failure> {
    let mut found = Vec::new();
    for claim in members::find_by_address(&cx.table, email).await? {
        found.extend(membership(cx, claim.office_id, claim.member_id).await?);
    }
    found.sort_by_key(|one| one.office.created_at);
    Ok(found)
}

/// One mail an office; the typed code belongs to the oldest, as a browser has one code.
async fn office_login(
    cx: &Context,
    email: &Email,
    target: Option<&str>,
    browser: &str,
) -> Result<(), Failure> {
    for (place, one) in memberships(cx, email).await?.into_iter().enumerate() {
        member_login(cx, one, target, (place == 0).then_some(browser)).await?;
    }
    Ok(())
}

async fn member_login(
    cx: &Context,
    one: Membership,
    target: Option<&str>,
    browser: Option<&str>,
) -> Result<(), Failure> {
    let (url, code) = member_link(cx, &one, target, browser).await?;
    let letter = Letter::LoginLink { place: one.office.name, code };
    send(cx, to_member(one.member, letter, url)).await
}

/// The invitation of a member to their office, if they are still to come (S64).
async fn member_invitation(
    cx: &Context,
    office: OfficeId,
    member: MemberId,
    invited_by: MemberId,
) -> Result<(), Failure> {
    let scope = OfficeScope::for_job(office);
    let inviter = async { Ok(members::get(&cx.table, &scope, invited_by).await?) };
    let (one, inviter) = tokio::try_join!(membership(cx, office, member), inviter)?;
    let (Some(one), Some(inviter)) = (one, inviter) else { return Ok(()) };
    if one.member.last_seen_at.is_some() {
        return Ok(());
    }
    let (url, _) = member_link(cx, &one, None, None).await?;
    let letter = Letter::MemberInvitation { office_name: one.office.name, invited_by: inviter.name };
    send(cx, to_member(one.member, letter, url)).await
}

async fn member_link(
    cx: &Context,
    one: &Membership,
    target: Option<&str>,
    browser: Option<&str>,
) -> Result<(String, Option<sild_domain::login::Code>), Failure> {
    let link_for = LinkFor::Member { office_id: one.office.id, member_id: one.member.id };
    let link = LinkRecord::issued(link_for, one.member.email.clone(), target.map(str::to_owned), cx.now());
    let minted = mint_link(cx, link, browser).await?;
    Ok((link_url(&cx.config.office_url, &minted.token, target), minted.code))
}

fn to_member(member: MemberRecord, letter: Letter, url: String) -> Outgoing {
    Outgoing {
        to: member.email,
        to_name: member.name,
        language: member.language,
        brand: Brand::sild(),
        letter,
        url,
        about: None,
        reply_to: None,
        settings_url: None,
    }
}

/// The link that makes an office. Who has one already gets a link to it as well, in the same mail.
async fn sign_up_link(cx: &Context, sign_up: &SignUp, browser: &str) -> Result<(), Failure> {
    let known = memberships(cx, &sign_up.email).await?.into_iter().next();
    let link_for = LinkFor::SignUp { sign_up: sign_up.clone() };
    let link = LinkRecord::issued(link_for, sign_up.email.clone(), None, cx.now());
    let minted = mint_link(cx, link, known.is_none().then_some(browser)).await?;
    let create_url = link_url(&cx.config.office_url, &minted.token, None);
    let (letter, url) = match &known {
        Some(one) => {
            let (url, code) = member_link(cx, one, None, Some(browser)).await?;
            let letter = Letter::AlreadySignedUp {
                office_name: one.office.name.clone(),
                new_office_name: sign_up.office_name.clone(),
                create_url,
                code,
            };
            (letter, url)
        }
        None => (Letter::SignUp { office_name: sign_up.office_name.clone(), code: minted.code }, create_url),
    };
    let outgoing = Outgoing {
        to: sign_up.email.clone(),
        to_name: sign_up.person_name.clone(),
        language: sign_up.language,
        brand: Brand::sild(),
        letter,
        url,
        about: None,
        reply_to: None,
        settings_url: None,
    };
    send(cx, outgoing).await
}

/// Only a contact who can enter some client now, at an address that works, gets one (S10).
async fn portal_login(
    cx: &Context,
    office: OfficeId,
    email: &Email,
    target: Option<&str>,
    browser: &str,
) -> Result<(), Failure> {
    let scope = OfficeScope::for_job(office);
    match contacts::find_by_address(&cx.table, &scope, email).await? {
        Some(contact) => contact_login(cx, office, contact, target, browser).await,
        None => Ok(()),
    }
}

async fn contact_login(
    cx: &Context,
    office: OfficeId,
    contact: ContactId,
    target: Option<&str>,
    browser: &str,
) -> Result<(), Failure> {
    let scope = OfficeScope::for_job(office);
    let (office, person) = tokio::try_join!(
        offices::get(&cx.table, &scope),
        contacts::get_with_clients(&cx.table, &scope, contact),
    )?;
    let office = office.filter(OfficeRecord::portal_is_reachable);
    let (Some(office), Some(person)) = (office, person) else { return Ok(()) };
    let Some(slug) =
        office.slug.clone().filter(|_| person.clients.iter().any(ContactClientRecord::gets_mail))
    else {
        return Ok(());
    };
    let contact = person.contact;
    let link_for = LinkFor::Contact { office_id: office.id, contact_id: contact.id };
    let link = LinkRecord::issued(link_for, contact.email.clone(), target.map(str::to_owned), cx.now());
    let minted = mint_link(cx, link, Some(browser)).await?;
    let outgoing = Outgoing {
        to: contact.email,
        to_name: contact.name,
        language: contact.language,
        brand: Brand::of_office(&cx.config, &office),
        letter: Letter::LoginLink { place: portal_name(&office), code: minted.code },
        url: link_url(&cx.config.portal_url_of(&slug), &minted.token, target),
        about: None,
        reply_to: None,
        settings_url: None,
    };
    send(cx, outgoing).await
}

fn portal_name(office: &OfficeRecord) -> CompanyName {
    office.portal_name.clone().unwrap_or_else(|| office.name.clone())
}

/// A new link to whom the old one was for, if it still may let them in.
async fn renewed(cx: &Context, link_hash: &str, browser: &str) -> Result<(), Failure> {
    let Some(old) = logins::get_link(&cx.table, link_hash).await? else { return Ok(()) };
    let target = old.target.as_deref();
    match old.link_for {
        LinkFor::Member { office_id, member_id } => match membership(cx, office_id, member_id).await? {
            Some(one) => member_login(cx, one, target, Some(browser)).await,
            None => Ok(()),
        },
        LinkFor::Contact { office_id, contact_id } => {
            contact_login(cx, office_id, contact_id, target, browser).await
        }
        LinkFor::SignUp { sign_up } if cx.config.sign_up_is_open => sign_up_link(cx, &sign_up, browser).await,
        LinkFor::SignUp { .. } | LinkFor::EmailChange { .. } => Ok(()),
    }
}

/// The invitation of one contact to the portal of one client, if they can still enter it (S17).
async fn invitation(
    cx: &Context,
    office: OfficeId,
    client: ClientId,
    contact: ContactId,
) -> Result<(), Failure> {
    let scope = OfficeScope::for_job(office);
    let (office, person, given) = tokio::try_join!(
        offices::get(&cx.table, &scope),
        contacts::get_with_clients(&cx.table, &scope, contact),
        templates::given_to(&cx.table, &scope, client),
    )?;
    let office = office.filter(OfficeRecord::portal_is_reachable);
    let (Some(office), Some(person)) = (office, person) else { return Ok(()) };
    let link = person.clients.iter().find(|link| link.client_id == client).filter(|link| link.gets_mail());
    let Some(link) = link else { return Ok(()) };
    let samples = tasks::get_many(&cx.table, &scope, &given).await?;
    let lines = samples
        .into_iter()
        .filter(|task| task.state.is_assigned() && !task.state.is_done_for_client())
        .map(|task| TaskLine { title: task.title, due: task.state.due })
        .collect();
    let target = format!("/c/{client}/tasks");
    let url = mint_contact_link(cx, &office, contact, &person.contact.email, &target).await?;
    let outgoing = Outgoing {
        to: person.contact.email.clone(),
        to_name: person.contact.name.clone(),
        language: person.contact.language,
        brand: Brand::of_office(&cx.config, &office),
        letter: Letter::Invitation { client_name: link.client_name.clone(), tasks: lines },
        url,
        about: None,
        reply_to: None,
        settings_url: None,
    };
    send(cx, outgoing).await
}

/// A mail that can never leave is settled like one that left.
async fn send(cx: &Context, outgoing: Outgoing) -> Result<(), Failure> {
    mail::send_or_settle(cx, outgoing, "login").await.map(|_| ())
}
