"""The campaign folder on disk: read whole, or every problem in it told at once.

Six rooms; each imports only those before it:

- `tell`: what is said to authors, and what they may have meant. It knows no file.
- `files`: the folder on disk, the names of its files, their bytes as lines.
- `repair`: a file's lines as typed and as meant; each mistake in their signs is noted once.
- `plan`: an office's own document as a draft of the folder.
- `tree`: the mended lines as a tree that remembers where everything stands.
- `check`: the trees as records, and the rules between records.

`reader` runs them in the order files, repair, tree, check.
"""

from campaign.read.check.unplaced import unplaced_events
from campaign.read.reader import Reading, read_campaign, read_folder
from campaign.read.tree.documents import said
from campaign.read.tree.places import Places

__all__ = ["Places", "Reading", "read_campaign", "read_folder", "said", "unplaced_events"]
