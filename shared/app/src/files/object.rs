//! Files in the bucket. Signing happens here, without a call; only heads are asked for.

use std::time::Duration;

use aws_sdk_s3::{
    error::DisplayErrorContext, operation::head_object::HeadObjectError, presigning::PresigningConfig,
};
use jiff::{SignedDuration, Timestamp};
use sild_domain::FileId;
use sild_store::threads::FileRecord;

use super::{Download, Upload, UploadMethod, disposition::attachment};
use crate::{Context, Failure};

/// For how long an upload may begin.
const UPLOAD_FOR: Duration = Duration::from_mins(5);
/// For how long a download may begin.
const DOWNLOAD_FOR: Duration = Duration::from_mins(1);

/// What an upload will be.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Declared<'f> {
    /// Its id.
    pub(crate) id: FileId,
    /// Where the bucket has it.
    pub(crate) object_key: &'f str,
    /// Its exact size in bytes.
    pub(crate) size_bytes: u64,
    /// What it says it is.
    pub(crate) content_type: &'f str,
}

impl<'f> Declared<'f> {
    /// A file of a thread.
    pub(super) fn file(file: &'f FileRecord) -> Self {
        Self {
            id: file.id,
            object_key: file.object_key.as_str(),
            size_bytes: file.size_bytes.bytes(),
            content_type: file.content_type.as_str(),
        }
    }
}

/// Signs the one upload of a declared file: its length, its type, and that nothing is there yet.
///
/// Signatures take the machine's own time, and so does whoever checks them, wherever the product's clock stands.
pub(crate) async fn sign_upload(cx: &Context, file: &Declared<'_>) -> Result<Upload, Failure> {
    let length = i64::try_from(file.size_bytes).map_err(Failure::internal)?;
    let signed = cx
        .s3
        .put_object()
        .bucket(&cx.config.bucket)
        .key(file.object_key)
        .content_length(length)
        .content_type(file.content_type)
        .if_none_match("*")
        .presigned(PresigningConfig::expires_in(UPLOAD_FOR).map_err(Failure::internal)?)
        .await
        .map_err(|error| Failure::internal(DisplayErrorContext(error)))?;
    let headers = signed
        .headers()
        .filter(|(name, _)| !matches!(*name, "content-length" | "host"))
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .collect();
    Ok(Upload {
        file_id: file.id,
        method: UploadMethod::Put,
        url: signed.uri().to_owned(),
        headers,
        expires_at: after(cx, UPLOAD_FOR),
    })
}

/// Signs a download of a file: as an attachment under its own name, as bytes of no type.
pub(super) async fn download(cx: &Context, file: &FileRecord) -> Result<Download, Failure> {
    let signed = cx
        .s3
        .get_object()
        .bucket(&cx.config.bucket)
        .key(&file.object_key)
        .response_content_disposition(attachment(&file.name))
        .response_content_type("application/octet-stream")
        .presigned(PresigningConfig::expires_in(DOWNLOAD_FOR).map_err(Failure::internal)?)
        .await
        .map_err(|error| Failure::internal(DisplayErrorContext(error)))?;
    Ok(Download { url: signed.uri().to_owned(), expires_at: after(cx, DOWNLOAD_FOR) })
}

fn after(cx: &Context, wait: Duration) -> Timestamp {
    let wait = SignedDuration::try_from(wait).unwrap_or(SignedDuration::MAX);
    cx.now().checked_add(wait).unwrap_or(Timestamp::MAX)
}

/// What arrived under a key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Arrived {
    length: Option<i64>,
    content_type: Option<String>,
}

impl Arrived {
    /// Whether it is what was declared.
    pub(crate) fn is(&self, size_bytes: u64, content_type: &str) -> bool {
        let length = self.length.and_then(|length| u64::try_from(length).ok());
        length == Some(size_bytes) && self.content_type.as_deref() == Some(content_type)
    }
}

/// Looks at what is under a key; `None` if nothing is.
pub(crate) async fn head(cx: &Context, key: &str) -> Result<Option<Arrived>, Failure> {
    match cx.s3.head_object().bucket(&cx.config.bucket).key(key).send().await {
        Ok(head) => Ok(Some(Arrived {
            length: head.content_length(),
            content_type: head.content_type().map(str::to_owned),
        })),
        Err(error) if error.as_service_error().is_some_and(HeadObjectError::is_not_found) => Ok(None),
        Err(error) => Err(Failure::internal(DisplayErrorContext(error))),
    }
}

/// Opens a connection to the bucket before the first request needs one: looks for what is never there.
pub async fn warm_up_bucket(cx: &Context) -> Result<(), Failure> {
    head(cx, "o/warm").await.map(|_| ())
}

/// Deletes what is under a key; that nothing is there is no error.
pub(crate) async fn delete(cx: &Context, key: &str) -> Result<(), Failure> {
    let deleted = cx.s3.delete_object().bucket(&cx.config.bucket).key(key).send().await;
    deleted.map(drop).map_err(|error| Failure::internal(DisplayErrorContext(error)))
}
