//! What a browser that takes gzip gets.

use std::io::Read as _;

use flate2::read::GzDecoder;
use http::header;
use sild_tests::{Reply, World};

fn is_compressed(reply: &Reply) -> bool {
    reply.headers.get(header::CONTENT_ENCODING).is_some_and(|encoding| encoding == "gzip")
}

/// The words of all `Vary` headers.
fn vary(reply: &Reply) -> Vec<String> {
    let said = reply.headers.get_all(header::VARY).iter().map(|value| value.to_str().unwrap());
    said.flat_map(|value| value.split(',')).map(|word| word.trim().to_ascii_lowercase()).collect()
}

#[tokio::test]
async fn a_large_answer_comes_compressed_to_whoever_takes_that() {
    let world = World::start().await;
    let office = world.office().await;
    for number in 0..20 {
        office.client(&format!("Example Bakery {number}")).await;
    }
    let plain = office.owner().get("/api/office/clients").await;
    let packed =
        office.owner().browser.with_header("accept-encoding", "gzip").get("/api/office/clients").await;

    assert!(!is_compressed(&plain) && is_compressed(&packed));
    assert!(packed.bytes.len() * 5 < plain.bytes.len(), "{} of {}", packed.bytes.len(), plain.bytes.len());
    let mut unpacked = Vec::new();
    GzDecoder::new(packed.bytes.as_slice()).read_to_end(&mut unpacked).unwrap();
    assert!(unpacked == plain.bytes);
    // Neither may be kept, and what may be is kept for whoever takes the same.
    for reply in [&plain, &packed] {
        assert_eq!(reply.headers[header::CACHE_CONTROL], "no-store");
        assert!(vary(reply).contains(&"accept-encoding".to_owned()));
    }
}

#[tokio::test]
async fn a_small_answer_comes_as_it_is() {
    let world = World::start().await;
    let reply = world.browser().with_header("accept-encoding", "gzip").get("/api/office/session").await;
    reply.expect_problem(401, "not_signed_in");
    assert!(!is_compressed(&reply));
}

#[tokio::test]
async fn a_page_of_a_portal_differs_by_language_and_session_as_well() {
    let world = World::start().await;
    world.office().await;
    let reply = world.browser().with_header("accept-encoding", "gzip").get("/p/demo").await;
    assert!(is_compressed(&reply));
    let vary = vary(&reply);
    for header in ["cookie", "accept-language", "accept-encoding"] {
        assert!(vary.contains(&header.to_owned()), "{vary:?}");
    }
}
