"""A ledger that an earlier version wrote: what it printed still stands, word for word."""

import re
import shutil
from datetime import date
from pathlib import Path

import pytest

from campaign import paper
from campaign.core.context import BuildContext
from campaign.kinds import kinds, pages
from campaign.paper import ledger
from campaign.read import read_campaign
from campaign.release import reprint
from projects import GOOD

FORMER = Path(__file__).parents[1] / "golden"
VERSIONS = sorted(path.name for path in FORMER.glob("ledger-*"))


@pytest.fixture
def cleared(tmp_path):
    """The small campaign as it was released then: its samples confirmed, its address a real one."""
    folder = tmp_path / "campaign_data"
    shutil.copytree(GOOD / "small", folder)
    for path in folder.rglob("*.yml"):
        text = path.read_text(encoding="utf-8")
        text = re.sub(r"(?m)^ *(- )?(site_address_)?sample: true *\n", "", text).replace(", sample: true}", "}")
        text = re.sub(r"https://[a-z.]+/week-2025/", "https://water.tideford.gov.cn/2025/", text)
        path.write_text(text, encoding="utf-8")
    return folder


@pytest.mark.parametrize("version", VERSIONS)
def test_nothing_need_be_printed_again(cleared, version):
    """Every record that was printed has the address, the facts and the being it was printed with."""
    for name in (ledger.FILE, ledger.HEAD):
        shutil.copy(FORMER / version / name, cleared / name)
    campaign, known = read_campaign(cleared), ledger.load(cleared)
    context = BuildContext(today=date(2025, 3, 2), site_address=campaign.campaign.site_address, release=True)

    book = paper.book(campaign, context, known)

    printed = {key[0] for key in book.printed}
    carried = {one.name for one in (*kinds().values(), *pages().values()) if one.printed}
    assert printed >= {kind for kind, _ in book.present} and len(printed & carried) > 10
    assert [key for key in book.present if book.changed(key)] == []
    assert {key: book.imprints[key].code for key in book.printed} == {key: p.code for key, p in book.printed.items()}
    assert [one.printed.key for one in reprint(book) if one.again or one.over] == []
