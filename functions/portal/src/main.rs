//! The Lambda binary of the portal area.

#[tokio::main]
async fn main() -> Result<(), lambda_runtime::Error> {
    sild_runtime::serve_operation("portal", sild_portal::operations()).await
}
