//! Logs and metrics: lines of JSON on the standard output, which CloudWatch reads.

use lambda_runtime::Error;
use metrics_cloudwatch_embedded::{Builder, Collector};
use tracing::level_filters::LevelFilter;
use tracing_subscriber::{filter::Targets, fmt, layer::SubscriberExt as _, util::SubscriberInitExt as _};

/// Starts logging; `SILD_LOG` chooses what, `info` unless set. Calling it twice does nothing more.
pub fn start() {
    let filter = chosen(LevelFilter::INFO);
    let lines = fmt::layer().json().flatten_event(true).with_current_span(true).with_span_list(false);
    // A second call finds a subscriber in place, which is what it wanted.
    let _ = tracing_subscriber::registry().with(filter).with(lines).try_init();
}

/// Starts logging for a person at a terminal: short lines to the standard error, warnings unless `SILD_LOG` says otherwise.
pub fn start_quietly() {
    let filter = chosen(LevelFilter::WARN);
    let lines = fmt::layer().compact().with_writer(std::io::stderr).with_target(false);
    // A second call finds a subscriber in place, which is what it wanted.
    let _ = tracing_subscriber::registry().with(filter).with(lines).try_init();
}

/// What `SILD_LOG` says, such as `info,sild_store=debug`; `otherwise` where it is unset or cannot be read. Levels by module,
/// without the patterns over fields that would put an engine of regular expressions into every function.
#[expect(
    clippy::disallowed_methods,
    reason = "logging starts before the settings are read, and tells of what is wrong with them"
)]
fn chosen(otherwise: LevelFilter) -> Targets {
    let said = std::env::var("SILD_LOG").ok().and_then(|said| said.parse().ok());
    said.unwrap_or_else(|| Targets::new().with_default(otherwise))
}

/// What a function counts, as a line in CloudWatch's embedded metric format after each invocation that counted anything.
/// docs/operations/logs.md says what each metric means.
#[derive(Clone, Copy)]
pub struct Metrics(&'static Collector);

impl Metrics {
    /// Starts counting for this process.
    ///
    /// # Errors
    /// When somebody counts already.
    pub fn start(stack: String, area: &'static str) -> Result<Self, Error> {
        of(stack, area).init().map(Self)
    }

    /// Writes what was counted since the last time. Metrics are not worth failing for.
    pub fn write(self) {
        if let Err(cause) = self.0.flush(std::io::stdout().lock()) {
            tracing::warn!(%cause, "metrics could not be written");
        }
    }
}

fn of(stack: String, area: &'static str) -> Builder {
    Builder::new().cloudwatch_namespace("Sild").with_dimension("Stack", stack).with_dimension("Area", area)
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    fn written(metrics: Metrics) -> Vec<Value> {
        let mut bytes = Vec::new();
        metrics.0.flush(&mut bytes).unwrap();
        bytes
            .split(|byte| *byte == b'\n')
            .filter(|line| !line.is_empty())
            .map(|line| serde_json::from_slice(line).unwrap())
            .collect()
    }

    #[test]
    fn what_was_counted_is_one_line_that_cloudwatch_reads_and_is_written_once() {
        let metrics = Metrics(of("sild".to_owned(), "jobs").with_timestamp(1).init().unwrap());
        assert_eq!(written(metrics), Vec::<Value>::new());
        metrics::counter!("MailsSent").increment(2);
        metrics::histogram!("OutboxDelay").record(0.5);
        let [line] = written(metrics).try_into().unwrap();
        assert_eq!(line["Stack"], "sild");
        assert_eq!(line["Area"], "jobs");
        assert_eq!(line["MailsSent"], 2);
        assert_eq!(line["OutboxDelay"], json!([0.5]));
        let told = &line["_aws"]["CloudWatchMetrics"][0];
        assert_eq!(told["Namespace"], "Sild");
        assert_eq!(told["Dimensions"], json!([["Stack", "Area"]]));
        assert_eq!(written(metrics), Vec::<Value>::new());
    }
}
