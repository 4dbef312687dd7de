//! Listing members.

use sild_domain::may_manage_members;
use sild_store::{Page, PageRequest, members, sessions::MemberSession};

use super::Member;
use crate::{Context, Failure};

/// The members by name: those who can be given work, and with `with_inactive`, which is for who manages members, those who
/// were deactivated too. A page may hold fewer than asked for and still have a next one.
pub async fn list_members(
    cx: &Context,
    session: &MemberSession,
    with_inactive: bool,
    request: &PageRequest,
) -> Result<Page<Member>, Failure> {
    if with_inactive && !may_manage_members(session.member.role) {
        return Err(Failure::RoleRequired);
    }
    let mut page = members::list_page(&cx.table, &session.scope, request).await?;
    page.items.retain(|member| member.is_active || with_inactive);
    Ok(page.map(|member| Member::of(&member)))
}
