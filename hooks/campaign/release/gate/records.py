"""What the campaign's files say that isn't fit for print: of each record and cause one problem, at its first line."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace

from campaign.core.context import BuildContext
from campaign.core.language import Localized
from campaign.core.problems import Message, Problem
from campaign.read import Places, Reading
from campaign.release import causes
from campaign.release.causes import Cause, Obstacle
from campaign.release.gate.hosts import host_fault, unreachable
from campaign.release.gate.invented import invented
from campaign.release.gate.languages import untranslated
from campaign.release.gate.marks import FILE, marked_name, marks
from campaign.release.gate.numbers import made_up, made_up_code
from campaign.release.gate.values import Owner, Steps, Value, values

CODES = ("site_id_code", "icp", "police_record")
"""Registration numbers of a government website."""
TOLD = 3
"""So many of the words are quoted; the lines of all are told."""


WHOLE, AROUND = 40, 10
"""Up to so many characters a text is quoted whole; of a longer one so many on either side of the mark."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One value that isn't fit: why, the way to it, and what stands there."""

    cause: Cause
    owner: Owner
    steps: Steps
    words: str


def in_records(reading: Reading, context: BuildContext) -> list[Obstacle]:
    """Everything in a campaign read without a problem that isn't fit for print, each at file and line."""
    head = reading.campaign.campaign
    found: defaultdict[tuple[Cause, str, Steps], list[Finding]] = defaultdict(list)
    for value in every_value(reading):
        for finding in _of_value(value, head.as_typed):
            found[finding.cause, finding.owner.file, finding.owner.steps].append(finding)
    told = [Obstacle(of[0].cause, _told(of, reading.places)) for of in found.values()]
    return [*_address(reading, context), *told]


def every_value(reading: Reading) -> Iterator[Value]:
    """Every value of a campaign, with the file it really stands in; staff may have called a county's as they like."""
    counties, places = reading.campaign.county_of, reading.places
    return values(reading.campaign, {county.id: places.file_of("event", one) for one, county in counties.items()})


def _address(reading: Reading, context: BuildContext) -> Iterator[Obstacle]:
    """The site's own address and the one that paper carries: a sample, or one that nobody can open, is one to mend."""
    head = reading.campaign.campaign
    given = {"site_address": (head.site_address, head.site_address_sample)}
    if context.site_address != head.site_address:
        yield _at_address(reading.places, "site_address", _other_address(context))
    if head.print_address:
        given["print_address"] = (head.print_address, bool(head.print_address_sample))
    for key, (address, sample) in given.items():
        fault = host_fault(address)
        if sample or fault == "placeholder":
            what = Message(f"网址还是示例，公众打不开：{address}", f"the address is only a placeholder: {address}")
            yield _at_address(reading.places, key, what)
        elif fault:
            yield _at_address(reading.places, key, _unreachable([address]))


def _at_address(places: Places, key: str, what: Message) -> Obstacle:
    how = Message(
        f"把正式网址写在 campaign.yml 的 {key}，再删掉 {key}_sample 一行",
        f"write the real address as {key} in campaign.yml, then delete the line {key}_sample",
    )
    return Obstacle(causes.ADDRESS, places.problem(what, "campaign", key, hint=how))


def _other_address(context: BuildContext) -> Message:
    return Message(
        f"正式发布要用资料里的网址，不是 {context.site_address}",
        f"a release uses the address in the data, not {context.site_address}",
    )


def _of_value(value: Value, kept: Collection[str]) -> Iterator[Finding]:
    """What is wrong with one value; of a sample, which is to be replaced as a whole, only that it is one."""
    if value.name.startswith(("site_address", "print_address")) or value.name in ("as_typed", "signers"):
        return
    owner = value.owner
    if value.name == "sample" and value.value is True:
        yield Finding(causes.SAMPLE, owner, value.steps, "")
    if not owner.sample:
        shipped = set(invented(value)).difference(kept)
        for steps, text in value.texts:
            yield from (Finding(causes.PLACEHOLDER, owner, steps, words) for words in _marks(value.name, text, kept))
            if text in shipped:
                yield Finding(causes.PLACEHOLDER, owner, steps, text)
            yield from (Finding(causes.MADE_UP, owner, steps, words) for words in _made_up(value.name, text, kept))
            yield from (Finding(causes.UNREACHABLE, owner, steps, address) for address in unreachable(text))
        if value.name in ("lat", "lng") and value.value == 0:
            yield Finding(causes.MADE_UP, owner, value.steps, f"{value.name}: 0")
    if isinstance(value.value, Localized):
        for tag in untranslated(value.value):
            said = f"{tag}: {_quoted(value.value[tag], value.value[tag][:WHOLE])}"
            yield Finding(causes.UNTRANSLATED, owner, (*value.steps, tag), said)


