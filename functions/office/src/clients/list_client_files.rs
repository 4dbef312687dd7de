//! `GET /api/office/clients/{client}/files`

use axum::{Json, extract::State};
use sild_app::{
    Context,
    files::{self, FileSummary},
};
use sild_domain::ClientId;
use sild_http::{OfficeSession, PageBody, Path, Problem, Query, page::FilePaging};

/// The files of a client's tasks and requests, newest first: those of requests for whoever may see these (S46).
#[utoipa::path(
    get, path = "/api/office/clients/{client}/files", tag = "office",
    params(("client" = String, Path), FilePaging),
    responses(
        (status = 200, description = "Files", body = PageBody<FileSummary>),
        (status = "default", description = "A problem", body = Problem, content_type = "application/problem+json"),
    ),
)]
pub async fn list_client_files(
    State(cx): State<Context>,
    OfficeSession(session): OfficeSession,
    Path(client): Path<ClientId>,
    Query(paging): Query<FilePaging>,
) -> Result<Json<PageBody<FileSummary>>, Problem> {
    let page = files::list_client_files(&cx, &session, client, &paging.request()?).await?;
    Ok(Json(page.into()))
}
