//! What one step of a bulk opening does: decided without any call, from what was read.

use std::collections::{BTreeMap, BTreeSet};

use sild_domain::{ClientId, TemplateId};
use sild_store::{
    bulk::{SkipReason, Skipped},
    bulk_openings::{BulkOpeningRecord, Progress},
    clients::ClientRecord,
    contacts::{AddressState, ContactClientRecord},
    templates::TemplateRecord,
};

/// How many items of a transaction are left for clients, their contacts, invitations and sample tasks: beside them stand
/// the progress, who was passed over, this row of the outbox and the next one.
const ITEMS_MAX: usize = 96;
/// A step ends after this many were passed over, as they are kept in one item.
const SKIPPED_MAX: usize = 150;
/// How many bytes of sample tasks a step writes: a transaction takes 4 MB.
const SAMPLE_BYTES_MAX: usize = 3_000_000;
/// What a sample task has beside the text of its template, generously.
const SAMPLE_BYTES_BESIDE: usize = 4_000;

/// What is known when a step is planned.
#[derive(Debug)]
pub(super) struct Known<'k> {
    /// The bulk opening as it stands.
    pub(super) opening: &'k BulkOpeningRecord,
    /// The clients whose turn comes, as many as were read.
    pub(super) turn: &'k [ClientId],
    /// Those of them that exist.
    pub(super) clients: &'k BTreeMap<ClientId, ClientRecord>,
    /// The contacts of those that are to be opened, in the order of their ids.
    pub(super) links: &'k BTreeMap<ClientId, Vec<ContactClientRecord>>,
    /// The office's templates.
    pub(super) templates: &'k [TemplateRecord],
    /// Which client got a copy of which.
    pub(super) given: &'k BTreeSet<(ClientId, TemplateId)>,
    /// Whether the office's portal can be reached.
    pub(super) portal_is_reachable: bool,
}

/// One client, or some of its contacts, to open.
#[derive(Debug)]
pub(super) struct Opened<'k> {
    pub(super) client: &'k ClientRecord,
    /// Whether an earlier step opened the client itself.
    pub(super) is_begun: bool,
    /// Whether it is open already, and its contacts are invited again.
    pub(super) is_again: bool,
    pub(super) links: &'k [ContactClientRecord],
    /// Which templates it gets a copy of.
    pub(super) templates: Vec<&'k TemplateRecord>,
}

/// What is done for a contact.
#[derive(Debug, Clone, Copy)]
pub(super) struct Deed {
    /// Whether it gets access.
    pub(super) opens: bool,
    /// Whether it is invited by mail.
    pub(super) invites: bool,
}

impl Deed {
    /// What is done for the contact of this link.
    pub(super) const fn of(opening: &BulkOpeningRecord, link: &ContactClientRecord) -> Self {
        let opens = !(opening.send_again && link.client_is_open);
        let is_reachable = matches!(link.address_state, AddressState::Ok);
        Self { opens, invites: opening.with_invitations && is_reachable && (opens || link.can_enter()) }
    }

    const fn items(self) -> usize {
        self.opens as usize + self.invites as usize
    }
}

/// What a step does.
#[derive(Debug, Default)]
pub(super) struct Step<'k> {
    pub(super) opened: Vec<Opened<'k>>,
    pub(super) progress: Progress,
    items: usize,
    sample_bytes: usize,
}

/// Takes clients in order for as long as they fit into one transaction. A client that does not fit even alone is begun,
/// and the next step goes on after the last contact done.
pub(super) fn plan<'k>(known: &Known<'k>) -> Step<'k> {
    let mut step = Step::default();
    for (index, id) in known.turn.iter().enumerate() {
        let is_begun = index == 0 && known.opening.after.is_some();
        if step.progress.skipped.len() >= SKIPPED_MAX || !take(known, &mut step, *id, is_begun) {
            break;
        }
        step.progress.done = step.progress.done.saturating_add(1);
    }
    step
}

/// Does one client; `false` if it is not done with this step.
fn take<'k>(known: &Known<'k>, step: &mut Step<'k>, id: ClientId, is_begun: bool) -> bool {
    let Some(client) = known.clients.get(&id) else {
        step.skip(id, None, None, SkipReason::NotFound);
        return true;
    };
    let all = known.links.get(&id).map_or(&[][..], Vec::as_slice);
    if is_begun {
        // Closed again before it was opened for everybody: that was meant.
        return !client.portal_is_open || step.open(known, client, rest_of(all, known.opening), true);
    }
    if client.archived_at.is_some() {
        step.skip(id, Some(client), None, SkipReason::Archived);
    } else if client.portal_is_open && !known.opening.send_again {
        step.progress.already_open = step.progress.already_open.saturating_add(1);
    } else if !known.portal_is_reachable {
        step.skip(id, Some(client), None, SkipReason::PortalInactive);
    } else if all.is_empty() {
        step.skip(id, Some(client), None, SkipReason::NoContacts);
    } else if all.iter().any(|link| passed_over(known.opening, link).is_none()) {
        return step.open(known, client, all, false);
    } else {
        step.skip_others(known.opening, client, all);
    }
    true
}

