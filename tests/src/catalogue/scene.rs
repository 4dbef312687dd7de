//! A scene in which every operation works: two clients of an office, another office, and all kinds of people.

use std::collections::BTreeSet;

use http::{Method, Request};
use serde_json::{Value, json};
use sild_app::{logins::mint_contact_link, unsubscribing::link_at};
use sild_domain::{Email, Role, Topic};
use sild_store::{contacts, notifications::Recipient, offices};

use super::{
    row::{Kind, Row},
    things::{OfficeThings, Things, internal_things, malformed, never_were, things},
};
use crate::{Browser, Office, Person, Reply, World};

/// Who calls.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Caller {
    /// Without a session.
    Stranger,
    /// A contact of the first client.
    Contact,
    /// A contact of both clients.
    ContactOfBoth,
    /// A contact of the second client only.
    SiblingsContact,
    /// A contact of the first client whose access was taken away.
    RevokedContact,
    /// A contact of another office.
    OtherContact,
    /// A plain member who works with no client.
    OutsideMember,
    /// A plain member who was added to the first client and does not answer for it.
    AddedMember,
    /// A plain member who answers for the first client.
    ResponsibleMember,
    /// An admin.
    Admin,
    /// The owner.
    Owner,
    /// The owner of another office.
    OtherOwner,
}

impl Caller {
    /// Every caller.
    pub const ALL: [Self; 12] = [
        Self::Stranger,
        Self::Contact,
        Self::ContactOfBoth,
        Self::SiblingsContact,
        Self::RevokedContact,
        Self::OtherContact,
        Self::OutsideMember,
        Self::AddedMember,
        Self::ResponsibleMember,
        Self::Admin,
        Self::Owner,
        Self::OtherOwner,
    ];

    /// Whether they can enter the portal of the first office.
    #[must_use]
    pub const fn is_contact_with_access(self) -> bool {
        matches!(self, Self::Contact | Self::ContactOfBoth | Self::SiblingsContact)
    }

    /// Whether they are a member of any office.
    #[must_use]
    pub const fn is_member(self) -> bool {
        matches!(
            self,
            Self::OutsideMember
                | Self::AddedMember
                | Self::ResponsibleMember
                | Self::Admin
                | Self::Owner
                | Self::OtherOwner
        )
    }
}

/// What the ids of a request name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Object {
    /// Of the first client.
    Own,
    /// Of the second client of the same office.
    Siblings,
    /// Of the other office.
    OtherOffices,
    /// An id in good form that was never given.
    NeverWas,
    /// Not an id.
    Malformed,
    /// Of the first client, and hidden from its contacts: a task that is not assigned, an internal file.
    Internal,
}

/// The scene. It takes hundreds of requests to arrange, so that who needs many of them copies one.
#[derive(Clone)]
pub struct Scene {
    /// The first office, whose portal is `demo`.
    pub office: Office,
    /// A login link's token that has not been used.
    pub login_token: String,
    /// The token of a link in the mails of the first client's contact that stops those of new tasks.
    pub unsubscribe_token: String,
    /// The admin of the first office.
    pub admin_id: String,
    own: Things,
    siblings: Things,
    other: Things,
    internal: Things,
    people: Vec<(Caller, Browser)>,
}

