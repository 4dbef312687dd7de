//! Folding for search: case and diacritics do not count.

use deunicode::deunicode_with_tofu;

/// `text` in lower-case ASCII (Õ → o, ß → ss, Ж → zh), runs of white space made one space.
#[must_use]
pub fn fold_for_search(text: &str) -> String {
    let ascii = deunicode_with_tofu(text, "").to_ascii_lowercase();
    let words: Vec<&str> = ascii.split_ascii_whitespace().collect();
    words.join(" ")
}

/// The folded words of `text`, each once, in the order in which they come: what a search finds by their beginnings, so a word
/// that another one begins with is left out. Everything but letters and digits parts words.
#[must_use]
pub fn search_words(text: &str) -> Vec<String> {
    let folded = fold_for_search(text);
    let all = || folded.split(|letter: char| !letter.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let mut words = Vec::<String>::new();
    for word in all() {
        let is_found = words.iter().any(|known| known == word);
        if !is_found && !all().any(|other| other.len() > word.len() && other.starts_with(word)) {
            words.push(word.to_owned());
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn case_and_diacritics_do_not_count() {
        assert_eq!(fold_for_search("  Õunapuu   ÄRI OÜ"), "ounapuu ari ou");
        assert_eq!(fold_for_search("Žürii Straße"), "zurii strasse");
    }

    #[test]
    fn words_come_once_and_in_order() {
        assert_eq!(search_words("Example Bakery OÜ (bakery) & Co."), ["example", "bakery", "ou", "co"]);
        assert_eq!(search_words("Mari@Example.com"), ["mari", "example", "com"]);
        assert!(search_words(" -- ").is_empty());
    }

    #[test]
    fn a_word_that_another_begins_with_finds_nothing_more() {
        assert_eq!(search_words("Mari Maripuu, mari.maripuu@example.com"), ["maripuu", "example", "com"]);
    }

    proptest! {
        #[test]
        fn every_word_is_found_by_its_beginning(text in "[a-c .]{0,40}") {
            let found = search_words(&text);
            for word in text.split([' ', '.']) {
                prop_assert!(word.is_empty() || found.iter().any(|known| known.starts_with(word)), "{word}");
            }
        }

        #[test]
        fn folding_twice_changes_nothing(text in "\\PC{0,40}") {
            let once = fold_for_search(&text);
            prop_assert!(once.is_ascii());
            prop_assert_eq!(fold_for_search(&once), once);
        }
    }
}
