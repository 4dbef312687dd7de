//! The budget of AWS calls: who the caller is costs one round trip, and the rest at most two serial calls. Counted at the HTTP client under the SDK, for every operation there is, and held against the table of calls in
//! docs/api-design.md.

use std::time::Instant;

use sild_tests::{
    Call,
    catalogue::{Audience, Row},
    serial_depth,
};

/// What is wrong with the calls of an operation; nothing if nothing is.
pub(crate) fn fault(row: &Row, calls: &[Call]) -> Option<String> {
    let (depth, budget) = (serial_depth(calls), budget(row));
    let written = written(calls);
    if depth > budget {
        return Some(format!("{depth} serial calls, {budget} are the most: {written}"));
    }
    let page = include_str!("../../docs/api-design.md");
    let (_, page) = page.split_once("\n## Calls\n").unwrap();
    let start = format!("| `{}` | ", row.operation);
    let told = page.lines().find_map(|line| line.strip_prefix(&start)?.strip_suffix(" |"));
    let differs = told.is_none_or(|told| sorted(told) != sorted(&written));
    differs.then(|| format!("docs/api-design.md should say: {start}{written} |"))
}

fn budget(row: &Row) -> usize {
    let authentication = usize::from(row.audience != Audience::Anybody);
    // The page and the spending of a link find out who somebody is by themselves.
    let own_authentication = usize::from(matches!(
        row.operation,
        "show_portal" | "redeem_login_link" | "redeem_login_code" | "confirm_email_change"
    ));
    authentication + own_authentication + 2
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
