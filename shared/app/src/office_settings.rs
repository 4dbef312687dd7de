//! What an office decides for all of its work: digitisation (S59) and reminders (S62).

use serde::{Deserialize, Serialize};
use sild_domain::ReminderRule;
use sild_store::{
    Version,
    offices::{self, OfficeRecord},
    outbox::{self, Effect},
    sessions::MemberSession,
};
use utoipa::ToSchema;

use crate::{Context, Failure, Patch};

/// The settings of an office.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct OfficeSettings {
    /// Whether files of clients may be sent to be digitised (S59).
    pub digitisation_is_on: bool,
    /// When contacts are reminded of tasks that say nothing else (S62); never while there is no rule.
    pub reminders: Option<ReminderRule>,
    /// The full hour of the office's day at which reminders leave: 0–23.
    pub reminder_hour: u8,
    /// For `If-Match`.
    pub version: Version,
}

impl OfficeSettings {
    /// Those of an office.
    #[must_use]
    pub const fn of(office: &OfficeRecord) -> Self {
        Self {
            digitisation_is_on: office.digitisation_is_on,
            reminders: office.reminders,
            reminder_hour: office.reminder_hour,
            version: office.v,
        }
    }
}

/// What an edit changes; what is `None` or kept stays.
#[derive(Debug, Clone, Copy, Default)]
pub struct OfficeSettingsEdit {
    /// Whether files may be sent to be digitised.
    pub digitisation_is_on: Option<bool>,
    /// When contacts are reminded.
    pub reminders: Patch<ReminderRule>,
    /// At which hour: 0–23.
    pub reminder_hour: Option<u8>,
}

/// Changes the settings from `version`. Another rule or hour is brought to every task that waits by a job, which also arms
/// the schedule of the hour. Addresses for digitisation stay at the clients when it is switched off (S60).
pub async fn update_office_settings(
    cx: &Context,
    session: &MemberSession,
    version: Version,
    edit: OfficeSettingsEdit,
) -> Result<OfficeSettings, Failure> {
    if edit.reminder_hour.is_some_and(|hour| hour > 23) {
        return Err(Failure::field("/reminder_hour", "out_of_range"));
    }
    let before = &session.office;
    if before.v != version {
        return Err(Failure::VersionMismatch);
    }
    let mut after = OfficeRecord {
        digitisation_is_on: edit.digitisation_is_on.unwrap_or(before.digitisation_is_on),
        reminders: edit.reminders.of(before.reminders),
        reminder_hour: edit.reminder_hour.unwrap_or(before.reminder_hour),
        ..before.clone()
    };
    let mut transaction = cx.table.transaction();
    offices::save(&mut transaction, &after);
    if (after.reminders, after.reminder_hour) != (before.reminders, before.reminder_hour) {
        let office_id = before.id;
        outbox::add(&mut transaction, &cx.outbox_row(Effect::ArmOffice { office_id }));
        let follow = Effect::FollowReminderRule { office_id, after: None };
        outbox::add(&mut transaction, &cx.outbox_row(follow));
    }
    transaction.commit().await?;
    after.v = before.v.saturating_add(1);
    Ok(OfficeSettings::of(&after))
}
