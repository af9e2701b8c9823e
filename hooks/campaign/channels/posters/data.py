"""A record's words and a sheet's figures as the JSON a template sets: lengths in mm, colours as inks."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from campaign.channels.posters import palette
from campaign.channels.posters.content import Content, Fact
from campaign.channels.posters.plaza import plaza_data
from campaign.channels.posters.spans import text_spans
from campaign.channels.posters.wording import kept_together
from campaign.channels.posters.words import words
from campaign.core.language import primary_subtag
from campaign.kinds import Campaign
from campaign.kinds.poster import Sheet
from campaign.paper import Imprint
from campaign.paper.size import is_long
from campaign.say.phrases import address_parts, sense_parts
from campaign.say.script import is_han
from campaign.say.wording import Pair, Wording
from campaign.workshop.art import pictograms
from campaign.workshop.art.paths import flat_steps
from campaign.workshop.art.tokens import on
from campaign.workshop.fonts import FAMILIES
from campaign.workshop.qr import QUIET_ZONE, Fit

HAN_MM_PER_M = 4.4
LATIN_MM_PER_M = 3.1
"""The least type size (em) a metre of distance: 1 cm of letter per 4.5 m, for Chinese double (custom)."""
HAND_MM_PER_M = 2.6
LEAST_MM = 2.12
LEAST_IN_HAND_MM = 2.12
"""Small print: for the distance people stand at when they scan, and never under 6 pt."""


def least_sizes(sheet: Sheet, text: str) -> dict[str, float]:
    """The least type sizes in mm: `far` for the headline, `near` for facts, `hand` for small print."""
    per_m = HAN_MM_PER_M if is_han(text) else LATIN_MM_PER_M
    floor_mm = LEAST_IN_HAND_MM if sheet.in_hand else LEAST_MM
    hand_mm = max(floor_mm, sheet.scan_distance_m * HAND_MM_PER_M)
    return {
        "far": max(floor_mm, sheet.reading_distance_m * per_m),
        "near": max(hand_mm, sheet.scan_distance_m * per_m),
        "hand": hand_mm,
    }


def poster_data(
    campaign: Campaign,
    content: Content,
    wording: Wording,
    sheet: Sheet,
    imprint: Imprint,
    fit: Fit,
    *,
    finish: str,
    ink: str,
    sample: bool,
) -> dict[str, Any]:
    """Everything a poster's template sets, but the symbol's drawing, which is made last."""
    colours = palette.roles(content.scheme, tint=content.tint)
    return {
        "author": campaign.campaign.organisers[0].name[wording.main],
        "title": f"{content.title} - {campaign.campaign.name[wording.main]}",
        "lang": primary_subtag(wording.main),
        "support-lang": primary_subtag(wording.support or wording.main),
        "font": FAMILIES,
        "ink": ink,
        "keep": kept_together(wording.main, _names(campaign, wording, sheet)),
        "spans": text_spans(content, wording),
        "palette": palette.inks(colours, finish=finish, ink=ink),
        "least": least_sizes(sheet, "".join(content.lines)),
        "sample": _sample_words(wording) if sample else None,
        "pictogram": pictogram(content.pictogram),
        "composition": content.composition,
        "picture": content.vignette,
        "sheet": sheet_data(sheet),
        "kicker": _kicker(content.kicker, wording, pictogram=content.pictogram),
        "headline": _headline(content),
        "facts": [_fact(fact) for fact in content.facts],
        "week": _fact(content.week) if content.week else None,
        "hotline": _fact(content.hotline) if content.hotline and sheet.stands else None,
        "notice": _notice(content, wording),
        "body": _body(content, wording, whole=sheet.stands or not content.leads),
        "mark": content.mark,
        "mark-support": content.mark_support,
        "days": _days(content, finish=finish, ink=ink),
        "empty": content.empty,
        "number": content.number,
        "plaza": plaza_data(content.plaza, wording, finish=finish, ink=ink) if content.plaza else None,
        "call": _both(content.call) if content.call else None,
        "opens": _both(content.opens),
        "address": _address(imprint),
        "serial": serial(imprint, sheet),
        "foot": [
            *({"body": line, "lang": primary_subtag(wording.main)} for line in foot(campaign, wording, imprint, sheet)),
            *_translation_note(campaign, content, wording),
        ],
        "symbol": {
            "payload": imprint.payload,
            "module": fit.module_mm,
            "quiet": QUIET_ZONE,
            "alt": words(wording.main).say("symbol_alt", payload=imprint.payload),
        },
    }


def _address(imprint: Imprint) -> dict[str, Any]:
    """The plain address, whole and in its parts."""
    return {"text": imprint.shown, "parts": address_parts(imprint.shown), "long": is_long(imprint.shown)}


def sheet_data(sheet: Sheet) -> dict[str, Any]:
    """A sheet's figures in mm; finishes fill in bleed and slug."""
    safe = sheet.safe
    return {
        "width": sheet.width_mm,
        "height": sheet.height_mm,
        "bleed": 0,
        "slug": 0,
        "safe": {"top": safe.top_mm, "right": safe.right_mm, "bottom": safe.bottom_mm, "left": safe.left_mm},
        "symbol-centre": sheet.symbol_centre_mm,
    }


