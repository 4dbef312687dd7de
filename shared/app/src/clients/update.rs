//! Changing a client.

use sild_domain::{CompanyName, Email, HttpsUrl, MemberId, RegistryCode};
use sild_store::{
    Version, clients, contacts, members,
    outbox::{self, Effect},
    sessions::MemberSession,
};

use super::{
    Client,
    read::ContactsOfClient,
    team::{WantedTeam, move_relations},
};
use crate::{Conflict, Context, Failure, Patch};

/// How many items a transaction may name.
const ITEMS_MAX: usize = 100;

/// What is to change of a client.
#[derive(Debug, Clone, Default)]
pub struct ClientEdit {
    /// Its name.
    pub name: Option<CompanyName>,
    /// Its code in the business register.
    pub registry_code: Patch<RegistryCode>,
    /// Where its folder in the office's document system is (S58).
    pub documents_url: Patch<HttpsUrl>,
    /// Where its files are sent to be digitised (S60); refused while the office has that switched off.
    pub digitisation_email: Patch<Email>,
    /// Who answers for it; an empty list leaves it to the admins and the owner.
    pub responsible_ids: Option<Vec<MemberId>>,
    /// Who works with it without answering for it; who does both answers for it.
    pub member_ids: Option<Vec<MemberId>>,
}

/// Changes a client from `version`. A new name is copied to its contacts in the same transaction as far as they fit, and
/// to everything else that shows it by a job.
///
/// A plain member may take a client on, but neither gives work to others nor takes it from anybody.
pub async fn update_client(
    cx: &Context,
    session: &MemberSession,
    client: sild_domain::ClientId,
    version: Version,
    edit: ClientEdit,
) -> Result<Client, Failure> {
    let (table, scope) = (&cx.table, &session.scope);
    let wanted = WantedTeam::of(edit.responsible_ids, edit.member_ids);
    let asked = wanted.named();
    let (found, candidates) =
        tokio::try_join!(clients::get(table, scope, client), members::get_many(table, scope, &asked))?;
    let before = found.ok_or(Failure::NotFound)?;
    if before.v != version {
        return Err(Failure::VersionMismatch);
    }
    if edit.digitisation_email != Patch::Keep && !session.office.digitisation_is_on {
        return Err(Conflict::DigitisationOff.into());
    }
    let mut after = before.clone();
    let mut transaction = table.transaction();
    after.name = edit.name.unwrap_or(after.name);
    after.digitisation_email = edit.digitisation_email.of(after.digitisation_email);
    after.registry_code = edit.registry_code.of(after.registry_code);
    after.documents_url = edit.documents_url.of(after.documents_url);
    if wanted.changes_something() {
        (after.responsible, after.added) = wanted.of_client(session, &before, &candidates)?;
        move_relations(&mut transaction, scope, &before, &after);
    }
    clients::save(&mut transaction, scope, &before, &after);
    if after.name != before.name {
        let effect = Effect::CopyClientName { office_id: session.office.id, client_id: client };
        outbox::add(&mut transaction, &cx.outbox_row(effect));
        let room = ITEMS_MAX.saturating_sub(transaction.len());
        for contact in after.contact_ids().into_iter().take(room) {
            contacts::set_link_client_name(&mut transaction, scope, contact, client, &after.name);
        }
    }
    let (written, people) = tokio::join!(transaction.commit(), ContactsOfClient::read(cx, scope, &before));
    written?;
    after.v = before.v.saturating_add(1);
    Ok(people?.shown_with(&after, cx, session))
}
