"""What a thing is made from changes its key, whatever file it stands in; and nothing else does."""

import importlib
import os
import pickle
import pkgutil
import shutil
import subprocess
import sys
from dataclasses import is_dataclass, replace
from datetime import date, datetime
from functools import cache
from pathlib import Path

import pytest

from campaign import builder, channels, paper
from campaign.channels import Commission, messages
from campaign.channels.messages.parcels.listing import COLUMNS, Entry, Listing
from campaign.channels.screens import FRAMES
from campaign.core.context import BuildContext
from campaign.kinds import Surroundings
from campaign.kinds.message import MessagesFile
from campaign.paper.ledger import Ledger
from campaign.read import read_campaign
from campaign.workshop import fingerprint as room
from campaign.workshop.documents.values import Fonts
from campaign.workshop.films.making import FilmJob, Scene
from campaign.workshop.fingerprint import LIBRARY, print_of, sources
from campaign.workshop.making import Craft
from displays import STRIP, THEME, job, with_file
from projects import GOOD

TOLD = {"path", "name", "display", "look"}
"""What of a job is said in messages alone."""
ON_THE_WAY = {"core/deferred.py", "core/places.py", "core/problems.py"}
"""What the rooms on the way to a maker import themselves; no result depends on it."""
ELSEWHERE = """
import importlib, pickle, sys
from pathlib import Path
maker, folder = sys.argv[1:]
make = getattr(importlib.import_module(maker.rpartition(".")[0]), maker.rpartition(".")[2])
made = [make(job) for job in pickle.loads(Path(folder, "jobs").read_bytes())]
Path(folder, "made").write_bytes(pickle.dumps(made))
"""


@cache
def crafts():
    """Every craft of every channel, by the maker it names."""
    modules = pkgutil.walk_packages(channels.__path__, f"{channels.__name__}.")
    named = [vars(importlib.import_module(module.name)).values() for module in modules if not module.ispkg]
    found = {_maker(one): one for values in named for one in values if isinstance(one, Craft)}
    assert len(found) > 5, "the test looked in the wrong place"
    return found


def _maker(craft):
    return f"{craft.make.__module__}.{craft.make.__name__}"


ENCLOSED = {
    "campaign.channels.messages.articles.making.make_article": "article",
    "campaign.channels.messages.documents.announcement.make_script": "broadcast",
    "campaign.channels.messages.documents.release.make_release": "press_release",
}
"""Makers of documents that go with messages, and the sort that each makes."""
ENCLOSING = ("douyin", "moments", "wechat-article", "press-release", "broadcast")
MAKERS = [
    "campaign.channels.cards.making.make",
    *ENCLOSED,
    "campaign.channels.messages.enclosures.films.making.make",
    "campaign.channels.messages.enclosures.pictures.making.make",
    "campaign.channels.messages.parcels.making.make",
    "campaign.channels.permalinks.making.make",
    "campaign.channels.photos.making.make",
    "campaign.channels.posters.making.make",
    "campaign.channels.posters.measuring.measure",
    "campaign.workshop.films.making.make_film",
    "campaign.channels.screens.frames.make_frame",
    "campaign.channels.screens.measuring.measure_frame",
]


@cache
def planned():
    """Everything that the small campaign, with a photo, wants of the channels."""
    folder = GOOD / "small"
    campaign = read_campaign(GOOD / "small")
    context = BuildContext(today=date(2025, 3, 23), site_address=campaign.campaign.site_address)
    imprints = paper.book(campaign, context, Ledger()).imprints
    return builder.planned(
        Commission(campaign=campaign, context=context, imprints=imprints, folder=folder, now=datetime(2025, 3, 23, 12))
    )


def _one_of_each_template(jobs):
    return list({one.template: one for one in jobs}.values())


def _films():
    scenes = [
        Scene(name=frame.name, seconds=2, payload=frame.payload, png=FRAMES.make(frame)["png"])
        for frame in job(THEME, {"shows": "priorities", "record": "law-basics", "seconds": "2"}).frames
    ]
    return [FilmJob(path="wall/day.mp4", width_px=640, height_px=360, scenes=tuple(scenes))]


@cache
def _enclosed():
    """What goes with a film's message, one that is shown in squares, an article, and what is sent as a document."""
    sender = {"name": {"zh": "水务局", "en": "Bureau"}, "signature": {"zh": "水务", "en": "Water"}}
    about = {"at": "2025-03-22 09:00", "subject": "theme"}
    listed = [{"id": channel, "channel": channel, **about} for channel in ENCLOSING]
    data = {"opt_out": {"zh": "退订", "en": "Stop"}, "senders": [sender], "messages": listed}
    file = MessagesFile.model_validate(data, context=Surroundings())
    campaign = read_campaign(GOOD / "small")
    campaign = replace(campaign, more={**campaign.more, "messages": file})
    context = BuildContext(today=date(2025, 3, 23), site_address=campaign.campaign.site_address)
    imprints = paper.book(campaign, context, Ledger()).imprints
    found = messages.plan(Commission(campaign=campaign, context=context, imprints=imprints))
    return [
        (name, job)
        for one in found
        for name, job in one.enclosing
        if name in ("films", *ENCLOSED.values()) or one.id == "moments"
    ]


