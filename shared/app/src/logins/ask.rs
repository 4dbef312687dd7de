//! Asking for a link.

use sild_domain::{Email, OfficeId, Slug};
use sild_store::{
    TransactionError,
    logins::{self, Limit, LinkFor, LinkRecord},
    offices,
    outbox::{self, Effect, SignUp},
};

use super::{
    Target,
    viewer::{Counted, count_viewer},
};
use crate::{Context, Failure, secrets};

/// What the browser that asked keeps, so that the typed code works only there.
#[derive(Debug)]
pub struct Asked {
    /// The nonce for its cookie.
    pub browser_nonce: String,
}

/// Asks for a link of a member to the office app.
pub async fn ask_for_office_link(
    cx: &Context,
    viewer: &str,
    email: Email,
    target: Option<Target>,
) -> Result<Asked, Failure> {
    count_viewer(cx, Counted::Mails, viewer).await?;
    let limits = vec![address_limit(cx, &email, None)];
    ask(cx, limits, |browser| Effect::SendOfficeLogin { email, target: target.map(String::from), browser })
        .await
}

/// Asks for a link of a contact to the portal of this name. Whether a name is taken is no secret (S5).
pub async fn ask_for_portal_link(
    cx: &Context,
    viewer: &str,
    slug: &Slug,
    email: Email,
    target: Option<Target>,
) -> Result<Asked, Failure> {
    let name = async { Ok(offices::get_portal_name(&cx.table, slug).await?) };
    let ((), name) = tokio::try_join!(count_viewer(cx, Counted::Mails, viewer), name)?;
    let office_id = name.filter(|name| name.erased_at.is_none()).ok_or(Failure::NotFound)?.office_id;
    let limits = vec![address_limit(cx, &email, Some(office_id)), office_limit(cx, office_id)];
    ask(cx, limits, |browser| Effect::SendPortalLogin {
        office_id,
        email,
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
    count_viewer(cx, Counted::Mails, viewer).await?;
    let limits = vec![address_limit(cx, &sign_up.email, None)];
    ask(cx, limits, |browser| Effect::SendSignUpLink { sign_up, browser }).await
}

/// Asks for a new link to whom a spent or expired one was sent. A token that nobody was sent is answered the same.
pub async fn ask_for_renewal(cx: &Context, viewer: &str, token: &str) -> Result<Asked, Failure> {
    let link_hash = secrets::hash(&[token]);
    let link = async { Ok(logins::get_link(&cx.table, &link_hash).await?) };
    let ((), link) = tokio::try_join!(count_viewer(cx, Counted::Mails, viewer), link)?;
    let limits = link.map(|link| renewal_limits(cx, &link)).unwrap_or_default();
    ask(cx, limits, |browser| Effect::RenewLogin { link_hash, browser }).await
}

/// A renewed link counts as one that was asked for anew.
fn renewal_limits(cx: &Context, link: &LinkRecord) -> Vec<Limit> {
    match link.link_for {
        LinkFor::Contact { office_id, .. } => {
            vec![address_limit(cx, &link.email, Some(office_id)), office_limit(cx, office_id)]
        }
        LinkFor::Member { .. } | LinkFor::SignUp { .. } => vec![address_limit(cx, &link.email, None)],
        // Answered like a token that nobody was sent.
        LinkFor::EmailChange { .. } => Vec::new(),
    }
}

/// Writes the row of the outbox. Too often for an address or an office is silence: nobody learns of another's asking.
async fn ask(
    cx: &Context,
    limits: Vec<Limit>,
    effect: impl FnOnce(String) -> Effect,
) -> Result<Asked, Failure> {
    let browser_nonce = secrets::mint(cx);
    let row = cx.outbox_row(effect(secrets::hash(&[&browser_nonce])));
    let mut transaction = cx.table.transaction();
    for limit in &limits {
        logins::count(&mut transaction, limit, cx.now());
    }
    outbox::add(&mut transaction, &row);
    match transaction.commit().await {
        Ok(()) | Err(TransactionError::Refused { label: ADDRESS_LIMIT | OFFICE_LIMIT, .. }) => {
            Ok(Asked { browser_nonce })
        }
        Err(error) => Err(error.into()),
    }
}

/// How often a member may be mailed at an address by colleagues.
pub(crate) fn mail_limits(cx: &Context, office: OfficeId, address: &Email) -> [Limit; 2] {
    [address_limit(cx, address, Some(office)), office_limit(cx, office)]
}

/// That one of [`mail_limits`] is reached.
pub(crate) fn too_many_mails(error: &TransactionError) -> Option<Failure> {
    let is_limit = matches!(error, TransactionError::Refused { label: ADDRESS_LIMIT | OFFICE_LIMIT, .. });
    is_limit.then_some(Failure::TooManyRequests { retry_after_seconds: 3_600 })
}

const ADDRESS_LIMIT: &str = "address_limit";
const OFFICE_LIMIT: &str = "office_limit";

fn address_limit(cx: &Context, address: &Email, office: Option<OfficeId>) -> Limit {
    let office = office.map(OfficeId::key).unwrap_or_default();
    Limit {
        what: format!("address#{}", secrets::hash(&[address.folded().as_ref(), &office])),
        per_hour: cx.config.rates.links_per_address,
        label: ADDRESS_LIMIT,
    }
}

fn office_limit(cx: &Context, office: OfficeId) -> Limit {
    Limit {
        what: logins::counted_office(office),
        per_hour: cx.config.rates.links_per_office,
        label: OFFICE_LIMIT,
    }
}
