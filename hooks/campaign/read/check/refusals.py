"""What the models refuse in a file: each refusal with the steps to its value and the figures of its sentence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from campaign.read.tree.paths import Steps


@dataclass(frozen=True, slots=True)
class Refusal:
    """type: as in `tell.sentences`; steps: keys and item numbers from the file's root; figures: for the sentence."""

    type: str
    steps: Steps
    figures: Mapping[str, Any]

    @property
    def kind(self) -> str:
        """The kind of record that a refused reference should be of; empty for other refusals."""
        return str(self.figures.get("kind", ""))

    @property
    def allowed(self) -> list[str]:
        """The names it would allow, however its figures give them."""
        allowed = self.figures.get("allowed", [])
        return [name for name in allowed.split(", ") if name] if isinstance(allowed, str) else list(allowed)


def refusals(error: ValidationError) -> Iterator[Refusal]:
    """Every refusal in one validation; those that stand for several are taken apart.

    An event whose start and end are both outside the week is refused once.
    """
    outside: set[Steps] = set()
    for refusal in _all(error):
        if refusal.type == "campaign.outside_week":
            if refusal.steps[:-1] in outside:
                continue
            outside.add(refusal.steps[:-1])
        yield refusal


def _all(error: ValidationError) -> Iterator[Refusal]:
    for found in error.errors(include_url=False, include_input=False):
        steps = tuple(step for step in found["loc"] if step != "[key]")
        figures = found.get("ctx", {})
        if found["type"] == "campaign.localized":
            for one in figures["faults"]:
                yield Refusal(one["type"], (*steps, one["at"]) if one["at"] else steps, one["ctx"])
        elif "at" in figures:
            yield Refusal(found["type"], (*steps, figures["at"]), figures)
        else:
            yield Refusal(found["type"], steps, figures)
