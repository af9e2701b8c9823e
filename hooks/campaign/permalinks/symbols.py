"""The pictures `/q/<code>/symbol.png`: each printed address's symbol, to show, to save and to send on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cache as remember
from importlib.metadata import version
from pathlib import Path

from campaign import urls
from campaign.artifact import Download, Source
from campaign.cache import IDLE_S, Cache, fingerprint, folder_fingerprint, make_all
from campaign.permalinks.book import Book
from campaign.permalinks.size import module_px

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
    from campaign.qr import SCREEN_VERSION, png, symbol

    made = ((one, symbol(one, largest_version=SCREEN_VERSION)) for one in payloads)
    return {one: png(drawing, module_px=module_px(one) * DENSITY) for one, drawing in made}


def _batches(book: Book) -> list[Payloads]:
    """The payloads together whose codes begin alike: a new record disturbs few others."""
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for one in book.imprints.values():
        groups[one.code[:1]].append(one.payload)
    return [tuple(sorted(groups[first])) for first in sorted(groups)]


def _key(payloads: Payloads) -> str:
    return fingerprint(_surroundings(), [[one, module_px(one) * DENSITY] for one in payloads])


@remember
def _surroundings() -> str:
    """What draws a symbol: our own code, and the library."""
    return fingerprint(folder_fingerprint(Path(__file__).parents[1] / "qr", "*.py"), version("qrcode"))
