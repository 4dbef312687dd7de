//! Whatever an event changes of what the audit trail tells is in the trail, under the name of who did it (S67). An operation
//! that writes and leaves no entry fails here unless it is said why.

use std::collections::BTreeMap;

use serde_json::Value;
use sild_store::audit::{AUDITED, Audited};
use sild_tests::{
    World,
    catalogue::{Fired, Trigger},
};

/// Operations that change something of which the trail has nothing to tell, and why.
const SILENT: &[(&str, &str)] = &[
    ("announce_now", "that the client was told is told of when it happens"),
    ("declare_file", "a file is told of once it is there"),
    ("declare_portal_file", "a file is told of once it is there"),
    ("declare_portal_image", "a picture is told of once it is there"),
    ("declare_portal_request_file", "a file is told of once it is there"),
    ("declare_request_file", "a file is told of once it is there"),
    ("declare_welcome_video", "a video is told of once it is there"),
    ("export_office", "it reads"),
    ("export_person", "it reads"),
    ("get_login_link", "it looks"),
    ("mark_notifications_read", "reading is no change"),
    ("mark_request_read", "reading is no change"),
    ("mark_request_seen", "reading is no change"),
    ("mark_task_read", "reading is no change"),
    ("mark_task_seen", "reading is no change"),
    ("preview_bulk_opening", "it looks"),
    ("preview_recurrence", "it looks"),
    ("relay_outbox", "a schedule is armed, of a task that was told of"),
    ("remove_portal_image", "none is in use where its event is"),
    ("remove_welcome_video", "none is in use where its event is"),
    ("renew_login_link", "a link is told of once it lets somebody in"),
    ("request_office_login", "a link is told of once it lets somebody in"),
    ("request_portal_login", "a link is told of once it lets somebody in"),
    ("resend_member_invitation", "it asks for a mail"),
    ("send_digest", "what is mailed was told of when it happened"),
    ("send_mail", "what is mailed was told of when it happened"),
    ("sign_up_office", "the office is told of once its link is used"),
    ("sweep_outbox", "a schedule is armed, of a task that was told of"),
];

/// From now on nothing happens but recording, and everything before is recorded: the table then. `None` for the job that
/// records, and for what takes a whole office with its keys away.
pub(crate) async fn told(world: &World, name: &str) -> Option<Vec<Value>> {
    if ["record_changes", "erase_office"].contains(&name) {
        return None;
    }
    let others = sild_jobs::JOBS.iter().map(|job| job.name).filter(|job| *job != "record_changes");
    world.hold(&others.collect::<Vec<_>>());
    world.settle().await;
    Some(world.snapshot().await)
}

/// What is wrong with what the trail tells of a function that changed `before` into `after`; nothing if nothing is.
pub(crate) async fn faults(
    trigger: Trigger,
    fired: &Fired,
    before: &[Value],
    after: &[Value],
) -> Vec<String> {
    let name = trigger.name();
    fired.world.settle().await;
    let entries = entries(before, &fired.world.snapshot().await);
    let wanted = recorded(before, after);
    let mut faults = Vec::new();
    for what in &wanted {
        if !entries.iter().any(|entry| entry["what"] == **what) {
            faults.push(format!("{name} changed `{what}` and nothing tells it"));
        }
    }
    for entry in &entries {
        if let Some(fault) = fault(trigger, fired, entry) {
            faults.push(format!("{name}: {fault}: {entry}"));
        }
    }
    let reads = matches!(trigger, Trigger::Request(row) if row.method == "GET");
    let is_silent = reads || SILENT.iter().any(|(silent, _)| *silent == name);
    if entries.is_empty() != is_silent {
        let told = entries.iter().map(|entry| entry["what"].as_str().unwrap()).collect::<Vec<_>>();
        faults.push(format!("{name} tells {told:?}: what tells nothing is in SILENT, with the reason"));
    }
    faults
}

fn fault(trigger: Trigger, fired: &Fired, entry: &Value) -> Option<&'static str> {
    let is_of_request = matches!(trigger, Trigger::Request(_));
    let by = entry["by"].as_str();
    if entry["operation"] != trigger.name() {
        Some("another operation")
    } else if !entry["at"].as_str().unwrap().starts_with("2026-03-0") {
        Some("another time")
    } else if is_of_request
        && (by.is_none() || fired.caller.as_deref().is_some_and(|caller| Some(caller) != by))
    {
        Some("somebody else")
    } else if !entry["thing_id"].is_string() {
        Some("of what")
    } else {
        None
    }
}

fn entries(before: &[Value], after: &[Value]) -> Vec<Value> {
    let is_new = |item: &&Value| item["ent"] == "audit" && !before.contains(item);
    after.iter().filter(is_new).cloned().collect()
}

/// The kinds of what came, went, or changed in an attribute that is not left out as a whole.
fn recorded(before: &[Value], after: &[Value]) -> Vec<String> {
    let by_key = |items: &[Value]| -> BTreeMap<String, Value> {
        items.iter().map(|item| (format!("{} {}", item["pk"], item["sk"]), item.clone())).collect()
    };
    let (before, after) = (by_key(before), by_key(after));
    let mut kinds = Vec::new();
    for key in before.keys().chain(after.keys()) {
        let (old, new) = (before.get(key), after.get(key));
        let ent = old.or(new).unwrap()["ent"].as_str().unwrap();
        let Some(left) = left_of(ent) else { continue };
        let is_recorded = match (old, new) {
            (Some(old), Some(new)) => {
                let [old, new] = [old, new].map(|item| item.as_object().unwrap());
                let mut names = old.keys().chain(new.keys());
                names.any(|name| {
                    let is_left = name.starts_with("gsi")
                        || ["v", "ttl", "touched"].contains(&name.as_str())
                        || left.iter().any(|left| left.split('.').next() == Some(name));
                    let text = |item: &serde_json::Map<String, Value>| {
                        item.get(name).filter(|it| !it.is_null()).cloned()
                    };
                    !is_left && text(old) != text(new)
                })
            }
            _ => true,
        };
        if is_recorded {
            kinds.push(ent.to_owned());
        }
    }
    kinds.sort_unstable();
    kinds.dedup();
    kinds
}

fn left_of(kind: &str) -> Option<&'static [&'static str]> {
    AUDITED.iter().find(|(known, _)| *known == kind).and_then(|(_, audited)| match audited {
        Audited::Recorded(rule) => Some(rule.left),
        Audited::Left(_) => None,
    })
}
