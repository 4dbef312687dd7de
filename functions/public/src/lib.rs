//! The operations without a session: signing in, signing up, the portal's page, and the links in mails that stop them.

use axum::routing::get;
use sild_http::{Operation, operation};

pub mod logins;
pub mod mails;
pub mod portal;
pub mod profile;

/// Every operation of the area.
#[must_use]
pub fn operations() -> Vec<Operation> {
    use portal::show_portal::{show_portal, show_portal_below};
    vec![
        operation!(profile::confirm_email_change),
        operation!(logins::get_login_link),
        operation!(logins::redeem_login_code),
        operation!(logins::redeem_login_link),
        operation!(logins::renew_login_link),
        operation!(logins::request_office_login),
        operation!(logins::request_portal_login),
        operation!(portal::show_portal)
            .and_below("/p/{slug}/", get(show_portal))
            .and_below("/p/{slug}/{*path}", get(show_portal_below)),
        operation!(mails::show_unsubscribe),
        operation!(logins::sign_up_office),
        operation!(mails::unsubscribe).from_anywhere(),
    ]
}
