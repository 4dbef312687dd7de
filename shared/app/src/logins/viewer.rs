//! How often one network address may ask for links, and type codes.

use std::net::Ipv6Addr;

use jiff::Timestamp;
use sild_store::logins::{self, Limit};

use crate::{Context, Failure, secrets};

/// What is counted.
#[derive(Debug, Clone, Copy)]
pub(super) enum Counted {
    /// Asking for a mail.
    Mails,
    /// Typing a code.
    Codes,
}

/// Counts one more of a viewer, whatever becomes of the request. Too often is said.
pub(super) async fn count_viewer(cx: &Context, counted: Counted, viewer: &str) -> Result<(), Failure> {
    let counted = match counted {
        Counted::Mails => "viewer",
        Counted::Codes => "codes",
    };
    let limit = Limit {
        what: format!("{counted}#{}", secrets::hash(&[&network_of(viewer)])),
        per_hour: cx.config.rates.links_per_viewer,
        label: "viewer_limit",
    };
    if logins::count_alone(&cx.table, &limit, cx.now()).await? {
        Ok(())
    } else {
        Err(Failure::TooManyRequests { retry_after_seconds: seconds_to_next_hour(cx.now()) })
    }
}

/// Whoever has an IPv6 address has 2⁶⁴ of them: the network is counted.
fn network_of(viewer: &str) -> String {
    match viewer.parse::<Ipv6Addr>() {
        Ok(address) => {
            let [a, b, c, d, ..] = address.segments();
            format!("{a:x}:{b:x}:{c:x}:{d:x}")
        }
        Err(_) => viewer.to_owned(),
    }
}

/// When the counters begin anew.
fn seconds_to_next_hour(now: Timestamp) -> u32 {
    u32::try_from(3_600 - now.as_second().rem_euclid(3_600)).unwrap_or(3_600)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_addresses_of_one_ipv6_network_count_as_one_viewer() {
        assert_eq!(network_of("2001:db8:1:2::1"), network_of("2001:db8:1:2:ffff::9"));
        assert_ne!(network_of("2001:db8:1:2::1"), network_of("2001:db8:1:3::1"));
        assert_ne!(network_of("192.0.2.1"), network_of("192.0.2.2"));
    }

    #[test]
    fn one_waits_until_the_hour_is_over() {
        for (now, seconds) in [("2026-03-02T08:00:00Z", 3_600), ("2026-03-02T08:59:59Z", 1)] {
            assert_eq!(seconds_to_next_hour(now.parse().unwrap()), seconds);
        }
    }
}
