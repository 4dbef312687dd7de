//! S3: objects as files, signatures checked, and CORS for the browser's uploads.

mod cors;
mod store;

use std::path::Path;
use std::sync::Arc;

use axum::Router;
use axum::error_handling::HandleError;
use axum::middleware;
use axum::response::IntoResponse;
use http::StatusCode;
use s3s::auth::SimpleAuth;
use s3s::service::S3ServiceBuilder;
use s3s_fs::FileSystem;

use crate::endpoints::KeyPair;
use crate::error::CloudError;
use crate::state::State as Records;
use store::ObjectStore;

/// The bucket's routes. What was being written when the process died is gone: it was never acknowledged.
pub(crate) fn router(
    folder: &Path,
    bucket: &str,
    pair: &KeyPair,
    records: &Records,
    is_durable: bool,
) -> Result<Router, CloudError> {
    fs_err::create_dir_all(folder.join(bucket)).map_err(CloudError::file(folder))?;
    for (bucket, key) in records.torn_uploads()? {
        store::remove_torn(folder, &bucket, &key)?;
        records.end_upload(&bucket, &key)?;
    }
    let files = FileSystem::new(folder).map_err(|cause| CloudError::Bucket(format!("{cause:?}")))?;
    let store = ObjectStore::new(files, folder.to_owned(), records.clone(), is_durable);
    let mut service = S3ServiceBuilder::new(store);
    service
        .set_auth(SimpleAuth::from_single(pair.id.clone(), Arc::<str>::from(pair.secret.as_str()).as_ref()));
    let service = HandleError::new(service.build(), |cause: s3s::HttpError| async move {
        tracing::error!(?cause, "the bucket does not answer");
        StatusCode::INTERNAL_SERVER_ERROR.into_response()
    });
    Ok(Router::new().fallback_service(service).layer(middleware::from_fn(cors::allow_local_pages)))
}
