use http::Method;
use jiff::SignedDuration;
use serde_json::{Value, json};
use sild_tests::login_code;

use super::support::{bounce, link, redeem, set_access, token};
use crate::{
    jobs::with_text,
    portal::profile::{Home, NEW, OLD, confirm},
};

const PATH: &str = "/api/email-change/confirm";

#[tokio::test]
async fn after_the_click_the_new_address_counts_everywhere_and_the_old_one_nowhere() {
    // S55, S57
    let home = Home::start().await;
    let garage = home.office.closed_client("Example Garage").await;
    home.office.add_contact_to(home.mari.id.parse().unwrap(), garage, false).await;
    let token = home.token_for(NEW).await;
    home.world.advance_minutes(5).await;
    let answer = confirm(&home.stranger(), &token).await;
    assert!(answer.headers.get("set-cookie").is_none(), "it begins no session");
    assert_eq!(answer.expect(200), json!({ "email": NEW }));
    home.world.settle().await;

    let profile = home.profile().await;
    assert_eq!((&profile["email"], &profile["pending_email"]), (&json!(NEW), &Value::Null));
    let card = home.card().await;
    assert_eq!((&card["email"], &card["address_state"]), (&json!(NEW), &json!("ok")));
    let change = json!([{
        "field": "email", "old": OLD, "new": NEW, "at": "2026-03-02T08:05:00Z", "by": "mari",
    }]);
    assert_eq!(card["changes"], change);
    for client in [home.client, garage] {
        assert_eq!(home.read_client(client).await["contacts"][0]["email"], NEW);
        let preview = json!({ "client_ids": [client] });
        let preview = home.owner.post("/api/office/bulk-openings/preview", preview).await.expect(200);
        assert_eq!(preview["clients"][0]["contacts"][0]["email"], NEW);
    }
    for (list, found) in [("clients", 2), ("contacts", 1)] {
        for (search, found) in [("maasikas", found), ("client.example", 0)] {
            let page = home.owner.get(&format!("/api/office/{list}?search={search}")).await.expect(200);
            assert_eq!(page["items"].as_array().unwrap().len(), found, "{list} {search}");
        }
    }
    let table = home.world.snapshot().await;
    let left = with_text(&table, OLD).into_iter().map(|item| item["ent"].clone());
    assert_eq!(left.collect::<Vec<_>>(), ["contact"], "as what was before");
    let contact = with_text(&table, OLD)[0];
    assert!(contact["gsi2pk"].as_str().unwrap().ends_with(NEW));
}

#[tokio::test]
async fn mails_and_links_follow_the_new_address_and_sessions_go_on() {
    let home = Home::start().await;
    let token = home.token_for(NEW).await;
    confirm(&home.stranger(), &token).await.expect(200);
    home.world.settle().await;
    let session = home.mari.get(&home.portal("/session")).await.expect(200);
    assert_eq!(session["contact"]["email"], NEW);
    let (old, new) = (home.world.mails_to(OLD).len(), home.world.mails_to(NEW).len());
    for email in [OLD, NEW] {
        let login = json!({ "email": email });
        home.stranger().post("/api/portals/demo/login", login).await.expect(202);
    }
    let task = json!({ "client_id": home.client, "title": "Bank statement" });
    let task = home.owner.post("/api/office/tasks", task).await.expect(201);
    let assign = format!("/api/office/tasks/{}/assign", task["id"].as_str().unwrap());
    home.owner.post(&assign, json!({})).await.expect(200);
    home.world.advance_minutes(7).await;
    assert_eq!(home.world.mails_to(OLD).len(), old);
    let mails = home.world.mails_to(NEW).split_off(new);
    assert_eq!(mails.len(), 2, "a login link and an announcement");
    for mail in mails {
        redeem(&home.stranger(), &link(&mail)).await.expect(200);
    }
}

#[tokio::test]
async fn the_old_address_is_told_when_what_and_what_to_do() {
    // S55
    let home = Home::start().await;
    let token = home.token_for(NEW).await;
    assert!(home.world.mails_to(OLD).is_empty());
    confirm(&home.stranger(), &token).await.expect(200);
    home.world.settle().await;
    let told = home.world.mails_to(OLD);
    assert_eq!(told.len(), 1);
    assert_eq!(told[0].subject, "Your address for Demo Office was changed");
    for words in
        ["On 2 March 2026 at 10:00 ", "m***@new.example", "If it was not you, tell Demo Office at once"]
    {
        assert!(told[0].text.contains(words), "{words}: {}", told[0].text);
    }
    assert!(!told[0].text.contains(NEW) && !told[0].text.contains('#'), "{}", told[0].text);
    assert_eq!(home.world.mails_to(NEW).len(), 1);
}

