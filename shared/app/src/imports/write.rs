//! Writing one row: its client, its contact, and that they belong together.

use std::collections::BTreeMap;

use sild_domain::{ClientId, ContactId, SwitchedOff};
use sild_store::{
    OfficeScope, Transaction, TransactionError,
    clients::{self, CONTACTS_MAX, ClientRecord, words_of_contact},
    contacts::{self, AddressState, CLIENTS_MAX, ContactClientRecord, ContactRecord},
    imports::{Duplicates, ImportRecord, RowError},
    offices::OfficeRecord,
    outbox::{self, Effect},
};

use super::{
    good_row::{GoodContact, GoodRow},
    sheet::Sheet,
};
use crate::{Conflict, Context, Failure, secrets};

/// How often a row is tried again when others change the same client or contact.
const TRIES: usize = 8;

/// What is there before a part is written.
pub(super) struct Known {
    /// Clients by folded registry code.
    pub(super) codes: BTreeMap<String, ClientId>,
    /// Contacts by folded address.
    pub(super) contacts: BTreeMap<String, ContactRecord>,
}

/// Of all rows of the table those that name a client or a contact first: they decide who somebody is, and count as what
/// made them.
pub(super) struct Firsts {
    clients: BTreeMap<String, u32>,
    contacts: BTreeMap<String, (u32, GoodContact)>,
}

impl Firsts {
    pub(super) fn of(sheet: &Sheet) -> Self {
        let (mut clients, mut contacts) = (BTreeMap::new(), BTreeMap::new());
        for row in sheet.rows.iter().filter_map(|row| GoodRow::read(sheet, row).ok()) {
            clients.entry(row.client_key()).or_insert(row.number);
            if let Some(contact) = row.contact {
                contacts.entry(contact.email.folded()).or_insert((row.number, contact));
            }
        }
        Self { clients, contacts }
    }

    fn names_client(&self, row: &GoodRow) -> bool {
        self.clients.get(&row.client_key()) == Some(&row.number)
    }

    fn names_contact(&self, row: &GoodRow) -> bool {
        let contact = row.contact.as_ref().and_then(|contact| self.contacts.get(&contact.email.folded()));
        contact.is_some_and(|(number, _)| *number == row.number)
    }
}

/// What came of a row.
#[derive(Debug, Default)]
pub(super) struct RowOutcome {
    pub(super) client_created: bool,
    pub(super) contact_created: bool,
    pub(super) is_update: bool,
    pub(super) is_skipped: bool,
    pub(super) error: Option<RowError>,
}

/// Writes rows of one import.
pub(super) struct Writer<'w> {
    pub(super) cx: &'w Context,
    pub(super) scope: &'w OfficeScope,
    pub(super) office: &'w OfficeRecord,
    pub(super) import: &'w ImportRecord,
    pub(super) known: &'w Known,
    /// The rows that come first.
    pub(super) firsts: &'w Firsts,
}

/// Whether a try wrote the row, or others were in its way.
enum Tried {
    Written(RowOutcome),
    Changed,
}

