//! What a function does with the table is what its role allows: IAM would refuse anything else, and the clouds of this machine
//! do not ask.

use std::collections::BTreeSet;

use sild_tests::Call;

use super::partitions::role;

/// What the role of `name` does not allow of all that was asked of the table.
pub(crate) fn beyond(name: &str, calls: &[Call]) -> BTreeSet<String> {
    let allowed = allowed(name);
    let asked = calls.iter().flat_map(|call| call.actions.iter().cloned());
    asked.filter(|action| !allowed.contains(action)).collect()
}

/// The actions of a role on the table, and the indexes that it may ask.
fn allowed(name: &str) -> BTreeSet<String> {
    let words = role(name).split(|letter: char| !(letter.is_ascii_alphanumeric() || ":/_-".contains(letter)));
    words
        .filter_map(|word| match word.rsplit_once("/index/") {
            Some((_, index)) => Some(format!("index/{index}")),
            None => (word.starts_with("dynamodb:") && !word.ends_with(':')).then(|| word.to_owned()),
        })
        .collect()
}

#[test]
fn a_role_that_reads_may_not_write() {
    let allowed = allowed("get_task");
    assert!(allowed.contains("dynamodb:Query") && allowed.contains("index/gsi1"), "{allowed:?}");
    assert!(!allowed.contains("dynamodb:PutItem"), "{allowed:?}");
}
