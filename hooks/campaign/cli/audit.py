"""`campaign audit`: under which licence everything that ships stands, and whether it may."""

from __future__ import annotations

import sys

from campaign.cli.command import Command, Options
from campaign.core.console import say
from campaign.core.problems import Message

UNKNOWN = Message("许可证不明", "licence unknown")
HOW = Message(
    "先弄清许可证：写进 hooks/campaign/release/materials/licences.toml，不能用的换掉",
    "find out: state it in hooks/campaign/release/materials/licences.toml, or replace what may not ship",
)


def run(options: Options) -> int:
    """List it; 1 where something's licence is unknown or not accepted."""
    from campaign.release import materials

    found = materials.shipped()
    for one in found:
        said = " ".join(filter(None, (one.name, one.version, one.part_of and f"({one.part_of})")))
        say(f"{one.licence or UNKNOWN}\t{said}", sys.stdout)
    wrong = materials.refused(found)
    for one in wrong:
        say(f"不能发布 may not ship: {one.name} {one.version}: {one.licence or UNKNOWN}", sys.stderr)
    if wrong:
        say(str(HOW), sys.stderr)
        return 1
    whole = Message(f"共 {len(found)} 件，许可证都清楚", f"{len(found)} components, each under an accepted licence")
    say(str(whole), sys.stdout)
    return 0


AUDIT = Command(
    name="audit",
    output="release/",
    about="用到的软件、字体各是什么许可证 · the licences of all that ships",
    run=run,
)
