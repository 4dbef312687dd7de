//! Handing a person out: one JSON document, in the answer and nowhere else.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};
use sild_domain::OfficeId;
use sild_store::{
    OfficeScope,
    holdings::{self, Holding, Line, PersonId, Place, Subject},
    offices,
};

use super::{
    OfPerson, Refusal, extent_of,
    part::{Budget, from_cursor, to_cursor},
};
use crate::{Context, Failure};

/// About how many bytes one answer has: Lambda takes six million.
const ANSWERED: usize = 3 << 20;

/// A part of the document. Its lists go on in the part after it; one part is all for nearly everybody.
#[derive(Debug, Serialize)]
pub struct PersonExport {
    /// Whether it is complete.
    pub done: bool,
    /// With what to call again; `null` at the end.
    pub cursor: Option<String>,
    /// What was found: by name `profile`, `clients`, `sessions`, `login_links`, `notifications`, `tasks`, `requests`,
    /// `messages`, `files`, `uploads` and `skipped_openings`, each a list.
    pub document: BTreeMap<&'static str, Vec<Value>>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Resume {
    office: OfficeId,
    person: String,
    place: Place,
}

/// The lists of the document.
const LISTS: [&str; 11] = [
    "profile",
    "clients",
    "sessions",
    "login_links",
    "notifications",
    "tasks",
    "requests",
    "messages",
    "files",
    "uploads",
    "skipped_openings",
];

/// Gives a part of all that there is about a person.
pub async fn export_person(cx: &Context, event: OfPerson) -> Result<PersonExport, Refusal> {
    let person = event.person()?;
    let scope = OfficeScope::for_job(event.office_id);
    offices::get(&cx.table, &scope).await?.ok_or(Refusal::NoOffice(event.office_id))?;
    let mut found =
        Found { whose: person.to_string(), lists: LISTS.map(|list| (list, Vec::new())).into(), size: 0 };
    let mut place = if let Some(cursor) = &event.cursor {
        let resume = from_cursor::<Resume>(cursor)?;
        if resume.office != event.office_id || resume.person != found.whose {
            return Err(Refusal::Cursor);
        }
        resume.place
    } else {
        let own = holdings::read_person(&cx.table, &scope, person).await?;
        let own = own.ok_or(Refusal::NoPerson { person, office: event.office_id })?;
        found.add_own(&own)?;
        Place::default()
    };
    let extent = extent_of(cx, &scope, person).await?;
    let mut budget = Budget::begin(cx, event.limit);
    loop {
        let step = holdings::read(&cx.table, &scope, &extent, place).await?;
        for holding in &step.holdings {
            budget.spend(holding.len());
            found.add_from(holding, person)?;
        }
        let Some(next) = step.next else {
            return Ok(PersonExport { done: true, cursor: None, document: found.lists });
        };
        if budget.is_spent(cx) || found.size >= ANSWERED {
            let resume = Resume { office: event.office_id, person: found.whose, place: next };
            return Ok(PersonExport {
                done: false,
                cursor: Some(to_cursor(&resume)?),
                document: found.lists,
            });
        }
        place = next;
    }
}

struct Found {
    whose: String,
    lists: BTreeMap<&'static str, Vec<Value>>,
    size: usize,
}

impl Found {
    fn push(&mut self, list: &'static str, fields: Map<String, Value>) -> Result<(), Failure> {
        let value = Value::Object(fields);
        self.size += serde_json::to_vec(&value).map_err(Failure::internal)?.len();
        self.lists.entry(list).or_default().push(value);
        Ok(())
    }

    fn add_own(&mut self, own: &Holding) -> Result<(), Failure> {
        for Line { kind, fields } in own.lines()? {
            match kind {
                "member" | "contact" => self.push("profile", fields)?,
                "member_client" | "contact_client" => self.push("clients", fields)?,
                "session" => self.push("sessions", only(fields, &["started_at", "expires_at"]))?,
                "login_link" | "login_code" => self.push("login_links", fields)?,
                "notification" => self.push("notifications", fields)?,
                _ => {}
            }
        }
        Ok(())
    }

    /// What others hold of the person: what they wrote and uploaded, and where their name stands.
    fn add_from(&mut self, holding: &Holding, person: PersonId) -> Result<(), Failure> {
        if !matches!(holding.subject, Subject::Thread(_) | Subject::Office) {
            return Ok(());
        }
        for Line { kind, fields } in holding.lines()? {
            match kind {
                "message" if self.is_at(&fields, "/author/id") => self.push("messages", fields)?,
                "file" if self.is_at(&fields, "/author/id") => self.push("files", fields)?,
                "upload" if self.is_at(&fields, "/author/id") => self.push("uploads", fields)?,
                "task" => self.add_task(fields)?,
                "digitisation" if self.is_at(&fields, "/by/id") => self.push("digitisations", fields)?,
                "request" if self.is_at(&fields, "/author/id") => self.push("requests", fields)?,
                "request" if self.is_at(&fields, "/ended_by_id") => {
                    let mut shown =
                        only(fields, &["id", "client_id", "client_name", "subject", "created_at"]);
                    shown.insert("named_as".to_owned(), json!(["ended_by"]));
                    self.push("requests", shown)?;
                }
                "bulk_skipped" if matches!(person, PersonId::Contact(_)) => self.add_skipped(&fields)?,
                _ => {}
            }
        }
        Ok(())
    }

    fn add_task(&mut self, fields: Map<String, Value>) -> Result<(), Failure> {
        const PLACES: [(&str, &str); 4] = [
            ("assignee", "/assignee/id"),
            ("created_by", "/created_by_id"),
            ("completed_by", "/office/by/id"),
            ("done_by", "/client/by"),
        ];
        let named = PLACES.iter().filter(|(_, pointer)| self.is_at(&fields, pointer));
        let named = named.map(|(name, _)| json!(name)).collect::<Vec<_>>();
        if named.is_empty() {
            return Ok(());
        }
        let mut shown = only(fields, &["id", "client_id", "client_name", "title", "created_at"]);
        shown.insert("named_as".to_owned(), Value::Array(named));
        self.push("tasks", shown)
    }

    fn add_skipped(&mut self, fields: &Map<String, Value>) -> Result<(), Failure> {
        for one in fields.get("skipped").and_then(Value::as_array).into_iter().flatten() {
            if let Some(one) = one.as_object().filter(|one| self.is_at(one, "/contact_id")) {
                self.push("skipped_openings", one.clone())?;
            }
        }
        Ok(())
    }

    fn is_at(&self, fields: &Map<String, Value>, pointer: &str) -> bool {
        let mut parts = pointer.split('/').skip(1);
        let first = parts.next().and_then(|name| fields.get(name));
        parts.fold(first, |value, name| value.and_then(|value| value.get(name))).and_then(Value::as_str)
            == Some(self.whose.as_str())
    }
}

fn only(mut fields: Map<String, Value>, names: &[&str]) -> Map<String, Value> {
    fields.retain(|name, _| names.contains(&name.as_str()));
    fields
}
