"""What stands around a hand-written page to learn from: the way back, and what else there is to learn."""

from __future__ import annotations

from campaign import urls
from campaign.pages.frame import SiteFrame
from campaign.pages.press import template
from campaign.pages.ways import Way


def around(frame: SiteFrame, way: Way, path: str) -> dict[str, str]:
    """`before` and `after` of the page at this path as ready HTML; nothing for other pages than those to learn from."""
    if not path.startswith(urls.LEARN):
        return {}
    others = [entry for entry in frame.learn if entry.path != path]
    home = next((entry for entry in others if entry.path == urls.LEARN), None)
    show = template("learn-around.j2.html").render
    known = {"f": frame, "w": frame.words, "way": way}
    return {
        "before": show(part="before", home=home, **known),
        "after": show(part="after", others=others, place=frame.places.get(path), **known),
    }
