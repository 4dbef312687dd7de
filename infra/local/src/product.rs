//! The product on this cloud: which jobs the stream and the clock call, and the routes and jobs themselves. The only
//! part of the library that knows the application.

use std::{path::PathBuf, sync::Arc, time::Duration};

use aws_smithy_runtime_api::client::http::SharedHttpClient;
use axum::{Json, routing::get};
use futures::future::BoxFuture;
use serde_json::{Value, json};
use sild_app::{Clock, Config, Context, Entropy, portal_page::PortalPageFiles};
use sild_http::Operation;
use sild_runtime::{Job, Services};
use utoipa::openapi::{InfoBuilder, OpenApi, OpenApiBuilder};

use crate::{
    Application, ClockHandle, ClockMode, Cloud, CloudError, CloudOptions, EventPattern, EventRule, Jobs,
    StandingSchedule, StreamConsumer, StreamDelivery, endpoints::ACCOUNT, endpoints::REGION,
};

/// The name of the table.
pub const TABLE: &str = "sild";
/// The name of the bucket.
pub const BUCKET: &str = "sild-files";
/// The name of the group of schedules.
pub const SCHEDULE_GROUP: &str = "sild";
/// The name of the set of SES's settings that mails are sent with.
pub const MAIL_CONFIGURATION: &str = "sild";

impl Clock for ClockHandle {
    fn now(&self) -> jiff::Timestamp {
        Self::now(self)
    }
}

/// The cloud that the product needs.
///
/// # Errors
/// Never in practice: the patterns are constant.
pub fn cloud_options(
    data: Option<PathBuf>,
    clock: ClockMode,
    delivery: StreamDelivery,
) -> Result<CloudOptions, CloudError> {
    Ok(CloudOptions {
        data,
        table: sild_store::table::definition::create_table(TABLE),
        ttl_attribute: Some(sild_store::table::definition::TTL_ATTRIBUTE.to_owned()),
        bucket: BUCKET.to_owned(),
        schedule_group: SCHEDULE_GROUP.to_owned(),
        stream_consumers: vec![
            StreamConsumer::new("relay_outbox", outbox_rows("relay")?),
            StreamConsumer::new("send_mail", outbox_rows("mail")?),
            recorded_changes()?,
        ],
        standing_schedules: vec![StandingSchedule {
            name: "sweep_outbox".to_owned(),
            every: Duration::from_mins(5),
            job: "sweep_outbox".to_owned(),
            at_start: true,
        }],
        event_rules: vec![EventRule { job: "record_mail_event".to_owned(), pattern: mail_events()? }],
        clock,
        delivery,
    })
}

/// The filter of an event source mapping, as `template.yaml` has it.
fn outbox_rows(channel: &str) -> Result<EventPattern, CloudError> {
    let pattern = json!({
        "eventName": ["INSERT"],
        "dynamodb": { "NewImage": { "ent": { "S": ["outbox"] }, "channel": { "S": [channel] } } },
    });
    EventPattern::parse(&pattern).map_err(|error| CloudError::Front(error.to_string()))
}

/// The rule of what SES tells of mails, as `template.yaml` has it.
fn mail_events() -> Result<EventPattern, CloudError> {
    let pattern = json!({
        "source": ["aws.ses"],
        "detail-type": ["Email Bounced", "Email Complaint Received"],
        "detail": { "mail": { "tags": { "ses:configuration-set": [MAIL_CONFIGURATION] } } },
    });
    EventPattern::parse(&pattern).map_err(|error| CloudError::Front(error.to_string()))
}