impl Writer<'_> {
    /// The client that a row makes has the same id each time, so that a row which was written already is met again.
    pub(super) fn own_id(&self, row: &GoodRow) -> ClientId {
        let determined = secrets::derived_bytes(&["import client", &self.import.id.key(), &row.client_key()]);
        ClientId::new(self.import.created_at, determined)
    }

    fn own_contact_id(&self, contact: &GoodContact) -> ContactId {
        let determined =
            secrets::derived_bytes(&["import contact", &self.import.id.key(), &contact.email.folded()]);
        ContactId::new(self.import.created_at, determined)
    }

    /// Who has the row's registry code already.
    fn known(&self, row: &GoodRow) -> Option<ClientId> {
        row.folded_code().and_then(|code| self.known.codes.get(&code)).copied()
    }

    /// Whether the row's client is not there, as far as was read.
    pub(super) fn is_new(&self, row: &GoodRow) -> bool {
        self.known(row).is_none()
    }

    /// Writes a row.
    pub(super) async fn write(&self, row: &GoodRow) -> Result<RowOutcome, Failure> {
        let own = self.own_id(row);
        let known = self.known(row);
        let client = known.unwrap_or(own);
        if client != own && self.import.duplicates == Duplicates::Skip {
            return Ok(RowOutcome { is_skipped: true, ..RowOutcome::default() });
        }
        // The first try goes by what was read for the whole part; after that everything is read again.
        for attempt in 0..TRIES {
            let is_first = attempt == 0;
            let contact = match &row.contact {
                Some(contact) => self.contact(contact, is_first).await?,
                None => None,
            };
            let found = if is_first && known.is_none() {
                None
            } else {
                clients::get(&self.cx.table, self.scope, client).await?
            };
            let tried = match found {
                None => self.create(row, client, contact.as_ref()).await?,
                Some(found) => self.extend(row, &found, contact.as_ref(), client == own).await?,
            };
            if let Tried::Written(outcome) = tried {
                return Ok(outcome);
            }
        }
        Err(Conflict::Busy.into())
    }

    /// The contact who has the address already.
    async fn contact(&self, contact: &GoodContact, is_first: bool) -> Result<Option<ContactRecord>, Failure> {
        if is_first {
            return Ok(self.known.contacts.get(&contact.email.folded()).cloned());
        }
        match contacts::find_by_address(&self.cx.table, self.scope, &contact.email).await? {
            Some(id) => Ok(contacts::get(&self.cx.table, self.scope, id).await?),
            None => Ok(None),
        }
    }

    /// A new client, with its first contact in the same transaction.
    async fn create(
        &self,
        row: &GoodRow,
        id: ClientId,
        known: Option<&ContactRecord>,
    ) -> Result<Tried, Failure> {
        if let Some(code) = known.and_then(obstacle) {
            return Ok(failed(row, code));
        }
        match self.creation(row, id, known).commit().await {
            Ok(()) => Ok(Tried::Written(created(row, known))),
            Err(error) => changed(error),
        }
    }

    /// What writes a new client with its first contact.
    pub(super) fn creation(
        &self,
        row: &GoodRow,
        id: ClientId,
        known: Option<&ContactRecord>,
    ) -> Transaction<'_> {
        let contact = row.contact.as_ref().map(|contact| self.person(contact, known));
        let words = contact.iter().map(|contact| (contact.id.key(), words_of_contact(contact)));
        let client = ClientRecord {
            id,
            name: row.name.clone(),
            registry_code: row.code.clone(),
            documents_url: None,
            digitisation_email: None,
            responsible: Vec::new(),
            added: Vec::new(),
            portal_is_open: false,
            invited_at: None,
            last_seen_at: None,
            contact_count: i64::from(contact.is_some()),
            contacts: words.collect(),
            open_count: 0,
            waiting_count: 0,
            earliest_due: None,
            archived_at: None,
            created_at: self.cx.now(),
            v: 1,
        };
        let mut transaction = self.cx.table.transaction();
        clients::create(&mut transaction, self.scope, &client);
        if let (Some(contact), Some(wanted)) = (&contact, &row.contact) {
            contacts::link(&mut transaction, self.scope, &link(&client, contact, wanted));
            self.put_person(&mut transaction, contact, known.is_some());
        }
        transaction
    }

    /// A client that is there: made by this import, or before it.
    async fn extend(
        &self,
        row: &GoodRow,
        found: &ClientRecord,
        known: Option<&ContactRecord>,
        is_own: bool,
    ) -> Result<Tried, Failure> {
        if found.archived_at.is_some() {
            return Ok(failed(row, "client_archived"));
        }
        let mut outcome = RowOutcome { is_update: !is_own, ..RowOutcome::default() };
        let mut client = found.clone();
        if !is_own && client.name != row.name {
            client.name = row.name.clone();
            let mut transaction = self.cx.table.transaction();
            clients::save(&mut transaction, self.scope, found, &client);
            let effect = Effect::CopyClientName { office_id: self.scope.office(), client_id: client.id };
            outbox::add(&mut transaction, &self.cx.outbox_row(effect));
            if let Err(error) = transaction.commit().await {
                return changed(error);
            }
            client.v = client.v.saturating_add(1);
        }
        let Some(wanted) = &row.contact else {
            // The row that made the client counts as that, however often it is met.
            outcome.client_created = is_own && self.firsts.names_client(row);
            return Ok(Tried::Written(outcome));
        };
        let person = self.person(wanted, known);
        let is_ours = person.id == self.own_contact_id(wanted);
        if client.contacts.contains_key(&person.id.key()) {
            if self.import.duplicates == Duplicates::Update && !is_ours {
                return self.update_person(wanted, known, &client, outcome).await;
            }
            outcome.client_created = is_own && self.firsts.names_client(row);
            outcome.contact_created = is_ours && self.firsts.names_contact(row);
            return Ok(Tried::Written(outcome));
        }
        if let Some(code) = known.and_then(obstacle) {
            return Ok(failed(row, code));
        }
        if usize::try_from(client.contact_count).is_ok_and(|count| count >= CONTACTS_MAX) {
            return Ok(failed(row, "too_many_items"));
        }
        let mut transaction = self.cx.table.transaction();
        contacts::link(&mut transaction, self.scope, &link(&client, &person, wanted));
        self.put_person(&mut transaction, &person, known.is_some());
        clients::add_contact(&mut transaction, self.scope, &client, &person);
        match transaction.commit().await {
            Ok(()) => {
                outcome.contact_created = known.is_none();
                Ok(Tried::Written(outcome))
            }
            Err(error) => changed(error),
        }
    }

    /// What a row says of a contact who was at the client before takes the place of what was there.
    async fn update_person(
        &self,
        wanted: &GoodContact,
        known: Option<&ContactRecord>,
        client: &ClientRecord,
        outcome: RowOutcome,
    ) -> Result<Tried, Failure> {
        let Some(known) = known else { return Ok(Tried::Changed) };
        let found = contacts::get_with_clients(&self.cx.table, self.scope, known.id).await?;
        let Some(found) = found else { return Ok(Tried::Changed) };
        let before = &found.contact;
        let said = self.said_of(wanted);
        let after = ContactRecord {
            name: said.name.clone(),
            phone: said.phone.clone().or_else(|| before.phone.clone()),
            language: said.language.unwrap_or(before.language),
            ..before.clone()
        };
        let mut transaction = self.cx.table.transaction();
        contacts::save(&mut transaction, self.scope, &after);
        for link in &found.clients {
            let access = wanted.has_access.filter(|_| link.client_id == client.id);
            contacts::set_link(&mut transaction, self.scope, link, &after.name, access);
        }
        let effect = Effect::CopyContactName { office_id: self.scope.office(), contact_id: known.id };
        outbox::add(&mut transaction, &self.cx.outbox_row(effect));
        match transaction.commit().await {
            Ok(()) => Ok(Tried::Written(outcome)),
            Err(error) => changed(error),
        }
    }

    /// Rows of different clients are written side by side, so that the first row of the table decides who somebody is.
    fn said_of<'s>(&'s self, wanted: &'s GoodContact) -> &'s GoodContact {
        self.firsts.contacts.get(&wanted.email.folded()).map_or(wanted, |(_, said)| said)
    }

    /// Who has the address, or the new contact.
    fn person(&self, wanted: &GoodContact, known: Option<&ContactRecord>) -> ContactRecord {
        let said = self.said_of(wanted);
        known.cloned().unwrap_or_else(|| ContactRecord {
            id: self.own_contact_id(said),
            name: said.name.clone(),
            email: said.email.clone(),
            phone: said.phone.clone(),
            language: said.language.unwrap_or(self.office.language),
            address_state: AddressState::Ok,
            switched_off: SwitchedOff::default(),
            mail_key: None,
            welcome_seen_at: None,
            last_seen_at: None,
            client_count: 1,
            archived_at: None,
            changes: Vec::new(),
            email_change: None,
            created_at: self.cx.now(),
            erased_at: None,
            v: 1,
        })
    }

    fn put_person(&self, transaction: &mut Transaction<'_>, person: &ContactRecord, is_known: bool) {
        if is_known {
            contacts::count_client(transaction, self.scope, person);
        } else {
            contacts::create(transaction, self.scope, person);
        }
    }
}

