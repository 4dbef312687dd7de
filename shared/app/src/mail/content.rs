//! A mail in words, before it has a look: both parts of a mail are made of the same.

/// Everything that one mail says, in the order in which it says it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Content {
    /// The subject line.
    pub(super) subject: String,
    /// What a list of mails shows behind the subject.
    pub(super) preheader: String,
    /// The one heading.
    pub(super) heading: String,
    /// What stands below it.
    pub(super) paragraphs: Vec<String>,
    /// What the mail lists.
    pub(super) group: Option<Group>,
    /// What the one button says.
    pub(super) button: String,
    /// A code that may be typed instead of pressing the button.
    pub(super) code: Option<TypedCode>,
    /// Another way, for few.
    pub(super) second_link: Option<SecondLink>,
    /// Small print about the link.
    pub(super) notes: Vec<String>,
    /// Why the recipient gets this mail.
    pub(super) reason: String,
}

/// A list of tasks.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Group {
    /// What they have in common, where it needs saying.
    pub(super) label: Option<String>,
    /// The tasks that are named.
    pub(super) rows: Vec<Row>,
    /// How many are not.
    pub(super) more: Option<String>,
}

/// One task.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Row {
    /// What it is called.
    pub(super) title: String,
    /// Its deadline, or what happened to it.
    pub(super) detail: Option<String>,
}

/// A code to type.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct TypedCode {
    /// What it is for.
    pub(super) label: String,
    /// In two groups of three.
    pub(super) code: String,
}

/// A link beside the button.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct SecondLink {
    /// What it is for.
    pub(super) text: String,
    /// Where it leads.
    pub(super) url: String,
}
