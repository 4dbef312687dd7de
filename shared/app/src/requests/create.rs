//! Sending a request.

use std::collections::BTreeMap;

use sild_domain::{Body, RequestId, RequestState, Title};
use sild_store::{
    Actor, ClientScope, OfficeScope, clients,
    logins::{self, Limit},
    outbox::{self, Effect, Happening},
    requests::{self, RequestRecord},
    sessions::ContactSession,
    threads::{Author, Thread},
};

use super::{PortalRequest, portal_view::seen_by};
use crate::{Context, Creation, Failure, tasks::refused_by};

/// What a new request is made of.
#[derive(Debug, Clone)]
pub struct NewRequest {
    /// What it is about.
    pub subject: Title,
    /// What is asked.
    pub text: Body,
}

/// Sends a request to the office (S45). The members who answer for the client are told (S49); files follow into its
/// thread.
pub async fn create_portal_request(
    cx: &Context,
    session: &ContactSession,
    scope: ClientScope,
    new: NewRequest,
    creation: &Creation,
) -> Result<PortalRequest, Failure> {
    let client = clients::get(&cx.table, &OfficeScope::for_job(scope.office()), scope.client()).await?;
    let client = client.ok_or(Failure::NotFound)?;
    let now = cx.now();
    let request = RequestRecord {
        id: RequestId::new(now, cx.random()),
        client_id: client.id,
        client_name: client.name.clone(),
        subject: new.subject,
        text: new.text,
        author: Author::Contact { id: scope.contact(), name: session.contact.name.clone() },
        created_at: now,
        state: RequestState::New,
        ended_by: None,
        ended_by_id: None,
        activity: 1,
        seen: BTreeMap::from([(scope.contact().key(), 1)]),
        portal_messages: 0,
        portal_files: 0,
        has_client_news: true,
        v: 1,
    };
    let mut transaction = cx.table.transaction();
    requests::create(&mut transaction, scope, &request);
    let limit = Limit {
        what: logins::counted_requests(scope.office(), scope.contact()),
        per_hour: cx.config.rates.requests_per_contact,
        label: "too_many_requests",
    };
    logins::count(&mut transaction, &limit, now);
    let effect = Effect::Notify {
        office_id: scope.office(),
        thread: request.id.into(),
        happening: Happening::ContactRequest { contact: scope.contact() },
    };
    outbox::add(&mut transaction, &cx.outbox_row(effect));
    let answer =
        PortalRequest::of(&request, &Thread::default(), seen_by(Some(&client)), None, scope.contact());
    let actor = Actor::Contact(scope.contact());
    creation
        .commit_or(cx, scope.office(), actor, transaction, answer, |error| {
            refused_by(error, "too_many_requests").then(|| Failure::next_hour(now))
        })
        .await
}
