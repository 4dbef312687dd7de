//! Use cases and jobs. A use case reads, decides with a pure call into the domain, and writes once; every effect outside
//! the table is an outbox row of the same transaction, and only jobs carry effects out.

pub mod announcements;
pub mod audit;
pub mod bulk;
pub mod bulk_openings;
pub mod bulk_tasks;
pub mod clients;
pub mod config;
pub mod contacts;
pub mod context;
pub mod creation;
pub mod digests;
pub mod exports;
pub mod failure;
pub mod files;
pub mod imports;
pub mod logins;
pub mod mail;
mod markup;
pub mod members;
pub mod notifications;
pub mod office_session;
pub mod outbox;
pub mod patch;
pub mod personal_data;
pub mod portal_media;
pub mod portal_page;
pub mod portal_session;
pub mod portal_settings;
pub mod requests;
pub mod schedules;
pub mod secrets;
pub mod series;
pub mod sweep;
pub mod tasks;
pub mod templates;
pub mod threads;
pub mod trace;

pub use config::Config;
pub use context::{Clock, Context, Entropy};
pub use creation::Creation;
pub use failure::{Conflict, Failure, FieldError};
pub use patch::Patch;
