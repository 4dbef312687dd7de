//! Series as members see them.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use sild_domain::{Occurrence, Recurrence, ReminderChoice, SeriesId};
use sild_store::{Version, series::SeriesRecord};
use utoipa::ToSchema;

use super::plan::{SHOWN, next_dates};
use crate::clients::Person;

/// A date on which a task is made, and its deadline.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct NextDate {
    /// The date by the rule alone, which names it among the dates of the series.
    #[schema(value_type = String, format = Date)]
    pub nominal: Date,
    /// When it is made, after the weekend rule.
    #[schema(value_type = String, format = Date)]
    pub date: Date,
    /// When it is due.
    #[schema(value_type = String, format = Date)]
    pub due: Date,
}

impl NextDate {
    fn of(recurrence: &Recurrence, occurrence: Occurrence) -> Self {
        Self { nominal: occurrence.nominal, date: occurrence.date, due: recurrence.due_on(occurrence) }
    }
}

/// A line of the checklist of each task.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct SeriesLine {
    /// What is to do.
    pub text: String,
}

/// A rule that makes tasks.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct Series {
    /// Its id.
    pub id: SeriesId,
    /// Whose tasks it makes.
    pub client: Person,
    /// The title of each task.
    pub title: String,
    /// The description of each task.
    pub description: String,
    /// The checklist of each task.
    pub checklist: Vec<SeriesLine>,
    /// When it makes one.
    pub recurrence: Recurrence,
    /// Whether each task is given to the client at once.
    pub assign_to_client: bool,
    /// Whether contacts may tick the checklist.
    pub client_may_tick: bool,
    /// Whether the client's done completes each task.
    pub auto_complete: bool,
    /// What each task says about its reminders (S62).
    pub reminders: ReminderChoice,
    /// Who works on each task.
    pub assignee: Option<Person>,
    /// Whether it rests, by itself or because its client is archived.
    pub is_paused: bool,
    /// The next five dates; of a series that rests, those that would come if it went on today.
    pub next_dates: Vec<NextDate>,
    /// How many tasks it has made.
    pub created_count: u32,
    /// For `If-Match`.
    pub version: Version,
}

impl Series {
    /// A series on the date `today`.
    #[must_use]
    pub fn of(series: &SeriesRecord, today: Date) -> Self {
        let next_dates = next_dates(series, today);
        Self {
            id: series.id,
            client: Person::of_client(series.client_id, &series.client_name),
            title: series.title.to_string(),
            description: series.description.to_string(),
            checklist: series.checklist.iter().map(|text| SeriesLine { text: text.to_string() }).collect(),
            recurrence: series.recurrence.clone(),
            assign_to_client: series.assign_to_client,
            client_may_tick: series.client_may_tick,
            auto_complete: series.auto_complete,
            reminders: series.reminders,
            assignee: series.assignee.as_ref().map(Person::of_member),
            is_paused: series.rests(),
            next_dates: next_dates.into_iter().map(|next| NextDate::of(&series.recurrence, next)).collect(),
            created_count: series.created_count,
            version: series.v,
        }
    }
}

/// What a recurrence would do from today on.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct RecurrencePreview {
    /// The next five dates, or fewer where it ends before.
    pub next_dates: Vec<NextDate>,
}

impl RecurrencePreview {
    /// The dates from `today` on.
    #[must_use]
    pub fn of(recurrence: &Recurrence, today: Date) -> Self {
        let next = recurrence.first_n_from(today, SHOWN);
        Self { next_dates: next.into_iter().map(|next| NextDate::of(recurrence, next)).collect() }
    }
}
