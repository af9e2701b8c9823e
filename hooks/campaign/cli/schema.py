"""`campaign schema`: write the JSON Schemas for editors."""

from __future__ import annotations

import sys

from campaign.cli.command import Command, Options
from campaign.core.console import say
from campaign.kinds.schema import schemas


def run(options: Options) -> int:
    """Write every schema anew from the kinds of record."""
    folder = options.data / "schema"
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in schemas().items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
    say(f"已写 wrote: {folder.as_posix()}/ ({len(schemas())})", sys.stdout)
    return 0


SCHEMA = Command(
    name="schema",
    output="schema/",
    about="重新生成编辑器用的结构说明 · write the JSON Schemas for editors",
    run=run,
)
