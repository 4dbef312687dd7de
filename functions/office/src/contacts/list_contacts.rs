//! `GET /api/office/contacts`

use axum::{Json, extract::State};
use serde::Deserialize;
use sild_app::{
    Context,
    contacts::{self, ContactCard, ContactFilter},
};
use sild_http::{OfficeSession, PageBody, Problem, Query, page::page_request};
use utoipa::IntoParams;

/// Which contacts.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct ListContacts {
    /// Words, each of which begins a word of the name or the address.
    #[param(max_length = 200)]
    pub search: Option<String>,
    /// Those who are archived instead of the others.
    #[serde(default)]
    #[param(default = false)]
    pub is_archived: bool,
    /// 1–100 entries; 20 unless told.
    #[param(minimum = 1, maximum = 100, default = 20)]
    pub limit: Option<u16>,
    /// The `next` of the part before.
    pub cursor: Option<String>,
}

/// Contacts of all clients that the member works with, each with these clients; by name unless searched.
#[utoipa::path(
    get, path = "/api/office/contacts", tag = "office",
    params(ListContacts),
    responses(
        (status = 200, description = "Contacts", body = PageBody<ContactCard>),
        (status = "default", description = "A problem", body = Problem, content_type = "application/problem+json"),
    ),
)]
pub async fn list_contacts(
    State(cx): State<Context>,
    OfficeSession(session): OfficeSession,
    Query(query): Query<ListContacts>,
) -> Result<Json<PageBody<ContactCard>>, Problem> {
    let request = page_request(query.limit, query.cursor.as_deref())?;
    let filter = ContactFilter { search: query.search, is_archived: query.is_archived };
    let page = contacts::list_contacts(&cx, &session, &filter, &request).await?;
    Ok(Json(page.into()))
}
