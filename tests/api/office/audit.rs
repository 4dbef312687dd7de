//! The audit trail as an office reads and exports it (S67).

use serde_json::{Value, json};
use sild_domain::Role;
use sild_tests::{download, upload};

use super::support::client_path;
use crate::desk::{Desk, path};

const TRAIL: &str = "/api/office/audit?month=2026-03&limit=100";

/// What the trail tells of a kind of thing, newest first, once everything has happened.
async fn told(desk: &Desk, what: &str) -> Vec<Value> {
    desk.world.settle().await;
    let trail = desk.owner.get(TRAIL).await.expect(200);
    assert_eq!(trail["next"], Value::Null);
    trail["items"].as_array().unwrap().iter().filter(|entry| entry["what"] == what).cloned().collect()
}

fn field<'e>(entry: &'e Value, name: &str) -> &'e Value {
    let fields = entry["fields"].as_array().unwrap();
    fields.iter().find(|field| field["field"] == name).unwrap_or(&Value::Null)
}

fn by(kind: &str, id: &str, name: &str) -> Value {
    json!({ "kind": kind, "id": id, "name": name })
}

#[tokio::test]
async fn a_change_is_told_with_who_what_when_and_from_what_to_what() {
    let desk = Desk::start().await;
    let admin = desk.office.member("Ann Admin", Role::Admin).await;
    desk.world.advance_minutes(3).await;
    let renamed = json!({ "name": "Example Mill" });
    admin.if_match(1).patch(&client_path(desk.client), renamed).await.expect(200);
    let entries = told(&desk, "client").await;
    let entry = entries.iter().find(|entry| entry["operation"] == "update_client").unwrap();
    assert_eq!(entry["by"], by("member", &admin.id, "Ann Admin"));
    assert_eq!(entry["at"], "2026-03-02T08:03:00Z");
    assert_eq!((&entry["change"], &entry["thing_id"]), (&json!("changed"), &json!(desk.client)));
    let name = json!({ "field": "name", "from": "Example Bakery", "to": "Example Mill", "is_erased": false });
    assert_eq!(entry["fields"], json!([name]));
}

#[tokio::test]
async fn what_happened_in_one_instant_is_told_in_its_order() {
    let desk = Desk::start().await;
    let names = ["Example Mill", "Example Works", "Example Yard", "Example Forge"];
    for (version, name) in (1..).zip(names) {
        let renamed = json!({ "name": name });
        desk.owner.if_match(version).patch(&client_path(desk.client), renamed).await.expect(200);
    }
    let entries = told(&desk, "client").await;
    let told = entries.iter().map(|entry| field(entry, "name")["to"].as_str().unwrap());
    assert_eq!(told.collect::<Vec<_>>(), names.into_iter().rev().collect::<Vec<_>>());
    assert!(entries.iter().all(|entry| entry["at"] == entries[0]["at"]));
}

#[tokio::test]
async fn of_a_task_only_what_was_changed_is_told_line_by_line_and_nothing_that_was_read() {
    let desk = Desk::start().await;
    let mari = desk.office.contact(desk.client, "mari@client.example").await;
    let task = desk
        .assigned(json!({ "checklist": [{ "text": "Scan" }, { "text": "Send" }], "due": "2026-03-20" }))
        .await;
    let line = task["checklist"][1]["id"].as_str().unwrap();
    desk.world.settle().await;
    let before = told(&desk, "task").await.len();
    let portal = format!(
        "/api/portal/{}/clients/{}/tasks/{}",
        desk.office.id,
        desk.client,
        task["id"].as_str().unwrap()
    );
    let seen = mari.get(&portal).await.expect(200);
    mari.post(&format!("{portal}/read"), json!({ "activity": seen["activity"] })).await.expect(204);
    desk.owner.put(&path(&task, &format!("/checklist/{line}")), json!({ "is_done": true })).await.expect(200);
    mari.post(&format!("{portal}/done"), json!({})).await.expect(200);
    let entries = told(&desk, "task").await;
    assert_eq!(entries.len(), before + 2);
    let of = |operation: &str| entries.iter().find(|entry| entry["operation"] == operation).unwrap();
    let ticked = of("tick_checklist");
    let done = json!({ "field": format!("checklist.{line}.is_done"), "from": "false", "to": "true", "is_erased": false });
    assert_eq!(ticked["fields"], json!([done]));
    let finished = of("complete_portal_task");
    assert_eq!(finished["by"], by("contact", &mari.id, "mari"));
    assert_eq!(finished["belongs_to"], json!(desk.client));
    assert_eq!(
        (&field(finished, "client.state")["from"], &field(finished, "client.state")["to"]),
        (&json!("open"), &json!("done"))
    );
}

