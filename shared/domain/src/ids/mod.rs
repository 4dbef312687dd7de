//! Typed ids: what each thing of the office is called, on the wire and in the table.
//!
//! An id is a ULID (48 bits of milliseconds, 80 bits of randomness), so ids of one kind sort by
//! the time they were made. On the wire it carries the prefix of its kind (`tsk_…`); as a part of
//! a table key it is the bare 26 characters. Both forms are strict: lower case, exactly as written.

mod crockford;

use jiff::{Timestamp, civil::Date, tz::TimeZone};
use sha2::{Digest, Sha256};
use utoipa::openapi::{
    RefOr,
    schema::{ObjectBuilder, Schema, SchemaType, Type},
};

/// Why a text is not an id of the kind that was asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum IdError {
    /// The text does not begin with the prefix of this kind.
    #[error("invalid_id: the id begins with `{expected}`")]
    WrongPrefix {
        /// The prefix of the kind that was asked for, with its underscore.
        expected: &'static str,
    },
    /// What follows the prefix is not 26 lower-case Crockford characters that fit 128 bits.
    #[error("invalid_id: after its prefix the id has 26 lower-case base-32 characters")]
    Malformed,
}

impl IdError {
    /// The stable code for API answers.
    #[must_use]
    pub const fn code(self) -> &'static str {
        "invalid_id"
    }
}

const RANDOM_BITS: u32 = 80;

/// Joins the milliseconds of `at` (0 before 1970) and ten random bytes.
fn assemble(at: Timestamp, random: [u8; 10]) -> u128 {
    let milliseconds = u128::try_from(at.as_millisecond()).unwrap_or(0);
    let random = random.iter().fold(0_u128, |bits, byte| (bits << 8) | u128::from(*byte));
    (milliseconds << RANDOM_BITS) | random
}

fn created_at(bits: u128) -> Timestamp {
    i64::try_from(bits >> RANDOM_BITS)
        .ok()
        .and_then(|milliseconds| Timestamp::from_millisecond(milliseconds).ok())
        .unwrap_or(Timestamp::MAX)
}

fn schema_of(prefix: &str, meaning: &str) -> RefOr<Schema> {
    ObjectBuilder::new()
        .schema_type(SchemaType::Type(Type::String))
        .description(Some(meaning))
        .pattern(Some(format!("^{prefix}[0-7][0-9a-hjkmnp-tv-z]{{25}}$")))
        .examples([format!("{prefix}01kanq5b80e8vd3w9g2m4x7ctz")])
        .into()
}

macro_rules! ids {
    ($($(#[doc = $meaning:literal])+ $name:ident $prefix:literal;)+) => {$(
        $(#[doc = $meaning])+
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(u128);

        impl $name {
            /// What the wire form begins with, with its underscore.
            pub const PREFIX: &'static str = $prefix;

            /// Builds the id of something made `at` this instant, from ten random bytes.
            #[must_use]
            pub fn new(at: Timestamp, random: [u8; 10]) -> Self {
                Self(assemble(at, random))
            }

            /// The bare form for table keys: 26 lower-case characters, sorted as the ids are.
            #[must_use]
            pub fn key(self) -> String {
                crockford::encode(self.0)
            }

            /// Reads the bare form of a table key.
            ///
            /// # Errors
            /// [`IdError::Malformed`] if `key` is anything but 26 lower-case characters.
            pub fn from_key(key: &str) -> Result<Self, IdError> {
                crockford::decode(key).map(Self).ok_or(IdError::Malformed)
            }

            /// The millisecond that the id carries.
            #[must_use]
            pub fn created_at(self) -> Timestamp {
                created_at(self.0)
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                write!(f, concat!($prefix, "{}"), crockford::encode(self.0))
            }
        }

        impl std::fmt::Debug for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                std::fmt::Display::fmt(self, f)
            }
        }

        impl std::str::FromStr for $name {
            type Err = IdError;

            fn from_str(text: &str) -> Result<Self, IdError> {
                let key = text
                    .strip_prefix($prefix)
                    .ok_or(IdError::WrongPrefix { expected: $prefix })?;
                Self::from_key(key)
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = <String as serde::Deserialize>::deserialize(deserializer)?;
                text.parse().map_err(serde::de::Error::custom)
            }
        }

        impl utoipa::PartialSchema for $name {
            fn schema() -> RefOr<Schema> {
                schema_of($prefix, concat!($($meaning),+).trim())
            }
        }

        impl utoipa::ToSchema for $name {}
    )+};
}

