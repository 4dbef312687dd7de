//! The budget of AWS calls: who the caller is costs one round trip, and the rest at most two serial calls, three where S3
//! is asked. Counted at the HTTP client under the SDK, for every operation there is, and held against the table of calls in
//! docs/api-design.md.

#![expect(clippy::unwrap_used, reason = "an operation that cannot be measured fails its test")]

use std::{fmt::Write as _, time::Instant};

use sild_tests::{
    Call,
    catalogue::{Audience, ROWS, Row, Scene, ready},
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

async fn calls_of(row: &Row) -> Vec<Call> {
    let scene = Box::pin(Scene::arrange()).await;
    let prepared = ready(&scene, row).await;
    drop(scene.office.world.take_calls());
    let reply = prepared.send().await;
    assert!(reply.status.is_success(), "{}: {}", row.operation, reply.text());
    scene.office.world.take_calls()
}

/// The calls in the order in which they began; a step ends where a call begins after all of it has ended.
fn steps(calls: &[Call]) -> Vec<Vec<String>> {
    let mut steps: Vec<(Instant, Vec<String>)> = Vec::new();
    let mut calls = calls.to_vec();
    calls.sort_by_key(|call| call.began);
    for call in calls {
        match steps.last_mut() {
            Some((end, step)) if call.began < *end => {
                *end = call.ended.max(*end);
                step.push(name_of(&call));
            }
            _ => steps.push((call.ended, vec![name_of(&call)])),
        }
    }
    steps.into_iter().map(|(_, step)| step).collect()
}

/// `Query`, as AWS names it.
fn name_of(call: &Call) -> String {
    if call.what.starts_with("HEAD ") {
        return "HeadObject".to_owned();
    }
    call.what.rsplit('.').next().unwrap_or_default().to_owned()
}

/// How the page on the API's design writes the calls of an operation.
fn written(calls: &[Call]) -> String {
    let steps = steps(calls).into_iter().map(|step| step.join(" ∥ "));
    steps.collect::<Vec<_>>().join(" → ")
}

/// The same calls, whichever of those side by side came first.
fn sorted(written: &str) -> Vec<&str> {
    let mut names = written.split([' ', '∥', '→']).filter(|name| !name.is_empty()).collect::<Vec<_>>();
    names.sort_unstable();
    names
}

async fn check(part: usize) {
    let page = include_str!("../../docs/api-design.md");
    let (_, page) = page.split_once("\n## Calls\n").unwrap();
    let mut report = String::new();
    let mut over = Vec::new();
    let mut other = Vec::new();
    for row in ROWS.iter().skip(part).step_by(PARTS) {
        let calls = Box::pin(calls_of(row)).await;
        let written = written(&calls);
        let start = format!("| `{}` | ", row.operation);
        let told = page.lines().find_map(|line| line.strip_prefix(&start)?.strip_suffix(" |"));
        writeln!(report, "{start}{written} |").unwrap();
        if serial_depth(&calls) > budget(row) {
            over.push(row.operation);
        }
        if told.is_none_or(|told| sorted(told) != sorted(&written)) {
            other.push(row.operation);
        }
    }
    assert!(over.is_empty(), "over budget: {over:?}\n{report}");
    assert!(other.is_empty(), "docs/api-design.md says otherwise of {other:?}\n{report}");
}

const PARTS: usize = 4;

macro_rules! parts {
    ($($name:ident $part:literal),+) => {$(
        #[tokio::test]
        async fn $name() {
            Box::pin(check($part)).await;
        }
    )+};
}

parts!(
    every_fourth_operation_keeps_its_budget 0,
    every_fourth_operation_from_the_second_keeps_its_budget 1,
    every_fourth_operation_from_the_third_keeps_its_budget 2,
    every_fourth_operation_from_the_last_keeps_its_budget 3
);
