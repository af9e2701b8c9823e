"""The whorl follows the height of the words: it stays clear of them, and of the knife, whatever they leave it."""

import io
from dataclasses import replace

import pikepdf
import pytest
from prints import SHEETS, jobs, one

from campaign.channels.posters.making import drawings, drawn
from campaign.workshop.art.whorl import RADIUS
from campaign.workshop.press import POINTS_PER_MM
from campaign.workshop.press.marks import marks
from campaign.workshop.typeset import typeset
from looking import some

LINES = {
    "zh": ("宣传知识产权", "在服务国家发展大局中", "深入贯彻落实的", "重要作用和成绩"),
    "en": ("Publicise the important", "role of the intellectual property", "system in", "our development"),
}
KNIFE_MM = (-1.0, 3.5)
"""From inside the trim to the end of the bleed and a little more: what ends here is cut off by chance."""
DESCENT = 0.25
"""How far letters hang below their line, of their size."""


def _painted(job):
    """What stands above the panel, bottom up from the lower left, in points: the whorl's shapes, and the words."""
    said = {**drawn(job.data), "whorl-radius": RADIUS, "sample": None}
    (pdf,) = typeset(job.template, said, drawings=drawings(said))
    with pikepdf.open(io.BytesIO(pdf)) as document:
        _, *painted = marks(document.pages[0])
    letters = [mark.form for mark in painted].index("text")
    panel = next(mark for mark in painted[letters:] if mark.form == "fill" and mark.box[0] <= 0)
    words = [mark for mark in painted if mark.form == "text" and mark.box[1] > panel.box[3]]
    return some(painted[:letters]), some(words)


def _with_lines(job, lines, *, support=()):
    headline = {**job.data["headline"], "lines": list(lines), "by-sense": True, "support": list(support)}
    return replace(job, data={**job.data, "headline": headline})


@pytest.mark.parametrize("language", ["en", "zh+en"])
@pytest.mark.parametrize("count", [1, 2, 3, 4])
def test_the_whorl_begins_below_the_words(language, count):
    """A headline of one to four lines, with its other language or without."""
    job = one(poster="priority", records=["law-basics"], languages=[language])
    support = [" ".join(LINES["en"][:count])] if "+" in language else ()
    drawing, words = _painted(_with_lines(job, LINES[language[:2]][:count], support=support))

    lowest = min(mark.box[1] - DESCENT * mark.size_pt for mark in words)
    assert max(shape.box[3] for shape in drawing) < lowest


@pytest.mark.parametrize(
    ("count", "language", "height_mm"),
    [
        (1, "zh", 319),
        (1, "en", 262),
        (1, "en", 297),
        (2, "zh", 262),
        (2, "en", 319),
        (3, "en", 319),
        (4, "en", 297),
        (4, "zh", 319),
    ],
)
def test_no_part_of_the_whorl_ends_about_where_the_knife_goes(language, count, height_mm):
    """Pre-flight refuses ink that ends at the trim; each of these headlines on its sheet would bring some there."""
    sheet = {**SHEETS[0], "id": "x", "height_mm": str(height_mm)}
    (job,) = jobs({"poster": "theme", "sheets": ["x"], "languages": [language]}, sheets=[*SHEETS, sheet])
    drawing, _ = _painted(_with_lines(job, LINES[language][:count]))

    width, height = (side * POINTS_PER_MM for side in (210, height_mm))
    for shape in drawing:
        left, low, right, high = shape.box
        past = [side / POINTS_PER_MM for side in (-left, -low, right - width, high - height)]
        assert not any(KNIFE_MM[0] < one < KNIFE_MM[1] for one in past), (shape.box, past)
