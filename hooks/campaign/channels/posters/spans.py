"""Where a poster's texts may be broken: each in the spans that its template makes lines of by measure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from campaign.channels.posters.content import Content
from campaign.core.language import primary_subtag
from campaign.say.lines import Span, spans
from campaign.say.wording import Pair, Wording


def text_spans(content: Content, wording: Wording) -> Mapping[str, list[tuple[Span, ...]]]:
    """Every text of a poster that may take several lines, by the text itself as the template has it."""
    return {text: _spans(text, tag, content.names) for text, tag in sorted(set(_texts(content, wording)))}


def _spans(text: str, tag: str, names: Sequence[str]) -> list[tuple[Span, ...]]:
    """Of each paragraph."""
    return [spans(line, primary_subtag(tag), names) for line in text.splitlines() if line]


def _texts(content: Content, wording: Wording) -> Iterator[tuple[str, str]]:
    """Each text with its language."""
    yield "".join(content.lines), wording.main
    yield from ((line, wording.support or wording.main) for line in content.support)
    for pair in _pairs(content):
        yield from ((text, tag) for text, tag in zip(pair, wording.tags, strict=False) if text)
    for row in content.rows:
        yield from ((str(row[key]), wording.main) for key in ("title", "where"))
        if row["support"] and wording.support:
            yield str(row["support"]), wording.support


def _pairs(content: Content) -> Iterator[Pair]:
    yield from content.body
    yield from (one for one in (content.call, content.opens) if one)
    if content.notice and content.notice.change:
        yield content.notice.change
    for fact in (*content.facts, *((content.week,) if content.week else ())):
        yield from (one for one in (fact.text, fact.more) if one)
