//! The control surface under `/_local`: mailbox, clock and schedules of one machine. It exists in no Lambda.

mod gallery;
mod guard;
mod page;

use axum::body::Bytes;
use axum::extract::{Path, Query, State};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum::{Json, Router, middleware};
use http::{StatusCode, header};
use jiff::SignedDuration;
use serde::Deserialize;
use serde_json::{Value, json};

use crate::cloud::Cloud;
use crate::error::CloudError;

/// The routes of `/_local`; they answer requests to this machine's own host names only.
pub fn control_router(cloud: Cloud) -> Router {
    Router::new()
        .route("/_local", get(page::to_page))
        .route("/_local/", get(page::page))
        .route("/_local/page.css", get(page::styles))
        .route("/_local/page.js", get(page::script))
        .route("/_local/mail", get(list_mails))
        .route("/_local/mail/{id}", get(get_mail))
        .route("/_local/mail/{id}/html", get(mail_html))
        .route("/_local/mail/{id}/raw", get(mail_raw))
        .route("/_local/schedules", get(list_schedules))
        .route("/_local/dead-letters", get(list_dead_letters))
        .route("/_local/clock", get(get_clock).post(advance_clock))
        .merge(gallery::router())
        .fallback(|| async {
            problem(StatusCode::NOT_FOUND, "not_found", "There is nothing at this address.")
        })
        .layer(middleware::from_fn(guard::this_machine_only))
        .with_state(cloud)
}

/// An RFC 9457 answer.
fn problem(status: StatusCode, code: &str, title: &str) -> Response {
    let body = json!({ "type": "about:blank", "title": title, "status": status.as_u16(), "code": code });
    (status, [(header::CONTENT_TYPE, "application/problem+json")], body.to_string()).into_response()
}

fn failed(cause: &CloudError) -> Response {
    tracing::error!(%cause, "the control surface cannot answer");
    problem(StatusCode::INTERNAL_SERVER_ERROR, "internal", "The one-machine cloud failed; its log says why.")
}

fn fresh(body: Value) -> Response {
    ([(header::CACHE_CONTROL, "no-store")], Json(body)).into_response()
}

#[derive(Deserialize)]
struct Limit {
    limit: Option<usize>,
}

/// The mailbox, newest first; `?limit=` cuts it.
async fn list_mails(State(cloud): State<Cloud>, Query(query): Query<Limit>) -> Response {
    match cloud.mails() {
        Ok(mut mails) => {
            mails.truncate(query.limit.unwrap_or(usize::MAX));
            fresh(json!(mails))
        }
        Err(cause) => failed(&cause),
    }
}

fn no_mail() -> Response {
    problem(StatusCode::NOT_FOUND, "not_found", "There is no mail with this id.")
}

async fn get_mail(State(cloud): State<Cloud>, Path(id): Path<String>) -> Response {
    match cloud.mail(&id) {
        Ok(Some(mail)) => fresh(json!(mail)),
        Ok(None) => no_mail(),
        Err(cause) => failed(&cause),
    }
}

/// The mail's HTML for a frame: no script runs in it, and its links open beside it.
async fn mail_html(State(cloud): State<Cloud>, Path(id): Path<String>) -> Response {
    match cloud.mail(&id) {
        Ok(Some(mail)) => page::mail_document(&mail),
        Ok(None) => no_mail(),
        Err(cause) => failed(&cause),
    }
}

/// The mail as it was sent, to be opened in a mail program.
async fn mail_raw(State(cloud): State<Cloud>, Path(id): Path<String>) -> Response {
    match cloud.raw_mail(&id) {
        Ok(Some(raw)) => (
            [
                (header::CONTENT_TYPE, "message/rfc822"),
                (header::CONTENT_DISPOSITION, "attachment; filename=\"mail.eml\""),
                (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
            ],
            raw,
        )
            .into_response(),
        Ok(None) => no_mail(),
        Err(cause) => failed(&cause),
    }
}

async fn list_schedules(State(cloud): State<Cloud>) -> Response {
    match cloud.schedules() {
        Ok(schedules) => fresh(json!(schedules)),
        Err(cause) => failed(&cause),
    }
}

async fn list_dead_letters(State(cloud): State<Cloud>) -> Response {
    match cloud.dead_letters() {
        Ok(letters) => fresh(json!(letters)),
        Err(cause) => failed(&cause),
    }
}

/// The time, and how many mails there are: enough for the page to know whether to look again.
async fn get_clock(State(cloud): State<Cloud>) -> Response {
    let clock = cloud.clock();
    match cloud.mail_count() {
        Ok(mails) => fresh(json!({
            "now": clock.now(),
            "offset_seconds": clock.offset().as_secs(),
            "is_manual": clock.is_manual(),
            "mails": mails,
        })),
        Err(cause) => failed(&cause),
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Advance {
    advance_seconds: i64,
}

/// Moves the clock through every due instant and answers the new time.
async fn advance_clock(State(cloud): State<Cloud>, body: Bytes) -> Response {
    let out_of_range = || {
        problem(
            StatusCode::UNPROCESSABLE_ENTITY,
            "validation",
            "Send {\"advance_seconds\": n} with n from 1 to 315,360,000 (10 years).",
        )
    };
    let Ok(request) = serde_json::from_slice::<Advance>(&body) else {
        return out_of_range();
    };
    match cloud.advance(SignedDuration::from_secs(request.advance_seconds)).await {
        Ok(now) => fresh(json!({ "now": now })),
        Err(CloudError::Advance) => out_of_range(),
        Err(cause) => failed(&cause),
    }
}
