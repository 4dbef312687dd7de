//! Listing, filtering, sorting and searching clients (S65).

use jiff::civil::Date;
use sild_domain::{MemberId, fold_for_search, is_overdue, search_words};
use sild_store::{
    Cursor, OfficeScope, Page, PageRequest,
    clients::{self, ClientList, ClientPortalState, ClientRecord},
    sessions::MemberSession,
};

use super::ClientSummary;
use crate::{
    Context, Failure,
    narrowest::{LOOKED_THROUGH, TRIED, find_in_narrowest},
};

/// In which order clients are listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ClientSort {
    /// By name.
    Name,
    /// Those with most open tasks first.
    OpenTasks,
    /// By earliest deadline, those without one last.
    EarliestDue,
}

/// Which clients to list.
#[derive(Debug, Clone, Default)]
pub struct ClientFilter {
    /// Words that each must begin a word of the name, the registry code, or a contact's name or address.
    pub search: Option<String>,
    /// Only those for which this member answers.
    pub responsible: Option<MemberId>,
    /// Only those that are so far with the portal.
    pub portal_state: Option<ClientPortalState>,
    /// Only those with an open task whose deadline has passed.
    pub is_overdue: bool,
    /// Those that are archived instead of the others; by name only.
    pub is_archived: bool,
    /// In which order; by deadline where only what is overdue is asked for, by name otherwise.
    pub sort: Option<ClientSort>,
}

/// Clients that pass every filter. One filter, or one order, is read by its own list; of several, the list that has least
/// beside what is wanted is read, over ten pages' worth at most: a page may hold fewer than asked for and still have a next
/// one.
pub async fn list_clients(
    cx: &Context,
    session: &MemberSession,
    filter: &ClientFilter,
    request: &PageRequest,
) -> Result<Page<ClientSummary>, Failure> {
    let today = session.office.time_zone.today(cx.now());
    let page = find(cx, &session.scope, filter, today, request, LOOKED_THROUGH).await?;
    Ok(page.map(|client| ClientSummary::of(&client, today)))
}

/// As [`list_clients`], in large parts: `at_once` entries of the list that is read.
pub(crate) async fn find_clients(
    cx: &Context,
    scope: &OfficeScope,
    filter: &ClientFilter,
    today: Date,
    after: Option<Cursor>,
    at_once: u16,
) -> Result<Page<ClientRecord>, Failure> {
    find(cx, scope, filter, today, &PageRequest { limit: at_once, after }, 1).await
}

async fn find(
    cx: &Context,
    scope: &OfficeScope,
    filter: &ClientFilter,
    today: Date,
    request: &PageRequest,
    looked_through: u16,
) -> Result<Page<ClientRecord>, Failure> {
    let mut words = search_words(filter.search.as_deref().unwrap_or_default());
    words.sort_by_key(|word| std::cmp::Reverse(word.len()));
    let wanted = Wanted { filter, words: &words, today };
    let lists = wanted.lists()?;
    let keep = |client: &ClientRecord| wanted.passes(client);
    if !scope.reaches_all_clients() {
        let [list, ..] = lists.as_slice() else { return Err(Failure::internal("no list")) };
        return Ok(clients::find_own(&cx.table, scope, list, request, keep).await?);
    }
    let pages = if wanted.is_all_of(&lists) { 1 } else { looked_through };
    let read = |list: usize, request: PageRequest, chunk: u16| {
        let (list, keep) = (lists[list].clone(), &keep);
        async move { clients::find(&cx.table, scope, &list, &request, chunk, keep).await }
    };
    let mut page = find_in_narrowest(lists.len(), request, pages, read).await?;
    if lists.len() > 1 {
        page.items.sort_by_cached_key(|client| fold_for_search(client.name.as_str()));
    }
    Ok(page)
}

/// What is asked for.
struct Wanted<'w> {
    filter: &'w ClientFilter,
    /// The longest first.
    words: &'w [String],
    today: Date,
}

impl Wanted<'_> {
    /// The lists that hold everything that is asked for: that of the order where one is asked for, or those of the filters.
    fn lists(&self) -> Result<Vec<ClientList>, Failure> {
        let filter = self.filter;
        let is_archived = filter.is_archived;
        match filter.sort {
            Some(ClientSort::OpenTasks | ClientSort::EarliestDue) if is_archived => {
                return Err(Failure::field("?sort", "not_of_archived"));
            }
            Some(ClientSort::OpenTasks) => return Ok(vec![ClientList::ByOpenTasks]),
            Some(ClientSort::EarliestDue) if filter.is_overdue => {
                return Ok(vec![ClientList::DueBefore(self.today)]);
            }
            Some(ClientSort::EarliestDue) => return Ok(vec![ClientList::ByDeadline]),
            Some(ClientSort::Name) | None => {}
        }
        let by_word = |word: &String| ClientList::WithWord { prefix: word.clone(), is_archived };
        let mut lists = self.words.iter().map(by_word).collect::<Vec<_>>();
        if !is_archived {
            lists.extend(filter.responsible.map(ClientList::OfResponsible));
            lists.extend(filter.portal_state.map(ClientList::InState));
            // It is by deadline, so it helps only where no order is asked for.
            if filter.is_overdue && filter.sort.is_none() {
                lists.push(ClientList::DueBefore(self.today));
            }
        }
        lists.truncate(TRIED);
        if lists.is_empty() {
            lists.push(if is_archived { ClientList::Archived } else { ClientList::ByName });
        }
        Ok(lists)
    }

    /// Whether one list is all there is, and sees to every filter by itself.
    fn is_all_of(&self, lists: &[ClientList]) -> bool {
        let [list] = lists else { return false };
        let filter = self.filter;
        let words = self.words.len() > usize::from(matches!(list, ClientList::WithWord { .. }));
        let responsible = filter.responsible.is_some() && !matches!(list, ClientList::OfResponsible(_));
        let state = filter.portal_state.is_some() && !matches!(list, ClientList::InState(_));
        let overdue = filter.is_overdue && !matches!(list, ClientList::DueBefore(_));
        !(words || responsible || state || overdue)
    }

    /// Whether a client passes all filters: the index may be late.
    fn passes(&self, client: &ClientRecord) -> bool {
        let filter = self.filter;
        client.archived_at.is_some() == filter.is_archived
            && self.words.iter().all(|word| client.has_word(word))
            && filter
                .responsible
                .is_none_or(|member| client.responsible.iter().any(|answers| answers.id == member))
            && filter.portal_state.is_none_or(|state| client.portal_state() == state)
            && (!filter.is_overdue || is_overdue(client.earliest_due, self.today))
    }
}
