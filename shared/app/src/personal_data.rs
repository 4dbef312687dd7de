//! Everything about an office or a person: handing it out, and taking it away. Only an operator of the deployment asks
//! for it, by calling a job; each call does a bounded part and says where the next one goes on.

mod bucket;
mod erase_office;
mod erase_person;
mod export_office;
mod export_person;
mod part;

pub use erase_office::{EraseOffice, OfficeErasing, erase_office};
pub use erase_person::{PersonErasing, erase_person};
pub use export_office::{ExportOffice, OfficeExport, export_office};
pub use export_person::{PersonExport, export_person};

use std::num::NonZeroU32;

use serde::Deserialize;
use sild_domain::{ContactId, MemberId, OfficeId};
use sild_store::{
    OfficeScope, StoreError, TransactionError, contacts,
    holdings::{Extent, PersonId},
};

use crate::{Context, Failure};

/// Why nothing was handed out or taken away.
#[derive(Debug, thiserror::Error)]
pub enum Refusal {
    /// There is no such office.
    #[error("there is no office {0}: nothing was done")]
    NoOffice(OfficeId),
    /// The name that was repeated is another one.
    #[error("the name that was given is not that of {0}, nor the name of its portal: nothing was erased")]
    WrongName(OfficeId),
    /// The office is being erased: its people go with it.
    #[error("{0} is being erased, and its people with it: nothing was done")]
    BeingErased(OfficeId),
    /// Nobody or two people were named.
    #[error("the event names a person by either contact_id or member_id: nothing was done")]
    WhichPerson,
    /// There is no such person in the office.
    #[error("there is no {person} in {office}: nothing was done")]
    NoPerson {
        /// Who was asked for.
        person: PersonId,
        /// Where.
        office: OfficeId,
    },
    /// An office has an owner.
    #[error(
        "{0} is the only owner of their office: hand it over first, or erase the office. Nothing was erased"
    )]
    LastOwner(PersonId),
    /// The cursor was answered to something else, or to nothing.
    #[error("the cursor is not one that this job answered for this event: nothing was done")]
    Cursor,
    /// It failed on the way; asking again goes on.
    #[error("{0}")]
    Failure(#[from] Failure),
}

impl From<StoreError> for Refusal {
    fn from(error: StoreError) -> Self {
        Self::Failure(error.into())
    }
}

impl From<TransactionError> for Refusal {
    fn from(error: TransactionError) -> Self {
        Self::Failure(error.into())
    }
}

/// What a job about one person is told: the office, and either a contact or a member.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OfPerson {
    /// Where.
    pub office_id: OfficeId,
    /// Whom.
    pub contact_id: Option<ContactId>,
    /// Whom.
    pub member_id: Option<MemberId>,
    /// Where it goes on: what the call before answered.
    pub cursor: Option<String>,
    /// About how many items this call looks at.
    pub limit: Option<NonZeroU32>,
}

impl OfPerson {
    /// The one person whom it names.
    const fn person(&self) -> Result<PersonId, Refusal> {
        match (self.contact_id, self.member_id) {
            (Some(contact), None) => Ok(PersonId::Contact(contact)),
            (None, Some(member)) => Ok(PersonId::Member(member)),
            _ => Err(Refusal::WhichPerson),
        }
    }
}

/// Which part of an office can hold something of a person: a contact has been nowhere but at their own clients.
async fn extent_of(cx: &Context, scope: &OfficeScope, person: PersonId) -> Result<Extent, Refusal> {
    let PersonId::Contact(contact) = person else { return Ok(Extent::Everything) };
    let found = contacts::get_with_clients(&cx.table, scope, contact).await?;
    let found = found.ok_or(Refusal::NoPerson { person, office: scope.office() })?;
    Ok(Extent::Clients(found.clients.iter().map(|link| link.client_id).collect()))
}
