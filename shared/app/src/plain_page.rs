//! The neutral page that says one thing: no script, one style, light and dark.

use sild_domain::Language;

use crate::{
    markup::{Html, html},
    portal_page::{Page, style_hash},
};

const STYLE: &str = "\
body{margin:0;min-height:100vh;display:grid;place-items:center;background:#f7f7f5;color:#1b1d1f;\
font:400 1rem/1.55 system-ui,-apple-system,'Segoe UI',Roboto,'Noto Sans',sans-serif}\
main{box-sizing:border-box;max-width:27rem;margin:1rem;padding:2.5rem 2.25rem;background:#fff;border:1px solid #e2e2de;\
border-radius:1rem}\
h1{margin:0 0 .75rem;font-size:1.5rem;line-height:1.25;letter-spacing:-.015em}p{margin:0;color:#5a5f66}\
@media (prefers-color-scheme:dark){body{background:#131517;color:#eceded}main{background:#1c1f22;border-color:#2e3236}\
p{color:#a4aab1}}";

/// A page with this heading and what stands below it. `more_style` goes behind the style of all.
pub(crate) fn plain_page(
    language: Language,
    title: &str,
    heading: &str,
    below: &Html,
    more_style: &str,
) -> Page {
    let style = format!("{STYLE}{more_style}");
    let page = html!(
        "<!doctype html>\n<html lang=\"{language}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"robots\" content=\"noindex\">\n\
         <title>{title}</title>\n<style>{style}</style>\n</head>\n<body>\n<main>\n\
         <h1>{heading}</h1>\n{below}\n</main>\n</body>\n</html>\n",
        language = language.tag(),
        title = title,
        style = Html::trusted(style.clone()),
        heading = heading,
        below = below,
    );
    Page { html: page.into_string(), style_hash: style_hash(&style) }
}
