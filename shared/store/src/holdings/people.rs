//! The people of an office, each with what is theirs.

use std::collections::BTreeSet;

use sild_domain::{ClientId, ContactId};

use super::{Holding, PEOPLE, PersonId, Place, ROWS, Stage, Step, Subject, first_part, last_part, request};
use crate::{
    Item, OfficeScope, StoreError, Table,
    contacts::{self, ContactRecord},
    idempotency,
    key::{Index, Key},
    logins,
    members::{self, MemberRecord},
    record::{from_item, text},
    table::join_all,
};

pub(super) async fn members_of(table: &Table, scope: &OfficeScope, place: Place) -> Result<Step, StoreError> {
    let office = scope.partition();
    let query = table.query_index(Index::Gsi1, format!("{office}#M"));
    let page = query
        .page(&request(PEOPLE, place.after.as_deref()), |listed| {
            Key::new(format!("{office}#M#{}", last_part(listed)), "A")
        })
        .await?;
    let mut people = Vec::with_capacity(page.items.len());
    for item in page.items {
        let member = from_item::<MemberRecord>(item)?;
        let claim = members::address_key(&member.email, scope.office());
        let sign_ups = Some(logins::sign_up_pk(&member.email));
        people.push(of_person(table, scope, PersonId::Member(member.id), Some(claim), sign_ups));
    }
    let holdings = join_all(people).await.into_iter().collect::<Result<_, _>>()?;
    Ok(Step { holdings, next: place.at(page.next.and_then(first_part)) })
}

/// Contacts who belong to no client any more; the others are met at their clients.
pub(super) async fn loose_contacts(
    table: &Table,
    scope: &OfficeScope,
    place: Place,
) -> Result<Step, StoreError> {
    let office = scope.partition();
    let is_aside = place.stage == Stage::ArchivedContacts;
    let page = table
        .query_index(Index::Gsi1, contacts::names_pk(scope, is_aside))
        .page(&request(ROWS, place.after.as_deref()), |listed| {
            Key::new(format!("{office}#P#{}", last_part(listed)), "A")
        })
        .await?;
    let mut people = Vec::new();
    for item in page.items {
        let contact = from_item::<ContactRecord>(item)?;
        if contact.client_count <= 0 {
            let claim = contacts::address_key(scope, &contact.email);
            people.push(of_person(table, scope, PersonId::Contact(contact.id), Some(claim), None));
        }
    }
    let holdings = join_all(people).await.into_iter().collect::<Result<_, _>>()?;
    Ok(Step { holdings, next: place.at(page.next.and_then(first_part)) })
}

pub(super) async fn of_contact(
    table: &Table,
    scope: &OfficeScope,
    client: ClientId,
    contact: ContactId,
) -> Result<Holding, StoreError> {
    let found = contacts::get_with_clients(table, scope, contact).await?;
    let (claim, first) = match &found {
        Some(found) => {
            let first = found.clients.iter().map(|link| link.client_id).min();
            (Some(contacts::address_key(scope, &found.contact.email)), first)
        }
        None => (None, None),
    };
    let person = PersonId::Contact(contact);
    let mut holding = of_person(table, scope, person, claim, None).await?;
    holding.subject = Subject::Person { id: person, is_first: first.is_none_or(|first| first == client) };
    Ok(holding)
}

/// What stands in a person's own partition, with the claim of their address, the links and codes that let them in, and
/// the answers that are kept for them.
async fn of_person(
    table: &Table,
    scope: &OfficeScope,
    person: PersonId,
    claim: Option<Key>,
    sign_ups: Option<String>,
) -> Result<Holding, StoreError> {
    let own = person.partition(scope.office());
    let claim = async {
        match claim {
            Some(key) => table.get_item(&key).await,
            None => Ok(None),
        }
    };
    let (mut items, answers, links, claim, sign_ups) = tokio::try_join!(
        table.query(own.clone()).all(),
        table.query(idempotency::partition(scope.office(), person.actor())).all(),
        listed(table, own),
        claim,
        spent_sign_ups(table, sign_ups),
    )?;
    let whose = person.to_string();
    let is_theirs =
        |item: &Item| ["member_id", "contact_id"].iter().any(|name| text(item, name) == Some(&whose));
    items.extend(answers);
    items.extend(links);
    items.extend(claim.filter(is_theirs));
    items.extend(sign_ups);
    Ok(Holding::new(Subject::Person { id: person, is_first: true }, items))
}

/// The links and codes of a holder.
async fn listed(table: &Table, holder: String) -> Result<Vec<Item>, StoreError> {
    let (first, last) = logins::LISTED;
    table.query_index(Index::Gsi1, holder).between(first, last).all().await
}

/// The links by which an address signed an office up, with their codes. One that nobody has used belongs to no office.
pub(crate) async fn spent_sign_ups(table: &Table, holder: Option<String>) -> Result<Vec<Item>, StoreError> {
    let Some(holder) = holder else { return Ok(Vec::new()) };
    let all = listed(table, holder).await?;
    let spent = all
        .iter()
        .filter(|item| item.contains_key("spent_at"))
        .filter_map(|item| text(item, "pk")?.strip_prefix("LINK#").map(str::to_owned))
        .collect::<BTreeSet<_>>();
    let is_spent = |item: &Item| match text(item, "link_hash") {
        Some(link) => spent.contains(link),
        None => item.contains_key("spent_at"),
    };
    Ok(all.into_iter().filter(is_spent).collect())
}

/// One person with all that is theirs; `None` if there is nobody of this id.
///
/// # Errors
/// [`StoreError`]
pub async fn read_person(
    table: &Table,
    scope: &OfficeScope,
    person: PersonId,
) -> Result<Option<Holding>, StoreError> {
    let key = Key::new(person.partition(scope.office()), "A");
    let Some(item) = table.get_item(&key).await? else { return Ok(None) };
    let (claim, sign_ups) = match person {
        PersonId::Member(_) => {
            let email = from_item::<MemberRecord>(item)?.email;
            (members::address_key(&email, scope.office()), Some(logins::sign_up_pk(&email)))
        }
        PersonId::Contact(_) => {
            (contacts::address_key(scope, &from_item::<ContactRecord>(item)?.email), None)
        }
    };
    of_person(table, scope, person, Some(claim), sign_ups).await.map(Some)
}
