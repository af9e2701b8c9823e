"""Vignettes of records: their own, that of what they belong to, else their kind's; each is drawn and in the manual."""

from pathlib import Path

from campaign.kinds import kinds
from campaign.kinds.vignette import DEFAULTS, SUBJECTS, vignette
from campaign.read import read_campaign
from campaign.workshop.art.vignettes import VIGNETTES
from looking import some

TOP = Path(__file__).parents[2]
SMALL = read_campaign(TOP / "tests" / "good" / "small")
SHIPPED = read_campaign(TOP / "campaign_data")


def _told(campaign, kind):
    """The briefs of a kind's records."""
    return [kinds()[kind].brief(campaign, one) for one in kinds()[kind].records(campaign)]


def test_every_picture_that_can_be_named_is_drawn_and_is_in_the_manual():
    """The names are the drawings', in their order; the manual lists each with what it shows, in both languages."""
    manual = (TOP / "campaign_data" / "README.md").read_text("utf-8")

    assert list(SUBJECTS) == list(VIGNETTES)
    for name, shows in some(SUBJECTS.items()):
        assert f"`{name}` {shows.zh}" in manual and f"`{name}` {shows.en}" in manual
    assert len({shows.zh for shows in SUBJECTS.values()}) == len({shows.en for shows in SUBJECTS.values()}) == 31


def test_a_record_that_names_none_has_its_kinds():
    """A campaign that says nothing of pictures has one for every record all the same."""
    for kind in ("priority", "activity", "place_kind", "event", "booth"):
        assert {one.vignette for one in some(_told(SMALL, kind))} <= SUBJECTS.keys()
    assert {one.vignette for one in _told(SMALL, "priority")} == {DEFAULTS["priority"]}


def test_a_record_shows_the_picture_it_names():
    """`vignette` of a record is its own picture, whatever the kind's is."""
    for kind in some(("priority", "activity", "place_kind", "event", "booth")):
        record = kinds()[kind].records(SMALL)[0]
        assert vignette(record.model_copy(update={"vignette": "peony"}), record) == "peony"


def test_a_kind_of_place_has_the_picture_of_its_pictogram():
    """A school is a school on a sign and in a picture; a pictogram that nobody drew as one leaves the kind's."""
    pictures = {one.id: one.vignette for one in _told(SMALL, "place_kind")}

    assert pictures["school"] == "school"
    assert pictures["hospital"] == DEFAULTS["place_kind"]


def test_an_event_shows_what_is_on_there_else_where_it_is():
    """A lecture is a class; a form without a picture leaves that of the place; a booth has its zone's."""
    by_form = {form.id: form.vignette for form in SHIPPED.six_entries.forms}
    plain = [one for one in SHIPPED.events if one.vignette is None]

    assert by_form["lecture"] == "class"
    for event in some(plain):
        assert kinds()["event"].brief(SHIPPED, event).vignette == by_form[event.form]
    school = next(event for event in SMALL.events if SMALL.place_kind(event.place_kind).pictogram == "school")
    assert kinds()["event"].brief(SMALL, school).vignette == "school"
    zones = {zone.id: zone.vignette for zone in SHIPPED.exhibition.zones}
    assert kinds()["booth"].brief(SHIPPED, SHIPPED.booths[0]).vignette == zones[SHIPPED.booths[0].zone]


def test_the_doors_of_the_shipped_campaign_are_all_different():
    """No two priorities, kinds of place or zones share a picture."""
    zones = [zone.vignette for zone in SHIPPED.exhibition.zones]

    for pictures in (*([one.vignette for one in _told(SHIPPED, kind)] for kind in ("priority", "place_kind")), zones):
        assert len(set(some(pictures))) == len(pictures)
