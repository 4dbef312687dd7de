//! Reading what a login mail holds, and comparing answers that must not differ.

use aws_sdk_dynamodb::types::AttributeValue;
use http::{StatusCode, header};
use serde_json::{Value, json};
use sild_domain::{ClientId, ContactId, MemberId};
use sild_local::{Mail, product};
use sild_tests::{Browser, Office, Reply, World};

/// The cookie that binds a code to a browser.
pub(super) const BROWSER_COOKIE: &str = "__Host-browser";

/// The address that the button of a mail leads to, as its text part has it.
pub(super) fn link(mail: &Mail) -> String {
    links(mail).swap_remove(0)
}

/// Every login link in a mail's text part.
pub(super) fn links(mail: &Mail) -> Vec<String> {
    let links = mail.text.lines().filter(|line| line.contains("/login#t=")).map(str::to_owned);
    links.collect()
}

/// The token of a login link.
pub(super) fn token(link: &str) -> String {
    let fragment = link.split_once("#t=").unwrap().1;
    fragment.split('&').next().unwrap().to_owned()
}

/// Spends a link.
pub(super) async fn redeem(browser: &Browser, link: &str) -> Reply {
    browser.post("/api/login/redeem", json!({ "token": token(link) })).await
}

/// Everything of an answer that a caller sees, but for the nonce of the cookie, which is new each time.
pub(super) fn seen(reply: &Reply) -> (StatusCode, Vec<(String, String)>, Vec<u8>) {
    let mut headers =
        reply
            .headers
            .iter()
            .map(|(name, value)| (name.to_string(), value.to_str().unwrap().to_owned()))
            .map(|(name, value)| {
                if name == header::SET_COOKIE.as_str() {
                    (name, without_nonce(&value))
                } else {
                    (name, value)
                }
            })
            .collect::<Vec<_>>();
    headers.sort();
    (reply.status, headers, reply.bytes.clone())
}

fn without_nonce(cookie: &str) -> String {
    let (name, rest) = cookie.split_once('=').unwrap();
    let (nonce, attributes) = rest.split_once(';').unwrap();
    assert_eq!(nonce.len(), 43, "{cookie}");
    format!("{name}=<nonce>;{attributes}")
}

/// The kinds of AWS calls since the last time, in order.
pub(super) fn calls(world: &World) -> Vec<String> {
    world.take_calls().into_iter().map(|call| call.what).collect()
}

/// The items of a snapshot but the counters, which also count what is refused.
pub(super) fn without_counters(snapshot: Vec<Value>) -> Vec<Value> {
    snapshot.into_iter().filter(|item| item["ent"] != "counter").collect()
}

/// Deactivates a member, for which there is no operation.
pub(super) async fn deactivate_member(world: &World, office: &Office, member: &str) {
    let member: MemberId = member.parse().unwrap();
    let pk = format!("O#{}#M#{}", office.id.key(), member.key());
    write(world, &pk, "A", "is_active", AttributeValue::Bool(false)).await;
}

/// Gives a contact access to a client, or takes it away.
pub(super) async fn set_access(office: &Office, client: ClientId, contact: ContactId, has_access: bool) {
    let pk = format!("O#{}#P#{}", office.id.key(), contact.key());
    let sk = format!("C#{}", client.key());
    write(&office.world, &pk, &sk, "has_access", AttributeValue::Bool(has_access)).await;
}

/// Lets mails to a contact come back.
pub(super) async fn bounce(office: &Office, client: ClientId, contact: ContactId) {
    let pk = format!("O#{}#P#{}", office.id.key(), contact.key());
    for sk in ["A".to_owned(), format!("C#{}", client.key())] {
        write(&office.world, &pk, &sk, "address_state", AttributeValue::S("bounced".to_owned())).await;
    }
}

/// Sets one attribute of an item.
async fn write(world: &World, pk: &str, sk: &str, name: &str, value: AttributeValue) {
    let endpoints = world.cloud.endpoints();
    let client = aws_sdk_dynamodb::Client::new(&endpoints.sdk_config(&endpoints.dynamodb));
    client
        .update_item()
        .table_name(product::TABLE)
        .key("pk", AttributeValue::S(pk.to_owned()))
        .key("sk", AttributeValue::S(sk.to_owned()))
        .update_expression("SET #name = :value")
        .condition_expression("attribute_exists(pk)")
        .expression_attribute_names("#name", name)
        .expression_attribute_values(":value", value)
        .send()
        .await
        .unwrap();
}
