//! What jobs do by themselves, and when.

mod send_digest;
