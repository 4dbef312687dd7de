//! Single values, and the uploads that are under way.

use rusqlite::{OptionalExtension, params};

use super::State;

impl State {
    pub(crate) fn setting(&self, name: &str) -> rusqlite::Result<Option<String>> {
        self.connection()
            .query_row("SELECT value FROM setting WHERE name = ?1", [name], |row| row.get(0))
            .optional()
    }

    pub(crate) fn set_setting(&self, name: &str, value: &str) -> rusqlite::Result<()> {
        self.connection()
            .execute("INSERT OR REPLACE INTO setting (name, value) VALUES (?1, ?2)", [name, value])?;
        Ok(())
    }

    /// Notes that an object is being made, so that a torn one can be told from a whole one.
    pub(crate) fn begin_upload(&self, bucket: &str, key: &str) -> rusqlite::Result<()> {
        self.connection()
            .execute("INSERT OR IGNORE INTO upload (bucket, key) VALUES (?1, ?2)", params![bucket, key])?;
        Ok(())
    }

    pub(crate) fn end_upload(&self, bucket: &str, key: &str) -> rusqlite::Result<()> {
        self.connection()
            .execute("DELETE FROM upload WHERE bucket = ?1 AND key = ?2", params![bucket, key])?;
        Ok(())
    }

    pub(crate) fn torn_uploads(&self) -> rusqlite::Result<Vec<(String, String)>> {
        let connection = self.connection();
        let mut rows = connection.prepare("SELECT bucket, key FROM upload")?;
        rows.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?.collect()
    }
}
