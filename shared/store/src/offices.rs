//! The office, and the public name of its portal.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use sild_domain::{Colour, CompanyName, Language, OfficeId, ReminderRule, ShortText, Slug, TimeZoneName};

use crate::{
    OfficeScope, Record, StoreError, Table, Transaction, Update, Version,
    key::{Index, Key, Keys},
    media::{self, OfficeMedia},
    scope::office_partition,
    templates,
};

/// The hour at which reminders leave unless the office says another one.
pub const REMINDER_HOUR: u8 = 9;

const fn reminder_hour() -> u8 {
    REMINDER_HOUR
}

/// An accounting firm: the tenant.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct OfficeRecord {
    /// Its id.
    pub id: OfficeId,
    /// The firm's name.
    pub name: CompanyName,
    /// The language of its mails where a person has chosen none.
    pub language: Language,
    /// Where its dates and hours are.
    pub time_zone: TimeZoneName,
    /// Whether the client portal is switched on (S1).
    pub portal_is_active: bool,
    /// Rises when all client sessions end at once (S1); a session of an older epoch is none.
    pub portal_epoch: u32,
    /// The portal's address, once one was saved (S3).
    pub slug: Option<Slug>,
    /// The portal's name as clients read it.
    pub portal_name: Option<CompanyName>,
    /// The brand colour (S6).
    pub colour: Colour,
    /// What the login page says below the name.
    pub description: Option<ShortText>,
    /// Its pictures and its welcome video, which saving the settings leaves alone.
    #[serde(flatten)]
    pub media: OfficeMedia,
    /// Whether files of its clients may be sent to be digitised (S59).
    #[serde(default)]
    pub digitisation_is_on: bool,
    /// When contacts are reminded of tasks that say nothing else (S62); never unless told.
    #[serde(default)]
    pub reminders: Option<ReminderRule>,
    /// The full hour of its day at which reminders leave.
    #[serde(default = "reminder_hour")]
    pub reminder_hour: u8,
    /// Signed up at.
    pub created_at: Timestamp,
    /// Rises with each edit of the settings.
    pub v: Version,
}

impl Record for OfficeRecord {
    const ENT: &'static str = "office";
}

impl OfficeRecord {
    /// Whether clients can reach the portal at all: it is active and has an address (S3).
    #[must_use]
    pub const fn portal_is_reachable(&self) -> bool {
        self.portal_is_active && self.slug.is_some()
    }
}

/// Who holds a portal name. A name once held belongs to its office for ever (S5).
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct PortalNameRecord {
    /// The name.
    pub slug: Slug,
    /// The office that holds it.
    pub office_id: OfficeId,
    /// The name that the portal got instead, where it was renamed. It may have been renamed again since: the office says
    /// which name the portal has now.
    pub moved_to: Option<Slug>,
    /// Since when there is no such office any more. The name stays taken, so that old links never lead to somebody else.
    #[serde(default)]
    pub erased_at: Option<Timestamp>,
}

impl Record for PortalNameRecord {
    const ENT: &'static str = "portal_name";
}

pub(crate) fn office_key(office: OfficeId) -> Key {
    Key::new(office_partition(office), "A")
}

/// A name is also listed under its office: that one call finds those it had before.
fn portal_name_keys(name: &PortalNameRecord) -> Keys {
    Keys::new(portal_name_key(&name.slug)).indexed(Index::Gsi1, names_pk(name.office_id), name.slug.as_str())
}

/// Where the names of an office are listed.
pub(crate) fn names_pk(office: OfficeId) -> String {
    format!("{}#S", office_partition(office))
}

fn portal_name_key(slug: &Slug) -> Key {
    Key::new(format!("SLUG#{}", slug.as_str()), "A")
}

/// Reads the office of the scope.
///
/// # Errors
/// [`StoreError`]
pub async fn get(table: &Table, scope: &OfficeScope) -> Result<Option<OfficeRecord>, StoreError> {
    table.get(&office_key(scope.office())).await
}

/// Reads who holds a portal name.
///
/// # Errors
/// [`StoreError`]
pub async fn get_portal_name(table: &Table, slug: &Slug) -> Result<Option<PortalNameRecord>, StoreError> {
    table.get(&portal_name_key(slug)).await
}

/// Reads who holds which of these portal names; those that nobody holds are missing. In no order.
///
/// # Errors
/// [`StoreError`]
pub async fn get_portal_names(table: &Table, slugs: &[Slug]) -> Result<Vec<PortalNameRecord>, StoreError> {
    let keys = slugs.iter().map(portal_name_key).collect::<Vec<_>>();
    if keys.is_empty() { Ok(Vec::new()) } else { table.get_many(&keys).await }
}

/// Reads the public side of an office: what its login page shows. Only for an office that a portal name led to.
///
/// # Errors
/// [`StoreError`]
pub async fn get_named(table: &Table, name: &PortalNameRecord) -> Result<Option<OfficeRecord>, StoreError> {
    table.get(&office_key(name.office_id)).await
}

/// Writes a new office.
pub fn create(transaction: &mut Transaction<'_>, office: &OfficeRecord) {
    transaction.put_new("office_exists", &Keys::new(office_key(office.id)), office);
}

/// Writes the settings of an office if it still has the version that `office` was read with.
pub fn save(transaction: &mut Transaction<'_>, office: &OfficeRecord) {
    transaction.update("version_mismatch", saved(office));
}

/// As [`save`], with one template more that the same transaction writes.
pub fn save_with_template(transaction: &mut Transaction<'_>, office: &OfficeRecord) {
    transaction.update("version_mismatch", saved(office).add(templates::COUNT, 1));
}

fn saved(office: &OfficeRecord) -> Update {
    let keys = Keys::new(office_key(office.id));
    let except = [&["v", "id", "created_at"][..], &media::APART].concat();
    Update::new(&keys.primary).save(&keys, office, &except).at_version(office.v)
}

/// Takes a portal name that nobody holds.
pub fn claim_portal_name(transaction: &mut Transaction<'_>, name: &PortalNameRecord) {
    transaction.put_new("name_taken", &portal_name_keys(name), name);
}

/// Writes over a portal name that the office holds already: the way back to a former name, or onward from it (S5).
pub fn point_portal_name(transaction: &mut Transaction<'_>, name: &PortalNameRecord) {
    let key = portal_name_key(&name.slug);
    let update = Update::new(&key).when_equal("office_id", name.office_id);
    let update = match &name.moved_to {
        Some(slug) => update.set("moved_to", slug),
        None => update.remove("moved_to"),
    };
    transaction.update("name_taken", update);
}