def _short(job):
    """A film's first scene, small."""
    ((name, data),) = job.data.items()
    small = {"width": 270, "height": 480, "free": {"top": 62, "bottom": 100, "left": 15, "right": 35}}
    first = {"seconds": 1, "picture": {**data["scenes"][0]["picture"], **small}}
    return replace(job, data={name: {**data, "scenes": [first]}})


def _listing():
    """A sender's list with one message."""
    entry = Entry(
        id="opening",
        language="en",
        day="2025-03-22",
        clock="09:00",
        channel="Weibo",
        subject="Theme",
        length="12",
        words="It begins.",
        file="2025-03-22/0900-weibo-opening.en.txt",
        summary="Weibo: Theme",
    )
    return Listing(
        campaign="small",
        language="en",
        name="A week",
        title="Messages",
        heads=tuple(name for name, _ in COLUMNS),
        sender="Bureau",
        day=date(2025, 3, 22),
        time_zone="Asia/Shanghai",
        address="",
        fonts=Fonts(title="A", body="B", first="C", second="D", latin="E", folio="F"),
        entries=(entry,),
    )


def _photos(folder):
    from PIL import Image

    from campaign.channels.photos import PhotoJob

    folder.mkdir(exist_ok=True)
    Image.linear_gradient("L").resize((1200, 900)).convert("RGB").save(folder / "a.jpg")
    return [PhotoJob(file=folder / "a.jpg", photos=())]


@pytest.fixture(scope="module")
def jobs(tmp_path_factory):
    """A few jobs for each maker, of every shape it knows."""
    frames = [*job(THEME).frames, *job(THEME, **{k: v for k, v in STRIP.items() if k != "playlist"}).frames]
    own = with_file(_picture(), shows="image").frames
    given = [
        _one_of_each_template(planned()["cards"]),
        *([job for name, job in _enclosed() if name == sort][:2] for sort in ENCLOSED.values()),
        [_short(job) for name, job in _enclosed() if name == "films"],
        [job for name, job in _enclosed() if name == "pictures" and job.message in ("douyin", "moments")],
        [_listing()],
        planned()["permalinks"][:2],
        _photos(tmp_path_factory.mktemp("photos")),
        _one_of_each_template(planned()["posters"]),
        _one_of_each_template(planned()["posters"]),
        _films(),
        [*frames, *own],
        frames,
    ]
    return dict(zip(MAKERS, given, strict=True))


def _picture():
    return next(iter(_films()[0].scenes)).png


@pytest.fixture(scope="module")
def copy(tmp_path_factory):
    """The library where a test may change it."""
    folder = tmp_path_factory.mktemp("library") / LIBRARY.name
    shutil.copytree(LIBRARY, folder, ignore=shutil.ignore_patterns("__pycache__"))
    return folder


def _templates(craft, jobs):
    return tuple(dict.fromkeys(template for one in jobs for template in craft.templates(one)))


def test_every_maker_is_tried():
    """A new craft can't be forgotten here."""
    assert set(crafts()) == set(MAKERS)


@pytest.mark.slow
@pytest.mark.parametrize("maker", MAKERS)
def test_a_change_in_any_file_it_is_made_of_changes_the_key_and_no_other_does(maker, jobs, copy):
    """Module by module, template by template; to change all the rest, the kinds of record too, changes nothing."""
    module, templates = maker.rpartition(".")[0], _templates(crafts()[maker], jobs[maker])
    files, _ = sources(module, templates, library=copy)
    before = print_of(module, templates, library=copy)

    assert len(files) > 4 and copy.joinpath(*module.split(".")[1:]).with_suffix(".py") in files
    for path in files:
        _changed(path, lambda: print_of(module, templates, library=copy) != before)
    others = [path for path in copy.rglob("*") if path.is_file() and path not in files]
    assert not any("kinds" in path.relative_to(copy).parts for path in files)
    assert any("kinds" in path.relative_to(copy).parts for path in others)
    _all_changed(others, lambda: print_of(module, templates, library=copy) == before)


def _changed(path, holds):
    _all_changed([path], holds)


def _all_changed(paths, holds):
    kept = {path: path.read_bytes() for path in paths}
    for path, content in kept.items():
        path.write_bytes(content + b"\n")
    try:
        assert holds(), paths
    finally:
        for path, content in kept.items():
            path.write_bytes(content)


