//! Files of requests: `declare_portal_request_file`, `complete_portal_request_file`, `download_portal_request_file`.

use serde_json::{Value, json};
use sild_tests::{put, upload};

use crate::desk::{Desk, id, request_path};

fn declared(size_bytes: u64) -> Value {
    json!({ "name": "contract.pdf", "size_bytes": size_bytes, "content_type": "application/pdf" })
}

/// S34, S45
#[tokio::test]
async fn a_file_follows_into_the_request_and_both_sides_can_take_it() {
    let desk = Desk::start().await;
    let (mari, jaan) = (desk.contact("mari").await, desk.contact("jaan").await);
    let request = desk.request(&mari, "A contract").await;
    let files = desk.portal_request(&request, "/files");
    mari.post(&files, declared(10_485_761)).await.expect_problem(413, "file_too_large");
    let ticket = mari.post(&files, declared(5)).await.expect(201);
    assert_eq!(put(&ticket, vec![7; 6]).await, 403);
    let of = |what: &str| format!("{files}/{}/{what}", ticket["file_id"].as_str().unwrap());
    mari.post(&of("complete"), json!({})).await.expect_problem(409, "file_not_uploaded");
    upload(&ticket, b"bytes").await;
    jaan.post(&of("complete"), json!({})).await.expect_problem(404, "not_found");
    let file = mari.post(&of("complete"), json!({})).await.expect(200);
    assert_eq!(mari.post(&of("complete"), json!({})).await.expect(200), file);
    let link = jaan.get(&of("download")).await.expect(200);
    let bytes = reqwest::get(link["url"].as_str().unwrap()).await.unwrap().bytes().await.unwrap();
    assert_eq!(bytes.as_ref(), b"bytes");
    let download = request_path(&request, &format!("/files/{}/download", id(&file)));
    desk.owner.get(&download).await.expect(200);
    assert_eq!(desk.read_request(&request).await["file_count"], 1);
}

/// S39
#[tokio::test]
async fn an_internal_file_of_a_request_is_not_there_for_its_contacts() {
    let desk = Desk::start().await;
    let mari = desk.contact("mari").await;
    let request = desk.request(&mari, "A contract").await;
    let new = json!({
        "name": "note.txt", "size_bytes": 5, "content_type": "text/plain", "visibility": "internal",
    });
    let ticket = desk.owner.post(&request_path(&request, "/files"), new).await.expect(201);
    upload(&ticket, b"bytes").await;
    let file = ticket["file_id"].as_str().unwrap();
    let complete = request_path(&request, &format!("/files/{file}/complete"));
    desk.owner.post(&complete, json!({})).await.expect(200);
    let never = desk.portal_request(&request, "/files/fil_01jnb000000000000000000000/download");
    let never = mari.get(&never).await;
    never.expect_problem(404, "not_found");
    let hidden = mari.get(&desk.portal_request(&request, &format!("/files/{file}/download"))).await;
    assert_eq!((hidden.status, hidden.bytes), (never.status, never.bytes));
    let seen = desk.request_seen_by(&mari, &request).await;
    assert_eq!([&seen["files"], &seen["file_count"]], [&json!([]), &json!(0)]);
}
