"""`campaign deploy`: write the recipes for web servers, filled with this campaign's address."""

from __future__ import annotations

import sys
from pathlib import Path, PurePosixPath

from campaign.cli import project
from campaign.cli.command import Arguments, Command, Options
from campaign.core.console import say
from campaign.kinds import Campaign
from campaign.publish import recipes

DEPLOY_FOLDER = Path("deploy")
SERVED = ("ssh", "folder")
"""The kinds of target whose folder a web server serves; the first that has one says where it is."""


def run(options: Options) -> int:
    """Write every recipe anew; OutputError where a server has no way to say the address or the folder."""
    campaign = project.reading(options.data).campaign
    folder = options.folder or _folder(campaign)
    recipe = recipes.recipe(campaign, folder=folder, brotli=not options.no_brotli)
    for path, text in recipes.written(recipe).items():
        place = DEPLOY_FOLDER / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, encoding="utf-8", newline="\n")
        say(f"已写 wrote: {place.as_posix()}", sys.stdout)
    said = f"{campaign.campaign.site_address} ← {folder}/current"
    say(f"{said}。怎样用 how to use it: {DEPLOY_FOLDER.as_posix()}/README.md", sys.stdout)
    return 0


def _folder(campaign: Campaign) -> str:
    """Where a target of campaign.yml puts the releases on a server; where none says so, the usual place."""
    targets = sorted(
        (one for one in campaign.campaign.targets if one.kind in SERVED), key=lambda one: SERVED.index(one.kind)
    )
    said = (one.folder for one in targets if one.folder and PurePosixPath(one.folder).is_absolute())
    return next(said, f"/srv/{campaign.campaign.id}")


def _arguments(parser: Arguments) -> None:
    parser.add_argument(
        "--folder",
        default="",
        metavar="DIR",
        help="网站在服务器上的文件夹，里面有 current；不写就看 targets · the site's folder on the server",
    )
    parser.add_argument(
        "--no-brotli",
        action="store_true",
        help="服务器的 nginx 没有 brotli 模块，只发 .gz · for an nginx without the brotli module",
    )


DEPLOY = Command(
    name="deploy",
    output="deploy/",
    about="按网址写出 nginx、Caddy 的配置，交给服务器管理员 · write the recipes for a web server",
    run=run,
    arguments=_arguments,
)
