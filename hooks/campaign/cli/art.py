"""`campaign art`: the contact sheet of all vignettes, for looking at; no part of the site."""

from __future__ import annotations

import sys
from pathlib import Path

from campaign.cli.command import Command, Options
from campaign.core.console import say
from campaign.core.problems import Message
from campaign.kinds.vignette import SUBJECTS
from campaign.workshop.art.vignettes import VIGNETTES
from campaign.workshop.art.vignettes.sheet import sheet
from campaign.workshop.cache import write_whole

SHEET = Path("dist/art.html")
TITLE = Message("小画一览", "The family of pictures")
LEAD = Message(
    "先不看名字认一遍，再往下看每一幅：48、96、240 像素，彩色和单色，在纸色、红色和深色底上。",
    "First try to name each; then look at every one at 48, 96 and 240 px, in full and in one colour, on three grounds.",
)


def run(options: Options) -> int:
    """Write the sheet; it needs no campaign and no other file."""
    captions = {name: f"{shows.zh} · {shows.en}" for name, shows in SUBJECTS.items()}
    page = sheet(VIGNETTES, captions, title=f"{TITLE.zh} · {TITLE.en}", lead=f"{LEAD.zh} {LEAD.en}")
    SHEET.parent.mkdir(exist_ok=True)
    write_whole(SHEET, page.encode("utf-8"))
    say(f"已写 wrote: {SHEET.as_posix()} ({len(VIGNETTES)} 幅 pictures)", sys.stdout)
    say("用浏览器打开它 open it in a browser；换一幅见 to choose one: campaign_data/README.md", sys.stdout)
    return 0


ART = Command(
    name="art",
    output="dist/art.html",
    about="所有小画的一览 · a sheet of all pictures, for looking at",
    run=run,
)
