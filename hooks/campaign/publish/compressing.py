"""Compressing: a site's texts as `.gz` and `.br` beside them, so that a server sends them without work of its own."""

from __future__ import annotations

import gzip
import hashlib
import os
import shutil
import tempfile
import time
import zlib
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import brotli  # type: ignore[import-untyped]

from campaign.core.digest import sha256
from campaign.publish.manifest import Entry, Manifest, site_files
from campaign.publish.serving import is_text
from campaign.workshop.cache import Cache

SMALL = 256
"""Bytes below which a compressed file saves nothing on the way: an answer fits one packet."""
LARGE = 128 * 1024
"""Bytes from which brotli at its best takes seconds; its very best takes three times as long for a thirtieth less."""
RECIPE = f"2 brotli {brotli.__version__} zlib {zlib.ZLIB_RUNTIME_VERSION}\n".encode()
"""What the bytes depend on besides the content."""
STALE_S = 24 * 3600
"""After so long nobody works any more on what a killed publish left."""
Compress = Callable[[bytes], bytes]


def gzipped(content: bytes) -> bytes:
    """As gzip, without time or name: the same bytes each time."""
    return gzip.compress(content, compresslevel=9, mtime=0)


def brotlied(content: bytes) -> bytes:
    """As brotli (RFC 7932)."""
    return bytes(brotli.compress(content, mode=brotli.MODE_TEXT, quality=10 if len(content) < LARGE else 7))


ENCODINGS: Mapping[str, Compress] = {".gz": gzipped, ".br": brotlied}
"""What is made, by the suffix that servers look for (`gzip_static`, `precompressed`)."""


@contextmanager
def with_copies(site: Path, manifest: Manifest, *, work: Path) -> Iterator[tuple[Path, Manifest]]:
    """A site with compressed copies beside its texts, and its manifest with them, for as long as it is needed.

    work: a folder to do it in, where what was compressed is kept for the next time.
    """
    work.mkdir(parents=True, exist_ok=True)
    for left in work.glob("site-*"):
        if time.time() - left.stat().st_mtime > STALE_S:
            shutil.rmtree(left, ignore_errors=True)
    cache = Cache(work / "compressed")
    with tempfile.TemporaryDirectory(dir=work, prefix="site-", ignore_cleanup_errors=True) as place:
        folder = compressed(site, Path(place) / "site", cache=cache)
        cache.prune()
        copies = sorted(set(site_files(folder)) - set(manifest.files))
        entries = {path: Entry((folder / path).stat().st_size, sha256(folder / path)) for path in copies}
        yield folder, replace(manifest, files={**manifest.files, **entries})


def compressed(site: Path, into: Path, *, cache: Cache) -> Path:
    """The site in another folder, as it is, with each text's compressed copies beside it; gives that folder.

    cache: keeps what was compressed once. into: is made anew; its files are hard links to the site's where the file
    system has them, so they are to be read, not written.
    """
    shutil.rmtree(into, ignore_errors=True)
    paths = sorted(site_files(site))
    for folder in sorted({(into / path).parent for path in paths}):
        folder.mkdir(parents=True, exist_ok=True)
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        for _ in pool.map(lambda path: _brought(site / path, into / path, cache), paths):
            pass
    return into


def _brought(source: Path, there: Path, cache: Cache) -> None:
    try:
        os.link(source, there)
    except OSError:
        shutil.copy2(source, there)
    if is_text(source.name) and source.stat().st_size >= SMALL:
        for suffix, smaller in _smaller(source.read_bytes(), cache).items():
            there.with_name(there.name + suffix).write_bytes(smaller)


def _smaller(content: bytes, cache: Cache) -> Mapping[str, bytes]:
    """The compressed copies that are smaller, by their suffix."""
    key = hashlib.sha256(RECIPE + content).hexdigest()
    kept = cache.get(key)
    if kept is None:
        made = {suffix: compress(content) for suffix, compress in ENCODINGS.items()}
        kept = {suffix: smaller for suffix, smaller in made.items() if len(smaller) < len(content)}
        cache.put(key, kept)
    return kept
