"""Releases: what is refused, what is made, what is written down, and what is to be printed again."""

import csv
import hashlib
import io
import json
import pickle
import re
import shutil
import subprocess
import zipfile
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest
import yaml
from PIL import Image

from campaign import cli, history, paper, release
from campaign.builder import artifacts
from campaign.channels import Commission, feeds, permalinks, posters
from campaign.core.archive import EPOCH
from campaign.core.artifact import Source
from campaign.core.context import BuildContext
from campaign.core.language import Localized
from campaign.core.problems import CampaignDataError
from campaign.kinds import urls
from campaign.paper import ledger as ledger_room
from campaign.paper import marking
from campaign.paper.ledger import FILE, HEAD, Ledger, faults
from campaign.read import read_folder, ticks
from campaign.release.gate.hosts import host_fault
from campaign.release.gate.languages import untranslated
from campaign.workshop.stage import Stage
from looking import some

GOOD = Path(__file__).parents[1] / "good" / "small"
SHIPPED = Path(__file__).parents[2] / "campaign_data"
TODAY = date(2025, 3, 1)
EVENT = "outreach/northbank.yml"
_STREAM = io.BytesIO()
Image.new("RGB", (30, 42), "teal").save(_STREAM, "PNG")
PREVIEW = _STREAM.getvalue()
SAMPLE = re.compile(r"(?<!_)\bsample: true\b")


@dataclass(frozen=True)
class Sheet:
    """A print as the posters plan it, as far as a release looks at it."""

    path: str
    sources: tuple
    finish: str = "office"
    county: str = ""
    ink: str = "full"
    language: str = "zh"
    form: str = "poster"
    title: str = "Title"
    serial: str = "k7p4m-A3-0"
    pages: int = 1
    paper: str = "a3"
    finished: str = "a3"
    copies: int = 1
    county_copies: int = 0

    @property
    def made_by(self):
        return "shop" if self.finish == "press" else "office"


def plan(commission):
    """A few sheets: the theme for all, each event for its county, a card with two booths, some for the print shop."""
    campaign = commission.campaign
    for finish in ("office", "press"):
        yield Sheet(f"posters/theme/theme.a3.{finish}.zh", (Source(kind="theme"),), finish)
    for event in campaign.events:
        county = campaign.county_of[event.id].id
        path = f"posters/event/{event.id}.a3.office.zh"
        yield Sheet(path, (Source(kind="event", id=event.id),), county=county)
    cards = tuple(Source(kind="booth", id=booth.id) for booth in campaign.booths[:2])
    yield Sheet("posters/booth/cards.a4.office.zh", cards)


def build_site(edition, target):
    """A site with the pages of printed addresses and, for each sheet, a file that depends on what the sheet says."""
    for made in permalinks.pages(edition.campaign, edition.context, edition.book):
        write(target / made.path, made.content)
    for sheet in edition.sheets:
        keys = [(source.kind, source.id) for source in sheet.sources]
        said = [(edition.book.imprints[key], edition.book.facts[key]) for key in keys]
        write(target / f"{sheet.path}.pdf", repr((sheet, said)).encode())
        write(target / f"{sheet.path}.png", PREVIEW)
    (target.parent / ".site.staging").mkdir()


def write(path, content):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


@pytest.fixture
def data(tmp_path):
    """The small campaign with every fact confirmed, an address of its own, and a ledger begun."""
    return confirmed(tmp_path / "campaign_data")


def confirmed(folder):
    shutil.copytree(GOOD, folder, ignore=shutil.ignore_patterns("ledger.*"))
    for path in folder.rglob("*.yml"):
        text = path.read_text("utf-8").replace(".example.org", ".tideford.cn")
        text = re.sub(r"(?m)^ *(?:\w+_)?sample: true *(?:#.*)?\n", "", text).replace("87654321", "86213305")
        path.write_text(re.sub(r",? *\bsample: true\b", "", text), encoding="utf-8")
    ledger_room.start(folder, site_address="https://water.tideford.cn/week-2025/", today=TODAY)
    return folder


def context_of(reading, today=TODAY):
    return BuildContext(today=today, site_address=reading.campaign.campaign.site_address, release=True)


def prepared(folder, plan=plan, **more):
    reading = read_folder(folder, shown_as="campaign_data")
    context = context_of(reading)
    return release.prepare(
        reading, context, folder, plan=planner(reading, context, plan), shown_as="campaign_data", **more
    )


def planner(reading, context, plan=plan):
    """What plans all channels, where there are posters alone."""
    given = {"context": context, "places": reading.places}
    return lambda imprints: {"posters": tuple(plan(Commission(campaign=reading.campaign, imprints=imprints, **given)))}


def refused(folder):
    reading = read_folder(folder, shown_as="campaign_data")
    return [one.problem for one in release.refusals(reading, context_of(reading))]


def edit(folder, name, before, after):
    text = (folder / name).read_text("utf-8")
    assert before in text
    (folder / name).write_text(text.replace(before, after, 1), encoding="utf-8")


def contents(folder):
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


# --- what is refused


@pytest.mark.parametrize("folder", [GOOD, SHIPPED], ids=["small", "shipped"])
def test_every_sample_is_told_at_its_line(folder):
    """Wherever `sample: true` stands in the files there is a refusal at that file, line and column; nowhere else.

    The site's address is told once, at the address that is to be replaced.
    """
    there = {
        (path.relative_to(folder).as_posix(), number, found.end() - 3)
        for path in folder.rglob("*.yml")
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        for found in SAMPLE.finditer(line.partition(" #")[0])
        if not line.lstrip().startswith("#")
    }

    told = {p.place for p in refused(folder) if p.what.en.startswith("sample data")}

    assert {(place.path.removeprefix("campaign_data/"), place.line, place.column) for place in told} == there
    assert len(there) > 5


def test_a_confirmed_campaign_is_not_refused(data):
    """With its samples confirmed and an address of its own nothing stands against a release."""
    assert refused(data) == []
    assert len(prepared(data).sheets) > 5


@pytest.mark.parametrize(
    "address, fault",
    [
        ("https://ip.example.org/", "placeholder"),
        ("https://example.com/", "placeholder"),
        ("https://www.test/", "placeholder"),
        ("https://intranet/", "placeholder"),
        ("https://oa.linxia.local/", "placeholder"),
        ("https://your-domain.gov.cn/", "placeholder"),
        ("http://www.linxia.gov.cn/", "http"),
        ("ftp://www.linxia.gov.cn/", "http"),
        ("https://10.0.0.8/", "private"),
        ("https://192.168.1.2:8080/", "private"),
        ("https://127.0.0.1/", "private"),
        ("https://localhost.localdomain/", "placeholder"),
        ("https://127.1/", "nameless"),
        ("https://0x7f.1/", "nameless"),
        ("https://127.0.0.0x1/", "nameless"),
        ("https://2130706433/", "nameless"),
        ("https://0x7F000001:8443/", "nameless"),
        ("https://www.0x/", "nameless"),
        ("https://[fe80::1/", "nameless"),
        ("https://12315.gov.cn/", ""),
        ("https://x.0x.cn/", ""),
        ("https://[fe80::1]/", "private"),
        ("https://www.linxia.gov.cn/ip/", ""),
        ("https://examples.gov.cn/", ""),
        ("https://contest.gov.cn/", ""),
    ],
)
def test_addresses_nobody_can_open(address, fault):
    """Reserved names, private networks and anything but https are refused; real ones pass."""
    assert host_fault(address) == fault


