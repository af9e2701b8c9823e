"""`campaign gallery`: every poster, frame and share card of the built site on one page, for judging; no part of it."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from campaign.builder.gallery import page, sections
from campaign.cli import project
from campaign.cli.command import Arguments, Command, Options
from campaign.core.console import say
from campaign.core.problems import Message, OutputError
from campaign.workshop.cache import write_whole

PAGE = Path("dist/gallery.html")
PICTURES = PAGE.with_suffix("")
TITLE = Message("海报、画面、分享图一览", "Posters, frames and share cards")
LEAD = Message(
    "整页看一遍：是不是一家的，远看分不分得清，字有没有断错；每张下面是它的文件名。",
    "Look at it whole: one family, told apart from afar, no line broken badly; below each is its file's name.",
)


def run(options: Options) -> int:
    """Write the page and put the pictures beside it. OutputError where no site has been built."""
    campaign = project.reading(options.data).campaign
    paths = [path.relative_to(options.site).as_posix() for path in options.site.rglob("*.png")]
    found = list(sections(campaign, paths))
    if not found:
        raise OutputError(
            f"{options.site.as_posix()}/ 里没有海报、画面和分享图，先生成网站：make site · "
            "nothing to show there, build the site first: make site"
        )
    shown = dict.fromkeys(one.path for section in found for row in section.rows for one in row.pictures)
    shutil.rmtree(PICTURES, ignore_errors=True)
    for path in shown:
        (PICTURES / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(options.site / path, PICTURES / path)
    title, lead = f"{TITLE.zh} · {TITLE.en}", f"{LEAD.zh} {LEAD.en}"
    html = page(found, folder=PICTURES.name, language=campaign.languages[0], title=title, lead=lead)
    write_whole(PAGE, html.encode("utf-8"))
    say(f"已写 wrote: {PAGE.as_posix()} ({len(shown)} 张 pictures)", sys.stdout)
    say("用浏览器打开它 open it in a browser；先 make site 再看最新的 after changes: make site first", sys.stdout)
    return 0


def _arguments(parser: Arguments) -> None:
    parser.add_argument("--site", type=Path, default=project.SITE, metavar="DIR")


GALLERY = Command(
    name="gallery",
    output="dist/gallery.html",
    about="所有海报、画面、分享图的一览 · posters, frames and share cards on one page, for looking at",
    run=run,
    arguments=_arguments,
)
