"""What a build must know besides the campaign: the day, the site's address, preview or release."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildContext:
    """The facts of one build, taken at the edge.

    today: the day of the build, in the campaign's time zone; site_address: absolute, ends in a slash;
    release: cleared for print and air, so nothing carries the sample mark and nothing may need it;
    written: the paths of the hand-written pages of the language being built, counted from its root;
    served: shown by the preview server, which puts a script of its own into each page.
    """

    today: date
    site_address: str
    release: bool = False
    written: frozenset[str] = frozenset()
    served: bool = False
