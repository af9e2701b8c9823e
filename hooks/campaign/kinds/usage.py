"""The words of the campaign: every text calls a thing by the one name terms.yml gives it, in every language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from campaign.core.language import Localized
from campaign.kinds.campaign import Campaign
from campaign.kinds.fields import Record
from campaign.kinds.registry import files as data_files
from campaign.kinds.term import Term, TermsFile
from campaign.say.script import is_han

TITLES = (".title",)
"""Headlines put things their own way in each language: nothing need be named in pairs there."""
OFFICIAL = re.compile(r"official\b|official_")
"""Fields whose text in the official language is the plan's own and therefore never ours to change."""
NOT_PROSE = re.compile(r"\]\([^)]*\)|`[^`]*`|<[^>]+>|\{[^}]*\}|^\s*(?:id|page):.*$", re.MULTILINE)
"""What of a Markdown page nobody reads: link targets, code, tags, attributes."""


@dataclass(frozen=True, slots=True)
class Text:
    """A text people read: where it stands, its language, and what it says."""

    place: str
    language: str
    text: str


@dataclass(frozen=True, order=True, slots=True)
class Deviation:
    """A text that doesn't use a term as the list says. found: what stands there, "" where the term is missing."""

    place: str
    language: str
    found: str
    term: str

    def __str__(self) -> str:
        what = f"“{self.found}” → “{self.term}”" if self.found else f"没有用 has no “{self.term}”"
        return f"{self.place} [{self.language}]: {what}"


def campaign_texts(campaign: Campaign) -> Iterator[tuple[str, Localized]]:
    """Every text of the campaign's files, with its place; official wording without its original."""
    official = campaign.campaign.official_language
    for name, file in data_files().items():
        for record in campaign.of_file(name) if name != "terms" else ():
            place = f"{name}/{getattr(record, 'county', '')}" if file.folder else name
            yield from _texts(place, record, official if name == "plan" else "", official)


def _texts(place: str, value: object, left_out: str, official: str) -> Iterator[tuple[str, Localized]]:
    if isinstance(value, Localized):
        yield place, Localized({tag: text for tag, text in value.items() if tag != left_out})
    elif isinstance(value, Record):
        name = getattr(value, "id", "")
        for field in type(value).model_fields:
            left = official if OFFICIAL.match(field) else left_out
            yield from _texts(f"{place}{'/' + name if name else ''}.{field}", getattr(value, field), left, official)
    elif isinstance(value, tuple):
        for number, one in enumerate(value, 1):
            yield from _texts(f"{place}[{number}]", one, left_out, official)


def prose(markdown: str) -> str:
    """A Markdown page without what nobody reads."""
    return NOT_PROSE.sub(" ", markdown)


def wrong_words(terms: TermsFile, texts: Iterable[Text]) -> Iterator[Deviation]:
    """Every wording in these texts that the list says not to use."""
    for text in texts:
        for term in terms.terms:
            for wrong in term.never.get(text.language, ()):
                yield from (
                    Deviation(text.place, text.language, found, term.term[text.language])
                    for found in _pattern(wrong).findall(text.text)
                )


def missing_words(terms: TermsFile, texts: Iterable[tuple[str, Mapping[str, str]]]) -> Iterator[Deviation]:
    """Every text that names a thing in one language but not in another; only of terms that are kept in pairs."""
    for place, said in ((place, said) for place, said in texts if not place.endswith(TITLES)):
        for term in (term for term in terms.terms if term.paired):
            using = {language for language, text in said.items() if _uses(term, language, text)}
            if using:
                yield from (Deviation(place, tag, "", term.term[tag]) for tag in said if tag not in using)


def _uses(term: Term, language: str, text: str) -> bool:
    wordings = (term.term[language], *term.also.get(language, ()))
    return any(_pattern(wording, ending=r"\w*").search(text) for wording in wordings)


@cache
def _pattern(wording: str, *, ending: str = r"(?:s|es|ed)?(?![A-Za-z-])") -> re.Pattern[str]:
    """A wording as it stands in text: Chinese anywhere, others as whole words, however the line breaks."""
    if is_han(wording):
        return re.compile(re.escape(wording))
    words = r"\s+".join(re.escape(word) for word in wording.split())
    return re.compile(rf"(?<![A-Za-z-]){words}{ending}", re.IGNORECASE)
