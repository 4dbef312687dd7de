//! Creating requests that may be repeated (`Idempotency-Key`): the first answer is kept in the transaction that creates,
//! and given again.

use serde::{Serialize, de::DeserializeOwned};
use sild_domain::OfficeId;
use sild_store::{Actor, Transaction, TransactionError, idempotency};

use crate::{Context, Failure};

/// The key of a creating request, with what tells it from another request under the same key.
#[derive(Debug, Clone, Default)]
pub struct Creation {
    /// The caller's key; `None` if they gave none, and then nothing is kept.
    pub key: Option<String>,
    /// SHA-256 over operation and body, in hex.
    pub fingerprint: String,
}

impl Creation {
    /// A creation that is not repeated: by a job, or in a test that needs none.
    #[must_use]
    pub fn once() -> Self {
        Self::default()
    }

    /// Commits the transaction together with its answer, or gives the answer of the first time.
    ///
    /// # Errors
    /// [`Failure::IdempotencyKeyReused`], or what refused the transaction.
    pub async fn commit<A>(
        &self,
        cx: &Context,
        office: OfficeId,
        actor: Actor,
        transaction: Transaction<'_>,
        answer: A,
    ) -> Result<A, Failure>
    where
        A: Serialize + DeserializeOwned,
    {
        self.commit_or(cx, office, actor, transaction, answer, |_| None).await
    }

    /// As [`Creation::commit`], with `refusal` to say first what the use case's own conditions mean.
    ///
    /// # Errors
    /// [`Failure::IdempotencyKeyReused`], or what refused the transaction.
    pub async fn commit_or<A>(
        &self,
        cx: &Context,
        office: OfficeId,
        actor: Actor,
        mut transaction: Transaction<'_>,
        answer: A,
        refusal: impl FnOnce(&TransactionError) -> Option<Failure>,
    ) -> Result<A, Failure>
    where
        A: Serialize + DeserializeOwned,
    {
        if let Some(key) = &self.key {
            let kept = serde_json::to_string(&answer).map_err(Failure::internal)?;
            idempotency::remember(
                &mut transaction,
                office,
                actor,
                key,
                self.fingerprint.clone(),
                kept,
                cx.now(),
            );
        }
        match transaction.commit().await {
            Ok(()) => Ok(answer),
            Err(error) => self.first_answer(cx, office, actor, error, refusal).await,
        }
    }

    /// A repeat may be refused by its key, or first by what the first time created; both mean the first answer.
    async fn first_answer<A: DeserializeOwned>(
        &self,
        cx: &Context,
        office: OfficeId,
        actor: Actor,
        error: TransactionError,
        refusal: impl FnOnce(&TransactionError) -> Option<Failure>,
    ) -> Result<A, Failure> {
        let kept = match idempotency::first_answer(&error)? {
            Some(kept) => Some(kept),
            None => self.find(cx, office, actor).await?,
        };
        let Some(kept) = kept else { return Err(refusal(&error).unwrap_or_else(|| error.into())) };
        self.answer_in(&kept)
    }

    /// The answer of the first time, where what is refused now is a repeat; otherwise the refusal.
    ///
    /// # Errors
    /// `refusal`, or [`Failure::IdempotencyKeyReused`].
    pub(crate) async fn repeated_or<A: DeserializeOwned>(
        &self,
        cx: &Context,
        office: OfficeId,
        actor: Actor,
        refusal: Failure,
    ) -> Result<A, Failure> {
        match self.find(cx, office, actor).await? {
            Some(kept) => self.answer_in(&kept),
            None => Err(refusal),
        }
    }

    fn answer_in<A: DeserializeOwned>(&self, kept: &idempotency::IdempotencyRecord) -> Result<A, Failure> {
        if kept.fingerprint != self.fingerprint {
            return Err(Failure::IdempotencyKeyReused);
        }
        serde_json::from_str(&kept.answer).map_err(Failure::internal)
    }

    async fn find(
        &self,
        cx: &Context,
        office: OfficeId,
        actor: Actor,
    ) -> Result<Option<idempotency::IdempotencyRecord>, Failure> {
        match &self.key {
            Some(key) => Ok(idempotency::find(&cx.table, office, actor, key).await?),
            None => Ok(None),
        }
    }
}
