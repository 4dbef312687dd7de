//! The HTTP side of EventBridge Scheduler.

use std::sync::Arc;

use axum::Router;
use axum::body::Bytes;
use axum::extract::{Path, Query, State};
use axum::response::Response;
use axum::routing::get;
use http::StatusCode;
use jiff::Timestamp;
use serde::Deserialize;
use serde_json::{Map, Value, json};
use tokio::sync::Notify;

use super::definition::Definition;
use super::fire::schedule_arn;
use crate::aws_json;
use crate::clock::ClockHandle;
use crate::state::{State as Records, StoredSchedule};

/// What the routes work with.
#[derive(Clone)]
pub(crate) struct SchedulerContext {
    pub(crate) records: Records,
    pub(crate) clock: ClockHandle,
    /// The group beside `default`.
    pub(crate) group: String,
    /// Told when a schedule came, changed or went.
    pub(crate) changed: Arc<Notify>,
}

/// Scheduler's routes; requests have passed the key check.
pub(crate) fn router(context: SchedulerContext) -> Router {
    Router::new()
        .route("/schedules", get(list_schedules))
        .route(
            "/schedules/{name}",
            get(get_schedule).post(create_schedule).put(update_schedule).delete(delete_schedule),
        )
        .with_state(context)
}

#[derive(Deserialize)]
struct GroupQuery {
    #[serde(rename = "groupName")]
    group: Option<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct ListQuery {
    schedule_group: Option<String>,
    name_prefix: Option<String>,
    state: Option<String>,
    max_results: Option<usize>,
    next_token: Option<String>,
}

enum Refusal {
    Invalid(String),
    NoGroup(String),
    NoSchedule(String),
    Exists(String),
    Records(rusqlite::Error),
}

impl From<rusqlite::Error> for Refusal {
    fn from(cause: rusqlite::Error) -> Self {
        Self::Records(cause)
    }
}

impl Refusal {
    fn answer(self) -> Response {
        match self {
            Self::Invalid(why) => aws_json::error(StatusCode::BAD_REQUEST, "ValidationException", &why),
            Self::NoGroup(group) => aws_json::error(
                StatusCode::NOT_FOUND,
                "ResourceNotFoundException",
                &format!("Schedule group {group} does not exist."),
            ),
            Self::NoSchedule(name) => aws_json::error(
                StatusCode::NOT_FOUND,
                "ResourceNotFoundException",
                &format!("Schedule {name} does not exist."),
            ),
            Self::Exists(name) => aws_json::error(
                StatusCode::CONFLICT,
                "ConflictException",
                &format!("Schedule {name} already exists."),
            ),
            Self::Records(cause) => aws_json::internal(&cause),
        }
    }
}

impl SchedulerContext {
    fn group(&self, named: Option<String>) -> Result<String, Refusal> {
        let group = named.unwrap_or_else(|| "default".to_owned());
        if group == "default" || group == self.group { Ok(group) } else { Err(Refusal::NoGroup(group)) }
    }

    /// The schedule that the body describes, ready to be kept.
    fn read(&self, name: &str, body: &[u8]) -> Result<StoredSchedule, Refusal> {
        let legal = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte);
        if !(1..=64).contains(&name.len()) || !name.bytes().all(legal) {
            return Err(Refusal::Invalid(format!("Invalid Name {name}.")));
        }
        let definition: Definition =
            serde_json::from_slice(body).map_err(|cause| Refusal::Invalid(cause.to_string()))?;
        let plan = definition.plan().map_err(Refusal::Invalid)?;
        let now = self.clock.now();
        Ok(StoredSchedule {
            group: self.group(definition.group_name.clone())?,
            name: name.to_owned(),
            client_token: definition.client_token.clone(),
            definition: serde_json::to_string(&definition)
                .map_err(|cause| Refusal::Invalid(cause.to_string()))?,
            created_at: now,
            modified_at: now,
            next_at: plan.first(now),
        })
    }
}

fn arn_answer(schedule: &StoredSchedule) -> Response {
    aws_json::ok(&json!({ "ScheduleArn": schedule_arn(&schedule.group, &schedule.name) }))
}

/// A repeat with the same client token and body is the first call's answer, as in AWS.
async fn create_schedule(
    State(context): State<SchedulerContext>,
    Path(name): Path<String>,
    body: Bytes,
) -> Response {
    let outcome = || -> Result<Response, Refusal> {
        let new = context.read(&name, &body)?;
        if context.records.add_schedule(&new)? {
            context.changed.notify_one();
            return Ok(arn_answer(&new));
        }
        let existing = context.records.schedule(&new.group, &new.name)?;
        let is_repeat = existing.is_some_and(|old| {
            new.client_token.is_some()
                && old.client_token == new.client_token
                && old.definition == new.definition
        });
        if is_repeat { Ok(arn_answer(&new)) } else { Err(Refusal::Exists(name.clone())) }
    };
    outcome().unwrap_or_else(Refusal::answer)
}

