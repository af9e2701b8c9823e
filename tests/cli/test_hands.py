"""Who has a sheet: a county is one, whatever it is called; a slip in its name is told, another office is taken."""

from datetime import date

import pytest

from campaign.cli.hands import Hands, UnknownHandError
from campaign.paper.ledger import Mark
from campaign.paper.marking import Word, named
from on_paper import printed, small

EVENT = ("event", "north-home-check")
THEME = ("theme", "")
FILES = {EVENT: {"posters/event/a.pdf": "1" * 64}, THEME: {"posters/theme/t.pdf": "2" * 64}}


def ledger(*marks):
    """A ledger with two sheets, an event's and the theme's, and what was noted of them: path, state, by."""
    made = printed(small(), files=FILES)
    of = {path: made.by_record[key].last for key, files in FILES.items() for path in files}
    noted = [
        Mark(
            day=date(2025, 3, 1),
            state=state,
            code=of[path].code,
            kind=of[path].kind,
            id=of[path].id,
            path=path,
            edition=of[path].edition,
            by=by,
        )
        for path, state, by in marks
    ]
    return made.with_more(noted)


def hands(text, *, state="hung", path="posters/event/a.pdf", marks=()):
    word = Word(path=path, state=state, by=text)
    return [one.by for one in Hands(small(), ledger(*marks)).words(word)]


@pytest.mark.parametrize("typed", ["北岸", "北岸镇", " 北岸 ", "northbank", "Northbank"])
def test_a_county_is_one_whatever_it_is_called(typed):
    """By its id, any of its names, with its rank or without."""
    assert hands(typed) == ["北岸"]


@pytest.mark.parametrize("typed", ["", "街道办", "三小"])
def test_another_office_is_taken_as_it_is_called(typed):
    """Nobody has to be a county."""
    assert hands(typed) == [typed]


def test_a_slip_in_a_county_s_name_is_told_with_those_there_are():
    """It would be two for ever."""
    with pytest.raises(UnknownHandError) as refused:
        hands("northbnak")

    assert "北岸" in refused.value.hint.zh and "南岸" in refused.value.hint.zh


def test_what_a_county_takes_down_is_down_under_every_name_it_was_noted_by():
    """An older ledger has it as typed then; and of its own sheets what nobody named was its own too."""
    own = ("posters/event/a.pdf", "hung", "北岸镇"), ("posters/event/a.pdf", "ordered", "")
    common = (("posters/theme/t.pdf", "ordered", ""),)

    assert hands("northbank", state="taken-down", marks=own) == ["北岸", "", "北岸镇"]
    assert hands("northbank", state="hung", marks=own) == ["北岸"]
    assert hands("northbank", state="taken-down", path="posters/theme/t.pdf", marks=common) == ["北岸"]


def test_a_sheet_is_named_as_people_name_it():
    """By its title in any language, and in capitals or not."""
    made = ledger()
    titles = small().record(*EVENT).title

    for text in (
        "posters/EVENT/A.PDF",
        EVENT[1].upper(),
        titles["zh"],
        titles["en"].upper(),
        made.by_record[EVENT].code.upper(),
    ):
        assert named(made, text) == ("posters/event/a.pdf",), text
    assert named(made, "nothing of the kind") == ()
