"""Whether texts fit is measured: once for all prints laid out alike, with what drawing them would tell."""

from dataclasses import replace

import pytest
from prints import jobs, one

from campaign.channels.posters import CRAFT, make
from campaign.channels.posters.measuring import laid_out_apart, measure
from campaign.channels.posters.rendering import MEASURED
from campaign.workshop.typeset import MisfitError, MissingGlyphError
from looking import some

THEME = {"poster": "theme", "sheets": ["a3"]}
LOOKS = {"finishes": ["office", "press"], "inks": ["full", "low-ink"], "tiles": "a4"}


def test_prints_that_only_look_different_are_measured_once():
    """Finishes, inks and tiles of a poster are one layout; another sheet or wording is another."""
    looks = some(jobs({**THEME, **LOOKS}))
    others = some(jobs({**THEME, "sheets": ["a3", "a1"], "languages": ["zh+en", "en"]}))

    assert len(looks) > 3
    assert [job.path for job in laid_out_apart(looks)] == [looks[0].path]
    assert laid_out_apart(others) == others


def test_what_fits_is_measured_without_a_word_and_without_a_file():
    """Nothing is made of it, and what is known of it isn't taken for the print."""
    job = one(**THEME)

    assert measure(job) == {}
    assert MEASURED.key(job) != CRAFT.key(job)


@pytest.mark.parametrize("order", [THEME, {"poster": "county", "records": ["yongjing"], "sheets": ["a3"]}])
def test_what_doesn_t_fit_is_told_as_drawing_would_tell_it(order):
    """The same parts, as many times too large."""
    job = one(**order)
    job = replace(job, data={**job.data, "least": {size: 40 * mm for size, mm in job.data["least"].items()}})

    with pytest.raises(MisfitError) as drawn:
        make(job)
    with pytest.raises(MisfitError) as measured:
        measure(job)

    assert measured.value.excess == drawn.value.excess != {}


def test_a_character_that_can_t_be_set_is_told():
    """What no font has is found without a drawing too."""
    job = one(**THEME)
    job = replace(job, data={**job.data, "foot": [{**row, "body": "\ue000"} for row in job.data["foot"]]})

    with pytest.raises(MissingGlyphError):
        measure(job)
