"""Shipped samples: records that still say, word for word, what this product came with, and bear no mark any more."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from campaign.core.language import Localized
from campaign.core.problems import Message, Problem
from campaign.read import Reading
from campaign.release.gate.records import every_value
from campaign.release.gate.values import Owner, Steps, Value

LIST = Path(__file__).with_name("shipped_samples.txt")
"""The fingerprints of the sample records that the product comes with; `tests/release/test_gate.py` writes it."""
REALLY = Message(
    "确实核实过的不用管；没有核实的，改成真实内容或者整条删掉",
    "leave it if it was really confirmed; else put in what is real, or delete it",
)


def unchanged(reading: Reading) -> Iterator[Problem]:
    """Each record that is no sample any more and yet says what the shipped sample says."""
    shipped = _shipped()
    for owner, print_ in fingerprints(reading):
        if not owner.sample and print_ in shipped:
            what = Message(
                f"和软件附带的示例一字不差：{owner.called.zh}", f"word for word the shipped sample: {owner.called.en}"
            )
            yield reading.places.problem(what, owner.file, *owner.steps, hint=REALLY)


@cache
def _shipped() -> frozenset[str]:
    return frozenset(LIST.read_text("ascii").split())


def fingerprints(reading: Reading) -> Iterator[tuple[Owner, str]]:
    """Each record that can be a sample, with the fingerprint of what was typed of it, mark and sub-records left out."""
    parts: dict[tuple[str, Steps], tuple[Owner, list[Value]]] = {}
    for value in every_value(reading):
        if "sample" in type(value.owner.record).model_fields:
            parts.setdefault((value.owner.file, value.owner.steps), (value.owner, []))[1].append(value)
    for owner, values in parts.values():
        yield owner, _fingerprint(owner, values)


def _fingerprint(owner: Owner, values: list[Value]) -> str:
    key = next((step for step in reversed(owner.steps) if isinstance(step, str)), owner.file)
    said = [[value.steps[len(owner.steps) :], _typed(value.value)] for value in values if value.name != "sample"]
    return hashlib.sha256(json.dumps([key, said], ensure_ascii=False).encode()).hexdigest()[:16]


def _typed(value: object) -> object:
    """A value as JSON has it."""
    return sorted(value.items()) if isinstance(value, Localized) else str(value)
