//! Signing in and signing up.

mod form;
pub mod get_login_link;
pub mod redeem_login_code;
pub mod redeem_login_link;
pub mod renew_login_link;
mod replies;
pub mod request_office_login;
pub mod request_portal_login;
pub mod sign_up_office;
