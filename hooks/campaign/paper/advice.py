"""What is said where printed addresses would break or change their meaning, and the line that settles it."""

from __future__ import annotations

from collections.abc import Sequence

from campaign.core.problems import Message
from campaign.core.typed import typed

Advice = tuple[Message, Message]


def moved(former: str, now: str, count: int, *, still_there: bool) -> Advice:
    """The address for paper isn't the one that is printed; still_there: the former one is the site's own, and stays."""
    onward = Message("", "") if still_there else Message("，并请旧网址把 /q/ 转到新网址", ONWARD)
    return (
        Message(
            f"印刷用的网址改成了 {now}，但已有 {count} 个短码按 {former} 印在纸上",
            f"the address for paper is now {now}, but {count} codes are on paper with {former}",
        ),
        Message(
            f"如果确实要换，在 permalinks.yml 的 moved: 下写 former、now 和 reason（原因）{onward.zh}；"
            "否则改回原来的网址",
            f"if it must change, say former, now and reason under moved: in permalinks.yml{onward.en}; "
            "otherwise put the former address back",
        ),
    )


ONWARD = ", and have the former host send /q/ on to the new one"


def left(former: str, site: str, count: int) -> tuple[Message, Message, tuple[str, ...]]:
    """The site left an address that older paper carries; with the lines that say who sends its readers on."""
    return (
        Message(
            f"网站已经不在 {former}，外面还有 {count} 个短码的海报印着这个网址",
            f"the site isn't at {former} any more, and paper out there carries that address with {count} codes",
        ),
        Message(
            f"请旧网址把 /q/ 转到 {site}（发布后用 release/former-address.zip），并在 permalinks.yml 里写上下面几行；"
            f"这些海报都取下了：用 {typed('printed')} 登记；或者把网站改回原来的网址",
            f"have its host send /q/ on to {site} (with release/former-address.zip) and put these lines into "
            f"permalinks.yml; where that paper was taken down, note it with {typed('printed')}; "
            "or put the former address back",
        ),
        ("moved:", f"  - former: {former}", f"    now: {site}", "    reason: 网站搬家"),
    )


def looks_renamed(kind: str, former: str, now: str, name: str) -> Advice:
    """A printed record is gone and a new one has its name."""
    return (
        Message(
            f"“{name}”印出去时编号是 {former}，现在只有 {now}：编号改了，还是另一场？",
            f"{name!r} was printed with the id {former}, and now there is {now}: was the id changed, or is it another?",
        ),
        Message(
            f"是同一个：在 permalinks.yml 的 renamed: 下写 kind: {kind}、former: {former}、now: {now}、reason；"
            f"不是：在 over: 下写 kind: {kind}、id: {former}",
            f"if the same: under renamed: in permalinks.yml say kind: {kind}, former: {former}, now: {now}, reason; "
            f"if not: under over: say kind: {kind}, id: {former}",
        ),
    )


def came_back(key: tuple[str, str], name: str, code: str) -> Advice:
    """A record has the id of one that is over."""
    kind, record_id = key
    said = f"kind: {kind}" + (f", id: {record_id}" if record_id else "")
    return (
        Message(
            f"编号 {record_id or kind} 已经印过（短码 {code}，“{name}”），并已宣布结束",
            f"the id {record_id or kind} was printed (code {code}, {name!r}) and declared over",
        ),
        Message(
            f"不是同一个：换一个新编号；是同一个：在 permalinks.yml 的 same: 下写 {said}, reason",
            f"if it is another, give it a new id; if the same, under same: in permalinks.yml say {said}, reason",
        ),
    )


def replaced(key: tuple[str, str], name: str, code: str) -> Advice:
    """Nothing is left of what was printed with this id."""
    kind, record_id = key
    return (
        Message(
            f"编号 {record_id} 印出去时是“{name}”（短码 {code}），现在名称和内容全不一样：还是同一个吗？",
            f"{record_id} was printed as {name!r} (code {code}); name and text are all different now: is it the same?",
        ),
        came_back(key, name, code)[1],
    )


def still_there(record_id: str) -> Message:
    """A record declared renamed or over is there."""
    return Message(
        f"{record_id} 还在资料里，没有改名或结束", f"{record_id} is still in the data: it isn't renamed or over"
    )


def never_printed(record_id: str, printed: Sequence[str]) -> Message:
    """A declaration about a record that isn't on paper."""
    return Message(
        f"{record_id} 没有印过，不用写在这里。{_listed(printed, '印过的有')}",
        f"{record_id} was never printed and needs no word here.{_listed(printed, ' Printed:')}",
    )


def not_in_doubt(record_id: str) -> Message:
    """A declaration that isn't needed now, and would excuse a later mistake."""
    return Message(
        f"{record_id} 没有疑问，不用写在这里；请删掉，免得以后放过真正的错误",
        f"{record_id} isn't in doubt and needs no word here: delete it, or it would excuse a later mistake",
    )


def not_there(record_id: str, present: Sequence[str]) -> Message:
    """A declaration that leads to no record."""
    return Message(
        f"资料里没有 {record_id}。{_listed(present, '现有')}",
        f"there is no {record_id}.{_listed(present, ' There are:')}",
    )


def has_code(record_id: str, code: str) -> Message:
    """A rename onto a record that has a code of its own."""
    return Message(
        f"{record_id} 自己已经印过（短码 {code}），不能再接另一个短码；改写在 over: 下，用 instead: {record_id}",
        f"{record_id} is on paper with a code of its own ({code}) and can't take another: "
        f"declare it under over: with instead: {record_id}",
    )


def _listed(ids: Sequence[str], head: str) -> str:
    return f"{head} {', '.join(ids[:12])}{' …' if len(ids) > 12 else ''}" if ids else ""