@pytest.mark.parametrize(
    "texts, wanting",
    [
        ({"zh": "讲座", "en": "Talk"}, []),
        ({"zh": "讲座", "en": "讲座"}, ["en"]),
        ({"zh": "讲座", "en": "培训讲座"}, ["en"]),
        ({"zh": "讲座", "en": "Talk at Hezheng (和政)"}, []),
        ({"zh": "知识产权 IP Week Linxia Gathering", "en": "知识产权 IP Week Linxia Gathering"}, ["en"]),
        ({"zh": "12315", "en": "12315"}, []),
        ({"zh": "WIPO", "en": "WIPO"}, []),
        ({"zh": "A talk on patents for everyone", "en": "A talk on patents for everyone"}, ["zh"]),
        ({"zh-Hant": "講座", "ja": "講座"}, []),
    ],
)
def test_untranslated_text(texts, wanting):
    """By its characters: Han where other letters are due, or a Latin sentence where Han is."""
    assert untranslated(Localized(texts)) == wanting


@pytest.mark.parametrize(
    "name, before, after, line, what",
    [
        (EVENT, "en: Toilet checks at the door", "en: 到家检查马桶", "      en: 到家检查马桶", "isn't translated"),
        (EVENT, "en: Toilet checks at the door", "en: TODO", "      en: TODO", "not finished"),
        ("campaign.yml", "water.tideford.cn/", "10.0.0.8/", "site_address: https://10.0.0.8/week-2025/", "private"),
    ],
)
def test_a_refusal_points_at_the_line(data, name, before, after, line, what):
    """Text and addresses are told where they stand, with the line as it is."""
    edit(data, name, before, after)

    problem = next(problem for problem in refused(data) if what in problem.what.en)

    assert problem.place.path == f"campaign_data/{name}"
    assert problem.source == line
    assert (data / name).read_text("utf-8").splitlines()[problem.place.line - 1] == line


def test_everything_is_told_at_once(data):
    """A sample, a spoilt ledger and a sheet that can't be planned come in one list."""
    edit(data, EVENT, "  - id: north-home-check\n", "  - id: north-home-check\n    sample: true\n")
    edit(data, "posters.yml", "scan_distance_m: 1}", "scan_distance_m: 9}")
    (data / HEAD).unlink()

    with pytest.raises(CampaignDataError) as error:
        prepared(data, posters.plan)

    assert {problem.place.path for problem in error.value.problems} == {
        f"campaign_data/{EVENT}",
        f"campaign_data/{HEAD}",
        "campaign_data/posters.yml",
    }


def test_what_the_posters_refuse_is_told_with_the_rest(data):
    """Problems found while planning sheets stand beside the others."""
    edit(data, EVENT, "  - id: north-home-check\n", "  - id: north-home-check\n    sample: true\n")
    reading = read_folder(data)
    problem = reading.places.problem(faults.LOCKED, "posters")

    def no_plan(*_):
        raise CampaignDataError([problem])

    with pytest.raises(CampaignDataError) as error:
        release.prepare(reading, context_of(reading), data, plan=no_plan)

    assert problem in error.value.problems and len(error.value.problems) == 2


def test_an_edition_knows_where_everything_stands(data):
    """What is found wrong while sheets are made is told at its line too, also by another process."""
    places = pickle.loads(pickle.dumps(prepared(data).places))

    problem = places.of_record(faults.LOCKED, "event", "north-home-check")

    assert problem.place.path == f"campaign_data/{EVENT}" and problem.place.line > 1


# --- what is made


def test_a_release_makes_packs_manifest_and_ledger(data, tmp_path):
    """One ZIP a county with its own sheets and the common ones, one for the print shop, all listed with SHA-256."""
    output = tmp_path / "release"

    done = release.release(prepared(data), data, output, build_site=build_site)

    counties = [county.id for county in prepared(data).campaign.counties.counties]
    assert {path.name for path in output.iterdir()} == {
        "site", "manifest.json", FILE, HEAD, "print-shop.zip", "office.zip", "tideford-water-2025-site.zip",
        *(f"county-{one}.zip" for one in counties), "印刷店.zip", "主办单位自印.zip", "北岸.zip", "南岸.zip",
        "reprint.zip", "重印.zip", "printed.csv", "sbom.cdx.json",
    }  # fmt: skip
    with zipfile.ZipFile(output / "county-northbank.zip") as archive:
        names = archive.namelist()
        assert archive.testzip() is None
        sums = dict(line.split("  ")[::-1] for line in archive.read("SHA256SUMS.txt").decode().splitlines())
        assert sums == {n: hashlib.sha256(archive.read(n)).hexdigest() for n in names[:-2]}
    assert {name.partition("-")[2] for name in names} >= {
        "a3/001-north-home-check.a3.office.zh.pdf", "spare/003-theme.a3.office.zh.pdf", "order.pdf",
    }  # fmt: skip
    assert not [name for name in names if "south" in name or "press" in name or name.endswith(".png")]
    with zipfile.ZipFile(output / "print-shop.zip") as archive:
        assert archive.namelist() == [
            "00-order.pdf", "00-order.xlsx", "01-a3-press/001-theme.a3.press.zh.pdf", "SHA256SUMS.txt", "README.txt",
        ]  # fmt: skip
    listed = {row["path"]: row for row in json.loads((output / "manifest.json").read_text("utf-8"))["files"]}
    files = {name: content for name, content in contents(output).items() if name not in ("manifest.json", FILE, HEAD)}
    assert {n: (row["bytes"], row["sha256"]) for n, row in listed.items()} == {
        n: (len(content), hashlib.sha256(content).hexdigest()) for n, content in files.items()
    }
    assert ledger_room.load(data).entries == done.ledger.entries
    assert done.packs["print-shop.zip"] == 1
    assert (data / FILE).read_bytes() == (output / FILE).read_bytes()
    assert (data / HEAD).read_bytes() == (output / HEAD).read_bytes() == (output / "site/q" / HEAD).read_bytes()


def test_the_ledger_says_what_was_printed(data, tmp_path):
    """Each record: its code, payload, day, the serial on the paper, and the SHA-256 of every file that carries it."""
    release.release(prepared(data), data, tmp_path / "release", build_site=build_site)

    printed = ledger_room.load(data).by_record["event", "north-home-check"].last
    path = "posters/event/north-home-check.a3.office.zh.pdf"
    assert printed.payload == f"https://water.tideford.cn/week-2025/q/{printed.code}/"
    assert printed.day == TODAY
    assert printed.files == {path: hashlib.sha256((tmp_path / "release/site" / path).read_bytes()).hexdigest()}
    assert f"edition={printed.edition}" in (tmp_path / "release/site" / path).read_text("utf-8")
    booths = [ledger_room.load(data).by_record["booth", b.id].last for b in prepared(data).campaign.booths[:2]]
    assert all(list(booth.files) == ["posters/booth/cards.a4.office.zh.pdf"] for booth in booths)


def test_the_same_data_gives_the_same_bytes(tmp_path):
    """Two releases of the same data in different folders agree in every byte, ZIPs and ledger included."""
    made = []
    for name in ("one", "two"):
        folder = confirmed(tmp_path / name / "campaign_data")
        release.release(prepared(folder), folder, tmp_path / name / "release", build_site=build_site)
        made.append(contents(tmp_path / name / "release"))

    assert made[0] == made[1]


def test_a_second_release_of_the_same_data_writes_nothing_new(data, tmp_path):
    """Same words, same files: no new entry, no new serial, the same release; only what was new isn't any more."""
    release.release(prepared(data), data, tmp_path / "release", build_site=build_site)
    first, ledger = contents(tmp_path / "release"), (data / FILE).read_bytes()

    release.release(prepared(data), data, tmp_path / "release", build_site=build_site)

    assert (data / FILE).read_bytes() == ledger
    second = contents(tmp_path / "release")
    changed = {name for name in first.keys() | second.keys() if first.get(name) != second.get(name)}
    assert changed == {"reprint.zip", "重印.zip", "printed.csv", "manifest.json"}
    release.release(prepared(data), data, tmp_path / "release", build_site=build_site)
    assert contents(tmp_path / "release") == second


def broken_build(edition, target):
    build_site(edition, target)
    raise OSError(28, "No space left on device")


