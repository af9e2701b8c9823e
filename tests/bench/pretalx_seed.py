"""Run by pretalx's own Python: a conference made of a campaign's events, ready for `export_schedule_html`.

`python pretalx_seed.py conference.json`, with pretalx's settings in the environment. Prints nothing; the addresses are
those that the data asks for: `/<slug>/`, `/<slug>/schedule/`, `/<slug>/talk/<code>/`.
"""

import datetime
import json
import os
import sys
from pathlib import Path

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "pretalx.settings")
django.setup()

from django.db import transaction  # noqa: E402
from django_scopes import scope, scopes_disabled  # noqa: E402
from pretalx.event.models import Event, Organiser  # noqa: E402
from pretalx.schedule.models import Room  # noqa: E402
from pretalx.submission.models import Submission, Track  # noqa: E402


@transaction.atomic
def seed(wanted):
    """One public conference: venues are rooms, place kinds tracks, outreach events confirmed sessions."""
    head = wanted["conference"]
    with scopes_disabled():
        organiser = Organiser.objects.create(name=head["organiser"], slug="office")
        event = Event.objects.create(
            name=head["name"],
            slug=head["slug"],
            organiser=organiser,
            is_public=True,
            date_from=datetime.date.fromisoformat(head["first_day"]),
            date_to=datetime.date.fromisoformat(head["last_day"]),
            timezone=head["time_zone"],
            email=head["email"],
            locale=head["language"],
            locale_array=head["language"],
            landing_page_text=head["text"],
        )
    with scope(event=event):
        event.build_initial_data()
        rooms = {name: Room.objects.create(event=event, name=name) for name in wanted["rooms"]}
        tracks = {name: Track.objects.create(event=event, name=name, color=c) for name, c in wanted["tracks"].items()}
        for session in wanted["sessions"]:
            _add(event, session, room=rooms[session["room"]], track=tracks[session["track"]])
        event.wip_schedule.freeze("1.0", notify_speakers=False)


def _add(event, session, *, room, track):
    """One session, confirmed and in its slot."""
    submission = Submission.objects.create(
        event=event,
        code=session["code"],
        title=session["title"],
        submission_type=event.cfp.default_type,
        track=track,
        abstract=session["abstract"],
        description=session["description"],
        content_locale=event.locale,
    )
    submission.accept(force=True)
    submission.confirm(force=True)
    slot = submission.slots.get()
    slot.start, slot.end = (datetime.datetime.fromisoformat(session[end]) for end in ("starts", "ends"))
    slot.room = room
    slot.save()


if __name__ == "__main__":
    seed(json.loads(Path(sys.argv[1]).read_text(encoding="utf-8")))
