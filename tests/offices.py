"""Two offices with one campaign: a ledger that both went on from, and a clone of git in which they meet."""

import os
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

from campaign.machine import merging
from campaign.paper.ledger import FILE, HEAD, Ledger, Mark, Print, Start
from projects import TOP

DAY = date(2024, 4, 20)
LATER = date(2024, 4, 23)
SITE = "https://ip.example.org/"


def printed(code, record_id, edition, *, title="讲座", day=DAY, starts="9:00", **more):
    """A print entry of an event, with one sheet."""
    values = {"names": {"zh": title, "en": title}, "essence": {"title.zh": title}, "facts": {"starts": starts}}
    values["files"] = {sheet(record_id): f"{record_id}{edition}{starts}"}
    payload = f"{SITE}q/{code}/"
    return Print(day=day, code=code, kind="event", id=record_id, payload=payload, edition=edition, **values | more)


def mark(code, record_id, edition, state="hung"):
    """What became of its sheet."""
    return Mark(day=DAY, state=state, code=code, kind="event", id=record_id, path=sheet(record_id), edition=edition)


def sheet(record_id):
    """The path of an event's one sheet."""
    return f"posters/event/{record_id}.pdf"


COMMON = Ledger().with_more([Start(day=DAY, site=SITE), printed("22x3y", "a", 1)])
OURS = COMMON.with_more([printed("33x4y", "b", 2, title="甲"), mark("33x4y", "b", 2)])
THEIRS = COMMON.with_more([printed("44x5y", "c", 2, title="乙", day=LATER), printed("22x3y", "a", 3, starts="10:00")])
BOTH = ("22x3y", "33x4y", "44x5y")


def write(folder, ledger):
    """A ledger's two files in a campaign's folder."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / FILE).write_text(ledger.sealed.text, encoding="utf-8")
    (folder / HEAD).write_text(str(ledger.head), encoding="utf-8")
    return folder


def make_key(folder, name="office", passphrase=""):
    """An ed25519 key pair; its public key as campaign.yml has it, and the private key's file."""
    assert shutil.which("ssh-keygen"), "ssh-keygen is missing: apt-get install openssh-client"
    path = folder / name
    line = ["ssh-keygen", "-q", "-t", "ed25519", "-N", passphrase, "-C", "印刷 desk", "-f", str(path)]
    subprocess.run(line, check=True, capture_output=True)
    return " ".join(path.with_suffix(".pub").read_text("utf-8").split()[:2]), path


class Clone:
    """A clone of the project with nothing but a ledger in it, at a path as offices have them.

    driver: a line for git to merge with, for a test that must be quick; True for the real one, False for none.
    """

    def __init__(self, top, *, driver=True):
        self.top, self.data = top, top / "campaign_data"
        top.mkdir(parents=True)
        self.git("init", "-q", "-b", "main")
        shutil.copy(TOP / ".gitattributes", top)
        if driver is True:
            assert merging.set_up(top, interpreter=Path(sys.executable))
        elif driver:
            self.git("config", f"merge.{merging.NAME}.driver", driver)
        self.commit(COMMON)

    def git(self, *arguments, fails=False):
        """What git says, on a machine that has no settings of its own."""
        done = subprocess.run(["git", *arguments], cwd=self.top, capture_output=True, encoding="utf-8", env=ENVIRONMENT)
        assert bool(done.returncode) == fails, done.stdout + done.stderr
        return done.stdout

    def commit(self, ledger):
        """The state after a release that wrote this."""
        write(self.data, ledger)
        self.git("add", "-A")
        self.git("commit", "-qm", "付印")

    def on(self, branch, ledger):
        """Another office's release, on a branch of its own from the first commit."""
        self.git("checkout", "-q", "-b", branch, "main")
        self.commit(ledger)
        self.git("checkout", "-q", "main")


def quick_driver(folder):
    """What the real driver does, without all that the command line imports first."""
    script = folder / "driver.py"
    script.write_text(QUICK, encoding="utf-8")
    return f"'{sys.executable}' '{script.as_posix()}' %O %A %B || {merging.MARKED}"


QUICK = f"""
import sys, types
room = sys.modules["campaign.paper"] = types.ModuleType("campaign.paper")
room.__path__ = [{str(TOP / "hooks" / "campaign" / "paper")!r}]
from pathlib import Path
from campaign.paper.ledger import joined
ours, theirs = map(Path, sys.argv[2:])
ours.write_bytes(joined([ours.read_text("utf-8"), theirs.read_text("utf-8")]).encode())
"""
ENVIRONMENT = {
    **{name: value for name, value in os.environ.items() if not name.startswith("GIT_")},
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_AUTHOR_NAME": "office",
    "GIT_AUTHOR_EMAIL": "office@example.org",
    "GIT_COMMITTER_NAME": "office",
    "GIT_COMMITTER_EMAIL": "office@example.org",
    "PYTHONPATH": str(TOP / "hooks"),
    "LC_ALL": "C.UTF-8",
}
