use serde_json::{Value, json};
use sild_domain::{ClientId, ContactId, Role};
use sild_store::contacts::AddressState;
use sild_tests::{Office, World};

use super::support::{client_path, unreachable_contact, without_portal};

fn path(client: ClientId, contact: ContactId) -> String {
    format!("{}/contacts/{contact}/invitation", client_path(client))
}

async fn state_of(office: &Office, client: ClientId) -> Value {
    office.owner().get(&client_path(client)).await.expect(200)["portal_state"].clone()
}

#[tokio::test]
async fn each_press_mails_the_invitation_again_and_gives_no_second_sample() {
    // S21: sending again is on purpose.
    let world = World::start().await;
    let office = world.office().await;
    let client = office.client("Example Bakery").await;
    let mari = office.contact_without_session(client, "mari@client.example", true).await;
    office.contact_without_session(client, "other@client.example", true).await;
    assert_eq!(state_of(&office, client).await, "silent");
    for presses in 1..=2 {
        let contact = office.owner().post(&path(client, mari), json!({})).await.expect(202);
        assert_eq!((&contact["id"], &contact["has_access"]), (&json!(mari), &json!(true)));
        world.settle().await;
        let mails = world.mails();
        assert_eq!(
            mails.iter().map(|mail| mail.to.as_str()).collect::<Vec<_>>(),
            ["mari@client.example"; 2][..presses]
        );
        assert!(mails.iter().all(|mail| mail.subject == "Demo Office invites you to its client portal"));
    }
    assert_eq!(state_of(&office, client).await, "invited");
    let invited = office.owner().get("/api/office/clients?portal_state=invited").await.expect(200);
    assert_eq!(invited["items"][0]["id"], json!(client), "the lists say so too");
    let tasks = office.owner().get(&format!("/api/office/tasks?client_id={client}")).await.expect(200);
    assert_eq!(tasks["items"], json!([]));
}

#[tokio::test]
async fn a_repeat_with_the_same_key_mails_once() {
    let world = World::start().await;
    let office = world.office().await;
    let client = office.client("Example Bakery").await;
    let mari = office.contact_without_session(client, "mari@client.example", true).await;
    let owner = office.owner().key("invite-mari-1");
    let first = owner.post(&path(client, mari), json!({})).await.expect(202);
    assert_eq!(owner.post(&path(client, mari), json!({})).await.expect(202), first);
    world.settle().await;
    assert_eq!(world.mails().len(), 1);
    without_portal(&office).await;
    assert_eq!(
        owner.post(&path(client, mari), json!({})).await.expect(202),
        first,
        "whatever has happened since"
    );
}

#[tokio::test]
async fn who_cannot_enter_or_be_reached_is_not_invited_and_it_is_said_why() {
    let world = World::start().await;
    let office = world.office().await;
    let (open, closed) = (office.client("Open").await, office.closed_client("Closed").await);
    let without = office.contact_without_session(open, "without@client.example", false).await;
    let shut_out = office.contact_without_session(closed, "closed@client.example", true).await;
    let bounced = unreachable_contact(&office, open, "bounced@client.example", AddressState::Bounced).await;
    for (client, contact, code) in [
        (open, without, "no_access"),
        (open, bounced, "address_unreachable"),
        (closed, shut_out, "portal_closed"),
    ] {
        office.owner().post(&path(client, contact), json!({})).await.expect_problem(409, code);
    }
    office.owner().post(&path(open, shut_out), json!({})).await.expect_problem(404, "not_found");
    let stranger = office.member("Stranger", Role::Member).await;
    stranger.post(&path(open, without), json!({})).await.expect_problem(404, "not_found");
    without_portal(&office).await;
    office.owner().post(&path(open, without), json!({})).await.expect_problem(409, "portal_inactive");
    world.settle().await;
    assert!(world.mails().is_empty());
    assert_eq!(state_of(&office, open).await, "silent");
}

#[tokio::test]
async fn nobody_is_flooded_with_invitations() {
    let world = World::start().await;
    let office = world.office().await;
    let client = office.client("Example Bakery").await;
    let mari = office.contact_without_session(client, "mari@client.example", true).await;
    for _ in 0..5 {
        office.owner().post(&path(client, mari), json!({})).await.expect(202);
    }
    office.owner().post(&path(client, mari), json!({})).await.expect_problem(429, "too_many_requests");
    world.settle().await;
    assert_eq!(world.mails().len(), 5);
}