#[tokio::test]
async fn of_a_message_and_a_file_the_trail_tells_that_they_came_and_never_what_they_say() {
    let desk = Desk::start().await;
    let task = desk.task(json!({})).await;
    let message = json!({ "visibility": "internal", "text": "Nobody but us reads this." });
    let message = desk.owner.post(&path(&task, "/messages"), message).await.expect(201);
    let file = json!({
        "name": "salaries.pdf", "size_bytes": 3, "content_type": "application/pdf", "visibility": "internal",
    });
    let ticket = desk.owner.post(&path(&task, "/files"), file).await.expect(201);
    upload(&ticket, b"pdf").await;
    let complete = format!("/files/{}/complete", ticket["file_id"].as_str().unwrap());
    desk.owner.post(&path(&task, &complete), json!({})).await.expect(200);
    let posted = told(&desk, "message").await;
    assert_eq!(
        (posted.len(), &posted[0]["thing_id"], &posted[0]["belongs_to"]),
        (1, &message["id"], &task["id"])
    );
    assert_eq!(field(&posted[0], "visibility")["to"], "internal");
    let stored = told(&desk, "file").await;
    assert_eq!((stored.len(), &field(&stored[0], "size_bytes")["to"]), (1, &json!("3")));
    let trail = desk.owner.get(TRAIL).await.expect(200).to_string();
    for secret in ["Nobody but us", "salaries", "X-Amz-", "o/"] {
        assert!(!trail.contains(secret), "{secret}");
    }
}

#[tokio::test]
async fn who_removes_something_is_named_though_it_is_gone() {
    let desk = Desk::start().await;
    let admin = desk.office.member("Ann Admin", Role::Admin).await;
    let template = json!({ "title": "Welcome", "description": "", "checklist": [] });
    let template = desk.owner.post("/api/office/templates", template).await.expect(201);
    let id = template["id"].as_str().unwrap();
    desk.world.advance_minutes(1).await;
    admin.delete(&format!("/api/office/templates/{id}")).await.expect(204);
    let mari = desk.office.contact(desk.client, "mari@client.example").await;
    admin.delete(&format!("{}/contacts/{}", client_path(desk.client), mari.id)).await.expect(204);
    admin.delete("/api/office/session").await.expect(204);
    for (what, operation) in [
        ("template", "delete_template"),
        ("contact_client", "remove_contact"),
        ("session", "end_office_session"),
    ] {
        let entries = told(&desk, what).await;
        let removed = entries.iter().filter(|entry| entry["change"] == "removed").collect::<Vec<_>>();
        let [removed] = removed.as_slice() else { panic!("{what}: {entries:?}") };
        assert_eq!(removed["by"], by("member", &admin.id, "Ann Admin"), "{what}");
        assert_eq!(
            (&removed["operation"], &removed["at"]),
            (&json!(operation), &json!("2026-03-02T08:01:00Z"))
        );
    }
    let gone = told(&desk, "template").await;
    assert_eq!(
        (&field(&gone[0], "title")["from"], &field(&gone[0], "title")["to"]),
        (&json!("Welcome"), &Value::Null)
    );
    let session = told(&desk, "session").await;
    assert_eq!(session[0]["thing_id"], json!(admin.id));
    assert!(!session[0].to_string().contains("hash"));
}

#[tokio::test]
async fn a_login_is_told_of_who_logs_in() {
    let desk = Desk::start().await;
    let browser = desk.world.browser();
    browser.post("/api/office-login", json!({ "email": desk.owner.email })).await.expect(202);
    desk.world.settle().await;
    let mail = desk.world.mails_to(&desk.owner.email).pop().unwrap();
    let token = mail.text.split("#t=").nth(1).unwrap().split_whitespace().next().unwrap();
    browser.post("/api/login/redeem", json!({ "token": token })).await.expect(200);
    let sessions = told(&desk, "session").await;
    assert_eq!(sessions.len(), 1, "that of the owner was made aside");
    assert_eq!(sessions[0]["by"], by("member", &desk.owner.id, "Olivia Owner"));
    assert_eq!(
        (&sessions[0]["operation"], &sessions[0]["change"]),
        (&json!("redeem_login_link"), &json!("created"))
    );
    assert!(!field(&sessions[0], "expires_at")["to"].is_null());
    let trail = desk.owner.get(TRAIL).await.expect(200).to_string();
    assert!(!trail.contains(token));
}

