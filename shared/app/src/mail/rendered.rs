//! A mail as a recipient sees it.

use super::{Outgoing, page, plain, texts::texts};

/// The words and looks of a mail, before they become a message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rendered {
    /// The subject line.
    pub subject: String,
    /// The part for programs that show HTML.
    pub html: String,
    /// The part for programs that show text.
    pub text: String,
}

/// Words a mail in the recipient's language and lays both parts out. A login link in it is valid for `link_hours`.
#[must_use]
pub fn render(outgoing: &Outgoing, link_hours: u32) -> Rendered {
    let texts = texts(outgoing.language);
    let content = outgoing.letter.compose(texts, &outgoing.brand, link_hours);
    let unsubscribe = outgoing.unsubscribe_url.as_deref();
    Rendered {
        text: plain::render(&content, texts, &outgoing.brand, &outgoing.url, unsubscribe),
        html: page::render(&content, texts, &outgoing.brand, &outgoing.url, unsubscribe),
        subject: content.subject,
    }
}