impl Scene {
    /// A new scene in a world of its own.
    pub async fn arrange() -> Self {
        let world = World::start_copyable().await;
        let office = world.office().await;
        let other_office = world.office_named("Other Office", "other").await;
        let first = office.client("First Client").await;
        let second = office.client("Second Client").await;
        let others = other_office.client("Third Client").await;

        let contact = office.contact(first, "contact@one.example").await;
        let both = office.contact(first, "contact@both.example").await;
        office.add_contact_to(both.id.parse().unwrap(), second, true).await;
        let siblings_contact = office.contact(second, "contact@two.example").await;
        let revoked = office.contact_without_session(first, "revoked@one.example", false).await;
        let revoked = office.sign_in_contact(revoked, "revoked@one.example").await;
        let other_contact = other_office.contact(others, "contact@three.example").await;
        let outside = office.member("Outside Member", Role::Member).await;
        let responsible = office.member("Responsible Member", Role::Member).await;
        responsible.answer_for(first).await;
        let added = office.member("Added Member", Role::Member).await;
        added.add_to(first).await;
        let admin = office.member("Some Admin", Role::Admin).await;

        let owner = office.owner();
        let own = things(&owner, first, &contact).await;
        let siblings = things(&owner, second, &siblings_contact).await;
        let other = things(&other_office.owner(), others, &other_contact).await;
        let internal = internal_things(&owner, &own).await;
        let login_token = login_token(&office, &contact).await;
        let admin_id = admin.id.clone();
        let office_things = OfficeThings::arrange(&owner, "invited@demo.example").await;
        let others_things = OfficeThings::arrange(&other_office.owner(), "invited@other.example").await;
        let [own, siblings, internal] = [own, siblings, internal].map(|things| office_things.add_to(things));
        let other = others_things.add_to(other);
        let people = vec![
            (Caller::Stranger, world.browser()),
            (Caller::Contact, contact.browser),
            (Caller::ContactOfBoth, both.browser),
            (Caller::SiblingsContact, siblings_contact.browser),
            (Caller::RevokedContact, revoked.browser),
            (Caller::OtherContact, other_contact.browser),
            (Caller::OutsideMember, outside.browser),
            (Caller::AddedMember, added.browser),
            (Caller::ResponsibleMember, responsible.browser),
            (Caller::Admin, admin.browser),
            (Caller::Owner, owner.browser),
            (Caller::OtherOwner, other_office.owner().browser),
        ];
        world.settle().await;
        let unsubscribe_token = unsubscribe_token(&office, &own.contact).await;
        Self { office, login_token, unsubscribe_token, admin_id, own, siblings, other, internal, people }
    }

    /// The same scene in a world of its own.
    pub async fn copy(&self) -> Self {
        let world = self.office.world.copy().await;
        let people = self.people.iter().map(|(who, browser)| (*who, world.browser_like(browser))).collect();
        Self { office: self.office.moved_to(&world), people, ..self.clone() }
    }

    /// A rule that a new series can have.
    #[must_use]
    pub fn recurrence() -> Value {
        json!({
            "frequency": { "kind": "monthly", "day": { "kind": "last" } },
            "every": 1, "weekend": "before", "start": "2026-04-01", "end": { "kind": "never" }, "due_after_days": 5,
        })
    }

    /// The id of the client of an object.
    #[must_use]
    pub fn client_id(&self, object: Object) -> String {
        self.things(object).client
    }

    /// The id of the contact of an object.
    #[must_use]
    pub fn contact_id(&self, object: Object) -> String {
        self.things(object).contact
    }

    fn things(&self, object: Object) -> Things {
        match object {
            Object::Own => self.own.clone(),
            Object::Siblings => self.siblings.clone(),
            Object::OtherOffices => self.other.clone(),
            Object::Internal => self.internal.clone(),
            Object::NeverWas => never_were(),
            Object::Malformed => malformed(),
        }
    }

    /// The browser of a caller.
    #[must_use]
    pub fn browser(&self, caller: Caller) -> Browser {
        self.people.iter().find(|(who, _)| *who == caller).unwrap().1.clone()
    }

    /// The path of a row's request about an object.
    #[must_use]
    pub fn path(&self, row: &Row, object: Object) -> String {
        let things = self.things(object);
        row.full_path()
            .replace("{office}", &self.office.id.to_string())
            .replace("{unsubscribe_token}", &self.unsubscribe_token)
            .replace("{client}", &things.client)
            .replace("{contact}", &things.contact)
            .replace("{task}", &things.task)
            .replace("{item}", &things.item)
            .replace(
                "{file}",
                if row.kind == Kind::RequestFile { &things.request_file } else { &things.file },
            )
            .replace("{request}", &things.request)
            .replace("{series}", &things.series)
            .replace("{bulk_opening}", &things.bulk_opening)
            .replace("{bulk_task}", &things.bulk_task)
            .replace("{template}", &things.template)
            .replace("{picture}", &things.picture)
            .replace("{video}", &things.video)
            .replace("{member}", &things.member)
            .replace("{import}", &things.import)
            .replace("{export}", &things.export)
    }

    /// Below the first client's task in the portal.
    #[must_use]
    pub fn portal_task(&self, rest: &str) -> String {
        let Things { client, task, .. } = &self.own;
        format!("/api/portal/{}/clients/{client}/tasks/{task}{rest}", self.office.id)
    }

