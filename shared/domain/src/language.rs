//! Languages of apps and mails (S66).

/// A language that Sild speaks.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize, utoipa::ToSchema,
)]
#[serde(rename_all = "lowercase")]
pub enum Language {
    /// English.
    #[default]
    En,
    /// Estonian.
    Et,
    /// Finnish.
    Fi,
}

impl Language {
    /// All languages, in the order in which a person chooses.
    pub const ALL: [Self; 3] = [Self::En, Self::Et, Self::Fi];

    /// The language tag (BCP 47).
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Et => "et",
            Self::Fi => "fi",
        }
    }

    /// The language of `tag`, whatever its region and case (`et-EE`); `None` if Sild does not speak it.
    #[must_use]
    pub fn from_tag(tag: &str) -> Option<Self> {
        let primary = tag.trim().split(['-', '_']).next()?;
        Self::ALL.into_iter().find(|language| primary.eq_ignore_ascii_case(language.tag()))
    }

    /// The language that a browser likes best of those spoken, from its `Accept-Language` header:
    /// the greatest weight, and of equals the first.
    #[must_use]
    pub fn from_accept_language(header: &str) -> Option<Self> {
        let mut best: Option<(Self, f32)> = None;
        for choice in header.split(',') {
            let (tag, parameters) = choice.split_once(';').unwrap_or((choice, ""));
            let weight = parameters
                .trim()
                .strip_prefix("q=")
                .map_or(Some(1.0), |q| q.trim().parse::<f32>().ok())
                .filter(|weight| *weight > 0.0);
            let (Some(language), Some(weight)) = (Self::from_tag(tag), weight) else {
                continue;
            };
            if best.is_none_or(|(_, best_weight)| weight > best_weight) {
                best = Some((language, weight));
            }
        }
        best.map(|(language, _)| language)
    }
}

impl std::fmt::Display for Language {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.tag())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn json_holds_the_tag() {
        for language in Language::ALL {
            let json = serde_json::to_string(&language).unwrap();
            assert_eq!(json, format!("\"{}\"", language.tag()));
            assert_eq!(serde_json::from_str::<Language>(&json).unwrap(), language);
        }
        assert!(serde_json::from_str::<Language>("\"ET\"").is_err());
    }

    #[test]
    fn the_browser_chooses_by_weight_then_by_order() {
        for (header, language) in [
            ("et", Some(Language::Et)),
            ("et-EE,et;q=0.9,en;q=0.8", Some(Language::Et)),
            ("de,fi;q=0.5,en;q=0.7", Some(Language::En)),
            ("en;q=0.5, fi;q=0.5", Some(Language::En)),
            ("fi;q=0", None),
            ("de, sv;q=0.5, *;q=0.1", None),
            ("fi;q=x, et;q=0.1", Some(Language::Et)),
            ("fi;q=NaN", None),
            ("", None),
        ] {
            assert_eq!(Language::from_accept_language(header), language, "{header}");
        }
    }
}
