//! The control surface: mailbox, clock, schedules, and who may reach them.

use aws_sdk_sesv2::types::{Body, Content, Destination, EmailContent, Message};
use http_body_util::BodyExt;
use serde_json::{Value, json};
use sild_local::control_router;
use tower::ServiceExt;

use crate::contract::scheduler::create;
use crate::contract::ses::raw;
use crate::support::{Machine, START};

struct Answer {
    status: u16,
    headers: http::HeaderMap,
    body: Vec<u8>,
}

impl Answer {
    fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap()
    }

    fn text(&self) -> String {
        String::from_utf8(self.body.clone()).unwrap()
    }
}

async fn ask(machine: &Machine, request: http::request::Builder, body: &'static str) -> Answer {
    let request = request.body(axum::body::Body::from(body)).unwrap();
    let answer = control_router(machine.cloud.clone()).oneshot(request).await.unwrap();
    let (head, body) = answer.into_parts();
    Answer {
        status: head.status.as_u16(),
        headers: head.headers,
        body: body.collect().await.unwrap().to_bytes().to_vec(),
    }
}

fn get(path: &str) -> http::request::Builder {
    http::Request::get(path).header("host", "app.localhost:8080")
}

fn post_clock() -> http::request::Builder {
    http::Request::post("/_local/clock")
        .header("host", "localhost")
        .header("content-type", "application/json")
}

const MAIL: &str = "From: Sild <portal@example.com>
To: Mari <mari@example.com>, jaan@example.com
Subject: =?utf-8?B?VWVzdGUgw7xsZXNhbm5l?=
MIME-Version: 1.0
Content-Type: multipart/alternative; boundary=part

--part
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: quoted-printable

T=C3=A4htaeg
--part
Content-Type: text/html; charset=utf-8

<html><head><title>T</title></head><body><b>Hi</b></body></html>
--part--
";

#[tokio::test]
async fn mails_are_listed_newest_first_as_a_mail_program_reads_them() {
    let machine = Machine::start().await;
    let ses = machine.target().ses();
    let first = ses.send_email().content(raw(MAIL)).send().await.unwrap();
    machine.cloud.advance(jiff::SignedDuration::from_secs(60)).await.unwrap();
    let text = |written: &str| Content::builder().data(written).build().unwrap();
    let second =
        Message::builder().subject(text("Second")).body(Body::builder().html(text("<p>õ</p>")).build());
    let second = ses
        .send_email()
        .from_email_address("Sild <portal@example.com>")
        .destination(Destination::builder().to_addresses("Mari <mari@example.com>").build())
        .content(EmailContent::builder().simple(second.build()).build())
        .send()
        .await
        .unwrap();
    let answer = ask(&machine, get("/_local/mail"), "").await;
    assert_eq!(answer.status, 200);
    assert_eq!(
        answer.json(),
        json!([
            {
                "id": second.message_id(), "to": "mari@example.com", "from": "Sild <portal@example.com>",
                "subject": "Second", "text": "", "html": "<p>õ</p>", "at": "2026-03-02T09:01:00Z",
            },
            {
                "id": first.message_id(), "to": "mari@example.com, jaan@example.com", "from": "Sild <portal@example.com>",
                "subject": "Ueste ülesanne", "text": "Tähtaeg",
                "html": "<html><head><title>T</title></head><body><b>Hi</b></body></html>", "at": START,
            },
        ])
    );
    let one = ask(&machine, get("/_local/mail?limit=1"), "").await.json();
    assert_eq!(one.as_array().unwrap().len(), 1);
    let single =
        ask(&machine, get(&format!("/_local/mail/{}", first.message_id().unwrap())), "").await.json();
    assert_eq!(single["subject"], "Ueste ülesanne");
}

#[tokio::test]
async fn a_mail_is_shown_where_no_script_runs_and_kept_byte_for_byte() {
    let machine = Machine::start().await;
    let sent = machine.target().ses().send_email().content(raw(MAIL)).send().await.unwrap();
    let id = sent.message_id().unwrap();
    let shown = ask(&machine, get(&format!("/_local/mail/{id}/html")), "").await;
    let policy = shown.headers["content-security-policy"].to_str().unwrap();
    assert!(policy.contains("sandbox") && !policy.contains("allow-scripts"), "{policy}");
    assert!(policy.contains("default-src 'none'"), "{policy}");
    assert!(shown.text().contains("<head><base target=\"_blank\"><title>T</title>"));
    let original = ask(&machine, get(&format!("/_local/mail/{id}/raw")), "").await;
    assert_eq!(original.text(), MAIL.replace('\n', "\r\n"));
    assert_eq!(ask(&machine, get("/_local/mail/none/html"), "").await.status, 404);
}

