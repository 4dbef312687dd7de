//! `POST /api/login/code`

use axum::{
    extract::{FromRequest, Request, State},
    response::{IntoResponse, Response},
};
use serde::Deserialize;
use sild_app::{
    Context, Failure,
    logins::{self, Redeemed, RedeemedFor},
};
use sild_domain::{Slug, login::Code};
use sild_http::{JsonBody, OnDevice, Problem, Viewer, cookie};
use utoipa::ToSchema;

use super::{
    form,
    replies::{SignedIn, session_cookies, signed_in},
};

/// The code that a person has typed.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RedeemLoginCode {
    /// Six characters; case, spaces and hyphens do not count.
    pub code: Code,
}

/// The same out of the form of a portal's login page, where no script runs.
#[derive(Debug, Deserialize)]
struct CodeForm {
    code: String,
    portal: Slug,
}

/// Spends the link that the code stands for, in the browser that asked for it. Five wrong tries end the code.
#[utoipa::path(
    post, path = "/api/login/code", tag = "public",
    request_body = RedeemLoginCode,
    responses(
        (status = 200, description = "Signed in; the cookie is set", body = SignedIn),
        (status = 303, description = "The same, for a form without script: on to the portal, or back to the login page"),
        (status = "default", description = "A problem", body = Problem, content_type = "application/problem+json"),
    ),
)]
pub async fn redeem_login_code(
    State(cx): State<Context>,
    viewer: Viewer,
    OnDevice(device): OnDevice,
    request: Request,
) -> Result<Response, Problem> {
    let nonce = cookie::read(request.headers(), cookie::BROWSER_COOKIE).map(str::to_owned);
    let redeem =
        async |code: &Code| logins::redeem_code(&cx, &viewer.address, nonce.as_deref(), code, device).await;
    if form::is_sent_in(&request) {
        let form: CodeForm = form::read(request, &cx).await?;
        // What is no code is wrong, like one that is not this browser's.
        let redeemed = match Code::parse(&form.code) {
            Ok(code) => redeem(&code).await,
            Err(_) => Err(Failure::NotFound),
        };
        return by_form(&cx, &form.portal, &viewer, redeemed);
    }
    let JsonBody(body) = JsonBody::<RedeemLoginCode>::from_request(request, &cx).await?;
    Ok(signed_in(redeem(&body.code).await?))
}

/// On to where the link leads, or back to the code with what is wrong with it.
fn by_form(
    cx: &Context,
    portal: &Slug,
    viewer: &Viewer,
    redeemed: Result<Redeemed, Failure>,
) -> Result<Response, Problem> {
    let back = |told: &str| form::see_other(&form::login_page(cx, portal, viewer, told));
    let redeemed = match redeemed {
        Ok(redeemed) => redeemed,
        Err(Failure::NotFound | Failure::Conflict(_)) => return Ok(back("?sent#code-wrong")),
        Err(Failure::TooManyRequests { .. }) => return Ok(back("?sent#too-many")),
        Err(failure) => return Err(failure.into()),
    };
    let target = redeemed.target.as_deref().unwrap_or("/");
    let page = match &redeemed.who {
        RedeemedFor::Member { .. } => format!("{}{target}", cx.config.office_url),
        RedeemedFor::Contact { slug, .. } => {
            format!("{}{target}", cx.config.portal_base_path(slug, &viewer.host))
        }
    };
    Ok((session_cookies(&redeemed), form::see_other(&page)).into_response())
}
