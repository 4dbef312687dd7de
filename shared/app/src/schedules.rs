//! EventBridge Scheduler: one-time schedules that delete themselves, and the daily one of an office.
//!
//! A schedule's name says what it is for, so making it again is no error: it exists, and that is what was wanted. It
//! fires at least once, up to a minute late, and may be lost under load; `sweep_outbox` finds what it left.

use aws_sdk_scheduler::{
    error::{DisplayErrorContext, SdkError},
    operation::{create_schedule::CreateScheduleError, delete_schedule::DeleteScheduleError},
    types::{
        ActionAfterCompletion, DeadLetterConfig, FlexibleTimeWindow, FlexibleTimeWindowMode, RetryPolicy,
        Target,
    },
};
use jiff::{SignedDuration, Timestamp, tz::TimeZone};
use serde_json::Value;
use sild_domain::TimeZoneName;

use crate::{Context, Failure, trace};

/// How often Scheduler tries a job again, and for how long.
const RETRIES: i32 = 10;
const RETRY_SECONDS: i32 = 3_600;
/// A time that has passed, or nearly, is moved this far ahead: Scheduler takes no time in the past.
const SOON: SignedDuration = SignedDuration::from_secs(30);

/// The first whole minute at which a schedule that is made now still fires.
pub(crate) fn soonest_minute(now: Timestamp) -> Timestamp {
    sild_domain::first_whole_minute(now.checked_add(SOON).unwrap_or(Timestamp::MAX))
}

/// Fires `job` once, at `at` or as soon as can be when that has passed. The trace of who arms it goes along.
pub async fn fire_once(
    cx: &Context,
    name: &str,
    at: Timestamp,
    job: &str,
    input: &Value,
) -> Result<(), Failure> {
    let soon = cx.now().checked_add(SOON).unwrap_or(Timestamp::MAX);
    let at = TimeZone::UTC.to_datetime(at.max(soon));
    let expression = format!("at({})", at.strftime("%Y-%m-%dT%H:%M:%S"));
    let mut input = input.clone();
    trace::add_to(&mut input);
    create(cx, name, &expression, "UTC", ActionAfterCompletion::Delete, job, &input).await
}

/// Fires `job` every day at a full hour of a time zone.
pub async fn fire_daily(
    cx: &Context,
    name: &str,
    hour: u8,
    zone: &TimeZoneName,
    job: &str,
    input: &Value,
) -> Result<(), Failure> {
    let expression = format!("cron(0 {hour} * * ? *)");
    create(cx, name, &expression, zone.as_str(), ActionAfterCompletion::None, job, input).await
}

/// Deletes a schedule; that it is not there is no error.
pub async fn delete(cx: &Context, name: &str) -> Result<(), Failure> {
    let delete = cx.scheduler.delete_schedule().name(name).group_name(&cx.config.schedule_group);
    match delete.send().await {
        Ok(_) => Ok(()),
        Err(error)
            if error.as_service_error().is_some_and(DeleteScheduleError::is_resource_not_found_exception) =>
        {
            Ok(())
        }
        Err(error) => Err(Failure::internal(DisplayErrorContext(&error))),
    }
}

async fn create(
    cx: &Context,
    name: &str,
    expression: &str,
    zone: &str,
    after: ActionAfterCompletion,
    job: &str,
    input: &Value,
) -> Result<(), Failure> {
    let retries = RetryPolicy::builder()
        .maximum_retry_attempts(RETRIES)
        .maximum_event_age_in_seconds(RETRY_SECONDS)
        .build();
    let dead_letters =
        cx.config.schedule_dead_letter_arn.as_ref().map(|arn| DeadLetterConfig::builder().arn(arn).build());
    let target = Target::builder()
        .arn(format!("{}{job}", cx.config.job_arn_prefix))
        .role_arn(&cx.config.scheduler_role_arn)
        .input(input.to_string())
        .retry_policy(retries)
        .set_dead_letter_config(dead_letters)
        .build()
        .map_err(Failure::internal)?;
    let window =
        FlexibleTimeWindow::builder().mode(FlexibleTimeWindowMode::Off).build().map_err(Failure::internal)?;
    let outcome = cx
        .scheduler
        .create_schedule()
        .name(name)
        .group_name(&cx.config.schedule_group)
        .schedule_expression(expression)
        .schedule_expression_timezone(zone)
        .flexible_time_window(window)
        .action_after_completion(after)
        .target(target)
        .send()
        .await;
    match outcome {
        Ok(_) => Ok(()),
        Err(SdkError::ServiceError(error))
            if matches!(error.err(), CreateScheduleError::ConflictException(_)) =>
        {
            Ok(())
        }
        Err(error) => Err(Failure::internal(DisplayErrorContext(&error))),
    }
}
