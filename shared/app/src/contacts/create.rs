//! Adding a contact to a client.

use sild_domain::{ClientId, ContactId, Email, Language, PersonName, Phone};
use sild_store::{
    StoreError, TransactionError,
    clients::{self, CONTACTS_MAX, ClientRecord},
    contacts::{self, AddressState, CLIENTS_MAX, ContactClientRecord, ContactRecord},
    sessions::MemberSession,
};

use crate::{Conflict, Context, Creation, Failure, clients::Contact};

/// How often it is tried again when somebody changes the client or the contact at the same time.
const TRIES: usize = 4;

/// What a new contact is made of.
#[derive(Debug, Clone)]
pub struct NewContact {
    /// Their name; a contact whose address is known keeps the one that they have.
    pub name: PersonName,
    /// Their login.
    pub email: Email,
    /// Where they can be called; kept as it is where the address is known.
    pub phone: Option<Phone>,
    /// The language of their portal and mails: the office's unless told.
    pub language: Option<Language>,
    /// Whether they may act for this client once its portal is open (S25).
    pub has_access: bool,
}

/// Adds a contact to a client, in silence (S25). An address that the office knows, compared without case, is the contact
/// who has it: they are linked to this client too and stay who they are (S28).
pub async fn create_contact(
    cx: &Context,
    session: &MemberSession,
    client: ClientId,
    new: NewContact,
    creation: &Creation,
) -> Result<Contact, Failure> {
    for attempt in 0..TRIES {
        let is_first = attempt == 0;
        let (found, known) = tokio::try_join!(
            clients::get(&cx.table, &session.scope, client),
            known_contact(cx, session, &new.email, is_first),
        )?;
        let client = found.ok_or(Failure::NotFound)?;
        if client.archived_at.is_some() {
            return Err(Conflict::ClientArchived.into());
        }
        if known.as_ref().is_some_and(|contact| contact.archived_at.is_some()) {
            return Err(Conflict::ContactArchived.into());
        }
        match try_create(cx, session, &client, known.as_ref(), &new, creation).await {
            Err(Failure::Conflict(Conflict::Busy)) => refuse_if_full(&client, known.as_ref())?,
            outcome => return outcome,
        }
    }
    Err(Conflict::Busy.into())
}

/// The index is asked first, as it answers in one call; it may lag, so that a second try asks the table itself.
async fn known_contact(
    cx: &Context,
    session: &MemberSession,
    email: &Email,
    is_first: bool,
) -> Result<Option<ContactRecord>, StoreError> {
    if is_first {
        return contacts::get_by_address(&cx.table, &session.scope, email).await;
    }
    match contacts::find_by_address(&cx.table, &session.scope, email).await? {
        Some(contact) => contacts::get(&cx.table, &session.scope, contact).await,
        None => Ok(None),
    }
}

async fn try_create(
    cx: &Context,
    session: &MemberSession,
    client: &ClientRecord,
    known: Option<&ContactRecord>,
    new: &NewContact,
    creation: &Creation,
) -> Result<Contact, Failure> {
    let scope = &session.scope;
    let mut transaction = cx.table.transaction();
    let contact = match known {
        Some(contact) => contact.clone(),
        None => record(cx, session, new),
    };
    let link = ContactClientRecord {
        contact_id: contact.id,
        client_id: client.id,
        client_name: client.name.clone(),
        client_is_open: client.portal_is_open,
        has_access: new.has_access,
        contact_name: contact.name.clone(),
        email: contact.email.clone(),
        address_state: contact.address_state,
        contact_is_archived: false,
    };
    contacts::link(&mut transaction, scope, &link);
    if known.is_some() {
        contacts::count_client(&mut transaction, scope, &contact);
    } else {
        contacts::create(&mut transaction, scope, &contact);
    }
    clients::add_contact(&mut transaction, scope, client, &contact);
    let answer = Contact::of(&contact, &link);
    creation.commit_or(cx, session.office.id, scope.actor(), transaction, answer, refusal).await
}

fn record(cx: &Context, session: &MemberSession, new: &NewContact) -> ContactRecord {
    let now = cx.now();
    ContactRecord {
        id: ContactId::new(now, cx.random()),
        name: new.name.clone(),
        email: new.email.clone(),
        phone: new.phone.clone(),
        language: new.language.unwrap_or(session.office.language),
        address_state: AddressState::Ok,
        welcome_seen_at: None,
        last_seen_at: None,
        client_count: 1,
        archived_at: None,
        changes: Vec::new(),
        email_change: None,
        created_at: now,
        erased_at: None,
        v: 1,
    }
}

/// What stood otherwise than it was read is read again.
fn refusal(error: &TransactionError) -> Option<Failure> {
    match error {
        TransactionError::Refused {
            label: "client_changed" | "contact_changed" | "address_taken", ..
        } => Some(Conflict::Busy.into()),
        _ => None,
    }
}

fn refuse_if_full(client: &ClientRecord, known: Option<&ContactRecord>) -> Result<(), Failure> {
    let is_at = |count: i64, max: usize| usize::try_from(count).is_ok_and(|count| count >= max);
    let is_full = is_at(client.contact_count, CONTACTS_MAX)
        || known.is_some_and(|contact| is_at(contact.client_count, CLIENTS_MAX));
    if is_full { Err(Failure::field("/email", "too_many_items")) } else { Ok(()) }
}
