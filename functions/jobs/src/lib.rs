//! The jobs: a file each.

use sild_runtime::Job;

/// Every job.
pub const JOBS: &[Job] = &[];
