//! Fired schedules whose job has not succeeded yet.

use jiff::Timestamp;
use rusqlite::{OptionalExtension, Row, params};

use super::{State, instant, millis};

/// A call of a job that is due, first or again.
#[derive(Clone, Debug)]
pub(crate) struct Invocation {
    pub(crate) number: i64,
    pub(crate) schedule: String,
    pub(crate) job: String,
    pub(crate) input: String,
    pub(crate) scheduled_at: Timestamp,
    pub(crate) due_at: Timestamp,
    /// Attempts made so far.
    pub(crate) attempt: u32,
    pub(crate) max_retries: u32,
    pub(crate) max_age_seconds: i64,
}

const COLUMNS: &str =
    "number, schedule, job, input, scheduled_at, due_at, attempt, max_retries, max_age_seconds";

impl State {
    /// The invocation that is due first.
    pub(crate) fn first_invocation(&self) -> rusqlite::Result<Option<Invocation>> {
        self.connection()
            .query_row(
                &format!("SELECT {COLUMNS} FROM invocation ORDER BY due_at, number LIMIT 1"),
                [],
                invocation,
            )
            .optional()
    }

    /// All invocations in the order in which they are due.
    pub(crate) fn invocations(&self) -> rusqlite::Result<Vec<Invocation>> {
        let connection = self.connection();
        let mut rows =
            connection.prepare(&format!("SELECT {COLUMNS} FROM invocation ORDER BY due_at, number"))?;
        rows.query_map([], invocation)?.collect()
    }

    /// A call that is due at once, tried twice more if it fails, as Lambda tries what it is called with asynchronously.
    pub(crate) fn add_invocation(
        &self,
        job: &str,
        source: &str,
        input: &str,
        at: Timestamp,
    ) -> rusqlite::Result<()> {
        self.connection().execute(
            "INSERT INTO invocation
             (schedule, job, input, scheduled_at, due_at, attempt, max_retries, max_age_seconds)
             VALUES (?1, ?2, ?3, ?4, ?4, 0, 2, 21600)",
            params![source, job, input, millis(at)],
        )?;
        Ok(())
    }

    pub(crate) fn end_invocation(&self, number: i64) -> rusqlite::Result<()> {
        self.connection().execute("DELETE FROM invocation WHERE number = ?1", [number])?;
        Ok(())
    }

    pub(crate) fn retry_invocation(
        &self,
        number: i64,
        attempt: u32,
        due_at: Timestamp,
    ) -> rusqlite::Result<()> {
        self.connection().execute(
            "UPDATE invocation SET attempt = ?2, due_at = ?3 WHERE number = ?1",
            params![number, attempt, millis(due_at)],
        )?;
        Ok(())
    }
}

fn invocation(row: &Row<'_>) -> rusqlite::Result<Invocation> {
    Ok(Invocation {
        number: row.get(0)?,
        schedule: row.get(1)?,
        job: row.get(2)?,
        input: row.get(3)?,
        scheduled_at: instant(row.get(4)?),
        due_at: instant(row.get(5)?),
        attempt: row.get(6)?,
        max_retries: row.get(7)?,
        max_age_seconds: row.get(8)?,
    })
}
