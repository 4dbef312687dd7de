//! Clients and their contacts.

mod archive;
mod copy_name;
mod create;
mod list;
mod read;
mod relist;
mod set_portal;
mod team;
mod update;
mod view;

pub use archive::{archive_client, restore_client};
pub use copy_name::copy_client_name;
pub use create::{NewClient, create_client};
pub(crate) use list::find_clients;
pub use list::{ClientFilter, ClientSort, list_clients};
pub use read::get_client;
pub use relist::{follow_archiving, relist_client, relist_clients_of};
pub use set_portal::set_client_portal;
pub use update::{ClientEdit, update_client};
pub(crate) use view::digitisation_email;
pub use view::{AddressStateView, Client, ClientSummary, Contact, Person, PortalStateView};
