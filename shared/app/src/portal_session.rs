//! The session of a contact: who they are, for whom they can act, and the end of it.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use sild_domain::{ClientId, ContactId, Language};
use sild_store::{
    OfficeScope, clients, contacts,
    sessions::{self, ContactSession},
};
use utoipa::ToSchema;

use crate::{Context, Failure, portal_media::video_of};

/// Who is signed in to a portal.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct PortalSession {
    /// Who.
    pub contact: SignedInContact,
    /// The clients for whom they can act, by name.
    pub clients: Vec<SwitcherClient>,
    /// The date in the office's time zone.
    #[schema(value_type = String, format = Date)]
    pub today: Date,
    /// The office's time zone.
    #[schema(example = "Europe/Tallinn")]
    pub time_zone: String,
    /// The path of the office's own welcome video; without one, what comes with the portal is shown (S11).
    pub welcome_video: Option<String>,
}

/// The contact who is signed in.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct SignedInContact {
    /// Their id.
    pub id: ContactId,
    /// Their name.
    pub name: String,
    /// Their login.
    pub email: String,
    /// The language of their portal.
    pub language: Language,
    /// Whether the welcome was seen or skipped (S12).
    pub welcome_seen: bool,
}

/// A client in the company switcher.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct SwitcherClient {
    /// Its id.
    pub id: ClientId,
    /// Its name.
    pub name: String,
    /// How many tasks wait for it.
    pub waiting_count: i64,
    /// Where its folder in the office's document system is; the portal links to it as "Documents" (S58).
    pub documents_url: Option<String>,
}

/// Who is signed in, with what waits at each of their clients.
pub async fn get_portal_session(cx: &Context, session: &ContactSession) -> Result<PortalSession, Failure> {
    let scope = OfficeScope::for_job(session.office.id);
    let ids = session.clients.iter().map(|link| link.client_id).collect::<Vec<_>>();
    let records = clients::get_many(&cx.table, &scope, &ids).await?;
    let record = |id: ClientId| records.iter().find(|client| client.id == id);
    let contact = &session.contact;
    Ok(PortalSession {
        contact: SignedInContact {
            id: contact.id,
            name: contact.name.to_string(),
            email: contact.email.to_string(),
            language: contact.language,
            welcome_seen: contact.welcome_seen_at.is_some(),
        },
        clients: session
            .clients
            .iter()
            .map(|link| {
                let client = record(link.client_id);
                SwitcherClient {
                    id: link.client_id,
                    name: link.client_name.to_string(),
                    waiting_count: client.map_or(0, |client| client.waiting_count),
                    documents_url: client
                        .and_then(|client| client.documents_url.as_ref())
                        .map(ToString::to_string),
                }
            })
            .collect(),
        today: session.office.time_zone.today(cx.now()),
        time_zone: session.office.time_zone.to_string(),
        welcome_video: video_of(&session.office),
    })
}

/// Ends the session.
pub async fn end_portal_session(cx: &Context, session: &ContactSession) -> Result<(), Failure> {
    Ok(sessions::end_of_contact(&cx.table, session).await?)
}

/// Remembers that the welcome was seen or skipped: it never comes again (S12).
pub async fn mark_welcome_seen(cx: &Context, session: &ContactSession) -> Result<(), Failure> {
    Ok(contacts::mark_welcome_seen(&cx.table, session.office.id, session.contact.id, cx.now()).await?)
}
