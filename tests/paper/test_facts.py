"""The facts kept of each printing against the posters themselves: neither says what the other doesn't."""

from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from functools import cache
from pathlib import Path

import pytest

from campaign.channels import Commission, posters
from campaign.core.context import BuildContext
from campaign.core.language import Localized
from campaign.kinds import OUTREACH, Record, kinds
from campaign.kinds.floor_plan import Area
from campaign.kinds.status import Status
from campaign.paper.facts import alike, facts
from campaign.read import read_campaign
from on_paper import codes
from weeks import with_form

LOOKS = {"tint", "pictogram", "area", "tile", "image", "image_alt", "grid", "coordinates", "official_lines", "action"}
"""Fields that change how a sheet looks, how it calls people, or nothing on paper at all; never what it says."""
FIXED = {"id", "kind", "sample", "languages", "official_language", "time_zone", "site_address", "poster", "official"}
"""Fields that staff can't change alone: reading keeps the theme's lines and its official wording the same."""
INVISIBLE = {"title", "author"}
"""What only the PDF's own description says."""


@dataclass(frozen=True)
class Imprint:
    """Always the same, so that only the record's words can make a difference."""

    code: str = "2c3d4"
    payload: str = "https://ip.example.org/q/2c3d4/"
    shown: str = "ip.example.org/q/2c3d4"
    edition: int = 7


@cache
def shipped():
    return read_campaign(Path(__file__).parents[2] / "campaign_data")


def first(kind):
    """A record to try things on: an event that was changed, so that what changed is said too."""
    record = next(iter(shipped().records(kind)))
    said = Localized({"zh": "改了", "en": "Changed"})
    if kind == "priority":  # whose lines must say its title, so that neither changes alone
        return record.model_copy(update={"official_lines": {}})
    return record.model_copy(update={"status": Status.CHANGED, "change": said}) if kind == "event" else record


def with_record(campaign, kind, record):
    """The campaign with this record in the place of the one with its id."""
    file, key = kinds()[kind].file, kinds()[kind].key

    def put(source):
        rows = tuple(record if one.id == record.id else one for one in getattr(source, key))
        return source.model_copy(update={key: rows})

    if file == OUTREACH:
        return replace(campaign, outreach=tuple(put(source) for source in campaign.outreach))
    return replace(campaign, **{file: put(getattr(campaign, file))})


def otherwise(value):
    """The value changed a little; None where it can't be."""
    if isinstance(value, Localized):
        return Localized({tag: f"{text}改" for tag, text in value.items()})
    if isinstance(value, Status):
        return Status.MOVED
    if isinstance(value, (datetime, date)):
        return value + timedelta(days=1)
    if isinstance(value, time):
        return value.replace(minute=(value.minute + 7) % 60)
    if isinstance(value, tuple) and value and isinstance(value[0], Record):
        name = next(name for name in type(value[0]).model_fields if otherwise(getattr(value[0], name)) is not None)
        return (value[0].model_copy(update={name: otherwise(getattr(value[0], name))}), *value[1:])
    if isinstance(value, Record):
        changed = {name: otherwise(getattr(value, name)) for name in type(value).model_fields}
        return value.model_copy(update={name: one for name, one in changed.items() if one is not None})
    if type(value) is int:
        return value + 1
    return None


def edits(record):
    """Every field of a record that can be changed, with the record so changed."""
    for name in type(record).model_fields:
        changed = None if name in LOOKS | FIXED else otherwise(getattr(record, name))
        if changed is not None:
            yield name, record.model_copy(update={name: changed})


def said_on_paper(campaign, kind, record_id):
    """What the template of each of the record's prints is given."""
    poster = "sticker" if kind == "home" else kind
    sets = [
        one.model_copy(update={"records": (record_id,) if record_id else (), "sheets": one.sheets[:1], "tiles": None})
        for one in campaign.posters.posters
        if one.poster == poster
    ]
    assert sets, f"the shipped campaign has no poster for {kind}"
    campaign = replace(campaign, posters=campaign.posters.model_copy(update={"posters": tuple(sets[:1])}))
    context = BuildContext(today=date(2024, 4, 1), site_address=campaign.campaign.site_address, release=True)
    jobs = posters.plan(Commission(campaign=campaign, context=context, imprints=defaultdict(Imprint)))
    return [{key: value for key, value in job.data.items() if key not in INVISIBLE} for job in jobs]


