"""What README and CONTRIBUTING promise is there: files of each recipe, make's targets, commands, the house as drawn."""

import re
import shutil
import tomllib
from pathlib import Path

import pytest

from campaign.cli import main
from campaign.kinds.status import Status
from campaign.read import read_campaign
from looking import some
from test_architecture import LEVELS

TOP = Path(__file__).parents[1]
PAPERS = ("README.md", "CONTRIBUTING.md")
RECIPES = (
    "A kind of record",
    "A channel",
    "A file that goes with a message",
    "A kind of poster",
    "A sheet",
    "A picture",
    "A language",
    "A reading rule",
    "A mistake",
    "A version",
)
LISTED = re.compile(r"^```files\n(.*?)^```", re.DOTALL | re.MULTILINE)
CODE = re.compile(r"^```\w*\n(.*?)^```|`([^`\n]+)`", re.DOTALL | re.MULTILINE)
PATH = re.compile(r"(?:[\w.<>*-]+/)+[\w.<>*-]*|[\w-]+\.(?:py|md|toml|yml|lock|json)")


def _text(paper):
    return (TOP / paper).read_text(encoding="utf-8")


def _code(paper):
    """Every piece of code in a paper: blocks and spans."""
    return some(block or span for block, span in CODE.findall(_text(paper)))


def _recipes():
    """Each recipe's text by its name."""
    parts = re.split(r"^### ", _text("CONTRIBUTING.md"), flags=re.MULTILINE)[1:]
    return {part.partition("\n")[0].split(" · ")[0]: part.split("\n## ")[0] for part in parts}


def _there(path):
    """Whether a path is there; `<id>` stands for any name."""
    return bool(list(TOP.glob(re.sub(r"<[\w-]+>", "*", path).rstrip("/"))))


def _missing(listed):
    """The paths of a recipe's list that aren't there; what follows two spaces says what the file is for."""
    rows = some(line.split("  ")[0].strip() for line in listed.splitlines() if line.strip())
    return [path for path in rows if not _there(path)]


@pytest.mark.parametrize("name", RECIPES)
def test_the_files_of_a_recipe_are_there(name):
    """Each recipe has its list; each path on it, `<id>` standing for any name, is there to look at."""
    listed = LISTED.findall(_recipes()[name])

    assert listed, f"the recipe {name} has no list of files"
    assert [path for one in listed for path in _missing(one)] == []


def test_there_are_these_recipes_and_no_others():
    """A new recipe is followed by a test too."""
    assert [name for name, text in _recipes().items() if LISTED.search(text)] == list(RECIPES)


def test_a_file_that_is_gone_is_missed():
    """The check itself: a path nobody has, with or without a placeholder, is told."""
    listed = "hooks/campaign/kinds/  the kinds\nhooks/campaign/<kind>/nobody.py  gone\nnowhere/\n"

    assert _missing(listed) == ["hooks/campaign/<kind>/nobody.py", "nowhere/"]


@pytest.mark.parametrize("paper", PAPERS)
def test_every_target_of_make_is_there(paper):
    """`make x` is a target of the Makefile."""
    targets = set(re.findall(r"^([\w-]+):", _text("Makefile"), re.MULTILINE))
    named = {name for code in _code(paper) for name in re.findall(r"\bmake ([a-z-]+)", code)}

    assert some(named)
    assert named - targets == set()


def test_every_command_is_there(capsys):
    """`campaign x` is a command, and tells how it is used."""
    code = "\n".join(code for paper in PAPERS for code in _code(paper))
    named = set(re.findall(r"^(?:\.venv/bin/)?campaign ([a-z-]+)", code, re.MULTILINE))

    for name in some(named):
        with pytest.raises(SystemExit) as done:
            main([name, "--help"])
        assert done.value.code == 0, name
    assert "usage" in capsys.readouterr().out


@pytest.mark.parametrize("paper", PAPERS)
def test_every_path_in_the_text_is_there(paper):
    """What stands in code and looks like a file of the project is one; what building makes need not be there."""
    made = ("site/", "release/", "dist/", ".venv", "htmlcov/", ".cache/", "q/")
    text = LISTED.sub("", _text(paper))
    spans = [span for _, span in CODE.findall(text) if span and " " not in span]
    named = {span for span in some(spans) if PATH.fullmatch(span) and not span.startswith(made)}

    assert [path for path in sorted(some(named)) if not _there(path)] == []


