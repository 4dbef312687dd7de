//! Listing and searching clients.

use sild_domain::search_words;
use sild_store::{Page, PageRequest, clients, sessions::MemberSession};

use super::ClientSummary;
use crate::{Context, Failure};

/// Which clients to list.
#[derive(Debug, Clone, Default)]
pub struct ClientFilter {
    /// Words that each must begin a word of the name, the registry code, or a contact's name or address.
    pub search: Option<String>,
}

/// Clients by name, or those with a word that begins as the search does.
///
/// The longest word of the search is looked up by key, and the other words only thin out its answer: a page may hold
/// fewer than asked for and still have a next one.
pub async fn list_clients(
    cx: &Context,
    session: &MemberSession,
    filter: &ClientFilter,
    request: &PageRequest,
) -> Result<Page<ClientSummary>, Failure> {
    let mut words = search_words(filter.search.as_deref().unwrap_or_default());
    words.sort_by_key(|word| std::cmp::Reverse(word.len()));
    let (table, scope) = (&cx.table, &session.scope);
    let mut page = match words.first() {
        None => clients::list(table, scope, request).await?,
        Some(longest) if scope.reaches_all_clients() => {
            clients::search(table, scope, longest, request).await?
        }
        Some(longest) => clients::search_own(table, scope, longest, request).await?,
    };
    page.items.retain(|client| words.iter().all(|word| client.has_word(word)));
    let today = session.office.time_zone.today(cx.now());
    Ok(page.map(|client| ClientSummary::of(&client, today)))
}
