//! The cloud's own records: clock, keys, mails, schedules, invocations and stream positions, in one SQLite file.

mod dead;
mod invocations;
mod mails;
mod schedules;
mod settings;

use std::path::Path;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use jiff::Timestamp;
use rusqlite::Connection;

pub use dead::DeadLetter;
pub(crate) use invocations::Invocation;
pub use mails::Mail;
pub(crate) use mails::NewMail;
pub(crate) use schedules::{Fired, StoredSchedule};

/// A handle on the records; every write is on disk when its call returns.
#[derive(Clone)]
pub(crate) struct State(Arc<Mutex<Connection>>);

const SCHEMA: &str = "
CREATE TABLE IF NOT EXISTS setting (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS mail (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    at TEXT NOT NULL,
    recipients TEXT NOT NULL,
    sender TEXT NOT NULL,
    subject TEXT NOT NULL,
    text TEXT,
    html TEXT,
    raw BLOB NOT NULL
);
CREATE TABLE IF NOT EXISTS schedule (
    group_name TEXT NOT NULL,
    name TEXT NOT NULL,
    definition TEXT NOT NULL,
    client_token TEXT,
    created_at INTEGER NOT NULL,
    modified_at INTEGER NOT NULL,
    next_at INTEGER,
    PRIMARY KEY (group_name, name)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS schedule_due ON schedule (next_at) WHERE next_at IS NOT NULL;
CREATE TABLE IF NOT EXISTS standing (
    name TEXT PRIMARY KEY,
    next_at INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS invocation (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    schedule TEXT NOT NULL,
    job TEXT NOT NULL,
    input TEXT NOT NULL,
    scheduled_at INTEGER NOT NULL,
    due_at INTEGER NOT NULL,
    attempt INTEGER NOT NULL,
    max_retries INTEGER NOT NULL,
    max_age_seconds INTEGER NOT NULL
);
CREATE TABLE IF NOT EXISTS dead_letter (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    source TEXT NOT NULL,
    job TEXT NOT NULL,
    event TEXT NOT NULL,
    error TEXT NOT NULL,
    at TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS upload (
    bucket TEXT NOT NULL,
    key TEXT NOT NULL,
    PRIMARY KEY (bucket, key)
) WITHOUT ROWID;
";

impl State {
    pub(crate) fn open(file: &Path) -> rusqlite::Result<Self> {
        Self::prepare(Connection::open(file)?)
    }

    pub(crate) fn in_memory() -> rusqlite::Result<Self> {
        Self::prepare(Connection::open_in_memory()?)
    }

    fn prepare(connection: Connection) -> rusqlite::Result<Self> {
        connection.busy_timeout(std::time::Duration::from_secs(5))?;
        connection.pragma_update(None, "journal_mode", "WAL")?;
        connection.pragma_update(None, "synchronous", "FULL")?;
        connection.execute_batch(SCHEMA)?;
        Ok(Self(Arc::new(Mutex::new(connection))))
    }

    fn connection(&self) -> MutexGuard<'_, Connection> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Milliseconds since the epoch: how instants are kept, so that they sort.
fn millis(instant: Timestamp) -> i64 {
    instant.as_millisecond()
}

/// The instant that [`millis`] kept.
fn instant(millis: i64) -> Timestamp {
    Timestamp::from_millisecond(millis).unwrap_or(if millis < 0 { Timestamp::MIN } else { Timestamp::MAX })
}
