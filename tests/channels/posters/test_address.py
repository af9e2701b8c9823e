"""A long address on paper: each shipped sheet takes one of 60 characters; what can't is told once, with a number."""

import re
from dataclasses import replace
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from prints import CONTEXT, SHEETS, drawn_text, shipped, with_posters

from campaign.channels import Commission
from campaign.channels.posters import make, plan, render
from campaign.core.problems import CampaignDataError
from campaign.kinds.poster import Sheet
from campaign.paper import book
from campaign.paper.ledger import Ledger
from campaign.workshop.cache import Cache
from campaign.workshop.making import Bench
from looking import some

COLUMN = "https://scjgj.shilizhou.gov.cn/ztzl/zscqxcz2024/"
SHIPPED = shipped().posters.sheets
TIGHT = Sheet.model_validate(
    {**SHEETS[0], "id": "tight", "name": "Tight", "width_mm": "70", "height_mm": "70", "scan_distance_m": "0.3"}
)
"""A wall sheet so small that modules of 1 mm leave room for version 4 and no more: 46 bytes, 38 of them the address."""


def address(length):
    """An address of so many characters, like a government column's."""
    whole = "https://a.cn/" if length < 36 else COLUMN
    return whole[: length - 1].rstrip("/.").ljust(length - 1, "x") + "/"


def planned(length, *sets, sheets=SHIPPED, **head):
    """The prints of these sets with an address of this length."""
    changed = {"site_address": address(length), **head}
    campaign = replace(shipped(), campaign=shipped().campaign.model_copy(update=changed))
    ordered = with_posters(*sets, sheets=sheets, campaign=campaign)
    return plan(Commission(campaign=ordered, context=CONTEXT, imprints=imprints(campaign.campaign.paper_address)))


@cache
def imprints(printed):
    """What goes on paper with this address before `q/`."""
    head = shipped().campaign.model_copy(update={"site_address": printed})
    return book(replace(shipped(), campaign=head), CONTEXT, Ledger()).imprints


def on(*sheets):
    return {"poster": "theme", "sheets": [sheet.id for sheet in sheets], "languages": ["zh+en"]}


def refusal(length, *sheets, **head):
    """What is said of an address of this length on these sheets; None where it is taken."""
    try:
        planned(length, on(*sheets), sheets=sheets, **head)
    except CampaignDataError as error:
        (problem,) = error.problems
        return problem
    return None


def told(problem):
    """The length that a refusal tells, and the length that it says would do."""
    has, takes = re.fullmatch(r".* has (\d+) characters.* take (\d+)", problem.what.en).groups()
    assert f"有 {has} 个字符" in problem.what.zh and f"最多能用 {takes} 个字符" in problem.what.zh
    return int(has), int(takes)


def test_every_shipped_sheet_takes_an_address_of_60_characters():
    """All that posters.yml ships is planned with it, each symbol read from where people stand: modules, width, room."""
    campaign = replace(shipped(), campaign=shipped().campaign.model_copy(update={"site_address": address(60)}))
    sheets = {sheet.id: sheet for sheet in SHIPPED}

    jobs = plan(Commission(campaign=campaign, context=CONTEXT, imprints=imprints(address(60))))

    assert {one.sheet for one in jobs} >= {"a4", "a3", "a2", "a1", "p50x70", "roll-up", "x-stand", "banner"}
    for job in some(jobs):
        sheet, module_mm = sheets[re.search(r"\.([a-z0-9-]+?)(?:-on-a4)?\.", job.path)[1]], job.data["symbol"]["module"]
        assert len(job.payloads[0][0]) == 68 and module_mm * 41 >= sheet.scan_distance_m * 100
        assert module_mm >= (0.5 if sheet.in_hand else 1)


@settings(deadline=None, max_examples=60)
@given(
    st.integers(20, 80), st.lists(st.sampled_from([*SHIPPED, TIGHT]), min_size=1, max_size=4, unique_by=lambda s: s.id)
)
def test_an_address_is_taken_or_told_in_one_message_with_the_length_that_would_do(length, sheets):
    """On whatever is ordered: with n characters all of it is planned, with n + 1 the one message says n."""
    most = 38 if TIGHT in sheets else 66

    problem = refusal(length, *sheets)

    assert (problem is None) == (length <= most)
    assert problem is None or told(problem) == (length, most)
    assert refusal(most, *sheets) is None and told(refusal(most + 1, *sheets)) == (most + 1, most)


