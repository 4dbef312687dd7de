//! Having a table.

use sild_domain::{ExportId, FileName, TimeZoneName};
use sild_store::{
    exports::{self, ExportRecord},
    sessions::MemberSession,
};

use super::Export;
use crate::{Context, Failure, files::object};

/// An export, with a link that lasts a minute once it is written.
pub async fn get_export(cx: &Context, session: &MemberSession, id: ExportId) -> Result<Export, Failure> {
    let export = exports::get(&cx.table, &session.scope, id).await?.ok_or(Failure::NotFound)?;
    let download = match export.done_at {
        Some(_) => {
            let name = file_name(&export, &session.office.time_zone)?;
            Some(object::sign_download(cx, &export.object_key, &name).await?)
        }
        None => None,
    };
    Ok(Export::of(&export, download))
}

fn file_name(export: &ExportRecord, zone: &TimeZoneName) -> Result<FileName, Failure> {
    let name = match export.audit_month {
        Some(month) => format!("audit-{month}.csv"),
        None => format!("clients-{}.csv", zone.today(export.created_at)),
    };
    FileName::parse(&name).map_err(Failure::internal)
}
