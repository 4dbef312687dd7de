//! A field of an edit: left as it is, emptied, or set.

use serde::{Deserialize, Deserializer};

/// What an edit does to a field that may be empty. In JSON: not there, `null`, or a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Patch<T> {
    /// It stays.
    #[default]
    Keep,
    /// It is emptied.
    Clear,
    /// It becomes this.
    Set(T),
}

impl<T> Patch<T> {
    /// The field after the edit.
    #[must_use]
    pub fn of(self, before: Option<T>) -> Option<T> {
        match self {
            Self::Keep => before,
            Self::Clear => None,
            Self::Set(value) => Some(value),
        }
    }

    /// The value that it is set to.
    #[must_use]
    pub const fn value(&self) -> Option<&T> {
        match self {
            Self::Set(value) => Some(value),
            Self::Keep | Self::Clear => None,
        }
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Patch<T> {
    /// With `#[serde(default)]` at the field, so that one that is not there is [`Patch::Keep`].
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Option::<T>::deserialize(deserializer).map(|value| value.map_or(Self::Clear, Self::Set))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Deserialize)]
    struct Edit {
        #[serde(default)]
        size: Patch<u8>,
    }

    #[test]
    fn absent_null_and_a_value_are_three_things() {
        for (json, patch) in
            [("{}", Patch::Keep), (r#"{"size":null}"#, Patch::Clear), (r#"{"size":7}"#, Patch::Set(7))]
        {
            assert_eq!(serde_json::from_str::<Edit>(json).unwrap().size, patch, "{json}");
        }
    }

    #[test]
    fn an_edit_keeps_clears_or_sets() {
        assert_eq!(Patch::Keep.of(Some(1)), Some(1));
        assert_eq!(Patch::Clear.of(Some(1)), None);
        assert_eq!(Patch::Set(2).of(Some(1)), Some(2));
        assert_eq!(Patch::Set(2).of(None), Some(2));
    }
}
