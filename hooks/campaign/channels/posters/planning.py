"""Which prints a campaign has: each record on each of its sheets, in every finish, ink and wording."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from campaign.channels import Commission
from campaign.channels.posters.address import address_problems, placed_symbol
from campaign.channels.posters.compose import content
from campaign.channels.posters.content import Content
from campaign.channels.posters.data import poster_data, serial
from campaign.channels.posters.job import PosterJob, Shape
from campaign.channels.posters.orders import Order, orders
from campaign.channels.posters.sets import POSTERS_FILE, NoRoomError, alone, cards_job, tiles_job
from campaign.channels.posters.words import words
from campaign.core.problems import CampaignDataError, Message, Place, Problem
from campaign.kinds import Campaign, posters
from campaign.kinds.poster import Sheet
from campaign.paper import Imprint
from campaign.workshop.press.condition import CONDITION
from campaign.workshop.qr import Fit, IllegibleError, TooLongError, symbol

BLEED_MM = 3.0
SLUG_MM = 10.0
"""What offset printing needs around the trim: ink beyond it, and room for crop marks beyond that."""
WIDE, TALL = 1.2, 1.8
"""From which width to height a sheet is set as a banner, from which height to width as a stand."""
BESIDE = 0.36
"""How much of a stand's width its symbol takes at most, so that the picture has room beside it."""
UNDER_SYMBOL, PLAN_BELOW = 0.4, 0.6
"""In widths of a stand: how high what stands under its symbol is, and a ground plan below that."""


def plan(commission: Commission) -> list[PosterJob]:
    """Every print of a campaign, in the order of posters.yml, each path once.

    Raises CampaignDataError where a symbol can't be printed as it must be: its sheet too small, or the address too
    long, which is told once for all sheets.
    """
    found: dict[str, PosterJob] = {}
    problems: list[Problem] = []
    for group in _groups(commission.campaign):
        try:
            made = list(_jobs(commission, group))
        except IllegibleError as error:
            problems.append(_too_small(group[0], error))
            continue
        except TooLongError:
            continue
        except NoRoomError as error:
            problems.append(error.problem)
            continue
        for job in made:
            found[job.path] = _ordered_too(found[job.path], job) if job.path in found else job
    problems += address_problems(commission)
    if problems:
        raise CampaignDataError(problems)
    return list(found.values())


def _ordered_too(first: PosterJob, again: PosterJob) -> PosterJob:
    """A print that several sets order: as the first has it, with the copies of all."""
    return replace(first, copies=first.copies + again.copies, county_copies=first.county_copies + again.county_copies)


def _groups(campaign: Campaign) -> Iterator[list[Order]]:
    """Orders that are one print: each alone, but the cards of a set on one sheet together."""
    alike: dict[tuple[object, ...], list[Order]] = {}
    for order in orders(campaign):
        alone = order.poster_set.cards is None
        key = (
            order.poster_set.id,
            order.sheet.id,
            order.finish,
            order.ink,
            order.wording,
            order.record_id if alone else "",
        )
        alike.setdefault(key, []).append(order)
    yield from alike.values()


def _jobs(commission: Commission, group: list[Order]) -> Iterator[PosterJob]:
    """The prints of a group: one poster and perhaps its tiles, or the sheets of its cards."""
    singles = [_job(commission, order) for order in group]
    posters = commission.campaign.posters
    sheets = {sheet.id: sheet for sheet in posters.sheets} if posters else {}
    one = group[0].poster_set
    if one.cards:
        yield cards_job(group, singles, sheets[one.cards.sheet])
        return
    yield alone(singles[0], group[0].sheet)
    if one.tiles and group[0].finish == "office":
        yield tiles_job(singles[0], group[0], sheets[one.tiles])


