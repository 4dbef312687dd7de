//! Taking a person away: what they wrote stays with the office, who must keep its records, and no longer says by whom.

use serde::{Deserialize, Serialize};
use sild_domain::{ContactId, Email, MemberId, OfficeId, PersonName, Role};
use sild_store::{
    OfficeScope, TransactionError,
    audit::keys,
    contacts,
    erasing::{self, Erasure},
    holdings::{self, Holding, PersonId, Place, Subject},
    members::{self, MemberRecord},
    offices,
};

use super::{
    OfPerson, Refusal, extent_of,
    part::{Budget, from_cursor, to_cursor},
};
use crate::{Conflict, Context, Failure, contacts::copy_contact_name};

/// What stands where a name stood.
const NAME: &str = "Erased person";
/// No mail is ever delivered to this domain (RFC 2606).
const DOMAIN: &str = "erased.invalid";
/// How often it is tried again when somebody changes the person at the same time.
const TRIES: usize = 4;

/// How far an erasure is.
#[derive(Debug, Serialize)]
pub struct PersonErasing {
    /// Whether nothing is left.
    pub done: bool,
    /// With what to call again; `null` at the end.
    pub cursor: Option<String>,
    /// How many items were changed or taken away so far, beside the person's own record.
    pub items: u32,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Resume {
    office: OfficeId,
    person: String,
    items: u32,
    place: Place,
}

/// Takes a part of a person away. The first call ends their access and takes name and address out of their record, and so
/// out of everything that is written from then on; it and the next ones go through what was written before. A person who
/// was erased already is erased again, which changes nothing.
pub async fn erase_person(cx: &Context, event: OfPerson) -> Result<PersonErasing, Refusal> {
    let person = event.person()?;
    let scope = OfficeScope::for_job(event.office_id);
    offices::get(&cx.table, &scope).await?.ok_or(Refusal::NoOffice(event.office_id))?;
    if erasing::get(&cx.table, event.office_id).await?.is_some() {
        return Err(Refusal::BeingErased(event.office_id));
    }
    let erasure = Erasure { person, name: neutral_name()?, email: neutral_email(person)? };
    let mut resume = if let Some(cursor) = &event.cursor {
        from_cursor::<Resume>(cursor)?
    } else {
        let items = match person {
            PersonId::Contact(contact) => begin_with_contact(cx, &scope, contact, &erasure).await?,
            PersonId::Member(member) => begin_with_member(cx, &scope, member, &erasure).await?,
        };
        let items = items + forget_own(cx, &scope, person).await?;
        Resume { office: event.office_id, person: person.to_string(), items, place: Place::default() }
    };
    if resume.office != event.office_id || resume.person != person.to_string() {
        return Err(Refusal::Cursor);
    }
    let extent = extent_of(cx, &scope, person).await?;
    let mut budget = Budget::begin(cx, event.limit);
    loop {
        let step = holdings::read(&cx.table, &scope, &extent, resume.place).await?;
        for holding in step.holdings.iter().filter(|holding| !is_own(holding, person)) {
            budget.spend(holding.len());
            resume.items += erasing::forget_in(&cx.table, holding, &erasure).await?;
        }
        let Some(next) = step.next else { break };
        resume.place = next;
        if budget.is_spent(cx) {
            return Ok(PersonErasing { done: false, cursor: Some(to_cursor(&resume)?), items: resume.items });
        }
    }
    // Until their clients were taken from a member, they were still told of what happened there.
    let items = resume.items + forget_own(cx, &scope, person).await?;
    Ok(PersonErasing { done: true, cursor: None, items })
}

fn is_own(holding: &Holding, person: PersonId) -> bool {
    matches!(holding.subject, Subject::Person { id, .. } if id == person)
}

fn neutral_name() -> Result<PersonName, Failure> {
    PersonName::parse(NAME).map_err(Failure::internal)
}

fn neutral_email(person: PersonId) -> Result<Email, Failure> {
    let key = match person {
        PersonId::Member(id) => id.key(),
        PersonId::Contact(id) => id.key(),
    };
    Email::parse(&format!("{key}@{DOMAIN}")).map_err(Failure::internal)
}

/// The key of what the audit trail says of them goes first, so that nothing of what follows is written under it; then what
/// is addressed to the address, as afterwards nothing says which one it was.
async fn begin_with_contact(
    cx: &Context,
    scope: &OfficeScope,
    contact: ContactId,
    erasure: &Erasure,
) -> Result<u32, Refusal> {
    let person = PersonId::Contact(contact);
    let mut items = 0;
    for _ in 0..TRIES {
        let found = contacts::get_with_clients(&cx.table, scope, contact).await?;
        let found = found.ok_or(Refusal::NoPerson { person, office: scope.office() })?;
        keys::destroy(&cx.table, scope.office(), person, cx.now()).await?;
        items += erasing::forget_address(&cx.table, scope, person, &found.contact.email).await?;
        let mut transaction = cx.table.transaction();
        erasing::erase_contact(&mut transaction, scope, &found, erasure, cx.now());
        match transaction.commit().await {
            Ok(()) => {
                copy_contact_name(cx, scope.office(), contact).await?;
                return Ok(items);
            }
            Err(TransactionError::Refused { label: "version_mismatch", .. }) => {}
            Err(error) => return Err(error.into()),
        }
    }
    Err(Failure::from(Conflict::Busy).into())
}

async fn begin_with_member(
    cx: &Context,
    scope: &OfficeScope,
    member: MemberId,
    erasure: &Erasure,
) -> Result<u32, Refusal> {
    let person = PersonId::Member(member);
    let mut items = 0;
    for _ in 0..TRIES {
        let found = members::get(&cx.table, scope, member).await?;
        let found = found.ok_or(Refusal::NoPerson { person, office: scope.office() })?;
        if is_last_owner(cx, scope, &found).await? {
            return Err(Refusal::LastOwner(person));
        }
        keys::destroy(&cx.table, scope.office(), person, cx.now()).await?;
        items += erasing::forget_address(&cx.table, scope, person, &found.email).await?;
        let mut transaction = cx.table.transaction();
        erasing::erase_member(&mut transaction, scope, &found, erasure);
        match transaction.commit().await {
            Ok(()) => return Ok(items),
            Err(TransactionError::Refused { label: "version_mismatch", .. }) => {}
            Err(error) => return Err(error.into()),
        }
    }
    Err(Failure::from(Conflict::Busy).into())
}

async fn is_last_owner(cx: &Context, scope: &OfficeScope, member: &MemberRecord) -> Result<bool, Refusal> {
    if member.role != Role::Owner {
        return Ok(false);
    }
    let all = members::list(&cx.table, scope).await?;
    Ok(!all.iter().any(|other| other.id != member.id && other.role == Role::Owner && other.is_active))
}

async fn forget_own(cx: &Context, scope: &OfficeScope, person: PersonId) -> Result<u32, Refusal> {
    let Some(own) = holdings::read_person(&cx.table, scope, person).await? else { return Ok(0) };
    let items = erasing::forget_own(&cx.table, &own).await?;
    if let PersonId::Member(member) = person {
        erasing::clear_unread(&cx.table, scope, member).await?;
    }
    Ok(items)
}