@pytest.mark.parametrize("paper", PAPERS)
def test_the_house_is_drawn_as_it_stands(paper):
    """The drawing names every room of the library and every channel."""
    library = TOP / "hooks" / "campaign"
    folders = [*library.iterdir(), *(library / "channels").iterdir()]
    rooms = some(one.name for one in folders if (one / "__init__.py").exists())
    drawing = next(block for block, _ in CODE.findall(_text(paper)) if "hooks/" in block and "tests/" in block)

    assert [name for name in rooms if not re.search(rf"\b{name}\b", drawing)] == []
    floors = [LEVELS[name] for name in re.findall(r"(\w+)/ ", drawing) if name in LEVELS]
    assert floors == sorted(floors), "a room stands above one that it may import"


def _guide(language):
    """The recipes of campaign_data/README.md in one language: the blocks of each by its name."""
    zh, _, en = _text("campaign_data/README.md").partition("\n---\n")
    parts = re.split(r"^### ", {"zh": zh, "en": en}[language], flags=re.MULTILINE)[1:]
    return {part.partition("\n")[0]: re.findall(r"^```yaml\n(.*?)^```", part, re.DOTALL | re.M) for part in parts}


CALLED_OFF = {
    "zh": ("取消、延期、改地点", "取消、延期以后又照常举行"),
    "en": ("Cancel, postpone or move an event", "It takes place after all"),
}


@pytest.mark.parametrize("language", CALLED_OFF)
def test_what_is_cancelled_and_back_by_the_guide_is_just_that(language, tmp_path):
    """Staff who do what the guide says, one recipe after the other, have an event cancelled and then reinstated."""
    folder = shutil.copytree(TOP / "campaign_data", tmp_path / "campaign_data")
    states = []
    for name in CALLED_OFF[language]:
        before, after = _guide(language)[name]
        (file,) = (path for path in some((folder / "outreach").glob("*.yml")) if before in path.read_text("utf-8"))
        text = file.read_text("utf-8")
        first = text[: text.index(before)].rpartition("- id: ")[2].partition("\n")[0]
        file.write_text(text.replace(before, after, 1), encoding="utf-8")
        states.append((first, read_campaign(folder).record("event", first).status))

    assert [state for _, state in states] == [Status.CANCELLED, Status.REINSTATED]
    assert len({name for name, _ in states}) == 1


ADDED = {
    "zh": ("增加一场活动", "改工作形式，改请大家做什么"),
    "en": ("Add an event", "Change the forms of work, and what they ask of people"),
}


@pytest.mark.parametrize("language", ADDED)
def test_what_is_added_by_the_guide_is_read_as_it_says(language, tmp_path):
    """An event that one registers for, and forms of work, one of which nobody is to come to."""
    folder = shutil.copytree(TOP / "campaign_data", tmp_path / "campaign_data")
    for name, file in zip(ADDED[language], ("outreach/yongjing.yml", "six_entries.yml"), strict=True):
        (block,) = _guide(language)[name]
        with (folder / file).open("a", encoding="utf-8") as end:
            end.write(block)
    campaign = read_campaign(folder)
    event = campaign.record("event", "yj-school-trade-marks")
    open_day, inspection = (campaign.form(one) for one in ("open-day", "inspection"))

    assert event.registration == "required" and event.register_how and event.getting_there and event.address
    assert (open_day.public, inspection.public) == (True, False)
    assert open_day.action and inspection.action == campaign.form("visit").action


def test_the_newest_version_is_the_project_s():
    """The newest version in the changelog has its day and is the one in pyproject.toml; what comes next is above it."""
    heads = re.findall(r"^## \[(.+?)\](?: - (\d{4}-\d\d-\d\d))?$", _text("CHANGELOG.md"), re.MULTILINE)
    version = tomllib.loads(_text("pyproject.toml"))["project"]["version"]

    assert heads[0] == ("Unreleased", "")
    assert heads[1][0] == version
    assert all(day for _, day in heads[1:])
