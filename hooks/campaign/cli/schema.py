"""`campaign schema`: write the JSON Schemas for editors."""

from __future__ import annotations

import sys

from campaign.cli.command import Command, Options
from campaign.core.console import say
from campaign.kinds.schema import schemas
from campaign.workshop.cache import write_whole


def run(options: Options) -> int:
    """Write every schema anew from the kinds of record."""
    folder = options.data / "schema"
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in schemas().items():
        write_whole(folder / name, text.encode("utf-8"))
    say(f"已写 wrote: {folder.as_posix()}/ ({len(schemas())})", sys.stdout)
    return 0


SCHEMA = Command(
    name="schema",
    output="campaign_data/schema/",
    about="重新生成编辑器用的结构说明 · write the JSON Schemas for editors",
    run=run,
)
