//! The people of the office (S64).
//!
//! There is exactly one owner at every instant: the role changes hands in one transaction, and nobody can take it, deactivate
//! who has it, or leave with it. So there is always somebody who can let others in.

mod deactivate;
mod hand_over;
mod invite;
mod list;
mod names;
mod profile;
mod reach;
mod sessions;
mod update;
mod view;
mod work;

pub use deactivate::{deactivate_member, reactivate_member};
pub use hand_over::hand_over_ownership;
pub use invite::{NewMember, invite_member, resend_member_invitation};
pub use list::list_members;
pub use names::copy_member_name;
pub use profile::{ProfileEdit, get_own_profile, update_own_profile};
pub use reach::keep_in_reach;
pub use sessions::{OfficeLogin, end_one_office_session, list_office_sessions};
pub use update::{MemberEdit, update_member};
pub use view::{Member, MemberState, Profile};
pub use work::hand_over_work;
