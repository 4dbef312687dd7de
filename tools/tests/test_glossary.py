"""The glossary's check, broken on purpose: a check that cannot fail guards nothing."""

import sys
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import glossary

PAGE = """
# The words

## Terms

| English | Estonian | its stems | Finnish | its stems | where |
|---|---|---|---|---|---|
| task | ülesanne | ülesan | tehtävä | tehtäv | |
| client | klient | klien | asiakas | asiak | |
| reopen, reopened | uuesti avama | uuesti … ava | avata uudelleen | uudelleen … ava | |

## Exceptions

| key | word | language | why |
|---|---|---|---|
{exceptions}
"""


def found(english: str, estonian: str, finnish: str, exceptions: str = "") -> list[str]:
    texts = {"office": {"en": {"k": english}, "et": {"k": estonian}, "fi": {"k": finnish}}}
    return glossary.problems(glossary.read_glossary(PAGE.format(exceptions=exceptions)), texts)


class Words(unittest.TestCase):
    def test_a_text_that_says_the_word_of_its_language_passes(self) -> None:
        self.assertEqual(found("No tasks", "Ülesandeid ei ole", "Ei tehtäviä"), [])

    def test_another_word_is_found_in_each_language(self) -> None:
        problems = found("No tasks", "Töid ei ole", "Ei hommia")
        self.assertEqual(len(problems), 2)
        self.assertIn("office.k (et): “task” wants ülesan: Töid ei ole", problems)

    def test_a_text_that_was_left_in_english_is_found(self) -> None:
        self.assertEqual(len(found("New client", "New client", "New client")), 2)

    def test_a_stem_of_two_words_wants_both_in_any_order(self) -> None:
        self.assertEqual(found("Reopen", "Ava uuesti", "Avaa uudelleen"), [])
        self.assertEqual(len(found("Reopened", "Avatud", "Uudelleen")), 2)

    def test_a_word_within_another_is_not_the_word(self) -> None:
        self.assertEqual(found("Multitasking and clientele", "Muu", "Muu"), [])

    def test_the_names_of_arguments_are_no_words(self) -> None:
        plural = glossary.words_of("{client, plural, one {# day} other {{task} of {name}}}")
        self.assertNotIn("client", plural)
        self.assertNotIn("task", plural)
        self.assertIn("day", plural)


class Exceptions(unittest.TestCase):
    def test_one_that_is_listed_passes_in_its_language_alone(self) -> None:
        problems = found("Task", "Töö", "Homma", "| `office.k` | task | et | another task |")
        self.assertEqual([problem.split(":")[0] for problem in problems], ["office.k (fi)"])

    def test_one_that_nothing_needs_is_found(self) -> None:
        problems = found("Task", "Ülesanne", "Tehtävä", "| `office.k` | task | et | another task |")
        self.assertEqual(len(problems), 1)
        self.assertIn("nothing needs the exception", problems[0])

    def test_one_without_a_reason_is_refused(self) -> None:
        with self.assertRaises(SystemExit):
            found("Task", "Töö", "Tehtävä", "| `office.k` | task | et | |")

    def test_a_term_with_an_empty_stem_is_refused(self) -> None:
        with self.assertRaises(SystemExit):
            glossary.read_glossary("## Terms\n| link | link | link, | linkki | link | |\n")


class Sources(unittest.TestCase):
    def test_mails_are_read_by_their_functions(self) -> None:
        source = """
impl Texts for English {
    fn due(&self, date: Date) -> String {
        format!("Due {}", self.date(date))
    }

    fn note(&self) -> String {
        "One \\
         task"
            .to_owned()
    }
}
"""
        self.assertEqual(glossary.mail_texts(source), {"due": "Due ", "note": "One task"})

    def test_every_text_of_the_project_is_there_in_every_language(self) -> None:
        for place, languages in glossary.read_texts().items():
            self.assertGreater(len(languages["en"]), 40, place)
            for language in glossary.LANGUAGES:
                self.assertEqual(set(languages["en"]), set(languages[language]), place)

    def test_no_term_has_a_second_row(self) -> None:
        terms = glossary.read_glossary((glossary.ROOT / "docs/glossary.md").read_text()).terms
        names = [term.name for term in terms]
        self.assertEqual(len(names), len(set(names)))
        self.assertGreater(len(names), 40)


if __name__ == "__main__":
    unittest.main()
