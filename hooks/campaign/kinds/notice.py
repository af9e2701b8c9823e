"""The urgent notice: before all that displays show, and at the head of the pages that it concerns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING, Annotated

from pydantic import Field, PlainValidator, ValidationInfo, WithJsonSchema, field_validator

from campaign.core.language import Localized, html_lang
from campaign.kinds.brief import Brief, Key
from campaign.kinds.fields import (
    Count,
    Moment,
    Record,
    Sample,
    UrgentLine,
    ref,
    refuse,
    require_order,
    surroundings,
)
from campaign.kinds.kind import DataFile, said
from campaign.kinds.registry import kinds, pages
from campaign.kinds.slide import LEAST_SECONDS, MOST_SECONDS
from campaign.say.dates import dates, machine
from campaign.say.words import words

if TYPE_CHECKING:
    from campaign.kinds.campaign import Campaign

SEEN = ("event", "county")
"""The kinds that have words of their own for "see this one"."""
ALWAYS: tuple[Key, ...] = (("home", ""), ("programme", ""), ("exhibition", ""))
"""The pages that everybody comes by."""


def subjects() -> tuple[str, ...]:
    """The kinds of record a notice can be about: those that have a page of their own."""
    return tuple(kind.name for kind in kinds().values() if kind.folder)


def _subject(value: object, info: ValidationInfo) -> str:
    """The id of a record with a page of its own, of whatever kind, or the name of a page that has its times."""
    ids = [surroundings(info).ids.get(kind) for kind in subjects()]
    known = {*_dated_pages(), *(one for found in ids if found for one in found)}
    if not isinstance(value, str) or (value not in known and None not in ids):
        raise refuse("about", allowed=", ".join(sorted(known)))
    return value


def _dated_pages() -> Iterator[str]:
    return (page.name for page in pages().values() if page.dated)


Subject = Annotated[str, PlainValidator(_subject), WithJsonSchema({"type": "string"})]


class NoticeFile(Record):
    """notice.yml: one urgent notice, until its end; the command line writes and deletes it."""

    text: UrgentLine = Field(description="来不及翻译，只写中文也行 · Chinese alone is enough in an emergency")
    short: UrgentLine | None = Field(None, description="屏上改用的短句 · shorter words for displays")
    about: tuple[Subject, ...] = Field(
        (), description="和哪场活动、哪个地区有关；不填就是全部网页 · ids of what it concerns; empty means every page"
    )
    starts: Moment | None = None
    ends: Moment = Field(description="到几点自动撤下 · when it goes by itself")
    seconds: Count = 10
    displays: tuple[ref("display"), ...] = Field((), description="只放这些屏；不填就是全部 · empty means all")  # type: ignore[valid-type]
    sample: Sample = False

    @field_validator("ends")
    @classmethod
    def _after_start(cls, ends: datetime, info: ValidationInfo) -> datetime:
        require_order(ends, info)
        return ends

    @field_validator("seconds")
    @classmethod
    def _watchable(cls, seconds: int) -> int:
        if not LEAST_SECONDS <= seconds <= MOST_SECONDS:
            raise refuse("figure_range", least=str(LEAST_SECONDS), most=str(MOST_SECONDS))
        return seconds


FILES = (DataFile(name="notice", place=12, model=NoticeFile),)


def brief(campaign: Campaign, text: Localized, *, sample: bool = False) -> Brief:
    """A notice in these words: the urgent one, or one of a playlist."""
    return Brief(kind="notice", title=text, kicker=said(campaign, "notice"), sample=sample, scheme="alarm")


def standing(campaign: Campaign, now: datetime | None) -> Campaign:
    """The campaign without a notice that is over; now: wall-clock time where it is, None where nobody asks."""
    over = campaign.notice and now and now >= campaign.notice.ends
    return replace(campaign, notice=None) if over else campaign


def subject(campaign: Campaign, name: str) -> Brief | None:
    """What is meant by a name of `about`, as any channel may tell it; None for what the campaign hasn't."""
    page = pages().get(name)
    if page and page.dated and page.brief and page.there(campaign):
        return page.brief(campaign)
    for kind in map(kinds().__getitem__, subjects()):
        found = next((one for one in kind.records(campaign) if one.id == name), None)
        if found is not None and kind.brief:
            return kind.brief(campaign, found)
    return None


