//! How a request names many clients: one by one, or by what a list of clients shows.

use serde::Deserialize;
use sild_app::{Failure, bulk::WhichClients, clients::PortalStateView};
use sild_domain::{ClientId, MemberId};
use sild_store::bulk::SelectedBy;
use utoipa::ToSchema;

/// How long a search may be.
const SEARCH_MAX: usize = 200;

/// All clients that pass every one of these filters, as a list of clients shows them; without any, all that are not archived.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct MatchingClients {
    /// Words, each of which begins a word of the name, the registry code, or a contact's name or address.
    #[schema(max_length = 200)]
    pub search: Option<String>,
    /// Only those for which this member answers.
    pub responsible_id: Option<MemberId>,
    /// Only those that are so far with the portal.
    pub portal_state: Option<PortalStateView>,
    /// Only those with an open task whose deadline has passed.
    #[serde(default)]
    pub is_overdue: bool,
}

/// Reads which clients are meant: by `client_ids` or by `matching`, not both.
pub(crate) fn chosen_clients(
    client_ids: Option<Vec<ClientId>>,
    matching: Option<MatchingClients>,
) -> Result<WhichClients, Failure> {
    match (client_ids, matching) {
        (Some(ids), None) if !ids.is_empty() => Ok(WhichClients::These(ids)),
        (Some(_), Some(_)) => Err(Failure::field("/matching", "invalid_format")),
        (_, None) => Err(Failure::field("/client_ids", "required")),
        (None, Some(matching)) => {
            let search = matching.search.filter(|search| !search.trim().is_empty());
            if search.as_ref().is_some_and(|search| search.chars().count() > SEARCH_MAX) {
                return Err(Failure::field("/matching/search", "too_long"));
            }
            Ok(WhichClients::Matching(SelectedBy {
                search,
                responsible: matching.responsible_id,
                portal_state: matching.portal_state.map(Into::into),
                is_overdue: matching.is_overdue,
            }))
        }
    }
}
