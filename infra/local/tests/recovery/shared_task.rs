//! The task that all writers edit: of those who began from one version, one is acknowledged.

use reqwest::Method;
use serde_json::{Value, json};

use crate::door::NoAnswer;
use crate::ledger::Ledger;
use crate::load::Writer;
use crate::step::Asking;

/// What the task is called before anybody edits it.
pub(crate) const FIRST_TITLE: &str = "Shared";
const FIRST_VERSION: u64 = 1;

/// Whether the title was acknowledged. What another writer forestalled is let go.
pub(crate) async fn retitle(asking: &Asking<'_>, title: &str, ledger: &mut Ledger) -> Result<bool, NoAnswer> {
    let shared = &asking.office.shared_task;
    let found = asking.read(shared).await?;
    let version = found["version"].as_u64().unwrap();
    if asking.is_repeat {
        // It may have been taken and replaced before this look.
        let shows = found["title"] == title;
        if shows {
            ledger.shared_edits.push((version, title.to_owned()));
        } else {
            ledger.maybe_shared.push(title.to_owned());
        }
        return Ok(shows);
    }
    let path = format!("/api/office/tasks/{shared}");
    let edit = json!({ "title": title });
    let edited = asking.door.edit(Method::PATCH, &asking.office.owner, &path, &edit, version).await?;
    if edited.status == 412 {
        return Ok(false);
    }
    let edited = edited.expect(200);
    ledger.shared_edits.push((edited["version"].as_u64().unwrap(), title.to_owned()));
    Ok(true)
}

/// No version was acknowledged twice, and the task shows the last one.
pub(crate) fn is_as_acknowledged(found: &Value, writers: &[Writer]) {
    let mut edits: Vec<&(u64, String)> =
        writers.iter().flat_map(|writer| &writer.ledger.shared_edits).collect();
    edits.sort();
    for pair in edits.windows(2) {
        assert_ne!(pair[0].0, pair[1].0, "one version was acknowledged to two: {pair:?}");
    }
    let (version, title) = (found["version"].as_u64().unwrap(), found["title"].as_str().unwrap());
    let (last_version, last_title) =
        edits.last().map_or((FIRST_VERSION, FIRST_TITLE), |(version, title)| (*version, title.as_str()));
    let is_last = version == last_version && title == last_title;
    let is_later = version > last_version
        && writers.iter().any(|writer| writer.ledger.maybe_shared.iter().any(|maybe| maybe == title));
    assert!(is_last || is_later, "{title} at {version}, after {last_title} at {last_version}");
    let mut shown = texts(found);
    let mut written: Vec<&str> =
        writers.iter().flat_map(|writer| &writer.ledger.shared_messages).map(String::as_str).collect();
    shown.sort_unstable();
    written.sort_unstable();
    assert_eq!(shown, written, "the messages of the shared task");
}

/// What a task's messages say.
pub(crate) fn texts(task: &Value) -> Vec<&str> {
    task["messages"].as_array().unwrap().iter().map(|message| message["text"].as_str().unwrap()).collect()
}
