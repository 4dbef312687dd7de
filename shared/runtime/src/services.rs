//! The SDK's clients: one configuration a process, and only the endpoints differ between AWS, one machine and a test.

use std::sync::Arc;

use aws_credential_types::Credentials;
use aws_smithy_runtime_api::client::http::SharedHttpClient;
use aws_types::{SdkConfig, region::Region};
use sild_app::{Clock, Config, Context, Entropy};
use sild_store::Table;

/// Where the services answer when it is not AWS.
#[derive(Debug, Clone)]
pub struct Endpoints {
    /// DynamoDB.
    pub dynamodb: String,
    /// S3, addressed by path.
    pub s3: String,
    /// SES v2.
    pub ses: String,
    /// EventBridge Scheduler.
    pub scheduler: String,
    /// The access key that they accept.
    pub access_key: String,
    /// Its secret.
    pub secret_key: String,
}

/// How to reach the services.
#[derive(Debug, Clone)]
pub struct Services {
    sdk: SdkConfig,
    endpoints: Option<Endpoints>,
}

impl Services {
    /// AWS, with the region and credentials of the environment.
    pub async fn aws() -> Self {
        let sdk = aws_config::load_defaults(aws_config::BehaviorVersion::latest()).await;
        Self { sdk, endpoints: None }
    }

    /// Other endpoints; `http_client` takes the place of the SDK's own, to count or to hinder calls.
    pub async fn at(endpoints: Endpoints, http_client: Option<SharedHttpClient>) -> Self {
        let credentials =
            Credentials::new(&endpoints.access_key, &endpoints.secret_key, None, None, "one-machine");
        let mut loader = aws_config::defaults(aws_config::BehaviorVersion::latest())
            .region(Region::new("eu-north-1"))
            .credentials_provider(credentials);
        if let Some(client) = http_client {
            loader = loader.http_client(client);
        }
        let sdk = loader.load().await;
        Self { sdk, endpoints: Some(endpoints) }
    }

    /// The context that use cases work with.
    #[must_use]
    pub fn context(
        &self,
        table_name: &str,
        config: Arc<Config>,
        clock: Arc<dyn Clock>,
        entropy: Arc<dyn Entropy>,
    ) -> Context {
        let mut dynamodb = aws_sdk_dynamodb::config::Builder::from(&self.sdk);
        let mut s3 = aws_sdk_s3::config::Builder::from(&self.sdk);
        let mut ses = aws_sdk_sesv2::config::Builder::from(&self.sdk);
        let mut scheduler = aws_sdk_scheduler::config::Builder::from(&self.sdk);
        if let Some(endpoints) = &self.endpoints {
            dynamodb = dynamodb.endpoint_url(&endpoints.dynamodb);
            s3 = s3.endpoint_url(&endpoints.s3).force_path_style(true);
            ses = ses.endpoint_url(&endpoints.ses);
            scheduler = scheduler.endpoint_url(&endpoints.scheduler);
        }
        Context {
            table: Table::new(aws_sdk_dynamodb::Client::from_conf(dynamodb.build()), table_name),
            s3: aws_sdk_s3::Client::from_conf(s3.build()),
            ses: aws_sdk_sesv2::Client::from_conf(ses.build()),
            scheduler: aws_sdk_scheduler::Client::from_conf(scheduler.build()),
            clock,
            entropy,
            config,
        }
    }
}
