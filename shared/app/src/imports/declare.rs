//! Declaring a table, and the one upload that the bucket takes for it.

use jiff::SignedDuration;
use serde::{Deserialize, Serialize};
use sild_domain::{FileName, FileSize, ImportId};
use sild_store::{
    imports::{self, CONTENT_TYPE, Duplicates, ImportChoices, ImportOutcome, ImportRecord, ImportState},
    sessions::MemberSession,
};

use super::ImportTicket;
use crate::{
    Context, Creation, Failure,
    files::{
        UploadMethod,
        object::{Signed, sign_upload},
    },
};

/// For how long an import can be gone on with; its file goes by itself as late.
const KEPT: SignedDuration = SignedDuration::from_hours(24 * 7);

/// What is to be read in.
#[derive(Debug, Clone)]
pub struct NewImport {
    /// What the file is called where it comes from.
    pub file_name: FileName,
    /// Its exact size in bytes, at most 10 MiB.
    pub size_bytes: FileSize,
}

/// What a repeated declaration is answered from: its upload is signed anew, as a signature lasts minutes only.
#[derive(Debug, Serialize, Deserialize)]
struct Declared {
    import_id: ImportId,
    object_key: String,
    size_bytes: FileSize,
}

/// Declares a table of clients: gives a ticket to upload one file of exactly this size, once, within five minutes.
pub async fn declare_import(
    cx: &Context,
    session: &MemberSession,
    new: NewImport,
    creation: &Creation,
) -> Result<ImportTicket, Failure> {
    let (scope, now) = (&session.scope, cx.now());
    let id = ImportId::new(now, cx.random());
    let import = ImportRecord {
        id,
        member_id: session.member.id,
        file_name: new.file_name,
        size_bytes: new.size_bytes,
        object_key: imports::object_key(scope, id),
        state: ImportState::Declared,
        revision: 0,
        choices: ImportChoices::default(),
        problem: None,
        found: None,
        duplicates: Duplicates::Skip,
        done: 0,
        outcome: ImportOutcome::default(),
        errors: Vec::new(),
        error_count: 0,
        created_at: now,
        ttl: now.checked_add(KEPT).map_err(Failure::internal)?.as_second(),
    };
    let mut transaction = cx.table.transaction();
    imports::create(&mut transaction, scope, &import);
    let answer = Declared { import_id: id, object_key: import.object_key, size_bytes: import.size_bytes };
    let declared = creation.commit(cx, session.office.id, scope.actor(), transaction, answer).await?;
    let Signed { url, headers, expires_at } =
        sign_upload(cx, &declared.object_key, declared.size_bytes.bytes(), CONTENT_TYPE).await?;
    Ok(ImportTicket { import_id: declared.import_id, method: UploadMethod::Put, url, headers, expires_at })
}
