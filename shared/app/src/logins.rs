//! Signing in by link or typed code, and signing an office up (S10, S20, S64).
//!
//! Asking for a link never looks the address up: it counts, writes one row of the outbox and answers the same to everybody.
//! The mail job looks the address up, mints the secrets and keeps only their hashes.

mod ask;
mod link;
mod mailing;
mod mint;
mod redeem;
mod target;
mod viewer;

pub use ask::{Asked, ask_for_office_link, ask_for_portal_link, ask_for_renewal, ask_to_sign_up};
pub(crate) use ask::{mail_limits, too_many_mails};
pub use link::{KnownLink, LinkState, look_at_link};
pub use mailing::carry_out;
pub(crate) use mint::mint_link;
pub use mint::{mint_contact_link, mint_member_link};
pub use redeem::{Redeemed, RedeemedFor, redeem_code, redeem_link};
pub use target::{InvalidTarget, Target};
