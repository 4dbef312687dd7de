//! EventBridge's default bus as far as the product uses it: rules that call a job, which is tried again as Lambda does.

use std::sync::Arc;

use serde_json::{Value, json};
use tokio::sync::Notify;

use crate::clock::ClockHandle;
use crate::endpoints::{ACCOUNT, REGION};
use crate::options::EventRule;
use crate::state::State as Records;

/// The bus and its rules.
#[derive(Clone)]
pub(crate) struct EventBus {
    pub(crate) records: Records,
    pub(crate) clock: ClockHandle,
    pub(crate) rules: Arc<[EventRule]>,
    /// Wakes whoever calls what is due.
    pub(crate) changed: Arc<Notify>,
}

impl EventBus {
    /// Puts an event on the bus: it is on disk for each rule that it matches before this returns.
    pub(crate) fn put(&self, source: &str, detail_type: &str, detail: &Value) -> rusqlite::Result<()> {
        let now = self.clock.now();
        let event = json!({
            "version": "0",
            "id": format!("{:016x}", now.as_millisecond()),
            "detail-type": detail_type,
            "source": source,
            "account": ACCOUNT,
            "time": now.to_string(),
            "region": REGION,
            "resources": [],
            "detail": detail,
        });
        for rule in self.rules.iter().filter(|rule| rule.pattern.matches(&event)) {
            self.records.add_invocation(&rule.job, source, &event.to_string(), now)?;
        }
        self.changed.notify_one();
        Ok(())
    }
}
