"""What a release refuses: samples, addresses nobody can open, text nobody translated; each at its line."""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from campaign.core.context import BuildContext
from campaign.core.language import Localized
from campaign.core.problems import Message, Problem
from campaign.read import Places, Reading
from campaign.release.values import Value, values
from campaign.say.script import HAN_CHARACTER, written_in_han

LATIN_WORD = re.compile(r"[A-Za-z\u00c0-\u024f]{2,}")
LETTER = re.compile(r"[^\W\d_]")
NUMBERED = re.compile(r"(?:.*\.)?(?:\d+|0x[0-9a-f]*)")
"""A host that browsers take for an IPv4 address written in some other way: `127.1`, `0x7f.1`, `2130706433`."""
WORDS = 4
"""Latin words in a row of text that make it a sentence nobody put into Chinese, not a name."""
PLACEHOLDER = re.compile(r"TODO|TBD|FIXME|\bXXX+\b|lorem ipsum|待翻译|待译|待补|[.…。]+$", re.IGNORECASE)
ADDRESS = re.compile(r"https?://[!-~]+[!-~/]")
RESERVED = re.compile(
    r"(?:.*\.)?(?:example(?:\.(?:com|net|org))?|test|invalid|localhost|localdomain|local|internal|intranet|lan|home\.arpa)"
    r"|(?:.*\.)?(?:your|my)-?(?:domain|site|host)\..*"
)
"""Names that RFC 2606 and RFC 6762 keep out of the public network, and what people write in their place."""


def refusals(reading: Reading, context: BuildContext) -> list[Problem]:
    """Everything in a campaign read without a problem that isn't fit for print; sorted, each at file and line."""
    campaign, places = reading.campaign, reading.places
    found = [problem for value in values(campaign, _outreach(reading)) for problem in _of_value(value, places)]
    if context.site_address != campaign.campaign.site_address:
        what = Message(
            f"正式发布要用资料里的网址，不是 {context.site_address}",
            f"a release uses the address in the data, not {context.site_address}",
        )
        found.append(places.problem(what, "campaign", "site_address"))
    return sorted(set(found), key=lambda problem: problem.order)


def _outreach(reading: Reading) -> dict[str, str]:
    """Each county's file by the county's id, as far as it has events; staff may have called it as they like."""
    counties, places = reading.campaign.county_of, reading.places
    return {county.id: places.file_of("event", event_id) for event_id, county in counties.items()}


def _of_value(value: Value, places: Places) -> Iterator[Problem]:
    if value.value is True and (value.name == "sample" or value.name.endswith("_sample")):
        yield places.problem(_sample(value), value.file, *value.steps, hint=CONFIRM)
    for tag, text in _texts(value.value):
        steps = (*value.steps, tag) if tag else value.steps
        for what in (*_unreachable(text), *_placeholder(text)):
            yield places.problem(what, value.file, *steps)
    if isinstance(value.value, Localized):
        for tag in untranslated(value.value):
            yield places.problem(_untranslated(tag), value.file, *value.steps, tag)


def _texts(value: object) -> Iterator[tuple[str, str]]:
    """The texts of a value, with the language tag where there is one; what languages share, once."""
    if isinstance(value, Localized):
        seen: set[str] = set()
        for tag, text in value.items():
            if text not in seen:
                yield tag, text
            seen.add(text)
    elif isinstance(value, str):
        yield "", value


def untranslated(text: Localized) -> list[str]:
    """The languages in which a text stands untranslated.

    In Chinese and Japanese: no Han character but several Latin words. In any other language: more Han characters than
    other letters, or Han characters in the very text of another language.
    """
    tags = list(text)
    return [tag for tag in tags if _foreign(tag, text[tag], {text[other] for other in tags if other != tag})]


def _foreign(tag: str, text: str, others: set[str]) -> bool:
    han = len(HAN_CHARACTER.findall(text))
    if written_in_han(tag):
        return not han and len(LATIN_WORD.findall(ADDRESS.sub("", text))) >= WORDS
    return han > 0 and (text in others or han > len(LETTER.findall(text)) - han)


def host_fault(address: str) -> str:
    """What is wrong with where an address leads: a key of HOST_FAULTS; empty where nothing is."""
    try:
        split = urlsplit(address)
    except ValueError:
        return "nameless"
    host = (split.hostname or "").rstrip(".").lower()
    if split.scheme != "https":
        return "http"
    try:
        return "" if ipaddress.ip_address(host).is_global else "private"
    except ValueError:
        if NUMBERED.fullmatch(host):
            return "nameless"
        return "placeholder" if RESERVED.fullmatch(host) or "." not in host else ""


def _unreachable(text: str) -> Iterator[Message]:
    for address in dict.fromkeys(ADDRESS.findall(text)):
        fault = host_fault(address)
        if fault:
            zh, en = HOST_FAULTS[fault]
            yield Message(f"网址{zh}：{address}", f"an address that {en}: {address}")


def _placeholder(text: str) -> Iterator[Message]:
    found = PLACEHOLDER.search(text) if len(text) < 400 else None
    if found and (found[0].strip(".…。") or not text.strip(" .…。")):
        yield Message(f"还没有写完：“{found[0]}”", f"not finished: {found[0]}")


def _sample(value: Value) -> Message:
    return Message(f"示例数据还没有核实：{value.owner}", f"sample data, not yet confirmed: {value.owner}")


def _untranslated(tag: str) -> Message:
    return Message(f"{tag} 还没有翻译", f"{tag} isn't translated")


CONFIRM = Message("核实这一条的内容以后，删掉这一行", "when its facts are confirmed, delete this line")
HOST_FAULTS = {
    "http": ("不是 https", "isn't https"),
    "placeholder": ("只是示例，公众打不开", "is only a placeholder"),
    "nameless": ("里没有正确的主机名", "has no proper host name"),
    "private": ("只在内网能打开", "leads to a private network"),
}
