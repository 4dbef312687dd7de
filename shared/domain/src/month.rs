//! Calendar months, as an audit trail is divided into them (S67).

use jiff::{Timestamp, civil::Date, tz::TimeZone};

/// A month of a year, in UTC: `2026-03`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
#[serde(into = "String", try_from = "String")]
pub struct Month {
    year: i16,
    month: i8,
}

/// Why a text is no month. The message begins with the code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("invalid_format: a month reads YYYY-MM")]
pub struct MonthError;

impl MonthError {
    /// The stable code for API answers.
    #[must_use]
    pub const fn code(self) -> &'static str {
        "invalid_format"
    }
}

impl Month {
    /// Reads exactly `YYYY-MM`.
    ///
    /// # Errors
    /// [`MonthError`] for anything else.
    pub fn parse(text: &str) -> Result<Self, MonthError> {
        let is_shaped = text.len() == 7
            && text.bytes().enumerate().all(|(place, byte)| match place {
                4 => byte == b'-',
                _ => byte.is_ascii_digit(),
            });
        let first = format!("{text}-01");
        match first.parse::<Date>() {
            Ok(first) if is_shaped => Ok(Self { year: first.year(), month: first.month() }),
            _ => Err(MonthError),
        }
    }

    /// The month in which an instant lies.
    #[must_use]
    pub fn of(at: Timestamp) -> Self {
        let date = TimeZone::UTC.to_datetime(at).date();
        Self { year: date.year(), month: date.month() }
    }

    /// The month after it.
    #[must_use]
    pub const fn next(self) -> Self {
        match self.month {
            12 => Self { year: self.year.saturating_add(1), month: 1 },
            month => Self { year: self.year, month: month + 1 },
        }
    }
}

impl std::fmt::Display for Month {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:04}-{:02}", self.year, self.month)
    }
}

impl From<Month> for String {
    fn from(month: Month) -> Self {
        month.to_string()
    }
}

impl TryFrom<String> for Month {
    type Error = MonthError;

    fn try_from(text: String) -> Result<Self, MonthError> {
        Self::parse(&text)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_month_is_written_as_it_is_read() {
        for text in ["2026-03", "2026-12", "0001-01"] {
            assert_eq!(Month::parse(text).map(|month| month.to_string()), Ok(text.to_owned()));
        }
        for bad in
            ["", "2026", "2026-3", "2026-13", "2026-00", "2026-03-01", "+026-03", "２026-03", "2026/03"]
        {
            assert_eq!(Month::parse(bad), Err(MonthError), "{bad}");
        }
    }

    #[test]
    fn a_month_ends_where_the_next_begins() {
        let of = |at: &str| Month::of(at.parse().unwrap()).to_string();
        assert_eq!(of("2026-03-31T23:59:59.999Z"), "2026-03");
        assert_eq!(of("2026-04-01T00:00:00Z"), "2026-04");
        assert_eq!(Month::parse("2026-12").unwrap().next().to_string(), "2027-01");
        assert_eq!(Month::parse("2026-01").unwrap().next().to_string(), "2026-02");
    }

    proptest! {
        #[test]
        fn no_text_makes_the_parser_panic(text in "\\PC{0,12}") {
            let _ = Month::parse(&text);
        }
    }
}