def named(campaign: Campaign) -> Iterator[tuple[str, Localized]]:
    """Everything a notice can be about: what `about` calls it, and each of its titles."""
    for page in pages().values():
        if page.dated and page.there(campaign):
            yield page.name, page.title(campaign)
    for kind in map(kinds().__getitem__, subjects()):
        for record in kind.records(campaign):
            yield record.id, kind.title(campaign, record)


def concerned(campaign: Campaign) -> frozenset[Key] | None:
    """Every page the notice stands on, by kind and id: what it is about, what belongs to that, and those that everybody
    comes by; None where it is about all. Nothing where there is no notice.
    """
    found = _affected(campaign)
    return found | {*ALWAYS} if campaign.notice and found is not None else found


def _affected(campaign: Campaign) -> frozenset[Key] | None:
    """What the notice is about and what belongs to that; None where it is about all, nothing where there is none."""
    notice = campaign.notice
    if notice is None:
        return frozenset()
    return frozenset(_belonging(campaign, subjects_of(campaign))) if notice.about else None


def subjects_of(campaign: Campaign) -> tuple[Brief, ...]:
    """What the notice is about, in its order; nothing where it names nothing."""
    names = campaign.notice.about if campaign.notice else ()
    return tuple(brief for name in names if (brief := subject(campaign, name)))


def _belonging(campaign: Campaign, briefs: Iterable[Brief]) -> Iterator[Key]:
    """What these are, the county of each, the events each gathers, and what its page lists."""
    for brief in briefs:
        yield brief.kind, brief.id
        if brief.county:
            yield "county", brief.county
        yield from (("event", event) for event in brief.events or ())
        listed = pages()[brief.kind].lists if brief.kind in pages() else ""
        yield from ((listed, one.id) for one in kinds()[listed].records(campaign)) if listed else ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Bulletin:
    """The notice as a page of one language shows it.

    lang: of the words, for the `lang` attribute, empty where they are in the page's own language; lent: a line that
    says so; when: its times in words; starts, ends: for machines (ISO 8601 with the offset), no start where it is on
    already; about: what leads to each thing it is about, and its page.
    """

    title: str
    text: str
    lang: str
    lent: str
    when: str
    starts: str
    ends: str
    about: tuple[tuple[str, Key], ...]
    sample: bool


def bulletin(campaign: Campaign, language: str) -> Bulletin | None:
    """The notice in one language; None where there is none."""
    notice = campaign.notice
    if notice is None:
        return None
    spoken, word, zone = notice.text.spoken(language), words(language), campaign.campaign.time_zone
    foreign = spoken != language
    return Bulletin(
        title=word.notice,
        text=notice.text[language],
        lang=html_lang(spoken) if foreign else "",
        lent=word.say("notice_lent", language=word.say(f"language_{spoken}")) if foreign else "",
        when=times(campaign, language),
        starts=machine(notice.starts, zone) if notice.starts else "",
        ends=machine(notice.ends, zone),
        about=tuple(_ways(subjects_of(campaign), language)),
        sample=notice.sample,
    )


def _ways(subjects: Sequence[Brief], language: str) -> Iterator[tuple[str, Key]]:
    """What leads to each page: its title, but for the one event or county that the words have just named."""
    for one in subjects:
        if one.link:
            alone = len(subjects) == 1 and one.kind in SEEN
            yield words(language).say(f"see_{one.kind}") if alone else one.title[language], one.link


def bulletin_on(campaign: Campaign, key: Key, language: str) -> Bulletin | None:
    """The notice in one language where it changes what is said of this record: it is about it, or about all."""
    found = _affected(campaign)
    return bulletin(campaign, language) if found is None or key in found else None


def times(campaign: Campaign, language: str) -> str:
    """From when to when the notice stands, in words; nothing where there is none."""
    notice, said_in = campaign.notice, dates(language)
    if notice is None:
        return ""
    until = said_in.moment(notice.ends)
    if notice.starts is None:
        return words(language).say("notice_until", until=until)
    return words(language).say("notice_between", since=said_in.moment(notice.starts), until=until)
