"""Telling: what authors are told of a person's number, mailbox or id in what is published."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from campaign.core.problems import Message
from campaign.say.personal.finding import CARD, IDENTITY, MAILBOX, MOBILE, QQ, WECHAT, Found

ALLOWED = "published_on_purpose"
"""The list in contacts.yml of what an office gives away on purpose."""
CALLED: Mapping[str, Message] = MappingProxyType(
    {
        MOBILE: Message("手机号", "the mobile number"),
        IDENTITY: Message("身份证号", "the identity number"),
        CARD: Message("银行卡号", "the bank card number"),
        MAILBOX: Message("个人邮箱", "the personal mailbox"),
        WECHAT: Message("个人微信号", "the personal WeChat id"),
        QQ: Message("QQ 号", "the QQ number"),
    }
)
OFFICE = f"确实要公布的，照样写进 contacts.yml 的“{ALLOWED}”，并写明理由"
OFFICE_EN = f"where the office means to publish it, add it with the reason to {ALLOWED} in contacts.yml"
HINTS: Mapping[str, Message] = MappingProxyType(
    {
        MOBILE: Message(
            f"删去；要留电话，写单位电话。{OFFICE}", f"take it out, or give an office's number; {OFFICE_EN}"
        ),
        MAILBOX: Message(f"删去，或者换成单位邮箱。{OFFICE}", f"take it out, or give the office's own; {OFFICE_EN}"),
        IDENTITY: Message("删去", "take it out"),
        CARD: Message("删去", "take it out"),
    }
)

NAME = Message("文件名", "the file's name")
RENAME = Message("给文件改名；别处写到它的，一起改", "rename the file, and whatever names it")


def told(found: Found, where: Message) -> Message:
    """That something that is published holds it; where: what does."""
    kind = CALLED[found.kind]
    return Message(
        f"{where.zh}里有{kind.zh}“{found.text}”，不能公布",
        f"{where.en} holds {kind.en} {found.text}, which must not be published",
    )


def problem_hint(found: Found) -> Message:
    """What to do about it."""
    return HINTS.get(found.kind, Message(f"删去。{OFFICE}", f"take it out; {OFFICE_EN}"))