#[tokio::test]
async fn an_address_that_mail_does_not_reach_is_not_told_and_the_new_one_is_good() {
    let home = Home::start().await;
    bounce(&home.office, home.client, home.mari.id.parse().unwrap()).await;
    let token = home.token_for(NEW).await;
    confirm(&home.stranger(), &token).await.expect(200);
    home.world.settle().await;
    assert!(home.world.mails_to(OLD).is_empty());
    assert_eq!(home.card().await["address_state"], "ok");
    home.stranger().post("/api/portals/demo/login", json!({ "email": NEW })).await.expect(202);
    home.world.settle().await;
    assert_eq!(home.world.mails_to(NEW).len(), 2, "the copy at the client is good as well");
}

#[tokio::test]
async fn a_link_is_spent_once_whoever_comes_again_and_however_many_come_at_once() {
    let home = Home::start().await;
    let token = home.token_for(NEW).await;
    let (one, other) = (home.stranger(), home.stranger());
    let (first, second) = tokio::join!(confirm(&one, &token), confirm(&other, &token));
    let mut statuses = [first.status.as_u16(), second.status.as_u16()];
    statuses.sort_unstable();
    assert_eq!(statuses, [200, 409]);
    home.world.settle().await;
    let (before, mails) = (home.world.snapshot().await, home.world.mails().len());
    confirm(&one, &token).await.expect_problem(409, "link_spent");
    home.world.settle().await;
    assert_eq!(home.world.snapshot().await, before);
    assert_eq!(home.world.mails().len(), mails);
    assert_eq!(home.world.mails_to(OLD).len(), 1);
}

#[tokio::test]
async fn a_link_is_good_for_24_hours_and_not_a_second_more() {
    let home = Home::start().await;
    let token = home.token_for(NEW).await;
    home.world.advance(SignedDuration::from_hours(24)).await;
    confirm(&home.stranger(), &token).await.expect(200);

    let home = Home::start().await;
    let token = home.token_for(NEW).await;
    home.world.advance(SignedDuration::from_secs(24 * 3_600 + 1)).await;
    let before = home.world.snapshot().await;
    confirm(&home.stranger(), &token).await.expect_problem(409, "link_expired");
    assert_eq!(home.world.snapshot().await, before);
    assert_eq!(home.profile().await["email"], OLD);
}

#[tokio::test]
async fn only_the_newest_link_counts() {
    let home = Home::start().await;
    let older = home.token_for("other@new.example").await;
    let same = home.token_for(NEW).await;
    let newest = home.token_for(NEW).await;
    let before = home.world.snapshot().await;
    for token in [&older, &same] {
        confirm(&home.stranger(), token).await.expect_problem(409, "link_replaced");
    }
    assert_eq!(home.world.snapshot().await, before);
    confirm(&home.stranger(), &newest).await.expect(200);
    confirm(&home.stranger(), &older).await.expect_problem(409, "link_replaced");
    confirm(&home.stranger(), &same).await.expect_problem(409, "link_spent");
    assert_eq!(home.profile().await["email"], NEW);
}

#[tokio::test]
async fn an_address_that_somebody_took_meanwhile_is_refused_and_nothing_changes() {
    let home = Home::start().await;
    let token = home.token_for(NEW).await;
    let path = format!("/api/office/clients/{}/contacts", home.client);
    let other = json!({ "name": "Mari Teine", "email": NEW.to_uppercase(), "has_access": true });
    let other = home.owner.post(&path, other).await.expect(201);
    home.world.settle().await;
    let (before, mails) = (home.world.snapshot().await, home.world.mails().len());
    confirm(&home.stranger(), &token).await.expect_problem(409, "address_taken");
    home.world.settle().await;
    assert_eq!(home.world.snapshot().await, before, "the link is not spent either");
    assert_eq!(home.world.mails().len(), mails);
    let erased = json!({ "office_id": home.office.id, "contact_id": other["id"] });
    home.world.call("erase_person", erased).await.unwrap();
    confirm(&home.stranger(), &token).await.expect(200);
}

