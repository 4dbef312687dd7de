//! The portal's page: the built page with the office's name, colours, login form and first data in it.

mod manifest;
mod not_found;
mod page;
mod theme;

pub use manifest::{MANIFEST_FILE, Manifest};
pub use not_found::not_found;
pub(crate) use page::style_hash;
pub use page::{ByLanguage, Page, PortalPageFiles};

use serde::{Deserialize, Serialize};
use sild_domain::{ClientId, Language, OfficeId, Palette, Slug};
use sild_store::{
    PageRequest,
    offices::{self, OfficeRecord, PortalNameRecord},
    sessions::ContactSession,
};
use utoipa::ToSchema;

use crate::{
    Context, Failure,
    portal_media::{Picture, icon_of, logo_of},
    portal_session::{PortalSession, get_portal_session},
    tasks,
};

/// How many tasks come with the page.
const FIRST_TASKS: u16 = 50;

/// What anybody may see of an office: its login page.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct PortalBranding {
    /// The office.
    pub office_id: OfficeId,
    /// The firm's name.
    pub office_name: String,
    /// The portal's name.
    pub portal_name: String,
    /// The portal's address.
    #[schema(value_type = String)]
    pub slug: Slug,
    /// What the login page says below the name.
    pub description: Option<String>,
    /// The brand's colours, made readable.
    pub palette: Palette,
    /// The square picture beside the portal's name, where the office has one (S6).
    pub icon: Option<Picture>,
    /// The wide picture of the login page, where the office has one (S6).
    pub logo: Option<Picture>,
    /// The language of the login page.
    pub language: Language,
    /// What stands before the portal's own paths: empty where it has a host of its own.
    pub base_path: String,
}

/// The data in the page, from which the app starts without another request.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct PortalBoot {
    /// The office.
    pub branding: PortalBranding,
    /// Who is signed in; `null` for the login page.
    pub session: Option<PortalSession>,
    /// The client whose tasks are in `tasks`.
    #[schema(value_type = Option<String>)]
    pub client: Option<ClientId>,
    /// The first open tasks of that client.
    pub tasks: Option<PortalTaskPage>,
}

/// The first page of a client's open tasks.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct PortalTaskPage {
    /// The sample first, then by deadline.
    pub items: Vec<tasks::PortalTaskSummary>,
    /// The `cursor` of the next part; `null` at the end.
    pub next: Option<String>,
}

/// How a browser comes to the page.
#[derive(Debug, Clone, Copy)]
pub struct Visit<'a> {
    /// The host that it is on.
    pub host: &'a str,
    /// The language that it chose or prefers; the office's where it has none.
    pub language: Option<Language>,
}

/// Looks a portal name up: one that the portal has, or had (S5).
pub async fn find_portal(cx: &Context, slug: &Slug) -> Result<PortalNameRecord, Failure> {
    offices::get_portal_name(&cx.table, slug).await?.ok_or(Failure::NotFound)
}

/// The office whose portal has this name, or had it before. An inactive portal is one that never was.
pub async fn office_of(cx: &Context, name: &PortalNameRecord) -> Result<OfficeRecord, Failure> {
    let office = offices::get_named(&cx.table, name).await?;
    office.filter(OfficeRecord::portal_is_reachable).ok_or(Failure::NotFound)
}

/// What anybody may see of an office, as a browser visits it. `None` before its portal has an address.
#[must_use]
pub fn branding(cx: &Context, office: &OfficeRecord, visit: &Visit<'_>) -> Option<PortalBranding> {
    let slug = office.slug.clone()?;
    Some(PortalBranding {
        office_id: office.id,
        office_name: office.name.to_string(),
        portal_name: office.portal_name.as_ref().unwrap_or(&office.name).to_string(),
        description: office.description.as_ref().map(ToString::to_string),
        palette: Palette::derive(office.colour),
        icon: icon_of(office),
        logo: logo_of(office),
        language: visit.language.unwrap_or(office.language),
        base_path: cx.config.portal_base_path(&slug, visit.host),
        slug,
    })
}

/// The data of the page. Somebody signed in gets the tasks of the client that the address names, or of their first.
pub async fn boot(
    cx: &Context,
    office: &OfficeRecord,
    session: Option<&ContactSession>,
    client: Option<ClientId>,
    visit: &Visit<'_>,
) -> Result<PortalBoot, Failure> {
    let branding = branding(cx, office, visit).ok_or(Failure::NotFound)?;
    let Some(session) = session else {
        return Ok(PortalBoot { branding, session: None, client: None, tasks: None });
    };
    let first = session.clients.first().map(|link| link.client_id);
    let client = client.filter(|client| session.scope_of(*client).is_some()).or(first);
    let shown = async {
        match client.and_then(|client| session.scope_of(client)) {
            Some(scope) => {
                let request = PageRequest::first(FIRST_TASKS);
                tasks::list_portal_tasks(cx, session, scope, sild_store::tasks::TaskHalf::Open, &request)
                    .await
                    .map(Some)
            }
            None => Ok(None),
        }
    };
    let (signed_in, page) = tokio::try_join!(get_portal_session(cx, session), shown)?;
    let tasks = page
        .map(|page| PortalTaskPage { items: page.items, next: page.next.map(|cursor| cursor.to_string()) });
    Ok(PortalBoot { branding, session: Some(signed_in), client, tasks })
}
