"""What posters.yml orders becomes prints; what can't be printed becomes a problem, never a bad print."""

from dataclasses import replace

import pytest
from prints import CONTEXT, SHEETS, jobs, one, shipped, with_event
from pydantic import ValidationError

from campaign.channels.posters import render
from campaign.core.language import Localized
from campaign.core.problems import CampaignDataError
from campaign.kinds import Surroundings
from campaign.kinds.poster import PosterSet, Sheet
from campaign.workshop.cache import Cache
from campaign.workshop.making import Bench
from looking import some

EVENT = "yj-market-gi-labels"


def test_paths_say_kind_record_sheet_finish_and_language():
    """posters/<kind>/<id>.<sheet>.<finish>.<language>, each path once though two sets order it."""
    order = {
        "poster": "event",
        "records": [EVENT],
        "sheets": ["a4"],
        "finishes": ["office", "press"],
        "languages": ["zh", "zh+en"],
    }
    found = [job.path for job in jobs(order, order)]

    assert found == [
        f"posters/event/{EVENT}.a4.office.zh",
        f"posters/event/{EVENT}.a4.press.zh",
        f"posters/event/{EVENT}.a4.office.zh-en",
        f"posters/event/{EVENT}.a4.press.zh-en",
    ]


def test_an_order_without_records_means_all_of_the_kind():
    """Every priority, in the office's order; every event with its county."""
    priorities = jobs({"poster": "priority", "sheets": ["a3"], "languages": ["zh"]})
    events = jobs({"poster": "event", "sheets": ["a4"], "languages": ["zh"]})

    assert [job.source.id for job in priorities] == [one.id for one in shipped().priorities.priorities]
    assert len(events) == len(shipped().events) > 10
    assert all(job.county == shipped().county_of[job.source.id].id for job in events)


def test_a_new_sheet_needs_no_code():
    """A size nobody thought of is printed as it is."""
    sheet = {**SHEETS[1], "id": "odd", "width_mm": "333", "height_mm": "480"}
    (job,) = jobs({"poster": "theme", "sheets": ["odd"], "languages": ["zh"]}, sheets=[*SHEETS, sheet])

    assert (job.shape.width_mm, job.shape.height_mm) == (333, 480)


def test_a_sheet_too_small_for_its_symbol_is_a_problem():
    """A4 read from 2 m would need a symbol of 200 mm: refused with the figures, not shrunk."""
    sheet = {**SHEETS[0], "scan_distance_m": "2"}
    with pytest.raises(CampaignDataError, match="255 mm, the sheet has 126"):
        jobs({"poster": "theme", "sheets": ["a4"], "languages": ["zh"]}, sheets=[sheet])


def test_the_symbol_is_as_large_as_its_distance_asks():
    """Width a tenth of the distance or more, modules 1 mm or more on a wall, 0.5 mm or more in the hand."""
    order = {"poster": "theme", "sheets": ["a4", "a3", "a1", "roll-up", "banner", "card"], "languages": ["zh"]}
    distance = {sheet["id"]: float(sheet["scan_distance_m"]) for sheet in SHEETS}

    for job in some(jobs(order)):
        module_mm = job.data["symbol"]["module"]
        assert module_mm * 29 >= distance[job.sheet] * 100
        assert module_mm >= (0.5 if job.sheet == "card" else 1)


@pytest.mark.parametrize(
    "title, field",
    [("知" * 500, "标题"), ("Pneumono" * 25, "标题"), ("知识产权" * 30, "标题")],
    ids=["500-characters", "200-letter-word", "120-characters"],
)
def test_a_title_too_long_is_a_problem_with_record_field_and_how_much(title, field, tmp_path):
    """It shrinks to its floor and no further: then the author is told by how much."""
    campaign = with_event(EVENT, title=Localized({"zh": title, "en": "Short"}))
    ordered = jobs({"poster": "event", "records": [EVENT], "sheets": ["a4"], "languages": ["zh"]}, campaign=campaign)

    with pytest.raises(CampaignDataError, match=f"event {EVENT}.*{field}太长.*超出 [0-9]+%"):
        render(ordered, Bench(cache=Cache(tmp_path)))


