"""Refusals are a plan of work: counted by cause and county, the first of each shown, the whole in files to send on."""

import csv
import io
import re
import shutil
from dataclasses import replace

import pytest

from campaign import builder, cli
from campaign.core.problems import Message, Place, Problem, console
from campaign.paper.ledger import FILE, HEAD
from campaign.release import Obstacle, Todo, told_todo, unreadable, write_todo
from campaign.release.causes import DATA, FIT, LEDGER, SAMPLE
from looking import some
from projects import GOOD

NORTH, SOUTH = "campaign_data/outreach/north.yml", "campaign_data/outreach/south.yml"
COUNTIES = {"north": Message("北岸镇", "Northbank"), "south": Message("南岸镇", "Southbank")}


def _problem(path, line, zh="示例", fix=""):
    return Problem(Place(path, line, 1), Message(zh, "a sample"), "x: y", fix=fix)


def _plan(*obstacles, reminders=()):
    return Todo(
        obstacles=obstacles,
        reminders=reminders,
        counties=COUNTIES,
        county_of=lambda one: next((county for county in COUNTIES if county in one.place.path), ""),
    )


SAMPLES = [Obstacle(SAMPLE, _problem(path, line)) for path in (SOUTH, NORTH) for line in range(1, 6)]
TOO_LONG = Obstacle(FIT, _problem("campaign_data/theme.yml", 3, zh="=标题太长"))


def _told(plan, encoding="utf-8"):
    return "\n".join(told_todo(plan, console(encoding), output="release/"))


def test_steps_are_causes_in_the_order_of_work_with_counts():
    """Eleven things are two steps; each says how many there are, of which county, and what to do."""
    told = _told(_plan(TOO_LONG, *SAMPLES))

    assert told.startswith("离发布还差 2 步 / 2 steps to release\n")
    assert told.index("1. 示例要核实：10 处") < told.index("2. 海报、大屏放不下的文字：1 处")
    assert "   北岸镇 5, 南岸镇 5\n" in told
    assert told.count("怎么办 how: ") == 2
    assert "共 11 处，release/ 未改动。 11 things; release/ is unchanged." in told


def test_the_first_three_of_each_are_shown_and_the_rest_counted():
    """Whatever there is, a screen holds it."""
    told = _told(_plan(*SAMPLES))

    assert re.findall(r"campaign_data/\S+:\d+:1", told) == [f"{NORTH}:{line}:1" for line in (1, 2, 3)]
    assert "还有 7 处 · and 7 more" in told


def test_a_mistake_in_the_data_is_shown_with_its_line_as_it_should_be():
    """Where the data can't be read, that is the one step, and it can be mended from the screen."""
    plan = unreadable([_problem(NORTH, 2, fix="x: z")])

    assert [one.cause for one in plan.obstacles] == [DATA]
    assert "改为 fix:  x: z" in _told(plan)
    assert list(plan.by_county([plan.obstacles[0].problem])) == ["north"]


def test_what_is_mended_in_a_way_of_its_own_says_how(tmp_path):
    """A hint that isn't all of the cause's stands with its problem, on the console and in the files."""
    lost = replace(
        _problem("campaign_data/ledger.head", 0), hint=Message("从 release/ 里恢复", "take it from release/")
    )
    plan = _plan(Obstacle(LEDGER, lost), SAMPLES[0])
    write_todo(plan, tmp_path, title="节水周")

    assert _told(plan).count("提示 hint: 从 release/ 里恢复") == 1
    for name in ("release-todo.txt", "release-todo.csv"):
        assert (tmp_path / name).read_text("utf-8-sig").count("从 release/ 里恢复") == 1


def test_lines_to_put_in_stand_with_what_asks_for_them(tmp_path):
    """Where a hint says what to write below, the lines follow, on the console and in both files."""
    asked = replace(
        _problem("campaign_data/permalinks.yml", 0),
        hint=Message("写上下面几行", "add these lines"),
        add=("over:", "  - {kind: event, id: walk}"),
    )
    plan = _plan(Obstacle(LEDGER, asked))
    write_todo(plan, tmp_path, title="节水周")
    text = (tmp_path / "release-todo.txt").read_text("utf-8-sig")
    (_, row) = csv.reader(io.StringIO((tmp_path / "release-todo.csv").read_text("utf-8-sig")))

    assert "写上 add:\n      | over:\n      |   - {kind: event, id: walk}" in re.sub("(?m)^   ", "", _told(plan))
    assert "写上 add:\n        over:\n          - {kind: event, id: walk}\n" in text
    assert row[5] == "写上下面几行 · add these lines\nover:\n  - {kind: event, id: walk}"


def test_nothing_in_the_way_says_what_comes_next():
    """A reminder keeps nothing back and is told all the same."""
    told = _told(_plan(reminders=[_problem("campaign_data/campaign.yml", 27, zh="活动周已经过了")]))

    assert "活动周已经过了" in told
    assert told.endswith("没有什么挡着发布 · nothing stands in the way. 接下来 next: make release")
    assert list(told_todo(_plan(), console("utf-8"), output="release/", then="")) == [
        "",
        "没有什么挡着发布 · nothing stands in the way",
    ]


def test_a_console_without_chinese_is_told_in_english():
    """All of it, the counties' names too."""
    told = _told(_plan(TOO_LONG, *SAMPLES), "ascii")

    assert told.isascii()
    assert "2 steps to release" in told and "Northbank 5, Southbank 5" in told