#[tokio::test]
async fn of_two_who_want_the_same_address_one_gets_it() {
    let home = Home::start().await;
    let jaan = home.office.contact(home.client, "jaan@client.example").await;
    let mine = home.token_for(NEW).await;
    jaan.post(&home.portal("/email-change"), json!({ "email": NEW })).await.expect(202);
    home.world.settle().await;
    let theirs = sild_tests::email_token(&home.world.mails_to(NEW).pop().unwrap());
    let (one, other) = (home.stranger(), home.stranger());
    let (first, second) = tokio::join!(confirm(&one, &mine), confirm(&other, &theirs));
    let mut codes = [first.code().to_owned(), second.code().to_owned()];
    codes.sort();
    assert_eq!(codes, ["", "address_taken"]);
    let claims = home.world.snapshot().await;
    let claims = claims.iter().filter(|item| item["ent"] == "contact_address").collect::<Vec<_>>();
    assert_eq!(claims.len(), 2);
}

#[tokio::test]
async fn the_old_address_is_free_for_somebody_else() {
    let home = Home::start().await;
    let token = home.token_for(NEW).await;
    confirm(&home.stranger(), &token).await.expect(200);
    let path = format!("/api/office/clients/{}/contacts", home.client);
    let new = json!({ "name": "Mari Teine", "email": OLD, "has_access": true });
    let new = home.owner.post(&path, new).await.expect(201);
    assert_ne!(new["id"], home.mari.id.as_str());
    assert_eq!(new["changes"], json!([]));
}

#[tokio::test]
async fn a_change_by_a_member_at_the_same_moment_is_not_lost() {
    let home = Home::start().await;
    let token = home.token_for(NEW).await;
    let path = format!("/api/office/clients/{}/contacts/{}", home.client, home.mari.id);
    let edit = json!({ "name": "Mari Kuusk", "phone": "112" });
    let owner = home.owner.if_match(1);
    let stranger = home.stranger();
    let (confirmed, edited) = tokio::join!(confirm(&stranger, &token), owner.patch(&path, edit));
    confirmed.expect(200);
    let card = home.card().await;
    assert_eq!(card["email"], NEW);
    let name = if edited.status.as_u16() == 200 { "Mari Kuusk" } else { "mari" };
    assert_eq!(card["name"], name);
    assert_eq!(home.read_client(home.client).await["contacts"][0]["email"], NEW);
}

#[tokio::test]
async fn nothing_but_a_post_by_a_page_of_ours_spends_a_link() {
    // R6
    let home = Home::start().await;
    let token = home.token_for(NEW).await;
    let before = home.world.snapshot().await;
    let scanner = home.stranger();
    for _ in 0..3 {
        for method in [Method::GET, Method::HEAD] {
            for page in ["/p/demo/email".to_owned(), format!("/p/demo/email?e={token}")] {
                scanner.send(method.clone(), &page, None).await;
            }
            let reply = scanner.send(method.clone(), PATH, None).await;
            assert_eq!(reply.status.as_u16(), 405);
            let reply = scanner.send(method.clone(), &format!("{PATH}?token={token}"), None).await;
            assert_eq!(reply.status.as_u16(), 405);
        }
    }
    let forged = scanner.with_header("origin", "https://elsewhere.example");
    confirm(&forged, &token).await.expect_problem(403, "wrong_origin");
    assert_eq!(home.world.snapshot().await, before);
    confirm(&home.stranger(), &token).await.expect(200);
}

#[tokio::test]
async fn what_is_no_such_link_is_not_found_in_the_same_words_and_the_link_signs_nobody_in() {
    let home = Home::start().await;
    let mine = home.token_for(NEW).await;
    home.stranger().post("/api/portals/demo/login", json!({ "email": OLD })).await.expect(202);
    home.world.settle().await;
    let login = token(&link(&home.world.mails_to(OLD).pop().unwrap()));
    let (before, mails) = (home.world.snapshot().await, home.world.mails().len());
    let mut bodies = Vec::new();
    for token in [login.as_str(), &"A".repeat(43), "", "../..", "õ"] {
        let reply = confirm(&home.stranger(), token).await;
        reply.expect_problem(404, "not_found");
        bodies.push(reply.bytes);
    }
    let reply = home.stranger().post("/api/login/redeem", json!({ "token": mine })).await;
    reply.expect_problem(404, "not_found");
    bodies.push(reply.bytes);
    assert!(bodies.iter().all(|body| *body == bodies[0]));
    for (body, pointer, code) in
        [(json!({}), "/token", "required"), (json!({ "token": "a", "x": 1 }), "/x", "unknown_field")]
    {
        let reply = home.stranger().post(PATH, body).await;
        reply.expect_problem(422, "invalid_value");
        assert_eq!(reply.field_errors(), [(pointer.to_owned(), code.to_owned())]);
    }
    assert_eq!(home.world.snapshot().await, before);
    home.stranger().post("/api/login/renew", json!({ "token": mine })).await.expect(202);
    home.world.settle().await;
    assert_eq!(home.world.mails().len(), mails, "it is not renewed as a login link is");
}

