"""A manifest: every file of a published site with its size and SHA-256, and what is needed to tell it from another."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from selectolax.lexbor import LexborHTMLParser

from campaign.core.digest import sha256
from campaign.core.system_files import system_part

CHUNK = 1024 * 1024
VERSION = 1


@dataclass(frozen=True, slots=True)
class Entry:
    """One file: its size in bytes, its SHA-256, and of a page its title."""

    bytes: int
    sha256: str
    title: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """What one published site holds.

    files: by path from the site's root (POSIX); campaign: its id; address: the site address it was built for; made: the
    local time at which it was published, to the second; ledger: where the ledger ended (`<serial> <chain>`).
    """

    files: Mapping[str, Entry]
    campaign: str = ""
    address: str = ""
    made: str = ""
    ledger: str = ""

    @property
    def text(self) -> str:
        """The manifest as JSON, the same text for the same site."""
        return json.dumps(self._plain(), ensure_ascii=False, indent=0) + "\n"

    @property
    def digest(self) -> str:
        """SHA-256 of what is published, whenever that was: of the paths and the files' SHA-256."""
        lines = "".join(f"{one.sha256}  {path}\n" for path, one in sorted(self.files.items()))
        return hashlib.sha256(lines.encode()).hexdigest()

    @property
    def bytes(self) -> int:
        """Size of all files together."""
        return sum(one.bytes for one in self.files.values())

    def _plain(self) -> dict[str, Any]:
        files = {
            path: [one.bytes, one.sha256, *([one.title] if one.title else [])]
            for path, one in sorted(self.files.items())
        }
        return {
            "version": VERSION,
            "campaign": self.campaign,
            "address": self.address,
            "made": self.made,
            "ledger": self.ledger,
            "digest": self.digest,
            "files": files,
        }

    @classmethod
    def read(cls, text: str) -> Manifest:
        """The manifest that a text says; ValueError where it says none, or isn't as it was written."""
        try:
            said = json.loads(text)
            files = {
                _plain_path(path): Entry(int(one[0]), str(one[1]), *map(str, one[2:]))
                for path, one in said["files"].items()
            }
            heads = {key: str(said[key]) for key in ("campaign", "address", "made", "ledger")}
            made = cls(files=files, **heads)
            sound = said["version"] == VERSION and said["digest"] == made.digest
        except (KeyError, TypeError, AttributeError, IndexError, RecursionError) as error:
            raise ValueError(str(error)) from error
        if not sound:
            raise ValueError("the manifest isn't as it was written")
        return made


def _plain_path(path: str) -> str:
    """A path that stays below the site; ValueError for any other, which no manifest of ours has."""
    if any(part in ("", ".", "..") or set(part) & set("\\:\0") for part in path.split("/")):
        raise ValueError(f"not a path of a site: {path!r}")
    return path


def site_files(site: Path) -> Iterator[str]:
    """Every file of a site by its path, without what a system left there since it was built; in no order."""
    return (path for path in every_file(site) if not system_part(path))


def every_file(folder: Path) -> Iterator[str]:
    """Every file below a folder by its path, whoever left it there; in no order."""
    for here, _, names in os.walk(folder):
        inner = Path(here).relative_to(folder).as_posix()
        yield from (name if inner == "." else f"{inner}/{name}" for name in names)


def of_site(site: Path, *, campaign: str = "", address: str = "", made: str = "", ledger: str = "") -> Manifest:
    """The manifest of a site as it stands on disk, each file read once."""
    files = {path: _entry(site / path) for path in sorted(site_files(site))}
    return Manifest(files=files, campaign=campaign, address=address, made=made, ledger=ledger)


def _entry(path: Path) -> Entry:
    if path.suffix != ".html":
        return Entry(path.stat().st_size, sha256(path))
    content = path.read_bytes()
    return Entry(len(content), hashlib.sha256(content).hexdigest(), title(content))


def title(page: bytes) -> str:
    """What a page is called, in one line; empty where it says nothing."""
    found = LexborHTMLParser(page).css_first("title")
    return " ".join(found.text().split()) if found else ""