def cases():
    """Each change that an author can make to a record, or to one that its sheets may name."""
    for kind in ("priority", "activity", "place_kind", "county", "event", "booth", "board"):
        record = first(kind)
        base = with_record(shipped(), kind, record)
        for name, changed in edits(record):
            yield f"{kind}.{name}", kind, record.id, base, with_record(base, kind, changed)
        for other in ("place_kind", "zone", "exhibitor", "priority", "contact", "form"):
            named = getattr(record, other, None)
            for name, changed in edits(base.record(other, named)) if named else ():
                yield f"{kind}.{other}.{name}", kind, record.id, base, with_record(base, other, changed)
    singles = (("theme", "theme"), ("exhibition", "exhibition"), ("home", "campaign"))
    for kind, file in singles:
        for name, changed in edits(getattr(shipped(), file)):
            yield f"{kind}.{name}", kind, "", shipped(), replace(shipped(), **{file: changed})


def of_the_whole():
    """Changes to what stands on every sheet."""
    for kind in (
        "theme",
        "priority",
        "activity",
        "place_kind",
        "event",
        "exhibition",
        "booth",
        "board",
        "county",
        "home",
    ):
        record_id = first(kind).id if kind in kinds() else ""
        for name, changed in edits(shipped().campaign):
            yield f"{kind}+{name}", kind, record_id, shipped(), replace(shipped(), campaign=changed)
        plan = shipped().plan.model_copy(update={"number": "临州市监发〔2025〕1号"})
        yield f"{kind}+number", kind, record_id, shipped(), replace(shipped(), plan=plan)


CASES = [*cases(), *of_the_whole()]


