//! The neutral page where no portal is: the same bytes for a name that nobody has and for a portal that is switched off.

use sild_domain::Language;

use super::Page;
use crate::{markup::html, plain_page::plain_page};

struct Words {
    title: &'static str,
    heading: &'static str,
    text: &'static str,
}

const fn words(language: Language) -> &'static Words {
    match language {
        Language::En => &Words {
            title: "No portal here",
            heading: "There is no portal at this address",
            text: "Check the address for a typing mistake, or open the link in the newest mail from your accountants.",
        },
        Language::Et => &Words {
            title: "Siin ei ole portaali",
            heading: "Sellel aadressil ei ole portaali",
            text: "Vaadake, ega aadressis ei ole kirjaviga, või avage link oma raamatupidaja kõige uuemast e-kirjast.",
        },
        Language::Fi => &Words {
            title: "Täällä ei ole portaalia",
            heading: "Tässä osoitteessa ei ole portaalia",
            text: "Tarkista, onko osoitteessa kirjoitusvirhe, tai avaa linkki kirjanpitäjäsi uusimmasta sähköpostista.",
        },
    }
}

/// Says that nothing is here, and of whom nothing.
#[must_use]
pub fn not_found(language: Language) -> Page {
    let Words { title, heading, text } = words(language);
    plain_page(language, title, heading, &html!("<p>{text}</p>", text = text), "")
}
