//! What members and contacts choose to be told of (S49–S54, S56).

use serde::{Deserialize, Serialize};
use sild_domain::{OfficeId, SwitchedOff, Topic, Way};
use sild_store::{
    Version,
    notifications::Recipient,
    people,
    sessions::{ContactSession, MemberSession},
};
use utoipa::ToSchema;

use crate::{Context, Failure};

/// How a member is told of one kind of thing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct MemberSwitches {
    /// By mail.
    pub mail: bool,
    /// In the app.
    pub in_app: bool,
}

/// How a contact is told of one kind of thing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct ContactSwitches {
    /// By mail.
    pub mail: bool,
}

/// What a member is told of. Login mails, invitations and that mail does not reach somebody are not among it: nobody switches
/// them off.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, ToSchema)]
pub struct NotificationSettings {
    /// A contact sent a request (S49).
    pub new_request: MemberSwitches,
    /// Somebody wrote in the portal (S50).
    pub portal_message: MemberSwitches,
    /// A contact uploaded a file (S50).
    pub client_file: MemberSwitches,
    /// A contact finished a task (S51).
    pub client_done: MemberSwitches,
    /// For `If-Match`.
    pub version: Version,
}

/// What a contact is told of. Login mails and invitations are not among it: nobody switches them off.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, ToSchema)]
pub struct PortalNotificationSettings {
    /// A task waits for them (S52).
    pub task_assigned: ContactSwitches,
    /// A task still waits for them (S62).
    pub reminder: ContactSwitches,
    /// Somebody wrote on a task or a request (S53).
    pub portal_message: ContactSwitches,
    /// A task was taken back (S54).
    pub task_withdrawn: ContactSwitches,
    /// For `If-Match`.
    pub version: Version,
}

impl NotificationSettings {
    fn of(off: &SwitchedOff, version: Version) -> Self {
        let of =
            |topic| MemberSwitches { mail: off.is_on(Way::Mail, topic), in_app: off.is_on(Way::App, topic) };
        Self {
            new_request: of(Topic::NewRequest),
            portal_message: of(Topic::PortalMessage),
            client_file: of(Topic::ClientFile),
            client_done: of(Topic::ClientDone),
            version,
        }
    }
}

impl PortalNotificationSettings {
    fn of(off: &SwitchedOff, version: Version) -> Self {
        let of = |topic| ContactSwitches { mail: off.is_on(Way::Mail, topic) };
        Self {
            task_assigned: of(Topic::TaskAssigned),
            reminder: of(Topic::Reminder),
            portal_message: of(Topic::PortalMessage),
            task_withdrawn: of(Topic::TaskWithdrawn),
            version,
        }
    }
}

/// One switch, as it is to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Switched {
    /// Of what.
    pub topic: Topic,
    /// How.
    pub way: Way,
    /// Whether they are told.
    pub is_on: bool,
}

/// What the member who is signed in is told of: what the session was read with.
#[must_use]
pub fn get_notification_settings(session: &MemberSession) -> NotificationSettings {
    NotificationSettings::of(&session.member.switched_off, session.member.v)
}

/// Changes what the member who is signed in is told of, from `version`.
pub async fn update_notification_settings(
    cx: &Context,
    session: &MemberSession,
    version: Version,
    changes: &[Switched],
) -> Result<NotificationSettings, Failure> {
    let member = &session.member;
    if member.v != version {
        return Err(Failure::VersionMismatch);
    }
    let who = Recipient::Member(member.id);
    let (off, version) = save(cx, session.office.id, who, version, &member.switched_off, changes).await?;
    Ok(NotificationSettings::of(&off, version))
}

/// What the contact who is signed in is told of: what the session was read with.
#[must_use]
pub fn get_portal_notification_settings(session: &ContactSession) -> PortalNotificationSettings {
    PortalNotificationSettings::of(&session.contact.switched_off, session.contact.v)
}

/// Changes what the contact who is signed in is told of, from `version`.
pub async fn update_portal_notification_settings(
    cx: &Context,
    session: &ContactSession,
    version: Version,
    changes: &[Switched],
) -> Result<PortalNotificationSettings, Failure> {
    let contact = &session.contact;
    if contact.v != version {
        return Err(Failure::VersionMismatch);
    }
    let who = Recipient::Contact(contact.id);
    let (off, version) = save(cx, session.office.id, who, version, &contact.switched_off, changes).await?;
    Ok(PortalNotificationSettings::of(&off, version))
}

async fn save(
    cx: &Context,
    office: OfficeId,
    who: Recipient,
    version: Version,
    before: &SwitchedOff,
    changes: &[Switched],
) -> Result<(SwitchedOff, Version), Failure> {
    let mut after = before.clone();
    for one in changes {
        after.set(one.way, one.topic, one.is_on);
    }
    let mut transaction = cx.table.transaction();
    people::save_switches(&mut transaction, office, who, version, &after);
    transaction.commit().await?;
    Ok((after, version.saturating_add(1)))
}
