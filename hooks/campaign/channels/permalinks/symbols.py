"""The pictures `/q/<code>/symbol.png`: each printed address's symbol, to show, to save and to send on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from campaign.core.artifact import Download, Source
from campaign.kinds import urls
from campaign.paper.book import Book
from campaign.paper.size import module_px
from campaign.workshop.cache import IDLE_S, Cache, make_all
from campaign.workshop.fingerprint import code_print, fingerprint

DENSITY = 2
"""Pixels of the file for each CSS pixel: phones have two or three."""
Payloads = tuple[str, ...]


def symbols(book: Book, *, cache: Cache, workers: int = 0) -> Iterator[Download]:
    """The picture of every record's symbol, in the records' order, as files of the site.

    Symbols are kept by the first sign of their codes, a few dozen to a file: reading a thousand files costs more than
    drawing a hundred symbols. Raises CacheError where they can't be kept.
    """
    batches = _batches(book)
    made = make_all(batches, drawn, key=_key, cache=cache, workers=workers)
    cache.prune(map(_key, batches), idle_s=IDLE_S)
    found: dict[str, bytes] = {}
    for batch in made:
        if isinstance(batch, Exception):
            raise batch
        found |= batch
    for (kind, record_id), one in book.imprints.items():
        yield Download(path=urls.symbol(one.code), content=found[one.payload], source=Source(kind=kind, id=record_id))


def drawn(payloads: Payloads) -> dict[str, bytes]:
    """The picture of each payload's symbol. What draws it is imported here: a build that kept them all needs none."""
    from campaign.workshop.qr import SCREEN_VERSION, png, symbol

    made = ((one, symbol(one, largest_version=SCREEN_VERSION)) for one in payloads)
    return {one: png(drawing, module_px=module_px(one) * DENSITY) for one, drawing in made}


def _batches(book: Book) -> list[Payloads]:
    """The payloads together whose codes begin alike: a new record disturbs few others."""
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for one in book.imprints.values():
        groups[one.code[:1]].append(one.payload)
    return [tuple(sorted(groups[first])) for first in sorted(groups)]


def _key(payloads: Payloads) -> str:
    return fingerprint(code_print(drawn), [[one, module_px(one) * DENSITY] for one in payloads])
