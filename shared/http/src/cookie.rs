//! Session cookies: `__Host-`, `HttpOnly`, `Secure`, `SameSite=Lax`.

use axum::http::{HeaderMap, HeaderValue, header};
use sild_domain::OfficeId;
use sild_store::sessions::SESSION_DAYS;

/// The cookie of a member.
pub const OFFICE_COOKIE: &str = "__Host-office";
/// The cookie that binds a typed code to the browser that asked for it.
pub const BROWSER_COOKIE: &str = "__Host-browser";

/// The cookie of a contact in the portal of an office.
#[must_use]
pub fn portal_cookie(office: OfficeId) -> String {
    format!("__Host-p-{}", office.key())
}

/// The value of a cookie of the request.
#[must_use]
pub fn read<'h>(headers: &'h HeaderMap, name: &str) -> Option<&'h str> {
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|line| line.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find(|(key, _)| *key == name)
        .map(|(_, value)| value)
}

/// Sets a cookie for as long as a session lasts. `None` if the value cannot stand in a header.
#[must_use]
pub fn set(name: &str, value: &str) -> Option<HeaderValue> {
    let seconds = SESSION_DAYS * 24 * 3_600;
    header_value(name, value, seconds)
}

/// Sets a cookie for an hour.
#[must_use]
pub fn set_for_an_hour(name: &str, value: &str) -> Option<HeaderValue> {
    header_value(name, value, 3_600)
}

/// Removes a cookie.
#[must_use]
pub fn clear(name: &str) -> Option<HeaderValue> {
    header_value(name, "", 0)
}

fn header_value(name: &str, value: &str, seconds: i64) -> Option<HeaderValue> {
    HeaderValue::from_str(&format!(
        "{name}={value}; Path=/; Max-Age={seconds}; HttpOnly; Secure; SameSite=Lax"
    ))
    .ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cookie_is_found_among_others() {
        let mut headers = HeaderMap::new();
        headers.append(header::COOKIE, HeaderValue::from_static("a=1; __Host-office=v1.x; b=2"));
        headers.append(header::COOKIE, HeaderValue::from_static("c=3"));
        assert_eq!(read(&headers, OFFICE_COOKIE), Some("v1.x"));
        assert_eq!(read(&headers, "c"), Some("3"));
        assert_eq!(read(&headers, "office"), None);
    }
}
