use serde_json::{Value, json};
use sild_domain::Role;

use crate::desk::{Desk, each, every, id, path, request_path};

/// S37
#[tokio::test]
async fn files_of_tasks_and_requests_come_newest_first_internal_ones_too() {
    let desk = Desk::start().await;
    let mari = desk.contact("mari").await;
    let task = desk.task(json!({})).await;
    let request = desk.request(&mari, "A new bank account").await;
    desk.contact_request_file(&mari, &request, "contract.pdf").await;
    desk.world.advance_minutes(1).await;
    desk.request_file(&request, "opinion.pdf", "internal").await;
    desk.world.advance_minutes(1).await;
    let form = desk.file(&task, "form.pdf", "portal").await;
    let list = desk.owner.get(&desk.client_files("")).await.expect(200);
    assert_eq!(each(&list, "name"), ["form.pdf", "opinion.pdf", "contract.pdf"]);
    assert_eq!(each(&list, "visibility"), ["portal", "internal", "portal"]);
    let kinds = each(&list, "belongs_to").iter().map(|one| one["kind"].clone()).collect::<Vec<_>>();
    assert_eq!(kinds, ["task", "request", "request"]);
    let expected = json!({
        "id": form["id"], "name": "form.pdf", "size_bytes": 5, "content_type": "text/plain",
        "author": { "kind": "member", "name": "Olivia Owner", "is_me": true }, "at": form["at"],
        "belongs_to": { "kind": "task", "id": task["id"], "title": "Bank statement" }, "visibility": "portal",
    });
    assert_eq!(list["items"][0], expected);
    let other = desk.office.client("Another Client").await;
    let others = desk.owner.get(&format!("/api/office/clients/{other}/files")).await.expect(200);
    assert_eq!(others, json!({ "items": [], "next": null }));
}

/// S46
#[tokio::test]
async fn a_member_sees_files_of_their_clients_and_those_of_requests_where_they_answer_for_it() {
    let desk = Desk::start().await;
    let mari = desk.contact("mari").await;
    let task = desk.assigned(json!({})).await;
    let request = desk.request(&mari, "Hello").await;
    desk.contact_file(&mari, &task, "statement.pdf").await;
    desk.contact_request_file(&mari, &request, "contract.pdf").await;
    let names = |list: &Value| {
        let mut names =
            each(list, "name").iter().map(|name| name.as_str().unwrap().to_owned()).collect::<Vec<_>>();
        names.sort_unstable();
        names
    };
    let riina = desk.responsible("Riina").await;
    let peeter = desk.office.member("Peeter", Role::Member).await;
    peeter.get(&desk.client_files("")).await.expect_problem(404, "not_found");
    peeter.add_to(desk.client).await;
    let seen = peeter.get(&desk.client_files("")).await.expect(200);
    assert_eq!(names(&seen), ["statement.pdf"]);
    let seen = riina.get(&desk.client_files("")).await.expect(200);
    assert_eq!(names(&seen), ["contract.pdf", "statement.pdf"]);
    desk.owner.post(&request_path(&request, "/convert"), json!({})).await.expect(201);
    let seen = peeter.get(&desk.client_files("")).await.expect(200);
    assert_eq!(names(&seen), ["contract.pdf", "statement.pdf"], "the task has it, and they see the task");
}

/// S47
#[tokio::test]
async fn a_file_of_a_request_that_became_a_task_is_listed_once_with_the_task() {
    let desk = Desk::start().await;
    let mari = desk.contact("mari").await;
    let request = desk.request(&mari, "A new bank account").await;
    let file = desk.contact_request_file(&mari, &request, "contract.pdf").await;
    let internal = desk.request_file(&request, "opinion.pdf", "internal").await;
    let converted = desk.owner.post(&request_path(&request, "/convert"), json!({})).await.expect(201);
    let task = json!({ "id": converted["task_id"] });
    let list = desk.owner.get(&desk.client_files("")).await.expect(200);
    assert_eq!(each(&list, "id").len(), 2, "{list}");
    for one in list["items"].as_array().unwrap() {
        assert!([&file["id"], &internal["id"]].contains(&&one["id"]));
        assert_eq!([&one["belongs_to"]["kind"], &one["belongs_to"]["id"]], [&json!("task"), &task["id"]]);
    }
    let download = path(&task, &format!("/files/{}/download", id(&file)));
    desk.owner.get(&download).await.expect(200);
}

#[tokio::test]
async fn pages_go_on_where_the_one_before_ended_whoever_sees_the_file_there() {
    let desk = Desk::start().await;
    let mari = desk.contact("mari").await;
    let task = desk.assigned(json!({})).await;
    let request = desk.request(&mari, "Hello").await;
    let mut names = Vec::new();
    for number in 0..6 {
        let (name, visibility) = (number.to_string(), if number % 2 == 0 { "internal" } else { "portal" });
        if number < 3 {
            desk.file(&task, &name, visibility).await;
        } else {
            desk.request_file(&request, &name, visibility).await;
        }
        names.insert(0, name);
        desk.world.advance_minutes(1).await;
    }
    for limit in 1..=4 {
        let list = desk.client_files(&format!("?limit={limit}"));
        assert_eq!(every(&desk.owner, &list, "name").await.0, names, "{limit}");
    }
}

#[tokio::test]
async fn what_is_not_a_list_of_files_is_refused() {
    let desk = Desk::start().await;
    let never = "/api/office/clients/cli_01jnb000000000000000000000/files";
    desk.owner.get(never).await.expect_problem(404, "not_found");
    for (query, pointer) in [("?limit=0", "?limit"), ("?limit=51", "?limit"), ("?cursor=!", "?cursor")] {
        let reply = desk.owner.get(&desk.client_files(query)).await;
        reply.expect_problem(422, "invalid_value");
        assert_eq!(reply.field_errors()[0].0, pointer, "{query}");
    }
}
