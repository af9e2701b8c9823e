"""Whatever prints a time or a place and changes it asks for a word: all kinds that are found by one, not events."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from functools import cache
from shutil import copytree

import pytest

from campaign import paper
from campaign.channels import permalinks
from campaign.core.context import BuildContext
from campaign.core.language import Localized
from campaign.kinds import Kind, kinds, pages
from campaign.kinds.exhibition import Opening
from campaign.kinds.status import Status
from campaign.paper.ledger import Ledger
from campaign.paper.outdated import outdated
from campaign.read import read_campaign
from campaign.read.reader import read_folder
from looking import some
from on_paper import SMALL, TODAY, printed, small, with_exhibition
from weeks import with_event

EVENT, ACTIVITY, PLAZA = ("event", "north-home-check"), ("activity", "harbour-day"), ("exhibition", "")
SUNDAY = date(2025, 3, 23)
KEPT = {key: {f"posters/{'.'.join(key)}.pdf": f"{n}" * 64} for n, key in enumerate((EVENT, ACTIVITY, PLAZA))}


@cache
def on_paper():
    """The ledger after all three were printed."""
    return printed(small(), files=KEPT)


def book(campaign, ledger=None):
    context = BuildContext(today=TODAY, site_address=campaign.campaign.site_address)
    return paper.book(campaign, context, ledger or on_paper())


def with_activity(campaign, **changes):
    """The campaign with its dated activity changed."""
    rows = tuple(
        one.model_copy(update=changes) if one.id == ACTIVITY[1] else one for one in campaign.activities.activities
    )
    return replace(campaign, activities=campaign.activities.model_copy(update={"activities": rows}))


def changed(key, **changes):
    """The small campaign with one of the three changed."""
    if key == PLAZA:
        return with_exhibition(small(), **changes)
    return with_activity(small(), **changes) if key == ACTIVITY else with_event(small(), key[1], **changes)


def text(words):
    return Localized.same(words, small().languages)


def opening(day=date(2025, 3, 22), opens=9, closes=16):
    return Opening(day=day, opens=time(opens), closes=time(closes))


def dated(day):
    (one,) = small().activity(ACTIVITY[1]).dates
    return one.model_copy(update={"starts": day, "ends": day})


LATER = {
    EVENT: {"starts": datetime(2025, 3, 23, 14), "ends": datetime(2025, 3, 23, 16)},
    ACTIVITY: {"dates": (dated(SUNDAY),)},
    PLAZA: {"openings": (opening(opens=10),)},
}
ELSEWHERE = {EVENT: {"venue": text("东街")}, ACTIVITY: {"place": text("东街")}, PLAZA: {"venue": text("东街")}}
THREE = pytest.mark.parametrize("key", [EVENT, ACTIVITY, PLAZA], ids=["event", "activity", "exhibition"])


def test_all_that_stands_in_the_timeline_and_on_paper_says_where_it_stands():
    """No kind can print a day without times that are compared, and fields to say what became of them."""
    found = [one for one in (*kinds().values(), *pages().values()) if one.dated and one.printed]
    models = {"exhibition": small().exhibition.__class__}

    for one in some(found):
        model = one.model if isinstance(one, Kind) else models[one.name]
        assert one.printed.times and one.printed.places, one.name
        assert {"status", "change", "changed_on"} <= set(model.model_fields), one.name


@THREE
@pytest.mark.parametrize("changes", [LATER, ELSEWHERE], ids=["time", "place"])
def test_a_change_of_what_is_on_paper_asks_for_a_word_and_takes_it(key, changes):
    """Nothing said is a problem that names both; with a status and a reason those who hold the paper are told."""
    campaign = changed(key, **changes[key])

    (told,) = paper.unannounced(campaign, book(campaign), TODAY)
    assert "没有说明" in told.what.zh and "nothing says so" in told.what.en
    assert told.add[0].strip() == f"status: {'changed' if changes is LATER else 'moved'}"

    said = changed(key, **changes[key], status=Status.CHANGED, change=text("改了"), changed_on=TODAY)
    assert paper.unannounced(said, book(said), TODAY) == []
    for language, begins in (("zh", "您手里的海报上写的"), ("en", "Your poster says")):
        (line,) = outdated(book(said), language)[key]
        assert line.startswith(begins)


@THREE
def test_what_is_as_printed_asks_for_nothing_and_needs_no_new_paper(key):
    """Nor does a ledger from before there was a status to print."""
    unchanged = book(small())

    assert paper.unannounced(small(), unchanged, TODAY) == []
    assert outdated(unchanged, "zh") == {}
    assert not unchanged.changed(key)
    assert key == EVENT or not {path for path in unchanged.facts[key] if path.startswith(("status", "change"))}


@THREE
@pytest.mark.parametrize("status", [Status.POSTPONED, Status.CANCELLED])
def test_who_holds_paper_of_what_is_off_is_told_so_by_the_printed_address(key, status):
    """The page waits to be read and sends nobody on."""
    campaign = changed(key, status=status, change=text("大风"))
    known = book(campaign)
    made = {one.path: one.content.decode() for one in permalinks.pages(campaign, _context(campaign), known)}

    page = made[f"q/{known.imprint(*key).code}/index.html"]

    assert f"这项活动{ {'postponed': '已延期', 'cancelled': '已取消'}[status] }" in page
    assert 'http-equiv="refresh"' not in page


def _context(campaign):
    return BuildContext(today=TODAY, site_address=campaign.campaign.site_address)


@pytest.mark.parametrize(
    ("openings", "zh"),
    [
        ((opening(opens=10),), "写的是 09:00–16:00，现在改为 10:00–16:00。"),
        ((opening(day=SUNDAY),), "写的是 3月22日 星期六 09:00–16:00，现在改为 3月23日 星期日 09:00–16:00。"),
        ((), "写的是 3月22日 星期六 09:00–16:00，现在改为 另行通知。"),
        ((opening(), opening(day=SUNDAY)), ""),
    ],
    ids=["hours", "day", "none", "one more"],
)
def test_of_several_times_those_are_told_that_paper_has_wrong(openings, zh):
    """A day that is added misleads nobody who holds the paper; one that is gone or moved does."""
    lines = outdated(book(with_exhibition(small(), openings=openings)), "zh").get(PLAZA, ())

    assert [line.partition("上")[2] for line in lines] == ([zh] if zh else [])


def test_of_two_days_on_paper_only_the_one_that_moved_is_told():
    """Whatever their order in the file."""
    before = with_exhibition(small(), openings=(opening(), opening(day=SUNDAY)))
    moved = with_exhibition(small(), openings=(opening(day=SUNDAY + timedelta(days=1)), opening()))

    (line,) = outdated(book(moved, printed(before, files=KEPT)), "zh")[PLAZA]

    assert "3月23日" in line and "3月24日" in line and "3月22日" not in line


def test_the_lines_to_add_answer_in_the_file_they_stand_in(tmp_path):
    """At the changed key; put there as they are told, the folder reads and nothing is asked any more."""
    folder = copytree(SMALL, tmp_path / "data")
    _edit(folder / "exhibition.yml", "opens: 09:00, closes: 16:00", "opens: 10:00, closes: 16:00")
    _edit(folder / "activities.yml", "    place: {zh: 老码头, en: The old harbour}", "    place: {zh: 新码头, en: New}")
    _edit(folder / "activities.yml", "starts: 2025-03-22, ends: 2025-03-22", "starts: 2025-03-23, ends: 2025-03-23")

    reading = read_folder(folder, shown_as="campaign_data")
    found = paper.unannounced(reading.campaign, book(reading.campaign), TODAY, places=reading.places)

    assert {(one.place.path, one.source) for one in found} == {
        ("campaign_data/activities.yml", "    dates:"),
        ("campaign_data/exhibition.yml", "openings:"),
    }
    for one in some(found):
        _edit(folder / one.place.path.rpartition("/")[2], one.source, "\n".join([*one.add, one.source]))
    again = read_campaign(folder)
    assert paper.unannounced(again, book(again), TODAY) == []
    assert again.exhibition.change["zh"] == "时间由 09:00–16:00 改为 10:00–16:00"
    assert again.activity(ACTIVITY[1]).change["zh"].endswith("；地点由老码头改为新码头")


def _edit(path, before, after):
    content = path.read_text("utf-8")
    assert content.count(before) == 1, before
    path.write_text(content.replace(before, after), encoding="utf-8")


def test_planned_said_in_so_many_words_is_planned(tmp_path):
    """What was printed before there was such a field is the same paper."""
    folder = copytree(SMALL, tmp_path / "data")
    _edit(folder / "exhibition.yml", "openings:", "status: planned\nopenings:")

    campaign = read_campaign(folder)

    assert campaign.exhibition.status is None
    assert not book(campaign).changed(PLAZA)


def test_nothing_on_paper_asks_for_nothing():
    """Before the first release everything may be changed."""
    campaign = changed(PLAZA, **LATER[PLAZA])

    assert paper.unannounced(campaign, book(campaign, Ledger()), TODAY) == []
