//! The kinds of mail, listed once.

use super::Letter;

/// Declares the kinds together with the list of all, so that none can be missing from it.
macro_rules! kinds {
    ($($(#[doc = $doc:literal])* $kind:ident = $name:literal,)*) => {
        /// A kind of mail.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum LetterKind {
            $($(#[doc = $doc])* $kind,)*
        }

        impl LetterKind {
            /// Every kind, in the order in which people meet them.
            pub const ALL: &'static [Self] = &[$(Self::$kind,)*];

            /// Its name in an address.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$kind => $name,)*
                }
            }
        }
    };
}

kinds! {
    /// Somebody asked for a link to sign in.
    LoginLink = "login-link",
    /// Somebody signs an office up.
    SignUp = "sign-up",
    /// Somebody who has an office signs one up.
    AlreadySignedUp = "already-signed-up",
    /// The portal was opened for a contact.
    Invitation = "invitation",
    /// Tasks wait for a client.
    Announcement = "announcement",
    /// Tasks still wait for a client.
    Reminder = "reminder",
    /// What happened to a contact's tasks.
    ContactDigest = "contact-digest",
    /// A contact wants another address.
    EmailChange = "email-change",
    /// A contact has another address.
    EmailChanged = "email-changed",
    /// Somebody is to work in an office.
    MemberInvitation = "member-invitation",
    /// What happened to a member's tasks.
    MemberDigest = "member-digest",
}

impl Letter {
    /// Of which kind it is.
    #[must_use]
    pub const fn kind(&self) -> LetterKind {
        match self {
            Self::LoginLink { .. } => LetterKind::LoginLink,
            Self::SignUp { .. } => LetterKind::SignUp,
            Self::AlreadySignedUp { .. } => LetterKind::AlreadySignedUp,
            Self::Invitation { .. } => LetterKind::Invitation,
            Self::Announcement { .. } => LetterKind::Announcement,
            Self::Reminder { .. } => LetterKind::Reminder,
            Self::ContactDigest { .. } => LetterKind::ContactDigest,
            Self::EmailChange => LetterKind::EmailChange,
            Self::EmailChanged { .. } => LetterKind::EmailChanged,
            Self::MemberInvitation { .. } => LetterKind::MemberInvitation,
            Self::MemberDigest { .. } => LetterKind::MemberDigest,
        }
    }
}
