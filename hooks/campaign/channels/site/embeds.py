"""Embeds: what other sites may put on their own pages: the programme in a frame or as plain links, and web banners."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from markupsafe import Markup

from campaign.channels.site.cards import EventCard, cards_by_day, event_card
from campaign.channels.site.edition import Edition
from campaign.channels.site.templating import template
from campaign.channels.site.words import words
from campaign.core import policy
from campaign.core.artifact import Download, Source
from campaign.core.language import html_lang
from campaign.kinds import Campaign, urls
from campaign.kinds.county import County
from campaign.kinds.notice import bulletin, concerned
from campaign.say.dates import dates
from campaign.say.phrases import held
from campaign.say.text import ems
from campaign.say.words import Words
from campaign.workshop.art import whorl
from campaign.workshop.art.tokens import tokens

BANNERS = ((1200, 120), (300, 250), (600, 600))
"""Width and height in px: across a page, in a side column, in a message."""
PICTURE = Markup('<a href="{}"><img src="{}" alt="{}" width="{}" height="{}" style="max-width:100%;height:auto"></a>')
FRAME = Markup('<iframe src="{}" title="{}" width="100%" height="{}" style="border:0" loading="lazy"></iframe>')
LONG_EMS = 24
"""A name wider than this would be too small to read in one line of a narrow banner."""
FRAME_PX = 640
"""The height of the programme's frame."""


@dataclass(frozen=True, slots=True)
class Snippet:
    """Code to copy: what it is, the code, and the path and size of its picture where it has one."""

    label: str
    code: str
    picture: str = ""
    width: int = 0
    height: int = 0


@dataclass(frozen=True, slots=True)
class BannerText:
    """The lines of a banner and the size they are set in, in px."""

    lines: tuple[str, ...]
    size_px: float


def snippets(edition: Edition) -> Iterator[Snippet]:
    """The code of everything that can be put on another site, in this language, with the site's absolute address."""
    said, language, name = edition.words, edition.language, edition.text(edition.campaign.campaign.name)
    root = edition.context.site_address
    home = root + urls.language_root(language, edition.campaign.languages)
    yield Snippet(said.embed_programme, FRAME.format(root + urls.embedded(language), name, FRAME_PX))
    yield Snippet(said.embed_plain, _links(edition, home, name))
    for width, height in BANNERS:
        path = urls.banner(language, f"{width}x{height}")
        code = PICTURE.format(home, root + path, name, width, height)
        yield Snippet(said.embed_banner.format(size=f"{width} × {height}"), code, path, width, height)


def county_snippets(edition: Edition, county: County) -> Iterator[Snippet]:
    """The code of one county's events, framed and as plain links; nothing where it has none."""
    cards = edition.by_county[county.id]
    if not cards:
        return
    said, language, name = edition.words, edition.language, edition.text(county.name)
    root = edition.context.site_address
    title = f"{name}{said.title_join}{edition.text(edition.campaign.campaign.name)}"
    address = root + urls.embedded(language, county.id)
    yield Snippet(said.embed_programme, FRAME.format(address, title, FRAME_PX))
    home = root + urls.language_root(language, edition.campaign.languages)
    row, mark = Markup('<li>{} <a href="{}">{}</a>{} {}</li>'), said.bracketed.format
    all_samples, each = _sampled(cards, release=edition.context.release)
    rows = Markup("").join(
        row.format(
            _when(edition, card),
            home + card.path,
            card.title,
            "".join(f" {mark(mark=one).strip()}" for one in _marks(edition, card, sampled=each)),
            card.venue,
        )
        for card in cards
    )
    heading, note = Markup('<p><a href="{}">{}</a>{}</p><ul>{}</ul>'), f" {mark(mark=said.sample).strip()}"
    page = home + urls.page("county", county.id)
    yield Snippet(said.embed_plain, heading.format(page, title, note if all_samples else "", rows))


def _when(edition: Edition, card: EventCard) -> Markup:
    """Its days and hours, struck out where they hold no more."""
    when = edition.dates.when(card.event.starts, card.event.ends)
    return Markup("{}" if card.state.holds else "<s>{}</s>").format(when)


def _marks(edition: Edition, card: EventCard, *, sampled: bool) -> Iterator[str]:
    """What must be said of an event wherever it is named: that it isn't as planned; where it is sampled, a sample."""
    if card.badge:
        yield card.badge
    if card.sample and sampled:
        yield edition.words.sample


def _sampled(cards: Iterable[EventCard], *, release: bool) -> tuple[bool, bool]:
    """Whether a list is marked as samples as such, and whether each sample in it is, because office's own are there."""
    found = {card.sample for card in cards}
    return (not release and found == {True}, not release and found == {True, False})


