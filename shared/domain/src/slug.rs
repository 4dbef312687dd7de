//! The name under which a portal is reached: a label of its web address (S4, S5).

use crate::text::fold_for_search;

const MIN_LENGTH: usize = 3;
const MAX_LENGTH: usize = 40;

/// Names that no office may have: they are, may become or look like addresses of the product itself.
const RESERVED: [&str; 68] = [
    "about",
    "account",
    "accounts",
    "admin",
    "administrator",
    "api",
    "app",
    "apps",
    "assets",
    "auth",
    "autoconfig",
    "autodiscover",
    "billing",
    "blog",
    "cdn",
    "cloudfront",
    "contact",
    "dashboard",
    "dev",
    "dns",
    "docs",
    "download",
    "edge",
    "email",
    "ftp",
    "health",
    "help",
    "imap",
    "internal",
    "link",
    "links",
    "local",
    "localdomain",
    "localhost",
    "login",
    "logout",
    "mail",
    "media",
    "mta-sts",
    "new",
    "news",
    "ns1",
    "ns2",
    "null",
    "office",
    "origin",
    "pop",
    "portal",
    "portal-preview",
    "postmaster",
    "preview",
    "root",
    "security",
    "settings",
    "signup",
    "sild",
    "smtp",
    "ssl",
    "staging",
    "static",
    "status",
    "support",
    "system",
    "test",
    "undefined",
    "web",
    "webmail",
    "www",
];

/// Legal forms of companies, folded and without marks.
const LEGAL_FORMS: [&str; 47] = [
    "ab",
    "ag",
    "aps",
    "as",
    "asa",
    "bv",
    "bvba",
    "co",
    "company",
    "corp",
    "corporation",
    "doo",
    "eood",
    "eurl",
    "fie",
    "gmbh",
    "hb",
    "inc",
    "incorporated",
    "kb",
    "kft",
    "kg",
    "ky",
    "limited",
    "llc",
    "llp",
    "lp",
    "ltd",
    "mtu",
    "nv",
    "ou",
    "oy",
    "oyj",
    "plc",
    "pty",
    "sa",
    "sarl",
    "sas",
    "sia",
    "sl",
    "spa",
    "srl",
    "tmi",
    "tu",
    "uab",
    "uu",
    "zrt",
];

/// A portal's name: 3–40 lower-case ASCII letters, digits and single hyphens between them.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Slug(String);

/// Why a text is no portal name. The message begins with the code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SlugError {
    /// Fewer than three characters.
    #[error("too_short: at least 3 characters")]
    TooShort,
    /// More than forty characters.
    #[error("too_long: at most 40 characters")]
    TooLong,
    /// Something else than lower-case letters, digits and single hyphens between them.
    #[error("invalid_character: only a–z, 0–9 and single hyphens between them")]
    InvalidCharacter,
    /// A name that the product keeps for itself.
    #[error("reserved: this name cannot be used")]
    Reserved,
}

impl SlugError {
    /// The stable code for API answers.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::TooShort => "too_short",
            Self::TooLong => "too_long",
            Self::InvalidCharacter => "invalid_character",
            Self::Reserved => "reserved",
        }
    }
}

impl Slug {
    /// Reads a name that is already in its normal form.
    ///
    /// # Errors
    /// The [`SlugError`] that says what is wrong with it.
    pub fn parse(text: &str) -> Result<Self, SlugError> {
        let is_usual =
            text.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-');
        if !is_usual || text.starts_with('-') || text.ends_with('-') || text.contains("--") {
            return Err(SlugError::InvalidCharacter);
        }
        if text.len() < MIN_LENGTH {
            return Err(SlugError::TooShort);
        }
        if text.len() > MAX_LENGTH {
            return Err(SlugError::TooLong);
        }
        if RESERVED.contains(&text) {
            return Err(SlugError::Reserved);
        }
        Ok(Self(text.to_owned()))
    }

    /// Brings what a person typed into the normal form and reads it: case is lowered, diacritics are
    /// transliterated, everything else becomes a hyphen. Nothing is cut off.
    ///
    /// # Errors
    /// The [`SlugError`] that says why no name comes of it.
    pub fn normalise(text: &str) -> Result<Self, SlugError> {
        Self::parse(&words_of(text).join("-"))
    }

    /// A name to propose for an office: its words without legal form, cut at a word to 40
    /// characters. `None` if no usable name comes of it.
    #[must_use]
    pub fn suggest(office_name: &str) -> Option<Self> {
        let without_form: Vec<String> =
            office_name.split_whitespace().filter(|word| !is_legal_form(word)).flat_map(words_of).collect();
        [without_form, words_of(office_name)].iter().find_map(|words| Self::parse(&joined_within(words)).ok())
    }

