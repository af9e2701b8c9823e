"""Vignettes in pages: drawn within the page, so that its own style colours them in either scheme."""

from __future__ import annotations

from functools import cache
from typing import Any

from markupsafe import Markup

from campaign.kinds.vignette import vignette as named
from campaign.workshop.art.vignettes import VIGNETTES
from campaign.workshop.art.vignettes.drawing import SIDE, in_page


@cache
def vignette(name: str) -> Markup:
    """A picture by its name, for those who see it: what it shows is told beside it. KeyError for one nobody drew."""
    drawn = in_page(VIGNETTES[name])
    return Markup(f'<svg class="vignette" viewBox="0 0 {SIDE} {SIDE}" aria-hidden="true">{drawn}</svg>')  # noqa: S704


def pictured(*records: Any) -> Markup:
    """The picture of a record, see `kinds.vignette.vignette`."""
    return vignette(named(*records))
