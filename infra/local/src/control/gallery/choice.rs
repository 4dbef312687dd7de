//! What of the gallery is shown.

use serde::Deserialize;
use sild_domain::Language;

/// How one mail is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Look {
    /// By day.
    Light,
    /// By night.
    Dark,
    /// The part for programs that show text.
    Text,
}

impl Look {
    pub(super) const ALL: [Self; 3] = [Self::Light, Self::Dark, Self::Text];

    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
            Self::Text => "text",
        }
    }
}

/// How wide the frames are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
pub(super) enum Width {
    /// A small phone.
    #[serde(rename = "320")]
    Phone,
    /// The reading pane of a mail program.
    #[default]
    #[serde(rename = "600")]
    Pane,
}

impl Width {
    pub(super) const ALL: [Self; 2] = [Self::Phone, Self::Pane];

    pub(super) const fn name(self) -> &'static str {
        match self {
            Self::Phone => "320",
            Self::Pane => "600",
        }
    }
}

/// The query of the gallery. What is absent is not narrowed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
pub(super) struct Choice {
    /// Only this language.
    pub(super) language: Option<Language>,
    /// Only this look; by day and by night otherwise.
    pub(super) look: Option<Look>,
    /// How wide the frames are.
    #[serde(default)]
    pub(super) width: Width,
}

impl Choice {
    pub(super) fn languages(self) -> Vec<Language> {
        self.language.map_or_else(|| Language::ALL.to_vec(), |language| vec![language])
    }

    pub(super) fn looks(self) -> Vec<Look> {
        self.look.map_or_else(|| vec![Look::Light, Look::Dark], |look| vec![look])
    }

    /// The address of this choice.
    pub(super) fn address(self) -> String {
        let language = self.language.map(|language| format!("&language={language}")).unwrap_or_default();
        let look = self.look.map(|look| format!("&look={}", look.name())).unwrap_or_default();
        format!("/_local/mails?width={}{language}{look}", self.width.name())
    }
}

#[cfg(test)]
mod tests {
    use axum::extract::Query;

    use super::*;

    #[test]
    fn an_address_leads_back_to_its_choice() {
        for language in [None, Some(Language::En), Some(Language::Et), Some(Language::Fi)] {
            for look in [None, Some(Look::Light), Some(Look::Dark), Some(Look::Text)] {
                for width in Width::ALL {
                    let choice = Choice { language, look, width };
                    let read = Query::<Choice>::try_from_uri(&choice.address().parse().unwrap()).unwrap();
                    assert_eq!(read.0, choice);
                }
            }
        }
        let bare = Query::<Choice>::try_from_uri(&"/_local/mails".parse().unwrap()).unwrap();
        assert_eq!((bare.languages().len(), bare.looks().len()), (3, 2));
    }
}
