//! Who acts: what is written says by whom, in which operation and when, so that the audit trail can tell (S67).
//!
//! A request and a job each run as one act. Whoever verifies a session says whose act it is, in one place; what a job does
//! for a row of the outbox is the act of who wrote the row. No use case can forget it, as none is asked.

use std::{
    collections::HashMap,
    fmt,
    sync::{Arc, Mutex, PoisonError},
};

use aws_sdk_dynamodb::types::AttributeValue;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::holdings::PersonId;

/// The attribute that says it, on every item whose changes are recorded.
pub(crate) const STAMP: &str = "touched";

tokio::task_local! {
    static ACT: Act;
}

/// What time it is.
pub type Now = Arc<dyn Fn() -> Timestamp + Send + Sync>;

#[derive(Clone)]
struct Act {
    operation: &'static str,
    now: Now,
    /// Known once a session was verified.
    person: Arc<Mutex<Option<PersonId>>>,
}

impl fmt::Debug for Act {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Act").field("operation", &self.operation).finish_non_exhaustive()
    }
}

impl Act {
    fn person(&self) -> Option<PersonId> {
        *self.person.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Who wrote an item as it is, and when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stamp {
    /// When.
    pub at: Timestamp,
    /// In which operation or job.
    #[serde(rename = "in")]
    pub operation: String,
    /// Who; nobody where a job acted by itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<PersonId>,
}

/// Does `work` as one act of the operation or job of this name: nobody's, until [`is`] says whose.
pub fn during<F: Future>(operation: &'static str, now: Now, work: F) -> impl Future<Output = F::Output> {
    let act = Act { operation, now, person: Arc::default() };
    ACT.scope(act, Box::pin(work))
}

/// Does `work` as a part of the current act that somebody else has asked for.
pub async fn on_behalf_of<F: Future>(person: Option<PersonId>, work: F) -> F::Output {
    let work = Box::pin(work);
    match ACT.try_with(Clone::clone) {
        Ok(act) => ACT.scope(Act { person: Arc::new(Mutex::new(person)), ..act }, work).await,
        Err(_) => work.await,
    }
}

/// Whose act the current one is: for who has verified it.
pub fn is(person: PersonId) {
    // Where nothing is recorded nobody asks.
    let _ = ACT.try_with(|act| *act.person.lock().unwrap_or_else(PoisonError::into_inner) = Some(person));
}

/// Whose act the current one is, if somebody's.
#[must_use]
pub fn current() -> Option<PersonId> {
    ACT.try_with(Act::person).ok().flatten()
}

/// What is written now is stamped with; `None` where nobody acts.
pub(crate) fn stamp() -> Option<Stamp> {
    let stamp = |act: &Act| Stamp { at: (act.now)(), operation: act.operation.to_owned(), by: act.person() };
    ACT.try_with(stamp).ok()
}

/// The stamp as an attribute; an empty one where nobody acts, so that none of before stays.
pub(crate) fn stamped() -> AttributeValue {
    let Some(Stamp { at, operation, by }) = stamp() else { return AttributeValue::M(HashMap::new()) };
    let by = by.map(|by| ("by".to_owned(), AttributeValue::S(by.to_string())));
    let said = [
        ("at".to_owned(), AttributeValue::S(at.to_string())),
        ("in".to_owned(), AttributeValue::S(operation)),
    ];
    AttributeValue::M(said.into_iter().chain(by).collect())
}

#[cfg(test)]
mod tests {
    use sild_domain::MemberId;

    use super::*;

    fn now() -> Now {
        Arc::new(|| Timestamp::UNIX_EPOCH)
    }

    #[tokio::test]
    async fn what_is_verified_on_the_way_is_whose_act_it_is() {
        let person = PersonId::Member(MemberId::new(Timestamp::UNIX_EPOCH, [1; 10]));
        assert_eq!(stamp(), None);
        during("assign_task", now(), async {
            assert_eq!(current(), None);
            is(person);
            let stamp = stamp().unwrap();
            assert_eq!((stamp.by, stamp.operation.as_str()), (Some(person), "assign_task"));
            during("relay_outbox", now(), async { assert_eq!(current(), None) }).await;
        })
        .await;
        assert_eq!(current(), None);
    }

    #[tokio::test]
    async fn a_job_acts_for_each_row_apart() {
        let person = PersonId::Member(MemberId::new(Timestamp::UNIX_EPOCH, [1; 10]));
        during("relay_outbox", now(), async {
            on_behalf_of(Some(person), async { assert_eq!(current(), Some(person)) }).await;
            on_behalf_of(None, async { assert_eq!(current(), None) }).await;
            assert_eq!(current(), None);
        })
        .await;
    }
}
