//! What a cell must answer.

use sild_tests::catalogue::{Audience, Caller, Kind, Object, Row};

/// What a cell must answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Expectation {
    /// One of the row's good answers.
    Allowed,
    /// This status and code, no trace.
    Refused(u16, &'static str),
}

const NOT_SIGNED_IN: Expectation = Expectation::Refused(401, "not_signed_in");
const ROLE_REQUIRED: Expectation = Expectation::Refused(403, "role_required");
const NOT_FOUND: Expectation = Expectation::Refused(404, "not_found");

/// What this caller must be answered about this object.
pub(crate) fn of(row: &Row, caller: Caller, object: Object) -> Expectation {
    match row.audience {
        Audience::Anybody => Expectation::Allowed,
        Audience::Contacts if caller.is_contact_with_access() => Expectation::Allowed,
        Audience::Contacts => NOT_SIGNED_IN,
        Audience::ContactsOfClient if !caller.is_contact_with_access() => NOT_SIGNED_IN,
        Audience::ContactsOfClient => match (caller, object) {
            (Caller::Contact | Caller::ContactOfBoth, Object::Own)
            | (Caller::SiblingsContact | Caller::ContactOfBoth, Object::Siblings) => Expectation::Allowed,
            _ => NOT_FOUND,
        },
        _ if !caller.is_member() => NOT_SIGNED_IN,
        Audience::Members => match (row.kind, caller, object) {
            (Kind::OfficeThing, Caller::OtherOwner, Object::OtherOffices) | (Kind::None, _, _) => {
                Expectation::Allowed
            }
            (Kind::OfficeThing, caller, Object::Own) if caller != Caller::OtherOwner => Expectation::Allowed,
            _ => NOT_FOUND,
        },
        Audience::Owners => match caller {
            Caller::Owner => Expectation::Allowed,
            Caller::OtherOwner => Expectation::Refused(422, "invalid_value"),
            _ => ROLE_REQUIRED,
        },
        Audience::Managers => match (row.kind, caller, object) {
            (_, Caller::OutsideMember | Caller::AddedMember | Caller::ResponsibleMember, _) => ROLE_REQUIRED,
            (Kind::None, _, _)
            | (Kind::OfficeThing, Caller::OtherOwner, Object::OtherOffices)
            | (Kind::OfficeThing, Caller::Admin | Caller::Owner, Object::Own) => Expectation::Allowed,
            _ => NOT_FOUND,
        },
        _ if row.names_object_aside && object == Object::Malformed => {
            Expectation::Refused(422, "invalid_value")
        }
        Audience::MembersOfMany => Expectation::Allowed,
        Audience::MembersOfClient => match (caller, object) {
            (Caller::Admin | Caller::Owner, Object::Own | Object::Siblings | Object::Internal)
            | (Caller::ResponsibleMember | Caller::AddedMember, Object::Own | Object::Internal)
            | (Caller::OtherOwner, Object::OtherOffices) => Expectation::Allowed,
            _ => NOT_FOUND,
        },
        Audience::MembersOfRequests => match (caller, object) {
            (Caller::Admin | Caller::Owner, Object::Own | Object::Siblings | Object::Internal)
            | (Caller::ResponsibleMember, Object::Own | Object::Internal)
            | (Caller::OtherOwner, Object::OtherOffices) => Expectation::Allowed,
            _ => NOT_FOUND,
        },
    }
}
