//! The code of a field error, found again in a deserialiser's message.

/// Every code that the parsers of this crate give to a field.
pub const FIELD_CODES: [&str; 22] = [
    "required",
    "too_short",
    "too_long",
    "invalid_character",
    "invalid_email",
    "invalid_url",
    "invalid_format",
    "invalid_id",
    "invalid_colour",
    "invalid_time_zone",
    "invalid_code",
    "reserved",
    "empty_file",
    "file_too_large",
    "picture_too_large",
    "video_too_large",
    "unsupported_type",
    "too_many_items",
    "duplicate_item",
    "no_occurrence",
    "end_before_start",
    "out_of_range",
];

/// The code with which `message` begins, or `invalid_format` if it begins with none.
///
/// The types here are parsed while JSON is read, and a deserialiser hands on nothing of an error
/// but its message. So the message of every parse error begins with its code and a colon.
#[must_use]
pub fn field_code(message: &str) -> &'static str {
    let head = message.split(':').next().unwrap_or_default();
    FIELD_CODES.into_iter().find(|code| *code == head).unwrap_or("invalid_format")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_code_stands_before_the_first_colon() {
        assert_eq!(field_code("too_long: at most 200 characters at line 1"), "too_long");
        assert_eq!(field_code("invalid type: integer `1`, expected a string"), "invalid_format");
        assert_eq!(field_code(""), "invalid_format");
    }
}
