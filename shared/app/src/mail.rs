//! Mails: what they say, how they look, and how they leave.
//!
//! A [`Letter`] says what a mail is about. [`send`] words it in the recipient's language, lays it out once for programs that
//! show HTML and once as text, and hands it to SES. A mail names titles and deadlines and nothing else of a task: never a
//! description, a message or a file's name (S33). What is sent to be digitised is no letter: see [`crate::digitisation`].

mod brand;
mod content;
mod digitisation;
mod kind;
mod letter;
mod message;
mod page;
mod plain;
mod rendered;
mod send;
mod texts;

pub use brand::Brand;
pub(crate) use digitisation::digitisation_words;
pub use kind::LetterKind;
pub use letter::{ContactNews, ContactNewsKind, Letter, MemberNews, MemberNewsKind, TaskLine};
pub(crate) use message::address_of;
pub use rendered::{Rendered, render};
pub(crate) use send::send_raw;
pub use send::{MailFailure, Outgoing, send, send_or_settle};

#[cfg(test)]
mod tests;
