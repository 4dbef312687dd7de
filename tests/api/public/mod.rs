//! The operations without a session.

mod confirm_email_change;
mod get_login_link;
mod invitation;
mod redeem_login_code;
mod redeem_login_link;
mod renew_login_link;
mod request_office_login;
mod request_portal_login;
mod send_mail;
mod show_portal;
mod sign_up_office;
mod support;
mod unsubscribe;
