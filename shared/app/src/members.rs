//! The people of the office.

use serde::{Deserialize, Serialize};
use sild_domain::{MemberId, Role};
use sild_store::{
    Page, PageRequest,
    members::{self, MemberRecord},
    sessions::MemberSession,
};
use utoipa::ToSchema;

use crate::{Context, Failure};

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
}

impl Member {
    fn of(member: &MemberRecord) -> Self {
        Self {
            id: member.id,
            name: member.name.to_string(),
            email: member.email.to_string(),
            role: member.role,
        }
    }
}

/// The active members by name: those who can be given work. A page may hold fewer than asked for and still have a next
/// one.
pub async fn list_members(
    cx: &Context,
    session: &MemberSession,
    request: &PageRequest,
) -> Result<Page<Member>, Failure> {
    let mut page = members::list_page(&cx.table, &session.scope, request).await?;
    page.items.retain(|member| member.is_active);
    Ok(page.map(|member| Member::of(&member)))
}
