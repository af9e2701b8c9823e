"""From the command line to the print shop: a cleared campaign is released, proved, remembered, and reprinted."""

import json
import re
import shutil
import zipfile
from dataclasses import replace

import pypdfium2
import pytest
import zxingcpp

from campaign.paper import ledger
from campaign.publish import Present, RefusedError, ready
from campaign.read import read_campaign
from campaign.release import sources
from looking import some
from projects import GOOD, contents, make_cleared_project, make_project, run_command

pytestmark = pytest.mark.slow


def _symbols(path):
    """What every symbol of a PDF says, read from its pages at 150 dpi by the decoder alone."""
    with pypdfium2.PdfDocument(path) as document:
        for page in document:
            picture = page.render(scale=150 / 72).to_numpy()
            yield from (found.text for found in zxingcpp.read_barcodes(picture))


@pytest.fixture(scope="module")
def released(tmp_path_factory):
    """A project after its first release; tests copy it before they change anything."""
    project = make_cleared_project(tmp_path_factory.mktemp("cleared") / "project")
    done = run_command(project, "release")
    assert done.returncode == 0, done.stderr
    assert "提醒 reminder: 没有给印刷店的包" in done.stderr
    return project


def test_samples_are_refused_each_at_its_line_and_nothing_is_written(tmp_path):
    """The campaign as it ships can't be released: what is in the way is counted, and listed whole in a file; ledger and
    output stay as they were."""
    project = make_project(tmp_path / "sample", GOOD / "small")
    before = contents(project / "campaign_data")

    done = run_command(project, "release")

    assert done.returncode == 1
    listed = (project / "release-todo.txt").read_text("utf-8-sig")
    assert re.search(r"campaign_data/outreach/northbank\.yml:\d+:\d+\n +示例数据还没有核实", listed)
    assert "离发布还差 2 步 / 2 steps to release" in done.stderr
    assert "release/ 未改动" in done.stderr
    assert not (project / "release").exists()
    assert contents(project / "campaign_data") == before


def test_a_release_may_be_published_as_it_is(released):
    """The release says what it was made from, so that publishing knows it for whole and up to date; an edit since is
    refused."""
    data = released / "campaign_data"
    head, known = read_campaign(data).campaign, ledger.load(data)
    said = sources(data, released / "docs")
    now = Present(campaign=head.id, address=head.site_address, sources=said, ledger=known, moment="2025-03-20T09:00:00")

    made = ready(released / "release", now)

    assert known.printed and {f"q/{code}/index.html" for code in known.printed} <= set(made.files)
    with pytest.raises(RefusedError, match="以后又改过：docs/zh/extra.md"):
        ready(released / "release", replace(now, sources={**said, "docs/zh/extra.md": ""}))


def test_a_release_holds_the_site_the_packs_and_a_true_manifest(released):
    """Every file but the ledger's is in the manifest with its checksum, the office and each county has its ZIP with an
    order sheet; none is empty: here nothing is for a print shop."""
    import hashlib

    output = released / "release"
    manifest = json.loads((output / "manifest.json").read_text(encoding="utf-8"))
    listed = {entry["path"]: entry["sha256"] for entry in manifest["files"]}
    actual = {path: hashlib.sha256(content).hexdigest() for path, content in contents(output).items()}

    for kept in ("manifest.json", "ledger.jsonl", "ledger.head"):
        actual.pop(kept)
    assert listed == actual
    assert {"county-northbank.zip", "county-southbank.zip", "office.zip", "北岸.zip"} <= set(listed)
    assert not {"print-shop.zip", "印刷店.zip"} & set(listed)
    names = zipfile.ZipFile(output / "county-northbank.zip").namelist()
    assert any(name.endswith(".pdf") for name in names)
    assert {"00-order.xlsx", "00-order.pdf", "SHA256SUMS.txt"} <= set(names)


def test_what_is_printed_leads_to_a_page_of_the_released_site(released):
    """Each symbol in each released PDF, read back, is the address of a page that the site has."""
    site = released / "release" / "site"
    read = {payload for path in site.glob("posters/**/*.pdf") for payload in _symbols(path)}

    assert read
    for payload in read:
        assert payload.startswith("https://water.tideford.gov.cn/2025/q/")
        assert (site / payload.removeprefix("https://water.tideford.gov.cn/2025/") / "index.html").is_file()


def test_a_released_site_bears_no_sample_mark(released):
    """Nothing on the site says that it is a sample."""
    for path in some((released / "release" / "site").rglob("*.html")):
        assert "mark-sample" not in path.read_text(encoding="utf-8"), path


def test_released_packs_are_sound_and_bear_no_sample_mark(released):
    """Each display's pack lies in release/screens/, is as it was made, and may go on air."""
    from campaign.channels.screens import verify_pack

    pack = released / "release" / "screens" / "harbour-wall.zip"
    with zipfile.ZipFile(pack) as archive:
        readme, feed = (archive.read(name).decode("utf-8-sig") for name in ("README.txt", "feed.json"))

    assert verify_pack(pack) == []
    assert "示例" not in readme
    assert not any(item["_signage"]["sample"] for item in json.loads(feed)["items"])
    assert pack.read_bytes() == (released / "release" / "site" / "screens" / pack.name).read_bytes()


def test_nothing_changed_is_nothing_to_print_again(released, tmp_path):
    """Released a second time the ledger has no new line; a changed time is named with before and now."""
    project = shutil.copytree(released, tmp_path / "again")
    ledger = project / "campaign_data" / "ledger.jsonl"
    before = ledger.read_bytes()

    assert run_command(project, "release").returncode == 0
    assert ledger.read_bytes() == before

    path = project / "campaign_data" / "priorities.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("Find leaks", "Find every leak"), encoding="utf-8")
    said = run_command(project, "reprint").stdout
    assert "要重印 print again: 1" in said, said
    assert "Find leaks" in said
    assert "Find every leak" in said


def test_what_calendars_were_given_is_remembered(released, tmp_path):
    """A release begins the history with what its own site says; an edited line is refused by check and release."""
    project = shutil.copytree(released, tmp_path / "published")
    known = project / "campaign_data" / "published.jsonl"
    assert known.read_bytes() == (project / "release" / "site" / "calendar" / "published.jsonl").read_bytes()
    lines = some(known.read_text(encoding="utf-8").splitlines(keepends=True))
    lines[0] = lines[0].replace('"sequence": ', '"sequence": 9', 1)
    known.write_text("".join(lines), encoding="utf-8", newline="")

    for command in ("check", "release"):
        done = run_command(project, command)
        assert done.returncode == 1, command
        assert "campaign_data/published.jsonl:1" in done.stderr, done.stderr


def test_an_edited_ledger_stops_everything_and_says_how_to_restore_it(released, tmp_path):
    """One changed letter in a past line: check, build and release all refuse, naming the line."""
    project = shutil.copytree(released, tmp_path / "tampered")
    ledger = project / "campaign_data" / "ledger.jsonl"
    lines = ledger.read_text(encoding="utf-8").splitlines(keepends=True)
    lines[3] = lines[3].replace("/q/", "/Q/", 1)
    ledger.write_text("".join(lines), encoding="utf-8", newline="")

    for command in ("check", "release", "reprint", "ledger"):
        done = run_command(project, command)
        assert done.returncode == 1, command
        assert "campaign_data/ledger.jsonl:4" in done.stderr, done.stderr
        assert "提示 hint" in done.stderr
