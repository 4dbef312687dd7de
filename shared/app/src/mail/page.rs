//! The part of a mail that has a look: one table layout for every mail, light and dark, from 320 to 600 px.
//!
//! Mail programs know tables and inline styles; what only some of them know (the dark colours, the narrow screen) stands in
//! a `<style>` that the others pass over. Nothing is loaded but the office's own logo, where it has one.

use sild_domain::{Colour, Palette};

use super::{
    Brand,
    content::{Content, Group, Row, SecondLink, TypedCode},
    texts::Texts,
};
use crate::{
    markup::{Html, html},
    portal_media::Picture,
};

/// The fixed colours of the light scheme, as the apps have them.
const SURFACE: &str = "#f7f7f5";
const RAISED: &str = "#ffffff";
const SUNKEN: &str = "#efefec";
const TEXT: &str = "#1b1d1f";
const MUTED: &str = "#5a5f66";
const LINE: &str = "#e2e2de";

const FONT: &str = "font-family:system-ui,-apple-system,'Segoe UI',Roboto,'Helvetica Neue',Arial,sans-serif";

/// The part for programs that show HTML.
pub(super) fn render(
    content: &Content,
    texts: &dyn Texts,
    brand: &Brand,
    url: &str,
    unsubscribe_url: Option<&str>,
) -> String {
    html!(
        "<!doctype html><html lang=\"{lang}\"><head>\
         <meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\
         <meta name=\"x-apple-disable-message-reformatting\">\
         <meta name=\"format-detection\" content=\"telephone=no,date=no,address=no,email=no,url=no\">\
         <meta name=\"color-scheme\" content=\"light dark\">\
         <meta name=\"supported-color-schemes\" content=\"light dark\">\
         <title>{subject}</title><style>{style}</style></head>\
         <body class=\"ground\" style=\"margin:0;padding:0;background:{surface};-webkit-text-size-adjust:100%\">\
         {preheader}\
         <table role=\"presentation\" class=\"ground\" width=\"100%\" cellpadding=\"0\" cellspacing=\"0\" border=\"0\" style=\"background:{surface}\">\
         <tr><td class=\"edge\" align=\"center\" style=\"padding:32px 20px 40px\">\
         <table role=\"presentation\" class=\"frame\" width=\"560\" cellpadding=\"0\" cellspacing=\"0\" border=\"0\" style=\"width:100%;max-width:560px\">\
         {head}{card}{foot}\
         </table></td></tr></table></body></html>",
        lang = texts.language().tag(),
        subject = content.subject,
        style = style(&brand.palette),
        surface = SURFACE,
        preheader = preheader(&content.preheader),
        head = head(brand),
        card = card(content, texts, &brand.palette, url),
        foot = foot(content, texts, unsubscribe_url),
    )
    .into_string()
}

/// The dark twins and the narrow screen.
fn style(palette: &Palette) -> Html {
    let dark = palette.dark;
    html!(
        ":root{{color-scheme:light dark;supported-color-schemes:light dark}}\
         a{{text-decoration:underline;text-underline-offset:2px}}\
         @media (max-width:480px){{.edge{{padding:16px 12px 28px!important}}.card{{padding:26px 20px 24px!important}}\
         .heading{{font-size:21px!important}}.button,.button tbody,.button tr,.button td,.button a{{display:block!important}}}}\
         @media (prefers-color-scheme:dark){{\
         .ground{{background:#131517!important}}.card{{background:#1c1f22!important;border-color:#2e3236!important}}\
         .text{{color:#eceded!important}}.muted{{color:#a4aab1!important}}.line{{border-color:#2e3236!important}}\
         .sunken{{background:#131517!important;border-color:#2e3236!important}}\
         .link{{color:{link}!important}}.mark,.fill{{background:{fill}!important}}\
         .on-fill{{color:{on_fill}!important}}.edge-line{{background:{fill}!important}}}}",
        link = dark.link.colour,
        fill = dark.brand_ui.colour,
        on_fill = dark.on_brand_ui,
    )
}

/// What a list of mails shows behind the subject; the spaces keep the mail's own words out of it.
fn preheader(text: &str) -> Html {
    html!(
        "<div style=\"display:none;max-height:0;overflow:hidden;mso-hide:all\">{text}{space}</div>",
        text = text,
        space = Html::trusted("&#847;&zwnj;&nbsp;".repeat(60)),
    )
}