def _marks(name: str, text: str, kept: Collection[str]) -> list[str]:
    """Marks in a text; an id and the name of a file are looked at as such, for people see them too."""
    if name == "id" or FILE.fullmatch(text):
        return [text] if marked_name(text) and text not in kept else []
    return [_quoted(text, mark) for mark in marks(text, kept)]


def _quoted(text: str, mark: str) -> str:
    """A short text whole; of a long one what stands around the mark."""
    if len(text) <= WHOLE:
        return text
    at = text.index(mark)
    start, end = max(0, at - AROUND), at + len(mark) + AROUND
    said = text[start:end].replace("\n", " ")
    return f"{'…' if start else ''}{said}{'…' if end < len(text) else ''}"


def _made_up(name: str, text: str, kept: Collection[str]) -> list[str]:
    found = [text] if name in CODES and made_up_code(text) else made_up(text)
    return [number for number in found if not any(number in wording for wording in kept)]


def _told(findings: list[Finding], places: Places) -> Problem:
    """One problem for all that is wrong with a record in one way, at the first line, naming the others."""
    cause, owner = findings[0].cause, findings[0].owner
    what = sentence(cause, owner.called, list(dict.fromkeys(one.words for one in findings)))
    return at_first([places.problem(what, owner.file, *one.steps, hint=cause.how) for one in findings])


def at_first(problems: Iterable[Problem]) -> Problem:
    """Of problems that are one the first, which names the lines of the others."""
    first, *others = sorted(problems, key=lambda one: one.order)
    lines = sorted({one.place.line for one in others} - {first.place.line})
    if not lines:
        return first
    named = "、".join(map(str, lines)), ", ".join(map(str, lines))
    more = Message(
        f"{first.what.zh}（还有第 {named[0]} 行）",
        f"{first.what.en} (also line{'s' if len(lines) > 1 else ''} {named[1]})",
    )
    return replace(first, what=more)


def quotes(words: list[str]) -> Message:
    """The first few of the words that stand there, and how many there are where that is more."""
    zh, en = "、".join(f"“{one}”" for one in words[:TOLD]), ", ".join(f'"{one}"' for one in words[:TOLD])
    if len(words) > TOLD:
        return Message(f"{zh}等 {len(words)} 处", f"{en} and {len(words) - TOLD} more")
    return Message(zh, en)


def sentence(cause: Cause, called: Message, words: list[str]) -> Message:
    """What is told of a record or page; words: what stands there, each once."""
    if cause == causes.UNREACHABLE:
        return _unreachable(words)
    zh, en = SENTENCES[cause]
    said = quotes(words) if any(words) else None
    return Message(
        f"{zh}：{called.zh}：{said.zh}" if said else f"{zh}：{called.zh}",
        f"{en}: {called.en}: {said.en}" if said else f"{en}: {called.en}",
    )


def _unreachable(addresses: Iterable[str]) -> Message:
    told = [(*HOST_FAULTS[host_fault(address)], address) for address in addresses]
    return Message(
        "；".join(f"网址{zh}：{address}" for zh, _, address in told),
        "; ".join(f"an address that {en}: {address}" for _, en, address in told),
    )


SENTENCES = {
    causes.SAMPLE: ("示例数据还没有核实", "sample data, not yet confirmed"),
    causes.PLACEHOLDER: ("还是示例，或没有写完", "a sample, or not finished"),
    causes.MADE_UP: ("像是随手编的", "looks made up"),
    causes.UNTRANSLATED: ("还没有翻译", "isn't translated"),
}
HOST_FAULTS = {
    "http": ("不是 https", "isn't https"),
    "placeholder": ("公众打不开", "is only a placeholder"),
    "nameless": ("里没有正确的主机名", "has no proper host name"),
    "private": ("只在内网能打开", "leads to a private network"),
}
