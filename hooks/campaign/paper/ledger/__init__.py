"""The ledger: what is on paper, line by line, each line sealing all those before it.

`campaign_data/ledger.jsonl` holds one entry a line, in UTF-8, and is appended to by a release, and by
`campaign printed`, which notes what became of the sheets. Every line carries its serial and a chain value, the
fingerprint of itself and of the chain value before it; `ledger.head` beside it keeps the last serial and chain value,
and so do each release's manifest, the published site (`q/ledger.head`) and git.

Two offices that both went on from one line are joined by keeping every line of both as it was written, each sealed with
the line it followed, and a `Merge` that names both ends: a graph, as git's own history is one. The other way, one
office's lines sealed anew behind the other's, would change chain values that sites, manifests and signatures know.
Here all of these still hold, joining again changes nothing, and both offices write the same bytes. A program from
before this says of a joined ledger that it can't read it, and of any other what it always said.

Found out: a ledger or head that is missing, a line that was edited, deleted, doubled, added or moved, lines cut off at
the end, a ledger exchanged for another, one office's lines dropped. Not found out where nobody signs: someone who
computes the chain anew and exchanges the head, the manifest, the published site and git's history as well. Where the
office signs (`signing`), that takes its key, or another in `campaign.yml`, which git's history shows. Line endings and
a byte order mark, which editors change by themselves, don't count as edits.
"""

from campaign.paper.ledger.chain import Head, tells
from campaign.paper.ledger.descent import Clash, Printed
from campaign.paper.ledger.entries import (
    LOOK,
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
from campaign.paper.ledger.store import COMMAND, append, doubts, joined, keep_copy, load, merge, start, whole
from campaign.paper.ledger.witnesses import FILE, HEAD, Witness, denied, elsewhere, in_git, on_disk, witnesses

__all__ = [
    "FILE",
    "HEAD",
    "LOOK",
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
    "tells",
    "unsigned",
    "whole",
    "witnesses",
]