def forgetful_build(edition, target):
    build_site(edition, target)
    (target / f"{edition.sheets[0].path}.pdf").unlink()


@pytest.mark.parametrize("build", [broken_build, forgetful_build])
def test_a_failed_release_changes_nothing(data, tmp_path, build):
    """The disk is full, a planned sheet is missing: ledger and last release stand, nothing half is left."""
    output = tmp_path / "release"
    release.release(prepared(data), data, output, build_site=build_site)
    put_off(data)
    before, ledger = contents(output), contents(data)

    with pytest.raises(OSError):
        release.release(prepared(data), data, output, build_site=build)

    assert (contents(output), contents(data)) == (before, ledger)
    assert [path.name for path in (tmp_path / ".release.staging").iterdir()] == ["lock"]


def test_what_a_release_gives_to_calendars_is_remembered(data, tmp_path):
    """The history in the campaign's folder is the released site's own copy; released again as it is, no line more."""
    for _ in range(2):
        release.release(prepared(data), data, tmp_path / "release", build_site=with_feeds)
        copy = tmp_path / "release" / "site" / urls.PUBLISHED
        assert (data / history.FILE).read_bytes() == copy.read_bytes()
        assert len(history.load(data).lines) == len(history.load(data).last) > len(read_folder(data).campaign.events)


def test_a_release_stands_where_its_history_can_t_be_written(data, tmp_path, monkeypatch):
    """All is replaced and the ledger is written by then: nothing may say that release/ is unchanged."""

    def full(*_, **__):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(history.store, "write_whole", full)
    done = release.release(prepared(data), data, tmp_path / "release", build_site=with_feeds)

    assert done.forgotten and done.forgotten.errno == 28
    assert (data / FILE).read_bytes() == (tmp_path / "release" / FILE).read_bytes()
    assert not (data / history.FILE).exists()


def test_a_history_that_can_t_be_written_is_told_after_the_release(data, tmp_path, monkeypatch, capsys):
    """`campaign release` ends well, and says what stands and what to do."""
    done = release.Released(tmp_path, Ledger(), {}, OSError(13, "Permission denied"))
    edition = prepared(data)
    monkeypatch.setattr(release, "prepare", lambda *_, **__: edition)
    monkeypatch.setattr(release, "release", lambda *_, **__: done)

    assert cli.main(["release", "--data", str(data)]) == 0

    said = capsys.readouterr()
    assert str(history.UNWRITTEN) in said.err and "Permission denied" in said.err
    assert "未改动" not in said.err and "released" in said.out


def test_an_edited_history_is_refused_with_all_else(data):
    """A line that isn't as it was written keeps a release from being made, beside whatever else does."""
    (data / history.FILE).write_text("{}\n", encoding="utf-8")
    edit(data, "campaign.yml", "https://water.tideford.cn/", "https://water.example.org/")

    with pytest.raises(CampaignDataError) as refused:
        prepared(data)

    told = {problem.place.path for problem in refused.value.problems}
    assert {f"campaign_data/{history.FILE}", "campaign_data/campaign.yml"} <= told


def with_feeds(edition, target):
    build_site(edition, target)
    now = datetime(2025, 3, 1, 9)
    for made in feeds.render(edition.campaign, edition.context, history=edition.history, now=now):
        write(target / made.path, made.content)


@pytest.mark.parametrize("step", ["campaign.release.order.hand_out", "campaign.release.run.manifest"])
def test_a_release_killed_while_packing_changes_nothing(data, tmp_path, monkeypatch, step):
    """Killed in the middle of its work."""
    before = contents(data)

    def killed(*_, **__):
        raise KeyboardInterrupt

    monkeypatch.setattr(step, killed)
    with pytest.raises(KeyboardInterrupt):
        release.release(prepared(data), data, tmp_path / "release", build_site=build_site)

    assert contents(data) == before
    assert not (tmp_path / "release").exists()


def test_a_release_killed_after_the_ledger_was_written_is_finished_by_the_next(data, tmp_path, monkeypatch):
    """The ledger knows more than was handed out, which is safe; the next release gives the same serials."""
    with monkeypatch.context() as patch:
        patch.setattr(Stage, "swap", lambda *_: (_ for _ in ()).throw(KeyboardInterrupt()))
        with pytest.raises(KeyboardInterrupt):
            release.release(prepared(data), data, tmp_path / "release", build_site=build_site)
    written = (data / FILE).read_bytes()
    assert not (tmp_path / "release").exists()

    release.release(prepared(data), data, tmp_path / "release", build_site=build_site)

    assert (data / FILE).read_bytes() == written == (tmp_path / "release" / FILE).read_bytes()


def test_a_release_of_an_office_that_signs_is_signed(data, tmp_path, monkeypatch):
    """Without the key nothing begins and it is said why; with it the signature covers prints and packs, in the ledger
    and in the release's copy, and releasing the same again adds nothing."""
    key = tmp_path / "key"
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(key)], check=True, capture_output=True)
    public = key.with_suffix(".pub").read_text("utf-8").strip()
    head = data / "campaign.yml"
    head.write_text(f"{head.read_text('utf-8').rstrip()}\nledger:\n  signers: [{public}]\n", encoding="utf-8")
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("SSH_AUTH_SOCK", raising=False)
    with pytest.raises(CampaignDataError, match="CAMPAIGN_SIGNING_KEY"):
        prepared(data)

    monkeypatch.setenv("CAMPAIGN_SIGNING_KEY", str(key))
    for _ in range(2):
        done = release.release(prepared(data), data, tmp_path / "release", build_site=build_site)

    assert [type(one) for one in done.ledger.entries].count(ledger_room.Signed) == 1
    assert isinstance(done.ledger.entries[-1], ledger_room.Signed)
    assert (tmp_path / "release" / FILE).read_bytes() == (data / FILE).read_bytes()


def test_an_older_ledger_put_back_is_refused(data, tmp_path):
    """Ledger and head both set back: the last release and the published site saw more."""
    old = contents(data)
    output = tmp_path / "release"
    release.release(prepared(data), data, output, build_site=build_site)
    for name in (FILE, HEAD):
        (data / name).write_bytes(old[name])

    with pytest.raises(CampaignDataError) as error:
        prepared(data, witnesses=ledger_room.on_disk(output, tmp_path / "site"))

    assert {Path(problem.place.path).name for problem in error.value.problems} == {HEAD}
    assert "another ledger, or an old one" in str(error.value)


def test_zip_entries_carry_nothing_of_the_machine(data, tmp_path):
    """Fixed dates, fixed rights, stored as they are, sorted names; in ASCII where the ZIP's own name is."""
    release.release(prepared(data), data, tmp_path / "release", build_site=build_site)

    packs = [path for path in (tmp_path / "release").glob("*.zip") if not path.name.endswith("-site.zip")]
    chinese = set()
    for path in some(packs):
        with zipfile.ZipFile(path) as archive:
            rows = archive.infolist()
        assert {(r.date_time, r.create_system, r.external_attr >> 16, r.compress_type) for r in rows} == {
            (EPOCH, 3, 0o644, zipfile.ZIP_STORED)
        }
        names = [r.filename for r in rows]
        files = names[: names.index("SHA256SUMS.txt")]
        assert files == sorted(files)
        if not all(name.isascii() for name in names):
            chinese.add(path.name)
    # Where nothing is to be printed again there is nothing to name in Chinese.
    assert chinese == {path.name for path in packs if not path.name.isascii()} - {"重印.zip"}


# --- what is to be printed again


@pytest.fixture
def released(data, tmp_path):
    release.release(prepared(data), data, tmp_path / "release", build_site=build_site)
    return data


def compared(folder, sheets=plan):
    reading = read_folder(folder)
    context, known = context_of(reading), ledger_room.load(folder)
    book = paper.book(reading.campaign, context, known)
    return release.reprint(book, planner(reading, context, sheets)(book.imprints)["posters"]), known


