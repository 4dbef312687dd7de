//! Every AWS call that the product makes, with the answers that it relies on. A check knows only a
//! [`Target`]: addresses, a key and names. So the same checks run against any other set of endpoints.

mod dynamodb;
mod s3;
pub(crate) mod scheduler;
pub(crate) mod ses;

use aws_sdk_dynamodb::config::{BehaviorVersion, Credentials, Region};
use serde::Deserialize;

/// A set of endpoints to check, with what must exist there.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Target {
    pub(crate) dynamodb: String,
    pub(crate) s3: String,
    pub(crate) ses: String,
    pub(crate) scheduler: String,
    pub(crate) region: String,
    pub(crate) access_key_id: String,
    pub(crate) secret_access_key: String,
    /// A table with keys `pk`, `sk` and an index `gsi1` on `gsi1pk`, `gsi1sk`.
    pub(crate) table: String,
    pub(crate) bucket: String,
    pub(crate) schedule_group: String,
    /// A function that schedules may call, and the role to call it with.
    pub(crate) function_arn: String,
    pub(crate) role_arn: String,
    /// An address that SES may send from.
    pub(crate) sender: String,
}

impl Target {
    /// The endpoints that whoever runs the tests names.
    #[expect(clippy::disallowed_methods, reason = "a test has no command line of its own")]
    fn told() -> Self {
        let file = std::env::var("SILD_CONTRACT_TARGET").unwrap();
        serde_json::from_slice(&std::fs::read(file).unwrap()).unwrap()
    }

    fn credentials(&self) -> Credentials {
        Credentials::new(&self.access_key_id, &self.secret_access_key, None, None, "contract")
    }

    pub(crate) fn dynamodb(&self) -> aws_sdk_dynamodb::Client {
        let config = aws_sdk_dynamodb::Config::builder()
            .behavior_version(BehaviorVersion::latest())
            .region(Region::new(self.region.clone()))
            .endpoint_url(&self.dynamodb)
            .credentials_provider(self.credentials());
        aws_sdk_dynamodb::Client::from_conf(config.build())
    }

    pub(crate) fn s3(&self) -> aws_sdk_s3::Client {
        let config = aws_sdk_s3::Config::builder()
            .behavior_version(BehaviorVersion::latest())
            .region(Region::new(self.region.clone()))
            .endpoint_url(&self.s3)
            .force_path_style(true)
            .credentials_provider(self.credentials());
        aws_sdk_s3::Client::from_conf(config.build())
    }

    pub(crate) fn ses(&self) -> aws_sdk_sesv2::Client {
        let config = aws_sdk_sesv2::Config::builder()
            .behavior_version(BehaviorVersion::latest())
            .region(Region::new(self.region.clone()))
            .endpoint_url(&self.ses)
            .credentials_provider(self.credentials());
        aws_sdk_sesv2::Client::from_conf(config.build())
    }

    pub(crate) fn scheduler(&self) -> aws_sdk_scheduler::Client {
        let config = aws_sdk_scheduler::Config::builder()
            .behavior_version(BehaviorVersion::latest())
            .region(Region::new(self.region.clone()))
            .endpoint_url(&self.scheduler)
            .credentials_provider(self.credentials());
        aws_sdk_scheduler::Client::from_conf(config.build())
    }
}

/// Makes two tests of each check: on a one-machine cloud of its own, and on the endpoints that `SILD_CONTRACT_TARGET`
/// names, a file with a [`Target`] as JSON.
macro_rules! checks {
    ($($check:ident),* $(,)?) => {
        mod on_one_machine {
            $(
                #[tokio::test]
                async fn $check() {
                    let machine = crate::support::Machine::start().await;
                    super::$check(&machine.target()).await;
                }
            )*
        }

        mod elsewhere {
            $(
                #[tokio::test]
                #[ignore = "needs SILD_CONTRACT_TARGET"]
                async fn $check() {
                    super::$check(&crate::contract::Target::told()).await;
                }
            )*
        }
    };
}
pub(crate) use checks;
