"""History: every state in which a calendar entry was published, so that each update outranks what phones have.

A calendar takes an update only where its SEQUENCE has risen (RFC 5545 3.8.7.4). So each published state of an entry is
a line of `published.jsonl`, which a publish alone appends to: a build that took the former site's place, or a release;
never a preview, a check or a build that failed. Nobody has to remember anything.

A state that isn't the last published one gets as its SEQUENCE the minute it is published in, counted from 2020, or one
more than the last where that is higher. So a site made without the lines, or without some of them (another computer, a
lost file), is never below what phones have: it repeats an update where it can't know, and loses none. That is why each
line is sealed by itself and in no chain: two offices' lines may be merged in any order, and a history that is lost is
simply begun anew. A line that was edited is refused.

While the site's address is only an example no phone can have anything: then nothing is written into the campaign's
folder, and only the copy in the site built last is remembered. An entry is numbered by the day its data names until a
copy is there, so that the same data alone always gives the same bytes.
"""

from campaign.history.revisions import Revision, instant, named_on, revised
from campaign.history.state import NOTHING, History, anchor, change_anchor, uid, uids
from campaign.history.states import REMOVED, Line
from campaign.history.store import FILE, UNWRITTEN, copy_of, load, sites, take
from campaign.history.telling import told

__all__ = [
    "FILE",
    "NOTHING",
    "REMOVED",
    "UNWRITTEN",
    "History",
    "Line",
    "Revision",
    "anchor",
    "change_anchor",
    "copy_of",
    "instant",
    "load",
    "named_on",
    "revised",
    "sites",
    "take",
    "told",
    "uid",
    "uids",
]
