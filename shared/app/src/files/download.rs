//! Downloading a file: a link that lasts a minute, to a file that is saved and never shown in the page.

use sild_domain::{FileId, TaskId};
use sild_store::{
    ClientScope,
    sessions::MemberSession,
    tasks,
    threads::{self, FileStage},
};

use super::{Download, object};
use crate::{Context, Failure};

/// A link to a file of a task, internal or portal.
pub async fn download_file(
    cx: &Context,
    session: &MemberSession,
    task: TaskId,
    file: FileId,
) -> Result<Download, Failure> {
    let scope = &session.scope;
    let (found, stage) = tokio::try_join!(
        tasks::get(&cx.table, scope, task),
        threads::find_file(&cx.table, scope, task, file)
    )?;
    found.ok_or(Failure::NotFound)?;
    link(cx, stage).await
}

/// A link to a file that office and client share, of a task that the client has.
pub async fn download_portal_file(
    cx: &Context,
    scope: ClientScope,
    task: TaskId,
    file: FileId,
) -> Result<Download, Failure> {
    let (found, stage) = tokio::try_join!(
        tasks::get_for_contact(&cx.table, scope, task),
        threads::find_file_for_contact(&cx.table, scope, task, file),
    )?;
    found.ok_or(Failure::NotFound)?;
    link(cx, stage).await
}

async fn link(cx: &Context, stage: Option<FileStage>) -> Result<Download, Failure> {
    match stage {
        Some(FileStage::Stored(stored)) => object::download(cx, &stored).await,
        Some(FileStage::Declared(_)) | None => Err(Failure::NotFound),
    }
}
