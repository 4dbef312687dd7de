//! What a mail is about.

use jiff::civil::{Date, DateTime};
use sild_domain::{CompanyName, PersonName, Title, login::Code};

use super::{
    Brand,
    content::{Content, Group, Row, SecondLink, TypedCode},
    texts::Texts,
};

/// How many tasks a mail names; of the others it says how many they are.
const ROWS_MAX: usize = 15;

/// What a mail is about. Its button leads to the [`url`](super::Outgoing::url) of the mail.
#[derive(Debug, Clone)]
pub enum Letter {
    /// Somebody asked for a link to sign in.
    LoginLink {
        /// Where it leads: the name of the portal, or of the office.
        place: CompanyName,
        /// What may be typed in the browser that asked.
        code: Option<Code>,
    },
    /// Somebody signs an office up (S64).
    SignUp {
        /// The office that the link makes.
        office_name: CompanyName,
        /// What may be typed in the browser that asked.
        code: Option<Code>,
    },
    /// Somebody who has an office signs one up; the button signs in to the one they have.
    AlreadySignedUp {
        /// The office that they have.
        office_name: CompanyName,
        /// The office that they asked for.
        new_office_name: CompanyName,
        /// The link that makes it all the same.
        create_url: String,
        /// What may be typed in the browser that asked: signs in to the office that they have.
        code: Option<Code>,
    },
    /// The portal was opened for a contact (S17).
    Invitation {
        /// For which client.
        client_name: CompanyName,
        /// Its sample tasks.
        tasks: Vec<TaskLine>,
    },
    /// Tasks wait for a client (S33).
    Announcement {
        /// Which client.
        client_name: CompanyName,
        /// The tasks.
        tasks: Vec<TaskLine>,
    },
    /// Tasks still wait for a client (S62).
    Reminder {
        /// Which client.
        client_name: CompanyName,
        /// The tasks.
        tasks: Vec<TaskLine>,
        /// The office's date: whether a deadline has passed.
        today: Date,
    },
    /// What happened to a contact's tasks (S53, S54).
    ContactDigest {
        /// Of which client.
        client_name: CompanyName,
        /// What happened.
        entries: Vec<ContactNews>,
    },
    /// A contact wants the address that it goes to (S55).
    EmailChange,
    /// A contact has another address than the one that it goes to (S55).
    EmailChanged {
        /// The new one, masked.
        new_email: String,
        /// Since when, in the office's time zone.
        at: DateTime,
    },
    /// Somebody is to work in an office (S64).
    MemberInvitation {
        /// Which one.
        office_name: CompanyName,
        /// Who invites them.
        invited_by: PersonName,
    },
    /// What happened to a member's tasks (S50, S51).
    MemberDigest {
        /// What happened.
        entries: Vec<MemberNews>,
    },
}

/// A task as a mail names it.
#[derive(Debug, Clone)]
pub struct TaskLine {
    /// What it is called.
    pub title: Title,
    /// The deadline.
    pub due: Option<Date>,
}

/// Something that a contact is told.
#[derive(Debug, Clone)]
pub struct ContactNews {
    /// What happened.
    pub kind: ContactNewsKind,
    /// What the task or request that it happened to is called.
    pub title: Title,
    /// How often.
    pub count: u32,
}

/// What can happen to a contact's task.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ContactNewsKind {
    /// Somebody wrote.
    Message,
    /// The office took it back.
    Withdrawn,
}

/// Something that a member is told.
#[derive(Debug, Clone)]
pub struct MemberNews {
    /// What happened.
    pub kind: MemberNewsKind,
    /// What the task or request that it happened to is called.
    pub title: Title,
    /// Whose task it is.
    pub client_name: CompanyName,
    /// Who did it.
    pub actor: PersonName,
    /// How often.
    pub count: u32,
}

/// What can happen to a member's task.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MemberNewsKind {
    /// A contact sent a request.
    Request,
    /// Somebody wrote in the portal.
    Message,
    /// A contact uploaded.
    File,
    /// A contact finished it.
    Done,
}