def test_nothing_changed_nothing_to_print(released):
    """Straight after a release every sheet may hang where it hangs."""
    found, ledger = compared(released)

    assert found and not any(one.again or one.over or one.new_sheets for one in found)
    assert f"need not be printed again: {len(found)}" in "\n".join(release.told(found, ledger))


def test_a_changed_hour_is_named_with_before_and_now(released):
    """The event's own sheet is to be printed again, for this field; what doesn't say it isn't."""
    edit(released, EVENT, "2025-03-23 09:00", "2025-03-23 09:30")

    found, ledger = compared(released)

    again = {one.source: one.changes for one in found if one.again}
    assert again == {
        Source(kind="event", id="north-home-check"): (
            release.Change("starts", "2025-03-23 09:00:00", "2025-03-23 09:30:00"),
        )
    }
    said = "\n".join(release.told(found, ledger))
    assert "      时间: 09:00–11:30 → 09:30–11:30\n      When: 09:00–11:30 → 09:30–11:30\n" in said


def test_a_change_that_no_sheet_says_needs_no_printing(released):
    """The contact's hours, coordinates, a picture: not on paper."""
    edit(released, EVENT, "lat: 30.2741", "lat: 30.2742")

    assert not any(one.again for one in compared(released)[0])


def test_a_removed_record_is_to_be_taken_down(released):
    """What is over is listed as such, with its code and name."""
    text = (released / EVENT).read_text("utf-8")
    (released / EVENT).write_text(text[: text.index("  - id: north-school-class")], encoding="utf-8")

    found, ledger = compared(released)

    assert [one.source.id for one in found if one.over] == ["north-school-class"]
    assert re.search(r"take down: 1\n  \w{5} event north-school-class ", "\n".join(release.told(found, ledger)))


def test_a_new_size_is_told_apart_from_a_change(released):
    """A sheet that wasn't there before is new; the others of the record need no printing."""

    def wider(commission):
        yield from plan(commission)
        yield Sheet("posters/theme/theme.a1.press.zh", (Source(kind="theme"),), "press")

    found, _ = compared(released, wider)

    assert {one.source: one.new_sheets for one in found if one.new_sheets} == {
        Source(kind="theme"): ("posters/theme/theme.a1.press.zh.pdf",)
    }
    assert not any(one.again for one in found)


def in_two_sizes(commission):
    """The plan with a second size of the theme and of an event."""
    yield from plan(commission)
    yield Sheet("posters/theme/theme.a1.office.zh", (Source(kind="theme"),))
    yield Sheet("posters/event/north-home-check.a1.office.zh", (HOME_CHECK,), county="northbank")


def without_home_check(commission):
    return (sheet for sheet in plan(commission) if HOME_CHECK not in sheet.sources)


HOME_CHECK = Source(kind="event", id="north-home-check")


def test_sheets_that_are_planned_no_more_still_hang_there(data, tmp_path):
    """Dropped from posters.yml and released again, a sheet isn't forgotten: the ledger says no less than before, and
    a later change lists every file that was ever printed."""
    release.release(prepared(data, in_two_sizes), data, tmp_path / "release", build_site=build_site)
    before = (data / FILE).read_bytes()
    release.release(prepared(data, without_home_check), data, tmp_path / "release", build_site=build_site)
    assert (data / FILE).read_bytes() == before, "nothing new was printed"
    edit(data, EVENT, "2025-03-23 09:00", "2025-03-23 09:30")

    found, ledger = compared(data, without_home_check)

    hung = {f"posters/event/north-home-check.{a}.office.zh.pdf" for a in ("a1", "a3")}
    told = next(one for one in found if one.source == HOME_CHECK)
    assert not told.again and {copy.path for copy in told.former_sheets} == set(told.printed.files) == hung
    assert re.search(r"office\.zh\.pdf \(No\. \d+\)\n      时间: ", "\n".join(release.told(found, ledger)))


def test_a_new_look_of_some_sheets_keeps_the_others(data, tmp_path):
    """One file looks different, the other isn't made any more: the entry of the new look doesn't hide the other."""

    def restyled(edition, target):
        build_site(edition, target)
        write(target / "posters/event/north-home-check.a3.office.zh.pdf", b"another look")

    release.release(prepared(data, in_two_sizes), data, tmp_path / "release", build_site=build_site)
    release.release(prepared(data), data, tmp_path / "release", build_site=restyled)

    assert list(ledger_room.load(data).entries[-1].files) == ["posters/event/north-home-check.a3.office.zh.pdf"]
    found, _ = compared(data)
    assert {len(one.printed.files) for one in found if one.source == HOME_CHECK} == {2}
    assert not any(one.again or one.former_sheets or one.new_sheets for one in found)


def test_a_new_look_has_a_number_of_its_own(data, tmp_path):
    """What is drawn anew with the words it had is another edition, and the ledger says that it is the look; nothing
    must be printed again, and what hangs stays right. The sheet bears the number that the ledger gives it; a third
    release of the same writes nothing."""

    def restyled(edition, target):
        build_site(edition, target)
        write(target / A3, b"another look, No. %d" % edition.book.imprints["event", "north-home-check"].edition)

    release.release(prepared(data), data, tmp_path / "release", build_site=build_site)
    before = ledger_room.load(data)
    note(data, "hung", A3)
    release.release(prepared(data), data, tmp_path / "release", build_site=restyled)
    after = ledger_room.load(data)
    release.release(prepared(data), data, tmp_path / "release", build_site=restyled)

    code = next(code for code, one in before.printed.items() if one.id == "north-home-check")
    former, now = before.printed[code].last, after.printed[code].last
    assert (former.why, now.why) == ("", "look") and now.edition == after.entries.index(now) > former.edition
    assert (now.facts, now.payload) == (former.facts, former.payload)
    others = [one for one in some(before.printed) if one != code]
    assert all(after.printed[one].last == before.printed[one].last for one in some(others))
    assert (tmp_path / "release" / "site" / A3).read_bytes() == b"another look, No. %d" % now.edition
    assert ledger_room.load(data).entries == after.entries

    found, ledger = compared(data)
    assert not any(one.again or one.former_sheets for one in found)
    said = "\n".join(release.told(found, ledger))
    hangs = rf"stays valid: 1\n.*No\. {now.edition}.*\n    {A3} \(No\. {former.edition}\)"
    assert re.search(f"new look available, what hangs {hangs}", said)

    note(data, "hung", A3)
    assert "new look" not in "\n".join(release.told(*compared(data)))


def test_a_sheet_shared_with_what_changed_is_no_new_look(data, tmp_path):
    """Of two booths on one card the one whose words changed has a new number, the other keeps its own."""
    release.release(prepared(data), data, tmp_path / "release", build_site=build_site)
    first, second = (f"{booth.id}" for booth in read_folder(data).campaign.booths[:2])
    before = {one.id: one.last for one in ledger_room.load(data).printed.values()}
    text = (data / "exhibition.yml").read_text("utf-8")
    at = text.index("ask:", text.index(f"id: {first}"))
    start = text.index("zh: ", at) + 4
    (data / "exhibition.yml").write_text(text[:start] + "先" + text[start:], encoding="utf-8")
    release.release(prepared(data), data, tmp_path / "release", build_site=build_site)

    after = {one.id: one.last for one in ledger_room.load(data).printed.values()}
    assert after[first].edition > before[first].edition and after[first].why == ""
    assert after[second].edition == before[second].edition and after[second].why == ""
    assert after[second].files != before[second].files


STAND = "posters/theme/theme.roll-up.office.zh"


def with_a_stand(commission):
    """The plan with a roll-up of the theme."""
    yield from plan(commission)
    yield Sheet(STAND, (Source(kind="theme"),))


