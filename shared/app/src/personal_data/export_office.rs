//! Handing an office out: every item as a line of JSON, in objects of the bucket that expire after a week.

use std::{collections::BTreeMap, fmt::Write as _, num::NonZeroU32};

use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use sild_domain::{Month, OfficeId};
use sild_store::{
    Cursor, OfficeScope, PageRequest,
    holdings::{self, Extent, Holding, Line, Place, Subject},
    media::{MediaSlot, OfficeMedia, media_object_key},
    offices::{self, OfficeRecord},
};

use super::{
    Refusal, bucket,
    part::{Budget, from_cursor, to_cursor},
};
use crate::{Context, Failure, audit};

/// How many bytes are gathered before they become objects.
const GATHERED: usize = 8 << 20;
/// How many entries of the audit trail are read at once.
const TRAIL_PAGE: u16 = 100;
/// The list of the files that people uploaded and of the portal's pictures, beside the kinds of items.
const OBJECTS: &str = "objects";

/// What the job `export_office` is told.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ExportOffice {
    /// Which office.
    pub office_id: OfficeId,
    /// Where it goes on: what the call before answered.
    pub cursor: Option<String>,
    /// About how many items this call takes on.
    pub limit: Option<NonZeroU32>,
}

/// How far an export is.
#[derive(Debug, Serialize)]
pub struct OfficeExport {
    /// Whether it is complete.
    pub done: bool,
    /// With what to call again; `null` at the end.
    pub cursor: Option<String>,
    /// The bucket.
    pub bucket: String,
    /// Where in it the export is.
    pub prefix: String,
    /// How many lines of each kind it has so far.
    pub written: BTreeMap<String, u64>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Resume {
    office: OfficeId,
    export: String,
    parts: u32,
    place: Place,
    /// How far the audit trail is, once everything else is written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    trail: Option<TrailPlace>,
    written: BTreeMap<String, u64>,
}

#[derive(Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct TrailPlace {
    month: Month,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    after: Option<String>,
}

/// Writes a part of an export. A call that is repeated with its cursor writes the same objects again.
pub async fn export_office(cx: &Context, event: ExportOffice) -> Result<OfficeExport, Refusal> {
    let scope = OfficeScope::for_job(event.office_id);
    let office = offices::get(&cx.table, &scope).await?.ok_or(Refusal::NoOffice(event.office_id))?;
    let resume = match &event.cursor {
        Some(cursor) => from_cursor::<Resume>(cursor)?,
        None => begin(cx, event.office_id),
    };
    if resume.office != event.office_id {
        return Err(Refusal::Cursor);
    }
    let prefix = format!("x/{}/{}/", office.id.key(), resume.export);
    let mut budget = Budget::begin(cx, event.limit);
    let mut writer = Writer { cx, prefix: &prefix, resume, gathered: BTreeMap::new(), size: 0 };
    while writer.resume.trail.is_none() {
        let place = writer.resume.place.clone();
        let step = holdings::read(&cx.table, &scope, &Extent::Everything, place).await?;
        for holding in &step.holdings {
            budget.spend(holding.len());
            writer.add(holding).await?;
        }
        if let Some(next) = step.next {
            writer.resume.place = next;
        } else {
            let first = Month::of(office.created_at);
            writer.resume.trail = Some(TrailPlace { month: first, after: None });
        }
        if budget.is_spent(cx) {
            return writer.interrupted().await;
        }
    }
    while let Some(place) = writer.resume.trail.clone() {
        let page = writer.add_trail(&scope, &place).await?;
        budget.spend(page.found);
        writer.resume.trail = page.next;
        if writer.resume.trail.is_some() && budget.is_spent(cx) {
            return writer.interrupted().await;
        }
    }
    writer.flush().await?;
    let written = writer.resume.written;
    finish(cx, &office, &prefix, &written).await?;
    Ok(told(cx, prefix, None, written))
}

fn told(
    cx: &Context,
    prefix: String,
    cursor: Option<String>,
    written: BTreeMap<String, u64>,
) -> OfficeExport {
    OfficeExport { done: cursor.is_none(), cursor, bucket: cx.config.bucket.clone(), prefix, written }
}

fn begin(cx: &Context, office: OfficeId) -> Resume {
    let at = TimeZone::UTC.to_datetime(cx.now()).strftime("%Y%m%d-%H%M%S");
    let chance = cx.random::<8>().iter().fold(String::new(), |mut hex, byte| {
        // Writing to a string cannot fail.
        let _ = write!(hex, "{byte:02x}");
        hex
    });
    Resume {
        office,
        export: format!("{at}-{chance}"),
        parts: 0,
        place: Place::default(),
        trail: None,
        written: BTreeMap::new(),
    }
}

