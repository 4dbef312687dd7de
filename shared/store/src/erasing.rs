//! Taking away: whole holdings of an office, its end, and what is personal of one person in the holdings of others.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use sild_domain::{Email, MemberId, OfficeId, PersonName, Role};

use crate::{
    Item, OfficeScope, Record, StoreError, Table, Transaction, Update, audit,
    bulk::SkippedRecord,
    clients::{ClientRecord, NamedMember},
    contacts::{self, AddressState, ContactRecord, ContactWithClients},
    digitisations::DigitisationRecord,
    holdings::{Holding, PersonId, Subject, says, spent_sign_ups},
    idempotency::IdempotencyRecord,
    key::{Index, Key},
    logins,
    members::{self, MemberRecord},
    notices::NoticeRecord,
    notifications::{NotificationRecord, Recipient},
    offices::{self, OfficeRecord, PortalNameRecord},
    outbox::{self, Effect, OutboxRecord},
    record::{from_item, from_item_of_kind, kind, text},
    requests::RequestRecord,
    series::SeriesRecord,
    sessions::SessionRecord,
    table::join_all,
    tasks::TaskRecord,
    threads::{FileRecord, MessageRecord},
    uploads::UploadRecord,
};

/// How many items are taken away or changed at the same time.
const AT_ONCE: usize = 32;
/// How often an item is tried again that somebody else changes meanwhile.
const TRIES: usize = 5;

/// That an office was erased, or is being: what stays of it.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub struct ErasedOfficeRecord {
    /// Which one.
    pub id: OfficeId,
    /// Since when nobody can work in it.
    pub closed_at: Timestamp,
    /// Since when there is nothing of it; `None` while it is being erased.
    pub erased_at: Option<Timestamp>,
    /// How many items were taken away.
    pub items: u64,
    /// How many objects of the bucket were.
    pub objects: u64,
}

impl Record for ErasedOfficeRecord {
    const ENT: &'static str = "erased_office";
}

fn erased_office_key(office: OfficeId) -> Key {
    Key::new(format!("ERASED#{}", office.key()), "A")
}

/// Whether an office was erased, or is being.
///
/// # Errors
/// [`StoreError`]
pub async fn get(table: &Table, office: OfficeId) -> Result<Option<ErasedOfficeRecord>, StoreError> {
    table.get(&erased_office_key(office)).await
}

/// Ends all work in an office for good: its portal goes, and with it every session of a contact; no file of it is sent
/// anywhere any more. Refused as `version_mismatch`.
pub fn close_office(transaction: &mut Transaction<'_>, office: &OfficeRecord, now: Timestamp) {
    let closed = OfficeRecord {
        portal_is_active: false,
        portal_epoch: office.portal_epoch.saturating_add(1),
        digitisation_is_on: false,
        reminders: None,
        ..office.clone()
    };
    offices::save(transaction, &closed);
    let record = ErasedOfficeRecord { id: office.id, closed_at: now, erased_at: None, items: 0, objects: 0 };
    let keys = crate::key::Keys::new(erased_office_key(office.id));
    transaction.put_new("erasing_already", &keys, &record);
}

/// Only if the office is not erased and not being erased. Refused as `erasing`.
pub(crate) fn require_standing(transaction: &mut Transaction<'_>, office: OfficeId) {
    transaction.check("erasing", Update::new(&erased_office_key(office)).when_lacks("pk"));
}

/// Ends a member's sessions, and that they can get new ones.
///
/// # Errors
/// [`StoreError`]
pub async fn shut_out(table: &Table, scope: &OfficeScope, member: MemberId) -> Result<(), StoreError> {
    let key = Key::new(PersonId::Member(member).partition(scope.office()), "A");
    table.update(Update::new(&key).set("is_active", false).when_exists()).await.map(|_| ())
}

/// Adds to what is told of an erasure.
///
/// # Errors
/// [`StoreError`]
pub async fn count(table: &Table, office: OfficeId, items: u32, objects: u32) -> Result<(), StoreError> {
    let update = Update::new(&erased_office_key(office))
        .add("items", i64::from(items))
        .add("objects", i64::from(objects))
        .when_exists();
    if items == 0 && objects == 0 { Ok(()) } else { table.update(update).await.map(|_| ()) }
}