impl Letter {
    /// Says it in a language.
    pub(super) fn compose(&self, texts: &dyn Texts, brand: &Brand, link_hours: u32) -> Content {
        match self {
            Self::LoginLink { place, code } => Content {
                subject: texts.login_subject(place.as_str()),
                preheader: texts.login_preheader(link_hours),
                heading: texts.login_subject(place.as_str()),
                paragraphs: vec![texts.login_intro()],
                button: texts.sign_in(),
                code: typed(texts, code.as_ref()),
                notes: vec![texts.login_note(link_hours)],
                reason: texts.login_reason(place.as_str()),
                ..Content::default()
            },
            Self::SignUp { office_name, code } => Content {
                subject: texts.sign_up_subject(office_name.as_str()),
                preheader: texts.sign_up_preheader(),
                heading: texts.sign_up_heading(office_name.as_str()),
                paragraphs: vec![texts.sign_up_intro()],
                button: texts.sign_up_button(),
                code: typed(texts, code.as_ref()),
                notes: vec![texts.login_note(link_hours)],
                reason: texts.sign_up_reason(),
                ..Content::default()
            },
            Self::AlreadySignedUp { office_name, new_office_name, create_url, code } => Content {
                subject: texts.known_subject(),
                preheader: texts.known_preheader(office_name.as_str()),
                heading: texts.known_heading(office_name.as_str()),
                paragraphs: vec![texts.known_intro(office_name.as_str(), new_office_name.as_str())],
                button: texts.sign_in(),
                code: typed(texts, code.as_ref()),
                second_link: Some(SecondLink {
                    text: texts.known_create(new_office_name.as_str()),
                    url: create_url.clone(),
                }),
                notes: vec![texts.login_note(link_hours)],
                reason: texts.sign_up_reason(),
                ..Content::default()
            },
            Self::Invitation { client_name, tasks } => {
                invitation(texts, brand, link_hours, client_name, tasks)
            }
            Self::Announcement { client_name, tasks } => {
                announcement(texts, brand, link_hours, client_name, tasks)
            }
            Self::Reminder { client_name, tasks, today } => {
                reminder(texts, brand, link_hours, client_name, tasks, *today)
            }
            Self::ContactDigest { client_name, entries } => {
                contact_digest(texts, brand, link_hours, client_name, entries)
            }
            Self::EmailChange => Content {
                subject: texts.email_change_subject(&brand.name),
                preheader: texts.email_change_preheader(),
                heading: texts.email_change_heading(),
                paragraphs: vec![texts.email_change_intro(&brand.office_name)],
                button: texts.email_change_button(),
                notes: vec![texts.email_change_note(link_hours)],
                reason: texts.email_change_reason(&brand.office_name),
                ..Content::default()
            },
            Self::EmailChanged { new_email, at } => email_changed(texts, brand, new_email, *at),
            Self::MemberInvitation { office_name, invited_by } => Content {
                subject: texts.member_invitation_subject(office_name.as_str()),
                preheader: texts.member_invitation_preheader(invited_by.as_str()),
                heading: texts.member_invitation_heading(office_name.as_str()),
                paragraphs: vec![texts.member_invitation_intro(invited_by.as_str(), office_name.as_str())],
                button: texts.open_sild(),
                notes: vec![texts.link_note(link_hours)],
                reason: texts.member_invitation_reason(invited_by.as_str(), office_name.as_str()),
                ..Content::default()
            },
            Self::MemberDigest { entries } => member_digest(texts, entries),
        }
    }
}

fn typed(texts: &dyn Texts, code: Option<&Code>) -> Option<TypedCode> {
    code.map(|code| TypedCode { label: texts.code_label(), code: code.grouped() })
}

fn email_changed(texts: &dyn Texts, brand: &Brand, new_email: &str, at: DateTime) -> Content {
    let time = at.strftime("%H:%M").to_string();
    Content {
        subject: texts.email_changed_subject(&brand.name),
        preheader: texts.email_changed_preheader(new_email),
        heading: texts.email_changed_heading(),
        paragraphs: vec![
            texts.email_changed_intro(&brand.office_name, new_email, at.date(), &time),
            texts.email_changed_remedy(&brand.office_name),
        ],
        button: texts.open_portal(),
        reason: texts.email_changed_reason(&brand.office_name),
        ..Content::default()
    }
}

fn invitation(
    texts: &dyn Texts,
    brand: &Brand,
    link_hours: u32,
    client: &CompanyName,
    tasks: &[TaskLine],
) -> Content {
    Content {
        subject: texts.invitation_subject(&brand.office_name),
        preheader: texts.invitation_preheader(client.as_str()),
        heading: texts.invitation_heading(&brand.name),
        paragraphs: texts.invitation_intro(&brand.office_name, client.as_str()),
        group: (!tasks.is_empty()).then(|| Group {
            label: Some(texts.invitation_tasks(tasks.len())),
            ..task_group(texts, tasks, false)
        }),
        button: texts.open_portal(),
        notes: vec![texts.link_note(link_hours)],
        reason: texts.invitation_reason(&brand.office_name, client.as_str()),
        ..Content::default()
    }
}

