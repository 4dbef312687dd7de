//! What contacts change about themselves.

mod get_portal_profile;
mod request_email_change;
mod update_portal_profile;

use serde_json::{Value, json};
use sild_domain::ClientId;
use sild_tests::{Browser, Office, Person, Reply, World, email_token};

/// The address that Mari has.
pub(crate) const OLD: &str = "mari@client.example";
/// The address that she wants.
pub(crate) const NEW: &str = "mari.maasikas@new.example";

/// Mari, who is signed in at the portal of an office.
pub(crate) struct Home {
    pub(crate) world: World,
    pub(crate) office: Office,
    pub(crate) owner: Person,
    pub(crate) client: ClientId,
    pub(crate) mari: Person,
}

impl Home {
    pub(crate) async fn start() -> Self {
        let world = World::start().await;
        let office = world.office().await;
        let client = office.client("Example Bakery").await;
        let mari = office.contact(client, OLD).await;
        Self { world, owner: office.owner(), office, client, mari }
    }

    /// Below the portal.
    pub(crate) fn portal(&self, rest: &str) -> String {
        format!("/api/portal/{}{rest}", self.office.id)
    }

    /// Mari as she sees herself.
    pub(crate) async fn profile(&self) -> Value {
        self.mari.get(&self.portal("/profile")).await.expect(200)
    }

    /// Mari as the owner sees her.
    pub(crate) async fn card(&self) -> Value {
        self.owner.get(&format!("/api/office/contacts/{}", self.mari.id)).await.expect(200)
    }

    /// The client as the owner sees it.
    pub(crate) async fn read_client(&self, client: ClientId) -> Value {
        self.owner.get(&format!("/api/office/clients/{client}")).await.expect(200)
    }

    /// Mari changes something from the version that she sees.
    pub(crate) async fn change(&self, edit: Value) -> Reply {
        let version = self.profile().await["version"].clone();
        self.mari.if_match(version).patch(&self.portal("/profile"), edit).await
    }

    /// Mari asks for another address.
    pub(crate) async fn ask(&self, email: &str) -> Reply {
        self.mari.post(&self.portal("/email-change"), json!({ "email": email })).await
    }

    /// The token of the mail that she gets when she asks for another address.
    pub(crate) async fn token_for(&self, email: &str) -> String {
        self.ask(email).await.expect(202);
        self.world.settle().await;
        email_token(&self.world.mails_to(email).pop().unwrap())
    }

    /// Somebody in whose browser nobody is signed in.
    pub(crate) fn stranger(&self) -> Browser {
        self.world.browser().at(&self.office.portal_host())
    }
}

/// Presses the button of the mail.
pub(crate) async fn confirm(browser: &Browser, token: &str) -> Reply {
    browser.post("/api/email-change/confirm", json!({ "token": token })).await
}
