//! Time zones by name, and the office's day.

use std::sync::LazyLock;

use jiff::{
    Timestamp,
    civil::{Date, time},
    tz::{TimeZone, TimeZoneDatabase},
};

/// Only the tables that are built in, so that every machine answers alike.
static ZONES: LazyLock<TimeZoneDatabase> = LazyLock::new(TimeZoneDatabase::bundled);

/// A time zone of the IANA database, such as `Europe/Tallinn`.
#[derive(Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct TimeZoneName {
    name: String,
    zone: TimeZone,
}

/// No time zone has this name. The message begins with the code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("invalid_time_zone: no time zone has this name")]
pub struct UnknownTimeZone;

impl UnknownTimeZone {
    /// The stable code for API answers.
    #[must_use]
    pub const fn code(self) -> &'static str {
        "invalid_time_zone"
    }
}

impl TimeZoneName {
    /// Looks `name` up, whatever its case, and keeps it as the database spells it.
    ///
    /// # Errors
    /// [`UnknownTimeZone`] if the database has no such name.
    pub fn parse(name: &str) -> Result<Self, UnknownTimeZone> {
        let zone = ZONES.get(name).map_err(|_| UnknownTimeZone)?;
        let name = zone.iana_name().ok_or(UnknownTimeZone)?.to_owned();
        Ok(Self { name, zone })
    }

    /// The name, as the database spells it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.name
    }

    /// The zone itself.
    #[must_use]
    pub const fn zone(&self) -> &TimeZone {
        &self.zone
    }

    /// The date that clocks in this zone show at `now`: what "today" means to an office (S40).
    #[must_use]
    pub fn today(&self, now: Timestamp) -> Date {
        self.zone.to_datetime(now).date()
    }

    /// The next instant after `now` at which clocks in this zone show `hour`:00 (0–23; more counts as
    /// 23). If that hour is skipped on a day, the run is as much later as clocks jump; if it comes
    /// twice, the first counts.
    #[must_use]
    pub fn daily_run(&self, now: Timestamp, hour: u8) -> Timestamp {
        let hour = i8::try_from(hour.min(23)).unwrap_or(23);
        let mut day = self.today(now);
        loop {
            let run = self.zone.to_timestamp(day.to_datetime(time(hour, 0, 0, 0))).unwrap_or(Timestamp::MAX);
            let Ok(tomorrow) = day.tomorrow() else {
                return run;
            };
            if run > now {
                return run;
            }
            day = tomorrow;
        }
    }
}

impl std::fmt::Display for TimeZoneName {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.name)
    }
}

impl std::fmt::Debug for TimeZoneName {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "TimeZoneName({})", self.name)
    }
}

impl std::str::FromStr for TimeZoneName {
    type Err = UnknownTimeZone;

    fn from_str(name: &str) -> Result<Self, UnknownTimeZone> {
        Self::parse(name)
    }
}

impl TryFrom<String> for TimeZoneName {
    type Error = UnknownTimeZone;

    fn try_from(name: String) -> Result<Self, UnknownTimeZone> {
        Self::parse(&name)
    }
}

impl From<TimeZoneName> for String {
    fn from(name: TimeZoneName) -> Self {
        name.name
    }
}

impl utoipa::PartialSchema for TimeZoneName {
    fn schema() -> utoipa::openapi::RefOr<utoipa::openapi::schema::Schema> {
        utoipa::openapi::schema::ObjectBuilder::new()
            .schema_type(utoipa::openapi::schema::SchemaType::Type(utoipa::openapi::schema::Type::String))
            .description(Some("A time zone of the IANA database."))
            .examples(["Europe/Tallinn"])
            .into()
    }
}

impl utoipa::ToSchema for TimeZoneName {}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use proptest::prelude::*;

    fn at(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    #[test]
    fn names_are_kept_as_the_database_spells_them() {
        assert_eq!(TimeZoneName::parse("europe/tallinn").unwrap().as_str(), "Europe/Tallinn");
        for bad in ["", "Europe", "Europe/Nowhere", "../etc/passwd", "+03:00", "Europe/Tallinn\0"] {
            assert_eq!(TimeZoneName::parse(bad), Err(UnknownTimeZone), "{bad:?}");
        }
        let json = "\"Europe/Helsinki\"";
        let zone = serde_json::from_str::<TimeZoneName>(json).unwrap();
        assert_eq!(serde_json::to_string(&zone).unwrap(), json);
        assert_eq!(crate::field_code(&UnknownTimeZone.to_string()), UnknownTimeZone.code());
    }

    #[test]
    fn today_is_the_date_in_the_zone() {
        let tallinn = TimeZoneName::parse("Europe/Tallinn").unwrap();
        assert_eq!(tallinn.today(at("2026-03-01T21:59:59Z")), date(2026, 3, 1));
        assert_eq!(tallinn.today(at("2026-03-01T22:00:00Z")), date(2026, 3, 2));
        let honolulu = TimeZoneName::parse("Pacific/Honolulu").unwrap();
        assert_eq!(honolulu.today(at("2026-03-02T09:00:00Z")), date(2026, 3, 1));
    }

    #[test]
    fn the_daily_run_keeps_its_local_hour_across_clock_changes() {
        let tallinn = TimeZoneName::parse("Europe/Tallinn").unwrap();
        for (now, run) in [
            ("2026-03-28T03:59:59Z", "2026-03-28T04:00:00Z"),
            ("2026-03-28T04:00:00Z", "2026-03-29T03:00:00Z"),
            ("2026-10-24T03:00:00Z", "2026-10-25T04:00:00Z"),
        ] {
            assert_eq!(tallinn.daily_run(at(now), 6), at(run), "{now}");
        }
    }

    #[test]
    fn a_skipped_hour_runs_later_and_a_doubled_one_runs_once() {
        let tallinn = TimeZoneName::parse("Europe/Tallinn").unwrap();
        // On 29 March 2026 clocks jump from 03:00 to 04:00; on 25 October 03:00–04:00 comes twice.
        assert_eq!(tallinn.daily_run(at("2026-03-28T12:00:00Z"), 3), at("2026-03-29T01:00:00Z"));
        let first = tallinn.daily_run(at("2026-10-24T12:00:00Z"), 3);
        assert_eq!(first, at("2026-10-25T00:00:00Z"));
        assert_eq!(tallinn.daily_run(first, 3), at("2026-10-26T01:00:00Z"));
    }

    proptest! {
        #[test]
        fn every_day_has_one_run_whatever_clocks_do(
            name in prop::sample::select(vec![
                "Europe/Tallinn",
                "Europe/Lisbon",
                "America/Santiago",
                "Australia/Lord_Howe",
                "Africa/Cairo",
                "Asia/Kathmandu",
                "UTC",
            ]),
            hour in 0_u8..24,
            start_second in 1_577_836_800_i64..2_208_988_800,
        ) {
            let zone = TimeZoneName::parse(name).unwrap();
            let mut now = Timestamp::from_second(start_second).unwrap();
            let mut days = Vec::new();
            for _ in 0..400 {
                let run = zone.daily_run(now, hour);
                prop_assert!(run > now);
                days.push(zone.today(run));
                now = run;
            }
            for pair in days.windows(2) {
                prop_assert_eq!(pair[0].tomorrow().unwrap(), pair[1]);
            }
        }
    }
}
