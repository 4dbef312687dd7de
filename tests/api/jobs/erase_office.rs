use serde_json::{Value, json};
use sild_tests::World;

use super::everything::Everything;

fn without_counters(snapshot: Vec<Value>) -> Vec<Value> {
    snapshot.into_iter().filter(|item| item["ent"] != "counter").collect()
}

/// Two offices with everything; nothing of the first one happens by itself any more.
async fn two_offices() -> (World, Everything, Everything) {
    let world = World::start().await;
    let other = Everything::arrange(&world, "Other Books", "other").await;
    world.advance_minutes(30).await;
    let all = Everything::arrange(&world, "Example Books", "books").await;
    (world, other, all)
}

#[tokio::test]
async fn nothing_of_an_erased_office_is_left_and_nothing_of_another_is_touched() {
    let world = World::start().await;
    let other = Everything::arrange(&world, "Other Books", "other").await;
    world.advance_minutes(30).await;
    let before = without_counters(world.snapshot().await);
    let objects = (other.keys("o/").await, other.keys("media/").await);
    assert_eq!(objects.1.len(), 2, "an icon in two sizes");
    let all = Everything::arrange(&world, "Example Books", "books").await;
    all.hold().await;
    let held = world.snapshot().await.len();

    let event = json!({ "office_id": all.office.id, "name": "Example Books" });
    let closed = world.call("erase_office", event.clone()).await.unwrap();
    assert_eq!(closed, json!({ "done": false, "wait_seconds": 360, "items": 0, "objects": 0 }));
    world.advance_minutes(6).await;
    let answers = all.call("erase_office", json!({ "name": "Example Books", "limit": 20 })).await;
    assert!(answers.len() > 3, "{}", answers.len());

    let after = world.snapshot().await;
    let key = all.office.id.to_string().replace("off_", "");
    let named = after.iter().filter(|item| item.to_string().contains(&key)).collect::<Vec<_>>();
    let (trail, named): (Vec<_>, Vec<_>) = named.into_iter().partition(|item| item["ent"] == "audit");
    assert!(trail.len() > 50, "S67: no role removes what the trail says, so it stays until its time is over");
    for said in ["example", "mariliis", "annabel", "bank statement", "2026-04-01"] {
        assert!(trail.iter().all(|item| !item.to_string().to_lowercase().contains(said)), "sealed: {said}");
    }
    assert!(trail.iter().all(|item| item["ttl"].as_i64().is_some()));
    let kinds = named.iter().map(|item| item["ent"].as_str().unwrap()).collect::<Vec<_>>();
    assert_eq!(kinds, ["erased_office", "portal_name", "portal_name"], "{named:?}");
    for name in named.iter().filter(|item| item["ent"] == "portal_name") {
        let mut attributes = name.as_object().unwrap().keys().map(String::as_str).collect::<Vec<_>>();
        attributes.sort_unstable();
        assert_eq!(attributes, ["ent", "erased_at", "office_id", "pk", "sk", "slug", "touched"]);
    }
    let left = after.iter().filter(|item| !item.to_string().contains(&key)).cloned().collect();
    assert_eq!(without_counters(left), before, "the other office is as it was");
    assert_eq!((other.keys("o/").await, other.keys("media/").await), objects);

    let last = answers.last().unwrap();
    let gone = held - before.len();
    let items = usize::try_from(last["items"].as_u64().unwrap()).unwrap();
    assert!(items > 60 && items <= gone, "{items} of {gone}");
    assert_eq!(
        last["objects"], 9,
        "four files, a picture that was not completed, an icon in two sizes, a table that came in and one that was written"
    );
    for folder in ["c", "media", "o"] {
        assert_eq!(all.keys(&format!("{folder}/{key}/")).await, Vec::<String>::new());
    }
    let schedules = world.cloud.schedules().unwrap();
    assert!(schedules.iter().all(|schedule| !schedule.name.contains(&key)));
}

