//! Scheduler's schedules and the standing ones: what is due when.

use jiff::Timestamp;
use rusqlite::{OptionalExtension, Row, params};

use super::{State, instant, millis};

/// A schedule as it was created, with the next time it fires.
#[derive(Clone, Debug)]
pub(crate) struct StoredSchedule {
    pub(crate) group: String,
    pub(crate) name: String,
    /// The body of the creating or updating call, as JSON.
    pub(crate) definition: String,
    pub(crate) client_token: Option<String>,
    pub(crate) created_at: Timestamp,
    pub(crate) modified_at: Timestamp,
    /// `None` once it has fired for the last time, or while it is disabled.
    pub(crate) next_at: Option<Timestamp>,
}

/// What a schedule hands over when it fires, and what becomes of it.
pub(crate) struct Fired<'a> {
    pub(crate) job: &'a str,
    pub(crate) input: &'a str,
    pub(crate) scheduled_at: Timestamp,
    pub(crate) max_retries: u32,
    pub(crate) max_age_seconds: i64,
    pub(crate) next_at: Option<Timestamp>,
    /// Whether the schedule is deleted with this firing.
    pub(crate) is_last: bool,
}

const COLUMNS: &str = "group_name, name, definition, client_token, created_at, modified_at, next_at";

impl State {
    pub(crate) fn schedule(&self, group: &str, name: &str) -> rusqlite::Result<Option<StoredSchedule>> {
        self.connection()
            .query_row(
                &format!("SELECT {COLUMNS} FROM schedule WHERE group_name = ?1 AND name = ?2"),
                [group, name],
                schedule,
            )
            .optional()
    }

    /// Adds the schedule unless one of its name is there; says whether it did.
    pub(crate) fn add_schedule(&self, new: &StoredSchedule) -> rusqlite::Result<bool> {
        let added = self.connection().execute(
            "INSERT OR IGNORE INTO schedule
             (group_name, name, definition, client_token, created_at, modified_at, next_at)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
            params![
                new.group,
                new.name,
                new.definition,
                new.client_token,
                millis(new.created_at),
                millis(new.modified_at),
                new.next_at.map(millis)
            ],
        )?;
        Ok(added == 1)
    }

    /// Replaces the schedule's definition; says whether it was there.
    pub(crate) fn replace_schedule(&self, new: &StoredSchedule) -> rusqlite::Result<bool> {
        let changed = self.connection().execute(
            "UPDATE schedule SET definition = ?3, client_token = ?4, modified_at = ?5, next_at = ?6
             WHERE group_name = ?1 AND name = ?2",
            params![
                new.group,
                new.name,
                new.definition,
                new.client_token,
                millis(new.modified_at),
                new.next_at.map(millis)
            ],
        )?;
        Ok(changed == 1)
    }

    /// Deletes the schedule; says whether it was there.
    pub(crate) fn delete_schedule(&self, group: &str, name: &str) -> rusqlite::Result<bool> {
        let deleted = self
            .connection()
            .execute("DELETE FROM schedule WHERE group_name = ?1 AND name = ?2", [group, name])?;
        Ok(deleted == 1)
    }

    /// All schedules by group and name.
    pub(crate) fn schedules(&self) -> rusqlite::Result<Vec<StoredSchedule>> {
        let connection = self.connection();
        let mut rows =
            connection.prepare(&format!("SELECT {COLUMNS} FROM schedule ORDER BY group_name, name"))?;
        rows.query_map([], schedule)?.collect()
    }

    /// The schedule that is due first.
    pub(crate) fn first_schedule(&self) -> rusqlite::Result<Option<StoredSchedule>> {
        self.connection()
            .query_row(
                &format!(
                    "SELECT {COLUMNS} FROM schedule WHERE next_at IS NOT NULL
                     ORDER BY next_at, group_name, name LIMIT 1"
                ),
                [],
                schedule,
            )
            .optional()
    }

    /// Turns a due schedule into an invocation and sets its next time, in one step: it is neither lost nor doubled.
    pub(crate) fn fire_schedule(
        &self,
        due: &StoredSchedule,
        arn: &str,
        fired: &Fired<'_>,
    ) -> rusqlite::Result<()> {
        let mut connection = self.connection();
        let transaction = connection.transaction()?;
        let changed = if fired.is_last {
            transaction.execute(
                "DELETE FROM schedule WHERE group_name = ?1 AND name = ?2 AND next_at = ?3",
                params![due.group, due.name, due.next_at.map(millis)],
            )?
        } else {
            transaction.execute(
                "UPDATE schedule SET next_at = ?4 WHERE group_name = ?1 AND name = ?2 AND next_at = ?3",
                params![due.group, due.name, due.next_at.map(millis), fired.next_at.map(millis)],
            )?
        };
        if changed == 1 {
            transaction.execute(
                "INSERT INTO invocation
                 (schedule, job, input, scheduled_at, due_at, attempt, max_retries, max_age_seconds)
                 VALUES (?1, ?2, ?3, ?4, ?4, 0, ?5, ?6)",
                params![
                    arn,
                    fired.job,
                    fired.input,
                    millis(fired.scheduled_at),
                    fired.max_retries,
                    fired.max_age_seconds
                ],
            )?;
        }
        transaction.commit()
    }

    /// When the standing schedule of this name fires next.
    pub(crate) fn standing_next(&self, name: &str) -> rusqlite::Result<Option<Timestamp>> {
        let next: Option<i64> = self
            .connection()
            .query_row("SELECT next_at FROM standing WHERE name = ?1", [name], |row| row.get(0))
            .optional()?;
        Ok(next.map(instant))
    }

    pub(crate) fn set_standing_next(&self, name: &str, next: Timestamp) -> rusqlite::Result<()> {
        self.connection().execute(
            "INSERT OR REPLACE INTO standing (name, next_at) VALUES (?1, ?2)",
            params![name, millis(next)],
        )?;
        Ok(())
    }
}

fn schedule(row: &Row<'_>) -> rusqlite::Result<StoredSchedule> {
    Ok(StoredSchedule {
        group: row.get(0)?,
        name: row.get(1)?,
        definition: row.get(2)?,
        client_token: row.get(3)?,
        created_at: instant(row.get(4)?),
        modified_at: instant(row.get(5)?),
        next_at: row.get::<_, Option<i64>>(6)?.map(instant),
    })
}
