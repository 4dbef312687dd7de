// What S30 and S42 to S44 ask of a decision.

use super::*;
use crate::{Checklist, ChecklistItem, ShortText};
use jiff::SignedDuration;
use proptest::prelude::*;

fn now() -> Timestamp {
    "2026-03-02T10:00:30Z".parse().unwrap()
}

fn member() -> MemberId {
    MemberId::new(now(), [1; 10])
}

fn contact(number: u8) -> ContactId {
    ContactId::new(now(), [number; 10])
}

fn item(number: u8) -> ChecklistItemId {
    ChecklistItemId::new(now(), [number; 10])
}

fn open_task() -> TaskState {
    let line = |number| ChecklistItem {
        id: item(number),
        text: ShortText::parse("Invoices").unwrap(),
        is_done: false,
    };
    TaskState {
        client_may_tick: true,
        checklist: Checklist::parse(vec![line(1), line(2)]).unwrap(),
        ..TaskState::default()
    }
}

fn assigned_task() -> TaskState {
    open_task().assign(true, now()).unwrap().state
}

fn auto_task() -> TaskState {
    TaskState { is_auto_complete: true, ..assigned_task() }
}

fn completed_task() -> TaskState {
    assigned_task().complete(member(), now()).unwrap().state
}

#[test]
fn an_assigned_task_is_visible_at_once_and_its_mail_waits() {
    let Transition { state, change } = open_task().assign(true, now()).unwrap();
    assert!(state.is_assigned());
    assert!(state.awaits_announcement(1));
    assert_eq!(
        change,
        Change::Assigned { generation: 1, announce_at: Some("2026-03-02T10:06:00Z".parse().unwrap()) }
    );
}

#[test]
fn assigning_is_refused_with_the_reason() {
    assert_eq!(open_task().assign(false, now()), Err(TaskError::PortalClosed));
    assert_eq!(assigned_task().assign(true, now()), Err(TaskError::AlreadyAssigned));
    assert_eq!(assigned_task().assign(false, now()), Err(TaskError::AlreadyAssigned));
    let completed = open_task().complete(member(), now()).unwrap().state;
    assert_eq!(completed.assign(true, now()), Err(TaskError::TaskCompleted));
}

#[test]
fn assigning_again_begins_a_new_wait_and_asks_the_client_anew() {
    let done = assigned_task().client_done(contact(1), now()).unwrap().state;
    let withdrawn = done.withdraw(now()).unwrap().state;
    let later = now() + SignedDuration::from_mins(2);
    let Transition { state, change } = withdrawn.assign(true, later).unwrap();
    assert_eq!(
        change,
        Change::Assigned { generation: 2, announce_at: Some("2026-03-02T10:08:00Z".parse().unwrap()) }
    );
    assert_eq!(state.client, ClientState::Open);
    assert!(!state.awaits_announcement(1));
    assert!(state.awaits_announcement(2));
}

#[test]
fn a_sample_task_is_never_announced() {
    let sample = TaskState { is_sample: true, ..open_task() };
    let Transition { state, change } = sample.assign(true, now()).unwrap();
    assert_eq!(change, Change::Assigned { generation: 1, announce_at: None });
    assert!(!state.awaits_announcement(1));
}

#[test]
fn withdrawing_before_the_announcement_tells_nobody_and_after_it_tells_the_client() {
    let Transition { state, change } = assigned_task().withdraw(now()).unwrap();
    assert_eq!(change, Change::Withdrawn { generation: 1, was_announced: false });
    assert!(!state.awaits_announcement(1));
    assert_eq!(state.clone().withdraw(now()), Err(TaskError::NotAssigned));
    assert_eq!(open_task().withdraw(now()), Err(TaskError::NotAssigned));

    let announced = assigned_task().announce(1).state;
    let change = announced.withdraw(now()).unwrap().change;
    assert_eq!(change, Change::Withdrawn { generation: 1, was_announced: true });
}

#[test]
fn an_announcement_counts_once_and_only_for_its_generation() {
    let first = assigned_task().announce(1);
    assert_eq!(first.change, Change::Announced { generation: 1 });
    assert!(!first.state.awaits_announcement(1));
    assert_eq!(first.state.announce(1).change, Change::Nothing);
    assert_eq!(assigned_task().announce(2).change, Change::Nothing);
    let withdrawn = assigned_task().withdraw(now()).unwrap().state;
    assert_eq!(withdrawn.announce(1).change, Change::Nothing);
}

#[test]
fn a_task_finished_before_its_announcement_is_not_announced() {
    assert!(!completed_task().awaits_announcement(1));
    let done = assigned_task().client_done(contact(1), now()).unwrap().state;
    assert!(!done.awaits_announcement(1));
    let reopened = completed_task().reopen().unwrap().state;
    assert!(reopened.awaits_announcement(1));
}

