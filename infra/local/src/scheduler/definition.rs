//! A schedule's definition as `CreateSchedule` and `UpdateSchedule` carry it, checked as AWS checks it.

use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use super::expression::Expression;
use super::fire::job_of;
use crate::clock::later;

/// The body of the creating and updating call.
/// See <https://docs.aws.amazon.com/scheduler/latest/APIReference/API_CreateSchedule.html>.
#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct Definition {
    pub(crate) schedule_expression: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) schedule_expression_timezone: Option<String>,
    pub(crate) flexible_time_window: FlexibleTimeWindow,
    pub(crate) target: Target,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) group_name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) client_token: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) description: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) start_date: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) end_date: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) state: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) action_after_completion: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) kms_key_arn: Option<String>,
}

#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct FlexibleTimeWindow {
    pub(crate) mode: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) maximum_window_in_minutes: Option<u32>,
}

#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct Target {
    pub(crate) arn: String,
    pub(crate) role_arn: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) input: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) retry_policy: Option<RetryPolicy>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) dead_letter_config: Option<DeadLetterConfig>,
}

#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct RetryPolicy {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) maximum_event_age_in_seconds: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) maximum_retry_attempts: Option<u32>,
}

#[derive(Clone, Debug, Deserialize, PartialEq, Serialize)]
#[serde(rename_all = "PascalCase")]
pub(crate) struct DeadLetterConfig {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) arn: Option<String>,
}

/// A schedule as `/_local/schedules` shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ScheduleView {
    /// `schedule`, `standing`, or `retry` for one whose job failed and is tried again.
    pub kind: &'static str,
    /// The schedule's name.
    pub name: String,
    /// As it was created.
    pub expression: String,
    /// The zone in which the expression is read.
    pub timezone: String,
    /// When it fires next.
    pub next_at: Option<Timestamp>,
    /// The job that its target names.
    pub job: String,
    /// What the job is called with.
    pub input: String,
}

/// A definition that AWS would accept, read.
pub(crate) struct Plan {
    pub(crate) expression: Expression,
    pub(crate) zone: TimeZone,
    start: Option<Timestamp>,
    end: Option<Timestamp>,
    is_enabled: bool,
}

/// Scheduler's default when a target has no retry policy.
const DEFAULT_RETRIES: u32 = 185;

/// Scheduler's longest and default age of an event.
const DEFAULT_AGE_SECONDS: i64 = 86_400;

const MAX_INPUT_BYTES: usize = 256 * 1024;

impl Definition {
    /// Reads the definition, or says what AWS would refuse it for.
    pub(crate) fn plan(&self) -> Result<Plan, String> {
        let expression = Expression::parse(&self.schedule_expression)
            .ok_or_else(|| format!("Invalid Schedule Expression {}.", self.schedule_expression))?;
        let zone = TimeZone::get(self.timezone())
            .map_err(|_| format!("Invalid ScheduleExpressionTimezone {}.", self.timezone()))?;
        match (self.flexible_time_window.mode.as_str(), self.flexible_time_window.maximum_window_in_minutes) {
            ("OFF", None) | ("FLEXIBLE", Some(1..=1_440)) => {}
            _ => return Err("Invalid FlexibleTimeWindow.".into()),
        }
        if !self.target.role_arn.starts_with("arn:aws") {
            return Err(format!("Provided RoleArn {} is not valid.", self.target.role_arn));
        }
        if job_of(&self.target.arn).is_none() {
            return Err(format!("Provided Arn {} is not a Lambda function's.", self.target.arn));
        }
        if self.target.input.as_ref().is_some_and(|input| input.is_empty() || input.len() > MAX_INPUT_BYTES) {
            return Err("Target input is empty or longer than 256 KB.".into());
        }
        if let Some(policy) = &self.target.retry_policy {
            let retries_fit = policy.maximum_retry_attempts.is_none_or(|retries| retries <= DEFAULT_RETRIES);
            let age_fits = policy
                .maximum_event_age_in_seconds
                .is_none_or(|age| (60..=DEFAULT_AGE_SECONDS).contains(&age));
            if !retries_fit || !age_fits {
                return Err("Invalid RetryPolicy.".into());
            }
        }
        let is_enabled = match self.state.as_deref() {
            None | Some("ENABLED") => true,
            Some("DISABLED") => false,
            Some(other) => return Err(format!("Invalid State {other}.")),
        };
        if !matches!(self.action_after_completion.as_deref(), None | Some("NONE" | "DELETE")) {
            return Err("Invalid ActionAfterCompletion.".into());
        }
        Ok(Plan {
            expression,
            zone,
            start: moment(self.start_date)?,
            end: moment(self.end_date)?,
            is_enabled,
        })
    }

    pub(crate) fn timezone(&self) -> &str {
        self.schedule_expression_timezone.as_deref().unwrap_or("UTC")
    }

    pub(crate) fn is_deleted_afterwards(&self) -> bool {
        self.action_after_completion.as_deref() == Some("DELETE")
    }

    pub(crate) fn max_retries(&self) -> u32 {
        self.retry_policy(|policy| policy.maximum_retry_attempts).unwrap_or(DEFAULT_RETRIES)
    }

    pub(crate) fn max_age_seconds(&self) -> i64 {
        self.retry_policy(|policy| policy.maximum_event_age_in_seconds).unwrap_or(DEFAULT_AGE_SECONDS)
    }

    fn retry_policy<T>(&self, pick: impl Fn(&RetryPolicy) -> Option<T>) -> Option<T> {
        self.target.retry_policy.as_ref().and_then(pick)
    }
}

impl Plan {
    /// The first firing of a schedule made at `made`.
    pub(crate) fn first(&self, made: Timestamp) -> Option<Timestamp> {
        if !self.is_enabled {
            return None;
        }
        let first = match (self.start.filter(|start| *start > made), &self.expression) {
            (Some(start), Expression::Rate(_)) => Some(start),
            (Some(start), Expression::Cron(_)) => {
                self.expression.next(&self.zone, later(start, SignedDuration::from_secs(-1)))
            }
            _ => self.expression.first(&self.zone, made),
        };
        first.filter(|at| self.is_before_end(*at))
    }

    /// The firing after the one at `fired`.
    pub(crate) fn next(&self, fired: Timestamp) -> Option<Timestamp> {
        self.expression.next(&self.zone, fired).filter(|at| self.is_before_end(*at))
    }

    /// One-time schedules do not heed the end, as in AWS.
    fn is_before_end(&self, at: Timestamp) -> bool {
        self.expression.is_one_time() || self.end.is_none_or(|end| at <= end)
    }
}

fn moment(epoch_seconds: Option<f64>) -> Result<Option<Timestamp>, String> {
    let Some(seconds) = epoch_seconds else { return Ok(None) };
    SignedDuration::try_from_secs_f64(seconds)
        .ok()
        .and_then(|since| Timestamp::from_duration(since).ok())
        .map(Some)
        .ok_or_else(|| format!("Invalid date {seconds}."))
}
