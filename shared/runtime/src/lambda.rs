//! The Lambda loop. A function's `Handler` names its one operation or job; the binary of its area serves only that.

use std::sync::Arc;

use axum::Router;
use axum::middleware;
use futures::future::BoxFuture;
use lambda_runtime::{Error, LambdaEvent, service_fn};
use serde_json::Value;
use sild_app::{Context, files::warm_up_bucket, trace};
use sild_domain::TraceId;
use sild_http::{Operation, router};

use crate::{
    OsEntropy, Services, WallClock, settings,
    telemetry::{self, Metrics},
};

/// How many calls of the table an operation makes side by side at the most: its process opens as many connections at its
/// start, so that nobody waits for one.
const SIDE_BY_SIDE: usize = 5;

/// The area whose binary has the jobs.
const JOBS_AREA: &str = "jobs";

/// A job: its name, and what it does with an event.
#[derive(Debug, Clone, Copy)]
pub struct Job {
    /// `<verb>_<noun>`: the same word in the file, the template, the events and the tests.
    pub name: &'static str,
    /// Runs it. The error is for the log; it makes AWS deliver the event again.
    pub run: fn(Context, Value) -> BoxFuture<'static, Result<Value, String>>,
}

impl Job {
    /// The job of this name.
    ///
    /// # Errors
    /// When there is none.
    pub fn named(jobs: &[Self], name: &str) -> Result<Self, Error> {
        let found = jobs.iter().find(|job| job.name == name).copied();
        found.ok_or_else(|| format!("this binary has no job `{name}`").into())
    }

    /// Runs it once, in the trace that the event brings, or that Lambda names in `header`, or in a new one.
    ///
    /// # Errors
    /// What the job says.
    pub async fn call(self, cx: Context, mut event: Value, header: Option<&str>) -> Result<Value, String> {
        let told = trace::take_from(&mut event).or_else(|| header.and_then(TraceId::from_header));
        let trace = told.unwrap_or_else(|| cx.new_trace());
        trace::follow(self.name, trace, async {
            let clock = Arc::clone(&cx.clock);
            let began = clock.now();
            let outcome = cx.clone().acting(self.name, (self.run)(cx, event)).await;
            metrics::histogram!("Duration").record(clock.now().duration_since(began).as_millis_f64());
            if let Err(cause) = &outcome {
                metrics::counter!("Failed").increment(1);
                tracing::error!(cause, "a job failed");
            }
            outcome
        })
        .await
    }
}

/// What a function does with its requests: the routes of the one operation of an area that its `Handler` names.
///
/// # Errors
/// When the name is none of the area's.
pub fn routes_of(area: Vec<Operation>, name: &str, cx: Context) -> Result<Router, Error> {
    Ok(router([operation_of(area, name)?], cx))
}

fn operation_of(area: Vec<Operation>, name: &str) -> Result<Operation, Error> {
    let found = area.into_iter().find(|operation| operation.name == name);
    found.ok_or_else(|| format!("this binary has no operation `{name}`").into())
}

/// Serves the operation of `area` that `_HANDLER` names, until Lambda ends the process.
///
/// # Errors
/// When the settings are incomplete, the name is none of the area's, or the table cannot be reached.
pub async fn serve_operation(area: &'static str, operations: Vec<Operation>) -> Result<(), Error> {
    let operation = operation_of(operations, &handler()?)?;
    let (cx, metrics) = start(area, SIDE_BY_SIDE).await?;
    if operation.asks_bucket {
        warm_up_bucket(&cx).await?;
    }
    let routes = router([operation], cx);
    let counted =
        routes.layer(middleware::map_response(move |response: axum::response::Response| async move {
            metrics.write();
            response
        }));
    lambda_http::run(counted).await
}

/// Serves the job that `_HANDLER` names, until Lambda ends the process.
///
/// # Errors
/// When the settings are incomplete, the name is none of the jobs', or the table cannot be reached.
pub async fn serve_job(jobs: &[Job]) -> Result<(), Error> {
    let job = Job::named(jobs, &handler()?)?;
    let (cx, metrics) = start(JOBS_AREA, 1).await?;
    let run = |event: LambdaEvent<Value>| {
        let cx = cx.clone();
        async move {
            let outcome = job.call(cx, event.payload, event.context.xray_trace_id.as_deref()).await;
            metrics.write();
            outcome.map_err(Error::from)
        }
    };
    lambda_runtime::run(service_fn(run)).await
}

async fn start(area: &'static str, connections: usize) -> Result<(Context, Metrics), Error> {
    telemetry::start();
    let metrics = Metrics::start(settings::stack_name()?, area)?;
    let config = settings::config()?;
    let services = Services::aws().await;
    let cx = services.context(
        &settings::table_name()?,
        Arc::new(config),
        Arc::new(WallClock),
        Arc::new(OsEntropy),
    );
    cx.table.warm_up(connections).await?;
    Ok((cx, metrics))
}

#[expect(
    clippy::disallowed_methods,
    reason = "Lambda says by the environment which function this process is"
)]
fn handler() -> Result<String, Error> {
    std::env::var("_HANDLER")
        .map_err(|_| Error::from("_HANDLER is not set; Lambda sets it to the function's Handler"))
}
