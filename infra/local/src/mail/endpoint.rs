//! The HTTP side of SES v2.

use axum::Router;
use axum::body::Bytes;
use axum::extract::State;
use axum::response::Response;
use axum::routing::{get, post};
use http::StatusCode;
use serde_json::json;

use super::message::SendEmail;
use super::simulator::Fate;
use crate::aws_json;
use crate::clock::ClockHandle;
use crate::events::EventBus;
use crate::state::{NewMail, State as Records};

#[derive(Clone)]
struct Mailbox {
    records: Records,
    clock: ClockHandle,
    bus: EventBus,
}

/// SES's routes; requests have passed the key check.
pub(crate) fn router(records: Records, clock: ClockHandle, bus: EventBus) -> Router {
    Router::new()
        .route("/v2/email/outbound-emails", post(send_email))
        .route("/v2/email/account", get(get_account))
        .layer(axum::extract::DefaultBodyLimit::max(64 * 1024 * 1024))
        .with_state(Mailbox { records, clock, bus })
}

/// Keeps the mail on disk, lets happen what the simulator says of its address, then answers its id.
async fn send_email(State(mailbox): State<Mailbox>, body: Bytes) -> Response {
    let outgoing = match serde_json::from_slice::<SendEmail>(&body) {
        Ok(request) => request.into_outgoing(),
        Err(cause) => Err(cause.to_string()),
    };
    let outgoing = match outgoing {
        Ok(outgoing) => outgoing,
        Err(reason) => return aws_json::error(StatusCode::BAD_REQUEST, "BadRequestException", &reason),
    };
    let at = mailbox.clock.now();
    let kept = mailbox.records.keep_mail(
        &NewMail {
            recipients: &outgoing.recipients,
            sender: &outgoing.sender,
            subject: &outgoing.subject,
            text: outgoing.text.as_deref(),
            html: outgoing.html.as_deref(),
            raw: &outgoing.raw,
        },
        at,
    );
    let told = kept.and_then(|id| {
        for address in &outgoing.recipients {
            if let Some(fate) = Fate::of(address) {
                let detail = fate.detail(&id, address, &outgoing.tags, at);
                mailbox.bus.put("aws.ses", fate.detail_type(), &detail)?;
            }
        }
        Ok(id)
    });
    match told {
        Ok(id) => aws_json::ok(&json!({ "MessageId": id })),
        Err(cause) => aws_json::internal(&cause),
    }
}

/// An account out of the sandbox with SES's usual first quota.
async fn get_account(State(mailbox): State<Mailbox>) -> Response {
    match mailbox.records.mail_count() {
        Ok(sent) => aws_json::ok(&json!({
            "DedicatedIpAutoWarmupEnabled": false,
            "EnforcementStatus": "HEALTHY",
            "ProductionAccessEnabled": true,
            "SendingEnabled": true,
            "SendQuota": { "Max24HourSend": 50_000.0, "MaxSendRate": 14.0, "SentLast24Hours": sent },
        })),
        Err(cause) => aws_json::internal(&cause),
    }
}
