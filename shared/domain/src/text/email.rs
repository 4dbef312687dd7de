//! E-mail addresses.

use super::{TextError, lines, text_type};

const MAX_BYTES: usize = 254;
const MAX_LOCAL_BYTES: usize = 64;
const MAX_LABEL_BYTES: usize = 63;

text_type! {
    /// An e-mail address, at most 254 bytes: `local@domain` by RFC 5321 without quoted local parts,
    /// comments or address literals. The local part keeps its case; the domain is lower case, and one
    /// with other letters than ASCII becomes its IDNA form. Compare logins by the folded form.
    Email, parse: parse, length: 3, MAX_BYTES, example: "mari@example.com"
}

impl Email {
    /// The form in which two addresses of one person are equal (S28): all in lower case.
    #[must_use]
    pub fn folded(&self) -> String {
        self.0.to_ascii_lowercase()
    }

    /// Enough of it for whoever knows it to know it again, and no more: `m***@example.com`.
    #[must_use]
    pub fn masked(&self) -> String {
        let local = self.0.rsplit_once('@').map_or("", |(local, _)| local);
        // Of one letter the first would be all.
        let shown = local.chars().next().filter(|_| local.len() > 1).map(String::from).unwrap_or_default();
        format!("{shown}***@{}", self.domain())
    }

    /// The part after the `@`, in lower case.
    #[must_use]
    pub fn domain(&self) -> &str {
        self.0.rsplit_once('@').map_or("", |(_, domain)| domain)
    }
}

fn parse(text: &str) -> Result<String, TextError> {
    let text = lines::line(text, MAX_BYTES)?;
    let (local, domain) = text.rsplit_once('@').ok_or(TextError::InvalidEmail)?;
    if !is_local_part(local) {
        return Err(TextError::InvalidEmail);
    }
    let domain = ascii_domain(domain).ok_or(TextError::InvalidEmail)?;
    let address = format!("{local}@{domain}");
    if address.len() > MAX_BYTES {
        return Err(TextError::TooLong { max: MAX_BYTES });
    }
    Ok(address)
}

/// A dot-atom of RFC 5321: letters, digits and marks, single dots inside.
fn is_local_part(local: &str) -> bool {
    let is_atom = |atom: &str| {
        !atom.is_empty()
            && atom.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"!#$%&'*+-/=?^_`{|}~".contains(&byte))
    };
    local.len() <= MAX_LOCAL_BYTES && local.split('.').all(is_atom)
}

fn ascii_domain(domain: &str) -> Option<String> {
    let is_plain = |letter: char| letter.is_alphanumeric() || letter == '-' || letter == '.';
    let lower = if domain.is_ascii() {
        domain.to_ascii_lowercase()
    } else if domain.chars().all(is_plain) {
        match url::Host::parse(domain).ok()? {
            url::Host::Domain(ascii) => ascii,
            url::Host::Ipv4(_) | url::Host::Ipv6(_) => return None,
        }
    } else {
        return None;
    };
    let is_label = |label: &str| {
        !label.is_empty()
            && label.len() <= MAX_LABEL_BYTES
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
    };
    let top = lower.rsplit_once('.')?.1;
    (lower.split('.').all(is_label) && top.len() >= 2 && !top.bytes().all(|b| b.is_ascii_digit()))
        .then_some(lower)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_domain_is_lower_case_and_the_local_part_is_kept() {
        let email = Email::parse("  Mari.Maasikas@Example.COM ").unwrap();
        assert_eq!(email.as_str(), "Mari.Maasikas@example.com");
        assert_eq!(email.folded(), "mari.maasikas@example.com");
        assert_eq!(email.domain(), "example.com");
    }

    #[test]
    fn a_masked_address_shows_one_letter_of_several_and_the_domain() {
        for (address, masked) in [
            ("mari@example.com", "m***@example.com"),
            ("m@example.com", "***@example.com"),
            ("ma@a.ee", "m***@a.ee"),
        ] {
            assert_eq!(Email::parse(address).unwrap().masked(), masked);
        }
    }

    #[test]
    fn usual_addresses_are_accepted() {
        for good in [
            "a@b.ee",
            "first.last+tag@sub.example.co.uk",
            "o'brien@example.com",
            "x_y-z@1st.example.com",
            "a@xn--9ca.ee",
        ] {
            assert_eq!(Email::parse(good).unwrap().as_str(), good);
        }
        assert_eq!(Email::parse("mari@Õun.ee").unwrap().as_str(), "mari@xn--un-bka.ee");
    }

    #[test]
    fn what_mail_cannot_be_sent_to_is_refused() {
        for bad in [
            "mari",
            "@example.com",
            "mari@",
            "mari@example",
            "mari@@example.com",
            "ma ri@example.com",
            "mari@exa mple.com",
            ".mari@example.com",
            "mari.@example.com",
            "ma..ri@example.com",
            "\"mari\"@example.com",
            "mari@-example.com",
            "mari@example-.com",
            "mari@example..com",
            "mari@.example.com",
            "mari@example.com.",
            "mari@127.0.0.1",
            "mari@[127.0.0.1]",
            "mari@１２７.０.０.１",
            "<mari@example.com>",
            "mari@example.com,jaan@example.com",
            "märi@example.com",
            "mari@õu%6e.ee",
            "mari@exa_mple.com",
        ] {
            assert_eq!(Email::parse(bad), Err(TextError::InvalidEmail), "{bad}");
        }
    }

    #[test]
    fn line_breaks_and_nul_cannot_enter_a_mail_header() {
        for bad in ["a@b.ee\r\nBcc: c@d.ee", "a@b.ee\n", "a@b.ee\0", "\ra@b.ee"] {
            assert_eq!(Email::parse(bad), Err(TextError::InvalidCharacter), "{bad:?}");
        }
    }

    #[test]
    fn lengths_are_bounded() {
        assert_eq!(Email::parse(""), Err(TextError::Required));
        assert!(Email::parse(&format!("{}@example.com", "a".repeat(64))).is_ok());
        assert!(Email::parse(&format!("{}@example.com", "a".repeat(65))).is_err());
        let label = "a".repeat(61);
        let fits = format!("aaa@{label}.{label}.{label}.{label}.ee");
        assert_eq!(fits.len(), 254);
        assert!(Email::parse(&fits).is_ok());
        assert_eq!(Email::parse(&format!("a{fits}")), Err(TextError::TooLong { max: 254 }));
    }

    proptest! {
        #[test]
        fn no_text_makes_the_parser_panic_and_parsing_twice_changes_nothing(
            text in "\\PC{0,40}|[a-zõA-Z0-9.@-]{0,30}|[a-z]{1,5}@[a-zõä]{1,8}\\.ee"
        ) {
            if let Ok(email) = Email::parse(&text) {
                prop_assert!(email.as_str().is_ascii());
                prop_assert_eq!(Email::parse(email.as_str()).unwrap(), email.clone());
                let folded = Email::parse(&email.folded()).unwrap();
                prop_assert_eq!(folded.as_str(), email.folded());
            }
        }
    }
}