def foot(campaign: Campaign, wording: Wording, imprint: Imprint, sheet: Sheet) -> list[str]:
    """Organisers, document number, serial: what the small print says."""
    main, said = wording.main, words(wording.main)
    organisers = [
        said.say("organiser", role=one.role[main], name=one.name[main])
        for one in campaign.campaign.organisers[: 1 if sheet.in_hand else None]
    ]
    number = [said.say("document", number=campaign.plan.number)] if campaign.plan and campaign.plan.number else []
    last = [*number, said.say("serial", serial=serial(imprint, sheet))]
    return [*organisers, *(last if sheet.in_hand else [said.organiser_join.join(last)])]


def _names(campaign: Campaign, wording: Wording, sheet: Sheet) -> list[str]:
    """The names in the small print, which no line break may part."""
    organisers = campaign.campaign.organisers[: 1 if sheet.in_hand else None]
    number = [campaign.plan.number] if campaign.plan and campaign.plan.number else []
    label = words(wording.main).say("serial", serial="").strip()
    return [*number, label, *(one.name[wording.main] for one in organisers)] if wording.main == "zh" else number


def _translation_note(campaign: Campaign, content: Content, wording: Wording) -> list[dict[str, str]]:
    """What official wording in another language is: an unofficial translation, said in that language."""
    others = [tag for tag in wording.tags if tag != campaign.campaign.official_language]
    if not content.official or content.mark == words(wording.main).unofficial:
        return []
    return [{"body": words(tag).translation_note, "lang": primary_subtag(tag)} for tag in others]


def serial(imprint: Imprint, sheet: Sheet) -> str:
    """`k7p4m-A3-12`: the code as its address has it, the sheet, the edition; `0` while it hasn't been released."""
    return f"{imprint.code}-{sheet.id.upper()}-{imprint.edition or 0}"


def _sample_words(wording: Wording) -> str:
    return " ".join(words(tag).sample_print for tag in wording.tags)


def _kicker(kicker: tuple[Pair, ...], wording: Wording, *, pictogram: str) -> list[dict[str, Any]]:
    """The leading texts one under the other, or one text with its support."""
    first, *others = kicker
    big = 1.5 if pictogram and others else 1.0
    rows = [_line(first[0], wording.main, big, 900)]
    rows += [_line(other[0], wording.main, 0.8, 500) for other in others]
    if len(kicker) == 1 and first[1] and wording.support:
        rows.append(_line(first[1], wording.support, 0.8, 500))
    return rows


def _line(body: str, language: str, size: float, weight: int) -> dict[str, Any]:
    return {"body": body, "lang": primary_subtag(language), "size": size, "weight": weight}


def _days(content: Content, *, finish: str, ink: str) -> list[dict[str, Any]]:
    """A timetable's rows under their days, with the inks of their kind's tint."""
    days: dict[object, dict[str, Any]] = {}
    for row in content.rows:
        day = days.setdefault(row["day"], {"day": row["day"], "weekday": row["weekday"], "rows": []})
        tint = str(row["tint"])
        both = palette.inks({"tint": tint, "on": on(tint)}, finish=finish, ink=ink)
        day["rows"].append({**row, "tint-ink": both["tint"], "tint-on": both["on"]})
    return list(days.values())


def _headline(content: Content) -> dict[str, Any]:
    return {
        "lines": list(content.lines),
        "by-sense": content.by_sense,
        "most": content.most,
        "parts": [] if content.by_sense else sense_parts("".join(content.lines)),
        "support": list(content.support),
    }


def _fact(fact: Fact) -> dict[str, Any]:
    return {
        "label": _both(fact.label),
        **_both(fact.text),
        "more": _both(fact.more) if fact.more else None,
        "size": fact.size,
        "weight": fact.weight,
        "struck": fact.struck,
        "spare": fact.spare,
    }


def _both(pair: Pair) -> dict[str, str | None]:
    return {"main": pair[0], "support": pair[1]}


def _notice(content: Content, wording: Wording) -> dict[str, Any] | None:
    """What stands above all else, in both languages; mark: its word as it stands before a name."""
    if content.notice is None:
        return None
    change, word = content.notice.change, content.notice.word
    return {
        "word": [said for said in word if said],
        "mark": words(wording.main).say("bracketed", mark=word[0]),
        "change": _both(change) if change else None,
    }


def _body(content: Content, wording: Wording, *, whole: bool) -> list[dict[str, Any]]:
    """Running text: each pair's leading text, then, if `whole`, its support smaller; the official mark before it."""
    rows: list[dict[str, Any]] = []
    for lead, support in content.body:
        rows.append({**_line(lead, wording.main, 4.4, 700), "least": 1.0, "gap": 2.0, "leading": 0.62})
        if support and wording.support and whole:
            rows.append({**_line(support, wording.support, 2.5, 500), "least": 0.62, "gap": 3.2, "leading": 0.5})
    if content.mark:
        rows.insert(0, {**_line(content.mark, wording.main, 2.2, 900), "least": 0.62, "gap": 0, "leading": 0.5})
    return rows


@cache
def pictogram(name: str) -> Mapping[str, Any] | None:
    """A pictogram as one open path; None without a name."""
    if not name:
        return None
    paths = {"stroke": [flat_steps(pictograms.path(name))]}
    return {"paths": paths, "field": pictograms.FIELD, "stroke": pictograms.STROKE}