ids! {
    /// An accounting firm, the tenant.
    OfficeId "off_";
    /// A person of an office.
    MemberId "mem_";
    /// A company that an office serves.
    ClientId "cli_";
    /// A person at one or more clients.
    ContactId "con_";
    /// One piece of work, with its thread.
    TaskId "tsk_";
    /// What a client asks of the office, with its thread.
    RequestId "req_";
    /// A recurring task.
    SeriesId "ser_";
    /// A sample task to copy from.
    TemplateId "tpl_";
    /// One entry of a thread, internal or portal.
    MessageId "msg_";
    /// One uploaded file of a thread.
    FileId "fil_";
    /// One in-app notification of a person.
    NotificationId "ntf_";
    /// One run of opening the portal for many clients.
    BulkOpeningId "blk_";
    /// One run of giving many clients a task.
    BulkTaskId "btk_";
    /// One line of a task's checklist.
    ChecklistItemId "chk_";
    /// One login of one person on one browser, as its owner sees it.
    SessionId "ses_";
    /// One file of clients that is read in.
    ImportId "imp_";
    /// One file of clients that is handed out.
    ExportId "exp_";
    /// One entry of an audit trail.
    AuditEntryId "aud_";
    /// One order to send files to be digitised.
    DigitisationId "dig_";
    /// One effect that waits in the outbox.
    OutboxId "out_";
}

impl TaskId {
    /// The id of the task that `series` has on the nominal `date`: the same each time it is asked
    /// for, so that an occurrence which is created twice meets its own key (S41).
    ///
    /// The time part is midnight UTC of the date, hence the tasks of a series sort by their dates;
    /// the other 80 bits are the head of a SHA-256 over the series and the date.
    #[must_use]
    pub fn for_occurrence(series: SeriesId, date: Date) -> Self {
        let digest = Sha256::new()
            .chain_update(b"sild occurrence 1\0")
            .chain_update(series.0.to_be_bytes())
            .chain_update(date.to_string());
        let midnight = TimeZone::UTC.to_timestamp(date.at(0, 0, 0, 0)).unwrap_or(Timestamp::UNIX_EPOCH);
        Self::new(midnight, head_of(&digest.finalize()))
    }
}

impl TaskId {
    /// The id of the task that a run of giving many clients a task makes for `client`: the same each time it is asked for,
    /// so that a step which is taken twice meets its own key. It carries the time of the run.
    #[must_use]
    pub fn of_bulk(run: BulkTaskId, client: ClientId) -> Self {
        let digest = Sha256::new()
            .chain_update(b"sild bulk task 1\0")
            .chain_update(run.0.to_be_bytes())
            .chain_update(client.0.to_be_bytes());
        Self::new(run.created_at(), head_of(&digest.finalize()))
    }
}