@pytest.mark.parametrize(
    "kind, record_id, before, after", [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_a_fact_is_kept_exactly_where_it_is_printed(kind, record_id, before, after):
    """A change shows on the record's sheets when, and only when, it changes the facts kept in the ledger: nothing is
    printed again in vain, and nothing wrong is left hanging."""
    on_paper = said_on_paper(before, kind, record_id) != said_on_paper(after, kind, record_id)

    assert (facts(before, kind, record_id) != facts(after, kind, record_id)) == on_paper


@pytest.mark.parametrize("kind", ["event", "place_kind"])
def test_another_call_makes_no_sheet_wrong(kind):
    """It stands on the next print, and no sheet is to be printed again for it."""
    asked = next(one for one in shipped().events if said_on_paper(shipped(), "event", one.id)[0]["call"])
    record_id = asked.id if kind == "event" else asked.place_kind
    after = shipped()
    for name in {one.form for one in shipped().events}:
        after = with_form(after, name, action=Localized({"zh": "进来看看", "en": "Come in"}))
    before, now = (said_on_paper(one, kind, record_id)[0]["call"] for one in (shipped(), after))

    assert before != now == {"main": "进来看看", "support": "Come in"}
    assert facts(shipped(), kind, record_id) == facts(after, kind, record_id)


def test_the_cases_reach_the_paper():
    """The cases aren't idle: for each kind some change shows and some doesn't."""
    assert len(CASES) > 100
    assert {case[1] for case in CASES} == {key[0] for key in codes(shipped())} & {
        "home", "theme", "priority", "activity", "place_kind", "event", "exhibition", "booth", "board", "county",
    }  # fmt: skip


@pytest.mark.parametrize(
    "kind, change, shown",
    [
        ("booth", {"area": Area(column=1, row=1)}, True),
        ("booth", {"number": "Z99"}, True),
        ("zone", {"area": Area(column=1, row=1)}, True),
        ("zone", {"name": Localized({"zh": "改", "en": "Changed"})}, True),
        ("board", {"area": None}, True),
        ("board", {"number": "Z99"}, True),
        ("feature", {"name": Localized({"zh": "改", "en": "Changed"})}, True),
        ("feature", {"feature": "information"}, True),
        ("booth", {"ask": Localized({"zh": "改", "en": "Changed"})}, False),
        ("board", {"title": Localized({"zh": "改", "en": "Changed"})}, False),
        ("exhibitor", {"name": Localized({"zh": "改", "en": "Changed"})}, False),
    ],
)
def test_the_exhibitions_sheet_says_its_plan(kind, change, shown):
    """What stands where on the plaza is on the poster and in the facts; what a booth's own page says is in neither."""
    record = next(iter(shipped().records(kind)))
    after = with_record(shipped(), kind, record.model_copy(update=change))

    assert (facts(shipped(), "exhibition") != facts(after, "exhibition")) == shown
    assert (said_on_paper(shipped(), "exhibition", "") != said_on_paper(after, "exhibition", "")) == shown


def test_a_countys_sheet_says_its_events():
    """An event's hour changes its county's timetable, in the facts as on paper; the one of another county doesn't."""
    event = first("event")
    county = shipped().county_of[event.id].id
    later = with_record(shipped(), "event", event.model_copy(update={"ends": event.ends + timedelta(minutes=5)}))
    other = next(one.id for one in shipped().counties.counties if one.id != county)

    assert facts(later, "county", county) != facts(shipped(), "county", county)
    assert said_on_paper(later, "county", county) != said_on_paper(shipped(), "county", county)
    assert facts(later, "county", other) == facts(shipped(), "county", other)


def with_hotline(campaign, **change):
    """The campaign with something else of the number that its standing sheets give."""
    hotline = campaign.contacts.hotline
    every = tuple(one.model_copy(update=change) if one == hotline else one for one in campaign.contacts.contacts)
    return replace(campaign, contacts=campaign.contacts.model_copy(update={"contacts": every}))


@pytest.mark.parametrize(
    "change",
    [{"phone": "12320"}, {"name": Localized({"zh": "改", "en": "Changed"})}, {"role": "改"}],
)
def test_standing_sheets_say_the_hotline(change):
    """A roll-up gives number and name, and the facts name the sheet that does; nothing else of it is on paper."""
    sets = tuple(one for one in shipped().posters.posters if one.poster == "theme")
    stands = {sheet.id: sheet.stands for sheet in shipped().posters.sheets}
    assert {stands[sheet] for one in sets for sheet in one.sheets} == {True, False}
    after = with_hotline(shipped(), **change)

    for one in sets:
        for sheet in one.sheets:
            single = one.model_copy(update={"sheets": (sheet,)})
            both = [replace(c, posters=c.posters.model_copy(update={"posters": (single,)})) for c in (shipped(), after)]
            on_paper = said_on_paper(both[0], "theme", "") != said_on_paper(both[1], "theme", "")
            assert on_paper == (stands[sheet] and "role" not in change), sheet
            assert (facts(both[0], "theme") != facts(both[1], "theme")) == on_paper, sheet


def test_another_hotline_makes_those_sheets_wrong_that_give_it():
    """Of a record's sheets the standing ones; of those printed before they gave one, none; of frames, none."""
    before, now = facts(shipped(), "theme"), facts(with_hotline(shipped(), phone="12320"), "theme")
    silent = {path: text for path, text in before.items() if not path.startswith("hotline.")}
    stand, wall = "posters/theme/theme.roll-up.office.zh-en.pdf", "posters/theme/theme.a3.press.zh-en.pdf"

    assert not alike(before, now) and not alike(before, now, path=stand)
    assert alike(before, now, path=wall) and alike(before, now, path="")
    assert alike(silent, now) and alike(silent, now, path=stand)
    assert not alike({**silent, "campaign.name.zh": "从前"}, now, path=wall)


def test_a_boards_number_makes_no_older_sheet_wrong():
    """Boards that bear it are wrong once it is another; those from before it stood on them say nothing of it."""
    record = first("board")
    before, now = facts(shipped(), "board", record.id), dict(facts(shipped(), "board", record.id), number="Z9")

    assert before["number"] == record.number and not alike(before, now)
    assert alike({path: text for path, text in before.items() if path != "number"}, now)