def test_a_new_hotline_is_printed_on_the_stands_that_give_it(data, tmp_path):
    """Released with a number on its roll-up, the theme is wrong there once the number is another, and nowhere else; a
    ledger from before sheets gave one says nothing of it, and its sheets stay as they are."""
    edit(data, "posters.yml", "posters:\n", ROLL_UP)
    edit(data, "contacts.yml", "phone: 12345", "phone: 12345\n    answers: [report]")
    release.release(prepared(data, with_a_stand), data, tmp_path / "release", build_site=build_site)
    released = ledger_room.load(data)
    theme = next(one for one in released.printed.values() if one.kind == "theme")
    assert theme.last.facts["hotline.roll-up.phone"] == "12345"
    edit(data, "contacts.yml", "phone: 12345", "phone: 12329")

    found, ledger = compared(data, with_a_stand)
    assert {path for one in found for path in one.again_sheets} == {f"{STAND}.pdf"}
    said = "\n".join(release.told(found, ledger))
    assert "12345 → 12329" in said and "hotline roll-up phone: 12345 → 12329" in said

    silent = {path: text for path, text in theme.last.facts.items() if not path.startswith("hotline.")}
    before = replace(theme, last=replace(theme.last, facts=silent))
    versions = dict.fromkeys(theme.prints, (before.last,))
    reading = read_folder(data)
    book = paper.book(reading.campaign, context_of(reading), released)
    book = replace(book, printed={**book.printed, theme.key: replace(before, prints=versions)})
    assert not book.changed(theme.key)
    assert not any(one.again for one in release.reprint(book))


ROLL_UP = """  - {id: roll-up, name: {zh: 易拉宝, en: Roll-up}, width_mm: 800, height_mm: 2000, reading_distance_m: 6,
     scan_distance_m: 1.5, safe: {bottom_mm: 200}, symbol_height_mm: 1000}
posters:
  - {id: stand, name: {zh: 易拉宝, en: Roll-up}, poster: theme, sheets: [roll-up]}
"""


def put_off(folder, starts="2025-03-23 09:30", change="晚半小时"):
    """The visit begins later, and the office says so."""
    said = f"status: changed\n    change: {{zh: {change}, en: Half an hour later}}"
    edit(folder, EVENT, "starts: 2025-03-23 09:00", f"starts: {starts}\n    {said}")


def note(folder, state, *paths, by=""):
    """What an office notes of sheets, of all of them where none is named."""
    known = ledger_room.load(folder)
    words = [marking.Word(path=path, state=state, by=by) for path in paths or marking.last_made(known)]
    ledger_room.append(folder, known, marking.marks(known, words, TODAY))


A3 = "posters/event/north-home-check.a3.office.zh.pdf"
OUTREACH = "posters/event/south-village-drip.a3.office.zh.pdf"


def test_a_sheet_left_at_an_earlier_version_is_to_be_taken_down(data, tmp_path):
    """Hung with the old hour and not made anew with the new one: it is told until it is noted as taken down."""
    dropped = "posters/event/north-home-check.a1.office.zh.pdf"
    release.release(prepared(data, in_two_sizes), data, tmp_path / "release", build_site=build_site)
    note(data, "hung")
    put_off(data)
    release.release(prepared(data), data, tmp_path / "release", build_site=build_site)

    found, ledger = compared(data)

    former = {one.source: [copy.path for copy in one.former_sheets] for one in found if one.former_sheets}
    assert former[HOME_CHECK] == [dropped]
    assert re.search(rf"    {dropped} \(No\. \d+\)", "\n".join(release.told(found, ledger)))
    assert [one.again_sheets for one in found if one.again] == [(A3,)]

    note(data, "taken-down", dropped)
    assert not any(dropped in [copy.path for copy in one.former_sheets] for one in compared(data)[0])


def again(folder):
    return {path for one in compared(folder)[0] for path in one.again_sheets}


def test_what_must_be_printed_again_stays_until_it_is_noted(released, tmp_path):
    """Made anew by a second release and a third, and printed by nobody: it is still on the list, and in its ZIP. An
    office that notes nothing loses nothing from it; once the new version is noted as ordered, it is done."""
    put_off(released)
    for _ in range(2):
        release.release(prepared(released), released, tmp_path / "release", build_site=build_site)
        assert again(released) == {A3}
        assert in_reprint(tmp_path)[0] == ["01-a3/001-north-home-check.a3.office.zh.pdf"]

    note(released, "ordered", A3)
    assert again(released) == set()


def in_reprint(folder):
    """The sheets in the ZIP of a release, and what its list says."""
    with zipfile.ZipFile(folder / "release" / "reprint.zip") as archive:
        names = archive.namelist()
        said = archive.read("README.txt").decode("utf-8-sig").replace("\r\n", "\n")
        assert archive.read("printed.csv") == (folder / "release" / "printed.csv").read_bytes()
    return [name for name in names if name.endswith(".pdf") and not name.startswith("00-order")], said


def test_what_was_made_and_never_ordered_is_not_printed_again(released):
    """Where the office notes what it orders, a sheet that it didn't order is still to be printed, not again."""
    note(released, "ordered", OUTREACH)
    put_off(released)

    found, ledger = compared(released)

    assert not any(one.again for one in found)
    waiting = {path for one in found for path in one.waiting_sheets}
    assert A3 in waiting and OUTREACH not in waiting
    assert f"not noted as ordered: {len(waiting)}" in "\n".join(release.told(found, ledger))


def test_a_version_is_replaced_in_the_hands_that_have_it(released, tmp_path):
    """One county hung the new version, another still has the old: that is to be printed again, and only there."""
    for county in ("north", "south"):
        note(released, "hung", A3, by=county)
    put_off(released)
    release.release(prepared(released), released, tmp_path / "release", build_site=build_site)

    note(released, "hung", A3, by="north")
    found = next(one for one in compared(released)[0] if one.source == HOME_CHECK)
    assert found.again_sheets == (A3,) and [copy.by for copy in found.former_sheets] == ["north"]

    note(released, "hung", A3, by="south")
    found = next(one for one in compared(released)[0] if one.source == HOME_CHECK)
    assert not found.again and {copy.by for copy in found.former_sheets} == {"north", "south"}


def test_the_list_counts_the_old_versions_that_the_ticks_name(released, tmp_path):
    """What is wrong on a wall is to be taken down, also where it is printed again; what is true stays as it is."""
    for county in ("north", "south"):
        note(released, "hung", A3, by=county)
    put_off(released)
    release.release(prepared(released), released, tmp_path / "release", build_site=build_site)

    _, said = in_reprint(tmp_path)
    rows = (tmp_path / "release" / "printed.csv").read_text("utf-8-sig").splitlines()[1:]

    old = [row for row in rows if row.lstrip('"').startswith("旧版，请取下")]
    assert len(old) == 2 and all(A3 in row for row in old)
    assert f"earlier versions, take down: {len(old)}\n" in said


def test_a_print_shop_gets_what_it_prints_again_and_no_news(released, tmp_path):
    """Its ZIP has its own prints and how to print them; the office's has its own, how to print first, then the news."""
    path = released / "theme.yml"
    path.write_text(path.read_text("utf-8").replace("也要用在", "都要用在"), encoding="utf-8")
    release.release(prepared(released), released, tmp_path / "release", build_site=build_site)

    sheets, said = in_reprint(tmp_path)
    with zipfile.ZipFile(tmp_path / "release" / "reprint-print-shop.zip") as archive:
        shop = archive.namelist()
        note = archive.read("README.txt").decode("utf-8-sig")
    assert [name for name in shop if "press" in name] and not [name for name in sheets if "press" in name]
    assert "printed.csv" not in shop and "print again:" not in note and "CMYK" in note
    assert "CMYK" not in said and "reprint-print-shop.zip" in said
    assert said.index("reprint-print-shop.zip") < said.index("print again:")


