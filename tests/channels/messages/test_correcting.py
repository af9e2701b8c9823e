"""What was sent and isn't so any more: found by the record or by the dates, and put right on the same channel."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from campaign.channels.messages import by_dates, correction, recorded, wrong
from campaign.channels.messages.checking import too_long
from campaign.channels.messages.stale import Sent
from campaign.channels.messages.ticks import FORMAT
from campaign.core.language import Localized
from campaign.history import History, Line
from campaign.kinds.message import CHANNELS, file_of
from campaign.kinds.status import Status
from looking import some
from sent_messages import sent, small, week, with_event

EVENT = "north-home-check"
NOW = datetime(2025, 3, 22, 12)
LATER = {"starts": datetime(2025, 3, 23, 10), "ends": datetime(2025, 3, 23, 12)}
CALLED_OFF = {
    "status": Status.CANCELLED,
    "change": Localized({"zh": "下雨", "en": "Rain"}),
    "changed_on": date(2025, 3, 22),
}
TEXTS = [one for one in CHANNELS if one != "led"]
DAY_BEFORE = "2025-03-21 08:00"
MESSAGES = [
    {
        "id": one,
        "channel": one,
        "subject": "event",
        "record": EVENT,
        "at": "2025-03-21 08:00",
        "languages": ["zh", "en"],
    }
    for one in TEXTS
]
COUNTY = {"channel": "weibo", "subject": "county", "record": "northbank", "at": "2025-03-21 08:00", "languages": ["zh"]}


def _sent(*messages):
    """What went out of these messages."""
    return [
        Sent(
            id=one.id,
            language=one.language,
            at=one.at,
            channel=one.channel,
            county=one.county,
            about=one.about,
            heading=one.subject,
            words=one.text,
            facts=one.facts,
        )
        for one in sent(week(*messages)[1])
    ]


def _corrections(changes, *messages, now=NOW):
    """What went out, what is wrong in it after an event changed, and the notices."""
    campaign, told = week(*messages, campaign=with_event(small(), EVENT, **changes))
    plan = file_of(campaign)
    found = wrong(campaign, _sent(*messages), now)
    return plan, found, [correction(told, plan, one, what, now) for one, what in found]


def test_nothing_is_wrong_while_nothing_changed():
    """Whatever the channel and the language."""
    campaign, _ = week(*MESSAGES)

    assert len(_sent(*MESSAGES)) == 2 * len(TEXTS) and wrong(campaign, _sent(*MESSAGES), NOW) == []


@pytest.mark.parametrize("changes", [LATER, CALLED_OFF, {}], ids=["later", "cancelled", "gone"])
def test_each_channel_has_its_correction_within_its_limits(changes):
    """As it stands now, in the language of what was sent; nothing that the channel would cut."""
    plan, found, notices = _corrections(changes, *MESSAGES)

    assert [(one.channel, one.language) for one in notices] == [(one.channel, one.language) for one, _ in found]
    assert len(found) == 2 * len(TEXTS) and not any(list(too_long(one, plan)) for one in some(notices))
    said = {(one.channel, one.language): f"{one.title} {one.text}" for one in notices}
    wanted = {"later": "10:00–12:00", "cancelled": "取消", "gone": "不再举行"}
    case = "later" if changes is LATER else "cancelled" if changes else "gone"
    assert wanted[case] in said["weibo", "zh"] and "…" not in said["douyin", "en"]
    assert "上午10点" in said["broadcast", "zh"] or case != "later"
    assert all(("【更正】" in text) is (case != "cancelled") for text in (said["weibo", "zh"], said["moments", "zh"]))


def test_what_changed_is_named():
    """The fact, as it was told and as it is."""
    _, found, _ = _corrections(LATER, MESSAGES[0])
    (change,) = found[0][1]

    assert change.names == ("when",) and change.key == ("event", EVENT)
    assert (change.then["when"], change.now["when"]) == (
        "2025-03-23 09:00/2025-03-23 11:30",
        "2025-03-23 10:00/2025-03-23 12:00",
    )


def test_a_list_is_wrong_where_an_event_that_it_named_is_off():
    """A county's week names its events; the correction names the one, under its own address."""
    _, found, (notice,) = _corrections(CALLED_OFF, {"id": "week", **COUNTY})

    assert [what.key for what in found[0][1]] == [("event", EVENT)]
    assert "上门查马桶" in notice.text and "取消" in notice.text


