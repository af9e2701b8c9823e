"""Placing: where each file of a site stands in an object store, under which headers, and how its content is kept."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from campaign.publish.manifest import Entry, Manifest
from campaign.publish.serving import cache_control, content_type, is_copy, is_page

PRIVATE: Mapping[str, str] = {"Content-Type": "application/octet-stream", "Cache-Control": "no-store"}
"""The headers of what isn't for the public."""
GZIP = ".gz"
UNPACKED_BY_ALL = {".html", ".css", ".js", ".json", ".svg"}
"""What only browsers ask for, all of which unpack gzip. A store sends one form to everybody: calendars and feeds, which
other programs read, stay plain."""


@dataclass(frozen=True, slots=True)
class Placed:
    """One object that people see.

    path: where it stands, from the site's root; source: the file of the manifest that it is made of; entry: that file.
    """

    path: str
    source: str
    entry: Entry

    @property
    def headers(self) -> Mapping[str, str]:
        """What the store sends with it."""
        said = {"Content-Type": content_type(self.path), "Cache-Control": cache_control(self.path)}
        return said | ({"Content-Encoding": "gzip"} if self.source != self.path else {})

    @property
    def blob(self) -> str:
        """What its content is kept as: named by the content and the headers, so that copying it keeps both."""
        headers = hashlib.sha256(json.dumps(self.headers, sort_keys=True).encode()).hexdigest()
        return f"{self.entry.sha256}-{headers[:12]}"


def placed(manifest: Manifest) -> dict[str, Placed]:
    """Every object of a site by its path, those that pages show and refer to first, the pages after them."""
    found = sorted(_objects(manifest), key=lambda one: (is_page(one.path), one.path))
    return {one.path: one for one in found}


def _objects(manifest: Manifest) -> Iterator[Placed]:
    files = manifest.files
    for path in files:
        if is_copy(path, files):
            continue
        zipped = path + GZIP
        source = zipped if zipped in files and PurePosixPath(path).suffix in UNPACKED_BY_ALL else path
        yield Placed(path, source, files[source])