#[tokio::test]
async fn the_clock_is_read_and_moved_and_says_what_it_refuses() {
    let machine = Machine::start().await;
    create(&machine.target(), "n-1", "at(2026-03-02T11:05:00)").send().await.unwrap();
    let clock = ask(&machine, get("/_local/clock"), "").await.json();
    assert_eq!((clock["now"].as_str(), clock["is_manual"].as_bool()), (Some(START), Some(true)));
    let moved = ask(&machine, post_clock(), r#"{"advance_seconds": 300}"#).await;
    assert_eq!((moved.status, moved.json()), (200, json!({ "now": "2026-03-02T09:05:00Z" })));
    assert_eq!(machine.jobs.times_of("announce"), ["2026-03-02T09:05:00Z"]);
    for refused in [
        r#"{"advance_seconds": 0}"#,
        r#"{"advance_seconds": -5}"#,
        r#"{"advance_seconds": 400000000}"#,
        r#"{"advance_seconds": "300"}"#,
        r#"{"advance_seconds": 300, "more": 1}"#,
        "",
    ] {
        let answer = ask(&machine, post_clock(), refused).await;
        assert_eq!(answer.status, 422, "{refused}");
        assert_eq!(answer.headers["content-type"], "application/problem+json");
        assert_eq!(answer.json()["code"], "validation");
    }
    assert_eq!(machine.now().to_string(), "2026-03-02T09:05:00Z");
}

#[tokio::test]
async fn schedules_are_listed_in_the_order_in_which_they_fire() {
    let machine = Machine::start().await;
    create(&machine.target(), "later", "at(2026-03-03T11:00:00)").send().await.unwrap();
    create(&machine.target(), "sooner", "cron(0 12 * * ? *)").send().await.unwrap();
    let listed = ask(&machine, get("/_local/schedules"), "").await.json();
    assert_eq!(
        listed[0],
        json!({
            "kind": "schedule", "name": "sooner", "expression": "cron(0 12 * * ? *)", "timezone": "Europe/Tallinn",
            "next_at": "2026-03-02T10:00:00Z", "job": "announce", "input": "{\"client\":\"c1\"}",
        })
    );
    assert_eq!(listed[1]["name"], "later");
    assert_eq!(ask(&machine, get("/_local/dead-letters"), "").await.json(), json!([]));
}

#[tokio::test]
async fn the_page_brings_its_own_files_and_a_strict_policy() {
    let machine = Machine::start().await;
    let page = ask(&machine, get("/_local/"), "").await;
    assert_eq!(page.status, 200);
    let policy = page.headers["content-security-policy"].to_str().unwrap();
    assert!(!policy.contains("unsafe"), "{policy}");
    let html = page.text();
    assert!(!html.contains("style=") && !html.contains("<style") && !html.contains("onclick"));
    for (path, kind) in [("/_local/page.css", "text/css"), ("/_local/page.js", "text/javascript")] {
        assert!(html.contains(path));
        let file = ask(&machine, get(path), "").await;
        assert!(file.headers["content-type"].to_str().unwrap().starts_with(kind));
        assert!(!file.body.is_empty());
    }
    assert_eq!(ask(&machine, get("/_local"), "").await.headers["location"], "/_local/");
    assert_eq!(ask(&machine, get("/_local/nothing"), "").await.status, 404);
}

#[tokio::test]
async fn another_host_or_origin_reaches_nothing() {
    let machine = Machine::start().await;
    for host in ["rebound.example.com", "localhost.example.com", "10.0.0.1"] {
        let answer = ask(&machine, http::Request::get("/_local/mail").header("host", host), "").await;
        assert_eq!((answer.status, answer.json()["code"].as_str()), (403, Some("foreign_host")), "{host}");
    }
    assert_eq!(ask(&machine, http::Request::get("/_local/mail"), "").await.status, 403);
    let body = r#"{"advance_seconds": 300}"#;
    let foreign = ask(&machine, post_clock().header("origin", "https://example.com"), body).await;
    assert_eq!((foreign.status, foreign.json()["code"].as_str()), (403, Some("foreign_origin")));
    let form =
        http::Request::post("/_local/clock").header("host", "localhost").header("content-type", "text/plain");
    assert_eq!(ask(&machine, form, body).await.status, 415);
    assert_eq!(machine.now().to_string(), START);
    let own = ask(&machine, post_clock().header("origin", "http://app.localhost:8080"), body).await;
    assert_eq!(own.status, 200);
}

#[tokio::test]
async fn the_services_take_no_request_of_a_page_or_without_the_key() {
    let machine = Machine::start().await;
    let target = machine.target();
    let key = format!(
        "AWS4-HMAC-SHA256 Credential={}/20260302/eu-north-1/dynamodb/aws4_request",
        target.access_key_id
    );
    let ask = |headers: &[(&str, &str)]| {
        let mut request = reqwest::Client::new()
            .post(&target.dynamodb)
            .header("content-type", "application/x-amz-json-1.0")
            .header("x-amz-target", "DynamoDB_20120810.ListTables")
            .body("{}");
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        request.send()
    };
    let foreign = "AWS4-HMAC-SHA256 Credential=AKIAEXAMPLE/20260302/eu-north-1/dynamodb/aws4_request";
    assert_eq!(ask(&[]).await.unwrap().status(), 403);
    assert_eq!(ask(&[("authorization", foreign)]).await.unwrap().status(), 403);
    assert_eq!(
        ask(&[("authorization", &key), ("origin", "http://app.localhost")]).await.unwrap().status(),
        403
    );
    let mail = reqwest::Client::new().post(format!("{}/v2/email/outbound-emails", target.ses)).body("{}");
    assert_eq!(mail.send().await.unwrap().status(), 403);
    assert_eq!(machine.cloud.mails().unwrap(), []);
}

// S66
#[tokio::test]
async fn the_gallery_shows_every_kind_of_mail_in_frames_without_script() {
    let machine = Machine::start().await;
    let page = ask(&machine, get("/_local/mails"), "").await;
    assert_eq!(page.status, 200);
    assert!(page.headers["content-security-policy"].to_str().unwrap().contains("default-src 'none'"));
    let html = page.text();
    let frames = html.split("<iframe src=\"").skip(1).filter_map(|rest| rest.split('"').next());
    let frames = frames.map(str::to_owned).collect::<Vec<_>>();
    for kind in sild_app::mail::LetterKind::ALL {
        for language in ["en", "et", "fi"] {
            for look in ["light", "dark"] {
                let of_kind = format!("/_local/mails/{}/", kind.name());
                let ending = format!("/{language}/{look}");
                let is_shown = |frame: &String| frame.starts_with(&of_kind) && frame.ends_with(&ending);
                assert!(frames.iter().any(is_shown), "{kind:?} {language} {look}");
            }
        }
    }
    for frame in &frames {
        let mail = ask(&machine, get(frame), "").await;
        assert_eq!(mail.status, 200, "{frame}");
        assert!(mail.headers["content-security-policy"].to_str().unwrap().starts_with("sandbox"), "{frame}");
        let language = frame.rsplit('/').nth(1).unwrap();
        assert!(mail.text().contains(&format!("<html lang=\"{language}\">")), "{frame}");
    }
}

#[tokio::test]
async fn the_gallery_narrows_to_what_its_address_asks_for_and_knows_no_other_mail() {
    let machine = Machine::start().await;
    let narrowed = ask(&machine, get("/_local/mails?language=et&look=text&width=320"), "").await.text();
    assert!(
        narrowed.contains("/_local/mails/invitation/bare/et/text") && narrowed.contains("class=\"w320\"")
    );
    assert!(!narrowed.contains("<iframe src=\"/_local/mails/invitation/bare/fi"));
    let text = ask(&machine, get("/_local/mails/invitation/bare/et/text"), "").await;
    assert_eq!(text.headers["content-type"], "text/plain; charset=utf-8");
    assert!(text.text().contains("Ava portaal:"));
    for unknown in ["/_local/mails/newsletter/one/en/light", "/_local/mails/invitation/bare/de/light"] {
        assert_eq!(ask(&machine, get(unknown), "").await.status, 404, "{unknown}");
    }
    assert_eq!(ask(&machine, get("/_local/mails/invitation/bare/en/loud"), "").await.status, 400);
}