def _links(edition: Edition, home: str, name: str) -> Markup:
    """The programme as a list of days, for sites that allow no frame."""
    programme = home + urls.page("programme")
    part = Markup('<li><a href="{}#{}-{}">{}</a> {}</li>')
    anchor = "days" if edition.parts.folded else "day"
    days = Markup("").join(
        part.format(programme, anchor, one.key, edition.parts.name(one), edition.count(edition.parts.within(one)))
        for one in edition.parts.shown
    )
    return Markup('<p><a href="{}">{}</a></p><ul>{}</ul>').format(home, name, days)


def embeds(campaign: Campaign, *, release: bool) -> Iterator[Download]:
    """The framed programme, whole and of each county with events, and the banners, in each language; their style."""
    css = template("embed.j2.css").render(colours=tokens().colours)
    yield Download(path=urls.EMBED_SHEET, content=css.encode(), source=Source(kind="look"))
    for language in campaign.languages:
        yield from _programmes(campaign, language, release=release)
        for width, height in BANNERS:
            path = urls.banner(language, f"{width}x{height}")
            drawn = banner(campaign, language, width, height)
            yield Download(path=path, content=drawn.encode(), source=Source(kind="theme"))


def _programmes(campaign: Campaign, language: str, *, release: bool) -> Iterator[Download]:
    """The programme of all, then of each county."""
    said = words(language)
    cards = [event_card(campaign, event, said) for event in campaign.events]
    whole = _programme(campaign, cards, said, release=release)
    yield Download(path=urls.embedded(language), content=whole.encode(), source=Source(kind="programme"))
    for county in campaign.counties.counties:
        own = [card for card in cards if card.county.id == county.id]
        if own:
            html = _programme(campaign, own, said, release=release, county=county)
            source = Source(kind="county", id=county.id)
            yield Download(path=urls.embedded(language, county.id), content=html.encode(), source=source)


def _programme(
    campaign: Campaign,
    cards: list[EventCard],
    said: Words,
    *,
    release: bool,
    county: County | None = None,
) -> str:
    """One page, with links that open the site beside the frame."""
    language, files = said.language, "../../" if county else "../"
    all_samples, sampled = _sampled(cards, release=release)
    keys, key = concerned(campaign), ("county", county.id) if county else ("programme", "")
    return template("embed.j2.html").render(
        lang=html_lang(language),
        w=said,
        dates=dates(language),
        name=campaign.campaign.name[language],
        county=county.name[language] if county else "",
        root=files + urls.language_root(language, campaign.languages),
        files=files,
        urgent=bulletin(campaign, language) if keys is None or key in keys else None,
        programme=urls.page("county", county.id) if county else urls.page("programme"),
        days=[(day, found) for day, found in cards_by_day(campaign, cards, said).items() if found],
        policy=Markup(policy.meta(policy.SITE)),  # noqa: S704 - ours
        sheet=urls.EMBED_SHEET,
        all_samples=all_samples,
        sampled=sampled,
    )


def banner(campaign: Campaign, language: str, width: int, height: int) -> str:
    """One banner as a complete SVG: the theme over the whorl, the campaign's name and its days."""
    head = campaign.campaign
    lines = campaign.theme.broken(language)
    flat = width > 3 * height
    theme = _set(lines, width * (0.5 if flat else 0.88), height * (0.74 if flat else 0.36))
    foot = (*_in_two(head.name[language], language), dates(language).full_span(head.week.starts, head.week.ends))
    return template("banner.j2.html").render(
        lang=html_lang(language),
        width=width,
        height=height,
        flat=flat,
        theme=theme,
        foot=_set(foot, width * (0.32 if flat else 0.88), height * (0.52 if flat else 0.07 * len(foot))),
        colours=tokens().colours,
        radius=whorl.RADIUS,
        shapes=[(shape.role, whorl.path(shape.points)) for shape in whorl.shapes(whorl.Whorl(lines=3))],
    )


def _in_two(text: str, language: str) -> tuple[str, ...]:
    """A long name of several words in two lines about as wide; else as it is."""
    whole = held(text, language)
    spaces = [at for at, sign in enumerate(text) if sign == " " and at not in whole]
    if not spaces or ems(text) <= LONG_EMS:
        return (text,)
    pairs = ((text[:at], text[at + 1 :]) for at in spaces)
    return min(pairs, key=lambda pair: max(map(ems, pair)))


def _set(lines: tuple[str, ...], room_x: float, room_y: float) -> BannerText:
    """The largest size at which every line fits across and all fit down."""
    across = min(room_x / max(1.0, ems(line)) for line in lines)
    return BannerText(tuple(lines), round(min(across, room_y / (1.3 * len(lines))), 1))