/// The first ten bytes of a digest.
fn head_of(digest: &[u8]) -> [u8; 10] {
    let mut head = [0_u8; 10];
    for (to, from) in head.iter_mut().zip(digest) {
        *to = *from;
    }
    head
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use proptest::prelude::*;

    fn noon() -> Timestamp {
        "2026-03-02T12:00:00.123Z".parse().unwrap()
    }

    #[test]
    fn the_wire_form_is_the_prefix_and_26_lower_case_characters() {
        let id = TaskId::new(noon(), [0xff; 10]);
        let text = id.to_string();
        assert!(text.starts_with("tsk_"));
        assert_eq!(text.len(), 30);
        assert_eq!(text, text.to_lowercase());
        assert_eq!(text.parse::<TaskId>(), Ok(id));
        assert_eq!(TaskId::from_key(&id.key()), Ok(id));
        assert_eq!(id.created_at(), noon());
    }

    #[test]
    fn an_id_of_another_kind_is_refused() {
        let client = ClientId::new(noon(), [1; 10]).to_string();
        assert_eq!(client.parse::<TaskId>(), Err(IdError::WrongPrefix { expected: "tsk_" }));
    }

    #[test]
    fn only_the_exact_spelling_is_an_id() {
        let good = TaskId::new(noon(), [7; 10]).to_string();
        let upper = good.to_uppercase();
        let (prefix, key) = good.split_at(4);
        for bad in [
            upper.as_str(),
            &format!("{prefix}{}", key.to_uppercase()),
            &format!(" {good}"),
            &format!("{good} "),
            good.get(..29).unwrap(),
            &format!("{good}0"),
            "tsk_8zzzzzzzzzzzzzzzzzzzzzzzzz",
            "tsk_0000000000000000000000000i",
            "tsk_0000000000000000000000000l",
            "tsk_0000000000000000000000000o",
            "tsk_0000000000000000000000000u",
            "tsk_000000000000000000000000é",
            "tsk_",
            "",
        ] {
            assert!(bad.parse::<TaskId>().is_err(), "{bad}");
        }
        assert_eq!("tsk_7zzzzzzzzzzzzzzzzzzzzzzzzz".parse::<TaskId>(), Ok(TaskId(u128::MAX)));
    }

    #[test]
    fn a_time_before_1970_counts_as_1970() {
        let id = TaskId::new("1969-12-31T23:59:59Z".parse().unwrap(), [0; 10]);
        assert_eq!(id.created_at(), Timestamp::UNIX_EPOCH);
    }

    #[test]
    fn json_holds_the_wire_form() {
        let id = OfficeId::new(noon(), [9; 10]);
        let json = serde_json::to_string(&id).unwrap();
        assert_eq!(json, format!("\"{id}\""));
        assert_eq!(serde_json::from_str::<OfficeId>(&json).unwrap(), id);
        assert!(serde_json::from_str::<OfficeId>(&format!("\"{}\"", id.key())).is_err());
    }

    #[test]
    fn the_schema_names_prefix_and_pattern() {
        let schema = serde_json::to_value(<TaskId as utoipa::PartialSchema>::schema()).unwrap();
        assert_eq!(schema["type"], "string");
        assert_eq!(schema["pattern"], "^tsk_[0-7][0-9a-hjkmnp-tv-z]{25}$");
        let example = schema["examples"][0].as_str().unwrap();
        assert!(example.parse::<TaskId>().is_ok());
    }

    #[test]
    fn an_occurrence_has_one_id_and_occurrences_sort_by_date() {
        let series = SeriesId::new(noon(), [3; 10]);
        let other = SeriesId::new(noon(), [4; 10]);
        let march = TaskId::for_occurrence(series, date(2026, 3, 31));
        assert_eq!(march, TaskId::for_occurrence(series, date(2026, 3, 31)));
        assert_ne!(march, TaskId::for_occurrence(other, date(2026, 3, 31)));
        assert!(march < TaskId::for_occurrence(series, date(2026, 4, 1)));
        assert_eq!(march.created_at(), "2026-03-31T00:00:00Z".parse::<Timestamp>().unwrap());
    }

    #[test]
    fn a_bulk_run_has_one_task_for_each_client() {
        let (run, other) = (BulkTaskId::new(noon(), [3; 10]), BulkTaskId::new(noon(), [4; 10]));
        let (bakery, garage) = (ClientId::new(noon(), [5; 10]), ClientId::new(noon(), [6; 10]));
        let task = TaskId::of_bulk(run, bakery);
        assert_eq!(task, TaskId::of_bulk(run, bakery));
        assert_ne!(task, TaskId::of_bulk(run, garage));
        assert_ne!(task, TaskId::of_bulk(other, bakery));
        assert_eq!(task.created_at(), noon());
    }

    proptest! {
        #[test]
        fn keys_sort_as_the_ids_do(a: u128, b: u128) {
            prop_assert_eq!(TaskId(a).cmp(&TaskId(b)), TaskId(a).key().cmp(&TaskId(b).key()));
        }

        #[test]
        fn every_id_survives_its_key(bits: u128) {
            prop_assert_eq!(TaskId::from_key(&TaskId(bits).key()), Ok(TaskId(bits)));
        }

        #[test]
        fn no_text_makes_the_parser_panic_or_accept_a_second_spelling(text in "(tsk_)?\\PC{0,30}") {
            if let Ok(id) = text.parse::<TaskId>() {
                prop_assert_eq!(id.to_string(), text);
            }
        }
    }
}
