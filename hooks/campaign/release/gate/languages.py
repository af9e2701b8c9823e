"""Languages: which texts stand in a language that isn't theirs."""

from __future__ import annotations

import re

from campaign.core.language import Localized
from campaign.release.gate.hosts import ADDRESS
from campaign.say.script import HAN_CHARACTER, written_in_han

LATIN_WORD = re.compile(r"[A-Za-z\u00c0-\u024f]{2,}")
LETTER = re.compile(r"[^\W\d_]")
WORDS = 4
"""Latin words in a row of text that make it a sentence nobody put into Chinese, not a name."""


def untranslated(text: Localized) -> list[str]:
    """The languages in which a text stands untranslated.

    In Chinese and Japanese: no Han character but several Latin words. In any other language: more Han characters than
    other letters, or Han characters in the very text of another language.
    """
    tags = list(text)
    return [tag for tag in tags if _foreign(tag, text[tag], {text[other] for other in tags if other != tag})]


def _foreign(tag: str, text: str, others: set[str]) -> bool:
    han = len(HAN_CHARACTER.findall(text))
    if written_in_han(tag):
        return not han and len(LATIN_WORD.findall(ADDRESS.sub("", text))) >= WORDS
    return han > 0 and (text in others or han > len(LETTER.findall(text)) - han)
