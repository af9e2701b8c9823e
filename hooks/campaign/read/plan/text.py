"""A document as paragraphs: bytes of .docx, .pdf or .txt in, each paragraph whole, whatever layout did to its lines."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from campaign.core.problems import Message
from campaign.read.files.decoding import OFFICE, decode, split
from campaign.read.plan.signs import NUMERALS, mark_of, tidy
from campaign.read.plan.word import NoWordError, word_lines


class UnreadablePlanError(Exception):
    """A document that no text can be had of; `what` and `hint` say why and what to do."""

    def __init__(self, what: Message, hint: Message) -> None:
        self.what, self.hint = what, hint
        super().__init__(str(what))


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph. line: of the document's lines the one it begins in, from 1; cells: of a table's row."""

    text: str
    line: int
    cells: tuple[str, ...] = ()


SAVE_AS = Message("在 WPS 或 Word 里另存为 .docx，再试一次", "save it as .docx in WPS or Word and try again")
KINDS = Message("方案要是 .docx、.pdf 或 .txt 文件", "a plan is a .docx, .pdf or .txt file")
DAMAGED = Message(
    "这个文件打不开，可能损坏了或有密码", "this file can't be opened: it is damaged or locked by a password"
)
NO_TEXT = Message("这个文件里没有文字，只有图片", "this file holds pictures and no text")
RECOGNISE = Message(
    "先用 WPS 或扫描软件“识别文字”，存成 .docx 或 .txt", "have its text recognised first and save it as .docx or .txt"
)
FOOT = re.compile(r"[-—－·\s]*(?:第\s*)?[0-9０-９]{1,3}(?:\s*页)?(?:\s*[/／共]\s*[0-9０-９]{1,3}\s*页?)?[-—－·\s]*")
"""The number of a page, alone on its line."""
ENDS = tuple("。！？；：!?;:…")
CLOSES = tuple("”’）)》")
LABEL = re.compile(
    r"(?:联\s*系\s*人|联系方式|(?:联系|咨询|服务|监督|举报|值班)(?:电话|热线)|电\s*话|传\s*真|(?:电子)?邮\s*箱|"
    r"附\s*[件表]|抄\s*送|主题词|地\s*址)\s*\d*\s*(?:[：: ]|$)|"
    r"[（(].{0,6}公开.{0,4}[）)]$|[（(]此件"
)
DAY_LINE = re.compile(rf"(?:[0-9０-９]{{4}}|[〇○零O0{NUMERALS}]{{4}})\s*年\s*\S{{1,3}}\s*月\s*\S{{1,3}}\s*日$")
OFFICE_LINE = re.compile(r"[^，。、；：\s]{2,28}(?:局|厅|委|委员会|办公室|人民政府|中心|协会|部|院|会)$")
LONG, TAIL = 20, 8
"""Characters of a line that may be a full one, and of what is hardly a paragraph of its own."""
OPENING = {"《": "》", "“": "”", "（": "）"}


def paragraphs_of(path: Path, data: bytes) -> list[Paragraph]:
    """Every paragraph of a document, in order. UnreadablePlanError where there is no text to be had."""
    kind = path.suffix.lower()
    if kind == ".docx" or data.startswith(b"PK\x03\x04"):
        try:
            rows = word_lines(data)
        except NoWordError:
            raise UnreadablePlanError(DAMAGED, SAVE_AS) from None
        found = [Paragraph(tidy(" ".join(row)), line, row if len(row) > 1 else ()) for line, row in enumerate(rows, 1)]
        found = _split_glued(_joined([one for one in found if one.text]))
    elif kind == ".pdf" or data.startswith(b"%PDF"):
        found = paragraphs(_pdf_lines(path))
    elif data.startswith(OFFICE):
        raise UnreadablePlanError(KINDS, SAVE_AS)
    elif kind in (".txt", ".md", ""):
        found = paragraphs(split(decode(data, path.name)[0]))
    else:
        raise UnreadablePlanError(KINDS, SAVE_AS)
    if not found:
        raise UnreadablePlanError(NO_TEXT, RECOGNISE)
    return found


