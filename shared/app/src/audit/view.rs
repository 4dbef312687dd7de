//! Entries as members read them.

use jiff::Timestamp;
use serde::Serialize;
use sild_domain::AuditEntryId;
use sild_store::audit::ChangeKind;
use utoipa::ToSchema;

/// What happened to a thing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum AuditChange {
    /// It came to be.
    Created,
    /// Some of it is different since.
    Changed,
    /// It is gone since.
    Removed,
}

impl From<ChangeKind> for AuditChange {
    fn from(change: ChangeKind) -> Self {
        match change {
            ChangeKind::Created => Self::Created,
            ChangeKind::Changed => Self::Changed,
            ChangeKind::Removed => Self::Removed,
        }
    }
}

impl AuditChange {
    /// As the wire says it.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Created => "created",
            Self::Changed => "changed",
            Self::Removed => "removed",
        }
    }
}

/// Who did something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum AuditActorKind {
    /// A person of the office.
    Member,
    /// A person of a client.
    Contact,
    /// The product by itself: `operation` says which job.
    Job,
}

impl AuditActorKind {
    /// As the wire says it.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Member => "member",
            Self::Contact => "contact",
            Self::Job => "job",
        }
    }
}

/// Who did it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct AuditActor {
    /// What they are.
    pub kind: AuditActorKind,
    /// Their id; none for a job.
    pub id: Option<String>,
    /// Their name as it is now.
    pub name: Option<String>,
}

/// One field that is different since.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct AuditField {
    /// Its name, with dots into what it is part of.
    pub field: String,
    /// What it was: a text as it is, anything else as JSON; `null` where it was not there.
    pub from: Option<String>,
    /// What it was from then on.
    pub to: Option<String>,
    /// Whether nobody can read its values any more, as the person was erased.
    pub is_erased: bool,
}

/// One change.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct AuditEntry {
    /// Its id.
    pub id: AuditEntryId,
    /// When.
    #[schema(value_type = String, format = DateTime)]
    pub at: Timestamp,
    /// Who did it, or wanted it where a job carried it out.
    pub by: AuditActor,
    /// The operation or the job that did it.
    pub operation: Option<String>,
    /// What kind of thing it is, such as `task`.
    pub what: String,
    /// Which one.
    pub thing_id: Option<String>,
    /// What that belongs to: a message to its task or request, a task to its client.
    pub belongs_to: Option<String>,
    /// What happened to it.
    pub change: AuditChange,
    /// What is different since.
    pub fields: Vec<AuditField>,
}
