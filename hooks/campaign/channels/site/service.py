"""Service pages: downloads, defend and report, about and contact, site map, what staff look at."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from campaign.channels.site.downloads import by_use, offers, questions
from campaign.channels.site.edition import Edition
from campaign.channels.site.embeds import snippets
from campaign.channels.site.site_map import site_map
from campaign.core.artifact import Page, Source
from campaign.kinds import registry, urls
from campaign.kinds.contact import SERVICES


def pages(edition: Edition) -> Iterator[Page]:
    """Downloads where something is to be made, and every print file; about; defend and report; staff; site map."""
    if "downloads" in edition.single:
        found = offers(edition)
        yield _page(
            edition,
            "downloads",
            edit_path="posters.yml",
            uses=by_use(found),
            questions=questions(edition, found),
            data=_data(edition),
            snippets=snippets(edition),
        )
    if "prints" in edition.single:
        yield _page(edition, "prints", edit_path="posters.yml")
    yield _page(edition, "about", edit_path="contacts.yml")
    yield _defend(edition)
    yield _staff(edition)
    yield _page(edition, "site-map", edit_path="campaign.yml", branches=site_map(edition))


@dataclass(frozen=True, slots=True)
class Way:
    """Something a reader can do: where it begins (from the language's root), what it is about, its sign."""

    path: str
    title: str
    text: str
    sign: str


def services(edition: Edition) -> list[Way]:
    """The hand-written pages that begin with an act, those there are: report, defend, apply."""
    said = edition.words
    return [
        Way(path, said.say(f"home_act_{name}"), said.say(f"home_act_{name}_text"), name)
        for name in SERVICES
        if (path := urls.learn_page(name)) in edition.context.written
    ]


def _defend(edition: Edition) -> Page:
    """Whom to call, then what to do, then where to ask."""
    said, campaign = edition.words, edition.campaign
    asks = []
    if campaign.exhibition:
        asks.append(Way(urls.page("exhibition"), said.home_act_ask, said.home_act_ask_text, "exhibition"))
    if campaign.faq:
        asks.append(Way(urls.page("faq"), edition.text(campaign.faq.name), edition.text(campaign.faq.lead), "learn"))
    call = [*dict.fromkeys(one for service in SERVICES for one in campaign.contacts.answering(service))]
    return _page(edition, "defend", edit_path="contacts.yml", call=call, services=services(edition), asks=asks)


def _staff(edition: Edition) -> Page:
    """What those who work with the campaign look at: nothing of it is for the public."""
    entries = [
        (page.path, edition.text(page.title(edition.campaign)))
        for page in sorted(registry.pages().values(), key=lambda page: page.menu.place if page.menu else 0)
        if page.menu and page.menu.name == "staff" and page.there(edition.campaign)
    ]
    if "downloads" in edition.single:
        entries.append((f"{urls.page('downloads')}#embed", edition.words.embed))
    displays = [
        (urls.page("display", one.id), edition.text(one.name))
        for one in edition.campaign.displays
        if one.id in edition.reports
    ]
    return _page(edition, "staff", edit_path="campaign.yml", entries=entries, displays=displays, data=_data(edition))


def _data(edition: Edition) -> list[tuple[str, str]]:
    """The whole calendar, the changes and the data: the path of each and what it is called."""
    words, language = edition.words, edition.language
    offered = (
        (urls.calendar(language), words.keep_calendar_all),
        (urls.changes(language), words.keep_changes),
        (urls.rss(language), words.keep_rss),
        (urls.DATA, words.keep_data),
        (urls.DATA_SCHEMA, words.keep_schema),
    )
    return [(path, label) for path, label in offered if edition.offered(path)]


def _page(edition: Edition, name: str, *, edit_path: str, **values: object) -> Page:
    words, key = edition.words, name.replace("-", "_")
    description = getattr(words, f"{key}_description").format(name=edition.text(edition.campaign.campaign.name))
    return edition.page(
        urls.page(name),
        name,
        title=getattr(words, key),
        description=description,
        source=Source(kind=name),
        edit_path=edit_path,
        searchable=name not in ("site-map", "prints"),
        **values,
    )
