//! The operations of the office app, for members: a file each, below the noun that it works on.

use sild_http::Operation;
use utoipa_axum::routes;

pub mod clients;

/// Every operation of the area.
#[must_use]
pub fn operations() -> Vec<Operation> {
    vec![
        Operation::new("create_client", routes!(clients::create_client::create_client)),
        Operation::new("get_client", routes!(clients::get_client::get_client)),
        Operation::new("list_clients", routes!(clients::list_clients::list_clients)),
    ]
}
