"""The command line: `campaign check`, `campaign schema`."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from campaign.console import say, tell
from campaign.problems import CampaignDataError
from campaign.read import read_campaign
from campaign.schema import schemas


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; 0 where all is well, 1 where the data has problems."""
    options = _parser().parse_args(arguments)
    return int(options.run(options))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="campaign", description="宣传周资料检查与生成 · check and make a campaign")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    for name, run, about in (
        ("check", _check, "检查资料，列出全部问题 · read the folder and list every problem"),
        ("schema", _write_schemas, "重新生成编辑器用的结构说明 · write the JSON Schemas for editors"),
    ):
        command = commands.add_parser(name, help=about, description=about)
        command.add_argument("--data", type=Path, default=Path("campaign_data"), metavar="DIR")
        command.set_defaults(run=run)
    return parser


def _check(options: argparse.Namespace) -> int:
    try:
        campaign = read_campaign(options.data, shown_as=options.data.as_posix())
    except CampaignDataError as error:
        tell(error, sys.stderr)
        return 1
    counts = f"{len(campaign.events)} 场活动 outreach events, {len(campaign.languages)} 种语言 languages"
    say(f"没有问题 no problems: {options.data.as_posix()} ({counts})。接下来 next: make site", sys.stdout)
    return 0


def _write_schemas(options: argparse.Namespace) -> int:
    folder = options.data / "schema"
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in schemas().items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
    say(f"已写 wrote: {folder.as_posix()}/ ({len(schemas())})", sys.stdout)
    return 0


if __name__ == "__main__":
    sys.exit(main())
