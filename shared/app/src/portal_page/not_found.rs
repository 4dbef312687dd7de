//! The neutral page where no portal is: the same bytes for a name that nobody has and for a portal that is switched off.

use super::{Page, page::style_hash};

const STYLE: &str = "\
body{margin:0;min-height:100vh;display:grid;place-items:center;background:#f7f7f5;color:#1b1d1f;\
font:400 1rem/1.55 system-ui,-apple-system,'Segoe UI',Roboto,'Noto Sans',sans-serif}\
main{box-sizing:border-box;max-width:27rem;margin:1rem;padding:2.5rem 2.25rem;background:#fff;border:1px solid #e2e2de;\
border-radius:1rem}\
h1{margin:0 0 .75rem;font-size:1.5rem;line-height:1.25;letter-spacing:-.015em}p{margin:0;color:#5a5f66}\
@media (prefers-color-scheme:dark){body{background:#131517;color:#eceded}main{background:#1c1f22;border-color:#2e3236}\
p{color:#a4aab1}}";

/// Says that nothing is here, and of whom nothing.
#[must_use]
pub fn not_found() -> Page {
    let html = format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"robots\" content=\"noindex\">\n\
         <title>No portal here</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<main>\n\
         <h1>There is no portal at this address</h1>\n\
         <p>Check the address for a typing mistake, or open the link in the newest mail from your accountants.</p>\n\
         </main>\n</body>\n</html>\n"
    );
    Page { html, style_hash: style_hash(STYLE) }
}
