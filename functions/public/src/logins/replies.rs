//! What asking and redeeming answer, with their cookies.

use axum::{
    Json,
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Response},
};
use serde::Serialize;
use sild_app::logins::{Asked, Redeemed, RedeemedFor};
use sild_domain::OfficeId;
use sild_http::{cookie, session};
use utoipa::ToSchema;

/// Nothing to tell: the same for every address.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Accepted {}

/// 202, with the cookie that binds the typed code to this browser.
pub(crate) fn accepted(asked: &Asked) -> Response {
    (StatusCode::ACCEPTED, browser_cookie(asked), Json(Accepted {})).into_response()
}

/// The cookie that binds the typed code to this browser.
pub(crate) fn browser_cookie(asked: &Asked) -> HeaderMap {
    cookie::set_for_an_hour(cookie::BROWSER_COOKIE, &asked.browser_nonce)
        .into_iter()
        .map(|value| (header::SET_COOKIE, value))
        .collect()
}

/// Which app somebody has signed in to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum AppKind {
    /// The office app.
    Office,
    /// The portal of an office.
    Portal,
}

/// A session has begun.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct SignedIn {
    /// Which app.
    pub(crate) kind: AppKind,
    /// Of which office.
    #[schema(value_type = String)]
    pub(crate) office_id: OfficeId,
    /// The portal's name; `null` for the office app.
    pub(crate) slug: Option<String>,
    /// The path that the link leads to.
    pub(crate) target: Option<String>,
}

/// The cookie of the session, and an end to the one of the browser that asked.
pub(crate) fn session_cookies(redeemed: &Redeemed) -> HeaderMap {
    let (office, secret) = (redeemed.office, &redeemed.session_secret);
    let (name, value) = match &redeemed.who {
        RedeemedFor::Member { id, role } => {
            (cookie::OFFICE_COOKIE.to_owned(), session::member_cookie_value(office, *id, *role, secret))
        }
        RedeemedFor::Contact { id, .. } => {
            (cookie::portal_cookie(office), session::contact_cookie_value(office, *id, secret))
        }
    };
    let mut all = HeaderMap::new();
    for value in [cookie::set(&name, &value), cookie::clear(cookie::BROWSER_COOKIE)].into_iter().flatten() {
        all.append(header::SET_COOKIE, value);
    }
    all
}

/// 200 with the session's cookie.
pub(crate) fn signed_in(redeemed: Redeemed) -> Response {
    let cookies = session_cookies(&redeemed);
    let (kind, slug) = match redeemed.who {
        RedeemedFor::Member { .. } => (AppKind::Office, None),
        RedeemedFor::Contact { slug, .. } => (AppKind::Portal, Some(slug.as_str().to_owned())),
    };
    let office_id = redeemed.office;
    (cookies, Json(SignedIn { kind, office_id, slug, target: redeemed.target })).into_response()
}