@pytest.mark.parametrize("character", ["😀", "\U00031350"])
def test_a_character_the_font_lacks_is_named(character, tmp_path):
    """Never tofu: the character and its code point stand in the problem."""
    campaign = with_event(EVENT, title=Localized({"zh": f"认标识{character}", "en": "Short"}))
    ordered = jobs({"poster": "event", "records": [EVENT], "sheets": ["a4"], "languages": ["zh"]}, campaign=campaign)

    with pytest.raises(CampaignDataError, match=f"U\\+{ord(character):04X}.*印不出来"):
        render(ordered, Bench(cache=Cache(tmp_path)))


def test_rare_characters_the_font_has_are_printed(tmp_path):
    """A rare but encoded Han character is no problem."""
    campaign = with_event(EVENT, title=Localized({"zh": "龘靐齉爩也认标识", "en": "Short"}))
    ordered = jobs({"poster": "event", "records": [EVENT], "sheets": ["a4"], "languages": ["zh"]}, campaign=campaign)

    assert len(render(ordered, Bench(cache=Cache(tmp_path))).listed) == 1


def test_every_problem_is_told_at_once(tmp_path):
    """Two bad fields of one record are two problems in one report, however many sheets they are on."""
    long = Localized({"zh": "知" * 400, "en": "Short"})
    campaign = with_event(EVENT, title=long, audience=long)
    order = {"poster": "event", "records": [EVENT], "sheets": ["a4", "a3"], "languages": ["zh"]}

    with pytest.raises(CampaignDataError) as refused:
        render(jobs(order, campaign=campaign), Bench(cache=Cache(tmp_path)))

    assert len(refused.value.problems) == 2


def test_a_release_bears_no_sample_mark_and_a_preview_does():
    """The mark follows the records: nothing in a release build carries it."""
    order = {"poster": "theme", "sheets": ["a3"], "languages": ["zh"]}

    (preview,) = jobs(order)
    (release,) = jobs(order, context=replace(CONTEXT, release=True))

    assert preview.data["sample"] == "样张"
    assert release.data["sample"] is None


def test_the_second_time_nothing_is_made(tmp_path, monkeypatch):
    """Unchanged prints come from the cache, byte for byte; one changed record is made anew alone."""
    order = {"poster": "priority", "sheets": ["a4"], "languages": ["zh"]}
    told = []
    first = render(jobs(order), Bench(cache=Cache(tmp_path), workers=1))

    again = render(jobs(order), Bench(cache=Cache(tmp_path), workers=1, progress=told.append))

    assert again == first
    assert told[-1].kept == told[-1].total == len(first.listed)
    changed = jobs(order)
    changed[0] = replace(changed[0], data={**changed[0].data, "number": "1"})
    render(changed, Bench(cache=Cache(tmp_path), workers=1, progress=told.append))
    assert told[-1].kept == len(first.listed) - 1


def test_the_gallery_knows_what_each_file_is(tmp_path):
    """Path, preview, size in mm and bytes, county, form: what a page needs to show it."""
    output = render([one(poster="event", records=[EVENT])], Bench(cache=Cache(tmp_path)))
    (entry,) = output.listed

    assert entry.path == f"posters/event/{EVENT}.a3.office.zh-en.pdf"
    assert entry.preview == f"posters/event/{EVENT}.a3.office.zh-en.png"
    assert (entry.width_mm, entry.height_mm, entry.county, entry.form) == (297, 420, "yongjing", "poster")
    files = {file.path: file.content for file in output.files}
    assert files.keys() == {entry.path, entry.preview}
    assert entry.size_bytes == len(files[entry.path]) > 10_000


