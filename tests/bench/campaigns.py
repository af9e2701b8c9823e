"""A campaign of any size, and the same content as Markdown for bare Material."""

import datetime
import re
import shutil
from pathlib import Path

import yaml

from campaign.builder import first_job
from campaign.builder.artifacts import site_pages
from campaign.paper import ledger

TOP = Path(__file__).parents[2]
DATA = TOP / "campaign_data"
FORMS = ("visit", "gathering", "lecture", "forum")
PLACES = ("community", "enterprise", "school", "government", "internet", "market")
UNREAD = {"schema", "README.md", "outreach", "posters.yml", "screens.yml", ledger.FILE, ledger.HEAD}
"""Left out: posters and screens name events of the shipped programme, and its ledger is its own."""


def write_campaign(folder, events):
    """The shipped campaign with its outreach events replaced by `events` generated ones, spread over the counties."""
    folder.mkdir(parents=True)
    for path in DATA.iterdir():
        if path.name not in UNREAD and path.is_file():
            shutil.copy(path, folder)
    (folder / "outreach").mkdir()
    counties = [c["id"] for c in _read(folder / "counties.yml")["counties"]]
    priorities = [p["id"] for p in _read(folder / "priorities.yml")["priorities"]]
    made = [_event(n, priorities) for n in range(events)]
    for place, county in enumerate(counties):
        data = {"county": county, "events": made[place :: len(counties)]}
        text = yaml.dump(data, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=10_000)
        (folder / "outreach" / f"{county}.yml").write_text(text, encoding="utf-8")
    _without_pictures(folder / "campaign.yml")
    head = _read(folder / "campaign.yml")
    ledger.start(folder, site_address=head["site_address"], today=datetime.date(2024, 4, 1))


def _without_pictures(path):
    """No share cards and no programme pictures: the peer makes none (its social plugin calls another host)."""
    text = path.read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if not line.startswith(("share_cards:", "programme_pictures:"))]
    path.write_text("\n".join([*lines, "share_cards: none", "programme_pictures: none", ""]), encoding="utf-8")


def _read(path):
    return yaml.load(path.read_text(encoding="utf-8"), yaml.CBaseLoader)


def _event(number, priorities):
    start = datetime.datetime(2024, 4, 20, 8) + datetime.timedelta(days=number % 7, hours=number % 9)
    place = PLACES[number % len(PLACES)]
    return {
        "id": f"bench-{number:05}",
        "sample": "true",
        "title": {"zh": f"知识产权进现场活动第 {number} 场", "en": f"Intellectual property outreach, session {number}"},
        "place_kind": place,
        "form": FORMS[number % len(FORMS)],
        "priorities": [priorities[number % len(priorities)], priorities[(number + 1) % len(priorities)]],
        "starts": f"{start:%Y-%m-%d %H:%M}",
        "ends": f"{start + datetime.timedelta(hours=2):%Y-%m-%d %H:%M}",
        "venue": {"zh": f"示例地点 {number % 97}", "en": f"Sample venue {number % 97}"},
        "audience": {"zh": "附近居民、经营者和学生", "en": "Residents, traders and students nearby"},
        "summary": {
            "zh": "现场讲解**商标、专利和地理标志**的基本知识，解答怎样申请、怎样维权、怎样识别假冒标识。\n\n"
            "- 发放宣传资料\n- 案例讲解\n- 现场答疑",
            "en": "Trade marks, **patents and geographical indications** explained on the spot: how to apply, how to "
            "defend a right, how to tell a false mark.\n\n- leaflets\n- cases\n- questions and answers",
        },
        "contact": "plan-contact",
    }


def bare_projects(folder, data):
    """Bare Material projects with the same pages, by language: MkDocs builds one language at a time."""
    job = first_job(data, shown_as=data.name)
    for language in job.campaign.languages:
        made = site_pages(job.campaign, job.context, language)
        bodies = {page.path: (page.title, _paragraphs(page.body)) for page in made if page.source.kind != "event"}
        write_bare(folder / language, job.campaign, language, bodies)
    return {language: folder / language for language in job.campaign.languages}


def _paragraphs(body):
    """The words of a page as paragraphs, its block elements being the breaks."""
    text = re.sub(r"(?s)<(script|style|svg).*?</\1>", "", body)
    lines = re.sub(r"</(p|li|h\d|td|div|article|section|dd|dt)>", "\n\n", text)
    words = (re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", line)).strip() for line in lines.split("\n\n"))
    return [line for line in words if line]


def write_bare(folder, campaign, language, bodies):
    """A bare Material project with the same pages: events from the same facts, the rest from the same words.

    bodies: path -> (title, plain text paragraphs) of every page that isn't an event's.
    """
    docs = folder / "docs"
    for path, (title, paragraphs) in bodies.items():
        _write(docs / path / "index.md", f"# {title}\n\n" + "\n\n".join(paragraphs) + "\n")
    for event in campaign.events:
        _write(docs / "events" / event.id / "index.md", _event_page(campaign, event, language))
    (folder / "mkdocs.yml").write_text(
        f"site_name: {campaign.campaign.name[language]}\n"
        "site_url: https://ip.example.org/\n"
        "theme:\n  name: material\n  font: false\n"
        f"  language: {language}\n"
        "nav: [index.md, programme/index.md, counties/index.md]\n"
        "validation: {nav: {omitted_files: ignore}}\n",
        encoding="utf-8",
    )


def _event_page(campaign, event, language):
    facts = {
        "zh": ("时间", "地点", "县市", "场所", "形式", "面向", "宣传重点"),
        "en": ("When", "Where", "County", "Place", "Form", "For", "Priorities"),
    }[language]
    priorities = ", ".join(
        f"[{campaign.priority(p).name[language]}](../../priorities/{p}/index.md)" for p in event.priorities
    )
    county = campaign.county_of[event.id]
    values = (
        f"{event.starts:%Y-%m-%d %H:%M} - {event.ends:%H:%M}",
        event.venue[language],
        f"[{county.name[language]}](../../counties/{county.id}/index.md)",
        f"[{campaign.place_kind(event.place_kind).name[language]}](../../six-entries/{event.place_kind}/index.md)",
        campaign.form(event.form).name[language],
        event.audience[language],
        priorities,
    )
    rows = "\n".join(f"| {fact} | {value} |" for fact, value in zip(facts, values, strict=True))
    return f"# {event.title[language]}\n\n| | |\n|---|---|\n{rows}\n\n{event.summary[language]}\n"


def _write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
