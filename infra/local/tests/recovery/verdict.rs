//! The ledger against what the machine says in the end.

use std::collections::{BTreeMap, BTreeSet};

use futures::StreamExt as _;
use futures::stream;
use serde_json::Value;

use crate::door::{Door, Person};
use crate::ledger::{Author, End, Task};
use crate::load::Writer;
use crate::mailbox::Mail;
use crate::office::{Client, Office};
use crate::shared_task::{is_as_acknowledged, texts};

/// What the mailbox held.
#[derive(Debug, Default)]
pub(crate) struct Told {
    pub(crate) mails: usize,
    /// Mails that tell somebody again of what they were told.
    pub(crate) doubled: u32,
    /// What somebody had to be told, and was.
    pub(crate) promises: usize,
}

/// How many tasks are read at once.
const AT_ONCE: usize = 4;

/// Every task is there once, as it was last acknowledged, with each message and file once.
pub(crate) async fn every_write_is_there(door: &Door, office: &Office, writers: &[Writer]) {
    for (client, writer) in office.clients.iter().zip(writers) {
        let tasks = &writer.ledger.tasks;
        let mut shown = titles(door, office, client).await;
        let mut written: Vec<&str> = tasks.iter().map(|task| task.title.as_str()).collect();
        shown.retain(|title| title.starts_with("Task "));
        shown.sort_unstable();
        written.sort_unstable();
        assert_eq!(shown, written, "the tasks of a client");
        stream::iter(tasks).for_each_concurrent(AT_ONCE, |task| is_there(door, office, task)).await;
    }
    let shared = read(door, &office.owner, &format!("/api/office/tasks/{}", office.shared_task)).await;
    is_as_acknowledged(&shared, writers);
}

async fn titles(door: &Door, office: &Office, client: &Client) -> Vec<String> {
    let mut titles = Vec::new();
    for state in ["open", "completed"] {
        let path = format!("/api/office/tasks?client_id={}&state={state}", client.id);
        for task in all(door, &office.owner, &path).await {
            titles.push(task["title"].as_str().unwrap().to_owned());
        }
    }
    titles
}

async fn is_there(door: &Door, office: &Office, task: &Task) {
    let path = format!("/api/office/tasks/{}", task.id);
    let found = read(door, &office.owner, &path).await;
    assert_eq!(found["title"], task.title.as_str(), "{found}");
    let (portal_state, client_state) = match task.end() {
        None => ("not_assigned", "open"),
        Some(End::Stands) => ("assigned", "open"),
        Some(End::Done) => ("assigned", "done"),
        Some(End::WithdrawnInTime | End::Withdrawn { .. }) => ("withdrawn", "open"),
    };
    assert_eq!(
        (&found["portal_state"], &found["client_state"]),
        (&portal_state.into(), &client_state.into())
    );
    let mut shown = texts(&found);
    let mut written: Vec<&str> = task.messages.iter().map(|message| message.text.as_str()).collect();
    shown.sort_unstable();
    written.sort_unstable();
    assert_eq!(shown, written, "the messages of {}", task.title);
    let shown: BTreeSet<&str> =
        found["files"].as_array().unwrap().iter().map(|file| file["id"].as_str().unwrap()).collect();
    let written: BTreeSet<&str> = task.files.iter().map(|(id, _)| id.as_str()).collect();
    assert_eq!(shown, written, "the files of {}", task.title);
    for (id, bytes) in &task.files {
        let download = read(door, &office.owner, &format!("{path}/files/{id}/download")).await;
        let stored = door.download(download["url"].as_str().unwrap()).await.unwrap();
        assert!(stored == *bytes, "file {id} of {} has other bytes", task.title);
    }
}

/// Everything that is due to somebody has left, nothing left that nobody may be told, and nothing left too early.
pub(crate) fn every_mail_has_left(office: &Office, writers: &[Writer], mails: &[Mail]) -> Told {
    let mut told = Told { mails: mails.len(), ..Told::default() };
    for (client, writer) in office.clients.iter().zip(writers) {
        let tasks = &writer.ledger.tasks;
        let about_none = mails.iter().all(|mail| mail.to != client.not_told);
        assert!(about_none, "{} has no access and got a mail", client.not_told);
        for address in &client.told {
            let own: Vec<&Mail> = mails.iter().filter(|mail| mail.to == *address).collect();
            told.doubled += doubled_announcements(&own, tasks);
            let mut due = Vec::new();
            for task in tasks {
                due.extend(due_to_contact(task));
            }
            told.promises += due.len();
            were_kept(&own, &due, address);
        }
    }
    let own: Vec<&Mail> = mails.iter().filter(|mail| mail.to == office.owner_address).collect();
    let tasks: Vec<&Task> = writers.iter().flat_map(|writer| &writer.ledger.tasks).collect();
    let due: Vec<Due<'_>> = tasks.iter().flat_map(|task| due_to_owner(task)).collect();
    told.promises += due.len();
    were_kept(&own, &due, office.owner_address);
    told.doubled += doubled_dones(&own, &tasks);
    told
}

/// Something that somebody must have been told.
#[derive(Debug)]
struct Due<'l> {
    mark: &'l str,
    not_before: jiff::Timestamp,
    /// What the mail says of the task; an announcement says its deadline.
    says: &'static str,
}

