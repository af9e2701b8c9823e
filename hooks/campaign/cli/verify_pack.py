"""`campaign verify-pack`: whether a pack of a display is as it was made."""

from __future__ import annotations

import sys
from pathlib import Path

from campaign.channels import screens
from campaign.cli.command import Arguments, Command, Options
from campaign.core.console import say
from campaign.core.problems import Message

LEFT = Message("系统自己留下的，不算问题", "left there by a system, passed")


def run(options: Options) -> int:
    """Say of each pack whether every file is as it was made; 1 where one isn't.

    What systems left there is named and passed.
    """
    spoilt = 0
    for path in options.packs:
        report = screens.report_pack(path)
        spoilt += bool(report.findings)
        if not report.findings:
            say(f"完好 sound: {path.as_posix()}", sys.stdout)
        for part in report.left:
            say(f"{path.as_posix()}: {part.strip()}: {LEFT}", sys.stdout)
        for finding in report.findings:
            say(f"{path.as_posix()}: {finding}", sys.stderr)
    if spoilt:
        say(f"{spoilt} 个播放包不能用，请重新拷贝 · {spoilt} packs are spoilt: copy them again", sys.stderr)
    return 1 if spoilt else 0


def _arguments(parser: Arguments) -> None:
    """The packs to look into."""
    parser.add_argument("packs", nargs="+", type=Path, metavar="FILE", help="播放包（ZIP 或解开的文件夹） · a pack")


VERIFY_PACK = Command(
    name="verify-pack",
    output="site/",
    about="核对播放包有没有缺、改、多 · check that a pack is as it was made",
    run=run,
    arguments=_arguments,
)
