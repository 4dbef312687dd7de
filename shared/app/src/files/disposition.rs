//! `Content-Disposition` by RFC 6266 and RFC 5987.

use std::fmt::Write as _;

use sild_domain::FileName;

/// Says that a file is to be saved under its name: twice, as only the second form can hold more than ASCII.
pub(super) fn attachment(name: &FileName) -> String {
    let mut plain = String::new();
    let mut encoded = String::new();
    for character in name.as_str().chars() {
        let is_plain = character.is_ascii_graphic() || character == ' ';
        plain.push(if is_plain && !matches!(character, '"' | '\\' | '%') { character } else { '_' });
    }
    for byte in name.as_str().bytes() {
        if byte.is_ascii_alphanumeric() || b"!#$&+-.^_`|~".contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            // Writing to a string cannot fail.
            let _ = write!(encoded, "%{byte:02X}");
        }
    }
    format!("attachment; filename=\"{plain}\"; filename*=UTF-8''{encoded}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(name: &str) -> String {
        attachment(&FileName::parse(name).unwrap())
    }

    #[test]
    fn a_plain_name_stands_in_both_forms() {
        assert_eq!(
            of("statement.pdf"),
            "attachment; filename=\"statement.pdf\"; filename*=UTF-8''statement.pdf"
        );
    }

    #[test]
    fn what_is_not_ascii_is_whole_only_in_the_second_form() {
        assert_eq!(
            of("arve märts.pdf"),
            "attachment; filename=\"arve m_rts.pdf\"; filename*=UTF-8''arve%20m%C3%A4rts.pdf"
        );
    }

    #[test]
    fn quotes_and_percents_cannot_end_or_change_the_name() {
        assert_eq!(
            of("a\"; filename=b%41.exe"),
            "attachment; filename=\"a_; filename=b_41.exe\"; filename*=UTF-8''a%22%3B%20filename%3Db%2541.exe"
        );
    }
}
