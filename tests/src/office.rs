//! An office with its people, written through the store: what a test stands on, not what it tests.

use std::collections::BTreeMap;

use serde_json::json;
use sild_app::secrets;
use sild_domain::{
    ClientId, ClientRelation, Colour, CompanyName, ContactId, Email, Language, MemberId, OfficeId,
    PersonName, Role, Slug, SwitchedOff, TimeZoneName,
};
use sild_http::{cookie, session};
use sild_store::{
    OfficeScope,
    clients::{self, ClientRecord, NamedMember},
    contacts::{self, AddressState, ContactClientRecord, ContactRecord},
    media::OfficeMedia,
    members::{self, MemberClientRecord, MemberRecord},
    offices::{self, OfficeRecord, PortalNameRecord},
    sessions::{self, SessionRecord},
};

use crate::{browser::Browser, world::World};

/// An office of the world.
#[derive(Clone)]
pub struct Office {
    /// Where it is.
    pub world: World,
    /// Its id.
    pub id: OfficeId,
    /// Its portal's name.
    pub slug: String,
    owner: Person,
}

/// Somebody with a browser in which they are signed in.
#[derive(Clone)]
pub struct Person {
    /// Where they are.
    world: World,
    /// Whose they are.
    pub office: OfficeId,
    /// A `mem_…` or `con_…` id.
    pub id: String,
    /// Their address.
    pub email: String,
    /// Their browser.
    pub browser: Browser,
}

impl std::ops::Deref for Person {
    type Target = Browser;

    fn deref(&self) -> &Browser {
        &self.browser
    }
}

impl Office {
    pub(crate) async fn found(world: &World, name: &str, slug: &str) -> Self {
        let cx = &world.cx;
        let now = cx.now();
        let slug_claimed = Slug::parse(slug).unwrap();
        let office = OfficeRecord {
            id: OfficeId::new(now, cx.random()),
            name: CompanyName::parse(name).unwrap(),
            language: Language::En,
            time_zone: TimeZoneName::parse("Europe/Tallinn").unwrap(),
            portal_is_active: true,
            portal_epoch: 0,
            slug: Some(slug_claimed.clone()),
            portal_name: Some(CompanyName::parse(name).unwrap()),
            colour: Colour::DEFAULT_BRAND,
            description: None,
            media: OfficeMedia::default(),
            digitisation_is_on: false,
            reminders: None,
            reminder_hour: offices::REMINDER_HOUR,
            created_at: now,
            v: 1,
        };
        let mut transaction = cx.table.transaction();
        offices::create(&mut transaction, &office);
        let claim =
            PortalNameRecord { slug: slug_claimed, office_id: office.id, moved_to: None, erased_at: None };
        offices::claim_portal_name(&mut transaction, &claim);
        transaction.commit().await.unwrap();
        let owner =
            new_member(world, office.id, "Olivia Owner", &format!("owner@{slug}.example"), Role::Owner).await;
        Self { world: world.clone(), id: office.id, slug: slug.to_owned(), owner }
    }

    /// An office as people make one: its owner follows the link of the sign-up and sets the portal up.
    pub async fn sign_up(world: &World, name: &str, slug: &str) -> Self {
        Self::sign_up_in(world, name, slug, "Europe/Tallinn").await
    }

    /// As [`Office::sign_up`], in a time zone.
    pub async fn sign_up_in(world: &World, name: &str, slug: &str, time_zone: &str) -> Self {
        let (browser, email) = (world.browser(), format!("owner@{slug}.example"));
        let sign_up = json!({
            "office_name": name, "person_name": "Olivia Owner", "email": email, "language": "en",
            "time_zone": time_zone,
        });
        browser.post("/api/offices", sign_up).await.expect(202);
        world.settle().await;
        let mail = world.mails_to(&email).pop().unwrap();
        let token = mail.text.split("#t=").nth(1).unwrap().split_whitespace().next().unwrap();
        let redeemed = browser.post("/api/login/redeem", json!({ "token": token })).await.expect(200);
        let id = redeemed["office_id"].as_str().unwrap().parse().unwrap();
        browser.post("/api/office/portal/activate", json!({})).await.expect(200);
        let settings = json!({ "slug": slug, "name": name });
        browser.if_match(2).put("/api/office/portal", settings).await.expect(200);
        let session = browser.get("/api/office/session").await.expect(200);
        let member = session["member"]["id"].as_str().unwrap().to_owned();
        let owner = Person { world: world.clone(), office: id, id: member, email, browser };
        Self { world: world.clone(), id, slug: slug.to_owned(), owner }
    }

