//! What effects carry along.

use serde::{Deserialize, Serialize};
use sild_domain::{
    CompanyName, ContactId, DigitisationId, Email, Language, MemberId, PersonName, TimeZoneName,
};

/// What somebody gave who signs an office up; the office is made when the mailed link is used.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct SignUp {
    /// The firm's name.
    pub office_name: CompanyName,
    /// The owner's name.
    pub person_name: PersonName,
    /// The owner's address.
    pub email: Email,
    /// The language of the owner and the office.
    pub language: Language,
    /// Where the office is.
    pub time_zone: TimeZoneName,
}

/// What people are told of.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(tag = "event", rename_all = "snake_case")]
pub enum Happening {
    /// A contact sent a request (S49).
    ContactRequest {
        /// Who.
        contact: ContactId,
    },
    /// A contact wrote in the portal (S50).
    ContactMessage {
        /// Who.
        contact: ContactId,
    },
    /// A contact uploaded a file (S50).
    ContactFile {
        /// Who.
        contact: ContactId,
    },
    /// A contact finished a task that the office had not completed (S51).
    ContactDone {
        /// Who.
        contact: ContactId,
    },
    /// A member wrote in the portal (S50, S53).
    MemberMessage {
        /// Who.
        member: MemberId,
    },
    /// A member took back a task that had been announced (S54).
    Withdrawn {
        /// Who.
        member: MemberId,
    },
    /// A file that a member ordered to be digitised was given up (S61).
    DigitisationFailed {
        /// Who ordered it.
        member: MemberId,
        /// Which order.
        digitisation: DigitisationId,
    },
}
