//! What a link says: `v1.<office>.<m or p>.<person>.<topics>.<signature>`.

use std::collections::BTreeSet;

use sild_domain::{OfficeId, Topic};
use sild_store::notifications::Recipient;

use crate::secrets;

const VERSION: &str = "v1";
/// Sets these signatures apart from any other use of the key.
const PURPOSE: &str = "unsubscribe";

/// Whose mails of which topics a link switches.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Token {
    pub(super) office: OfficeId,
    pub(super) who: Recipient,
    pub(super) topics: BTreeSet<Topic>,
}

impl Token {
    fn claim(&self) -> String {
        let topics = self.topics.iter().map(|topic| topic.letter()).collect::<String>();
        let name = self.who.name();
        let (kind, key) = name.split_at_checked(1).unwrap_or_default();
        format!("{VERSION}.{}.{kind}.{key}.{topics}", self.office.key())
    }

    /// The token as it goes into a link.
    pub(super) fn signed(&self, key: &str) -> String {
        let claim = self.claim();
        let signature = secrets::sign(key, &[PURPOSE, &claim]);
        format!("{claim}.{signature}")
    }

    /// Reads what a token says, and its signature. Whether that is good is another question.
    pub(super) fn read(text: &str) -> Option<(Self, &str)> {
        let (claim, signature) = text.rsplit_once('.')?;
        let mut parts = claim.split('.').skip(1);
        let (office, kind, key, letters) = (parts.next()?, parts.next()?, parts.next()?, parts.next()?);
        let topic = |letter| Topic::ALL.into_iter().find(|topic| topic.letter() == letter);
        let token = Self {
            office: OfficeId::from_key(office).ok()?,
            who: Recipient::from_name(&format!("{kind}{key}"))?,
            topics: letters.chars().map(topic).collect::<Option<_>>()?,
        };
        // There is one way to write it.
        (!token.topics.is_empty() && token.claim() == claim).then_some((token, signature))
    }

    /// Whether this is its signature under a key.
    pub(super) fn is_signed(&self, signature: &str, key: &str) -> bool {
        secrets::are_equal(signature, &secrets::sign(key, &[PURPOSE, &self.claim()]))
    }
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;
    use sild_domain::{ContactId, MemberId};

    use super::*;

    fn token(who: Recipient, topics: &[Topic]) -> Token {
        let office = OfficeId::new(Timestamp::UNIX_EPOCH, [7; 10]);
        Token { office, who, topics: topics.iter().copied().collect() }
    }

    #[test]
    fn what_was_signed_is_read_back() {
        let contact = Recipient::Contact(ContactId::new(Timestamp::UNIX_EPOCH, [1; 10]));
        let member = Recipient::Member(MemberId::new(Timestamp::UNIX_EPOCH, [1; 10]));
        for one in [token(contact, &[Topic::TaskAssigned]), token(member, &Topic::OF_MEMBERS)] {
            let text = one.signed("key");
            assert!(
                text.len() < 120
                    && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"._-".contains(&byte))
            );
            let (read, signature) = Token::read(&text).unwrap();
            assert_eq!(read, one);
            assert!(read.is_signed(signature, "key") && !read.is_signed(signature, "other"));
        }
    }

    #[test]
    fn a_signature_is_good_for_nothing_else() {
        let contact = Recipient::Contact(ContactId::new(Timestamp::UNIX_EPOCH, [1; 10]));
        let one = token(contact, &[Topic::TaskAssigned]);
        let text = one.signed("key");
        let (_, signature) = Token::read(&text).unwrap();
        let other = ContactId::new(Timestamp::UNIX_EPOCH, [2; 10]);
        let others = [
            token(contact, &[Topic::PortalMessage]),
            token(contact, &[Topic::TaskAssigned, Topic::PortalMessage]),
            token(Recipient::Contact(other), &[Topic::TaskAssigned]),
            Token { office: OfficeId::new(Timestamp::UNIX_EPOCH, [8; 10]), ..one.clone() },
        ];
        assert!(others.iter().all(|other| !other.is_signed(signature, "key")));
    }

    #[test]
    fn there_is_one_way_to_write_a_token() {
        let contact = Recipient::Contact(ContactId::new(Timestamp::UNIX_EPOCH, [1; 10]));
        let good = token(contact, &[Topic::PortalMessage, Topic::TaskAssigned]).signed("key");
        assert!(Token::read(&good).is_some() && good.contains(".ma."));
        for bad in [
            good.replace(".ma.", ".am."),
            good.replace(".ma.", ".mma."),
            good.replace(".ma.", ".."),
            good.replace(".ma.", ".x."),
            good.replace("v1.", "v2."),
            good.replace("v1.", "v1.v1."),
            good.replace(".ma.", ".ma.ma."),
            good.to_uppercase(),
            String::new(),
            ".....".to_owned(),
        ] {
            assert_eq!(Token::read(&bad), None, "{bad}");
        }
    }
}
