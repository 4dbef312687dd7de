//! What the path names below a client: a task, and something of it. The office and the client are the session's to read.

use axum::{extract::FromRequestParts, http::request::Parts};
use sild_domain::{ChecklistItemId, FileId, TaskId};
use sild_http::{Problem, path::part};

/// The task of the path.
#[derive(Debug, Clone, Copy)]
pub struct InTask(pub TaskId);

/// The line of the path's task.
#[derive(Debug, Clone, Copy)]
pub struct InChecklist(pub TaskId, pub ChecklistItemId);

/// The file of the path's task.
#[derive(Debug, Clone, Copy)]
pub struct InFile(pub TaskId, pub FileId);

impl<S: Send + Sync> FromRequestParts<S> for InTask {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _state: &S) -> Result<Self, Problem> {
        Ok(Self(part(parts, "task").await?))
    }
}

impl<S: Send + Sync> FromRequestParts<S> for InChecklist {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _state: &S) -> Result<Self, Problem> {
        Ok(Self(part(parts, "task").await?, part(parts, "item").await?))
    }
}

impl<S: Send + Sync> FromRequestParts<S> for InFile {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _state: &S) -> Result<Self, Problem> {
        Ok(Self(part(parts, "task").await?, part(parts, "file").await?))
    }
}
