//! The jobs: a file each. An event comes as the JSON that AWS sends; an error makes AWS deliver it again.

use sild_runtime::Job;

pub mod announce_tasks;
pub mod check_portal_media;
pub mod erase_office;
pub mod erase_person;
mod event;
pub mod export_office;
pub mod export_person;
pub mod generate_occurrences;
pub mod record_changes;
pub mod record_mail_event;
pub mod relay_outbox;
pub mod send_digest;
pub mod send_digitisation;
pub mod send_mail;
pub mod send_reminders;
mod stream;
pub mod sweep_outbox;

/// Every job.
pub const JOBS: &[Job] = &[
    Job { name: "announce_tasks", run: |cx, event| Box::pin(announce_tasks::announce_tasks(cx, event)) },
    Job {
        name: "check_portal_media",
        run: |cx, event| Box::pin(check_portal_media::check_portal_media(cx, event)),
    },
    Job { name: "erase_office", run: |cx, event| Box::pin(erase_office::erase_office(cx, event)) },
    Job { name: "erase_person", run: |cx, event| Box::pin(erase_person::erase_person(cx, event)) },
    Job { name: "export_office", run: |cx, event| Box::pin(export_office::export_office(cx, event)) },
    Job { name: "export_person", run: |cx, event| Box::pin(export_person::export_person(cx, event)) },
    Job {
        name: "generate_occurrences",
        run: |cx, event| Box::pin(generate_occurrences::generate_occurrences(cx, event)),
    },
    Job { name: "record_changes", run: |cx, event| Box::pin(record_changes::record_changes(cx, event)) },
    Job {
        name: "record_mail_event",
        run: |cx, event| Box::pin(record_mail_event::record_mail_event(cx, event)),
    },
    Job { name: "relay_outbox", run: |cx, event| Box::pin(relay_outbox::relay_outbox(cx, event)) },
    Job { name: "send_digest", run: |cx, event| Box::pin(send_digest::send_digest(cx, event)) },
    Job {
        name: "send_digitisation",
        run: |cx, event| Box::pin(send_digitisation::send_digitisation(cx, event)),
    },
    Job { name: "send_mail", run: |cx, event| Box::pin(send_mail::send_mail(cx, event)) },
    Job { name: "send_reminders", run: |cx, event| Box::pin(send_reminders::send_reminders(cx, event)) },
    Job { name: "sweep_outbox", run: |cx, event| Box::pin(sweep_outbox::sweep_outbox(cx, event)) },
];
