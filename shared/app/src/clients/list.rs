//! Listing and searching clients.

use sild_domain::search_words;
use sild_store::{Page, PageRequest, clients, sessions::MemberSession};

use super::ClientSummary;
use crate::{Context, Failure};

/// Which clients to list.
#[derive(Debug, Clone, Default)]
pub struct ClientFilter {
    /// Words that each must begin a word of the name or registry code.
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
    let scope = &session.scope;
    let Some((longest, others)) = words.split_first() else {
        let page = clients::list(&cx.table, scope, request).await?;
        return Ok(summaries(cx, session, page));
    };
    let mut page = if scope.reaches_all_clients() {
        let found = clients::search(&cx.table, scope, longest, request).await?;
        Page { items: clients::get_many(&cx.table, scope, &found.items).await?, next: found.next }
    } else {
        clients::search_own(&cx.table, scope, longest, request).await?
    };
    page.items.retain(|client| others.iter().all(|word| client.has_word(word)));
    Ok(summaries(cx, session, page))
}

fn summaries(
    cx: &Context,
    session: &MemberSession,
    page: Page<clients::ClientRecord>,
) -> Page<ClientSummary> {
    let today = session.office.time_zone.today(cx.now());
    page.map(|client| ClientSummary::of(&client, today))
}
