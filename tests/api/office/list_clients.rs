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

/// An office whose clients differ in everything that a list asks for.
async fn several() -> (World, sild_tests::Office, Person) {
    let world = World::start().await;
    let office = world.office().await;
    let ann = office.member("Ann", Role::Member).await;
    let owner = office.owner();
    for (name, is_open, is_anns, tasks) in [
        ("Delta", true, true, vec![Some("2026-02-27")]),
        ("Alpha", true, false, vec![None, Some("2026-03-20"), Some("2026-04-20")]),
        ("Charlie", false, true, vec![]),
        ("Bravo", true, true, vec![Some("2026-03-01"), None]),
        ("Echo", false, false, vec![Some("2026-03-02")]),
    ] {
        let client = if is_open { office.client(name).await } else { office.closed_client(name).await };
        if is_anns {
            ann.answer_for(client).await;
        } else {
            ann.add_to(client).await;
        }
        for due in tasks {
            let task = json!({ "client_id": client, "title": "Receipts", "due": due });
            owner.post("/api/office/tasks", task).await.expect(201);
        }
        if name == "Alpha" {
            office.contact_without_session(client, "mari@alpha.example", true).await;
            let login = json!({ "email": "mari@alpha.example" });
            world.browser().post("/api/portals/demo/login", login).await.expect(202);
            world.settle().await;
            let mail = world.mails_to("mari@alpha.example").pop().unwrap();
            let token = mail.text.split("#t=").nth(1).unwrap().split_whitespace().next().unwrap().to_owned();
            let browser = world.browser().at(&office.portal_host());
            browser.post("/api/login/redeem", json!({ "token": token })).await.expect(200);
        }
    }
    world.settle().await;
    (world, office, ann)
}

#[tokio::test]
async fn each_filter_and_each_order_gives_its_clients() {
    // S65
    let (world, office, ann) = several().await;
    let owner = office.owner();
    let ann_id = &ann.id;
    for (query, found) in [
        ("sort=name".to_owned(), vec!["Alpha", "Bravo", "Charlie", "Delta", "Echo"]),
        ("sort=open_tasks".to_owned(), vec!["Alpha", "Bravo", "Delta", "Echo", "Charlie"]),
        ("sort=earliest_due".to_owned(), vec!["Delta", "Bravo", "Echo", "Alpha", "Charlie"]),
        (format!("responsible_id={ann_id}"), vec!["Bravo", "Charlie", "Delta"]),
        ("portal_state=closed".to_owned(), vec!["Charlie", "Echo"]),
        ("portal_state=silent".to_owned(), vec!["Bravo", "Delta"]),
        ("portal_state=active".to_owned(), vec!["Alpha"]),
        ("portal_state=invited".to_owned(), vec![]),
        ("is_overdue=true".to_owned(), vec!["Delta", "Bravo"]),
        ("is_overdue=true&sort=name".to_owned(), vec!["Bravo", "Delta"]),
        (format!("responsible_id={ann_id}&sort=open_tasks"), vec!["Bravo", "Delta", "Charlie"]),
        (format!("responsible_id={ann_id}&portal_state=closed"), vec!["Charlie"]),
        ("portal_state=silent&is_overdue=true&search=del".to_owned(), vec!["Delta"]),
        ("search=a&sort=earliest_due".to_owned(), vec!["Alpha"]),
        ("is_archived=true".to_owned(), vec![]),
    ] {
        assert_eq!(names(&owner, &query).await, found, "{query}");
        assert_eq!(all_names(&owner, &format!("{query}&limit=1")).await, found, "{query} one by one");
        assert_eq!(names(&ann, &query).await, found, "{query} for a plain member");
    }
    world.advance_minutes(14 * 60).await;
    let overdue = names(&office.member("Later", Role::Admin).await, "is_overdue=true").await;
    assert_eq!(overdue, ["Delta", "Bravo", "Echo"], "a deadline passes at midnight");
}

#[tokio::test]
async fn midnight_rewrites_nothing() {
    let (world, _, _) = several().await;
    let clients = |items: &[Value]| {
        let kinds = ["client", "client_listed", "client_word", "member_client"];
        items
            .iter()
            .filter(|item| kinds.contains(&item["ent"].as_str().unwrap()))
            .cloned()
            .collect::<Vec<_>>()
    };
    let before = clients(&world.snapshot().await);
    world.advance_days(3).await;
    assert_eq!(clients(&world.snapshot().await), before);
}

#[tokio::test]
async fn what_moves_a_client_in_a_list_moves_it_there() {
    let (world, office, ann) = several().await;
    let owner = office.owner();
    let all = owner.get("/api/office/clients").await.expect(200);
    let id = |name: &str| {
        let items = all["items"].as_array().unwrap();
        items.iter().find(|one| one["name"] == name).unwrap()["id"].as_str().unwrap().to_owned()
    };
    let charlie = format!("/api/office/clients/{}", id("Charlie"));
    owner.put(&format!("{charlie}/portal"), json!({ "is_open": true })).await.expect(200);
    for _ in 0..4 {
        let task = json!({ "client_id": id("Charlie"), "title": "Receipts" });
        owner.post("/api/office/tasks", task).await.expect(201);
    }
    let card = owner.get(&charlie).await.expect(200);
    let edit = json!({ "name": "Zulu", "responsible_ids": [ann.id] });
    owner.if_match(&card["version"]).patch(&charlie, edit).await.expect(200);
    let opening = json!({ "client_ids": [id("Echo")], "with_invitations": false });
    owner.post("/api/office/bulk-openings", opening).await.expect(202);
    world.settle().await;
    assert_eq!(names(&owner, "portal_state=closed").await, ["Echo"], "nobody can enter it");
    assert_eq!(names(&owner, "portal_state=silent").await, ["Bravo", "Delta", "Zulu"]);
    assert_eq!(names(&owner, "sort=open_tasks").await, ["Zulu", "Alpha", "Bravo", "Delta", "Echo"]);
    let query = format!("responsible_id={}", ann.id);
    assert_eq!(names(&owner, &query).await, ["Bravo", "Delta", "Zulu"]);
    assert_eq!(names(&owner, "").await.last().unwrap(), "Zulu");
    let tasks = owner.get(&format!("/api/office/tasks?client_id={}", id("Delta"))).await.expect(200);
    let task = format!("/api/office/tasks/{}/complete", tasks["items"][0]["id"].as_str().unwrap());
    owner.post(&task, json!({})).await.expect(200);
    world.settle().await;
    assert_eq!(names(&owner, "is_overdue=true").await, ["Bravo"]);
    assert_eq!(names(&owner, "sort=open_tasks").await.last().unwrap(), "Delta");
}

