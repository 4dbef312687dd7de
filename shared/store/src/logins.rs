//! Login links and others that a mail carries, and typed codes, known only by their hashes; and the counters that limit
//! asking for them.

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use sild_domain::{ContactId, Email, MemberId, OfficeId, OutboxId};

use crate::{
    Record, StoreError, Table, Transaction, Update,
    contacts::contact_partition,
    key::{Index, Key, Keys},
    members::member_partition,
    outbox::SignUp,
    record::from_item,
};

/// For how long a link's row is kept, so that a spent or expired one can still offer a new link.
const LINK_KEPT: SignedDuration = SignedDuration::from_hours(24 * 90);

/// Whom a link lets in.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum LinkFor {
    /// A member of an office.
    Member {
        /// The office.
        office_id: OfficeId,
        /// The member.
        member_id: MemberId,
    },
    /// A contact, into the portal of an office.
    Contact {
        /// The office.
        office_id: OfficeId,
        /// The contact.
        contact_id: ContactId,
    },
    /// Somebody who signs an office up.
    SignUp {
        /// What they gave.
        sign_up: SignUp,
    },
    /// Nobody: it makes the address that it was mailed to the one of a contact (S55).
    EmailChange {
        /// The office.
        office_id: OfficeId,
        /// The contact.
        contact_id: ContactId,
        /// Which of the contact's wishes it belongs to.
        asked: OutboxId,
    },
}

/// A login link. Its token is nowhere but in the mail.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct LinkRecord {
    /// Whom it lets in.
    pub link_for: LinkFor,
    /// The address that it was mailed to.
    pub email: Email,
    /// Where it leads: a path of the app.
    pub target: Option<String>,
    /// Mailed at.
    pub issued_at: Timestamp,
    /// Spent at.
    pub spent_at: Option<Timestamp>,
    /// When the table may forget it: Unix seconds.
    pub ttl: i64,
}

impl Record for LinkRecord {
    const ENT: &'static str = "login_link";
}

impl LinkRecord {
    /// A link that is mailed now.
    #[must_use]
    pub fn issued(link_for: LinkFor, email: Email, target: Option<String>, now: Timestamp) -> Self {
        let ttl = now.checked_add(LINK_KEPT).unwrap_or(Timestamp::MAX).as_second();
        Self { link_for, email, target, issued_at: now, spent_at: None, ttl }
    }
}

/// A code that may be typed in the browser that asked, instead of following the link.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct CodeRecord {
    /// SHA-256 of browser nonce and code, in hex.
    pub code_hash: String,
    /// The hash of the link that it stands for.
    pub link_hash: String,
    /// Copy of that link as it was mailed; whether it was spent since is asked when it is spent.
    pub link: LinkRecord,
    /// How many wrong tries are left.
    pub tries_left: u32,
    /// When the table may forget it: Unix seconds.
    pub ttl: i64,
}

impl Record for CodeRecord {
    const ENT: &'static str = "login_code";
}

fn link_key(hash: &str) -> Key {
    Key::new(format!("LINK#{hash}"), "A")
}

fn code_key(browser: &str) -> Key {
    Key::new(format!("CODE#{browser}"), "A")
}

/// The partition of the index that lists the links and codes of a person; of an address while there is no person yet.
fn holder_pk(link: &LinkRecord) -> String {
    match &link.link_for {
        LinkFor::Member { office_id, member_id } => member_partition(*office_id, *member_id),
        LinkFor::Contact { office_id, contact_id } | LinkFor::EmailChange { office_id, contact_id, .. } => {
            contact_partition(*office_id, *contact_id)
        }
        LinkFor::SignUp { .. } => sign_up_pk(&link.email),
    }
}

/// Where the sign-up links of an address are listed.
pub(crate) fn sign_up_pk(email: &Email) -> String {
    format!("LOGIN#{}", email.folded())
}

/// Between which places of the index the codes and links of a holder stand.
pub(crate) const LISTED: (&str, &str) = ("K#", "L#~");

/// Writes a minted link.
pub fn create_link(transaction: &mut Transaction<'_>, hash: &str, link: &LinkRecord) {
    let keys = Keys::new(link_key(hash)).indexed(Index::Gsi1, holder_pk(link), format!("L#{hash}"));
    transaction.put_new("link_exists", &keys, link);
}

