//! What a client holds: its tasks and requests with their threads, its contacts, and its own partition.

use sild_domain::{ContactId, RequestId, TaskId, ThreadId};

use super::{
    Holding, InClient, PEOPLE, Part, Place, Step, Subject, THREADS, first_part, last_part,
    people::of_contact, request,
};
use crate::{
    OfficeScope, StoreError, Table, clients,
    key::{Index, Key},
    record::text,
    table::join_all,
    threads,
};

pub(super) async fn read(
    table: &Table,
    scope: &OfficeScope,
    place: Place,
    client: InClient,
) -> Result<Step, StoreError> {
    let (holdings, next) = match client.part {
        Part::Tasks => {
            let (holdings, after) = threads_of(table, scope, &client, Kind::Task).await?;
            let part = if after.is_some() { Part::Tasks } else { Part::Requests };
            (holdings, Some(InClient { part, after, ..client }))
        }
        Part::Requests => {
            let (holdings, after) = threads_of(table, scope, &client, Kind::Request).await?;
            let part = if after.is_some() { Part::Requests } else { Part::Contacts };
            (holdings, Some(InClient { part, after, ..client }))
        }
        Part::Contacts => {
            let (holdings, after) = contacts_of(table, scope, &client).await?;
            let part = if after.is_some() { Part::Contacts } else { Part::Own };
            (holdings, Some(InClient { part, after, ..client }))
        }
        Part::Own => {
            let items = table.query(clients::partition(scope, client.id)).all().await?;
            (vec![Holding::new(Subject::Client(client.id), items)], None)
        }
    };
    let next = match next {
        Some(client) => place.in_client(client),
        None => Place { client: None, ..place },
    };
    Ok(Step { holdings, next: Some(next) })
}

/// What a thread can belong to: how its partition is spelled, and where it stands among what a client has.
#[derive(Debug, Clone, Copy)]
enum Kind {
    Task,
    Request,
}

impl Kind {
    const fn letter(self) -> char {
        match self {
            Self::Task => 'T',
            Self::Request => 'R',
        }
    }

    fn thread(self, id: &str) -> Option<ThreadId> {
        match self {
            Self::Task => id.parse::<TaskId>().ok().map(ThreadId::from),
            Self::Request => id.parse::<RequestId>().ok().map(ThreadId::from),
        }
    }
}

async fn threads_of(
    table: &Table,
    scope: &OfficeScope,
    client: &InClient,
    kind: Kind,
) -> Result<(Vec<Holding>, Option<String>), StoreError> {
    let office = scope.partition();
    let letter = kind.letter();
    let query = table
        .query_index(Index::Gsi2, clients::partition(scope, client.id))
        .begins_with(format!("{letter}#"));
    let page = query
        .only(&["id"])
        .page(&request(THREADS, client.after.as_deref()), |listed| {
            Key::new(format!("{office}#{letter}#{}", last_part(listed)), "A")
        })
        .await?;
    let ids = page.items.iter().filter_map(|item| kind.thread(text(item, "id")?));
    let threads = ids.map(|thread| async move {
        let items = table.query(threads::partition(&scope.partition(), thread)).all().await?;
        Ok(Holding::new(Subject::Thread(thread), items))
    });
    let holdings = join_all(threads).await.into_iter().collect::<Result<_, StoreError>>()?;
    Ok((holdings, page.next.and_then(first_part)))
}

async fn contacts_of(
    table: &Table,
    scope: &OfficeScope,
    client: &InClient,
) -> Result<(Vec<Holding>, Option<String>), StoreError> {
    let Some(record) = clients::get(table, scope, client.id).await? else { return Ok((Vec::new(), None)) };
    let is_left = |contact: &ContactId| client.after.as_ref().is_none_or(|after| contact.key() > *after);
    let mut left = record.contact_ids().into_iter().filter(is_left);
    let now = left.by_ref().take(usize::from(PEOPLE)).collect::<Vec<_>>();
    let after = now.last().filter(|_| left.next().is_some()).map(|contact| contact.key());
    let people = now.into_iter().map(|contact| of_contact(table, scope, client.id, contact));
    let holdings = join_all(people).await.into_iter().collect::<Result<_, _>>()?;
    Ok((holdings, after))
}
