//! An office, signed up by mail, with clients whose contacts are signed in.

use std::time::Duration;

use reqwest::Method;
use serde_json::{Value, json};

use crate::control::machine;
use crate::door::{Door, Person};
use crate::mailbox;
use crate::shared_task::FIRST_TITLE;

const OWNER: &str = "owner@recovery.example";
const SLUG: &str = "recovery";

pub(crate) struct Office {
    pub(crate) owner: Person,
    pub(crate) owner_address: &'static str,
    pub(crate) id: String,
    /// One for each writer.
    pub(crate) clients: Vec<Client>,
    /// A task of the first client that all writers work on.
    pub(crate) shared_task: String,
}

pub(crate) struct Client {
    pub(crate) id: String,
    pub(crate) contact: Person,
    /// The addresses of all contacts with access.
    pub(crate) told: Vec<String>,
    /// The address of a contact without.
    pub(crate) not_told: String,
}

pub(crate) async fn open(door: &Door, clients: usize) -> Office {
    let browser = machine();
    let sign_up = json!({
        "office_name": "Recovery Office", "person_name": "Olivia Owner", "email": OWNER,
        "language": "en", "time_zone": "Europe/Tallinn",
    });
    door.post(&browser, "/api/offices", &sign_up).await.unwrap().expect(202);
    let (owner, signed_in) = sign_in(door, &browser, OWNER).await;
    let settings = door.get(&owner, "/api/office/portal").await.unwrap().expect(200);
    let version = settings["version"].as_u64().unwrap();
    let portal = json!({ "slug": SLUG, "name": "Recovery Office" });
    door.edit(Method::PUT, &owner, "/api/office/portal", &portal, version).await.unwrap().expect(200);
    door.post(&owner, "/api/office/portal/activate", &json!({})).await.unwrap().expect(200);

    let mut office = Office {
        owner,
        owner_address: OWNER,
        id: text(&signed_in["office_id"]),
        clients: Vec::new(),
        shared_task: String::new(),
    };
    for number in 0..clients {
        let client = open_client(door, &office, number).await;
        office.clients.push(client);
    }
    let shared = json!({ "client_id": office.clients[0].id, "title": FIRST_TITLE });
    let shared = door.create(&office.owner, "/api/office/tasks", &shared, "shared-task").await;
    office.shared_task = text(&shared.unwrap().expect(201)["id"]);
    office
}

async fn open_client(door: &Door, office: &Office, number: usize) -> Client {
    let owner = &office.owner;
    let client = json!({ "name": format!("Client {number}") });
    let client = door.create(owner, "/api/office/clients", &client, &format!("client-{number:04}")).await;
    let id = text(&client.unwrap().expect(201)["id"]);
    let address = |name: &str| format!("{name}{number}@client.example");
    let (told, not_told) = (vec![address("anna"), address("ben")], address("carl"));
    for email in told.iter().chain([&not_told]) {
        let contact = json!({
            "name": email.split('@').next(), "email": email, "language": "en", "has_access": *email != not_told,
        });
        let path = format!("/api/office/clients/{id}/contacts");
        door.create(owner, &path, &contact, &email.replace(['@', '.'], "-")).await.unwrap().expect(201);
    }
    let open = json!({ "is_open": true });
    let path = format!("/api/office/clients/{id}/portal");
    door.put(owner, &path, &open).await.unwrap().expect(200);
    let portal = Person { host: SLUG.to_owned(), ..Person::default() };
    let ask = json!({ "email": told[0] });
    door.post(&portal, &format!("/api/portals/{SLUG}/login"), &ask).await.unwrap().expect(202);
    let (contact, _) = sign_in(door, &portal, &told[0]).await;
    Client { id, contact, told, not_told }
}

/// Spends the link that was mailed to the address.
async fn sign_in(door: &Door, browser: &Person, address: &str) -> (Person, Value) {
    for _ in 0..400 {
        let mails = door.get(browser, "/_local/mail").await.unwrap().expect(200);
        if let Some(token) = mailbox::token_for(&mails, address) {
            let answer = door.post(browser, "/api/login/redeem", &json!({ "token": token })).await.unwrap();
            let person = Person { host: browser.host.clone(), cookie: answer.cookies.clone() };
            return (person, answer.expect(200));
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    panic!("no mail came to {address}");
}

/// The text of a JSON string.
#[track_caller]
pub(crate) fn text(value: &Value) -> String {
    value.as_str().unwrap().to_owned()
}
