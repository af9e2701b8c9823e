"""Deferred: rooms whose parts are imported when they are first asked for, because not every build needs them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any


def exports(room: str, homes: Mapping[str, str]) -> Callable[[str], Any]:
    """What a room's `__getattr__` is to be (PEP 562), by the module each of its names stands in.

    The room names the same things for type checkers under `TYPE_CHECKING`; a test compares the two.
    """

    def found(name: str) -> Any:
        if name not in homes:
            raise AttributeError(f"module {room!r} has no attribute {name!r}")
        return getattr(import_module(f"{room}.{homes[name]}"), name)

    return found


def later(room: str, name: str) -> Callable[..., Any]:
    """A function of a room that defers what it exports: called, it is imported first."""

    def called(*given: Any, **named: Any) -> Any:
        return getattr(import_module(room), name)(*given, **named)

    return called
