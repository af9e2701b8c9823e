"""Prints of several sheets or several records: cards with cut lines, and posters in tiles."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from campaign.channels.posters.data import sheet_data
from campaign.channels.posters.impose import OVERLAP_MM, PRINTER_MARGIN_MM, Grid, Tiling, Window, dealt, grid, tiling
from campaign.channels.posters.job import PosterJob, Shape
from campaign.channels.posters.orders import Order
from campaign.channels.posters.placement import symbol_box
from campaign.channels.posters.words import words
from campaign.core.problems import Message, Place, Problem
from campaign.kinds.poster import Sheet

POSTERS_FILE = "campaign_data/posters.yml"
CARD_KEYS = (
    "palette",
    "kicker",
    "headline",
    "facts",
    "notice",
    "opens",
    "address",
    "foot",
    "symbol",
    "least",
    "number",
    "sample",
    "support-lang",
    "picture",
    "composition",
    "call",
)
"""What of a record's data a card needs."""


class NoRoomError(Exception):
    """Cards that don't fit their sheet; carries the problem."""

    def __init__(self, problem: Problem) -> None:
        self.problem = problem
        super().__init__(str(problem.what))


def alone(job: PosterJob, sheet: Sheet) -> PosterJob:
    """A single print; a card's template takes it as a sheet of one."""
    if job.template != "channels/posters/templates/cards.typ":
        return job
    card = {"width": sheet.width_mm, "height": sheet.height_mm, "bleed": 0}
    data = {**job.data, "cards": [_card(job)], "card": card, "pages": [[{"card": 0, "x": 0, "y": 0}]], "grid": None}
    return replace(job, data=data)


def _card(job: PosterJob) -> dict[str, Any]:
    return {**{key: job.data[key] for key in CARD_KEYS}, "id": job.source.id or job.source.kind}


def cards_job(group: list[Order], singles: list[PosterJob], sheet: Sheet) -> PosterJob:
    """All cards of a set on sheets with cut lines; NoRoomError where not one fits."""
    order, first, cards = group[0], singles[0], group[0].poster_set.cards
    if cards is None:
        raise ValueError("a set without cards")
    layout = grid(order.sheet, sheet, cards)
    if not layout.count:
        raise NoRoomError(_no_room(order, sheet))
    pages = dealt([number for number in range(len(singles)) for _ in range(cards.copies)], layout.count)
    name = f"{order.poster_set.id}.{order.sheet.id}-on-{sheet.id}.{order.variant}.{order.wording.slug}"
    return replace(
        first,
        path=f"posters/{order.poster_set.poster}/{name}",
        data=_cards_data(order, singles, layout, pages),
        template="channels/posters/templates/cards.typ",
        payloads=tuple(tuple(singles[n].payloads[0][0] for n in page) for page in pages),
        least_module_mm=min(single.least_module_mm for single in singles),
        shape=Shape(width_mm=layout.width_mm, height_mm=layout.height_mm),
        sheet=sheet.id,
        title=order.poster_set.name[order.wording.main],
        sources=tuple(single.source for single in singles),
        sample=any(single.sample for single in singles),
        county="",
        paper=sheet.id,
        made_by="shop" if order.finish == "press" else order.sheet.made_by or sheet.maker,
    )


def _cards_data(order: Order, singles: list[PosterJob], layout: Grid, pages: list[list[int]]) -> dict[str, Any]:
    """The first card's data as the sheet's own, all cards', and which card stands where on each page."""
    places = list(layout.places())
    sheet = {**sheet_data(order.sheet), "width": layout.width_mm, "height": layout.height_mm}
    return {
        **singles[0].data,
        "title": order.poster_set.name[order.wording.main],
        "sheet": sheet,
        "cards": [_card(single) for single in singles],
        "card": {"width": order.sheet.width_mm, "height": order.sheet.height_mm, "bleed": layout.bleed_mm},
        "pages": [[{"card": n, "x": x, "y": y} for n, (x, y) in zip(page, places, strict=False)] for page in pages],
        "grid": layout.cut_lines(),
    }


def tiles_job(job: PosterJob, order: Order, tile: Sheet) -> PosterJob:
    """The same poster on smaller sheets, to be glued; nobody orders what stands in for the large one."""
    cut = tiling(order.sheet, tile, symbol_box(job.template, order.sheet, job.data["symbol"]))
    tiles = {
        "width": cut.tile_width_mm,
        "height": cut.tile_height_mm,
        "margin": PRINTER_MARGIN_MM,
        "windows": [_window(one, cut, order, job) for one in cut.windows],
    }
    head, _, tail = job.path.rpartition(".")
    data = {**job.data, "tiles": tiles}
    return replace(
        job,
        path=f"{head}-tiles.{tail}",
        data=data,
        tiling=cut,
        form="tiles",
        outlined=False,
        paper=tile.id,
        made_by=tile.maker,
        copies=0,
        county_copies=0,
    )


def _window(window: Window, cut: Tiling, order: Order, job: PosterJob) -> dict[str, Any]:
    """One tile for the template, with how to cut and lay it."""
    last_column, last_row = window.column == cut.columns - 1, window.row == cut.rows - 1
    return {
        "x": window.x_mm,
        "y": window.y_mm,
        "width": window.width_mm,
        "height": window.height_mm,
        "lay-x": None if last_column else window.width_mm - OVERLAP_MM,
        "lay-y": None if last_row else window.height_mm - OVERLAP_MM,
        "cut": _cutting(order.wording.main, window, right=last_column, bottom=last_row),
        "words": words(order.wording.main).say(
            "tile",
            title=job.title,
            serial=job.data["serial"],
            row=window.row + 1,
            column=window.column + 1,
            rows=cut.rows,
            columns=cut.columns,
        ),
    }


def _cutting(language: str, window: Window, *, right: bool, bottom: bool) -> str:
    """Which sides to cut: left and top, to lie on the sheets before; right and bottom where the poster ends."""
    said = words(language)

    def sides(chosen: dict[str, bool]) -> str:
        return str(said.joiner).join(said.say(f"tile_side_{side}") for side, wanted in chosen.items() if wanted)

    cut = said.say("tile_cut", sides=sides({"left": True, "top": True, "right": right, "bottom": bottom}))
    over = sides({"left": window.column > 0, "top": window.row > 0})
    if not over:
        return cut + said.say("tile_first")
    return cut + said.say("tile_lay", sides=over, overlap=f"{OVERLAP_MM:g}")


def _no_room(order: Order, sheet: Sheet) -> Problem:
    what = Message(
        f"{order.poster_set.id}：{order.sheet.id} 这种卡片在 {sheet.id} 上一张也排不下",
        f"{order.poster_set.id}: not one card of {order.sheet.id} fits on {sheet.id}",
    )
    return Problem(Place(POSTERS_FILE), what)
