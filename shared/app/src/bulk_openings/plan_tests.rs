use jiff::Timestamp;
use proptest::prelude::*;
use sild_domain::{BulkOpeningId, CompanyName, ContactId, Description, Email, MemberId, PersonName, Title};

use super::*;
use sild_store::bulk::{BulkRun as _, Selection};

/// Clients whose contacts have these address states, and what is needed to plan.
struct Scene {
    turn: Vec<ClientId>,
    opening: BulkOpeningRecord,
    clients: BTreeMap<ClientId, ClientRecord>,
    links: BTreeMap<ClientId, Vec<ContactClientRecord>>,
    templates: Vec<TemplateRecord>,
    given: BTreeSet<(ClientId, TemplateId)>,
    portal_is_reachable: bool,
}

fn start() -> Timestamp {
    "2026-03-02T08:00:00Z".parse().unwrap()
}

fn client_id(number: usize) -> ClientId {
    ClientId::new(start(), [u8::try_from(number).unwrap(); 10])
}

fn contact_id(number: usize) -> ContactId {
    let [high, low] = u16::try_from(number).unwrap().to_be_bytes();
    ContactId::new(start(), [0, 0, 0, 0, 0, 0, 0, 0, high, low])
}

impl Scene {
    fn new(contacts: &[&[AddressState]], with_invitations: bool, templates: usize) -> Self {
        let turn = (0..contacts.len()).map(client_id).collect::<Vec<_>>();
        let mut scene = Self {
            turn: turn.clone(),
            opening: BulkOpeningRecord {
                id: BulkOpeningId::new(start(), [0; 10]),
                started_by: MemberId::new(start(), [0; 10]),
                missing: 0,
                selection: Selection::of_these(&turn),
                with_invitations,
                send_again: false,
                done: 0,
                after: None,
                opened: 0,
                already_open: 0,
                invited: 0,
                started_at: start(),
                ttl: 0,
            },
            clients: BTreeMap::new(),
            links: BTreeMap::new(),
            templates: (0..templates).map(template).collect(),
            given: BTreeSet::new(),
            portal_is_reachable: true,
        };
        for (number, states) in contacts.iter().enumerate() {
            let client = client(number, states.len());
            let links = states
                .iter()
                .enumerate()
                .map(|(index, state)| link(&client, number * 100 + index, *state))
                .collect();
            scene.links.insert(client.id, links);
            scene.clients.insert(client.id, client);
        }
        scene
    }

    /// Clients that are open with those of their contacts that work, all of them to be invited again.
    fn again(contacts: &[&[AddressState]]) -> Self {
        let mut scene = Self::new(contacts, true, 3);
        scene.opening.send_again = true;
        for client in scene.clients.values_mut() {
            client.portal_is_open = true;
        }
        for link in scene.links.values_mut().flatten() {
            (link.client_is_open, link.has_access) = (true, true);
        }
        scene
    }

    fn plan(&self) -> Step<'_> {
        let done = usize::try_from(self.opening.done).unwrap();
        plan(&Known {
            opening: &self.opening,
            turn: &self.turn[done..],
            clients: &self.clients,
            links: &self.links,
            templates: &self.templates,
            given: &self.given,
            portal_is_reachable: self.portal_is_reachable,
        })
    }

    /// Carries a step out on what is known.
    fn apply(&mut self, progress: &Progress, opened: &[ClientId]) {
        for client in opened {
            self.clients.get_mut(client).unwrap().portal_is_open = true;
        }
        self.opening.done += progress.done;
        self.opening.after = progress.after;
        self.opening.opened += progress.opened;
        self.opening.already_open += progress.already_open;
        self.opening.invited += progress.invited;
    }
}

fn client(number: usize, contacts: usize) -> ClientRecord {
    ClientRecord {
        id: client_id(number),
        name: CompanyName::parse(&format!("Client {number}")).unwrap(),
        registry_code: None,
        documents_url: None,
        digitisation_email: None,
        responsible: Vec::new(),
        added: Vec::new(),
        portal_is_open: false,
        invited_at: None,
        last_seen_at: None,
        contact_count: i64::try_from(contacts).unwrap(),
        contacts: BTreeMap::new(),
        open_count: 0,
        waiting_count: 0,
        earliest_due: None,
        archived_at: None,
        created_at: start(),
        v: 1,
    }
}

