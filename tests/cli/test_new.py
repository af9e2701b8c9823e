"""`campaign new`: a folder from a plan, what was found of it, and what comes next."""

import pytest

from campaign.cli import main
from campaign.core.typed import typed
from campaign.read import read_campaign
from looking import some
from projects import HERE, TOP

PLANS = HERE / "plans"


@pytest.fixture
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_plan_becomes_a_folder_that_can_be_checked_at_once(here, capsys):
    """It says what was found, what wasn't and what to look at with its sentence; the command it names passes."""
    plan = str(PLANS / "several-candidates.txt")

    assert main(["new", "ours", "--plan", plan]) == 0
    said = capsys.readouterr().out

    assert "活动主题 · theme: 用好知识产权 服务一方百业" in said
    assert "没有找到的" in said and "  宣传重点 · priorities\n" in said
    assert "     13 | 4月10日至19日为准备阶段" in said.replace("       13", "     13")
    assert said.splitlines()[-1] == f"接下来 next: {typed('check --data ours')}"
    assert main(["check", "--data", "ours"]) == 0
    told = capsys.readouterr()
    assert "没有问题 no problems" in told.out and "ours/theme.yml" in told.err and "TODO" in told.err


def test_the_folder_is_whole(here):
    """Data, the plan's own text, schemas for editors and a ledger that has begun."""
    assert main(["new", "campaign_data", "--plan", str(TOP / "campaign_data" / "plan-original.txt")]) == 0

    names = {path.name for path in (here / "campaign_data").iterdir()}
    assert {"campaign.yml", "plan.yml", "plan-original.txt", "schema", "ledger.jsonl", "ledger.head"} <= names
    assert read_campaign(here / "campaign_data").plan.number == "临州市监发〔2024〕111号"


def test_every_todo_of_a_draft_is_named_by_check(here, capsys):
    """As many mentions as the files have texts that say TODO, each at its line."""
    assert main(["new", "ours", "--plan", str(PLANS / "no-sections.txt")]) == 0
    capsys.readouterr()
    written = {
        f"ours/{path.name}:{number}"
        for path in (here / "ours").glob("*.yml")
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if ": TODO" in line.partition("#")[0] or ": 进TODO" in line
    }

    assert main(["check", "--data", "ours"]) == 0
    told = capsys.readouterr().err.splitlines()

    for place in some(sorted(written)):
        assert any(f" {place}:" in line for line in told), place


def test_where_the_plan_gives_no_days_they_are_asked_for(here, capsys):
    """The folder is written; the two lines to fill in are named, and the command for after that."""
    assert main(["new", "ours", "--plan", str(PLANS / "no-theme.txt")]) == 0

    said = capsys.readouterr()
    assert "ours/campaign.yml:16:11: “week.starts”还没有填（TODO）" in said.err
    assert said.out.splitlines()[-1].endswith(typed("ledger --start --data ours"))
    path = here / "ours" / "campaign.yml"
    text = path.read_text(encoding="utf-8").replace("starts: TODO", "starts: 2025-06-01")
    path.write_text(text.replace("ends: TODO", "ends: 2025-06-30"), encoding="utf-8")
    assert main(["ledger", "--start", "--data", "ours"]) == main(["check", "--data", "ours"]) == 0


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["full", "--plan", "plan.txt"], "full: 这个文件夹里已经有东西了 · this folder isn't empty"),
        (["ours", "--plan", "none.docx"], "none.docx: 没有这个文件 · there is no such file"),
        (["ours", "--plan", "plan.doc"], "plan.doc: 方案要是 .docx、.pdf 或 .txt 文件 · a plan is a .docx"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_written(here, capsys, arguments, said):
    """A folder in use, a plan that isn't there, one that can't be read."""
    (here / "full").mkdir()
    (here / "full" / "campaign.yml").write_text("id: other", encoding="utf-8")
    (here / "plan.txt").write_text("方案", encoding="utf-8")
    (here / "plan.doc").write_bytes(b"\xd0\xcf\x11\xe0 old")

    assert main(["new", *arguments]) == 1

    assert said in capsys.readouterr().err
    assert not (here / "ours").exists() and [path.name for path in (here / "full").iterdir()] == ["campaign.yml"]
