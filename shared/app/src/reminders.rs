//! Reminders (S62): by a rule of the office or of the task, at the office's hour on working days; and when a member asks.
//!
//! A task that waits for its client by a deadline has an item beside it that says when its reminder comes next, written by
//! whatever transaction makes it wait. Once a day a job takes what is due: moving the task to its next date and writing a
//! mail for each contact are one transaction, so a date is dealt with once, and each mail leaves as every other one does.

mod ask;
mod follow;
mod mailing;
mod plan;
mod send;
mod skip;
mod view;

pub use ask::{remind_now, send_asked_reminder};
pub use follow::follow_reminder_rule;
pub use mailing::mail_reminder;
pub(crate) use plan::{add_reminder, next_reminder};
pub(crate) use send::schedule_name;
pub use send::{SendReminders, arm_office, send_reminders};
pub use skip::skip_reminder;
pub use view::TaskReminders;