def _job(commission: Commission, order: Order) -> PosterJob:
    campaign, kind = commission.campaign, order.poster_set.poster
    said = content(campaign, kind, order.record_id, order.wording)
    imprint = commission.imprint(posters()[kind].name, order.record_id)
    placed = placed_symbol(imprint.payload, order.sheet)
    unsure = [said.sample, campaign.campaign.paper_address_sample, order.poster_set.sample]
    sample = not commission.context.release and (any(unsure) or _rings_sample(campaign, said, order.sheet))
    data = poster_data(
        campaign, said, order.wording, order.sheet, imprint, placed, finish=order.finish, ink=order.ink, sample=sample
    )
    shape = _finish(data, order, placed, imprint)
    return PosterJob(
        path=order.path,
        template=template(kind, order.sheet, symbol_width_mm=placed.width_mm, plan=said.plaza is not None),
        data=data,
        payloads=((imprint.payload,),),
        least_module_mm=placed.module_mm,
        shape=shape,
        source=said.source,
        sheet=order.sheet.id,
        finish=order.finish,
        ink=order.ink,
        language=order.wording.slug,
        title=said.title,
        sources=(said.source,),
        county=said.county,
        sample=sample,
        outlined=order.poster_set.outlined,
        address_key=campaign.campaign.paper_address_key,
        paper=order.sheet.id,
        finished=order.sheet.id,
        made_by="shop" if order.finish == "press" else order.sheet.maker,
        copies=order.copies,
        county_copies=order.county_copies,
    )


def _rings_sample(campaign: Campaign, said: Content, sheet: Sheet) -> bool:
    """True for a sheet that gives a hotline which isn't the office's own yet."""
    hotline = campaign.contacts.hotline
    return sheet.stands and said.hotline is not None and hotline is not None and hotline.sample


def template(kind: str, sheet: Sheet, *, symbol_width_mm: float = 0.0, plan: bool = False) -> str:
    """The template for a kind on a sheet: its shape decides. plan: a ground plan stands on it."""
    if kind == "county":
        name = "timetable"
    elif sheet.in_hand:
        name = "cards"
    elif sheet.width_mm > WIDE * sheet.height_mm:
        name = "banner"
    else:
        name = "tall" if _stands(sheet, symbol_width_mm, PLAN_BELOW if plan else 0.0) else "wall"
    return f"channels/posters/templates/{name}.typ"


def _stands(sheet: Sheet, symbol_width_mm: float, below: float) -> bool:
    """Whether a sheet is tall, its picture has room beside the symbol, and below both there is as much as is needed."""
    if sheet.height_mm < TALL * sheet.width_mm or symbol_width_mm > BESIDE * sheet.width_mm:
        return False
    seen_mm = sheet.height_mm - sheet.safe.bottom_mm
    centre_mm = seen_mm / 2 if sheet.symbol_centre_mm is None else sheet.symbol_centre_mm
    return seen_mm - centre_mm >= symbol_width_mm / 2 + (UNDER_SYMBOL + below) * sheet.width_mm


def _finish(data: dict[str, Any], order: Order, placed: Fit, imprint: Imprint) -> Shape:
    """Bleed, slug and the margin's figures for the press; exact size for the office."""
    sheet = order.sheet
    if order.finish != "press":
        return Shape(width_mm=sheet.width_mm, height_mm=sheet.height_mm)
    drawn = symbol(imprint.payload)
    data["sheet"] = {**data["sheet"], "bleed": BLEED_MM, "slug": SLUG_MM}
    data["figures"] = words(order.wording.main).say(
        "figures",
        version=drawn.version,
        level=drawn.level,
        module=f"{placed.module_mm:.2f}",
        width=f"{placed.width_mm:.1f}",
        distance=f"{placed.distance_m:g}",
        sheet_width=f"{sheet.width_mm:g}",
        sheet_height=f"{sheet.height_mm:g}",
        condition=CONDITION.identifier,
        ink=f"{100 * CONDITION.most_ink:g}",
        serial=serial(imprint, sheet),
    )
    return Shape(width_mm=sheet.width_mm, height_mm=sheet.height_mm, bleed_mm=BLEED_MM, slug_mm=SLUG_MM)


def _too_small(order: Order, error: IllegibleError) -> Problem:
    name = f"{order.poster_set.id} / {order.record_id or order.poster_set.poster} / {order.sheet.id}"
    what = Message(
        f"{name}：二维码连同留白要 {error.needs_mm:.0f} 毫米，这张纸只给得出 {error.room_mm:.0f} 毫米",
        f"{name}: the symbol with its quiet zone needs {error.needs_mm:.0f} mm, the sheet has {error.room_mm:.0f}",
    )
    return Problem(
        Place(POSTERS_FILE),
        what,
        hint=Message("把 scan_distance_m 改小，或换大一点的纸", "lower scan_distance_m or take a larger sheet"),
    )