def test_new_records_are_told_as_new_until_one_is_ordered(released, tmp_path):
    """An event added after the office began to note: its sheets are in the ZIP of each release until they are noted."""
    note(released, "ordered")
    text = (released / EVENT).read_text("utf-8")
    more = (
        text[text.index("  - id: north-home-check") :]
        .replace("north-home-check", "north-second")
        .split("  - id: north-s")
    )
    added = (
        text
        + "  - id: north-s"
        + more[1].replace("上门查马桶", "再查一次").replace("Toilet checks at the door", "Second checks")
    )
    (released / EVENT).write_text(added.rstrip() + "\n", encoding="utf-8")
    for _ in range(2):
        release.release(prepared(released), released, tmp_path / "release", build_site=build_site)
        sheets, said = in_reprint(tmp_path)
        assert sheets == ["01-a3/001-north-second.a3.office.zh.pdf"]
        assert "新增，待印 new, to be printed: 1\n" in said

    note(released, "ordered", "posters/event/north-second.a3.office.zh.pdf")
    release.release(prepared(released), released, tmp_path / "release", build_site=build_site)
    assert in_reprint(tmp_path)[0] == []


def test_the_first_release_has_nothing_to_print_again(released, tmp_path):
    """Its ZIP says so, and every sheet stands in the list to tick as new."""
    assert in_reprint(tmp_path)[0] == [] and "第一次发布" in in_reprint(tmp_path)[1]
    rows = (tmp_path / "release" / "printed.csv").read_text("utf-8-sig").splitlines()
    assert len(rows) > 5 and all(row.startswith("新增，待印") for row in rows[1:])


@pytest.mark.parametrize("spelling", ["utf-8-sig", "gb18030", "xlsx"])
def test_a_ticked_list_is_read_back(released, tmp_path, spelling, capsys):
    """As WPS saves it: each tick is noted with its edition and its day, once however often the list is read."""
    with (tmp_path / "release" / "printed.csv").open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.reader(stream))
    at = next(n for n, row in enumerate(rows) if A3 in row)
    rows[at][6:9] = ["√", "3月2日", ""]
    target = saved(tmp_path / "ticked", rows, spelling)

    for _ in range(2):
        assert cli.main(["printed", str(target), "--data", str(released)]) == 0

    noted = [e for e in ledger_room.load(released).entries if isinstance(e, ledger_room.Mark)]
    edition = ledger_room.load(released).by_record["event", "north-home-check"].last.edition
    assert [(e.state, e.path, e.edition) for e in noted] == [("ordered", A3, edition), ("hung", A3, edition)]
    assert (noted[1].day.month, noted[1].day.day) == (3, 2)
    assert "都登记过了" in capsys.readouterr().out


def test_a_ledger_restored_from_the_release_keeps_what_was_noted_after_it(released, tmp_path, monkeypatch):
    """Ticked, built, spoilt and restored as the message says: the ticks are there, and the built site agrees."""
    monkeypatch.chdir(tmp_path)
    listed = json.loads((tmp_path / "release" / "manifest.json").read_text("utf-8"))["ledger"]

    assert cli.main(["printed", A3, "--hung", "--data", str(released)]) == 0
    noted = ledger_room.load(released)
    write(tmp_path / "site" / "q" / HEAD, str(noted.head).encode())
    (released / FILE).write_text("spoilt", encoding="utf-8")
    for name in (FILE, HEAD):
        shutil.copyfile(tmp_path / "release" / name, released / name)

    restored = ledger_room.load(released)
    assert restored == noted and isinstance(restored.entries[-1], ledger_room.Mark)
    assert ledger_room.denied(restored, ledger_room.on_disk(tmp_path / "release", tmp_path / "site")) == []
    assert restored.sealed.holds(ledger_room.Head(listed["serial"], listed["chain"]))


def test_a_release_that_cannot_be_written_to_loses_no_tick(released, tmp_path, monkeypatch, capsys):
    """It is noted, and said that the copy wasn't brought up to date; another campaign's release is left alone."""
    monkeypatch.chdir(tmp_path)
    held = tmp_path / "release" / f".{FILE}.new"
    held.mkdir()

    assert cli.main(["printed", A3, "--hung", "--data", str(released)]) == 0
    assert "release/ 里的台账没有更新" in capsys.readouterr().err
    held.rmdir()
    assert cli.main(["printed", A3, "--hung", "--data", str(released)]) == 0
    assert ledger_room.load(tmp_path / "release") == ledger_room.load(released)

    other = ledger_room.start(tmp_path, site_address="https://another.example.net/", today=TODAY)
    before = contents(tmp_path / "release")
    ledger_room.keep_copy(other, tmp_path / "release")
    assert contents(tmp_path / "release") == before


def saved(path, rows, spelling):
    if spelling == "xlsx":
        book = openpyxl.Workbook()
        for row in rows:
            book.active.append(row)
        book.save(path.with_suffix(".xlsx"))
        return path.with_suffix(".xlsx")
    text = "".join(",".join(row) + "\r\n" for row in rows)
    path.with_suffix(".csv").write_bytes(text.encode(spelling))
    return path.with_suffix(".csv")


def test_every_mistake_in_a_list_is_told_at_its_cell(released, tmp_path, capsys):
    """A word that is no tick, an edition that was never made, a file nobody made: all at once, and nothing is noted."""
    head = [f"{zh} {en}" for zh, en in ticks.COLUMNS.values()]
    rows = [head, ["", "", "", A3, "", "", "马上", "", ""], ["", "", "", A3, "999", "", "√", "", ""]]
    rows += [["", "", "", "posters/x.pdf", "", "", "", "", "是"]]
    first = saved(tmp_path / "one", rows[:2], "xlsx")
    target = saved(tmp_path / "two", [head, *rows[2:]], "utf-8-sig")
    before = (released / FILE).read_bytes()

    assert cli.main(["printed", str(first), str(target), "nothing", "--data", str(released)]) == 1

    said = capsys.readouterr().err
    for told in (
        "one.xlsx:2:7: 看不懂“马上”（单元格 G2）",
        "two.csv:2:7: ",
        "没有做过这一版",
        "two.csv:3:9: 没有发布过",
        "“nothing”",
    ):
        assert told in said, said
    assert (released / FILE).read_bytes() == before


@pytest.mark.parametrize(
    "name", ["north-home-check.a3.office.zh", A3, A3.replace("/", "\\"), "north-home-check", "--all"]
)
def test_sheets_are_noted_by_name(released, name):
    """By a file's name as the system shows it, by its path, by the record's id, or all of them."""
    assert cli.main(["printed", name, "--hung", "--data", str(released)]) == 0

    noted = [e.path for e in ledger_room.load(released).entries if isinstance(e, ledger_room.Mark)]
    assert A3 in noted and (len(noted) > 3 if name == "--all" else noted == [A3])


def test_all_of_them_are_those_of_the_last_release(data, tmp_path, monkeypatch):
    """Not a sheet that was dropped since, nor one that hangs or was taken down already."""
    monkeypatch.chdir(tmp_path)
    release.release(prepared(data, in_two_sizes), data, tmp_path / "release", build_site=build_site)
    note(data, "hung", A3)
    note(data, "taken-down", OUTREACH)
    release.release(prepared(data), data, tmp_path / "release", build_site=build_site)

    assert cli.main(["printed", "--all", "--data", str(data)]) == 0

    noted = [(e.path, e.state) for e in ledger_room.load(data).entries if isinstance(e, ledger_room.Mark)]
    ordered = {path for path, state in noted if state == "ordered"}
    dropped = {"posters/theme/theme.a1.office.zh.pdf", "posters/event/north-home-check.a1.office.zh.pdf"}
    assert len(ordered) > 3 and not ordered & {A3, OUTREACH, *dropped}


def test_every_sheet_is_printed_again_when_the_address_changes(released):
    """The symbol on each of them leads to the former host."""
    move(released, "https://water.tideford.cn/week-2025/", "https://w.tideford.cn/")

    found, _ = compared(released)

    assert found and all({change.field for change in one.changes} == {"payload"} for one in found)


