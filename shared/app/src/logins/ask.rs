//! Asking for a link.

use sild_domain::{Email, OfficeId, Slug};
use sild_store::{
    TransactionError,
    logins::{self, Limit},
    offices,
    outbox::{self, Effect, SignUp},
};

use super::Target;
use crate::{Context, Failure, secrets};

/// How long somebody waits who asked too often, in seconds.
const RETRY_AFTER_SECONDS: u32 = 3_600;

/// What the browser that asked keeps, so that the typed code works only there.
#[derive(Debug)]
pub struct Asked {
    /// The nonce for its cookie.
    pub browser_nonce: String,
}

/// Who asks from where.
struct Asking<'a> {
    viewer: &'a str,
    address: Option<&'a Email>,
    office: Option<OfficeId>,
}

/// Asks for a link of a member to the office app.
pub async fn ask_for_office_link(
    cx: &Context,
    viewer: &str,
    email: Email,
    target: Option<Target>,
) -> Result<Asked, Failure> {
    let asking = Asking { viewer, address: Some(&email), office: None };
    ask(cx, asking, |browser| Effect::SendOfficeLogin {
        email: email.clone(),
        target: target.map(String::from),
        browser,
    })
    .await
}

/// Asks for a link of a contact to the portal of this name. A portal that does not exist is no secret.
pub async fn ask_for_portal_link(
    cx: &Context,
    viewer: &str,
    slug: &Slug,
    email: Email,
    target: Option<Target>,
) -> Result<Asked, Failure> {
    let name = offices::get_portal_name(&cx.table, slug).await?.ok_or(Failure::NotFound)?;
    let asking = Asking { viewer, address: Some(&email), office: Some(name.office_id) };
    ask(cx, asking, |browser| Effect::SendPortalLogin {
        office_id: name.office_id,
        email: email.clone(),
        target: target.map(String::from),
        browser,
    })
    .await
}

/// Asks for the link that makes an office. The office exists once the link is used.
pub async fn ask_to_sign_up(cx: &Context, viewer: &str, sign_up: SignUp) -> Result<Asked, Failure> {
    if !cx.config.sign_up_is_open {
        return Err(Failure::SignUpClosed);
    }
    let email = sign_up.email.clone();
    let asking = Asking { viewer, address: Some(&email), office: None };
    ask(cx, asking, |browser| Effect::SendSignUpLink { sign_up, browser }).await
}

/// Asks for a new link to whom a spent or expired one was sent. A token that nobody was sent is answered the same.
pub async fn ask_for_renewal(cx: &Context, viewer: &str, token: &str) -> Result<Asked, Failure> {
    let link_hash = secrets::hash(&[token]);
    let link = logins::get_link(&cx.table, &link_hash).await?;
    let address = link.as_ref().map(|link| &link.email);
    let asking = Asking { viewer, address, office: None };
    ask(cx, asking, |browser| Effect::RenewLogin { link_hash, browser }).await
}

/// Counts and writes the row. Too often for an address or an office is silence; too often for a viewer is said.
async fn ask(
    cx: &Context,
    asking: Asking<'_>,
    effect: impl FnOnce(String) -> Effect,
) -> Result<Asked, Failure> {
    let browser_nonce = secrets::mint(cx);
    let row = cx.outbox_row(effect(secrets::hash(&[&browser_nonce])));
    let rates = cx.config.rates;
    let mut limits = vec![Limit {
        what: format!("viewer#{}", secrets::hash(&[asking.viewer])),
        per_hour: rates.links_per_viewer,
        label: "viewer_limit",
    }];
    if let Some(address) = asking.address {
        let office = asking.office.map(OfficeId::key).unwrap_or_default();
        limits.push(Limit {
            what: format!("address#{}", secrets::hash(&[address.folded().as_ref(), &office])),
            per_hour: rates.links_per_address,
            label: "address_limit",
        });
    }
    if let Some(office) = asking.office {
        limits.push(Limit {
            what: format!("office#{}", office.key()),
            per_hour: rates.links_per_office,
            label: "office_limit",
        });
    }
    let mut transaction = cx.table.transaction();
    for limit in &limits {
        logins::count(&mut transaction, limit, cx.now());
    }
    outbox::add(&mut transaction, &row);
    match transaction.commit().await {
        Ok(()) | Err(TransactionError::Refused { label: "address_limit" | "office_limit", .. }) => {
            Ok(Asked { browser_nonce })
        }
        Err(TransactionError::Refused { label: "viewer_limit", .. }) => {
            Err(Failure::TooManyRequests { retry_after_seconds: RETRY_AFTER_SECONDS })
        }
        Err(error) => Err(error.into()),
    }
}
