"""What stands around a hand-written page to learn from: the way back, and what else there is to learn."""

from __future__ import annotations

from campaign.channels.site.frame import SiteFrame
from campaign.channels.site.links import Links
from campaign.channels.site.templating import template
from campaign.kinds import urls
from campaign.kinds.vignette import of_written
from campaign.workshop.art.signs import LEARN


def around(frame: SiteFrame, way: Links, path: str) -> dict[str, str]:
    """What stands around the page at this path; nothing for other pages than those to learn from.

    before, after: ready HTML; start: what the page begins with, below its title: on the list the questions and the
    quiz, on a service's page the numbers to ring; tint: the class that gives the page of a kind of place its colours.
    """
    if not path.startswith(urls.LEARN):
        return {}
    listed = path == urls.LEARN
    found = [entry for entry in frame.learn if listed and entry.path != urls.LEARN]
    on_top = sorted(found, key=lambda one: one.name != "faq")
    others = [] if listed else [entry for entry in frame.learn if entry.path != path]
    home = next((entry for entry in others if entry.path == urls.LEARN), None)
    show = template("learn-around.j2.html").render
    known = {"f": frame, "w": frame.words, "way": way}
    place, name = frame.places.get(path), path.removesuffix("/").rpartition("/")[2]
    sign = place.pictogram if place else name if name in LEARN else ""
    picture = place.vignette if place else of_written(path)
    return {
        "before": show(part="before", home=home, place=place, sign=sign, picture=picture, **known),
        "start": show(part="start", on_top=on_top, path=path, **known),
        "after": show(part="after", others=others, place=place, **known),
        "tint": f"k-{place.name}" if place else "",
    }
