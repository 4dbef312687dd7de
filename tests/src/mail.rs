//! What a test reads out of a mail.

use sild_local::Mail;

/// The typed code of a login mail, such as `K7M-2PX`.
pub fn login_code(mail: &Mail) -> String {
    let is_code = |line: &&str| line.len() == 7 && line.as_bytes()[3] == b'-';
    mail.text.lines().find(is_code).unwrap().to_owned()
}

/// The token of the link that makes an address somebody's.
pub fn email_token(mail: &Mail) -> String {
    mail.text.split("/email#e=").nth(1).unwrap().split_whitespace().next().unwrap().to_owned()
}
