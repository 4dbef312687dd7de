//! Parsed texts: whoever holds one of these types holds a text that was checked and tidied.
//!
//! Lengths count characters (Unicode scalar values) after tidying, unless a type says bytes.
//! `Debug` shows the length only, because these are names, addresses and words of people and a log
//! must never hold them; `Display` shows the text.

mod email;
mod file_name;
mod fold;
mod lines;
mod phone;
mod web;
mod words;

pub use email::Email;
pub use file_name::FileName;
pub use fold::{fold_for_search, search_words};
pub use phone::{Phone, RegistryCode};
pub use web::{ContentType, HttpsUrl};
pub use words::{Body, CompanyName, Description, PersonName, ShortText, Title};

/// Why a text was refused. The message begins with the code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TextError {
    /// Nothing visible is in it.
    #[error("required: the text is empty")]
    Required,
    /// More than `max` characters, or bytes where the type says so.
    #[error("too_long: at most {max} characters")]
    TooLong {
        /// The most that the type takes.
        max: usize,
    },
    /// A control character, a line break where there is one line, or an override of the direction of writing.
    #[error("invalid_character: the text holds a character that cannot be used here")]
    InvalidCharacter,
    /// Not an address that mail can be sent to.
    #[error("invalid_email: an address looks like name@example.com")]
    InvalidEmail,
    /// Not an `https:` address of at most 2,048 characters without user name.
    #[error("invalid_url: the address begins with https:// and holds no user name")]
    InvalidUrl,
    /// Not in the form that the type asks for.
    #[error("invalid_format: the text is not in the form that is asked for")]
    InvalidFormat,
}

impl TextError {
    /// The stable code for API answers.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Required => "required",
            Self::TooLong { .. } => "too_long",
            Self::InvalidCharacter => "invalid_character",
            Self::InvalidEmail => "invalid_email",
            Self::InvalidUrl => "invalid_url",
            Self::InvalidFormat => "invalid_format",
        }
    }
}

/// A text type around a `String`, made by one parsing function `fn(&str) -> Result<String, TextError>`.
macro_rules! text_type {
    (
        $(#[doc = $meaning:literal])+
        $name:ident, parse: $parse:expr, length: $min:expr, $max:expr, example: $example:literal
    ) => {
        $(#[doc = $meaning])+
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        #[serde(try_from = "String", into = "String")]
        pub struct $name(String);

        impl $name {
            /// The greatest length that is accepted.
            pub const MAX_LENGTH: usize = $max;

            /// Tidies and checks `text`.
            ///
            /// # Errors
            /// The [`TextError`](crate::TextError) that says what is wrong with it.
            pub fn parse(text: &str) -> Result<Self, crate::TextError> {
                let parse: fn(&str) -> Result<String, crate::TextError> = $parse;
                parse(text).map(Self)
            }

            /// The tidied text.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl std::fmt::Debug for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                write!(f, concat!(stringify!($name), "({} characters)"), self.0.chars().count())
            }
        }

        impl AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                &self.0
            }
        }

        impl std::str::FromStr for $name {
            type Err = crate::TextError;

            fn from_str(text: &str) -> Result<Self, crate::TextError> {
                Self::parse(text)
            }
        }

        impl TryFrom<String> for $name {
            type Error = crate::TextError;

            fn try_from(text: String) -> Result<Self, crate::TextError> {
                Self::parse(&text)
            }
        }

        impl From<$name> for String {
            fn from(text: $name) -> Self {
                text.0
            }
        }

        impl utoipa::PartialSchema for $name {
            fn schema() -> utoipa::openapi::RefOr<utoipa::openapi::schema::Schema> {
                utoipa::openapi::schema::ObjectBuilder::new()
                    .schema_type(utoipa::openapi::schema::SchemaType::Type(
                        utoipa::openapi::schema::Type::String,
                    ))
                    .description(Some(concat!($($meaning),+).trim()))
                    .min_length(Some($min))
                    .max_length(Some($max))
                    .examples([$example])
                    .into()
            }
        }

        impl utoipa::ToSchema for $name {}
    };
}
use text_type;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_message_begins_with_the_code() {
        for error in [
            TextError::Required,
            TextError::TooLong { max: 3 },
            TextError::InvalidCharacter,
            TextError::InvalidEmail,
            TextError::InvalidUrl,
            TextError::InvalidFormat,
        ] {
            assert_eq!(crate::field_code(&error.to_string()), error.code());
        }
    }

    #[test]
    fn json_that_is_not_such_a_text_is_an_error_with_the_code() {
        let error = serde_json::from_str::<Title>("\"\"").unwrap_err().to_string();
        assert_eq!(crate::field_code(&error), "required");
        let title = serde_json::from_str::<Title>("\"  Bank  statement \"").unwrap();
        assert_eq!(serde_json::to_string(&title).unwrap(), "\"Bank statement\"");
        assert!(serde_json::from_str::<Title>("\"a\\ud800b\"").is_err());
        assert!(serde_json::from_str::<Title>("7").is_err());
    }

    #[test]
    fn debug_output_never_holds_the_text() {
        let email = Email::parse("mari@example.com").unwrap();
        assert_eq!(format!("{email:?}"), "Email(16 characters)");
        assert_eq!(email.to_string(), "mari@example.com");
    }

    #[test]
    fn the_schema_bounds_the_length() {
        let schema = serde_json::to_value(<Title as utoipa::PartialSchema>::schema()).unwrap();
        assert_eq!(schema["type"], "string");
        assert_eq!(schema["minLength"], 1);
        assert_eq!(schema["maxLength"], 200);
    }
}
