//! The words by which clients are found, each a row of its own.
//!
//! A row belongs to one word of one source: the client's name and code, or one contact. So a change of one source never
//! takes away a word that another one has too. In the index a row stands at `<word>#<client>`, or
//! `<word>#<client>#<contact>`; the first of a client's rows that match a search stands for the client, and the others
//! are passed over.

use serde::{Deserialize, Serialize};
use sild_domain::{ClientId, search_words};

use super::{ClientRecord, partition};
use crate::{
    OfficeScope, Record,
    contacts::ContactRecord,
    key::{Index, Key, Keys},
};

/// How many words of a client's code and name can be searched.
const CLIENT_WORDS_MAX: usize = 12;
/// How many words of a contact's name and address can be searched.
const CONTACT_WORDS_MAX: usize = 10;

#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct SearchWordRecord {
    pub(super) client_id: ClientId,
}

impl Record for SearchWordRecord {
    const ENT: &'static str = "client_word";
}

/// The partition of the index that holds the words of an office's clients, or of those that are archived.
pub(super) fn index_pk(scope: &OfficeScope, is_archived: bool) -> String {
    format!("{}#W{}", scope.partition(), if is_archived { "X" } else { "" })
}

/// The row of a client's own word, or of a word of its contact `contact` (bare id).
pub(super) fn keys(scope: &OfficeScope, client: &ClientRecord, contact: Option<&str>, word: &str) -> Keys {
    let sk = match contact {
        None => format!("W#{word}"),
        Some(contact) => format!("W#{word}#{contact}"),
    };
    let place = place(client.id, contact, word);
    let pk = index_pk(scope, client.archived_at.is_some());
    Keys::new(Key::new(partition(scope, client.id), sk)).indexed(Index::Gsi1, pk, place)
}

fn place(client: ClientId, contact: Option<&str>, word: &str) -> String {
    match contact {
        None => format!("{word}#{}", client.key()),
        Some(contact) => format!("{word}#{}#{contact}", client.key()),
    }
}

/// The row that stands at a place of the index.
pub(super) fn key_in_place(scope: &OfficeScope, place: &str) -> Key {
    let mut parts = place.splitn(3, '#');
    let (word, client) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
    let sk = parts.next().map_or_else(|| format!("W#{word}"), |contact| format!("W#{word}#{contact}"));
    Key::new(format!("{}#C#{client}", scope.partition()), sk)
}

/// Where the first of a client's rows stands that begin with `prefix`; `None` if none does.
pub(super) fn first_place(client: &ClientRecord, prefix: &str) -> Option<String> {
    let own = own_words(client);
    let through_contacts = client
        .contacts
        .iter()
        .flat_map(|(contact, words)| words.iter().map(move |word| (word, Some(contact.as_str()))));
    own.iter()
        .map(|word| (word, None))
        .chain(through_contacts)
        .filter(|(word, _)| word.starts_with(prefix))
        .map(|(word, contact)| place(client.id, contact, word))
        .min()
}

/// The words of a client's code and name.
pub(super) fn own_words(client: &ClientRecord) -> Vec<String> {
    let code = client.registry_code.as_ref().map_or("", |code| code.as_str());
    let mut words = search_words(&format!("{code} {}", client.name.as_str()));
    words.truncate(CLIENT_WORDS_MAX);
    words.sort();
    words
}

/// The words of a contact's name and address; none of somebody who was erased.
#[must_use]
pub fn words_of_contact(contact: &ContactRecord) -> Vec<String> {
    if contact.erased_at.is_some() {
        return Vec::new();
    }
    let mut words = search_words(&format!("{} {}", contact.name.as_str(), contact.email.as_str()));
    words.truncate(CONTACT_WORDS_MAX);
    words.sort();
    words
}
