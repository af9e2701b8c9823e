"""Pages that search.yml leads to: each must be there, in one language at least."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from campaign.builder.handwritten import WrittenPages
from campaign.core.places import Places
from campaign.core.problems import Message, Problem
from campaign.kinds import Campaign, urls

MEANT = Message("是不是 {near}", "did you mean {near}")
LOOK = Message(
    "打开那一页，从地址栏抄语言后面的部分；没有那一页了，就删掉这一行",
    "open the page and copy what stands in the address after the language; where it is gone, delete the line",
)


def lost_pages(campaign: Campaign, written: WrittenPages, *, places: Places) -> Iterator[Problem]:
    """A problem for each page that words are to find and that isn't there; written: the pages written by hand."""
    if campaign.search is None:
        return
    known = urls.all_pages(campaign).union(*written.sources.values())
    for number, group in enumerate(campaign.search.groups):
        if group.page and group.page not in known:
            near = get_close_matches(group.page, sorted(known), n=1, cutoff=0.6)
            hint = Message(MEANT.zh.format(near=near[0]), MEANT.en.format(near=near[0])) if near else LOOK
            what = Message(f"本站没有“{group.page}”这一页", f"there is no page {group.page} on this site")
            yield places.problem(what, "search", "groups", number, "page", hint=hint)
