use serde_json::json;

use crate::desk::{Desk, each, request_path};

/// S48
#[tokio::test]
async fn a_client_sees_its_own_requests_newest_first_and_the_finished_apart() {
    let desk = Desk::start().await;
    let (mari, jaan) = (desk.contact("mari").await, desk.contact("jaan").await);
    let first = desk.request(&mari, "First").await;
    desk.world.advance_minutes(1).await;
    let second = desk.request(&jaan, "Second").await;
    let other = desk.office.client("Another Client").await;
    let stranger = desk.office.contact(other, "stranger@other.example").await;
    let open = mari.get(&desk.portal_requests("")).await.expect(200);
    assert_eq!(each(&open, "subject"), ["Second", "First"]);
    assert_eq!(each(&open, "is_unread"), [true, false], "jaan's is news for mari");
    stranger.get(&desk.portal_requests("")).await.expect_problem(404, "not_found");
    desk.owner.post(&request_path(&first, "/close"), json!({})).await.expect(200);
    assert_eq!(each(&mari.get(&desk.portal_requests("")).await.expect(200), "id"), [second["id"].clone()]);
    let finished = mari.get(&desk.portal_requests("?state=finished")).await.expect(200);
    assert_eq!(each(&finished, "state"), ["closed"]);
    let page = mari.get(&desk.portal_requests("?limit=1")).await.expect(200);
    assert_eq!(each(&page, "subject"), ["Second"]);
    mari.get(&desk.portal_requests("?limit=101")).await.expect_problem(422, "invalid_value");
}
