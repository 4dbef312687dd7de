//! Whether mail reaches an address, and what may still be mailed to it (S18, S49–S54).

/// Whether mail reaches an address.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize,
)]
#[serde(rename_all = "lowercase")]
pub enum AddressState {
    /// As far as we know.
    #[default]
    Ok,
    /// The person called our mail spam.
    Complained,
    /// A mail came back for good.
    Bounced,
}

impl AddressState {
    /// Whether it is mailed what nobody there has just asked for: notifications, announcements, invitations.
    #[must_use]
    pub const fn takes_mail(self) -> bool {
        matches!(self, Self::Ok)
    }

    /// Whether it is mailed a login link that the person has just asked for. Who called a notification spam can still sign
    /// in; where mails come back, none is sent.
    #[must_use]
    pub const fn takes_logins(self) -> bool {
        !matches!(self, Self::Bounced)
    }

    /// What becomes of it by news; `None` if that is nothing new. It only gets worse, so the order in which news arrives and
    /// how often does not matter.
    #[must_use]
    pub fn worsened_by(self, news: Self) -> Option<Self> {
        (news > self).then_some(news)
    }
}

#[cfg(test)]
mod tests {
    use super::AddressState::{self, Bounced, Complained, Ok};

    fn after(news: &[AddressState]) -> AddressState {
        news.iter().fold(Ok, |state, news| state.worsened_by(*news).unwrap_or(state))
    }

    #[test]
    fn news_in_any_order_and_any_number_comes_to_the_same() {
        assert_eq!(after(&[Bounced, Complained]), after(&[Complained, Bounced, Complained, Bounced]));
        assert_eq!(after(&[Complained, Complained]), Complained);
        assert_eq!(after(&[]), Ok);
        assert_eq!(Bounced.worsened_by(Bounced), None);
        assert_eq!(Bounced.worsened_by(Complained), None);
    }

    #[test]
    fn only_a_good_address_gets_mail_and_only_a_working_one_gets_logins() {
        assert_eq!([Ok, Complained, Bounced].map(AddressState::takes_mail), [true, false, false]);
        assert_eq!([Ok, Complained, Bounced].map(AddressState::takes_logins), [true, true, false]);
    }
}
