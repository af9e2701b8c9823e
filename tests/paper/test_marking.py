"""What an office notes of its sheets: each word judged by the ledger and those before it, and nothing noted twice."""

import pytest

from campaign.paper import ledger as ledger_room
from campaign.paper.marking import Marking, Said, Word, last_made
from on_paper import TODAY, printed, small

SHEET, OTHER = "posters/one.pdf", "posters/other.pdf"
EVENT = ("event", "north-home-check")


@pytest.fixture
def known():
    """The ledger after a release of two sheets of one event."""
    return printed(small(), files={EVENT: {SHEET: "a" * 64, OTHER: "b" * 64}})


def noted(known, *said):
    """The ledger after words, each a state and how it was said, of one sheet."""
    marking = Marking(known, TODAY)
    words = [Word(path=SHEET, state=state, said=how, by=by) for state, how, by in said]
    return known.with_more(mark for word in words for mark in marking.note(word))


def states(known):
    return [one.state for one in known.entries if isinstance(one, ledger_room.Mark)]


NAMED, LISTED, ALL = Said


@pytest.mark.parametrize(
    ("before", "word", "added"),
    [
        ("", ("ordered", ALL, ""), True),
        ("ordered", ("ordered", ALL, ""), False),
        ("hung", ("ordered", ALL, ""), False),
        ("taken-down", ("ordered", ALL, ""), False),
        ("hung", ("ordered", ALL, "north"), False),
        ("ordered", ("hung", ALL, ""), True),
        ("hung", ("ordered", NAMED, ""), False),
        ("taken-down", ("ordered", NAMED, ""), True),
        ("taken-down", ("hung", NAMED, ""), True),
        ("ordered", ("hung", NAMED, ""), True),
        ("ordered", ("ordered", LISTED, ""), False),
        ("hung", ("ordered", LISTED, ""), False),
        ("taken-down", ("ordered", LISTED, ""), False),
        ("ordered", ("hung", LISTED, ""), True),
    ],
)
def test_a_sheet_goes_on_and_never_back(known, before, word, added):
    """A lower state follows a higher one only where the sheet was taken down and is named."""
    former = noted(known, (before, NAMED, "")) if before else known

    now = noted(former, word)

    assert states(now) == [*states(former), *([word[0]] if added else [])]


def test_all_passes_over_what_one_county_hung(known):
    """Hung by a county, the sheet isn't ordered by everybody; nor is it for a list of the whole."""
    former = noted(known, ("hung", NAMED, "north"))

    assert states(noted(former, ("ordered", ALL, ""))) == ["hung"]
    assert states(noted(former, ("ordered", ALL, "south"))) == ["hung", "ordered"], "that is another's sheet"


def test_what_is_said_twice_is_noted_once(known):
    """A row that stands twice, and a list that is given twice."""
    rows = [("ordered", LISTED, ""), ("hung", LISTED, "")]

    assert states(noted(known, *rows, *rows)) == ["ordered", "hung"]
    assert states(noted(known, *rows, ("hung", NAMED, ""))) == ["ordered", "hung"]


def test_what_nobody_noted_can_be_taken_down(known):
    """Also where other sheets are noted: it may hang."""
    marking = Marking(known, TODAY)
    former = known.with_more(marking.note(Word(path=OTHER, state="ordered")))

    assert states(noted(former, ("taken-down", NAMED, ""))) == ["ordered", "taken-down"]


def test_all_is_what_the_last_release_made(known):
    """A sheet that the last release left out is of a former one; where none is at hand, all that was made counts."""
    assert last_made(known, [OTHER, "index.html"]) == (OTHER,)
    assert last_made(known) == (SHEET, OTHER)
