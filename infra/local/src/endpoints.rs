//! Where the cloud's services listen, and the key that opens them.

use aws_credential_types::Credentials;
use aws_credential_types::provider::SharedCredentialsProvider;
use aws_smithy_runtime_api::client::behavior_version::BehaviorVersion;
use aws_types::SdkConfig;
use aws_types::region::Region;
use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use base64::Engine;
use http::{StatusCode, header};

use crate::error::CloudError;
use crate::state::State as Records;

/// The region that every client of the cloud names.
pub const REGION: &str = "eu-north-1";

/// The account in the cloud's ARNs.
pub const ACCOUNT: &str = "000000000000";

/// The base addresses of the services and the credentials that they take.
#[derive(Clone, Debug)]
pub struct Endpoints {
    /// `http://127.0.0.1:<port>`.
    pub dynamodb: String,
    /// `http://127.0.0.1:<port>`; the browser's uploads and downloads go here too.
    pub s3: String,
    /// `http://127.0.0.1:<port>`.
    pub ses: String,
    /// `http://127.0.0.1:<port>`.
    pub scheduler: String,
    /// The region to sign for.
    pub region: String,
    /// Drawn for each data folder; no page in a browser can guess it.
    pub access_key_id: String,
    /// Goes with `access_key_id`.
    pub secret_access_key: String,
}

impl Endpoints {
    /// The settings for a client of the service that listens at `endpoint`. S3 clients also need path style.
    #[must_use]
    pub fn sdk_config(&self, endpoint: &str) -> SdkConfig {
        let credentials =
            Credentials::new(&self.access_key_id, &self.secret_access_key, None, None, "one-machine");
        SdkConfig::builder()
            .behavior_version(BehaviorVersion::latest())
            .region(Region::new(self.region.clone()))
            .endpoint_url(endpoint)
            .credentials_provider(SharedCredentialsProvider::new(credentials))
            .build()
    }
}

/// An access key and its secret.
#[derive(Clone)]
pub(crate) struct KeyPair {
    pub(crate) id: String,
    pub(crate) secret: String,
}

impl KeyPair {
    /// The data folder's own pair, drawn when it is first used.
    pub(crate) fn of(records: &Records) -> Result<Self, CloudError> {
        if let Some(stored) = records.setting("key_pair")?
            && let Some((id, secret)) = stored.split_once(' ')
        {
            return Ok(Self { id: id.to_owned(), secret: secret.to_owned() });
        }
        let pair = Self { id: format!("LOCAL{}", random_text(12)?), secret: random_text(30)? };
        records.set_setting("key_pair", &format!("{} {}", pair.id, pair.secret))?;
        Ok(pair)
    }
}

fn random_text(bytes: usize) -> Result<String, CloudError> {
    let mut drawn = vec![0_u8; bytes];
    getrandom::fill(&mut drawn).map_err(CloudError::Randomness)?;
    Ok(base64::engine::general_purpose::URL_SAFE_NO_PAD.encode(drawn))
}

/// Lets only SDK clients through: a request that names our key and does not come from a page.
pub(crate) async fn require_key(State(pair): State<KeyPair>, request: Request, next: Next) -> Response {
    let headers = request.headers();
    let names_key = headers
        .get(header::AUTHORIZATION)
        .and_then(|value| value.to_str().ok())
        .is_some_and(|value| value.contains(&format!("Credential={}/", pair.id)));
    if !names_key || headers.contains_key(header::ORIGIN) {
        let body = r#"{"__type":"UnrecognizedClientException","message":"The security token included in the request is invalid."}"#;
        return (
            StatusCode::FORBIDDEN,
            [("x-amzn-errortype", "UnrecognizedClientException"), ("content-type", "application/json")],
            body,
        )
            .into_response();
    }
    next.run(request).await
}
