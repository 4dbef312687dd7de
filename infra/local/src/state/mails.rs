//! The mailbox: every mail that SES accepted.

use jiff::Timestamp;
use rusqlite::{OptionalExtension, Row, params};
use serde::Serialize;

use super::State;

/// A mail as `/_local/mail` shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Mail {
    /// The id that SES answered with.
    pub id: String,
    /// Bare addresses, joined by a comma and a space.
    pub to: String,
    /// The sender, `Name <address>` where the mail names one.
    pub from: String,
    /// Decoded.
    pub subject: String,
    /// The text part; empty when the mail has none.
    pub text: String,
    /// The HTML part; empty when the mail has none.
    pub html: String,
    /// When SES took it, by the cloud's clock.
    pub at: Timestamp,
}

/// A mail on its way into the mailbox.
pub(crate) struct NewMail<'a> {
    pub(crate) recipients: &'a [String],
    pub(crate) sender: &'a str,
    pub(crate) subject: &'a str,
    pub(crate) text: Option<&'a str>,
    pub(crate) html: Option<&'a str>,
    pub(crate) raw: &'a [u8],
}

const COLUMNS: &str = "id, recipients, sender, subject, text, html, at";

impl State {
    /// Keeps the mail and answers its id.
    pub(crate) fn keep_mail(&self, mail: &NewMail<'_>, at: Timestamp) -> rusqlite::Result<String> {
        let mut connection = self.connection();
        let transaction = connection.transaction()?;
        transaction.execute(
            "INSERT INTO mail (id, at, recipients, sender, subject, text, html, raw)
             VALUES ('', ?1, ?2, ?3, ?4, ?5, ?6, ?7)",
            params![
                at.to_string(),
                mail.recipients.join(", "),
                mail.sender,
                mail.subject,
                mail.text,
                mail.html,
                mail.raw
            ],
        )?;
        let number = transaction.last_insert_rowid();
        let id = format!("{:016x}-{number:08x}-000000", at.as_millisecond());
        transaction.execute("UPDATE mail SET id = ?1 WHERE number = ?2", params![id, number])?;
        transaction.commit()?;
        Ok(id)
    }

    /// All mails, newest first.
    pub(crate) fn mails(&self) -> rusqlite::Result<Vec<Mail>> {
        let connection = self.connection();
        let mut rows = connection.prepare(&format!("SELECT {COLUMNS} FROM mail ORDER BY number DESC"))?;
        rows.query_map([], mail)?.collect()
    }

    pub(crate) fn mail(&self, id: &str) -> rusqlite::Result<Option<Mail>> {
        self.connection()
            .query_row(&format!("SELECT {COLUMNS} FROM mail WHERE id = ?1"), [id], mail)
            .optional()
    }

    /// The mail as it was sent, byte for byte.
    pub(crate) fn raw_mail(&self, id: &str) -> rusqlite::Result<Option<Vec<u8>>> {
        self.connection().query_row("SELECT raw FROM mail WHERE id = ?1", [id], |row| row.get(0)).optional()
    }

    pub(crate) fn mail_count(&self) -> rusqlite::Result<i64> {
        self.connection().query_row("SELECT count(*) FROM mail", [], |row| row.get(0))
    }
}

fn mail(row: &Row<'_>) -> rusqlite::Result<Mail> {
    let at: String = row.get(6)?;
    Ok(Mail {
        id: row.get(0)?,
        to: row.get(1)?,
        from: row.get(2)?,
        subject: row.get(3)?,
        text: row.get::<_, Option<String>>(4)?.unwrap_or_default(),
        html: row.get::<_, Option<String>>(5)?.unwrap_or_default(),
        at: at.parse().unwrap_or(Timestamp::UNIX_EPOCH),
    })
}
