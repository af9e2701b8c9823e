"""A clerk's week on paper and on air, by commands alone: what is said, printed, hung and shown after each step."""

import re
import zipfile
from pathlib import Path

import pytest

from campaign.paper import ledger
from campaign.paper.ledger import Mark
from projects import make_cleared_project, make_project, run_command

pytestmark = pytest.mark.slow

BEFORE, AFTER = 1_741_000_000, 1_743_600_000
"""3 March 2025, three weeks before the campaign's first day; and 2 April, when it is over."""
EVENT = "north-home-check"
POSTER = f"posters/event/{EVENT}.a3.office.zh-en.pdf"
SHEETS = """\
  - {id: roll-up, name: {zh: 易拉宝, en: Roll-up}, width_mm: 800, height_mm: 2000, reading_distance_m: 6,
     scan_distance_m: 1.5, safe: {bottom_mm: 200}, symbol_height_mm: 1000, material: {zh: 写真布, en: Fabric}}
"""
SETS = """\
  - {id: events, name: {zh: 场次海报, en: Events}, poster: event, records: [north-home-check, north-school-class],
     sheets: [a3], languages: [zh+en], copies: 3}
  - {id: stand, name: {zh: 主题展架, en: Stand}, poster: theme, sheets: [roll-up], languages: [zh+en]}
"""


class Desk:
    """A clerk's project folder: commands are run in it, files are edited in it, and it is looked at."""

    def __init__(self, project, moment=BEFORE):
        self.project, self.moment = project, moment
        self.data, self.output = project / "campaign_data", project / "release"

    def run(self, *arguments):
        """A command's exit code and all it says."""
        done = run_command(self.project, *arguments, SOURCE_DATE_EPOCH=str(self.moment))
        assert "Traceback" not in done.stderr, done.stderr
        return done.returncode, done.stdout + done.stderr

    def edit(self, name, *changes):
        """Put texts of a file in the place of others, each of which stands there once."""
        path = self.data / name
        text = path.read_text(encoding="utf-8")
        for before, now in changes:
            assert text.count(before) == 1, (before, text.count(before))
            text = text.replace(before, now)
        path.write_text(text, encoding="utf-8")

    def marked(self, state):
        """The files noted so in the ledger, with their edition."""
        entries = ledger.load(self.data).entries
        return {(one.path, one.edition) for one in entries if isinstance(one, Mark) and one.state == state}

    def again(self):
        """What `campaign reprint` counts: to print again, to take down, new, packs to copy."""
        code, said = self.run("reprint")
        assert code == 0, said
        heads = ("print again", "over, take down", "new, to be printed", "packs to copy again")
        return tuple(int(re.search(rf"{head}: (\d+)", said)[1]) for head in heads)

    def page(self, path):
        """The words of a page of the released site."""
        html = (self.output / "site" / path / "index.html").read_text(encoding="utf-8")
        return re.sub(r"\s+", " ", re.sub(r"<(script|style).*?</\1>|<[^>]+>", " ", html, flags=re.DOTALL))

    def packed(self, name):
        """The names of the PDFs in one of the release's ZIPs."""
        with zipfile.ZipFile(self.output / name) as archive:
            return {Path(one).name for one in archive.namelist() if one.endswith(".pdf")}

    def row(self):
        """What is so now: ordered, hung, the counts of the reprint list; what page and displays tell of the event."""
        told = "moved" if "您手里的海报" in self.page(f"zh/events/{EVENT}") else "as planned"
        warned = "notice" if (self.data / "notice.yml").exists() else ""
        return len(self.marked("ordered")), len(self.marked("hung")), self.again(), told, warned

    @property
    def code(self):
        """The event's short code."""
        return ledger.load(self.data).by_record["event", EVENT].code


WEEK = {
    "released": (0, 0, (0, 0, 0, 0), "as planned", ""),
    "ordered and hung": (6, 1, (0, 0, 0, 0), "as planned", ""),
    "moved, released": (6, 1, (1, 0, 0, 1), "moved", ""),
    "released again, nothing printed": (6, 1, (1, 0, 0, 1), "moved", ""),
    "printed again": (8, 1, (0, 0, 0, 0), "moved", ""),
    "warned of rain": (8, 1, (0, 0, 0, 0), "moved", "notice"),
    "taken back": (8, 1, (0, 0, 0, 0), "moved", ""),
    "an event is over": (8, 1, (0, 1, 0, 1), "moved", ""),
}
"""After each step: sheets and packs ordered and hung; what is to be printed again, taken down, printed for the first
time and copied again; what the event's page says to who holds its poster; and what displays show before all else."""


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    project = make_cleared_project(tmp_path_factory.mktemp("week") / "project")
    path = project / "campaign_data" / "posters.yml"
    text = path.read_text(encoding="utf-8").replace("posters:\n", f"{SHEETS}posters:\n", 1)
    path.write_text(text + SETS, encoding="utf-8")
    return Desk(project)


def test_samples_with_their_marks_taken_away_are_still_refused(tmp_path):
    """Search and replace takes `sample: true` out of the shipped data: the names, the address and the numbers tell."""
    desk = Desk(make_project(tmp_path / "stripped"), moment=1_712_000_000)
    for path in desk.data.rglob("*.yml"):
        path.write_text(re.sub(r"(?m)^ *(- )?(\w+_)?sample: true *\n", "", path.read_text("utf-8")), encoding="utf-8")

    code, said = desk.run("release", "--dry-run")

    assert code == 1
    assert re.search(r"离发布还差 \d+ 步 / \d+ steps? to release", said)
    listed = (desk.project / "release-todo.txt").read_text("utf-8-sig")
    for fact in ("滨河东路 268 号", "河源食品机械", "live.example.org", "ip.example.org"):
        assert fact in listed, fact
    assert not desk.output.exists()