/// The last object: whoever finds it has all others.
async fn finish(
    cx: &Context,
    office: &OfficeRecord,
    prefix: &str,
    written: &BTreeMap<String, u64>,
) -> Result<(), Failure> {
    let manifest = json!({
        "office_id": office.id,
        "office_name": office.name,
        "finished_at": cx.now(),
        "lines": written,
        "files_of_people": format!("o/{}/", office.id.key()),
        "files_of_portal": format!("media/{}/", office.id.key()),
    });
    let body = serde_json::to_vec_pretty(&manifest).map_err(Failure::internal)?;
    bucket::put(cx, &format!("{prefix}manifest.json"), "application/json", body).await
}

/// Gathers lines by kind and writes them as objects.
struct Writer<'c> {
    cx: &'c Context,
    prefix: &'c str,
    resume: Resume,
    gathered: BTreeMap<String, Vec<u8>>,
    size: usize,
}

/// A part of the trail that was written.
struct TrailPart {
    found: usize,
    next: Option<TrailPlace>,
}

impl Writer<'_> {
    /// Writes what was gathered; the next call goes on.
    async fn interrupted(mut self) -> Result<OfficeExport, Refusal> {
        self.flush().await?;
        let cursor = Some(to_cursor(&self.resume)?);
        Ok(told(self.cx, self.prefix.to_owned(), cursor, self.resume.written))
    }

    /// Adds a page of the audit trail, in words as far as its keys are there.
    async fn add_trail(&mut self, scope: &OfficeScope, place: &TrailPlace) -> Result<TrailPart, Failure> {
        let after = place.after.as_ref().map(|after| Cursor::parse(after)).transpose();
        let request = PageRequest { limit: TRAIL_PAGE, after: after.map_err(Failure::internal)? };
        let page = sild_store::audit::list(&self.cx.table, scope, place.month, &request).await?;
        let entries = audit::entries_of(self.cx, scope, page.items).await?;
        for entry in &entries {
            self.line("audit", entry)?;
        }
        if self.size >= GATHERED {
            self.flush().await?;
        }
        let next = match page.next {
            Some(after) => Some(TrailPlace { month: place.month, after: Some(after.to_string()) }),
            None => Some(TrailPlace { month: place.month.next(), after: None })
                .filter(|next| next.month <= Month::of(self.cx.now())),
        };
        Ok(TrailPart { found: entries.len(), next })
    }

    async fn add(&mut self, holding: &Holding) -> Result<(), Failure> {
        // A contact of several clients is met at each, and told of once.
        if matches!(holding.subject, Subject::Person { is_first: false, .. }) {
            return Ok(());
        }
        for Line { kind, fields } in holding.lines()? {
            if kind == "file" {
                let object = json!({
                    "key": fields.get("object_key"), "name": fields.get("name"),
                    "size_bytes": fields.get("size_bytes"), "content_type": fields.get("content_type"),
                });
                self.line(OBJECTS, &object)?;
            }
            if kind == "office" {
                self.media(&fields)?;
            }
            self.line(kind, &fields)?;
        }
        if self.size < GATHERED { Ok(()) } else { self.flush().await }
    }

    /// The pictures and the video of the portal, which the office's own line names.
    fn media(&mut self, fields: &serde_json::Map<String, Value>) -> Result<(), Failure> {
        let office: OfficeMedia =
            serde_json::from_value(Value::Object(fields.clone())).map_err(Failure::internal)?;
        let id = fields.get("id").and_then(Value::as_str).and_then(|id| id.parse::<OfficeId>().ok());
        for name in id.iter().flat_map(|_| office.names()) {
            let key = id.map(|id| media_object_key(id, name));
            let is_video = name.starts_with(MediaSlot::WelcomeVideo.word());
            let content_type = if is_video { "video/mp4" } else { "image/png" };
            self.line(OBJECTS, &json!({ "key": key, "name": name, "content_type": content_type }))?;
        }
        Ok(())
    }

    fn line(&mut self, kind: &str, fields: &impl Serialize) -> Result<(), Failure> {
        let gathered = self.gathered.entry(kind.to_owned()).or_default();
        let before = gathered.len();
        serde_json::to_writer(&mut *gathered, fields).map_err(Failure::internal)?;
        gathered.push(b'\n');
        self.size += gathered.len() - before;
        *self.resume.written.entry(kind.to_owned()).or_default() += 1;
        Ok(())
    }

    async fn flush(&mut self) -> Result<(), Failure> {
        if self.gathered.is_empty() {
            return Ok(());
        }
        self.resume.parts += 1;
        self.size = 0;
        for (kind, lines) in std::mem::take(&mut self.gathered) {
            let key = format!("{}{kind}-{:06}.jsonl", self.prefix, self.resume.parts);
            bucket::put(self.cx, &key, "application/x-ndjson", lines).await?;
        }
        Ok(())
    }
}
