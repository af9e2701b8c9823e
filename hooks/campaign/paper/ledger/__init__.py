"""The ledger: what is on paper, line by line, each line sealing all those before it.

`campaign_data/ledger.jsonl` holds one entry a line, in UTF-8, and is appended to by a release, and by
`campaign printed`, which notes what became of the sheets. Every line carries its serial and a chain value, the
fingerprint of itself and of the chain value before it; `ledger.head` beside it keeps the last serial and chain value,
and so do each release's manifest and the published site (`q/ledger.head`).

Found out: a ledger or head that is missing, a line that was edited, deleted, doubled, added or moved, lines cut off at
the end, a ledger exchanged for another. Not found out, because there is no secret in it: someone who computes the chain
anew and exchanges the head, the manifest and the published site as well. Line endings and a byte order mark, which
editors change by themselves, don't count as edits.
"""

from campaign.paper.ledger.chain import Head
from campaign.paper.ledger.descent import Clash, Printed
from campaign.paper.ledger.entries import (
    STATES,
    Entry,
    Mark,
    Merge,
    Over,
    Pack,
    Print,
    Rename,
    Retarget,
    Same,
    Signed,
    Start,
)
from campaign.paper.ledger.joining import Settled, join
from campaign.paper.ledger.signing import fingerprint, keyless, seal, unsigned
from campaign.paper.ledger.state import Ledger
from campaign.paper.ledger.store import COMMAND, append, doubts, joined, keep_copy, load, merge, start
from campaign.paper.ledger.witnesses import FILE, HEAD, Witness, denied, elsewhere, in_git, on_disk, witnesses

__all__ = [
    "FILE",
    "HEAD",
    "STATES",
    "Clash",
    "Entry",
    "Head",
    "Ledger",
    "Mark",
    "Merge",
    "Over",
    "Pack",
    "Print",
    "Printed",
    "Rename",
    "Retarget",
    "Same",
    "Signed",
    "Start",
    "Settled",
    "Witness",
    "COMMAND",
    "append",
    "denied",
    "doubts",
    "elsewhere",
    "fingerprint",
    "in_git",
    "join",
    "joined",
    "keep_copy",
    "keyless",
    "load",
    "merge",
    "on_disk",
    "seal",
    "start",
    "unsigned",
    "witnesses",
]