async fn update_schedule(
    State(context): State<SchedulerContext>,
    Path(name): Path<String>,
    body: Bytes,
) -> Response {
    let outcome = || -> Result<Response, Refusal> {
        let new = context.read(&name, &body)?;
        if !context.records.replace_schedule(&new)? {
            return Err(Refusal::NoSchedule(name.clone()));
        }
        context.changed.notify_one();
        Ok(arn_answer(&new))
    };
    outcome().unwrap_or_else(Refusal::answer)
}

async fn get_schedule(
    State(context): State<SchedulerContext>,
    Path(name): Path<String>,
    Query(query): Query<GroupQuery>,
) -> Response {
    let outcome = || -> Result<Response, Refusal> {
        let group = context.group(query.group)?;
        let found = context.records.schedule(&group, &name)?.ok_or(Refusal::NoSchedule(name))?;
        Ok(aws_json::ok(&Value::Object(described(&found))))
    };
    outcome().unwrap_or_else(Refusal::answer)
}

async fn delete_schedule(
    State(context): State<SchedulerContext>,
    Path(name): Path<String>,
    Query(query): Query<GroupQuery>,
) -> Response {
    let outcome = || -> Result<Response, Refusal> {
        let group = context.group(query.group)?;
        if !context.records.delete_schedule(&group, &name)? {
            return Err(Refusal::NoSchedule(name));
        }
        context.changed.notify_one();
        Ok(aws_json::ok(&json!({})))
    };
    outcome().unwrap_or_else(Refusal::answer)
}

async fn list_schedules(State(context): State<SchedulerContext>, Query(query): Query<ListQuery>) -> Response {
    let outcome = || -> Result<Response, Refusal> {
        let group = query.schedule_group.map(|group| context.group(Some(group))).transpose()?;
        let prefix = query.name_prefix.unwrap_or_default();
        let limit = query.max_results.unwrap_or(100).clamp(1, 100);
        let mut found: Vec<Map<String, Value>> = context
            .records
            .schedules()?
            .iter()
            .filter(|one| group.as_ref().is_none_or(|group| *group == one.group))
            .filter(|one| one.name.starts_with(&prefix))
            .filter(|one| query.next_token.as_ref().is_none_or(|last| position(one) > *last))
            .map(summary)
            .filter(|one| query.state.as_ref().is_none_or(|state| one["State"] == **state))
            .take(limit.saturating_add(1))
            .collect();
        let has_more = found.len() > limit;
        found.truncate(limit);
        let last = found.last().map(|one| {
            format!(
                "{}/{}",
                one["GroupName"].as_str().unwrap_or_default(),
                one["Name"].as_str().unwrap_or_default()
            )
        });
        let next = if has_more { last } else { None };
        Ok(aws_json::ok(&json!({ "Schedules": found, "NextToken": next })))
    };
    outcome().unwrap_or_else(Refusal::answer)
}

/// Where a listing goes on.
fn position(schedule: &StoredSchedule) -> String {
    format!("{}/{}", schedule.group, schedule.name)
}

/// The whole schedule, as `GetSchedule` answers it.
fn described(schedule: &StoredSchedule) -> Map<String, Value> {
    let mut body: Map<String, Value> = serde_json::from_str(&schedule.definition).unwrap_or_default();
    body.remove("ClientToken");
    body.insert("Arn".into(), schedule_arn(&schedule.group, &schedule.name).into());
    body.insert("Name".into(), schedule.name.clone().into());
    body.insert("GroupName".into(), schedule.group.clone().into());
    body.insert("CreationDate".into(), epoch(schedule.created_at));
    body.insert("LastModificationDate".into(), epoch(schedule.modified_at));
    body.entry("State").or_insert_with(|| "ENABLED".into());
    body.entry("ActionAfterCompletion").or_insert_with(|| "NONE".into());
    body.entry("ScheduleExpressionTimezone").or_insert_with(|| "UTC".into());
    body
}

/// The short form that `ListSchedules` answers.
fn summary(schedule: &StoredSchedule) -> Map<String, Value> {
    let mut body = described(schedule);
    let target = body.remove("Target").map(|target| json!({ "Arn": target["Arn"] }));
    body.retain(|key, _| {
        ["Arn", "Name", "GroupName", "State", "CreationDate", "LastModificationDate"].contains(&key.as_str())
    });
    body.insert("Target".into(), target.unwrap_or_default());
    body
}

/// Epoch seconds with milliseconds, as the SDK reads a date.
fn epoch(at: Timestamp) -> Value {
    at.as_duration().as_secs_f64().into()
}
