//! What jobs do by themselves, and when.

mod send_digest;
mod sweep_outbox;