    /// Below the first client's task in the office.
    #[must_use]
    pub fn office_task(&self, rest: &str) -> String {
        format!("/api/office/tasks/{}{rest}", self.own.task)
    }

    /// Below the settings of the first office's portal.
    #[must_use]
    pub fn below_portal(&self, rest: &str) -> String {
        format!("/api/office/portal/{}", rest.replace("{picture}", &self.own.picture))
    }

    /// Makes a row's request about an object ready, with the version that an edit begins from.
    pub async fn prepare(&self, row: &Row, caller: Caller, object: Object) -> Prepared {
        let mut browser = self.browser(caller);
        if row.is_edit {
            browser = browser.if_match(self.version(row, caller, object).await);
        }
        Prepared {
            browser,
            method: row.method.parse().unwrap(),
            path: self.path(row, object),
            body: row.body.map(|body| body(self, object)),
        }
    }

    /// Sends a row's request about an object.
    pub async fn call(&self, row: &Row, caller: Caller, object: Object) -> Reply {
        self.prepare(row, caller, object).await.send().await
    }

    /// The version that an edit begins from, as somebody sees it who may; 1 where nobody does.
    async fn version(&self, row: &Row, caller: Caller, object: Object) -> Value {
        let path = self.path(row, object);
        let reader = match object {
            Object::OtherOffices => Caller::OtherOwner,
            _ => Caller::Owner,
        };
        let read = match row.operation {
            "update_member" => {
                let members = self.browser(reader).get("/api/office/members?limit=100").await.json;
                let member = self.things(object).member;
                let members = members["items"].as_array().cloned().unwrap_or_default();
                members.into_iter().find(|one| one["id"] == member).unwrap_or_default()
            }
            "update_own_profile"
            | "update_portal_profile"
            | "update_notification_settings"
            | "update_portal_notification_settings" => self.browser(caller).get(&path).await.json,
            "update_contact" => {
                let client = format!("/api/office/clients/{}", self.things(object).client);
                let reply = self.browser(reader).get(&client).await;
                let contact = self.things(object).contact;
                let contacts = reply.json["contacts"].as_array().cloned().unwrap_or_default();
                contacts.into_iter().find(|one| one["id"] == contact).unwrap_or_default()
            }
            _ => self.browser(reader).get(&path).await.json,
        };
        if read["version"].is_number() { read["version"].clone() } else { json!(1) }
    }
}

/// A request that is ready to be sent.
#[derive(Debug, Clone)]
pub struct Prepared {
    browser: Browser,
    method: Method,
    path: String,
    body: Option<Value>,
}

impl Prepared {
    /// The same request to another path.
    pub(super) fn with_path(self, path: String) -> Self {
        Self { path, ..self }
    }

    /// The same request with another body.
    pub(super) fn with_body(self, body: Value) -> Self {
        Self { body: Some(body), ..self }
    }

    /// Sends it.
    pub async fn send(self) -> Reply {
        self.browser.send(self.method, &self.path, self.body).await
    }

    /// The request as it would be sent.
    pub(super) fn request(self) -> Request<Vec<u8>> {
        let body = self.body.map(|body| (body.to_string().into_bytes(), "application/json"));
        self.browser.request(&self.method, &self.path, body)
    }
}

async fn unsubscribe_token(office: &Office, contact: &str) -> String {
    let who = Recipient::Contact(contact.parse().unwrap());
    let topics = BTreeSet::from([Topic::TaskAssigned]);
    let link = link_at(&office.world.cx, "", office.id, who, None, topics).await.unwrap().unwrap();
    link.rsplit('/').next().unwrap().to_owned()
}

async fn login_token(office: &Office, contact: &Person) -> String {
    let cx = &office.world.cx;
    let record = offices::get(&cx.table, &office.scope()).await.unwrap().unwrap();
    let contact =
        contacts::get(&cx.table, &office.scope(), contact.id.parse().unwrap()).await.unwrap().unwrap();
    let email: Email = contact.email;
    let url = mint_contact_link(cx, &record, contact.id, &email, "/").await.unwrap();
    url.split("#t=").nth(1).unwrap().split('&').next().unwrap().to_owned()
}