fn due_to_contact(task: &Task) -> Vec<Due<'_>> {
    let mark = task.mark.as_str();
    let mut due = Vec::new();
    let Some(last) = task.assignments.last() else { return due };
    match last.end {
        End::Stands => due.push(Due { mark, not_before: last.earliest_mail(), says: "No deadline" }),
        End::Withdrawn { was_announced: true } => {
            due.push(Due { mark, not_before: last.earliest_mail(), says: "Taken back" });
        }
        End::Done | End::WithdrawnInTime | End::Withdrawn { was_announced: false } => {}
    }
    if task.is_assigned() {
        // What was written before the announcement is told by it.
        let written = task.messages.iter().filter(|message| message.by == Author::Member);
        due.extend(written.filter(|message| message.at >= last.latest_due()).map(|message| Due {
            mark,
            not_before: message.at,
            says: "new message",
        }));
    }
    due
}

fn due_to_owner(task: &Task) -> Vec<Due<'_>> {
    let mark = task.mark.as_str();
    let mut due: Vec<Due<'_>> = task
        .messages
        .iter()
        .filter(|message| message.by == Author::Contact)
        .map(|message| Due { mark, not_before: message.at, says: "new message" })
        .collect();
    if let Some(last) = task.assignments.last().filter(|last| last.end == End::Done) {
        due.push(Due { mark, not_before: last.assigned_at, says: "Marked as done" });
    }
    due
}

/// Each is said by a mail; what a long mail does not name may be among what it only counts.
fn were_kept(mails: &[&Mail], due: &[Due<'_>], address: &str) {
    let is_told =
        |due: &&Due<'_>| mails.iter().any(|mail| mail.at >= due.not_before && mail.says(due.mark, due.says));
    // A mail says once what happened to one task several times.
    let missing: BTreeSet<(&str, &str)> =
        due.iter().filter(|due| !is_told(due)).map(|due| (due.mark, due.says)).collect();
    let unnamed: usize = mails.iter().map(|mail| mail.unnamed).sum();
    assert!(missing.len() <= unnamed, "{address} was never told of {missing:#?}");
}

/// Mails that announce an assignment again; fails for one that may never be announced, or not yet.
fn doubled_announcements(mails: &[&Mail], tasks: &[Task]) -> u32 {
    let mut told: BTreeMap<&str, usize> = BTreeMap::new();
    let mut doubled = 0;
    for mail in mails.iter().filter(|mail| mail.is_announcement) {
        let mut is_doubled = false;
        for task in tasks.iter().filter(|task| mail.says(&task.mark, "")) {
            let may_be_told = task
                .assignments
                .iter()
                .filter(|one| one.end != End::WithdrawnInTime && one.earliest_mail() <= mail.at)
                .count();
            assert!(may_be_told > 0, "{} was announced at {}", task.title, mail.at);
            let times = told.entry(&task.mark).or_default();
            *times += 1;
            is_doubled |= *times > may_be_told;
        }
        doubled += u32::from(is_doubled);
    }
    doubled
}

/// Mails that tell the owner again that a client is done with a task, which each client is once.
fn doubled_dones(mails: &[&Mail], tasks: &[&Task]) -> u32 {
    let mut told = BTreeSet::new();
    let mut doubled = 0;
    for mail in mails {
        let says_done = |task: &&&Task| mail.says(&task.mark, "Marked as done");
        let again = tasks.iter().filter(says_done).filter(|task| !told.insert(task.mark.as_str())).count();
        doubled += u32::from(again > 0);
    }
    doubled
}

/// The owner has exactly one notification of each thing that contacts did.
pub(crate) async fn nobody_was_notified_twice(door: &Door, office: &Office, writers: &[Writer]) {
    let mut counted: BTreeMap<(String, String), usize> = BTreeMap::new();
    for one in all(door, &office.owner, "/api/office/notifications?").await {
        let field = |name: &str| one[name].as_str().unwrap().to_owned();
        if one["actor"] != "Olivia Owner" {
            *counted.entry((field("task_id"), field("kind"))).or_default() += 1;
        }
    }
    let mut expected: BTreeMap<(String, String), usize> = BTreeMap::new();
    for task in writers.iter().flat_map(|writer| &writer.ledger.tasks) {
        let written = task.messages.iter().filter(|message| message.by == Author::Contact).count();
        let finished = usize::from(task.end() == Some(End::Done));
        for (kind, count) in [("portal_message", written), ("client_done", finished)] {
            if count > 0 {
                expected.insert((task.id.clone(), kind.to_owned()), count);
            }
        }
    }
    assert_eq!(counted, expected, "the owner's notifications");
}

/// Every item of a list that comes in pages.
async fn all(door: &Door, who: &Person, path: &str) -> Vec<Value> {
    let mut items = Vec::new();
    let mut cursor = String::new();
    loop {
        let page = read(door, who, &format!("{path}&limit=100{cursor}")).await;
        items.extend(page["items"].as_array().unwrap().iter().cloned());
        match page["next"].as_str() {
            Some(next) => cursor = format!("&cursor={next}"),
            None => return items,
        }
    }
}

async fn read(door: &Door, who: &Person, path: &str) -> Value {
    door.get(who, path).await.unwrap().expect(200)
}
