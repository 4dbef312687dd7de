//! `GET /api/office/audit`

use axum::{Json, extract::State};
use serde::Deserialize;
use sild_app::{
    Context,
    audit::{self, AuditEntry},
};
use sild_domain::Month;
use sild_http::{PageBody, Problem, Query, SettingsSession, page::page_request};
use utoipa::IntoParams;

/// Which part of the trail.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct ListAuditEntries {
    /// Of this month in UTC, `2026-03`; the current one unless told.
    #[param(value_type = Option<String>)]
    pub month: Option<Month>,
    /// 1–100 entries; 20 unless told.
    #[param(minimum = 1, maximum = 100, default = 20)]
    pub limit: Option<u16>,
    /// The `next` of the part before.
    pub cursor: Option<String>,
}

/// What was changed in the office, by whom, when, from what to what; newest first (S67). Admins and the owner read it.
#[utoipa::path(
    get, path = "/api/office/audit", tag = "office",
    params(ListAuditEntries),
    responses(
        (status = 200, description = "A part of the trail", body = PageBody<AuditEntry>),
        (status = "default", description = "A problem", body = Problem, content_type = "application/problem+json"),
    ),
)]
pub async fn list_audit_entries(
    State(cx): State<Context>,
    SettingsSession(session): SettingsSession,
    Query(asked): Query<ListAuditEntries>,
) -> Result<Json<PageBody<AuditEntry>>, Problem> {
    let request = page_request(asked.limit, asked.cursor.as_deref())?;
    let page = audit::list_audit_entries(&cx, &session, asked.month, &request).await?;
    Ok(Json(page.into()))
}
