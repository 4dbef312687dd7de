//! The Lambda binary of the office area.

#[tokio::main]
async fn main() -> Result<(), lambda_runtime::Error> {
    sild_runtime::serve_operation("office", sild_office::operations()).await
}
