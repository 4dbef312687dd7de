//! Downloading a file: a link that lasts a minute, to a file that is saved and never shown in the page.

use sild_domain::{FileId, ThreadId};
use sild_store::{
    ClientScope,
    sessions::MemberSession,
    threads::{self, FileStage},
};

use super::{Download, object};
use crate::{
    Context, Failure,
    threads::{Head, exists_for_contact},
};

/// A link to a file of a task or a request, internal or portal.
pub async fn download_file(
    cx: &Context,
    session: &MemberSession,
    thread: ThreadId,
    file: FileId,
) -> Result<Download, Failure> {
    let scope = &session.scope;
    let stage = async { Ok(threads::find_file(&cx.table, scope, thread, file).await?) };
    let (_, stage) = tokio::try_join!(Head::find(cx, scope, thread), stage)?;
    link(cx, stage).await
}

/// A link to a file that office and client share, of a task that the client has or of its request.
pub async fn download_portal_file(
    cx: &Context,
    scope: ClientScope,
    thread: ThreadId,
    file: FileId,
) -> Result<Download, Failure> {
    let stage = async { Ok(threads::find_file_for_contact(&cx.table, scope, thread, file).await?) };
    let ((), stage) = tokio::try_join!(exists_for_contact(cx, scope, thread), stage)?;
    link(cx, stage).await
}

async fn link(cx: &Context, stage: Option<FileStage>) -> Result<Download, Failure> {
    match stage {
        Some(FileStage::Stored(stored)) => object::download(cx, &stored).await,
        Some(FileStage::Declared(_)) | None => Err(Failure::NotFound),
    }
}