#[tokio::test]
async fn what_a_job_does_for_somebody_is_theirs() {
    let desk = Desk::start().await;
    let admin = desk.office.member("Ann Admin", Role::Admin).await;
    let table = b"Client name;Contact name;Email\nExample Mill;Jaan Jansen;jaan@mill.example\n";
    let declared = json!({ "file_name": "clients.csv", "size_bytes": table.len() });
    let ticket = admin.post("/api/office/imports", declared).await.expect(201);
    upload(&ticket, table).await;
    let import = format!("/api/office/imports/{}", ticket["import_id"].as_str().unwrap());
    admin.post(&format!("{import}/preview"), json!({})).await.expect(202);
    desk.world.settle().await;
    admin.post(&format!("{import}/start"), json!({ "duplicates": "skip" })).await.expect(202);
    for what in ["client", "contact"] {
        let entries = told(&desk, what).await;
        let made = entries.iter().find(|entry| entry["operation"] == "relay_outbox").unwrap();
        assert_eq!(
            (&made["by"], &made["change"]),
            (&by("member", &admin.id, "Ann Admin"), &json!("created"))
        );
    }
    let started = told(&desk, "client_import").await;
    let started = started.iter().find(|entry| entry["operation"] == "start_import").unwrap();
    assert_eq!(field(started, "state")["to"], "running");
}

#[tokio::test]
async fn an_erased_person_is_read_nowhere_in_the_trail_and_everything_else_is() {
    let desk = Desk::start().await;
    let contact = json!({ "name": "Mariliis Maasikas", "email": "mariliis@client.example", "phone": "+372 5555 0100", "has_access": true });
    let contacts = format!("{}/contacts", client_path(desk.client));
    let mari = desk.owner.post(&contacts, contact).await.expect(201);
    let jaan = json!({ "name": "Jaan Jansen", "email": "jaan@client.example", "has_access": true });
    desk.owner.post(&contacts, jaan).await.expect(201);
    let before = told(&desk, "contact").await;
    let of_mari = |entries: &[Value]| {
        entries.iter().filter(|one| one["thing_id"] == mari["id"]).cloned().collect::<Vec<_>>()
    };
    assert_eq!(field(&of_mari(&before)[0], "name")["to"], "Mariliis Maasikas");
    assert_eq!(field(&of_mari(&before)[0], "phone")["to"], "+372 5555 0100");

    // A change that the stream has not told of yet when the key goes.
    let renamed = json!({ "name": "Mariliis Murakas", "has_access": true });
    let one = format!("{contacts}/{}", mari["id"].as_str().unwrap());
    desk.owner.if_match(&mari["version"]).patch(&one, renamed).await.expect(200);
    let event = json!({ "office_id": desk.office.id, "contact_id": mari["id"] });
    desk.world.call("erase_person", event).await.unwrap();

    let after = told(&desk, "contact").await;
    let erased = of_mari(&after);
    assert!(erased.len() >= 3, "made, renamed, erased: {erased:?}");
    for entry in &erased {
        for name in ["name", "email", "phone"] {
            let found = field(entry, name);
            assert!(
                found.is_null()
                    || found["is_erased"] == true && found["from"].is_null() && found["to"].is_null()
            );
        }
    }
    let trail = desk.owner.get(TRAIL).await.expect(200).to_string();
    for gone in ["Mariliis", "mariliis@", "5555 0100", "Murakas"] {
        assert!(!trail.contains(gone), "{gone}");
    }
    for stays in ["Jaan Jansen", "jaan@client.example"] {
        assert!(trail.contains(stays), "{stays}");
    }
    let made = erased.last().unwrap();
    assert_eq!(made["by"], by("member", &desk.owner.id, "Olivia Owner"));
    assert_eq!(
        (&made["change"], &field(made, "created_at")["is_erased"]),
        (&json!("created"), &json!(false))
    );
    let table = desk.world.snapshot().await;
    let keys = table.iter().filter(|item| item["ent"] == "audit_key" && item["whose"] == mari["id"]);
    assert!(
        keys.collect::<Vec<_>>()
            .iter()
            .all(|key| key.get("secret").is_none() && key["destroyed_at"].is_string())
    );
    assert!(!table.iter().any(|item| item.to_string().contains("Murakas")));
}

