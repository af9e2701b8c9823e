"""The kinds of value a campaign is made of: each takes text as it was typed and refuses what it can't mean.

A refusal is a PydanticCustomError whose type is a key of the reader's sentences; the sentence there is for staff,
the one here for engineers.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Annotated, Any, TypeVar

from pydantic import BeforeValidator, Field, GetJsonSchemaHandler, PlainValidator, ValidationInfo, WithJsonSchema
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError

from campaign.core.language import TAG, Lent, Localized
from campaign.kinds import scalars
from campaign.kinds.base import Record, Surroundings, refuse, require_order, surroundings
from campaign.kinds.scalars import ID
from campaign.say.script import is_han, written_in_han

FULL_WIDTH = re.compile(r"[０-９Ａ-Ｚａ-ｚ：－．／＃　]")
TO_ASCII = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20}
TO_ASCII |= dict.fromkeys((0x2013, 0x2014, 0x2212), 0x2D)
LONGEST_LINE = 500
LONGEST_TEXT = 20_000


def _plain(value: Any) -> str:
    """The scalar as typed: not empty nor left open, not a list or map, no full-width signs where ASCII is meant."""
    if not isinstance(value, str):
        raise refuse("scalar_expected", plain=True)
    if not value:
        raise refuse("empty")
    if value.startswith("TODO"):
        raise refuse("todo")
    if FULL_WIDTH.search(value):
        raise refuse("full_width", fixed=value.translate(TO_ASCII))
    return value


Parsed = TypeVar("Parsed")


def _ascii(parse: Callable[[str], Parsed]) -> BeforeValidator:
    """Reads a scalar that is written in ASCII: a date, a number, an address; values already parsed pass."""

    def read(value: Any) -> Any:
        return parse(_plain(value)) if isinstance(value, (str, list, dict)) or value is None else value

    return BeforeValidator(read)


def _localized(value: Any, info: ValidationInfo, *, longest: int, one_line: bool) -> Localized:
    languages = surroundings(info).languages
    if isinstance(value, Localized):
        return value
    if isinstance(value, str):
        text = _words(value, longest=longest, one_line=one_line)
        if is_han(text) and (foreign := _without_han(languages)):
            raise refuse("text_chinese_only", missing=foreign, has=[tag for tag in languages if tag not in foreign])
        return Localized.same(text, languages)
    if not isinstance(value, dict):
        raise refuse("text_shape")
    texts, faults = _by_language(value, surroundings(info), longest=longest, one_line=one_line)
    missing = [tag for tag in languages if tag not in value]
    if missing and not _unknown(value, surroundings(info)):
        faults.insert(0, {"type": "campaign.language_missing", "at": "", "ctx": {"missing": missing}})
    faults += [{"type": "campaign.text_untranslated", "at": tag, "ctx": {"tag": tag}} for tag in _untranslated(texts)]
    if faults:
        raise refuse("localized", faults=faults)
    return Localized(texts)


def _by_language(
    value: Mapping[str, Any], around: Surroundings, *, longest: int, one_line: bool
) -> tuple[dict[str, str], list[dict[str, Any]]]:
    """The texts of a language map that are sound, and what is wrong with the others and with its tags."""
    allowed = [*around.languages, *(tag for tag in around.spare_languages if tag not in around.languages)]
    faults: list[dict[str, Any]] = [
        {"type": "extra_forbidden", "at": tag, "ctx": {"allowed": allowed}} for tag in _unknown(value, around)
    ]
    texts = {}
    for tag in (tag for tag in around.languages if tag in value):
        try:
            texts[tag] = _words(value[tag], longest=longest, one_line=one_line)
        except PydanticCustomError as error:
            faults.append({"type": error.type, "at": tag, "ctx": error.context or {}})
    return texts, faults


def _unknown(value: Mapping[str, Any], around: Surroundings) -> list[str]:
    """The keys of a language map that are no language anybody knows."""
    return [tag for tag in value if tag not in around.languages and tag not in around.spare_languages]


def _urgent(value: Any, info: ValidationInfo) -> Localized:
    """A line in as many languages as there was time for: Chinese is enough, its words stand in for the others."""
    return _lent(value, info, longest=LONGEST_LINE, unread=_unread)


def _own(value: Any, info: ValidationInfo) -> Localized:
    """A text, of several lines or one, in whichever languages it is sent in: in no other does it say anything."""
    said = _lent(value, info, longest=LONGEST_TEXT, unread=lambda *_: [])
    return Localized({tag: text for tag, text in said.items() if said.spoken(tag) == tag})


def _lent(
    value: Any, info: ValidationInfo, *, longest: int, unread: Callable[[Mapping[str, str], ValidationInfo], list[str]]
) -> Localized:
    """Words in one language or more; unread: the languages that may not be left out and are."""
    around, one_line = surroundings(info), longest == LONGEST_LINE
    if isinstance(value, Localized):
        return value
    if isinstance(value, str):
        text = _words(value, longest=longest, one_line=one_line)
        foreign = _without_han(around.languages) if is_han(text) else ()
        own = [tag for tag in around.languages if tag not in foreign] or around.languages[:1]
        if lacking := unread(dict.fromkeys(own, text), info):
            raise refuse("language_missing", missing=lacking)
        return Lent(dict.fromkeys(own, text), around.languages)
    if not isinstance(value, dict):
        raise refuse("text_shape")
    texts, faults = _by_language(value, around, longest=longest, one_line=one_line)
    lacking = unread(texts, info) if texts else list(around.languages)
    if lacking and not faults:
        faults = [{"type": "campaign.language_missing", "at": "", "ctx": {"missing": lacking}}]
    if faults:
        raise refuse("localized", faults=faults)
    copied = _untranslated(texts)
    return Lent({tag: text for tag, text in texts.items() if tag not in copied}, around.languages)


def _unread(texts: Mapping[str, str], info: ValidationInfo) -> list[str]:
    """The Chinese languages of a campaign that has some, where a notice says nothing in Chinese: most people who must
    hear of it read no other. Its fewer words may be a number or a sign."""
    chinese = [tag for tag in surroundings(info).languages if written_in_han(tag)]
    said = any(is_han(texts.get(tag, "")) for tag in chinese)
    return [] if said or info.field_name != "text" else chinese


def _without_han(languages: Iterable[str]) -> list[str]:
    """Those languages that aren't written in Chinese characters."""
    return [tag for tag in languages if not written_in_han(tag)]


