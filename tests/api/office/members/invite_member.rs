use serde_json::{Value, json};
use sild_tests::Person;

use super::{Staff, invitation, member_path};

const EMAIL: &str = "nora@new.example";

fn token_in(text: &str) -> String {
    text.split("#t=").nth(1).unwrap().split(['&', ' ', '\n', '\r']).next().unwrap().to_owned()
}

#[tokio::test]
async fn an_invited_member_follows_the_link_and_works_here() {
    // S64
    let staff = Staff::start().await;
    let body = json!({ "name": "Nora New", "email": EMAIL, "role": "admin", "language": "fi" });
    let reply = staff.owner.post("/api/office/members", body).await;
    assert_eq!(reply.headers["etag"], "\"1\"");
    let made = reply.expect(201);
    assert_eq!((&made["state"], &made["role"]), (&json!("invited"), &json!("admin")));
    assert_eq!(staff.listed(made["id"].as_str().unwrap()).await, made);
    staff.world.settle().await;
    let mail = staff.world.mails_to(EMAIL).pop().unwrap();
    assert!(mail.text.contains("Olivia Owner") && mail.text.contains("Demo Office"), "{}", mail.text);
    let browser = staff.world.browser();
    let token = token_in(&mail.text);
    let redeemed = browser.post("/api/login/redeem", json!({ "token": token })).await.expect(200);
    assert_eq!(redeemed["kind"], "office");
    let session = browser.get("/api/office/session").await.expect(200);
    assert_eq!(session["member"]["id"], made["id"]);
    assert_eq!(session["member"]["language"], "fi");
    let listed = staff.listed(made["id"].as_str().unwrap()).await;
    assert_eq!(listed["state"], "active");
    assert_eq!(listed["last_seen_at"], staff.world.cx.now().to_string());
}

#[tokio::test]
async fn the_same_key_invites_once() {
    let staff = Staff::start().await;
    let owner = staff.owner.key("invite-nora");
    let first = owner.post("/api/office/members", invitation(EMAIL)).await.expect(201);
    assert_eq!(owner.post("/api/office/members", invitation(EMAIL)).await.expect(201), first);
    owner
        .post("/api/office/members", invitation("other@new.example"))
        .await
        .expect_problem(422, "idempotency_key_reused");
    staff.world.settle().await;
    assert_eq!(staff.world.mails().len(), 1);
}

#[tokio::test]
async fn an_address_of_two_offices_is_a_member_of_both() {
    let staff = Staff::start().await;
    let other = staff.world.office_named("Other Office", "other").await;
    for owner in [&staff.owner, &other.owner()] {
        owner.post("/api/office/members", invitation(EMAIL)).await.expect(201);
    }
    staff.world.settle().await;
    let mails = staff.world.mails_to(EMAIL);
    assert_eq!(mails.len(), 2);
    assert!(mails[0].text.contains("Demo Office") && mails[1].text.contains("Other Office"));
}

#[tokio::test]
async fn an_invitation_is_sent_again_until_they_have_come() {
    let staff = Staff::start().await;
    let made = staff.owner.post("/api/office/members", invitation(EMAIL)).await.expect(201);
    let again = member_path(made["id"].as_str().unwrap(), "/invitation");
    let answer = staff.admin.post(&again, json!({})).await.expect(200);
    assert_eq!((&answer["state"], &answer["version"]), (&json!("invited"), &json!(2)));
    staff.world.settle().await;
    let mails = staff.world.mails_to(EMAIL);
    assert_eq!(mails.len(), 2);
    assert!(mails[1].text.contains("Ann Admin"), "{}", mails[1].text);
    // The older link is as good as the newer one.
    let token = token_in(&mails[0].text);
    staff.world.browser().post("/api/login/redeem", json!({ "token": token })).await.expect(200);
    refused(&staff, &staff.owner, &again, 409, "already_joined").await;
    refused(&staff, &staff.owner, &member_path(&staff.plain.id, "/invitation"), 409, "already_joined").await;
}

async fn refused(staff: &Staff, person: &Person, path: &str, status: u16, code: &str) {
    staff.world.settle().await;
    let (before, mails) = (staff.world.snapshot().await, staff.world.mails().len());
    person.post(path, json!({})).await.expect_problem(status, code);
    staff.world.settle().await;
    assert_eq!(staff.world.snapshot().await, before);
    assert_eq!(staff.world.mails().len(), mails);
}

#[tokio::test]
async fn an_address_is_mailed_five_times_an_hour_at_most() {
    let staff = Staff::start().await;
    let made = staff.owner.post("/api/office/members", invitation(EMAIL)).await.expect(201);
    let again = member_path(made["id"].as_str().unwrap(), "/invitation");
    for _ in 0..4 {
        staff.owner.post(&again, json!({})).await.expect(200);
    }
    staff.world.settle().await;
    refused(&staff, &staff.owner, &again, 429, "too_many_requests").await;
    let limited = staff.owner.post(&again, json!({})).await;
    assert!(limited.headers.contains_key("retry-after"));
}

#[tokio::test]
async fn refused_invitations_write_and_mail_nothing() {
    let staff = Staff::start().await;
    let other = staff.world.office_named("Other Office", "other").await.owner();
    staff.world.settle().await;
    let before = staff.world.snapshot().await;
    let members = "/api/office/members";
    staff.plain.post(members, invitation(EMAIL)).await.expect_problem(403, "role_required");
    staff.world.browser().post(members, invitation(EMAIL)).await.expect_problem(401, "not_signed_in");
    let known = invitation(&staff.plain.email.to_uppercase());
    staff.owner.post(members, known).await.expect_problem(409, "already_exists");
    for (field, value, code) in [
        ("name", json!(""), "required"),
        ("email", json!("nobody"), "invalid_email"),
        ("role", json!("owner"), "handed_over_only"),
        ("role", json!("king"), "invalid_format"),
        ("language", json!("xx"), "invalid_format"),
        ("phone", json!("1"), "unknown_field"),
    ] {
        let mut body = invitation(EMAIL);
        body[field] = value;
        let reply = staff.owner.post(members, body).await;
        reply.expect_problem(422, "invalid_value");
        assert_eq!(reply.field_errors(), [(format!("/{field}"), code.to_owned())]);
    }
    let again = member_path(&staff.plain.id, "/invitation");
    other.post(&again, json!({})).await.expect_problem(404, "not_found");
    staff.plain.post(&again, json!({})).await.expect_problem(403, "role_required");
    staff.world.settle().await;
    assert_eq!(staff.world.snapshot().await, before);
    assert!(staff.world.mails().is_empty());
    assert_eq!(Value::Null, staff.listed("mem_01jnb000000000000000000000").await);
}