    /// The name.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

fn words_of(text: &str) -> Vec<String> {
    fold_for_search(text)
        .replace(['\'', '`', '"'], "")
        .split(|letter: char| !letter.is_ascii_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

/// Whether `word`, without its marks, is a legal form: `OÜ`, `A/S`, `L.L.C.`
fn is_legal_form(word: &str) -> bool {
    let letters: String = fold_for_search(word).chars().filter(char::is_ascii_alphanumeric).collect();
    LEGAL_FORMS.contains(&letters.as_str())
}

/// As many of `words` as fit, joined by hyphens; a first word that is too long is cut.
fn joined_within(words: &[String]) -> String {
    let mut joined = String::new();
    for word in words {
        if joined.is_empty() {
            joined = word.chars().take(MAX_LENGTH).collect();
        } else if joined.len() + 1 + word.len() <= MAX_LENGTH {
            joined.push('-');
            joined.push_str(word);
        } else {
            break;
        }
    }
    joined
}

impl std::fmt::Display for Slug {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl AsRef<str> for Slug {
    fn as_ref(&self) -> &str {
        &self.0
    }
}

impl std::str::FromStr for Slug {
    type Err = SlugError;

    fn from_str(text: &str) -> Result<Self, SlugError> {
        Self::parse(text)
    }
}

impl TryFrom<String> for Slug {
    type Error = SlugError;

    fn try_from(text: String) -> Result<Self, SlugError> {
        Self::parse(&text)
    }
}

impl From<Slug> for String {
    fn from(slug: Slug) -> Self {
        slug.0
    }
}

impl utoipa::PartialSchema for Slug {
    fn schema() -> utoipa::openapi::RefOr<utoipa::openapi::schema::Schema> {
        utoipa::openapi::schema::ObjectBuilder::new()
            .schema_type(utoipa::openapi::schema::SchemaType::Type(utoipa::openapi::schema::Type::String))
            .description(Some("A portal's name, a label of its web address."))
            .pattern(Some("^[a-z0-9]+(-[a-z0-9]+)*$"))
            .min_length(Some(MIN_LENGTH))
            .max_length(Some(MAX_LENGTH))
            .examples(["demo-office"])
            .into()
    }
}

impl utoipa::ToSchema for Slug {}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_normal_form_is_accepted_as_it_is() {
        for good in ["abc", "demo-office", "24-7-books", "a-b", &"a".repeat(40)] {
            assert_eq!(Slug::parse(good).unwrap().as_str(), good);
        }
    }

    #[test]
    fn every_other_form_is_refused_with_its_code() {
        for (bad, code) in [
            ("", "too_short"),
            ("ab", "too_short"),
            (&*"a".repeat(41), "too_long"),
            ("Demo", "invalid_character"),
            ("demo office", "invalid_character"),
            ("demo--office", "invalid_character"),
            ("xn--demo", "invalid_character"),
            ("-demo", "invalid_character"),
            ("demo-", "invalid_character"),
            ("demo.office", "invalid_character"),
            ("demo_office", "invalid_character"),
            ("büro", "invalid_character"),
            ("demo\n", "invalid_character"),
            ("_local", "invalid_character"),
            ("www", "reserved"),
            ("localhost", "reserved"),
            ("sild", "reserved"),
        ] {
            let error = Slug::parse(bad).unwrap_err();
            assert_eq!(error.code(), code, "{bad}");
            assert_eq!(crate::field_code(&error.to_string()), code);
        }
    }

    #[test]
    fn what_is_typed_is_brought_into_the_normal_form() {
        for (typed, name) in [
            ("Demo Office", "demo-office"),
            ("  Õunapuu & Ko ", "ounapuu-ko"),
            ("Mari's books", "maris-books"),
            ("xn--demo", "xn-demo"),
        ] {
            assert_eq!(Slug::normalise(typed).unwrap().as_str(), name);
        }
        assert_eq!(Slug::normalise("Login"), Err(SlugError::Reserved));
        assert_eq!(Slug::normalise("!!"), Err(SlugError::TooShort));
    }

    #[test]
    fn a_suggestion_drops_the_legal_form() {
        for (office, name) in [
            ("Näidis Raamatupidamine OÜ", "naidis-raamatupidamine"),
            ("AS Example", "example"),
            ("Example Accounting Ltd.", "example-accounting"),
            ("Esimerkki Oy", "esimerkki"),
            ("Example A/S", "example"),
            ("Example L.L.C.", "example"),
            ("Demo Office, Inc.", "demo-office"),
            ("Numbers & Co. GmbH", "numbers"),
            ("AB OÜ", "ab-ou"),
            ("Portal OÜ", "portal-ou"),
            ("Пример", "primer"),
        ] {
            assert_eq!(Slug::suggest(office).unwrap().as_str(), name, "{office}");
        }
        for hopeless in ["", "!!", "OÜ", "X", "www"] {
            assert_eq!(Slug::suggest(hopeless), None, "{hopeless}");
        }
    }

    #[test]
    fn a_long_suggestion_ends_with_a_whole_word() {
        let name = Slug::suggest("Example Accounting and Tax Consulting of the North").unwrap();
        assert_eq!(name.as_str(), "example-accounting-and-tax-consulting-of");
        let name = Slug::suggest(&"a".repeat(60)).unwrap();
        assert_eq!(name.as_str().len(), 40);
    }

    #[test]
    fn lists_are_sorted_and_reserved_names_could_be_names() {
        assert!(RESERVED.is_sorted());
        assert!(LEGAL_FORMS.is_sorted());
        assert!(RESERVED.iter().all(|name| name.len() >= MIN_LENGTH));
    }

    proptest! {
        #[test]
        fn whatever_is_typed_a_name_is_a_label_of_a_host(text in "\\PC{0,60}") {
            for slug in [Slug::normalise(&text).ok(), Slug::suggest(&text)].into_iter().flatten() {
                prop_assert!((MIN_LENGTH..=MAX_LENGTH).contains(&slug.as_str().len()));
                prop_assert_eq!(Slug::parse(slug.as_str()), Ok(slug.clone()));
                let host = format!("{slug}.example.com");
                prop_assert!(url::Host::parse(&host).is_ok());
            }
        }
    }
}
