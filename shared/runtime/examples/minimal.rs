//! The least that a function with one call of DynamoDB can be: what the areas' packages are measured against.

use aws_config::BehaviorVersion;
use aws_sdk_dynamodb::{Client, types::AttributeValue};
use lambda_runtime::{Error, LambdaEvent, service_fn};
use serde_json::{Value, json};

#[tokio::main]
async fn main() -> Result<(), Error> {
    let client = Client::new(&aws_config::load_defaults(BehaviorVersion::latest()).await);
    let get = |event: LambdaEvent<Value>| {
        let key = event.payload["pk"].as_str().unwrap_or_default().to_owned();
        let request = client.get_item().table_name("minimal").key("pk", AttributeValue::S(key));
        async move {
            let found = request.send().await?;
            Ok::<_, Error>(json!({ "found": found.item.is_some() }))
        }
    };
    lambda_runtime::run(service_fn(get)).await
}
