"""Data: the whole campaign as one JSON file, for anyone's own use of it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import fields
from datetime import date, datetime, time
from enum import Enum
from typing import Any

from campaign.core.context import BuildContext
from campaign.core.language import Localized
from campaign.kinds import Campaign, urls
from campaign.kinds.fields import Record
from campaign.say.dates import machine

KEPT_BACK = frozenset({"permalinks"})
"""What isn't given away: the office's notes on printed addresses, which are only for the ledger."""
PARTS = tuple(one.name for one in fields(Campaign) if one.name not in KEPT_BACK)
"""What is given away: whatever else the model has, so that nothing new is forgotten."""


def data_json(campaign: Campaign, context: BuildContext) -> bytes:
    """UTF-8 JSON; texts by language tag, times with their offset, nothing that has no value."""
    zone = campaign.campaign.time_zone
    parts = {name: _plain(getattr(campaign, name), zone) for name in PARTS if getattr(campaign, name) is not None}
    head = {"$schema": urls.DATA_SCHEMA.rpartition("/")[2], "preview": not context.release}
    return (json.dumps(head | parts, ensure_ascii=False, indent=1) + "\n").encode()


def _plain(value: Any, zone: str) -> Any:
    """A value of the model as JSON has it."""
    if isinstance(value, Record):
        fields = ((name, getattr(value, name)) for name in type(value).model_fields)
        return {name: _plain(one, zone) for name, one in fields if one is not None}
    if isinstance(value, (Localized, Mapping)):
        return {key: _plain(one, zone) for key, one in value.items()}
    if isinstance(value, (tuple, list)):
        return [_plain(one, zone) for one in value]
    return _scalar(value, zone)


def _scalar(value: Any, zone: str) -> Any:
    if isinstance(value, datetime):
        return machine(value, zone)
    if isinstance(value, time):
        return f"{value:%H:%M}"
    if isinstance(value, date):
        return value.isoformat()
    return value.value if isinstance(value, Enum) else value
