//! Sessions out of cookies. A handler that names one of these cannot run without it.

use axum::{extract::FromRequestParts, http::request::Parts};
use sild_app::{Context, Failure, secrets};
use sild_domain::{
    ClientId, ContactId, MemberId, OfficeId, Role, may_manage_office_settings, sees_all_clients,
};
use sild_store::{ClientScope, sessions};

use crate::{
    cookie::{self, OFFICE_COOKIE},
    path::part,
    problem::Problem,
};

/// What a session cookie says: whose it is and its secret.
#[derive(Debug, Clone, PartialEq, Eq)]
struct SessionCookie<'c> {
    office: OfficeId,
    person: &'c str,
    is_plain: bool,
    secret: &'c str,
}

impl<'c> SessionCookie<'c> {
    fn parse(value: &'c str) -> Option<Self> {
        let mut parts = value.split('.');
        let (version, office, person, hint, secret) =
            (parts.next()?, parts.next()?, parts.next()?, parts.next()?, parts.next()?);
        let is_whole = parts.next().is_none() && version == "v1" && secrets::is_well_formed(secret);
        let office = OfficeId::from_key(office).ok()?;
        is_whole.then_some(Self { office, person, is_plain: hint == "m", secret })
    }
}

/// The value of a member's session cookie.
#[must_use]
pub fn member_cookie_value(office: OfficeId, member: MemberId, role: Role, secret: &str) -> String {
    let hint = if sees_all_clients(role) { "a" } else { "m" };
    format!("v1.{}.{}.{hint}.{secret}", office.key(), member.key())
}

/// The value of a contact's session cookie.
#[must_use]
pub fn contact_cookie_value(office: OfficeId, contact: ContactId, secret: &str) -> String {
    format!("v1.{}.{}.c.{secret}", office.key(), contact.key())
}

/// A signed-in member.
#[derive(Debug, Clone)]
pub struct OfficeSession(pub sessions::MemberSession);

impl FromRequestParts<Context> for OfficeSession {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, cx: &Context) -> Result<Self, Problem> {
        let found = match cookie::read(&parts.headers, OFFICE_COOKIE).and_then(SessionCookie::parse) {
            Some(cookie) => match MemberId::from_key(cookie.person) {
                Ok(member) => {
                    let hash = secrets::hash(&[cookie.secret]);
                    let (office, is_plain) = (cookie.office, cookie.is_plain);
                    sessions::authenticate_member(&cx.table, office, member, &hash, is_plain, cx.now())
                        .await
                        .map_err(Failure::from)?
                }
                Err(_) => None,
            },
            None => None,
        };
        found.map(Self).ok_or_else(|| Failure::NotSignedIn.into())
    }
}

/// A signed-in member who may change the settings of the office: admin or owner.
#[derive(Debug, Clone)]
pub struct SettingsSession(pub sessions::MemberSession);

impl FromRequestParts<Context> for SettingsSession {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, cx: &Context) -> Result<Self, Problem> {
        let OfficeSession(session) = OfficeSession::from_request_parts(parts, cx).await?;
        if may_manage_office_settings(session.member.role) {
            Ok(Self(session))
        } else {
            Err(Failure::RoleRequired.into())
        }
    }
}

/// A signed-in contact, in the portal of the office that the path names.
#[derive(Debug, Clone)]
pub struct PortalSession(pub sessions::ContactSession);

impl FromRequestParts<Context> for PortalSession {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, cx: &Context) -> Result<Self, Problem> {
        let office =
            part::<OfficeId>(parts, "office").await.map_err(|_| Problem::from(Failure::NotSignedIn))?;
        let value = cookie::read(&parts.headers, &cookie::portal_cookie(office));
        authenticate_contact(cx, office, value).await?.map(Self).ok_or_else(|| Failure::NotSignedIn.into())
    }
}

/// Who the cookie of an office's portal is.
///
/// # Errors
/// [`Failure::Internal`] when the table does not answer.
pub async fn authenticate_contact(
    cx: &Context,
    office: OfficeId,
    value: Option<&str>,
) -> Result<Option<sessions::ContactSession>, Failure> {
    let Some(cookie) = value.and_then(SessionCookie::parse).filter(|cookie| cookie.office == office) else {
        return Ok(None);
    };
    let Ok(contact) = ContactId::from_key(cookie.person) else { return Ok(None) };
    let hash = secrets::hash(&[cookie.secret]);
    Ok(sessions::authenticate_contact(&cx.table, office, contact, &hash, cx.now()).await?)
}

/// A signed-in contact at the client that the path names. A client that they cannot enter is one that never was.
#[derive(Debug, Clone)]
pub struct ContactClient {
    /// The session.
    pub session: sessions::ContactSession,
    /// The client that they act for.
    pub scope: ClientScope,
}

impl FromRequestParts<Context> for ContactClient {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, cx: &Context) -> Result<Self, Problem> {
        let PortalSession(session) = PortalSession::from_request_parts(parts, cx).await?;
        let client = part::<ClientId>(parts, "client").await?;
        let scope = session.scope_of(client).ok_or_else(Problem::not_found)?;
        Ok(Self { session, scope })
    }
}