def test_a_former_host_is_given_what_it_must_serve(released, tmp_path):
    """After a move a ZIP holds, for each code on paper with the former address, a page that leads on to the new one."""
    codes = set(ledger_room.load(released).printed)
    assert not (tmp_path / "release" / "former-address.zip").exists()
    move(released, "https://water.tideford.cn/week-2025/", "https://w.tideford.cn/")

    release.release(prepared(released), released, tmp_path / "release", build_site=build_site)

    with zipfile.ZipFile(tmp_path / "release" / "former-address.zip") as archive:
        pages = {name: archive.read(name).decode() for name in archive.namelist() if name != "README.txt"}
    assert set(pages) == {"q/page.css", *(f"q/{code}/index.html" for code in codes)}
    for code in codes:
        assert f'content="0; url=https://w.tideford.cn/q/{code}/"' in pages[f"q/{code}/index.html"]
        assert f'<a href="https://w.tideford.cn/q/{code}/">w.tideford.cn/q/{code}</a>' in pages[f"q/{code}/index.html"]


SHORT = "https://w.tideford.cn/"


def given_print_address(folder):
    """The campaign with a short address for paper; what was printed before carried the site's own."""
    edit(folder, "campaign.yml", "organisers:", f"print_address: {SHORT}\norganisers:")
    said = f"former: https://water.tideford.cn/week-2025/, now: {SHORT}, reason: short for paper"
    write(folder / "permalinks.yml", f"moved:\n  - {{{said}}}\n".encode())


def test_the_host_of_a_print_address_is_given_what_it_must_serve(released, tmp_path):
    """A ZIP with a page for each code, rules for three servers, and how to try them; the former site needs nothing."""
    assert not (tmp_path / "release" / "print-address.zip").exists()
    given_print_address(released)

    done = release.release(prepared(released), released, tmp_path / "release", build_site=build_site)

    with zipfile.ZipFile(tmp_path / "release" / "print-address.zip") as archive:
        files = {name: archive.read(name).decode("utf-8-sig") for name in archive.namelist()}
    book = prepared(released).book
    codes = {one.code for one in book.imprints.values()}
    pages = {name for name in files if name.startswith("q/")}
    assert pages == {"q/page.css", *(f"q/{code}/index.html" for code in codes)}
    for code in some(codes):
        assert f'content="0; url=https://water.tideford.cn/week-2025/q/{code}/"' in files[f"q/{code}/index.html"]
    assert {"nginx/print-address.conf", "apache/.htaccess", "iis/web.config", "README.txt"} == set(files) - pages
    assert f"curl -I {SHORT}q/{book.imprint('home').code}/" in files["README.txt"]
    assert done.packs["print-address.zip"] == len(files) - 1
    assert not (tmp_path / "release" / "former-address.zip").exists()


def test_paper_carries_the_print_address_and_the_site_its_own(released, tmp_path):
    """Ledger and manifest say what is printed; pages and their canonical links stay the site's."""
    given_print_address(released)

    release.release(prepared(released), released, tmp_path / "release", build_site=build_site)

    printed = ledger_room.load(released).by_record["event", "north-home-check"].last
    page = (tmp_path / "release/site/q" / printed.code / "index.html").read_text("utf-8")
    said = json.loads((tmp_path / "release" / "manifest.json").read_text("utf-8"))
    assert printed.payload == f"{SHORT}q/{printed.code}/"
    assert ledger_room.load(released).site == said["print_address"] == SHORT
    assert 'canonical" href="https://water.tideford.cn/week-2025/' in page and SHORT not in page


def test_a_site_that_moves_behind_its_print_address_leaves_paper_as_it_is(data, tmp_path):
    """Nothing is printed again, no move need be said; the print address leads to the new site from the next release."""
    edit(data, "campaign.yml", "organisers:", f"print_address: {SHORT}\norganisers:")
    release.release(prepared(data), data, tmp_path / "release", build_site=build_site)
    edit(data, "campaign.yml", "https://water.tideford.cn/week-2025/", "https://new.tideford.cn/")

    found = compared(data)[0]
    assert found and not any(one.again for one in found)

    release.release(prepared(data), data, tmp_path / "release", build_site=build_site)
    with zipfile.ZipFile(tmp_path / "release" / "print-address.zip") as archive:
        assert b"https://new.tideford.cn/q/" in archive.read("nginx/print-address.conf")
    assert not (tmp_path / "release" / "former-address.zip").exists()


@pytest.mark.parametrize(
    "line, what",
    [
        ("print_address: https://w.example.org/", "placeholder"),
        (f"print_address: {SHORT}\nprint_address_sample: true", "placeholder"),
    ],
)
def test_a_print_address_that_is_no_address_yet_is_refused_at_its_line(data, line, what):
    """Like the site's own."""
    edit(data, "campaign.yml", "organisers:", f"{line}\norganisers:")

    (problem,) = refused(data)

    assert problem.source == line.splitlines()[0] and what in problem.what.en


def test_a_print_address_is_to_be_tried_before_printing(data):
    """It is said how, and nothing where paper carries the site's address."""
    assert release.to_try(prepared(data).campaign, prepared(data).book) == []
    edit(data, "campaign.yml", "organisers:", f"print_address: {SHORT}\norganisers:")

    edition = prepared(data)
    said = release.to_try(edition.campaign, edition.book)

    code = edition.book.imprint("home").code
    assert said[-1].endswith(f"curl -I {SHORT}q/{code}/")
    assert said[-2].endswith(f": https://water.tideford.cn/week-2025/q/{code}/")


def move(folder, former, now):
    edit(folder, "campaign.yml", former, now)
    write(folder / "permalinks.yml", f"moved:\n  - {{former: {former}, now: {now}, reason: new host}}\n".encode())


def test_only_what_changed_gets_a_new_entry(released, tmp_path):
    """A release after one edit writes one event and its county anew, both on new serials, and leaves the rest alone."""
    before = ledger_room.load(released)
    put_off(released)

    release.release(prepared(released), released, tmp_path / "release", build_site=build_site)

    after = ledger_room.load(released)
    assert [(e.kind, e.id) for e in after.entries[len(before.entries) :]] == [
        ("county", "northbank"),
        ("event", "north-home-check"),
    ]
    assert replace(after.entries[-1], files={}).edition == len(after.entries) - 1


# --- what paper says and isn't so any more


def unsaid(folder):
    reading = read_folder(folder, shown_as="campaign_data")
    context = context_of(reading)
    book = paper.book(reading.campaign, context, ledger_room.load(folder), places=reading.places)
    return paper.unannounced(reading.campaign, book, context.today, places=reading.places)


def test_a_changed_time_on_paper_needs_a_word(released):
    """The problem stands at the changed line and gives the lines that answer it; written there, they do."""
    edit(released, EVENT, "2025-03-23 09:00", "2025-03-23 09:30")

    (told,) = unsaid(released)

    assert (told.place.path, told.source) == (f"campaign_data/{EVENT}", "    starts: 2025-03-23 09:30")
    assert "09:00–11:30，现在是 09:30–11:30" in told.what.zh and "    previously: 2025-03-23 09:00" in told.add
    edit(released, EVENT, told.source, "\n".join([told.source, *told.add]))
    assert unsaid(released) == []
    assert read_folder(released).campaign.events[0].change["zh"] == "时间由 09:00–11:30 改为 09:30–11:30"


