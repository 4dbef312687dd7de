//! The id that follows a request wherever it leads.

use std::fmt;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// The root of an AWS X-Ray trace, `1-<seconds in hex>-<24 hex digits>`: the id of one request, and of everything that
/// comes of it through the outbox, schedules and mails.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct TraceId(String);

/// The text is no trace id.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a trace id is `1-<8 hex digits>-<24 hex digits>`")]
pub struct InvalidTraceId;

impl TraceId {
    /// A new trace that begins at an instant.
    #[must_use]
    pub fn new(at: Timestamp, random: [u8; 12]) -> Self {
        let chance = random.iter().fold(0_u128, |chance, byte| (chance << 8) | u128::from(*byte));
        Self(format!("1-{:08x}-{chance:024x}", at.as_second().clamp(0, i64::from(u32::MAX))))
    }

    /// Takes a trace id that was written down.
    ///
    /// # Errors
    /// [`InvalidTraceId`]
    pub fn parse(text: &str) -> Result<Self, InvalidTraceId> {
        let is_hex = |part: &str, length: usize| {
            part.len() == length && part.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
        };
        match text.split('-').collect::<Vec<_>>().as_slice() {
            ["1", began, chance] if is_hex(began, 8) && is_hex(chance, 24) => Ok(Self(text.to_owned())),
            _ => Err(InvalidTraceId),
        }
    }

    /// The root in a header `X-Amzn-Trace-Id`, such as `Root=1-…;Parent=…;Sampled=1`.
    #[must_use]
    pub fn from_header(header: &str) -> Option<Self> {
        let root = header.split(';').find_map(|part| part.trim().strip_prefix("Root="));
        root.and_then(|root| Self::parse(root).ok())
    }

    /// As it is written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for TraceId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl TryFrom<String> for TraceId {
    type Error = InvalidTraceId;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        Self::parse(&text)
    }
}

impl From<TraceId> for String {
    fn from(trace: TraceId) -> Self {
        trace.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ROOT: &str = "1-69a54380-0000000000000000000000ff";

    #[test]
    fn a_new_trace_says_when_it_began() {
        let mut random = [0; 12];
        random[11] = 255;
        let began = "2026-03-02T08:00:00Z".parse::<Timestamp>().unwrap();
        assert_eq!(TraceId::new(began, random).as_str(), ROOT);
        assert_eq!(TraceId::parse(ROOT), Ok(TraceId::new(began, random)));
        let before = "1969-01-01T00:00:00Z".parse().unwrap();
        assert!(TraceId::parse(TraceId::new(before, [255; 12]).as_str()).is_ok());
    }

    #[test]
    fn the_root_is_taken_out_of_a_header() {
        let root = Some(TraceId::parse(ROOT).unwrap());
        assert_eq!(TraceId::from_header(&format!("Root={ROOT}")), root);
        assert_eq!(
            TraceId::from_header(&format!("Self=1-2-3; Root={ROOT};Parent=53995c3f42cd8ad8;Sampled=0")),
            root
        );
    }

    #[test]
    fn anything_else_is_refused() {
        for text in [
            "",
            "1",
            "2-69a54300-0000000000000000000000ff",
            "1-69A54300-0000000000000000000000ff",
            "1-69a54380-0000000000000000000000ff-",
            "1-69a5430-00000000000000000000000ff",
            "1-69a54300-0000000000000000000000f\n",
        ] {
            assert_eq!(TraceId::parse(text), Err(InvalidTraceId), "{text}");
            assert_eq!(TraceId::from_header(&format!("Root={text}")), None, "{text}");
        }
        assert_eq!(TraceId::from_header(ROOT), None);
    }
}
