//! One batch, until every record of it succeeded or was set aside.

use std::collections::VecDeque;
use std::sync::atomic::Ordering;
use std::time::Duration;

use serde_json::{Value, json};

use super::{Consumer, Streams};
use crate::error::CloudError;

/// Records tried together, and how often they have failed together.
struct Attempt<'a> {
    records: Vec<&'a Value>,
    failures: u32,
}

/// What a call of the job came to.
enum Outcome {
    Done,
    /// This many records from the start succeeded; the next one did not.
    FailedAt(usize),
    Failed(String),
}

impl Streams {
    /// Calls the job with the batch. Partial failures go on from the failed record, failures of the whole are
    /// halved until the record that fails is alone; that one is tried again and set aside in the end.
    pub(super) async fn deliver(
        &self,
        consumer: &Consumer,
        batch: &[&Value],
        position: &mut Option<String>,
    ) -> Result<(), CloudError> {
        let mut left = VecDeque::from([Attempt { records: batch.to_vec(), failures: 0 }]);
        while let Some(attempt) = left.pop_front() {
            let error = match self.call(consumer, &attempt.records).await {
                Outcome::Done => {
                    if let Some(last) = attempt.records.last() {
                        self.reached(consumer, position, sequence_number(last))?;
                    }
                    continue;
                }
                Outcome::FailedAt(place) => {
                    let (done, rest) = attempt.records.split_at(place);
                    if let Some(last) = done.last() {
                        self.reached(consumer, position, sequence_number(last))?;
                    }
                    let (first, others) = rest.split_at(1);
                    if !others.is_empty() {
                        left.push_front(Attempt { records: others.to_vec(), failures: 0 });
                    }
                    let failures = if place == 0 { attempt.failures } else { 0 };
                    left.push_front(Attempt { records: first.to_vec(), failures });
                    "reported in batchItemFailures".to_owned()
                }
                Outcome::Failed(error) => {
                    if attempt.records.len() > 1 {
                        let (head, tail) = attempt.records.split_at(attempt.records.len().div_ceil(2));
                        left.push_front(Attempt { records: tail.to_vec(), failures: 0 });
                        left.push_front(Attempt { records: head.to_vec(), failures: 0 });
                        continue;
                    }
                    left.push_front(attempt);
                    error
                }
            };
            let Some(mut failed) = left.pop_front() else { continue };
            failed.failures = failed.failures.saturating_add(1);
            if failed.failures > consumer.settings.retries {
                self.set_aside(consumer, &failed.records, &error, position)?;
            } else {
                self.pause(failed.failures).await;
                left.push_front(failed);
            }
        }
        Ok(())
    }

    async fn call(&self, consumer: &Consumer, records: &[&Value]) -> Outcome {
        let count = u64::try_from(records.len()).unwrap_or(u64::MAX);
        self.handed_over.fetch_add(count, Ordering::Relaxed);
        let answer =
            match self.application.invoke(&consumer.settings.job, json!({ "Records": records })).await {
                Ok(answer) => answer,
                Err(error) => return Outcome::Failed(error),
            };
        let Some(failures) = answer.get("batchItemFailures").and_then(Value::as_array) else {
            return Outcome::Done;
        };
        let failed: Vec<Option<usize>> = failures
            .iter()
            .map(|failure| {
                let named = failure.get("itemIdentifier").and_then(Value::as_str)?;
                records.iter().position(|record| sequence_number(record) == named)
            })
            .collect();
        match failed.iter().min() {
            None => Outcome::Done,
            // AWS takes an identifier that it does not know for a failure of the whole batch.
            Some(_) if failed.contains(&None) => {
                Outcome::Failed("batchItemFailures names a record that was not in the batch".into())
            }
            Some(first) => Outcome::FailedAt(first.unwrap_or(0)),
        }
    }

    fn set_aside(
        &self,
        consumer: &Consumer,
        records: &[&Value],
        error: &str,
        position: &mut Option<String>,
    ) -> Result<(), CloudError> {
        tracing::warn!(job = consumer.settings.job, %error, "a stream record failed for good");
        let event = json!({ "Records": records }).to_string();
        self.records.bury("stream", &consumer.settings.job, &event, error, self.clock.now())?;
        if let Some(last) = records.last() {
            self.reached(consumer, position, sequence_number(last))?;
        }
        Ok(())
    }

    /// A manual clock waits for nobody.
    async fn pause(&self, failures: u32) {
        if !self.clock.is_manual() {
            let millis = 100_u64.saturating_mul(2_u64.saturating_pow(failures.min(6)));
            tokio::time::sleep(Duration::from_millis(millis)).await;
        }
    }
}

fn sequence_number(record: &Value) -> String {
    record.pointer("/dynamodb/SequenceNumber").and_then(Value::as_str).unwrap_or_default().to_owned()
}
