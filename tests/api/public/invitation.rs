//! The invitation of a contact: a mail of the outbox, whoever wrote the row.

use sild_domain::{ClientId, ContactId};
use sild_store::outbox::{self, Effect};
use sild_tests::{Office, World};

use super::support::{bounce, link, redeem, set_access};

async fn invite(office: &Office, client: ClientId, contact: ContactId) {
    let cx = &office.world.cx;
    let effect = Effect::SendInvitation { office_id: office.id, client_id: client, contact_id: contact };
    outbox::put(&cx.table, &cx.outbox_row(effect)).await.unwrap();
    office.world.settle().await;
}

#[tokio::test]
async fn the_invitation_names_the_client_and_its_link_leads_to_the_tasks() {
    let world = World::start().await;
    let office = world.office().await;
    let client = office.client("Example Bakery").await;
    let contact = office.contact_without_session(client, "mari@client.example", true).await;
    invite(&office, client, contact).await;
    let mail = world.mails().remove(0);
    assert_eq!(mail.to, "mari@client.example");
    assert_eq!(mail.subject, "Demo Office invites you to its client portal");
    assert!(mail.text.contains("Example Bakery"));
    let browser = world.browser().at(&office.portal_host());
    let answer = redeem(&browser, &link(&mail)).await.expect(200);
    assert_eq!(answer["target"], format!("/c/{client}/tasks"));
    browser.get(&format!("/api/portal/{}/clients/{client}/tasks", office.id)).await.expect(200);
}

#[tokio::test]
async fn nobody_is_invited_to_what_they_cannot_enter_any_more() {
    let world = World::start().await;
    let office = world.office().await;
    let open = office.client("Open").await;
    let closed = office.closed_client("Closed").await;
    let without = office.contact_without_session(open, "without@client.example", true).await;
    set_access(&office, open, without, false).await;
    invite(&office, open, without).await;
    let bounced = office.contact_without_session(open, "bounced@client.example", true).await;
    bounce(&office, open, bounced).await;
    invite(&office, open, bounced).await;
    let shut_out = office.contact_without_session(closed, "closed@client.example", true).await;
    invite(&office, closed, shut_out).await;
    invite(&office, closed, without).await;
    let good = office.contact_without_session(open, "good@client.example", true).await;
    office.owner().post("/api/office/portal/deactivate", serde_json::json!({})).await.expect(200);
    invite(&office, open, good).await;
    assert!(world.mails().is_empty());
    let left = world.snapshot().await.into_iter().filter(|item| item["ent"] == "outbox");
    assert_eq!(left.count(), 0, "a mail that is not to leave is settled");
}