/// Takes the office's own item away, when nothing else is left.
pub fn finish_office(transaction: &mut Transaction<'_>, office: OfficeId, now: Timestamp) {
    transaction.delete(&offices::office_key(office));
    let update = Update::new(&erased_office_key(office)).set("erased_at", now).add("items", 1).when_exists();
    transaction.update("not_closed", update);
}

/// Takes away the counters of an office's limits.
///
/// # Errors
/// [`StoreError`]
pub async fn delete_counters(table: &Table, office: OfficeId, now: Timestamp) -> Result<u32, StoreError> {
    delete_counted(table, &logins::counted_office(office), now).await
}

async fn delete_counted(table: &Table, what: &str, now: Timestamp) -> Result<u32, StoreError> {
    let keys = logins::counter_keys(what, now);
    each(&keys, |key| table.delete_found(key)).await
}

/// A schedule that an item of an office waits for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Waiting {
    /// The announcement of a client's tasks.
    Announcement(sild_domain::ClientId, Timestamp),
    /// The mail of a person's notifications.
    Digest(Recipient, Timestamp),
}

/// The schedules that items of a holding wait for.
///
/// # Errors
/// [`StoreError`]
pub fn waiting(holding: &Holding) -> Result<Vec<Waiting>, StoreError> {
    let mut waiting = Vec::new();
    for item in &holding.items {
        if let Some(notice) = from_item_of_kind::<NoticeRecord>(item)? {
            waiting.push(Waiting::Announcement(notice.client_id, notice.fire_at));
        }
        if let Some(told) = from_item_of_kind::<NotificationRecord>(item)? {
            waiting.extend(told.mail_at.map(|at| Waiting::Digest(told.recipient, at)));
        }
    }
    Ok(waiting)
}

/// Takes a holding away: how many items that were. What it is reached through goes last, so that whatever dies in between
/// can be found again. A portal name stays taken, and says of whom no more than that they are gone; the office's own item
/// stays until [`finish_office`].
///
/// # Errors
/// [`StoreError`]
pub async fn delete(
    table: &Table,
    scope: &OfficeScope,
    holding: &Holding,
    now: Timestamp,
) -> Result<u32, StoreError> {
    if holding.subject == Subject::PortalName {
        return each(&holding.items, |item| entomb(table, item, now)).await;
    }
    let office = offices::office_key(scope.office());
    let keys = holding.items.iter().filter_map(Key::of).filter(|key| *key != office);
    let (heads, rest): (Vec<_>, Vec<_>) =
        keys.partition(|key| key.sk == "A" && key.pk.starts_with(&office.pk));
    let mut gone = each(&rest, |key| table.delete_found(key)).await?;
    if let Subject::Person { id: PersonId::Contact(contact), .. } = holding.subject {
        for what in [
            logins::counted_uploads(scope.office(), contact),
            logins::counted_requests(scope.office(), contact),
            logins::counted_email_changes(scope.office(), contact),
        ] {
            gone += delete_counted(table, &what, now).await?;
        }
    }
    Ok(gone + each(&heads, |key| table.delete_found(key)).await?)
}

async fn entomb(table: &Table, item: &Item, now: Timestamp) -> Result<bool, StoreError> {
    let name = from_item::<PortalNameRecord>(item.clone())?;
    let key = Key::of(item).unwrap_or_else(|| Key::new("", ""));
    let update = Update::new(&key)
        .set("erased_at", now)
        .remove("moved_to")
        .remove(Index::Gsi1.pk())
        .remove(Index::Gsi1.sk())
        .when_equal("office_id", name.office_id)
        .when_lacks("erased_at");
    table.update(update).await.map(|written| written.is_some())
}

