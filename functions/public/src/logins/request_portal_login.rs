//! `POST /api/portals/{slug}/login`

use axum::{
    extract::{FromRequest, Request, State},
    response::{IntoResponse, Response},
};
use serde::Deserialize;
use sild_app::{
    Context,
    logins::{self, Target},
};
use sild_domain::{Email, Slug};
use sild_http::{JsonBody, Path, Problem, Viewer};
use utoipa::ToSchema;

use super::{
    form,
    replies::{Accepted, accepted, browser_cookie},
};

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
    if form::is_sent_in(&request) {
        return by_form(&cx, &slug, &viewer, request).await;
    }
    let JsonBody(body) = JsonBody::<RequestPortalLogin>::from_request(request, &cx).await?;
    let asked = logins::ask_for_portal_link(&cx, &viewer.address, &slug, body.email, body.target).await?;
    Ok(accepted(&asked))
}

/// Back to the login page, whose style shows what the fragment names: there is no script to say it.
async fn by_form(cx: &Context, slug: &Slug, viewer: &Viewer, request: Request) -> Result<Response, Problem> {
    let form: LoginForm = form::read(request, cx).await?;
    let back = |told: &str| form::see_other(&form::login_page(cx, slug, viewer, told));
    let Ok(email) = Email::parse(&form.email) else { return Ok(back("?wrong#wrong")) };
    let target = Target::parse(&form.target).ok();
    let asked = logins::ask_for_portal_link(cx, &viewer.address, slug, email, target).await?;
    Ok((browser_cookie(&asked), back("?sent#sent")).into_response())
}
