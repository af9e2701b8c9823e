"""The picture on a poster: which vignette a record is known by, and its drawing as a template reads it."""

from __future__ import annotations

import json
from functools import cache

from campaign.workshop.art.paths import flat_steps
from campaign.workshop.art.vignettes import VIGNETTES
from campaign.workshop.art.vignettes.drawing import CLEARED, SIDE, layers


def file_name(vignette: str) -> str:
    """What a template reads the drawing by."""
    return f"vignette-{vignette}.json"


@cache
def drawing(vignette: str) -> str:
    """A vignette in JSON: its layers from the back to the front, each with its role and its outlines.

    `side` is that of its square, `cleared` how wide the outline of a layer that lies apart is cleared to the ground,
    both in the units of the outlines.
    """
    drawn = [
        {"role": one.role, "apart": one.apart, "paths": flat_steps(one.data)} for one in layers(VIGNETTES[vignette])
    ]
    return json.dumps({"side": SIDE, "cleared": CLEARED, "layers": drawn}, sort_keys=True)
