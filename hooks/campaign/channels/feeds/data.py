"""Data: the whole campaign as one JSON file, for anyone's own use of it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import date, datetime, time
from enum import Enum
from typing import Any

from campaign.core.context import BuildContext
from campaign.core.language import Localized
from campaign.kinds import Campaign, files, urls
from campaign.kinds.fields import Record
from campaign.say.dates import machine


def parts(campaign: Campaign) -> Iterator[tuple[str, Any]]:
    """What is given away of a campaign, file by file: all it has but what is only the office's own.

    A field that its model excludes from what is given is the office's own too.
    """
    for file in files().values():
        held = campaign.of_file(file.name)
        if file.public and (held or file.folder):
            yield file.name, held if file.folder else held[0]


def data_json(campaign: Campaign, context: BuildContext) -> bytes:
    """UTF-8 JSON; texts by language tag, times with their offset, nothing that has no value."""
    zone = campaign.campaign.time_zone
    given = {name: _plain(value, zone) for name, value in parts(campaign)}
    head = {"$schema": urls.DATA_SCHEMA.rpartition("/")[2], "preview": not context.release}
    return (json.dumps(head | given, ensure_ascii=False, indent=1) + "\n").encode()


def _plain(value: Any, zone: str) -> Any:
    """A value of the model as JSON has it."""
    if isinstance(value, Record):
        given = (name for name, field in type(value).model_fields.items() if not field.exclude)
        fields = ((name, getattr(value, name)) for name in given)
        return {name: _plain(one, zone) for name, one in fields if one is not None}
    if isinstance(value, Localized):
        return {tag: text for tag, text in value.items() if value.spoken(tag) == tag}
    if isinstance(value, Mapping):
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
