use serde_json::{Value, json};
use sild_app::tasks::sample_task;
use sild_domain::{Description, ShortText, TaskId, TemplateId, Title};
use sild_store::{clients, tasks, templates::TemplateRecord};

use crate::desk::{Desk, each};

/// Gives the client a sample task, as opening its portal with invitations does.
async fn give_sample(desk: &Desk) {
    let cx = &desk.world.cx;
    let scope = desk.office.scope();
    let client = clients::get(&cx.table, &scope, desk.client).await.unwrap().unwrap();
    let template = TemplateRecord {
        id: TemplateId::new(cx.now(), cx.random()),
        title: Title::parse("Look around").unwrap(),
        description: Description::empty(),
        checklist: vec![ShortText::parse("Tick me").unwrap()],
        client_may_tick: true,
        created_at: cx.now(),
        v: 1,
    };
    let sample = sample_task(cx, TaskId::new(cx.now(), cx.random()), &client, &template).unwrap();
    let mut transaction = cx.table.transaction();
    tasks::create(&mut transaction, &scope, &sample);
    clients::count_tasks(&mut transaction, &scope, desk.client, sample.counts(), false);
    transaction.commit().await.unwrap();
}

#[tokio::test]
async fn the_sample_comes_first_then_by_deadline_and_undated_last() {
    // S13
    let desk = Desk::start().await;
    let mari = desk.contact("mari").await;
    desk.assigned(json!({ "title": "Undated" })).await;
    desk.assigned(json!({ "title": "April", "due": "2026-04-01" })).await;
    desk.assigned(json!({ "title": "Late", "due": "2026-03-01" })).await;
    desk.task(json!({ "title": "Not theirs" })).await;
    give_sample(&desk).await;
    let list = mari.get(&desk.portal("")).await.expect(200);
    assert_eq!(each(&list, "title"), ["Look around", "Late", "April", "Undated"]);
    assert_eq!(each(&list, "is_overdue"), [false, true, false, false]);
    assert_eq!(each(&list, "is_unread"), [true; 4]);
    assert_eq!(each(&list, "is_sample"), [true, false, false, false]);
    let sample = desk.portal(&format!("/{}/done", list["items"][0]["id"].as_str().unwrap()));
    mari.post(&sample, json!({})).await.expect(200);
    assert_eq!(each(&mari.get(&desk.portal("")).await.expect(200), "title"), ["Late", "April", "Undated"]);
    desk.world.advance_minutes(30).await;
    let titles = desk.world.mails_to(&mari.email).iter().map(|mail| mail.text.clone()).collect::<String>();
    assert!(!titles.contains("Look around"), "a sample is never announced");
}

#[tokio::test]
async fn what_is_done_comes_newest_first_and_in_pages() {
    let desk = Desk::start().await;
    let mari = desk.contact("mari").await;
    for title in ["One", "Two", "Three"] {
        let task = desk.assigned(json!({ "title": title })).await;
        desk.world.advance_minutes(1).await;
        mari.post(&desk.portal_task(&task, "/done"), json!({})).await.expect(200);
    }
    let first = mari.get(&desk.portal("?state=done&limit=2")).await.expect(200);
    assert_eq!(each(&first, "title"), ["Three", "Two"]);
    assert_eq!(each(&first, "state"), ["done", "done"]);
    let cursor = first["next"].as_str().unwrap();
    let rest = mari.get(&desk.portal(&format!("?state=done&limit=2&cursor={cursor}"))).await.expect(200);
    assert_eq!(each(&rest, "title"), ["One"]);
    assert_eq!(rest["next"], Value::Null);
}

#[tokio::test]
async fn another_client_and_a_closed_one_do_not_exist() {
    // S27
    let desk = Desk::start().await;
    let mari = desk.contact("mari").await;
    let second = desk.office.client("Second Client").await;
    let list = |client: String| format!("/api/portal/{}/clients/{client}/tasks", desk.office.id);
    let never = mari.get(&list("cli_01jnb000000000000000000000".to_owned())).await;
    never.expect_problem(404, "not_found");
    for reply in [mari.get(&list(second.to_string())).await, mari.get(&list("cli_x".to_owned())).await] {
        assert_eq!((reply.status, reply.bytes), (never.status, never.bytes.clone()));
    }
    let stranger = desk.world.browser().at(&desk.office.portal_host());
    stranger.get(&desk.portal("")).await.expect_problem(401, "not_signed_in");
    let portal = format!("/api/office/clients/{}/portal", desk.client);
    desk.owner.put(&portal, json!({ "is_open": false })).await.expect(200);
    let closed = mari.get(&desk.portal("")).await;
    assert!(matches!(closed.status.as_u16(), 401 | 404), "S29: {}", closed.status);
}
