//! The budget of AWS calls: who the caller is costs one round trip, and the rest at most two serial calls, three where S3
//! is asked. Counted at the HTTP client under the SDK, for every operation there is.

use std::fmt::Write as _;

use sild_tests::{
    Call,
    catalogue::{Audience, Caller, Object, ROWS, Row, Scene},
    serial_depth,
};

/// Asks S3 whether a file has come.
const ASKS_S3: [&str; 2] = ["complete_file", "complete_portal_file"];

fn budget(row: &Row) -> usize {
    let authentication = usize::from(row.audience != Audience::Anybody);
    // The page and the redeeming of a link find out who somebody is by themselves.
    let own_authentication =
        usize::from(matches!(row.operation, "show_portal" | "redeem_login_link" | "redeem_login_code"));
    authentication + own_authentication + if ASKS_S3.contains(&row.operation) { 3 } else { 2 }
}

fn caller(row: &Row) -> Caller {
    match row.audience {
        Audience::Anybody => Caller::Stranger,
        Audience::Contacts | Audience::ContactsOfClient => Caller::Contact,
        Audience::Members | Audience::Managers | Audience::MembersOfClient | Audience::MembersOfMany => {
            Caller::Owner
        }
    }
}

async fn calls_of(row: &Row) -> Vec<Call> {
    let scene = Box::pin(Scene::arrange()).await;
    let prepared = scene.prepare(row, caller(row), Object::Own).await;
    drop(scene.office.world.take_calls());
    let reply = prepared.send().await;
    assert!(row.succeeds_with.contains(&reply.status.as_u16()), "{}: {}", row.operation, reply.text());
    scene.office.world.take_calls()
}

#[tokio::test]
async fn every_operation_keeps_its_budget_of_serial_calls() {
    let mut report = String::new();
    let mut over = Vec::new();
    for row in ROWS {
        let calls = Box::pin(calls_of(row)).await;
        let depth = serial_depth(&calls);
        let names =
            calls.iter().map(|call| call.what.rsplit('.').next().unwrap_or_default()).collect::<Vec<_>>();
        writeln!(report, "{:<28} {depth} of {}  {}", row.operation, budget(row), names.join(" ")).unwrap();
        if depth > budget(row) {
            over.push(row.operation);
        }
    }
    assert!(over.is_empty(), "over budget: {over:?}\n{report}");
}
