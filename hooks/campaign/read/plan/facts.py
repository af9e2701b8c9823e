"""What a plan says, as it was found: official words to the letter, and what isn't sure with its sentence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from campaign.core.problems import Message
from campaign.read.plan.signs import tidy
from campaign.read.plan.text import Paragraph

ORIGINAL = "plan-original.txt"
"""The plan's text beside the data, which `check` compares official words with."""
Days = tuple[date, date]
"""The first and the last day, both included."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something to be looked at by a person: what, the sentence it is from, and its line in the document."""

    what: Message
    sentence: str
    line: int


@dataclass(frozen=True, slots=True)
class Words:
    """A numbered part: its title and its text, as printed; dates: those of its days that are certain."""

    title: str
    text: str
    dates: tuple[Days, ...] = ()


@dataclass(frozen=True, slots=True)
class Chapter:
    """A section as printed. shows: which records hold its content, empty where it has its own."""

    heading: str
    role: str
    shows: str = ""
    text: str = ""
    items: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """What is handed in, by when and to whom; `to` may be empty."""

    due: date
    to: str
    items: tuple[str, ...]


@dataclass
class Plan:
    """Everything found in one plan; what is empty or None wasn't found.

    source: the document's paragraphs, with the numbers of single people taken out; doubts: what to look at.
    """

    source: tuple[str, ...]
    doubts: list[Doubt] = field(default_factory=list)
    issuer_head: str = ""
    number: str = ""
    title: str = ""
    addressees: str = ""
    notice: str = ""
    issuer: str = ""
    issued: date | None = None
    publicity: str = ""
    plan_title: str = ""
    name: str = ""
    preamble: str = ""
    week: Days | None = None
    theme: str = ""
    chapters: tuple[Chapter, ...] = ()
    priorities: tuple[Words, ...] = ()
    activities: tuple[Words, ...] = ()
    places: tuple[str, ...] = ()
    forms: tuple[str, ...] = ()
    counties: tuple[str, ...] = ()
    report: Report | None = None
    contact: str = ""
    phone: str = ""
    hosts: tuple[tuple[str, str], ...] = ()

    def doubt(self, zh: str, en: str, of: Paragraph | None, sentence: str = "") -> None:
        """Note what a person should look at, once."""
        one = Doubt(Message(zh, en), sentence or (of.text if of else ""), of.line if of else 0)
        if one not in self.doubts:
            self.doubts.append(one)


def sentences(paragraphs: Iterable[Paragraph], *, ends: str = "。；！？") -> Iterator[tuple[Paragraph, str]]:
    """Each sentence with its stop, and the paragraph it is of."""
    for one in paragraphs:
        start = 0
        for at, sign in enumerate(one.text):
            if sign in ends or sign == "\n" or at == len(one.text) - 1:
                if said := tidy(one.text[start : at + 1]):
                    yield one, said
                start = at + 1