@pytest.mark.slow
@pytest.mark.parametrize("maker", MAKERS)
def test_a_library_of_nothing_else_makes_the_same(maker, jobs, tmp_path):
    """With no other file of the library there, another process makes the same bytes: none is missing from the key."""
    module, templates = maker.rpartition(".")[0], _templates(crafts()[maker], jobs[maker])
    files, _ = sources(module, templates)
    names = {path.relative_to(LIBRARY).as_posix() for path in files} | ON_THE_WAY
    folders = {folder for name in names for folder in Path(name).parents}
    for name in names | {(folder / "__init__.py").as_posix() for folder in folders}:
        if (LIBRARY / name).exists():
            (tmp_path / LIBRARY.name / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(LIBRARY / name, tmp_path / LIBRARY.name / name)
    (tmp_path / "jobs").write_bytes(pickle.dumps(jobs[maker]))

    done = subprocess.run(
        [sys.executable, "-c", ELSEWHERE, maker, str(tmp_path)],
        env={**os.environ, "PYTHONPATH": str(tmp_path)},
        capture_output=True,
        text=True,
    )

    assert done.returncode == 0, done.stderr
    make = crafts()[maker].make
    assert pickle.loads((tmp_path / "made").read_bytes()) == [make(one) for one in jobs[maker]]


class Watched:
    """A job that knows what was asked of it."""

    def __init__(self, watched):
        self.watched, self.asked = watched, set()

    def __getattr__(self, name):
        found = getattr(type(self.watched), name, None)
        if isinstance(found, property):
            return found.fget(self)
        self.asked.add(name)
        return getattr(self.watched, name)


@pytest.mark.parametrize("maker", MAKERS)
def test_all_that_a_maker_asks_of_its_job_is_part_of_the_key(maker, jobs):
    """A field that makes a difference can't be left out, whichever channel adds one."""
    craft = crafts()[maker]
    for one in jobs[maker]:
        asked = _asked(craft.make, one)

        assert asked, "the test watched nothing"
        assert asked - TOLD <= _asked(craft.key, one)


def _asked(ask, one):
    watched = Watched(one) if is_dataclass(one) else tuple(map(Watched, one))
    ask(watched)
    return watched.asked if is_dataclass(one) else {name for part in watched for name in part.asked}


# --- how the files are found, in a library of a few lines


LINES = {
    "__init__.py": "",
    "making.py": "from lib.room import drawn\nfrom lib import colours\nif TYPE_CHECKING:\n    from lib.kind import K\n",
    "colours.py": "FILE = 'colours.toml'\ndef late():\n    from lib.later import one\n    import json, typst\n",
    "colours.toml": "",
    "later.py": "TEMPLATE = 'templates/sheet.typ'\n",
    "kind.py": "",
    "templates/sheet.typ": '#import "shared.typ": *\n#include "/templates/deep/foot.typ"\n',
    "templates/shared.typ": "",
    "templates/deep/foot.typ": "",
    "templates/other.typ": "",
    "room/__init__.py": "if TYPE_CHECKING:\n from lib.room.drawing import drawn\n from lib.room.reading import read\n",
    "room/drawing.py": "",
    "room/reading.py": "import zxingcpp\n",
}


@pytest.fixture
def lib(tmp_path):
    for name, text in LINES.items():
        path = tmp_path / "lib" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return tmp_path / "lib"


def _found(lib, *templates):
    files, packages = sources("lib.making", templates, library=lib)
    return {path.relative_to(lib).as_posix() for path in files}, packages


def test_imports_are_followed_wherever_they_stand(lib):
    """Within functions, through what a room hands on, to data files and templates and what these include."""
    files, packages = _found(lib)

    assert files == {
        *("making.py", "colours.py", "colours.toml", "later.py", "room/drawing.py"),
        *("templates/sheet.typ", "templates/shared.typ", "templates/deep/foot.typ"),
    }
    assert packages == ["typst"]


def test_a_template_that_only_the_job_names_counts(lib):
    """It is given with the job."""
    assert _found(lib, "templates/other.typ")[0] == _found(lib)[0] | {"templates/other.typ"}


def test_a_room_imported_as_such_counts_whole(lib):
    """Nobody can know which of its names are meant."""
    (lib / "making.py").write_text("from lib import room\n")

    files, packages = _found(lib)

    assert files == {"making.py", "room/__init__.py", "room/drawing.py", "room/reading.py"}
    assert packages == ["zxingcpp"]


def test_another_version_of_a_package_is_another_key(lib, monkeypatch):
    """What is imported from outside counts by its version."""
    before = print_of("lib.making", library=lib)

    monkeypatch.setattr(room, "version", lambda name: f"99 of {name}")

    assert print_of("lib.making", library=lib) != before
