//! Asking for a table.

use jiff::SignedDuration;
use sild_domain::{ExportId, Month, import::CsvSeparator};
use sild_store::{
    exports::{self, ExportRecord},
    outbox::{self, Effect},
    sessions::MemberSession,
};

use super::Export;
use crate::{Context, Creation, Failure};

/// For how long a table can be had.
const KEPT: SignedDuration = SignedDuration::from_hours(24 * 7);

/// What is to be handed out.
#[derive(Debug, Clone, Copy, Default)]
pub struct NewExport {
    /// What stands between cells.
    pub separator: CsvSeparator,
    /// The clients that are archived instead of the others.
    pub is_archived: bool,
    /// A month of the audit trail instead of clients.
    pub audit_month: Option<Month>,
}

/// Asks a job to write all clients of the office with their contacts, or what it is told instead, as a table.
pub async fn start_export(
    cx: &Context,
    session: &MemberSession,
    new: NewExport,
    creation: &Creation,
) -> Result<Export, Failure> {
    let (scope, now) = (&session.scope, cx.now());
    let id = ExportId::new(now, cx.random());
    let export = ExportRecord {
        id,
        member_id: session.member.id,
        separator: new.separator,
        is_archived: new.is_archived,
        audit_month: new.audit_month,
        object_key: exports::object_key(scope, id),
        done_at: None,
        rows: 0,
        created_at: now,
        ttl: now.checked_add(KEPT).map_err(Failure::internal)?.as_second(),
    };
    let mut transaction = cx.table.transaction();
    exports::create(&mut transaction, scope, &export);
    let effect = Effect::ExportClients { office_id: session.office.id, export_id: id };
    outbox::add(&mut transaction, &cx.outbox_row(effect));
    let answer = Export::of(&export, None);
    creation.commit(cx, session.office.id, scope.actor(), transaction, answer).await
}
