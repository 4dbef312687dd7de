//! The people of clients, as the office keeps them.

mod copy_name;
mod create;
mod update;

pub use copy_name::copy_contact_name;
pub use create::{NewContact, create_contact};
pub use update::{ContactEdit, update_contact};
