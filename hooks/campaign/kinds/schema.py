"""JSON Schemas for completion in editors, made from the model so that they can't disagree with it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from campaign.kinds.fields import Record
from campaign.kinds.registry import files


def schemas() -> Mapping[str, str]:
    """The schema of each kind of file: `theme.schema.json` -> its JSON text (draft 2020-12)."""
    return {f"{name}.schema.json": _schema(one.model) for name, one in files().items()}


def _schema(model: type[Record]) -> str:
    """One schema. Editors check typed values, the reader checks text: a date or number may be either there."""
    found = {"$schema": "https://json-schema.org/draft/2020-12/schema", **model.model_json_schema()}
    return json.dumps(_without_null(found), ensure_ascii=False, indent=2) + "\n"


def _without_null(value: Any) -> Any:
    """An optional key is left out, never null: only the other choices are offered."""
    if isinstance(value, list):
        return [_without_null(item) for item in value]
    if not isinstance(value, dict):
        return value
    plain = {key: _without_null(item) for key, item in value.items() if not (key == "default" and item is None)}
    choices = plain.get("anyOf")
    if isinstance(choices, list) and {"type": "null"} in choices:
        rest = [choice for choice in choices if choice != {"type": "null"}]
        plain = {**{key: item for key, item in plain.items() if key != "anyOf"}, **_one_or(rest)}
    return plain


def _one_or(choices: list[Any]) -> dict[str, Any]:
    return choices[0] if len(choices) == 1 else {"anyOf": choices}
