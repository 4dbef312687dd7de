//! R7, over every way to upload: what a ticket takes, what the store refuses, and what a file is to whoever downloads it.

use std::time::{Duration, SystemTime};

use aws_sdk_s3::presigning::PresigningConfig;
use serde_json::{Value, json};
use sild_tests::{
    Person, World,
    media::{PNG, video},
    put, upload,
};

use crate::desk::{Desk, path, request_path};

/// One way to upload.
struct Way {
    name: &'static str,
    who: Person,
    /// Where it is declared.
    at: String,
    /// Below `at`, with the file's id: how it is completed.
    completed_by: &'static str,
    content_type: &'static str,
    most_bytes: u64,
    too_large: &'static str,
    more: Value,
}

impl Way {
    fn declared(&self, size_bytes: u64) -> Value {
        let mut body = self.more.clone();
        body["size_bytes"] = json!(size_bytes);
        body
    }

    async fn ticket(&self, size_bytes: u64) -> Value {
        self.who.post(&self.at, self.declared(size_bytes)).await.expect(201)
    }

    fn complete(&self, ticket: &Value) -> String {
        let id = ticket["file_id"].as_str().or_else(|| ticket["import_id"].as_str()).unwrap();
        format!("{}/{id}/{}", self.at, self.completed_by)
    }
}

const MEBIBYTE: u64 = 1024 * 1024;

/// All of them: members and contacts, tasks and requests, pictures, the video, tables.
async fn ways(desk: &Desk) -> Vec<Way> {
    let mari = desk.contact("mari").await;
    let task = desk.assigned(json!({})).await;
    let request = desk.request(&mari, "A question").await;
    let file = |visibility: bool| {
        let mut body = json!({ "name": "statement.pdf", "content_type": "application/pdf" });
        if visibility {
            body["visibility"] = json!("portal");
        }
        body
    };
    let of_thread = |name, who: &Person, at, is_member| Way {
        name,
        who: who.clone(),
        at,
        completed_by: "complete",
        content_type: "application/pdf",
        most_bytes: 10 * MEBIBYTE,
        too_large: "file_too_large",
        more: file(is_member),
    };
    vec![
        of_thread("a member's file of a task", &desk.owner, path(&task, "/files"), true),
        of_thread("a contact's file of a task", &mari, desk.portal_task(&task, "/files"), false),
        of_thread("a member's file of a request", &desk.owner, request_path(&request, "/files"), true),
        of_thread("a contact's file of a request", &mari, desk.portal_request(&request, "/files"), false),
        Way {
            name: "a picture",
            who: desk.owner.clone(),
            at: "/api/office/portal/images".to_owned(),
            completed_by: "complete",
            content_type: "image/png",
            most_bytes: MEBIBYTE,
            too_large: "picture_too_large",
            more: json!({ "kind": "logo", "content_type": "image/png" }),
        },
        Way {
            name: "the video",
            who: desk.owner.clone(),
            at: "/api/office/portal/welcome-video".to_owned(),
            completed_by: "complete",
            content_type: "video/mp4",
            most_bytes: 20 * MEBIBYTE,
            too_large: "video_too_large",
            more: json!({ "content_type": "video/mp4" }),
        },
        Way {
            name: "a table",
            who: desk.owner.clone(),
            at: "/api/office/imports".to_owned(),
            completed_by: "preview",
            content_type: "text/csv",
            most_bytes: 10 * MEBIBYTE,
            too_large: "file_too_large",
            more: json!({ "file_name": "clients.csv" }),
        },
    ]
}

/// How many objects the bucket holds.
async fn objects(world: &World) -> usize {
    let listed = world.cx.s3.list_objects_v2().bucket(&world.cx.config.bucket).send().await.unwrap();
    listed.contents().len()
}

#[tokio::test]
async fn each_limit_holds_to_the_byte_before_the_upload_and_at_the_store() {
    // S34
    let desk = Desk::start().await;
    for way in ways(&desk).await {
        desk.world.settle().await;
        let before = desk.world.snapshot().await;
        let none = way.who.post(&way.at, way.declared(0)).await;
        assert_eq!(
            none.field_errors(),
            [("/size_bytes".to_owned(), "empty_file".to_owned())],
            "{}",
            way.name
        );
        let large = way.who.post(&way.at, way.declared(way.most_bytes + 1)).await;
        assert!([413, 422].contains(&large.status.as_u16()), "{}: {}", way.name, large.text());
        assert!(large.text().contains(way.too_large), "{}: {}", way.name, large.text());
        assert_eq!(desk.world.snapshot().await, before, "{}", way.name);
        for size in [way.most_bytes - 1, way.most_bytes] {
            let ticket = way.ticket(size).await;
            let bytes = usize::try_from(size).unwrap();
            assert_eq!(put(&ticket, vec![7; bytes + 1]).await, 403, "{}: one more", way.name);
            assert_eq!(put(&ticket, vec![7; bytes - 1]).await, 403, "{}: one less", way.name);
            assert_eq!(put(&ticket, vec![7; bytes]).await, 200, "{}: as declared", way.name);
        }
    }
}

