//! The office's colours as custom properties, by day and by night.

use sild_domain::{Palette, SchemeColours};

/// The style that the page carries; the content security policy allows exactly it, by its hash.
pub(super) fn style(palette: &Palette) -> String {
    let light = scheme(&palette.light);
    let dark = scheme(&palette.dark);
    format!(
        ":root{{--brand:{};--on-brand:{}}}:root,[data-theme=light]{{{light}}}\
         @media (prefers-color-scheme:dark){{:root:not([data-theme=light]){{{dark}}}}}[data-theme=dark]{{{dark}}}",
        palette.brand, palette.on_brand
    )
}

fn scheme(colours: &SchemeColours) -> String {
    format!(
        "--link:{};--brand-ui:{};--on-brand-ui:{}",
        colours.link.colour, colours.brand_ui.colour, colours.on_brand_ui
    )
}