/// Why nothing is done for a contact; `None` where something is.
const fn passed_over(opening: &BulkOpeningRecord, link: &ContactClientRecord) -> Option<SkipReason> {
    let deed = Deed::of(opening, link);
    match link.address_state {
        AddressState::Bounced => Some(SkipReason::Bounced),
        AddressState::Complained => Some(SkipReason::Complained),
        AddressState::Ok if deed.opens || deed.invites => None,
        AddressState::Ok => Some(SkipReason::NoAccess),
    }
}

/// The contacts of a client that was begun, behind the last one done.
fn rest_of<'k>(all: &'k [ContactClientRecord], opening: &BulkOpeningRecord) -> &'k [ContactClientRecord] {
    let done = all.partition_point(|link| opening.after.is_some_and(|after| link.contact_id <= after));
    all.get(done..).unwrap_or_default()
}

impl<'k> Step<'k> {
    /// Opens a client for these contacts, or invites them again, or as many as fit; `false` if some are left or it has to
    /// wait.
    fn open(
        &mut self,
        known: &Known<'k>,
        client: &'k ClientRecord,
        links: &'k [ContactClientRecord],
        is_begun: bool,
    ) -> bool {
        let deed_of = |link: &ContactClientRecord| Deed::of(known.opening, link);
        let is_again = client.portal_is_open && !is_begun;
        let gives = known.opening.with_invitations && !is_begun && !is_again;
        let templates = if gives { not_given(known, client.id) } else { Vec::new() };
        // The client and that its places in lists move, and for each template the task and that it was given.
        let own = if is_begun { 1 } else { 2 + 2 * templates.len() };
        let room = ITEMS_MAX.saturating_sub(self.items).saturating_sub(own);
        let fitting = how_many_fit(links.iter().map(|link| deed_of(link).items()), room);
        let is_whole = fitting == links.len();
        let sample_bytes = self.sample_bytes + templates.iter().map(|one| sample_bytes(one)).sum::<usize>();
        if self.items > 0 && (!is_whole || sample_bytes > SAMPLE_BYTES_MAX) {
            return false;
        }
        self.sample_bytes = sample_bytes;
        let now = links.get(..fitting).unwrap_or_default();
        self.items += own + now.iter().map(|link| deed_of(link).items()).sum::<usize>();
        let mails = now.iter().filter(|link| deed_of(link).invites).count();
        self.progress.invited =
            self.progress.invited.saturating_add(u32::try_from(mails).unwrap_or(u32::MAX));
        if is_again {
            self.progress.already_open = self.progress.already_open.saturating_add(1);
        } else if !is_begun {
            self.progress.opened = self.progress.opened.saturating_add(1);
        }
        if !is_whole {
            self.progress.after = now.last().map(|link| link.contact_id);
        }
        self.skip_others(known.opening, client, now);
        self.opened.push(Opened { client, is_begun, is_again, links: now, templates });
        is_whole
    }

    /// Names the contacts for whom nothing is done.
    fn skip_others(
        &mut self,
        opening: &BulkOpeningRecord,
        client: &ClientRecord,
        links: &[ContactClientRecord],
    ) {
        for link in links {
            if let Some(reason) = passed_over(opening, link) {
                self.skip(client.id, Some(client), Some(link), reason);
            }
        }
    }

    fn skip(
        &mut self,
        client_id: ClientId,
        client: Option<&ClientRecord>,
        contact: Option<&ContactClientRecord>,
        reason: SkipReason,
    ) {
        self.progress.skipped.push(Skipped {
            client_id,
            client_name: client.map(|client| client.name.clone()),
            contact_id: contact.map(|link| link.contact_id),
            contact_name: contact.map(|link| link.contact_name.clone()),
            reason,
        });
    }
}

fn sample_bytes(template: &TemplateRecord) -> usize {
    let lines = template.checklist.iter().map(|line| line.as_str().len()).sum::<usize>();
    SAMPLE_BYTES_BESIDE + template.title.as_str().len() + template.description.as_str().len() + lines
}

fn not_given<'k>(known: &Known<'k>, client: ClientId) -> Vec<&'k TemplateRecord> {
    known.templates.iter().filter(|template| !known.given.contains(&(client, template.id))).collect()
}

fn how_many_fit(items: impl Iterator<Item = usize>, room: usize) -> usize {
    let mut used = 0;
    items
        .take_while(|item| {
            used += item;
            used <= room
        })
        .count()
}

#[cfg(test)]
#[path = "plan_tests.rs"]
mod tests;
