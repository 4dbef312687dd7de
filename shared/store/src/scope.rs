//! Who may reach what. Fields are private: a scope comes out of a verified session ([`crate::sessions`]) or a job, and is
//! the only way to a key of an office.

use std::collections::BTreeMap;

use sild_domain::{ClientId, ClientRelation, ContactId, MemberId, OfficeId, Role, may_see_requests};

/// Who acts, as records and notices name them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Actor {
    /// A person of the office.
    Member(MemberId),
    /// A person of a client.
    Contact(ContactId),
    /// The product itself: a job.
    System,
}

impl Actor {
    /// The actor as part of a key: bare, distinct between kinds.
    #[must_use]
    pub fn key(self) -> String {
        match self {
            Self::Member(id) => format!("M#{}", id.key()),
            Self::Contact(id) => format!("P#{}", id.key()),
            Self::System => "SYS".to_owned(),
        }
    }
}

/// Which clients of the office a scope reaches.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Reach {
    /// Admins, the owner, and jobs.
    All,
    /// A plain member: those that they are responsible for or added to.
    Only(BTreeMap<ClientId, ClientRelation>),
}

/// One office, as one of its members or as a job.
#[derive(Debug, Clone)]
pub struct OfficeScope {
    office: OfficeId,
    actor: Actor,
    role: Role,
    reach: Reach,
}

impl OfficeScope {
    pub(crate) const fn new(office: OfficeId, actor: Actor, role: Role, reach: Reach) -> Self {
        Self { office, actor, role, reach }
    }

    /// The scope of a job that works for `office`: all its clients, as nobody in particular.
    #[must_use]
    pub const fn for_job(office: OfficeId) -> Self {
        Self::new(office, Actor::System, Role::Owner, Reach::All)
    }

    /// The office.
    #[must_use]
    pub const fn office(&self) -> OfficeId {
        self.office
    }

    /// Who acts in it.
    #[must_use]
    pub const fn actor(&self) -> Actor {
        self.actor
    }

    /// The member who acts; `None` for a job.
    #[must_use]
    pub const fn member(&self) -> Option<MemberId> {
        match self.actor {
            Actor::Member(id) => Some(id),
            Actor::Contact(_) | Actor::System => None,
        }
    }

    /// The role that they act in.
    #[must_use]
    pub const fn role(&self) -> Role {
        self.role
    }

    /// Whether everything of every client is theirs to see.
    #[must_use]
    pub const fn reaches_all_clients(&self) -> bool {
        matches!(self.reach, Reach::All)
    }

    /// Whether this client exists for them.
    #[must_use]
    pub fn reaches(&self, client: ClientId) -> bool {
        match &self.reach {
            Reach::All => true,
            Reach::Only(clients) => clients.contains_key(&client),
        }
    }

    /// Whether the requests of this client exist for them (S46).
    #[must_use]
    pub fn may_see_requests(&self, client: ClientId) -> bool {
        let relation = match &self.reach {
            Reach::All => None,
            Reach::Only(clients) => clients.get(&client).copied(),
        };
        may_see_requests(self.role, relation)
    }

    /// The clients of a plain member and how they stand to each; `None` for who reaches all.
    #[must_use]
    pub const fn only_clients(&self) -> Option<&BTreeMap<ClientId, ClientRelation>> {
        match &self.reach {
            Reach::All => None,
            Reach::Only(clients) => Some(clients),
        }
    }

    /// The partition prefix of the office.
    pub(crate) fn partition(&self) -> String {
        office_partition(self.office)
    }
}

/// One client of one office, as one of its contacts, whose access is on and whose portal is open.
#[derive(Debug, Clone, Copy)]
pub struct ClientScope {
    office: OfficeId,
    contact: ContactId,
    client: ClientId,
}

impl ClientScope {
    pub(crate) const fn new(office: OfficeId, contact: ContactId, client: ClientId) -> Self {
        Self { office, contact, client }
    }

    /// The office whose portal it is.
    #[must_use]
    pub const fn office(self) -> OfficeId {
        self.office
    }

    /// The contact who acts.
    #[must_use]
    pub const fn contact(self) -> ContactId {
        self.contact
    }

    /// The client that they act for.
    #[must_use]
    pub const fn client(self) -> ClientId {
        self.client
    }

    pub(crate) fn partition(self) -> String {
        office_partition(self.office)
    }
}

/// `O#<office>`: where every key of an office begins.
pub(crate) fn office_partition(office: OfficeId) -> String {
    format!("O#{}", office.key())
}
