//! Files of tasks and requests: declared, uploaded by the browser straight into the bucket, completed, downloaded.
//!
//! A file passes three doors. Declaring it fixes its size, type and visibility, and signs one upload of exactly that. The
//! bucket takes that upload and no other, once. Completing looks at what arrived before anybody sees it. What is never
//! completed is swept away after a day.

mod abandon;
mod complete;
mod declare;
mod disposition;
mod download;
mod list;
pub(crate) mod object;
mod summary;
mod view;

pub(crate) use abandon::{UPLOAD_LIVES_FOR, abandon_upload};
pub use complete::{complete_file, complete_portal_file};
pub use declare::{NewFile, declare_file, declare_portal_file};
pub use download::{download_file, download_portal_file};
pub use list::{list_client_files, list_portal_files};
pub use object::warm_up_bucket;
pub(crate) use object::{delete, head, ticket};
pub use summary::{FileOwner, FileSummary, PortalFileSummary};
pub use view::{Download, Upload, UploadMethod};
