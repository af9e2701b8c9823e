"""What paper says and the data doesn't say any more, without a word to those who read it: what to write is told."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date

from campaign.core.language import said_in
from campaign.core.problems import Message, Problem
from campaign.kinds import Campaign, file_of, kinds, printed_of
from campaign.kinds.printed import PermalinksFile
from campaign.kinds.ready import closed
from campaign.paper.book import Book
from campaign.paper.copies import may_be_out
from campaign.paper.ledger import Print, Printed
from campaign.paper.places import Files, Places
from campaign.paper.statements import (
    Difference,
    Statement,
    differences,
    place_said,
    places_said,
    statements,
    times_on,
    times_said,
)
from campaign.say.words import words

Key = tuple[str, str]
PLAIN = re.compile(r"[^\s\"'&*!|>%@`#?{}\[\],:-](?:(?!: | #)[^\n])*(?<![:\s])")
"""A text that YAML takes as it is."""
PUT_IN_LINES = Message(
    "在这一条里写上下面几行（已经有的键就改那一行）", "put these lines into the record (change those that are there)"
)
PUT_IN_FILE = Message(
    "在这个文件里顶格写上下面几行（已经有的键就改那一行）",
    "put these lines into the file, at the beginning of a line (change those that are there)",
)
PUT_IN_BRACES = Message(
    "在这一条最后的 } 前面写上下面这些（已经有的键就改那一个）",
    "put this before the last } of the record (change what is there already)",
)
OFF = Message(
    "，不办了就在那里写 status: cancelled 和 change，不要删", ", with status: cancelled and a change where it is off"
)
"""What else to do with what says where it stands, instead of taking it out."""
WORD = re.compile(r"[\w-]+(?: [\w:-]+)?")
"""A word, a day or a moment, which YAML takes as it is in braces too."""
START = re.compile(r"[ -]*")
"""What stands before the key of a line."""


def unannounced(campaign: Campaign, book: Book, today: date, *, places: Places | None = None) -> list[Problem]:
    """Every time and place on paper that was changed without a status and a reason, and every record that vanished.

    Paper that may be out counts, see `paper.copies`: of a sheet that was noted what was noted, of every other one all
    that was made, for it may hang somewhere.
    """
    where = places or Files()
    said = statements(book.printed.values())
    found: list[Problem] = []
    for key, every in said.items():
        if key in book.present:
            unsaid = [one for one in differences(key[0], every, book.facts[key], book.official) if one.unsaid]
            found += [_changed(campaign, book, key, unsaid[-1], today, where)] if unsaid else []
    return [*found, *_vanished(campaign, book, said, where)]


def _changed(campaign: Campaign, book: Book, key: Key, one: Difference, today: date, places: Places) -> Problem:
    name = book.present[key].names
    zh, en = (_both(one, language) for language in ("zh", "en"))
    number = one.statement.edition
    what = Message(
        f"“{said_in(name, 'zh')}”：海报（编号末尾 -{number}）上写的是 {zh[0]}，现在是 {zh[1]}，没有说明",
        f"{said_in(name, 'en')!r}: its poster (number ending in -{number}) says {en[0]}; "
        f"it is now {en[1]}, and nothing says so",
    )
    braces = places.in_braces(*key)
    put = PUT_IN_BRACES if braces else PUT_IN_LINES if key[1] else PUT_IN_FILE
    hint = Message(
        f"确实改了：{put.zh}，网页和日历会告诉拿着旧海报的人；没有改：把它改回海报上的",
        f"if it was changed, {put.en}: pages and calendars then tell those who hold the poster; if it wasn't, put back "
        "what the poster says",
    )
    problem = places.of_record(what, *key, hint=hint, key=_key(one))
    said = _said(one, campaign, today)
    if braces:
        return replace(problem, add=(f", {_braced(said)}",))
    indent = " " * (len(START.match(problem.source)[0]) or 4) if key[1] else ""  # type: ignore[index]
    return replace(problem, add=tuple(indent + line for line in _block(said)))


def _said(one: Difference, campaign: Campaign, today: date) -> dict[str, str | dict[str, str]]:
    """What says it: the status, the reason in each language, its day, and the former start."""
    reason = {language: _reason(one, language) for language in campaign.languages}
    said = {"status": "changed" if one.when else "moved", "change": reason, "changed_on": today.isoformat()}
    times, before = printed_of(one.kind).times, one.statement.facts.get("starts", "")
    former = one.when and times is not None and not times.each and before != one.now.get("starts")
    return said | ({"previously": before[:16]} if former else {})


def _block(said: Mapping[str, str | Mapping[str, str]]) -> Iterator[str]:
    """As lines of YAML, ready to be copied."""
    for key, value in said.items():
        if isinstance(value, str):
            yield f"{key}: {_scalar(value)}"
        else:
            yield f"{key}:"
            yield from (f"  {line}" for line in _block(value))


def _braced(said: Mapping[str, str | Mapping[str, str]]) -> str:
    """As what stands between braces, where a comma ends a text that isn't quoted."""
    texts = {key: _in_braces(value) for key, value in said.items()}
    return ", ".join(f"{key}: {text}" for key, text in texts.items())


