"""`python -m campaign` is the command `campaign`; without its packages, what the computer lacks is told instead."""

import sys
from pathlib import Path

from campaign.core.console import say
from campaign.machine import examining

if __name__ == "__main__":
    try:
        from campaign.cli import main
    except ModuleNotFoundError as error:
        if (error.name or "campaign").startswith("campaign"):
            raise
        sys.exit(examining.tell(examining.examine(Path()), lambda line: say(line, sys.stderr)))
    sys.exit(main())
