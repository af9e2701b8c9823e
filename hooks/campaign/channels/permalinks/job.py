"""The pictures of symbols to be made, as values."""

from __future__ import annotations

from dataclasses import dataclass

from campaign.core.artifact import Source


@dataclass(frozen=True, slots=True, kw_only=True)
class SymbolJob:
    """One symbol's picture: what it says, how many pixels of the file a module is wide, its path, its record."""

    payload: str
    module_px: int
    path: str
    source: Source


Batch = tuple[SymbolJob, ...]
"""Symbols that are made and kept together."""
