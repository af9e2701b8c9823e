"""`campaign ledger`: whether the ledger of printed codes is sound, and beginning an empty one."""

from __future__ import annotations

import sys

from campaign.cli import project
from campaign.cli.command import Arguments, Command, Options
from campaign.core.console import say
from campaign.paper import ledger


def run(options: Options) -> int:
    """Begin an empty ledger where that is asked for, then read what stands."""
    if options.start:
        reading = project.reading(options.data)
        printed, today = reading.campaign.campaign.paper_address, project.context(reading).today
        ledger.start(options.data, site_address=printed, today=today, witnesses=project.witnesses())
    known = ledger.load(options.data, shown_as=options.data.as_posix())
    say(f"台账完好 the ledger is sound: {len(known.entries)} 条 entries", sys.stdout)
    return 0


def _arguments(parser: Arguments) -> None:
    parser.add_argument("--start", action="store_true", help="新建空台账 · begin an empty ledger")


LEDGER = Command(
    name="ledger",
    output="campaign_data/",
    about="查看台账是否完好 · is the ledger of printed codes sound",
    run=run,
    arguments=_arguments,
)
