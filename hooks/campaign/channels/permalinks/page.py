"""The pages `/q/<code>/`: what a printed address opens, in every language at once, without a script."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from campaign.channels.permalinks.words import words
from campaign.core import policy
from campaign.core.artifact import Download, Source
from campaign.core.context import BuildContext
from campaign.core.language import html_lang, said_in
from campaign.kinds import Campaign, urls
from campaign.kinds.notice import Bulletin, bulletin, concerned
from campaign.paper.allot import payload, plain_address
from campaign.paper.book import Book
from campaign.paper.ledger import HEAD, Print, Printed
from campaign.paper.outdated import outdated
from campaign.paper.records import Reachable, section
from campaign.say.words import Words
from campaign.workshop.art.tokens import tokens

FOLDER = Path(__file__).with_name("templates")
SHEET = "page.css"
"""The pages' style sheet, beside their folders: wherever `q/` is put, it comes along."""


@dataclass(frozen=True, slots=True)
class Version:
    """One language's part of the page: what was printed, the link to where it leads, and the urgent notice, if any.

    paper: what paper says of it that isn't so any more.
    """

    lang: str
    words: Words
    campaign: str
    name: str
    target: str
    href: str
    organisers: tuple[str, ...]
    urgent: Bulletin | None = None
    paper: tuple[str, ...] = ()


def pages(campaign: Campaign, context: BuildContext, book: Book) -> Iterator[Download]:
    """A page for each code there is or ever was on paper, their style sheet, and the ledger's head as a witness."""
    yield _sheet()
    paper = {language: outdated(book, language) for language in campaign.languages}
    for key, one in book.present.items():
        code = book.imprints[key].code
        said = {language: paper[language].get(key, ()) for language in campaign.languages}
        values = _urgent(campaign, _forward(campaign, context, one, said), one)
        yield _page(code, Source(kind=one.kind, id=one.id), values)
    for printed in book.over:
        source = Source(kind=printed.kind, id=printed.id)
        yield _page(printed.code, source, _urgent(campaign, _over(campaign, context, book, printed), printed))
    if book.ledger.head:
        yield Download(path=f"q/{HEAD}", content=str(book.ledger.head).encode(), source=Source(kind="ledger"))


def forwards(campaign: Campaign, book: Book) -> Iterator[Download]:
    """For a former host: a page for each code that is on paper with its address, leading to that code on the site, and
    their style sheet.

    Paths are counted from the former site's root; none where paper carries no address but the site's and the print
    address.
    """
    head = campaign.campaign
    prints = [entry for entry in book.ledger.entries if isinstance(entry, Print)]
    own = {payload(address, one.code) for address in (head.site_address, head.paper_address) for one in prints}
    codes = sorted({entry.code for entry in prints if entry.payload not in own})
    if codes:
        yield _sheet()
    for code in codes:
        printed = book.ledger.printed[code]
        yield _sent_on(campaign, code, Source(kind=printed.kind, id=printed.id), printed.last.names)


def print_forwards(campaign: Campaign, book: Book) -> Iterator[Download]:
    """For the print address's host: a page for every code there is or ever was on paper, leading to it on the site, and
    their style sheet.

    Paths are counted from the print address.
    """
    yield _sheet()
    for key, one in book.present.items():
        yield _sent_on(campaign, book.imprints[key].code, Source(kind=one.kind, id=one.id), one.names)
    for printed in book.over:
        yield _sent_on(campaign, printed.code, Source(kind=printed.kind, id=printed.id), printed.last.names)


def _sent_on(campaign: Campaign, code: str, source: Source, names: Mapping[str, str]) -> Download:
    """A page on another host that leads to a code's page on the site."""
    address = campaign.campaign.site_address
    target, shown = payload(address, code), plain_address(address, code)
    versions = [_version(campaign, tag, names, shown, target) for tag in campaign.languages]
    return _page(
        code, source, {"over": False, "sample": False, "versions": versions, "refresh": target, "canonical": target}
    )


def _urgent(campaign: Campaign, values: dict[str, Any], of: Reachable | Printed) -> Mapping[str, object]:
    """A page's values with the urgent notice in each language, where it concerns the record."""
    keys = concerned(campaign)
    if keys is not None and (of.kind, of.id) not in keys:
        return values
    versions = zip(values["versions"], campaign.languages, strict=True)
    return {**values, "versions": [replace(one, urgent=bulletin(campaign, tag)) for one, tag in versions]}


def _page(code: str, source: Source, values: Mapping[str, object]) -> Download:
    allowed = Markup(policy.meta(policy.SITE))  # noqa: S704 - ours
    html = _environment().get_template("permalink.j2.html").render(policy=allowed, sheet=SHEET, code=code, **values)
    return Download(path=f"{urls.permalink(code)}index.html", content=html.encode(), source=source)


def _sheet() -> Download:
    css = _environment().get_template("permalink.j2.css").render(colours=tokens().colours)
    return Download(path=f"q/{SHEET}", content=css.encode(), source=Source(kind="look"))


def _forward(
    campaign: Campaign, context: BuildContext, one: Reachable, paper: Mapping[str, tuple[str, ...]]
) -> dict[str, Any]:
    """The page of a record that is there: it sends people on at once, and says where.

    paper: by language what paper says of it that isn't so: then it waits to be read and sends nobody on.
    """
    versions = [replace(_onward(campaign, tag, one.names, one), paper=paper[tag]) for tag in campaign.languages]
    return {
        "over": False,
        "sample": one.sample and not context.release,
        "versions": versions,
        "refresh": "" if any(paper.values()) else versions[0].href,
        "canonical": context.site_address + one.path.partition("#")[0],
    }


def _over(campaign: Campaign, context: BuildContext, book: Book, printed: Printed) -> dict[str, Any]:
    """The page of a record that is no more: what it was called when printed, and where to go; it sends nobody on."""
    pages = frozenset(kind for kind, record_id in book.present if not record_id)
    onward = book.present.get((printed.kind, printed.instead)) or book.present[section(printed.kind, pages), ""]
    return {
        "over": True,
        "sample": False,
        "versions": [_onward(campaign, tag, printed.last.names, onward) for tag in campaign.languages],
        "refresh": "",
        "canonical": context.site_address + urls.permalink(printed.code),
    }


def _onward(campaign: Campaign, language: str, names: Mapping[str, str], onward: Reachable) -> Version:
    href = _href(urls.language_root(language, campaign.languages) + onward.path)
    return _version(campaign, language, names, onward.names[language], href)


def _version(campaign: Campaign, language: str, names: Mapping[str, str], target: str, href: str) -> Version:
    return Version(
        lang=html_lang(language),
        words=words(language),
        campaign=campaign.campaign.name[language],
        name=said_in(names, language),
        target=target,
        href=href,
        organisers=tuple(organiser.name[language] for organiser in campaign.campaign.organisers),
    )


def _href(path: str) -> str:
    """The way from /q/<code>/ to a page's file, by name, so that it also opens from a memory stick."""
    page, mark, anchor = path.partition("#")
    return f"{urls.up(urls.permalink('x'))}{page}index.html{mark}{anchor}"


@cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
