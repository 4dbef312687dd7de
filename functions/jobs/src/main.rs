//! The Lambda binary of the jobs.

#[tokio::main]
async fn main() -> Result<(), lambda_runtime::Error> {
    sild_runtime::serve_job(sild_jobs::JOBS).await
}
