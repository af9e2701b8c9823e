"""The order sheet on paper: a PDF with a picture of each print that is ordered."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from campaign.order.sheet import TOTALS, Form, Group, Row, pictures
from campaign.order.texts import said
from campaign.workshop.fonts import FAMILIES
from campaign.workshop.typeset import typeset

TEMPLATE = "order/templates/order.typ"
FULL = (
    "column_number",
    "column_picture",
    "column_item",
    "column_size",
    "column_material",
    "column_finishing",
    "column_colour",
    "column_copies",
    "column_receiver",
)
SHORT = ("column_number", "column_item", "column_size", "column_colour", "column_copies")


def pdf(form: Form, shown: Mapping[str, bytes]) -> bytes:
    """The order sheet on A4 across. shown: a small PNG by the path of its preview.

    Raises MissingGlyphError for a character that no pinned font has.
    """
    names = {path: f"picture-{number}.png" for path, number in pictures(form).items()}
    data = {
        "document": f"{form.title.main} · {form.campaign.main}",
        "author": form.organiser,
        "font": FAMILIES,
        "campaign": form.campaign,
        "title": form.title,
        "about": form.about,
        "notes": form.notes,
        "page": said("page", page="{page}", pages="{pages}").line,
        "parts": form.parts > 1,
        "copies": form.copies,
        "labels": {"totals": said("sheet_totals"), "total": said("total"), "subtotal": said("subtotal")},
        "heads": {"totals": _heads(TOTALS), "full": _heads(FULL, form), "short": _heads(SHORT, form)},
        "totals": [_total(group) for group in form.ordered],
        "groups": [_group(group, names) for group in form.groups],
    }
    return typeset(TEMPLATE, data, drawings={name: shown[path] for path, name in names.items()})[0]


def _heads(keys: tuple[str, ...], form: Form | None = None) -> list[tuple[str, str]]:
    several = form is not None and form.parts > 1
    return [said(key) for key in (*keys, *(("column_part",) if several else ()))]


def _total(group: Group) -> dict[str, Any]:
    first = group.rows[0]
    return {
        "title": group.title,
        "size": first.size,
        "material": first.material,
        "finishing": first.finishing,
        "kinds": len(group.rows),
        "copies": group.copies,
    }


def _group(group: Group, names: Mapping[str, str]) -> dict[str, Any]:
    rows = [_row(row, names.get(row.picture, "") if group.ordered else "") for row in group.rows]
    return {"title": group.title, "ordered": group.ordered, "copies": group.copies, "rows": rows}


def _row(row: Row, picture: str) -> dict[str, Any]:
    return {
        "number": row.number,
        "picture": f"/{picture}",
        "alt": said("picture_of", title=row.item).line,
        "item": row.item,
        "file": [text for text in row.file if text],
        "size": row.size,
        "material": row.material,
        "finishing": row.finishing,
        "colour": row.colour,
        "copies": row.copies,
        "receivers": row.receivers,
        "serial": row.serial,
        "part": row.part,
    }
