//! The people of the office (S64).

mod deactivate_member;
mod hand_over_ownership;
mod invite_member;
mod list_members;
mod own_profile;
mod sessions;
mod update_member;

use serde_json::{Value, json};
use sild_domain::Role;
use sild_tests::{Office, Person, World};

/// An office with an owner, an admin and a plain member.
pub(super) struct Staff {
    pub(super) world: World,
    pub(super) office: Office,
    pub(super) owner: Person,
    pub(super) admin: Person,
    pub(super) plain: Person,
}

impl Staff {
    pub(super) async fn start() -> Self {
        let world = World::start().await;
        let office = world.office().await;
        let admin = office.member("Ann Admin", Role::Admin).await;
        let plain = office.member("Peeter Plain", Role::Member).await;
        Self { world, owner: office.owner(), office, admin, plain }
    }

    /// A member as the list has them now.
    pub(super) async fn listed(&self, id: &str) -> Value {
        let list = self.owner.get("/api/office/members?with_inactive=true&limit=100").await.expect(200);
        let members = list["items"].as_array().unwrap();
        members.iter().find(|one| one["id"] == id).cloned().unwrap_or_default()
    }

    /// How many owners there are, active or not.
    pub(super) async fn owners(&self) -> usize {
        let snapshot = self.world.snapshot().await;
        snapshot.iter().filter(|item| item["ent"] == "member" && item["role"] == "owner").count()
    }
}

pub(super) fn member_path(id: &str, rest: &str) -> String {
    format!("/api/office/members/{id}{rest}")
}

pub(super) fn invitation(email: &str) -> Value {
    json!({ "name": "Nora New", "email": email, "role": "member" })
}
