"""Allotting: each record its code, those on paper first and for ever."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from campaign.kinds import urls
from campaign.paper.code import short_code
from campaign.paper.ledger import Printed
from campaign.paper.size import side_px

Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Imprint:
    """What goes on paper for one record.

    code: its short code; payload: what the symbol says, ASCII; shown: the same for eyes and thumbs, without https://
    and the last slash; edition: the serial of this version of it, None while a preview hasn't one yet.
    """

    code: str
    payload: str
    shown: str
    edition: int | None = None

    @property
    def side_px(self) -> int:
        """How wide its symbol's picture stands on a page, in CSS pixels."""
        return side_px(self.payload)


def allot(keys: Iterable[Key], printed: Mapping[Key, Printed]) -> dict[Key, str]:
    """Codes for records: what is printed keeps its own, every other record gets one that was never anybody's."""
    found = dict.fromkeys(keys, "")
    taken = {one.code for one in printed.values()}
    for key in sorted(found):
        found[key] = printed[key].code if key in printed else short_code(*key, taken=taken)
        taken.add(found[key])
    return found


def payload(address: str, code: str) -> str:
    """What the symbol says: `https://ip.example.org/q/2c3d4/`; ASCII, because a site's address is."""
    return address + urls.permalink(code)


def plain_address(address: str, code: str) -> str:
    """The payload as it is printed for people: `ip.example.org/q/2c3d4`."""
    return payload(address, code).removeprefix("https://").removesuffix("/")
