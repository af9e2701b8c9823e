"""The printed address on its sheets: how large its symbol stands on each, and how long an address all of them take."""

from __future__ import annotations

from collections.abc import Iterator

from campaign.channels import Commission
from campaign.channels.posters.orders import orders
from campaign.core.language import Localized, said_in
from campaign.core.problems import Message, Problem
from campaign.kinds import urls
from campaign.kinds.poster import Sheet
from campaign.paper.size import CAPACITY
from campaign.workshop.qr import Fit, Stand, symbol
from campaign.workshop.qr.legibility import HAND_MODULE_MM, WALL_MODULE_MM

LEAST_SHARE = 0.235
"""On a wall the symbol is at least so much of the narrow side wide: it is a third of what the poster is for."""
WALL_ROOM, HAND_ROOM = 0.6, 0.75
"""How much of a sheet's narrow side its symbol may take, quiet zone included."""
SHORTEST_VERSION = 3
"""The version of the shortest address there is, `https://a.cn/q/2c3d4/`: a sheet that can't hold it is too small."""
NAMED = 3
"""How many of the sheets that take the least are named."""


def placed_symbol(payload: str, sheet: Sheet) -> Fit:
    """A symbol's size on a sheet: for its distance, and on walls no smaller than the design wants it.

    Raises IllegibleError for a sheet on which no address has room, TooLongError for a payload longer than it takes.
    """
    stand = _stand(sheet)
    largest = stand.largest_version()
    if largest < SHORTEST_VERSION:
        stand.of_size(17 + 4 * SHORTEST_VERSION)
    return stand.fit(symbol(payload, largest_version=largest))


def address_problems(commission: Commission) -> Iterator[Problem]:
    """The address, where it is too long for what is ordered: how long it may be, and which sheets keep it so short."""
    head, sheets = commission.campaign.campaign, _takes(commission)
    most, length = min(sheets.values(), default=len(head.paper_address)), len(head.paper_address)
    if length <= most:
        return
    ordered = {order.sheet.id: order.sheet.name for order in orders(commission.campaign)}
    least = [ordered[sheet_id] for sheet_id, takes in sheets.items() if takes == most < max(sheets.values())]
    what = Message(
        f"印在纸上的网址有 {length} 个字符，太长了，二维码装不下：订的海报最多能用 {most} 个字符",
        f"the address for paper has {length} characters, too many for its symbols: the posters ordered take {most}",
    )
    hint = _shorten(most, least, own=head.print_address is not None)
    yield commission.places.problem(what, "campaign", head.paper_address_key, hint=hint)


def _takes(commission: Commission) -> dict[str, int]:
    """How many characters an address may have on each sheet that is ordered, by its id; too small ones left out."""
    path = max((len(urls.permalink(one.code)) for one in commission.imprints.values()), default=0)
    largest = {order.sheet.id: _stand(order.sheet).largest_version() for order in orders(commission.campaign)}
    return {key: CAPACITY[version - 1] - path for key, version in largest.items() if version >= SHORTEST_VERSION}


def _stand(sheet: Sheet) -> Stand:
    side_mm = min(sheet.width_mm, sheet.height_mm)
    return Stand(
        distance_m=sheet.scan_distance_m,
        least_module_mm=HAND_MODULE_MM if sheet.in_hand else WALL_MODULE_MM,
        least_width_mm=0 if sheet.in_hand else side_mm * LEAST_SHARE,
        room_mm=side_mm * (HAND_ROOM if sheet.in_hand else WALL_ROOM),
    )


def _shorten(most: int, least: list[Localized], *, own: bool) -> Message:
    """What to do: give another print address, or a first one; which sheets take the least, where some take more."""
    limits = Message("", "")
    if least:
        zh, en = "、".join(_named(least, "zh")), ", ".join(_named(least, "en"))
        limits = Message(f"；最紧的纸张：{zh}", f"; the sheets that take least: {en}")
    if own:
        return Message(
            f"print_address 换成不超过 {most} 个字符的网址{limits.zh}",
            f"give a print_address of {most} characters or fewer{limits.en}",
        )
    return Message(
        f"加一行 print_address: 不超过 {most} 个字符的短网址（单位自己的域名，由它转到网站；转发的文件和规则由"
        f"正式发布生成）{limits.zh}",
        f"add print_address: a short address of {most} characters or fewer that the office controls and that forwards "
        f"to the site (a release writes the files and rules for it){limits.en}",
    )


def _named(names: list[Localized], tag: str) -> list[str]:
    """The first of several names in a language, or in what there is."""
    said = [said_in(name, tag) for name in names[:NAMED]]
    return said if len(names) <= NAMED else [*said, "…"]
