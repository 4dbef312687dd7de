//! EventBridge Scheduler: create, repeat, read, update, delete.

use aws_sdk_scheduler::operation::create_schedule::builders::CreateScheduleFluentBuilder;
use aws_sdk_scheduler::types::{
    ActionAfterCompletion, FlexibleTimeWindow, FlexibleTimeWindowMode, RetryPolicy, ScheduleState,
    Target as Called,
};

use super::{Target, checks};

checks! {
    a_schedule_is_created_and_read_back,
    a_second_schedule_of_a_name_is_a_conflict,
    a_repeat_with_the_same_token_is_the_same_schedule,
    an_update_replaces_the_whole_schedule,
    a_deleted_schedule_is_gone,
    what_is_not_there_is_said,
    an_unknown_group_is_said,
    an_expression_or_zone_that_makes_no_sense_is_refused,
    schedules_are_listed_by_prefix,
}

pub(crate) fn create(target: &Target, name: &str, expression: &str) -> CreateScheduleFluentBuilder {
    let called = Called::builder()
        .arn(&target.function_arn)
        .role_arn(&target.role_arn)
        .input("{\"client\":\"c1\"}")
        .retry_policy(RetryPolicy::builder().maximum_retry_attempts(2).build())
        .build()
        .unwrap();
    target
        .scheduler()
        .create_schedule()
        .name(name)
        .group_name(&target.schedule_group)
        .schedule_expression(expression)
        .schedule_expression_timezone("Europe/Tallinn")
        .flexible_time_window(off())
        .action_after_completion(ActionAfterCompletion::Delete)
        .target(called)
}

fn off() -> FlexibleTimeWindow {
    FlexibleTimeWindow::builder().mode(FlexibleTimeWindowMode::Off).build().unwrap()
}

async fn a_schedule_is_created_and_read_back(target: &Target) {
    let made = create(target, "n-read", "at(2099-07-01T06:00:00)").send().await.unwrap();
    assert!(made.schedule_arn().ends_with(&format!("schedule/{}/n-read", target.schedule_group)));
    let read = target
        .scheduler()
        .get_schedule()
        .name("n-read")
        .group_name(&target.schedule_group)
        .send()
        .await
        .unwrap();
    assert_eq!(read.arn(), Some(made.schedule_arn()));
    assert_eq!(read.schedule_expression(), Some("at(2099-07-01T06:00:00)"));
    assert_eq!(read.schedule_expression_timezone(), Some("Europe/Tallinn"));
    assert_eq!(read.state(), Some(&ScheduleState::Enabled));
    assert_eq!(read.action_after_completion(), Some(&ActionAfterCompletion::Delete));
    assert!(read.creation_date().is_some());
    let called = read.target().unwrap();
    assert_eq!(called.arn(), target.function_arn);
    assert_eq!(called.input(), Some("{\"client\":\"c1\"}"));
    assert_eq!(called.retry_policy().and_then(RetryPolicy::maximum_retry_attempts), Some(2));
}

async fn a_second_schedule_of_a_name_is_a_conflict(target: &Target) {
    create(target, "n-twice", "at(2099-07-01T06:00:00)").send().await.unwrap();
    let refused = create(target, "n-twice", "at(2099-08-01T06:00:00)").send().await.unwrap_err();
    assert!(refused.into_service_error().is_conflict_exception());
    let read = target
        .scheduler()
        .get_schedule()
        .name("n-twice")
        .group_name(&target.schedule_group)
        .send()
        .await
        .unwrap();
    assert_eq!(read.schedule_expression(), Some("at(2099-07-01T06:00:00)"));
}

async fn a_repeat_with_the_same_token_is_the_same_schedule(target: &Target) {
    let send = || create(target, "n-token", "at(2099-07-01T06:00:00)").client_token("one-token").send();
    let first = send().await.unwrap();
    let second = send().await.unwrap();
    assert_eq!(first.schedule_arn(), second.schedule_arn());
}

