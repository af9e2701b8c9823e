"""Signs nobody can see, signs that are no text, and the marks a merge leaves behind."""

from __future__ import annotations

import re

from campaign.core.problems import Message
from campaign.read.repair.draft import Draft, Finding
from campaign.say.script import HAN_TEXT

BIDI = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
ZERO_WIDTH = "\u00ad\u180e\u200b-\u200d\u2060-\u2064\ufeff\ufff9-\ufffb\U000e0000-\U000e007f"
BREAKS = "\u0085\u2028\u2029"
CONTROLS = "\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f"
NO_TEXT = "\ud800-\udfff\ue000-\uf8ff\ufffd-\uffff\U000f0000-\U0010ffff"
INSIDE_HAN = re.compile(f"(?<=[{HAN_TEXT}])[{BREAKS}](?=[{HAN_TEXT}])")
REFUSED = re.compile(f"[{BIDI}{ZERO_WIDTH}{BREAKS}{CONTROLS}{NO_TEXT}]")

JOINER = re.compile(r"[\u0600-\u0dff\u1800-\u18af\ufe0f\U0001f000-\U0001faff\u2600-\u27bf]")
"""What a joiner may follow: scripts that need it, and emoji."""

KINDS_OF_SIGN: tuple[tuple[str, str, str, Message | None], ...] = (
    (
        BIDI,
        "看不见的文字方向控制符",
        "an invisible sign that turns the writing direction",
        Message(
            "多半是从网页或聊天里复制来的：把这一行重新打一遍", "usually copied from a web page: type the line again"
        ),
    ),
    (
        ZERO_WIDTH,
        "看不见的零宽字符",
        "an invisible zero-width character",
        Message(
            "多半是从网页或聊天里复制来的：把这一行重新打一遍", "usually copied from a web page: type the line again"
        ),
    ),
    (BREAKS, "看不见的特殊换行符", "an invisible line separator", None),
    (CONTROLS, "看不见的控制字符", "an invisible control character", None),
    (
        "\ud800-\udfff",
        "半个字符（编码不完整）",
        "half a character (lone surrogate)",
        Message("把这个字重新打一遍", "type the character again"),
    ),
    (
        "\ue000-\uf8ff\U000f0000-\U0010ffff",
        "换一台电脑就显示不出来的私用字符",
        "a private-use character that other computers can't show",
        Message(
            "多半是从 Word 里复制来的项目符号或造字：换成普通的字",
            "usually a bullet copied from Word: use an ordinary character",
        ),
    ),
    (
        "\ufffd",
        "已经变成乱码的字“�”",
        "a character that was already lost",
        Message("这个字在以前保存时丢了：把它重新打出来", "it was lost in an earlier save: type it again"),
    ),
)

MERGE_MARK = re.compile(r"(<{7}|\|{7}|={7}|>{7})(?: |$)")


def refused(text: str) -> list[int]:
    """The indexes of the characters that no text of a campaign may hold."""
    return [found.start() for found in REFUSED.finditer(text) if not _joins(text, found.start())]


def _joins(text: str, index: int) -> bool:
    return text[index] in "\u200c\u200d" and index > 0 and bool(JOINER.match(text[index - 1]))


def strike_characters(draft: Draft) -> None:
    """Notes the characters that can't stand in a file, one finding for each kind in a line, and takes them out."""
    if not REFUSED.search(draft.text):
        return
    for number, line in enumerate(draft.mended):
        indexes = refused(line)
        if not indexes:
            continue
        clean = without(line, indexes)
        for character in dict.fromkeys(line[index] for index in indexes):
            found = [index for index in indexes if line[index] == character]
            what, hint = _named(character, len(found))
            fix = "" if character == "\ufffd" else clean
            draft.findings.append(Finding(number, found[0], 1, what, fix, hint, f"U+{ord(character):04X}"))
        draft.mended[number] = clean


def without(text: str, indexes: list[int]) -> str:
    """The text with these characters gone; an odd line break becomes a space, between Han characters nothing."""
    gone = set(indexes)
    joined = {found.start() for found in INSIDE_HAN.finditer(text)}
    breaks = {i for i, c in enumerate(text) if c in BREAKS} - joined
    return "".join(" " if i in breaks else c for i, c in enumerate(text) if i in breaks or i not in gone)


def _named(character: str, count: int) -> tuple[Message, Message | None]:
    code = f"U+{ord(character):04X}"
    for signs, zh, en, hint in KINDS_OF_SIGN:
        if re.match(f"[{signs}]", character):
            zh_times, en_times = (f" {count} 个", f", {count} times") if count > 1 else ("", "")
            return Message(f"这一行有{zh_times}{zh}（{code}）", f"{en} ({code}{en_times})"), hint
    return Message(f"这一行有不能用的字符（{code}）", f"a character that can't be used ({code})"), None


def strike_merge_marks(draft: Draft) -> None:
    """Notes the marks of an unfinished merge, and keeps the first of the two versions."""
    opened = -1
    theirs = False
    for number, line in enumerate(draft.mended):
        mark = MERGE_MARK.match(line)
        sign = mark[1][0] if mark else ""
        if sign == "<" or (sign and opened >= 0):
            opened, theirs = _merge_mark(draft, number, sign, opened)
            draft.blank(range(number, number + 1))
        elif theirs:
            draft.blank(range(number, number + 1))


def _merge_mark(draft: Draft, number: int, sign: str, opened: int) -> tuple[int, bool]:
    """Where the open merge began, and whether the lines after this mark are the version to leave out."""
    if sign == "<":
        what = Message("两个人改了同一处，合并没有做完，文件里留下了“<<<<<<<”", "an unfinished merge: conflict mark")
        hint = Message(
            "“<<<<<<<”到“>>>>>>>”之间有两份内容：留下对的一份，删去另一份和这几行记号",
            "two versions stand between the marks: keep one, delete the other and the marks",
        )
        draft.note(what, line=number, column=0, width=7, hint=hint)
        return number, False
    return (-1, False) if sign == ">" else (opened, True)
