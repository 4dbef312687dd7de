//! The Lambda binary of the public area.

#[tokio::main]
async fn main() -> Result<(), lambda_runtime::Error> {
    sild_runtime::serve_operation("public", sild_public::operations()).await
}
