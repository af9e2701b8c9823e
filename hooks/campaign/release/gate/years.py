"""Years: a week that is over, and texts that speak of another year than the campaign's; told, never refused."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from campaign.core.problems import Message, Place, Problem
from campaign.core.system_files import system_part
from campaign.kinds import Campaign
from campaign.read import Reading
from campaign.release.gate.marks import is_kept
from campaign.release.gate.records import at_first, every_value
from campaign.release.gate.values import Steps, Value

NEAR = 5
"""Years so near to the campaign's are those of last time's texts; what is further away is history, or a plan."""
YEAR = r"(?<!\d)(20\d\d)(?!\d)"
TO = r"\s*[-–—~至到]\s*"
DAY = r"年(?:\s*\d+\s*月)?(?:\s*\d+\s*日)?"
DONE = "起|修|施行|印发|发布|公布|废止|颁布|以来"
LAW = re.compile(
    "|".join(
        (
            rf"[〔\[(（]{YEAR}[〕\])）]",
            rf"{YEAR}(?:\s*年度|\s*年?[底末]|\s*{DAY}\s*(?:{DONE}))",
            rf"{YEAR}{TO}{YEAR}",
            rf"(?i:since|amended in|(?:revised|repealed|issued) (?:in|on)|in force from|as of|by the end of)"
            rf"\s+(?:\d+\s+)?(?:[A-Z][a-z]+\s+)?{YEAR}",
        )
    )
)
"""A year that is a document's or a law's, of a period or of statistics: it stays as it is."""
OF_WEEK = re.compile(rf"{YEAR}\s*年?[^。，,.;；\n]{{0,24}}(?:宣传周|(?i:\bweek\b))")
"""The year of a publicity week: the only one that a page of knowledge must have right."""
ANY = re.compile(YEAR)
HOLDS = ("starts", "ends", "day")
"""The keys of the days on which something takes place; when a plan was issued is history."""
OVER_HINT = Message(
    "要办下一次的，先改 campaign.yml 的 week 和各场活动的时间",
    "for the next one change week in campaign.yml, and the times of the events, first",
)
YEAR_HINT = Message(
    "上次留下来的就改；没有错的不用管，或者把那一句照样写进 campaign.yml 的 as_typed",
    "change it if it was left from last time; leave it if it is right, or add the words to as_typed in campaign.yml",
)


def stale(reading: Reading, docs: Path | None, today: date) -> Iterator[Problem]:
    """What a release reminds of: the week is over, or a text names a year that isn't the campaign's."""
    head = reading.campaign.campaign
    if head.week.ends < today:
        what = Message(
            f"活动周已经过了：到 {head.week.ends:%Y-%m-%d} 为止，今天是 {today:%Y-%m-%d}",
            f"the week is over: it ended on {head.week.ends:%Y-%m-%d}, today is {today:%Y-%m-%d}",
        )
        yield reading.places.problem(what, "campaign", "week", "ends", hint=OVER_HINT)
    yield from _in_records(reading)
    yield from _in_pages(docs, reading.campaign) if docs else ()


def _in_records(reading: Reading) -> Iterator[Problem]:
    """Each record and year once, at the first line."""
    own, places = years_of(reading.campaign), reading.places
    found: defaultdict[tuple[str, Steps, str], list[Steps]] = defaultdict(list)
    for value in every_value(reading):
        for year, steps in _others(value, own, reading.campaign.campaign.as_typed):
            found[value.owner.file, value.owner.steps, year].append(steps)
    for (file, _, year), ways in found.items():
        what = _sentence(year, own)
        yield at_first([places.problem(what, file, *steps, hint=YEAR_HINT) for steps in ways])


def _others(value: Value, own: Sequence[int], kept: Sequence[str]) -> Iterator[tuple[str, Steps]]:
    """The other years that a value names, each with the way to it; of ids only the campaign's own is read as words."""
    if isinstance(value.value, date) and value.name in HOLDS and value.value.year not in own:
        yield str(value.value.year), value.steps
    texts = list(value.texts) if value.name != "as_typed" and (value.name != "id" or not value.owner.steps) else []
    lawful = {year for _, text in texts for found in LAW.finditer(text) for year in found.groups() if year}
    for steps, text in texts:
        yield from ((year, steps) for year in other_years(text, own, kept) if year not in lawful)


def _in_pages(docs: Path, campaign: Campaign) -> Iterator[Problem]:
    own, kept = years_of(campaign), campaign.campaign.as_typed
    for folder in (docs / language for language in campaign.languages):
        for path in sorted(folder.rglob("*.md")):
            inside = path.relative_to(folder).as_posix()
            for number, line in () if system_part(inside) else _lines(path):
                for found in OF_WEEK.finditer(line):
                    if found[1] in other_years(found[0], own, ()) and not is_kept(line, found.span(1), kept):
                        place = Place(f"{docs.name}/{folder.name}/{inside}", number, found.start() + 1)
                        yield Problem(place, _sentence(found[1], own), line, 4, hint=YEAR_HINT)


def _lines(path: Path) -> list[tuple[int, str]]:
    return list(enumerate(path.read_text("utf-8-sig", errors="replace").splitlines(), 1))


def years_of(campaign: Campaign) -> list[int]:
    """The years that the campaign's week is in."""
    week = campaign.campaign.week
    return list(range(week.starts.year, week.ends.year + 1))


def other_years(text: str, own: Sequence[int], kept: Sequence[str]) -> list[str]:
    """The years in a text near the campaign's own that aren't, each once."""
    found = (one for one in ANY.finditer(text) if not is_kept(text, one.span(1), kept))
    near = (one[1] for one in found if own[0] - NEAR <= int(one[1]) <= own[-1] + NEAR and int(one[1]) not in own)
    return list(dict.fromkeys(near))


def _sentence(year: str, own: Sequence[int]) -> Message:
    ours = "、".join(map(str, own))
    return Message(f"这里写的是 {year} 年，活动在 {ours} 年", f"this says {year}, the campaign is in {ours}")
