//! Clients and their contacts.

mod copy_name;
mod create;
mod list;
mod read;
mod set_portal;
mod update;
mod view;

pub use copy_name::copy_client_name;
pub use create::{NewClient, create_client};
pub use list::{ClientFilter, list_clients};
pub use read::get_client;
pub use set_portal::set_client_portal;
pub use update::{ClientEdit, update_client};
pub use view::{AddressStateView, Client, ClientSummary, Contact, Person, PortalStateView};