    /// The same office in a copy of its world.
    pub(crate) fn moved_to(&self, world: &World) -> Self {
        let owner = Person {
            world: world.clone(),
            browser: world.browser_like(&self.owner.browser),
            ..self.owner.clone()
        };
        Self { world: world.clone(), owner, ..self.clone() }
    }

    /// The owner, signed in.
    #[must_use]
    pub fn owner(&self) -> Person {
        self.owner.clone()
    }

    /// The scope of a job, for arranging and for looking into the table.
    #[must_use]
    pub fn scope(&self) -> OfficeScope {
        OfficeScope::for_job(self.id)
    }

    /// The host of its portal.
    #[must_use]
    pub fn portal_host(&self) -> String {
        format!("{}.localhost", self.slug)
    }

    /// A member more, signed in; a plain one works with no client yet.
    pub async fn member(&self, name: &str, role: Role) -> Person {
        let address = format!("{}@{}.example", name.to_lowercase().replace(' ', "."), self.slug);
        new_member(&self.world, self.id, name, &address, role).await
    }

    /// A client whose portal is open, for whom the owner answers.
    pub async fn client(&self, name: &str) -> ClientId {
        self.client_with_portal(name, true).await
    }

    /// A client whose portal is closed.
    pub async fn closed_client(&self, name: &str) -> ClientId {
        self.client_with_portal(name, false).await
    }

    async fn client_with_portal(&self, name: &str, portal_is_open: bool) -> ClientId {
        let cx = &self.world.cx;
        let now = cx.now();
        let owner = NamedMember {
            id: self.owner.id.parse().unwrap(),
            name: PersonName::parse("Olivia Owner").unwrap(),
        };
        let client = ClientRecord {
            id: ClientId::new(now, cx.random()),
            name: CompanyName::parse(name).unwrap(),
            registry_code: None,
            documents_url: None,
            digitisation_email: None,
            responsible: vec![owner.clone()],
            added: Vec::new(),
            portal_is_open,
            invited_at: None,
            last_seen_at: None,
            contact_count: 0,
            contacts: BTreeMap::new(),
            open_count: 0,
            waiting_count: 0,
            earliest_due: None,
            archived_at: None,
            created_at: now,
            v: 1,
        };
        let mut transaction = cx.table.transaction();
        clients::create(&mut transaction, &self.scope(), &client);
        let relation = MemberClientRecord {
            member_id: owner.id,
            member_name: owner.name,
            client_id: client.id,
            relation: ClientRelation::Responsible,
        };
        members::relate(&mut transaction, &self.scope(), &relation, &client);
        transaction.commit().await.unwrap();
        client.id
    }

    /// A contact of a client with access, signed in at the office's portal.
    pub async fn contact(&self, client: ClientId, email: &str) -> Person {
        let contact = self.contact_without_session(client, email, true).await;
        self.sign_in_contact(contact, email).await
    }

    /// A contact of a client, not signed in.
    pub async fn contact_without_session(
        &self,
        client: ClientId,
        email: &str,
        has_access: bool,
    ) -> ContactId {
        let cx = &self.world.cx;
        let now = cx.now();
        let address = Email::parse(email).unwrap();
        let local = email.split('@').next().unwrap();
        let contact = ContactRecord {
            id: ContactId::new(now, cx.random()),
            name: PersonName::parse(local).unwrap(),
            email: address,
            phone: None,
            language: Language::En,
            address_state: AddressState::Ok,
            switched_off: SwitchedOff::default(),
            mail_key: None,
            welcome_seen_at: None,
            last_seen_at: None,
            client_count: 0,
            archived_at: None,
            changes: Vec::new(),
            email_change: None,
            created_at: now,
            erased_at: None,
            v: 1,
        };
        let mut transaction = cx.table.transaction();
        contacts::create(&mut transaction, &self.scope(), &contact);
        transaction.commit().await.unwrap();
        self.add_contact_to(contact.id, client, has_access).await;
        contact.id
    }

