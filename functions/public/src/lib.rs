//! The operations without a session: signing in, signing up, and the portal's page.

use axum::routing::get;
use sild_http::Operation;
use utoipa_axum::routes;

pub mod logins;
pub mod portal;

/// Every operation of the area.
#[must_use]
pub fn operations() -> Vec<Operation> {
    use portal::show_portal::{show_portal, show_portal_below};
    vec![
        Operation::new("redeem_login_code", routes!(logins::redeem_login_code::redeem_login_code)),
        Operation::new("redeem_login_link", routes!(logins::redeem_login_link::redeem_login_link)),
        Operation::new("renew_login_link", routes!(logins::renew_login_link::renew_login_link)),
        Operation::new("request_office_login", routes!(logins::request_office_login::request_office_login)),
        Operation::new("request_portal_login", routes!(logins::request_portal_login::request_portal_login)),
        Operation::new("show_portal", routes!(portal::show_portal::show_portal))
            .and_below("/p/{slug}/", get(show_portal))
            .and_below("/p/{slug}/{*path}", get(show_portal_below)),
        Operation::new("sign_up_office", routes!(logins::sign_up_office::sign_up_office)),
    ]
}