/// How many entries a list reads beyond what knowing its reader does, and how many clients behind them.
async fn read_by(world: &World, person: &Person, query: &str) -> (usize, usize) {
    let mut read = Vec::new();
    for path in ["/api/office/session", &format!("/api/office/clients?{query}")] {
        drop(world.take_calls());
        person.get(path).await.expect(200);
        let calls = world.take_calls();
        read.push([".Query", ".BatchGetItem"].map(|name| {
            let calls = calls.iter().filter(|call| call.what.ends_with(name));
            calls.map(|call| call.items_read).sum::<usize>()
        }));
    }
    (read[1][0] - read[0][0], read[1][1] - read[0][1])
}

/// Ten pages' worth of three, and of each of three queries one more, which says whether there is a next page.
const TEN_PAGES: usize = 33;

#[tokio::test]
async fn one_filter_reads_its_page_and_several_read_ten_pages_worth() {
    // S65
    let world = World::start().await;
    let office = world.office().await;
    let owner = office.owner();
    for number in 0..45 {
        let client = office.client(&format!("Client {number:02}")).await;
        let due = if number % 2 == 0 { "2026-02-01" } else { "2026-05-01" };
        let task = json!({ "client_id": client, "title": "Receipts", "due": due });
        owner.post("/api/office/tasks", task).await.expect(201);
    }
    world.settle().await;
    let responsible = format!("responsible_id={}&limit=3", owner.id);
    for query in [
        "limit=3",
        "sort=open_tasks&limit=3",
        "sort=earliest_due&limit=3",
        responsible.as_str(),
        "portal_state=silent&limit=3",
        "is_overdue=true&limit=3",
        "is_archived=true&limit=3",
        "search=client&limit=3",
    ] {
        let (entries, clients) = read_by(&world, &owner, query).await;
        // One more entry than asked for says whether there is a next page.
        assert!(entries <= 4 && clients <= 4, "{query}: {entries} {clients}");
    }
    let all_overdue = format!("{responsible}&is_overdue=true&portal_state=silent");
    for query in ["search=client&is_overdue=true&limit=3", "sort=name&is_overdue=true&limit=3", &all_overdue]
    {
        let (entries, clients) = read_by(&world, &owner, query).await;
        assert!(entries <= TEN_PAGES && clients <= TEN_PAGES, "{query}: {entries} {clients}");
        assert_eq!(all_names(&owner, query).await.len(), 23, "{query}");
    }
}

#[tokio::test]
async fn what_few_clients_have_is_found_at_once_among_what_all_have() {
    // S65
    let world = World::start().await;
    let office = world.office().await;
    let owner = office.owner();
    let ann = office.member("Ann", Role::Member).await;
    for number in 0..45 {
        let client = office.client(&format!("Company {number:02}")).await;
        if number == 44 {
            ann.answer_for(client).await;
        }
    }
    world.settle().await;
    let of_ann = format!("search=company&portal_state=silent&responsible_id={}", ann.id);
    for (query, found) in [
        ("search=company%2043", vec!["Company 43"]),
        (of_ann.as_str(), vec!["Company 44"]),
        ("search=company%204", vec!["Company 40", "Company 41", "Company 42"]),
        ("search=company%2045", vec![]),
    ] {
        let query = format!("{query}&limit=3");
        assert_eq!(names(&owner, &query).await, found, "{query}");
        let (entries, clients) = read_by(&world, &owner, &query).await;
        assert!(entries <= TEN_PAGES && clients <= TEN_PAGES, "{query}: {entries} {clients}");
    }
    let all = ["Company 40", "Company 41", "Company 42", "Company 43", "Company 44"];
    for limit in 1..=5 {
        assert_eq!(all_names(&owner, &format!("search=company%204&limit={limit}")).await, all, "{limit}");
    }
}

#[tokio::test]
async fn what_is_no_filter_is_refused() {
    let world = World::start().await;
    let owner = world.office().await.owner();
    for (query, pointer, code) in [
        ("sort=size", "?sort", "invalid_format"),
        ("portal_state=ajar", "?portal_state", "invalid_format"),
        ("responsible_id=mem_1", "?responsible_id", "invalid_format"),
        ("is_archived=true&sort=open_tasks", "?sort", "not_of_archived"),
        ("colour=red", "?colour", "unknown_field"),
    ] {
        let reply = owner.get(&format!("/api/office/clients?{query}")).await;
        reply.expect_problem(422, "invalid_value");
        assert_eq!(reply.field_errors().first().unwrap().1, code, "{query}");
        assert!(["?", pointer].contains(&reply.field_errors()[0].0.as_str()), "{query}");
    }
}
