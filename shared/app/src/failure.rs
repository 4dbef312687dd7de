//! Why a use case did not do what was asked. `sild-http` turns each into one answer.

use jiff::Timestamp;
use sild_store::{StoreError, TransactionError};

/// What is wrong with one field of a request.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldError {
    /// JSON pointer to the field, such as `/due`.
    pub pointer: String,
    /// A code of [`sild_domain::FIELD_CODES`], or one that the use case names.
    pub code: &'static str,
}

impl FieldError {
    /// An error at a field.
    pub fn new(pointer: impl Into<String>, code: &'static str) -> Self {
        Self { pointer: pointer.into(), code }
    }
}

/// A state that does not allow what was asked (409).
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Conflict {
    /// The client's portal is closed (S30).
    #[error("The client's portal is closed; open it first.")]
    PortalClosed,
    /// The office's portal is not active, or has no address yet (S1, S3).
    #[error("The client portal is not active or has no address yet; set it up in the settings first.")]
    PortalInactive,
    /// The portal is active already.
    #[error("The client portal is active already.")]
    AlreadyActive,
    /// The task is assigned already.
    #[error("The task is assigned to the client already.")]
    AlreadyAssigned,
    /// The task is not assigned.
    #[error("The task is not assigned to the client.")]
    NotAssigned,
    /// The request became a task (S47).
    #[error("The request was changed into a task; what is to be said is said there.")]
    RequestConverted,
    /// The request is closed.
    #[error("The request is closed already.")]
    RequestClosed,
    /// The request is not closed.
    #[error("The request is not closed.")]
    RequestNotClosed,
    /// The office has completed the task.
    #[error("The task is completed; reopen it first.")]
    TaskCompleted,
    /// The office has not completed the task.
    #[error("The task is not completed.")]
    TaskNotCompleted,
    /// Contacts may not tick this checklist.
    #[error("The checklist of this task is ticked by the office only.")]
    TickNotAllowed,
    /// Somebody else holds the portal name (S5).
    #[error("Another office holds this name; choose another one.")]
    NameTaken,
    /// The link was used.
    #[error("This link was used already; ask for a new one.")]
    LinkSpent,
    /// The link is too old.
    #[error("This link is too old; ask for a new one.")]
    LinkExpired,
    /// A newer link was asked for, or none any more.
    #[error("This link does not count any more; use the newest one, or ask for a new one.")]
    LinkReplaced,
    /// Somebody else of the office has the address.
    #[error("Somebody else has this address here by now; choose another one.")]
    AddressTaken,
    /// The bytes of a file are not there, or are not the declared ones.
    #[error("The file has not been uploaded as it was declared; upload it again.")]
    FileNotUploaded,
    /// The office has as many templates as it may.
    #[error("An office has at most 20 templates; delete one of them first.")]
    TooManyTemplates,
    /// What was to be created is there.
    #[error("This exists already.")]
    AlreadyExists,
    /// The client is archived (S65).
    #[error("The client is archived; restore it first.")]
    ClientArchived,
    /// The contact is archived (S65).
    #[error("The contact is archived; restore them first.")]
    ContactArchived,
    /// The rows of the import are being written, or were.
    #[error("The import has been started; what is in its file cannot be changed any more.")]
    ImportStarted,
    /// The import was not looked through yet, or there is nothing in it to write.
    #[error("The import has no preview from which it could be started; ask for one and see what it says.")]
    ImportNotReady,
    /// The member was deactivated (S64).
    #[error("The member is deactivated; reactivate them first.")]
    MemberInactive,
    /// The member is active.
    #[error("The member is active already.")]
    MemberActive,
    /// An invited member has signed in since, or was never invited.
    #[error("The member has signed in already and needs no invitation.")]
    AlreadyJoined,
    /// The owner leaves only after handing the office over (S64).
    #[error("The owner cannot be deactivated; the owner hands the office over to an admin first.")]
    OwnerStays,
    /// Only an active admin can become the owner (S64).
    #[error("The office can be handed over to an active admin only; make them an admin first.")]
    NotAnAdmin,
    /// The client says that the task is done, so there is nothing to remind of (S62).
    #[error("The client says that the task is done already; reopen it or complete it.")]
    TaskDone,
    /// The client has not been told of the task yet (S33).
    #[error("The client is told of the task in a few minutes; remind them after that.")]
    NotAnnounced,
    /// A member asked for a reminder of the task less than an hour ago.
    #[error("The client was reminded of this task less than an hour ago; wait a while.")]
    RemindedRecently,
    /// The schedule has no reminder of the task for that day (S62).
    #[error("No reminder of this task is planned for that day; look at it again.")]
    NoSuchReminder,
    /// The series goes on with another date (S41).
    #[error("That is not the next date of the series any more; look at it again.")]
    NoSuchDate,
    /// Digitisation is switched off (S59).
    #[error("Digitisation is switched off; an admin or the owner switches it on in the settings.")]
    DigitisationOff,
    /// The client has no address for digitisation (S60).
    #[error("The client has no address for digitisation; enter it at the client first.")]
    NoDigitisationAddress,
    /// A file is on its way already, or was sent (S61).
    #[error("A file was sent already, or is on its way; say that it is to be sent again.")]
    AlreadyDigitised,
    /// There is no file that was not sent yet.
    #[error("Every file of the client was sent already, or is on its way.")]
    NothingToDigitise,
    /// The contact has no access to the client (S29).
    #[error("The contact has no access to this client's portal.")]
    NoAccess,
    /// Mail to the contact came back, or they called it spam.
    #[error("Mail does not reach the contact's address.")]
    AddressUnreachable,
    /// Others are changing the same things all the time.
    #[error("Somebody else is changing the same thing; try again.")]
    Busy,
}