def test_the_files_hold_all_county_by_county(tmp_path):
    """Text and table open in WPS and Notepad: UTF-8 with its mark, CRLF; nothing is taken for a formula."""
    write_todo(_plan(TOO_LONG, *SAMPLES), tmp_path, title="节水周")
    text, table = (tmp_path / "release-todo.txt").read_bytes(), (tmp_path / "release-todo.csv").read_bytes()

    for content in (text, table):
        assert content.startswith(b"\xef\xbb\xbf") and b"\r\n" in content and b"\n" not in content.replace(b"\r\n", b"")
    said = text.decode("utf-8-sig")
    assert said.count("□") == 11
    assert said.index("不分县（市）") < said.index("北岸镇 Northbank（5）") < said.index("南岸镇 Southbank（5）")
    rows = list(csv.reader(io.StringIO(table.decode("utf-8-sig"))))
    assert len(rows) == 12 and {len(row) for row in rows} == {7}
    assert not any(cell.startswith("=") for row in some(rows) for cell in row)


def test_the_files_go_where_nothing_is_in_the_way(tmp_path):
    """Nobody is sent a list of what was done long ago."""
    write_todo(_plan(TOO_LONG), tmp_path, title="节水周")
    write_todo(_plan(), tmp_path, title="节水周")

    assert list(tmp_path.iterdir()) == []


def test_a_file_that_another_program_holds_is_named(tmp_path):
    """WPS keeps what it has open from being replaced: that is said, and the other file is written."""
    (tmp_path / "release-todo.csv").mkdir()

    assert write_todo(_plan(TOO_LONG), tmp_path, title="节水周") == ["release-todo.csv"]
    assert (tmp_path / "release-todo.txt").is_file()


# --- the command


@pytest.fixture
def project(tmp_path, monkeypatch):
    """The small campaign, samples and all, where a command is run."""
    shutil.copytree(GOOD / "small", tmp_path / "campaign_data")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("CAMPAIGN_CACHE", str(tmp_path / "cache"))
    return tmp_path


def _made_ready(folder):
    """Confirm the facts of a campaign."""
    for path in folder.rglob("*.yml"):
        text = path.read_text("utf-8").replace(".example.org", ".tideford.cn").replace("87654321", "86213305")
        text = re.sub(r"(?m)^ *(?:\w+_)?sample: true *(?:#.*)?\n", "", text)
        path.write_text(re.sub(r",? *\bsample: true\b", "", text), encoding="utf-8")


@pytest.mark.parametrize("command", [["release", "--dry-run"], ["check", "--release"], ["release"]])
def test_a_refused_release_is_a_plan_of_work_and_makes_nothing(project, capsys, command):
    """Whichever way it is asked for: samples, a text too long and a lost ledger in one list; no ledger is written."""
    posters = project / "campaign_data" / "posters.yml"
    posters.write_text(
        posters.read_text("utf-8").replace("reading_distance_m: 2", "reading_distance_m: 40", 1), "utf-8"
    )
    (project / "campaign_data" / HEAD).unlink()
    before = (project / "campaign_data" / FILE).read_bytes()

    assert cli.main(command) == 1

    told = capsys.readouterr().err
    assert "离发布还差 4 步" in told, told
    assert [name for name in ("网站和印刷用的网址", "示例要核实", "放不下", "台账") if name not in told] == []
    assert len(told.splitlines()) < 60
    assert not (project / "release").exists()
    assert (project / "campaign_data" / FILE).read_bytes() == before
    assert "北岸" in (project / "release-todo.txt").read_text("utf-8-sig")


def test_a_dry_run_of_a_cleared_campaign_says_so_and_makes_nothing(project, capsys, monkeypatch):
    """It ends with 0 and the next command; neither site, nor ledger, nor list."""
    _made_ready(project / "campaign_data")
    ledger = project / "campaign_data" / FILE
    ledger.unlink()
    (project / "campaign_data" / HEAD).unlink()
    assert cli.main(["ledger", "--start"]) == 0
    before = ledger.read_bytes()

    assert cli.main(["release", "--dry-run"]) == 0

    said = capsys.readouterr()
    assert "接下来 next: make release" in said.out + said.err
    assert ledger.read_bytes() == before
    assert sorted(path.name for path in project.iterdir()) == ["cache", "campaign_data"]


def test_data_that_can_t_be_read_is_the_first_step(project, capsys):
    """What stands in it can't be looked at before it is mended."""
    theme = project / "campaign_data" / "theme.yml"
    theme.write_text(theme.read_text("utf-8").replace("name:", "nmae:", 1), "utf-8")

    assert cli.main(["check", "--release"]) == 1

    told = capsys.readouterr().err
    assert "离发布还差 1 步 / 1 step to release" in told
    assert "campaign_data/theme.yml:1:1" in told


def test_a_county_s_own_is_told_as_its_own(project):
    """By the file of its events, or by what a display says of itself; all else is of no county."""
    places = builder.first_job(project / "campaign_data", shown_as="campaign_data").places
    at = {}
    for name in ("outreach/southbank.yml", "screens.yml", "contacts.yml", "exhibition.yml"):
        lines = (project / "campaign_data" / name).read_text("utf-8").splitlines()
        line = next(number for number, text in enumerate(lines, 1) if "sample: true" in text)
        at[name] = places.county_at(Place(f"campaign_data/{name}", line, 1))

    assert at == {
        "outreach/southbank.yml": "southbank",
        "screens.yml": "northbank",
        "contacts.yml": "",
        "exhibition.yml": "",
    }
