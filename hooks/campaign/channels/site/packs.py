"""Packs: the ZIPs of prints as the downloads page offers them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol


class Held(Protocol):
    """One file in a pack."""

    @property
    def path(self) -> str:
        """From the site's root."""

    @property
    def copies(self) -> int:
        """How many are ordered."""


class Pack(Protocol):
    """A finished ZIP of prints, as `campaign.order.packs` makes it."""

    @property
    def path(self) -> str:
        """From the site's root."""

    @property
    def who(self) -> str:
        """`county`, `office`, `shop`, `booth`, `place_kind`, `everyone`, `media`, or `hand` for what is handed out."""

    @property
    def about(self) -> str:
        """The id of its county or place kind."""

    @property
    def size_bytes(self) -> int:
        """Its weight."""

    @property
    def held(self) -> Sequence[Held]:
        """What is in it, in the order of its list."""

    @property
    def sample(self) -> bool:
        """True where it bears the sample mark."""