impl Conflict {
    /// Every conflict, for documents.
    pub const ALL: [Self; 40] = [
        Self::PortalClosed,
        Self::PortalInactive,
        Self::AlreadyActive,
        Self::AlreadyAssigned,
        Self::NotAssigned,
        Self::RequestConverted,
        Self::RequestClosed,
        Self::RequestNotClosed,
        Self::TaskCompleted,
        Self::TaskNotCompleted,
        Self::TickNotAllowed,
        Self::NameTaken,
        Self::LinkSpent,
        Self::LinkExpired,
        Self::LinkReplaced,
        Self::AddressTaken,
        Self::FileNotUploaded,
        Self::TooManyTemplates,
        Self::AlreadyExists,
        Self::ClientArchived,
        Self::ContactArchived,
        Self::ImportStarted,
        Self::ImportNotReady,
        Self::MemberInactive,
        Self::MemberActive,
        Self::AlreadyJoined,
        Self::OwnerStays,
        Self::NotAnAdmin,
        Self::TaskDone,
        Self::NotAnnounced,
        Self::RemindedRecently,
        Self::NoSuchReminder,
        Self::NoSuchDate,
        Self::DigitisationOff,
        Self::NoDigitisationAddress,
        Self::AlreadyDigitised,
        Self::NothingToDigitise,
        Self::NoAccess,
        Self::AddressUnreachable,
        Self::Busy,
    ];

    /// The stable code for programs.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::PortalClosed => "portal_closed",
            Self::PortalInactive => "portal_inactive",
            Self::AlreadyActive => "already_active",
            Self::AlreadyAssigned => "already_assigned",
            Self::NotAssigned => "not_assigned",
            Self::RequestConverted => "request_converted",
            Self::RequestClosed => "request_closed",
            Self::RequestNotClosed => "request_not_closed",
            Self::TaskCompleted => "task_completed",
            Self::TaskNotCompleted => "task_not_completed",
            Self::TickNotAllowed => "tick_not_allowed",
            Self::NameTaken => "name_taken",
            Self::LinkSpent => "link_spent",
            Self::LinkExpired => "link_expired",
            Self::LinkReplaced => "link_replaced",
            Self::AddressTaken => "address_taken",
            Self::FileNotUploaded => "file_not_uploaded",
            Self::TooManyTemplates => "too_many_templates",
            Self::AlreadyExists => "already_exists",
            Self::ClientArchived => "client_archived",
            Self::ContactArchived => "contact_archived",
            Self::ImportStarted => "import_started",
            Self::ImportNotReady => "import_not_ready",
            Self::MemberInactive => "member_inactive",
            Self::MemberActive => "member_active",
            Self::AlreadyJoined => "already_joined",
            Self::OwnerStays => "owner_must_hand_over",
            Self::NotAnAdmin => "not_an_admin",
            Self::TaskDone => "task_done",
            Self::NotAnnounced => "not_announced",
            Self::RemindedRecently => "reminded_recently",
            Self::NoSuchReminder => "no_such_reminder",
            Self::NoSuchDate => "no_such_date",
            Self::DigitisationOff => "digitisation_off",
            Self::NoDigitisationAddress => "no_digitisation_address",
            Self::AlreadyDigitised => "already_digitised",
            Self::NothingToDigitise => "nothing_to_digitise",
            Self::NoAccess => "no_access",
            Self::AddressUnreachable => "address_unreachable",
            Self::Busy => "busy",
        }
    }
}