def _in_braces(value: str | Mapping[str, str]) -> str:
    if not isinstance(value, str):
        return f"{{{_braced(value)}}}"
    return value if WORD.fullmatch(value) else _quoted(value)


def _reason(one: Difference, language: str) -> str:
    said = words(language)
    parts = []
    if one.when:
        parts.append(said.say("time_changed", **dict(zip(("before", "now"), times_said(one, language), strict=True))))
    if one.where:
        parts.append(said.say("place_changed", **dict(zip(("before", "now"), places_said(one, language), strict=True))))
    return closed(str(said.clause_joiner).join(parts))


def _both(one: Difference, language: str) -> tuple[str, str]:
    """What is on paper, and what is so now."""
    pairs = [pair for pair, there in ((times_said, one.when), (places_said, one.where)) if there]
    sides = zip(*(pair(one, language) for pair in pairs), strict=True)
    before, now = (" ".join(side) for side in sides)
    return before, now


def _key(one: Difference) -> str:
    """The first key of the record that isn't as printed."""
    printed, before, now = printed_of(one.kind), one.statement.facts, one.now
    times = printed.times
    paths = ((times.each,) if times.each else (times.starts, times.ends)) if times and one.when else printed.places
    changed = (path for path in paths if any(before.get(p) != now.get(p) for p in (path, *_below(before, path))))
    return next(changed, "id")


def _below(facts: Mapping[str, str], path: str) -> list[str]:
    return [one for one in facts if one.startswith(f"{path}.")]


def _vanished(
    campaign: Campaign, book: Book, said: Mapping[Key, tuple[Statement, ...]], places: Places
) -> Iterator[Problem]:
    """What is on paper and isn't in the data since the last release, and nobody said that it is over."""
    declared = {(one.kind, one.id or "") for one in (campaign.permalinks or PermalinksFile()).over}
    known = book.ledger.by_record
    for key, printed in book.printed.items():
        ends = printed.over and not (key in known and known[key].over)
        if ends and key not in declared and (may_be_out(printed) or key in said):
            yield _gone(campaign, key, printed, said.get(key, ()), places)


def _gone(campaign: Campaign, key: Key, printed: Printed, said: tuple[Statement, ...], places: Places) -> Problem:
    kind, record_id = key
    names, last = printed.last.names, printed.last
    zh, en = (_told(campaign, last, said, language) for language in ("zh", "en"))
    file = places.of_county(kinds()[kind].file, last.county) if last.county else ""
    home = f"{file}.yml" if file else file_of(kind)
    what = Message(
        f"“{said_in(names, 'zh')}”（{record_id or kind}，短码 {printed.code}，"
        f"海报文件 {len(printed.files)} 个）已经印出去：{zh}；现在 {home} 里没有它了",
        f"{said_in(names, 'en')!r} ({record_id or kind}, code {printed.code}, {len(printed.files)} files) "
        f"is on paper: {en}; it isn't in {home} any more",
    )
    off = OFF if printed_of(kind).times else Message("", "")
    hint = Message(
        f"误删了：放回 {home}{off.zh}；确实不要了：在 permalinks.yml 里写上下面几行，扫旧海报的人会看到已经结束",
        f"put it back into {home}{off.en}; if it is to go, put these lines into permalinks.yml: those who scan its "
        "poster are told that it is over",
    )
    at = (
        places.problem(what, file, kinds()[kind].key, hint=hint)
        if file
        else places.of_record(what, kind, record_id, hint=hint)
    )
    with_id = f", id: {record_id}" if record_id else ""
    return replace(at, add=("over:", f"  - {{kind: {kind}{with_id}}}"))


def _told(campaign: Campaign, last: Print, said: tuple[Statement, ...], language: str) -> str:
    """When and where it was to be, as its last paper says, and whose it was."""
    spoken = words(language)
    facts = said[-1].facts if said else last.facts
    county = next((one.short_name for one in campaign.counties.counties if one.id == last.county), None)
    parts = [times_on(last.kind, facts, language), place_said(last.kind, facts, language)]
    parts += [said_in(county, language)] if county else []
    parts = [one for one in parts if one]
    return str(spoken.joiner).join(parts) or f"{last.day.isoformat()}"


def _scalar(text: str) -> str:
    """A text as YAML takes it for one."""
    return text if PLAIN.fullmatch(text) else _quoted(text)


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)
