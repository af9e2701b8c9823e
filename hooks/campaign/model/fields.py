"""The kinds of value a campaign is made of: each takes text as it was typed and refuses what it can't mean.

A refusal is a PydanticCustomError whose type is a key of the reader's message table; the sentence there is for staff,
the one here for engineers.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Annotated, Any, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, PlainValidator, ValidationInfo, WithJsonSchema
from pydantic_core import PydanticCustomError

from campaign.language import TAG, Localized

ID = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,46}[a-z0-9])?")
FULL_WIDTH = re.compile(r"[０-９Ａ-Ｚａ-ｚ：－．／＃　]")
TO_ASCII = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20, 0x2013: 0x2D, 0x2014: 0x2D, 0x2212: 0x2D}
MOBILE = re.compile(r"(?:\+?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}")
PHONE = re.compile(r"(?:\+\d{1,3}-)?(?:0\d{2,3}-\d{7,8}(?:-\d{1,6})?|400-?\d{3}-?\d{4}|1\d{2,4}|9\d{4,5})")
LONGEST_LINE = 500
LONGEST_TEXT = 20_000


@dataclass(frozen=True, kw_only=True)
class Surroundings:
    """What a value is checked against besides itself.

    languages: the site's tags, first first; spare_languages: others a text may have ready; ids: for each record kind the ids that exist anywhere in the folder;
    week: first and last day, None while unknown; images: files below campaign_data/ that may be shown.
    """

    languages: tuple[str, ...] = ("zh", "en")
    spare_languages: tuple[str, ...] = ("zh", "en")
    ids: Mapping[str, frozenset[str]] = field(default_factory=dict)
    week: tuple[date, date] | None = None
    images: frozenset[str] = frozenset()


class Record(BaseModel):
    """A frozen value whose every key is known."""

    model_config = ConfigDict(frozen=True, extra="forbid", arbitrary_types_allowed=True)


def refuse(name: str, /, **figures: object) -> PydanticCustomError:
    """The error to raise for a value: its key in the message table, and the figures its sentence needs."""
    return PydanticCustomError(f"campaign.{name}", name, figures)  # type: ignore[arg-type]


def surroundings(info: ValidationInfo) -> Surroundings:
    """What the reader handed along; an empty one where a model is made by hand."""
    return info.context if isinstance(info.context, Surroundings) else Surroundings()


def _plain(value: Any) -> str:
    """The scalar as typed: not empty, not a list or map, no full-width signs where ASCII is meant."""
    if not isinstance(value, str):
        raise refuse("scalar_expected")
    if not value:
        raise refuse("empty")
    if FULL_WIDTH.search(value):
        raise refuse("full_width", fixed=value.translate(TO_ASCII))
    return value


Parsed = TypeVar("Parsed")


def _ascii(parse: Callable[[str], Parsed]) -> BeforeValidator:
    """Reads a scalar that is written in ASCII: a date, a number, an address; values already parsed pass."""

    def read(value: Any) -> Any:
        return parse(_plain(value)) if isinstance(value, (str, list, dict)) or value is None else value

    return BeforeValidator(read)


def _id(value: str) -> str:
    if not ID.fullmatch(value):
        fixed = re.sub(r"[^a-z0-9]+", "-", value.lower()).strip("-")[:48].strip("-")
        raise refuse("id", fixed=fixed)
    return value


def _day(value: str) -> date:
    match = re.fullmatch(r"(\d{4})-(\d{2})-(\d{2})", value)
    if not match:
        raise refuse("day_form", fixed=_day_guess(value))
    try:
        return date(*map(int, match.groups()))
    except ValueError:
        raise refuse("day_impossible") from None


def _day_guess(value: str) -> str:
    found = re.fullmatch(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?", value)
    return "{}-{:0>2}-{:0>2}".format(*found.groups()) if found else ""


def _clock(value: str) -> time:
    match = re.fullmatch(r"(\d{2}):(\d{2})", value)
    if not match:
        loose = re.fullmatch(r"(\d{1,2})\s*[:.时点h]\s*(\d{1,2})\s*分?", value)
        raise refuse("clock_form", fixed="{:0>2}:{:0>2}".format(*loose.groups()) if loose else "")
    hour, minute = map(int, match.groups())
    if hour > 23 or minute > 59:
        raise refuse("clock_impossible")
    return time(hour, minute)


def _moment(value: str) -> datetime:
    parts = re.fullmatch(r"(\S+?)(?:\s+|T)(\S+)", value)
    if not parts:
        raise refuse("moment_form", fixed="")
    return datetime.combine(_day(parts[1]), _clock(parts[2]))


def _count(value: str) -> int:
    if not re.fullmatch(r"\d{1,9}", value):
        raise refuse("count")
    return int(value)


def _number(value: str) -> float:
    if not re.fullmatch(r"-?\d{1,9}(?:\.\d{1,9})?", value):
        raise refuse("number")
    return float(value)


def _flag(value: str) -> bool:
    if value not in ("true", "false"):
        raise refuse("flag")
    return value == "true"


def _colour(value: str) -> str:
    if not re.fullmatch(r"#[0-9A-Fa-f]{6}", value):
        raise refuse("colour")
    return value.upper()


def _phone(value: str) -> str:
    if MOBILE.fullmatch(value):
        raise refuse("mobile_phone")
    if not PHONE.fullmatch(value):
        raise refuse("phone")
    return value


def _web_address(value: str) -> str:
    match = re.fullmatch(r"([A-Za-z][A-Za-z0-9+.-]*):(.*)", value, re.DOTALL)
    if not match or match[1].lower() not in ("http", "https"):
        raise refuse("address_scheme")
    if match[1] != "https":
        raise refuse("address_http", fixed="https:" + match[2])
    return _address_host(value)


def _address_host(value: str) -> str:
    match = re.fullmatch(r"https://([^/?#]*)([!-~]*)", value)
    if not match or "\\" in value or re.search(r'["<>^`{|}]', value):
        raise refuse("address_signs")
    if "@" in match[1]:
        raise refuse("address_user")
    if re.search(r"(?:^|\.)xn--", match[1], re.IGNORECASE):
        raise refuse("address_punycode")
    if not re.fullmatch(r"(?=.{4,253}(?::|$))[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)+(?::\d{2,5})?", match[1]):
        raise refuse("address_host")
    return value


def _site_address(value: str) -> str:
    address = _web_address(value)
    if re.search(r"[?#]", address) or not address.endswith("/"):
        raise refuse("site_address", fixed=re.split(r"[?#]", address)[0].rstrip("/") + "/")
    return address


def _image(value: str, info: ValidationInfo) -> str:
    if value.startswith(("/", "\\")) or re.match(r"[A-Za-z]:", value) or "\\" in value or ".." in value.split("/"):
        raise refuse("image_path")
    if not value.lower().endswith((".jpg", ".jpeg", ".png", ".webp")):
        raise refuse("image_type")
    if value not in surroundings(info).images:
        raise refuse("image_missing", path=value)
    return value


def _language(value: str) -> str:
    if not TAG.fullmatch(value):
        raise refuse("language_tag")
    return value


def _localized(value: Any, info: ValidationInfo, *, longest: int, one_line: bool) -> Localized:
    languages = surroundings(info).languages
    if isinstance(value, Localized):
        return value
    if isinstance(value, str):
        return Localized.same(_words(value, longest=longest, one_line=one_line), languages)
    if not isinstance(value, dict):
        raise refuse("text_shape")
    faults = _language_faults(value, surroundings(info))
    texts = {}
    for tag in (tag for tag in languages if tag in value):
        try:
            texts[tag] = _words(value[tag], longest=longest, one_line=one_line)
        except PydanticCustomError as error:
            faults.append({"type": error.type, "at": tag, "ctx": error.context or {}})
    if faults:
        raise refuse("localized", faults=faults)
    return Localized(texts)


def _language_faults(value: Mapping[str, Any], around: Surroundings) -> list[dict[str, Any]]:
    """What is wrong with the keys of a language map: tags nobody knows, languages of the site left out."""
    allowed = [*around.languages, *(tag for tag in around.spare_languages if tag not in around.languages)]
    unknown = [tag for tag in value if tag not in allowed]
    missing = [tag for tag in around.languages if tag not in value]
    faults = [{"type": "extra_forbidden", "at": tag, "ctx": {"allowed": allowed}} for tag in unknown]
    if missing and not unknown:
        faults.append({"type": "campaign.language_missing", "at": "", "ctx": {"missing": missing}})
    return faults


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
Text = Annotated[Localized, PlainValidator(_text), _text_schema(LONGEST_TEXT)]
"""Plain text in every language; may have line breaks."""
RichText = Annotated[Localized, PlainValidator(_text), _text_schema(LONGEST_TEXT)]
"""Markdown in every language; shown through the allow-list."""
Id = Annotated[str, _ascii(_id), _string(f"^{ID.pattern}$")]
Day = Annotated[date, _ascii(_day), _string(r"^\d{4}-\d{2}-\d{2}$")]
Clock = Annotated[time, _ascii(_clock), _string(r"^\d{2}:\d{2}$")]
Moment = Annotated[datetime, _ascii(_moment), _string(r"^\d{4}-\d{2}-\d{2} \d{2}:\d{2}$")]
Count = Annotated[int, _ascii(_count), WithJsonSchema({"type": ["integer", "string"]})]
Number = Annotated[float, _ascii(_number), WithJsonSchema({"type": ["number", "string"]})]
Flag = Annotated[bool, _ascii(_flag), WithJsonSchema({"enum": [True, False, "true", "false"]})]
Colour = Annotated[str, _ascii(_colour), _string("^#[0-9A-Fa-f]{6}$")]
Phone = Annotated[str, _ascii(_phone), WithJsonSchema({"type": ["string", "integer"]})]
WebAddress = Annotated[str, _ascii(_web_address), _string("^https://")]
SiteAddress = Annotated[str, _ascii(_site_address), _string("^https://.*/$")]
LanguageTag = Annotated[str, _ascii(_language), _string(f"^{TAG.pattern}$")]
ImagePath = Annotated[str, PlainValidator(_image), _ascii(str), WithJsonSchema({"type": "string"})]
Sample = Annotated[Flag, Field(description="示例数据：不是单位确认的事实 · sample data, not the office's own facts")]


def _spelled(value: Any) -> str:
    """A scalar as typed, one line: a document number, a code."""
    return _words(value, longest=LONGEST_LINE, one_line=True)


Spelled = Annotated[str, PlainValidator(_spelled), WithJsonSchema({"type": "string"})]
"""One text that is the same in every language: a document number, a registration code."""
