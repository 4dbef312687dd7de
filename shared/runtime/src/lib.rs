//! The composition root. Everything that reads the environment, the wall clock or the operating system's random source
//! stands here, and nothing else does.

pub mod chance;
pub mod lambda;
pub mod services;
pub mod settings;
pub mod telemetry;

pub use chance::{OsEntropy, WallClock};
pub use lambda::{Job, routes_of, serve_job, serve_operation};
pub use services::{Endpoints, Services};
