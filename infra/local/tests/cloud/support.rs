//! A cloud for a test, with a product that notes what it is called with.

use std::collections::HashMap;
use std::path::Path;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use axum::Router;
use futures::future::BoxFuture;
use jiff::Timestamp;
use serde_json::{Value, json};
use sild_local::{
    Application, ClockHandle, ClockMode, Cloud, CloudOptions, EventPattern, Jobs, StandingSchedule,
    StreamConsumer, StreamDelivery,
};

use crate::contract::Target;

pub(crate) const START: &str = "2026-03-02T09:00:00Z";

/// A call of a job, and when by the cloud's clock.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Call {
    pub(crate) job: String,
    pub(crate) at: String,
    pub(crate) event: Value,
}

type Script = Arc<dyn Fn(&Value, usize) -> Result<Value, String> + Send + Sync>;

/// A product of which only the calls are of interest.
pub(crate) struct Recorder {
    clock: ClockHandle,
    calls: Mutex<Vec<Call>>,
    scripts: Mutex<HashMap<String, Script>>,
}

impl Recorder {
    pub(crate) fn calls(&self) -> Vec<Call> {
        self.calls.lock().unwrap().clone()
    }

    pub(crate) fn calls_of(&self, job: &str) -> Vec<Call> {
        self.calls().into_iter().filter(|call| call.job == job).collect()
    }

    pub(crate) fn times_of(&self, job: &str) -> Vec<String> {
        self.calls_of(job).into_iter().map(|call| call.at).collect()
    }

    /// Decides what a job answers, by its event and how often it was called before.
    pub(crate) fn answer(
        &self,
        job: &str,
        script: impl Fn(&Value, usize) -> Result<Value, String> + Send + Sync + 'static,
    ) {
        self.scripts.lock().unwrap().insert(job.to_owned(), Arc::new(script));
    }
}

impl Jobs for Recorder {
    fn invoke(&self, job: &str, event: Value) -> BoxFuture<'_, Result<Value, String>> {
        let job = job.to_owned();
        Box::pin(async move {
            let before = self.calls_of(&job).len();
            let at = self.clock.now().to_string();
            self.calls.lock().unwrap().push(Call { job: job.clone(), at, event: event.clone() });
            let script = self.scripts.lock().unwrap().get(&job).cloned();
            match script {
                Some(script) => script(&event, before),
                None => Ok(json!({})),
            }
        })
    }
}

pub(crate) struct Machine {
    pub(crate) cloud: Cloud,
    pub(crate) jobs: Arc<Recorder>,
}

pub(crate) fn table() -> Value {
    json!({
        "TableName": "sild",
        "BillingMode": "PAY_PER_REQUEST",
        "KeySchema": [
            { "AttributeName": "pk", "KeyType": "HASH" },
            { "AttributeName": "sk", "KeyType": "RANGE" },
        ],
        "AttributeDefinitions": [
            { "AttributeName": "pk", "AttributeType": "S" },
            { "AttributeName": "sk", "AttributeType": "S" },
            { "AttributeName": "gsi1pk", "AttributeType": "S" },
            { "AttributeName": "gsi1sk", "AttributeType": "S" },
        ],
        "GlobalSecondaryIndexes": [{
            "IndexName": "gsi1",
            "KeySchema": [
                { "AttributeName": "gsi1pk", "KeyType": "HASH" },
                { "AttributeName": "gsi1sk", "KeyType": "RANGE" },
            ],
            "Projection": { "ProjectionType": "ALL" },
        }],
        "StreamSpecification": { "StreamEnabled": true, "StreamViewType": "NEW_AND_OLD_IMAGES" },
    })
}

pub(crate) fn options() -> CloudOptions {
    let outbox =
        json!({ "eventName": ["INSERT"], "dynamodb": { "NewImage": { "ent": { "S": ["outbox"] } } } });
    CloudOptions {
        data: None,
        table: table(),
        ttl_attribute: Some("ttl".into()),
        bucket: "files".into(),
        schedule_group: "sild".into(),
        stream_consumers: vec![StreamConsumer::new("relay", EventPattern::parse(&outbox).unwrap())],
        standing_schedules: Vec::new(),
        event_rules: Vec::new(),
        clock: ClockMode::Manual(START.parse().unwrap()),
        delivery: StreamDelivery::OnSettle,
    }
}

pub(crate) fn sweep() -> StandingSchedule {
    StandingSchedule {
        name: "sweep".into(),
        every: Duration::from_mins(5),
        job: "sweep".into(),
        at_start: false,
    }
}

impl Machine {
    pub(crate) async fn start() -> Self {
        Self::with(options()).await
    }

    pub(crate) async fn on_disk(data: &Path) -> Self {
        Self::with(CloudOptions { data: Some(data.to_owned()), ..options() }).await
    }

    pub(crate) async fn on_disk_at(data: &Path, now: &str) -> Self {
        let clock = ClockMode::Manual(now.parse().unwrap());
        Self::with(CloudOptions { data: Some(data.to_owned()), clock, ..options() }).await
    }

    pub(crate) async fn with(options: CloudOptions) -> Self {
        let cloud = Cloud::start(options).await.unwrap();
        let jobs =
            Arc::new(Recorder { clock: cloud.clock(), calls: Mutex::default(), scripts: Mutex::default() });
        cloud.attach(Application { router: Router::new(), jobs: Arc::<Recorder>::clone(&jobs) }).unwrap();
        Self { cloud, jobs }
    }

    pub(crate) fn now(&self) -> Timestamp {
        self.cloud.clock().now()
    }

    pub(crate) fn target(&self) -> Target {
        let endpoints = self.cloud.endpoints().clone();
        Target {
            dynamodb: endpoints.dynamodb,
            s3: endpoints.s3,
            ses: endpoints.ses,
            scheduler: endpoints.scheduler,
            region: endpoints.region,
            access_key_id: endpoints.access_key_id,
            secret_access_key: endpoints.secret_access_key,
            table: "sild".into(),
            bucket: "files".into(),
            schedule_group: "sild".into(),
            function_arn: function_arn("announce"),
            role_arn: ROLE_ARN.into(),
            sender: "Sild <portal@example.com>".into(),
        }
    }
}

pub(crate) const ROLE_ARN: &str = "arn:aws:iam::000000000000:role/scheduler";

pub(crate) fn function_arn(job: &str) -> String {
    format!("arn:aws:lambda:eu-north-1:000000000000:function:{job}")
}
