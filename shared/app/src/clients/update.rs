//! Changing a client.

use std::collections::BTreeSet;

use sild_domain::{CompanyName, MemberId, RegistryCode};
use sild_store::{
    OfficeScope, Transaction, Version,
    clients::{self, ClientRecord},
    contacts,
    members::{self, MemberRecord},
    outbox::{self, Effect},
    sessions::MemberSession,
};

use super::{
    Client,
    create::{RESPONSIBLE_MAX, named, relation},
    read::ContactsOfClient,
};
use crate::{Context, Failure, Patch};

/// How many items a transaction may name.
const ITEMS_MAX: usize = 100;

/// What is to change of a client.
#[derive(Debug, Clone, Default)]
pub struct ClientEdit {
    /// Its name.
    pub name: Option<CompanyName>,
    /// Its code in the business register.
    pub registry_code: Patch<RegistryCode>,
    /// Who answers for it; an empty list leaves it to the admins and the owner.
    pub responsible_ids: Option<Vec<MemberId>>,
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
    let wanted = edit.responsible_ids.map(|ids| ids.into_iter().collect::<BTreeSet<_>>());
    let asked = wanted.iter().flatten().copied().take(RESPONSIBLE_MAX).collect::<Vec<_>>();
    let (found, candidates) =
        tokio::try_join!(clients::get(table, scope, client), members::get_many(table, scope, &asked))?;
    let before = found.ok_or(Failure::NotFound)?;
    if before.v != version {
        return Err(Failure::VersionMismatch);
    }
    let mut after = before.clone();
    let mut transaction = table.transaction();
    if let Some(wanted) = &wanted {
        let responsible = responsible(session, &before, wanted, candidates)?;
        move_relations(&mut transaction, scope, &before, &responsible);
        after.responsible = responsible.iter().map(named).collect();
    }
    after.name = edit.name.unwrap_or(after.name);
    after.registry_code = edit.registry_code.of(after.registry_code);
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

/// The members who are to answer for the client, by name.
fn responsible(
    session: &MemberSession,
    before: &ClientRecord,
    wanted: &BTreeSet<MemberId>,
    mut candidates: Vec<MemberRecord>,
) -> Result<Vec<MemberRecord>, Failure> {
    let had = before.responsible.iter().map(|member| member.id).collect::<BTreeSet<_>>();
    let takes_it_on_only =
        had.is_subset(wanted) && wanted.difference(&had).all(|member| *member == session.member.id);
    if !session.scope.reaches_all_clients() && !takes_it_on_only {
        return Err(Failure::RoleRequired);
    }
    if wanted.len() > RESPONSIBLE_MAX {
        return Err(Failure::field("/responsible_ids", "too_many_items"));
    }
    let is_usable = |member: &MemberRecord| member.is_active || had.contains(&member.id);
    if candidates.len() < wanted.len() || !candidates.iter().all(is_usable) {
        return Err(Failure::field("/responsible_ids", "invalid_id"));
    }
    candidates.sort_by(|one, other| (&one.name, one.id).cmp(&(&other.name, other.id)));
    Ok(candidates)
}

fn move_relations(
    transaction: &mut Transaction<'_>,
    scope: &OfficeScope,
    before: &ClientRecord,
    responsible: &[MemberRecord],
) {
    for member in &before.responsible {
        if responsible.iter().all(|still| still.id != member.id) {
            members::unrelate(transaction, scope, member.id, before.id);
        }
    }
    for member in responsible {
        if before.responsible.iter().all(|had| had.id != member.id) {
            members::relate(transaction, scope, &relation(member, before.id));
        }
    }
}
