"""Holds every Estonian and Finnish text against docs/glossary.md: prints what says a word of the product otherwise.

    python3 tools/glossary.py

A text is one message of an app's catalogue or one function of the mails' texts; the three languages share its key.
"""

import json
import re
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LANGUAGES = ("et", "fi")
APPS = ("office", "portal")

Texts = dict[str, str]


@dataclass(frozen=True)
class Term:
    """A word of the product: how English texts say it, and the stems of which each translation needs one."""

    name: str
    pattern: re.Pattern[str]
    stems: dict[str, list[list[str]]]

    def is_said(self, language: str, text: str) -> bool:
        low = text.lower()
        return any(all(part in low for part in stem) for stem in self.stems[language])


@dataclass(frozen=True)
class Glossary:
    """The terms, and the keys that may say a word otherwise: `(key, term, language)`."""

    terms: list[Term]
    exceptions: set[tuple[str, str, str]]


def read_glossary(page: str) -> Glossary:
    """The two tables of the page."""
    terms, exceptions = [], set()
    part = ""
    for line in page.splitlines():
        if line.startswith("## "):
            part = line.removeprefix("## ").strip()
        if not line.startswith("|"):
            continue
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if set(cells[0]) <= set("-") or cells[0] in ("English", "key"):
            continue
        if part == "Terms":
            terms.append(_term(cells))
        elif part == "Exceptions":
            key, word, language, why = cells
            if not why:
                raise SystemExit(f"docs/glossary.md: the exception of {key} gives no reason")
            exceptions.add((key.strip("`"), word, language))
    return Glossary(terms, exceptions)


def _term(cells: list[str]) -> Term:
    words = [word.strip() for word in cells[0].split(",")]
    forms = "|".join(re.escape(word) for word in words)
    pattern = re.compile(rf"(?<![\w-])(?:{forms})s?(?![\w-])", re.IGNORECASE)
    return Term(words[0], pattern, {"et": _stems(cells[2]), "fi": _stems(cells[4])})


def _stems(cell: str) -> list[list[str]]:
    stems = [[part.strip().lower() for part in stem.split("…")] for stem in cell.split(",")]
    if not all(part for stem in stems for part in stem):
        raise SystemExit("docs/glossary.md: a term has an empty stem, which every text would contain")
    return stems


def words_of(message: str) -> str:
    """An ICU message without its arguments, whose names are English in every language."""
    message = re.sub(r"\{\w+, (?:plural|select|selectordinal),", "{", message)
    return re.sub(r"\{\w+(?:, \w+)*\}", "", message)


def catalogue(folder: Path, language: str) -> Texts:
    """The messages of an app by their flat keys."""
    tree = json.loads((folder / f"{language}.json").read_text())
    return {key: words_of(text) for key, text in _flat(tree, "")}


def _flat(tree: dict, prefix: str) -> list[tuple[str, str]]:
    found = []
    for name, value in tree.items():
        key = f"{prefix}.{name}" if prefix else name
        found += [(key, value)] if isinstance(value, str) else _flat(value, key)
    return found


def mail_texts(source: str) -> Texts:
    """The literals of each function of the mails' texts, by its name."""
    texts = {}
    for piece in re.split(r"\n    fn ", source)[1:]:
        name = piece[: piece.index("(")]
        literals = re.findall(r'"((?:[^"\\]|\\.)*)"', piece, re.DOTALL)
        joined = " ".join(re.sub(r"\\\n\s*", "", literal) for literal in literals)
        texts[name] = re.sub(r"\{\w*\}", "", joined)
    return texts


def read_texts() -> dict[str, dict[str, Texts]]:
    """Every text: by where it is, then by language."""
    found = {}
    for app in APPS:
        folder = ROOT / "web/apps" / app / "src/messages"
        found[app] = {language: catalogue(folder, language) for language in ("en", *LANGUAGES)}
    folder = ROOT / "shared/app/src/mail/texts"
    found["mail"] = {language: mail_texts((folder / f"{language}.rs").read_text()) for language in ("en", *LANGUAGES)}
    return found


def problems(glossary: Glossary, texts: dict[str, dict[str, Texts]]) -> list[str]:
    """Every text that does not say a term as the glossary does, and every exception that none needs."""
    found = []
    needed = set()
    for place, languages in texts.items():
        for key, english in languages["en"].items():
            for term in glossary.terms:
                if not term.pattern.search(english):
                    continue
                for language in LANGUAGES:
                    text = languages[language].get(key)
                    if text is None or term.is_said(language, text):
                        continue
                    exception = (f"{place}.{key}", term.name, language)
                    if exception in glossary.exceptions:
                        needed.add(exception)
                    else:
                        stems = ", ".join(" … ".join(stem) for stem in term.stems[language])
                        found.append(f"{place}.{key} ({language}): “{term.name}” wants {stems}: {text}")
    for key, word, language in sorted(glossary.exceptions - needed):
        found.append(f"docs/glossary.md: nothing needs the exception of {key} for “{word}” ({language})")
    return found


def main() -> int:
    glossary = read_glossary((ROOT / "docs/glossary.md").read_text())
    texts = read_texts()
    found = problems(glossary, texts)
    for problem in found:
        print(problem)
    count = sum(len(languages["en"]) for languages in texts.values())
    print(
        f"glossary: {len(glossary.terms)} terms over {count} texts in {len(LANGUAGES)} languages, {len(found)} problems"
    )
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
