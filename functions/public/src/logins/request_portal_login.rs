//! `POST /api/portals/{slug}/login`

use axum::{
    extract::{FromRequest, Request, State},
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};
use serde::Deserialize;
use sild_app::{
    Context,
    logins::{self, Target},
};
use sild_domain::{Email, Slug};
use sild_http::{JsonBody, Path, Problem, Viewer, body::read_bytes};
use utoipa::ToSchema;

use super::replies::{Accepted, accepted, browser_cookie};

/// Who wants to sign in.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RequestPortalLogin {
    /// The address to send the link to, if it is a contact's with access.
    #[schema(value_type = String)]
    pub email: Email,
    /// The path of the portal to open afterwards.
    #[schema(value_type = Option<String>)]
    pub target: Option<Target>,
}

/// The same out of a form, where no script runs: an empty target is none.
#[derive(Debug, Deserialize)]
struct LoginForm {
    email: String,
    #[serde(default)]
    target: String,
}

/// Sends a link and a code to a contact; every address is answered the same.
#[utoipa::path(
    post, path = "/api/portals/{slug}/login", tag = "public",
    params(("slug" = String, Path, description = "The portal's name")),
    request_body = RequestPortalLogin,
    responses(
        (status = 202, description = "If the address is a contact's, a mail is on its way", body = Accepted),
        (status = 303, description = "The same, for a form without script: back to the login page"),
        (status = "default", description = "A problem", body = Problem, content_type = "application/problem+json"),
    ),
)]
pub async fn request_portal_login(
    State(cx): State<Context>,
    Path(slug): Path<String>,
    viewer: Viewer,
    request: Request,
) -> Result<Response, Problem> {
    let slug = Slug::parse(&slug).map_err(|_| Problem::not_found())?;
    if is_form(&request) {
        return by_form(&cx, &slug, &viewer, request).await;
    }
    let JsonBody(body) = JsonBody::<RequestPortalLogin>::from_request(request, &cx).await?;
    let asked = logins::ask_for_portal_link(&cx, &viewer.address, &slug, body.email, body.target).await?;
    Ok(accepted(&asked))
}

fn is_form(request: &Request) -> bool {
    request
        .headers()
        .get(header::CONTENT_TYPE)
        .is_some_and(|value| value.as_bytes().starts_with(b"application/x-www-form-urlencoded"))
}

/// Back to the login page, whose style shows what the fragment names: there is no script to say it.
async fn by_form(cx: &Context, slug: &Slug, viewer: &Viewer, request: Request) -> Result<Response, Problem> {
    let bytes = read_bytes(request, cx).await?;
    let form: LoginForm =
        serde_urlencoded::from_bytes(&bytes).map_err(|_| Problem::malformed("The form cannot be read."))?;
    let base = cx.config.portal_base_path(slug, &viewer.host);
    let page = if base.is_empty() { "/" } else { &base };
    let Ok(email) = Email::parse(&form.email) else {
        return Ok(
            (StatusCode::SEE_OTHER, [(header::LOCATION, format!("{page}?wrong#wrong"))]).into_response()
        );
    };
    let target = Target::parse(&form.target).ok();
    let asked = logins::ask_for_portal_link(cx, &viewer.address, slug, email, target).await?;
    let back = [(header::LOCATION, format!("{page}?sent#sent"))];
    Ok((StatusCode::SEE_OTHER, browser_cookie(&asked), back).into_response())
}
