"""The official words are the plan's, all of them, to the letter."""

import re
from datetime import date
from pathlib import Path

import pytest

from campaign.read import read_campaign

TOP = Path(__file__).parents[2]
PLAN = (TOP / "campaign_data" / "plan-original.txt").read_text(encoding="utf-8")
NUMERALS = "一二三四五六七八九十"


@pytest.fixture(scope="module")
def campaign():
    return read_campaign(TOP / "campaign_data")


def _joined(text):
    """Without white space: the scan breaks lines inside sentences."""
    return re.sub(r"\s", "", text)


def _numbered(texts):
    return "".join(f"（{NUMERALS[n]}）{text}" for n, text in enumerate(texts))


def _section(campaign, section):
    """A section's text in the plan's form, taken from wherever the data keeps it."""
    if section.shows == "theme":
        return campaign.theme.official["zh"]
    if section.shows == "priorities":
        return _numbered(p.official_title["zh"] + p.official_text["zh"] for p in campaign.priorities.priorities)
    if section.shows == "activities":
        return _numbered(a.official_title["zh"] + a.official_text["zh"] for a in campaign.activities.activities)
    text = section.text["zh"] if section.text else ""
    return text + _numbered(item["zh"] for item in section.items)


def _whole(campaign):
    """The whole document put together from campaign_data/."""
    plan = campaign.plan
    contact = campaign.contact(plan.contact)
    issued = f"{plan.issued.year}年{plan.issued.month}月{plan.issued.day}日"
    head = [plan.issuer_head, plan.title, plan.addressees, plan.notice, plan.issuer]
    parts = [head[0]["zh"], plan.number, *(text["zh"] for text in head[1:]), issued, plan.publicity["zh"]]
    parts += [plan.plan_title["zh"], plan.preamble["zh"]]
    parts += [section.heading["zh"] + _section(campaign, section) for section in plan.sections]
    return [*parts, f"联系人：{contact.name['zh']}，联系电话：{contact.phone}。"]


def _official_texts(campaign):
    plan, records = campaign.plan, (*campaign.priorities.priorities, *campaign.activities.activities)
    yield from (plan.issuer_head["zh"], plan.number, plan.addressees["zh"], plan.notice["zh"], plan.issuer["zh"])
    yield from (plan.plan_title["zh"], plan.preamble["zh"], campaign.theme.official["zh"], plan.publicity["zh"])
    for section in plan.sections:
        yield section.heading["zh"]
        yield from (section.text["zh"].split("\n") if section.text else ())
        yield from (item["zh"] for item in section.items)
    for record in records:
        yield record.official_title["zh"]
        yield from record.official_text["zh"].split("\n")


def test_the_data_put_together_is_the_plan(campaign):
    """Every character of the plan, in its order, comes out of campaign_data/, and not one more."""
    made, plan = _joined("".join(_whole(campaign))), _joined(PLAN)

    for place, (ours, theirs) in enumerate(zip(made, plan, strict=False)):
        assert ours == theirs, f"…{plan[max(0, place - 20) : place]}[{ours}|{theirs}]…"
    assert len(made) == len(plan)


def test_each_official_text_stands_in_the_plan_with_its_spaces(campaign):
    """Besides the scan's line breaks not even a space differs."""
    unbroken = re.sub(r"\n+", "", PLAN)
    texts = [text.strip() for text in _official_texts(campaign) if text.strip()]

    assert len(texts) > 30
    for text in texts:
        assert text in unbroken, text


def test_the_dates_are_the_plans(campaign):
    """Week, activities and report fall on the days the plan names."""
    spans = {a.id: [(d.starts, d.ends) for d in a.dates] for a in campaign.activities.activities}

    assert (campaign.campaign.week.starts, campaign.campaign.week.ends) == (date(2024, 4, 20), date(2024, 4, 26))
    assert list(spans.values()) == [
        [(date(2024, 4, 15), date(2024, 4, 26))],
        [(date(2024, 4, 20), date(2024, 4, 26))],
        [],
        [(date(2024, 4, 23), date(2024, 4, 23))],
        [],
    ]
    assert campaign.plan.report.due == date(2024, 4, 29)
    assert [item.name["zh"] for item in campaign.plan.report.items] == ["活动方案", "总结", "亮点工作", "宣传图片"]


def test_places_and_forms_stand_in_the_plans_order(campaign):
    """The six places and the four forms are the plan's, in its order."""
    entries = "、".join(kind.entry["zh"] for kind in campaign.six_entries.place_kinds)
    forms = "、".join(form.name["zh"] for form in campaign.six_entries.forms)

    assert f"“{entries}”" in _joined(PLAN)
    assert f"采取{forms}等方式" in _joined(PLAN)


def test_what_the_plan_does_not_give_is_sample_data(campaign):
    """Events, booths, boards, exhibitors, displays, other slogans and other hotlines all say that they are samples."""
    for kind in ("event", "booth", "board", "exhibitor", "display", "zone", "feature", "slogan"):
        records = list(campaign.records(kind))
        assert records, kind
        assert all(record.sample for record in records), kind
    assert [contact.id for contact in campaign.contacts.contacts if not contact.sample] == [campaign.plan.contact]


def test_the_sample_programme_covers_the_campaign(campaign):
    """At least six events in each county; every place and every form on every day of the week."""
    places = {(campaign_event.place_kind, campaign_event.starts.date()) for campaign_event in campaign.events}
    forms = {(event.form, event.starts.date()) for event in campaign.events}

    assert len(campaign.outreach) == len(campaign.counties.counties) == 8
    assert all(len(file.events) >= 6 for file in campaign.outreach)
    assert len(places) == len(campaign.six_entries.place_kinds) * len(campaign.days) == 42
    assert len(forms) == len(campaign.six_entries.forms) * len(campaign.days) == 28


def test_the_sample_exhibition_is_whole(campaign):
    """Four zones, 24 booths, 12 boards that serve every priority, exhibitors of both kinds the plan names."""
    exhibition = campaign.exhibition

    assert (len(exhibition.zones), len(exhibition.booths), len(exhibition.boards)) == (4, 24, 12)
    assert {board.priority for board in exhibition.boards} == {p.id for p in campaign.priorities.priorities}
    assert {e.exhibitor_kind for e in exhibition.exhibitors} - {None} == {k.id for k in exhibition.exhibitor_kinds}
    assert [kind.name["zh"] for kind in exhibition.exhibitor_kinds] == ["知识产权重点企业", "知识产权优势企业"]
    assert len(campaign.displays) >= 3
