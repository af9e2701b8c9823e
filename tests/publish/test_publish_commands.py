"""`campaign publish` and `campaign rollback` as they are typed: what is shown, asked, written down and refused."""

import json
import shutil

import pytest

from campaign.cli import main
from campaign.core.typed import typed
from campaign.paper import ledger
from campaign.read import read_campaign
from campaign.release import sources
from projects import GOOD, contents
from published import a_release

TARGETS = """targets:
  - name: 官网
    kind: folder
    folder: www
    keep: 2
  - name: 门户专栏
    kind: zip
"""


@pytest.fixture
def project(tmp_path, monkeypatch):
    """A campaign with two targets and a release of it, made by hand; commands run in its folder."""
    shutil.copytree(GOOD / "small", tmp_path / "campaign_data")
    with (tmp_path / "campaign_data/campaign.yml").open("a", encoding="utf-8") as stream:
        stream.write(TARGETS)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1742601600")
    release(tmp_path)
    return tmp_path


def release(project, **files):
    """As `campaign release` would leave it, of the data as it is now."""
    data = project / "campaign_data"
    head = read_campaign(data).campaign
    made = a_release(project / "release", ledger.load(data), sources=sources(data, None), **files)
    said = json.loads((made / "manifest.json").read_text("utf-8"))
    said |= {"campaign": head.id, "site_address": head.site_address}
    (made / "manifest.json").write_text(json.dumps(said), "utf-8")


def log(project):
    """The log's lines."""
    path = project / "campaign_data/publications.jsonl"
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()] if path.exists() else []


def test_a_site_is_published_and_rolled_back_by_name(project, capsys):
    """What changes is shown before; each act is a line of the log, which names nobody unasked."""
    assert main(["publish", "官网", "--yes"]) == 0
    release(project, more="new", **{"added/index.html": "<html lang=zh><title>新页</title>"})
    capsys.readouterr()
    assert main(["publish", "官网", "--yes", "--by", "办公室"]) == 0
    said = capsys.readouterr().out

    assert "现在 now 0001（2025-03-22 08:00） → 0002（2025-03-22 08:00）" in said
    assert "+ 新增 added: “新页” https://water.example.org/week-2025/added/" in said
    assert "已上线 live now: 0002（2025-03-22 08:00）（官网）" in said
    assert contents(project / "www/current") == contents(project / "release/site")

    assert main(["rollback", "官网", "--yes"]) == 0
    assert "added/index.html" not in contents(project / "www/current")
    acts = [(line["act"], line["release"][:4], line.get("former", "")[:4], line.get("by", "")) for line in log(project)]
    assert acts == [
        ("published", "0001", "", ""),
        ("published", "0002", "0001", "办公室"),
        ("rolled-back", "0001", "0002", ""),
    ]


def test_the_log_is_no_edit_of_the_data(project, capsys):
    """Publishing twice is no reason to release again; what is live already is read back and left alone."""
    assert main(["publish", "官网", "--yes"]) == 0
    assert main(["publish", "官网", "--yes"]) == 0

    assert "不用发布" in capsys.readouterr().out and len(log(project)) == 1


def test_a_dry_run_shows_and_a_missing_yes_stops(project, capsys, monkeypatch):
    """Nothing is live after either; on a terminal the answer counts."""
    assert main(["publish", "官网", "--dry-run"]) == 0
    assert "只看了看" in capsys.readouterr().out
    assert main(["publish", "官网"]) == 1
    assert "加 --yes" in capsys.readouterr().err
    monkeypatch.setattr("sys.stdin.isatty", lambda: True)
    monkeypatch.setattr("builtins.input", lambda _: "否")
    assert main(["publish", "官网"]) == 1
    assert not (project / "www/current").exists() and log(project) == []

    monkeypatch.setattr("builtins.input", lambda _: "是")
    assert main(["publish", "官网"]) == 0
    assert (project / "www/current").exists()


def test_an_edit_since_the_release_refuses_it_with_the_files_name(project, capsys):
    """The site must say what the data says now."""
    path = project / "campaign_data/contacts.yml"
    text = path.read_text("utf-8")
    path.write_text(f"{text}\n# a remark\n", "utf-8")
    assert main(["publish", "官网", "--dry-run"]) == 0
    path.write_text(text.replace("12345", "12346"), "utf-8")

    assert main(["publish", "官网", "--yes"]) == 1
    said = capsys.readouterr().err
    assert "发布（release）以后又改过：campaign_data/contacts.yml" in said and "公众看到的网站没有变" in said
    assert said.count("公众看到的网站") == 1 and "live site" not in said, "once, at the end"


def test_a_fault_in_the_data_ends_with_each_language_alone(project, capsys):
    """The live site has a name in either."""
    (project / "campaign_data/contacts.yml").write_text("x: [", "utf-8")

    assert main(["publish", "官网", "--yes"]) == 1
    last = capsys.readouterr().err.splitlines()[-1]
    assert "处问题，公众看到的网站 未改动。 " in last and last.endswith("; the live site is unchanged.")


def test_which_target_is_asked_for_by_its_name(project, capsys):
    """No name with two targets, and a name that isn't, are answered with those there are."""
    for arguments in (["publish", "--yes"], ["rollback", "官方", "--yes"]):
        assert main(arguments) == 1
        assert "官网、门户专栏" in capsys.readouterr().err
    assert main(["rollback", "官网", "--yes"]) == 1
    assert "还没有发布过" in capsys.readouterr().err


def test_what_is_live_and_in_no_line_is_noted(project):
    """A publish that was cut off before its line, or another computer's, isn't missing from the log for ever."""
    main(["publish", "官网", "--yes"])
    (project / "campaign_data/publications.jsonl").unlink()
    release(project, more="new")

    main(["publish", "官网", "--yes"])

    assert [(line["act"], line["release"][:4]) for line in log(project)] == [("found", "0001"), ("published", "0002")]


def test_a_portal_is_given_zips_and_a_note(project, capsys):
    """The packs stand in a folder of the target's name, and it is said what to do with them."""
    assert main(["publish", "门户专栏", "--yes"]) == 0

    said = capsys.readouterr().out
    assert "上传说明.txt" in said
    (made,) = (project / "dist/门户专栏").glob("0001-*/*.zip")
    assert made.name == "tideford-water-2025-column.zip"


def test_a_servers_recipe_that_is_out_of_date_is_told_of(project, capsys):
    """After `embed_on` changed the server must be told; not the first time, nor again, nor for a portal's packs."""
    for name in ("官网", "门户专栏"):
        assert main(["publish", name, "--yes"]) == 0
    release(project, more="new")
    assert main(["publish", "官网", "--yes"]) == 0
    assert "campaign deploy" not in capsys.readouterr().out
    with (project / "campaign_data/campaign.yml").open("a", encoding="utf-8") as stream:
        stream.write("embed_on: [https://portal.example.gov.cn]\n")
    release(project, more="newer")
    assert main(["publish", "门户专栏", "--yes"]) == 0
    assert "campaign deploy" not in capsys.readouterr().out

    assert main(["publish", "官网", "--yes"]) == 0
    assert f"运行 {typed('deploy')}，把 deploy/ 交给管理员" in capsys.readouterr().out
