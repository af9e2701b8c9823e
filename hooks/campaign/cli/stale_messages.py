"""`campaign messages --stale`: which sent messages are wrong now, what changed since, and a correction for each."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from campaign.builder.job import Job
from campaign.channels.messages import (
    Change,
    Composed,
    Sent,
    by_dates,
    correction,
    counted,
    recorded,
    wrong,
)
from campaign.core.console import say
from campaign.core.problems import CampaignDataError, Message, Place, Problem
from campaign.kinds.message import CHANNELS, MINUTE, file_of

DATES = Path()
"""What is given for a record where nobody names one: the messages are taken to have gone out at their hours."""
NOTHING = Message("已发的消息都和现在的资料一致", "nothing that was sent has become wrong")
BY_RECORD = Message("按发送记录核对了 {n} 条", "{n} checked by the record of what was sent")
BY_DATES = Message(
    "没有给发送记录：到点的 {n} 条都当作已发，按发布过的日历和变更日期核对；地点只看有没有说改了地点。"
    "更准的办法是在消息页保存发送记录",
    "no record was given: {n} whose hour is past are taken as sent, and compared with the calendars published then and "
    "the days of changes; a venue only where a move was announced. A record saved on the page of messages is surer",
)
OVER = Message("都已经结束，或者没有发送单位，不用再发更正", "all of it is over, or nobody sends for it: no correction")
FACTS = {
    "title": Message("名称", "title"),
    "when": Message("时间", "time"),
    "where": Message("地点", "venue"),
    "state": Message("状态", "state"),
    "text": Message("文字", "wording"),
}
GONE = Message("资料里已经没有了", "gone")
NO_RECORD = Message("这不是本活动的发送记录", "this is no record of this campaign's messages")
SAVE = Message("在“工作人员”的消息页点“保存发送记录”，用那个文件", "use the file that the page of messages saves")


def run(job: Job, record: Path, *, wanted: Callable[[Sent], bool]) -> tuple[int, list[Composed]]:
    """Say what is wrong, and return how many were checked and the corrections; CampaignDataError for no sound record.

    record: what the page of messages saved, or `DATES`.
    """
    campaign, plan, now = job.campaign, file_of(job.campaign), job.commission({}).moment
    sent = [one for one in _sent(job, record) if wanted(one)]
    basis = BY_DATES if record == DATES else BY_RECORD
    say(str(Message(basis.zh.format(n=len(sent)), basis.en.format(n=len(sent)))), sys.stdout)
    found, made = wrong(campaign, sent, now), list[Composed]()
    if not found or plan is None:
        say(str(NOTHING), sys.stdout)
        return len(sent), []
    for one, changes in found:
        notice = correction(job.commission({}), plan, one, changes, now)
        made += [notice] if notice else []
        say("\n".join(("", *_told(one, changes), *_drafted(notice))), sys.stdout)
    return len(sent), made


def _sent(job: Job, record: Path) -> list[Sent]:
    if record == DATES:
        return list(by_dates(job.campaign, job.history, job.commission({}).moment))
    try:
        return recorded(record.read_bytes(), job.campaign.campaign.id)
    except ValueError as error:
        line = error.lineno if isinstance(error, json.JSONDecodeError) else 1
        raise CampaignDataError([Problem(Place(record.as_posix(), line), NO_RECORD, hint=SAVE)]) from None


def _told(one: Sent, changes: tuple[Change, ...]) -> Iterator[str]:
    name = CHANNELS[one.channel]
    yield f"== {one.at:{MINUTE}}  {name.zh} {name.en}  {one.county or '-'}  {one.id}  {one.heading}"
    for change in changes:
        subject = change.then.get("title") or change.now.get("title") or change.then.get("text", "")
        if not change.now:
            yield f"   {subject}: {GONE}"
        for fact in change.names if change.now else ():
            was, now = change.then.get(fact, "-"), change.now.get(fact, "-")
            yield f"   {subject}  {FACTS[fact]}: {was} → {now}"


def _drafted(notice: Composed | None) -> Iterator[str]:
    if notice is None:
        yield f"-- {OVER}"
        return
    yield f"-- 更正 correction  {counted(notice)}"
    yield from (text for _, text in notice.copied)
