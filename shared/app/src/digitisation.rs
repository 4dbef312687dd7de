//! Digitisation (S59–S61): files of a task are mailed to the address at which the client's documents are read by a machine.
//!
//! A member orders it; each file is queued in the transaction of the order, and a job of its own, the only one that may read
//! files of clients, writes and hands over the mails. A mail's files are held while it leaves and marked as soon as it has,
//! so one is sent twice only if the process dies in between.

mod give_up;
mod look_after;
mod message;
mod order;
mod plan;
mod send;
mod view;

pub(crate) use look_after::look_after;
pub use order::{DigitisationOrder, digitise_files};
pub(crate) use send::arm;
pub use send::{SendDigitisation, send_digitisation};
pub use view::{DigitisationReasonView, DigitisationStateView, Digitised, FileDigitisation};
