//! Contacts across clients: one, and lists of them.

use std::collections::BTreeSet;

use futures::future::try_join_all;
use sild_domain::{ContactId, fold_for_search, search_words};
use sild_store::{
    Page, PageRequest,
    clients::{self, ClientRecord},
    contacts::{self, ContactClientRecord, ContactRecord, ContactWithClients},
    sessions::MemberSession,
};

use super::ContactCard;
use crate::{
    Context, Failure,
    narrowest::{LOOKED_THROUGH, TRIED, find_in_narrowest},
};

/// Which contacts to list.
#[derive(Debug, Clone, Default)]
pub struct ContactFilter {
    /// Words that each must begin a word of the name or the address.
    pub search: Option<String>,
    /// Those who are archived instead of the others.
    pub is_archived: bool,
}

/// A contact with their clients, if the member works with one of these. One without clients is for who works with all.
pub async fn get_contact(
    cx: &Context,
    session: &MemberSession,
    id: ContactId,
) -> Result<ContactCard, Failure> {
    let found = reached(cx, session, id).await?;
    Ok(ContactCard::of(&session.scope, &found.contact, &found.clients))
}

/// A contact who exists for the member.
pub(super) async fn reached(
    cx: &Context,
    session: &MemberSession,
    id: ContactId,
) -> Result<ContactWithClients, Failure> {
    let scope = &session.scope;
    let found = contacts::get_with_clients(&cx.table, scope, id).await?;
    let found = found.filter(|found| found.contact.erased_at.is_none());
    let is_reached = |found: &ContactWithClients| {
        scope.reaches_all_clients() || found.clients.iter().any(|link| scope.reaches(link.client_id))
    };
    found.filter(is_reached).ok_or(Failure::NotFound)
}

/// Contacts of the office by name, or those that match a search, each with their clients. A plain member sees those of their
/// own clients. A page may hold fewer than asked for and still have a next one.
pub async fn list_contacts(
    cx: &Context,
    session: &MemberSession,
    filter: &ContactFilter,
    request: &PageRequest,
) -> Result<Page<ContactCard>, Failure> {
    let mut words = search_words(filter.search.as_deref().unwrap_or_default());
    words.sort_by_key(|word| std::cmp::Reverse(word.len()));
    if session.scope.reaches_all_clients() {
        list_all(cx, session, filter, &words, request).await
    } else {
        list_own(cx, session, filter, &words, request).await
    }
}

async fn list_all(
    cx: &Context,
    session: &MemberSession,
    filter: &ContactFilter,
    words: &[String],
    request: &PageRequest,
) -> Result<Page<ContactCard>, Failure> {
    let (table, scope) = (&cx.table, &session.scope);
    let keep = |contact: &ContactRecord| passes(contact, filter, words);
    let read = |word: usize, request: PageRequest, chunk: u16| {
        let (word, keep) = (&words[word], &keep);
        async move { contacts::search_page(table, scope, word, filter.is_archived, &request, chunk, keep).await }
    };
    let page = match words.len() {
        0 => contacts::list_page(table, scope, filter.is_archived, request).await?,
        many => {
            let pages = if many == 1 { 1 } else { LOOKED_THROUGH };
            find_in_narrowest(many.min(TRIED), request, pages, read).await?.map(|contact| contact.id)
        }
    };
    let people = page.items.iter().map(|id| contacts::get_with_clients(table, scope, *id));
    let found = try_join_all(people).await?;
    let cards = found.into_iter().flatten().filter(|found| passes(&found.contact, filter, words));
    let items = cards.map(|found| ContactCard::of(scope, &found.contact, &found.clients)).collect();
    Ok(Page { items, next: page.next })
}

/// All contacts of a plain member's clients are read: the clients' rows name them.
async fn list_own(
    cx: &Context,
    session: &MemberSession,
    filter: &ContactFilter,
    words: &[String],
    request: &PageRequest,
) -> Result<Page<ContactCard>, Failure> {
    let (table, scope) = (&cx.table, &session.scope);
    let own = scope.only_clients().map(|own| own.keys().copied().collect::<Vec<_>>()).unwrap_or_default();
    let clients = clients::get_many(table, scope, &own).await?;
    let ids = clients.iter().flat_map(ClientRecord::contact_ids).collect::<BTreeSet<_>>();
    let ids = ids.into_iter().collect::<Vec<_>>();
    let pairs = clients
        .iter()
        .flat_map(|client| client.contact_ids().into_iter().map(|contact| (contact, client.id)));
    let (mut found, links) =
        tokio::try_join!(contacts::get_many(table, scope, &ids), contacts::get_links(table, scope, pairs),)?;
    found.retain(|contact| passes(contact, filter, words));
    found.sort_by_cached_key(place);
    let page = Page::cut(found, request, place);
    Ok(page.map(|contact| ContactCard::of(scope, &contact, &links_of(&links, contact.id))))
}

fn place(contact: &ContactRecord) -> String {
    format!("{}#{}", fold_for_search(contact.name.as_str()), contact.id.key())
}

fn links_of(links: &[ContactClientRecord], contact: ContactId) -> Vec<ContactClientRecord> {
    links.iter().filter(|link| link.contact_id == contact).cloned().collect()
}

fn passes(contact: &ContactRecord, filter: &ContactFilter, words: &[String]) -> bool {
    let own = search_words(&format!("{} {}", contact.name.as_str(), contact.email.as_str()));
    contact.erased_at.is_none()
        && contact.archived_at.is_some() == filter.is_archived
        && words.iter().all(|word| own.iter().any(|known| known.starts_with(word.as_str())))
}
