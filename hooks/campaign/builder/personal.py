"""Personal data in what is written by hand: pages, files beside them, their names, the text of PDFs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from campaign.builder.handwritten import SourceFile, needed, source_files
from campaign.core.problems import Message, Place, Problem
from campaign.kinds import Campaign
from campaign.read import Reading
from campaign.read.files.decoding import decode, split
from campaign.say.personal import NAME, RENAME, find, find_in_markup, problem_hint, told
from campaign.workshop.pdf_text import ABOUT, BEHIND, UnreadablePdfError, pdf_texts

TEXTS = frozenset({".svg", ".html", ".htm", ".xml", ".txt", ".csv", ".json", ".ics", ".vtt", ".srt"})
"""Files that are text, whatever else they are."""
DRAWN = re.compile(r"""\s(?:d|points|viewBox|transform|values|keyTimes)\s*=\s*(?:"[^"]*"|'[^']*')""")
"""Attributes of a drawing that are nothing but figures."""
PAGE, FILE = Message("网页", "the page"), Message("文件", "the file")
PDF = Message("PDF 的属性（标题、作者等）", "the PDF's title, author and the like")
FIELDS = Message("PDF 的表单、批注或链接", "the PDF's form fields, marks or links")
NO_TEXT = Message(
    "这不是文字文件，看不到里面有没有个人信息", "this file isn't text, so it can't be looked through for personal data"
)
SAVE = Message(
    "是文字的：用记事本打开，另存为，编码选“UTF-8”；是表格的：在原来的软件里另存为“CSV UTF-8”",
    "if it is text, open it in Notepad and save it again with the encoding UTF-8; if it is a table, save it as CSV "
    "UTF-8 in the program it was made with",
)
LOCKED = Message("打不开这个 PDF，看不到里面有没有个人信息", "this PDF can't be opened to look for personal data")
UNLOCK = Message("去掉密码，重新导出一份", "export it again, without a password")
Hit = tuple[str, Problem]
"""What was found, however it is written; empty for a file nobody can look into."""


def personal_problems(docs: Path, campaign: Campaign) -> Iterator[Problem]:
    """Everything of a single person's in the hand-written files, each at its line, but for what the office gives away
    on purpose.

    docs: the folder with a folder for each language.
    """
    published = campaign.contacts.published
    return (problem for value, problem in _hits(docs, campaign.languages) if value not in published)


def unneeded_entries(reading: Reading, docs: Path | None) -> list[Problem]:
    """A mention of each value that may be published on purpose and that nothing needs, no hand-written file either."""
    waiting = dict(reading.unused)
    for value, _ in _hits(docs, reading.campaign.languages) if waiting and docs else ():
        waiting.pop(value, None)
    return list(waiting.values())


def _hits(docs: Path, languages: Sequence[str]) -> Iterator[Hit]:
    for language in languages:
        for file in source_files(docs / language):
            path = docs / language / file.source
            if file.published and needed(file, own_assets=True) and path.is_file():
                yield from _of_file(file, path, f"{docs.name}/{language}/{file.source}")


def _of_file(file: SourceFile, path: Path, shown: str) -> Iterator[Hit]:
    for found in find(file.source):
        yield found.value, Problem(Place(shown), told(found, NAME), hint=RENAME)
    if file.page or path.suffix.lower() in TEXTS:
        raw = path.read_bytes()
        text = "\n".join(split(decode(raw, shown)[0]))
        if "\0" in text or (raw and not text):
            yield "", Problem(Place(shown), NO_TEXT, hint=SAVE)
            return
        drawn = path.suffix.lower() == ".svg"
        look = DRAWN.sub(lambda found: re.sub(r"\d", "x", found[0]), text) if drawn else text
        yield from _of_text(text, look, shown, PAGE if file.page else FILE)
    elif path.suffix.lower() == ".pdf":
        yield from _of_pdf(path, shown)


def _of_text(text: str, look: str, shown: str, where: Message) -> Iterator[Hit]:
    """What a text holds; look: the part of it to look at, as long as all of it."""
    for found in find_in_markup(look):
        begin = text.rfind("\n", 0, found.start) + 1
        source = text[begin : text.find("\n", begin) if "\n" in text[begin:] else len(text)]
        place = Place(shown, text.count("\n", 0, begin) + 1, found.start - begin + 1)
        width = min(len(found.text), len(source) - (found.start - begin))
        yield found.value, Problem(place, told(found, where), source, width, hint=problem_hint(found))


def _of_pdf(path: Path, shown: str) -> Iterator[Hit]:
    try:
        texts = list(pdf_texts(path))
    except UnreadablePdfError:
        yield "", Problem(Place(shown), LOCKED, hint=UNLOCK)
        return
    for number, text in texts:
        where = {ABOUT: PDF, BEHIND: FIELDS}.get(number, Message(f"第 {number} 页", f"page {number}"))
        for found in find_in_markup(text) if number == BEHIND else find(text):
            yield found.value, Problem(Place(shown), told(found, where), hint=problem_hint(found))
