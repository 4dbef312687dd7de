//! What became of a file, as members see it; contacts never do.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use sild_store::digitisations::{DigitisationFailure, DigitisationRecord, DigitisationState};
use utoipa::ToSchema;

use crate::threads::File;

/// How far a file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum DigitisationStateView {
    /// It is to be sent.
    Queued,
    /// The mail with it left.
    Sent,
    /// It was not sent, and will not be unless somebody asks again.
    Failed,
}

/// Why a file was not sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum DigitisationReasonView {
    /// The file is not there as it was uploaded.
    FileMissing,
    /// The client has no address for it any more, or the office switched digitisation off.
    NoAddress,
    /// The mail was refused for good.
    MailRefused,
    /// The mail could not be handed over for a whole day.
    NotSent,
}

/// What became of a file that was to be digitised (S61).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct FileDigitisation {
    /// How far it is.
    pub state: DigitisationStateView,
    /// Since when.
    #[schema(value_type = String, format = DateTime)]
    pub at: Timestamp,
    /// Who ordered it.
    pub by: String,
    /// Where it was sent.
    pub to: Option<String>,
    /// Why it failed.
    pub reason: Option<DigitisationReasonView>,
}

impl FileDigitisation {
    /// What a record says.
    #[must_use]
    pub fn of(record: &DigitisationRecord) -> Self {
        let reason = |reason| match reason {
            DigitisationFailure::FileMissing => DigitisationReasonView::FileMissing,
            DigitisationFailure::NoAddress => DigitisationReasonView::NoAddress,
            DigitisationFailure::MailRefused => DigitisationReasonView::MailRefused,
            DigitisationFailure::NotSent => DigitisationReasonView::NotSent,
        };
        Self {
            state: match record.state {
                DigitisationState::Queued => DigitisationStateView::Queued,
                DigitisationState::Sent => DigitisationStateView::Sent,
                DigitisationState::Failed => DigitisationStateView::Failed,
            },
            at: record.at,
            by: record.by.name.to_string(),
            to: record.to.as_ref().map(ToString::to_string),
            reason: record.reason.map(reason),
        }
    }
}

/// The files that an order sends.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct Digitised {
    /// Those that are queued now, oldest first.
    pub files: Vec<File>,
}
