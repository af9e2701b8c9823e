"""Downloads: what there is to take away, found by three questions: who are you, what for, where."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from campaign.channels.site.edition import Edition
from campaign.channels.site.packs import Pack

ANY, WIDE = "*", "all"
"""Fits every answer; the answer that no county in particular is meant."""
UP, HAND, SCREEN, PHONE, EMBED = "up", "hand", "screen", "phone", "embed"
USES = (UP, HAND, SCREEN, PHONE, EMBED)
PEOPLE = ("county", "booth", "media", "everyone", "shop")
"""Who comes besides those of each kind of place; their words are `ask_...`."""
PACK_ORDER = ("place_kind", "booth", "county", "office", "shop", "everyone", "hand", "media")
"""Whom packs are for, what is for somebody in particular before what is for many."""
PACK_USES = {"hand": (HAND,), "media": (PHONE,), "booth": (UP, HAND)}
"""What a pack is for; the others hold what is put up."""
PACK_PEOPLE = {"hand": "county media everyone", "office": "county", "everyone": "everyone media"}
"""Whom a pack is for where that isn't the same word; `hand` is for each kind of place too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """One thing to take. who, uses, where: the answers it fits, `*` for any; pack: the ZIP; display: the id of a
    screen; saved: the day (ISO) or county of pictures to save; code: code to copy. One of the four is there."""

    who: str
    uses: Sequence[str]
    where: str
    name: str
    pack: Pack | None = None
    display: str = ""
    saved: str = ""
    code: bool = False

    @property
    def use(self) -> str:
        """The first of its uses, under which it is listed."""
        return self.uses[0]


@dataclass(frozen=True, slots=True)
class Question:
    """One of the three: its name in the address, what is asked, and the answers there are, each with its words."""

    name: str
    asked: str
    answers: Sequence[tuple[str, str]]


def offers(edition: Edition) -> list[Offer]:
    """Everything there is to take, the best answer to a question before the next best."""
    made = [*_prints(edition), *_screens(edition), *_pictures(edition)]
    return [*made, _embed(edition)]


def by_use(found: Sequence[Offer]) -> dict[str, list[Offer]]:
    """The offers under the first thing each is for, in the order of the uses."""
    return {use: some for use in USES if (some := [one for one in found if one.use == use])}


def questions(edition: Edition, found: Sequence[Offer]) -> list[Question]:
    """The three questions, with the answers that lead to something; a question with one answer isn't asked."""
    said = edition.words
    people = [(who, getattr(said, f"ask_{who}")) for who in PEOPLE if _fits(found, who)]
    places = [(_place(kind.id), edition.text(kind.name)) for kind in edition.campaign.six_entries.place_kinds]
    uses = [(use, getattr(said, f"ask_{use}")) for use in USES if any(use in one.uses for one in found)]
    counties = [(one.id, edition.text(one.short_name)) for one in edition.campaign.counties.counties]
    asked = [
        Question("who", said.ask_who, [*people[:2], *places, *people[2:]]),
        Question("for", said.ask_use, uses),
        Question("where", said.ask_where, [*counties, (WIDE, said.ask_all)]),
    ]
    return [one for one in asked if len(one.answers) > 1]


def _fits(found: Sequence[Offer], who: str) -> bool:
    """True where something is for these in particular; anybody may always ask."""
    return who == "everyone" or any(who in one.who.split() for one in found)


def _place(kind_id: str) -> str:
    return f"place-{kind_id}"


def _prints(edition: Edition) -> Iterator[Offer]:
    """The packs: what is for somebody in particular before what is for many."""
    places = " ".join(_place(kind.id) for kind in edition.campaign.six_entries.place_kinds)
    for pack in sorted(edition.packs, key=lambda one: PACK_ORDER.index(one.who)):
        who = PACK_PEOPLE.get(pack.who, pack.who)
        if pack.who == "place_kind":
            who = _place(pack.about)
        elif pack.who in ("county", "hand"):
            who = f"{who} {places}"
        where = {"county": pack.about, "office": WIDE}.get(pack.who, ANY)
        uses = PACK_USES.get(pack.who, (UP,))
        yield Offer(who=who, uses=uses, where=where, name=_pack_name(edition, pack), pack=pack)


def _pack_name(edition: Edition, pack: Pack) -> str:
    campaign, pattern = edition.campaign, str(getattr(edition.words, f"pack_{pack.who}"))
    if pack.who == "county":
        return pattern.format(name=edition.text(campaign.county(pack.about).short_name))
    if pack.who == "place_kind":
        return pattern.format(name=edition.text(campaign.place_kind(pack.about).name))
    return pattern


def _screens(edition: Edition) -> Iterator[Offer]:
    """Each display's pack: for its county, for whoever asks for none, and for counties that have no display."""
    displays = [one for one in edition.campaign.displays if one.id in edition.reports]
    without = [one.id for one in edition.campaign.counties.counties if one.id not in {d.county for d in displays}]
    for one in displays:
        where = " ".join((one.county, WIDE, *without))
        yield Offer(who=ANY, uses=(SCREEN,), where=where, name=edition.text(one.name), display=one.id)


def _pictures(edition: Edition) -> Iterator[Offer]:
    """The pictures of the programme: of a county, or of the days where none is asked for."""
    campaign = edition.campaign
    wanted = [(county.id, county.id) for county in campaign.counties.counties]
    for about, where in [*wanted, *((period.key, WIDE) for period in campaign.periods)]:
        if pictures := edition.saved(about):
            yield Offer(who=ANY, uses=(PHONE,), where=where, name=pictures[0].title, saved=about)


def _embed(edition: Edition) -> Offer:
    return Offer(who=ANY, uses=(EMBED,), where=ANY, name=edition.words.embed, code=True)
