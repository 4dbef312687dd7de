//! The bucket: an export's objects under `x/`, and the files of an office under `o/`.

use aws_sdk_s3::{
    error::DisplayErrorContext,
    primitives::ByteStream,
    types::{Delete, ObjectIdentifier},
};

use crate::{Context, Failure};

/// How many objects are listed and deleted at once.
const AT_ONCE: i32 = 1_000;

/// Writes an object of an export.
pub(super) async fn put(cx: &Context, key: &str, content_type: &str, body: Vec<u8>) -> Result<(), Failure> {
    let put = cx.s3.put_object().bucket(&cx.config.bucket).key(key).content_type(content_type);
    let sent = put.body(ByteStream::from(body)).send().await;
    sent.map(drop).map_err(|error| Failure::internal(DisplayErrorContext(error)))
}

/// Deletes the first thousand objects whose keys begin with `prefix`: how many that were.
pub(super) async fn delete_some(cx: &Context, prefix: &str) -> Result<u32, Failure> {
    let list = cx.s3.list_objects_v2().bucket(&cx.config.bucket).prefix(prefix).max_keys(AT_ONCE);
    let listed = list.send().await.map_err(|error| Failure::internal(DisplayErrorContext(error)))?;
    let keys = listed.contents().iter().filter_map(|object| object.key());
    let objects = keys
        .map(|key| ObjectIdentifier::builder().key(key).build())
        .collect::<Result<Vec<_>, _>>()
        .map_err(Failure::internal)?;
    if objects.is_empty() {
        return Ok(0);
    }
    let count = u32::try_from(objects.len()).map_err(Failure::internal)?;
    let delete =
        Delete::builder().set_objects(Some(objects)).quiet(true).build().map_err(Failure::internal)?;
    let deleted = cx.s3.delete_objects().bucket(&cx.config.bucket).delete(delete).send().await;
    let deleted = deleted.map_err(|error| Failure::internal(DisplayErrorContext(error)))?;
    match deleted.errors().first() {
        None => Ok(count),
        Some(error) => Err(Failure::internal(format!(
            "{} objects were not deleted: {}",
            deleted.errors().len(),
            error.code().unwrap_or("no reason given"),
        ))),
    }
}
