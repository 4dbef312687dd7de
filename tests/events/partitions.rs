//! The partitions that an operation's calls name are those that its role may touch: IAM would refuse any other, and the
//! clouds of this machine do not ask.

use std::sync::LazyLock;

use sild_tests::Call;

static TEMPLATE: LazyLock<String> = LazyLock::new(|| {
    std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../template.yaml")).unwrap()
});

/// What the role of `name` could not touch of all that the calls name.
pub(crate) fn outside<'c>(name: &str, calls: &'c [Call]) -> Vec<&'c str> {
    let touched = calls.iter().flat_map(|call| &call.partitions).map(String::as_str);
    match allowed(name) {
        Some(allowed) => touched.filter(|one| !allowed.iter().any(|pattern| fits(one, pattern))).collect(),
        None => Vec::new(),
    }
}

/// What the template says of a function's role.
pub(crate) fn role(name: &str) -> &'static str {
    let (_, role) = TEMPLATE.split_once(&format!("        - PolicyName: {name}\n")).unwrap();
    role.split("\n\n").next().unwrap()
}

/// The `dynamodb:LeadingKeys` of a role; none where it may touch them all.
fn allowed(name: &str) -> Option<Vec<&'static str>> {
    let (_, patterns) = role(name).split_once("dynamodb:LeadingKeys: [")?;
    let (patterns, _) = patterns.split_once(']').unwrap();
    Some(patterns.split(", ").map(|pattern| pattern.trim_matches('"')).collect())
}

/// As `StringLike` compares, for a star at the end.
fn fits(partition: &str, pattern: &str) -> bool {
    pattern.strip_suffix('*').map_or(partition == pattern, |beginning| partition.starts_with(beginning))
}

#[test]
fn an_operation_of_an_office_may_touch_offices_and_no_links() {
    let allowed = allowed("assign_task").unwrap();
    assert!(allowed.iter().any(|pattern| fits("O#01", pattern)));
    assert!(!allowed.iter().any(|pattern| fits("LINK#01", pattern)));
    assert_eq!(self::allowed("redeem_login_link"), None);
}