def test_what_is_over_needs_no_correction():
    """The day after nobody can go to the wrong place any more."""
    assert not _corrections(LATER, *MESSAGES, now=datetime(2025, 3, 24))[1]


def test_that_it_is_on_after_all_makes_nothing_wrong():
    """What was told while it was planned is so again."""
    assert not _corrections({**CALLED_OFF, "status": Status.REINSTATED}, MESSAGES[0])[1]


def test_the_record_of_a_page_is_read_and_no_other_file():
    """By what it says of itself; a broken one is told as such."""
    kept = {
        "id": "a", "language": "zh", "at": "2025-03-21 08:00", "channel": "weibo", "county": "", "sender": "x",
        "about": ["event", EVENT], "heading": "查", "facts": {f"event:{EVENT}": {"title": "查"}}, "text": "词",
    }  # fmt: skip
    record = {"format": FORMAT, "campaign": "own", "sent": [kept]}
    (one,) = recorded(json.dumps(record).encode(), "own")

    assert (one.id, one.words, one.at) == ("a", "词", datetime(2025, 3, 21, 8))
    assert one.facts == kept["facts"] and one.about == ("event", EVENT)
    for wrong_one in (
        record | {"campaign": "other"},
        [],
        record | {"sent": [{}]},
        record | {"sent": [kept | {"at": "?"}]},
    ):
        with pytest.raises(ValueError):
            recorded(json.dumps(wrong_one).encode(), "own")


def _published(at, **changes):
    """What calendars had of the event from a moment on."""
    campaign = small()
    line = Line(
        uid=f"event-{EVENT}@{campaign.campaign.id}",
        record=f"event/{EVENT}",
        at=at,
        sequence=1,
        state="planned",
        shows="x",
        title={"zh": "上门查马桶", "en": "Toilet checks at the door"},
        starts="2025-03-23T09:00:00",
        ends="2025-03-23T11:30:00",
        parts=("county/northbank",),
    )
    return replace(line, **changes)


def test_by_dates_what_calendars_had_at_that_hour_is_compared():
    """A later time that was published after the message went out makes it wrong; one published before doesn't."""
    campaign, _ = week(MESSAGES[0], {"id": "week", **COUNTY}, campaign=with_event(small(), EVENT, **LATER))
    before, after = datetime(2025, 3, 20, tzinfo=UTC), datetime(2025, 3, 22, tzinfo=UTC)
    then, now = _published(before), _published(after, starts="2025-03-23T10:00:00", ends="2025-03-23T12:00:00")

    found = wrong(campaign, by_dates(campaign, History((then, now)), NOW), NOW)
    known = wrong(campaign, by_dates(campaign, History((then, replace(now, at=before.replace(day=19)))), NOW), NOW)
    earlier = [*by_dates(campaign, History((then, now)), datetime(2025, 3, 21, 7))]

    assert {one.id for one, _ in found} == {TEXTS[0], "week"}
    assert all(what[0].names == ("when",) for _, what in some(found))
    assert known and earlier == []


def test_by_dates_the_day_of_a_change_counts_where_nothing_was_published():
    """Called off the day after the message; the same day is taken as told."""
    same_day = {**MESSAGES[0], "at": "2025-03-22 08:00"}
    for message, found in ((MESSAGES[0], 2), (same_day, 0)):
        campaign, _ = week(message, campaign=with_event(small(), EVENT, **CALLED_OFF))
        assert len(wrong(campaign, by_dates(campaign, History(), NOW), NOW)) == found