#[test]
fn the_accountant_completes_and_reopens() {
    let Transition { state, change } = open_task().complete(member(), now()).unwrap();
    assert_eq!(change, Change::Completed);
    assert_eq!(state.office, OfficeState::Completed { by: CompletedBy::Member { id: member() }, at: now() });
    assert_eq!(state.clone().complete(member(), now()), Err(TaskError::TaskCompleted));
    let reopened = state.reopen().unwrap();
    assert_eq!(reopened.change, Change::Reopened);
    assert_eq!(reopened.state.reopen(), Err(TaskError::TaskNotCompleted));
}

#[test]
fn the_clients_done_is_not_the_accountants() {
    let Transition { state, change } = assigned_task().client_done(contact(1), now()).unwrap();
    assert_eq!(change, Change::ClientDone { is_completed_too: false });
    assert!(!state.is_completed());
    assert!(state.is_done_for_client());
    let reopened = state.client_reopen().unwrap();
    assert_eq!(reopened.change, Change::ClientReopened);
    assert!(!reopened.state.is_done_for_client());
    assert_eq!(reopened.state.client_reopen().unwrap().change, Change::Nothing);
}

#[test]
fn the_client_reopens_only_until_the_accountant_completes() {
    let done = assigned_task().client_done(contact(1), now()).unwrap().state;
    let completed = done.complete(member(), now()).unwrap().state;
    assert_eq!(completed.clone().client_reopen(), Err(TaskError::TaskCompleted));
    let reopened = completed.reopen().unwrap().state;
    assert_eq!(reopened.client, ClientState::Done { by: contact(1), at: now() });
    assert_eq!(reopened.client_reopen().unwrap().change, Change::ClientReopened);
}

#[test]
fn the_first_contact_who_finishes_counts() {
    let first = assigned_task().client_done(contact(1), now()).unwrap().state;
    let second = first.client_done(contact(2), now()).unwrap();
    assert_eq!(second.change, Change::Nothing);
    assert_eq!(second.state.client, ClientState::Done { by: contact(1), at: now() });
}

#[test]
fn with_automatic_completion_the_clients_done_completes_at_once() {
    let Transition { state, change } = auto_task().client_done(contact(1), now()).unwrap();
    assert_eq!(change, Change::ClientDone { is_completed_too: true });
    assert_eq!(
        state.office,
        OfficeState::Completed { by: CompletedBy::Contact { id: contact(1) }, at: now() }
    );
    assert_eq!(state.clone().client_reopen(), Err(TaskError::TaskCompleted));
    let reopened = state.reopen().unwrap().state;
    assert_eq!(reopened.client, ClientState::Open);
}

#[test]
fn a_done_after_the_accountants_is_harmless() {
    let completed = completed_task();
    assert!(completed.is_done_for_client());
    let done = completed.clone().client_done(contact(1), now()).unwrap();
    assert_eq!(done.change, Change::Nothing);
    assert_eq!(done.state, completed);
}

#[test]
fn a_client_acts_only_on_what_is_assigned() {
    let withdrawn = assigned_task().withdraw(now()).unwrap().state;
    for state in [open_task(), withdrawn] {
        let contact = contact(1);
        assert_eq!(state.clone().client_done(contact, now()), Err(TaskError::NotAssigned));
        assert_eq!(state.clone().client_reopen(), Err(TaskError::NotAssigned));
        assert_eq!(state.tick(Actor::Contact(contact), item(1), true), Err(TaskError::NotAssigned));
    }
}

#[test]
fn ticking_is_for_members_and_by_option_for_contacts() {
    for actor in [Actor::Member(member()), Actor::Contact(contact(1))] {
        let ticked = assigned_task().tick(actor, item(1), true).unwrap();
        assert_eq!(ticked.change, Change::Ticked { item: item(1), is_done: true });
        assert_eq!(ticked.state.checklist.done_count(), 1);
        let again = ticked.state.tick(actor, item(1), true).unwrap();
        assert_eq!(again.change, Change::Nothing);
        let unticked = again.state.tick(actor, item(1), false).unwrap();
        assert_eq!(unticked.change, Change::Ticked { item: item(1), is_done: false });
        assert_eq!(assigned_task().tick(actor, item(9), true), Err(TaskError::ChecklistItemNotFound));
        assert_eq!(completed_task().tick(actor, item(1), true), Err(TaskError::TaskCompleted));
    }
    let closed = TaskState { client_may_tick: false, ..assigned_task() };
    assert_eq!(
        closed.clone().tick(Actor::Contact(contact(1)), item(1), true),
        Err(TaskError::TickNotAllowed)
    );
    assert!(closed.tick(Actor::Member(member()), item(1), true).is_ok());
    assert!(open_task().tick(Actor::Member(member()), item(1), true).is_ok());
}

