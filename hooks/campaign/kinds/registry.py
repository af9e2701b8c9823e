"""Registry: every kind, page and file that a module of this room declares; found by looking, never listed again."""

from __future__ import annotations

import pkgutil
from collections.abc import Mapping
from functools import cache
from importlib import import_module
from pathlib import Path
from types import MappingProxyType, ModuleType
from typing import Any

from campaign.kinds.brief import Brief
from campaign.kinds.kind import DataFile, Kind, Page, Printed


@cache
def _modules() -> tuple[ModuleType, ...]:
    """Every module of this room."""
    room = __name__.rpartition(".")[0]
    names = sorted(found.name for found in pkgutil.iter_modules([str(Path(__file__).parent)]))
    return tuple(import_module(f"{room}.{name}") for name in names)


def _declared(name: str) -> list[Any]:
    """What the modules declare under a name, in order of place; two of one name are a bug of ours."""
    found = sorted((one for module in _modules() for one in getattr(module, name, ())), key=lambda one: one.place)
    if len({one.name for one in found}) < len(found):
        raise ValueError(f"{name}: two of one name among {[one.name for one in found]}")
    return found


@cache
def files() -> Mapping[str, DataFile]:
    """The files of campaign_data/ by name, in the office's order."""
    return MappingProxyType({one.name: one for one in _declared("FILES")})


@cache
def kinds() -> Mapping[str, Kind]:
    """Every kind of record by name."""
    return MappingProxyType({one.name: one for one in _declared("KINDS")})


@cache
def pages() -> Mapping[str, Page]:
    """The pages there is one of, by name."""
    return MappingProxyType({one.name: one for one in _declared("PAGES")})


@cache
def posters() -> Mapping[str, Kind | Page]:
    """The kinds of poster, each with what it is of: `sticker` is the home page's."""
    every: list[Kind | Page] = [*kinds().values(), *pages().values()]
    made = [one for one in every if one.poster]
    made.sort(key=lambda one: one.place if one.poster_place < 0 else one.poster_place)
    return MappingProxyType({one.poster: one for one in made})


def file_of(kind: str) -> str:
    """The file, or the folder, in which records of a kind stand: `exhibition.yml`, `outreach/`; a page's own; else the
    head."""
    name = (addressed(kind).file if kind in kinds() or kind in pages() else "") or "campaign"
    return f"{name}/" if files()[name].folder else f"{name}.yml"


def addressed(name: str) -> Kind | Page:
    """The kind of record, or the page, of a printed address."""
    return kinds()[name] if name in kinds() else pages()[name]


def scheme(brief: Brief) -> str:
    """The colours a record or page is known by: `tint` where staff gave it a colour, else its own or its kind's."""
    return "tint" if brief.tint else brief.scheme or addressed(brief.kind).scheme


def printed_of(name: str) -> Printed:
    """What is on paper of a kind of record or of a page; nothing of what isn't there any more."""
    there = name in kinds() or name in pages()
    return (addressed(name).printed if there else None) or Printed()
