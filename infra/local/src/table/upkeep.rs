//! Keeps the table's file from growing and its writes from slowing down.

use std::path::Path;
use std::sync::{Mutex, PoisonError};

use rusqlite::{Connection, params};

use crate::error::CloudError;

/// A second connection to the table's file, for the stream's old records only.
pub(super) struct Upkeep(Mutex<Kept>);

struct Kept {
    connection: Connection,
    calls: u32,
}

/// Every write looks for the stream's highest number; without an index it would read every record's images.
const INDEX: &str = "CREATE INDEX IF NOT EXISTS sild_stream_position
    ON _stream_records (table_name, CAST(sequence_number AS INTEGER))";

/// Stays behind the highest number, so that numbers never go back.
const FORGET: &str = "DELETE FROM _stream_records
    WHERE table_name = ?1 AND CAST(sequence_number AS INTEGER) < ?2";

/// A public sequence number is the stored one behind a `1` and zeros, 21 digits in all.
const LEADING_DIGITS: usize = 1;

/// Forgetting is a write of its own: once in so many calls is enough.
const EVERY: u32 = 64;

impl Upkeep {
    pub(super) fn open(file: &Path) -> Result<Self, CloudError> {
        let connection = Connection::open(file)?;
        connection.busy_timeout(std::time::Duration::from_secs(5))?;
        connection.execute_batch(INDEX)?;
        Ok(Self(Mutex::new(Kept { connection, calls: 0 })))
    }

    pub(super) fn forget_stream_before(&self, table: &str, position: &str) -> Result<(), CloudError> {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let is_turn = kept.calls.checked_rem(EVERY) == Some(0);
        kept.calls = kept.calls.wrapping_add(1);
        if is_turn && let Some(stored) = stored(position) {
            kept.connection.execute(FORGET, params![table, stored])?;
        }
        Ok(())
    }
}

fn stored(position: &str) -> Option<i64> {
    position.get(LEADING_DIGITS..)?.parse().ok()
}
