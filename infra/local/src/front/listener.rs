//! The listener of the one port.

use std::io::ErrorKind;
use std::net::SocketAddr;

use tokio::net::TcpListener;

use crate::error::CloudError;

/// Listens on a loopback address; another one is refused, and a port in use is said plainly.
pub async fn bind(address: SocketAddr) -> Result<TcpListener, CloudError> {
    if !address.ip().is_loopback() {
        return Err(CloudError::NotLoopback(address));
    }
    TcpListener::bind(address).await.map_err(|cause| match cause.kind() {
        ErrorKind::AddrInUse => CloudError::PortInUse(address),
        _ => CloudError::Listen { address, cause },
    })
}
