//! One row an operation: its route, a good request, and whom it is for.

use serde_json::{Value, json};

use super::{
    row::{
        Audience::{
            Anybody, Contacts, ContactsOfClient, Managers, Members, MembersOfClient, MembersOfMany,
            MembersOfRequests, Owners,
        },
        Kind, OFFICE_REQUEST, OFFICE_TASK, PORTAL_REQUEST, PORTAL_TASK, Row, row,
    },
    scene::{Object, Scene},
};

fn nothing(_: &Scene, _: Object) -> Value {
    json!({})
}

/// Every operation.
pub static ROWS: &[Row] = &[
    // public
    row("show_portal", "GET", "/p/demo", Anybody, Kind::None),
    row("sign_up_office", "POST", "/api/offices", Anybody, Kind::None)
        .body(|_, _| {
            json!({
                "office_name": "New Office", "person_name": "New Owner", "email": "new@office.example",
                "language": "en", "time_zone": "Europe/Tallinn",
            })
        })
        .with(&[202]),
    row("request_office_login", "POST", "/api/office-login", Anybody, Kind::None)
        .body(|_, _| json!({ "email": "owner@demo.example" }))
        .with(&[202]),
    row("request_portal_login", "POST", "/api/portals/demo/login", Anybody, Kind::None)
        .body(|_, _| json!({ "email": "contact@one.example" }))
        .with(&[202]),
    row("get_login_link", "POST", "/api/login/link", Anybody, Kind::None)
        .body(|scene, _| json!({ "token": scene.login_token })),
    row("redeem_login_link", "POST", "/api/login/redeem", Anybody, Kind::None)
        .body(|scene, _| json!({ "token": scene.login_token })),
    row("redeem_login_code", "POST", "/api/login/code", Anybody, Kind::None)
        .body(|_, _| json!({ "code": "ABCDEF" }))
        .with(&[404]),
    row("renew_login_link", "POST", "/api/login/renew", Anybody, Kind::None)
        .body(|scene, _| json!({ "token": scene.login_token }))
        .with(&[202]),
    row("confirm_email_change", "POST", "/api/email-change/confirm", Anybody, Kind::None)
        .body(|scene, _| json!({ "token": scene.login_token }))
        .with(&[404]),
    row("show_unsubscribe", "GET", "/api/unsubscribe/{unsubscribe_token}", Anybody, Kind::None),
    row("unsubscribe", "POST", "/api/unsubscribe/{unsubscribe_token}", Anybody, Kind::None),
    // portal
    row("get_portal_session", "GET", "/api/portal/{office}/session", Contacts, Kind::None),
    row("end_portal_session", "DELETE", "/api/portal/{office}/session", Contacts, Kind::None).with(&[204]),
    row(
        "get_portal_notification_settings",
        "GET",
        "/api/portal/{office}/notification-settings",
        Contacts,
        Kind::None,
    ),
    row(
        "update_portal_notification_settings",
        "PATCH",
        "/api/portal/{office}/notification-settings",
        Contacts,
        Kind::None,
    )
    .body(|_, _| json!({ "portal_message": { "mail": false } }))
    .edits(),
    row("mark_welcome_seen", "POST", "/api/portal/{office}/welcome-seen", Contacts, Kind::None)
        .body(nothing)
        .with(&[204]),
    row("get_portal_profile", "GET", "/api/portal/{office}/profile", Contacts, Kind::None),
    row("update_portal_profile", "PATCH", "/api/portal/{office}/profile", Contacts, Kind::None)
        .body(|_, _| json!({ "name": "Renamed Contact", "phone": "+372 5555 0100", "language": "et" }))
        .edits(),
    row("request_email_change", "POST", "/api/portal/{office}/email-change", Contacts, Kind::None)
        .body(|_, _| json!({ "email": "moved@one.example" }))
        .with(&[202]),
    row(
        "list_portal_tasks",
        "GET",
        "/api/portal/{office}/clients/{client}/tasks",
        ContactsOfClient,
        Kind::Client,
    ),
    row("get_portal_task", "GET", PORTAL_TASK, ContactsOfClient, Kind::Task),
    row("mark_task_read", "POST", "{portal_task}/read", ContactsOfClient, Kind::Task)
        .body(|_, _| json!({ "activity": 1 }))
        .with(&[204]),
    row("tick_portal_checklist", "PUT", "{portal_task}/checklist/{item}", ContactsOfClient, Kind::Task)
        .body(|_, _| json!({ "is_done": true })),
    row("complete_portal_task", "POST", "{portal_task}/done", ContactsOfClient, Kind::Task).body(nothing),
    row("reopen_portal_task", "POST", "{portal_task}/reopen", ContactsOfClient, Kind::Task).body(nothing),
    row("post_portal_message", "POST", "{portal_task}/messages", ContactsOfClient, Kind::Task)
        .body(|_, _| json!({ "text": "Here it is." }))
        .with(&[201]),
    row("declare_portal_file", "POST", "{portal_task}/files", ContactsOfClient, Kind::Task)
        .body(|_, _| json!({ "name": "a.pdf", "size_bytes": 3, "content_type": "application/pdf" }))
        .with(&[201]),
    row("complete_portal_file", "POST", "{portal_task}/files/{file}/complete", ContactsOfClient, Kind::File)
        .body(nothing),
    row("download_portal_file", "GET", "{portal_task}/files/{file}/download", ContactsOfClient, Kind::File),
    row(
        "list_portal_files",
        "GET",
        "/api/portal/{office}/clients/{client}/files",
        ContactsOfClient,
        Kind::Client,
    ),
    row(
        "list_portal_requests",
        "GET",
        "/api/portal/{office}/clients/{client}/requests",
        ContactsOfClient,
        Kind::Client,
    ),
    row(
        "create_portal_request",
        "POST",
        "/api/portal/{office}/clients/{client}/requests",
        ContactsOfClient,
        Kind::Client,
    )
    .body(|_, _| json!({ "subject": "A new account", "text": "We opened one." }))
    .with(&[201]),
    row("get_portal_request", "GET", PORTAL_REQUEST, ContactsOfClient, Kind::Request),
    row("mark_request_read", "POST", "{portal_request}/read", ContactsOfClient, Kind::Request)
        .body(|_, _| json!({ "activity": 2 }))
        .with(&[204]),
    row("post_portal_request_message", "POST", "{portal_request}/messages", ContactsOfClient, Kind::Request)
        .body(|_, _| json!({ "text": "And another." }))
        .with(&[201]),
    row("declare_portal_request_file", "POST", "{portal_request}/files", ContactsOfClient, Kind::Request)
        .body(|_, _| json!({ "name": "a.pdf", "size_bytes": 3, "content_type": "application/pdf" }))
        .with(&[201]),
    row(
        "complete_portal_request_file",
        "POST",
        "{portal_request}/files/{file}/complete",
        ContactsOfClient,
        Kind::RequestFile,
    )
    .body(nothing),
    row(
        "download_portal_request_file",
        "GET",
        "{portal_request}/files/{file}/download",
        ContactsOfClient,
        Kind::RequestFile,
    ),
    // office
    row("get_office_session", "GET", "/api/office/session", Members, Kind::None),
    row("get_overview", "GET", "/api/office/overview", Members, Kind::None),
    row("end_office_session", "DELETE", "/api/office/session", Members, Kind::None).with(&[204]),
    row("list_office_sessions", "GET", "/api/office/sessions", Members, Kind::None),
    row(
        "end_one_office_session",
        "DELETE",
        "/api/office/sessions/ses_01jnb000000000000000000000",
        Members,
        Kind::None,
    )
    .with(&[404]),
    row("get_own_profile", "GET", "/api/office/profile", Members, Kind::None),
    row("update_own_profile", "PATCH", "/api/office/profile", Members, Kind::None)
        .body(|_, _| json!({ "name": "Renamed Member", "language": "et" }))
        .edits(),
    row("get_office_settings", "GET", "/api/office/settings", Members, Kind::None),
    row("update_office_settings", "PATCH", "/api/office/settings", Managers, Kind::None)
        .body(|_, _| {
            json!({
                "digitisation_is_on": true, "reminder_hour": 8,
                "reminders": { "days_before": 3, "on_the_day": true, "every_days_after": null, "at_most": 3 },
            })
        })
        .edits(),
    row("get_notification_settings", "GET", "/api/office/notification-settings", Members, Kind::None),
    row("update_notification_settings", "PATCH", "/api/office/notification-settings", Members, Kind::None)
        .body(|_, _| json!({ "client_file": { "mail": false }, "client_done": { "in_app": false } }))
        .edits(),
    row("invite_member", "POST", "/api/office/members", Managers, Kind::None)
        .body(|_, _| json!({ "name": "New Member", "email": "new@member.example", "role": "member" }))
        .with(&[201]),
    row(
        "resend_member_invitation",
        "POST",
        "/api/office/members/{member}/invitation",
        Managers,
        Kind::OfficeThing,
    )
    .body(nothing),
    row("update_member", "PATCH", "/api/office/members/{member}", Managers, Kind::OfficeThing)
        .body(|_, _| json!({ "role": "admin" }))
        .edits(),
    row("deactivate_member", "POST", "/api/office/members/{member}/deactivate", Managers, Kind::OfficeThing)
        .body(nothing),
    row("reactivate_member", "POST", "/api/office/members/{member}/reactivate", Managers, Kind::OfficeThing)
        .body(nothing)
        .with(&[200, 409]),
    row("hand_over_ownership", "POST", "/api/office/ownership", Owners, Kind::None)
        .body(|scene, _| json!({ "member_id": scene.admin_id })),
    row("list_members", "GET", "/api/office/members", Members, Kind::None),
    row("get_portal_settings", "GET", "/api/office/portal", Managers, Kind::None),
    row("activate_portal", "POST", "/api/office/portal/activate", Managers, Kind::None)
        .body(nothing)
        .with(&[409]),
    row("deactivate_portal", "POST", "/api/office/portal/deactivate", Managers, Kind::None).body(nothing),
    row("save_portal_settings", "PUT", "/api/office/portal", Managers, Kind::None)
        .body(|_, _| json!({ "slug": "renamed", "name": "Renamed" }))
        .edits(),
    row("declare_portal_image", "POST", "/api/office/portal/images", Managers, Kind::None)
        .body(|_, _| json!({ "kind": "logo", "size_bytes": 3, "content_type": "image/png" }))
        .with(&[201]),
    row(
        "complete_portal_image",
        "POST",
        "/api/office/portal/images/{picture}/complete",
        Managers,
        Kind::OfficeThing,
    )
    .body(nothing),
    row("remove_portal_image", "DELETE", "/api/office/portal/images/icon", Managers, Kind::None).with(&[204]),
    row("declare_welcome_video", "POST", "/api/office/portal/welcome-video", Managers, Kind::None)
        .body(|_, _| json!({ "size_bytes": 3, "content_type": "video/mp4" }))
        .with(&[201]),
    row(
        "complete_welcome_video",
        "POST",
        "/api/office/portal/welcome-video/{video}/complete",
        Managers,
        Kind::OfficeThing,
    )
    .body(nothing),
    row("remove_welcome_video", "DELETE", "/api/office/portal/welcome-video", Managers, Kind::None)
        .with(&[204]),
    row("check_portal_name", "GET", "/api/office/portal/name-check?name=free", Managers, Kind::None),
    row("list_templates", "GET", "/api/office/templates", Managers, Kind::None),
    row("create_template", "POST", "/api/office/templates", Managers, Kind::None)
        .body(|_, _| json!({ "title": "Look around" }))
        .with(&[201]),
    row("update_template", "PATCH", "/api/office/templates/{template}", Managers, Kind::OfficeThing)
        .body(|_, _| json!({ "title": "Renamed" }))
        .edits(),
    row("delete_template", "DELETE", "/api/office/templates/{template}", Managers, Kind::OfficeThing)
        .with(&[204]),
    row("create_client", "POST", "/api/office/clients", Members, Kind::None)
        .body(|_, _| json!({ "name": "New Client" }))
        .with(&[201]),
    row("list_clients", "GET", "/api/office/clients", Members, Kind::None),
    row(
        "list_client_files",
        "GET",
        "/api/office/clients/{client}/files",
        MembersOfClient,
        Kind::Client,
    ),
    row("get_client", "GET", "/api/office/clients/{client}", MembersOfClient, Kind::Client),
    row("update_client", "PATCH", "/api/office/clients/{client}", MembersOfClient, Kind::Client)
        .body(|_, _| json!({ "name": "Renamed Client" }))
        .edits(),
    row("set_client_portal", "PUT", "/api/office/clients/{client}/portal", MembersOfClient, Kind::Client)
        .body(|_, _| json!({ "is_open": false })),
    row("create_contact", "POST", "/api/office/clients/{client}/contacts", MembersOfClient, Kind::Client)
        .body(|_, _| json!({ "name": "New Contact", "email": "new@contact.example", "has_access": true }))
        .with(&[201]),
    row(
        "update_contact",
        "PATCH",
        "/api/office/clients/{client}/contacts/{contact}",
        MembersOfClient,
        Kind::Client,
    )
    .body(|_, _| json!({ "name": "Renamed Contact" }))
    .edits(),
    row(
        "invite_contact",
        "POST",
        "/api/office/clients/{client}/contacts/{contact}/invitation",
        MembersOfClient,
        Kind::Client,
    )
    .body(nothing)
    .with(&[202]),
    row("archive_client", "POST", "/api/office/clients/{client}/archive", MembersOfClient, Kind::Client)
        .body(nothing),
    row("restore_client", "POST", "/api/office/clients/{client}/restore", MembersOfClient, Kind::Client)
        .body(nothing),
    row("list_contacts", "GET", "/api/office/contacts", Members, Kind::None),
    row("get_contact", "GET", "/api/office/contacts/{contact}", MembersOfClient, Kind::Client),
    row("archive_contact", "POST", "/api/office/contacts/{contact}/archive", MembersOfClient, Kind::Client)
        .body(nothing),
    row("restore_contact", "POST", "/api/office/contacts/{contact}/restore", MembersOfClient, Kind::Client)
        .body(nothing),
    row(
        "remove_contact",
        "DELETE",
        "/api/office/clients/{client}/contacts/{contact}",
        MembersOfClient,
        Kind::Client,
    )
    .with(&[204]),
    row("declare_import", "POST", "/api/office/imports", Managers, Kind::None)
        .body(|_, _| json!({ "file_name": "clients.csv", "size_bytes": 11 }))
        .with(&[201]),
    row("preview_import", "POST", "/api/office/imports/{import}/preview", Managers, Kind::OfficeThing)
        .body(nothing)
        .with(&[202]),
    row("start_import", "POST", "/api/office/imports/{import}/start", Managers, Kind::OfficeThing)
        .body(|_, _| json!({ "duplicates": "skip" }))
        .with(&[202]),
    row("get_import", "GET", "/api/office/imports/{import}", Managers, Kind::OfficeThing),
    row("list_audit_entries", "GET", "/api/office/audit", Managers, Kind::None),
    row("export_audit_trail", "POST", "/api/office/audit/export", Managers, Kind::None)
        .body(|_, _| json!({ "month": "2026-03" }))
        .with(&[202]),
    row("export_clients", "POST", "/api/office/exports", Managers, Kind::None)
        .body(|_, _| json!({ "separator": "comma" }))
        .with(&[202]),
    row("get_export", "GET", "/api/office/exports/{export}", Managers, Kind::OfficeThing),
    row("preview_bulk_opening", "POST", "/api/office/bulk-openings/preview", MembersOfMany, Kind::Client)
        .aside()
        .body(|scene, object| json!({ "client_ids": [scene.client_id(object)] })),
    row("start_bulk_opening", "POST", "/api/office/bulk-openings", MembersOfMany, Kind::Client)
        .aside()
        .body(|scene, object| json!({ "client_ids": [scene.client_id(object)], "with_invitations": false }))
        .with(&[202]),
    row(
        "get_bulk_opening",
        "GET",
        "/api/office/bulk-openings/{bulk_opening}",
        MembersOfClient,
        Kind::OfficeThing,
    ),
    row("start_bulk_task", "POST", "/api/office/bulk-tasks", MembersOfMany, Kind::Client)
        .aside()
        .body(|scene, object| {
            json!({ "client_ids": [scene.client_id(object)], "title": "Annual report", "assign": true })
        })
        .with(&[202]),
    row(
        "get_bulk_task",
        "GET",
        "/api/office/bulk-tasks/{bulk_task}",
        MembersOfClient,
        Kind::OfficeThing,
    ),
    row("create_task", "POST", "/api/office/tasks", MembersOfClient, Kind::Client)
        .aside()
        .body(|scene, object| json!({ "client_id": scene.client_id(object), "title": "New Task" }))
        .with(&[201]),
    row("list_tasks", "GET", "/api/office/tasks?client_id={client}", MembersOfClient, Kind::Client).aside(),
    row("get_task", "GET", OFFICE_TASK, MembersOfClient, Kind::Task),
    row("update_task", "PATCH", OFFICE_TASK, MembersOfClient, Kind::Task)
        .body(|_, _| json!({ "title": "Renamed" }))
        .edits(),
    row("assign_task", "POST", "{office_task}/assign", MembersOfClient, Kind::Task)
        .body(nothing)
        .with(&[200, 409]),
    row("announce_now", "POST", "{office_task}/announce", MembersOfClient, Kind::Task)
        .body(nothing)
        .with(&[200, 409]),
    row("withdraw_task", "POST", "{office_task}/withdraw", MembersOfClient, Kind::Task)
        .body(nothing)
        .with(&[200, 409]),
    row("complete_task", "POST", "{office_task}/complete", MembersOfClient, Kind::Task).body(nothing),
    row("reopen_task", "POST", "{office_task}/reopen", MembersOfClient, Kind::Task)
        .body(nothing)
        .with(&[200, 409]),
    row("tick_checklist", "PUT", "{office_task}/checklist/{item}", MembersOfClient, Kind::Task)
        .body(|_, _| json!({ "is_done": true })),
    row("mark_task_seen", "POST", "{office_task}/seen", MembersOfClient, Kind::Task)
        .body(nothing)
        .with(&[204]),
    row("post_message", "POST", "{office_task}/messages", MembersOfClient, Kind::Task)
        .body(|_, _| json!({ "visibility": "internal", "text": "A note." }))
        .with(&[201]),
    row("declare_file", "POST", "{office_task}/files", MembersOfClient, Kind::Task)
        .body(|_, _| {
            json!({
                "name": "a.pdf", "size_bytes": 3, "content_type": "application/pdf", "visibility": "internal",
            })
        })
        .with(&[201]),
    row("complete_file", "POST", "{office_task}/files/{file}/complete", MembersOfClient, Kind::File)
        .body(nothing),
    row("download_file", "GET", "{office_task}/files/{file}/download", MembersOfClient, Kind::File),
    row("digitise_files", "POST", "{office_task}/digitise", MembersOfClient, Kind::Task)
        .body(nothing)
        .with(&[202, 409]),
    row("remind_now", "POST", "{office_task}/remind", MembersOfClient, Kind::Task)
        .body(nothing)
        .with(&[202, 409]),
    row("skip_reminder", "POST", "{office_task}/skip-reminder", MembersOfClient, Kind::Task)
        .body(|_, _| json!({ "on": "2026-03-05" }))
        .with(&[200, 409]),
    row("list_requests", "GET", "/api/office/requests?client_id={client}", MembersOfClient, Kind::Client)
        .aside(),
    row("get_request", "GET", OFFICE_REQUEST, MembersOfRequests, Kind::Request),
    row("mark_request_seen", "POST", "{office_request}/seen", MembersOfRequests, Kind::Request)
        .body(nothing)
        .with(&[204]),
    row("post_request_message", "POST", "{office_request}/messages", MembersOfRequests, Kind::Request)
        .body(|_, _| json!({ "visibility": "portal", "text": "We will look." }))
        .with(&[201]),
    row("declare_request_file", "POST", "{office_request}/files", MembersOfRequests, Kind::Request)
        .body(|_, _| {
            json!({
                "name": "a.pdf", "size_bytes": 3, "content_type": "application/pdf", "visibility": "internal",
            })
        })
        .with(&[201]),
    row(
        "complete_request_file",
        "POST",
        "{office_request}/files/{file}/complete",
        MembersOfRequests,
        Kind::RequestFile,
    )
    .body(nothing),
    row(
        "download_request_file",
        "GET",
        "{office_request}/files/{file}/download",
        MembersOfRequests,
        Kind::RequestFile,
    ),
    row("close_request", "POST", "{office_request}/close", MembersOfRequests, Kind::Request)
        .body(nothing)
        .with(&[200, 409]),
    row("reopen_request", "POST", "{office_request}/reopen", MembersOfRequests, Kind::Request)
        .body(nothing)
        .with(&[200, 409]),
    row("convert_request", "POST", "{office_request}/convert", MembersOfRequests, Kind::Request)
        .body(|_, _| json!({ "due": "2026-03-31" }))
        .with(&[201, 409]),
    row("create_series", "POST", "/api/office/series", MembersOfClient, Kind::Client)
        .aside()
        .body(|scene, object| {
            json!({
                "client_id": scene.client_id(object), "title": "Every month", "assign_to_client": true,
                "recurrence": Scene::recurrence(),
            })
        })
        .with(&[201]),
    row("list_series", "GET", "/api/office/series?client_id={client}", MembersOfClient, Kind::Client).aside(),
    row("get_series", "GET", "/api/office/series/{series}", MembersOfClient, Kind::Client),
    row("update_series", "PATCH", "/api/office/series/{series}", MembersOfClient, Kind::Client)
        .body(|_, _| json!({ "title": "Renamed" }))
        .edits(),
    row("skip_series_date", "POST", "/api/office/series/{series}/skip-date", MembersOfClient, Kind::Client)
        .body(|_, _| json!({ "nominal": "2026-04-30" })),
    row("make_series_task", "POST", "/api/office/series/{series}/make-task", MembersOfClient, Kind::Client)
        .body(|_, _| json!({ "nominal": "2026-04-30" })),
    row("preview_recurrence", "POST", "/api/office/series/preview", Members, Kind::None)
        .body(|_, _| json!({ "recurrence": Scene::recurrence() })),
    row("list_notifications", "GET", "/api/office/notifications", Members, Kind::None),
    row("mark_notifications_read", "POST", "/api/office/notifications/read", Members, Kind::None)
        .body(|_, _| json!({ "up_to": "ntf_01jnb000000000000000000000" }))
        .with(&[204]),
];