/// Why a use case did not do what was asked; nothing was written.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// No valid session (401).
    #[error("there is no valid session")]
    NotSignedIn,
    /// The caller may know that it exists, but their role may not do it (403).
    #[error("the role may not do this")]
    RoleRequired,
    /// The deployment takes no new offices (403).
    #[error("sign-up is closed")]
    SignUpClosed,
    /// Foreign, hidden, or never existed (404).
    #[error("it does not exist for the caller")]
    NotFound,
    /// The state does not allow it (409).
    #[error("conflict: {0}")]
    Conflict(#[from] Conflict),
    /// Somebody changed it since it was read (412).
    #[error("the version is stale")]
    VersionMismatch,
    /// Values that cannot be taken (422, and 413 for a file that is too large).
    #[error("invalid values: {0:?}")]
    Invalid(Vec<FieldError>),
    /// The same idempotency key came with another request (422).
    #[error("the idempotency key was used for another request")]
    IdempotencyKeyReused,
    /// Too many tries (429).
    #[error("too many tries")]
    TooManyRequests {
        /// After how many seconds to try again.
        retry_after_seconds: u32,
    },
    /// Our fault (500); the text is for the log.
    #[error("{0}")]
    Internal(String),
}

impl Failure {
    /// One field with one error.
    pub fn field(pointer: impl Into<String>, code: &'static str) -> Self {
        Self::Invalid(vec![FieldError::new(pointer, code)])
    }

    /// Too many tries for this hour: counters run from hour to hour.
    #[must_use]
    pub fn next_hour(now: Timestamp) -> Self {
        let left = 3_600 - now.as_second().rem_euclid(3_600);
        Self::TooManyRequests { retry_after_seconds: u32::try_from(left).unwrap_or(3_600) }
    }

    /// Something that cannot be, for the log.
    pub fn internal(cause: impl std::fmt::Display) -> Self {
        Self::Internal(cause.to_string())
    }
}

impl From<StoreError> for Failure {
    fn from(error: StoreError) -> Self {
        match error {
            StoreError::Cursor => Self::Invalid(vec![FieldError::new("?cursor", "invalid_format")]),
            error => Self::Internal(error.to_string()),
        }
    }
}

impl From<TransactionError> for Failure {
    /// Conditions whose names say the same everywhere; a use case handles its own before.
    fn from(error: TransactionError) -> Self {
        match error {
            TransactionError::Refused { label: "client_archived", found } => match found {
                Some(_) => Conflict::ClientArchived.into(),
                None => Self::NotFound,
            },
            TransactionError::Refused { label, .. } => match label {
                "version_mismatch" => Self::VersionMismatch,
                "portal_closed" => Conflict::PortalClosed.into(),
                "name_taken" => Conflict::NameTaken.into(),
                "already_exists" => Conflict::AlreadyExists.into(),
                "too_many_templates" => Conflict::TooManyTemplates.into(),
                "link_spent" => Conflict::LinkSpent.into(),
                "client_gone" | "contact_gone" | "member_gone" | "task_gone" | "request_gone"
                | "file_gone" | "message_gone" | "template_gone" => Self::NotFound,
                other => Self::Internal(format!("the condition `{other}` did not hold")),
            },
            TransactionError::Busy => Conflict::Busy.into(),
            TransactionError::Store(error) => error.into(),
        }
    }
}

impl From<sild_domain::RequestError> for Failure {
    fn from(error: sild_domain::RequestError) -> Self {
        use sild_domain::RequestError;
        match error {
            RequestError::Converted => Conflict::RequestConverted.into(),
            RequestError::Closed => Conflict::RequestClosed.into(),
            RequestError::NotClosed => Conflict::RequestNotClosed.into(),
        }
    }
}

impl From<sild_domain::TaskError> for Failure {
    fn from(error: sild_domain::TaskError) -> Self {
        use sild_domain::TaskError;
        match error {
            TaskError::PortalClosed => Conflict::PortalClosed.into(),
            TaskError::AlreadyAssigned => Conflict::AlreadyAssigned.into(),
            TaskError::NotAssigned => Conflict::NotAssigned.into(),
            TaskError::TaskCompleted => Conflict::TaskCompleted.into(),
            TaskError::TaskNotCompleted => Conflict::TaskNotCompleted.into(),
            TaskError::TickNotAllowed => Conflict::TickNotAllowed.into(),
            TaskError::ChecklistItemNotFound => Self::NotFound,
        }
    }
}
