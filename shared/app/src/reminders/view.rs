//! The reminders of a task as members see them.

use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};
use sild_domain::ReminderChoice;
use sild_store::{offices::OfficeRecord, tasks::TaskRecord};
use utoipa::ToSchema;

use super::next_reminder;

/// How a task stands with its reminders (S62).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct TaskReminders {
    /// What the task says about them.
    pub choice: ReminderChoice,
    /// The day on which the schedule reminds next, if nothing happens until then.
    #[schema(value_type = Option<String>, format = Date)]
    pub next_on: Option<Date>,
    /// When a member last asked for one.
    #[schema(value_type = Option<String>, format = DateTime)]
    pub asked_at: Option<Timestamp>,
    /// When somebody was last reminded.
    #[schema(value_type = Option<String>, format = DateTime)]
    pub last_at: Option<Timestamp>,
    /// How many times somebody was, by the schedule or by a member.
    pub count: u32,
}

impl TaskReminders {
    /// Those of a task, as things stand at `now`.
    #[must_use]
    pub fn of(task: &TaskRecord, office: &OfficeRecord, now: Timestamp) -> Self {
        Self {
            choice: task.reminders,
            next_on: next_reminder(office, task, now),
            asked_at: task.reminder_asked_at,
            last_at: task.reminded_at,
            count: task.reminded_count,
        }
    }
}
