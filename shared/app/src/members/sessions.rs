//! Where a member is signed in.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use sild_domain::SessionId;
use sild_store::sessions::{self, MemberSession, SessionRecord};
use utoipa::ToSchema;

use crate::{Context, Failure, secrets};

/// One browser in which a member is signed in.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct OfficeLogin {
    /// Its id, of which nobody can make the cookie.
    pub id: SessionId,
    /// Browser and system by name, where they are known.
    pub device: Option<String>,
    /// Signed in at.
    #[schema(value_type = String, format = DateTime)]
    pub started_at: Timestamp,
    /// Signed out by itself at.
    #[schema(value_type = String, format = DateTime)]
    pub expires_at: Timestamp,
    /// Whether it is the one that asks.
    pub is_current: bool,
}

fn id_of(session: &SessionRecord) -> SessionId {
    SessionId::new(session.started_at, secrets::derived_bytes(&["session", &session.hash]))
}

/// The sessions of the member who is signed in, the newest first.
pub async fn list_office_sessions(
    cx: &Context,
    session: &MemberSession,
) -> Result<Vec<OfficeLogin>, Failure> {
    let mut open = sessions::list_of_member(&cx.table, &session.scope, session.member.id).await?;
    open.retain(|one| one.expires_at > cx.now());
    open.sort_by_key(|one| std::cmp::Reverse((one.started_at, id_of(one))));
    let shown = open.into_iter().map(|one| OfficeLogin {
        id: id_of(&one),
        is_current: one.hash == session.hash,
        device: one.device,
        started_at: one.started_at,
        expires_at: one.expires_at,
    });
    Ok(shown.collect())
}

/// Ends one session of the member who is signed in, wherever it is.
pub async fn end_one_office_session(
    cx: &Context,
    session: &MemberSession,
    id: SessionId,
) -> Result<(), Failure> {
    let (table, scope, member) = (&cx.table, &session.scope, session.member.id);
    let open = sessions::list_of_member(table, scope, member).await?;
    let ended = open.iter().find(|one| id_of(one) == id).ok_or(Failure::NotFound)?;
    Ok(sessions::end_one_of_member(table, scope, member, &ended.hash).await?)
}