/// What comes of a row that made its client.
pub(super) fn created(row: &GoodRow, known: Option<&ContactRecord>) -> RowOutcome {
    RowOutcome {
        client_created: true,
        contact_created: row.contact.is_some() && known.is_none(),
        ..RowOutcome::default()
    }
}

fn link(client: &ClientRecord, person: &ContactRecord, wanted: &GoodContact) -> ContactClientRecord {
    ContactClientRecord {
        contact_id: person.id,
        client_id: client.id,
        client_name: client.name.clone(),
        client_is_open: client.portal_is_open,
        // Access is off unless the table says so (S25).
        has_access: wanted.has_access.unwrap_or(false),
        contact_name: person.name.clone(),
        email: person.email.clone(),
        address_state: person.address_state,
        contact_is_archived: person.archived_at.is_some(),
    }
}

/// Why somebody who is known cannot come to one client more.
pub(super) fn obstacle(contact: &ContactRecord) -> Option<&'static str> {
    let is_full = usize::try_from(contact.client_count).is_ok_and(|count| count >= CLIENTS_MAX);
    match contact.archived_at {
        Some(_) => Some("contact_archived"),
        None => is_full.then_some("too_many_items"),
    }
}

fn failed(row: &GoodRow, code: &str) -> Tried {
    let error = RowError { row: row.number, column: None, code: code.to_owned() };
    Tried::Written(RowOutcome { error: Some(error), ..RowOutcome::default() })
}

/// What stood otherwise than it was read is read again.
fn changed(error: TransactionError) -> Result<Tried, Failure> {
    if is_in_the_way(&error) { Ok(Tried::Changed) } else { Err(error.into()) }
}

/// Whether nothing was written because others wrote the same client or contact.
pub(super) fn is_in_the_way(error: &TransactionError) -> bool {
    matches!(
        error,
        TransactionError::Busy
            | TransactionError::Refused {
                label: "client_exists"
                    | "client_changed"
                    | "contact_exists"
                    | "contact_changed"
                    | "contact_gone"
                    | "address_taken"
                    | "already_exists"
                    | "version_mismatch",
                ..
            }
    )
}
