//! Telephone numbers and registry codes.

use super::{TextError, lines, text_type};

text_type! {
    /// A telephone number as a person writes it, 3–30 characters: digits, `+ - ( )` and spaces,
    /// at least three digits, `+` only at the beginning.
    Phone, parse: phone, length: 3, 30, example: "+372 5555 0100"
}

text_type! {
    /// The code of a company in its country's register, 1–30 characters: letters, digits, `- . /` and spaces.
    RegistryCode, parse: registry_code, length: 1, 30, example: "10000018"
}

fn phone(text: &str) -> Result<String, TextError> {
    let text = lines::line(text, 30)?;
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    let is_usual = text.char_indices().all(|(at, letter)| {
        letter.is_ascii_digit() || matches!(letter, '-' | '(' | ')' | ' ') || (letter == '+' && at == 0)
    });
    if digits < 3 || !is_usual {
        return Err(TextError::InvalidFormat);
    }
    Ok(text)
}

fn registry_code(text: &str) -> Result<String, TextError> {
    let text = lines::line(text, 30)?;
    let is_usual = text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-./ ".contains(&byte));
    if !is_usual || !text.bytes().any(|byte| byte.is_ascii_alphanumeric()) {
        return Err(TextError::InvalidFormat);
    }
    Ok(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn telephone_numbers_are_kept_as_written() {
        for good in ["112", "+372 5555 0100", "(0)20 123-456", "+1 (555) 010-0100"] {
            assert_eq!(Phone::parse(good).unwrap().as_str(), good);
        }
        for bad in ["12", "+-()", "555 x 12", "372+555", "５５５", "555;55"] {
            assert_eq!(Phone::parse(bad), Err(TextError::InvalidFormat), "{bad}");
        }
        assert_eq!(Phone::parse(""), Err(TextError::Required));
        assert_eq!(Phone::parse(&"1".repeat(31)), Err(TextError::TooLong { max: 30 }));
    }

    #[test]
    fn registry_codes_are_letters_digits_and_marks() {
        for good in ["10000018", "FI-0112038-9", "HRB 86891", "12.345/6"] {
            assert_eq!(RegistryCode::parse(good).unwrap().as_str(), good);
        }
        for bad in ["=1+1", "---", "<b>", "№ 5"] {
            assert_eq!(RegistryCode::parse(bad), Err(TextError::InvalidFormat), "{bad}");
        }
    }
}
