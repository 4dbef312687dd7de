//! Making a client.

use std::collections::BTreeMap;

use sild_domain::{ClientId, ClientRelation, CompanyName, Email, HttpsUrl, MemberId, RegistryCode};
use sild_store::{
    clients::{self, ClientRecord, NamedMember},
    members::{self, MemberClientRecord, MemberRecord},
    sessions::MemberSession,
};

use super::Client;
use crate::{Conflict, Context, Creation, Failure};

/// What a new client is made of.
#[derive(Debug, Clone)]
pub struct NewClient {
    /// Its name.
    pub name: CompanyName,
    /// Its code in the business register.
    pub registry_code: Option<RegistryCode>,
    /// Where its folder in the office's document system is (S58).
    pub documents_url: Option<HttpsUrl>,
    /// Where its files are sent to be digitised (S60).
    pub digitisation_email: Option<Email>,
    /// Who answers for it; the member who makes it if nobody is named.
    pub responsible_ids: Vec<MemberId>,
}

/// How many members may answer for one client.
pub(super) const RESPONSIBLE_MAX: usize = 20;

/// Makes a client with its relations and search rows. Its portal is closed (S2).
///
/// A plain member may make one too, and answers for it.
pub async fn create_client(
    cx: &Context,
    session: &MemberSession,
    new: NewClient,
    creation: &Creation,
) -> Result<Client, Failure> {
    if new.digitisation_email.is_some() && !session.office.digitisation_is_on {
        return Err(Conflict::DigitisationOff.into());
    }
    let responsible = responsible_members(cx, session, new.responsible_ids).await?;
    let now = cx.now();
    let client = ClientRecord {
        id: ClientId::new(now, cx.random()),
        name: new.name,
        registry_code: new.registry_code,
        documents_url: new.documents_url,
        digitisation_email: new.digitisation_email,
        responsible: responsible.iter().map(named).collect(),
        added: Vec::new(),
        portal_is_open: false,
        invited_at: None,
        last_seen_at: None,
        contact_count: 0,
        contacts: BTreeMap::new(),
        open_count: 0,
        waiting_count: 0,
        earliest_due: None,
        archived_at: None,
        created_at: now,
        v: 1,
    };
    let mut transaction = cx.table.transaction();
    clients::create(&mut transaction, &session.scope, &client);
    for member in &responsible {
        members::relate(&mut transaction, &session.scope, &relation(member, client.id), &client);
    }
    let answer = Client::of(&client, &[], &[], &session.office, now);
    creation.commit(cx, session.office.id, session.scope.actor(), transaction, answer).await
}

/// The members with these ids, who must be active members of the office. A plain member can name only themselves:
/// nobody else gets work from them.
pub(super) async fn responsible_members(
    cx: &Context,
    session: &MemberSession,
    mut ids: Vec<MemberId>,
) -> Result<Vec<MemberRecord>, Failure> {
    ids.sort();
    ids.dedup();
    if ids.len() > RESPONSIBLE_MAX {
        return Err(Failure::field("/responsible_ids", "too_many_items"));
    }
    if ids.is_empty() || ids == [session.member.id] {
        return Ok(vec![session.member.clone()]);
    }
    if !session.scope.reaches_all_clients() {
        return Err(Failure::RoleRequired);
    }
    let mut found = members::get_many(&cx.table, &session.scope, &ids).await?;
    found.sort_by(|one, other| (&one.name, one.id).cmp(&(&other.name, other.id)));
    if found.len() < ids.len() || found.iter().any(|member| !member.is_active) {
        return Err(Failure::field("/responsible_ids", "invalid_id"));
    }
    Ok(found)
}

pub(super) fn named(member: &MemberRecord) -> NamedMember {
    NamedMember { id: member.id, name: member.name.clone() }
}

fn relation(member: &MemberRecord, client: ClientId) -> MemberClientRecord {
    MemberClientRecord {
        member_id: member.id,
        member_name: member.name.clone(),
        client_id: client,
        relation: ClientRelation::Responsible,
    }
}
