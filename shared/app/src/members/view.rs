//! Members as colleagues and as they themselves see them.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use sild_domain::{Language, MemberId, Role};
use sild_store::{Version, members::MemberRecord};
use utoipa::ToSchema;

use crate::clients::AddressStateView;

/// How far a member is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum MemberState {
    /// Invited, and has never signed in.
    Invited,
    /// Works here.
    Active,
    /// Deactivated; their clients and tasks are still being given to somebody else.
    Leaving,
    /// Deactivated.
    Inactive,
}

impl MemberState {
    fn of(member: &MemberRecord) -> Self {
        match (member.is_active, member.is_leaving) {
            (true, _) if member.invited_at.is_some() && member.last_seen_at.is_none() => Self::Invited,
            (true, _) => Self::Active,
            (false, true) => Self::Leaving,
            (false, false) => Self::Inactive,
        }
    }
}

/// A person of the office as colleagues see them.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct Member {
    /// Their id.
    pub id: MemberId,
    /// Their name.
    pub name: String,
    /// Their login.
    pub email: String,
    /// What they may do.
    pub role: Role,
    /// How far they are.
    pub state: MemberState,
    /// Whether mail reaches them.
    pub address_state: AddressStateView,
    /// Their last login.
    #[schema(value_type = Option<String>, format = DateTime)]
    pub last_seen_at: Option<Timestamp>,
    /// For `If-Match`.
    pub version: Version,
}

impl Member {
    pub(super) fn of(member: &MemberRecord) -> Self {
        Self {
            id: member.id,
            name: member.name.to_string(),
            email: member.email.to_string(),
            role: member.role,
            state: MemberState::of(member),
            address_state: member.address_state.into(),
            last_seen_at: member.last_seen_at,
            version: member.v,
        }
    }
}

/// A member as they see themselves.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct Profile {
    /// Their id.
    pub id: MemberId,
    /// Their name.
    pub name: String,
    /// Their login.
    pub email: String,
    /// What they may do.
    pub role: Role,
    /// The language of their app and mails.
    pub language: Language,
    /// For `If-Match`.
    pub version: Version,
}

impl Profile {
    pub(super) fn of(member: &MemberRecord) -> Self {
        Self {
            id: member.id,
            name: member.name.to_string(),
            email: member.email.to_string(),
            role: member.role,
            language: member.language,
            version: member.v,
        }
    }
}
