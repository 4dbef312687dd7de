//! Bulk openings as members see them.

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use sild_domain::{BulkOpeningId, ClientId, ContactId};
use sild_store::{
    bulk::{BulkRun as _, Skipped},
    bulk_openings::BulkOpeningRecord,
    contacts::{AddressState, ContactClientRecord},
};
use utoipa::ToSchema;

use crate::bulk::{BulkState, SkippedEntry};

/// A bulk opening and how far it is.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct BulkOpening {
    /// Its id.
    pub id: BulkOpeningId,
    /// Whether it goes on.
    pub state: BulkState,
    /// Whether contacts are invited by mail (S17).
    pub with_invitations: bool,
    /// Whether the contacts of clients that were open before are invited again (S21).
    pub send_again: bool,
    /// How many clients it was asked to open.
    pub total: u32,
    /// How many it opened.
    pub opened: u32,
    /// How many were open before; without `send_again` nothing is repeated for them (S21).
    pub already_open: u32,
    /// How many invitations it has asked for.
    pub invited: u32,
    /// Who was passed over, and why (S18).
    pub skipped: Vec<SkippedEntry>,
    /// By when the last invitation should have left (S19); `null` where nobody is invited.
    #[schema(value_type = Option<String>, format = DateTime)]
    pub expected_end: Option<Timestamp>,
}

impl BulkOpening {
    /// A bulk opening with those passed over that the caller may see.
    pub(super) fn of(opening: &BulkOpeningRecord, skipped: &[Skipped], mails_per_second: u32) -> Self {
        Self {
            id: opening.id,
            state: BulkState::of(opening.is_finished()),
            with_invitations: opening.with_invitations,
            send_again: opening.send_again,
            total: opening.total(),
            opened: opening.opened,
            already_open: opening.already_open,
            invited: opening.invited,
            skipped: skipped.iter().map(SkippedEntry::of).collect(),
            expected_end: expected_end(opening, mails_per_second),
        }
    }
}

/// Clients that had no turn yet are counted with as many contacts as those before them had, and at least one.
fn expected_end(opening: &BulkOpeningRecord, mails_per_second: u32) -> Option<Timestamp> {
    let clients_left = opening.selection.count.saturating_sub(opening.done);
    let again = if opening.send_again { opening.already_open } else { 0 };
    let contacts_each = opening.invited.div_ceil(opening.opened.saturating_add(again).max(1)).max(1);
    let mails = opening.invited.saturating_add(clients_left.saturating_mul(contacts_each));
    if !opening.with_invitations || mails == 0 {
        return None;
    }
    let seconds = i64::from(mails.div_ceil(mails_per_second.max(1)));
    opening.started_at.checked_add(SignedDuration::from_secs(seconds)).ok()
}

/// What a bulk opening would do.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct BulkPreview {
    /// How many clients are meant; one that does not exist is not counted.
    pub client_count: u32,
    /// The clients, as a list of them begins; 100 at most.
    #[schema(max_items = 100)]
    pub clients: Vec<PreviewedClient>,
    /// How many contacts would be invited; with more clients than are shown at most so many, as those of the others are counted
    /// without a look at their addresses.
    pub invitation_count: u32,
    /// In how many minutes the last invitation would have left (S19).
    pub expected_minutes: u32,
    /// How many contacts would be invited with `send_again`: those of clients that are open already among them.
    pub again_invitation_count: u32,
    /// In how many minutes the last invitation would have left then.
    pub again_expected_minutes: u32,
}

/// A client in a preview.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct PreviewedClient {
    /// Its id.
    pub id: ClientId,
    /// Its name.
    pub name: String,
    /// Whether it is open, so that nothing happens to it unless invitations are sent again.
    pub already_open: bool,
    /// Its contacts, by name.
    pub contacts: Vec<PreviewedContact>,
}

/// A contact in a preview.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct PreviewedContact {
    /// Their id.
    pub id: ContactId,
    /// Their name.
    pub name: String,
    /// Their address.
    pub email: String,
    /// Why they would be passed over; `null` if they get access, or can be invited again where the client is open.
    pub reason: Option<PassedOver>,
}

/// Why a contact is passed over.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum PassedOver {
    /// The address bounced.
    Bounced,
    /// The person called our mail spam.
    Complained,
    /// They have no access to the client's portal, which is open already.
    NoAccess,
}

impl PassedOver {
    pub(super) const fn of(link: &ContactClientRecord) -> Option<Self> {
        match link.address_state {
            AddressState::Bounced => Some(Self::Bounced),
            AddressState::Complained => Some(Self::Complained),
            AddressState::Ok if link.client_is_open && !link.can_enter() => Some(Self::NoAccess),
            AddressState::Ok => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use sild_domain::MemberId;
    use sild_store::bulk::Selection;

    use super::*;

    fn opening(done: u32, opened: u32, invited: u32) -> BulkOpeningRecord {
        let start = "2026-03-02T08:00:00Z".parse().unwrap();
        let client = |number: u8| ClientId::new(start, [number; 10]);
        BulkOpeningRecord {
            id: BulkOpeningId::new(start, [0; 10]),
            started_by: MemberId::new(start, [0; 10]),
            missing: 0,
            selection: Selection::of_these(&(0..100).map(client).collect::<Vec<_>>()),
            with_invitations: true,
            send_again: false,
            done,
            after: None,
            opened,
            already_open: 0,
            invited,
            started_at: start,
            ttl: 0,
        }
    }

    fn end(opening: &BulkOpeningRecord) -> String {
        expected_end(opening, 14).map(|at| at.to_string()).unwrap_or_default()
    }

    #[test]
    fn the_end_is_expected_by_the_contacts_of_the_clients_so_far() {
        assert_eq!(end(&opening(0, 0, 0)), "2026-03-02T08:00:08Z");
        assert_eq!(end(&opening(50, 50, 100)), "2026-03-02T08:00:15Z");
        assert_eq!(end(&opening(100, 90, 140)), "2026-03-02T08:00:10Z");
        let again = BulkOpeningRecord { send_again: true, already_open: 50, ..opening(50, 0, 100) };
        assert_eq!(end(&again), "2026-03-02T08:00:15Z");
    }

    #[test]
    fn without_invitations_nothing_is_waited_for() {
        assert_eq!(end(&BulkOpeningRecord { with_invitations: false, ..opening(0, 0, 0) }), "");
        assert_eq!(end(&opening(100, 0, 0)), "");
    }
}
