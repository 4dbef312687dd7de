//! What a job is told and what it answers, as JSON.

use std::fmt::Display;

use serde::{Serialize, de::DeserializeOwned};
use serde_json::Value;

/// Reads an event.
pub(crate) fn read<E: DeserializeOwned>(event: Value) -> Result<E, String> {
    serde_json::from_value(event).map_err(|error| error.to_string())
}

/// What came of it, for whoever called.
pub(crate) fn answer<A: Serialize, X: Display>(outcome: Result<A, X>) -> Result<Value, String> {
    let answer = outcome.map_err(|cause| cause.to_string())?;
    serde_json::to_value(answer).map_err(|error| error.to_string())
}
