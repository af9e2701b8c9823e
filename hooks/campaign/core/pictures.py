"""Why a picture can't be shown, for who reads it and who makes it."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple


class PictureFault(NamedTuple):
    """Why a picture can't be shown: the name of the refusal, and the figures of its sentence."""

    name: str
    figures: Mapping[str, str] = MappingProxyType({})
