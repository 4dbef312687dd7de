//! Use cases and jobs. A use case reads, decides with a pure call into the domain, and writes once; every effect outside
//! the table is an outbox row of the same transaction, and only jobs carry effects out.

pub mod clients;
pub mod config;
pub mod context;
pub mod creation;
pub mod failure;
pub mod mail;
mod markup;
pub mod secrets;

pub use config::Config;
pub use context::{Clock, Context, Entropy};
pub use creation::Creation;
pub use failure::{Conflict, Failure, FieldError};
