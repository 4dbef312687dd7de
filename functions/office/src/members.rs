//! The people of the office.

pub mod deactivate_member;
pub mod hand_over_ownership;
pub mod invite_member;
pub mod list_members;
pub mod reactivate_member;
pub mod resend_member_invitation;
pub mod update_member;
