//! Clients and their contacts.

mod create;
mod list;
mod read;
mod view;

pub use create::{NewClient, create_client};
pub use list::{ClientFilter, list_clients};
pub use read::get_client;
pub use view::{AddressStateView, Client, ClientSummary, Contact, Person, PortalStateView};
