//! The pure parts of logging in: how long a link lives, and the code that is typed on another device.

use jiff::{SignedDuration, Timestamp};

/// How many hours a login link is valid unless the deployment says otherwise (S20).
pub const LINK_LIFETIME_HOURS_DEFAULT: u32 = 24;

/// How many wrong codes may be typed before the code is void.
pub const CODE_TRIES: u32 = 5;

/// Whether a link issued at `issued` is still valid `now`: up to and including the last instant of its
/// `lifetime`, not a moment longer (S20). A link from the future counts as valid.
#[must_use]
pub fn is_valid_at(issued: Timestamp, lifetime: SignedDuration, now: Timestamp) -> bool {
    issued.duration_until(now) <= lifetime
}

/// A link's lifetime from a deployment's number of hours.
#[must_use]
pub fn link_lifetime(hours: u32) -> SignedDuration {
    SignedDuration::from_hours(i64::from(hours))
}

/// Digits and capital letters without 0, O, 1 and I, which are taken for each other: 32, so that five
/// random bits choose one without bias.
const ALPHABET: &[u8; 32] = b"23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
const CODE_LENGTH: usize = 6;

/// A code of six characters, typed by hand: thirty random bits, guarded by [`CODE_TRIES`].
#[derive(Clone, PartialEq, Eq, serde::Deserialize)]
#[serde(try_from = "String")]
pub struct Code(String);

/// The text cannot be a code. The message begins with the word for API answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("invalid_code: a code has six letters and digits")]
pub struct InvalidCode;

impl InvalidCode {
    /// The stable code for API answers.
    #[must_use]
    pub const fn code(self) -> &'static str {
        "invalid_code"
    }
}

impl Code {
    /// Makes a code from random bytes, one a character.
    #[must_use]
    pub fn from_random(random: [u8; CODE_LENGTH]) -> Self {
        let letter = |byte: u8| {
            let place = usize::from(byte % 32);
            char::from(ALPHABET.get(place).copied().unwrap_or(b'2'))
        };
        Self(random.into_iter().map(letter).collect())
    }

    /// Reads what a person typed: case, spaces and hyphens do not count.
    ///
    /// # Errors
    /// [`InvalidCode`] unless six characters of the alphabet remain.
    pub fn parse(text: &str) -> Result<Self, InvalidCode> {
        let mut code = String::with_capacity(CODE_LENGTH);
        for letter in text.chars() {
            if letter.is_whitespace() || matches!(letter, '-' | '‐' | '‑' | '–') {
                continue;
            }
            let upper = letter.to_ascii_uppercase();
            let is_known = u8::try_from(upper).is_ok_and(|byte| ALPHABET.contains(&byte));
            if !is_known || code.len() == CODE_LENGTH {
                return Err(InvalidCode);
            }
            code.push(upper);
        }
        if code.len() != CODE_LENGTH {
            return Err(InvalidCode);
        }
        Ok(Self(code))
    }

    /// The six characters: what is hashed and compared.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// In two groups of three, for reading: `K7M-2PX`.
    #[must_use]
    pub fn grouped(&self) -> String {
        let (head, tail) = self.0.split_at(CODE_LENGTH / 2);
        format!("{head}-{tail}")
    }
}

impl std::fmt::Debug for Code {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Code(secret)")
    }
}

impl TryFrom<String> for Code {
    type Error = InvalidCode;

    fn try_from(text: String) -> Result<Self, InvalidCode> {
        Self::parse(&text)
    }
}

impl utoipa::PartialSchema for Code {
    fn schema() -> utoipa::openapi::RefOr<utoipa::openapi::schema::Schema> {
        utoipa::openapi::schema::ObjectBuilder::new()
            .schema_type(utoipa::openapi::schema::SchemaType::Type(utoipa::openapi::schema::Type::String))
            .description(Some("The code of a login mail; case, spaces and hyphens do not count."))
            .max_length(Some(32))
            .examples(["K7M-2PX"])
            .into()
    }
}

impl utoipa::ToSchema for Code {}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_link_is_valid_through_24_00_00_and_refused_at_24_00_01() {
        let issued: Timestamp = "2026-03-02T10:00:00Z".parse().unwrap();
        let lifetime = link_lifetime(LINK_LIFETIME_HOURS_DEFAULT);
        let after = |seconds| issued + SignedDuration::from_secs(seconds);
        assert!(is_valid_at(issued, lifetime, issued));
        assert!(is_valid_at(issued, lifetime, after(24 * 3600)));
        assert!(!is_valid_at(issued, lifetime, after(24 * 3600 + 1)));
        let barely = after(24 * 3600) + SignedDuration::from_nanos(1);
        assert!(!is_valid_at(issued, lifetime, barely));
        assert!(is_valid_at(issued, lifetime, after(-5)));
    }

    #[test]
    fn a_code_is_read_however_it_is_typed() {
        let code = Code::from_random([0, 31, 32, 255, 9, 20]);
        assert_eq!(code.as_str(), "2Z2ZBN");
        assert_eq!(code.grouped(), "2Z2-ZBN");
        for typed in ["2Z2ZBN", "2z2-zbn", " 2 z 2 z b n ", "2Z2–ZBN"] {
            assert_eq!(Code::parse(typed), Ok(code.clone()), "{typed}");
        }
        for bad in ["", "2Z2ZB", "2Z2ZBNN", "0Z2ZBN", "OZ2ZBN", "1Z2ZBN", "2Z2ZBÕ", "2Z2_ZBN"] {
            assert_eq!(Code::parse(bad), Err(InvalidCode), "{bad}");
        }
        assert_eq!(format!("{code:?}"), "Code(secret)");
        assert_eq!(crate::field_code(&InvalidCode.to_string()), InvalidCode.code());
    }

    #[test]
    fn every_character_is_chosen_by_as_many_bytes() {
        let mut chosen = std::collections::BTreeMap::new();
        for byte in 0..=u8::MAX {
            let code = Code::from_random([byte; 6]);
            *chosen.entry(code.as_str().to_owned()).or_insert(0) += 1;
        }
        assert_eq!(chosen.len(), 32);
        assert!(chosen.values().all(|times| *times == 8));
    }

    proptest! {
        #[test]
        fn every_code_is_read_back(random: [u8; 6]) {
            let code = Code::from_random(random);
            prop_assert_eq!(Code::parse(&code.grouped().to_lowercase()), Ok(code));
        }

        #[test]
        fn no_text_makes_the_parser_panic(text in "\\PC{0,20}") {
            if let Ok(code) = Code::parse(&text) {
                prop_assert_eq!(code.as_str().len(), 6);
            }
        }
    }
}
