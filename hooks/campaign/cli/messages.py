"""`campaign messages`: the messages of the week as they are sent, to read, to copy, or as files."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from campaign import builder
from campaign.builder.job import Job
from campaign.channels.messages import WHOLE_FOLDER, Composed, Sent, counted, saved, stem
from campaign.cli import project, stale_messages
from campaign.cli.command import Arguments, Command, Options
from campaign.core.console import say
from campaign.core.problems import Message
from campaign.kinds.message import CHANNELS

WHOLE = "-"
"""What stands for the office of the whole campaign where a county is asked for."""
NONE = Message("没有这样的消息", "no such messages")


def run(options: Options) -> int:
    """Write what is asked for, in its order of time; 0 also where there is nothing."""
    job = _job(options)
    if options.stale is not None:
        _, made = stale_messages.run(job, options.stale, wanted=lambda one: _wanted(one, options))
        if options.out and made:
            _save(made, options.out)
        return 0
    found = [one for one in (job.planned or {}).get("messages", ()) if _wanted(one, options)]
    if not found:
        say(str(NONE), sys.stdout)
        return 0
    if options.out:
        _save(found, options.out)
        return 0
    for one in found:
        say("\n".join((heading(one), *(text for _, text in one.copied), "")), sys.stdout)
    return 0


def _save(found: list[Composed], folder: Path) -> None:
    for path, content in files(found):
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    say(f"已写 wrote: {folder.as_posix()}/ ({len(found)})", sys.stdout)


def _job(options: Options) -> Job:
    """The campaign with its messages planned; CampaignDataError where anything in it is wrong."""
    project.settle(options.data)
    return builder.first_job(
        options.data,
        shown_as=options.data.as_posix(),
        docs=project.docs(),
        theme=project.THEME,
        witnesses=project.witnesses(options.data),
        sites=project.sites(),
    )


def _wanted(one: Composed | Sent, options: Options) -> bool:
    county = "" if options.county == WHOLE else options.county
    return (
        (options.day is None or one.at.date() == options.day)
        and (options.county is None or one.county == county)
        and (options.channel is None or one.channel == options.channel)
    )


def heading(one: Composed) -> str:
    """When, where, from whom, which one and how long, on a line above its text."""
    name = one.called
    return f"== {one.at:%Y-%m-%d %H:%M}  {name.zh} {name.en}  {one.sender}  {one.id}  {counted(one)}"


def files(found: list[Composed]) -> Iterator[tuple[str, bytes]]:
    """Each message as a file of text; the path says the sender, then all the rest, in ASCII."""
    for one in found:
        yield f"{one.county or WHOLE_FOLDER}/{stem(one)}.txt", saved(one)


def _arguments(parser: Arguments) -> None:
    parser.add_argument(
        "--stale",
        type=Path,
        nargs="?",
        const=stale_messages.DATES,
        metavar="SENT.json",
        help="哪些已发的消息现在不对了，替您写好更正；给出消息页保存的发送记录，不给就按时间算 · "
        "which sent messages are wrong now, with a correction for each, by the record that the page of messages saves",
    )
    parser.add_argument("--day", type=date.fromisoformat, metavar="2024-04-21", help="只要这一天的 · of one day")
    parser.add_argument("--county", metavar="ID", help="只要这个县（市）发的，州局写 - · of one sender, - the whole's")
    parser.add_argument("--channel", choices=tuple(CHANNELS), metavar="NAME", help="只要这个渠道的 · on one channel")
    parser.add_argument("--out", type=Path, metavar="DIR", help="每条存成一个文件 · save each as a file")


MESSAGES = Command(
    name="messages",
    output=Message("已存的消息", "what was saved"),
    about="看写好的消息，存成文件，或者查哪些已发的要更正 · show or save the messages of the week, or what to correct",
    run=run,
    arguments=_arguments,
)
