//! `GET /p/{slug}`, and every path below it: pages of the app, its manifest and its service worker

use axum::{
    Json,
    extract::{OriginalUri, State},
    http::{HeaderMap, StatusCode, header},
    response::{Html, IntoResponse, Response},
};
use sild_app::{
    Context, Failure,
    logins::Target,
    portal_page::{MANIFEST_FILE, Manifest, Page, Visit, boot, branding, find_portal, not_found, office_of},
};
use sild_domain::{ClientId, Language, Slug};
use sild_http::{Path, Problem, Viewer, cookie, session::authenticate_contact};
use sild_store::offices::PortalNameRecord;

/// How long an anonymous page may be kept, in seconds.
const KEPT_SECONDS: u32 = 60;
/// Where the service worker is: beside the pages that it serves.
const WORKER_FILE: &str = "sw.js";

/// The portal's page: its login form, or the first data of who is signed in. It changes nothing.
#[utoipa::path(
    get, path = "/p/{slug}", tag = "public",
    params(
        ("slug" = String, Path, description = "The portal's name"),
        ("lang" = Option<Language>, Query, description = "The language of the login page; the browser's otherwise"),
    ),
    responses(
        (status = 200, description = "The page", content_type = "text/html"),
        (status = 301, description = "The portal has another name now"),
        (status = 404, description = "No portal has this name", content_type = "text/html"),
    ),
)]
pub async fn show_portal(
    State(cx): State<Context>,
    Path(slug): Path<String>,
    viewer: Viewer,
    headers: HeaderMap,
    OriginalUri(uri): OriginalUri,
) -> Result<Response, Problem> {
    let asked = Asked { path: "/", query: uri.query(), viewer: &viewer, headers: &headers };
    Ok(show(&cx, &slug, &asked).await?)
}

/// The same page for every path of the app below, and the two files that make it one which can be installed.
pub async fn show_portal_below(
    State(cx): State<Context>,
    Path((slug, path)): Path<(String, String)>,
    viewer: Viewer,
    headers: HeaderMap,
    OriginalUri(uri): OriginalUri,
) -> Result<Response, Problem> {
    let path = format!("/{path}");
    let asked = Asked { path: &path, query: uri.query(), viewer: &viewer, headers: &headers };
    Ok(show(&cx, &slug, &asked).await?)
}

/// What of the request the page depends on.
struct Asked<'a> {
    path: &'a str,
    query: Option<&'a str>,
    viewer: &'a Viewer,
    headers: &'a HeaderMap,
}

impl Asked<'_> {
    fn file(&self) -> &str {
        self.path.strip_prefix('/').unwrap_or_default()
    }

    fn visit(&self) -> Visit<'_> {
        Visit { host: &self.viewer.host, language: self.language() }
    }

    /// The language that the address names, or the one that the browser likes best of those that Sild speaks (S66).
    fn language(&self) -> Option<Language> {
        let chosen = self.query.into_iter().flat_map(|query| query.split('&'));
        let chosen = chosen.filter_map(|pair| pair.strip_prefix("lang=")).find_map(Language::from_tag);
        let preferred = || self.headers.get(header::ACCEPT_LANGUAGE)?.to_str().ok();
        chosen.or_else(|| preferred().and_then(Language::from_accept_language))
    }
}

async fn show(cx: &Context, slug: &str, asked: &Asked<'_>) -> Result<Response, Failure> {
    let Ok(slug) = Slug::parse(slug) else { return Ok(no_portal(asked)) };
    let shown = match find_portal(cx, &slug).await {
        Ok(name) if asked.file() == MANIFEST_FILE => manifest(cx, &name, asked).await,
        Ok(_) if asked.file() == WORKER_FILE => Ok(worker(cx)),
        Ok(name) => page(cx, &name, asked).await,
        Err(failure) => Err(failure),
    };
    match shown {
        Err(Failure::NotFound) => Ok(no_portal(asked)),
        shown => shown,
    }
}

