//! What one call does of a long piece of work, and the cursor with which the next one goes on.

use std::num::NonZeroU32;

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use jiff::{SignedDuration, Timestamp};
use serde::{Serialize, de::DeserializeOwned};

use super::Refusal;
use crate::{Context, Failure};

/// How many items one call takes on unless its event says otherwise; the step that passes it is still finished.
const ITEMS: u32 = 5_000;
/// For how long one call goes on.
const LASTS: SignedDuration = SignedDuration::from_mins(2);

/// What is left of one call.
pub(super) struct Budget {
    items: u32,
    until: Timestamp,
}

impl Budget {
    pub(super) fn begin(cx: &Context, limit: Option<NonZeroU32>) -> Self {
        let until = cx.now().checked_add(LASTS).unwrap_or(Timestamp::MAX);
        Self { items: limit.map_or(ITEMS, NonZeroU32::get), until }
    }

    pub(super) fn spend(&mut self, items: usize) {
        self.items = self.items.saturating_sub(u32::try_from(items).unwrap_or(u32::MAX));
    }

    pub(super) fn is_spent(&self, cx: &Context) -> bool {
        self.items == 0 || cx.now() >= self.until
    }
}

pub(super) fn to_cursor<T: Serialize>(resume: &T) -> Result<String, Failure> {
    serde_json::to_vec(resume).map(|json| URL_SAFE_NO_PAD.encode(json)).map_err(Failure::internal)
}

pub(super) fn from_cursor<T: DeserializeOwned>(cursor: &str) -> Result<T, Refusal> {
    let json = URL_SAFE_NO_PAD.decode(cursor).map_err(|_| Refusal::Cursor)?;
    serde_json::from_slice(&json).map_err(|_| Refusal::Cursor)
}
