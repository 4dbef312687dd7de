//! The part of a mail that is text.

use super::{Brand, content::Content, texts::Texts};

/// The part for programs that show text: the same words in the same order.
pub(super) fn render(
    content: &Content,
    texts: &dyn Texts,
    brand: &Brand,
    url: &str,
    unsubscribe_url: Option<&str>,
) -> String {
    let mut blocks = vec![brand.name.clone(), content.heading.clone()];
    blocks.extend(content.paragraphs.iter().cloned());
    if let Some(group) = &content.group {
        let rows = group.rows.iter().map(|row| match &row.detail {
            Some(detail) => format!("- {}\n  {detail}", row.title),
            None => format!("- {}", row.title),
        });
        let lines = group.label.iter().cloned().chain(rows).chain(group.more.iter().cloned());
        blocks.push(lines.collect::<Vec<_>>().join("\n"));
    }
    blocks.push(format!("{}:\n{url}", content.button));
    if let Some(code) = &content.code {
        blocks.push(format!("{}\n{}", code.label, code.code));
    }
    if let Some(link) = &content.second_link {
        blocks.push(format!("{}:\n{}", link.text, link.url));
    }
    blocks.extend(content.notes.iter().cloned());
    let unsubscribe = unsubscribe_url.map(|url| format!("\n{}: {url}", texts.unsubscribe_label()));
    blocks.push(format!("-- \n{}{}", content.reason, unsubscribe.unwrap_or_default()));
    let mut text = blocks.join("\n\n");
    text.push('\n');
    text
}
