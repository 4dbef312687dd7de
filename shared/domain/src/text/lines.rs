//! Tidying of one-line and many-line texts.

use super::TextError;

/// Embeddings, overrides and isolates: they can make a line read as something that it is not.
pub(super) const fn turns_direction(letter: char) -> bool {
    matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// Letters that leave no mark, so that a text of nothing else counts as empty.
const fn is_invisible(letter: char) -> bool {
    matches!(
        letter,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
            | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{2800}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}'
            | '\u{feff}' | '\u{ffa0}' | '\u{e0000}'..='\u{e0fff}'
    )
}

fn is_blank(text: &str) -> bool {
    text.chars().all(|letter| letter.is_whitespace() || is_invisible(letter))
}

fn within(text: String, max: usize) -> Result<String, TextError> {
    if text.chars().count() > max {
        return Err(TextError::TooLong { max });
    }
    Ok(text)
}

/// One line of 0 to `max` characters: ends trimmed, runs of white space made one space.
/// Control characters (line breaks among them) and direction overrides are refused, at the ends too.
pub(super) fn optional_line(text: &str, max: usize) -> Result<String, TextError> {
    if text.chars().any(|letter| letter.is_control() || turns_direction(letter)) {
        return Err(TextError::InvalidCharacter);
    }
    if is_blank(text) {
        return Ok(String::new());
    }
    let mut tidy = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !tidy.is_empty() {
            tidy.push(' ');
        }
        tidy.push_str(word);
    }
    within(tidy, max)
}

/// As [`optional_line`], but something must be in it.
pub(super) fn line(text: &str, max: usize) -> Result<String, TextError> {
    let tidy = optional_line(text, max)?;
    if tidy.is_empty() {
        return Err(TextError::Required);
    }
    Ok(tidy)
}

/// Many lines of 0 to `max` characters: line ends become `\n`, white space at the very end and blank
/// lines at the very beginning go. Of the control characters only `\n` and `\t` are accepted.
pub(super) fn optional_block(text: &str, max: usize) -> Result<String, TextError> {
    let unix = text.replace("\r\n", "\n").replace('\r', "\n");
    if unix.chars().any(|letter| letter.is_control() && letter != '\n' && letter != '\t') {
        return Err(TextError::InvalidCharacter);
    }
    if is_blank(&unix) {
        return Ok(String::new());
    }
    let mut rest = unix.trim_end();
    while let Some((first, after)) = rest.split_once('\n') {
        if !first.trim().is_empty() {
            break;
        }
        rest = after;
    }
    within(rest.to_owned(), max)
}

/// As [`optional_block`], but something must be in it.
pub(super) fn block(text: &str, max: usize) -> Result<String, TextError> {
    let tidy = optional_block(text, max)?;
    if tidy.is_empty() {
        return Err(TextError::Required);
    }
    Ok(tidy)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn white_space_is_trimmed_and_made_one() {
        assert_eq!(line("  VAT \u{a0} return  ", 20).unwrap(), "VAT return");
    }

    #[test]
    fn a_line_takes_no_control_and_no_direction_override() {
        for bad in ["a\0", "a\nb", "a\r\n", "\ta", "a\u{85}b", "a\u{202e}b", "a\u{2066}b", "a\u{7f}"] {
            assert_eq!(line(bad, 20), Err(TextError::InvalidCharacter), "{bad:?}");
        }
    }

    #[test]
    fn a_line_that_shows_nothing_is_missing() {
        for blank in ["", "   ", "\u{200b}", "\u{feff} \u{2060}", "\u{3164}"] {
            assert_eq!(line(blank, 20), Err(TextError::Required), "{blank:?}");
        }
        assert_eq!(line("👩\u{200d}💻", 20).unwrap(), "👩\u{200d}💻");
    }

    #[test]
    fn length_counts_characters_after_tidying() {
        assert!(line(&"õ".repeat(20), 20).is_ok());
        assert!(line(&format!("   {}   ", "õ".repeat(20)), 20).is_ok());
        assert_eq!(line(&"õ".repeat(21), 20), Err(TextError::TooLong { max: 20 }));
    }

    #[test]
    fn a_block_keeps_its_lines_and_indents() {
        assert_eq!(block("\n \n  one\r\n\ttwo\rthree\n\n", 50).unwrap(), "  one\n\ttwo\nthree");
        assert_eq!(block(" \n\t\n", 50), Err(TextError::Required));
        assert_eq!(optional_block(" \n\t\n", 50).unwrap(), "");
        assert_eq!(block("a\u{1b}[31m", 50), Err(TextError::InvalidCharacter));
        assert_eq!(block("abc", 2), Err(TextError::TooLong { max: 2 }));
    }

    proptest! {
        #[test]
        fn tidying_twice_changes_nothing(text in "\\PC{0,40}|[ \\t\\r\\na-c]{0,30}") {
            if let Ok(once) = line(&text, 30) {
                prop_assert_eq!(line(&once, 30).unwrap(), once);
            }
            if let Ok(once) = block(&text, 30) {
                prop_assert_eq!(block(&once, 30).unwrap(), once);
            }
        }
    }
}