    /// A contact at one client more.
    pub async fn add_contact_to(&self, contact: ContactId, client: ClientId, has_access: bool) {
        let cx = &self.world.cx;
        let contact = contacts::get(&cx.table, &self.scope(), contact).await.unwrap().unwrap();
        let client = clients::get(&cx.table, &self.scope(), client).await.unwrap().unwrap();
        let link = ContactClientRecord {
            contact_id: contact.id,
            client_id: client.id,
            client_name: client.name.clone(),
            client_is_open: client.portal_is_open,
            has_access,
            contact_name: contact.name.clone(),
            email: contact.email.clone(),
            address_state: contact.address_state,
            contact_is_archived: false,
        };
        let mut transaction = cx.table.transaction();
        contacts::link(&mut transaction, &self.scope(), &link);
        contacts::count_client(&mut transaction, &self.scope(), &contact);
        clients::add_contact(&mut transaction, &self.scope(), &client, &contact);
        transaction.commit().await.unwrap();
    }

    /// Signs a contact in.
    pub async fn sign_in_contact(&self, contact: ContactId, email: &str) -> Person {
        let cx = &self.world.cx;
        let office = offices::get(&cx.table, &self.scope()).await.unwrap().unwrap();
        let secret = secrets::mint(cx);
        let session = SessionRecord::starting(secrets::hash(&[&secret]), cx.now(), Some(office.portal_epoch));
        let mut transaction = cx.table.transaction();
        sessions::start_for_contact(&mut transaction, self.id, contact, &session);
        transaction.commit().await.unwrap();
        let browser = self.world.browser().at(&self.portal_host());
        browser.set_cookie(
            &cookie::portal_cookie(self.id),
            &session::contact_cookie_value(self.id, contact, &secret),
        );
        Person {
            world: self.world.clone(),
            office: self.id,
            id: contact.to_string(),
            email: email.to_owned(),
            browser,
        }
    }
}

impl Person {
    /// Adds a plain member to a client.
    pub async fn add_to(&self, client: ClientId) {
        self.relate(client, ClientRelation::Added).await;
    }

    /// Makes a member responsible for a client, in the relation and on the client's row.
    pub async fn answer_for(&self, client: ClientId) {
        self.relate(client, ClientRelation::Responsible).await;
    }

    async fn relate(&self, client: ClientId, relation: ClientRelation) {
        let cx = &self.world.cx;
        let scope = OfficeScope::for_job(self.office);
        let member_id: MemberId = self.id.parse().unwrap();
        let member = members::get(&cx.table, &scope, member_id).await.unwrap().unwrap();
        let before = clients::get(&cx.table, &scope, client).await.unwrap().unwrap();
        let mut after = before.clone();
        let named = NamedMember { id: member.id, name: member.name.clone() };
        match relation {
            ClientRelation::Responsible => after.responsible.push(named),
            ClientRelation::Added => after.added.push(named),
        }
        let relation =
            MemberClientRecord { member_id, member_name: member.name, client_id: client, relation };
        let mut transaction = cx.table.transaction();
        members::relate(&mut transaction, &scope, &relation, &after);
        clients::save(&mut transaction, &scope, &before, &after);
        transaction.commit().await.unwrap();
    }
}

async fn new_member(world: &World, office: OfficeId, name: &str, email: &str, role: Role) -> Person {
    let cx = &world.cx;
    let now = cx.now();
    let member = MemberRecord {
        id: MemberId::new(now, cx.random()),
        name: PersonName::parse(name).unwrap(),
        email: Email::parse(email).unwrap(),
        role,
        language: Language::En,
        is_active: true,
        is_leaving: false,
        invited_at: None,
        last_seen_at: None,
        unread_notifications: 0,
        address_state: AddressState::Ok,
        switched_off: SwitchedOff::default(),
        mail_key: None,
        created_at: now,
        v: 1,
    };
    let secret = secrets::mint(cx);
    let session = SessionRecord::starting(secrets::hash(&[&secret]), now, None);
    let mut transaction = cx.table.transaction();
    members::create(&mut transaction, office, &member);
    sessions::start_for_member(&mut transaction, office, member.id, &session);
    transaction.commit().await.unwrap();
    let browser = world.browser();
    browser
        .set_cookie(cookie::OFFICE_COOKIE, &session::member_cookie_value(office, member.id, role, &secret));
    Person { world: world.clone(), office, id: member.id.to_string(), email: email.to_owned(), browser }
}
