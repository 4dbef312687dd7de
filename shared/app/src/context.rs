//! What every use case works with: the services, the time, and chance.

use std::sync::Arc;

use jiff::Timestamp;
use sild_domain::{OutboxId, TraceId};
use sild_store::{
    Table, acting,
    outbox::{Effect, OutboxRecord},
};

use crate::{Config, trace};

/// What time it is. The only clock of the product; tests and one machine set it.
pub trait Clock: Send + Sync + std::fmt::Debug {
    /// Now.
    fn now(&self) -> Timestamp;
}

/// Where random bytes come from.
pub trait Entropy: Send + Sync + std::fmt::Debug {
    /// Fills `bytes` with bytes that nobody can guess.
    fn fill(&self, bytes: &mut [u8]);
}

/// The services, the time, and chance. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Context {
    /// The single table.
    pub table: Table,
    /// Files; HTTP functions only presign and ask for heads.
    pub s3: aws_sdk_s3::Client,
    /// Mail; only jobs use it.
    pub ses: aws_sdk_sesv2::Client,
    /// Schedules; only jobs use them.
    pub scheduler: aws_sdk_scheduler::Client,
    /// What time it is.
    pub clock: Arc<dyn Clock>,
    /// Chance.
    pub entropy: Arc<dyn Entropy>,
    /// What the deployment decided.
    pub config: Arc<Config>,
}

impl Context {
    /// What time it is, in whole milliseconds as ids and answers carry it.
    #[must_use]
    pub fn now(&self) -> Timestamp {
        let now = self.clock.now();
        Timestamp::from_millisecond(now.as_millisecond()).unwrap_or(now)
    }

    /// Bytes that nobody can guess.
    #[must_use]
    pub fn random<const N: usize>(&self) -> [u8; N] {
        let mut bytes = [0; N];
        self.entropy.fill(&mut bytes);
        bytes
    }

    /// The id of a request or an event that brings none.
    #[must_use]
    pub fn new_trace(&self) -> TraceId {
        TraceId::new(self.now(), self.random())
    }

    /// Does `work` as one act of the operation or job of this name, which everything that it writes says (S67).
    pub fn acting<F: Future>(
        &self,
        operation: &'static str,
        work: F,
    ) -> impl Future<Output = F::Output> + use<F> {
        let cx = self.clone();
        acting::during(operation, Arc::new(move || cx.now()), work)
    }

    /// A row of the outbox for an effect, in the current trace.
    #[must_use]
    pub fn outbox_row(&self, effect: Effect) -> OutboxRecord {
        let now = self.now();
        OutboxRecord::new(OutboxId::new(now, self.random()), effect, now, trace::current())
    }
}
