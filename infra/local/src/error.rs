//! What can go wrong while the cloud starts or runs.

use std::net::SocketAddr;
use std::path::PathBuf;

/// A failure of the one-machine cloud, said so that the person who started it knows what to do.
#[derive(Debug, thiserror::Error)]
pub enum CloudError {
    /// A file or folder of the data folder cannot be used.
    #[error("cannot use {}: {cause}", path.display())]
    File {
        /// The file or folder.
        path: PathBuf,
        /// What the system said.
        cause: std::io::Error,
    },
    /// Another process works in the data folder.
    #[error("{} is in use by another process; stop it or choose another folder with DATA=…", .0.display())]
    FolderInUse(PathBuf),
    /// The cloud's own records cannot be read or written.
    #[error("cannot read or write the cloud's records: {0}")]
    Records(#[from] rusqlite::Error),
    /// The table cannot be opened or made.
    #[error("cannot open the table: {0}")]
    Table(String),
    /// The bucket cannot be opened or made.
    #[error("cannot open the bucket: {0}")]
    Bucket(String),
    /// A kept schedule cannot be read.
    #[error("cannot read a schedule: {0}")]
    Schedule(String),
    /// The front door cannot be set up as asked.
    #[error("cannot open the front door: {0}")]
    Front(String),
    /// No secret could be drawn.
    #[error("the system gives no randomness: {0}")]
    Randomness(getrandom::Error),
    /// An address that other machines could reach.
    #[error(
        "{0} is not a loopback address; one machine serves 127.0.0.1 or [::1] only, because it has no real mail and no HTTPS"
    )]
    NotLoopback(SocketAddr),
    /// Someone else listens there.
    #[error("port {} is in use; stop what listens there or choose another with PORT=…", .0.port())]
    PortInUse(SocketAddr),
    /// The system refused the listener for another reason.
    #[error("cannot listen on {address}: {cause}")]
    Listen {
        /// The address asked for.
        address: SocketAddr,
        /// What the system said.
        cause: std::io::Error,
    },
    /// The server stopped by itself.
    #[error("the server stopped: {0}")]
    Serve(std::io::Error),
    /// A duration that the clock cannot move by.
    #[error("the clock moves by 1 second to 10 years at a time")]
    Advance,
}

impl CloudError {
    pub(crate) fn table(cause: impl std::fmt::Display) -> Self {
        Self::Table(cause.to_string())
    }

    pub(crate) fn file(path: impl Into<PathBuf>) -> impl FnOnce(std::io::Error) -> Self {
        let path = path.into();
        move |cause| Self::File { path, cause }
    }
}