#[tokio::test]
async fn erasing_ends_every_session_at_once_and_takes_nothing_away_for_six_minutes() {
    let (world, _, all) = two_offices().await;
    let portal = format!("/api/portal/{}/session", all.office.id);
    all.mariliis.get(&portal).await.expect(200);
    let items = world.snapshot().await.len();
    let event = json!({ "office_id": all.office.id, "name": "books" });
    world.call("erase_office", event.clone()).await.unwrap();
    for member in [&all.owner, &all.annabel] {
        member.get("/api/office/session").await.expect_problem(401, "not_signed_in");
    }
    all.mariliis.get(&portal).await.expect_problem(401, "not_signed_in");
    let mails = world.mails().len();
    world.browser().post("/api/office-login", json!({ "email": all.owner.email })).await.expect(202);
    world.advance_minutes(5).await;
    assert_eq!(world.mails().len(), mails, "nobody gets a link any more");
    let waiting = world.call("erase_office", event).await.unwrap();
    assert_eq!(waiting, json!({ "done": false, "wait_seconds": 60, "items": 0, "objects": 0 }));
    assert!(world.snapshot().await.len() >= items);
}

#[tokio::test]
async fn erasing_again_is_harmless_and_the_names_of_the_portal_lead_nowhere() {
    let (world, other, all) = two_offices().await;
    let fields = json!({ "name": "Example Books" });
    let event = json!({ "office_id": all.office.id, "name": "Example Books" });
    world.call("erase_office", event.clone()).await.unwrap();
    world.advance_minutes(6).await;
    let last = all.call("erase_office", fields).await.pop().unwrap();
    let before = without_counters(world.snapshot().await);
    assert_eq!(world.call("erase_office", event).await.unwrap(), last);

    for slug in ["books", "books-once"] {
        assert_eq!(world.browser().get(&format!("/p/{slug}")).await.status, 404);
        let login = format!("/api/portals/{slug}/login");
        let asked = world.browser().post(&login, json!({ "email": all.mariliis.email })).await;
        asked.expect_problem(404, "not_found");
        let settings = other.owner.get("/api/office/portal").await.expect(200);
        let wanted = json!({ "slug": slug, "name": "Other Books" });
        let taking = other.owner.if_match(&settings["version"]).put("/api/office/portal", wanted).await;
        taking.expect_problem(409, "name_taken");
        let check = other.owner.get(&format!("/api/office/portal/name-check?name={slug}")).await.expect(200);
        assert_eq!(check["reason"], "taken", "S5: for ever, also when there is no such office any more");
    }
    assert_eq!(without_counters(world.snapshot().await), before);
    let again = json!({ "office_id": all.office.id });
    let refused = world.call("export_office", again).await.unwrap_err();
    assert!(refused.starts_with("there is no office"), "{refused}");
}

#[tokio::test]
async fn a_wrong_name_erases_nothing() {
    let (world, other, all) = two_offices().await;
    let before = world.snapshot().await;
    for (event, reason) in [
        (json!({ "office_id": all.office.id, "name": "Other Books" }), "not that of off_"),
        (json!({ "office_id": all.office.id, "name": "other" }), "not that of off_"),
        (json!({ "office_id": all.office.id, "name": "" }), "not that of off_"),
        (json!({ "office_id": other.office.id, "name": "books" }), "not that of off_"),
        (json!({ "office_id": all.office.id }), "missing field `name`"),
        (json!({ "office_id": all.office.id, "name": "books", "limit": 0 }), "nonzero"),
        (json!({ "office_id": "off_01jnb000000000000000000000", "name": "books" }), "there is no office"),
    ] {
        let refused = world.call("erase_office", event.clone()).await.unwrap_err();
        assert!(refused.contains(reason), "{event}: {refused}");
    }
    assert_eq!(world.snapshot().await, before);
    all.owner.get("/api/office/session").await.expect(200);
}
