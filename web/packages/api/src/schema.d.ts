/**
 * Generated from openapi.json by `npm run generate`. Do not edit.
 */

export interface paths {
    "/api/email-change/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Spends a link, once, and makes the address that it was sent to the contact's. No GET does, so no mail scanner can. It
         *     needs no session and begins none.
         */
        post: operations["confirm_email_change"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/login/code": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Spends the link that the code stands for, in the browser that asked for it. Five wrong tries end the code. */
        post: operations["redeem_login_code"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/login/link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Whom a link was mailed to and whether it can be used still, so that nobody continues as somebody else. It spends nothing. */
        post: operations["get_login_link"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/login/redeem": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Spends a link, once, and begins a session. No GET does, so no mail scanner can (S20). */
        post: operations["redeem_login_link"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/login/renew": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sends a new link to the address of a spent or expired one; every token is answered the same. */
        post: operations["renew_login_link"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/office-login": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sends a link and a code to a member; every address is answered the same. */
        post: operations["request_office_login"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/office/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was changed in the office, by whom, when, from what to what; newest first (S67). Admins and the owner read it. */
        get: operations["list_audit_entries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/office/audit/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Writes a month of the audit trail as a table (S67); `get_export` says when it can be had. */
        post: operations["export_audit_trail"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/office/bulk-openings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Starts opening the portals of many clients; `get_bulk_opening` says how far it is. */
        post: operations["start_bulk_opening"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/office/bulk-openings/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Who would get access and who would not, before anything happens. */
        post: operations["preview_bulk_opening"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/office/bulk-openings/{bulk_opening}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far a bulk opening is, and who was passed over. */
        get: operations["get_bulk_opening"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/office/bulk-tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Starts giving many clients the same task; `get_bulk_task` says how far it is. */
        post: operations["start_bulk_task"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/office/bulk-tasks/{bulk_task}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How far a bulk task is, and who was passed over. */
        get: operations["get_bulk_task"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/office/clients": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Clients that pass every filter. */
        get: operations["list_clients"];
        put?: never;
        /** Makes a client; its portal is closed. */
        post: operations["create_client"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/office/clients/{client}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A client with its contacts. */
        get: operations["get_client"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Changes a client. */
        patch: operations["update_client"];
        trace?: never;
    };
    "/api/office/clients/{client}/archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Archives a client: its portal closes at once, its series rest, lists leave it out. */
        post: operations["archive_client"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/office/clients/{client}/contacts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Adds a contact to a client, in silence. Whoever has the address in the office already is linked to this client as well,
         *     and keeps their own name and number.
         */
        post: operations["create_contact"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/office/clients/{client}/contacts/{contact}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Takes a contact from a client; at their other clients they stay. */
        delete: operations["remove_contact"];
        options?: never;
        head?: never;
        /** Changes a contact: name, number and language everywhere, access for this client. */
        patch: operations["update_contact"];
        trace?: never;
    };
    "/api/office/clients/{client}/contacts/{contact}/invitation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Mails a contact the invitation to a client's open portal, each time again (S21). */
        post: operations["invite_contact"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/office/clients/{client}/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The files of a client's tasks and requests, newest first: those of requests for whoever may see these (S46). */
        get: operations["list_client_files"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/office/clients/{client}/portal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Opens a client's portal in silence, or closes it at once. */
        put: operations["set_client_portal"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/office/clients/{client}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Brings an archived client back, with its portal closed. */
        post: operations["restore_client"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/office/contacts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Contacts of all clients that the member works with, each with these clients; by name unless searched. */
        get: operations["list_contacts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/office/contacts/{contact}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A contact with their clients. */
        get: operations["get_contact"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/office/contacts/{contact}/archive": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Archives a contact: they enter nowhere and get no mail, lists leave them out. */
        post: operations["archive_contact"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/office/contacts/{contact}/restore": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Brings an archived contact back, with the access that they had. */
        post: operations["restore_contact"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/office/exports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Writes all clients of the office with their contacts as a table; `get_export` says when it can be had. */
        post: operations["export_clients"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/office/exports/{export}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A table that was asked for, with a link that lasts a minute once it is written. */
        get: operations["get_export"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/office/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Gives a ticket to upload one file of exactly this size as `text/csv`, once, within five minutes. */
        post: operations["declare_import"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/office/imports/{import}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An import, what was found in its file, and what came of its rows so far. */
        get: operations["get_import"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/office/imports/{import}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Looks through an uploaded table; `get_import` says what was found. */
        post: operations["preview_import"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/office/imports/{import}/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Starts writing the rows that were found good; `get_import` says how far it is. No mail leaves. */
        post: operations["start_import"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/office/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The members by name. */
        get: operations["list_members"];
        put?: never;
        /** Makes a member and mails them a link to sign in with. */
        post: operations["invite_member"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/office/members/{member}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Changes a member's name and what they may do; not the owner's. */
        patch: operations["update_member"];
        trace?: never;
    };
    "/api/office/members/{member}/deactivate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Deactivates a member: their sessions end at once, and their clients and open tasks go to somebody else. */
        post: operations["deactivate_member"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/office/members/{member}/invitation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Mails the invitation again to a member who has never signed in. */
        post: operations["resend_member_invitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/office/members/{member}/reactivate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Lets a deactivated member sign in again. */
        post: operations["reactivate_member"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/office/notification-settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the member who is signed in is told of, and how. */
        get: operations["get_notification_settings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Changes what the member who is signed in is told of. */
        patch: operations["update_notification_settings"];
        trace?: never;
    };
    "/api/office/notifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the member was told, newest first. */
        get: operations["list_notifications"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/office/notifications/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Marks a notification and all older ones as read. */
        post: operations["mark_notifications_read"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/office/overview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What waits for clients, what is late, and what goes out by itself on the next seven days. */
        get: operations["get_overview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/office/ownership": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Makes an admin the owner of the office, and the owner who asks for it an admin. */
        post: operations["hand_over_ownership"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/office/portal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The settings of the client portal. */
        get: operations["get_portal_settings"];
        /** Makes the portal the first time, and changes it later. */
        put: operations["save_portal_settings"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/office/portal/activate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Switches the client portal on; nobody gets access by it. */
        post: operations["activate_portal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/office/portal/deactivate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Switches the client portal off: every client session ends at once, and all data stays. */
        post: operations["deactivate_portal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/office/portal/images": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Gives a ticket to upload one picture of exactly this size and type, once, within five minutes. */
        post: operations["declare_portal_image"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/office/portal/images/{file}/complete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Lets a picture that was uploaded be checked; once it is good it is in use. */
        post: operations["complete_portal_image"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/office/portal/images/{kind}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Takes a picture away: the portal shows again what comes with the product. */
        delete: operations["remove_portal_image"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/office/portal/name-check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What comes of a name for the portal, and whether the office can have it. */
        get: operations["check_portal_name"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/office/portal/welcome-video": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Gives a ticket to upload one welcome video of exactly this size, once, within five minutes. */
        post: operations["declare_welcome_video"];
        /** Takes the office's own welcome video away: contacts see again what comes with the product. */
        delete: operations["remove_welcome_video"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/office/portal/welcome-video/{file}/complete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Lets a video that was uploaded be checked; once it is good it is what contacts see at their first entry. */
        post: operations["complete_welcome_video"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/office/profile": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The member who is signed in, as they see themselves. */
        get: operations["get_own_profile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Changes the name and the language of the member who is signed in. */
        patch: operations["update_own_profile"];
        trace?: never;
    };
    "/api/office/requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Requests, newest first, whose client the member answers for; all for admins and the owner (S46). */
        get: operations["list_requests"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/office/requests/{request}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A request with its whole thread, internal and portal. */
        get: operations["get_request"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/office/requests/{request}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Closes a request: the office is done with it. */
        post: operations["close_request"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/office/requests/{request}/convert": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Changes a request into a task with its thread, once (S47). The task is not assigned to the client by this. */
        post: operations["convert_request"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/office/requests/{request}/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Gives a ticket to upload one file of exactly this size and type, once, within five minutes. */
        post: operations["declare_request_file"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/office/requests/{request}/files/{file}/complete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Makes an uploaded file visible, once its bytes are found to be the declared ones. */
        post: operations["complete_request_file"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/office/requests/{request}/files/{file}/download": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An address that gives the file as a download for a minute. */
        get: operations["download_request_file"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/office/requests/{request}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Writes an internal comment, or a message that the client sees and that answers the request. */
        post: operations["post_request_message"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/office/requests/{request}/reopen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Opens a closed request again. */
        post: operations["reopen_request"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/office/requests/{request}/seen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Remembers that a member has looked at what the client did. */
        post: operations["mark_request_seen"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/office/series": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Series of a client, or of all. */
        get: operations["list_series"];
        put?: never;
        /** Makes a series; one that begins today makes its first task at once. */
        post: operations["create_series"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/office/series/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The next five dates of a rule; nothing is kept. */
        post: operations["preview_recurrence"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/office/series/{series}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A series with its next dates. */
        get: operations["get_series"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Edits all following tasks of a series; those that exist stay as they are. */
        patch: operations["update_series"];
        trace?: never;
    };
    "/api/office/series/{series}/make-task": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Makes the next task of a series before its date comes, with the deadline that it would have had (S41). */
        post: operations["make_series_task"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/office/series/{series}/skip-date": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Leaves out the next date of a series: it makes no task then, and goes on with the date after (S41). */
        post: operations["skip_series_date"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/office/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is signed in, and where. */
        get: operations["get_office_session"];
        put?: never;
        post?: never;
        /** Signs out: ends this session, on the server and in the browser. */
        delete: operations["end_office_session"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/office/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where the member who is signed in is signed in. */
        get: operations["list_office_sessions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/office/sessions/{session}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Signs the member who is signed in out in one browser, wherever it is. */
        delete: operations["end_one_office_session"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/office/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The settings of the office, for every member. */
        get: operations["get_office_settings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Changes the settings of the office: digitisation (S59) and reminders (S62). */
        patch: operations["update_office_settings"];
        trace?: never;
    };
    "/api/office/tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Tasks of a client, or of the member who asks. */
        get: operations["list_tasks"];
        put?: never;
        /** Makes a task that the client does not have yet. */
        post: operations["create_task"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/office/tasks/{task}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A task with its whole thread, internal and portal. */
        get: operations["get_task"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Edits a task. Another deadline or description makes it unread for the client again (S31). */
        patch: operations["update_task"];
        trace?: never;
    };
    "/api/office/tasks/{task}/announce": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Tells the client of a task within the minute instead of at the end of the wait (S33). */
        post: operations["announce_now"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/office/tasks/{task}/assign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Gives a task to its client. The client sees it at once; the mail waits five minutes (S32, S33). */
        post: operations["assign_task"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/office/tasks/{task}/checklist/{item}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Ticks a line of the checklist, or takes the tick away. */
        put: operations["tick_checklist"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/office/tasks/{task}/complete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Completes a task for the office; the client sees it completed (S44). */
        post: operations["complete_task"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/office/tasks/{task}/digitise": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Queues files to be mailed to the client's address for digitisation (S61). */
        post: operations["digitise_files"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/office/tasks/{task}/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Gives a ticket to upload one file of exactly this size and type, once, within five minutes. */
        post: operations["declare_file"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/office/tasks/{task}/files/{file}/complete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Makes an uploaded file visible, once its bytes are found to be the declared ones. */
        post: operations["complete_file"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/office/tasks/{task}/files/{file}/download": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An address that gives the file as a download for a minute. */
        get: operations["download_file"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/office/tasks/{task}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Writes an internal comment, or a message that the client sees. */
        post: operations["post_message"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/office/tasks/{task}/remind": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Reminds the contacts of a task's client of it by mail, once an hour at the most (S62). */
        post: operations["remind_now"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/office/tasks/{task}/reopen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Opens a completed task again. */
        post: operations["reopen_task"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/office/tasks/{task}/seen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Remembers that a member has looked at what the client did. */
        post: operations["mark_task_seen"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/office/tasks/{task}/skip-reminder": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Leaves out the reminder of a task that the schedule would send on a day; the next one comes as the rule says (S62). */
        post: operations["skip_reminder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/office/tasks/{task}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes a task back from its client; who had been told of it is told again (S54). */
        post: operations["withdraw_task"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/office/templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The sample tasks of the office, in the order in which clients get their copies. */
        get: operations["list_templates"];
        put?: never;
        /** Makes a sample task that clients get a copy of when they are invited. */
        post: operations["create_template"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/office/templates/{template}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Deletes a sample task; the copies that clients have stay as they are. */
        delete: operations["delete_template"];
        options?: never;
        head?: never;
        /** Edits a sample task; the copies that clients have stay as they are. */
        patch: operations["update_template"];
        trace?: never;
    };
    "/api/offices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sends the link that makes the office; every address is answered the same. */
        post: operations["sign_up_office"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/portal/{office}/clients/{client}/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The files that office and client share, newest first. */
        get: operations["list_portal_files"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/portal/{office}/clients/{client}/requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The requests of a client, newest first. */
        get: operations["list_portal_requests"];
        put?: never;
        /** Sends a request to the office (S45); files follow into its thread. */
        post: operations["create_portal_request"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/portal/{office}/clients/{client}/requests/{request}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A request with everything that contacts see of it. */
        get: operations["get_portal_request"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/portal/{office}/clients/{client}/requests/{request}/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Gives a ticket to upload one file of exactly this size and type, once, within five minutes. */
        post: operations["declare_portal_request_file"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/portal/{office}/clients/{client}/requests/{request}/files/{file}/complete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Makes an uploaded file visible, once its bytes are found to be the declared ones. */
        post: operations["complete_portal_request_file"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/portal/{office}/clients/{client}/requests/{request}/files/{file}/download": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An address that gives the file as a download for a minute. */
        get: operations["download_portal_request_file"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/portal/{office}/clients/{client}/requests/{request}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Writes to the office: an answered or closed request waits for it again (S48). */
        post: operations["post_portal_request_message"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/portal/{office}/clients/{client}/requests/{request}/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Remembers how much of a request this contact has seen. */
        post: operations["mark_request_read"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/portal/{office}/clients/{client}/tasks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The tasks that a client has. */
        get: operations["list_portal_tasks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/portal/{office}/clients/{client}/tasks/{task}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** A task with everything that contacts see of it. */
        get: operations["get_portal_task"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/portal/{office}/clients/{client}/tasks/{task}/checklist/{item}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Ticks a line of the checklist where the office allows it (S37). */
        put: operations["tick_portal_checklist"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/portal/{office}/clients/{client}/tasks/{task}/done": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Says that the client is done; the first contact who says so counts (S42, S43). */
        post: operations["complete_portal_task"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/portal/{office}/clients/{client}/tasks/{task}/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Gives a ticket to upload one file of exactly this size and type, once, within five minutes. */
        post: operations["declare_portal_file"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/portal/{office}/clients/{client}/tasks/{task}/files/{file}/complete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Makes an uploaded file visible, once its bytes are found to be the declared ones. */
        post: operations["complete_portal_file"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/portal/{office}/clients/{client}/tasks/{task}/files/{file}/download": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** An address that gives the file as a download for a minute. */
        get: operations["download_portal_file"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/portal/{office}/clients/{client}/tasks/{task}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Writes to the office (S35). */
        post: operations["post_portal_message"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/portal/{office}/clients/{client}/tasks/{task}/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Remembers how much of a task this contact has seen (S31). */
        post: operations["mark_task_read"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/portal/{office}/clients/{client}/tasks/{task}/reopen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Takes the client's done back, until the office has completed the task (S42). */
        post: operations["reopen_portal_task"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/portal/{office}/email-change": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Mails a link to an address; its button makes it the contact's. Every address is answered the same. */
        post: operations["request_email_change"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/portal/{office}/notification-settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What the contact who is signed in is told of. */
        get: operations["get_portal_notification_settings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Changes what the contact who is signed in is told of. */
        patch: operations["update_portal_notification_settings"];
        trace?: never;
    };
    "/api/portal/{office}/profile": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The contact who is signed in, as they see themselves. */
        get: operations["get_portal_profile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Changes name, telephone number and language of the contact who is signed in; members see what was changed. */
        patch: operations["update_portal_profile"];
        trace?: never;
    };
    "/api/portal/{office}/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is signed in, and for whom they can act. */
        get: operations["get_portal_session"];
        put?: never;
        post?: never;
        /** Signs the contact out of this browser. */
        delete: operations["end_portal_session"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/portal/{office}/welcome-seen": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Remembers that the welcome was seen or skipped; it never comes again. */
        post: operations["mark_welcome_seen"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/portals/{slug}/login": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sends a link and a code to a contact; every address is answered the same. */
        post: operations["request_portal_login"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/unsubscribe/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The page of a link that stops mails: it asks, and changes nothing. */
        get: operations["show_unsubscribe"];
        put?: never;
        /**
         * Stops the mails of a link, for a mail program (RFC 8058) and for the form of the page, which can also say `mails=on`. The
         *     token is all the authority that it takes: there is no session, and mail programs send no `Origin`.
         */
        post: operations["unsubscribe"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/p/{slug}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The portal's page: its login form, or the first data of who is signed in. It changes nothing. */
        get: operations["show_portal"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description Nothing to tell: the same for every address. */
        Accepted: Record<string, never>;
        /**
         * @description Whether mail reaches an address.
         * @enum {string}
         */
        AddressStateView: "ok" | "bounced" | "complained";
        /** @description Nothing more to say. */
        AnnounceNow: Record<string, never>;
        /**
         * @description Which app somebody has signed in to.
         * @enum {string}
         */
        AppKind: "office" | "portal";
        /** @description Nothing more to say. */
        AssignTask: Record<string, never>;
        /** @description Who did it. */
        AuditActor: {
            /** @description Their id; none for a job. */
            id: string | null;
            /** @description What they are. */
            kind: components["schemas"]["AuditActorKind"];
            /** @description Their name as it is now. */
            name: string | null;
        };
        /**
         * @description Who did something.
         * @enum {string}
         */
        AuditActorKind: "member" | "contact" | "job";
        /**
         * @description What happened to a thing.
         * @enum {string}
         */
        AuditChange: "created" | "changed" | "removed";
        /** @description One change. */
        AuditEntry: {
            /**
             * Format: date-time
             * @description When.
             */
            at: string;
            /** @description What that belongs to: a message to its task or request, a task to its client. */
            belongs_to?: string | null;
            /** @description Who did it, or wanted it where a job carried it out. */
            by: components["schemas"]["AuditActor"];
            /** @description What happened to it. */
            change: components["schemas"]["AuditChange"];
            /** @description What is different since. */
            fields: components["schemas"]["AuditField"][];
            /** @description Its id. */
            id: components["schemas"]["AuditEntryId"];
            /** @description The operation or the job that did it. */
            operation?: string | null;
            /** @description Which one. */
            thing_id?: string | null;
            /** @description What kind of thing it is, such as `task`. */
            what: string;
        };
        /**
         * @description One entry of an audit trail.
         * @example aud_01kanq5b80e8vd3w9g2m4x7ctz
         */
        AuditEntryId: string;
        /** @description One field that is different since. */
        AuditField: {
            /** @description Its name, with dots into what it is part of. */
            field: string;
            /** @description What it was: a text as it is, anything else as JSON; `null` where it was not there. */
            from: string | null;
            /** @description Whether nobody can read its values any more, as the person was erased. */
            is_erased: boolean;
            /** @description What it was from then on. */
            to: string | null;
        };
        /** @description Who wrote or uploaded something. */
        Author: {
            /** @description Whether it is the person who asks. */
            is_me: boolean;
            /** @description On which side they are. */
            kind: components["schemas"]["AuthorKind"];
            /** @description Their name. */
            name: string;
        };
        /**
         * @description On which side somebody is.
         * @enum {string}
         */
        AuthorKind: "member" | "contact" | "system";
        /**
         * @description A message, 1–10,000 characters on any number of lines.
         * @example The statement is attached.
         */
        Body: string;
        /** @description A bulk opening and how far it is. */
        BulkOpening: {
            /**
             * Format: int32
             * @description How many were open before; without `send_again` nothing is repeated for them (S21).
             */
            already_open: number;
            /**
             * Format: date-time
             * @description By when the last invitation should have left (S19); `null` where nobody is invited.
             */
            expected_end: string | null;
            /** @description Its id. */
            id: components["schemas"]["BulkOpeningId"];
            /**
             * Format: int32
             * @description How many invitations it has asked for.
             */
            invited: number;
            /**
             * Format: int32
             * @description How many it opened.
             */
            opened: number;
            /** @description Whether the contacts of clients that were open before are invited again (S21). */
            send_again: boolean;
            /** @description Who was passed over, and why (S18). */
            skipped: components["schemas"]["SkippedEntry"][];
            /** @description Whether it goes on. */
            state: components["schemas"]["BulkState"];
            /**
             * Format: int32
             * @description How many clients it was asked to open.
             */
            total: number;
            /** @description Whether contacts are invited by mail (S17). */
            with_invitations: boolean;
        };
        /**
         * @description One run of opening the portal for many clients.
         * @example blk_01kanq5b80e8vd3w9g2m4x7ctz
         */
        BulkOpeningId: string;
        /** @description What a bulk opening would do. */
        BulkPreview: {
            /**
             * Format: int32
             * @description In how many minutes the last invitation would have left then.
             */
            again_expected_minutes: number;
            /**
             * Format: int32
             * @description How many contacts would be invited with `send_again`: those of clients that are open already among them.
             */
            again_invitation_count: number;
            /**
             * Format: int32
             * @description How many clients are meant; one that does not exist is not counted.
             */
            client_count: number;
            /** @description The clients, as a list of them begins; 100 at most. */
            clients: components["schemas"]["PreviewedClient"][];
            /**
             * Format: int32
             * @description In how many minutes the last invitation would have left (S19).
             */
            expected_minutes: number;
            /**
             * Format: int32
             * @description How many contacts would be invited; with more clients than are shown at most so many, as those of the others are counted
             *     without a look at their addresses.
             */
            invitation_count: number;
        };
        /**
         * @description Whether it goes on.
         * @enum {string}
         */
        BulkState: "running" | "done";
        /** @description A bulk task and how far it is. */
        BulkTask: {
            /** @description Whether each client gets it at once (S30). */
            assigns: boolean;
            /**
             * Format: int32
             * @description How many clients have theirs.
             */
            created: number;
            /** @description Its id. */
            id: components["schemas"]["BulkTaskId"];
            /** @description Who was passed over, and why. */
            skipped: components["schemas"]["SkippedEntry"][];
            /** @description Whether it goes on. */
            state: components["schemas"]["BulkState"];
            /** @description What each task is called. */
            title: string;
            /**
             * Format: int32
             * @description For how many clients it was asked, as far as they are found.
             */
            total: number;
        };
        /**
         * @description One run of giving many clients a task.
         * @example btk_01kanq5b80e8vd3w9g2m4x7ctz
         */
        BulkTaskId: string;
        /** @description What a client has to do, and what the office has to do for it. */
        BusyClient: {
            /** @description Which one. */
            client: components["schemas"]["Person"];
            /**
             * Format: int64
             * @description How many tasks the office has not completed.
             */
            open_count: number;
            /**
             * Format: int64
             * @description How many of them wait for the client.
             */
            waiting_count: number;
        };
        /** @description One line to tick. */
        ChecklistItem: {
            /** @description What a tick names. */
            id: components["schemas"]["ChecklistItemId"];
            /** @description Whether it is ticked. */
            is_done: boolean;
            /** @description What is to do. */
            text: components["schemas"]["ShortText"];
        };
        /**
         * @description One line of a task's checklist.
         * @example chk_01kanq5b80e8vd3w9g2m4x7ctz
         */
        ChecklistItemId: string;
        /** @description A line of the checklist: a known one by its id, or a new one. */
        ChecklistLine: {
            id?: components["schemas"]["ChecklistItemId"] | null;
            /** @description Whether it is; as before unless told. */
            is_done?: boolean | null;
            /** @description What is to be done. */
            text: components["schemas"]["ShortText"];
        };
        /** @description A client with its contacts. */
        Client: components["schemas"]["ClientSummary"] & {
            /** @description Its contacts, by name. */
            contacts: components["schemas"]["Contact"][];
            /** @description Where its files are sent to be digitised; not shown while the office has that switched off (S60). */
            digitisation_email: string | null;
            /** @description Where its folder in the office's document system is; contacts see it as "Documents" (S58). */
            documents_url: string | null;
            /** @description Who works with it without answering for it. */
            members: components["schemas"]["Person"][];
            /** @description For `If-Match`. */
            version: components["schemas"]["u32"];
        };
        /**
         * @description A company that an office serves.
         * @example cli_01kanq5b80e8vd3w9g2m4x7ctz
         */
        ClientId: string;
        /**
         * @description The client's word.
         * @enum {string}
         */
        ClientStateView: "open" | "done";
        /** @description A client as a list shows it. */
        ClientSummary: {
            /**
             * Format: int64
             * @description How many contacts it has.
             */
            contact_count: number;
            /**
             * Format: date
             * @description The earliest deadline among them.
             */
            earliest_due: string | null;
            /** @description Its id. */
            id: string;
            /** @description Whether it is archived: closed, and left out of lists. */
            is_archived: boolean;
            /** @description Whether that deadline has passed in the office's time zone. */
            is_overdue: boolean;
            /**
             * Format: date-time
             * @description When one of its contacts last logged in.
             */
            last_seen_at: string | null;
            /** @description Its name. */
            name: string;
            /**
             * Format: int64
             * @description How many tasks the office has not completed.
             */
            open_count: number;
            /** @description How far it is with the portal. */
            portal_state: components["schemas"]["PortalStateView"];
            /** @description Its code in the business register. */
            registry_code: string | null;
            /** @description Who answers for it. */
            responsible: components["schemas"]["Person"][];
        };
        /** @description Nothing more to say. */
        CloseRequest: Record<string, never>;
        /**
         * @description The code of a login mail; case, spaces and hyphens do not count.
         * @example K7M-2PX
         */
        Code: string;
        /**
         * @description A colour of sRGB; answers write it in lower case.
         * @example #1f6f5c
         */
        Colour: string;
        /** @description A task that its client is about to be told of. */
        ComingAnnouncement: {
            /**
             * Format: date-time
             * @description When the mail leaves. Until then the task can be changed or withdrawn, and nobody hears of it.
             */
            at: string;
            /** @description Whose it is. */
            client: components["schemas"]["Person"];
            /** @description Which one. */
            task_id: string;
            /** @description What it is called. */
            title: string;
        };
        /** @description A reminder that leaves by itself. */
        ComingReminder: {
            /** @description Whose it is. */
            client: components["schemas"]["Person"];
            /**
             * Format: date
             * @description The task's deadline.
             */
            due: string | null;
            /**
             * Format: date
             * @description When it leaves, at the office's hour; one of a day that has passed leaves with the next run.
             */
            on: string;
            /** @description Of which task. */
            task_id: string;
            /** @description What that is called. */
            title: string;
        };
        /** @description A task that a series makes by itself. */
        ComingTask: {
            /** @description Whether the client is told of it at once. */
            assign_to_client: boolean;
            /** @description Whose it will be. */
            client: components["schemas"]["Person"];
            /**
             * Format: date
             * @description The date by the rule alone, which names it among the dates of the series.
             */
            nominal: string;
            /**
             * Format: date
             * @description When it is made, after the weekend rule.
             */
            on: string;
            /** @description Which series. */
            series_id: string;
            /** @description What the task will be called. */
            title: string;
        };
        /** @description Nothing more to say. */
        CompleteFile: Record<string, never>;
        /** @description Nothing more to say. */
        CompletePortalFile: Record<string, never>;
        /** @description Nothing more to say. */
        CompletePortalTask: Record<string, never>;
        /** @description Nothing more to say. */
        CompleteTask: Record<string, never>;
        /** @description The link that a person has clicked. */
        ConfirmEmailChange: {
            /** @description What stands behind `#e=` in the link. */
            token: string;
        };
        /** @description A contact at one client. */
        Contact: {
            /** @description Whether mail reaches them. */
            address_state: components["schemas"]["AddressStateView"];
            /** @description What they changed about themselves, the newest first; at most ten changes (S57). */
            changes: components["schemas"]["ProfileChange"][];
            /** @description Their login. */
            email: string;
            /** @description Whether they may act for this client once its portal is open. */
            has_access: boolean;
            /** @description Their id. */
            id: string;
            /** @description Whether they are archived, and so enter nowhere. */
            is_archived: boolean;
            /** @description The language of their portal and mails. */
            language: components["schemas"]["Language"];
            /**
             * Format: date-time
             * @description Their last login.
             */
            last_seen_at: string | null;
            /** @description Their name. */
            name: string;
            /** @description Where they can be called. */
            phone: string | null;
            /** @description For `If-Match`. */
            version: components["schemas"]["u32"];
        };
        /** @description How a contact stands to one client. */
        ContactAtClient: {
            /** @description Whether they may act for it once its portal is open. */
            has_access: boolean;
            /** @description The client. */
            id: string;
            /** @description Its name. */
            name: string;
            /** @description Whether its portal is open. */
            portal_is_open: boolean;
        };
        /** @description A contact with the clients that they belong to. */
        ContactCard: {
            /** @description Whether mail reaches them. */
            address_state: components["schemas"]["AddressStateView"];
            /** @description What they changed about themselves, the newest first; at most ten changes (S57). */
            changes: components["schemas"]["ProfileChange"][];
            /** @description Those of their clients that the member who asks works with, by name. */
            clients: components["schemas"]["ContactAtClient"][];
            /** @description Their login. */
            email: string;
            /** @description Their id. */
            id: string;
            /** @description Whether they are archived, and so enter nowhere. */
            is_archived: boolean;
            /** @description The language of their portal and mails. */
            language: components["schemas"]["Language"];
            /**
             * Format: date-time
             * @description Their last login.
             */
            last_seen_at: string | null;
            /** @description Their name. */
            name: string;
            /** @description Where they can be called. */
            phone: string | null;
            /** @description For `If-Match`. */
            version: components["schemas"]["u32"];
        };
        /**
         * @description A person at one or more clients.
         * @example con_01kanq5b80e8vd3w9g2m4x7ctz
         */
        ContactId: string;
        /** @description How a contact is told of one kind of thing. */
        ContactSwitches: {
            /** @description By mail. */
            mail: boolean;
        };
        /**
         * @description A media type such as `application/pdf`, at most 127 bytes, lower case, without parameters.
         * @example application/pdf
         */
        ContentType: string;
        /** @description What the task is to be; what is left out comes from the request. */
        ConvertRequest: {
            assignee_id?: components["schemas"]["MemberId"] | null;
            /** @description Whether the client's done completes it. */
            auto_complete?: boolean;
            /** @description The lines of its checklist. */
            checklist?: components["schemas"]["NewLine"][];
            /** @description Whether contacts may tick the checklist. */
            client_may_tick?: boolean;
            description?: components["schemas"]["Description"] | null;
            /**
             * Format: date
             * @description The deadline, in the office's time zone.
             */
            due?: string | null;
            title?: components["schemas"]["Title"] | null;
        };
        /** @description A new client. */
        CreateClient: {
            /** @description Where its files are sent to be digitised; only while the office has that switched on. */
            digitisation_email?: string | null;
            /** @description Where its folder in the office's document system is. */
            documents_url?: string | null;
            /** @description Its name. */
            name: string;
            /** @description Its code in the business register. */
            registry_code?: string | null;
            /** @description Who answers for it; whoever makes it unless told. */
            responsible_ids?: string[];
        };
        /** @description A new contact of a client. */
        CreateContact: {
            /** @description Their login. */
            email: string;
            /** @description Whether they may act for this client once its portal is open. */
            has_access: boolean;
            language?: components["schemas"]["Language"] | null;
            /** @description Their name. */
            name: string;
            /** @description Where they can be called. */
            phone?: string | null;
        };
        /** @description A new request. */
        CreatePortalRequest: {
            /** @description What it is about. */
            subject: components["schemas"]["Title"];
            /** @description What is asked. */
            text: components["schemas"]["Body"];
        };
        /** @description A new series. */
        CreateSeries: {
            /** @description Whether each task is given to the client at once. */
            assign_to_client: boolean;
            assignee_id?: components["schemas"]["MemberId"] | null;
            /** @description Whether the client's done completes each task. */
            auto_complete?: boolean;
            /** @description The checklist of each task. */
            checklist?: components["schemas"]["NewSeriesLine"][];
            /** @description Whose tasks it makes. */
            client_id: components["schemas"]["ClientId"];
            /** @description Whether contacts may tick the checklist. */
            client_may_tick?: boolean;
            /** @description The description of each task. */
            description?: components["schemas"]["Description"];
            /** @description When it makes one. */
            recurrence: components["schemas"]["Recurrence"];
            /** @description What each task says about its reminders; as the office's settings say unless told. */
            reminders?: components["schemas"]["ReminderChoice"];
            /** @description The title of each task. */
            title: components["schemas"]["Title"];
        };
        /** @description A new task. */
        CreateTask: {
            assignee_id?: components["schemas"]["MemberId"] | null;
            /** @description Whether the client's done completes it. */
            auto_complete?: boolean;
            /** @description The lines of its checklist. */
            checklist?: components["schemas"]["NewLine"][];
            /** @description Whose it is. */
            client_id: components["schemas"]["ClientId"];
            /** @description Whether contacts may tick the checklist. */
            client_may_tick?: boolean;
            /** @description What is to be done, in full. */
            description?: components["schemas"]["Description"];
            /**
             * Format: date
             * @description The deadline, in the office's time zone.
             */
            due?: string | null;
            /** @description What it says about its reminders; as the office's settings say unless told. */
            reminders?: components["schemas"]["ReminderChoice"];
            /** @description What it is called. */
            title: components["schemas"]["Title"];
        };
        /** @description A new template. */
        CreateTemplate: {
            /** @description The checklist of each copy. */
            checklist?: components["schemas"]["NewTemplateLine"][];
            /**
             * @description Whether contacts may tick the checklist; they may unless told.
             * @default true
             */
            client_may_tick: boolean;
            /** @description The description of each copy. */
            description?: components["schemas"]["Description"];
            /** @description The title of each copy. */
            title: components["schemas"]["Title"];
        };
        /**
         * @description What stands between the cells of a row.
         * @enum {string}
         */
        CsvSeparator: "comma" | "semicolon" | "tab";
        /** @description Which day of a month. */
        DayRule: {
            /**
             * Format: int32
             * @description 1–31.
             */
            day: number;
            /** @enum {string} */
            kind: "day_of_month";
        } | {
            /** @enum {string} */
            kind: "last";
        } | {
            /** @enum {string} */
            kind: "nth_weekday";
            /**
             * Format: int32
             * @description 1–5 from the beginning, or −1 for the last. A month without a fifth takes its last.
             */
            nth: number;
            /** @description Which weekday. */
            weekday: components["schemas"]["Weekday"];
        };
        /** @description Who takes on what the member worked on. */
        DeactivateMember: {
            /** @description An active member, who gets the clients, open tasks and series; needed if there are any. */
            reassign_to?: string | null;
        };
        /** @description A file that is to be uploaded. */
        DeclareFile: {
            /** @description What it says it is. */
            content_type: components["schemas"]["ContentType"];
            /** @description What it is called where it comes from. */
            name: components["schemas"]["FileName"];
            /** @description Its exact size in bytes, at most 10 MiB (S34). */
            size_bytes: components["schemas"]["FileSize"];
            /** @description Who sees it, now and always. */
            visibility: components["schemas"]["Visibility"];
        };
        /** @description A table of clients that is to be read in. */
        DeclareImport: {
            /** @description What the file is called where it comes from. */
            file_name: components["schemas"]["FileName"];
            /** @description Its exact size in bytes, at most 10 MiB. */
            size_bytes: components["schemas"]["FileSize"];
        };
        /** @description A file that is to be uploaded. */
        DeclarePortalFile: {
            /** @description What it says it is. */
            content_type: components["schemas"]["ContentType"];
            /** @description What it is called where it comes from. */
            name: components["schemas"]["FileName"];
            /** @description Its exact size in bytes, at most 10 MiB (S34). */
            size_bytes: components["schemas"]["FileSize"];
        };
        /** @description A picture that is to be uploaded. */
        DeclarePortalImage: {
            /** @description What it says it is. */
            content_type: components["schemas"]["PictureType"];
            /** @description Which picture of the portal. */
            kind: components["schemas"]["PictureKind"];
            /** @description Its exact size in bytes, at most 1 MiB. */
            size_bytes: components["schemas"]["PictureSize"];
        };
        /** @description A video that is to be uploaded. */
        DeclareWelcomeVideo: {
            /** @description What it says it is. */
            content_type: components["schemas"]["VideoType"];
            /** @description Its exact size in bytes, at most 20 MiB (S11). */
            size_bytes: components["schemas"]["VideoSize"];
        };
        /** @description A colour and what it took to make it readable: "darkened for links: 2.4:1 → 4.6:1". */
        DerivedColour: {
            /**
             * Format: double
             * @description The brand's contrast with the surface, cut to two decimals.
             */
            brand_contrast: number;
            /** @description The readable colour; the brand itself if that is readable. */
            colour: components["schemas"]["Colour"];
            /**
             * Format: double
             * @description This colour's contrast with the surface, cut to two decimals.
             */
            contrast: number;
        };
        /**
         * @description What a task is about, 0–20,000 characters on any number of lines.
         * @example Please send the statement of every account.
         */
        Description: string;
        /**
         * @description Why a file was not sent.
         * @enum {string}
         */
        DigitisationReasonView: "file_missing" | "no_address" | "mail_refused" | "not_sent";
        /**
         * @description How far a file is.
         * @enum {string}
         */
        DigitisationStateView: "queued" | "sent" | "failed";
        /** @description Which files are sent. */
        DigitiseFiles: {
            /**
             * @description These stored files of the task, internal ones too; unless told, those that the client sees and that were not sent
             *     yet.
             */
            file_ids?: components["schemas"]["FileId"][] | null;
            /** @description Also those that were sent already, or are on their way. */
            resend?: boolean;
        };
        /** @description The files that an order sends. */
        Digitised: {
            /** @description Those that are queued now, oldest first. */
            files: components["schemas"]["File"][];
        };
        /** @description Where a file can be had for a moment. */
        Download: {
            /**
             * Format: date-time
             * @description Until when.
             */
            expires_at: string;
            /** @description The bytes, to be saved and never shown in the page. */
            url: string;
        };
        /**
         * @description What to do with rows of clients that are there already.
         * @enum {string}
         */
        DuplicatesView: "skip" | "update";
        /**
         * @description An e-mail address, at most 254 bytes: `local@domain` by RFC 5321 without quoted local parts, comments or address literals. The local part keeps its case; the domain is lower case, and one with other letters than ASCII becomes its IDNA form. Compare logins by the folded form.
         * @example mari@example.com
         */
        Email: string;
        /** @description Nothing to tell: the same for every address. */
        EmailChangeRequested: Record<string, never>;
        /** @description The address that counts from now on. */
        EmailChanged: {
            /** @description The address: it was the mail to it that brought whoever reads this here. */
            email: string;
        };
        /** @description How long it goes on. */
        End: {
            /** @enum {string} */
            kind: "never";
        } | {
            /**
             * Format: date
             * @description The last date that counts.
             */
            date: string;
            /** @enum {string} */
            kind: "on";
        } | {
            /**
             * Format: int32
             * @description How many occurrences, at least one.
             */
            count: number;
            /** @enum {string} */
            kind: "count";
        };
        /** @description A table of clients and contacts, or of a month of the audit trail. */
        Export: {
            /** @description The month of the audit trail that it holds instead of clients. */
            audit_month: string | null;
            /**
             * Format: date-time
             * @description Since when it can be had; `null` while it is being written.
             */
            done_at: string | null;
            download: components["schemas"]["Download"] | null;
            /** @description Its id. */
            id: components["schemas"]["ExportId"];
            /** @description Whether it holds the clients that are archived instead of the others. */
            is_archived: boolean;
            /**
             * Format: int32
             * @description How many rows it has below its headings.
             */
            row_count: number;
            /** @description What stands between cells. */
            separator: components["schemas"]["CsvSeparator"];
        };
        /** @description Which month is to be handed out. */
        ExportAuditTrail: {
            /**
             * @description The month in UTC, `2026-03`.
             * @example 2026-03
             */
            month: string;
            /** @description What stands between cells; a semicolon unless told. */
            separator?: components["schemas"]["CsvSeparator"];
        };
        /** @description What is to be handed out. */
        ExportClients: {
            /** @description The clients that are archived instead of the others. */
            is_archived?: boolean;
            /** @description What stands between cells; a semicolon unless told. */
            separator?: components["schemas"]["CsvSeparator"];
        };
        /**
         * @description One file of clients that is handed out.
         * @example exp_01kanq5b80e8vd3w9g2m4x7ctz
         */
        ExportId: string;
        /** @description What is wrong with one field. */
        FieldProblem: {
            /**
             * @description A stable code.
             * @example required
             */
            code: string;
            /**
             * @description JSON pointer into the request, such as `/due`.
             * @example /due
             */
            pointer: string;
        };
        /** @description A file as the office sees it. */
        File: components["schemas"]["PortalFile"] & {
            digitisation: components["schemas"]["FileDigitisation"] | null;
            /** @description Whether the client sees it. */
            visibility: components["schemas"]["Visibility"];
        };
        /** @description What became of a file that was to be digitised (S61). */
        FileDigitisation: {
            /**
             * Format: date-time
             * @description Since when.
             */
            at: string;
            /** @description Who ordered it. */
            by: string;
            reason: components["schemas"]["DigitisationReasonView"] | null;
            /** @description How far it is. */
            state: components["schemas"]["DigitisationStateView"];
            /** @description Where it was sent. */
            to: string | null;
        };
        /**
         * @description One uploaded file of a thread.
         * @example fil_01kanq5b80e8vd3w9g2m4x7ctz
         */
        FileId: string;
        /**
         * @description The name of a file as its owner knows it, 1–255 bytes of UTF-8. For display only, never part of a key or path: what stands before the last `/` or `\` is cut off, and control characters, NUL and direction overrides are refused.
         * @example statement-2026-03.pdf
         */
        FileName: string;
        /** @description What a file belongs to. */
        FileOwner: {
            /** @description Which one. */
            id: components["schemas"]["TaskId"];
            /** @enum {string} */
            kind: "task";
            /** @description What it is called. */
            title: string;
        } | {
            /** @description Which one. */
            id: components["schemas"]["RequestId"];
            /** @enum {string} */
            kind: "request";
            /** @description What it is about. */
            title: string;
        };
        /**
         * Format: int64
         * @description The size of a file in bytes.
         * @example 204800
         */
        FileSize: number;
        /** @description A file as the office sees it, in a list. */
        FileSummary: components["schemas"]["PortalFileSummary"] & {
            /** @description Whether the client sees it. */
            visibility: components["schemas"]["Visibility"];
        };
        /** @description How often, and on which day of each period. */
        Frequency: {
            /** @enum {string} */
            kind: "weekly";
            /** @description At least one. */
            weekdays: components["schemas"]["Weekday"][];
        } | {
            /** @description Which day. */
            day: components["schemas"]["DayRule"];
            /** @enum {string} */
            kind: "monthly";
        } | {
            /** @description Which day of that month. */
            day: components["schemas"]["DayRule"];
            /** @enum {string} */
            kind: "quarterly";
            /**
             * Format: int32
             * @description The first, second or third month of the quarter: 1–3.
             */
            month_in_quarter: number;
        } | {
            /** @description Which day of that month. */
            day: components["schemas"]["DayRule"];
            /** @enum {string} */
            kind: "yearly";
            /**
             * Format: int32
             * @description January is 1, December 12.
             */
            month: number;
        };
        /** @description The link that a person has followed. */
        GetLoginLink: {
            /** @description What stands behind `#t=` in the link. */
            token: string;
        };
        /** @description To whom the office goes. */
        HandOverOwnership: {
            /** @description An active admin. */
            member_id: string;
        };
        /** @description An import and how far it is. */
        Import: {
            /**
             * Format: int32
             * @description How many clients were made.
             */
            clients_created: number;
            /** @description The columns in order. */
            columns: components["schemas"]["ImportColumnView"][];
            /**
             * Format: int32
             * @description How many contacts were made.
             */
            contacts_created: number;
            encoding: components["schemas"]["TextEncoding"] | null;
            /**
             * Format: int32
             * @description How many errors there are.
             */
            error_count: number;
            /** @description The first 500 of them. */
            errors: components["schemas"]["RowErrorView"][];
            /** @description What the file is called where it comes from. */
            file_name: string;
            /** @description Its id. */
            id: components["schemas"]["ImportId"];
            /**
             * Format: int32
             * @description How many clients are there already, by their registry code: updated or passed over.
             */
            known_clients: number;
            /**
             * Format: int32
             * @description How many contacts are there already, by their address.
             */
            known_contacts: number;
            /**
             * Format: int32
             * @description How many clients are new.
             */
            new_clients: number;
            /**
             * Format: int32
             * @description How many contacts are new.
             */
            new_contacts: number;
            problem: components["schemas"]["ImportProblemView"] | null;
            /**
             * Format: int32
             * @description How many rows the file has below its headings.
             */
            row_count: number;
            /**
             * Format: int32
             * @description How many rows had their turn.
             */
            rows_done: number;
            /**
             * Format: int32
             * @description How many rows could not be written.
             */
            rows_failed: number;
            /**
             * Format: int32
             * @description How many rows of clients that were there before were passed over.
             */
            rows_skipped: number;
            /**
             * Format: int32
             * @description How many rows of clients that were there before were updated.
             */
            rows_updated: number;
            /**
             * Format: int32
             * @description How many of them have an error and are left out.
             */
            rows_with_errors: number;
            /** @description The first rows, their cells cut where they are long. */
            sample: string[][];
            separator: components["schemas"]["CsvSeparator"] | null;
            /** @description Where it is. */
            state: components["schemas"]["ImportStateView"];
        };
        /** @description A column of the file. */
        ImportColumnView: {
            field: components["schemas"]["ImportField"] | null;
            /** @description Its heading. */
            heading: string;
        };
        /**
         * @description What a column of a table of clients holds.
         * @enum {string}
         */
        ImportField: "client_name" | "registry_code" | "contact_name" | "contact_email" | "contact_phone" | "contact_language" | "contact_access";
        /**
         * @description One file of clients that is read in.
         * @example imp_01kanq5b80e8vd3w9g2m4x7ctz
         */
        ImportId: string;
        /**
         * @description Why a file cannot be read in as it is.
         * @enum {string}
         */
        ImportProblemView: "not_uploaded" | "not_a_table" | "no_rows" | "too_many_rows" | "no_name_column";
        /**
         * @description Where an import is.
         * @enum {string}
         */
        ImportStateView: "declared" | "previewing" | "previewed" | "running" | "done";
        /** @description The one upload that the bucket takes for an import. */
        ImportTicket: {
            /**
             * Format: date-time
             * @description Until when.
             */
            expires_at: string;
            /** @description Headers to send with it; the browser adds the length itself. */
            headers: {
                [key: string]: string;
            };
            /** @description The import. */
            import_id: components["schemas"]["ImportId"];
            /** @description How to send the file. */
            method: components["schemas"]["UploadMethod"];
            /** @description Where to. */
            url: string;
        };
        /** @description Who is invited. */
        InviteMember: {
            /** @description Their login, which may belong to a member of another office as well. */
            email: components["schemas"]["Email"];
            language?: components["schemas"]["Language"] | null;
            /** @description Their name. */
            name: components["schemas"]["PersonName"];
            /** @description What they may do: member or admin. */
            role: components["schemas"]["Role"];
        };
        /** @description What whoever holds a link may know before they use it. */
        KnownLink: {
            /**
             * @description The address that it was mailed to, with most of what stands before the `@` left out.
             * @example m***@example.com
             */
            masked_email: string;
            /** @description Whether it can be used. */
            state: components["schemas"]["LinkState"];
        };
        /**
         * @description A language that Sild speaks.
         * @enum {string}
         */
        Language: "en" | "et" | "fi";
        /** @description What of a client is late. */
        LateClient: {
            /** @description Which one. */
            client: components["schemas"]["Person"];
            /** @description How many of its open tasks are past their deadline; counted up to 100. */
            count: number;
            /**
             * Format: date
             * @description The earliest of these deadlines.
             */
            earliest_due: string;
        };
        /**
         * @description Whether a link lets somebody in (S20).
         * @enum {string}
         */
        LinkState: "usable" | "spent" | "expired";
        /** @description That somebody finished something. */
        Mark: {
            /**
             * Format: date-time
             * @description When.
             */
            at: string;
            /** @description Their name. */
            by: string;
        };
        /** @description How far the member has read. */
        MarkNotificationsRead: {
            /** @description The newest notification that was read. */
            up_to: string;
        };
        /** @description How much was seen. */
        MarkRequestRead: {
            /**
             * Format: int32
             * @description The `activity` of the request that was shown.
             */
            activity: number;
        };
        /** @description Nothing more to say. */
        MarkRequestSeen: Record<string, never>;
        /** @description How much was seen. */
        MarkTaskRead: {
            /**
             * Format: int32
             * @description The `activity` of the task that was shown.
             */
            activity: number;
        };
        /** @description Nothing more to say. */
        MarkTaskSeen: Record<string, never>;
        /** @description Nothing more to say. */
        MarkWelcomeSeen: Record<string, never>;
        /** @description All clients that pass every one of these filters, as a list of clients shows them; without any, all that are not archived. */
        MatchingClients: {
            /** @description Only those with an open task whose deadline has passed. */
            is_overdue?: boolean;
            portal_state?: components["schemas"]["PortalStateView"] | null;
            responsible_id?: components["schemas"]["MemberId"] | null;
            /** @description Words, each of which begins a word of the name, the registry code, or a contact's name or address. */
            search?: string | null;
        };
        /**
         * @description Why what was uploaded is not used.
         * @enum {string}
         */
        MediaRefusal: "wrong_type" | "unreadable" | "bytes_behind" | "too_many_pixels" | "wrong_codec" | "too_long" | "not_checked";
        /** @description A person of the office as colleagues see them. */
        Member: {
            /** @description Whether mail reaches them. */
            address_state: components["schemas"]["AddressStateView"];
            /** @description Their login. */
            email: string;
            /** @description Their id. */
            id: components["schemas"]["MemberId"];
            /**
             * Format: date-time
             * @description Their last login.
             */
            last_seen_at: string | null;
            /** @description Their name. */
            name: string;
            /** @description What they may do. */
            role: components["schemas"]["Role"];
            /** @description How far they are. */
            state: components["schemas"]["MemberState"];
            /** @description For `If-Match`. */
            version: components["schemas"]["u32"];
        };
        /**
         * @description A person of an office.
         * @example mem_01kanq5b80e8vd3w9g2m4x7ctz
         */
        MemberId: string;
        /**
         * @description How far a member is.
         * @enum {string}
         */
        MemberState: "invited" | "active" | "leaving" | "inactive";
        /** @description How a member is told of one kind of thing. */
        MemberSwitches: {
            /** @description In the app. */
            in_app: boolean;
            /** @description By mail. */
            mail: boolean;
        };
        /** @description A message as the office sees it. */
        Message: components["schemas"]["PortalMessage"] & {
            /** @description Whether the client sees it (S38). */
            visibility: components["schemas"]["Visibility"];
        };
        /**
         * @description One entry of a thread, internal or portal.
         * @example msg_01kanq5b80e8vd3w9g2m4x7ctz
         */
        MessageId: string;
        /** @description What comes of a name that was typed. */
        NameCheck: {
            /** @description Whether the office can have it. */
            is_available: boolean;
            reason: components["schemas"]["NameReason"] | null;
            slug: components["schemas"]["Slug"] | null;
        };
        /**
         * @description Why a name cannot be had, or that it is had already.
         * @enum {string}
         */
        NameReason: "too_short" | "too_long" | "invalid_character" | "reserved" | "taken" | "yours";
        /** @description A line of a new checklist. */
        NewLine: {
            /** @description What is to be done. */
            text: components["schemas"]["ShortText"];
        };
        /** @description A line of the checklist of each task. */
        NewSeriesLine: {
            /** @description What is to be done. */
            text: components["schemas"]["ShortText"];
        };
        /** @description A line of the checklist of each copy. */
        NewTemplateLine: {
            /** @description What is to be done. */
            text: components["schemas"]["ShortText"];
        };
        /** @description A date on which a task is made, and its deadline. */
        NextDate: {
            /**
             * Format: date
             * @description When it is made, after the weekend rule.
             */
            date: string;
            /**
             * Format: date
             * @description When it is due.
             */
            due: string;
            /**
             * Format: date
             * @description The date by the rule alone, which names it among the dates of the series.
             */
            nominal: string;
        };
        /** @description The body of a command that says everything by its address: `{}`. */
        NoFields: Record<string, never>;
        /** @description One thing that a member was told. */
        Notification: {
            /** @description The name of who did it, or whom it happened to. */
            actor: string;
            /**
             * Format: date-time
             * @description When.
             */
            at: string;
            /** @description Whose it is. */
            client: components["schemas"]["Person"];
            /** @description Its id. */
            id: components["schemas"]["NotificationId"];
            /** @description Whether it was read. */
            is_read: boolean;
            /** @description What it is about. */
            kind: components["schemas"]["NotificationKindView"];
            request_id?: components["schemas"]["RequestId"] | null;
            task_id?: components["schemas"]["TaskId"] | null;
            /** @description What the task or request was called; the client's name where it is about neither. */
            title: string;
        };
        /**
         * @description One in-app notification of a person.
         * @example ntf_01kanq5b80e8vd3w9g2m4x7ctz
         */
        NotificationId: string;
        /**
         * @description What a notification is about.
         * @enum {string}
         */
        NotificationKindView: "new_request" | "portal_message" | "client_file" | "client_done" | "address_bounced" | "digitisation_failed";
        /**
         * @description What a member is told of. Login mails, invitations and that mail does not reach somebody are not among it: nobody switches
         *     them off.
         */
        NotificationSettings: {
            /** @description A contact finished a task (S51). */
            client_done: components["schemas"]["MemberSwitches"];
            /** @description A contact uploaded a file (S50). */
            client_file: components["schemas"]["MemberSwitches"];
            /** @description A contact sent a request (S49). */
            new_request: components["schemas"]["MemberSwitches"];
            /** @description Somebody wrote in the portal (S50). */
            portal_message: components["schemas"]["MemberSwitches"];
            /** @description For `If-Match`. */
            version: components["schemas"]["u32"];
        };
        /**
         * @description An accounting firm, the tenant.
         * @example off_01kanq5b80e8vd3w9g2m4x7ctz
         */
        OfficeId: string;
        /** @description One browser in which a member is signed in. */
        OfficeLogin: {
            /** @description Browser and system by name, where they are known. */
            device: string | null;
            /**
             * Format: date-time
             * @description Signed out by itself at.
             */
            expires_at: string;
            /** @description Its id, of which nobody can make the cookie. */
            id: components["schemas"]["SessionId"];
            /** @description Whether it is the one that asks. */
            is_current: boolean;
            /**
             * Format: date-time
             * @description Signed in at.
             */
            started_at: string;
        };
        /** @description Who is signed in, and where. */
        OfficeSession: {
            /** @description Who. */
            member: components["schemas"]["SignedInMember"];
            /** @description Where. */
            office: components["schemas"]["SignedInOffice"];
            /**
             * Format: date
             * @description The date in the office's time zone.
             */
            today: string;
            /**
             * Format: int64
             * @description How many in-app notifications they have not read.
             */
            unread_notifications: number;
        };
        /** @description Where the member is signed in. */
        OfficeSessions: {
            /** @description The newest first. */
            items: components["schemas"]["OfficeLogin"][];
        };
        /** @description The settings of an office. */
        OfficeSettings: {
            /** @description Whether files of clients may be sent to be digitised (S59). */
            digitisation_is_on: boolean;
            /**
             * Format: int32
             * @description The full hour of the office's day at which reminders leave: 0–23.
             */
            reminder_hour: number;
            reminders: components["schemas"]["ReminderRule"] | null;
            /** @description For `If-Match`. */
            version: components["schemas"]["u32"];
        };
        /**
         * @description The office's word.
         * @enum {string}
         */
        OfficeStateView: "open" | "completed";
        /** @description An office at a glance. A plain member sees what is of their own clients. */
        Overview: {
            /** @description The tasks that their clients are about to be told of, the soonest first; 50 at most. */
            announcements: components["schemas"]["ComingAnnouncement"][];
            /** @description The clients with most open tasks, the most first. */
            busiest: components["schemas"]["BusyClient"][];
            /** @description Whether more is on its way than is told here. */
            is_cut: boolean;
            /** @description The clients whose deadlines passed, the longest ago first. */
            overdue: components["schemas"]["LateClient"][];
            /**
             * Format: int32
             * @description The office's hour at which reminders leave, 0 to 23.
             */
            reminder_hour: number;
            /** @description The reminders that leave, by day; 50 at most. */
            reminders: components["schemas"]["ComingReminder"][];
            /** @description The series that make a task, by day; 50 at most. */
            series: components["schemas"]["ComingTask"][];
            /**
             * Format: date
             * @description The date in the office's time zone.
             */
            today: string;
            /**
             * Format: date
             * @description The last day of what is told as coming.
             */
            until: string;
        };
        /** @description A part of a list. */
        PageBody_AuditEntry: {
            /** @description In the list's order. */
            items: {
                /**
                 * Format: date-time
                 * @description When.
                 */
                at: string;
                /** @description What that belongs to: a message to its task or request, a task to its client. */
                belongs_to: string | null;
                /** @description Who did it, or wanted it where a job carried it out. */
                by: components["schemas"]["AuditActor"];
                /** @description What happened to it. */
                change: components["schemas"]["AuditChange"];
                /** @description What is different since. */
                fields: components["schemas"]["AuditField"][];
                /** @description Its id. */
                id: components["schemas"]["AuditEntryId"];
                /** @description The operation or the job that did it. */
                operation: string | null;
                /** @description Which one. */
                thing_id: string | null;
                /** @description What kind of thing it is, such as `task`. */
                what: string;
            }[];
            /** @description The `cursor` of the next part; `null` at the end. */
            next: string | null;
        };
        /** @description A part of a list. */
        PageBody_ClientSummary: {
            /** @description In the list's order. */
            items: {
                /**
                 * Format: int64
                 * @description How many contacts it has.
                 */
                contact_count: number;
                /**
                 * Format: date
                 * @description The earliest deadline among them.
                 */
                earliest_due: string | null;
                /** @description Its id. */
                id: string;
                /** @description Whether it is archived: closed, and left out of lists. */
                is_archived: boolean;
                /** @description Whether that deadline has passed in the office's time zone. */
                is_overdue: boolean;
                /**
                 * Format: date-time
                 * @description When one of its contacts last logged in.
                 */
                last_seen_at: string | null;
                /** @description Its name. */
                name: string;
                /**
                 * Format: int64
                 * @description How many tasks the office has not completed.
                 */
                open_count: number;
                /** @description How far it is with the portal. */
                portal_state: components["schemas"]["PortalStateView"];
                /** @description Its code in the business register. */
                registry_code: string | null;
                /** @description Who answers for it. */
                responsible: components["schemas"]["Person"][];
            }[];
            /** @description The `cursor` of the next part; `null` at the end. */
            next: string | null;
        };
        /** @description A part of a list. */
        PageBody_ContactCard: {
            /** @description In the list's order. */
            items: {
                /** @description Whether mail reaches them. */
                address_state: components["schemas"]["AddressStateView"];
                /** @description What they changed about themselves, the newest first; at most ten changes (S57). */
                changes: components["schemas"]["ProfileChange"][];
                /** @description Those of their clients that the member who asks works with, by name. */
                clients: components["schemas"]["ContactAtClient"][];
                /** @description Their login. */
                email: string;
                /** @description Their id. */
                id: string;
                /** @description Whether they are archived, and so enter nowhere. */
                is_archived: boolean;
                /** @description The language of their portal and mails. */
                language: components["schemas"]["Language"];
                /**
                 * Format: date-time
                 * @description Their last login.
                 */
                last_seen_at: string | null;
                /** @description Their name. */
                name: string;
                /** @description Where they can be called. */
                phone: string | null;
                /** @description For `If-Match`. */
                version: components["schemas"]["u32"];
            }[];
            /** @description The `cursor` of the next part; `null` at the end. */
            next: string | null;
        };
        /** @description A part of a list. */
        PageBody_FileSummary: {
            /** @description In the list's order. */
            items: (components["schemas"]["PortalFileSummary"] & {
                /** @description Whether the client sees it. */
                visibility: components["schemas"]["Visibility"];
            })[];
            /** @description The `cursor` of the next part; `null` at the end. */
            next: string | null;
        };
        /** @description A part of a list. */
        PageBody_Member: {
            /** @description In the list's order. */
            items: {
                /** @description Whether mail reaches them. */
                address_state: components["schemas"]["AddressStateView"];
                /** @description Their login. */
                email: string;
                /** @description Their id. */
                id: components["schemas"]["MemberId"];
                /**
                 * Format: date-time
                 * @description Their last login.
                 */
                last_seen_at: string | null;
                /** @description Their name. */
                name: string;
                /** @description What they may do. */
                role: components["schemas"]["Role"];
                /** @description How far they are. */
                state: components["schemas"]["MemberState"];
                /** @description For `If-Match`. */
                version: components["schemas"]["u32"];
            }[];
            /** @description The `cursor` of the next part; `null` at the end. */
            next: string | null;
        };
        /** @description A part of a list. */
        PageBody_Notification: {
            /** @description In the list's order. */
            items: {
                /** @description The name of who did it, or whom it happened to. */
                actor: string;
                /**
                 * Format: date-time
                 * @description When.
                 */
                at: string;
                /** @description Whose it is. */
                client: components["schemas"]["Person"];
                /** @description Its id. */
                id: components["schemas"]["NotificationId"];
                /** @description Whether it was read. */
                is_read: boolean;
                /** @description What it is about. */
                kind: components["schemas"]["NotificationKindView"];
                request_id: components["schemas"]["RequestId"] | null;
                task_id: components["schemas"]["TaskId"] | null;
                /** @description What the task or request was called; the client's name where it is about neither. */
                title: string;
            }[];
            /** @description The `cursor` of the next part; `null` at the end. */
            next: string | null;
        };
        /** @description A part of a list. */
        PageBody_PortalFileSummary: {
            /** @description In the list's order. */
            items: {
                /**
                 * Format: date-time
                 * @description When.
                 */
                at: string;
                /** @description Who uploaded it. */
                author: components["schemas"]["Author"];
                /** @description Its task or its request. */
                belongs_to: components["schemas"]["FileOwner"];
                /** @description What it says it is. */
                content_type: string;
                /** @description Its id. */
                id: components["schemas"]["FileId"];
                /** @description What it was called where it came from. */
                name: string;
                /**
                 * Format: int64
                 * @description Its size in bytes.
                 */
                size_bytes: number;
            }[];
            /** @description The `cursor` of the next part; `null` at the end. */
            next: string | null;
        };
        /** @description A part of a list. */
        PageBody_PortalRequestSummary: {
            /** @description In the list's order. */
            items: {
                /**
                 * Format: int32
                 * @description How much has happened: what `mark_request_read` is given.
                 */
                activity: number;
                /**
                 * Format: date-time
                 * @description Sent at.
                 */
                created_at: string;
                /**
                 * Format: int32
                 * @description Files that office and client share.
                 */
                file_count: number;
                /** @description Its id. */
                id: components["schemas"]["RequestId"];
                /** @description Whether there is something that this contact has not seen. */
                is_unread: boolean;
                /**
                 * Format: int32
                 * @description Messages that office and client share.
                 */
                message_count: number;
                /** @description How it stands. */
                state: components["schemas"]["RequestStateView"];
                /** @description What it is about. */
                subject: string;
            }[];
            /** @description The `cursor` of the next part; `null` at the end. */
            next: string | null;
        };
        /** @description A part of a list. */
        PageBody_PortalTaskSummary: {
            /** @description In the list's order. */
            items: {
                /**
                 * Format: int32
                 * @description How much has happened: what `mark_task_read` is given.
                 */
                activity: number;
                /**
                 * Format: date-time
                 * @description Since when the client has it.
                 */
                assigned_at: string;
                /**
                 * Format: int32
                 * @description Lines of the checklist that are done.
                 */
                checklist_done: number;
                /**
                 * Format: int32
                 * @description Lines of the checklist.
                 */
                checklist_total: number;
                /**
                 * Format: date
                 * @description The deadline.
                 */
                due: string | null;
                /**
                 * Format: int32
                 * @description Files that office and client share.
                 */
                file_count: number;
                /** @description Its id. */
                id: components["schemas"]["TaskId"];
                /** @description Whether the deadline has passed in the office's time zone and the task is not done (S40). */
                is_overdue: boolean;
                /** @description Whether it is a sample task (S13). */
                is_sample: boolean;
                /** @description Whether there is something that this contact has not seen (S31). */
                is_unread: boolean;
                /**
                 * Format: int32
                 * @description Messages that office and client share.
                 */
                message_count: number;
                /** @description How it stands. */
                state: components["schemas"]["PortalTaskStateView"];
                /** @description What it is called. */
                title: string;
            }[];
            /** @description The `cursor` of the next part; `null` at the end. */
            next: string | null;
        };
        /** @description A part of a list. */
        PageBody_RequestSummary: {
            /** @description In the list's order. */
            items: {
                /** @description Who sent it. */
                author: components["schemas"]["Author"];
                /** @description Whose it is. */
                client: components["schemas"]["Person"];
                /**
                 * Format: date-time
                 * @description Sent at.
                 */
                created_at: string;
                /**
                 * Format: int32
                 * @description Files that office and client share.
                 */
                file_count: number;
                /** @description Whether a contact wrote or uploaded since a member last looked. */
                has_client_news: boolean;
                /** @description Its id. */
                id: components["schemas"]["RequestId"];
                /**
                 * Format: int32
                 * @description Messages that office and client share.
                 */
                message_count: number;
                /** @description How it stands. */
                state: components["schemas"]["RequestStateView"];
                /** @description What it is about. */
                subject: string;
                task_id: components["schemas"]["TaskId"] | null;
            }[];
            /** @description The `cursor` of the next part; `null` at the end. */
            next: string | null;
        };
        /** @description A part of a list. */
        PageBody_Series: {
            /** @description In the list's order. */
            items: {
                /** @description Whether each task is given to the client at once. */
                assign_to_client: boolean;
                assignee: components["schemas"]["Person"] | null;
                /** @description Whether the client's done completes each task. */
                auto_complete: boolean;
                /** @description The checklist of each task. */
                checklist: components["schemas"]["SeriesLine"][];
                /** @description Whose tasks it makes. */
                client: components["schemas"]["Person"];
                /** @description Whether contacts may tick the checklist. */
                client_may_tick: boolean;
                /**
                 * Format: int32
                 * @description How many tasks it has made.
                 */
                created_count: number;
                /** @description The description of each task. */
                description: string;
                /** @description Its id. */
                id: components["schemas"]["SeriesId"];
                /** @description Whether it rests, by itself or because its client is archived. */
                is_paused: boolean;
                /** @description The next five dates; of a series that rests, those that would come if it went on today. */
                next_dates: components["schemas"]["NextDate"][];
                /** @description When it makes one. */
                recurrence: components["schemas"]["Recurrence"];
                /** @description What each task says about its reminders (S62). */
                reminders: components["schemas"]["ReminderChoice"];
                /** @description The title of each task. */
                title: string;
                /** @description For `If-Match`. */
                version: components["schemas"]["u32"];
            }[];
            /** @description The `cursor` of the next part; `null` at the end. */
            next: string | null;
        };
        /** @description A part of a list. */
        PageBody_TaskSummary: {
            /** @description In the list's order. */
            items: {
                assignee: components["schemas"]["Person"] | null;
                /**
                 * Format: int32
                 * @description Lines of the checklist that are done.
                 */
                checklist_done: number;
                /**
                 * Format: int32
                 * @description Lines of the checklist.
                 */
                checklist_total: number;
                /** @description Whose it is. */
                client: components["schemas"]["Person"];
                /** @description The client's word. */
                client_state: components["schemas"]["ClientStateView"];
                /**
                 * Format: date
                 * @description The deadline.
                 */
                due: string | null;
                /** @description Whether a contact wrote, uploaded or finished since a member last looked. */
                has_client_news: boolean;
                /** @description Its id. */
                id: components["schemas"]["TaskId"];
                /** @description Whether the deadline has passed in the office's time zone and the office has not completed it. */
                is_overdue: boolean;
                /** @description Whether it is a sample task (S13). */
                is_sample: boolean;
                /** @description Whether the client has it. */
                portal_state: components["schemas"]["TaskPortalStateView"];
                series_id: components["schemas"]["SeriesId"] | null;
                /** @description The office's word. */
                state: components["schemas"]["OfficeStateView"];
                /** @description What it is called. */
                title: string;
            }[];
            /** @description The `cursor` of the next part; `null` at the end. */
            next: string | null;
        };
        /** @description A part of a list. */
        PageBody_Template: {
            /** @description In the list's order. */
            items: {
                /** @description The checklist of each copy. */
                checklist: components["schemas"]["TemplateLine"][];
                /** @description Whether contacts may tick the checklist of each copy. */
                client_may_tick: boolean;
                /** @description The description of each copy. */
                description: string;
                /** @description Its id. */
                id: components["schemas"]["TemplateId"];
                /** @description The title of each copy. */
                title: string;
                /** @description For `If-Match`. */
                version: components["schemas"]["u32"];
            }[];
            /** @description The `cursor` of the next part; `null` at the end. */
            next: string | null;
        };
        /** @description All colours that come of one brand. */
        Palette: {
            /** @description What the office picked: for large areas. */
            brand: components["schemas"]["Colour"];
            /** @description For the dark scheme. */
            dark: components["schemas"]["SchemeColours"];
            /** @description For the light scheme. */
            light: components["schemas"]["SchemeColours"];
            /** @description Black or white: text on `brand`. */
            on_brand: components["schemas"]["Colour"];
        };
        /**
         * @description Why a contact is passed over.
         * @enum {string}
         */
        PassedOver: "bounced" | "complained" | "no_access";
        /** @description Somebody or something by id and name. */
        Person: {
            /** @description A `mem_…`, `con_…` or `cli_…` id. */
            id: string;
            /** @description What it is called. */
            name: string;
        };
        /**
         * @description The name of a person, 1–100 characters on one line.
         * @example Mari Maasikas
         */
        PersonName: string;
        /**
         * @description Which picture of the portal.
         * @enum {string}
         */
        PictureKind: "icon" | "logo";
        /** Format: int64 */
        PictureSize: number;
        /** @enum {string} */
        PictureType: "image/png" | "image/jpeg" | "image/webp";
        /** @description A file that office and client share. */
        PortalFile: {
            /**
             * Format: date-time
             * @description When.
             */
            at: string;
            /** @description Who uploaded it. */
            author: components["schemas"]["Author"];
            /** @description What it says it is. */
            content_type: string;
            /** @description Its id. */
            id: components["schemas"]["FileId"];
            message_id: components["schemas"]["MessageId"] | null;
            /** @description What it was called where it came from. */
            name: string;
            /**
             * Format: int64
             * @description Its size in bytes.
             */
            size_bytes: number;
        };
        /** @description A file that office and client share, in a list. */
        PortalFileSummary: {
            /**
             * Format: date-time
             * @description When.
             */
            at: string;
            /** @description Who uploaded it. */
            author: components["schemas"]["Author"];
            /** @description Its task or its request. */
            belongs_to: components["schemas"]["FileOwner"];
            /** @description What it says it is. */
            content_type: string;
            /** @description Its id. */
            id: components["schemas"]["FileId"];
            /** @description What it was called where it came from. */
            name: string;
            /**
             * Format: int64
             * @description Its size in bytes.
             */
            size_bytes: number;
        };
        /** @description A picture or the video of the portal, as admins and the owner see it. */
        PortalMedia: {
            reason: components["schemas"]["MediaRefusal"] | null;
            /** @description How far it is. */
            state: components["schemas"]["PortalMediaState"];
            /**
             * @description The path of what is in use.
             * @example /media/01jnb000000000000000000000/logo-0a1b.png
             */
            url: string | null;
        };
        /**
         * @description How far the newest upload is, or what is in use.
         * @enum {string}
         */
        PortalMediaState: "none" | "checking" | "ready" | "refused";
        /** @description A message that office and client share. */
        PortalMessage: {
            /**
             * Format: date-time
             * @description When.
             */
            at: string;
            /** @description Who wrote it. */
            author: components["schemas"]["Author"];
            /** @description Files that came with it. */
            file_ids: components["schemas"]["FileId"][];
            /** @description Its id. */
            id: components["schemas"]["MessageId"];
            reply_to: components["schemas"]["MessageId"] | null;
            /** @description What it says. */
            text: string;
        };
        /** @description What a contact is told of. Login mails and invitations are not among it: nobody switches them off. */
        PortalNotificationSettings: {
            /** @description Somebody wrote on a task or a request (S53). */
            portal_message: components["schemas"]["ContactSwitches"];
            /** @description A task still waits for them (S62). */
            reminder: components["schemas"]["ContactSwitches"];
            /** @description A task waits for them (S52). */
            task_assigned: components["schemas"]["ContactSwitches"];
            /** @description A task was taken back (S54). */
            task_withdrawn: components["schemas"]["ContactSwitches"];
            /** @description For `If-Match`. */
            version: components["schemas"]["u32"];
        };
        /** @description How a task stands in the portal. */
        PortalPanel: {
            /**
             * Format: date-time
             * @description When its mail is due, while it waits (S33).
             */
            announce_at: string | null;
            /**
             * Format: date-time
             * @description When the mail that tells of this assignment was handed over.
             */
            announced_at: string | null;
            /**
             * Format: date-time
             * @description Since when the client has it.
             */
            assigned_at: string | null;
            /** @description Whether the client's portal is open. */
            client_portal_is_open: boolean;
            /** @description The client's contacts, by name. */
            recipients: components["schemas"]["Recipient"][];
        };
        /** @description The profile of the contact who is signed in. */
        PortalProfile: {
            /** @description Their login, where their mails go. */
            email: string;
            /** @description Their id. */
            id: string;
            /** @description The language of their portal and mails. */
            language: components["schemas"]["Language"];
            /** @description Their name, as their accountants read it. */
            name: string;
            /** @description The address that they want, until they press the button of the mail sent to it or its link is too old. */
            pending_email: string | null;
            /** @description Where they can be called. */
            phone: string | null;
            /** @description For `If-Match`. */
            version: components["schemas"]["u32"];
        };
        /** @description A request with everything that contacts see of it. */
        PortalRequest: components["schemas"]["PortalRequestSummary"] & {
            /** @description Who sent it. */
            author: components["schemas"]["Author"];
            /** @description Files that office and client share, oldest first. */
            files: components["schemas"]["PortalFile"][];
            /** @description Messages that office and client share, oldest first. */
            messages: components["schemas"]["PortalMessage"][];
            /**
             * @description The names of the members who answer for the client and see its requests; where there is none, the office's admins
             *     and owner do (S46).
             */
            seen_by: string[];
            task_id: components["schemas"]["TaskId"] | null;
            /** @description What is asked. */
            text: string;
        };
        /** @description A request as the portal's list shows it. */
        PortalRequestSummary: {
            /**
             * Format: int32
             * @description How much has happened: what `mark_request_read` is given.
             */
            activity: number;
            /**
             * Format: date-time
             * @description Sent at.
             */
            created_at: string;
            /**
             * Format: int32
             * @description Files that office and client share.
             */
            file_count: number;
            /** @description Its id. */
            id: components["schemas"]["RequestId"];
            /** @description Whether there is something that this contact has not seen. */
            is_unread: boolean;
            /**
             * Format: int32
             * @description Messages that office and client share.
             */
            message_count: number;
            /** @description How it stands. */
            state: components["schemas"]["RequestStateView"];
            /** @description What it is about. */
            subject: string;
        };
        /** @description Who is signed in to a portal. */
        PortalSession: {
            /** @description The clients for whom they can act, by name. */
            clients: components["schemas"]["SwitcherClient"][];
            /** @description Who. */
            contact: components["schemas"]["SignedInContact"];
            /**
             * @description The office's time zone.
             * @example Europe/Tallinn
             */
            time_zone: string;
            /**
             * Format: date
             * @description The date in the office's time zone.
             */
            today: string;
            /** @description The path of the office's own welcome video; without one, what comes with the portal is shown (S11). */
            welcome_video: string | null;
        };
        /** @description The settings of the client portal. */
        PortalSettings: {
            /** @description The brand colour (S6). */
            colour: components["schemas"]["Colour"];
            /** @description What the login page says below the name. */
            description: string | null;
            /** @description The square picture (S6). */
            icon: components["schemas"]["PortalMedia"];
            /** @description Whether the portal is switched on (S1). */
            is_active: boolean;
            /** @description The wide picture (S6). */
            logo: components["schemas"]["PortalMedia"];
            /** @description Its name as clients read it. */
            name: string | null;
            /** @description The colours made of the brand, with what it took to keep them readable. */
            palette: components["schemas"]["Palette"];
            slug: components["schemas"]["Slug"] | null;
            suggested_slug: components["schemas"]["Slug"] | null;
            /** @description Where the portal is, once it has a name. */
            url: string | null;
            /** @description For `If-Match`. */
            version: components["schemas"]["u32"];
            /** @description The office's own welcome video (S11). */
            welcome_video: components["schemas"]["PortalMedia"];
        };
        /**
         * @description How far a client is with the portal.
         * @enum {string}
         */
        PortalStateView: "closed" | "silent" | "invited" | "active";
        /** @description A task with everything that contacts see of it. */
        PortalTask: components["schemas"]["PortalTaskSummary"] & {
            /** @description The checklist. */
            checklist: components["schemas"]["ChecklistItem"][];
            /** @description Whether contacts may tick the checklist (S37). */
            client_may_tick: boolean;
            /**
             * Format: date-time
             * @description When the office completed it.
             */
            completed_at: string | null;
            /** @description What is to be done, in full. */
            description: string;
            done: components["schemas"]["Mark"] | null;
            /** @description Files that office and client share, oldest first. */
            files: components["schemas"]["PortalFile"][];
            /** @description Messages that office and client share, oldest first. */
            messages: components["schemas"]["PortalMessage"][];
            request_id: components["schemas"]["RequestId"] | null;
        };
        /** @description How a task stands for its client, after a contact's word. */
        PortalTaskState: {
            /**
             * Format: date-time
             * @description When the office completed it.
             */
            completed_at: string | null;
            done: components["schemas"]["Mark"] | null;
            /** @description How it stands. */
            state: components["schemas"]["PortalTaskStateView"];
        };
        /**
         * @description How a task stands for its client.
         * @enum {string}
         */
        PortalTaskStateView: "open" | "done" | "completed";
        /** @description A task as the portal's list shows it. */
        PortalTaskSummary: {
            /**
             * Format: int32
             * @description How much has happened: what `mark_task_read` is given.
             */
            activity: number;
            /**
             * Format: date-time
             * @description Since when the client has it.
             */
            assigned_at: string;
            /**
             * Format: int32
             * @description Lines of the checklist that are done.
             */
            checklist_done: number;
            /**
             * Format: int32
             * @description Lines of the checklist.
             */
            checklist_total: number;
            /**
             * Format: date
             * @description The deadline.
             */
            due: string | null;
            /**
             * Format: int32
             * @description Files that office and client share.
             */
            file_count: number;
            /** @description Its id. */
            id: components["schemas"]["TaskId"];
            /** @description Whether the deadline has passed in the office's time zone and the task is not done (S40). */
            is_overdue: boolean;
            /** @description Whether it is a sample task (S13). */
            is_sample: boolean;
            /** @description Whether there is something that this contact has not seen (S31). */
            is_unread: boolean;
            /**
             * Format: int32
             * @description Messages that office and client share.
             */
            message_count: number;
            /** @description How it stands. */
            state: components["schemas"]["PortalTaskStateView"];
            /** @description What it is called. */
            title: string;
        };
        /** @description A new message. */
        PostMessage: {
            /** @description Stored files of the thread that come with it. */
            file_ids?: components["schemas"]["FileId"][];
            reply_to?: components["schemas"]["MessageId"] | null;
            /** @description What it says. */
            text: components["schemas"]["Body"];
            /** @description Who sees it; there is no default over the wire, so that nothing leaves by leaving something out (S38). */
            visibility: components["schemas"]["Visibility"];
        };
        /** @description A new message. */
        PostPortalMessage: {
            /** @description Stored files of the thread that come with it. */
            file_ids?: components["schemas"]["FileId"][];
            reply_to?: components["schemas"]["MessageId"] | null;
            /** @description What it says. */
            text: components["schemas"]["Body"];
        };
        /** @description Which clients would be opened. */
        PreviewBulkOpening: {
            /** @description 1–1,000 clients. */
            client_ids?: string[] | null;
            matching?: components["schemas"]["MatchingClients"] | null;
        };
        /** @description What is chosen; what is left out is guessed. */
        PreviewImport: {
            /** @description What each column holds, in order; `null` passes it over. */
            columns?: (components["schemas"]["ImportField"] | null)[] | null;
            encoding?: components["schemas"]["TextEncoding"] | null;
            separator?: components["schemas"]["CsvSeparator"] | null;
        };
        /** @description A rule that is being made. */
        PreviewRecurrence: {
            /** @description The rule. */
            recurrence: components["schemas"]["Recurrence"];
        };
        /** @description A client in a preview. */
        PreviewedClient: {
            /** @description Whether it is open, so that nothing happens to it unless invitations are sent again. */
            already_open: boolean;
            /** @description Its contacts, by name. */
            contacts: components["schemas"]["PreviewedContact"][];
            /** @description Its id. */
            id: components["schemas"]["ClientId"];
            /** @description Its name. */
            name: string;
        };
        /** @description A contact in a preview. */
        PreviewedContact: {
            /** @description Their address. */
            email: string;
            /** @description Their id. */
            id: components["schemas"]["ContactId"];
            /** @description Their name. */
            name: string;
            reason: components["schemas"]["PassedOver"] | null;
        };
        /** @description What went wrong. `code` is for programs, `detail` for people. */
        Problem: {
            /**
             * @description A stable code.
             * @example portal_closed
             */
            code: string;
            /**
             * @description What failed and what to do.
             * @example The client's portal is closed; open it first.
             */
            detail: string;
            /** @description The fields that cannot be taken, if any. */
            errors: components["schemas"]["FieldProblem"][];
            /**
             * Format: int32
             * @description The HTTP status.
             * @example 409
             */
            status: number;
            /**
             * @description The status in words.
             * @example Conflict
             */
            title: string;
            /**
             * @description Always `about:blank`: `code` tells problems apart.
             * @example about:blank
             */
            type: string;
        };
        /** @description A member as they see themselves. */
        Profile: {
            /** @description Their login. */
            email: string;
            /** @description Their id. */
            id: components["schemas"]["MemberId"];
            /** @description The language of their app and mails. */
            language: components["schemas"]["Language"];
            /** @description Their name. */
            name: string;
            /** @description What they may do. */
            role: components["schemas"]["Role"];
            /** @description For `If-Match`. */
            version: components["schemas"]["u32"];
        };
        /** @description One change of a profile. `Debug` leaves the values out, because a log must never hold them. */
        ProfileChange: {
            /**
             * Format: date-time
             * @description When.
             */
            at: string;
            /** @description By whom, under the name that they had then. */
            by: string;
            /** @description Of what. */
            field: components["schemas"]["ProfileField"];
            /** @description What it became; `null` where there is nothing any more. */
            new: string | null;
            /** @description What it was; `null` where there was nothing. */
            old: string | null;
        };
        /**
         * @description What of a profile can change.
         * @enum {string}
         */
        ProfileField: "name" | "phone" | "language" | "email";
        /** @description A contact of the client, whom the portal's part of a task concerns. */
        Recipient: {
            /** @description Whether they may act for the client once its portal is open. */
            has_access: boolean;
            /** @description Their id. */
            id: components["schemas"]["ContactId"];
            /** @description Their name. */
            name: string;
        };
        /** @description The parts of a recurrence, as they are on the wire. A [`Recurrence`] holds parts that make sense. */
        Recurrence: {
            /**
             * Format: int32
             * @description How many days after its date each task is due: 0–366.
             */
            due_after_days: number;
            /** @description How long it goes on. */
            end: components["schemas"]["End"];
            /**
             * Format: int32
             * @description Every how many weeks, months, quarters or years: 1–99.
             */
            every: number;
            /** @description How often, and on which day. */
            frequency: components["schemas"]["Frequency"];
            /**
             * Format: date
             * @description The first date that may be one: 2000 to 2199.
             */
            start: string;
            /** @description What becomes of a date on a weekend. */
            weekend: components["schemas"]["WeekendRule"];
        };
        /** @description What a recurrence would do from today on. */
        RecurrencePreview: {
            /** @description The next five dates, or fewer where it ends before. */
            next_dates: components["schemas"]["NextDate"][];
        };
        /** @description The code that a person has typed. */
        RedeemLoginCode: {
            /** @description Six characters; case, spaces and hyphens do not count. */
            code: components["schemas"]["Code"];
        };
        /** @description The link that a person has clicked. */
        RedeemLoginLink: {
            /** @description What stands behind `#t=` in the link. */
            token: string;
        };
        /** @description Nothing more to say. */
        RemindNow: Record<string, never>;
        /** @description What a task says about its reminders. */
        ReminderChoice: {
            /** @enum {string} */
            mode: "inherit";
        } | {
            /** @enum {string} */
            mode: "off";
        } | {
            /** @enum {string} */
            mode: "own";
            /** @description Which one. */
            rule: components["schemas"]["ReminderRule"];
        };
        /** @description When contacts are reminded of a task that they have not done. */
        ReminderRule: {
            /**
             * Format: int32
             * @description How many reminders of one deadline there are at the most.
             */
            at_most: number;
            /**
             * Format: int32
             * @description So many days before the deadline.
             */
            days_before?: number | null;
            /**
             * Format: int32
             * @description Every so many days after the deadline.
             */
            every_days_after?: number | null;
            /** @description On the day of the deadline. */
            on_the_day: boolean;
        };
        /** @description A link that does not work any more. */
        RenewLoginLink: {
            /** @description What stands behind `#t=` in the link. */
            token: string;
        };
        /** @description Nothing more to say. */
        ReopenPortalTask: Record<string, never>;
        /** @description Nothing more to say. */
        ReopenRequest: Record<string, never>;
        /** @description Nothing more to say. */
        ReopenTask: Record<string, never>;
        /** @description A request with everything that members see of it. */
        Request: components["schemas"]["RequestSummary"] & {
            ended: components["schemas"]["Mark"] | null;
            /** @description Its files, internal and portal, oldest first. */
            files: components["schemas"]["File"][];
            /** @description The thread, internal and portal, oldest first. */
            messages: components["schemas"]["Message"][];
            /** @description What is asked. */
            text: string;
        };
        /** @description The address that somebody wants. */
        RequestEmailChange: {
            /** @description The address: the link goes there. Their own one ends what they asked for before. */
            email: string;
        };
        /**
         * @description What a client asks of the office, with its thread.
         * @example req_01kanq5b80e8vd3w9g2m4x7ctz
         */
        RequestId: string;
        /** @description Who wants to sign in. */
        RequestOfficeLogin: {
            /** @description The address to send the link to, if it is a member's. */
            email: string;
            /** @description The path of the app to open afterwards. */
            target?: string | null;
        };
        /** @description Who wants to sign in. */
        RequestPortalLogin: {
            /** @description The address to send the link to, if it is a contact's with access. */
            email: string;
            /** @description The path of the portal to open afterwards. */
            target?: string | null;
        };
        /**
         * @description How a request stands.
         * @enum {string}
         */
        RequestStateView: "new" | "answered" | "converted" | "closed";
        /** @description A request as a list shows it. */
        RequestSummary: {
            /** @description Who sent it. */
            author: components["schemas"]["Author"];
            /** @description Whose it is. */
            client: components["schemas"]["Person"];
            /**
             * Format: date-time
             * @description Sent at.
             */
            created_at: string;
            /**
             * Format: int32
             * @description Files that office and client share.
             */
            file_count: number;
            /** @description Whether a contact wrote or uploaded since a member last looked. */
            has_client_news: boolean;
            /** @description Its id. */
            id: components["schemas"]["RequestId"];
            /**
             * Format: int32
             * @description Messages that office and client share.
             */
            message_count: number;
            /** @description How it stands. */
            state: components["schemas"]["RequestStateView"];
            /** @description What it is about. */
            subject: string;
            task_id: components["schemas"]["TaskId"] | null;
        };
        /**
         * @description What a member is in the office. Exactly one member is the owner at a time.
         * @enum {string}
         */
        Role: "member" | "admin" | "owner";
        /** @description What is wrong with a row. */
        RowErrorView: {
            /** @description A code as of a field of a request, such as `invalid_email`. */
            code: string;
            /**
             * Format: int32
             * @description The column, the first is 1; `null` where it is the row as a whole.
             */
            column: number | null;
            /**
             * Format: int32
             * @description The row as a spreadsheet counts it: the headings are row 1.
             */
            row: number;
        };
        /** @description What the settings are to be; what is left out gets its default. */
        SavePortalSettings: {
            colour?: components["schemas"]["Colour"] | null;
            /** @description What the login page says below the name. */
            description?: string | null;
            /** @description The portal's name as clients read it. Mandatory. */
            name: string;
            /** @description The name in the portal's address, as typed; it is brought into its normal form. Mandatory. */
            slug: string;
        };
        /** @description The colours of one scheme. */
        SchemeColours: {
            /** @description For buttons, borders and marks, at least 3:1. */
            brand_ui: components["schemas"]["DerivedColour"];
            /** @description For links and other text, at least 4.5:1. */
            link: components["schemas"]["DerivedColour"];
            /** @description Black or white: text on `brand_ui`. */
            on_brand_ui: components["schemas"]["Colour"];
        };
        /** @description A rule that makes tasks. */
        Series: {
            /** @description Whether each task is given to the client at once. */
            assign_to_client: boolean;
            assignee: components["schemas"]["Person"] | null;
            /** @description Whether the client's done completes each task. */
            auto_complete: boolean;
            /** @description The checklist of each task. */
            checklist: components["schemas"]["SeriesLine"][];
            /** @description Whose tasks it makes. */
            client: components["schemas"]["Person"];
            /** @description Whether contacts may tick the checklist. */
            client_may_tick: boolean;
            /**
             * Format: int32
             * @description How many tasks it has made.
             */
            created_count: number;
            /** @description The description of each task. */
            description: string;
            /** @description Its id. */
            id: components["schemas"]["SeriesId"];
            /** @description Whether it rests, by itself or because its client is archived. */
            is_paused: boolean;
            /** @description The next five dates; of a series that rests, those that would come if it went on today. */
            next_dates: components["schemas"]["NextDate"][];
            /** @description When it makes one. */
            recurrence: components["schemas"]["Recurrence"];
            /** @description What each task says about its reminders (S62). */
            reminders: components["schemas"]["ReminderChoice"];
            /** @description The title of each task. */
            title: string;
            /** @description For `If-Match`. */
            version: components["schemas"]["u32"];
        };
        /** @description The next date of a series, by its name. */
        SeriesDate: {
            /**
             * Format: date
             * @description Its nominal date.
             */
            nominal: string;
        };
        /**
         * @description A recurring task.
         * @example ser_01kanq5b80e8vd3w9g2m4x7ctz
         */
        SeriesId: string;
        /** @description A line of the checklist of each task. */
        SeriesLine: {
            /** @description What is to do. */
            text: string;
        };
        /**
         * @description One login of one person on one browser, as its owner sees it.
         * @example ses_01kanq5b80e8vd3w9g2m4x7ctz
         */
        SessionId: string;
        /** @description How the client's portal is to be. */
        SetClientPortal: {
            /** @description Whether its contacts with access can enter. */
            is_open: boolean;
        };
        /**
         * @description A line such as an entry of a checklist, 1–500 characters.
         * @example Invoices of the month
         */
        ShortText: string;
        /** @description A new office and its owner. */
        SignUpOffice: {
            /** @description The owner's address: the link goes there. */
            email: string;
            /** @description The language of the owner and the office. */
            language: components["schemas"]["Language"];
            /** @description The firm's name. */
            office_name: string;
            /** @description The owner's name. */
            person_name: string;
            /** @description Where the office is. */
            time_zone: components["schemas"]["TimeZoneName"];
        };
        /** @description A session has begun. */
        SignedIn: {
            /** @description Which app. */
            kind: components["schemas"]["AppKind"];
            /** @description Of which office. */
            office_id: string;
            /** @description The portal's name; `null` for the office app. */
            slug: string | null;
            /** @description The path that the link leads to. */
            target: string | null;
        };
        /** @description The contact who is signed in. */
        SignedInContact: {
            /** @description Their login. */
            email: string;
            /** @description Their id. */
            id: components["schemas"]["ContactId"];
            /** @description The language of their portal. */
            language: components["schemas"]["Language"];
            /** @description Their name. */
            name: string;
            /** @description Whether the welcome was seen or skipped (S12). */
            welcome_seen: boolean;
        };
        /** @description The member who is signed in. */
        SignedInMember: {
            /** @description Their login. */
            email: string;
            /** @description Their id. */
            id: components["schemas"]["MemberId"];
            /** @description The language of their app. */
            language: components["schemas"]["Language"];
            /** @description Their name. */
            name: string;
            /** @description What they may do. */
            role: components["schemas"]["Role"];
        };
        /** @description The office that they work in. */
        SignedInOffice: {
            /** @description Its id. */
            id: components["schemas"]["OfficeId"];
            /** @description The firm's name. */
            name: string;
            /** @description Whether the client portal is switched on. */
            portal_is_active: boolean;
            /** @description The portal's name in its address, once it has one. */
            portal_slug: string | null;
            /** @description Where the portal is, once it has a name. */
            portal_url: string | null;
            /** @description Where its dates and hours are. */
            time_zone: string;
        };
        /**
         * @description Why a client or a contact was passed over.
         * @enum {string}
         */
        SkipReasonView: "no_contacts" | "bounced" | "complained" | "no_access" | "not_found" | "portal_inactive" | "portal_closed" | "archived";
        /** @description Which reminder is not to leave. */
        SkipReminder: {
            /**
             * Format: date
             * @description The day on which it would.
             */
            on: string;
        };
        /** @description A client or a contact that was passed over. */
        SkippedEntry: {
            /** @description The client. */
            client_id: components["schemas"]["ClientId"];
            /** @description Its name, where it exists. */
            client_name: string | null;
            /** @description The contact, where one contact was passed over. */
            contact_name: string | null;
            /** @description Why. */
            reason: components["schemas"]["SkipReasonView"];
        };
        /**
         * @description A portal's name, a label of its web address.
         * @example demo-office
         */
        Slug: string;
        /** @description Which clients to open: by `client_ids` or by `matching`, not both. */
        StartBulkOpening: {
            /** @description 1–1,000 clients. */
            client_ids?: string[] | null;
            matching?: components["schemas"]["MatchingClients"] | null;
            /** @description Whether those of the clients that are open already get their invitations again; only with invitations. */
            send_again?: boolean;
            /** @description Whether their contacts are invited by mail, and each client gets the sample tasks. */
            with_invitations: boolean;
        };
        /** @description One task for many clients, named by `client_ids` or by `matching`, not both. */
        StartBulkTask: {
            /** @description Whether each client gets it at once; a client whose portal is closed is passed over then. */
            assign: boolean;
            /** @description Whether the client's done completes it. */
            auto_complete?: boolean;
            /** @description The lines of the checklist of each. */
            checklist?: components["schemas"]["NewLine"][];
            /** @description 1–1,000 clients. */
            client_ids?: string[] | null;
            /** @description Whether contacts may tick the checklist. */
            client_may_tick?: boolean;
            /** @description What is to be done, in full. */
            description?: components["schemas"]["Description"];
            /**
             * Format: date
             * @description The deadline, in the office's time zone.
             */
            due?: string | null;
            matching?: components["schemas"]["MatchingClients"] | null;
            /** @description What each task is called. */
            title: components["schemas"]["Title"];
            /** @description Whether the first of those who answer for the client works on it; nobody does otherwise. */
            to_responsible?: boolean;
        };
        /** @description What to do with clients that are there already. */
        StartImport: {
            /** @description Whether their rows are passed over, or take the place of what was there. */
            duplicates: components["schemas"]["DuplicatesView"];
        };
        /** @description A client in the company switcher. */
        SwitcherClient: {
            /** @description Where its folder in the office's document system is; the portal links to it as "Documents" (S58). */
            documents_url: string | null;
            /** @description Its id. */
            id: components["schemas"]["ClientId"];
            /** @description Its name. */
            name: string;
            /**
             * Format: int64
             * @description How many tasks wait for it.
             */
            waiting_count: number;
        };
        /** @description A task with everything that members see of it. */
        Task: components["schemas"]["TaskSummary"] & {
            /** @description Whether the client's done completes it (S43). */
            auto_complete: boolean;
            /** @description The checklist. */
            checklist: components["schemas"]["ChecklistItem"][];
            /** @description Whether contacts may tick the checklist (S37). */
            client_may_tick: boolean;
            completed: components["schemas"]["Mark"] | null;
            /**
             * Format: date-time
             * @description Since when.
             */
            created_at: string;
            /** @description What is to be done, in full. */
            description: string;
            /** @description Where its files can be sent to be digitised; none while the office has that switched off (S60). */
            digitisation_email: string | null;
            done: components["schemas"]["Mark"] | null;
            /** @description Its files, internal and portal, oldest first. */
            files: components["schemas"]["File"][];
            /** @description The thread, internal and portal, oldest first. */
            messages: components["schemas"]["Message"][];
            /** @description How it stands in the portal. */
            portal: components["schemas"]["PortalPanel"];
            /** @description How it stands with its reminders (S62). */
            reminders: components["schemas"]["TaskReminders"];
            request_id: components["schemas"]["RequestId"] | null;
            /** @description For `If-Match`. */
            version: components["schemas"]["u32"];
        };
        /**
         * @description One piece of work, with its thread.
         * @example tsk_01kanq5b80e8vd3w9g2m4x7ctz
         */
        TaskId: string;
        /**
         * @description Whether the client has the task.
         * @enum {string}
         */
        TaskPortalStateView: "not_assigned" | "assigned" | "withdrawn";
        /** @description How a task stands with its reminders (S62). */
        TaskReminders: {
            /**
             * Format: date-time
             * @description When a member last asked for one.
             */
            asked_at: string | null;
            /** @description What the task says about them. */
            choice: components["schemas"]["ReminderChoice"];
            /**
             * Format: int32
             * @description How many times somebody was, by the schedule or by a member.
             */
            count: number;
            /**
             * Format: date-time
             * @description When somebody was last reminded.
             */
            last_at: string | null;
            /**
             * Format: date
             * @description The day on which the schedule reminds next, if nothing happens until then.
             */
            next_on: string | null;
        };
        /** @description A task as a list shows it. */
        TaskSummary: {
            assignee: components["schemas"]["Person"] | null;
            /**
             * Format: int32
             * @description Lines of the checklist that are done.
             */
            checklist_done: number;
            /**
             * Format: int32
             * @description Lines of the checklist.
             */
            checklist_total: number;
            /** @description Whose it is. */
            client: components["schemas"]["Person"];
            /** @description The client's word. */
            client_state: components["schemas"]["ClientStateView"];
            /**
             * Format: date
             * @description The deadline.
             */
            due: string | null;
            /** @description Whether a contact wrote, uploaded or finished since a member last looked. */
            has_client_news: boolean;
            /** @description Its id. */
            id: components["schemas"]["TaskId"];
            /** @description Whether the deadline has passed in the office's time zone and the office has not completed it. */
            is_overdue: boolean;
            /** @description Whether it is a sample task (S13). */
            is_sample: boolean;
            /** @description Whether the client has it. */
            portal_state: components["schemas"]["TaskPortalStateView"];
            series_id: components["schemas"]["SeriesId"] | null;
            /** @description The office's word. */
            state: components["schemas"]["OfficeStateView"];
            /** @description What it is called. */
            title: string;
        };
        /** @description A sample task that clients get a copy of. */
        Template: {
            /** @description The checklist of each copy. */
            checklist: components["schemas"]["TemplateLine"][];
            /** @description Whether contacts may tick the checklist of each copy. */
            client_may_tick: boolean;
            /** @description The description of each copy. */
            description: string;
            /** @description Its id. */
            id: components["schemas"]["TemplateId"];
            /** @description The title of each copy. */
            title: string;
            /** @description For `If-Match`. */
            version: components["schemas"]["u32"];
        };
        /**
         * @description A sample task to copy from.
         * @example tpl_01kanq5b80e8vd3w9g2m4x7ctz
         */
        TemplateId: string;
        /** @description A line of the checklist of each copy. */
        TemplateLine: {
            /** @description What is to do. */
            text: string;
        };
        /**
         * @description How letters are written as bytes.
         * @enum {string}
         */
        TextEncoding: "utf8" | "windows1252" | "windows1257";
        /** @description A tick. */
        TickChecklist: {
            /** @description Whether the line is done. */
            is_done: boolean;
        };
        /** @description A tick. */
        TickPortalChecklist: {
            /** @description Whether the line is done. */
            is_done: boolean;
        };
        /**
         * @description A time zone of the IANA database.
         * @example Europe/Tallinn
         */
        TimeZoneName: string;
        /**
         * @description What a task, request, series or template is called, 1–200 characters on one line.
         * @example Bank statement for March
         */
        Title: string;
        /** @description What is to change of a client; what is left out stays. */
        UpdateClient: {
            /** @description Where its files are sent to be digitised; `null` removes it. Only while the office has that switched on. */
            digitisation_email?: string | null;
            /** @description Where its folder in the office's document system is; `null` removes it. */
            documents_url?: string | null;
            /** @description Who works with it without answering for it. Whoever is in both lists answers for it. */
            member_ids?: string[];
            /** @description Its name. */
            name?: string;
            /** @description Its code in the business register; `null` removes it. */
            registry_code?: string | null;
            /** @description Who answers for it; nobody in particular if the list is empty. */
            responsible_ids?: string[];
        };
        /** @description What is to change of a contact; what is left out stays. */
        UpdateContact: {
            /** @description Whether they may act for this client; taking it away ends what they have open with the next request. */
            has_access?: boolean;
            /** @description The language of their portal and mails. */
            language?: components["schemas"]["Language"];
            /** @description Their name. */
            name?: string;
            /** @description Where they can be called; `null` removes it. */
            phone?: string | null;
        };
        /** @description What is to change of one kind of thing; what is left out stays. */
        UpdateContactSwitches: {
            /** @description Whether they are told by mail. */
            mail?: boolean;
        };
        /** @description What is to change of a member; what is left out stays. */
        UpdateMember: {
            /** @description Their name. */
            name?: components["schemas"]["PersonName"];
            /** @description What they may do: member or admin. */
            role?: components["schemas"]["Role"];
        };
        /** @description What is to change of one kind of thing; what is left out stays. */
        UpdateMemberSwitches: {
            /** @description Whether they are told in the app. */
            in_app?: boolean;
            /** @description Whether they are told by mail. */
            mail?: boolean;
        };
        /** @description What is to change; what is left out stays. */
        UpdateNotificationSettings: {
            /** @description A contact finished a task. */
            client_done?: components["schemas"]["UpdateMemberSwitches"];
            /** @description A contact uploaded a file. */
            client_file?: components["schemas"]["UpdateMemberSwitches"];
            /** @description A contact sent a request. */
            new_request?: components["schemas"]["UpdateMemberSwitches"];
            /** @description Somebody wrote in the portal. */
            portal_message?: components["schemas"]["UpdateMemberSwitches"];
        };
        /** @description What changes; a field that is not there stays. */
        UpdateOfficeSettings: {
            /** @description Whether files of clients may be sent to be digitised. */
            digitisation_is_on?: boolean | null;
            /**
             * Format: int32
             * @description The full hour of the office's day at which reminders leave.
             */
            reminder_hour?: number | null;
            reminders?: components["schemas"]["ReminderRule"] | null;
        };
        /** @description What is to change; what is left out stays. */
        UpdateOwnProfile: {
            /** @description The language of the app and of mails. */
            language?: components["schemas"]["Language"];
            /** @description The name, as clients read it under messages. */
            name?: components["schemas"]["PersonName"];
        };
        /** @description What is to change; what is left out stays. */
        UpdatePortalNotificationSettings: {
            /** @description Somebody wrote on a task or a request. */
            portal_message?: components["schemas"]["UpdateContactSwitches"];
            /** @description A task still waits. */
            reminder?: components["schemas"]["UpdateContactSwitches"];
            /** @description A task waits. */
            task_assigned?: components["schemas"]["UpdateContactSwitches"];
            /** @description A task was taken back. */
            task_withdrawn?: components["schemas"]["UpdateContactSwitches"];
        };
        /** @description What is to change; what is left out stays. */
        UpdatePortalProfile: {
            /** @description The language of the portal and of mails. */
            language?: components["schemas"]["Language"];
            /** @description The name, as their accountants read it. */
            name?: string;
            /** @description Where they can be called; `null` removes it. */
            phone?: string | null;
        };
        /** @description What changes; a field that is not there stays. */
        UpdateSeries: {
            /** @description Whether each task is given to the client at once. */
            assign_to_client?: boolean | null;
            /** @description Who works on each task; `null` is nobody. */
            assignee_id?: string | null;
            /** @description Whether the client's done completes each task. */
            auto_complete?: boolean | null;
            /** @description The checklist of each task. */
            checklist?: components["schemas"]["NewSeriesLine"][] | null;
            /** @description Whether contacts may tick the checklist. */
            client_may_tick?: boolean | null;
            description?: components["schemas"]["Description"] | null;
            /** @description Whether it rests. */
            is_paused?: boolean | null;
            recurrence?: components["schemas"]["Recurrence"] | null;
            reminders?: components["schemas"]["ReminderChoice"] | null;
            title?: components["schemas"]["Title"] | null;
        };
        /** @description What changes; a field that is not there stays. */
        UpdateTask: {
            /** @description Whether all tasks that its series makes from now on change alike; their deadlines follow the series (S41). */
            and_following?: boolean;
            /** @description Who works on it; `null` is nobody. */
            assignee_id?: string | null;
            /** @description Whether the client's done completes it. */
            auto_complete?: boolean | null;
            /** @description The whole checklist in its new order. */
            checklist?: components["schemas"]["ChecklistLine"][] | null;
            /** @description Whether contacts may tick the checklist. */
            client_may_tick?: boolean | null;
            description?: components["schemas"]["Description"] | null;
            /**
             * Format: date
             * @description The deadline; `null` takes it away.
             */
            due?: string | null;
            reminders?: components["schemas"]["ReminderChoice"] | null;
            title?: components["schemas"]["Title"] | null;
        };
        /** @description What changes; a field that is not there stays. */
        UpdateTemplate: {
            /** @description The checklist of each copy. */
            checklist?: components["schemas"]["NewTemplateLine"][] | null;
            /** @description Whether contacts may tick the checklist. */
            client_may_tick?: boolean | null;
            description?: components["schemas"]["Description"] | null;
            title?: components["schemas"]["Title"] | null;
        };
        /** @description One upload that the bucket takes: this many bytes of this type, once. */
        Upload: {
            /**
             * Format: date-time
             * @description Until when.
             */
            expires_at: string;
            /** @description The file as it will be. */
            file_id: components["schemas"]["FileId"];
            /** @description Headers to send with it; the browser adds the length itself. */
            headers: {
                [key: string]: string;
            };
            /** @description How to send it. */
            method: components["schemas"]["UploadMethod"];
            /** @description Where to. */
            url: string;
        };
        /**
         * @description How an upload is sent.
         * @enum {string}
         */
        UploadMethod: "PUT";
        /** Format: int64 */
        VideoSize: number;
        /** @enum {string} */
        VideoType: "video/mp4";
        /**
         * @description Who sees a message or a file of a thread. What is internal never leaves the office (S38, S39).
         * @enum {string}
         */
        Visibility: "internal" | "portal";
        /**
         * @description A day of the week.
         * @enum {string}
         */
        Weekday: "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday";
        /**
         * @description What becomes of a nominal date on a Saturday or Sunday.
         * @enum {string}
         */
        WeekendRule: "before" | "after" | "leave";
        /** @description Nothing more to say. */
        WithdrawTask: Record<string, never>;
        /** Format: int32 */
        u32: number;
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    confirm_email_change: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConfirmEmailChange"];
            };
        };
        responses: {
            /** @description The address counts from now on */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EmailChanged"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    redeem_login_code: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RedeemLoginCode"];
            };
        };
        responses: {
            /** @description Signed in; the cookie is set */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignedIn"];
                };
            };
            /** @description The same, for a form without script: on to the portal, or back to the login page */
            303: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_login_link: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GetLoginLink"];
            };
        };
        responses: {
            /** @description A link of ours */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KnownLink"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    redeem_login_link: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RedeemLoginLink"];
            };
        };
        responses: {
            /** @description Signed in; the cookie is set */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SignedIn"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    renew_login_link: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RenewLoginLink"];
            };
        };
        responses: {
            /** @description If the link was ours, a new one is on its way */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    request_office_login: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RequestOfficeLogin"];
            };
        };
        responses: {
            /** @description If the address is a member's, a mail is on its way */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_audit_entries: {
        parameters: {
            query?: {
                /** @description Of this month in UTC, `2026-03`; the current one unless told. */
                month?: string;
                /** @description 1–100 entries; 20 unless told. */
                limit?: number;
                /** @description The `next` of the part before. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A part of the trail */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageBody_AuditEntry"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    export_audit_trail: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeat with the same key gives the first answer */
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExportAuditTrail"];
            };
        };
        responses: {
            /** @description It is being written */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Export"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    start_bulk_opening: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeat with the same key gives the first answer */
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StartBulkOpening"];
            };
        };
        responses: {
            /** @description What was started */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkOpening"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    preview_bulk_opening: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PreviewBulkOpening"];
            };
        };
        responses: {
            /** @description What would happen */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkPreview"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_bulk_opening: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                bulk_opening: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The bulk opening */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkOpening"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    start_bulk_task: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeat with the same key gives the first answer */
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StartBulkTask"];
            };
        };
        responses: {
            /** @description What was started */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkTask"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_bulk_task: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                bulk_task: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The bulk task */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BulkTask"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_clients: {
        parameters: {
            query?: {
                /** @description Words, each of which begins a word of the name, the registry code, or a contact's name or address. */
                search?: string;
                /** @description Only those for which this member answers. */
                responsible_id?: string;
                /** @description Only those that are so far with the portal. */
                portal_state?: "closed" | "silent" | "invited" | "active";
                /** @description Only those with an open task whose deadline has passed. */
                is_overdue?: boolean;
                /** @description Those that are archived instead of the others. */
                is_archived?: boolean;
                /** @description By name unless told, and by deadline where only what is overdue is asked for. Archived ones come by name. */
                sort?: "name" | "open_tasks" | "earliest_due";
                /** @description 1–100 entries; 20 unless told. */
                limit?: number;
                /** @description The `next` of the part before, which was asked for in the same order. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Clients */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageBody_ClientSummary"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    create_client: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeat with the same key gives the first answer */
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateClient"];
            };
        };
        responses: {
            /** @description The client */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Client"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_client: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                client: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The client */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Client"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    update_client: {
        parameters: {
            query?: never;
            header: {
                /** @description The version that the change was made from */
                "If-Match": string;
            };
            path: {
                client: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateClient"];
            };
        };
        responses: {
            /** @description The client */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Client"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    archive_client: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                client: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NoFields"];
            };
        };
        responses: {
            /** @description The client */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Client"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    create_contact: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeat with the same key gives the first answer */
                "Idempotency-Key"?: string | null;
            };
            path: {
                client: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateContact"];
            };
        };
        responses: {
            /** @description The contact */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Contact"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    remove_contact: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                client: string;
                contact: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The contact does not belong to the client any more */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    update_contact: {
        parameters: {
            query?: never;
            header: {
                /** @description The version that the change was made from */
                "If-Match": string;
            };
            path: {
                client: string;
                contact: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateContact"];
            };
        };
        responses: {
            /** @description The contact */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Contact"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    invite_contact: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeat with the same key gives the first answer */
                "Idempotency-Key"?: string | null;
            };
            path: {
                client: string;
                contact: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NoFields"];
            };
        };
        responses: {
            /** @description The contact; the mail follows */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Contact"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_client_files: {
        parameters: {
            query?: {
                /** @description 1–50 entries; 20 unless told. */
                limit?: number;
                /** @description The `next` of the part before. */
                cursor?: string;
            };
            header?: never;
            path: {
                client: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Files */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageBody_FileSummary"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    set_client_portal: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                client: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetClientPortal"];
            };
        };
        responses: {
            /** @description The client */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Client"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    restore_client: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                client: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NoFields"];
            };
        };
        responses: {
            /** @description The client */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Client"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_contacts: {
        parameters: {
            query?: {
                /** @description Words, each of which begins a word of the name or the address. */
                search?: string;
                /** @description Those who are archived instead of the others. */
                is_archived?: boolean;
                /** @description 1–100 entries; 20 unless told. */
                limit?: number;
                /** @description The `next` of the part before. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Contacts */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageBody_ContactCard"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_contact: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                contact: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The contact */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContactCard"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    archive_contact: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                contact: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NoFields"];
            };
        };
        responses: {
            /** @description The contact */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContactCard"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    restore_contact: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                contact: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NoFields"];
            };
        };
        responses: {
            /** @description The contact */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContactCard"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    export_clients: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeat with the same key gives the first answer */
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExportClients"];
            };
        };
        responses: {
            /** @description It is being written */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Export"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_export: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                export: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The export */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Export"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    declare_import: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeat with the same key gives the first answer */
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeclareImport"];
            };
        };
        responses: {
            /** @description The ticket */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportTicket"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_import: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                import: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The import */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    preview_import: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                import: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PreviewImport"];
            };
        };
        responses: {
            /** @description It is looked through */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    start_import: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                import: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StartImport"];
            };
        };
        responses: {
            /** @description It is read in */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_members: {
        parameters: {
            query?: {
                /** @description Whether those who were deactivated are listed too, which is for admins and the owner. */
                with_inactive?: boolean;
                /** @description 1–100 entries; 20 unless told. */
                limit?: number;
                /** @description The `next` of the part before. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Members */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageBody_Member"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    invite_member: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeat with the same key gives the first answer */
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InviteMember"];
            };
        };
        responses: {
            /** @description The member */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Member"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    update_member: {
        parameters: {
            query?: never;
            header: {
                /** @description The version that the change was made from */
                "If-Match": string;
            };
            path: {
                member: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateMember"];
            };
        };
        responses: {
            /** @description The member */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Member"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deactivate_member: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                member: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeactivateMember"];
            };
        };
        responses: {
            /** @description The member */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Member"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    resend_member_invitation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                member: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NoFields"];
            };
        };
        responses: {
            /** @description The member */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Member"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reactivate_member: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                member: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NoFields"];
            };
        };
        responses: {
            /** @description The member */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Member"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_notification_settings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The switches */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotificationSettings"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    update_notification_settings: {
        parameters: {
            query?: never;
            header: {
                /** @description The version that the change was made from */
                "If-Match": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateNotificationSettings"];
            };
        };
        responses: {
            /** @description The switches */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotificationSettings"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_notifications: {
        parameters: {
            query?: {
                /** @description 1–100 entries; 20 unless told. */
                limit?: number;
                /** @description The `next` of the part before. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Notifications */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageBody_Notification"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    mark_notifications_read: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MarkNotificationsRead"];
            };
        };
        responses: {
            /** @description They are marked */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_overview: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The office at a glance */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Overview"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    hand_over_ownership: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HandOverOwnership"];
            };
        };
        responses: {
            /** @description The new owner */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Member"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_portal_settings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The settings */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PortalSettings"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    save_portal_settings: {
        parameters: {
            query?: never;
            header: {
                /** @description The version that the change was made from */
                "If-Match": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SavePortalSettings"];
            };
        };
        responses: {
            /** @description The settings */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PortalSettings"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    activate_portal: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NoFields"];
            };
        };
        responses: {
            /** @description The settings */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PortalSettings"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    deactivate_portal: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NoFields"];
            };
        };
        responses: {
            /** @description The settings */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PortalSettings"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    declare_portal_image: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeat with the same key gives the first answer */
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeclarePortalImage"];
            };
        };
        responses: {
            /** @description The ticket */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Upload"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    complete_portal_image: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                file: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NoFields"];
            };
        };
        responses: {
            /** @description How far it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PortalMedia"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    remove_portal_image: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                kind: components["schemas"]["PictureKind"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description There is none */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    check_portal_name: {
        parameters: {
            query: {
                /** @description As typed. */
                name: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What comes of it */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NameCheck"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    declare_welcome_video: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeat with the same key gives the first answer */
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeclareWelcomeVideo"];
            };
        };
        responses: {
            /** @description The ticket */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Upload"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    remove_welcome_video: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description There is none */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    complete_welcome_video: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                file: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NoFields"];
            };
        };
        responses: {
            /** @description How far it is */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PortalMedia"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_own_profile: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The member */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Profile"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    update_own_profile: {
        parameters: {
            query?: never;
            header: {
                /** @description The version that the change was made from */
                "If-Match": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateOwnProfile"];
            };
        };
        responses: {
            /** @description The member */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Profile"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_requests: {
        parameters: {
            query?: {
                /** @description Those of this client; of all clients unless told. */
                client_id?: string;
                /** @description Open ones unless told. */
                state?: "open" | "finished";
                /** @description 1–100 entries; 20 unless told. */
                limit?: number;
                /** @description The `next` of the part before. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Requests */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageBody_RequestSummary"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_request: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                request: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The request */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Request"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    close_request: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                request: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CloseRequest"];
            };
        };
        responses: {
            /** @description The request as it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Request"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    convert_request: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeat with the same key gives the first answer */
                "Idempotency-Key"?: string | null;
            };
            path: {
                request: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConvertRequest"];
            };
        };
        responses: {
            /** @description The request, which names its task */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Request"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    declare_request_file: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeat with the same key gives the first answer */
                "Idempotency-Key"?: string | null;
            };
            path: {
                request: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeclareFile"];
            };
        };
        responses: {
            /** @description The ticket */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Upload"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    complete_request_file: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                request: string;
                file: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CompleteFile"];
            };
        };
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["File"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    download_request_file: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                request: string;
                file: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The address */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Download"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_request_message: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeat with the same key gives the first answer */
                "Idempotency-Key"?: string | null;
            };
            path: {
                request: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PostMessage"];
            };
        };
        responses: {
            /** @description The message */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Message"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reopen_request: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                request: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReopenRequest"];
            };
        };
        responses: {
            /** @description The request as it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Request"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    mark_request_seen: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                request: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MarkRequestSeen"];
            };
        };
        responses: {
            /** @description Remembered */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_series: {
        parameters: {
            query?: {
                /** @description Those of this client; all that the member reaches unless told. */
                client_id?: string;
                /** @description 1–100 entries; 20 unless told. */
                limit?: number;
                /** @description The `next` of the part before. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Series */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageBody_Series"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    create_series: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeat with the same key gives the first answer */
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateSeries"];
            };
        };
        responses: {
            /** @description The series */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Series"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    preview_recurrence: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PreviewRecurrence"];
            };
        };
        responses: {
            /** @description The dates */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecurrencePreview"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_series: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                series: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The series */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Series"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    update_series: {
        parameters: {
            query?: never;
            header: {
                /** @description The version that the edit began from */
                "If-Match": string;
            };
            path: {
                series: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateSeries"];
            };
        };
        responses: {
            /** @description The series as it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Series"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    make_series_task: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                series: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SeriesDate"];
            };
        };
        responses: {
            /** @description The series as it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Series"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    skip_series_date: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                series: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SeriesDate"];
            };
        };
        responses: {
            /** @description The series as it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Series"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_office_session: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The session */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OfficeSession"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    end_office_session: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The session has ended */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_office_sessions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The sessions */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OfficeSessions"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    end_one_office_session: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                session: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The session has ended */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_office_settings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The settings */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OfficeSettings"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    update_office_settings: {
        parameters: {
            query?: never;
            header: {
                /** @description The version that the change was made from */
                "If-Match": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateOfficeSettings"];
            };
        };
        responses: {
            /** @description The settings */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OfficeSettings"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_tasks: {
        parameters: {
            query?: {
                /** @description Those of this client. */
                client_id?: string;
                /** @description `me`: those that the member who asks works on. */
                assignee?: "me";
                /** @description Open ones unless told. */
                state?: "open" | "completed";
                /** @description 1–100 entries; 20 unless told. */
                limit?: number;
                /** @description The `next` of the part before. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Tasks */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageBody_TaskSummary"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    create_task: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeat with the same key gives the first answer */
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateTask"];
            };
        };
        responses: {
            /** @description The task */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Task"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_task: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                task: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The task */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Task"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    update_task: {
        parameters: {
            query?: never;
            header: {
                /** @description The version that the edit began from */
                "If-Match": string;
            };
            path: {
                task: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateTask"];
            };
        };
        responses: {
            /** @description The task as it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Task"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    announce_now: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                task: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AnnounceNow"];
            };
        };
        responses: {
            /** @description The task as it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Task"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    assign_task: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                task: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AssignTask"];
            };
        };
        responses: {
            /** @description The task as it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Task"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    tick_checklist: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                task: string;
                item: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TickChecklist"];
            };
        };
        responses: {
            /** @description The task as it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Task"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    complete_task: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                task: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CompleteTask"];
            };
        };
        responses: {
            /** @description The task as it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Task"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    digitise_files: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeat with the same key gives the first answer */
                "Idempotency-Key"?: string | null;
            };
            path: {
                task: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DigitiseFiles"];
            };
        };
        responses: {
            /** @description The files that are queued now */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Digitised"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    declare_file: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeat with the same key gives the first answer */
                "Idempotency-Key"?: string | null;
            };
            path: {
                task: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeclareFile"];
            };
        };
        responses: {
            /** @description The ticket */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Upload"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    complete_file: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                task: string;
                file: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CompleteFile"];
            };
        };
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["File"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    download_file: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                task: string;
                file: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The address */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Download"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_message: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeat with the same key gives the first answer */
                "Idempotency-Key"?: string | null;
            };
            path: {
                task: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PostMessage"];
            };
        };
        responses: {
            /** @description The message */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Message"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    remind_now: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeat with the same key gives the first answer */
                "Idempotency-Key"?: string | null;
            };
            path: {
                task: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RemindNow"];
            };
        };
        responses: {
            /** @description The task's reminders */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskReminders"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reopen_task: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                task: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReopenTask"];
            };
        };
        responses: {
            /** @description The task as it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Task"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    mark_task_seen: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                task: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MarkTaskSeen"];
            };
        };
        responses: {
            /** @description Remembered */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    skip_reminder: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                task: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SkipReminder"];
            };
        };
        responses: {
            /** @description The task's reminders */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaskReminders"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    withdraw_task: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                task: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["WithdrawTask"];
            };
        };
        responses: {
            /** @description The task as it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Task"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_templates: {
        parameters: {
            query?: {
                /** @description 1–100 entries; 20 unless told. */
                limit?: number;
                /** @description The `next` of the part before. */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Templates */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageBody_Template"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    create_template: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeat with the same key gives the first answer */
                "Idempotency-Key"?: string | null;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateTemplate"];
            };
        };
        responses: {
            /** @description The template */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Template"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    delete_template: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                template: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Nobody gets a copy of it any more */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    update_template: {
        parameters: {
            query?: never;
            header: {
                /** @description The version that the edit began from */
                "If-Match": string;
            };
            path: {
                template: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateTemplate"];
            };
        };
        responses: {
            /** @description The template as it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Template"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    sign_up_office: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignUpOffice"];
            };
        };
        responses: {
            /** @description A mail is on its way */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_portal_files: {
        parameters: {
            query?: {
                /** @description 1–50 entries; 20 unless told. */
                limit?: number;
                /** @description The `next` of the part before. */
                cursor?: string;
            };
            header?: never;
            path: {
                office: string;
                client: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Files */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageBody_PortalFileSummary"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_portal_requests: {
        parameters: {
            query?: {
                /** @description Open ones unless told. */
                state?: "open" | "finished";
                /** @description 1–100 entries; 20 unless told. */
                limit?: number;
                /** @description The `next` of the part before. */
                cursor?: string;
            };
            header?: never;
            path: {
                office: string;
                client: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Requests */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageBody_PortalRequestSummary"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    create_portal_request: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeat with the same key gives the first answer */
                "Idempotency-Key"?: string | null;
            };
            path: {
                office: string;
                client: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreatePortalRequest"];
            };
        };
        responses: {
            /** @description The request */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PortalRequest"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_portal_request: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                office: string;
                client: string;
                request: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The request */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PortalRequest"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    declare_portal_request_file: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeat with the same key gives the first answer */
                "Idempotency-Key"?: string | null;
            };
            path: {
                office: string;
                client: string;
                request: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeclarePortalFile"];
            };
        };
        responses: {
            /** @description The ticket */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Upload"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    complete_portal_request_file: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                office: string;
                client: string;
                request: string;
                file: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CompletePortalFile"];
            };
        };
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PortalFile"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    download_portal_request_file: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                office: string;
                client: string;
                request: string;
                file: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The address */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Download"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_portal_request_message: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeat with the same key gives the first answer */
                "Idempotency-Key"?: string | null;
            };
            path: {
                office: string;
                client: string;
                request: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PostPortalMessage"];
            };
        };
        responses: {
            /** @description The message */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PortalMessage"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    mark_request_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                office: string;
                client: string;
                request: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MarkRequestRead"];
            };
        };
        responses: {
            /** @description Remembered */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    list_portal_tasks: {
        parameters: {
            query?: {
                /** @description Open ones unless told. */
                state?: "open" | "done";
                /** @description 1–100 entries; 20 unless told. */
                limit?: number;
                /** @description The `next` of the part before. */
                cursor?: string;
            };
            header?: never;
            path: {
                office: string;
                client: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Tasks */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PageBody_PortalTaskSummary"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_portal_task: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                office: string;
                client: string;
                task: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The task */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PortalTask"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    tick_portal_checklist: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                office: string;
                client: string;
                task: string;
                item: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TickPortalChecklist"];
            };
        };
        responses: {
            /** @description The task as it is now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PortalTask"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    complete_portal_task: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                office: string;
                client: string;
                task: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CompletePortalTask"];
            };
        };
        responses: {
            /** @description How it stands now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PortalTaskState"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    declare_portal_file: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeat with the same key gives the first answer */
                "Idempotency-Key"?: string | null;
            };
            path: {
                office: string;
                client: string;
                task: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeclarePortalFile"];
            };
        };
        responses: {
            /** @description The ticket */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Upload"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    complete_portal_file: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                office: string;
                client: string;
                task: string;
                file: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CompletePortalFile"];
            };
        };
        responses: {
            /** @description The file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PortalFile"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    download_portal_file: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                office: string;
                client: string;
                task: string;
                file: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The address */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Download"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    post_portal_message: {
        parameters: {
            query?: never;
            header?: {
                /** @description A repeat with the same key gives the first answer */
                "Idempotency-Key"?: string | null;
            };
            path: {
                office: string;
                client: string;
                task: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PostPortalMessage"];
            };
        };
        responses: {
            /** @description The message */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PortalMessage"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    mark_task_read: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                office: string;
                client: string;
                task: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MarkTaskRead"];
            };
        };
        responses: {
            /** @description Remembered */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    reopen_portal_task: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                office: string;
                client: string;
                task: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReopenPortalTask"];
            };
        };
        responses: {
            /** @description How it stands now */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PortalTaskState"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    request_email_change: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                office: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RequestEmailChange"];
            };
        };
        responses: {
            /** @description A mail is on its way */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EmailChangeRequested"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_portal_notification_settings: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The office */
                office: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The switches */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PortalNotificationSettings"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    update_portal_notification_settings: {
        parameters: {
            query?: never;
            header: {
                /** @description The version that the change was made from */
                "If-Match": string;
            };
            path: {
                /** @description The office */
                office: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdatePortalNotificationSettings"];
            };
        };
        responses: {
            /** @description The switches */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PortalNotificationSettings"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_portal_profile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                office: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The contact */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PortalProfile"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    update_portal_profile: {
        parameters: {
            query?: never;
            header: {
                /** @description The version that the change was made from */
                "If-Match": string;
            };
            path: {
                office: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdatePortalProfile"];
            };
        };
        responses: {
            /** @description The contact */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PortalProfile"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    get_portal_session: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                office: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The session */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PortalSession"];
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    end_portal_session: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                office: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Signed out; the cookie is gone */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    mark_welcome_seen: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                office: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MarkWelcomeSeen"];
            };
        };
        responses: {
            /** @description Remembered */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    request_portal_login: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The portal's name */
                slug: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RequestPortalLogin"];
            };
        };
        responses: {
            /** @description If the address is a contact's, a mail is on its way */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Accepted"];
                };
            };
            /** @description The same, for a form without script: back to the login page */
            303: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    show_unsubscribe: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The token of the link */
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": unknown;
                };
            };
            /** @description The link leads to nothing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": unknown;
                };
            };
        };
    };
    unsubscribe: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The token of the link */
                token: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": string;
            };
        };
        responses: {
            /** @description The page, which says what was switched */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": unknown;
                };
            };
            /** @description The link leads to nothing */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": unknown;
                };
            };
            /** @description A problem */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    show_portal: {
        parameters: {
            query?: {
                /** @description The language of the login page; the browser's otherwise */
                lang?: components["schemas"]["Language"];
            };
            header?: never;
            path: {
                /** @description The portal's name */
                slug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The page */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": unknown;
                };
            };
            /** @description The portal has another name now */
            301: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description No portal has this name */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/html": unknown;
                };
            };
        };
    };
}
