//! Every event of `events/` goes through its area's own dispatch, as in a function whose `Handler` names it, in the world
//! that it comes from. What it answers, what it changes in the table and which mails leave stands in `snapshots/`; what it
//! asks of AWS stands in docs/api-design.md and keeps its budget.

#![expect(clippy::unwrap_used, reason = "an event that cannot be run fails its test")]

mod actions;
mod calls;
mod outcome;
mod partitions;
mod trail;

use std::{collections::BTreeSet, fs, path::Path};

use lambda_http::{Adapter, Context as Invocation, LambdaEvent, Service as _, request::LambdaRequest};
use outcome::{changes, readable};
use serde_json::{Value, json};
use sild_app::Context;
use sild_http::Operation;
use sild_runtime::{Job, routes_of};
use sild_tests::World;
use sild_tests::catalogue::{Scene, Trigger, every_trigger};

/// What a function answers to its event.
async fn run(trigger: Trigger, cx: Context, event: &Value) -> Value {
    let name = trigger.name();
    match trigger {
        Trigger::Request(_) => {
            let areas = [sild_public::operations(), sild_portal::operations(), sild_office::operations()];
            let is_here = |area: &Vec<Operation>| area.iter().any(|one| one.name == name);
            let area = areas.into_iter().find(is_here).unwrap();
            let request: LambdaRequest = serde_json::from_value(event.clone()).unwrap();
            let mut function = Adapter::from(routes_of(area, name, cx).unwrap());
            let answer = function.call(LambdaEvent::new(request, Invocation::default())).await.unwrap();
            serde_json::to_value(answer).unwrap()
        }
        Trigger::Job(_) => {
            let job = Job::named(sild_jobs::JOBS, name).unwrap();
            job.call(cx, event.clone(), None).await.unwrap()
        }
    }
}

/// Runs a function's event; what the audit trail should tell of it and does not.
async fn check(scene: &Scene, trigger: Trigger) -> Vec<String> {
    let name = trigger.name();
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("../events/{name}.json"));
    let event: Value = serde_json::from_str(&fs::read_to_string(&file).unwrap()).unwrap();
    let fired = Box::pin(trigger.arrange(scene)).await;
    assert_eq!(event, fired.event, "events/{name}.json is stale: make generate");

    let before_all = trail::told(&fired.world, name).await;
    let before = fired.world.snapshot().await;
    let mails = fired.world.mails().len();
    let schedules = names_of_schedules(&fired.world);
    drop(fired.world.take_calls());
    let answer = run(trigger, fired.world.cx.clone(), &event).await;
    let calls = fired.world.take_calls();
    assert_eq!(
        actions::beyond(name, &calls),
        BTreeSet::new(),
        "{name}: add it to infra/stack/operations.toml"
    );
    assert_eq!(partitions::outside(name, &calls), Vec::<&str>::new(), "{name}");
    if let Trigger::Request(row) = trigger {
        assert!((200..300).contains(&answer["statusCode"].as_u64().unwrap()), "{name}: {answer}");
        assert_eq!(calls::fault(row, &calls), None, "{name}");
    }
    let sent = fired.world.mails().split_off(mails);
    let outcome = json!({
        "answer": answer,
        "table": changes(&before, &fired.world.snapshot().await),
        "schedules": names_of_schedules(&fired.world).difference(&schedules).collect::<Vec<_>>(),
        "mails": sent.iter().map(|mail| json!({ "to": mail.to, "subject": mail.subject, "text": mail.text }))
            .collect::<Vec<_>>(),
    });
    let mut settings = insta::Settings::clone_current();
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    let after = fired.world.snapshot().await;
    settings.bind(|| insta::assert_snapshot!(name, readable(outcome)));
    match before_all {
        Some(before_all) => trail::faults(trigger, &fired, &before_all, &after).await,
        None => Vec::new(),
    }
}

fn names_of_schedules(world: &World) -> BTreeSet<String> {
    world.cloud.schedules().unwrap().into_iter().map(|schedule| schedule.name).collect()
}

const PARTS: usize = 8;

async fn check_part(part: usize) {
    let scene = Box::pin(Scene::arrange()).await;
    let mut faults = Vec::new();
    for trigger in every_trigger().skip(part).step_by(PARTS) {
        faults.extend(Box::pin(check(&scene, trigger)).await);
    }
    assert_eq!(faults, Vec::<String>::new());
}

sild_tests::parts!(
    check_part:
    every_eighth_event_does_what_it_did 0,
    every_eighth_event_from_the_second_does_what_it_did 1,
    every_eighth_event_from_the_third_does_what_it_did 2,
    every_eighth_event_from_the_fourth_does_what_it_did 3,
    every_eighth_event_from_the_fifth_does_what_it_did 4,
    every_eighth_event_from_the_sixth_does_what_it_did 5,
    every_eighth_event_from_the_seventh_does_what_it_did 6,
    every_eighth_event_from_the_last_does_what_it_did 7
);
