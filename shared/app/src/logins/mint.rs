//! Making links and codes: the secrets go into a mail and nowhere else.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use sild_domain::{
    ContactId, Email, MemberId, OfficeId,
    login::{CODE_TRIES, Code, link_lifetime},
};
use sild_store::{
    logins::{self, CodeRecord, LinkFor, LinkRecord},
    offices::OfficeRecord,
};

use crate::{Context, Failure, secrets};

/// What stays as it is in the fragment of a link.
const FRAGMENT: &AsciiSet =
    &NON_ALPHANUMERIC.remove(b'/').remove(b'-').remove(b'_').remove(b'.').remove(b'~');

/// A link's token, with the code that stands for it in one browser.
pub(crate) struct Minted {
    pub(crate) token: String,
    pub(super) code: Option<Code>,
}

/// Makes a link, and a code if a browser asked, and keeps their hashes.
pub(crate) async fn mint_link(
    cx: &Context,
    link: LinkRecord,
    browser: Option<&str>,
) -> Result<Minted, Failure> {
    let token = secrets::mint(cx);
    let link_hash = secrets::hash(&[&token]);
    let mut transaction = cx.table.transaction();
    logins::create_link(&mut transaction, &link_hash, &link);
    let code = browser.map(|browser| {
        let code = Code::from_random(cx.random());
        let lifetime = link_lifetime(cx.config.link_lifetime_hours);
        let record = CodeRecord {
            code_hash: code_hash(browser, &code),
            link_hash,
            link: link.clone(),
            tries_left: CODE_TRIES,
            ttl: link.issued_at.checked_add(lifetime).unwrap_or(jiff::Timestamp::MAX).as_second(),
        };
        logins::set_code(&mut transaction, browser, &record);
        code
    });
    transaction.commit().await?;
    Ok(Minted { token, code })
}

/// The hash under which a browser's code is known.
pub(super) fn code_hash(browser: &str, code: &Code) -> String {
    secrets::hash(&[browser, code.as_str()])
}

/// The address of a link below where an app is.
pub(super) fn link_url(base: &str, token: &str, target: Option<&str>) -> String {
    match target {
        Some(target) => format!("{base}/login#t={token}&to={}", utf8_percent_encode(target, FRAGMENT)),
        None => format!("{base}/login#t={token}"),
    }
}

/// A link that signs a contact in and leads to `target`, a path of the portal.
pub async fn mint_contact_link(
    cx: &Context,
    office: &OfficeRecord,
    contact: ContactId,
    email: &Email,
    target: &str,
) -> Result<String, Failure> {
    let slug = office.slug.as_ref().ok_or_else(|| Failure::internal("the office has no portal name"))?;
    let link_for = LinkFor::Contact { office_id: office.id, contact_id: contact };
    let link = LinkRecord::issued(link_for, email.clone(), Some(target.to_owned()), cx.now());
    let minted = mint_link(cx, link, None).await?;
    Ok(link_url(&cx.config.portal_url_of(slug), &minted.token, Some(target)))
}

/// A link that signs a member in and leads to `target`, a path of the office app.
pub async fn mint_member_link(
    cx: &Context,
    office: OfficeId,
    member: MemberId,
    email: &Email,
    target: &str,
) -> Result<String, Failure> {
    let link_for = LinkFor::Member { office_id: office, member_id: member };
    let link = LinkRecord::issued(link_for, email.clone(), Some(target.to_owned()), cx.now());
    let minted = mint_link(cx, link, None).await?;
    Ok(link_url(&cx.config.office_url, &minted.token, Some(target)))
}
