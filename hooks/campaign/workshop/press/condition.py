"""The output condition that press prints are made for: how the shop's machine is meant to print them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

PROFILES = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Condition:
    """A printing condition of the ICC's registry (ISO 32000-2, 14.11.5).

    identifier: its name there; said: the same for people; profile: the ICC profile's file, below this folder;
    most_ink: the most of all four inks together on one spot, 3.0 is 300 %, as the profile's maker gives it.
    """

    identifier: str
    said: str
    registry: str
    profile: str
    most_ink: float

    @property
    def file(self) -> Path:
        """Where the profile stands, its licence beside it."""
        return PROFILES / self.profile

    @property
    def icc(self) -> bytes:
        """The profile itself."""
        return self.file.read_bytes()


CONDITION = Condition(
    identifier="FOGRA39",
    said="Offset, coated paper, ISO 12647-2:2004/Amd 1 (FOGRA39), 300 % ink",
    registry="http://www.color.org",
    profile="profile/ISOcoated_v2_300_bas.icc",
    most_ink=3.0,
)
"""Offset on coated paper, the commonest case for posters (GB/T 17934.2 follows ISO 12647-2): a preset."""
DARK = 0.6
"""So much black makes a text that people take for black: it must be K100 alone."""