#[tokio::test]
async fn who_lost_their_access_meanwhile_changes_nothing_and_the_link_stays_unspent() {
    // S29
    let home = Home::start().await;
    let token = home.token_for(NEW).await;
    let (client, mari) = (home.client, home.mari.id.parse().unwrap());
    set_access(&home.office, client, mari, false).await;
    let before = home.world.snapshot().await;
    confirm(&home.stranger(), &token).await.expect_problem(404, "not_found");
    assert_eq!(home.world.snapshot().await, before);
    set_access(&home.office, client, mari, true).await;
    home.owner.post("/api/office/portal/deactivate", json!({})).await.expect(200);
    confirm(&home.stranger(), &token).await.expect_problem(404, "not_found");
    home.owner.post("/api/office/portal/activate", json!({})).await.expect(200);
    let archive = format!("/api/office/contacts/{}/", home.mari.id);
    home.owner.post(&format!("{archive}archive"), json!({})).await.expect(200);
    confirm(&home.stranger(), &token).await.expect_problem(404, "not_found");
    home.owner.post(&format!("{archive}restore"), json!({})).await.expect(200);
    confirm(&home.stranger(), &token).await.expect(200);
}

#[tokio::test]
async fn login_links_and_codes_that_went_to_the_old_address_let_nobody_in() {
    let home = Home::start().await;
    let reader = home.stranger();
    reader.post("/api/portals/demo/login", json!({ "email": OLD })).await.expect(202);
    home.world.settle().await;
    let old = home.world.mails_to(OLD).pop().unwrap();
    let mine = home.token_for(NEW).await;
    confirm(&home.stranger(), &mine).await.expect(200);
    home.world.settle().await;
    let before = home.world.snapshot().await;
    redeem(&home.stranger(), &link(&old)).await.expect_problem(404, "not_found");
    assert_eq!(home.world.snapshot().await, before);
    let code = json!({ "code": login_code(&old) });
    reader.post("/api/login/code", code).await.expect_problem(404, "not_found");
    let mails = home.world.mails_to(OLD).len();
    reader.post("/api/login/renew", json!({ "token": token(&link(&old)) })).await.expect(202);
    home.world.settle().await;
    assert_eq!(home.world.mails_to(OLD).len(), mails);
    let renewed = home.world.mails_to(NEW).pop().unwrap();
    redeem(&home.stranger(), &link(&renewed)).await.expect(200);
}

#[tokio::test]
async fn who_is_erased_changes_nothing_any_more_and_nothing_names_them() {
    let home = Home::start().await;
    let unused = home.token_for("other@new.example").await;
    let token = home.token_for(NEW).await;
    home.world.hold(&["send_mail", "relay_outbox"]);
    confirm(&home.stranger(), &token).await.expect(200);
    home.world.settle().await;
    let mails = home.world.mails().len();
    assert!(!with_text(&home.world.snapshot().await, OLD).is_empty());
    let event = json!({ "office_id": home.office.id, "contact_id": home.mari.id });
    home.world.call("erase_person", event).await.unwrap();
    let after = home.world.snapshot().await;
    for address in [OLD, NEW, "other@new.example", "m***@new.example"] {
        assert_eq!(with_text(&after, address), Vec::<&Value>::new(), "{address}");
    }
    for token in [unused, token] {
        confirm(&home.stranger(), &token).await.expect_problem(404, "not_found");
    }
    for event in home.world.events_of("send_mail") {
        home.world.call("send_mail", event).await.unwrap();
    }
    assert_eq!(home.world.mails().len(), mails);
}

#[tokio::test]
async fn a_contact_of_ninety_clients_is_changed_in_one_go() {
    let home = Home::start().await;
    let mari = home.mari.id.parse().unwrap();
    for n in 1..90 {
        let client = home.office.client(&format!("Client {n}")).await;
        home.office.add_contact_to(mari, client, true).await;
    }
    let token = home.token_for(NEW).await;
    confirm(&home.stranger(), &token).await.expect(200);
    let links = home.world.snapshot().await;
    let links = links.iter().filter(|item| item["ent"] == "contact_client").collect::<Vec<_>>();
    assert_eq!(links.len(), 90);
    assert!(links.iter().all(|link| link["email"] == NEW));
}
