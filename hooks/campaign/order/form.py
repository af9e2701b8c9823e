"""Filling the order sheet: what of an order stands in which cell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from campaign.channels.posters.planning import BLEED_MM
from campaign.kinds import Campaign
from campaign.kinds.contact import Contact
from campaign.order.advice import SYMBOLS
from campaign.order.lines import Edition, Line, Order, Recipient, group_name, spoken
from campaign.order.sheet import Form, Group, Row
from campaign.order.texts import LANGUAGES, NONE, Texts, joined, said, told
from campaign.say.dates import dates

TITLES = {"shop": "order_shop", "office": "order_office"}
"""By who makes it."""
COLOURS = {
    ("press", "full"): "colour_press",
    ("press", "low-ink"): "colour_press_low",
    ("inkjet", "full"): "colour_shop",
    ("inkjet", "low-ink"): "colour_shop_low",
    ("office", "full"): "colour_office",
    ("office", "low-ink"): "colour_office_low",
}
"""How a print's inks are called: for the press, on a shop's inkjet, on an office's printer."""


def fill(edition: Edition, order: Order, parts: Sequence[tuple[str, Sequence[Line]]]) -> Form:
    """The order sheet of one recipient; parts: the names of its ZIPs, and the lines in each."""
    campaign, head = edition.campaign, edition.campaign.campaign
    part_of = {line.number: number for number, (_, lines) in enumerate(parts, 1) for line in lines}
    rows = [_row(campaign, line, order.recipient, part_of[line.number]) for line in order.lines]
    coming = [_row(campaign, line, order.recipient, 0) for line in order.arrivals]
    notes = [said("proof", symbols=SYMBOLS)]
    notes += [said("preset")] if order.recipient.maker == "shop" else []
    if len(parts) > 1:
        notes.insert(0, said("parts", parts=len(parts), names=", ".join(name for name, _ in parts)))
    again = said("reprint") if order.recipient.again else NONE
    title = joined(" · ", said("sheet_order"), again, said(TITLES[order.recipient.maker]))
    return Form(
        title=title,
        campaign=told(campaign, head.name),
        organiser=told(campaign, head.organisers[0].name).main,
        about=tuple(_about(edition, order)),
        notes=tuple(notes),
        groups=tuple(_groups(campaign, order, rows, coming)),
        parts=len(parts),
    )


def _about(edition: Edition, order: Order) -> Iterator[tuple[Texts, Texts]]:
    campaign = edition.campaign
    recipient = order.recipient
    yield said("recipient"), said(f"maker_{recipient.maker}") if recipient.again else recipient.name
    yield said("ordered_by"), told(campaign, campaign.campaign.organisers[0].name)
    contact = _contact(campaign)
    yield said("contact"), said("contact_says", name=told(campaign, contact.name), phone=contact.phone)
    yield said("issued"), Texts(*(dates(tag).full(edition.context.today) for tag in LANGUAGES))


def _contact(campaign: Campaign) -> Contact:
    """Whom the plan names; else the first there is."""
    named = campaign.plan.contact if campaign.plan else None
    return campaign.contact(named) if named else campaign.contacts.contacts[0]


def _groups(campaign: Campaign, order: Order, rows: Sequence[Row], coming: Sequence[Row]) -> Iterator[Group]:
    row_of = {line.number: row for line, row in zip(order.lines, rows, strict=True)}
    ordered = [line for line in order.lines if line.copies]
    for _, lines in groupby(ordered, key=lambda line: line.group):
        first, *others = lines
        found = tuple(row_of[line.number] for line in (first, *others))
        yield Group(title=group_name(campaign, first), ordered=True, rows=found)
    if coming:
        yield Group(title=said("arrivals"), ordered=False, rows=tuple(coming))
    spare = tuple(row_of[line.number] for line in order.lines if not line.copies)
    if spare:
        yield Group(title=said("spare"), ordered=False, rows=spare)


def _row(campaign: Campaign, line: Line, recipient: Recipient, part: int) -> Row:
    tiled = line.sheet.form == "tiles"
    stock, paper = line.finished.stock(line.technique), line.paper.stock(line.technique)
    inks = said(COLOURS[line.technique, line.sheet.ink], bleed=f"{BLEED_MM:g}")
    cut = NONE if line.paper == line.finished else said("cut")
    names = (f"{folder}/{name}" for folder, name in zip(line.folder, line.name, strict=True))
    return Row(
        number=line.number if part else 0,
        picture=f"{line.sheet.path}.png",
        item=line.item,
        file=Texts(*names) if part else NONE,
        size=_size(campaign, line),
        material=told(campaign, paper.material if tiled else stock.material or paper.material),
        finishing=said("glued") if tiled else joined("；", cut, told(campaign, stock.finishing)),
        colour=joined(" · ", inks, spoken(line.sheet)),
        copies=line.copies,
        receivers=line.receivers,
        serial=line.sheet.serial,
        part=part,
    )


def _size(campaign: Campaign, line: Line) -> Texts:
    """`800 × 2000 mm`; of cards and tiles what they are printed on too."""
    finished = Texts(f"{line.finished.width_mm:g} × {line.finished.height_mm:g} mm")
    on_paper = said("on_paper", paper=told(campaign, line.paper.name)) if line.paper != line.finished else NONE
    pages = said("of_pages", pages=line.sheet.pages) if line.sheet.pages > 1 else NONE
    return joined(" · ", finished, on_paper, pages)
