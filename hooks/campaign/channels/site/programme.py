"""The programme day by day."""

from __future__ import annotations

from collections.abc import Iterator

from campaign.channels.site.edition import Edition
from campaign.core.artifact import Page, Source
from campaign.kinds import urls
from campaign.kinds.status import Status


def pages(edition: Edition) -> Iterator[Page]:
    """The one page."""
    name = edition.text(edition.campaign.campaign.name)
    words = edition.words
    yield edition.page(
        urls.page("programme"),
        "programme",
        title=words.programme,
        description=words.programme_description.format(name=name),
        source=Source(kind="programme"),
        edit_path="outreach/",
        choices=choices(edition),
        changes=feeds_of_changes(edition),
    )


def feeds_of_changes(edition: Edition) -> list[tuple[str, str]]:
    """The forms of the feed of changes that the site has: each path and what it is called."""
    words, language = edition.words, edition.language
    forms = ((urls.changes(language), words.keep_changes), (urls.rss(language), words.keep_rss))
    return [(path, label) for path, label in forms if edition.offered(path)]


def choices(edition: Edition) -> list[tuple[str, str, list[tuple[str, str]]]]:
    """What the programme can be filtered by: each a name, its label, and the values that occur, in their own order.

    What is still to come, `coming`, only the device knows.
    """
    words, cards, six = edition.words, edition.cards, edition.campaign.six_entries
    counties = [(one.id, edition.text(one.short_name)) for one in edition.campaign.counties.counties]
    kinds = [(one.id, edition.text(one.name)) for one in six.place_kinds]
    forms = [(one.id, edition.text(one.name)) for one in six.forms]
    states = [(one.value, one.said(words)) for one in Status]
    return [
        ("coming", words.when, [("1", words.filter_coming_yet)]),
        ("county", words.filter_county, _present(counties, {card.county.id for card in cards})),
        ("kind", words.filter_kind, _present(kinds, {card.kind.id for card in cards})),
        ("form", words.filter_form, _present(forms, {card.form.id for card in cards})),
        ("status", words.filter_status, _present(states, {card.state.word for card in cards})),
    ]


def _present(options: list[tuple[str, str]], present: set[str]) -> list[tuple[str, str]]:
    return [option for option in options if option[0] in present]
