//! Who answers for a client and who else works with it.

use std::collections::{BTreeMap, BTreeSet};

use sild_domain::{ClientRelation, MemberId};
use sild_store::{
    OfficeScope, Transaction,
    clients::{ClientRecord, NamedMember},
    members::{self, MemberClientRecord, MemberRecord},
    sessions::MemberSession,
};

use super::create::{RESPONSIBLE_MAX, named};
use crate::Failure;

/// How many members may work with one client, those who answer for it among them: moving all of them fits into the
/// transaction that renames the client.
pub(super) const TEAM_MAX: usize = 30;

/// Who is wanted at a client; a list that is not given stays as it is.
pub(super) struct WantedTeam {
    responsible: Option<BTreeSet<MemberId>>,
    added: Option<BTreeSet<MemberId>>,
}

impl WantedTeam {
    pub(super) fn of(responsible: Option<Vec<MemberId>>, added: Option<Vec<MemberId>>) -> Self {
        let set = |ids: Vec<MemberId>| ids.into_iter().collect();
        Self { responsible: responsible.map(set), added: added.map(set) }
    }

    pub(super) const fn changes_something(&self) -> bool {
        self.responsible.is_some() || self.added.is_some()
    }

    /// Everybody who is named, of too many as many as say so.
    pub(super) fn named(&self) -> Vec<MemberId> {
        let all = self.responsible.iter().chain(&self.added).flatten().copied().collect::<BTreeSet<_>>();
        all.into_iter().take(2 * TEAM_MAX).collect()
    }

    /// Who answers for the client and who else works with it, each by name. `candidates` are the records of who is named.
    ///
    /// A plain member may take a client on, but neither gives work to others nor takes it from anybody.
    pub(super) fn of_client(
        &self,
        session: &MemberSession,
        before: &ClientRecord,
        candidates: &[MemberRecord],
    ) -> Result<(Vec<NamedMember>, Vec<NamedMember>), Failure> {
        let (had_responsible, had_added) = (ids(&before.responsible), ids(&before.added));
        let responsible = self.responsible.clone().unwrap_or_else(|| had_responsible.clone());
        let mut added = self.added.clone().unwrap_or_else(|| had_added.clone());
        added.retain(|member| !responsible.contains(member));
        let takes_it_on_only = had_responsible.is_subset(&responsible)
            && responsible.difference(&had_responsible).all(|member| *member == session.member.id)
            && added == had_added.difference(&responsible).copied().collect();
        if !session.scope.reaches_all_clients() && !takes_it_on_only {
            return Err(Failure::RoleRequired);
        }
        if responsible.len() > RESPONSIBLE_MAX {
            return Err(Failure::field("/responsible_ids", "too_many_items"));
        }
        if responsible.len() + added.len() > TEAM_MAX {
            return Err(Failure::field("/member_ids", "too_many_items"));
        }
        // Whoever is there already stays, active or not.
        let mut known = candidates
            .iter()
            .filter(|member| member.is_active)
            .map(|member| (member.id, named(member)))
            .collect::<BTreeMap<_, _>>();
        for member in before.responsible.iter().chain(&before.added) {
            known.entry(member.id).or_insert_with(|| member.clone());
        }
        Ok((by_name(&responsible, &known, "/responsible_ids")?, by_name(&added, &known, "/member_ids")?))
    }
}

fn ids(members: &[NamedMember]) -> BTreeSet<MemberId> {
    members.iter().map(|member| member.id).collect()
}

fn by_name(
    ids: &BTreeSet<MemberId>,
    known: &BTreeMap<MemberId, NamedMember>,
    pointer: &str,
) -> Result<Vec<NamedMember>, Failure> {
    let mut members = ids.iter().filter_map(|id| known.get(id).cloned()).collect::<Vec<_>>();
    if members.len() < ids.len() {
        return Err(Failure::field(pointer, "invalid_id"));
    }
    members.sort_by(|one, other| (&one.name, one.id).cmp(&(&other.name, other.id)));
    Ok(members)
}

/// Writes how each member stands to the client where that is not as it was; what they may do follows with their next
/// request.
pub(super) fn move_relations(
    transaction: &mut Transaction<'_>,
    scope: &OfficeScope,
    before: &ClientRecord,
    after: &ClientRecord,
) {
    let (had, has) = (relations(before), relations(after));
    for member in had.keys().filter(|member| !has.contains_key(member)) {
        members::unrelate(transaction, scope, *member, before.id);
    }
    for (id, (relation, name)) in &has {
        if had.get(id).is_none_or(|(had, _)| had != relation) {
            let record = MemberClientRecord {
                member_id: *id,
                member_name: name.name.clone(),
                client_id: after.id,
                relation: *relation,
            };
            members::relate(transaction, scope, &record, after);
        }
    }
}

fn relations(client: &ClientRecord) -> BTreeMap<MemberId, (ClientRelation, &NamedMember)> {
    let added = client.added.iter().map(|member| (member.id, (ClientRelation::Added, member)));
    let responsible =
        client.responsible.iter().map(|member| (member.id, (ClientRelation::Responsible, member)));
    added.chain(responsible).collect()
}
