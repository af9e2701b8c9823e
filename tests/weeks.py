"""Sound campaigns at other times: an event of several days, a week across months, one day, six weeks."""

from dataclasses import replace
from datetime import datetime, timedelta

from campaign.kinds import Campaign
from campaign.kinds.poster import PostersFile

A3 = {
    "id": "a3",
    "name": "A3",
    "width_mm": "297",
    "height_mm": "420",
    "reading_distance_m": "3",
    "scan_distance_m": "1",
}


def with_event(campaign, event_id, **changes):
    """The campaign with one event changed."""
    files = tuple(
        file.model_copy(
            update={"events": tuple(e.model_copy(update=changes) if e.id == event_id else e for e in file.events)}
        )
        for file in campaign.outreach
    )
    return replace(campaign, outreach=files)


def with_form(campaign, form_id, **changes):
    """The campaign with one form of work changed."""
    six = campaign.six_entries
    forms = tuple(one.model_copy(update=changes) if one.id == form_id else one for one in six.forms)
    return replace(campaign, six_entries=six.model_copy(update={"forms": forms}))


def with_posters(campaign, kinds, languages):
    """The campaign with a poster of each of these kinds on A3, in each of these languages alone."""
    sets = [{"id": kind, "name": kind, "poster": kind, "sheets": ["a3"], "languages": languages} for kind in kinds]
    return replace(campaign, posters=PostersFile.model_validate({"sheets": [A3], "posters": sets}))


def moved(campaign: Campaign, starts, days) -> Campaign:
    """The campaign from another first day on, for so many days; what would come after the last day stands on it."""
    week = campaign.campaign.week
    later, last = starts - week.starts, starts + timedelta(days=days - 1)

    def day(value):
        return min(value + later, last)

    def moment(value):
        return datetime.combine(day(value.date()), value.time())

    def each(records, **fields):
        return tuple(
            one.model_copy(update={name: move(getattr(one, name)) for name, move in fields.items()}) for one in records
        )

    def inside(record, name, **fields):
        return record.model_copy(update={name: each(getattr(record, name), **fields)})

    activities = [inside(one, "dates", starts=day, ends=day) for one in campaign.activities.activities]
    head = campaign.campaign.model_copy(update={"week": week.model_copy(update={"starts": starts, "ends": last})})
    return replace(
        campaign,
        campaign=head,
        outreach=tuple(inside(file, "events", starts=moment, ends=moment) for file in campaign.outreach),
        activities=campaign.activities.model_copy(update={"activities": tuple(activities)}),
        exhibition=inside(campaign.exhibition, "openings", day=day),
    )
