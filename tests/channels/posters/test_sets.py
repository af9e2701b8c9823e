"""Several on one sheet, one on several: cards with cut lines and posters in tiles."""

import pytest
from prints import jobs, opened

from campaign.channels.posters import make
from campaign.channels.posters.impose import OVERLAP_MM, PRINTER_MARGIN_MM
from campaign.core.problems import CampaignDataError


def test_cards_share_a_sheet_and_each_is_proved():
    """Four cards of 135 x 95 on a turned A4; every page's symbols are those of its cards."""
    (job,) = jobs({"poster": "booth", "sheets": ["card"], "cards": {"sheet": "a4"}, "languages": ["zh+en"]})

    made = make(job)

    booths = len(job.sources)
    assert [len(page) for page in job.payloads[:-1]] == [4] * (len(job.payloads) - 1)
    assert sum(map(len, job.payloads)) == booths > 4
    assert len(opened(made["pdf"]).pages) == len(job.payloads)
    assert len({payload for page in job.payloads for payload in page}) == booths


def test_cards_stand_apart_inside_the_printers_margins():
    """No two cards overlap and none comes nearer to the edge than printers print."""
    (job,) = jobs({"poster": "sticker", "sheets": ["card"], "cards": {"sheet": "a4", "copies": "4", "gap_mm": "2"}})
    places = [(one["x"], one["y"]) for one in job.data["pages"][0]]

    assert len(set(places)) == 4
    for x, y in places:
        assert PRINTER_MARGIN_MM <= x <= job.shape.width_mm - 135 - PRINTER_MARGIN_MM
        assert PRINTER_MARGIN_MM <= y <= job.shape.height_mm - 95 - PRINTER_MARGIN_MM
    assert all(abs(a[0] - b[0]) >= 137 or abs(a[1] - b[1]) >= 97 for a in places for b in places if a != b)


def test_a_card_that_fits_no_sheet_is_a_problem():
    """A4 cards on A4, with its margins: not one fits, and the author is told."""
    with pytest.raises(CampaignDataError, match="not one card of a3 fits on a4"):
        jobs({"poster": "theme", "sheets": ["a3"], "cards": {"sheet": "a4"}})


def test_tiles_cover_the_poster_with_their_overlap():
    """Every millimetre is on a tile; neighbours share OVERLAP_MM; each fits its sheet's printable part."""
    whole, tiles = jobs({"poster": "theme", "sheets": ["a1"], "tiles": "a4", "languages": ["zh"]})
    cut = tiles.tiling

    assert whole.tiling is None
    assert len(cut.windows) == cut.columns * cut.rows
    for axis, length in (("x_mm", 594), ("y_mm", 841)):
        side = {"x_mm": "width_mm", "y_mm": "height_mm"}[axis]
        spans = sorted({(getattr(w, axis), getattr(w, axis) + getattr(w, side)) for w in cut.windows})
        assert spans[0][0] == 0
        assert spans[-1][1] == pytest.approx(length, abs=0.01)
        assert all(
            one[1] - two[0] == pytest.approx(OVERLAP_MM, abs=0.01) for one, two in zip(spans, spans[1:], strict=False)
        )
    assert cut.windows[0].width_mm <= cut.tile_width_mm - 2 * PRINTER_MARGIN_MM
    assert cut.windows[0].height_mm <= cut.tile_height_mm - 2 * PRINTER_MARGIN_MM


def test_tiles_laid_together_are_proved():
    """The tiles as glued carry the poster's symbol whole, wherever the cuts go."""
    _, tiles = jobs({"poster": "theme", "sheets": ["a1"], "tiles": "a4", "languages": ["zh"]})

    made = make(tiles)

    assert tiles.path.endswith(".office-tiles.zh")
    assert len(opened(made["pdf"]).pages) == len(tiles.tiling.windows)
