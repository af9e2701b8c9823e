"""Help spread the word: sentences and pictures that anybody may use, written from the records."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from campaign.channels.site.edition import Edition
from campaign.channels.site.sharing import Picture
from campaign.core.artifact import Page, Source
from campaign.core.language import Localized
from campaign.kinds import pages as single_pages
from campaign.kinds import urls
from campaign.kinds.contact import SERVICES
from campaign.kinds.vignette import vignette
from campaign.say.text import plain

GIST = 70
"""The most characters of what a record says of itself that go into a short text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """A text to copy. id: its place on the page; title: what it is; text: as it is sent, paragraphs apart by an empty
    line; sample: it says something that isn't the office's own."""

    id: str
    title: str
    text: str
    sample: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Audience:
    """For whom some texts are: their name, picture and page (from the language's root), and the texts."""

    name: str
    vignette: str
    path: str
    texts: Sequence[Words]


def pages(edition: Edition) -> Iterator[Page]:
    """The one page, in a language."""
    said, campaign = edition.words, edition.campaign
    yield edition.page(
        urls.page("spread"),
        "spread",
        title=edition.text(single_pages()["spread"].title(campaign)),
        description=said.spread_description.format(name=edition.text(campaign.campaign.name)),
        source=Source(kind="spread"),
        edit_path="theme.yml",
        key_messages=[*_key_messages(edition)],
        of_priorities=[*_of_priorities(edition)],
        audiences=[*_audiences(edition)],
        pictures=[*_pictures(edition)],
        by=edition.text(campaign.campaign.organisers[0].name),
    )


def _key_messages(edition: Edition) -> Iterator[Words]:
    """What the campaign is and when; whom to call."""
    said, campaign = edition.words, edition.campaign
    theme = said.spread_theme_said.format(**_facts(edition), link=_link(edition, "home"))
    yield Words(id="say-theme", title=said.spread_theme, text=theme)
    for one in campaign.contacts.answering(SERVICES[0])[:1]:
        text = said.spread_call_said.format(
            phone=one.phone, name=edition.text(one.name), link=_link(edition, "home"), short=_short(edition)
        )
        yield Words(id="say-call", title=said.spread_call, text=text, sample=one.sample)


def _of_priorities(edition: Edition) -> Iterator[Words]:
    """Each priority: its official words and what they mean."""
    said = edition.words
    for priority in edition.campaign.priorities.priorities:
        text = said.spread_priority_said.format(
            title=_quoted(edition, priority.headline),
            gist=_gist(edition.text(priority.meaning)),
            link=_link(edition, "priority", priority.id),
        )
        yield Words(
            id=f"say-priority-{priority.id}", title=edition.text(priority.name), text=text, sample=priority.sample
        )


def _audiences(edition: Edition) -> Iterator[Audience]:
    """For each kind of place, what concerns the people there: a line for a chat, a notice for a board."""
    said = edition.words
    for kind in edition.campaign.six_entries.place_kinds:
        meaning, link = edition.text(kind.meaning), _link(edition, "place_kind", kind.id)
        facts = {**_facts(edition), "entry": edition.text(kind.entry), "link": link}
        short = said.spread_short_said.format(gist=_gist(meaning), **facts)
        long = said.spread_long_said.format(meaning=plain(meaning, longest=10_000), **facts)
        texts = (
            Words(id=f"say-{kind.id}-short", title=said.spread_short, text=short, sample=kind.sample),
            Words(id=f"say-{kind.id}-long", title=said.spread_long, text=long, sample=kind.sample),
        )
        path = urls.page("place_kind", kind.id)
        yield Audience(name=edition.text(kind.name), vignette=vignette(kind), path=path, texts=texts)


def _pictures(edition: Edition) -> Iterator[tuple[str, Picture]]:
    """Each picture there is, by its form."""
    for form in urls.KIT:
        for picture in edition.saved(urls.of_kit(form)):
            yield form, picture


def _facts(edition: Edition) -> dict[str, str]:
    """What any text may name: the campaign, its days (their year where the name has none), its theme, the office."""
    head, dates = edition.campaign.campaign, edition.dates
    name, week = edition.text(head.name), head.week
    span = dates.span if str(week.starts.year) in name else dates.full_span
    return {
        "name": name,
        "short": _short(edition),
        "when": span(week.starts, week.ends),
        "theme": _quoted(edition, edition.campaign.theme.official),
        "by": edition.text(head.organisers[0].name),
    }


def _short(edition: Edition) -> str:
    return edition.text(edition.campaign.campaign.short_name)


def _quoted(edition: Edition, official: Localized) -> str:
    """Official wording in quotation marks; a translation of it says that it is one."""
    pattern = "quoted" if edition.is_official else "spread_unofficial"
    return edition.words.say(pattern, text=edition.text(official))


def _gist(meaning: str) -> str:
    """Its first sentences, as many as fit a short text; one at least."""
    found = plain(meaning, longest=GIST)
    return found if not found.endswith("…") else plain(meaning, longest=10 * GIST)


def _link(edition: Edition, kind: str, record_id: str = "") -> str:
    """The printed address, which outlives a page's name; the page's own where nothing was allotted."""
    imprint = edition.imprint(kind, record_id)
    root = urls.language_root(edition.language, edition.campaign.languages)
    return imprint.payload if imprint else edition.context.site_address + root + urls.page(kind, record_id)
