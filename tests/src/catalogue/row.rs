//! What a row of the catalogue says of an operation.

use serde_json::Value;

use super::scene::{Object, Scene};

/// Whom an operation is for, and which object of the path or body it looks up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Audience {
    /// Anybody, signed in or not: who they are makes no difference.
    Anybody,
    /// Any contact who can enter the portal.
    Contacts,
    /// Contacts of the object's client.
    ContactsOfClient,
    /// Any active member.
    Members,
    /// Admins and the owner.
    Managers,
    /// The owner, for whom the request is good; the owner of another office is told that it is not.
    Owners,
    /// Members who reach the object's client.
    MembersOfClient,
    /// Members who may see the requests of the object's client: who answer for it, admins and the owner (S46).
    MembersOfRequests,
    /// Any active member; clients that they do not reach are passed over as if they never were.
    MembersOfMany,
}

/// What the placeholders of a row name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Nothing that belongs to a client.
    None,
    /// A client.
    Client,
    /// A task.
    Task,
    /// A file of a task.
    File,
    /// A request.
    Request,
    /// A file of a request.
    RequestFile,
    /// Something of the office itself.
    OfficeThing,
}

/// A row of the matrix.
#[derive(Debug)]
pub struct Row {
    /// Its name.
    pub operation: &'static str,
    /// Its HTTP method.
    pub method: &'static str,
    /// Its path; `{portal_task}` and `{office_task}` stand for the paths of a task,
    /// `{portal_request}` and `{office_request}` for those of a request.
    pub path: &'static str,
    /// Whom it is for.
    pub audience: Audience,
    /// What its placeholders name.
    pub kind: Kind,
    /// A good request about an object.
    pub body: Option<fn(&Scene, Object) -> Value>,
    /// Whether it needs `If-Match`.
    pub is_edit: bool,
    /// Whether the object is named in the body or behind the `?`, where a malformed id is an invalid value.
    pub names_object_aside: bool,
    /// The statuses of its good answers.
    pub succeeds_with: &'static [u16],
}

impl Row {
    /// Its path with every placeholder but those of ids.
    #[must_use]
    pub fn full_path(&self) -> String {
        self.path
            .replace("{portal_task}", PORTAL_TASK)
            .replace("{office_task}", OFFICE_TASK)
            .replace("{portal_request}", PORTAL_REQUEST)
            .replace("{office_request}", OFFICE_REQUEST)
    }

    /// The objects that its cells try.
    #[must_use]
    pub fn objects(&self) -> &'static [Object] {
        match (self.kind, self.audience) {
            (Kind::None, _) => &[Object::Own],
            (Kind::OfficeThing, _) => {
                &[Object::Own, Object::OtherOffices, Object::NeverWas, Object::Malformed]
            }
            (Kind::Client | Kind::Request, _) => {
                &[Object::Own, Object::Siblings, Object::OtherOffices, Object::NeverWas, Object::Malformed]
            }
            (Kind::Task | Kind::File | Kind::RequestFile, _) => &[
                Object::Own,
                Object::Siblings,
                Object::OtherOffices,
                Object::NeverWas,
                Object::Malformed,
                Object::Internal,
            ],
        }
    }
}

pub(super) const fn row(
    operation: &'static str,
    method: &'static str,
    path: &'static str,
    audience: Audience,
    kind: Kind,
) -> Row {
    Row {
        operation,
        method,
        path,
        audience,
        kind,
        body: None,
        is_edit: false,
        names_object_aside: false,
        succeeds_with: &[200],
    }
}

impl Row {
    pub(super) const fn body(mut self, body: fn(&Scene, Object) -> Value) -> Self {
        self.body = Some(body);
        self
    }

    pub(super) const fn edits(mut self) -> Self {
        self.is_edit = true;
        self
    }

    pub(super) const fn aside(mut self) -> Self {
        self.names_object_aside = true;
        self
    }

    pub(super) const fn with(mut self, succeeds_with: &'static [u16]) -> Self {
        self.succeeds_with = succeeds_with;
        self
    }
}

pub(super) const PORTAL_TASK: &str = "/api/portal/{office}/clients/{client}/tasks/{task}";
pub(super) const OFFICE_TASK: &str = "/api/office/tasks/{task}";
pub(super) const PORTAL_REQUEST: &str = "/api/portal/{office}/clients/{client}/requests/{request}";
pub(super) const OFFICE_REQUEST: &str = "/api/office/requests/{request}";
