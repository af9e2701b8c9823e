"""Counter: how long a message is, as whoever sends it is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from campaign.channels.messages.layouts import mark_of
from campaign.channels.messages.limits import LIMITS, characters, phone_lines, seconds, sms
from campaign.core.problems import Message
from campaign.say.script import written_in_han

if TYPE_CHECKING:
    from campaign.channels.messages.job import Composed


def counted(one: Composed) -> Message:
    """Its length as its channel counts it: parts of a text message, lines of Moments, seconds of an announcement."""
    length = characters(one.text)
    if one.channel == "sms":
        found = sms(one.text)
        return Message(f"{found.units} 字，按 {found.parts} 条计费", f"{found.units} long, charged as {found.parts}")
    if one.channel == "broadcast":
        spoken = one.text.removeprefix(mark_of(one.language)) if one.sample else one.text
        lasting = seconds(spoken, han=written_in_han(one.language))
        return Message(f"{length} 字，约 {lasting} 秒", f"{length} characters, about {lasting} seconds")
    if one.channel == "moments":
        lines = phone_lines(one.text)
        return Message(f"{length} 字，手机上约 {lines} 行", f"{length} characters, about {lines} lines on a phone")
    limits = LIMITS.get(one.channel)
    most = limits.text or limits.title if limits else 0
    folded = limits.folded if limits else 0
    if folded and length > folded:
        return Message(
            f"{length}/{most} 字，第 {folded} 字以后折叠", f"{length} of {most} characters, folded after {folded}"
        )
    if most:
        return Message(f"{length}/{most} 字", f"{length} of {most} characters")
    return Message(f"{length} 字", f"{length} characters")
