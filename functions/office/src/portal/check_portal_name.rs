//! `GET /api/office/portal/name-check`

use axum::{Json, extract::State};
use serde::Deserialize;
use sild_app::{
    Context,
    portal_settings::{self, NameCheck},
};
use sild_http::{Problem, Query, SettingsSession};
use utoipa::IntoParams;

/// Which name.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct CheckPortalName {
    /// As typed.
    pub name: String,
}

/// What comes of a name for the portal, and whether the office can have it.
#[utoipa::path(
    get, path = "/api/office/portal/name-check", tag = "office",
    params(CheckPortalName),
    responses(
        (status = 200, description = "What comes of it", body = NameCheck),
        (status = "default", description = "A problem", body = Problem, content_type = "application/problem+json"),
    ),
)]
pub async fn check_portal_name(
    State(cx): State<Context>,
    SettingsSession(session): SettingsSession,
    Query(query): Query<CheckPortalName>,
) -> Result<Json<NameCheck>, Problem> {
    Ok(Json(portal_settings::check_portal_name(&cx, &session, &query.name).await?))
}
