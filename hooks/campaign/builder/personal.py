"""Personal data in what is written by hand: pages, files beside them, their names, the text of PDFs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from campaign.builder.handwritten import SourceFile, needed, source_files
from campaign.core.problems import Message, Place, Problem
from campaign.kinds import Campaign
from campaign.read import Reading
from campaign.say.personal import NAME, RENAME, find, find_in_markup, problem_hint, told
from campaign.workshop.pdf_text import UnreadablePdfError, pdf_texts

TEXTS = frozenset({".svg", ".html", ".htm", ".xml", ".txt", ".csv", ".json", ".ics", ".vtt", ".srt"})
"""Files that are text, whatever else they are."""
DRAWN = re.compile(r"""\s(?:d|points|viewBox|transform|values|keyTimes)\s*=\s*(?:"[^"]*"|'[^']*')""")
"""Attributes of a drawing that are nothing but figures."""
PAGE, FILE = Message("网页", "the page"), Message("文件", "the file")
PDF = Message("PDF 的属性（标题、作者等）", "the PDF's title, author and the like")
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
        text = path.read_text("utf-8-sig", errors="replace")
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
        where = Message(f"第 {number} 页", f"page {number}") if number else PDF
        for found in find(text):
            yield found.value, Problem(Place(shown), told(found, where), hint=problem_hint(found))
