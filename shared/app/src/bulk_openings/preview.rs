//! What a bulk opening would do, before it is started.

use std::collections::BTreeMap;

use sild_domain::ClientId;
use sild_store::{
    clients::ClientRecord,
    contacts::{self, ContactClientRecord},
    sessions::MemberSession,
};

use super::view::{BulkPreview, PassedOver, PreviewedClient, PreviewedContact};
use crate::{
    Context, Failure,
    bulk::{self, WhichClients},
};

/// How many clients are shown with their contacts.
const SHOWN: usize = 100;

/// Who would get access and who would not, of the first clients; how many at most, of all. Writes nothing.
pub async fn preview_bulk_opening(
    cx: &Context,
    session: &MemberSession,
    which: WhichClients,
) -> Result<BulkPreview, Failure> {
    let chosen = bulk::look(cx, session, which).await?;
    let (clients, further) = chosen.split_at(chosen.len().min(SHOWN));
    let scope = &session.scope;
    let pairs = clients
        .iter()
        .flat_map(|client| client.contact_ids().into_iter().map(|contact| (contact, client.id)));
    let mut links = BTreeMap::<ClientId, Vec<ContactClientRecord>>::new();
    for link in contacts::get_links(&cx.table, scope, pairs).await? {
        links.entry(link.client_id).or_default().push(link);
    }
    let clients = clients
        .iter()
        .map(|client| previewed(client, links.remove(&client.id).unwrap_or_default()))
        .collect::<Vec<_>>();
    let invitation_count = number(
        invitations(&clients, |client| !client.already_open)
            + contacts_of(further, |client| !client.portal_is_open),
    )?;
    let again_invitation_count = number(invitations(&clients, |_| true) + contacts_of(further, |_| true))?;
    let rate = cx.config.mails_per_second;
    Ok(BulkPreview {
        client_count: number(chosen.len())?,
        clients,
        invitation_count,
        expected_minutes: expected_minutes(invitation_count, rate),
        again_invitation_count,
        again_expected_minutes: expected_minutes(again_invitation_count, rate),
    })
}

/// How many contacts of these clients can be invited.
fn invitations(clients: &[PreviewedClient], is_counted: impl Fn(&PreviewedClient) -> bool) -> usize {
    let contacts = clients.iter().filter(|client| is_counted(client)).flat_map(|client| &client.contacts);
    contacts.filter(|contact| contact.reason.is_none()).count()
}

/// How many contacts these clients have, whether or not mail reaches them.
fn contacts_of(clients: &[ClientRecord], is_counted: impl Fn(&ClientRecord) -> bool) -> usize {
    clients.iter().filter(|client| is_counted(client)).map(|client| client.contact_ids().len()).sum()
}

fn number(count: usize) -> Result<u32, Failure> {
    u32::try_from(count).map_err(Failure::internal)
}

const fn expected_minutes(mails: u32, mails_per_second: u32) -> u32 {
    let per_minute = mails_per_second.saturating_mul(60);
    if per_minute == 0 { mails } else { mails.div_ceil(per_minute) }
}

fn previewed(client: &ClientRecord, mut links: Vec<ContactClientRecord>) -> PreviewedClient {
    links.sort_by(|one, other| {
        (&one.contact_name, one.contact_id).cmp(&(&other.contact_name, other.contact_id))
    });
    let contacts = links
        .iter()
        .map(|link| PreviewedContact {
            id: link.contact_id,
            name: link.contact_name.to_string(),
            email: link.email.to_string(),
            reason: PassedOver::of(link),
        })
        .collect();
    PreviewedClient {
        id: client.id,
        name: client.name.to_string(),
        already_open: client.portal_is_open,
        contacts,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_thousand_mails_at_the_usual_rate_take_three_minutes() {
        // S19
        assert_eq!(expected_minutes(2_000, 14), 3);
        assert_eq!(expected_minutes(840, 14), 1);
        assert_eq!(expected_minutes(841, 14), 2);
        assert_eq!(expected_minutes(1, 14), 1);
        assert_eq!(expected_minutes(0, 14), 0);
    }
}
