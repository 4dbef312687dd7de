//! What people are told of, and what of it each has switched off (S49–S54, S56).

use std::{collections::BTreeSet, fmt, str::FromStr};

/// Something that people are told of and that each may switch off. Login mails, invitations and what guards an account are
/// none of these, so nobody can switch them off.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    serde::Serialize,
    serde::Deserialize,
    utoipa::ToSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Topic {
    /// Members: a contact sent a request (S49).
    NewRequest,
    /// Both: somebody wrote in the portal (S50, S53).
    PortalMessage,
    /// Members: a contact uploaded a file (S50).
    ClientFile,
    /// Members: a contact finished a task (S51).
    ClientDone,
    /// Contacts: a task waits for them (S52).
    TaskAssigned,
    /// Contacts: a task still waits for them (S62).
    Reminder,
    /// Contacts: a task was taken back (S54).
    TaskWithdrawn,
}

impl Topic {
    /// Every topic.
    pub const ALL: [Self; 7] = [
        Self::NewRequest,
        Self::PortalMessage,
        Self::ClientFile,
        Self::ClientDone,
        Self::TaskAssigned,
        Self::Reminder,
        Self::TaskWithdrawn,
    ];
    /// What members are told of.
    pub const OF_MEMBERS: [Self; 4] =
        [Self::NewRequest, Self::PortalMessage, Self::ClientFile, Self::ClientDone];
    /// What contacts are told of.
    pub const OF_CONTACTS: [Self; 4] =
        [Self::TaskAssigned, Self::Reminder, Self::PortalMessage, Self::TaskWithdrawn];

    /// Its name in records and answers.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::NewRequest => "new_request",
            Self::PortalMessage => "portal_message",
            Self::ClientFile => "client_file",
            Self::ClientDone => "client_done",
            Self::TaskAssigned => "task_assigned",
            Self::Reminder => "reminder",
            Self::TaskWithdrawn => "task_withdrawn",
        }
    }

    /// The letter that stands for it where every character counts.
    #[must_use]
    pub const fn letter(self) -> char {
        match self {
            Self::NewRequest => 'r',
            Self::PortalMessage => 'm',
            Self::ClientFile => 'f',
            Self::ClientDone => 'd',
            Self::TaskAssigned => 'a',
            Self::Reminder => 'e',
            Self::TaskWithdrawn => 'w',
        }
    }
}

/// How people are told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Way {
    /// By mail.
    Mail,
    /// In the app.
    App,
}

impl Way {
    const ALL: [Self; 2] = [Self::Mail, Self::App];

    const fn name(self) -> &'static str {
        match self {
            Self::Mail => "mail",
            Self::App => "app",
        }
    }
}

/// One switch of a person. In a record it is a text such as `mail:portal_message`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
#[serde(try_from = "String", into = "String")]
struct Switch {
    way: Way,
    topic: Topic,
}

/// A text that names no switch.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is no switch: it is a way and a topic, such as `mail:portal_message`")]
struct UnknownSwitch(String);

impl fmt::Display for Switch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.way.name(), self.topic.name())
    }
}

impl FromStr for Switch {
    type Err = UnknownSwitch;

    fn from_str(text: &str) -> Result<Self, UnknownSwitch> {
        let found = text.split_once(':').and_then(|(way, topic)| {
            let way = Way::ALL.into_iter().find(|one| one.name() == way)?;
            let topic = Topic::ALL.into_iter().find(|one| one.name() == topic)?;
            Some(Self { way, topic })
        });
        found.ok_or_else(|| UnknownSwitch(text.to_owned()))
    }
}

impl TryFrom<String> for Switch {
    type Error = UnknownSwitch;

    fn try_from(text: String) -> Result<Self, UnknownSwitch> {
        text.parse()
    }
}

impl From<Switch> for String {
    fn from(switch: Switch) -> Self {
        switch.to_string()
    }
}

/// What somebody does not want to be told. Whatever is not in it is on, so a person who never chose is told of everything.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(from = "Option<BTreeSet<Switch>>", into = "Option<BTreeSet<Switch>>")]
pub struct SwitchedOff(BTreeSet<Switch>);

impl From<Option<BTreeSet<Switch>>> for SwitchedOff {
    fn from(switches: Option<BTreeSet<Switch>>) -> Self {
        Self(switches.unwrap_or_default())
    }
}

impl From<SwitchedOff> for Option<BTreeSet<Switch>> {
    fn from(off: SwitchedOff) -> Self {
        (!off.0.is_empty()).then_some(off.0)
    }
}

impl SwitchedOff {
    /// Whether the person wants to be told of this in this way.
    #[must_use]
    pub fn is_on(&self, way: Way, topic: Topic) -> bool {
        !self.0.contains(&Switch { way, topic })
    }

    /// Switches this on or off.
    pub fn set(&mut self, way: Way, topic: Topic, is_on: bool) {
        let switch = Switch { way, topic };
        if is_on {
            self.0.remove(&switch);
        } else {
            self.0.insert(switch);
        }
    }

    /// The same with these mails switched on or off.
    #[must_use]
    pub fn with_mails(mut self, topics: impl IntoIterator<Item = Topic>, is_on: bool) -> Self {
        for topic in topics {
            self.set(Way::Mail, topic, is_on);
        }
        self
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn whoever_never_chose_is_told_of_everything() {
        let off: SwitchedOff = serde_json::from_value(json!(null)).unwrap();
        assert_eq!(off, SwitchedOff::default());
        assert!(
            Topic::ALL.into_iter().all(|topic| off.is_on(Way::Mail, topic) && off.is_on(Way::App, topic))
        );
        assert_eq!(json!(off), json!(null));
    }

    #[test]
    fn a_switch_is_of_one_topic_and_one_way() {
        for topic in Topic::ALL {
            for way in Way::ALL {
                let mut off = SwitchedOff::default();
                off.set(way, topic, false);
                let others = Topic::ALL.into_iter().flat_map(|topic| Way::ALL.map(|way| (way, topic)));
                let on = others.filter(|(way, topic)| off.is_on(*way, *topic)).count();
                assert_eq!((off.is_on(way, topic), on), (false, 2 * Topic::ALL.len() - 1));
                let kept = json!(off);
                assert_eq!(kept, json!([format!("{}:{}", way.name(), topic.name())]));
                assert_eq!(serde_json::from_value::<SwitchedOff>(kept).unwrap(), off);
                off.set(way, topic, true);
                assert_eq!(off, SwitchedOff::default());
            }
        }
        assert!(serde_json::from_value::<SwitchedOff>(json!(["mail:login"])).is_err());
    }

    #[test]
    fn every_topic_is_somebodys_and_has_a_name_and_a_letter_of_its_own() {
        let told = Topic::OF_MEMBERS.into_iter().chain(Topic::OF_CONTACTS).collect::<BTreeSet<_>>();
        assert_eq!(told, Topic::ALL.into_iter().collect());
        let letters = Topic::ALL.map(Topic::letter).into_iter().collect::<BTreeSet<_>>();
        assert_eq!(letters.len(), Topic::ALL.len());
        for topic in Topic::ALL {
            assert_eq!(json!(topic), json!(topic.name()));
        }
    }
}
