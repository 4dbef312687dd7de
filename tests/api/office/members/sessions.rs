use serde_json::{Value, json};
use sild_tests::Browser;

use super::Staff;

const SESSIONS: &str = "/api/office/sessions";
const FIREFOX: &str = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0";

/// Signs the plain member in once more, with this user agent.
async fn sign_in(staff: &Staff, agent: &str) -> Browser {
    let browser = staff.world.browser().with_header("user-agent", agent);
    browser.post("/api/office-login", json!({ "email": staff.plain.email })).await.expect(202);
    staff.world.settle().await;
    let mail = staff.world.mails_to(&staff.plain.email).pop().unwrap();
    let token = mail.text.split("#t=").nth(1).unwrap().split_whitespace().next().unwrap().to_owned();
    browser.post("/api/login/redeem", json!({ "token": token })).await.expect(200);
    browser
}

#[tokio::test]
async fn members_see_where_they_are_signed_in_and_end_one_of_them() {
    // S64
    let staff = Staff::start().await;
    staff.world.advance_minutes(10).await;
    let other = sign_in(&staff, FIREFOX).await;
    let list = staff.plain.get(SESSIONS).await.expect(200);
    let items = list["items"].as_array().unwrap();
    assert_eq!(items.len(), 2);
    assert_eq!(items[0]["device"], "Firefox · Windows");
    assert_eq!(items[0]["is_current"], false);
    assert_eq!(items[0]["started_at"], staff.world.cx.now().to_string());
    assert_eq!((&items[1]["device"], &items[1]["is_current"]), (&Value::Null, &json!(true)));
    let ended = format!("{SESSIONS}/{}", items[0]["id"].as_str().unwrap());
    staff.plain.delete(&ended).await.expect(204);
    other.get("/api/office/session").await.expect_problem(401, "not_signed_in");
    staff.plain.get("/api/office/session").await.expect(200);
    staff.plain.delete(&ended).await.expect_problem(404, "not_found");
}

#[tokio::test]
async fn nothing_of_the_cookie_the_address_or_the_version_is_told_or_kept() {
    let staff = Staff::start().await;
    let browser = sign_in(&staff, FIREFOX).await;
    let cookie = browser.cookie("__Host-office").unwrap();
    let hash = sild_app::secrets::hash(&[cookie.rsplit('.').next().unwrap()]);
    let told = browser.get(SESSIONS).await.text();
    assert!(!told.contains(&hash) && !told.contains("140"), "{told}");
    let kept = staff.world.snapshot().await;
    let kept = kept.iter().filter(|item| item["ent"] == "session").map(Value::to_string).collect::<String>();
    assert!(!kept.contains("Gecko") && !kept.contains("140.0"), "{kept}");
}

#[tokio::test]
async fn sessions_of_others_do_not_exist() {
    let staff = Staff::start().await;
    let own = staff.owner.get(SESSIONS).await.expect(200);
    let path = format!("{SESSIONS}/{}", own["items"][0]["id"].as_str().unwrap());
    let before = staff.world.snapshot().await;
    staff.plain.delete(&path).await.expect_problem(404, "not_found");
    staff.plain.delete(&format!("{SESSIONS}/nothing")).await.expect_problem(404, "not_found");
    staff.world.browser().get(SESSIONS).await.expect_problem(401, "not_signed_in");
    assert_eq!(staff.world.snapshot().await, before);
    staff.owner.get("/api/office/session").await.expect(200);
}
