//! The operations that the product calls, over files: conditional puts are atomic, whole objects are durable.

use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use s3s::dto::{
    CopyObjectInput, CopyObjectOutput, DeleteObjectInput, DeleteObjectOutput, DeleteObjectsInput,
    DeleteObjectsOutput, GetObjectInput, GetObjectOutput, HeadBucketInput, HeadBucketOutput, HeadObjectInput,
    HeadObjectOutput, ListObjectsV2Input, ListObjectsV2Output, PutObjectInput, PutObjectOutput,
};
use s3s::{S3, S3Request, S3Response, S3Result, s3_error};
use s3s_fs::FileSystem;

use crate::error::CloudError;
use crate::state::State as Records;

/// `s3s-fs` behind what a kill -9 and two writers at once ask for.
pub(super) struct ObjectStore {
    files: FileSystem,
    folder: PathBuf,
    records: Records,
    is_durable: bool,
    under_way: Arc<Mutex<HashSet<PathBuf>>>,
}

impl ObjectStore {
    pub(super) fn new(files: FileSystem, folder: PathBuf, records: Records, is_durable: bool) -> Self {
        Self { files, folder, records, is_durable, under_way: Arc::default() }
    }

    /// Takes the key for one writer; a second one meanwhile is told so, as S3 does.
    fn claim(&self, object: &Path) -> S3Result<Claim> {
        let mut under_way = self.under_way.lock().unwrap_or_else(PoisonError::into_inner);
        if under_way.insert(object.to_owned()) {
            Ok(Claim { under_way: Arc::clone(&self.under_way), object: object.to_owned() })
        } else {
            Err(s3_error!(ConditionalRequestConflict, "Another write to this key is under way"))
        }
    }

    async fn flush(&self, object: &Path) -> S3Result<()> {
        if !self.is_durable {
            return Ok(());
        }
        let file = tokio::fs::File::open(object).await.map_err(|cause| s3_error!(cause, InternalError))?;
        file.sync_all().await.map_err(|cause| s3_error!(cause, InternalError))
    }
}

struct Claim {
    under_way: Arc<Mutex<HashSet<PathBuf>>>,
    object: PathBuf,
}

impl Drop for Claim {
    fn drop(&mut self) {
        self.under_way.lock().unwrap_or_else(PoisonError::into_inner).remove(&self.object);
    }
}

/// Where an object's bytes are, for a key that stays inside its bucket.
fn object_path(folder: &Path, bucket: &str, key: &str) -> Option<PathBuf> {
    let is_plain = |part: &str| !part.is_empty() && part != "." && part != "..";
    key.split('/').all(is_plain).then(|| folder.join(bucket).join(key))
}

/// Removes an object whose making was cut off.
pub(super) fn remove_torn(folder: &Path, bucket: &str, key: &str) -> Result<(), CloudError> {
    let Some(object) = object_path(folder, bucket, key) else { return Ok(()) };
    match fs_err::remove_file(&object) {
        Err(cause) if cause.kind() != std::io::ErrorKind::NotFound => Err(CloudError::file(object)(cause)),
        _ => Ok(()),
    }
}

fn records_failed(cause: rusqlite::Error) -> s3s::S3Error {
    s3_error!(cause, InternalError)
}

#[async_trait::async_trait]
impl S3 for ObjectStore {
    async fn put_object(&self, request: S3Request<PutObjectInput>) -> S3Result<S3Response<PutObjectOutput>> {
        let (bucket, key) = (request.input.bucket.clone(), request.input.key.clone());
        let object = object_path(&self.folder, &bucket, &key)
            .ok_or_else(|| s3_error!(InvalidArgument, "The key has an empty part or leaves its bucket"))?;
        let _claim = self.claim(&object)?;
        let is_new = !object.exists();
        if is_new {
            self.records.begin_upload(&bucket, &key).map_err(records_failed)?;
        }
        let outcome = self.files.put_object(request).await;
        if outcome.is_ok() {
            self.flush(&object).await?;
        } else if is_new {
            // What failed a digest is on disk by then, and was never accepted.
            remove_torn(&self.folder, &bucket, &key).map_err(|cause| s3_error!(cause, InternalError))?;
        }
        self.records.end_upload(&bucket, &key).map_err(records_failed)?;
        outcome
    }

    async fn get_object(&self, request: S3Request<GetObjectInput>) -> S3Result<S3Response<GetObjectOutput>> {
        self.files.get_object(request).await
    }

    async fn head_object(
        &self,
        request: S3Request<HeadObjectInput>,
    ) -> S3Result<S3Response<HeadObjectOutput>> {
        self.files.head_object(request).await
    }

    async fn copy_object(
        &self,
        request: S3Request<CopyObjectInput>,
    ) -> S3Result<S3Response<CopyObjectOutput>> {
        self.files.copy_object(request).await
    }

    async fn delete_object(
        &self,
        request: S3Request<DeleteObjectInput>,
    ) -> S3Result<S3Response<DeleteObjectOutput>> {
        self.files.delete_object(request).await
    }

    async fn delete_objects(
        &self,
        request: S3Request<DeleteObjectsInput>,
    ) -> S3Result<S3Response<DeleteObjectsOutput>> {
        self.files.delete_objects(request).await
    }

    async fn head_bucket(
        &self,
        request: S3Request<HeadBucketInput>,
    ) -> S3Result<S3Response<HeadBucketOutput>> {
        self.files.head_bucket(request).await
    }

    async fn list_objects_v2(
        &self,
        request: S3Request<ListObjectsV2Input>,
    ) -> S3Result<S3Response<ListObjectsV2Output>> {
        self.files.list_objects_v2(request).await
    }
}
