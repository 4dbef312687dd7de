//! `GET /api/office/series`

use axum::{Json, extract::State};
use serde::Deserialize;
use sild_app::{
    Context,
    series::{self, Series},
};
use sild_domain::ClientId;
use sild_http::{OfficeSession, PageBody, Problem, Query, page::page_request};
use utoipa::IntoParams;

/// Which series.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct ListSeries {
    /// Those of this client; all that the member reaches unless told.
    #[param(value_type = Option<String>)]
    pub client_id: Option<ClientId>,
    /// 1–100 entries; 20 unless told.
    #[param(minimum = 1, maximum = 100, default = 20)]
    pub limit: Option<u16>,
    /// The `next` of the part before.
    pub cursor: Option<String>,
}

/// Series of a client, or of all.
#[utoipa::path(
    get, path = "/api/office/series", tag = "office",
    params(ListSeries),
    responses(
        (status = 200, description = "Series", body = PageBody<Series>),
        (status = "default", description = "A problem", body = Problem, content_type = "application/problem+json"),
    ),
)]
pub async fn list_series(
    State(cx): State<Context>,
    OfficeSession(session): OfficeSession,
    Query(query): Query<ListSeries>,
) -> Result<Json<PageBody<Series>>, Problem> {
    let request = page_request(query.limit, query.cursor.as_deref())?;
    let page = series::list_series(&cx, &session, query.client_id, &request).await?;
    Ok(Json(page.into()))
}