def paragraphs(lines: Iterable[str]) -> list[Paragraph]:
    """Paragraphs of a text's lines: blank lines, page numbers and breaks within sentences are layout."""
    whole = [Paragraph(tidy(line), number) for number, line in enumerate(lines, 1)]
    return _split_glued(_joined([one for one in whole if one.text and not FOOT.fullmatch(one.text)]))


def _pdf_lines(path: Path) -> list[str]:
    from campaign.workshop.pdf_text import UnreadablePdfError, pdf_texts

    try:
        return [line for number, text in pdf_texts(path) if number > 0 for line in split(text)]
    except UnreadablePdfError:
        raise UnreadablePlanError(DAMAGED, SAVE_AS) from None


def _joined(lines: Sequence[Paragraph]) -> list[Paragraph]:
    """Lines that layout broke put together again."""
    width = _wrapped(lines)
    found: list[Paragraph] = []
    last = ""
    for one in lines:
        if found and not one.cells and not found[-1].cells and _goes_on(found[-1].text, last, one.text, width):
            found[-1] = Paragraph(_together(found[-1].text, one.text), found[-1].line)
        else:
            found.append(one)
        last = one.text
    return found


def _together(text: str, following: str) -> str:
    """Two pieces of a sentence: a space between them only where neither end is Chinese."""
    apart = text[-1].isascii() and following[0].isascii() and text[-1].isalnum() and following[0].isalnum()
    return text + (" " if apart else "") + following


def _wrapped(lines: Sequence[Paragraph]) -> int:
    """How many characters a full line takes where every line was broken at the margin; 0 where paragraphs are whole."""
    open_ended = [len(one.text) for one in lines if not one.text.endswith(ENDS) and not one.cells]
    longest = max(open_ended, default=0)
    full = sum(1 for length in open_ended if length >= longest - 2)
    return longest if full >= 5 and 15 <= longest <= 60 else 0


def _goes_on(text: str, last: str, following: str, width: int) -> bool:
    """Whether a paragraph goes on in the next line. last: its last line as it was broken."""
    if _opens(text) and len(text) < 200:
        return not mark_of(following) or not text.endswith(ENDS)
    if mark_of(following) or LABEL.match(following) or DAY_LINE.match(following):
        return False
    if text.endswith(ENDS) or LABEL.match(text) or DAY_LINE.match(text):
        return False
    if text.endswith(("，", "、", ",")) or (len(last) >= LONG and len(following) <= TAIL and following.endswith("。")):
        return True
    if text.endswith(CLOSES) and len(text) > 1 and text[-2] in "。！？":
        return False
    if width:
        return len(last) >= width - 2 and len(text) > len(last) or (len(last) >= width - 2 and _sentence(text))
    return _sentence(text) and not OFFICE_LINE.fullmatch(following)


def _sentence(text: str) -> bool:
    """True for what is the beginning of a sentence, and not a heading."""
    return any(sign in text for sign in "，。；,;") or len(text) > 45


def _opens(text: str) -> bool:
    """Whether a bracket or a quotation is open at its end."""
    counted = Counter(text)
    return any(counted[first] > counted[last] for first, last in OPENING.items())


NAMED = (
    "指导思想|总体要求|活动背景|活动目的|目的意义|(?:活动|宣传|举办)?时间|(?:活动|宣传)?主题|宣传重点|宣传内容|重点内容|"
    "(?:具体|主要|重点)?活动(?:内容|安排|形式|项目|方式|要求)?|主要内容|(?:工作|有关|相关|活动|几点)要求|组织领导|组织机构|保障措施"
)
GLUED = re.compile(
    rf"(?<=[。！？；])\s*(?=[{NUMERALS}]{{1,3}}\s*[、.．]\s*(?:{NAMED}))|(?<=[。！？；])\s*(?=联系人[：:])"
)


def _split_glued(found: Sequence[Paragraph]) -> list[Paragraph]:
    """Headings that stand behind the sentence before them set apart again."""
    return [
        Paragraph(part, one.line, one.cells)
        for one in found
        for part in (GLUED.split(one.text) if not one.cells else [one.text])
        if part
    ]
