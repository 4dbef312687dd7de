//! The office's daily run: one schedule in its own time zone (S41).

use serde_json::json;
use sild_domain::OfficeId;
use sild_store::{OfficeScope, offices};

use crate::{Context, Failure, schedules};

/// The hour of the office's day at which series make their tasks.
const HOUR: u8 = 6;

/// Arms the schedule that fires `generate_occurrences` for an office every day.
pub async fn arm_office(cx: &Context, office: OfficeId) -> Result<(), Failure> {
    let Some(record) = offices::get(&cx.table, &OfficeScope::for_job(office)).await? else { return Ok(()) };
    let name = daily_schedule_name(office);
    let event = json!({ "office_id": office });
    schedules::fire_daily(cx, &name, HOUR, &record.time_zone, "generate_occurrences", &event).await
}

/// The name of the daily schedule of an office.
pub(crate) fn daily_schedule_name(office: OfficeId) -> String {
    format!("o-{}", office.key())
}
