//! The words of a mail with files that are to be digitised (S61).

use sild_domain::Language;

use super::texts::texts;

/// What such a mail says, in the office's language.
pub(crate) struct DigitisationWords {
    pub(crate) subject: String,
    pub(crate) intro: String,
}

/// Names the client and the task.
pub(crate) fn digitisation_words(
    language: Language,
    office: &str,
    client: &str,
    title: &str,
) -> DigitisationWords {
    let texts = texts(language);
    DigitisationWords {
        subject: texts.digitisation_subject(client, title),
        intro: texts.digitisation_intro(office, client, title),
    }
}
