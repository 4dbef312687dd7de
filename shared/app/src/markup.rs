//! HTML in which whatever comes from outside is text.
//!
//! [`html!`](crate::markup::html) fills the places of a literal. An [`Html`] goes in as it is, everything else is escaped,
//! so the same place may stand between tags and inside a quoted attribute.

use std::fmt::{self, Write as _};

/// A piece of HTML whose text has been escaped.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Html(String);

impl Html {
    /// Markup that the product itself wrote.
    pub(crate) fn trusted(markup: impl Into<String>) -> Self {
        Self(markup.into())
    }

    /// Puts another piece behind this one.
    pub(crate) fn push(&mut self, piece: &Self) {
        self.0.push_str(&piece.0);
    }

    /// The markup.
    pub(crate) fn into_string(self) -> String {
        self.0
    }
}

impl FromIterator<Self> for Html {
    fn from_iter<I: IntoIterator<Item = Self>>(pieces: I) -> Self {
        pieces.into_iter().fold(Self::default(), |mut all, piece| {
            all.push(&piece);
            all
        })
    }
}

/// What may stand in a place of [`html!`](crate::markup::html).
pub(crate) trait Fill {
    /// Writes it, escaped unless it is HTML.
    fn fill(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result;
}

impl Fill for Html {
    fn fill(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Fill for str {
    fn fill(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for letter in self.chars() {
            match letter {
                '&' | '<' | '>' | '"' | '\'' => write!(f, "&#{};", u32::from(letter))?,
                other => f.write_char(other)?,
            }
        }
        Ok(())
    }
}

impl Fill for String {
    fn fill(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.as_str().fill(f)
    }
}

impl Fill for sild_domain::Colour {
    fn fill(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self}")
    }
}

impl<T: Fill + ?Sized> Fill for &T {
    fn fill(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fill(f)
    }
}

/// Text as HTML, inside an element or a quoted attribute.
pub(crate) fn escaped(text: &str) -> String {
    Filled(text).to_string()
}

/// Shows a value as `format!` wants it.
pub(crate) struct Filled<T>(pub(crate) T);

impl<T: Fill> fmt::Display for Filled<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fill(f)
    }
}

/// A piece of HTML from a literal with named places: `html!("<p>{words}</p>", words = text)`.
macro_rules! html {
    ($literal:literal $(, $name:ident = $value:expr)* $(,)?) => {
        $crate::markup::Html::trusted(format!($literal $(, $name = $crate::markup::Filled(&$value))*))
    };
}
pub(crate) use html;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_escaped_and_html_is_not() {
        let inner = html!("<b>{name}</b>", name = "A & B <c>");
        let outer = html!("<p title=\"{title}\">{inner}</p>", title = "\"'", inner = inner);
        assert_eq!(outer.into_string(), "<p title=\"&#34;&#39;\"><b>A &#38; B &#60;c&#62;</b></p>");
    }

    #[test]
    fn pieces_stand_in_order() {
        let all = ["a", "<"].into_iter().map(|text| html!("{text}", text = text)).collect::<Html>();
        assert_eq!(all.into_string(), "a&#60;");
        assert_eq!(escaped("a<"), "a&#60;");
    }
}
