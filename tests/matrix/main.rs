//! The authorisation matrix: every operation × every kind of caller × every kind of object.
//!
//! What each cell must answer follows from the operation's row in the catalogue. A refused cell answers the same bytes as an
//! id that never was, or 401 or 403 where the caller may know; and leaves the table and the mailbox as they were. The
//! rows must be exactly the operations that exist.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod expectation;

use std::collections::BTreeSet;

use expectation::Expectation;
use sild_tests::catalogue::{Caller, Object, ROWS, Row, Scene};

#[test]
fn every_operation_has_exactly_one_row() {
    let known = sild_local::product::operations().iter().map(|operation| operation.name).collect::<Vec<_>>();
    let rows = ROWS.iter().map(|row| row.operation).collect::<Vec<_>>();
    assert_eq!(rows.iter().collect::<BTreeSet<_>>().len(), rows.len(), "a row stands twice");
    assert_eq!(rows.into_iter().collect::<BTreeSet<_>>(), known.into_iter().collect::<BTreeSet<_>>());
}

/// Runs the cells of the rows whose number leaves this rest, so that the test runner can spread them.
async fn check(part: usize) {
    let refused_in = Scene::arrange().await;
    let mut refused = 0;
    let mut allowed = 0;
    for row in ROWS.iter().skip(part).step_by(PARTS) {
        for caller in Caller::ALL {
            for object in row.objects() {
                match expectation::of(row, caller, *object) {
                    Expectation::Refused(status, code) => {
                        check_refused(&refused_in, row, caller, *object, status, code).await;
                        refused += 1;
                    }
                    Expectation::Allowed => {
                        check_allowed(row, caller, *object).await;
                        allowed += 1;
                    }
                }
            }
        }
    }
    assert!(refused > 0 && allowed > 0, "part {part} checked nothing");
}

async fn check_refused(scene: &Scene, row: &Row, caller: Caller, object: Object, status: u16, code: &str) {
    let before = scene.office.world.snapshot().await;
    let mails = scene.office.world.mails().len();
    let reply = scene.call(row, caller, object).await;
    let cell = format!("{} by {caller:?} on {object:?}: {}", row.operation, reply.text());
    assert_eq!((reply.status.as_u16(), reply.code()), (status, code), "{cell}");
    if status == 404 {
        let never = scene.call(row, Caller::Owner, Object::NeverWas).await;
        let never_of_contact = scene.call(row, Caller::Contact, Object::NeverWas).await;
        let reference = if never.status.as_u16() == 404 { never } else { never_of_contact };
        assert_eq!(reply.bytes, reference.bytes, "{cell}");
    }
    scene.office.world.settle().await;
    assert_eq!(scene.office.world.snapshot().await, before, "{cell}");
    assert_eq!(scene.office.world.mails().len(), mails, "{cell}");
}

async fn check_allowed(row: &Row, caller: Caller, object: Object) {
    let scene = Scene::arrange().await;
    let reply = scene.call(row, caller, object).await;
    let cell = format!("{} by {caller:?} on {object:?}: {} {}", row.operation, reply.status, reply.text());
    assert!(row.succeeds_with.contains(&reply.status.as_u16()), "{cell}");
}

const PARTS: usize = 8;

macro_rules! parts {
    ($($name:ident $part:literal),+) => {$(
        #[tokio::test]
        async fn $name() {
            check($part).await;
        }
    )+};
}

parts!(
    every_eighth_row_holds 0,
    every_eighth_row_from_the_second_holds 1,
    every_eighth_row_from_the_third_holds 2,
    every_eighth_row_from_the_fourth_holds 3,
    every_eighth_row_from_the_fifth_holds 4,
    every_eighth_row_from_the_sixth_holds 5,
    every_eighth_row_from_the_seventh_holds 6,
    every_eighth_row_from_the_last_holds 7
);
