//! Jobs that are held back: what they are called with is kept, and nothing is done.

use std::sync::{Arc, Mutex};

use futures::future::BoxFuture;
use serde_json::{Value, json};
use sild_local::Jobs;

/// Which jobs are held, and the events that they were called with.
#[derive(Clone, Default)]
pub(crate) struct Held(Arc<Mutex<Inner>>);

#[derive(Default)]
struct Inner {
    jobs: Vec<&'static str>,
    events: Vec<(String, Value)>,
}

impl Held {
    pub(crate) fn hold(&self, jobs: &[&'static str]) {
        self.0.lock().unwrap().jobs.extend(jobs);
    }

    pub(crate) fn events_of(&self, job: &str) -> Vec<Value> {
        let inner = self.0.lock().unwrap();
        inner.events.iter().filter(|(called, _)| called == job).map(|(_, event)| event.clone()).collect()
    }

    /// The same jobs, but for those that are held.
    pub(crate) fn before(&self, jobs: Arc<dyn Jobs>) -> Arc<dyn Jobs> {
        Arc::new(Gate { held: self.clone(), jobs })
    }

    fn keeps(&self, job: &str, event: &Value) -> bool {
        let mut inner = self.0.lock().unwrap();
        let is_held = inner.jobs.contains(&job);
        if is_held {
            inner.events.push((job.to_owned(), event.clone()));
        }
        is_held
    }
}

struct Gate {
    held: Held,
    jobs: Arc<dyn Jobs>,
}

impl Jobs for Gate {
    fn invoke(&self, job: &str, event: Value) -> BoxFuture<'_, Result<Value, String>> {
        if self.held.keeps(job, &event) {
            return Box::pin(async { Ok(json!({})) });
        }
        self.jobs.invoke(job, event)
    }
}
