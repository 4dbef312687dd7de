//! What the audit trail records of each kind of item, and what it leaves out. A kind that is missing here fails a test.

use crate::key::Key;

/// What the trail does with a kind of item.
#[derive(Debug, Clone, Copy)]
pub enum Audited {
    /// Its changes are recorded.
    Recorded(Rule),
    /// They are not, for this reason.
    Left(&'static str),
}

/// What of a kind is recorded, and under whose key.
#[derive(Debug, Clone, Copy)]
pub struct Rule {
    /// Attributes that are left out, with all below them: counters, marks of what was read, places in lists, copies of what
    /// stands elsewhere, secrets and their hashes.
    pub left: &'static [&'static str],
    /// Of an item that is about a person: the attributes that are facts of the office. Everything else of it is personal, so
    /// that a new attribute is. `None` for an item that is not about a person.
    pub of_office: Option<&'static [&'static str]>,
}

use Audited::{Left, Recorded};

const fn thing(left: &'static [&'static str]) -> Audited {
    Recorded(Rule { left, of_office: None })
}

const fn person(left: &'static [&'static str], of_office: &'static [&'static str]) -> Audited {
    Recorded(Rule { left, of_office: Some(of_office) })
}

/// How far what goes through many clients is.
const BULK: [&str; 4] = ["selection.after", "selection.parts", "selection.count", "selection.is_complete"];

/// Every kind of item.
pub const AUDITED: &[(&str, Audited)] = &[
    ("audit", Left("is the trail itself")),
    ("audit_key", Left("is what the trail is sealed under")),
    ("built_in_given", Left("marks what the template that comes with it tells of")),
    // That it was started, by what it finds clients and what it is to do; each client, and each task, tells of itself.
    (
        "bulk_opening",
        thing(&[BULK[0], BULK[1], BULK[2], BULK[3], "done", "after", "opened", "already_open", "invited"]),
    ),
    ("bulk_skipped", Left("says why nothing was changed")),
    ("bulk_task", thing(&[BULK[0], BULK[1], BULK[2], BULK[3], "done", "created"])),
    ("bulk_turn", Left("which clients have their turn; each tells of itself")),
    (
        "client",
        // Who works with it and its contacts are links, which are recorded; counters and visits are no edits.
        thing(&[
            "responsible",
            "added",
            "contact_count",
            "contacts",
            "open_count",
            "waiting_count",
            "earliest_due",
            "last_seen_at",
        ]),
    ),
    ("client_export", thing(&["object_key", "done_at", "rows"])),
    (
        "client_import",
        // Its rows become clients and contacts, which tell of themselves.
        thing(&[
            "file_name",
            "object_key",
            "revision",
            "choices",
            "problem",
            "found",
            "done",
            "outcome",
            "errors",
            "error_count",
        ]),
    ),
    ("client_listed", Left("says again where the client stands in lists")),
    ("client_word", Left("says again by what the client is found")),
    (
        "contact",
        person(
            // What they changed themselves is kept on their form; it says again what the trail says. Whoever has the key can
            // stop their mails.
            &["client_count", "last_seen_at", "changes", "mail_key"],
            &["id", "archived_at", "created_at", "erased_at", "welcome_seen_at", "address_state"],
        ),
    ),
    ("contact_address", Left("says again what the contact says")),
    (
        "contact_client",
        thing(&[
            "client_name",
            "client_is_open",
            "contact_name",
            "email",
            "address_state",
            "contact_is_archived",
        ]),
    ),
    ("contact_word", Left("says again by what the contact is found")),
    ("counter", Left("a number under a hash, of no use after an hour")),
    ("digitisation", thing(&["by.name", "leased_until", "look_at", "tries"])),
    ("erased_office", Left("outlives the office and its trail")),
    ("file", thing(&["name", "object_key", "author.name"])),
    ("idempotency", Left("an answer that is kept for a day")),
    ("login_code", Left("a secret's hash; the session that comes of it is recorded")),
    ("login_link", Left("a secret's hash; the session that comes of it is recorded")),
    ("media_upload", Left("waits for its check; what comes of it stands on the office")),
    (
        "member",
        person(
            &["unread_notifications", "last_seen_at", "is_leaving", "mail_key"],
            &["id", "role", "is_active", "invited_at", "created_at"],
        ),
    ),
    ("member_address", Left("says again what the member says")),
    ("member_client", thing(&["member_name"])),
    // That it was posted, by whom and for whom: the thread keeps what it says, which is never edited.
    ("message", thing(&["text", "author.name"])),
    ("notice", Left("waits until the task is announced, which is recorded")),
    ("notification", Left("tells a person of what is recorded")),
    ("office", thing(&["template_count", "portal_epoch"])),
    ("outbox", Left("an effect that is to happen; what comes of it is recorded")),
    ("portal_name", thing(&[])),
    ("reminder", Left("waits for its day; that somebody was reminded stands on the task")),
    ("removal", Left("is a part of the trail")),
    (
        "request",
        thing(&[
            "client_name",
            "text",
            "author.name",
            "ended_by",
            "activity",
            "seen",
            "portal_messages",
            "portal_files",
            "has_client_news",
        ]),
    ),
    ("sample_given", Left("marks what the task that was given tells of")),
    (
        "series",
        // What it has made and makes next follows from its rule; each task tells of itself.
        thing(&[
            "client_name",
            "assignee.name",
            "created_count",
            "last_nominal",
            "next_nominal",
            "next_on",
            "ahead",
        ]),
    ),
    ("session", person(&["hash", "portal_epoch"], &[])),
    (
        "task",
        thing(&[
            "client_name",
            "assignee.name",
            "checklist_done",
            "checklist_total",
            "created_by",
            "completed_by_name",
            "done_by_name",
            "announce_at",
            "announced_generation",
            "reminder_log",
            "reminded_count",
            "portal.is_announced",
            "portal.generation",
            "activity",
            "seen",
            "portal_messages",
            "portal_files",
            "has_client_news",
        ]),
    ),
    ("template", thing(&[])),
    ("upload", Left("waits for its bytes; the file that it becomes is recorded")),
];