fn announcement(
    texts: &dyn Texts,
    brand: &Brand,
    link_hours: u32,
    client: &CompanyName,
    tasks: &[TaskLine],
) -> Content {
    let only = match tasks {
        [only] => Some(only),
        _ => None,
    };
    Content {
        subject: only.map_or_else(
            || texts.tasks_subject(tasks.len(), client.as_str()),
            |task| texts.task_subject(task.title.as_str()),
        ),
        preheader: texts.tasks_preheader(tasks.len(), &brand.name, client.as_str()),
        heading: texts.tasks_heading(tasks.len(), client.as_str()),
        group: Some(task_group(texts, tasks, true)),
        button: texts.open_tasks(tasks.len()),
        notes: vec![texts.link_note(link_hours)],
        reason: texts.contact_reason(&brand.office_name, client.as_str()),
        ..Content::default()
    }
}

fn reminder(
    texts: &dyn Texts,
    brand: &Brand,
    link_hours: u32,
    client: &CompanyName,
    tasks: &[TaskLine],
    today: Date,
) -> Content {
    let only = match tasks {
        [only] => Some(only),
        _ => None,
    };
    let row = |task: &TaskLine| Row {
        title: task.title.to_string(),
        detail: Some(match task.due {
            Some(due) if due < today => texts.was_due(due),
            Some(due) if due == today => texts.due_today(),
            Some(due) => texts.due(due),
            None => texts.no_deadline(),
        }),
    };
    Content {
        subject: only.map_or_else(
            || texts.reminders_subject(tasks.len(), client.as_str()),
            |task| texts.reminder_subject(task.title.as_str()),
        ),
        preheader: texts.reminder_preheader(tasks.len(), &brand.name, client.as_str()),
        heading: texts.reminder_heading(tasks.len(), client.as_str()),
        group: Some(group(texts, tasks.iter().map(row))),
        button: texts.open_tasks(tasks.len()),
        notes: vec![texts.link_note(link_hours)],
        reason: texts.contact_reason(&brand.office_name, client.as_str()),
        ..Content::default()
    }
}

fn task_group(texts: &dyn Texts, tasks: &[TaskLine], shows_deadlines: bool) -> Group {
    let row = |task: &TaskLine| Row {
        title: task.title.to_string(),
        detail: match (task.due, shows_deadlines) {
            (Some(due), _) => Some(texts.due(due)),
            (None, true) => Some(texts.no_deadline()),
            (None, false) => None,
        },
    };
    group(texts, tasks.iter().map(row))
}

fn contact_digest(
    texts: &dyn Texts,
    brand: &Brand,
    link_hours: u32,
    client: &CompanyName,
    entries: &[ContactNews],
) -> Content {
    let words = |entry: &ContactNews| match entry.kind {
        ContactNewsKind::Message => texts.messages(entry.count),
        ContactNewsKind::Withdrawn => texts.withdrawn(),
    };
    let subject = match entries {
        [only] => texts.news_subject(&words(only), only.title.as_str()),
        _ => texts.contact_news_subject(&brand.name, client.as_str()),
    };
    let rows = entries.iter().map(|entry| Row { title: entry.title.to_string(), detail: Some(words(entry)) });
    Content {
        subject,
        preheader: texts.contact_news_preheader(entries.len(), &brand.name),
        heading: texts.contact_news_heading(client.as_str()),
        group: Some(group(texts, rows)),
        button: texts.open_portal(),
        notes: vec![texts.link_note(link_hours)],
        reason: texts.contact_reason(&brand.office_name, client.as_str()),
        ..Content::default()
    }
}

fn member_digest(texts: &dyn Texts, entries: &[MemberNews]) -> Content {
    let words = |entry: &MemberNews| match entry.kind {
        MemberNewsKind::Request => texts.request(),
        MemberNewsKind::Message => texts.messages(entry.count),
        MemberNewsKind::File => texts.files(entry.count),
        MemberNewsKind::Done => texts.done(),
    };
    let (subject, button) = match entries {
        [only] => (
            texts.member_news_subject(only.client_name.as_str(), &words(only), only.title.as_str()),
            if only.kind == MemberNewsKind::Request { texts.open_request() } else { texts.open_tasks(1) },
        ),
        _ => (texts.members_news_subject(entries.len()), texts.open_sild()),
    };
    let rows = entries.iter().map(|entry| Row {
        title: entry.title.to_string(),
        detail: Some(texts.member_news(entry.client_name.as_str(), &words(entry), entry.actor.as_str())),
    });
    Content {
        subject,
        preheader: texts.member_news_preheader(entries.len()),
        heading: texts.member_news_heading(),
        group: Some(group(texts, rows)),
        button,
        reason: texts.member_reason(),
        ..Content::default()
    }
}

fn group(texts: &dyn Texts, rows: impl ExactSizeIterator<Item = Row>) -> Group {
    let more = rows.len().saturating_sub(ROWS_MAX);
    Group { label: None, rows: rows.take(ROWS_MAX).collect(), more: (more > 0).then(|| texts.and_more(more)) }
}
