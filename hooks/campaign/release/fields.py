"""What changed on paper, said as people say it: fields by their names, times as people write them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime

from campaign.kinds import kinds
from campaign.kinds.status import Status
from campaign.paper.spans import Span, span_said
from campaign.read.tell.key_names import called
from campaign.read.tell.kind_names import KIND_NAMES
from campaign.say.dates import dates
from campaign.say.words import LANGUAGES, words

Facts = Mapping[str, str]
CLOCK = re.compile(r"(\d\d:\d\d):\d\d")
MOMENT = re.compile(r"\d{4}-\d\d-\d\d(?: \d\d:\d\d:\d\d)?")
SPAN = ("starts", "ends")


def spoken(before: Facts, now: Facts, language: str) -> list[str]:
    """Each field that isn't as printed, `时间: 09:00–11:00 → 14:00–16:00`, in the order of the fields' paths.

    language: `zh` or `en`. A text is given in that language alone, if it has it; one that changed in another says so.
    """
    told: dict[str, None] = {}
    for path in sorted(before.keys() | now.keys()):
        if before.get(path) != now.get(path):
            told |= dict.fromkeys(_told(path, before, now, language))
    return list(told)


def _told(path: str, before: Facts, now: Facts, language: str) -> Iterator[str]:
    listed = _listed(path)
    if listed and (whole := _whole(listed, before, now, language)):
        yield whole
        return
    base, tag = _parted(path)
    if tag and tag != language and f"{base}.{language}" in {**before, **now}:
        other = f"{base}.{language}"
        if before.get(other) != now.get(other):
            return
        yield f"{_label(base, {**before, **now}, language)} ({tag}): {_pair(path, before, now, language)}"
    elif base.rpartition(".")[2] in SPAN:
        yield f"{_label(base, {**before, **now}, language)}: {_times(base, before, now, language)}"
    else:
        yield f"{_label(base, {**before, **now}, language)}: {_pair(path, before, now, language)}"


def _pair(path: str, before: Facts, now: Facts, language: str) -> str:
    was, is_now = (_value(path, one.get(path, ""), language) for one in (before, now))
    nothing = words(language).paper_nothing
    return f"{was or nothing} → {is_now or nothing}"


def _times(base: str, before: Facts, now: Facts, language: str) -> str:
    """Both ends of a time together, whichever of them changed."""
    head = base.rpartition(".")[0]
    was, is_now = (_ends(one, f"{head}." if head else "") for one in (before, now))
    if not was or not is_now:
        there, pattern = (was, "{} → {}") if was else (is_now, "{1} → {0}")
        if there is None:
            return ""
        return pattern.format(span_said(there, None, language), words(language).paper_nothing)
    return f"{span_said(was, is_now, language)} → {span_said(is_now, was, language)}"


def _ends(facts: Facts, head: str) -> Span | None:
    starts, ends = (facts.get(head + name, "") for name in SPAN)
    return (starts, ends or starts) if starts else None


def _value(path: str, text: str, language: str) -> str:
    """A fact as people write it: a day, an hour, a state, which is as planned where nothing is said; a long text by its
    beginning."""
    if path.rpartition(".")[2] == "status":
        return Status(text or Status.PLANNED).said(words(language))
    if clock := CLOCK.fullmatch(text):
        return clock[1]
    if MOMENT.fullmatch(text):
        moment = date.fromisoformat(text) if len(text) == len("2024-04-22") else datetime.fromisoformat(text)
        return dates(language).moment(moment)
    return text.partition(" sha256:")[0]


def _listed(path: str) -> str:
    """`events.opening.` for a fact of a record that stands on a timetable."""
    parts = path.split(".")
    return f"{parts[0]}.{parts[1]}." if len(parts) > 2 and _kind_of(parts[0]) and not parts[1].isdigit() else ""


def _kind_of(key: str) -> str:
    return next((kind.name for kind in kinds().values() if kind.key == key and kind.many), "")


def _whole(listed: str, before: Facts, now: Facts, language: str) -> str:
    """A record that came onto a timetable, or left it, is one change."""
    was, is_now = ({path: one[path] for path in one if path.startswith(listed)} for one in (before, now))
    if was and is_now:
        return ""
    there, word = (was, "paper_taken_out") if was else (is_now, "paper_added")
    ends = _ends(there, listed)
    when = f" {span_said(ends, None, language)}" if ends else ""
    return f"{getattr(words(language), word)}: {_title(listed, there, language)}{when}"


def _title(listed: str, facts: Facts, language: str) -> str:
    return facts.get(f"{listed}title.{language}") or facts.get(f"{listed}title.zh") or listed.split(".")[1]


def _parted(path: str) -> tuple[str, str]:
    """A field, and the language of one of its texts."""
    base, _, tag = path.rpartition(".")
    return (base, tag) if base and tag in LANGUAGES else (path, "")


def _label(base: str, facts: Facts, language: str) -> str:
    """`主办单位 1 名称` for `campaign.organisers.1.name`; a record on a timetable by its title."""
    listed = _listed(f"{base}.")
    rest = base.removeprefix(listed) if listed else base.removeprefix("campaign.")
    head = [_title(listed, facts, language)] if listed else []
    names = [_named(part, language) for part in rest.split(".")]
    if rest.rpartition(".")[2] in SPAN:
        names[-1] = str(words(language).when)
    return " ".join(dict.fromkeys((*head, *names)))


def _named(part: str, language: str) -> str:
    if part in ("payload", "hotline"):
        return str(words(language).paper_address if part == "payload" else words(language).paper_hotline)
    if part in KIND_NAMES:
        return KIND_NAMES[part][0 if language == "zh" else 1]
    return called(part) if language == "zh" else part.replace("_", " ")
