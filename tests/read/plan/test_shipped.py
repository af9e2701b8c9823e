"""The plan that the shipped campaign is of: a draft from its text says, officially, what campaign_data/ says."""

import pytest

from campaign.read import read_campaign
from campaign.read.plan import ORIGINAL, drafted, find_plan, paragraphs_of
from looking import some
from projects import TOP

DATA = TOP / "campaign_data"


@pytest.fixture(scope="module")
def shipped():
    return read_campaign(DATA)


@pytest.fixture(scope="module")
def draft(tmp_path_factory):
    """The campaign as it is read from its draft."""
    folder = tmp_path_factory.mktemp("draft")
    source = DATA / ORIGINAL
    for name, text in drafted(find_plan(paragraphs_of(source, source.read_bytes()))).items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
    return read_campaign(folder)


def _zh(text):
    return text["zh"] if text else None


def _plan(campaign):
    plan = campaign.plan
    head = (plan.issuer_head, plan.title, plan.addressees, plan.notice, plan.issuer, plan.publicity)
    sections = [
        (_zh(one.heading), _zh(one.text), [_zh(item) for item in one.items], one.shows) for one in plan.sections
    ]
    report = (plan.report.due, _zh(plan.report.to), [_zh(one.name) for one in plan.report.items])
    rest = (plan.number, plan.issued, _zh(plan.plan_title), _zh(plan.preamble), sections, report)
    return [_zh(one) for one in head], rest, plan.contact


def test_the_plan_itself_is_the_same(draft, shipped):
    """Letterhead, number, titles, letter, signature, sections in order, requirements, what is handed in and by when."""
    assert _plan(draft) == _plan(shipped)


def test_name_week_theme_and_contact_are_the_same(draft, shipped):
    """What the campaign is called, its days, its theme, whom to ask."""
    for one in some((draft, shipped)):
        contact = one.contact(one.plan.contact)
        assert _zh(one.campaign.name) == "2024年临夏州知识产权宣传周"
        assert (one.campaign.week.starts, one.campaign.week.ends) == (shipped.days[0], shipped.days[-1])
        assert _zh(one.theme.official) == "知识产权转化运用促进高质量发展"
        assert (_zh(contact.name), _zh(contact.office), contact.phone) == (
            "段建强",
            "临夏州市场监督管理局",
            "0930-6213897",
        )


def test_priorities_and_activities_are_the_same(draft, shipped):
    """Each official title and text to the letter, and every day of the activities."""

    def official(records):
        return [(_zh(one.official_title), _zh(one.official_text)) for one in some(records)]

    def days(campaign):
        return [[(one.starts, one.ends) for one in activity.dates] for activity in campaign.activities.activities]

    assert official(draft.priorities.priorities) == official(shipped.priorities.priorities)
    assert official(draft.activities.activities) == official(shipped.activities.activities)
    assert days(draft) == days(shipped)


def test_places_and_forms_are_the_same(draft, shipped):
    """The kinds of place in their order, with the ids and pictograms that there are, and the forms of work."""
    entering, there = draft.six_entries, shipped.six_entries

    assert [(one.id, _zh(one.entry), one.pictogram) for one in entering.place_kinds] == [
        (one.id, _zh(one.entry), one.pictogram) for one in there.place_kinds
    ]
    assert [_zh(one.name) for one in entering.forms] == [_zh(one.name) for one in there.forms]
    assert draft.activity(entering.activity).official_title["zh"] == "深入开展知识产权“六进”活动"


def test_nothing_else_is_said_as_a_fact(draft):
    """No event, no county, no exhibition; the address is a placeholder and says so; languages are what is written."""
    assert draft.events == () and draft.exhibition is None and draft.languages == ("zh",)
    assert [_zh(one.name) for one in draft.counties.counties] == ["TODO 县（市、区）"]
    assert draft.campaign.site_address_sample
