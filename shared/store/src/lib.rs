//! The single table: keys, items, queries, transactions, scopes and cursors.
//!
//! One module an aggregate. A key of an office can only be built from a scope, and a scope only comes out of a verified
//! session or a job, so no caller can spell another office's key. `docs/api-design.md` holds the table of items.

mod key;

pub mod acting;
pub mod audit;
pub mod bulk;
pub mod bulk_openings;
pub mod bulk_tasks;
pub mod clients;
pub mod contacts;
pub mod cursor;
pub mod digitisations;
pub mod erasing;
pub mod error;
pub mod exports;
pub mod files;
pub mod holdings;
pub mod idempotency;
pub mod imports;
pub mod logins;
pub mod media;
pub mod members;
pub mod notices;
pub mod notifications;
pub mod offices;
pub mod outbox;
pub mod people;
pub mod record;
pub mod reminders;
pub mod requests;
pub mod scope;
pub mod series;
pub mod sessions;
pub mod table;
pub mod tasks;
pub mod templates;
pub mod threads;
pub mod transaction;
pub mod uploads;

pub use cursor::{Cursor, CursorError, Page, PageRequest, Soonest};
pub use error::StoreError;
pub use key::SHARDS;
pub use record::{Item, Record, Version};
pub use scope::{Actor, ClientScope, OfficeScope};
pub use table::Table;
pub use transaction::{Transaction, TransactionError, Update};