#[tokio::test]
async fn a_ticket_is_good_for_one_upload_of_its_type_to_its_place() {
    let desk = Desk::start().await;
    for way in ways(&desk).await {
        let ticket = way.ticket(5).await;
        let held = objects(&desk.world).await;
        let mut wrong_type = ticket.clone();
        assert_eq!(ticket["headers"]["content-type"], way.content_type);
        wrong_type["headers"]["content-type"] = json!("text/html");
        assert_eq!(put(&wrong_type, b"bytes".to_vec()).await, 403, "{}: another type", way.name);
        let mut may_replace = ticket.clone();
        may_replace["headers"].as_object_mut().unwrap().remove("if-none-match");
        assert_eq!(put(&may_replace, b"bytes".to_vec()).await, 403, "{}: without its condition", way.name);
        let mut elsewhere = ticket.clone();
        let url = ticket["url"].as_str().unwrap();
        let (address, signature) = url.split_once('?').unwrap();
        elsewhere["url"] = json!(format!("{address}x?{signature}"));
        assert_eq!(put(&elsewhere, b"bytes".to_vec()).await, 403, "{}: another key", way.name);
        assert_eq!(objects(&desk.world).await, held, "{}: nothing of it is kept", way.name);
        upload(&ticket, b"bytes").await;
        assert_eq!(put(&ticket, b"other".to_vec()).await, 412, "{}: a second time", way.name);
    }
}

#[tokio::test]
#[expect(clippy::disallowed_methods, reason = "whoever checks a signature takes the wall's time")]
async fn a_ticket_that_is_too_old_takes_nothing() {
    let desk = Desk::start().await;
    let cx = &desk.world.cx;
    // As tickets are signed, six minutes ago: signatures take the time of the wall.
    let begun = SystemTime::now() - Duration::from_mins(6);
    let signed = PresigningConfig::builder().start_time(begun).expires_in(Duration::from_mins(5));
    let request =
        cx.s3.put_object().bucket(&cx.config.bucket).key("late").content_length(5).if_none_match("*");
    let signed = request.presigned(signed.build().unwrap()).await.unwrap();
    let headers = signed.headers().filter(|(name, _)| !matches!(*name, "content-length" | "host"));
    let headers =
        headers.map(|(name, value)| (name.to_owned(), json!(value))).collect::<serde_json::Map<_, _>>();
    let ticket = json!({ "url": signed.uri(), "headers": headers });
    assert_eq!(put(&ticket, b"bytes".to_vec()).await, 403);
    assert_eq!(objects(&desk.world).await, 0);
}

#[tokio::test]
async fn what_never_arrived_is_never_there() {
    let desk = Desk::start().await;
    for way in ways(&desk).await {
        let ticket = way.ticket(5).await;
        let complete = way.complete(&ticket);
        let reply = way.who.post(&complete, json!({})).await;
        if way.completed_by == "preview" {
            // The job that looks through a table says it.
            reply.expect(202);
            desk.world.settle().await;
            let read = format!("{}/{}", way.at, ticket["import_id"].as_str().unwrap());
            assert_eq!(way.who.get(&read).await.expect(200)["problem"], "not_uploaded");
        } else {
            reply.expect_problem(409, "file_not_uploaded");
        }
    }
}

