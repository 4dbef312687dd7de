use sild_domain::Role;

use super::{create, monthly};
use crate::desk::{Desk, each};

#[tokio::test]
async fn series_come_by_client_or_all_that_one_sees() {
    let desk = Desk::start().await;
    let first = create(&desk, monthly(10, "2026-03-01")).await;
    let second = create(&desk, monthly(20, "2026-03-01")).await;
    let other_client = desk.office.client("Second Client").await;
    let plain = desk.office.member("Peeter", Role::Member).await;
    let of_client = format!("/api/office/series?client_id={}", desk.client);
    let list = desk.owner.get(&of_client).await.expect(200);
    assert_eq!(each(&list, "id"), [first["id"].clone(), second["id"].clone()]);
    let empty = format!("/api/office/series?client_id={other_client}");
    assert!(each(&desk.owner.get(&empty).await.expect(200), "id").is_empty());
    assert_eq!(each(&desk.owner.get("/api/office/series").await.expect(200), "id").len(), 2);
    assert!(each(&plain.get("/api/office/series").await.expect(200), "id").is_empty());
    plain.get(&of_client).await.expect_problem(404, "not_found");
    let one = format!("/api/office/series/{}", first["id"].as_str().unwrap());
    plain.get(&one).await.expect_problem(404, "not_found");
    let page = desk.owner.get(&format!("{of_client}&limit=1")).await.expect(200);
    let next = format!("{of_client}&limit=1&cursor={}", page["next"].as_str().unwrap());
    assert_eq!(each(&desk.owner.get(&next).await.expect(200), "id"), [second["id"].clone()]);
}
