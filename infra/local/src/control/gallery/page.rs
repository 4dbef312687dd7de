//! The page around the frames.

use std::fmt::Write as _;

use sild_app::mail::{self, LetterKind};
use sild_domain::Language;

use super::{
    LINK_HOURS,
    choice::{Choice, Look, Width},
    samples::{Sample, samples},
};

/// The gallery as HTML.
pub(super) fn page(choice: Choice) -> anyhow::Result<String> {
    let mut kinds = String::new();
    for kind in LetterKind::ALL {
        kinds.push_str(&section(*kind, choice)?);
    }
    Ok(include_str!("gallery.html")
        .replace("__LANGUAGES__", &languages(choice))
        .replace("__LOOKS__", &looks(choice))
        .replace("__WIDTHS__", &widths(choice))
        .replace("__KINDS__", &kinds))
}

fn section(kind: LetterKind, choice: Choice) -> anyhow::Result<String> {
    let mut frames = String::new();
    for language in choice.languages() {
        for sample in samples(kind, language)? {
            for look in choice.looks() {
                frames.push_str(&frame(kind, &sample, look, choice.width));
            }
        }
    }
    let name = kind.name();
    Ok(format!(
        "<section id=\"{name}\" aria-labelledby=\"h-{name}\"><h2 id=\"h-{name}\">{}</h2>\
         <div class=\"frames\">{frames}</div></section>",
        in_words(kind)
    ))
}

/// What the heading of a kind says.
const fn in_words(kind: LetterKind) -> &'static str {
    match kind {
        LetterKind::LoginLink => "Login link",
        LetterKind::SignUp => "Sign-up of an office",
        LetterKind::AlreadySignedUp => "Sign-up by somebody who has an office",
        LetterKind::Invitation => "Invitation to the portal",
        LetterKind::Announcement => "Announcement of tasks",
        LetterKind::Reminder => "Reminder of tasks",
        LetterKind::ContactDigest => "News for a contact",
        LetterKind::EmailChange => "A new address, to be confirmed",
        LetterKind::EmailChanged => "A new address, told to the old one",
        LetterKind::MemberInvitation => "Invitation to an office",
        LetterKind::MemberDigest => "News for a member",
    }
}

fn frame(kind: LetterKind, sample: &Sample, look: Look, width: Width) -> String {
    let language = sample.outgoing.language;
    let subject = escaped(&mail::render(&sample.outgoing, LINK_HOURS).subject);
    let about = if sample.about.is_empty() { String::new() } else { format!(" · {}", sample.about) };
    let look = look.name();
    let address = format!("/_local/mails/{}/{}/{language}/{look}", kind.name(), sample.name);
    format!(
        "<figure class=\"w{}\"><figcaption><a href=\"{address}\">{subject}</a>\
         <span class=\"quiet\">{language} · {look}{about}</span></figcaption>\
         <iframe src=\"{address}\" loading=\"lazy\" title=\"{subject} ({language}, {look})\" \
         sandbox=\"allow-popups allow-popups-to-escape-sandbox\" referrerpolicy=\"no-referrer\"></iframe></figure>",
        width.name()
    )
}

fn languages(choice: Choice) -> String {
    let all = option("All", Choice { language: None, ..choice }, choice);
    let each = Language::ALL
        .into_iter()
        .map(|language| option(language.tag(), Choice { language: Some(language), ..choice }, choice));
    std::iter::once(all).chain(each).collect()
}

fn looks(choice: Choice) -> String {
    let both = option("light and dark", Choice { look: None, ..choice }, choice);
    let each =
        Look::ALL.into_iter().map(|look| option(look.name(), Choice { look: Some(look), ..choice }, choice));
    std::iter::once(both).chain(each).collect()
}

fn widths(choice: Choice) -> String {
    let option = |width: Width| option(width.name(), Choice { width, ..choice }, choice);
    Width::ALL.into_iter().map(option).collect()
}

fn option(name: &str, leads_to: Choice, shown: Choice) -> String {
    let current = if leads_to == shown { " aria-current=\"true\"" } else { "" };
    format!("<a href=\"{}\"{current}>{name}</a>", escaped(&leads_to.address()))
}

/// Text as HTML.
fn escaped(text: &str) -> String {
    text.chars().fold(String::with_capacity(text.len()), |mut written, letter| {
        if matches!(letter, '&' | '<' | '>' | '"' | '\'') {
            // Writing into a string cannot fail.
            let _ = write!(written, "&#{};", u32::from(letter));
        } else {
            written.push(letter);
        }
        written
    })
}
