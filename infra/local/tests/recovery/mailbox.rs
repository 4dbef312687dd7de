//! What the mails say.

use jiff::Timestamp;
use serde_json::Value;

use crate::office::text;
use crate::step::instant;

/// A mail about tasks.
#[derive(Debug)]
pub(crate) struct Mail {
    pub(crate) to: String,
    pub(crate) at: Timestamp,
    /// Whether it tells of tasks that wait for the client, and not of what happened to them.
    pub(crate) is_announcement: bool,
    /// The tasks that it names, each with what it says of it.
    pub(crate) rows: Vec<(String, String)>,
    /// How many tasks more it does not name.
    pub(crate) unnamed: usize,
}

impl Mail {
    /// Whether it says this of the task whose title begins with `mark`.
    pub(crate) fn says(&self, mark: &str, what: &str) -> bool {
        let is_of = |title: &str| {
            title.strip_prefix(mark).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
        };
        self.rows.iter().any(|(title, said)| is_of(title) && said.contains(what))
    }
}

/// The token of the newest login link that was mailed to the address.
pub(crate) fn token_for(mails: &Value, address: &str) -> Option<String> {
    let mail = mails.as_array()?.iter().find(|mail| mail["to"] == address)?;
    let (_, token) = mail["text"].as_str()?.split_once("#t=")?;
    Some(token.split(|after: char| after == '&' || after.is_whitespace()).next()?.to_owned())
}

/// The mails about tasks in the order in which they left.
pub(crate) fn in_order(mails: &Value) -> Vec<Mail> {
    mails.as_array().unwrap().iter().rev().filter_map(read).collect()
}

/// `None` for a mail that is about no task.
fn read(mail: &Value) -> Option<Mail> {
    let (subject, body) = (text(&mail["subject"]), text(&mail["text"]));
    let mut rows = Vec::new();
    let mut unnamed = 0;
    let mut lines = body.lines();
    while let Some(line) = lines.next() {
        if let Some(title) = line.strip_prefix("- ").filter(|title| title.starts_with("Task ")) {
            rows.push((title.to_owned(), lines.next().unwrap_or_default().trim().to_owned()));
        } else if let Some(count) = line.strip_prefix("and ").and_then(|rest| rest.strip_suffix(" more")) {
            unnamed = count.parse().unwrap();
        }
    }
    let is_announcement = subject.starts_with("New task: ") || subject.contains(" new tasks for ");
    let mail = Mail { to: text(&mail["to"]), at: instant(&mail["at"]), is_announcement, rows, unnamed };
    (!mail.rows.is_empty()).then_some(mail)
}
