"""Small released sites to publish, and ledgers of what is on paper: made by hand, so that each takes milliseconds."""

import hashlib
import json
import shutil
from datetime import date

from campaign.paper.ledger import Head, Ledger, Print, Start
from campaign.publish import Present, of_site, plan, publish, ready

ADDRESS = "https://week.tideford.gov.cn/"
CAMPAIGN = "tideford-week"
PAGE = "<!doctype html><html lang=zh><title>{}</title>"
FIRST, SECOND, THIRD = "0001-20240420-090000", "0002-20240420-100000", "0003-20240420-110000"


def quiet(_done, _whole):
    """Tells nobody."""


def a_site(folder, **files):
    """A site of a few files; `a__b` stands for a/b."""
    shutil.rmtree(folder, ignore_errors=True)
    data = json.dumps({"preview": False, "campaign": {"id": CAMPAIGN, "site_address": ADDRESS}})
    said = {"index.html": PAGE.format("首页"), "data__film.mp4": "film", "data__campaign.json": data, **files}
    for name, text in said.items():
        path = folder / name.replace("__", "/")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return folder


def with_codes(*codes):
    """Files of a site that answer printed codes."""
    return {f"q__{code}__index.html": PAGE.format(code) for code in codes}


def a_ledger(*codes):
    """A ledger with so many codes on paper."""
    prints = (
        Print(
            day=date(2024, 4, 1),
            code=code,
            kind="event",
            id=f"event-{code}",
            payload=f"{ADDRESS}q/{code}/".upper(),
            names={"zh": f"场次{code}", "en": f"Event {code}"},
            edition=number,
        )
        for number, code in enumerate(codes, 1)
    )
    return Ledger().with_more([Start(day=date(2024, 4, 1), site=ADDRESS), *prints])


def a_release(folder, ledger=None, *, sources=None, **files):
    """A release as `campaign release` leaves it, of a site with these files."""
    shutil.rmtree(folder, ignore_errors=True)
    site = a_site(folder / "site", **files)
    head = ledger.head if ledger else Head(0, "0" * 32)
    paths = sorted(path for path in site.rglob("*") if path.is_file())
    said = {
        "campaign": CAMPAIGN,
        "site_address": ADDRESS,
        "day": "2024-04-20",
        "ledger": {"serial": head.serial, "chain": head.chain},
        "sources": sources or {},
        "files": [
            {"path": f"site/{path.relative_to(site).as_posix()}", "bytes": 0, "sha256": digest(path)} for path in paths
        ],
    }
    (folder / "manifest.json").write_text(json.dumps(said), "utf-8")
    return folder


def digest(path):
    """SHA-256 of a file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def present(ledger=None, *, moment="2024-04-20T09:00:00", **more):
    """The campaign of these releases as it is now."""
    said = {"campaign": CAMPAIGN, "address": ADDRESS, "sources": {}, **more}
    return Present(ledger=ledger or Ledger(), moment=moment, **said)


def put_online(target, release, now, **more):
    """A whole publish of a release; the name under which it is live."""
    manifest = ready(release, now)
    with target:
        return publish(target, release / "site", plan(target, manifest, now.ledger), **more)


def steps(target, site, release):
    """The steps of a publish, one by one, under a name that is given."""
    manifest = of_site(site)
    with target:
        target.send(site, manifest, tell=quiet)
        assert target.faults(manifest) == []
        target.seal(release, manifest)
        target.switch(release)
    return manifest