@pytest.mark.parametrize(
    ("before", "after", "asked"),
    [
        ("11:30", "12:00", "ends"),
        ("{zh: 桂花里小区, en: Guihuali estate}", "{zh: 西湖小区, en: West Lake estate}", "venue"),
        ("{zh: 桂花里小区, en: Guihuali estate}", "{zh: 梅花里小区, en: Guihuali estate}", "venue"),
        ("{zh: 桂花里小区, en: Guihuali estate}", "{zh: 桂花里小区, en: Guihuali Estate}", ""),
        ("上门查马桶", "上门查漏水", ""),
        ("12 Renmin Road", "14 Renmin Road", ""),
    ],
    ids=["end", "venue", "venue in Chinese", "its translation", "title", "translation of the address"],
)
def test_what_people_go_by_is_asked_for(released, before, after, asked):
    """Another end, another place in the official wording; not a title, nor a place that was only translated better."""
    edit(released, EVENT, before, after)

    assert [told.source.split(":")[0].strip() for told in unsaid(released)] == ([asked] if asked else [])


def test_a_second_change_needs_another_word(released, tmp_path):
    """Printed with its reason, and changed once more: the reason that is on paper tells nobody of the new hour."""
    put_off(released)
    release.release(prepared(released), released, tmp_path / "release", build_site=build_site)
    edit(released, EVENT, "2025-03-23 09:30", "2025-03-23 10:30")

    assert len(unsaid(released)) == 1
    edit(released, EVENT, "晚半小时, en: Half an hour", "晚一个半小时, en: Ninety minutes")
    assert unsaid(released) == []


def test_a_reason_left_from_an_earlier_change_is_no_reason(released):
    """Changed as told and then once more, before anything was printed: the reason tells of an hour that is nowhere."""
    edit(released, EVENT, "2025-03-23 09:00", "2025-03-23 09:30")
    (told,) = unsaid(released)
    edit(released, EVENT, told.source, "\n".join([told.source, *told.add]))
    edit(released, EVENT, "2025-03-23 09:30", "2025-03-23 10:15")

    assert len(unsaid(released)) == 1
    edit(released, EVENT, "改为 09:30–11:30", "改为 10:15–11:30")
    assert unsaid(released) == []


def test_a_tick_on_another_sheet_hides_no_change(released):
    """A sheet of which nothing was noted may hang all the same: its new hour needs a word, and pages tell of it."""
    note(released, "ordered", OUTREACH)
    edit(released, EVENT, "2025-03-23 09:00", "2025-03-23 09:30")

    assert len(unsaid(released)) == 1
    assert "您手里的海报上写的是 09:00–11:30" in opened(released)
    assert not any(one.again for one in compared(released)[0]), "the list of reprints goes by what was noted"


def test_what_was_taken_down_needs_no_word(released):
    """Noted as taken down though it was never noted as hung, wherever it was listed: nobody holds it any more."""
    note(released, "ordered", OUTREACH)
    note(released, "taken-down", *some(listing(released)))
    edit(released, EVENT, "2025-03-23 09:00", "2025-03-23 09:30")

    assert unsaid(released) == [] and 'http-equiv="refresh"' in opened(released)


def listing(folder):
    """The sheets that say when the visit begins."""
    printed = ledger_room.load(folder).printed.values()
    said = (one for one in printed if any(text.startswith("2025-03-23 09:00") for text in one.last.facts.values()))
    return sorted({path for one in said for path in one.files})


def test_a_printed_record_that_vanished_is_named(released):
    """With its title, code, time, place, county and file, and the lines that say it is over; those answer it."""
    code = ledger_room.load(released).by_record["event", "north-school-class"].code
    text = (released / EVENT).read_text("utf-8")
    (released / EVENT).write_text(text[: text.index("  - id: north-school-class")], encoding="utf-8")

    (told,) = unsaid(released)

    assert told.place.path == f"campaign_data/{EVENT}"
    for fact in ("水从哪里来", "north-school-class", code, "3月24日", "14:00", "北岸小学", "outreach/northbank.yml"):
        assert fact in told.what.zh
    with pytest.raises(CampaignDataError, match="north-school-class"):
        prepared(released)
    write(released / "permalinks.yml", "\n".join(told.add).encode())
    assert unsaid(released) == []


def test_a_countys_file_may_be_called_anything(released):
    """What vanished from it is told of the file as it is called now."""
    renamed = released / "outreach" / "beian.yml"
    (released / EVENT).rename(renamed)
    text = renamed.read_text("utf-8")
    renamed.write_text(text[: text.index("  - id: north-school-class")], encoding="utf-8")

    (told,) = unsaid(released)

    assert told.place.path == "campaign_data/outreach/beian.yml"
    assert "outreach/beian.yml" in told.what.zh and "northbank" not in str((told.what, told.hint))


def test_a_record_in_braces_is_given_what_can_be_pasted_there(released, tmp_path):
    """One line for before its last brace; put there, it answers."""
    (visit, *_) = records = yaml.load((released / EVENT).read_text("utf-8"), yaml.BaseLoader)["events"]
    visit["starts"] = "2025-03-23 09:30"
    lines = [f"  - {json.dumps(one, ensure_ascii=False)}\n" for one in records]
    (released / EVENT).write_text("county: northbank\nevents:\n" + "".join(lines), encoding="utf-8")

    (told,) = unsaid(released)

    (added,) = told.add
    assert added.startswith(", status: changed, change: {") and "最后的 } 前面" in told.hint.zh
    edit(released, EVENT, told.source, told.source.removesuffix("}") + added + "}")
    assert unsaid(released) == []
    assert read_folder(released).campaign.events[0].change["zh"] == "时间由 09:00–11:30 改为 09:30–11:30"


def test_those_who_hold_the_paper_are_told(released, tmp_path):
    """On the page that its code opens, in both languages; it waits to be read and sends nobody on. Of two versions out
    there each is named by the end of its number."""
    put_off(released)
    said = opened(released)
    assert "您手里的海报上写的是 09:00–11:30，现在改为 09:30–11:30。" in said
    assert "Your poster says 09:00–11:30; it is now 09:30–11:30." in said
    assert 'http-equiv="refresh"' not in said

    first = ledger_room.load(released).by_record["event", "north-home-check"].last.edition
    release.release(prepared(released), released, tmp_path / "release", build_site=build_site)
    assert f"如果编号末尾是 -{first}，上面写的是 09:00–11:30" in opened(released)

    note(released, "ordered", A3)
    assert 'http-equiv="refresh"' in opened(released)


def opened(folder):
    """The page that the code of the visit opens."""
    reading = read_folder(folder)
    context = context_of(reading)
    book = paper.book(reading.campaign, context, ledger_room.load(folder))
    path = f"{urls.permalink(book.imprint('event', 'north-home-check').code)}index.html"
    return {one.path: one.content for one in permalinks.pages(reading.campaign, context, book)}[path].decode()


def test_check_asks_for_it(released, tmp_path, monkeypatch, capsys):
    """`campaign check` names the changed hour, and gives the lines as they are to stand."""
    monkeypatch.chdir(tmp_path)
    edit(released, EVENT, "2025-03-23 09:00", "2025-03-23 09:30")

    assert cli.main(["check", "--data", str(released)]) == 1

    said = capsys.readouterr().err
    assert f"{EVENT}:10:13: “上门查马桶”" in said
    assert "   写上 add:\n      |     status: changed\n      |     change:\n      |       en: " in said


def test_calendars_feeds_and_the_page_tell_it_too(released):
    """The event's description on phones, the changes that are sent on, and its page."""
    put_off(released)
    reading = read_folder(released)
    context = context_of(reading)
    book = paper.book(reading.campaign, context, ledger_room.load(released))

    files = {one.path: one.content.decode() for one in artifacts.feed_files(reading.campaign, context, book=book)}
    pages = {one.path: str(one.body) for one in artifacts.site_pages(reading.campaign, context, "zh", book=book)}

    said = "您手里的海报上写的是 09:00–11:30"
    assert said in unfolded(files[urls.calendar("zh", "event", "north-home-check")])
    assert said in files[urls.rss("zh")]
    assert said in pages["events/north-home-check/"] and said not in pages["events/south-village-drip/"]


def unfolded(text):
    return text.replace("\r\n ", "")
