"""A refusal of the models: where in the file's tree it points, and what the author calls that place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from campaign.read.tree.paths import Steps


@dataclass(frozen=True, slots=True)
class Fault:
    """type: as in the message table; steps: keys and item numbers from the file's root; figures: for the sentence."""

    type: str
    steps: Steps
    figures: Mapping[str, Any]


def faults(error: ValidationError) -> Iterator[Fault]:
    """Every refusal in one validation; those that stand for several are taken apart."""
    for found in error.errors(include_url=False, include_input=False):
        steps = tuple(step for step in found["loc"] if step != "[key]")
        figures = found.get("ctx", {})
        if found["type"] == "campaign.localized":
            for one in figures["faults"]:
                yield Fault(one["type"], (*steps, one["at"]) if one["at"] else steps, one["ctx"])
        elif "at" in figures:
            yield Fault(found["type"], (*steps, figures["at"]), figures)
        else:
            yield Fault(found["type"], steps, figures)
