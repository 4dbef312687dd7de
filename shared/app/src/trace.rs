//! One id from a request to all that comes of it. Rows of the outbox, one-time schedules and mails carry it along, and
//! every line of the log that is written on the way shows it.

use serde_json::Value;
use sild_domain::TraceId;
use tracing::Instrument as _;

/// The member of a schedule's input that carries the id.
const MEMBER: &str = "trace";

tokio::task_local! {
    static CURRENT: TraceId;
}

/// Does `work` as part of a trace. `name` is the operation or the job. In a box of its own, as work is large.
pub fn follow<F: Future>(name: &'static str, trace: TraceId, work: F) -> impl Future<Output = F::Output> {
    let span = tracing::info_span!("work", name, %trace);
    CURRENT.scope(trace, Box::pin(work).instrument(span))
}

/// The trace that the running work is part of.
#[must_use]
pub fn current() -> Option<TraceId> {
    CURRENT.try_with(Clone::clone).ok()
}

/// Gives the input of a schedule the current trace to take along.
pub(crate) fn add_to(input: &mut Value) {
    if let (Some(trace), Value::Object(members)) = (current(), input) {
        members.insert(MEMBER.to_owned(), trace.as_str().into());
    }
}

/// Takes the trace out of an event that a schedule brings, so that the job sees what it knows.
pub fn take_from(event: &mut Value) -> Option<TraceId> {
    let told = event.as_object_mut()?.remove(MEMBER)?;
    TraceId::parse(told.as_str()?).ok()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[tokio::test]
    async fn a_schedule_takes_the_trace_along_and_the_job_never_sees_it() {
        let trace = TraceId::parse("1-69a54300-0000000000000000000000ff").unwrap();
        let mut input = json!({ "until": 1 });
        follow("relay_outbox", trace.clone(), async { add_to(&mut input) }).await;
        assert_eq!(input, json!({ "until": 1, "trace": trace.as_str() }));
        assert_eq!(take_from(&mut input), Some(trace));
        assert_eq!(input, json!({ "until": 1 }));
        assert_eq!(current(), None);
    }

    #[test]
    fn what_has_no_trace_stays_as_it_is() {
        let mut input = json!({ "until": 1 });
        add_to(&mut input);
        assert_eq!(input, json!({ "until": 1 }));
        for mut event in [json!({}), json!([]), json!(null), json!({ "trace": 7 }), json!({ "trace": "x" })] {
            assert_eq!(take_from(&mut event), None);
        }
    }
}
