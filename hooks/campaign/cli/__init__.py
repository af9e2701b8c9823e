"""The command line: one module a command."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from campaign.cli.arguments import Parser, as_meant
from campaign.cli.art import ART
from campaign.cli.audit import AUDIT
from campaign.cli.check import CHECK
from campaign.cli.command import Options
from campaign.cli.deploy import DEPLOY
from campaign.cli.doctor import DOCTOR
from campaign.cli.gallery import GALLERY
from campaign.cli.ledger import LEDGER
from campaign.cli.menu import MENU
from campaign.cli.messages import MESSAGES
from campaign.cli.new import NEW
from campaign.cli.notice import NOTICE
from campaign.cli.printed import PRINTED
from campaign.cli.publish import PUBLISH
from campaign.cli.release import RELEASE
from campaign.cli.reprint import REPRINT
from campaign.cli.rollback import ROLLBACK
from campaign.cli.schema import SCHEMA
from campaign.cli.verify_pack import VERIFY_PACK
from campaign.cli.zip import ZIP
from campaign.core.console import say, tell
from campaign.core.os_errors import reason
from campaign.core.problems import CampaignDataError, Message, OutputError, each
from campaign.publish import RefusedError

COMMANDS = (
    CHECK,
    NEW,
    NOTICE,
    MESSAGES,
    VERIFY_PACK,
    RELEASE,
    PUBLISH,
    ROLLBACK,
    ZIP,
    PRINTED,
    REPRINT,
    LEDGER,
    DEPLOY,
    SCHEMA,
    ART,
    GALLERY,
    DOCTOR,
    AUDIT,
    MENU,
)
"""Every command, in the order of the help."""

FOLDER = "资料文件夹；不写就是 campaign_data · the campaign's folder"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; 0 where all is well, 1 where the data has problems or the output can't be replaced."""
    options = _parser().parse_args(as_meant(sys.argv[1:] if arguments is None else arguments))
    try:
        return int(options.command.run(options))
    except CampaignDataError as error:
        tell(error, sys.stderr, output=options.command.output)
    except RefusedError as error:
        say(str(error), sys.stderr)
    except OutputError as error:
        say(str(error), sys.stderr)
        say(str(_unchanged(options)), sys.stderr)
    except OSError as error:
        why = reason(error)
        say(str(Message(f"读写文件失败：{why.zh}", f"can't read or write: {why.en}")), sys.stderr)
        say(str(_unchanged(options)), sys.stderr)
    return 1


def _unchanged(options: Options) -> Message:
    """The last words of a command that failed: what is as it was."""
    output = each(options.command.output)
    return Message(f"{output.zh} 未改动", f"{output.en} is unchanged")


def _parser() -> Parser:
    parser = Parser(prog="campaign", description="宣传活动资料检查与生成 · check and make a campaign")
    commands = parser.add_subparsers(required=True, metavar="命令", title="命令 commands")
    for command in COMMANDS:
        own = commands.add_parser(command.name, help=command.about, description=command.about)
        own.add_argument("--data", type=Path, default=Path("campaign_data"), metavar="DIR", help=FOLDER)
        own.set_defaults(command=command)
        command.arguments(own)
    return parser
