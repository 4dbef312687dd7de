//! Where a link leads after signing in: a path of the same app, nothing else.

use serde::{Deserialize, Serialize};

/// A path of the app, such as `/tasks/tsk_…`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Target(String);

/// A target that is no path of the app.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("invalid_format: a target is a path of the app and begins with one slash")]
pub struct InvalidTarget;

impl Target {
    /// The most characters of a target.
    pub const MAX_LENGTH: usize = 300;

    /// Reads a path. Another site's address is none, however it is written: `//host`, `/\host`, `https:`.
    ///
    /// # Errors
    /// [`InvalidTarget`]
    pub fn parse(text: &str) -> Result<Self, InvalidTarget> {
        let is_own_path = text.starts_with('/') && !text.starts_with("//");
        let is_plain = text.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'\\' && byte != b'#');
        if is_own_path && is_plain && text.len() <= Self::MAX_LENGTH {
            Ok(Self(text.to_owned()))
        } else {
            Err(InvalidTarget)
        }
    }

    /// The path.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for Target {
    type Error = InvalidTarget;

    fn try_from(text: String) -> Result<Self, InvalidTarget> {
        Self::parse(&text)
    }
}

impl From<Target> for String {
    fn from(target: Target) -> Self {
        target.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_paths_of_the_app_are_targets() {
        for good in ["/", "/tasks/tsk_1", "/c/cli_1/tasks?state=open"] {
            assert_eq!(Target::parse(good).unwrap().as_str(), good);
        }
        for bad in [
            "",
            "tasks",
            "//evil.example",
            "/\\evil.example",
            "https://evil.example",
            "/a b",
            "/a\r\nb",
            "/a#b",
        ] {
            assert_eq!(Target::parse(bad), Err(InvalidTarget), "{bad:?}");
        }
        assert_eq!(Target::parse(&format!("/{}", "a".repeat(300))), Err(InvalidTarget));
    }
}