/// The logo of who writes, or their mark and name.
fn head(brand: &Brand) -> Html {
    if let Some(logo) = &brand.logo {
        return logo_head(brand, logo);
    }
    let fill = brand.palette.light.brand_ui.colour;
    let initial = brand.name.chars().find(|letter| letter.is_alphanumeric()).unwrap_or('·');
    html!(
        "<tr><td style=\"padding:0 4px 18px\">\
         <table role=\"presentation\" cellpadding=\"0\" cellspacing=\"0\" border=\"0\"><tr>\
         <td class=\"mark on-fill\" aria-hidden=\"true\" width=\"36\" height=\"36\" align=\"center\" valign=\"middle\" \
         style=\"width:36px;height:36px;border-radius:10px;background:{fill};color:{on_fill};{font};font-size:18px;line-height:36px;font-weight:700\">{initial}</td>\
         <td class=\"text\" valign=\"middle\" style=\"padding-left:12px;color:{text};{font};font-size:16px;line-height:22px;font-weight:600\">{name}</td>\
         </tr></table></td></tr>",
        fill = fill,
        on_fill = brand.palette.light.on_brand_ui,
        font = Html::trusted(FONT),
        initial = initial.to_uppercase().to_string(),
        text = TEXT,
        name = brand.name,
    )
}

/// The logo at half of its pixels, on white as it was made for. Where pictures are not loaded, its text is the name.
fn logo_head(brand: &Brand, logo: &Picture) -> Html {
    html!(
        "<tr><td style=\"padding:0 4px 18px\">\
         <img src=\"{url}\" alt=\"{name}\" width=\"{width}\" height=\"{height}\" class=\"text\" \
         style=\"display:block;border:0;width:{width}px;height:auto;max-width:100%;color:{text};{font};font-size:16px;line-height:22px;font-weight:600\"></td></tr>",
        url = logo.url,
        name = brand.office_name,
        width = logo.width.div_ceil(2).to_string(),
        height = logo.height.div_ceil(2).to_string(),
        text = TEXT,
        font = Html::trusted(FONT),
    )
}

/// The mail itself.
fn card(content: &Content, texts: &dyn Texts, palette: &Palette, url: &str) -> Html {
    let paragraphs = content.paragraphs.iter().map(|text| paragraph(text)).collect::<Html>();
    let notes = content.notes.iter().map(|text| note(text)).collect::<Html>();
    html!(
        "<tr><td class=\"card\" style=\"background:{raised};border:1px solid {line};border-radius:16px;padding:36px 40px 32px\">\
         <h1 class=\"text heading\" style=\"margin:0 0 14px;color:{text};{font};font-size:24px;line-height:1.28;font-weight:700;letter-spacing:-0.012em;text-wrap:balance\">{heading}</h1>\
         {paragraphs}{group}{button}{code}{second}{notes}{address}\
         </td></tr>",
        raised = RAISED,
        line = LINE,
        text = TEXT,
        font = Html::trusted(FONT),
        heading = content.heading,
        paragraphs = paragraphs,
        group = content.group.as_ref().map(group).unwrap_or_default(),
        button = button(&content.button, url, palette),
        code = content.code.as_ref().map(code).unwrap_or_default(),
        second = content.second_link.as_ref().map(|link| second_link(link, palette)).unwrap_or_default(),
        notes = notes,
        address = address(&texts.address_label(), url, palette.light.link.colour),
    )
}

fn paragraph(text: &str) -> Html {
    html!(
        "<p class=\"text\" style=\"margin:0 0 14px;color:{colour};{font};font-size:16px;line-height:1.55\">{text}</p>",
        colour = TEXT,
        font = Html::trusted(FONT),
        text = text,
    )
}

fn note(text: &str) -> Html {
    html!(
        "<p class=\"muted\" style=\"margin:22px 0 0;color:{colour};{font};font-size:14px;line-height:1.5\">{text}</p>",
        colour = MUTED,
        font = Html::trusted(FONT),
        text = text,
    )
}

/// The tasks, each on a line of its own with a rule between.
fn group(group: &Group) -> Html {
    let label = group.label.as_ref().map_or_else(Html::default, |label| {
        html!(
            "<tr><td class=\"muted\" style=\"padding:14px 0 2px;color:{colour};{font};font-size:13px;line-height:1.4;font-weight:600\">{label}</td></tr>",
            colour = MUTED,
            font = Html::trusted(FONT),
            label = label,
        )
    });
    let rows = group.rows.iter().enumerate().map(|(place, line)| row(line, place == 0)).collect::<Html>();
    let more = group.more.as_ref().map_or_else(Html::default, |more| {
        html!(
            "<tr><td class=\"muted line\" style=\"border-top:1px solid {line};padding:13px 0;color:{colour};{font};font-size:14px;line-height:1.45\">{more}</td></tr>",
            line = LINE,
            colour = MUTED,
            font = Html::trusted(FONT),
            more = more,
        )
    });
    html!(
        "<table role=\"presentation\" width=\"100%\" cellpadding=\"0\" cellspacing=\"0\" border=\"0\" style=\"margin:0 0 6px\">{label}{rows}{more}</table>",
        label = label,
        rows = rows,
        more = more,
    )
}

