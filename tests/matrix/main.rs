//! The authorisation matrix: every operation × every kind of caller × every kind of object.
//!
//! What each cell must answer follows from the operation's row in the catalogue. A refused cell answers the same bytes as an
//! id that never was, or 401 or 403 where the caller may know; and leaves the table and the mailbox as they were. The
//! rows must be exactly the operations that exist.

mod expectation;

use std::collections::BTreeSet;

use expectation::Expectation;
use sild_tests::catalogue::{Caller, Kind, Object, ROWS, Row, Scene};

#[test]
fn every_operation_has_exactly_one_row() {
    let known = sild_local::product::operations().iter().map(|operation| operation.name).collect::<Vec<_>>();
    let rows = ROWS.iter().map(|row| row.operation).collect::<Vec<_>>();
    assert_eq!(rows.iter().collect::<BTreeSet<_>>().len(), rows.len(), "a row stands twice");
    assert_eq!(rows.into_iter().collect::<BTreeSet<_>>(), known.into_iter().collect::<BTreeSet<_>>());
}

/// Runs the cells of the rows whose number leaves this rest, so that the test runner can spread them.
async fn check(part: usize) {
    let scene = Box::pin(Scene::arrange()).await;
    let for_refusals = Box::pin(scene.copy()).await;
    let mut refused = 0;
    let mut allowed = 0;
    for row in ROWS.iter().skip(part).step_by(PARTS) {
        let (may, may_not): (Vec<_>, Vec<_>) = Caller::ALL
            .into_iter()
            .flat_map(|caller| row.objects().iter().map(move |object| (caller, *object)))
            .partition(|(caller, object)| expectation::of(row, *caller, *object) == Expectation::Allowed);
        refused += may_not.len();
        allowed += may.len();
        Box::pin(check_refused(&for_refusals, row, &may_not)).await;
        Box::pin(check_allowed(&scene, row, &may)).await;
    }
    assert!(refused > 0 && allowed > 0, "part {part} checked nothing");
}

/// No cell leaves a trace, and what does not exist for the caller answers as an id that never was.
async fn check_refused(scene: &Scene, row: &Row, cells: &[(Caller, Object)]) {
    let world = &scene.office.world;
    let mut never_was = Vec::new();
    if row.objects().contains(&Object::NeverWas) {
        for caller in [Caller::Owner, Caller::Contact] {
            let reply = scene.call(row, caller, Object::NeverWas).await;
            never_was.extend((reply.status.as_u16() == 404).then_some(reply.bytes));
        }
    }
    world.settle().await;
    let before = world.snapshot().await;
    let mails = world.mails().len();
    for (caller, object) in cells {
        let Expectation::Refused(status, code) = expectation::of(row, *caller, *object) else { continue };
        let reply = scene.call(row, *caller, *object).await;
        let cell = format!("{} by {caller:?} on {object:?}: {}", row.operation, reply.text());
        assert_eq!((reply.status.as_u16(), reply.code()), (status, code), "{cell}");
        if status == 404 {
            assert!(never_was.contains(&reply.bytes), "{cell}");
        }
    }
    world.settle().await;
    assert_eq!(world.snapshot().await, before, "{} left a trace", row.operation);
    assert_eq!(world.mails().len(), mails, "{} sent a mail", row.operation);
}

/// The first cell succeeds; those after it meet what it left behind, and are let in all the same.
async fn check_allowed(first: &Scene, row: &Row, cells: &[(Caller, Object)]) {
    let mut scene = Box::pin(first.copy()).await;
    for (place, (caller, object)) in cells.iter().enumerate() {
        if place > 0 && row.kind == Kind::OfficeThing && row.method == "DELETE" {
            // What was deleted is nobody's any more.
            scene = Box::pin(first.copy()).await;
        }
        let reply = scene.call(row, *caller, *object).await;
        let status = reply.status.as_u16();
        let is_good = row.succeeds_with.contains(&status);
        // What one of them took away is not there for the next.
        let is_gone = row.method == "DELETE" && status == 404;
        let is_let_in = is_good || is_gone || matches!(status, 409 | 412 | 429);
        let cell = format!("{} by {caller:?} on {object:?}: {status} {}", row.operation, reply.text());
        assert!(if place == 0 { is_good } else { is_let_in }, "{cell}");
    }
}

const PARTS: usize = 8;

sild_tests::parts!(
    check:
    every_eighth_row_holds 0,
    every_eighth_row_from_the_second_holds 1,
    every_eighth_row_from_the_third_holds 2,
    every_eighth_row_from_the_fourth_holds 3,
    every_eighth_row_from_the_fifth_holds 4,
    every_eighth_row_from_the_sixth_holds 5,
    every_eighth_row_from_the_seventh_holds 6,
    every_eighth_row_from_the_last_holds 7
);
