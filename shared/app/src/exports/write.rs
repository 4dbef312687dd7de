//! The job that writes a table.

use std::collections::BTreeMap;

use sild_domain::{ContactId, ExportId, Month, OfficeId};
use sild_store::{
    OfficeScope, PageRequest,
    clients::{self, ClientList, ClientPortalState, ClientRecord},
    contacts::{self, ContactClientRecord, ContactRecord},
    exports::{self, ExportRecord},
};

use super::begins_a_formula;
use crate::{Context, Failure, audit, files::object};

/// How many clients are read at once.
const AT_ONCE: u16 = 100;
/// What a spreadsheet knows UTF-8 by.
const BYTE_ORDER_MARK: &[u8] = b"\xef\xbb\xbf";
/// The headings, which an import knows again.
const HEADINGS: [&str; 10] = [
    "Client name",
    "Registry code",
    "Responsible",
    "Portal state",
    "Open tasks",
    "Contact name",
    "Email",
    "Phone",
    "Language",
    "Access",
];

/// Writes the table that was asked for; written again, it takes the place of the one before.
pub async fn write_export(cx: &Context, office: OfficeId, id: ExportId) -> Result<(), Failure> {
    let scope = OfficeScope::for_job(office);
    let found = exports::get(&cx.table, &scope, id).await?;
    let Some(export) = found.filter(|export| export.done_at.is_none()) else { return Ok(()) };
    let mut writer = csv::WriterBuilder::new()
        .delimiter(export.separator.byte())
        .terminator(csv::Terminator::CRLF)
        .from_writer(BYTE_ORDER_MARK.to_vec());
    let rows = match export.audit_month {
        Some(month) => write_audit(cx, &scope, month, &mut writer).await?,
        None => write_clients(cx, &scope, &export, &mut writer).await?,
    };
    let bytes = writer.into_inner().map_err(|error| Failure::internal(error.error()))?;
    object::write(cx, &export.object_key, "text/csv", bytes).await?;
    Ok(exports::finish(&cx.table, &scope, id, rows, cx.now()).await?)
}

type Writer = csv::Writer<Vec<u8>>;

/// A month of the audit trail, newest first.
async fn write_audit(
    cx: &Context,
    scope: &OfficeScope,
    month: Month,
    writer: &mut Writer,
) -> Result<u32, Failure> {
    writer.write_record(audit::HEADINGS).map_err(Failure::internal)?;
    let mut request = PageRequest::first(AT_ONCE);
    let mut rows = 0_u32;
    loop {
        let page = sild_store::audit::list(&cx.table, scope, month, &request).await?;
        for entry in audit::entries_of(cx, scope, page.items).await? {
            for record in audit::rows(&entry) {
                writer.write_record(record.map(|cell| shown(&cell))).map_err(Failure::internal)?;
                rows = rows.saturating_add(1);
            }
        }
        match page.next {
            Some(next) => request.after = Some(next),
            None => return Ok(rows),
        }
    }
}

async fn write_clients(
    cx: &Context,
    scope: &OfficeScope,
    export: &ExportRecord,
    writer: &mut Writer,
) -> Result<u32, Failure> {
    writer.write_record(HEADINGS).map_err(Failure::internal)?;
    let list = if export.is_archived { ClientList::Archived } else { ClientList::ByName };
    let mut request = PageRequest::first(AT_ONCE);
    let mut rows = 0_u32;
    loop {
        let is_wanted = |client: &ClientRecord| client.archived_at.is_some() == export.is_archived;
        let page = clients::find(&cx.table, scope, &list, &request, AT_ONCE, is_wanted).await?;
        let people = People::of(cx, scope, &page.items).await?;
        for client in &page.items {
            for record in people.rows(client) {
                writer.write_record(record.map(|cell| shown(&cell))).map_err(Failure::internal)?;
                rows = rows.saturating_add(1);
            }
        }
        match page.next {
            Some(next) => request.after = Some(next),
            None => return Ok(rows),
        }
    }
}

/// A cell that a spreadsheet shows and does not calculate.
fn shown(cell: &str) -> String {
    if begins_a_formula(cell) { format!("'{cell}") } else { cell.to_owned() }
}

/// The contacts of some clients.
struct People {
    contacts: BTreeMap<ContactId, ContactRecord>,
    links: Vec<ContactClientRecord>,
}

impl People {
    async fn of(cx: &Context, scope: &OfficeScope, clients: &[ClientRecord]) -> Result<Self, Failure> {
        let pairs = clients
            .iter()
            .flat_map(|client| client.contact_ids().into_iter().map(|contact| (contact, client.id)))
            .collect::<Vec<_>>();
        let mut ids = pairs.iter().map(|(contact, _)| *contact).collect::<Vec<_>>();
        ids.sort();
        ids.dedup();
        let (contacts, links) = tokio::try_join!(
            contacts::get_many(&cx.table, scope, &ids),
            contacts::get_links(&cx.table, scope, pairs),
        )?;
        let contacts = contacts.into_iter().map(|contact| (contact.id, contact)).collect();
        Ok(Self { contacts, links })
    }

    /// A row for each contact of a client, by name, or one for a client without any.
    fn rows(&self, client: &ClientRecord) -> Vec<[String; 10]> {
        let of_client = self.links.iter().filter(|link| link.client_id == client.id);
        let mut people = of_client
            .filter_map(|link| Some((self.contacts.get(&link.contact_id)?, link)))
            .collect::<Vec<_>>();
        people.sort_by_key(|(contact, _)| (&contact.name, contact.id));
        if people.is_empty() {
            return vec![row(client, None)];
        }
        people.into_iter().map(|(contact, link)| row(client, Some((contact, link)))).collect()
    }
}

fn row(client: &ClientRecord, contact: Option<(&ContactRecord, &ContactClientRecord)>) -> [String; 10] {
    let code = client.registry_code.as_ref().map(ToString::to_string).unwrap_or_default();
    let responsible = client.responsible.iter().map(|member| member.name.as_str()).collect::<Vec<_>>();
    let state = match client.portal_state() {
        ClientPortalState::Closed => "closed",
        ClientPortalState::Silent => "silent",
        ClientPortalState::Invited => "invited",
        ClientPortalState::Active => "active",
    };
    let of_contact = contact.map(|(contact, link)| {
        [
            contact.name.to_string(),
            contact.email.to_string(),
            contact.phone.as_ref().map(ToString::to_string).unwrap_or_default(),
            contact.language.tag().to_owned(),
            if link.has_access { "yes" } else { "no" }.to_owned(),
        ]
    });
    let [name, email, phone, language, access] = of_contact.unwrap_or_default();
    [
        client.name.to_string(),
        code,
        responsible.join(", "),
        state.to_owned(),
        client.open_count.max(0).to_string(),
        name,
        email,
        phone,
        language,
        access,
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_spreadsheet_would_calculate_is_marked() {
        for cell in ["=1+1", "+372 5555", "-1", "@SUM(A1)", "\tx", "\rx"] {
            assert_eq!(shown(cell), format!("'{cell}"));
        }
        for cell in ["Example", "", "a=b", "'quoted", "1-2"] {
            assert_eq!(shown(cell), cell);
        }
    }

    #[test]
    fn an_import_knows_the_headings_that_say_something_to_it() {
        use sild_domain::import::ImportField;
        let known = HEADINGS.into_iter().filter_map(ImportField::of_heading);
        assert_eq!(known.collect::<Vec<_>>(), ImportField::ALL);
    }
}
