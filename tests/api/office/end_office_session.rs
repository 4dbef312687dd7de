use sild_http::cookie::OFFICE_COOKIE;
use sild_tests::World;

#[tokio::test]
async fn signing_out_ends_the_session_in_the_browser_and_on_the_server() {
    let world = World::start().await;
    let owner = world.office().await.owner();
    let cookie = owner.cookie(OFFICE_COOKIE).unwrap();
    let reply = owner.delete("/api/office/session").await;
    assert!(reply.headers["set-cookie"].to_str().unwrap().contains("Max-Age=0"));
    reply.expect(204);
    assert_eq!(owner.cookie(OFFICE_COOKIE), None);
    owner.set_cookie(OFFICE_COOKIE, &cookie);
    owner.get("/api/office/session").await.expect_problem(401, "not_signed_in");
    owner.delete("/api/office/session").await.expect_problem(401, "not_signed_in");
}

#[tokio::test]
async fn another_site_cannot_sign_somebody_out() {
    let world = World::start().await;
    let owner = world.office().await.owner();
    let before = world.snapshot().await;
    let elsewhere = owner.with_header("origin", "https://elsewhere.example");
    elsewhere.delete("/api/office/session").await.expect_problem(403, "wrong_origin");
    assert_eq!(world.snapshot().await, before);
    owner.get("/api/office/session").await.expect(200);
}
