//! The gallery at `/_local/mails`: every kind of mail in every language, by day and by night, from the renderer that
//! writes the real ones.

mod choice;
mod page;
mod samples;

use axum::Router;
use axum::extract::{Path, Query};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use http::{StatusCode, header};
use sild_app::mail::{self, LetterKind, Rendered};
use sild_domain::Language;

use super::{page::framed, problem};
use crate::cloud::Cloud;
use choice::{Choice, Look};
use samples::samples;

/// For how long the login links of the gallery say that they are valid.
const LINK_HOURS: u32 = 24;

/// The routes of the gallery.
pub(super) fn router() -> Router<Cloud> {
    Router::new()
        .route("/_local/mails", get(gallery))
        .route("/_local/mails/gallery.css", get(styles))
        .route("/_local/mails/{kind}/{name}/{language}/{look}", get(one))
}

/// The page with a frame for each mail that its query chooses.
async fn gallery(Query(choice): Query<Choice>) -> Response {
    match page::page(choice) {
        Ok(html) => super::page::document(html),
        Err(cause) => broken(&cause),
    }
}

async fn styles() -> Response {
    super::page::stylesheet(include_str!("gallery.css"))
}

/// One mail: its HTML by day or by night, or its text.
async fn one(Path((kind, name, language, look)): Path<(String, String, String, Look)>) -> Response {
    let kind = LetterKind::ALL.iter().copied().find(|known| known.name() == kind);
    let (Some(kind), Some(language)) = (kind, Language::from_tag(&language)) else { return no_mail() };
    let of_kind = match samples(kind, language) {
        Ok(of_kind) => of_kind,
        Err(cause) => return broken(&cause),
    };
    let Some(sample) = of_kind.into_iter().find(|sample| sample.name == name) else { return no_mail() };
    let rendered = mail::render(&sample.outgoing, LINK_HOURS);
    show(&rendered, look)
}

fn show(rendered: &Rendered, look: Look) -> Response {
    match look {
        Look::Light | Look::Dark => framed(&in_scheme(&rendered.html, look)),
        Look::Text => (
            [
                (header::CONTENT_TYPE, "text/plain; charset=utf-8"),
                (header::CACHE_CONTROL, "no-store"),
                (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
            ],
            rendered.text.clone(),
        )
            .into_response(),
    }
}

/// The mail as a program in that scheme shows it, whatever this browser prefers.
fn in_scheme(html: &str, look: Look) -> String {
    const DARK: &str = "@media (prefers-color-scheme:dark)";
    const SCHEME: &str = ":root{color-scheme:light dark";
    match look {
        Look::Dark => html.replace(DARK, "@media all").replace(SCHEME, ":root{color-scheme:dark"),
        Look::Light | Look::Text => {
            html.replace(DARK, "@media not all").replace(SCHEME, ":root{color-scheme:light")
        }
    }
}

fn no_mail() -> Response {
    problem(StatusCode::NOT_FOUND, "not_found", "There is no such mail in the gallery.")
}

fn broken(cause: &anyhow::Error) -> Response {
    tracing::error!(%cause, "a mail of the gallery cannot be made");
    problem(
        StatusCode::INTERNAL_SERVER_ERROR,
        "internal",
        "A mail of the gallery cannot be made; the log says why.",
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    // S66
    #[test]
    fn every_kind_has_a_mail_in_every_language_and_each_is_of_its_kind() {
        for kind in LetterKind::ALL {
            for language in Language::ALL {
                let of_kind = samples(*kind, language).unwrap();
                assert!(!of_kind.is_empty(), "{kind:?} {language}");
                for sample in &of_kind {
                    assert_eq!(sample.outgoing.letter.kind(), *kind);
                    assert_eq!(sample.outgoing.language, language);
                    assert_eq!(of_kind.iter().filter(|other| other.name == sample.name).count(), 1);
                }
            }
        }
    }

    #[test]
    fn a_scheme_holds_whatever_the_browser_prefers() {
        for kind in LetterKind::ALL {
            for sample in samples(*kind, Language::En).unwrap() {
                let html = mail::render(&sample.outgoing, LINK_HOURS).html;
                let (light, dark) = (in_scheme(&html, Look::Light), in_scheme(&html, Look::Dark));
                assert!(!light.contains("prefers-color-scheme") && light.contains("@media not all{"));
                assert!(!dark.contains("prefers-color-scheme") && dark.contains("@media all{"));
                assert!(light.contains("color-scheme:light;") && dark.contains("color-scheme:dark;"));
            }
        }
    }
}