@pytest.mark.parametrize(
    "figures", [{"width_mm": "0"}, {"height_mm": "40000"}, {"scan_distance_m": "0"}, {"safe": {"bottom_mm": "300"}}]
)
def test_absurd_sheets_are_refused_on_reading(figures):
    """Zero sizes, a banner of 40 m, no distance, a sheet that is all margin: never a print."""
    with pytest.raises(ValidationError):
        Sheet.model_validate({**SHEETS[1], **figures})


@pytest.mark.parametrize(
    "order", [{"sheets": ["a9"]}, {"poster": "tote-bag"}, {"languages": ["zh+zh"]}, {"finishes": ["gold"]}]
)
def test_unknown_words_are_refused_on_reading(order):
    """A kind, finish or wording nobody knows; a sheet that isn't listed."""
    around = Surroundings(ids={"sheet": frozenset({"a3"})})
    whole = {"id": "x", "name": "X", "poster": "theme", "sheets": ["a3"], **order}

    with pytest.raises(ValidationError):
        PosterSet.model_validate(whole, context=around)


@pytest.mark.parametrize(
    "width_mm, height_mm, made_by, maker",
    [
        (297, 420, None, "office"),
        (420, 297, None, "office"),
        (297, 421, None, "shop"),
        (420, 594, None, "shop"),
        (6000, 700, None, "shop"),
        (210, 297, "shop", "shop"),
        (594, 841, "office", "office"),
    ],
)
def test_what_no_office_printer_takes_is_the_shops(width_mm, height_mm, made_by, maker):
    """Up to A3, either way up, the office prints; larger is the shop's; whatever staff wrote comes first."""
    sheet = {**SHEETS[0], "width_mm": str(width_mm), "height_mm": str(height_mm), "made_by": made_by}
    named = {key: value for key, value in sheet.items() if value is not None}

    (job,) = jobs({"poster": "theme", "sheets": ["a4"], "languages": ["zh"]}, sheets=[named])

    assert job.made_by == maker


def test_who_prints_cards_tiles_and_press_prints():
    """Cards go by the paper they are on, tiles by their own, and all for the press is the shop's."""
    order = {"poster": "theme", "sheets": ["a1"], "finishes": ["office", "press"], "tiles": "a4", "languages": ["zh"]}
    cards = {"poster": "sticker", "sheets": ["card"], "languages": ["zh"], "cards": {"sheet": "a4", "copies": "4"}}

    found = {(job.finish, job.form, job.finished, job.paper): job.made_by for job in jobs(order, cards)}

    assert found == {
        ("office", "poster", "a1", "a1"): "shop",
        ("office", "tiles", "a1", "a4"): "office",
        ("press", "poster", "a1", "a1"): "shop",
        ("office", "poster", "card", "a4"): "office",
    }


def test_copies_are_of_the_leading_print_alone():
    """First wording, first ink, the press where there is one: whoever orders 50 gets 50, not 50 of each variant."""
    order = {
        "poster": "theme",
        "sheets": ["a3"],
        "finishes": ["office", "press"],
        "inks": ["full", "low-ink"],
        "languages": ["zh+en", "zh"],
        "copies": "50",
        "county_copies": "5",
    }

    found = {job.path: (job.copies, job.county_copies) for job in jobs(order)}

    assert len(found) == 8
    assert {path: both for path, both in found.items() if any(both)} == {
        "posters/theme/theme.a3.press.zh-en": (50, 5),
    }


def test_two_sets_that_order_one_print_order_it_twice():
    """A variant is ordered by a set of its own; the print is one, its copies are added."""
    order = {"poster": "theme", "sheets": ["a3"], "languages": ["zh+en", "zh"], "copies": "50"}
    more = {"poster": "theme", "sheets": ["a3"], "languages": ["zh"], "copies": "7", "county_copies": "2"}

    found = {job.language: (job.copies, job.county_copies) for job in jobs(order, more)}

    assert found == {"zh-en": (50, 0), "zh": (7, 2)}
