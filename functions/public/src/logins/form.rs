//! The login page's forms, where no script runs: they are answered by leading back to a page.

use axum::{
    extract::Request,
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};
use serde::de::DeserializeOwned;
use sild_app::Context;
use sild_domain::Slug;
use sild_http::{Problem, Viewer, body::read_bytes};

/// Whether a browser sends a form, and not the app its JSON.
pub(super) fn is_sent_in(request: &Request) -> bool {
    request
        .headers()
        .get(header::CONTENT_TYPE)
        .is_some_and(|value| value.as_bytes().starts_with(b"application/x-www-form-urlencoded"))
}

pub(super) async fn read<T: DeserializeOwned>(request: Request, cx: &Context) -> Result<T, Problem> {
    let bytes = read_bytes(request, cx).await?;
    serde_urlencoded::from_bytes(&bytes).map_err(|_| Problem::malformed("The form cannot be read."))
}

/// The login page of a portal as the browser reaches it. `told` ends in the fragment of what its style then shows.
pub(super) fn login_page(cx: &Context, slug: &Slug, viewer: &Viewer, told: &str) -> String {
    let base = cx.config.portal_base_path(slug, &viewer.host);
    if base.is_empty() { format!("/{told}") } else { format!("{base}{told}") }
}

/// On to another page, which is asked for with GET.
pub(super) fn see_other(page: &str) -> Response {
    (StatusCode::SEE_OTHER, [(header::LOCATION, page.to_owned())]).into_response()
}
