"""The peer among event sites: pretalx, in an environment of its own, makes a static site of a campaign's events."""

import hashlib
import json
import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path
from zoneinfo import ZoneInfo

HERE = Path(__file__).parent
TOP = HERE.parents[1]
LOCK = TOP / "requirements-bench-peer.lock"
ENVIRONMENT = TOP / ".cache" / "bench" / "pretalx"
SLUG = "week"
LANGUAGES = {"zh": "zh-hans", "en": "en"}


def pretalx_site(folder, campaign, language):
    """pretalx's own `export_schedule_html` of the campaign's events in one language, in a new folder.

    Returns the site's folder and the pages by name, as paths below it: home, programme, and each event by its id.
    """
    python = _python()
    folder.mkdir(parents=True)
    conference = folder / "conference.json"
    conference.write_text(json.dumps(_conference(campaign, language), ensure_ascii=False), encoding="utf-8")
    for arguments in (
        ("-m", "pretalx", "migrate"),
        ("-m", "pretalx", "collectstatic", "--noinput"),
        (str(HERE / "pretalx_seed.py"), str(conference)),
        ("-m", "pretalx", "export_schedule_html", SLUG),
    ):
        _run(python, *arguments, folder=folder)
    site = folder / "data" / "htmlexport" / SLUG
    events = {event.id: f"{SLUG}/talk/{_code(number)}/" for number, event in enumerate(campaign.events)}
    return site, {"home": f"{SLUG}/", "programme": f"{SLUG}/schedule/", **events}


def _python():
    """The peer's own interpreter; installed from its lock, hashes required, whenever the lock has changed."""
    python = ENVIRONMENT / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    installed, lock = ENVIRONMENT / "installed", hashlib.sha256(LOCK.read_bytes()).hexdigest()
    if not (installed.exists() and installed.read_text() == lock):
        print("安装对照软件 installing pretalx into .cache/bench (once)", file=sys.stderr, flush=True)
        shutil.rmtree(ENVIRONMENT, ignore_errors=True)
        venv.create(ENVIRONMENT, with_pip=True)
        subprocess.run([python, "-m", "pip", "install", "--quiet", "--require-hashes", "-r", LOCK], check=True)
        installed.write_text(lock)
    return python


def _run(python, *arguments, folder):
    """One step, silent unless it fails; whatever pretalx keeps stays in the folder."""
    settings = {
        "PRETALX_DATA_DIR": str(folder / "data"),
        "PRETALX_FILESYSTEM_STATIC": str(folder / "static"),
        "PRETALX_SITE_URL": "http://127.0.0.1",
        "PRETALX_NO_INITIAL_LOG": "1",
    }
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PRETALX", "PYTHONPATH"))}
    done = subprocess.run([python, *arguments], env={**kept, **settings}, cwd=folder, capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"pretalx {arguments}: {done.stdout}{done.stderr}")


def _conference(campaign, language):
    """The campaign in pretalx's words: what `pretalx_seed.py` reads."""
    head = campaign.campaign
    return {
        "conference": {
            "slug": SLUG,
            "name": head.name[language],
            "text": head.summary[language],
            "organiser": head.organisers[0].name[language],
            "language": LANGUAGES[language],
            "first_day": str(head.week.starts),
            "last_day": str(head.week.ends),
            "time_zone": head.time_zone,
            "email": "office@example.org",
        },
        "rooms": sorted({event.venue[language] for event in campaign.events}),
        "tracks": {kind.name[language]: str(kind.tint) for kind in campaign.records("place_kind")},
        "sessions": [_session(campaign, language, number) for number in range(len(campaign.events))],
    }


def _session(campaign, language, number):
    """One outreach event: what pretalx has a field for goes there, the other facts into the abstract."""
    event = campaign.events[number]
    zone = ZoneInfo(campaign.campaign.time_zone)
    facts = (
        campaign.county_of[event.id].name[language],
        campaign.form(event.form).name[language],
        event.audience[language],
        *(campaign.priority(one).name[language] for one in event.priorities),
    )
    return {
        "code": _code(number),
        "title": event.title[language],
        "room": event.venue[language],
        "track": campaign.place_kind(event.place_kind).name[language],
        "starts": event.starts.replace(tzinfo=zone).isoformat(),
        "ends": event.ends.replace(tzinfo=zone).isoformat(),
        "abstract": "\n".join(f"- {fact}" for fact in facts),
        "description": event.summary[language],
    }


def _code(number):
    return f"E{number:05}"
