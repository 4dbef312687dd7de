//! The product as the cloud sees it, handed over as values.

use std::sync::Arc;
use std::time::Duration;

use futures::future::BoxFuture;
use serde_json::Value;
use tokio::sync::watch;

/// Longer than any function's timeout on AWS (15 minutes), so that only a job that hangs meets it.
const JOB_TIMEOUT: Duration = Duration::from_mins(15);

/// The product: the HTTP routes that stand behind API Gateway, and the job functions.
#[derive(Clone)]
pub struct Application {
    /// Serves `/api`, `/p`, `/media` and the portals' own hosts.
    pub router: axum::Router,
    /// Called with the JSON event that AWS would send.
    pub jobs: Arc<dyn Jobs>,
}

/// The job functions by name.
pub trait Jobs: Send + Sync + 'static {
    /// Runs the job once with `event`; `Err` is what a failed Lambda invocation reports.
    fn invoke(&self, job: &str, event: Value) -> BoxFuture<'_, Result<Value, String>>;
}

/// Where the application is put once it exists; the endpoints are up before it.
#[derive(Clone)]
pub(crate) struct ApplicationSlot(watch::Sender<Option<Application>>);

impl ApplicationSlot {
    pub(crate) fn empty() -> Self {
        Self(watch::Sender::new(None))
    }

    pub(crate) fn put(&self, application: Application) {
        self.0.send_replace(Some(application));
    }

    pub(crate) fn get(&self) -> Option<Application> {
        self.0.borrow().clone()
    }

    pub(crate) async fn wait(&self) -> Option<Application> {
        let mut seen = self.0.subscribe();
        seen.wait_for(Option::is_some).await.ok()?.clone()
    }

    /// Runs a job in a task of its own, so that a panic is a failed invocation and nothing more.
    pub(crate) async fn invoke(&self, job: &str, event: Value) -> Result<Value, String> {
        let Some(application) = self.get() else {
            return Err(format!("{job} was called before the application was attached"));
        };
        let name = job.to_owned();
        let run = tokio::spawn(async move { application.jobs.invoke(&name, event).await });
        let abort = run.abort_handle();
        match tokio::time::timeout(JOB_TIMEOUT, run).await {
            Ok(Ok(answer)) => answer,
            Ok(Err(ended)) if ended.is_panic() => Err(format!("{job} panicked")),
            Ok(Err(_)) => Err(format!("{job} was cancelled")),
            Err(_) => {
                abort.abort();
                Err(format!("{job} ran longer than {} s", JOB_TIMEOUT.as_secs()))
            }
        }
    }
}
