//! The audit trail (S67): a job records what the table's stream tells, and an office reads and exports its own.

mod export;
mod keyring;
mod read;
mod record;
mod sealing;
mod view;

pub(crate) use export::{HEADINGS, rows};
pub(crate) use read::entries_of;
pub use read::list_audit_entries;
pub use record::record_changes;
pub use view::{AuditActor, AuditActorKind, AuditChange, AuditEntry, AuditField};
