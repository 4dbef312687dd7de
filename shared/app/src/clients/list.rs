//! Listing, filtering, sorting and searching clients (S65).

use jiff::civil::Date;
use sild_domain::{MemberId, is_overdue, search_words};
use sild_store::{
    Cursor, OfficeScope, Page, PageRequest,
    clients::{self, ClientList, ClientPortalState, ClientRecord},
    sessions::MemberSession,
};

use super::ClientSummary;
use crate::{Context, Failure};

/// How many pages' worth of entries are looked through where several filters have to agree.
const LOOKED_THROUGH: u16 = 10;

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

/// Clients that pass every filter. One filter, or one order, is read by its own list; of several, one list is read and the
/// others thin out its answer, over ten pages' worth at most: a page may hold fewer than asked for and still have a next one.
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
    let list = wanted.list()?;
    let keep = |client: &ClientRecord| wanted.passes(client);
    let found = if scope.reaches_all_clients() {
        let chunk = match wanted.filters_beside(&list) {
            0 => request.limit,
            _ => request.limit.saturating_mul(looked_through),
        };
        clients::find(&cx.table, scope, &list, request, chunk, keep).await
    } else {
        clients::find_own(&cx.table, scope, &list, request, keep).await
    };
    found.map_err(Failure::from)
}

/// What is asked for.
struct Wanted<'w> {
    filter: &'w ClientFilter,
    /// The longest first.
    words: &'w [String],
    today: Date,
}

impl Wanted<'_> {
    /// The list that is read: that of the order where one is asked for, or that of the filter which says most.
    fn list(&self) -> Result<ClientList, Failure> {
        let filter = self.filter;
        let by_word = self
            .words
            .first()
            .map(|longest| ClientList::WithWord { prefix: longest.clone(), is_archived: filter.is_archived });
        if filter.is_archived {
            return match filter.sort {
                None | Some(ClientSort::Name) => Ok(by_word.unwrap_or(ClientList::Archived)),
                Some(_) => Err(Failure::field("?sort", "not_of_archived")),
            };
        }
        Ok(match filter.sort {
            Some(ClientSort::OpenTasks) => ClientList::ByOpenTasks,
            Some(ClientSort::EarliestDue) if filter.is_overdue => ClientList::DueBefore(self.today),
            Some(ClientSort::EarliestDue) => ClientList::ByDeadline,
            Some(ClientSort::Name) | None => match (by_word, filter.responsible, filter.portal_state) {
                (Some(by_word), _, _) => by_word,
                (None, Some(member), _) => ClientList::OfResponsible(member),
                (None, None, Some(state)) => ClientList::InState(state),
                (None, None, None) if filter.is_overdue && filter.sort.is_none() => {
                    ClientList::DueBefore(self.today)
                }
                (None, None, None) => ClientList::ByName,
            },
        })
    }

    /// How many filters the list does not see to by itself.
    fn filters_beside(&self, list: &ClientList) -> usize {
        let filter = self.filter;
        let by_word = usize::from(matches!(list, ClientList::WithWord { .. }));
        let responsible = filter.responsible.is_some() && !matches!(list, ClientList::OfResponsible(_));
        let state = filter.portal_state.is_some() && !matches!(list, ClientList::InState(_));
        let overdue = filter.is_overdue && !matches!(list, ClientList::DueBefore(_));
        self.words.len().saturating_sub(by_word)
            + [responsible, state, overdue].into_iter().map(usize::from).sum::<usize>()
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
