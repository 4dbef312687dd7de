//! Hands the table's stream records to the jobs that read them, as an event source mapping does.

mod deliver;
mod pattern;

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use serde_json::Value;

pub use pattern::{EventPattern, PatternError};

use crate::application::ApplicationSlot;
use crate::clock::ClockHandle;
use crate::error::CloudError;
use crate::options::StreamConsumer;
use crate::state::State as Records;
use crate::table::Table;

/// Reads the stream once for each consumer; each keeps its own position, on disk.
pub(crate) struct Streams {
    table: Table,
    records: Records,
    application: ApplicationSlot,
    clock: ClockHandle,
    consumers: Vec<Consumer>,
    /// Counts the records that were handed to a job.
    handed_over: AtomicU64,
}

struct Consumer {
    settings: StreamConsumer,
    /// The sequence number of the last record dealt with; locked by whoever hands records over.
    position: tokio::sync::Mutex<Option<String>>,
}

/// Records read from the stream at a time.
const PAGE: usize = 100;

/// How long the background waits for a write before it looks all the same.
const LOOK_AGAIN: Duration = Duration::from_secs(1);

impl Streams {
    pub(crate) fn new(
        table: Table,
        records: Records,
        application: ApplicationSlot,
        clock: ClockHandle,
        consumers: Vec<StreamConsumer>,
    ) -> Result<Self, CloudError> {
        let consumers = consumers
            .into_iter()
            .map(|settings| {
                let position = records.setting(&position_name(&settings.job))?;
                Ok(Consumer { settings, position: tokio::sync::Mutex::new(position) })
            })
            .collect::<Result<_, CloudError>>()?;
        Ok(Self { table, records, application, clock, consumers, handed_over: AtomicU64::new(0) })
    }

    /// Hands over in the background for as long as the cloud lives: one task for each consumer.
    pub(crate) fn run(self: &Arc<Self>) -> Vec<tokio::task::AbortHandle> {
        (0..self.consumers.len())
            .map(|place| {
                let streams = Arc::clone(self);
                tokio::spawn(async move { streams.follow(place).await }).abort_handle()
            })
            .collect()
    }

    async fn follow(&self, place: usize) {
        let Some(consumer) = self.consumers.get(place) else { return };
        if self.application.wait().await.is_none() {
            return;
        }
        let mut writes = self.table.writes();
        loop {
            writes.borrow_and_update();
            if let Err(cause) = self.drain(consumer).await {
                tracing::error!(%cause, job = consumer.settings.job, "the stream cannot be read");
            }
            // Either a write happened or it is time to look: both mean the same.
            let _ = tokio::time::timeout(LOOK_AGAIN, writes.changed()).await;
        }
    }

    /// Hands over until nothing is left for anyone, counting what the jobs themselves write.
    pub(crate) async fn settle(&self) -> Result<(), CloudError> {
        if self.application.get().is_none() {
            return Ok(());
        }
        loop {
            let mut found_some = false;
            for consumer in &self.consumers {
                found_some |= self.drain(consumer).await?;
            }
            if !found_some {
                return Ok(());
            }
        }
    }

    /// How many records jobs were called with so far.
    pub(crate) fn handed_over(&self) -> u64 {
        self.handed_over.load(Ordering::Relaxed)
    }

    /// Deals with all records after the consumer's position; says whether there were any.
    async fn drain(&self, consumer: &Consumer) -> Result<bool, CloudError> {
        let mut position = consumer.position.lock().await;
        let mut found_some = false;
        loop {
            let page = self.table.stream_records(position.as_deref(), PAGE)?;
            let Some(last) = page.last().map(|record| record.sequence_number.clone()) else {
                break;
            };
            found_some = true;
            let wanted: Vec<&Value> = page
                .iter()
                .map(|record| &record.event)
                .filter(|event| consumer.settings.filter.matches(event))
                .collect();
            for batch in wanted.chunks(consumer.settings.batch_size.max(1)) {
                self.deliver(consumer, batch, &mut position).await?;
            }
            self.reached(consumer, &mut position, last)?;
        }
        if found_some {
            let all: Option<Vec<String>> = self
                .consumers
                .iter()
                .map(|other| match other.position.try_lock() {
                    Ok(position) => position.clone(),
                    Err(_) if std::ptr::eq(other, consumer) => position.clone(),
                    Err(_) => None,
                })
                .collect();
            if let Some(done) = all.and_then(|positions| positions.into_iter().min()) {
                self.table.forget_stream_before(&done)?;
            }
        }
        Ok(found_some)
    }

    /// Everything up to `sequence_number` is dealt with; said on disk before it is believed.
    fn reached(
        &self,
        consumer: &Consumer,
        position: &mut Option<String>,
        sequence_number: String,
    ) -> Result<(), CloudError> {
        self.records.set_setting(&position_name(&consumer.settings.job), &sequence_number)?;
        *position = Some(sequence_number);
        Ok(())
    }
}

fn position_name(job: &str) -> String {
    format!("stream:{job}")
}
