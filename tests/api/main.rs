//! Each operation from outside: what it does, what it refuses, and that refusing leaves no trace.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod compression;
mod desk;
mod jobs;
mod not_modified;
mod office;
mod portal;
mod public;
mod trace;
mod uploads;
