//! The one-machine cloud through its own doors: the calls that the product makes, time, restarts, the front door.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a check fails by panicking, also outside a test function"
)]

mod contract;
mod control;
mod front;
mod restart;
mod streams;
mod support;
mod time;
