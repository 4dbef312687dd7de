//! The audit trail, for admins and the owner.

pub mod export_audit_trail;
pub mod list_audit_entries;
