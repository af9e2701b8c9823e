"""`python -m campaign` is the command `campaign`."""

import sys

from campaign.cli import main

sys.exit(main())
