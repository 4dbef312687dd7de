//! Who in an office may do what.

/// What a member is in the office. Exactly one member is the owner at a time.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    serde::Serialize,
    serde::Deserialize,
    utoipa::ToSchema,
)]
#[serde(rename_all = "lowercase")]
pub enum Role {
    /// Works with the clients that they are responsible for or added to.
    Member,
    /// Works with all clients and manages the office.
    Admin,
    /// As an admin, and the one who answers for the office.
    Owner,
}

/// How a member stands to a client.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "lowercase")]
pub enum ClientRelation {
    /// Answers for the client and is told of what its contacts do.
    Responsible,
    /// Works with the client.
    Added,
}

/// Whether the portal, the name and the settings of the office are theirs to change (part A).
#[must_use]
pub const fn may_manage_office_settings(role: Role) -> bool {
    matches!(role, Role::Owner | Role::Admin)
}

/// Whether they may invite, change and deactivate members (S64).
#[must_use]
pub const fn may_manage_members(role: Role) -> bool {
    matches!(role, Role::Owner | Role::Admin)
}

/// Whether `actor` may change or deactivate a member who is `target`, or make someone `target` (S64).
/// Nobody does that to or with the owner's role: it changes hands only by handing it over.
#[must_use]
pub const fn may_change_member(actor: Role, target: Role) -> bool {
    may_manage_members(actor) && !matches!(target, Role::Owner)
}

/// Whether `actor` may hand the office over to a member who is `target`: the owner, to an admin (S64).
#[must_use]
pub const fn may_hand_over_office(actor: Role, target: Role) -> bool {
    matches!((actor, target), (Role::Owner, Role::Admin))
}

/// Whether they work with every client of the office without being named at it.
#[must_use]
pub const fn sees_all_clients(role: Role) -> bool {
    matches!(role, Role::Owner | Role::Admin)
}

/// Whether they may see the requests of a client to which they stand in `relation`: the responsible
/// members, admins and the owner (S46).
#[must_use]
pub const fn may_see_requests(role: Role, relation: Option<ClientRelation>) -> bool {
    sees_all_clients(role) || matches!(relation, Some(ClientRelation::Responsible))
}

#[cfg(test)]
mod tests {
    use super::*;

    const ROLES: [Role; 3] = [Role::Member, Role::Admin, Role::Owner];

    #[test]
    fn only_admins_and_the_owner_manage_the_office() {
        for role in ROLES {
            let is_above_member = role != Role::Member;
            assert_eq!(may_manage_office_settings(role), is_above_member);
            assert_eq!(may_manage_members(role), is_above_member);
            assert_eq!(sees_all_clients(role), is_above_member);
        }
    }

    #[test]
    fn the_owner_is_changed_by_nobody_and_hands_over_only_to_an_admin() {
        for actor in ROLES {
            assert!(!may_change_member(actor, Role::Owner));
            for target in ROLES {
                assert_eq!(
                    may_hand_over_office(actor, target),
                    actor == Role::Owner && target == Role::Admin
                );
            }
            assert_eq!(may_change_member(actor, Role::Admin), actor != Role::Member);
            assert_eq!(may_change_member(actor, Role::Member), actor != Role::Member);
        }
    }

    #[test]
    fn a_plain_member_sees_requests_only_as_responsible() {
        let responsible = Some(ClientRelation::Responsible);
        let added = Some(ClientRelation::Added);
        assert!(may_see_requests(Role::Member, responsible));
        assert!(!may_see_requests(Role::Member, added));
        assert!(!may_see_requests(Role::Member, None));
        for role in [Role::Admin, Role::Owner] {
            assert!(may_see_requests(role, None));
        }
    }

    #[test]
    fn json_holds_lower_case_words() {
        assert_eq!(serde_json::to_string(&Role::Owner).unwrap(), "\"owner\"");
        assert_eq!(serde_json::to_string(&ClientRelation::Added).unwrap(), "\"added\"");
    }
}
