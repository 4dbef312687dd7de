//! One set of operations everywhere: in code, contract, stack, catalogue, events and the page on the API's design.

#![expect(clippy::unwrap_used, reason = "a file that cannot be read fails its test")]

use std::{collections::BTreeSet, fs, path::Path};

use serde_json::Value;
use sild_http::Operation;
use sild_local::product;
use sild_store::holdings::KINDS;
use sild_tests::catalogue::{ROWS, every_trigger, routes};

fn read(path: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("..").join(path)).unwrap()
}

/// `assign_task POST /api/office/tasks/{task}/assign`, as the code of an area has them.
fn of_area(area: &[Operation]) -> impl Iterator<Item = String> {
    area.iter().flat_map(|one| routes(one).into_iter().map(|route| format!("{} {route}", one.name)))
}

fn in_code() -> BTreeSet<String> {
    of_area(&product::operations()).collect()
}

fn jobs_in_code() -> BTreeSet<String> {
    sild_jobs::JOBS.iter().map(|job| job.name.to_owned()).collect()
}

#[test]
fn the_contract_that_the_apps_are_made_from_is_that_of_the_code() {
    let kept: Value = serde_json::from_str(&read("web/packages/api/openapi.json")).unwrap();
    let current = serde_json::to_value(product::contract()).unwrap();
    assert!(kept == current, "web/packages/api/openapi.json is stale: make generate");
    let named = current["paths"].as_object().unwrap().iter().flat_map(|(path, methods)| {
        let methods = methods.as_object().unwrap().iter();
        methods.map(move |(method, operation)| {
            format!("{} {} {path}", operation["operationId"].as_str().unwrap(), method.to_uppercase())
        })
    });
    assert_eq!(named.collect::<BTreeSet<_>>(), in_code());
}

#[test]
fn the_stack_has_a_function_for_each_operation_and_job() {
    let stack: toml::Table = read("infra/stack/operations.toml").parse().unwrap();
    let areas = [
        ("public", sild_public::operations()),
        ("portal", sild_portal::operations()),
        ("office", sild_office::operations()),
    ];
    for (name, operations) in areas {
        let deployed = stack[name].as_table().unwrap().iter().flat_map(|(name, function)| {
            let routes = function["routes"].as_array().unwrap();
            routes.iter().map(move |route| format!("{name} {}", route.as_str().unwrap()))
        });
        // A page answers below its address too, and the contract names it once.
        let deployed = deployed.filter(|route| !route.ends_with("/{proxy+}"));
        assert_eq!(deployed.collect::<BTreeSet<_>>(), of_area(&operations).collect());
    }
    let jobs = stack["jobs"].as_table().unwrap().keys().cloned();
    assert_eq!(jobs.collect::<BTreeSet<_>>(), jobs_in_code());
}

#[test]
fn each_row_of_the_catalogue_takes_the_route_of_its_operation() {
    let code = in_code();
    for row in ROWS {
        let path = row.full_path();
        let known = code.iter().filter_map(|line| line.strip_prefix(row.operation)?.strip_prefix(' '));
        let takes = known.into_iter().any(|route| {
            let (method, template) = route.split_once(' ').unwrap();
            let path = path.split('?').next().unwrap();
            method == row.method
                && template.split('/').count() == path.split('/').count()
                && template
                    .split('/')
                    .zip(path.split('/'))
                    .all(|(name, part)| name.starts_with('{') || name == part)
        });
        assert!(takes, "{} {} {path}", row.operation, row.method);
    }
    assert_eq!(ROWS.len(), product::operations().len());
}

#[test]
fn each_function_has_its_event() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../events");
    let files = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let wanted = every_trigger().map(|trigger| format!("{}.json", trigger.name()));
    assert_eq!(files.collect::<BTreeSet<_>>(), wanted.collect::<BTreeSet<_>>());
}

#[test]
fn the_page_on_the_apis_design_lists_every_operation_and_job() {
    let page = read("docs/api-design.md");
    let (_, operations) = page.split_once("\n## Operations\n").unwrap();
    let (operations, _) = operations.split_once("\n## Calls\n").unwrap();
    let mut prefix = "";
    let mut listed = BTreeSet::new();
    let mut jobs = BTreeSet::new();
    for line in operations.lines() {
        if let Some(heading) = line.strip_prefix("### ") {
            prefix = heading.split('`').nth(1).unwrap_or_default();
        }
        let mut quoted = line.split('`').skip(1).step_by(2);
        let (Some(name), true) = (quoted.next(), line.starts_with("| `")) else { continue };
        match quoted.next().and_then(|route| route.split_once(' ')) {
            Some((method, path)) => {
                let path = path.split(['?', ' ']).next().unwrap();
                let full = if path.starts_with("/api") || path.starts_with("/p/") {
                    path.to_owned()
                } else {
                    format!("{prefix}{path}")
                };
                listed.insert(format!("{name} {method} {full}"));
            }
            None => {
                jobs.insert(name.to_owned());
            }
        }
    }
    assert_eq!(listed, in_code());
    assert_eq!(jobs, jobs_in_code());
}

/// Every kind of item that the code of the store names.
fn kinds_in_code() -> BTreeSet<String> {
    let mut written = BTreeSet::new();
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/store/src")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
            if entry.is_dir() {
                folders.push(entry);
            } else {
                let text = fs::read_to_string(entry).unwrap();
                let kinds =
                    text.lines().filter_map(|line| line.trim().strip_prefix("const ENT: &'static str = \""));
                written.extend(kinds.map(|rest| rest.trim_end_matches("\";").to_owned()));
            }
        }
    }
    written
}

#[test]
fn the_page_on_the_apis_design_lists_every_kind_of_item() {
    let page = read("docs/api-design.md");
    let (_, items) = page.split_once("\n## Items\n").unwrap();
    let (items, _) = items.split_once("\n## Operations\n").unwrap();
    let listed = items.lines().filter_map(|line| line.strip_prefix("| `")?.split('`').next());
    assert_eq!(listed.map(str::to_owned).collect::<BTreeSet<_>>(), kinds_in_code());
}

#[test]
fn an_export_knows_what_to_do_with_every_kind_of_item() {
    let decided = KINDS.iter().map(|(kind, _)| (*kind).to_owned());
    assert_eq!(decided.collect::<BTreeSet<_>>(), kinds_in_code());
}
