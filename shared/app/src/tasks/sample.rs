//! The sample task of a first entry (S13).

use sild_domain::{ReminderChoice, TaskId, TaskState};
use sild_store::{clients::ClientRecord, tasks::TaskRecord, templates::TemplateRecord};

use super::{
    create::{Making, Whose, record},
    new_checklist,
};
use crate::{Context, Failure};

/// A client's copy of a template: assigned at once and never announced, as the invitation tells of it. Their done completes
/// it, so that no sample stays open in the office.
///
/// Writing it is [`sild_store::tasks::create`] with [`sild_store::clients::count_tasks`] of its
/// [`TaskRecord::counts`]; it needs no notice and has no deadline.
pub fn sample_task(
    cx: &Context,
    id: TaskId,
    client: &ClientRecord,
    template: &TemplateRecord,
) -> Result<TaskRecord, Failure> {
    let state = TaskState {
        is_auto_complete: true,
        client_may_tick: template.client_may_tick,
        checklist: new_checklist(cx, template.checklist.iter().cloned())?,
        is_sample: true,
        ..TaskState::default()
    };
    let now = cx.now();
    let state = state.assign(true, now)?.state;
    let made = Making {
        title: template.title.clone(),
        description: template.description.clone(),
        state,
        reminders: ReminderChoice::Off,
        series_id: None,
        request_id: None,
    };
    Ok(record(id, Whose::of(client), made, None, None, now))
}
