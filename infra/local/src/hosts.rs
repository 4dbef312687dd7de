//! Which hosts and origins are this machine: the guard against pages that rebind a name to 127.0.0.1.

use http::HeaderValue;

/// A host name of this machine, and what is served under it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum LocalHost {
    /// `localhost`, `127.0.0.1`, `[::1]` or `app.localhost`: the office's app.
    App,
    /// `<name>.localhost`: a portal.
    Portal,
}

/// The kind of host in a `Host` header, or `None` when it is not this machine's.
pub(crate) fn local_host(header: &str) -> Option<LocalHost> {
    match name_of(header)?.to_ascii_lowercase().as_str() {
        "localhost" | "127.0.0.1" | "[::1]" | "app.localhost" => Some(LocalHost::App),
        name => {
            let label = name.strip_suffix(".localhost")?;
            let is_label =
                !label.is_empty() && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
            is_label.then_some(LocalHost::Portal)
        }
    }
}

/// Whether an `Origin` header names a page of this machine.
pub(crate) fn is_local_origin(origin: &HeaderValue) -> bool {
    origin
        .to_str()
        .ok()
        .and_then(|origin| origin.strip_prefix("http://").or_else(|| origin.strip_prefix("https://")))
        .is_some_and(|host| local_host(host).is_some())
}

/// The name without its port; `None` when the port is not a number.
fn name_of(header: &str) -> Option<&str> {
    let after_bracket = header.rfind(']').map_or(0, |place| place.saturating_add(1));
    let (head, tail) = header.split_at(after_bracket);
    match tail.split_once(':') {
        None => Some(header),
        Some((rest, port)) => {
            let is_port = !port.is_empty() && port.bytes().all(|byte| byte.is_ascii_digit());
            let name = if head.is_empty() { rest } else { head };
            is_port.then_some(name)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn loopback_names_are_local_with_and_without_a_port() {
        for host in
            ["localhost", "LOCALHOST:8080", "127.0.0.1:8080", "[::1]", "[::1]:8080", "app.localhost:1"]
        {
            assert_eq!(local_host(host), Some(LocalHost::App), "{host}");
        }
        for host in ["demo.localhost", "demo-2.localhost:8080"] {
            assert_eq!(local_host(host), Some(LocalHost::Portal), "{host}");
        }
    }

    #[test]
    fn other_names_are_not_even_when_they_look_like_it() {
        for host in [
            "",
            "example.com",
            "localhost.example.com",
            "127.0.0.1.example.com",
            "notlocalhost",
            ".localhost",
            "a.b.localhost",
            "localhost:",
            "localhost:80x",
            "127.0.0.2",
            "a b.localhost",
        ] {
            assert_eq!(local_host(host), None, "{host}");
        }
    }

    #[test]
    fn an_origin_needs_a_scheme_and_a_local_host() {
        assert!(is_local_origin(&HeaderValue::from_static("http://demo.localhost:8080")));
        assert!(is_local_origin(&HeaderValue::from_static("http://127.0.0.1:9")));
        for origin in
            ["null", "demo.localhost", "http://example.com", "file://localhost", "http://evil.com#.localhost"]
        {
            assert!(!is_local_origin(&HeaderValue::from_static(origin)), "{origin}");
        }
    }
}