async fn an_update_replaces_the_whole_schedule(target: &Target) {
    create(target, "n-update", "at(2099-07-01T06:00:00)").send().await.unwrap();
    let called = Called::builder().arn(&target.function_arn).role_arn(&target.role_arn).build().unwrap();
    target
        .scheduler()
        .update_schedule()
        .name("n-update")
        .group_name(&target.schedule_group)
        .schedule_expression("cron(0 9 ? * MON-FRI *)")
        .flexible_time_window(off())
        .target(called)
        .send()
        .await
        .unwrap();
    let read = target
        .scheduler()
        .get_schedule()
        .name("n-update")
        .group_name(&target.schedule_group)
        .send()
        .await
        .unwrap();
    assert_eq!(read.schedule_expression(), Some("cron(0 9 ? * MON-FRI *)"));
    assert_eq!(read.schedule_expression_timezone(), Some("UTC"));
    assert_eq!(read.action_after_completion(), Some(&ActionAfterCompletion::None));
    assert_eq!(read.target().unwrap().input(), None);
}

async fn a_deleted_schedule_is_gone(target: &Target) {
    create(target, "n-delete", "at(2099-07-01T06:00:00)").send().await.unwrap();
    let delete =
        || target.scheduler().delete_schedule().name("n-delete").group_name(&target.schedule_group).send();
    delete().await.unwrap();
    assert!(delete().await.unwrap_err().into_service_error().is_resource_not_found_exception());
}

async fn what_is_not_there_is_said(target: &Target) {
    let client = target.scheduler();
    let read =
        client.get_schedule().name("never").group_name(&target.schedule_group).send().await.unwrap_err();
    assert!(read.into_service_error().is_resource_not_found_exception());
    let called = Called::builder().arn(&target.function_arn).role_arn(&target.role_arn).build().unwrap();
    let updated = client
        .update_schedule()
        .name("never")
        .group_name(&target.schedule_group)
        .schedule_expression("rate(5 minutes)")
        .flexible_time_window(off())
        .target(called)
        .send()
        .await
        .unwrap_err();
    assert!(updated.into_service_error().is_resource_not_found_exception());
}

async fn an_unknown_group_is_said(target: &Target) {
    let refused =
        create(target, "n-group", "at(2099-07-01T06:00:00)").group_name("no-such-group").send().await;
    assert!(refused.unwrap_err().into_service_error().is_resource_not_found_exception());
}

async fn an_expression_or_zone_that_makes_no_sense_is_refused(target: &Target) {
    for expression in ["at(2099-13-01T06:00:00)", "cron(0 6 * * * *)", "rate(0 minutes)", "tomorrow"] {
        let refused = create(target, "n-bad", expression).send().await.unwrap_err().into_service_error();
        assert!(refused.is_validation_exception(), "{expression}: {refused:?}");
    }
    let zone = create(target, "n-bad", "rate(5 minutes)")
        .schedule_expression_timezone("Europe/Nowhere")
        .send()
        .await;
    assert!(zone.unwrap_err().into_service_error().is_validation_exception());
    let long = create(target, &"n".repeat(65), "rate(5 minutes)").send().await;
    assert!(long.unwrap_err().into_service_error().is_validation_exception());
    let listed = target
        .scheduler()
        .list_schedules()
        .group_name(&target.schedule_group)
        .name_prefix("n-bad")
        .send()
        .await;
    assert!(listed.unwrap().schedules().is_empty());
}

async fn schedules_are_listed_by_prefix(target: &Target) {
    for name in ["l-1", "l-2", "m-1"] {
        create(target, name, "at(2099-07-01T06:00:00)").send().await.unwrap();
    }
    let list = |token: Option<String>| {
        target
            .scheduler()
            .list_schedules()
            .group_name(&target.schedule_group)
            .name_prefix("l-")
            .max_results(1)
            .set_next_token(token)
            .send()
    };
    let first = list(None).await.unwrap();
    let second = list(first.next_token().map(str::to_owned)).await.unwrap();
    let names: Vec<&str> =
        first.schedules().iter().chain(second.schedules()).filter_map(|schedule| schedule.name()).collect();
    assert_eq!(names, ["l-1", "l-2"]);
    assert_eq!(second.next_token(), None);
}
