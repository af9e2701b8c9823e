"""The command line: check, notice, verify-pack, release, zip, reprint, ledger, schema."""

from __future__ import annotations

import argparse
import os
import pickle
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from campaign import builder, paper, release
from campaign.channels import Commission, posters
from campaign.cli import airing
from campaign.core.console import say, tell
from campaign.core.context import BuildContext
from campaign.core.problems import CampaignDataError, OutputError
from campaign.kinds.schema import schemas
from campaign.paper import ledger
from campaign.read import Reading, read_folder

Options = argparse.Namespace


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; 0 where all is well, 1 where the data has problems or the output can't be replaced."""
    options = _parser().parse_args(arguments)
    try:
        return int(options.run(options))
    except CampaignDataError as error:
        tell(error, sys.stderr, output=options.output)
    except OutputError as error:
        say(str(error), sys.stderr)
    except OSError as error:
        said = f"{error.strerror or error}: {error.filename or ''}"
        say(
            f"读写文件失败，{options.output} 未改动 · can't read or write, {options.output} is unchanged: {said}",
            sys.stderr,
        )
    return 1


class _Parser(argparse.ArgumentParser):
    """Help and usage on a console of any encoding."""

    def _print_message(self, message: str, file: Any = None) -> None:
        say(message.rstrip("\n"), file or sys.stderr)


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="campaign", description="宣传周资料检查与生成 · check and make a campaign")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    for name, (run, output, about) in COMMANDS.items():
        command = commands.add_parser(name, help=about, description=about)
        command.add_argument("--data", type=Path, default=Path("campaign_data"), metavar="DIR")
        command.set_defaults(run=run, output=output)
        if name in ARGUMENTS:
            ARGUMENTS[name](command)
    return parser


def _check(options: Options) -> int:
    campaign = builder.first_job(options.data, shown_as=options.data.as_posix(), witnesses=_witnesses()).campaign
    counts = f"{len(campaign.events)} 场活动 outreach events, {len(campaign.languages)} 种语言 languages"
    say(f"没有问题 no problems: {options.data.as_posix()} ({counts})。接下来 next: make site", sys.stdout)
    return 0


def _release(options: Options) -> int:
    folder, output = options.data, Path("release")
    reading = read_folder(folder, shown_as=folder.as_posix())
    context = _context(reading, cleared=True)
    edition = release.prepare(
        reading,
        context,
        folder,
        plan=lambda imprints: builder.planned(_commission(reading, context, imprints, folder)),
        shown_as=folder.as_posix(),
        witnesses=_witnesses(),
    )
    say(f"{len(edition.sheets)} 张待印 prints: 生成并逐张回读 making and reading back each", sys.stdout)
    done = release.release(edition, folder, output, build_site=partial(_build_site, folder))
    for name, count in done.packs.items():
        say(f"  {name}: {count}", sys.stdout)
    say(f"已发布，台账已写。打开 released, the ledger is written; open: {output / 'site' / 'index.html'}", sys.stdout)
    return 0


def _build_site(folder: Path, edition: release.Edition, target: Path) -> None:
    """The site of an edition, by MkDocs in a process of its own, into a folder that isn't there yet."""
    campaign = edition.campaign
    job = builder.Job(
        campaign=campaign,
        context=edition.context,
        language=campaign.languages[0],
        folder=folder.absolute(),
        book=edition.book,
        now=builder.moment(campaign.campaign.time_zone),
        places=edition.places,
    )
    handed = target.with_name("release.job")
    handed.write_bytes(pickle.dumps(job))
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(target.absolute())]
    environment = {**os.environ, builder.JOB: str(handed.absolute()), "NO_MKDOCS_2_WARNING": "1"}
    built = subprocess.run(command, env=environment, check=False)
    handed.unlink()
    if built.returncode:
        raise SystemExit(built.returncode)


def _zip(options: Options) -> int:
    made = release.zip_published(options.site, Path("dist"), _in_tenths())
    size = f"{made.stat().st_size / 1_000_000:.0f} MB"
    say(f"已打包 packed: {made.as_posix()} ({size})", sys.stdout)
    say("解压到一个文件夹，打开里面的 unpack it into a folder and open: index.html", sys.stdout)
    return 0