def _untranslated(texts: Mapping[str, str]) -> list[str]:
    """The languages whose text is the Chinese one word for word."""
    foreign = _without_han(texts)
    chinese = {text.strip() for tag, text in texts.items() if tag not in foreign and is_han(text)}
    return [tag for tag in foreign if texts[tag].strip() in chinese]


def _words(value: Any, *, longest: int, one_line: bool) -> str:
    if not isinstance(value, str):
        raise refuse("scalar_expected")
    text = value.strip("\n")
    if not text.strip():
        raise refuse("empty")
    if len(text) > longest:
        raise refuse("text_long", length=len(text), longest=longest)
    if one_line and "\n" in text:
        raise refuse("text_lines")
    return text


def _text_schema(longest: int) -> WithJsonSchema:
    one = {"type": "string", "minLength": 1, "maxLength": longest}
    several = {"type": "object", "minProperties": 1, "additionalProperties": one, "properties": {"zh": one, "en": one}}
    return WithJsonSchema({"anyOf": [several, one]})


def _line(value: Any, info: ValidationInfo) -> Localized:
    return _localized(value, info, longest=LONGEST_LINE, one_line=True)


def _text(value: Any, info: ValidationInfo) -> Localized:
    return _localized(value, info, longest=LONGEST_TEXT, one_line=False)


def ref(kind: str) -> Any:
    """The id of a record of this kind that exists somewhere in the folder."""

    def known(value: str, info: ValidationInfo) -> str:
        ids = surroundings(info).ids.get(kind)
        if ids is not None and value not in ids:
            raise refuse("reference", kind=kind, allowed=", ".join(sorted(ids)))
        return value

    return Annotated[str, PlainValidator(known), _ascii(str), WithJsonSchema({"type": "string", "title": kind})]


def _string(pattern: str) -> WithJsonSchema:
    return WithJsonSchema({"type": "string", "pattern": pattern})