fn row(row: &Row, is_first: bool) -> Html {
    let detail = row.detail.as_ref().map_or_else(Html::default, |detail| {
        html!(
            "<div class=\"muted\" style=\"padding-top:2px;color:{colour};{font};font-size:14px;line-height:1.45\">{detail}</div>",
            colour = MUTED,
            font = Html::trusted(FONT),
            detail = detail,
        )
    });
    let rule = if is_first { Html::default() } else { html!("border-top:1px solid {line};", line = LINE) };
    html!(
        "<tr><td class=\"line\" style=\"{rule}padding:12px 0\">\
         <div class=\"text\" style=\"color:{colour};{font};font-size:16px;line-height:1.4;font-weight:600;overflow-wrap:anywhere\">{title}</div>{detail}</td></tr>",
        rule = rule,
        colour = TEXT,
        font = Html::trusted(FONT),
        title = row.title,
        detail = detail,
    )
}

fn button(label: &str, url: &str, palette: &Palette) -> Html {
    let light = palette.light;
    html!(
        "<table role=\"presentation\" class=\"button\" cellpadding=\"0\" cellspacing=\"0\" border=\"0\" style=\"margin:20px 0 0\"><tr>\
         <td class=\"fill\" align=\"center\" style=\"border-radius:10px;background:{fill}\">\
         <a class=\"on-fill\" href=\"{url}\" style=\"display:inline-block;padding:14px 30px;color:{on_fill};{font};font-size:16px;line-height:20px;font-weight:600;text-decoration:none\">{label}</a>\
         </td></tr></table>",
        fill = light.brand_ui.colour,
        url = url,
        on_fill = light.on_brand_ui,
        font = Html::trusted(FONT),
        label = label,
    )
}

fn code(code: &TypedCode) -> Html {
    html!(
        "<p class=\"muted\" style=\"margin:26px 0 10px;color:{muted};{font};font-size:14px;line-height:1.5\">{label}</p>\
         <table role=\"presentation\" width=\"100%\" cellpadding=\"0\" cellspacing=\"0\" border=\"0\"><tr>\
         <td class=\"sunken text\" align=\"center\" style=\"border:1px solid {line};border-radius:10px;background:{sunken};padding:13px 8px;color:{text};\
         font-family:ui-monospace,'SF Mono',Consolas,'Liberation Mono',monospace;font-size:24px;line-height:30px;font-weight:600;letter-spacing:0.14em\">{code}</td>\
         </tr></table>",
        muted = MUTED,
        font = Html::trusted(FONT),
        label = code.label,
        line = LINE,
        sunken = SUNKEN,
        text = TEXT,
        code = code.code,
    )
}

fn second_link(link: &SecondLink, palette: &Palette) -> Html {
    html!(
        "<p style=\"margin:22px 0 0;{font};font-size:15px;line-height:1.5\"><a class=\"link\" href=\"{url}\" style=\"color:{colour};overflow-wrap:anywhere\">{text}</a></p>",
        font = Html::trusted(FONT),
        url = link.url,
        colour = palette.light.link.colour,
        text = link.text,
    )
}

/// The button's address for who cannot press it.
fn address(label: &str, url: &str, link: Colour) -> Html {
    html!(
        "<p class=\"muted line\" style=\"margin:24px 0 0;padding:18px 0 0;border-top:1px solid {line};color:{muted};{font};font-size:13px;line-height:1.5\">{label}<br>\
         <a class=\"link\" href=\"{url}\" style=\"color:{link};overflow-wrap:anywhere;word-break:break-all\">{url}</a></p>",
        line = LINE,
        muted = MUTED,
        font = Html::trusted(FONT),
        label = label,
        url = url,
        link = link,
    )
}

/// Why this mail came, and how to get fewer.
fn foot(content: &Content, texts: &dyn Texts, unsubscribe_url: Option<&str>) -> Html {
    let unsubscribe = unsubscribe_url.map_or_else(Html::default, |url| {
        html!(
            "<br><a class=\"muted\" href=\"{url}\" style=\"color:{muted}\">{label}</a>",
            url = url,
            muted = MUTED,
            label = texts.unsubscribe_label(),
        )
    });
    html!(
        "<tr><td class=\"muted\" style=\"padding:18px 8px 0;color:{muted};{font};font-size:13px;line-height:1.5\">{reason}{unsubscribe}</td></tr>",
        muted = MUTED,
        font = Html::trusted(FONT),
        reason = content.reason,
        unsubscribe = unsubscribe,
    )
}