def test_a_week_from_the_first_release_to_the_last(desk):
    """Release, order, hang, move an event, reprint, warn, drop an event, end: a table of what is so after each step."""
    week = {}
    # 1. The first release: the large one is the shop's, each pack has its order, nothing is to be printed again.
    assert desk.run("release", "--dry-run")[0] == 0
    assert not desk.output.exists()
    code, said = desk.run("release")
    assert code == 0, said
    assert "theme.roll-up" in " ".join(zipfile.ZipFile(desk.output / "print-shop.zip").namelist())
    assert "00-order.pdf" in desk.packed("county-northbank.zip")
    assert not any("roll-up" in name for name in desk.packed("county-northbank.zip"))
    week["released"] = desk.row()

    # 2. Ordered and hung: by the list, ticked, and by the code.
    path = desk.output / "printed.csv"
    rows = path.read_text("utf-8-sig").splitlines()
    ticked = [rows[0], *(re.sub(r",,,,$", ",,√,,", row) for row in rows[1:])]
    (desk.project / "ticked.csv").write_text("\n".join(ticked), encoding="gb18030")
    assert desk.run("printed", "ticked.csv")[0] == 0
    assert desk.run("printed", desk.code, "--hung", "--by", "北岸")[0] == 0
    assert {name for name, _ in desk.marked("hung")} == {POSTER}
    assert "没有一行打了勾" in desk.run("printed", "release/printed.csv")[1]
    week["ordered and hung"] = desk.row()

    # 3. The event is put five hours later, and nobody says so: check stops it, with the lines to add.
    desk.edit(
        "outreach/northbank.yml",
        ("starts: 2025-03-23 09:00", "starts: 2025-03-23 14:00"),
        ("ends: 2025-03-23 11:30", "ends: 2025-03-23 16:30"),
    )
    code, said = desk.run("check")
    assert code == 1
    assert "09:00–11:30" in said and "14:00–16:30" in said
    added = [line.partition("| ")[2] for line in said.splitlines() if re.match(r" +\| ", line)]
    added = added[added.index("    status: changed") :]

    # 4. The lines are put in as they were told; paper, page, calendar and the printed address say it.
    desk.edit("outreach/northbank.yml", ("    contact: bureau\n", "\n".join(["    contact: bureau", *added, ""])))
    assert desk.run("check")[0] == 0, desk.run("check")
    code, said = desk.run("release")
    assert code == 0, said
    week["moved, released"] = desk.row()
    again = desk.packed("reprint.zip")
    assert {name for name in again if EVENT in name} == again - {"00-order.pdf"} != set()
    for where in (f"zh/events/{EVENT}", f"q/{desk.code}"):
        assert "您手里的海报上写的是 09:00–11:30，现在改为 14:00–16:30" in desk.page(where), where
    assert "Your poster says 09:00–11:30; it is now 14:00–16:30" in desk.page(f"events/{EVENT}")
    calendar = (desk.output / "site" / "calendar" / "en" / "all.ics").read_text("utf-8").replace("\r\n ", "")
    assert "it is now 14:00–16:30" in calendar.replace("\\", "")

    # 5. Nobody has printed it yet: a third release does not forget. Printed, it is off the list.
    code, said = desk.run("release")
    assert code == 0, said
    week["released again, nothing printed"] = desk.row()
    assert desk.packed("reprint.zip") == again
    assert desk.run("printed", desk.code)[0] == 0
    assert desk.run("printed", "--all")[0] == 0
    week["printed again"] = desk.row()
    former = min(edition for name, edition in desk.marked("hung") if name == POSTER)
    assert former < max(edition for name, edition in desk.marked("ordered") if name == POSTER)

    # 6. Rain: ready words in both languages, before every playlist; and gone again.
    code, said = desk.run("notice", "--preset", "雨", "--about", EVENT, "--no-build")
    assert code == 0, said
    notice = (desk.data / "notice.yml").read_text("utf-8")
    assert "受降雨影响" in notice and "because of rain" in notice
    week["warned of rain"] = desk.row()
    code, said = desk.run("notice", "--clear", "--no-build")
    assert code == 0, said
    week["taken back"] = desk.row()

    # 7. An event on paper is deleted: it is named with its code, its time and its place, and what to write.
    path = desk.data / "outreach" / "northbank.yml"
    kept = path.read_text("utf-8")
    path.write_text(kept[: kept.index("  - id: north-school-class")], encoding="utf-8")
    posters = desk.data / "posters.yml"
    posters.write_text(
        posters.read_text("utf-8").replace("[north-home-check, north-school-class]", f"[{EVENT}]"), "utf-8"
    )
    screens = (desk.data / "screens.yml").read_text("utf-8")
    assert "north-school-class" not in screens
    code, said = desk.run("check")
    assert code == 1
    gone = ledger.load(desk.data).by_record["event", "north-school-class"].code
    for part in ("水从哪里来", gone, "北岸小学", "over:"):
        assert part in said, part

    # 8. It is declared over; its code still leads somewhere, and says so.
    (desk.data / "permalinks.yml").write_text("over:\n  - {kind: event, id: north-school-class}\n", encoding="utf-8")
    code, said = desk.run("release")
    assert code == 0, said
    assert "水从哪里来" in desk.page(f"q/{gone}")
    week["an event is over"] = desk.row()

    # 9. The week is over: a release is warned, not refused.
    desk.moment = AFTER
    code, said = desk.run("release", "--dry-run")
    assert code == 0, said
    assert "提醒" in said and "已经" in said
    assert week == WEEK
