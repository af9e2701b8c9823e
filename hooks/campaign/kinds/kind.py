"""Kind: what a module of this room declares: a file of the campaign, a kind of record in it, a page there is one of."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from campaign.core.language import Localized
from campaign.core.problems import Message
from campaign.kinds.base import Record
from campaign.say.words import words

if TYPE_CHECKING:
    from campaign.kinds.brief import Brief
    from campaign.kinds.campaign import Campaign

Fields = tuple[str, ...]
"""Field paths of a record; `zone.name` is the name of the zone that the record names."""
Said = tuple[str, Record, Fields]
"""What a sheet says of another record: the path it is kept under, the record, and its fields."""


@dataclass(frozen=True, kw_only=True)
class DataFile:
    """A file of campaign_data/ by its name without .yml, or a folder of files.

    place: where it stands among the others; folder: there is one file for each county, in a folder of this name;
    public: what it says is given away as data.
    """

    name: str
    place: int
    model: type[Record]
    required: bool = False
    folder: bool = False
    public: bool = True


@dataclass(frozen=True, kw_only=True)
class Times:
    """Which printed facts are the times a record is found by.

    each: the field of the list they stand in, where it has several; starts, ends: the fields of either end; day: that
    of the day which their hours are of, where it stands apart.
    """

    starts: str
    ends: str
    each: str = ""
    day: str = ""


@dataclass(frozen=True, kw_only=True)
class Printed:
    """What is on paper of a record or page: what a change of makes its sheets wrong.

    heads: fields of the campaign itself that every one of its sheets says; fields: its own; more: those of others;
    times, places: those of its own by which people find it, the place and what is near it: what is on paper of them
    changes only with a word to those who read it there, so the record must have a `status` and a `change`
    (`kinds.status`); rings: its standing sheets give the hotline.
    """

    heads: Fields = ("name", "organisers")
    fields: Fields = ()
    times: Times | None = None
    places: Fields = ()
    more: Callable[[Campaign, Any], Iterable[Said]] = lambda campaign, record: ()
    rings: bool = True


@dataclass(frozen=True, slots=True)
class Menu:
    """Which menu a page stands in, and where in it: `tasks`, what people come for; `plan`, the plan's chapters;
    `small`, about the site; `learn`; `staff`, for those who work with it."""

    name: Literal["tasks", "plan", "small", "learn", "staff"]
    place: int


@dataclass(frozen=True, kw_only=True)
class Kind:
    """A kind of record.

    called: what authors are told it is called; file, key: the file it stands in and the key of its list there;
    place: where it stands among the kinds; folder: of its pages, empty where it has none; hub: the page it is listed
    on, and the one to go to when it is over; anchor: its place on that page where it has no page of its own;
    named: the fields that name it, the first there is; printed: what is on paper of it, None where it has no printed
    address; poster: the kind of poster it has; calendar: it has a calendar of its own; many: there are hundreds;
    numbered: the plan numbers its records; dated: its times stand in the timeline; ordered: they have an order of
    their own;
    sample: its facts aren't the office's own; brief: how it is told; scheme: the colours it is known by on paper,
    walls, cards and pages, where staff gave its records none: a name of `workshop.art.schemes`.
    """

    name: str
    place: int
    model: type[Record]
    file: str
    key: str
    called: Message
    folder: str = ""
    hub: str = ""
    anchor: str = ""
    named: Fields = ("name",)
    titled: Callable[[Campaign, Any], Localized] | None = None
    printed: Printed | None = None
    poster: str = ""
    poster_place: int = -1
    calendar: bool = False
    many: bool = False
    numbered: bool = False
    dated: bool = False
    ordered: Callable[[Campaign], tuple[Any, ...]] | None = None
    sample: Callable[[Campaign, Any], bool] = lambda campaign, record: bool(getattr(record, "sample", False))
    brief: Callable[[Campaign, Any], Brief] | None = None
    scheme: str = "paper"

    def records(self, campaign: Campaign) -> tuple[Any, ...]:
        """Every record of the kind, in the order the files give."""
        return tuple(campaign.records(self.name))

    def in_order(self, campaign: Campaign) -> tuple[Any, ...]:
        """The same as channels tell them: what has a time by its time, all else as the files give it."""
        return self.ordered(campaign) if self.ordered else self.records(campaign)

    def label(self, language: str) -> str:
        """What it is called, as a label begins."""
        return self.called.zh if language == "zh" else self.called.en[:1].upper() + self.called.en[1:]

    def title(self, campaign: Campaign, record: Any) -> Localized:
        """What a record is called in lists."""
        if self.titled:
            return self.titled(campaign, record)
        found: Localized = next(getattr(record, name) for name in self.named if getattr(record, name, None))
        return found


@dataclass(frozen=True, kw_only=True)
class Page:
    """A page there is one of. path: from a language's root; place: where it stands among the others.

    title: what menus call it; there: whether the campaign has it; menu: which it stands in; task: the name of the
    page of the task that it belongs to; staff: it is for those who work with the campaign, and no search engine is
    to find it; named: what its printed address is called, its title where nothing else is said; look: of its share
    card; poster: the kind of poster that leads to it; dated: its times stand in the timeline; file: the file of the
    campaign that it shows, where that says when and where it is; scheme: the colours it is known by, those of the whole
    campaign unless it is about something of its own.
    """

    name: str
    place: int
    path: str
    title: Callable[[Campaign], Localized]
    there: Callable[[Campaign], bool] = lambda campaign: True
    menu: Menu | None = None
    task: str = ""
    staff: bool = False
    map_place: int = 0
    lists: str = ""
    named: Callable[[Campaign], Localized] | None = None
    printed: Printed | None = None
    poster: str = ""
    poster_place: int = -1
    dated: bool = False
    file: str = ""
    sample: Callable[[Campaign], bool] = lambda campaign: False
    brief: Callable[[Campaign], Brief] | None = None
    scheme: str = "red"

    def name_of(self, campaign: Campaign) -> Localized:
        """What its printed address is called."""
        return (self.named or self.title)(campaign)


def said(campaign: Campaign, key: str, **figures: Mapping[str, str] | str) -> Localized:
    """One of our own words in every language of the campaign; a figure that is a text is filled in each."""

    def filled(tag: str) -> str:
        values = {name: one if isinstance(one, str) else one[tag] for name, one in figures.items()}
        return str(getattr(words(tag), key)).format(**values) if values else str(getattr(words(tag), key))

    return Localized({tag: filled(tag) for tag in campaign.languages})
