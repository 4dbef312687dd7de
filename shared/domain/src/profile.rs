//! What people change about themselves, as their accountants see it (S57).

use std::fmt;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::PersonName;

/// How many changes are kept of one person; older ones are forgotten.
pub const PROFILE_CHANGES_KEPT: usize = 10;

/// What of a profile can change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ProfileField {
    /// The name.
    Name,
    /// The telephone number.
    Phone,
    /// The language of portal and mails.
    Language,
    /// The address, which is the login.
    Email,
}

/// One change of a profile. `Debug` leaves the values out, because a log must never hold them.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
pub struct ProfileChange {
    /// Of what.
    pub field: ProfileField,
    /// What it was; `null` where there was nothing.
    pub old: Option<String>,
    /// What it became; `null` where there is nothing any more.
    pub new: Option<String>,
    /// When.
    #[schema(value_type = String, format = DateTime)]
    pub at: Timestamp,
    /// By whom, under the name that they had then.
    #[schema(value_type = String)]
    pub by: PersonName,
}

impl fmt::Debug for ProfileChange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ProfileChange")
            .field("field", &self.field)
            .field("at", &self.at)
            .finish_non_exhaustive()
    }
}

impl ProfileChange {
    /// That a value changed; `None` if it did not.
    #[must_use]
    pub fn between(
        field: ProfileField,
        old: Option<&str>,
        new: Option<&str>,
        by: &PersonName,
        at: Timestamp,
    ) -> Option<Self> {
        (old != new).then(|| Self {
            field,
            old: old.map(str::to_owned),
            new: new.map(str::to_owned),
            at,
            by: by.clone(),
        })
    }
}

/// The changes that are kept, the newest first: those that are new before those that were kept.
#[must_use]
pub fn kept_changes(
    new: impl IntoIterator<Item = ProfileChange>,
    kept: impl IntoIterator<Item = ProfileChange>,
) -> Vec<ProfileChange> {
    new.into_iter().chain(kept).take(PROFILE_CHANGES_KEPT).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn change(new: &str) -> ProfileChange {
        let at = "2026-03-02T08:00:00Z".parse().unwrap();
        let by = PersonName::parse("Mari Maasikas").unwrap();
        ProfileChange::between(ProfileField::Phone, None, Some(new), &by, at).unwrap()
    }

    #[test]
    fn what_stayed_the_same_is_no_change() {
        let by = PersonName::parse("Mari").unwrap();
        for same in [None, Some("555 0100")] {
            assert_eq!(
                ProfileChange::between(ProfileField::Phone, same, same, &by, Timestamp::UNIX_EPOCH),
                None
            );
        }
    }

    #[test]
    fn the_newest_ten_are_kept_the_newest_first() {
        let numbers = (0..PROFILE_CHANGES_KEPT).map(|n| change(&n.to_string())).collect::<Vec<_>>();
        let kept = kept_changes([change("a"), change("b")], numbers.clone());
        assert_eq!(kept.len(), PROFILE_CHANGES_KEPT);
        assert_eq!(kept[..2], [change("a"), change("b")]);
        assert_eq!(kept[2..], numbers[..PROFILE_CHANGES_KEPT - 2]);
    }

    #[test]
    fn debug_output_never_holds_a_value() {
        let text = format!("{:?}", change("+372 5555 0100"));
        assert!(text.contains("Phone") && !text.contains("5555") && !text.contains("Mari"), "{text}");
    }
}
