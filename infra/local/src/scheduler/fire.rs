//! What a schedule's target is called with.

use jiff::Timestamp;
use serde_json::{Value, json};

use crate::endpoints::{ACCOUNT, REGION};
use crate::state::Invocation;

/// The job that a Lambda function's ARN names, without a version or alias.
pub(crate) fn job_of(arn: &str) -> Option<&str> {
    let (_, rest) = arn.split_once(":function:")?;
    let name = rest.split(':').next().unwrap_or(rest);
    (!name.is_empty()).then_some(name)
}

/// A schedule's own ARN.
pub(crate) fn schedule_arn(group: &str, name: &str) -> String {
    format!("arn:aws:scheduler:{REGION}:{ACCOUNT}:schedule/{group}/{name}")
}

/// The event of one attempt, with Scheduler's context attributes filled in.
/// See <https://docs.aws.amazon.com/scheduler/latest/UserGuide/managing-schedule-context-attributes.html>.
pub(crate) fn event_of(invocation: &Invocation) -> Result<Value, String> {
    let attempt = invocation.attempt.saturating_add(1);
    let execution = format!("{:08x}{attempt:08x}", invocation.number);
    let input = invocation
        .input
        .replace("<aws.scheduler.scheduled-time>", &seconds(invocation.scheduled_at))
        .replace("<aws.scheduler.execution-id>", &execution)
        .replace("<aws.scheduler.attempt-number>", &attempt.to_string())
        .replace("<aws.scheduler.schedule-arn>", &invocation.schedule);
    serde_json::from_str(&input).map_err(|cause| format!("the schedule's input is not JSON: {cause}"))
}

/// The event that an EventBridge rule sends.
pub(crate) fn standing_event(name: &str, at: Timestamp) -> Value {
    json!({
        "version": "0",
        "id": format!("{name}-{}", at.as_second()),
        "detail-type": "Scheduled Event",
        "source": "aws.events",
        "account": ACCOUNT,
        "time": seconds(at),
        "region": REGION,
        "resources": [format!("arn:aws:events:{REGION}:{ACCOUNT}:rule/{name}")],
        "detail": {},
    })
}

/// RFC 3339 to the second, as AWS writes it.
fn seconds(at: Timestamp) -> String {
    Timestamp::from_second(at.as_second()).unwrap_or(at).to_string()
}
