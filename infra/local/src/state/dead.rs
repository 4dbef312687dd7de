//! What was tried as often as allowed and failed: the dead-letter queues of the deployed product.

use jiff::Timestamp;
use rusqlite::params;
use serde::Serialize;

use super::State;

/// An event whose job failed for good.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DeadLetter {
    /// `schedule` or `stream`.
    pub source: String,
    /// The job that failed.
    pub job: String,
    /// The event as the job got it.
    pub event: String,
    /// What the last attempt reported.
    pub error: String,
    /// When it was given up, by the cloud's clock.
    pub at: String,
}

impl State {
    pub(crate) fn bury(
        &self,
        source: &str,
        job: &str,
        event: &str,
        error: &str,
        at: Timestamp,
    ) -> rusqlite::Result<()> {
        self.connection().execute(
            "INSERT INTO dead_letter (source, job, event, error, at) VALUES (?1, ?2, ?3, ?4, ?5)",
            params![source, job, event, error, at.to_string()],
        )?;
        Ok(())
    }

    /// All dead letters, oldest first.
    pub(crate) fn dead_letters(&self) -> rusqlite::Result<Vec<DeadLetter>> {
        let connection = self.connection();
        let mut rows =
            connection.prepare("SELECT source, job, event, error, at FROM dead_letter ORDER BY number")?;
        rows.query_map([], |row| {
            Ok(DeadLetter {
                source: row.get(0)?,
                job: row.get(1)?,
                event: row.get(2)?,
                error: row.get(3)?,
                at: row.get(4)?,
            })
        })?
        .collect()
    }
}