#[tokio::test]
async fn a_name_is_shown_and_never_part_of_a_key_or_a_header_of_its_own() {
    let desk = Desk::start().await;
    let long = format!("{}.pdf", "ä".repeat(125));
    let too_long = format!("{}.pdf", "ä".repeat(126));
    for way in ways(&desk).await.into_iter().take(4) {
        for (given, kept) in [
            ("../../etc/passwd", Some("passwd")),
            ("..\\..\\boot.ini", Some("boot.ini")),
            ("<script>alert(1)</script>.html", Some("script>.html")),
            ("a\"b;c=d.pdf", Some("a\"b;c=d.pdf")),
            (long.as_str(), Some(long.as_str())),
            (too_long.as_str(), None),
            ("a\u{0}b.pdf", None),
            ("a\u{202e}fdp.exe", None),
            ("a\r\nset-cookie: x=1.pdf", None),
            ("..", None),
            ("", None),
        ] {
            let mut body = way.declared(5);
            body["name"] = json!(given);
            let reply = way.who.post(&way.at, body).await;
            let Some(kept) = kept else {
                reply.expect_problem(422, "invalid_value");
                assert_eq!(reply.field_errors()[0].0, "/name", "{given:?}");
                continue;
            };
            let ticket = reply.expect(201);
            let url = ticket["url"].as_str().unwrap();
            assert!(!url.contains("passwd") && !url.contains("boot") && !url.contains("script"), "{url}");
            upload(&ticket, b"bytes").await;
            let file = way.who.post(&way.complete(&ticket), json!({})).await.expect(200);
            assert_eq!(file["name"], kept, "{}: {given:?}", way.name);
            let download = way.complete(&ticket).replace("/complete", "/download");
            let link = way.who.get(&download).await.expect(200);
            let answer = reqwest::get(link["url"].as_str().unwrap()).await.unwrap();
            let disposition = answer.headers()["content-disposition"].to_str().unwrap();
            assert!(disposition.starts_with("attachment; filename=\""), "{disposition}");
            let quoted = disposition.split('"').nth(1).unwrap();
            assert!(quoted.bytes().all(|byte| byte.is_ascii_graphic() || byte == b' '), "{disposition}");
            assert!(!answer.headers().contains_key("set-cookie"));
        }
    }
}

#[tokio::test]
async fn whatever_is_in_a_file_it_comes_back_as_bytes_to_be_saved() {
    let eicar = [&b"X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-"[..], b"ANTIVIRUS-TEST-FILE!$H+H*"].concat();
    let page = b"<!doctype html><script>alert(document.domain)</script>".to_vec();
    let gif_and_script = b"GIF89a/*\x01\x00*/=1;alert(1)".to_vec();
    let desk = Desk::start().await;
    for way in ways(&desk).await.into_iter().take(4) {
        for (content_type, bytes) in [
            ("text/plain", &eicar),
            ("text/html", &page),
            ("image/svg+xml", &page),
            ("image/gif", &gif_and_script),
            ("application/x-msdownload", &eicar),
        ] {
            let mut body = way.declared(u64::try_from(bytes.len()).unwrap());
            body["content_type"] = json!(content_type);
            let ticket = way.who.post(&way.at, body).await.expect(201);
            upload(&ticket, bytes).await;
            way.who.post(&way.complete(&ticket), json!({})).await.expect(200);
            let download = way.complete(&ticket).replace("/complete", "/download");
            let link = way.who.get(&download).await.expect(200);
            let answer = reqwest::get(link["url"].as_str().unwrap()).await.unwrap();
            assert_eq!(answer.headers()["content-type"], "application/octet-stream", "{content_type}");
            let disposition = answer.headers()["content-disposition"].to_str().unwrap();
            assert!(disposition.starts_with("attachment;"), "{disposition}");
            assert_eq!(&answer.bytes().await.unwrap().to_vec(), bytes);
        }
    }
}

#[tokio::test]
async fn what_is_shown_to_anybody_is_checked_by_what_it_is() {
    // S6, S11
    let desk = Desk::start().await;
    let ways = ways(&desk).await;
    let picture_and_page = [&PNG[..], b"<script>alert(1)</script>"].concat();
    for (way, bytes) in [
        (&ways[4], b"<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>".to_vec()),
        (&ways[4], b"GIF89a/*\x01\x00*/=1;alert(1)".to_vec()),
        (&ways[4], picture_and_page),
        (&ways[5], b"<!doctype html><script>alert(1)</script>".to_vec()),
        (&ways[5], video(31_000, b"avc1")),
    ] {
        let ticket = way.ticket(u64::try_from(bytes.len()).unwrap()).await;
        upload(&ticket, &bytes).await;
        way.who.post(&way.complete(&ticket), json!({})).await.expect(200);
        desk.world.advance_minutes(2).await;
        let settings = desk.owner.get("/api/office/portal").await.expect(200);
        let shown = &settings[if way.name == "a picture" { "logo" } else { "welcome_video" }];
        assert_eq!([&shown["state"], &shown["url"]], [&json!("refused"), &Value::Null], "{shown}");
    }
}