fn link(client: &ClientRecord, number: usize, address_state: AddressState) -> ContactClientRecord {
    ContactClientRecord {
        contact_id: contact_id(number),
        client_id: client.id,
        client_name: client.name.clone(),
        client_is_open: false,
        has_access: false,
        contact_name: PersonName::parse(&format!("Contact {number}")).unwrap(),
        email: Email::parse(&format!("contact{number}@client.example")).unwrap(),
        address_state,
        contact_is_archived: false,
    }
}

fn template(number: usize) -> TemplateRecord {
    TemplateRecord {
        id: TemplateId::new(start(), [u8::try_from(number).unwrap(); 10]),
        title: Title::parse("Sample").unwrap(),
        description: Description::empty(),
        checklist: Vec::new(),
        client_may_tick: true,
        created_at: start(),
        v: 1,
    }
}

const OK: AddressState = AddressState::Ok;
const BOUNCED: AddressState = AddressState::Bounced;

#[test]
fn every_contact_with_a_working_address_is_invited_and_the_others_are_named() {
    let scene = Scene::new(&[&[OK, BOUNCED], &[OK]], true, 1);
    let step = scene.plan();
    assert_eq!((step.progress.done, step.progress.opened, step.progress.invited), (2, 2, 2));
    assert_eq!(step.progress.skipped.len(), 1);
    assert_eq!(step.progress.skipped[0].reason, SkipReason::Bounced);
    assert_eq!(step.progress.skipped[0].contact_name.as_ref().unwrap().as_str(), "Contact 1");
    assert!(step.opened.iter().all(|opened| opened.templates.len() == 1));
}

#[test]
fn a_client_without_anybody_to_open_for_stays_closed() {
    let mut scene = Scene::new(&[&[], &[BOUNCED, AddressState::Complained], &[OK]], true, 1);
    scene.turn.push(client_id(9));
    let step = scene.plan();
    assert_eq!(step.opened.iter().map(|opened| opened.client.id).collect::<Vec<_>>(), [client_id(2)]);
    let reasons = step.progress.skipped.iter().map(|skipped| skipped.reason).collect::<Vec<_>>();
    assert_eq!(
        reasons,
        [SkipReason::NoContacts, SkipReason::Bounced, SkipReason::Complained, SkipReason::NotFound]
    );
    assert_eq!(step.progress.done, 4);
}

#[test]
fn an_open_client_is_left_alone() {
    let mut scene = Scene::new(&[&[OK]], true, 1);
    scene.clients.get_mut(&client_id(0)).unwrap().portal_is_open = true;
    let step = scene.plan();
    assert!(step.opened.is_empty());
    assert_eq!((step.progress.done, step.progress.already_open, step.progress.invited), (1, 1, 0));
}

#[test]
fn whoever_can_enter_an_open_client_is_invited_again_and_nothing_else_happens_to_it() {
    // S21
    let mut scene = Scene::again(&[&[OK, BOUNCED, OK], &[BOUNCED], &[]]);
    scene.links.get_mut(&client_id(0)).unwrap()[2].has_access = false;
    let step = scene.plan();
    let [opened] = step.opened.as_slice() else { panic!("{:?}", step.opened) };
    assert!(opened.is_again && opened.templates.is_empty());
    assert!(opened.links.iter().all(|link| !Deed::of(&scene.opening, link).opens));
    assert_eq!((step.progress.done, step.progress.opened, step.progress.already_open), (3, 0, 1));
    assert_eq!(step.progress.invited, 1);
    let reasons = step.progress.skipped.iter().map(|skipped| skipped.reason).collect::<Vec<_>>();
    assert_eq!(
        reasons,
        [SkipReason::Bounced, SkipReason::NoAccess, SkipReason::Bounced, SkipReason::NoContacts]
    );
}

#[test]
fn an_open_client_whose_contacts_do_not_fit_is_invited_again_in_two_steps() {
    let contacts = [OK; 97];
    let mut scene = Scene::again(&[&contacts, &[OK]]);
    let mut steps = 0;
    let mut invited = Vec::new();
    while !scene.opening.is_finished() {
        let step = scene.plan();
        let links = step.opened.iter().flat_map(|opened| opened.links);
        let mailed = links.filter(|link| Deed::of(&scene.opening, link).invites);
        invited.extend(mailed.map(|link| link.contact_id));
        let progress = step.progress.clone();
        scene.apply(&progress, &[]);
        steps += 1;
    }
    assert_eq!(steps, 2);
    assert_eq!(invited, (0..97).chain([100]).map(contact_id).collect::<Vec<_>>()[..]);
}