/// Writes the code of a browser over an older one.
pub fn set_code(transaction: &mut Transaction<'_>, browser: &str, code: &CodeRecord) {
    let keys =
        Keys::new(code_key(browser)).indexed(Index::Gsi1, holder_pk(&code.link), format!("K#{browser}"));
    transaction.put(&keys, code);
}

/// Reads a link by its token's hash.
///
/// # Errors
/// [`StoreError`]
pub async fn get_link(table: &Table, hash: &str) -> Result<Option<LinkRecord>, StoreError> {
    table.get(&link_key(hash)).await
}

/// Spends a link that was not spent. Refused as `link_spent`.
pub fn spend_link(transaction: &mut Transaction<'_>, hash: &str, now: Timestamp) {
    let update = Update::new(&link_key(hash)).set("spent_at", now).when_exists().when_lacks("spent_at");
    transaction.update("link_spent", update);
}

/// Takes one try from the code of a browser and reads it. `None` if there is none, or no try is left.
///
/// # Errors
/// [`StoreError`]
pub async fn try_code(table: &Table, browser: &str) -> Result<Option<CodeRecord>, StoreError> {
    let update = Update::new(&code_key(browser)).add("tries_left", -1).when_above("tries_left", 0);
    table.update(update).await?.map(from_item).transpose()
}

/// For how many hours a counter is kept, from the beginning of its own.
const COUNTER_KEPT_HOURS: i64 = 2;

/// Something that may happen so often in an hour.
#[derive(Debug, Clone)]
pub struct Limit {
    /// What is counted, such as `address#…`: hashed where it is a person's.
    pub what: String,
    /// How often an hour.
    pub per_hour: u32,
    /// The name of the refusal.
    pub label: &'static str,
}

#[derive(Debug, Serialize, Deserialize)]
struct CounterRecord {
    n: u32,
}

impl Record for CounterRecord {
    const ENT: &'static str = "counter";
}

/// Counts one more in the current hour, refused with the limit's name once it is reached.
pub fn count(transaction: &mut Transaction<'_>, limit: &Limit, now: Timestamp) {
    transaction.update(limit.label, one_more(limit, now));
}

/// Counts one more in the current hour, whatever else happens: `false` once the limit is reached.
///
/// # Errors
/// [`StoreError`]
pub async fn count_alone(table: &Table, limit: &Limit, now: Timestamp) -> Result<bool, StoreError> {
    table.update(one_more(limit, now)).await.map(|counted| counted.is_some())
}

/// What is counted of an office.
#[must_use]
pub fn counted_office(office: OfficeId) -> String {
    format!("office#{}", office.key())
}

/// What is counted of a contact who uploads.
#[must_use]
pub fn counted_uploads(office: OfficeId, contact: ContactId) -> String {
    format!("uploads#{}#{}", office.key(), contact.key())
}

/// What is counted of a contact who sends requests.
#[must_use]
pub fn counted_requests(office: OfficeId, contact: ContactId) -> String {
    format!("requests#{}#{}", office.key(), contact.key())
}

/// What is counted of a contact who wants another address.
#[must_use]
pub fn counted_email_changes(office: OfficeId, contact: ContactId) -> String {
    format!("emails#{}#{}", office.key(), contact.key())
}

/// The counters of something that may still be there: of this hour and those before in which they are kept.
pub(crate) fn counter_keys(what: &str, now: Timestamp) -> Vec<Key> {
    let hour = hour_of(now);
    (0..=COUNTER_KEPT_HOURS).map(|ago| counter_key(what, hour - ago)).collect()
}

fn hour_of(now: Timestamp) -> i64 {
    now.as_second().div_euclid(3_600)
}

fn counter_key(what: &str, hour: i64) -> Key {
    Key::new(format!("RATE#{what}#{hour}"), "A")
}

fn one_more(limit: &Limit, now: Timestamp) -> Update {
    let hour = hour_of(now);
    Update::new(&counter_key(&limit.what, hour))
        .add("n", 1)
        .set("ent", CounterRecord::ENT)
        .set("ttl", (hour + COUNTER_KEPT_HOURS) * 3_600)
        .when_absent_or_below("n", limit.per_hour)
}
