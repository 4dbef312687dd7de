//! What the last kill left on the disk.

use std::path::Path;

use rusqlite::Connection;

/// Kinds of rows that are there only while something is to be done.
const WAITING: [&str; 3] = ["outbox", "notice", "upload"];

/// Both files are whole, and no row of the table waits for a job.
pub(crate) fn is_sound_and_nothing_waits(home: &Path) {
    for name in ["cloud.sqlite", "table.sqlite"] {
        let file = Connection::open(home.join("data").join(name)).unwrap();
        let verdict: String = file.query_row("PRAGMA integrity_check", [], |row| row.get(0)).unwrap();
        assert_eq!(verdict, "ok", "{name}");
    }
    let table = Connection::open(home.join("data/table.sqlite")).unwrap();
    for kind in WAITING {
        let select = "SELECT count(*) FROM sild WHERE item_json ->> '$.ent.S' = ?1";
        let left: i64 = table.query_row(select, [kind], |row| row.get(0)).unwrap();
        assert_eq!(left, 0, "rows of the kind {kind} still wait");
    }
}
