//! Files in the bucket. Signing happens here, without a call; only heads are asked for.

use std::{collections::BTreeMap, time::Duration};

use aws_sdk_s3::{
    error::DisplayErrorContext,
    operation::{get_object::GetObjectError, head_object::HeadObjectError},
    presigning::PresigningConfig,
    primitives::ByteStream,
};
use jiff::{SignedDuration, Timestamp};
use sild_domain::{FileId, FileName};
use sild_store::threads::FileRecord;

use super::{Download, Upload, UploadMethod, disposition::attachment};
use crate::{Context, Failure};

/// For how long an upload may begin.
const UPLOAD_FOR: Duration = Duration::from_mins(5);
/// For how long a download may begin.
const DOWNLOAD_FOR: Duration = Duration::from_mins(1);

/// A request that a browser sends to the bucket.
pub(crate) struct Signed {
    pub(crate) url: String,
    pub(crate) headers: BTreeMap<String, String>,
    pub(crate) expires_at: Timestamp,
}

/// Signs the one upload of an object: its length, its type, and that nothing is there yet.
///
/// Signatures take the machine's own time, and so does whoever checks them, wherever the product's clock stands.
pub(crate) async fn sign_upload(
    cx: &Context,
    key: &str,
    length: u64,
    content_type: &str,
) -> Result<Signed, Failure> {
    let signed = cx
        .s3
        .put_object()
        .bucket(&cx.config.bucket)
        .key(key)
        .content_length(i64::try_from(length).map_err(Failure::internal)?)
        .content_type(content_type)
        .if_none_match("*")
        .presigned(PresigningConfig::expires_in(UPLOAD_FOR).map_err(Failure::internal)?)
        .await
        .map_err(|error| Failure::internal(DisplayErrorContext(error)))?;
    let headers = signed
        .headers()
        .filter(|(name, _)| !matches!(*name, "content-length" | "host"))
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .collect();
    Ok(Signed { url: signed.uri().to_owned(), headers, expires_at: after(cx, UPLOAD_FOR) })
}

/// Signs a download of an object: as an attachment under this name, as bytes of no type.
pub(crate) async fn sign_download(cx: &Context, key: &str, name: &FileName) -> Result<Download, Failure> {
    let signed = cx
        .s3
        .get_object()
        .bucket(&cx.config.bucket)
        .key(key)
        .response_content_disposition(attachment(name))
        .response_content_type("application/octet-stream")
        .presigned(PresigningConfig::expires_in(DOWNLOAD_FOR).map_err(Failure::internal)?)
        .await
        .map_err(|error| Failure::internal(DisplayErrorContext(error)))?;
    Ok(Download { url: signed.uri().to_owned(), expires_at: after(cx, DOWNLOAD_FOR) })
}

/// The ticket for the one upload of what was declared under an id.
pub(crate) async fn ticket(
    cx: &Context,
    file_id: FileId,
    key: &str,
    length: u64,
    content_type: &str,
) -> Result<Upload, Failure> {
    let Signed { url, headers, expires_at } = sign_upload(cx, key, length, content_type).await?;
    Ok(Upload { file_id, method: UploadMethod::Put, url, headers, expires_at })
}

/// The ticket for a declared file.
pub(super) async fn upload(cx: &Context, file: &FileRecord) -> Result<Upload, Failure> {
    ticket(cx, file.id, &file.object_key, file.size_bytes.bytes(), file.content_type.as_str()).await
}

/// Signs a download of a file.
pub(super) async fn download(cx: &Context, file: &FileRecord) -> Result<Download, Failure> {
    sign_download(cx, &file.object_key, &file.name).await
}

/// The bytes of an object of at most `max` bytes; `None` if nothing is there, or more.
pub(crate) async fn read(cx: &Context, key: &str, max: u64) -> Result<Option<Vec<u8>>, Failure> {
    let found = match cx.s3.get_object().bucket(&cx.config.bucket).key(key).send().await {
        Ok(found) => found,
        Err(error) if error.as_service_error().is_some_and(GetObjectError::is_no_such_key) => {
            return Ok(None);
        }
        Err(error) => return Err(Failure::internal(DisplayErrorContext(error))),
    };
    let length = found.content_length().and_then(|length| u64::try_from(length).ok());
    if length.is_none_or(|length| length > max) {
        return Ok(None);
    }
    let bytes = found.body.collect().await.map_err(Failure::internal)?;
    Ok(Some(bytes.to_vec()))
}

/// Writes an object, whatever stood there.
pub(crate) async fn write(
    cx: &Context,
    key: &str,
    content_type: &str,
    bytes: Vec<u8>,
) -> Result<(), Failure> {
    let put = cx.s3.put_object().bucket(&cx.config.bucket).key(key).content_type(content_type);
    let sent = put.body(ByteStream::from(bytes)).send().await;
    sent.map(drop).map_err(|error| Failure::internal(DisplayErrorContext(error)))
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
