"""`campaign zip`: the built site in one file for a USB stick."""

from __future__ import annotations

import sys
from pathlib import Path

from campaign import release
from campaign.cli import project
from campaign.cli.command import Arguments, Command, Options
from campaign.cli.progress import in_tenths
from campaign.core.console import say


def run(options: Options) -> int:
    """Verify the site and pack it."""
    made = release.zip_published(options.site, Path("dist"), in_tenths("打包 packing"))
    size = f"{made.stat().st_size / 1_000_000:.0f} MB"
    say(f"已打包 packed: {made.as_posix()} ({size})", sys.stdout)
    say("解压到一个文件夹，打开里面的 unpack it into a folder and open: index.html", sys.stdout)
    return 0


def _arguments(parser: Arguments) -> None:
    parser.add_argument("--site", type=Path, default=project.SITE, metavar="DIR")


ZIP = Command(
    name="zip",
    output="dist/",
    about="把生成好的网站打成一个 ZIP，可用 U 盘带走 · pack the built site for a USB stick",
    run=run,
    arguments=_arguments,
)
