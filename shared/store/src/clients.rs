//! The companies that an office serves, and the rows by which a list is searched.

use std::collections::BTreeMap;

use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};
use sild_domain::{
    ClientId, CompanyName, ContactId, Email, HttpsUrl, MemberId, PersonName, RegistryCode, fold_for_search,
};

use crate::{
    OfficeScope, Record, Update, Version,
    key::{Index, Key, Keys},
};

mod archive;
mod lists;
mod read;
mod words;
mod write;

pub use archive::{move_words, place_relations, set_archived};
pub use lists::{ClientList, ClientPortalState, by_code, find, find_own, folded_code, refresh_lists};
pub use read::{get, get_many};
pub use words::words_of_contact;
pub use write::{
    Opening, TaskCounts, add_contact, copy_member_names, count_tasks, create, mark_invited, mark_seen, open,
    remove_contact, require_current, require_digitisation_address, require_open, require_portal_open, save,
    set_contact_words, set_earliest_due, set_portal_open,
};

/// How many contacts one client may have, so that what all of them copy is written in one transaction.
pub const CONTACTS_MAX: usize = 90;

/// A member as a client's row names them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NamedMember {
    /// The member.
    pub id: MemberId,
    /// Copy of their name.
    pub name: PersonName,
}

/// A company that the office serves.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct ClientRecord {
    /// Its id.
    pub id: ClientId,
    /// Its name.
    pub name: CompanyName,
    /// Its code in the business register.
    pub registry_code: Option<RegistryCode>,
    /// Where its folder in the office's document system is (S58).
    #[serde(default)]
    pub documents_url: Option<HttpsUrl>,
    /// Where its files are sent to be digitised; kept while the office has that switched off (S60).
    #[serde(default)]
    pub digitisation_email: Option<Email>,
    /// Who answers for it, copied from the relations.
    pub responsible: Vec<NamedMember>,
    /// Who works with it without answering for it, copied from the relations.
    #[serde(default)]
    pub added: Vec<NamedMember>,
    /// Whether its portal is open.
    pub portal_is_open: bool,
    /// When its contacts were last invited by mail.
    pub invited_at: Option<Timestamp>,
    /// When one of its contacts last logged in.
    pub last_seen_at: Option<Timestamp>,
    /// How many contacts it has.
    pub contact_count: i64,
    /// Its contacts by bare id, each with the words by which the client is found through them. Unlike the index it is
    /// strongly consistent: whoever changes what every contact copies learns here who they are.
    #[serde(default)]
    pub contacts: BTreeMap<String, Vec<String>>,
    /// How many tasks the office has not completed.
    pub open_count: i64,
    /// How many assigned tasks wait for the client.
    pub waiting_count: i64,
    /// The earliest due date of its open tasks.
    pub earliest_due: Option<Date>,
    /// Since when it is no client any more: its portal is closed, its series rest, and lists leave it out (S65).
    #[serde(default)]
    pub archived_at: Option<Timestamp>,
    /// Since when.
    pub created_at: Timestamp,
    /// Rises with each edit.
    pub v: Version,
}

impl Record for ClientRecord {
    const ENT: &'static str = "client";
}

impl ClientRecord {
    /// Whether one of the words by which the client is found begins with `prefix`: of its name, its code, or the name or
    /// address of a contact.
    #[must_use]
    pub fn has_word(&self, prefix: &str) -> bool {
        words::first_place(self, prefix).is_some()
    }

    /// How far it is with the portal.
    #[must_use]
    pub const fn portal_state(&self) -> ClientPortalState {
        match (self.portal_is_open, self.last_seen_at, self.invited_at) {
            (false, _, _) => ClientPortalState::Closed,
            (true, Some(_), _) => ClientPortalState::Active,
            (true, None, Some(_)) => ClientPortalState::Invited,
            (true, None, None) => ClientPortalState::Silent,
        }
    }

    /// Its contacts, in the order of their ids.
    #[must_use]
    pub fn contact_ids(&self) -> Vec<ContactId> {
        self.contacts.keys().filter_map(|key| ContactId::from_key(key).ok()).collect()
    }
}

/// Whether it is archived or not, as `client` was read: for what must not mix the two.
pub(crate) fn with_same_archiving(update: Update, client: &ClientRecord) -> Update {
    match client.archived_at {
        Some(at) => update.when_equal("archived_at", at),
        None => update.when_lacks("archived_at"),
    }
}

pub(crate) fn partition(scope: &OfficeScope, client: ClientId) -> String {
    format!("{}#C#{}", scope.partition(), client.key())
}

pub(crate) fn client_key(scope: &OfficeScope, client: ClientId) -> Key {
    Key::new(partition(scope, client), "A")
}

/// The partition of the index that lists clients by name.
pub(crate) fn names_pk(scope: &OfficeScope, is_archived: bool) -> String {
    format!("{}#C{}", scope.partition(), if is_archived { "X" } else { "" })
}

fn client_keys(scope: &OfficeScope, client: &ClientRecord) -> Keys {
    let keys = Keys::new(client_key(scope, client.id)).indexed(
        Index::Gsi1,
        names_pk(scope, client.archived_at.is_some()),
        place(client),
    );
    match client.archived_at {
        Some(_) => keys,
        None => keys.indexed(Index::Gsi2, lists::deadlines_pk(scope), lists::deadline_place(client)),
    }
}

/// Where the client stands in the list by name.
pub(crate) fn place(client: &ClientRecord) -> String {
    format!("{}#{}", fold_for_search(client.name.as_str()), client.id.key())
}
