//! `GET /p/{slug}`, and every path below it

use axum::{
    extract::{OriginalUri, State},
    http::{HeaderMap, StatusCode, header},
    response::{Html, IntoResponse, Response},
};
use sild_app::{
    Context, Failure,
    logins::Target,
    portal_page::{Found, boot, find_portal},
};
use sild_domain::{ClientId, Slug};
use sild_http::{Path, Problem, cookie, session::authenticate_contact};

use super::not_found;

/// How long an anonymous page may be kept, in seconds.
const KEPT_SECONDS: u32 = 60;

/// The portal's page: its login form, or the first data of who is signed in. It changes nothing.
#[utoipa::path(
    get, path = "/p/{slug}", tag = "public",
    params(("slug" = String, Path, description = "The portal's name")),
    responses(
        (status = 200, description = "The page", content_type = "text/html"),
        (status = 301, description = "The portal has another name now"),
        (status = 404, description = "No portal has this name", content_type = "text/html"),
    ),
)]
pub async fn show_portal(
    State(cx): State<Context>,
    Path(slug): Path<String>,
    headers: HeaderMap,
    OriginalUri(uri): OriginalUri,
) -> Result<Response, Problem> {
    show(&cx, &slug, "/", uri.query(), &headers).await
}

/// The same page for every path of the app below.
pub async fn show_portal_below(
    State(cx): State<Context>,
    Path((slug, path)): Path<(String, String)>,
    headers: HeaderMap,
    OriginalUri(uri): OriginalUri,
) -> Result<Response, Problem> {
    show(&cx, &slug, &format!("/{path}"), uri.query(), &headers).await
}

async fn show(
    cx: &Context,
    slug: &str,
    path: &str,
    query: Option<&str>,
    headers: &HeaderMap,
) -> Result<Response, Problem> {
    let Ok(slug) = Slug::parse(slug) else { return Ok(no_portal()) };
    let office = match find_portal(cx, &slug).await {
        Ok(Found::Portal(office)) => office,
        Ok(Found::MovedTo(name)) => return Ok(moved(cx, &name, path, query)),
        Err(Failure::NotFound) => return Ok(no_portal()),
        Err(failure) => return Err(failure.into()),
    };
    let value = cookie::read(headers, &cookie::portal_cookie(office.id));
    let session = authenticate_contact(cx, office.id, value).await?;
    let boot = boot(cx, &office, session.as_ref(), client_in(path)).await?;
    let target = Target::parse(path).ok().filter(|target| target.as_str() != "/");
    let page = cx.config.portal_page.fill(&boot, target.as_ref(), path == "/" && session.is_none())?;
    let policy = format!(
        "default-src 'none'; script-src 'self'; style-src 'self' '{}'; connect-src 'self' {origin}; \
         img-src 'self' data: blob:; media-src 'self'; font-src 'self'; base-uri 'none'; form-action 'self'; \
         frame-ancestors 'self'",
        page.style_hash,
        origin = cx.config.upload_origin,
    );
    let kept = match session {
        Some(_) => "private, no-store".to_owned(),
        None => format!("public, max-age={KEPT_SECONDS}"),
    };
    let headers = [
        (header::CONTENT_SECURITY_POLICY, policy),
        (header::REFERRER_POLICY, "no-referrer".to_owned()),
        (header::CACHE_CONTROL, kept),
        (header::VARY, "cookie".to_owned()),
    ];
    Ok((headers, Html(page.html)).into_response())
}

/// The client that a path of the app is about.
fn client_in(path: &str) -> Option<ClientId> {
    path.strip_prefix("/c/")?.split('/').next()?.parse().ok()
}

fn moved(cx: &Context, name: &Slug, path: &str, query: Option<&str>) -> Response {
    let query = query.map(|query| format!("?{query}")).unwrap_or_default();
    let location = format!("{}{path}{query}", cx.config.portal_url_of(name));
    (StatusCode::MOVED_PERMANENTLY, [(header::LOCATION, location)]).into_response()
}

fn no_portal() -> Response {
    let policy = "default-src 'none'; frame-ancestors 'none'";
    let headers = [(header::CONTENT_SECURITY_POLICY, policy), (header::REFERRER_POLICY, "no-referrer")];
    (StatusCode::NOT_FOUND, headers, Html(not_found::PAGE)).into_response()
}
