//! Addresses of the web and media types.

use super::{TextError, lines, text_type};

const MAX_URL_BYTES: usize = 2_048;
const MAX_TYPE_BYTES: usize = 127;

text_type! {
    /// An `https:` address of at most 2,048 bytes, in its normal form, without user name or password (S58).
    HttpsUrl, parse: https_url, length: 9, MAX_URL_BYTES, example: "https://documents.example.com/client/1"
}

text_type! {
    /// A media type such as `application/pdf`, at most 127 bytes, lower case, without parameters.
    ContentType, parse: content_type, length: 3, MAX_TYPE_BYTES, example: "application/pdf"
}

fn https_url(text: &str) -> Result<String, TextError> {
    let text = lines::line(text, MAX_URL_BYTES)?;
    let has_scheme = text.get(..8).is_some_and(|head| head.eq_ignore_ascii_case("https://"));
    if !has_scheme || text.contains([' ', '\\']) {
        return Err(TextError::InvalidUrl);
    }
    let url = url::Url::parse(&text).map_err(|_| TextError::InvalidUrl)?;
    let has_userinfo = !url.username().is_empty() || url.password().is_some();
    let authority = text.get(8..).unwrap_or_default();
    let authority = authority.split(['/', '?', '#']).next().unwrap_or_default();
    if url.scheme() != "https" || has_userinfo || authority.contains('@') {
        return Err(TextError::InvalidUrl);
    }
    let normal = String::from(url);
    if normal.len() > MAX_URL_BYTES {
        return Err(TextError::TooLong { max: MAX_URL_BYTES });
    }
    Ok(normal)
}

fn content_type(text: &str) -> Result<String, TextError> {
    let text = lines::line(text, usize::MAX)?;
    let essence = text.split(';').next().unwrap_or_default().trim_end();
    // The restricted-name of RFC 6838.
    let is_name = |name: &str| {
        name.starts_with(|first: char| first.is_ascii_alphanumeric())
            && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"!#$&-^_.+".contains(&byte))
    };
    let (kind, subtype) = essence.split_once('/').ok_or(TextError::InvalidFormat)?;
    if !is_name(kind) || !is_name(subtype) {
        return Err(TextError::InvalidFormat);
    }
    if essence.len() > MAX_TYPE_BYTES {
        return Err(TextError::TooLong { max: MAX_TYPE_BYTES });
    }
    Ok(essence.to_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn https_addresses_are_kept_in_their_normal_form() {
        for (given, kept) in [
            ("https://example.com", "https://example.com/"),
            ("HTTPS://Example.com/A?b=c#d", "https://example.com/A?b=c#d"),
            ("https://example.com/õ", "https://example.com/%C3%B5"),
            ("https://example.com/@user", "https://example.com/@user"),
            ("https://example.com:8443/x", "https://example.com:8443/x"),
        ] {
            assert_eq!(HttpsUrl::parse(given).unwrap().as_str(), kept);
        }
    }

    #[test]
    fn other_schemes_user_names_and_tricks_are_refused() {
        for bad in [
            "http://example.com",
            "javascript:alert(1)",
            "https:example.com",
            "https:/example.com",
            "https://",
            "https://user@example.com",
            "https://user:secret@example.com",
            "https://@example.com",
            "https://:@example.com",
            "https:\\\\example.com",
            "https://exa mple.com",
            "//example.com",
            "example.com",
            "data:text/html,x",
        ] {
            assert_eq!(HttpsUrl::parse(bad), Err(TextError::InvalidUrl), "{bad}");
        }
        assert_eq!(HttpsUrl::parse("https://example.com/\r\nx"), Err(TextError::InvalidCharacter));
    }

    #[test]
    fn an_address_is_bounded_in_its_normal_form() {
        let fits = format!("https://a.ee/{}", "a".repeat(2_048 - 13));
        assert!(HttpsUrl::parse(&fits).is_ok());
        assert!(HttpsUrl::parse(&format!("{fits}a")).is_err());
        let swells = format!("https://a.ee/{}", "õ".repeat(1_000));
        assert_eq!(HttpsUrl::parse(&swells), Err(TextError::TooLong { max: 2_048 }));
    }

    #[test]
    fn a_media_type_is_its_essence_in_lower_case() {
        for (given, kept) in [
            ("application/pdf", "application/pdf"),
            ("Text/CSV; charset=utf-8", "text/csv"),
            ("image/svg+xml", "image/svg+xml"),
        ] {
            assert_eq!(ContentType::parse(given).unwrap().as_str(), kept);
        }
        for bad in ["pdf", "/", "a/", "/b", "a/b/c", "a b/c", "text/\u{f5}", "*/*"] {
            assert_eq!(ContentType::parse(bad), Err(TextError::InvalidFormat), "{bad}");
        }
        assert!(ContentType::parse(&format!("a/{}", "b".repeat(126))).is_err());
    }

    proptest! {
        #[test]
        fn no_text_makes_the_parsers_panic_and_parsing_twice_changes_nothing(
            text in "\\PC{0,40}|https://\\PC{0,40}|https://[a-z.:@/?#\\[\\]%]{0,20}|[a-z]{1,4}/[a-z+.; =]{1,8}"
        ) {
            if let Ok(url) = HttpsUrl::parse(&text) {
                prop_assert!(url.as_str().starts_with("https://"));
                prop_assert_eq!(HttpsUrl::parse(url.as_str()).unwrap(), url);
            }
            if let Ok(kind) = ContentType::parse(&text) {
                prop_assert_eq!(ContentType::parse(kind.as_str()).unwrap(), kind);
            }
        }
    }
}
