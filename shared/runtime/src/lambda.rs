//! The Lambda loop. A function's `Handler` names its one operation or job; the binary of its area serves only that.

use std::sync::Arc;

use axum::Router;
use futures::future::BoxFuture;
use lambda_runtime::{Error, LambdaEvent, service_fn};
use serde_json::Value;
use sild_app::Context;
use sild_http::{Operation, router};

use crate::{OsEntropy, Services, WallClock, settings, telemetry};

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
}

/// What a function does with its requests: the routes of the one operation of an area that its `Handler` names.
///
/// # Errors
/// When the name is none of the area's.
pub fn routes_of(area: Vec<Operation>, name: &str, cx: Context) -> Result<Router, Error> {
    let operation = area.into_iter().find(|operation| operation.name == name);
    let operation = operation.ok_or_else(|| format!("this binary has no operation `{name}`"))?;
    Ok(router([operation], cx))
}

/// Serves the operation of this area that `_HANDLER` names, until Lambda ends the process.
///
/// # Errors
/// When the settings are incomplete, the name is none of the area's, or the table cannot be reached.
pub async fn serve_operation(area: Vec<Operation>) -> Result<(), Error> {
    lambda_http::run(routes_of(area, &handler()?, start().await?)?).await
}

/// Serves the job that `_HANDLER` names, until Lambda ends the process.
///
/// # Errors
/// When the settings are incomplete, the name is none of the jobs', or the table cannot be reached.
pub async fn serve_job(jobs: &[Job]) -> Result<(), Error> {
    let job = Job::named(jobs, &handler()?)?;
    let cx = start().await?;
    let run = |event: LambdaEvent<Value>| {
        let cx = cx.clone();
        async move { (job.run)(cx, event.payload).await.map_err(Error::from) }
    };
    lambda_runtime::run(service_fn(run)).await
}

async fn start() -> Result<Context, Error> {
    telemetry::start();
    let config = settings::config()?;
    let services = Services::aws().await;
    let cx = services.context(
        &settings::table_name()?,
        Arc::new(config),
        Arc::new(WallClock),
        Arc::new(OsEntropy),
    );
    cx.table.warm_up().await?;
    Ok(cx)
}

#[expect(
    clippy::disallowed_methods,
    reason = "Lambda says by the environment which function this process is"
)]
fn handler() -> Result<String, Error> {
    std::env::var("_HANDLER")
        .map_err(|_| Error::from("_HANDLER is not set; Lambda sets it to the function's Handler"))
}
