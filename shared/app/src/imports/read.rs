//! How far an import is.

use sild_domain::ImportId;
use sild_store::{imports, sessions::MemberSession};

use super::Import;
use crate::{Context, Failure};

/// An import, and what came of it so far.
pub async fn get_import(cx: &Context, session: &MemberSession, id: ImportId) -> Result<Import, Failure> {
    let import = imports::get(&cx.table, &session.scope, id).await?.ok_or(Failure::NotFound)?;
    Ok(Import::of(&import))
}
