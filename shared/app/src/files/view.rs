//! What a browser needs for an upload or a download.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use sild_domain::FileId;
use utoipa::ToSchema;

/// How an upload is sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "UPPERCASE")]
pub enum UploadMethod {
    /// As the body of a `PUT`.
    Put,
}

/// One upload that the bucket takes: this many bytes of this type, once.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct Upload {
    /// The file as it will be.
    pub file_id: FileId,
    /// How to send it.
    pub method: UploadMethod,
    /// Where to.
    pub url: String,
    /// Headers to send with it; the browser adds the length itself.
    pub headers: BTreeMap<String, String>,
    /// Until when.
    #[schema(value_type = String, format = DateTime)]
    pub expires_at: Timestamp,
}

/// Where a file can be had for a moment.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct Download {
    /// The bytes, to be saved and never shown in the page.
    pub url: String,
    /// Until when.
    #[schema(value_type = String, format = DateTime)]
    pub expires_at: Timestamp,
}