#[test]
fn each_error_says_its_code() {
    for error in [
        TaskError::PortalClosed,
        TaskError::AlreadyAssigned,
        TaskError::NotAssigned,
        TaskError::TaskCompleted,
        TaskError::TaskNotCompleted,
        TaskError::ChecklistItemNotFound,
        TaskError::TickNotAllowed,
    ] {
        assert!(error.to_string().starts_with(&format!("{}: ", error.code())));
    }
}

#[test]
fn the_state_is_stored_and_read_back() {
    let state = auto_task().client_done(contact(1), now()).unwrap().state;
    let json = serde_json::to_value(&state).unwrap();
    assert_eq!(json["office"]["state"], "completed");
    assert_eq!(json["office"]["by"]["kind"], "contact");
    assert_eq!(json["portal"]["state"], "assigned");
    assert_eq!(serde_json::from_value::<TaskState>(json).unwrap(), state);
}

/// Something that somebody tries to do to a task.
#[derive(Clone, Copy, Debug)]
enum Attempt {
    Assign(bool),
    Announce(u32),
    Withdraw,
    Complete,
    Reopen,
    ClientDone(u8),
    ClientReopen,
    Tick(bool, u8, bool),
}

fn attempt() -> impl Strategy<Value = Attempt> {
    prop_oneof![
        any::<bool>().prop_map(Attempt::Assign),
        (1_u32..5).prop_map(Attempt::Announce),
        Just(Attempt::Withdraw),
        Just(Attempt::Complete),
        Just(Attempt::Reopen),
        (1_u8..4).prop_map(Attempt::ClientDone),
        Just(Attempt::ClientReopen),
        (any::<bool>(), 1_u8..4, any::<bool>()).prop_map(|(m, i, d)| Attempt::Tick(m, i, d)),
    ]
}

fn tried(state: TaskState, attempt: Attempt, now: Timestamp) -> Result<Transition, TaskError> {
    match attempt {
        Attempt::Assign(is_open) => state.assign(is_open, now),
        Attempt::Announce(generation) => Ok(state.announce(generation)),
        Attempt::Withdraw => state.withdraw(now),
        Attempt::Complete => state.complete(member(), now),
        Attempt::Reopen => state.reopen(),
        Attempt::ClientDone(number) => state.client_done(contact(number), now),
        Attempt::ClientReopen => state.client_reopen(),
        Attempt::Tick(true, number, is_done) => state.tick(Actor::Member(member()), item(number), is_done),
        Attempt::Tick(false, number, is_done) => {
            state.tick(Actor::Contact(contact(1)), item(number), is_done)
        }
    }
}

proptest! {
    #[test]
    fn whatever_is_tried_the_three_states_agree(
        is_auto_complete: bool,
        client_may_tick: bool,
        attempts in prop::collection::vec(attempt(), 0..40),
    ) {
        let mut state = TaskState { is_auto_complete, client_may_tick, ..open_task() };
        let mut generations = 0;
        let mut announced = std::collections::BTreeSet::new();
        for (step, attempt) in attempts.into_iter().enumerate() {
            let at = now() + SignedDuration::from_secs(i64::try_from(step).unwrap());
            let Ok(next) = tried(state.clone(), attempt, at) else { continue };
            prop_assert_eq!(next.change == Change::Nothing, next.state == state);
            match next.change {
                Change::Assigned { generation, .. } => {
                    generations += 1;
                    prop_assert_eq!(generation, generations);
                    prop_assert!(!next.state.is_done_for_client());
                }
                Change::Announced { generation } => prop_assert!(announced.insert(generation)),
                Change::Withdrawn { generation, was_announced } => {
                    prop_assert_eq!(was_announced, announced.contains(&generation));
                }
                Change::ClientDone { is_completed_too } => {
                    prop_assert!(!state.is_done_for_client());
                    prop_assert_eq!(is_completed_too, next.state.is_completed());
                }
                Change::Ticked { .. } => {
                    prop_assert_ne!(next.state.checklist.done_count(), state.checklist.done_count());
                }
                Change::Nothing | Change::Completed | Change::Reopened | Change::ClientReopened => {}
            }
            let by_contact = matches!(
                next.state.office,
                OfficeState::Completed { by: CompletedBy::Contact { .. }, .. }
            );
            if by_contact {
                let is_client_done = matches!(next.state.client, ClientState::Done { .. });
                prop_assert!(is_client_done);
            }
            state = next.state;
        }
    }
}
