//! The pages of a link: a form that works without script, in the colours of who mails.

use sild_domain::{Colour, Language, Palette};
use sild_store::notifications::Recipient;

use super::{
    Held, Says, path_of,
    words::{topic, words},
};
use crate::{
    markup::{Html, html},
    plain_page::plain_page,
    portal_page::Page,
};

/// The page of a link that somebody holds; `text` is its token.
pub(super) fn page(held: &Held, text: &str, says: Says) -> Page {
    let language = held.told.language;
    let words = words(language);
    let (name, palette) = who_mails(held);
    let (heading, intro, button, value) = match says {
        Says::Asks => (words.asks, (words.mails)(&name), words.stop, "off"),
        Says::AreOff => (words.are_off, (words.mails_no_more)(&name), words.again, "on"),
        Says::AreOn => (words.are_on, (words.mails)(&name), words.stop, "off"),
    };
    let topics = held.token.topics.iter();
    let topics = topics.map(|one| html!("<li>{topic}</li>", topic = topic(language, *one))).collect::<Html>();
    let below = html!(
        "<p>{intro}</p>\n<ul>{topics}</ul>\n\
         <form method=\"post\" action=\"{action}\"><button name=\"mails\" value=\"{value}\">{button}</button></form>\n\
         <p class=\"note\">{note}</p>",
        intro = intro,
        topics = topics,
        action = path_of(text),
        value = value,
        button = button,
        note = words.logins_stay,
    );
    plain_page(language, heading, heading, &below, &style(&palette))
}

/// A contact is mailed by their office's portal, a member by the product.
fn who_mails(held: &Held) -> (String, Palette) {
    let office = &held.office;
    match held.token.who {
        Recipient::Contact(_) => {
            let name = office.portal_name.as_ref().unwrap_or(&office.name);
            (name.to_string(), Palette::derive(office.colour))
        }
        Recipient::Member(_) => (format!("Sild · {}", office.name), Palette::derive(Colour::DEFAULT_BRAND)),
    }
}

fn style(palette: &Palette) -> String {
    let (light, dark) = (&palette.light, &palette.dark);
    format!(
        "ul{{margin:.5rem 0 0;padding-left:1.25rem}}form{{margin:1.5rem 0 0}}.note{{margin-top:1.5rem;font-size:.875rem}}\
         button{{padding:.75rem 1.5rem;border:0;border-radius:.625rem;background:{};color:{};font:inherit;font-weight:600;\
         cursor:pointer}}button:focus-visible{{outline:3px solid currentColor;outline-offset:-6px}}\
         @media (prefers-color-scheme:dark){{button{{background:{};color:{}}}}}",
        light.brand_ui.colour, light.on_brand_ui, dark.brand_ui.colour, dark.on_brand_ui,
    )
}

/// The page of a link that leads to nothing.
pub(super) fn gone(language: Language) -> Page {
    let words = words(language);
    plain_page(language, words.gone, words.gone, &html!("<p>{text}</p>", text = words.gone_text), "")
}
