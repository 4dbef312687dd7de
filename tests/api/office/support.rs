//! What tests of the office's operations arrange through the store, because no operation does it yet.

use sild_domain::{
    ClientId, ContactId, Email, Language, MemberId, NotificationId, PersonName, SwitchedOff, TaskId, Title,
};
use sild_store::{
    clients,
    contacts::{self, AddressState, ContactClientRecord, ContactRecord},
    members,
    notifications::{self, NotificationKind, NotificationRecord, Recipient},
    offices,
};
use sild_tests::{Office, Person};

/// The path of a client.
pub(super) fn client_path(client: ClientId) -> String {
    format!("/api/office/clients/{client}")
}

/// Makes the office one whose portal was never set up.
pub(super) async fn without_portal(office: &Office) {
    let cx = &office.world.cx;
    let mut record = offices::get(&cx.table, &office.scope()).await.unwrap().unwrap();
    record.portal_is_active = false;
    record.slug = None;
    record.portal_name = None;
    let mut transaction = cx.table.transaction();
    offices::save(&mut transaction, &record);
    transaction.commit().await.unwrap();
}

/// A contact whose address mail does not reach.
pub(crate) async fn unreachable_contact(
    office: &Office,
    client: ClientId,
    email: &str,
    address_state: AddressState,
) -> ContactId {
    let cx = &office.world.cx;
    let now = cx.now();
    let client = clients::get(&cx.table, &office.scope(), client).await.unwrap().unwrap();
    let contact = ContactRecord {
        id: ContactId::new(now, cx.random()),
        name: PersonName::parse(email.split('@').next().unwrap()).unwrap(),
        email: Email::parse(email).unwrap(),
        phone: None,
        language: Language::En,
        address_state,
        switched_off: SwitchedOff::default(),
        mail_key: None,
        welcome_seen_at: None,
        last_seen_at: None,
        client_count: 1,
        archived_at: None,
        changes: Vec::new(),
        email_change: None,
        created_at: now,
        erased_at: None,
        v: 1,
    };
    let link = ContactClientRecord {
        contact_id: contact.id,
        client_id: client.id,
        client_name: client.name.clone(),
        client_is_open: client.portal_is_open,
        has_access: false,
        contact_name: contact.name.clone(),
        email: contact.email.clone(),
        address_state,
        contact_is_archived: false,
    };
    let mut transaction = cx.table.transaction();
    contacts::create(&mut transaction, &office.scope(), &contact);
    contacts::link(&mut transaction, &office.scope(), &link);
    clients::add_contact(&mut transaction, &office.scope(), &client, &contact);
    transaction.commit().await.unwrap();
    contact.id
}

/// Tells a member of something, as the fan-out would, and gives the notification's id.
pub(super) async fn notify(
    office: &Office,
    member: &Person,
    client: ClientId,
    title: &str,
) -> NotificationId {
    let cx = &office.world.cx;
    let now = cx.now();
    let member: MemberId = member.id.parse().unwrap();
    let client = clients::get(&cx.table, &office.scope(), client).await.unwrap().unwrap();
    let notification = NotificationRecord {
        id: NotificationId::new(now, cx.random()),
        office_id: office.id,
        recipient: Recipient::Member(member),
        kind: NotificationKind::PortalMessage,
        thread: Some(TaskId::new(now, cx.random()).into()),
        title: Some(Title::parse(title).unwrap()),
        client_id: client.id,
        client_name: client.name,
        actor: PersonName::parse("Mari").unwrap(),
        actor_is: None,
        at: now,
        is_in_app: true,
        is_read: false,
        mail_at: None,
        leased_until: None,
        ttl: now.as_second() + 90 * 86_400,
    };
    let mut transaction = cx.table.transaction();
    notifications::create(&mut transaction, &notification);
    members::count_unread(&mut transaction, &office.scope(), member, 1);
    transaction.commit().await.unwrap();
    notification.id
}
