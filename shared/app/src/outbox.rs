//! Carrying effects out: what the stream's jobs and the sweep have in common.

use sild_store::{
    acting,
    outbox::{self, Channel, Effect, OutboxRecord},
};

use crate::{
    Context, Failure, announcements, bulk_openings, bulk_tasks, clients, contacts, digests, digitisation,
    exports, imports, logins, members, portal_media, reminders, requests, series, tasks, trace,
};

/// Carries out the effect of a row that still waits, and settles it. A row that was settled is left alone, so a record
/// that the stream delivers twice does nothing the second time.
pub async fn carry_out(cx: &Context, row: &OutboxRecord) -> Result<(), Failure> {
    let act = acting::on_behalf_of(row.by, act(cx, row));
    match row.trace.clone() {
        Some(trace) => trace::follow("carry_out", trace, act).await,
        None => act.await,
    }
}

async fn act(cx: &Context, row: &OutboxRecord) -> Result<(), Failure> {
    if !outbox::is_waiting(&cx.table, row).await? {
        return Ok(());
    }
    match row.channel {
        Channel::Mail => mail(cx, row).await?,
        Channel::Relay => relay(cx, row).await?,
    }
    outbox::done(&cx.table, row).await?;
    metrics::histogram!("OutboxDelay").record(cx.now().duration_since(row.created_at).as_secs_f64());
    Ok(())
}

async fn mail(cx: &Context, row: &OutboxRecord) -> Result<(), Failure> {
    match &row.effect {
        Effect::SendReminder { office_id, client_id, contact_id, task_ids } => {
            reminders::mail_reminder(cx, *office_id, *client_id, *contact_id, task_ids).await
        }
        _ => logins::carry_out(cx, row).await,
    }
}

async fn relay(cx: &Context, row: &OutboxRecord) -> Result<(), Failure> {
    match &row.effect {
        Effect::ArmAnnouncement { office_id, client_id, fire_at } => {
            announcements::arm(cx, *office_id, *client_id, *fire_at).await
        }
        Effect::ArmOffice { office_id } => {
            series::arm_office(cx, *office_id).await?;
            reminders::arm_office(cx, *office_id).await
        }
        Effect::GenerateSeries { office_id, series_id } => {
            series::generate_series(cx, *office_id, *series_id).await
        }
        Effect::Notify { office_id, thread, happening } => {
            digests::fan_out(cx, row, *office_id, *thread, happening).await
        }
        Effect::OpenClients { office_id, bulk_opening_id, done } => {
            bulk_openings::open_next_clients(cx, row, *office_id, *bulk_opening_id, *done).await
        }
        Effect::MakeTasks { office_id, bulk_task_id, done } => {
            bulk_tasks::make_next_tasks(cx, row, *office_id, *bulk_task_id, *done).await
        }
        Effect::RefreshEarliestDue { office_id, client_id, task_id } => {
            tasks::refresh_earliest_due(cx, *office_id, *client_id, *task_id).await
        }
        Effect::CopyClientName { office_id, client_id } => {
            clients::copy_client_name(cx, *office_id, *client_id).await
        }
        Effect::CopyThread { office_id, request_id, task_id } => {
            requests::copy_thread(cx, *office_id, *request_id, *task_id).await
        }
        Effect::CheckMedia { office_id, upload_id } => {
            portal_media::arm_check(cx, *office_id, *upload_id).await
        }
        Effect::ForgetObjects { office_id, keys } => portal_media::forget_objects(cx, *office_id, keys).await,
        Effect::CopyContactName { office_id, contact_id } => {
            contacts::copy_contact_name(cx, *office_id, *contact_id).await
        }
        Effect::RelistClient { office_id, client_id } => {
            clients::relist_client(cx, *office_id, *client_id).await
        }
        Effect::RelistClientsOf { office_id, contact_id } => {
            clients::relist_clients_of(cx, *office_id, *contact_id).await
        }
        Effect::FollowArchiving { office_id, client_id } => {
            clients::follow_archiving(cx, *office_id, *client_id).await
        }
        Effect::PreviewImport { office_id, import_id, revision } => {
            imports::read_import(cx, *office_id, *import_id, *revision).await
        }
        Effect::ImportRows { office_id, import_id, done } => {
            imports::import_next_rows(cx, row, *office_id, *import_id, *done).await
        }
        Effect::ExportClients { office_id, export_id } => {
            exports::write_export(cx, *office_id, *export_id).await
        }
        Effect::CopyMemberName { office_id, member_id } => {
            members::copy_member_name(cx, *office_id, *member_id).await
        }
        Effect::HandOverWork { office_id, member_id, to } => {
            members::hand_over_work(cx, *office_id, *member_id, *to).await
        }
        Effect::TellOfUnreachable { office_id, contact_id } => {
            digests::tell_of_unreachable(cx, row, *office_id, *contact_id).await
        }
        Effect::KeepInReach { office_id, member_id } => {
            members::keep_in_reach(cx, *office_id, *member_id).await
        }
        Effect::RemindNow { office_id, task_id, asked_at } => {
            reminders::send_asked_reminder(cx, row, *office_id, *task_id, *asked_at).await
        }
        Effect::FollowReminderRule { office_id, after } => {
            reminders::follow_reminder_rule(cx, *office_id, after.clone()).await
        }
        Effect::SendDigitisation { office_id, task_id, digitisation_id } => {
            digitisation::arm(cx, *office_id, *task_id, *digitisation_id).await
        }
        Effect::SendSignUpLink { .. }
        | Effect::SendOfficeLogin { .. }
        | Effect::SendPortalLogin { .. }
        | Effect::RenewLogin { .. }
        | Effect::SendInvitation { .. }
        | Effect::SendMemberInvitation { .. }
        | Effect::SendReminder { .. }
        | Effect::SendEmailConfirmation { .. }
        | Effect::SendEmailChanged { .. } => Err(Failure::internal("a mail is not relayed")),
    }
}
