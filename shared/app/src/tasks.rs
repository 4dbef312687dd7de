//! Tasks: what the office works on, and what it asks of its clients.

mod assignee;
mod change;
mod checklist;
mod commands;
mod create;
mod earliest_due;
mod list;
mod portal;
mod portal_view;
mod read;
mod sample;
mod update;
mod view;

pub(crate) use assignee::{Assignee, find_assignee};
pub(crate) use change::{add_consequences, refused_by, waiting_generation};
pub use checklist::ChecklistEdit;
pub(crate) use checklist::new_checklist;
pub use commands::{announce_now, assign_task, complete_task, reopen_task, tick_checklist, withdraw_task};
pub(crate) use create::{Making, Whose, record};
pub use create::{NewTask, create_task};
pub use earliest_due::refresh_earliest_due;
pub use list::{TaskFilter, TasksOf, list_portal_tasks, list_tasks};
pub use portal::{
    complete_portal_task, get_portal_task, mark_task_read, reopen_portal_task, tick_portal_checklist,
};
pub use portal_view::{PortalTask, PortalTaskState, PortalTaskStateView, PortalTaskSummary};
pub use read::{get_task, mark_task_seen};
pub use sample::sample_task;
pub(crate) use update::assignee_refusal;
pub use update::{TaskEdit, update_task};
pub use view::{
    ClientStateView, Mark, OfficeStateView, PortalPanel, Recipient, Task, TaskPortalStateView, TaskSummary,
};