def _in_tenths() -> Callable[[int, int], None]:
    """Tells of each tenth of the work once."""
    told: set[int] = set()

    def tell(done: int, whole: int) -> None:
        tenth = 10 * done // whole if whole else 10
        if tenth and tenth not in told:
            told.add(tenth)
            say(f"打包 packing: {10 * tenth} %", sys.stdout)

    return tell


def _witnesses() -> list[Path]:
    return ledger.witnesses(Path("release"), Path("site"))


def _reprint(options: Options) -> int:
    reading = read_folder(options.data, shown_as=options.data.as_posix())
    known = ledger.load(options.data, shown_as=options.data.as_posix())
    context = _context(reading)
    book = paper.book(reading.campaign, context, known, places=reading.places)
    found = release.reprint(book, posters.plan(_commission(reading, context, book.imprints, options.data)))
    for line in release.told(found, known):
        say(line, sys.stdout)
    return 0


def _ledger(options: Options) -> int:
    if options.start:
        reading = read_folder(options.data, shown_as=options.data.as_posix())
        head = reading.campaign.campaign
        today = builder.today(head.time_zone)
        ledger.start(options.data, site_address=head.site_address, today=today, witnesses=_witnesses())
    known = ledger.load(options.data, shown_as=options.data.as_posix())
    say(f"台账完好 the ledger is sound: {len(known.entries)} 条 entries", sys.stdout)
    return 0


def _write_schemas(options: Options) -> int:
    folder = options.data / "schema"
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in schemas().items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
    say(f"已写 wrote: {folder.as_posix()}/ ({len(schemas())})", sys.stdout)
    return 0


def _context(reading: Reading, *, cleared: bool = False) -> BuildContext:
    head = reading.campaign.campaign
    return BuildContext(today=builder.today(head.time_zone), site_address=head.site_address, release=cleared)


def _commission(
    reading: Reading, context: BuildContext, imprints: Mapping[tuple[str, str], paper.Imprint], folder: Path
) -> Commission:
    now = builder.moment(reading.campaign.campaign.time_zone)
    return builder.commission(
        reading.campaign, context, imprints, folder=folder.absolute(), places=reading.places, now=now
    )


def _zip_arguments(command: argparse.ArgumentParser) -> None:
    command.add_argument("--site", type=Path, default=Path("site"), metavar="DIR")


def _ledger_arguments(command: argparse.ArgumentParser) -> None:
    command.add_argument("--start", action="store_true", help="新建空台账 · begin an empty ledger")


ARGUMENTS: dict[str, Callable[[argparse.ArgumentParser], None]] = {
    "ledger": _ledger_arguments,
    "notice": airing.notice_arguments,
    "verify-pack": airing.pack_arguments,
    "zip": _zip_arguments,
}
COMMANDS: dict[str, tuple[Callable[[Options], int], str, str]] = {
    "check": (_check, "site/", "检查资料，列出全部问题 · read the folder and list every problem"),
    "notice": (
        airing.notice,
        "campaign_data/",
        "紧急通知：排在每块屏最前，到点自己撤下 · put an urgent notice on every display, or take it back",
    ),
    "verify-pack": (airing.verify_packs, "site/", "核对播放包有没有缺、改、多 · check that a pack is as it was made"),
    "release": (
        _release,
        "release/",
        "正式付印：查、做、回读、写台账、打包 · clear for print, make, prove, write, pack",
    ),
    "zip": (_zip, "dist/", "把生成好的网站打成一个 ZIP，可用 U 盘带走 · pack the built site for a USB stick"),
    "reprint": (_reprint, "release/", "印出以后哪些变了 · what was printed and has changed since"),
    "ledger": (_ledger, "campaign_data/", "查看台账是否完好 · is the ledger of printed codes sound"),
    "schema": (_write_schemas, "schema/", "重新生成编辑器用的结构说明 · write the JSON Schemas for editors"),
}


if __name__ == "__main__":
    sys.exit(main())
