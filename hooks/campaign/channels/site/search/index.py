"""The index: all that can be found in one language as a script, which a page from a USB stick may ask for too."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from campaign.channels.site.frame import SiteFrame
from campaign.channels.site.search.entry import Entry
from campaign.core.artifact import Download, Source
from campaign.kinds import Campaign, urls
from campaign.kinds.contact import SERVICES
from campaign.say.initials import common
from campaign.say.script import written_in_han

MOST_TRIES = 8
SAID = ("none", "none_text", "one", "other", "more", "tasks", "call", "tries")
"""What the script says besides, by the ends of the keys of words."""


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What people mean by what they type.

    groups: words that mean the same, in small letters; pages: the words that are to find a page, by its path; tries:
    what is offered to whoever doesn't know what to type.
    """

    groups: tuple[tuple[str, ...], ...]
    pages: Mapping[str, tuple[str, ...]]
    tries: tuple[str, ...]

    @classmethod
    def of(cls, campaign: Campaign, frame: SiteFrame) -> Asked:
        """From search.yml, the term list and the calendar; a word of several groups makes them one."""
        spoken = list(campaign.search.spoken(frame.language)) if campaign.search else []
        same = [tuple(words) for words, _ in spoken]
        days = zip(frame.words.weekdays, frame.words.weekdays_short, strict=True)
        groups = _joined([*same, *_terms(campaign, frame.language), *days])
        pages: dict[str, tuple[str, ...]] = {}
        for words, page in spoken:
            if page:
                pages[page] = (*pages.get(page, ()), *words)
        tries = tuple(words[0] for words in pages.values())[:MOST_TRIES]
        return cls(groups=groups, pages=pages, tries=tries)


def _terms(campaign: Campaign, language: str) -> Iterator[tuple[str, ...]]:
    """The one word for a thing, what it may be called too, and what it is called by mistake."""
    for one in campaign.terms.terms if campaign.terms else ():
        yield (one.term[language], *one.also.get(language, ()), *one.never.get(language, ()))


def _joined(groups: Iterable[Sequence[str]]) -> tuple[tuple[str, ...], ...]:
    """The groups in small letters, those that share a word as one; a word alone is no group."""
    found: list[dict[str, None]] = []
    for words in groups:
        own = dict.fromkeys(word.casefold() for word in words)
        shared = [one for one in found if one.keys() & own.keys()]
        found = [one for one in found if one not in shared]
        found.append(dict.fromkeys(chain(*shared, own)))
    return tuple(tuple(one) for one in found if len(one) > 1)


def index(campaign: Campaign, frame: SiteFrame, entries: Iterable[Entry]) -> Download:
    """The index of these entries; its path is from the language's root."""
    asked, found = Asked.of(campaign, frame), list(entries)
    labels = list(dict.fromkeys(one.label for one in found))
    data = {
        "entries": [_row(one, labels, asked.pages.get(one.path, ())) for one in found],
        "labels": labels,
        "groups": asked.groups,
        "ask": _listed(frame.words.search_ask),
        "skip": _listed(frame.words.search_skip),
        "initials": common() if written_in_han(frame.language) else {},
        "calls": _calls(campaign, frame),
        "said": {key: frame.words.texts[f"search_{key}"] for key in SAID},
        "tasks": [[one.label, one.path] for one in frame.tasks],
        "tries": asked.tries,
    }
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    safe = text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return Download(path=urls.SEARCH, content=f"var campaignIndex={safe};\n".encode(), source=Source(kind="search"))


def _listed(words: str) -> list[str]:
    """A list in the table of words, which has a line for it in every language."""
    return words.split("|")


def _row(one: Entry, labels: Sequence[str], called: Sequence[str]) -> list[object]:
    """An entry as the script reads it; what is empty at its end is left out."""
    names, words = "\n".join(one.names), " ".join(dict.fromkeys(one.words))
    rest = [one.group, one.ends, int(one.sample), list(called)]
    row = [one.path, labels.index(one.label), one.title, one.text, names, words, *rest]
    while row and not row[-1]:
        row.pop()
    return row


def _calls(campaign: Campaign, frame: SiteFrame) -> list[list[str]]:
    """Whom one rings to get something done: the name and the number."""
    found = dict.fromkeys(one for service in SERVICES for one in campaign.contacts.answering(service))
    return [[one.role[frame.language], one.phone] for one in found]