#[tokio::test]
async fn an_office_reads_its_own_trail_only_and_a_plain_member_none() {
    let desk = Desk::start().await;
    let other = desk.world.office_named("Other Office", "other").await;
    other.owner().post("/api/office/clients", json!({ "name": "Secret Works" })).await.expect(201);
    desk.task(json!({ "title": "Ours alone" })).await;
    desk.world.settle().await;
    let ours = desk.owner.get(TRAIL).await.expect(200).to_string();
    let theirs = other.owner().get(TRAIL).await.expect(200).to_string();
    assert!(ours.contains("Ours alone") && !ours.contains("Secret Works"));
    assert!(theirs.contains("Secret Works") && !theirs.contains("Ours alone"));

    let plain = desk.office.member("Peeter Plain", Role::Member).await;
    plain.add_to(desk.client).await;
    let mari = desk.office.contact(desk.client, "mari@client.example").await;
    desk.world.settle().await;
    let before = desk.world.snapshot().await;
    plain.get(TRAIL).await.expect_problem(403, "role_required");
    let export = json!({ "month": "2026-03" });
    plain.post("/api/office/audit/export", export.clone()).await.expect_problem(403, "role_required");
    for nobody in [&desk.world.browser(), &mari.browser] {
        nobody.get(TRAIL).await.expect_problem(401, "not_signed_in");
        nobody.post("/api/office/audit/export", export.clone()).await.expect_problem(401, "not_signed_in");
    }
    assert_eq!(desk.world.snapshot().await, before);
}

#[tokio::test]
async fn the_trail_comes_by_month_newest_first_and_in_parts() {
    let desk = Desk::start().await;
    for number in 0..5 {
        desk.world.advance_minutes(1).await;
        desk.task(json!({ "title": format!("Task {number}") })).await;
    }
    let all = told(&desk, "task").await;
    let titles = all.iter().map(|entry| field(entry, "title")["to"].as_str().unwrap());
    assert_eq!(titles.collect::<Vec<_>>(), ["Task 4", "Task 3", "Task 2", "Task 1", "Task 0"]);
    let whole = desk.owner.get(TRAIL).await.expect(200)["items"].clone();
    let (mut parts, mut cursor) = (Vec::new(), String::new());
    loop {
        let part = desk.owner.get(&format!("/api/office/audit?limit=2{cursor}")).await.expect(200);
        parts.extend(part["items"].as_array().unwrap().clone());
        let Some(next) = part["next"].as_str() else { break };
        cursor = format!("&cursor={next}");
    }
    assert_eq!(Value::from(parts), whole, "this month unless told");
    assert_eq!(desk.owner.get("/api/office/audit?month=2026-02").await.expect(200)["items"], json!([]));
    for wrong in ["month=2026-13", "month=March", "limit=0", "limit=101", "cursor=x", "day=1"] {
        desk.owner.get(&format!("/api/office/audit?{wrong}")).await.expect_problem(422, "invalid_value");
    }
}

#[tokio::test]
async fn a_month_is_handed_out_as_a_table_that_no_spreadsheet_calculates() {
    let desk = Desk::start().await;
    desk.owner.post("/api/office/clients", json!({ "name": "=HYPERLINK(\"x\")" })).await.expect(201);
    desk.world.settle().await;
    let owner = desk.owner.key("trail-once");
    let asked = json!({ "month": "2026-03", "separator": "comma" });
    let export = owner.post("/api/office/audit/export", asked.clone()).await.expect(202);
    assert_eq!(owner.post("/api/office/audit/export", asked).await.expect(202), export);
    assert_eq!((&export["audit_month"], &export["done_at"]), (&json!("2026-03"), &Value::Null));
    desk.world.settle().await;
    let export =
        desk.owner.get(&format!("/api/office/exports/{}", export["id"].as_str().unwrap())).await.expect(200);
    let url = export["download"]["url"].as_str().unwrap();
    assert!(url.contains("audit-2026-03.csv"), "{url}");
    let text = download(url).await;
    let lines = text.split("\r\n").collect::<Vec<_>>();
    assert!(
        lines[0].ends_with("Entry,Time,By,Id,Name,Operation,What,Thing,Belongs to,Change,Field,From,To"),
        "{}",
        lines[0]
    );
    let named = lines.iter().find(|line| line.contains(",client,") && line.contains(",name,")).unwrap();
    assert!(
        named.contains("Olivia Owner,create_client,client,cli_")
            && named.ends_with(",name,,\"'=HYPERLINK(\"\"x\"\")\""),
        "{named}"
    );
    assert_eq!(export["row_count"], lines.len() - 2);
    for wrong in [json!({}), json!({ "month": "2026-3" }), json!({ "month": "2026-03", "day": 1 })] {
        desk.owner.post("/api/office/audit/export", wrong).await.expect_problem(422, "invalid_value");
    }
}
