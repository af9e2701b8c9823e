"""Schema: what the JSON of the data may hold, worked out from the model itself (JSON Schema 2020-12)."""

from __future__ import annotations

import json
import types
from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from enum import Enum
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from pydantic.fields import FieldInfo

from campaign.core.language import Lent, Localized
from campaign.kinds import Campaign, files
from campaign.kinds.fields import OneOf, Record

SCALARS: Mapping[type, dict[str, Any]] = {
    str: {"type": "string"},
    bool: {"type": "boolean"},
    int: {"type": "integer"},
    float: {"type": "number"},
    datetime: {"type": "string", "format": "date-time", "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d[+-]\d\d:\d\d$"},
    date: {"type": "string", "format": "date", "pattern": r"^\d{4}-\d\d-\d\d$"},
    time: {"type": "string", "pattern": r"^\d\d:\d\d$"},
}


def schema_json(campaign: Campaign) -> bytes:
    """The schema as the site gives it."""
    return (json.dumps(data_schema(campaign.languages), ensure_ascii=False, indent=1) + "\n").encode()


def data_schema(languages: Sequence[str]) -> dict[str, Any]:
    """The schema of `data_json` for a site in these languages: every record kind by name, no unknown keys."""
    made = _Schema(languages)
    given = [file for file in files().values() if file.public]
    parts = {one.name: made.several(one.model) if one.folder else made.of(one.model) for one in given}
    head = {"$schema": {"type": "string"}, "preview": {"type": "boolean"}}
    required = ["$schema", "preview", *(one.name for one in given if one.required or one.folder)]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "type": "object",
        "additionalProperties": False,
        "required": required,
        "properties": head | parts,
        "$defs": dict(sorted(made.definitions.items())),
    }


class _Schema:
    """Turns the model's annotations into schemas; every record becomes a definition."""

    def __init__(self, languages: Sequence[str]) -> None:
        text = {"type": "string", "minLength": 1}
        self.definitions: dict[str, Any] = {
            "Localized": {
                "type": "object",
                "additionalProperties": False,
                "required": list(languages),
                "properties": dict.fromkeys(languages, text),
            }
        }

    def of(self, hint: Any) -> dict[str, Any]:
        """The schema of one annotation."""
        origin, inner = get_origin(hint), get_args(hint)
        if origin is Annotated:
            return self.of(inner[0])
        if origin in (Union, types.UnionType):
            kinds = [self.of(one) for one in inner if one is not type(None)]
            return kinds[0] if len(kinds) == 1 else {"anyOf": kinds}
        if origin is tuple:
            return self.several(inner[0])
        if origin in (dict, Mapping):
            return {"type": "object", "additionalProperties": self.of(inner[1])}
        return self._plain(hint)

    def several(self, hint: Any) -> dict[str, Any]:
        """The schema of a list of these."""
        return {"type": "array", "items": self.of(hint)}

    def _plain(self, hint: type) -> dict[str, Any]:
        if hint is Localized:
            return {"$ref": "#/$defs/Localized"}
        if hint is Lent:
            return {key: value for key, value in self.definitions["Localized"].items() if key != "required"}
        if issubclass(hint, Record):
            return self._record(hint)
        return {"enum": [one.value for one in hint]} if issubclass(hint, Enum) else dict(SCALARS[hint])

    def _record(self, model: type[Record]) -> dict[str, Any]:
        name = model.__name__
        if name not in self.definitions:
            self.definitions[name] = {}
            hints = get_type_hints(model, include_extras=True)
            given = {key: field for key, field in model.model_fields.items() if not field.exclude}
            fields = {key: self._field(hints[key], _described(field)) for key, field in given.items()}
            needed = [key for key, field in given.items() if type(None) not in get_args(field.annotation)]
            self.definitions[name] = {
                "type": "object",
                "description": (model.__doc__ or "").split("\n")[0],
                "additionalProperties": False,
                "required": needed,
                "properties": fields,
            }
        return {"$ref": f"#/$defs/{name}"}

    def _field(self, hint: Any, description: str | None) -> dict[str, Any]:
        return self.of(hint) | ({"description": description} if description else {})


def _described(field: FieldInfo) -> str | None:
    """What the model says of a field; of a choice that is found out late, every choice."""
    return field.description or next((one.description for one in field.metadata if isinstance(one, OneOf)), None)
