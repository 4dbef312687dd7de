//! Names of uploaded files.

use super::{TextError, lines, text_type};

const MAX_BYTES: usize = 255;

text_type! {
    /// The name of a file as its owner knows it, 1–255 bytes of UTF-8. For display only, never part of
    /// a key or path: what stands before the last `/` or `\` is cut off, and control characters, NUL
    /// and direction overrides are refused.
    FileName, parse: parse, length: 1, MAX_BYTES, example: "statement-2026-03.pdf"
}

impl FileName {
    /// What follows the last dot, in lower case, if it looks like an extension: 1–10 ASCII letters or digits.
    #[must_use]
    pub fn extension(&self) -> Option<String> {
        let (stem, extension) = self.0.rsplit_once('.')?;
        let is_usual = !stem.is_empty()
            && (1..=10).contains(&extension.len())
            && extension.bytes().all(|byte| byte.is_ascii_alphanumeric());
        is_usual.then(|| extension.to_ascii_lowercase())
    }
}

fn parse(text: &str) -> Result<String, TextError> {
    let name = text.rsplit(['/', '\\']).next().unwrap_or_default();
    // What is cut off is checked too: a name with a NUL in its path is an attack, not a name.
    if text != name {
        lines::optional_line(text, usize::MAX)?;
    }
    let name = lines::line(name, usize::MAX)?;
    if name.bytes().all(|byte| byte == b'.') {
        return Err(TextError::InvalidFormat);
    }
    if name.len() > MAX_BYTES {
        return Err(TextError::TooLong { max: MAX_BYTES });
    }
    Ok(name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_path_before_the_name_is_cut_off() {
        for (given, kept) in [
            ("statement.pdf", "statement.pdf"),
            ("../../etc/passwd", "passwd"),
            ("C:\\fakepath\\arve märts.pdf", "arve märts.pdf"),
            (" a  b.txt ", "a b.txt"),
            (".htaccess", ".htaccess"),
        ] {
            assert_eq!(FileName::parse(given).unwrap().as_str(), kept);
        }
    }

    #[test]
    fn names_that_deceive_or_break_are_refused() {
        for bad in ["a\0.pdf", "a\r\nb.pdf", "exe.\u{202e}fdp", "a\0/b.pdf", "a\n/b.pdf"] {
            assert_eq!(FileName::parse(bad), Err(TextError::InvalidCharacter), "{bad:?}");
        }
        for bad in ["", "  ", "folder/", "\\"] {
            assert_eq!(FileName::parse(bad), Err(TextError::Required), "{bad:?}");
        }
        for bad in ["..", ".", "a/.."] {
            assert_eq!(FileName::parse(bad), Err(TextError::InvalidFormat), "{bad:?}");
        }
    }

    #[test]
    fn length_counts_bytes() {
        assert!(FileName::parse(&"a".repeat(255)).is_ok());
        assert_eq!(FileName::parse(&"õ".repeat(128)), Err(TextError::TooLong { max: 255 }));
    }

    #[test]
    fn the_extension_is_lower_case() {
        let extension = |name| FileName::parse(name).unwrap().extension();
        assert_eq!(extension("a.PDF").as_deref(), Some("pdf"));
        assert_eq!(extension("a.tar.gz").as_deref(), Some("gz"));
        assert_eq!(extension(".env"), None);
        assert_eq!(extension("a.õ"), None);
        assert_eq!(extension("a.verylongextension"), None);
        assert_eq!(extension("a."), None);
    }

    proptest! {
        #[test]
        fn no_name_keeps_a_separator(text in "\\PC{0,60}|[./\\\\a-b ]{0,20}") {
            if let Ok(name) = FileName::parse(&text) {
                prop_assert!(!name.as_str().contains(['/', '\\']));
                prop_assert_eq!(FileName::parse(name.as_str()).unwrap(), name);
            }
        }
    }
}
