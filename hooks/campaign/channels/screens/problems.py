"""What authors are told of texts that no display of its size can show, and of files that no player plays."""

from __future__ import annotations

from campaign.channels.screens.job import FrameJob, Steps
from campaign.channels.screens.media import UnplayableError
from campaign.core.problems import Message
from campaign.workshop.making import lacking, percent_over

FIELDS = {
    "title": Message("标题", "title"),
    "facts": Message("时间、地点等", "facts"),
    "support": Message("另一种语言的标题", "title in the other language"),
    "kicker": Message("标题上方的小字", "line above the title"),
    "address": Message("短网址", "short address"),
    "detail": Message("补充文字", "detail"),
}
"""The parts of a frame as staff know them."""
OWN = {
    "empty": Message("文件是空的", "the file is empty"),
    "broken": Message("文件坏了，放不出来", "the file is broken and can't be played"),
    "codec": Message("这种编码播放器放不了", "players can't take this codec"),
}
SHOWN, FONT = Message("显示不出来", "be shown"), Message("字体", "the font")
SHORTER = Message("在这一项里加“text:”，写一句短的", "add `text:` to this item with shorter words")
SHORT_ADDRESS = Message("换一个短的 print_address", "give a shorter print_address")
SHORTEN = Message(
    "把通知写短一些，或者另写一句屏上用的（--short，notice.yml 里是 short）",
    "say the notice in fewer words, or give displays a line of their own (--short, in notice.yml short)",
)
REDO = Message("导出成 MP4（H.264），或者 PNG、JPG 图片", "export it as MP4 (H.264), or as a PNG or JPG picture")


def shorter(steps: Steps) -> Message:
    """How to mend what is too long: a slide may say it in other words, a notice has only its own."""
    return SHORTEN if steps[0] == "notice" else SHORTER


def unbreakable(record: str, field: str, text: str, display: str) -> Message:
    """A text that no breaking brings into the lines of a frame."""
    name = FIELDS[field]
    return Message(
        f"{record} 的{name.zh}太长，一屏最多两行、每行 14 个字：“{text}”（{display}）",
        f"{record}: the {name.en} is too long for two lines of 14 characters (on {display})",
    )


def long_loop(seconds: int, most: int, display: str) -> Message:
    """A loop that nobody waits for."""
    return Message(
        f"播放单一圈要 {seconds // 60} 分钟，最多 {most // 60} 分钟（{display}）",
        f"the loop takes {seconds // 60} minutes of at most {most // 60} (on {display})",
    )


def long_address(frame: FrameJob, ratio: float) -> Message:
    """A plain address that a display has no room for, however it is broken."""
    over = percent_over(ratio)
    return Message(
        f"印在纸上的网址在这块屏上放不下：缩到能看清的最小字号还超出 {over}%（{frame.display}）",
        f"the address for paper is {over} % too long even at the least legible size (on {frame.display})",
    )


def misfit(frame: FrameJob, part: str, ratio: float) -> Message:
    """A text that doesn't fit at its least legible size."""
    name, over = FIELDS.get(part, Message(part, part)), percent_over(ratio)
    record = frame.source.id or frame.source.kind
    return Message(
        f"{record} 的{name.zh}在这块屏上放不下：缩到能看清的最小字号还超出 {over}%（{frame.display}）",
        f"{record}: the {name.en} is {over} % too long even at the least legible size (on {frame.display})",
    )


def unshowable(frame: FrameJob, text: str) -> Message:
    """A character that the font lacks."""
    where = Message(f"（{frame.display}，{frame.name}）", f" (on {frame.display}, {frame.name})")
    return lacking(text, cannot=SHOWN, font=FONT, where=where)


def unplayable(frame: FrameJob, error: UnplayableError) -> Message:
    """An office's own file that can't be shown."""
    why = OWN[error.why]
    detail = f" ({error.detail})" if error.why == "codec" else ""
    return Message(f"{frame.media}：{why.zh}{detail}", f"{frame.media}: {why.en}{detail}")
