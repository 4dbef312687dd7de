//! Logs: one JSON line an event, to the standard output that CloudWatch reads.

use tracing_subscriber::{EnvFilter, fmt, layer::SubscriberExt as _, util::SubscriberInitExt as _};

/// Starts logging; `SILD_LOG` chooses what, `info` unless set. Calling it twice does nothing more.
pub fn start() {
    let filter = EnvFilter::try_from_env("SILD_LOG").unwrap_or_else(|_| EnvFilter::new("info"));
    let lines = fmt::layer().json().flatten_event(true).with_current_span(true).with_span_list(false);
    // A second call finds a subscriber in place, which is what it wanted.
    let _ = tracing_subscriber::registry().with(filter).with(lines).try_init();
}

/// Starts logging for a person at a terminal: short lines to the standard error, warnings unless `SILD_LOG` says otherwise.
pub fn start_quietly() {
    let filter = EnvFilter::try_from_env("SILD_LOG").unwrap_or_else(|_| EnvFilter::new("warn"));
    let lines = fmt::layer().compact().with_writer(std::io::stderr).with_target(false);
    // A second call finds a subscriber in place, which is what it wanted.
    let _ = tracing_subscriber::registry().with(filter).with(lines).try_init();
}