Line = Annotated[Localized, PlainValidator(_line), _text_schema(LONGEST_LINE)]
"""One line of plain text in every language."""
UrgentLine = Annotated[Lent, PlainValidator(_urgent), _text_schema(LONGEST_LINE)]
"""The same in an emergency: one language is enough (`Localized.spoken`)."""
OwnText = Annotated[Localized, PlainValidator(_own), _text_schema(LONGEST_TEXT)]
"""Text of one line or more in any of the languages, and in those alone."""
Text = Annotated[Localized, PlainValidator(_text), _text_schema(LONGEST_TEXT)]
"""Plain text in every language; may have line breaks."""
RichText = Annotated[Localized, PlainValidator(_text), _text_schema(LONGEST_TEXT)]
"""Markdown in every language; shown through the allow-list."""
Id = Annotated[str, _ascii(scalars.record_id), _string(f"^{ID.pattern}$")]
Day = Annotated[date, _ascii(scalars.day), _string(r"^\d{4}-\d{2}-\d{2}$")]
Clock = Annotated[time, _ascii(scalars.clock), _string(r"^\d{2}:\d{2}$")]
Moment = Annotated[datetime, _ascii(scalars.moment), _string(r"^\d{4}-\d{2}-\d{2} \d{2}:\d{2}$")]
When = Annotated[date | datetime, _ascii(scalars.when), _string(r"^\d{4}-\d{2}-\d{2}( \d{2}:\d{2})?$")]
"""A day and a time, or a day alone."""
Count = Annotated[int, _ascii(scalars.count), WithJsonSchema({"type": ["integer", "string"]})]
Number = Annotated[float, _ascii(scalars.number), WithJsonSchema({"type": ["number", "string"]})]
Flag = Annotated[bool, _ascii(scalars.flag), WithJsonSchema({"enum": [True, False, "true", "false"]})]
Colour = Annotated[str, _ascii(scalars.colour), _string("^#[0-9A-Fa-f]{6}$")]
Phone = Annotated[str, _ascii(scalars.phone), WithJsonSchema({"type": ["string", "integer"]})]
WebAddress = Annotated[str, _ascii(scalars.web_address), _string("^https://")]
SiteAddress = Annotated[str, _ascii(scalars.site_address), _string("^https://.*/$")]
PublicKey = Annotated[str, _ascii(scalars.public_key), _string("^ssh-ed25519 ")]
LanguageTag = Annotated[str, _ascii(scalars.language_tag), _string(f"^{TAG.pattern}$")]
ImagePath = Annotated[str, PlainValidator(scalars.image), _ascii(str), WithJsonSchema({"type": "string"})]
Sample = Annotated[Flag, Field(description="示例数据：不是单位确认的事实 · sample data, not the office's own facts")]


@dataclass(frozen=True)
class OneOf:
    """The schema of a choice, asked for when it is needed: what there is to choose may be found out late."""

    allowed: Callable[[], Iterable[str]]
    about: str = ""

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        found: JsonSchemaValue = {"enum": list(self.allowed())}
        return {"description": self.description, **found} if self.about else found

    @property
    def description(self) -> str:
        """What the schema says of it: every choice."""
        return self.about + " / ".join(self.allowed()) if self.about else ""


def choice(allowed: Sequence[str] | Callable[[], Iterable[str]], *, about: str = "") -> Any:
    """One of a few words; about: what stands before the words in the schema's description, none where it is empty."""
    words = allowed if callable(allowed) else lambda: allowed

    def known(value: object) -> str:
        if not isinstance(value, str) or value not in words():
            raise refuse("choice", allowed=", ".join(words()))
        return value

    return Annotated[str, PlainValidator(known), OneOf(words, about)]


def _spelled(value: Any) -> str:
    """A scalar as typed, one line: a document number, a code."""
    return _words(value, longest=LONGEST_LINE, one_line=True)


Spelled = Annotated[str, PlainValidator(_spelled), WithJsonSchema({"type": "string"})]
"""One text that is the same in every language: a document number, a registration code."""

__all__ = [
    "ID",
    "Clock",
    "Colour",
    "Count",
    "Day",
    "Flag",
    "Id",
    "ImagePath",
    "LanguageTag",
    "Line",
    "Moment",
    "Number",
    "OwnText",
    "Phone",
    "Record",
    "RichText",
    "Sample",
    "PublicKey",
    "SiteAddress",
    "Spelled",
    "Surroundings",
    "Text",
    "UrgentLine",
    "WebAddress",
    "When",
    "choice",
    "ref",
    "refuse",
    "require_order",
    "surroundings",
]
