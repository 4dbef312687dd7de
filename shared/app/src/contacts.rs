//! The people of clients, as the office keeps them.

mod archive;
mod copy_name;
mod create;
mod invite;
mod list;
mod remove;
mod update;
mod view;

pub use archive::{archive_contact, restore_contact};
pub use copy_name::copy_contact_name;
pub use create::{NewContact, create_contact};
pub use invite::invite_contact;
pub use list::{ContactFilter, get_contact, list_contacts};
pub use remove::remove_contact;
pub use update::{ContactEdit, update_contact};
pub use view::{ContactAtClient, ContactCard};
