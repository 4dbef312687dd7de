//! What can go wrong between a use case and the table.

use aws_sdk_dynamodb::error::{DisplayErrorContext, SdkError};

/// A call to the table that did not give a usable answer.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// DynamoDB refused or could not be reached; the text is for the log, never for a caller.
    #[error("{operation} failed: {cause}")]
    Call {
        /// The DynamoDB operation, such as `Query`.
        operation: &'static str,
        /// The SDK's error with all its causes.
        cause: String,
    },
    /// A list is asked to go on from a place that is not one of its own: the cursor is another list's.
    #[error("the cursor is not one of this list")]
    Cursor,
    /// An item does not have the shape that its kind promises.
    #[error("an item of kind `{ent}` cannot be read: {cause}")]
    Shape {
        /// The kind of the item.
        ent: &'static str,
        /// What serde said.
        cause: String,
    },
}

impl StoreError {
    pub(crate) fn call<E, R>(operation: &'static str, error: &SdkError<E, R>) -> Self
    where
        E: std::error::Error + 'static,
        R: std::fmt::Debug,
    {
        Self::Call { operation, cause: DisplayErrorContext(error).to_string() }
    }
}