def test_the_message_stands_at_the_address_and_names_the_sheets_that_limit_it():
    """At the print address where there is one; the hint asks for one where there isn't, and blames no order."""
    short = next(sheet for sheet in SHIPPED if sheet.id == "a4")

    site = refusal(50, short, TIGHT)
    own = refusal(30, short, TIGHT, print_address=address(50))

    assert "Tight" in site.hint.en and "A4" not in site.hint.en and "least" not in refusal(80, short).hint.en
    assert "add print_address" in site.hint.en and "give a print_address" in own.hint.en
    assert {one.place.path for one in (site, own)} == {"campaign_data/campaign.yml"}
    assert refusal(80, short, TIGHT, print_address=address(30)) is None


def test_a_sheet_too_small_for_any_address_is_its_own_problem():
    """Where not even the shortest address has room the sheet is told, never the address; the others are planned for."""
    tiny = TIGHT.model_copy(update={"id": "tiny", "width_mm": 40.0, "height_mm": 40.0})

    with pytest.raises(CampaignDataError) as refused:
        planned(80, on(TIGHT, tiny), sheets=(TIGHT, tiny))

    assert [problem.place.path for problem in refused.value.problems] == [
        "campaign_data/campaign.yml",
        "campaign_data/posters.yml",
    ]
    assert told(refused.value.problems[0]) == (80, 38)


CARDS = {
    "poster": "booth",
    "records": ["a01", "b03"],
    "sheets": ["table-card"],
    "languages": ["zh+en"],
    "cards": {"sheet": "a4"},
}
ORDERS = {
    "table-cards": CARDS,
    "a4": on(SHIPPED[0]),
    "a4-english": {**on(SHIPPED[0]), "languages": ["en"]},
    "banner": {"poster": "theme", "sheets": ["banner"], "languages": ["zh+en"]},
    "county": {"poster": "county", "records": ["yongjing"], "sheets": ["a3"], "languages": ["zh+en"]},
    "sticker": {"poster": "sticker", "sheets": ["sticker"], "languages": ["zh+en"]},
}


@pytest.mark.parametrize("order", ORDERS.values(), ids=ORDERS)
@pytest.mark.parametrize("length", [20, 37, 48, 60, 66])
def test_a_sheet_is_made_and_read_back_at_any_length(length, order):
    """`make` proves that the symbol reads; the plain address stands under it whole, however it is broken.

    A sticker alone has none: it is mark, call and code.
    """
    (job,) = planned(length, order)

    (text, *_) = drawn_text(make(job)["pdf"])

    shown = {payload.removeprefix("https://").removesuffix("/") for page in job.payloads for payload in page}
    for one in some(shown):
        assert (one in re.sub(r"\s", "", text)) is (order["poster"] != "sticker")


def lines(length, order):
    """The lines of the plain address on a print."""
    (job,) = planned(length, order)
    return [line.strip() for line in drawn_text(make(job)["pdf"])[0].splitlines() if re.search(r"/|\.gov", line)]


def test_an_address_is_broken_at_its_slashes_and_full_stops():
    """No label is parted, and the code stays with its q; a short one stays on its line."""
    (whole,) = lines(36, ORDERS["a4"])
    broken = lines(48, {**CARDS, "records": ["a01"]})

    assert whole.endswith(re.search("q/.....$", whole)[0])
    assert len(broken) > 2 and all(line.endswith("/") for line in broken[:-1])


def test_a_label_too_wide_for_a_line_is_cut():
    """Rather that than an address over the edge."""
    label = f"https://{'w' * 49}.cn/"

    (job,) = planned(60, CARDS, site_address=label)

    assert f"{'w' * 49}.cn/q/" in re.sub(r"\s", "", drawn_text(make(job)["pdf"])[0])


def test_an_address_that_no_type_size_fits_is_told_once_at_its_line(tmp_path):
    """Of many prints the one where it is worst, and not as a fault of what is printed."""
    narrow = Sheet.model_validate(
        {**SHEETS[5], "id": "narrow", "name": "N", "width_mm": "82", "height_mm": "58", "scan_distance_m": "0.2"}
    )
    jobs = planned(
        66, {**CARDS, "sheets": ["narrow"], "records": ["a01", "b03"], "cards": None}, sheets=[*SHIPPED, narrow]
    )

    with pytest.raises(CampaignDataError) as refused:
        render(jobs, Bench(cache=Cache(tmp_path)))

    addressed = [one for one in refused.value.problems if one.place.path.endswith("campaign.yml")]
    assert len(addressed) == 1 and "the address for paper" in addressed[0].what.en