#[test]
fn a_client_gets_each_template_once_and_none_in_silence() {
    let mut scene = Scene::new(&[&[OK]], true, 3);
    scene.given.insert((client_id(0), scene.templates[1].id));
    let ids =
        |step: &Step<'_>| step.opened[0].templates.iter().map(|template| template.id).collect::<Vec<_>>();
    assert_eq!(ids(&scene.plan()), [scene.templates[0].id, scene.templates[2].id]);
    scene.opening.with_invitations = false;
    assert!(ids(&scene.plan()).is_empty());
    assert_eq!(scene.plan().progress.invited, 0);
}

#[test]
fn nothing_is_opened_once_the_portal_is_inactive() {
    let mut scene = Scene::new(&[&[OK], &[OK]], true, 1);
    scene.portal_is_reachable = false;
    let step = scene.plan();
    assert!(step.opened.is_empty());
    assert!(step.progress.skipped.iter().all(|skipped| skipped.reason == SkipReason::PortalInactive));
    assert_eq!(step.progress.done, 2);
}

#[test]
fn a_client_closed_again_midway_is_not_opened_further() {
    let contacts = [OK; 80];
    let mut scene = Scene::new(&[&contacts], true, 1);
    let step = scene.plan();
    assert_eq!((step.progress.done, step.progress.opened), (0, 1));
    let progress = step.progress.clone();
    scene.apply(&progress, &[]);
    let step = scene.plan();
    assert!(step.opened.is_empty());
    assert_eq!((step.progress.done, step.progress.invited), (1, 0));
}

proptest! {
    #[test]
    fn steps_fit_into_transactions_and_reach_every_contact_once(
        clients in prop::collection::vec(prop::collection::vec(prop::bool::weighted(0.9), 0..90), 1..12),
        with_invitations: bool,
        templates in 0_usize..20,
    ) {
        let states = clients
            .iter()
            .map(|contacts| contacts.iter().map(|ok| if *ok { OK } else { BOUNCED }).collect::<Vec<_>>())
            .collect::<Vec<_>>();
        let states = states.iter().map(Vec::as_slice).collect::<Vec<_>>();
        let mut scene = Scene::new(&states, with_invitations, templates);
        let mut reached = Vec::new();
        let mut steps = 0;
        while !scene.opening.is_finished() {
            steps += 1;
            prop_assert!(steps < 100, "it does not end");
            let step = scene.plan();
            let items = step.opened.iter().map(|opened| {
                let deeds = opened.links.iter().map(|link| Deed::of(&scene.opening, link).items());
                let links = deeds.sum::<usize>();
                1 + 2 * opened.templates.len() + links
            });
            prop_assert!(items.sum::<usize>() <= ITEMS_MAX);
            reached.extend(step.opened.iter().flat_map(|opened| opened.links).map(|link| link.contact_id));
            let opened = step.opened.iter().map(|opened| opened.client.id).collect::<Vec<_>>();
            let progress = step.progress.clone();
            scene.apply(&progress, &opened);
        }
        let openable = states.iter().enumerate().filter(|(_, states)| states.contains(&OK));
        let expected = openable.clone().flat_map(|(number, states)| {
            (0..states.len()).map(move |index| contact_id(number * 100 + index))
        });
        prop_assert_eq!(reached, expected.collect::<Vec<_>>());
        prop_assert_eq!(usize::try_from(scene.opening.opened).unwrap(), openable.count());
        let working = states.iter().flat_map(|states| states.iter()).filter(|state| **state == OK).count();
        let invited = if with_invitations { working } else { 0 };
        prop_assert_eq!(usize::try_from(scene.opening.invited).unwrap(), invited);
    }
}

#[test]
fn clients_whose_samples_are_long_are_opened_one_after_the_other() {
    let long = |number: usize| {
        let line = sild_domain::ShortText::parse(&"\u{10400}".repeat(500)).unwrap();
        TemplateRecord {
            description: Description::parse(&"\u{10400}".repeat(20_000)).unwrap(),
            checklist: vec![line; 20],
            ..template(number)
        }
    };
    let mut scene = Scene::new(&[&[OK], &[OK]], true, 0);
    scene.templates = (0..12).map(long).collect();
    assert_eq!(scene.plan().opened.len(), 2, "3 MB");
    scene.templates.push(long(12));
    assert_eq!(scene.plan().opened.len(), 1);
}