/// Does something to each at the same time, and counts where there was something to do.
async fn each<'a, T, F>(all: &'a [T], act: impl Fn(&'a T) -> F) -> Result<u32, StoreError>
where
    F: Future<Output = Result<bool, StoreError>>,
{
    let mut count = 0;
    for some in all.chunks(AT_ONCE) {
        let acts = some.iter().map(&act).collect::<Vec<_>>();
        for done in join_all(acts).await {
            count += u32::from(done?);
        }
    }
    Ok(count)
}

/// Who is erased, and what they are called from now on.
#[derive(Debug, Clone)]
pub struct Erasure {
    /// Who.
    pub person: PersonId,
    /// What stands in place of their name.
    pub name: PersonName,
    /// What stands in the place of their address where a record must have one.
    pub email: Email,
}

/// Takes what is personal out of a contact: their name, address and telephone number, what they changed of these, the
/// address that they want, and the access to every client.
/// The address is free for somebody else. Refused as `version_mismatch`.
pub fn erase_contact(
    transaction: &mut Transaction<'_>,
    scope: &OfficeScope,
    found: &ContactWithClients,
    erasure: &Erasure,
    now: Timestamp,
) {
    let before = &found.contact;
    let after = ContactRecord {
        name: erasure.name.clone(),
        email: erasure.email.clone(),
        phone: None,
        changes: Vec::new(),
        erased_at: before.erased_at.or(Some(now)),
        ..before.clone()
    };
    contacts::erase(transaction, scope, &after);
    if before.email != after.email {
        transaction.delete(&contacts::address_key(scope, &before.email));
    }
    for link in &found.clients {
        let key = contacts::link_key(scope, link);
        let update = Update::new(&key)
            .set("contact_name", &erasure.name)
            .set("email", &erasure.email)
            .set("address_state", AddressState::Bounced)
            .set("has_access", false)
            .when_exists();
        transaction.update("contact_gone", update);
    }
}

/// Takes what is personal out of a member, and ends their role and that they can sign in. Refused as `version_mismatch`.
pub fn erase_member(
    transaction: &mut Transaction<'_>,
    scope: &OfficeScope,
    before: &MemberRecord,
    erasure: &Erasure,
) {
    let after = MemberRecord {
        name: erasure.name.clone(),
        email: erasure.email.clone(),
        // What concerns everybody of a role concerns nobody who is gone.
        role: Role::Member,
        is_active: false,
        is_leaving: false,
        ..before.clone()
    };
    members::erase(transaction, scope, &after);
    if before.email != after.email {
        transaction.delete(&members::address_key(&before.email, scope.office()));
    }
}

/// Takes away what is addressed to an address: mails that wait, and links by which it signed an office up. How many items
/// that were.
///
/// # Errors
/// [`StoreError`]
pub async fn forget_address(
    table: &Table,
    scope: &OfficeScope,
    person: PersonId,
    email: &Email,
) -> Result<u32, StoreError> {
    let (partition, sign_ups) = match person {
        PersonId::Contact(_) => (outbox::partition(Some(scope.office())), None),
        PersonId::Member(_) => (outbox::partition(None), Some(logins::sign_up_pk(email))),
    };
    let mut keys = Vec::new();
    for item in table.query(partition).all().await? {
        let key = Key::of(&item);
        let row = from_item::<OutboxRecord>(item)?;
        let to = match &row.effect {
            Effect::SendOfficeLogin { email, .. } | Effect::SendPortalLogin { email, .. } => Some(email),
            _ => None,
        };
        if to.is_some_and(|to| to.folded() == email.folded()) {
            keys.extend(key);
        }
    }
    keys.extend(spent_sign_ups(table, sign_ups).await?.iter().filter_map(Key::of));
    each(&keys, |key| table.delete_found(key)).await
}

/// Takes away what is a person's own and not a fact of the office: sessions, links, notifications, kept answers, and of a
/// member the clients that they answer for. How many items that were.
///
/// # Errors
/// [`StoreError`]
pub async fn forget_own(table: &Table, holding: &Holding) -> Result<u32, StoreError> {
    const OWN: [&str; 7] = [
        SessionRecord::ENT,
        logins::LinkRecord::ENT,
        logins::CodeRecord::ENT,
        NotificationRecord::ENT,
        IdempotencyRecord::ENT,
        members::MemberClientRecord::ENT,
        contacts::WORD_KIND,
    ];
    let own = holding.items.iter().filter(|item| OWN.contains(&kind(item)));
    let keys = own.filter_map(Key::of).collect::<Vec<_>>();
    each(&keys, |key| async move {
        if audit::holds_recorded(key) { table.remove(key).await } else { table.delete_found(key).await }
    })
    .await
}

/// Nothing waits unread for a member any more.
///
/// # Errors
/// [`StoreError`]
pub async fn clear_unread(table: &Table, scope: &OfficeScope, member: MemberId) -> Result<(), StoreError> {
    let key = Key::new(PersonId::Member(member).partition(scope.office()), "A");
    table.update(Update::new(&key).set("unread_notifications", 0).when_exists()).await.map(|_| ())
}

/// Takes a person's name out of the holdings of others: what they wrote stays, under the name that stands in its place.
/// How many items were changed or taken away.
///
/// # Errors
/// [`StoreError`]
pub async fn forget_in(table: &Table, holding: &Holding, erasure: &Erasure) -> Result<u32, StoreError> {
    each(&holding.items, |item| forget_in_item(table, item, erasure)).await
}

async fn forget_in_item(table: &Table, item: &Item, erasure: &Erasure) -> Result<bool, StoreError> {
    let Some(key) = Key::of(item) else { return Ok(false) };
    if kind(item) == IdempotencyRecord::ENT || is_mail_to(item, erasure.person) {
        let names = text(item, "answer").is_none_or(|answer| answer.contains(&erasure.person.to_string()));
        return if names { table.delete_found(&key).await } else { Ok(false) };
    }
    let Some(mut change) = change(item, &key, erasure)? else { return Ok(false) };
    for _ in 0..TRIES {
        if table.update(change).await?.is_some() {
            return Ok(true);
        }
        // Somebody changed it meanwhile: what it says now decides.
        let Some(current) = table.get_item(&key).await? else { return Ok(false) };
        match self::change(&current, &key, erasure)? {
            Some(again) => change = again,
            None => return Ok(false),
        }
    }
    Err(StoreError::Call {
        operation: "UpdateItem",
        cause: format!("`{}` changed again and again", kind(item)),
    })
}

fn is_mail_to(item: &Item, person: PersonId) -> bool {
    const MAILS: [&str; 4] =
        ["send_invitation", "send_reminder", "send_email_confirmation", "send_email_changed"];
    kind(item) == OutboxRecord::ENT
        && matches!(person, PersonId::Contact(_))
        && MAILS.iter().any(|mail| says(item, &["effect", "kind"], mail))
        && says(item, &["effect", "contact_id"], &person.to_string())
}

/// What takes the person's name out of an item; `None` where it is not in it.
fn change(item: &Item, key: &Key, erasure: &Erasure) -> Result<Option<Update>, StoreError> {
    let whose = erasure.person.to_string();
    match kind(item) {
        MessageRecord::ENT | FileRecord::ENT | UploadRecord::ENT => {
            let is_new = says(item, &["author", "id"], &whose)
                && !says(item, &["author", "name"], erasure.name.as_str());
            let update = || {
                Update::new(key)
                    .set("author.name", &erasure.name)
                    .when_equal("author.id", erasure.person.to_string())
            };
            Ok(is_new.then(update))
        }
        NotificationRecord::ENT => {
            let is_new =
                says(item, &["actor_is", "id"], &whose) && !says(item, &["actor"], erasure.name.as_str());
            Ok(is_new.then(|| Update::new(key).set("actor", &erasure.name).when_exists()))
        }
        DigitisationRecord::ENT => {
            let is_new =
                says(item, &["by", "id"], &whose) && !says(item, &["by", "name"], erasure.name.as_str());
            Ok(is_new.then(|| Update::new(key).set("by.name", &erasure.name).when_equal("by.id", &whose)))
        }
        SkippedRecord::ENT => Ok(change_skipped(from_item(item.clone())?, key, erasure)),
        RequestRecord::ENT => Ok(change_request(item, key, erasure)),
        TaskRecord::ENT => Ok(change_task(item, &from_item(item.clone())?, key, erasure)),
        SeriesRecord::ENT => Ok(change_series(&from_item(item.clone())?, key, erasure)),
        ClientRecord::ENT => Ok(change_client(&from_item(item.clone())?, key, erasure)),
        _ => Ok(None),
    }
}

fn change_skipped(mut record: SkippedRecord, key: &Key, erasure: &Erasure) -> Option<Update> {
    let PersonId::Contact(contact) = erasure.person else { return None };
    let mut is_new = false;
    for one in record.skipped.iter_mut().filter(|one| one.contact_id == Some(contact)) {
        is_new |= one.contact_name.as_ref() != Some(&erasure.name);
        one.contact_name = Some(erasure.name.clone());
    }
    is_new.then(|| Update::new(key).set("skipped", &record.skipped).when_exists())
}

/// A task keeps that they worked on it once it is completed; an open one is nobody's, so that somebody takes it on.
fn change_task(item: &Item, task: &TaskRecord, key: &Key, erasure: &Erasure) -> Option<Update> {
    let (whose, name) = (erasure.person.to_string(), erasure.name.as_str());
    let by_them: [(&[&str], &str); 3] = [
        (&["client", "by"], "done_by_name"),
        (&["office", "by", "id"], "completed_by_name"),
        (&["created_by_id"], "created_by"),
    ];
    let mut update = Update::new(key).at_version(task.v);
    let mut is_new = false;
    for (id, copy) in by_them {
        if says(item, id, &whose) && !says(item, &[copy], name) {
            update = update.set(copy, &erasure.name);
            is_new = true;
        }
    }
    let is_theirs = |assignee: &NamedMember| PersonId::Member(assignee.id) == erasure.person;
    if let Some(assignee) = task.assignee.as_ref().filter(|assignee| is_theirs(assignee)) {
        if !task.state.is_completed() {
            update = update.remove("assignee").remove(Index::Gsi1.pk()).remove(Index::Gsi1.sk());
            is_new = true;
        } else if assignee.name != erasure.name {
            update = update.set("assignee.name", &erasure.name);
            is_new = true;
        }
    }
    is_new.then_some(update)
}

/// A request stays, under the name that stands in the place of who sent it or ended it.
fn change_request(item: &Item, key: &Key, erasure: &Erasure) -> Option<Update> {
    let (whose, name) = (erasure.person.to_string(), erasure.name.as_str());
    let by_them: [(&[&str], &[&str], &str); 2] = [
        (&["author", "id"], &["author", "name"], "author.name"),
        (&["ended_by_id"], &["ended_by"], "ended_by"),
    ];
    by_them.into_iter().filter(|(id, copy, _)| says(item, id, &whose) && !says(item, copy, name)).fold(
        None,
        |update: Option<Update>, (_, _, path)| {
            let update = update.unwrap_or_else(|| Update::new(key).when_exists());
            Some(update.set(path, &erasure.name))
        },
    )
}

/// What a series makes from now on is nobody's.
fn change_series(series: &SeriesRecord, key: &Key, erasure: &Erasure) -> Option<Update> {
    let assignee = series.assignee.as_ref()?;
    (PersonId::Member(assignee.id) == erasure.person)
        .then(|| Update::new(key).remove("assignee").at_version(series.v))
}

/// A client for whom nobody else answers falls to the admins and the owner.
fn change_client(client: &ClientRecord, key: &Key, erasure: &Erasure) -> Option<Update> {
    let others = |members: &[NamedMember]| {
        let others = members.iter().filter(|member| PersonId::Member(member.id) != erasure.person);
        others.cloned().collect::<Vec<_>>()
    };
    let (responsible, added) = (others(&client.responsible), others(&client.added));
    let is_new = responsible.len() < client.responsible.len() || added.len() < client.added.len();
    is_new
        .then(|| Update::new(key).set("responsible", &responsible).set("added", &added).at_version(client.v))
}
