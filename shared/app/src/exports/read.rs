//! Having a table.

use jiff::Timestamp;
use sild_domain::{ExportId, FileName, TimeZoneName};
use sild_store::{exports, sessions::MemberSession};

use super::Export;
use crate::{Context, Failure, files::object};

/// An export, with a link that lasts a minute once it is written.
pub async fn get_export(cx: &Context, session: &MemberSession, id: ExportId) -> Result<Export, Failure> {
    let export = exports::get(&cx.table, &session.scope, id).await?.ok_or(Failure::NotFound)?;
    let download = match export.done_at {
        Some(_) => {
            let name = file_name(export.created_at, &session.office.time_zone)?;
            Some(object::sign_download(cx, &export.object_key, &name).await?)
        }
        None => None,
    };
    Ok(Export::of(&export, download))
}

fn file_name(at: Timestamp, zone: &TimeZoneName) -> Result<FileName, Failure> {
    FileName::parse(&format!("clients-{}.csv", zone.today(at))).map_err(Failure::internal)
}
