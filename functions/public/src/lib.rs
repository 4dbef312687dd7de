//! The operations without a session.

use sild_http::Operation;

/// Every operation of the area.
#[must_use]
pub fn operations() -> Vec<Operation> {
    Vec::new()
}
