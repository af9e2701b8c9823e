"""Licences: what a package says of its own, as an SPDX expression, and which of them may ship."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from email.message import Message
from functools import cache
from pathlib import Path
from typing import Any

from packaging.licenses import InvalidLicenseExpression, canonicalize_license_expression
from packaging.utils import canonicalize_name

TABLE = Path(__file__).with_name("licences.toml")
NAMES = re.compile(r"[A-Za-z0-9.+-]+")
CLASSIFIER = "License :: OSI Approved :: "


@dataclass(frozen=True, slots=True, order=True, kw_only=True)
class Component:
    """Something that a release is made of or made with.

    kind: `library`, `file` or `application`, as CycloneDX has them; licence: an SPDX expression, empty where nothing
    says it; sha256: of a file; part_of: the package it comes in; handed_on: whether whoever gets a release gets it.
    """

    kind: str
    name: str
    version: str = ""
    licence: str = ""
    sha256: str = ""
    part_of: str = ""
    handed_on: bool = False


@cache
def table() -> Mapping[str, Any]:
    """What is known of licences besides what packages say."""
    return tomllib.loads(TABLE.read_text(encoding="utf-8"))


def licence_of(said: Message) -> str:
    """The licence of a package by its metadata (PEP 639, else the older fields); empty where that doesn't say it."""
    known = table()["packages"].get(canonicalize_name(str(said["Name"])))
    classified = [one.removeprefix(CLASSIFIER) for one in said.get_all("Classifier") or () if CLASSIFIER in one]
    for one in (known, said.get("License-Expression"), said.get("License"), *classified):
        if found := _expression(one or ""):
            return found
    return ""


def _expression(text: str) -> str:
    """The expression that a text is, or means; empty where it is none."""
    try:
        return canonicalize_license_expression(table()["meant"].get(text, text))
    except InvalidLicenseExpression:
        return ""


def refused(components: Iterable[Component]) -> list[Component]:
    """Those whose licence nobody knows, or that may not be handed on under it."""
    return [one for one in components if not _allowed(one)]


def _allowed(one: Component) -> bool:
    """True where every licence of the expression is accepted, or of one of its plain alternatives."""
    accepted = {*table()["accepted"], *(() if one.handed_on else table()["only_run"])}
    choices = [one.licence] if "(" in one.licence else one.licence.split(" OR ")
    named = [set(NAMES.findall(choice)) - {"AND", "OR"} for choice in choices]
    return any(names and names <= accepted for names in named)
