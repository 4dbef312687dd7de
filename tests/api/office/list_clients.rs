use serde_json::{Value, json};
use sild_domain::Role;
use sild_tests::{Person, World};

use super::support::client_path;

async fn names(person: &Person, query: &str) -> Vec<String> {
    let page = person.get(&format!("/api/office/clients?{query}")).await.expect(200);
    page["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|client| client["name"].as_str().unwrap().to_owned())
        .collect()
}

/// All pages of a list, one after the other.
async fn all_names(person: &Person, query: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut cursor = Some(String::new());
    while let Some(after) = cursor {
        let page = person.get(&format!("/api/office/clients?{query}{after}")).await.expect(200);
        let items = page["items"].as_array().unwrap();
        found.extend(items.iter().map(|client| client["name"].as_str().unwrap().to_owned()));
        cursor = page["next"].as_str().map(|next| format!("&cursor={next}"));
    }
    found
}

#[tokio::test]
async fn clients_come_by_name_in_pages() {
    let world = World::start().await;
    let office = world.office().await;
    for name in ["Õunapuu OÜ", "beta", "Alpha", "Zeta"] {
        office.client(name).await;
    }
    let owner = office.owner();
    let by_name = ["Alpha", "beta", "Õunapuu OÜ", "Zeta"];
    assert_eq!(names(&owner, "").await, by_name);
    for limit in 1..=4 {
        assert_eq!(all_names(&owner, &format!("limit={limit}")).await, by_name);
    }
}

#[tokio::test]
async fn a_search_finds_beginnings_of_words_of_name_code_contact_and_address() {
    let world = World::start().await;
    let office = world.office().await;
    let owner = office.owner();
    let body = json!({ "name": "Põhja Bakery OÜ", "registry_code": "12345678" });
    owner.post("/api/office/clients", body).await.expect(201);
    let mill = office.client("Lõuna Mill").await;
    office.contact_without_session(mill, "mari.maasikas@flour.example", true).await;
    for (search, found) in [
        ("bak", vec!["Põhja Bakery OÜ"]),
        ("POHJA%20bak", vec!["Põhja Bakery OÜ"]),
        ("1234", vec!["Põhja Bakery OÜ"]),
        ("maasik", vec!["Lõuna Mill"]),
        ("mari.maasikas@flour.example", vec!["Lõuna Mill"]),
        ("mill%20flour", vec!["Lõuna Mill"]),
        ("akery", vec![]),
        ("bakery%20mill", vec![]),
    ] {
        assert_eq!(names(&owner, &format!("search={search}")).await, found, "{search}");
    }
}

#[tokio::test]
async fn a_client_is_found_once_however_many_of_its_words_match() {
    let world = World::start().await;
    let office = world.office().await;
    for name in ["Example Exports", "Extra Example", "Examples"] {
        let client = office.client(name).await;
        office.contact_without_session(client, &format!("ex{}@example.example", name.len()), true).await;
    }
    for limit in [1, 2, 3, 20] {
        let mut found = all_names(&office.owner(), &format!("search=ex&limit={limit}")).await;
        found.sort();
        assert_eq!(found, ["Example Exports", "Examples", "Extra Example"], "limit {limit}");
    }
}

#[tokio::test]
async fn a_plain_member_lists_and_finds_their_own_clients_only() {
    let world = World::start().await;
    let office = world.office().await;
    let plain = office.member("Peeter", Role::Member).await;
    for name in ["Example A", "Example B", "Example C"] {
        let client = office.client(name).await;
        office
            .contact_without_session(client, &format!("{}@client.example", name.replace(' ', "")), true)
            .await;
        if name != "Example B" {
            plain.add_to(client).await;
        }
    }
    assert_eq!(names(&plain, "").await, ["Example A", "Example C"]);
    assert_eq!(all_names(&plain, "limit=1").await, ["Example A", "Example C"]);
    assert_eq!(names(&plain, "search=exam").await, ["Example A", "Example C"]);
    assert_eq!(all_names(&plain, "search=client&limit=1").await, ["Example A", "Example C"]);
    assert!(names(&plain, "search=exampleb").await.is_empty());
    assert_eq!(names(&office.owner(), "search=exampleb").await, ["Example B"]);
}

#[tokio::test]
async fn offices_do_not_find_each_others_clients() {
    let world = World::start().await;
    let office = world.office().await;
    office.client("Example").await;
    let other = world.office_named("Other Office", "other").await.owner();
    assert!(names(&other, "").await.is_empty());
    assert!(names(&other, "search=example").await.is_empty());
}

#[tokio::test]
async fn the_cursor_of_one_office_shows_nothing_of_it_in_another() {
    let world = World::start().await;
    let office = world.office().await;
    for name in ["Alpha", "Beta"] {
        office.client(name).await;
    }
    let page = office.owner().get("/api/office/clients?limit=1").await.expect(200);
    let other = world.office_named("Other Office", "other").await;
    other.client("Alphabet").await;
    other.client("Gamma").await;
    let query = format!("cursor={}", page["next"].as_str().unwrap());
    assert_eq!(names(&other.owner(), &query).await, ["Alphabet", "Gamma"]);
}

#[tokio::test]
async fn the_list_says_how_far_each_client_is_with_the_portal() {
    let world = World::start().await;
    let office = world.office().await;
    let client = office.closed_client("Example").await;
    let owner = office.owner();
    let page = owner.get("/api/office/clients").await.expect(200);
    assert_eq!(page["items"][0]["portal_state"], "closed");
    owner.put(&format!("{}/portal", client_path(client)), json!({ "is_open": true })).await.expect(200);
    let page = owner.get("/api/office/clients").await.expect(200);
    assert_eq!(page["items"][0]["portal_state"], "silent");
    assert_eq!(page["items"][0]["last_seen_at"], Value::Null);
    let stranger = world.browser().get("/api/office/clients").await;
    stranger.expect_problem(401, "not_signed_in");
}
