"""Compiled templates: what the template engine makes of a template's text is kept between builds and processes."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from importlib.metadata import version

from jinja2 import BytecodeCache, Environment
from jinja2.bccache import Bucket

from campaign.workshop.cache import Cache, CacheError
from campaign.workshop.fingerprint import fingerprint

NAME = "code"


@dataclass(frozen=True)
class CompiledTemplates(BytecodeCache):
    """Jinja's cache of compiled templates in a cache of ours, which is pruned and never half written.

    A template is known by its name and text. Jinja's own cache in a folder knows it by its path: there each copy of a
    project compiles all of them again.
    """

    cache: Cache

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """The template's name: it stands in the compiled code."""
        return name

    def load_bytecode(self, bucket: Bucket) -> None:
        """Take what is kept; what another Python compiled isn't."""
        if kept := self.cache.get(_key(bucket)):
            bucket.bytecode_from_string(kept[NAME])

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep it; where it can't be kept, builds are only slower."""
        with contextlib.suppress(CacheError):
            self.cache.put(_key(bucket), {NAME: bucket.bytecode_to_string()})


def _key(bucket: Bucket) -> str:
    """Of all that decides the compiled code: the template, how its environment reads it, the engine."""
    return fingerprint(bucket.key, bucket.checksum, _reading(bucket.environment), version("jinja2"))


def _reading(environment: Environment) -> list[str]:
    plain = (bool, int, str, type(None))
    options = sorted((name, value) for name, value in vars(environment).items() if isinstance(value, plain))
    escaped = getattr(environment.autoescape, "__qualname__", environment.autoescape)
    return [*(f"{name}={value}" for name, value in options), str(escaped), *sorted(environment.extensions)]
