"""Ticks: the record of what was sent, as the page of messages saves it."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any

from campaign.channels.messages.stale import Sent
from campaign.kinds.message import CHANNELS, MINUTE

FORMAT = "campaign-messages-sent/1"
"""What a record says of itself; `messages.js` writes it."""


def recorded(content: bytes, campaign_id: str) -> list[Sent]:
    """The messages of a record by their time; ValueError where it isn't one of this campaign, or isn't whole."""
    try:
        record: Any = json.loads(content.decode("utf-8-sig"))
        if record["format"] != FORMAT or record["campaign"] != campaign_id:
            raise ValueError("another format, or another campaign's")
        found = [_sent(one) for one in record["sent"]]
    except (KeyError, TypeError, AttributeError, UnicodeDecodeError, RecursionError) as error:
        raise ValueError(str(error)) from None
    return sorted(found, key=lambda one: (one.at, one.id, one.language))


def _sent(one: Any) -> Sent:
    kind, record_id = map(_text, one["about"])
    if one["channel"] not in CHANNELS:
        raise ValueError(f"channel {one['channel']}")
    return Sent(
        id=_text(one["id"]),
        language=_text(one["language"]),
        at=datetime.strptime(one["at"], MINUTE),
        channel=one["channel"],
        county=_text(one["county"]),
        about=(kind, record_id),
        heading=_text(one["heading"]),
        words="\n".join(_text(one[name]) for name in ("title", "summary", "text") if name in one),
        facts={
            _text(about): {_text(name): _text(value) for name, value in facts.items()}
            for about, facts in one["facts"].items()
        },
        sample=one.get("sample") is True,
    )


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError("a text was expected")
    return value