/// What is recorded of a kind; `None` if nothing is.
pub(super) fn rule_of(kind: &str) -> Option<Rule> {
    AUDITED.iter().find(|(known, _)| *known == kind).and_then(|(_, audited)| match audited {
        Recorded(rule) => Some(*rule),
        Left(_) => None,
    })
}

/// The kinds whose changes are recorded: what the stream's mapping lets through.
pub fn recorded_kinds() -> impl Iterator<Item = &'static str> {
    AUDITED.iter().filter(|(_, audited)| matches!(audited, Recorded(_))).map(|(kind, _)| *kind)
}

/// Whether an item of this kind says who wrote it.
pub(crate) fn is_stamped(kind: &str) -> bool {
    rule_of(kind).is_some()
}

/// Whether what stands at a key may be of a kind that is recorded. Whatever an office holds may, so that no new kind is
/// forgotten: one that is not recorded says needlessly who wrote it last.
pub(crate) fn is_stamped_key(key: &Key) -> bool {
    key.pk.starts_with("O#") || key.pk.starts_with("SLUG#")
}

/// Whether what stands at a key is recorded, but for the office's own item, which goes last of all.
pub(crate) fn holds_recorded(key: &Key) -> bool {
    let begins = |with: &[&str]| with.iter().any(|one| key.sk.starts_with(one));
    let mut parts = key.pk.split('#');
    if parts.next() != Some("O") || parts.next().is_none() {
        return false;
    }
    match (parts.next(), parts.next(), parts.next()) {
        (None, ..) => begins(&["TPL#", "SER#"]),
        (Some("M"), Some(_), None) => key.sk == "A" || begins(&["S#", "X#C#"]),
        (Some("P"), Some(_), None) => key.sk == "A" || begins(&["S#", "C#"]),
        (Some("T" | "R"), Some(_), None) => key.sk == "A" || begins(&["C#", "F#", "X#C#", "X#F#"]),
        (Some("C" | "B" | "I" | "E"), Some(_), None) => key.sk == "A",
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::holdings::KINDS;

    #[test]
    fn every_kind_is_recorded_or_left_for_a_reason() {
        let known = KINDS.iter().map(|(kind, _)| *kind).collect::<BTreeSet<_>>();
        let decided = AUDITED.iter().map(|(kind, _)| *kind).collect::<BTreeSet<_>>();
        assert_eq!(decided, known, "say in AUDITED what the audit trail does with it");
        assert_eq!(decided.len(), AUDITED.len(), "one is there twice");
        let reasons = AUDITED.iter().filter_map(|(_, audited)| match audited {
            Left(reason) => Some(*reason),
            Recorded(_) => None,
        });
        assert!(reasons.into_iter().all(|reason| reason.len() > 10));
    }

    #[test]
    fn what_is_removed_is_known_by_its_place() {
        for (pk, sk) in [
            ("O#1#M#2", "S#hash"),
            ("O#1#M#2", "X#C#3"),
            ("O#1#P#2", "C#3"),
            ("O#1", "TPL#2"),
            ("O#1#T#2", "A"),
        ] {
            assert!(holds_recorded(&Key::new(pk, sk)), "{pk} {sk}");
        }
        for (pk, sk) in [
            ("O#1", "A"),
            ("O#1#C#2", "W#word"),
            ("O#1#OUT", "1"),
            ("O#1#T#2", "X#U#3"),
            ("O#1#T#2", "X#N"),
            ("O#1#M#2", "X#KEY"),
            ("O#1#AUD#2026-03", "1"),
            ("LINK#1", "A"),
            ("SLUG#demo", "A"),
        ] {
            assert!(!holds_recorded(&Key::new(pk, sk)), "{pk} {sk}");
        }
    }
}
