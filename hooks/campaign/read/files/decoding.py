"""Bytes to text: UTF-8, a mark before it or none; for anything else, which encoding it is and how to save it again."""

from __future__ import annotations

import codecs
import re

from campaign.core.problems import Message, Place, Problem
from campaign.read.files.source import Source

UTF8 = Message(
    "用记事本打开，“文件 → 另存为”，下方“编码”选“UTF-8”，保存。用 WPS 文字的：“另存为”，“文件类型”选纯文本，"
    "“编码”选“Unicode (UTF-8)”，再把文件名改回 .yml",
    "in Notepad: File > Save as, Encoding UTF-8, Save; in WPS Writer: Save as, plain text, encoding Unicode (UTF-8), "
    "then rename the file back to .yml",
)
UTF16 = "UTF-16（记事本里叫“UTF-16 LE”“UTF-16 BE”，以前叫“Unicode”）"
MARKS: tuple[tuple[bytes, str, str], ...] = (
    (codecs.BOM_UTF32_LE, "utf-32", "UTF-32"),
    (codecs.BOM_UTF32_BE, "utf-32", "UTF-32"),
    (codecs.BOM_UTF16_LE, "utf-16", UTF16),
    (codecs.BOM_UTF16_BE, "utf-16", UTF16),
)
OFFICE = (b"PK\x03\x04", b"PK\x05\x06", b"\xd0\xcf\x11\xe0", b"Rar!", b"7z\xbc\xaf")
"""How .docx, .xlsx and .zip begin (ZIP), .doc and .xls (Compound File), and two other archives."""
TEXT = Message(
    "用原来的 .yml 文件；内容在 Word 里，就全部复制，粘贴到记事本，编码选“UTF-8”，另存",
    "take the former .yml file, or copy the text into Notepad and save it as UTF-8",
)
FEW = 20
"""Up to so many wrong bytes for a hundred good characters beyond ASCII, it is damaged UTF-8, not another encoding."""


def decode(data: bytes, path: str) -> tuple[str, list[Problem]]:
    """The text as well as it can be read, for its other problems to be found; and what is wrong with its bytes."""
    if data.startswith(OFFICE):
        what = Message(
            "这不是文本文件，是 Word、WPS 表格或压缩包改了名字", "this is an office document or archive, not text"
        )
        return "", [Problem(Place(path), what, hint=TEXT)]
    for mark, encoding, name in MARKS:
        if data.startswith(mark):
            return data.decode(encoding, "replace").lstrip("\ufeff"), [_other(path, name)]
    while data.startswith(codecs.BOM_UTF8):
        data = data.removeprefix(codecs.BOM_UTF8)
    if b"\x00" in data[:200] and (guess := _bare_utf16(data)):
        return data.decode(guess, "replace"), [_other(path, UTF16)]
    try:
        return data.decode(), []
    except UnicodeDecodeError:
        return _not_utf8(data, path)


def _bare_utf16(data: bytes) -> str:
    head = data[:200]
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if max(even, odd) * 4 < len(head):
        return ""
    return "utf-16-be" if even > odd else "utf-16-le"


def _other(path: str, name: str) -> Problem:
    what = Message(f"文件的编码是 {name}，不是 UTF-8", f"the file is saved as {name.split('（')[0]}, not as UTF-8")
    return Problem(Place(path), what, hint=UTF8)


def _not_utf8(data: bytes, path: str) -> tuple[str, list[Problem]]:
    text = data.decode("utf-8", "surrogateescape")
    wrong = len(re.findall("[\udc80-\udcff]", text))
    good = sum(1 for character in text if ord(character) > 127) - wrong
    if wrong * 100 > good * FEW:
        try:
            return data.decode("gb18030"), [_other(path, "GBK（记事本里叫“ANSI”）")]
        except UnicodeDecodeError:
            pass
    return re.sub("[\udc80-\udcff]+", "〓", text), _damaged(text, path)


def _damaged(text: str, path: str) -> list[Problem]:
    """One problem for each line with bytes that are no UTF-8."""
    lines = split(text)
    source = Source(path, tuple(re.sub("[\udc80-\udcff]", "\ufffd", line) for line in lines))
    what = Message("这里的字已经损坏（不是 UTF-8）", "these bytes are not UTF-8")
    hint = Message("把这几个字重新打一遍，再存成 UTF-8", "type these characters again and save as UTF-8")
    return [
        source.problem(what, line=number, column=found.start(), width=found.end() - found.start(), hint=hint)
        for number, line in enumerate(lines)
        if (found := re.search("[\udc80-\udcff]+", line))
    ]


def split(text: str) -> list[str]:
    """The lines of a text, however the computer it was typed on ends them."""
    return re.split("\r\n|\r|\n", text)
