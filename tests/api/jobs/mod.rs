//! What jobs do by themselves, and when.

mod change_of_clocks;
mod erase_office;
mod erase_person;
mod everything;
mod export_office;
mod export_person;
mod record_changes;
mod record_mail_event;
mod send_digest;
mod send_digitisation;
mod send_reminders;
mod sweep_outbox;

pub(crate) use everything::with_text;