/// The two filters of the mapping that feeds the audit trail, as `template.yaml` has them: what came or changed, and what
/// went.
fn recorded_changes() -> Result<StreamConsumer, CloudError> {
    let kinds = sild_store::audit::recorded_kinds().collect::<Vec<_>>();
    let patterns = [
        json!({ "dynamodb": { "NewImage": { "ent": { "S": kinds } } } }),
        json!({ "eventName": ["REMOVE"], "dynamodb": { "OldImage": { "ent": { "S": kinds } } } }),
    ];
    let [came, went] = patterns.map(|pattern| EventPattern::parse(&pattern));
    let filter = came.and_then(|came| Ok(came.or(went?)));
    let filter = filter.map_err(|error| CloudError::Front(error.to_string()))?;
    Ok(StreamConsumer { batch_size: 25, ..StreamConsumer::new("record_changes", filter) })
}

/// The settings of a product on this cloud whose apps are at these addresses.
#[must_use]
pub fn config(
    cloud: &Cloud,
    office_url: String,
    portal_url: String,
    portal_page: PortalPageFiles,
    origin_secret: String,
) -> Config {
    Config {
        bucket: BUCKET.to_owned(),
        schedule_group: SCHEDULE_GROUP.to_owned(),
        scheduler_role_arn: format!("arn:aws:iam::{ACCOUNT}:role/sild-scheduler"),
        schedule_dead_letter_arn: None,
        job_arn_prefix: format!("arn:aws:lambda:{REGION}:{ACCOUNT}:function:"),
        mail_from: "Sild <portal@sild.example>".to_owned(),
        mail_configuration: Some(MAIL_CONFIGURATION.to_owned()),
        mails_per_second: sild_app::config::MAILS_PER_SECOND,
        office_url,
        portal_url,
        sign_up_is_open: true,
        link_lifetime_hours: sild_app::config::LINK_LIFETIME_HOURS,
        audit_years: sild_app::config::AUDIT_YEARS,
        rates: sild_app::config::Rates::default(),
        origin_secret: Some(origin_secret),
        portal_page,
        upload_origin: cloud.endpoints().s3.clone(),
    }
}

/// What use cases work with on this cloud; `http_client` takes the place of the SDK's own, to count or hinder calls.
pub async fn context(
    cloud: &Cloud,
    config: Config,
    entropy: Arc<dyn Entropy>,
    http_client: Option<SharedHttpClient>,
) -> Context {
    let own = cloud.endpoints();
    let endpoints = sild_runtime::Endpoints {
        dynamodb: own.dynamodb.clone(),
        s3: own.s3.clone(),
        ses: own.ses.clone(),
        scheduler: own.scheduler.clone(),
        access_key: own.access_key_id.clone(),
        secret_key: own.secret_access_key.clone(),
    };
    let services = Services::at(endpoints, http_client).await;
    services.context(TABLE, Arc::new(config), Arc::new(cloud.clock()), entropy)
}

/// Every operation of every area.
#[must_use]
pub fn operations() -> Vec<Operation> {
    [sild_public::operations(), sild_portal::operations(), sild_office::operations()]
        .into_iter()
        .flatten()
        .collect()
}

/// The contract: what every operation says of itself, as one OpenAPI document.
#[must_use]
pub fn contract() -> OpenApi {
    let info = InfoBuilder::new()
        .title("Sild")
        .description(Some("A client portal for accounting offices."))
        .version(env!("CARGO_PKG_VERSION"))
        .build();
    let mut document = OpenApiBuilder::new().info(info).build();
    for operation in operations() {
        document.merge(operation.document());
    }
    document
}

/// Every area's routes in one router, with the contract beside them, and every job.
#[must_use]
pub fn application(cx: &Context) -> Application {
    let document = || async { Json(contract()) };
    let router = sild_http::router(operations(), cx.clone()).route("/api/openapi.json", get(document));
    Application { router, jobs: Arc::new(AllJobs { cx: cx.clone() }) }
}

struct AllJobs {
    cx: Context,
}

impl Jobs for AllJobs {
    fn invoke(&self, job: &str, event: Value) -> BoxFuture<'_, Result<Value, String>> {
        let found = Job::named(sild_jobs::JOBS, job).map_err(|error| error.to_string());
        Box::pin(async move { found?.call(self.cx.clone(), event, None).await })
    }
}
