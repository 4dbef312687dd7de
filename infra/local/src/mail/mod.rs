//! SES v2 as far as the product uses it: `SendEmail` into a mailbox on disk, `GetAccount`.

mod endpoint;
mod message;
mod simulator;

pub(crate) use endpoint::router;
