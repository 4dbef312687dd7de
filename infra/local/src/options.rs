//! What the caller says about the cloud it wants.

use std::path::PathBuf;
use std::time::Duration;

use serde_json::Value;

use crate::clock::ClockMode;
use crate::stream::EventPattern;

/// What a one-machine cloud is made of; the application crates give the values.
#[derive(Clone, Debug)]
pub struct CloudOptions {
    /// The folder that keeps everything; `None` keeps the table in memory and objects in a folder that is
    /// removed at the end.
    pub data: Option<PathBuf>,
    /// The body of a `CreateTable` call as AWS takes it, with indexes and `StreamSpecification`.
    pub table: Value,
    /// The attribute with an item's expiry in epoch seconds.
    pub ttl_attribute: Option<String>,
    /// The bucket that is there from the start.
    pub bucket: String,
    /// The Scheduler group that is there beside `default`.
    pub schedule_group: String,
    /// The jobs that read the table's stream.
    pub stream_consumers: Vec<StreamConsumer>,
    /// The rules that call a job at a fixed rate.
    pub standing_schedules: Vec<StandingSchedule>,
    /// The rules that call a job with events of other services.
    pub event_rules: Vec<EventRule>,
    /// Wall clock or a test's own.
    pub clock: ClockMode,
    /// When stream records are handed to their jobs.
    pub delivery: StreamDelivery,
}

/// A job fed from the table's stream, as an event source mapping says it.
#[derive(Clone, Debug)]
pub struct StreamConsumer {
    /// The job's name.
    pub job: String,
    /// Only records that match are handed over.
    pub filter: EventPattern,
    /// Records in one call, at most.
    pub batch_size: usize,
    /// How often a record is tried again before it is set aside as dead.
    pub retries: u32,
}

impl StreamConsumer {
    /// A consumer with the limits that the deployed mapping has: ten records a call, three retries.
    pub fn new(job: impl Into<String>, filter: EventPattern) -> Self {
        Self { job: job.into(), filter, batch_size: 10, retries: 3 }
    }
}

/// A job called at a fixed rate, as an EventBridge rule does.
#[derive(Clone, Debug)]
pub struct StandingSchedule {
    /// Unique among the standing schedules.
    pub name: String,
    /// Time between two calls.
    pub every: Duration,
    /// The job's name.
    pub job: String,
    /// Whether it also runs once as soon as the application is attached.
    pub at_start: bool,
}

/// A rule of the event bus: a job called with each event that matches.
#[derive(Clone, Debug)]
pub struct EventRule {
    /// The job's name.
    pub job: String,
    /// Only events that match are handed over.
    pub pattern: EventPattern,
}

/// When the stream's records reach their jobs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StreamDelivery {
    /// At once, in the background.
    Background,
    /// Only in [`crate::Cloud::settle`] and [`crate::Cloud::advance`], so that a test sees each step.
    OnSettle,
}
