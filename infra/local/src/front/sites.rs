//! The built web apps: hashed assets that never change, and the office app's page for every other path.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use axum::body::Body;
use axum::extract::Request;
use axum::response::{IntoResponse, Response};
use http::{HeaderValue, Method, StatusCode, header};
use tower::{Layer, ServiceExt};
use tower_http::compression::CompressionLayer;
use tower_http::compression::predicate::SizeAbove;
use tower_http::services::ServeDir;

use crate::error::CloudError;

/// Where the built files are.
#[derive(Clone, Debug, Default)]
pub struct StaticSites {
    /// Folders served under a path of their own.
    pub mounts: Vec<Mount>,
    /// The office app's page.
    pub index: PathBuf,
}

/// A folder of built files under a path.
#[derive(Clone, Debug)]
pub struct Mount {
    /// Begins with a slash and does not end with one, as `/assets/office`.
    pub path: String,
    /// The folder that the path's rest is looked up in.
    pub folder: PathBuf,
}

#[derive(Clone)]
pub(super) struct Sites {
    mounts: Arc<Vec<Mount>>,
    index: Arc<PathBuf>,
}

const FOREVER: HeaderValue = HeaderValue::from_static("public, max-age=31536000, immutable");
const ASK_EACH_TIME: HeaderValue = HeaderValue::from_static("no-cache");

/// What Vite puts after the name of a file.
const HASH_CHARS: usize = 8;

/// Smaller answers travel in one packet anyway.
const COMPRESS_ABOVE_BYTES: u64 = 860;

impl Sites {
    pub(super) fn new(sites: StaticSites) -> Result<Self, CloudError> {
        for mount in &sites.mounts {
            if !mount.path.starts_with('/') || mount.path.ends_with('/') {
                return Err(CloudError::Front(format!(
                    "{:?} is not a path to serve files under",
                    mount.path
                )));
            }
        }
        Ok(Self { mounts: Arc::new(sites.mounts), index: Arc::new(sites.index) })
    }

    /// The mount that the path is under.
    pub(super) fn mount(&self, path: &str) -> Option<usize> {
        self.mounts.iter().position(|mount| super::is_under(path, &mount.path))
    }

    /// A file of a mount; what is not there is a plain 404.
    pub(super) async fn asset(&self, mount: usize, mut request: Request) -> Response {
        let Some(mount) = self.mounts.get(mount) else {
            return StatusCode::NOT_FOUND.into_response();
        };
        let rest = request.uri().path().get(mount.path.len()..).unwrap_or_default();
        let rest = if rest.is_empty() { "/" } else { rest };
        let is_hashed = is_hashed(Path::new(rest));
        let Ok(uri) = rest.parse() else {
            return StatusCode::NOT_FOUND.into_response();
        };
        *request.uri_mut() = uri;
        let mut response =
            send(ServeDir::new(&mount.folder).append_index_html_on_directories(true), request).await;
        let is_found = response.status().is_success() || response.status() == StatusCode::NOT_MODIFIED;
        let lifetime = if is_found && is_hashed { FOREVER } else { ASK_EACH_TIME };
        response.headers_mut().insert(header::CACHE_CONTROL, lifetime);
        response
    }

    /// The office app's page, for `/` and every path that the app itself reads.
    pub(super) async fn index(&self, request: Request) -> Response {
        if request.method() != Method::GET && request.method() != Method::HEAD {
            return StatusCode::METHOD_NOT_ALLOWED.into_response();
        }
        let looks_like_file = Path::new(request.uri().path()).extension().is_some();
        if let (true, Some(folder)) = (looks_like_file, self.index.parent()) {
            // Such as /favicon.ico and /robots.txt: beside the page, or nowhere.
            let mut response = send(ServeDir::new(folder), request).await;
            response.headers_mut().insert(header::CACHE_CONTROL, ASK_EACH_TIME);
            return response;
        }
        let mut response = send(tower_http::services::ServeFile::new(self.index.as_path()), request).await;
        if response.status() == StatusCode::NOT_FOUND {
            let text = "The office app is not built: npm run build makes it.\n";
            return (StatusCode::NOT_FOUND, text).into_response();
        }
        response.headers_mut().insert(header::CACHE_CONTROL, ASK_EACH_TIME);
        response
    }
}

/// Whether a build named the file after its content: eight signs before the ending.
fn is_hashed(file: &Path) -> bool {
    let name = file.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default();
    let hash = name.len().checked_sub(HASH_CHARS + 1).and_then(|at| name.get(at..)?.strip_prefix('-'));
    file.extension().is_some() && hash.is_some()
}

/// Serves files compressed, as CloudFront does.
async fn send<S>(files: S, request: Request) -> Response
where
    S: tower::Service<Request, Response = Response<tower_http::services::fs::ServeFileSystemResponseBody>>
        + Send
        + 'static,
    S::Error: std::fmt::Display,
    S::Future: Send,
{
    let service = CompressionLayer::new().compress_when(SizeAbove::new(COMPRESS_ABOVE_BYTES)).layer(files);
    match service.oneshot(request).await {
        Ok(response) => response.map(Body::new),
        Err(cause) => {
            tracing::error!(%cause, "a file cannot be read");
            StatusCode::INTERNAL_SERVER_ERROR.into_response()
        }
    }
}