/// The session is looked for while the office is read.
async fn page(cx: &Context, name: &PortalNameRecord, asked: &Asked<'_>) -> Result<Response, Failure> {
    let value = cookie::read(asked.headers, &cookie::portal_cookie(name.office_id));
    let (office, session) =
        tokio::try_join!(office_of(cx, name), authenticate_contact(cx, name.office_id, value))?;
    // However often it was renamed: the office says which name it has now.
    if let Some(now) = office.slug.as_ref().filter(|now| **now != name.slug) {
        return Ok(moved(cx, &name.slug, now, asked));
    }
    let boot = boot(cx, &office, session.as_ref(), client_in(asked.path), &asked.visit()).await?;
    let target = Target::parse(asked.path).ok().filter(|target| !["/", "/login"].contains(&target.as_str()));
    let is_indexed = asked.path == "/" && session.is_none();
    let page = cx.config.portal_page.fill(&boot, target.as_ref(), is_indexed)?;
    let policy = format!(
        "default-src 'none'; script-src 'self'; style-src 'self' '{}'; connect-src 'self' {origin}; \
         img-src 'self' data: blob:; media-src 'self'; font-src 'self'; manifest-src 'self'; worker-src 'self'; \
         base-uri 'none'; form-action 'self'; frame-ancestors 'self'",
        page.style_hash,
        origin = cx.config.upload_origin,
    );
    let kept = match session {
        Some(_) => "private, no-store".to_owned(),
        None => format!("public, max-age={KEPT_SECONDS}"),
    };
    Ok((
        secured(policy),
        [(header::CACHE_CONTROL, kept), (header::VARY, "cookie, accept-language".to_owned())],
        Html(page.html),
    )
        .into_response())
}

/// What a browser installs the portal by: anybody may read it, as they may the login page.
async fn manifest(cx: &Context, name: &PortalNameRecord, asked: &Asked<'_>) -> Result<Response, Failure> {
    let office = office_of(cx, name).await?;
    let branding = branding(cx, &office, &asked.visit()).ok_or(Failure::NotFound)?;
    let headers = [
        (header::CONTENT_TYPE, "application/manifest+json".to_owned()),
        (header::CACHE_CONTROL, format!("public, max-age={KEPT_SECONDS}")),
        (header::VARY, "accept-language".to_owned()),
    ];
    Ok((headers, Json(Manifest::of(&branding, &office))).into_response())
}

/// The worker, which browsers ask for anew whenever the app is opened.
fn worker(cx: &Context) -> Response {
    let policy = "default-src 'none'; script-src 'self'; connect-src 'self'".to_owned();
    let headers =
        [(header::CONTENT_TYPE, "text/javascript; charset=utf-8"), (header::CACHE_CONTROL, "no-cache")];
    (secured(policy), headers, cx.config.portal_page.worker.clone()).into_response()
}

/// The client that a path of the app is about.
fn client_in(path: &str) -> Option<ClientId> {
    path.strip_prefix("/c/")?.split('/').next()?.parse().ok()
}

/// To the same place under the name that the portal has now; from its own host to its own host.
fn moved(cx: &Context, before: &Slug, now: &Slug, asked: &Asked<'_>) -> Response {
    let is_own_host = cx.config.portal_base_path(before, &asked.viewer.host).is_empty();
    let base = if is_own_host { cx.config.portal_url_of(now) } else { format!("/p/{}", now.as_str()) };
    let query = asked.query.map(|query| format!("?{query}")).unwrap_or_default();
    let location = format!("{base}{}{query}", asked.path);
    // The office may take its former name back: a browser that kept this answer would then go round in circles.
    let kept = (header::CACHE_CONTROL, "no-cache".to_owned());
    (StatusCode::MOVED_PERMANENTLY, [(header::LOCATION, location), kept]).into_response()
}

fn no_portal(asked: &Asked<'_>) -> Response {
    let Page { html, style_hash } = not_found(asked.language().unwrap_or_default());
    let policy =
        format!("default-src 'none'; style-src '{style_hash}'; frame-ancestors 'none'; base-uri 'none'");
    (StatusCode::NOT_FOUND, secured(policy), Html(html)).into_response()
}

fn secured(policy: String) -> [(header::HeaderName, String); 2] {
    [(header::CONTENT_SECURITY_POLICY, policy), (header::REFERRER_POLICY, "no-referrer".to_owned())]
}
