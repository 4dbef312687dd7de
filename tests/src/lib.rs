//! A world for each test: a one-machine cloud in memory with a clock that stands still, every area's routes, every job,
//! and people who use them.

#![expect(
    clippy::unwrap_used,
    clippy::must_use_candidate,
    clippy::missing_panics_doc,
    reason = "a test that cannot arrange its world fails"
)]

mod browser;
mod calls;
pub mod catalogue;
mod held;
mod lost;
mod mail;
pub mod media;
mod office;
mod parts;
mod upload;
mod world;

pub use browser::{Browser, Reply};
pub use calls::{Call, serial_depth};
pub use mail::{email_token, login_code};
pub use office::{Office, Person};
pub use upload::{download, put, upload};
pub use world::{START, World};
