"""The pictures `/q/<code>/symbol.png`: each printed address's symbol, to show, to save and to send on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cache as remember
from importlib.metadata import version
from pathlib import Path

from campaign import qr, urls
from campaign.artifact import Download, Source
from campaign.cache import Cache, fingerprint, folder_fingerprint, make_all
from campaign.permalinks.book import Book

IDLE_S = 14 * 24 * 3600
"""How long symbols nobody asked for stay in the cache: two weeks."""
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
    """The picture of each payload's symbol."""
    return {one: qr.png(qr.symbol(one, largest_version=qr.SCREEN_VERSION)) for one in payloads}


def _batches(book: Book) -> list[Payloads]:
    """The payloads together whose codes begin alike: a new record disturbs few others."""
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for one in book.imprints.values():
        groups[one.code[:1]].append(one.payload)
    return [tuple(sorted(groups[first])) for first in sorted(groups)]


def _key(payloads: Payloads) -> str:
    return fingerprint(_surroundings(), payloads)


@remember
def _surroundings() -> str:
    """What draws a symbol: our own code, and the library."""
    return fingerprint(folder_fingerprint(Path(qr.__file__).parent, "*.py"), version("qrcode"))
