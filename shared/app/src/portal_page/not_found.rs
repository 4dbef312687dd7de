//! The neutral page where no portal is: the same bytes for a name that nobody has and for a portal that is switched off.

use sild_domain::Language;

use super::{Page, page::style_hash};

const STYLE: &str = "\
body{margin:0;min-height:100vh;display:grid;place-items:center;background:#f7f7f5;color:#1b1d1f;\
font:400 1rem/1.55 system-ui,-apple-system,'Segoe UI',Roboto,'Noto Sans',sans-serif}\
main{box-sizing:border-box;max-width:27rem;margin:1rem;padding:2.5rem 2.25rem;background:#fff;border:1px solid #e2e2de;\
border-radius:1rem}\
h1{margin:0 0 .75rem;font-size:1.5rem;line-height:1.25;letter-spacing:-.015em}p{margin:0;color:#5a5f66}\
@media (prefers-color-scheme:dark){body{background:#131517;color:#eceded}main{background:#1c1f22;border-color:#2e3236}\
p{color:#a4aab1}}";

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
    let html = format!(
        "<!doctype html>\n<html lang=\"{language}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"robots\" content=\"noindex\">\n\
         <title>{title}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<main>\n\
         <h1>{heading}</h1>\n<p>{text}</p>\n</main>\n</body>\n</html>\n"
    );
    Page { html, style_hash: style_hash(STYLE) }
}
