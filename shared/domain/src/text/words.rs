//! Names, titles and texts that people write.

use super::{lines, text_type};

text_type! {
    /// The name of a person, 1–100 characters on one line.
    PersonName, parse: |text| lines::line(text, 100), length: 1, 100, example: "Mari Maasikas"
}

text_type! {
    /// The name of an office or a client, 1–150 characters on one line.
    CompanyName, parse: |text| lines::line(text, 150), length: 1, 150, example: "Example Bakery OÜ"
}

text_type! {
    /// What a task, request, series or template is called, 1–200 characters on one line.
    Title, parse: |text| lines::line(text, 200), length: 1, 200, example: "Bank statement for March"
}

text_type! {
    /// A line such as an entry of a checklist, 1–500 characters.
    ShortText, parse: |text| lines::line(text, 500), length: 1, 500, example: "Invoices of the month"
}

text_type! {
    /// A message, 1–10,000 characters on any number of lines.
    Body, parse: |text| lines::block(text, 10_000), length: 1, 10_000, example: "The statement is attached."
}

text_type! {
    /// What a task is about, 0–20,000 characters on any number of lines.
    Description, parse: |text| lines::optional_block(text, 20_000), length: 0, 20_000, example: "Please send the statement of every account."
}

impl Description {
    /// Whether nothing is written.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The description of which nothing is written.
    #[must_use]
    pub const fn empty() -> Self {
        Self(String::new())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::TextError;

    #[test]
    fn each_text_has_its_own_greatest_length() {
        assert!(PersonName::parse(&"a".repeat(100)).is_ok());
        assert_eq!(PersonName::parse(&"a".repeat(101)), Err(TextError::TooLong { max: 100 }));
        assert!(CompanyName::parse(&"a".repeat(150)).is_ok());
        assert!(CompanyName::parse(&"a".repeat(151)).is_err());
        assert!(Title::parse(&"a".repeat(200)).is_ok());
        assert!(Title::parse(&"a".repeat(201)).is_err());
        assert!(ShortText::parse(&"a".repeat(500)).is_ok());
        assert!(ShortText::parse(&"a".repeat(501)).is_err());
        assert!(Body::parse(&"a".repeat(10_000)).is_ok());
        assert!(Body::parse(&"a".repeat(10_001)).is_err());
        assert!(Description::parse(&"a".repeat(20_000)).is_ok());
        assert!(Description::parse(&"a".repeat(20_001)).is_err());
    }

    #[test]
    fn a_message_must_say_something_and_a_description_need_not() {
        assert_eq!(Body::parse("\n"), Err(TextError::Required));
        assert!(Description::parse("\n").unwrap().is_empty());
        assert_eq!(Description::parse("").unwrap(), Description::empty());
        assert!(!Description::parse("x").unwrap().is_empty());
    }
}
