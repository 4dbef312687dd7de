//! What the office app is told of who is signed in.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use sild_domain::{Language, MemberId, OfficeId, Role};
use sild_store::sessions::{self, MemberSession};
use utoipa::ToSchema;

use crate::{Context, Failure};

/// Who is signed in, and where.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct OfficeSession {
    /// Who.
    pub member: SignedInMember,
    /// Where.
    pub office: SignedInOffice,
    /// How many in-app notifications they have not read.
    pub unread_notifications: i64,
    /// The date in the office's time zone.
    #[schema(value_type = String, format = Date)]
    pub today: Date,
}

/// The member who is signed in.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct SignedInMember {
    /// Their id.
    pub id: MemberId,
    /// Their name.
    pub name: String,
    /// Their login.
    pub email: String,
    /// What they may do.
    pub role: Role,
    /// The language of their app.
    pub language: Language,
}

/// The office that they work in.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct SignedInOffice {
    /// Its id.
    pub id: OfficeId,
    /// The firm's name.
    pub name: String,
    /// Where its dates and hours are.
    pub time_zone: String,
    /// Whether the client portal is switched on.
    pub portal_is_active: bool,
    /// The portal's name in its address, once it has one.
    pub portal_slug: Option<String>,
    /// Where the portal is, once it has a name.
    pub portal_url: Option<String>,
}

/// Who is signed in, and where: all of it is what the session was read with.
#[must_use]
pub fn get_office_session(cx: &Context, session: &MemberSession) -> OfficeSession {
    let MemberSession { member, office, .. } = session;
    OfficeSession {
        member: SignedInMember {
            id: member.id,
            name: member.name.to_string(),
            email: member.email.to_string(),
            role: member.role,
            language: member.language,
        },
        office: SignedInOffice {
            id: office.id,
            name: office.name.to_string(),
            time_zone: office.time_zone.to_string(),
            portal_is_active: office.portal_is_active,
            portal_slug: office.slug.as_ref().map(ToString::to_string),
            portal_url: office.slug.as_ref().map(|slug| cx.config.portal_url_of(slug)),
        },
        unread_notifications: member.unread_notifications.max(0),
        today: office.time_zone.today(cx.now()),
    }
}

/// Ends this session; the member's others stay.
pub async fn end_office_session(cx: &Context, session: &MemberSession) -> Result<(), Failure> {
    Ok(sessions::end_of_member(&cx.table, session).await?)
}
