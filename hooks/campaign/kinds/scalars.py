"""Reading one scalar as typed: each function takes the text and gives the value, or refuses it."""

from __future__ import annotations

import base64
import re
from datetime import date, datetime, time

from pydantic import ValidationInfo

from campaign.core.language import TAG
from campaign.kinds.base import refuse, surroundings

ID = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,46}[a-z0-9])?")
DEVICE = re.compile(r"con|prn|aux|nul|(?:com|lpt)[0-9]")
"""Names Windows keeps for devices: no folder can be called so."""
MOBILE = re.compile(r"(?:\+?86[- ]?)?1[3-9][0-9][- ]?[0-9]{4}[- ]?[0-9]{4}")
PHONE = re.compile(
    r"(?:\+[0-9]{1,3}-)?(?:0[0-9]{2,3}-[0-9]{7,8}(?:-[0-9]{1,6})?|400-?[0-9]{3}-?[0-9]{4}|1[0-9]{2,4}|9[0-9]{4,5})"
)


def public_key(value: str) -> str:
    """An OpenSSH public key of the type ed25519 (RFC 8709): `ssh-ed25519 AAAA... name`; the name is left out."""
    if "PRIVATE KEY" in value:
        raise refuse("private_key")
    kind, _, rest = value.partition(" ")
    text = rest.strip().split(" ")[0]
    try:
        packed = base64.b64decode(text, validate=True)
    except ValueError:
        packed = b""
    if kind != "ssh-ed25519" or len(packed) != 51 or packed[4:15] != kind.encode():
        raise refuse("public_key")
    return f"{kind} {text}"


def record_id(value: str) -> str:
    """An id: lower-case letters, digits and hyphens, 48 at most."""
    if DEVICE.fullmatch(value):
        raise refuse("id", fixed=f"{value}-1")
    if not ID.fullmatch(value):
        fixed = re.sub(r"[^a-z0-9]+", "-", value.lower()).strip("-")[:48].strip("-")
        raise refuse("id", fixed=fixed)
    return value


def day(value: str) -> date:
    """A day: `2024-04-22`."""
    match = re.fullmatch(r"([0-9]{4})-([0-9]{2})-([0-9]{2})", value)
    if not match:
        raise refuse("day_form", fixed=_day_guess(value))
    try:
        return date(*map(int, match.groups()))
    except ValueError:
        raise refuse("day_impossible") from None


def _day_guess(value: str) -> str:
    found = re.fullmatch(r"([0-9]{4})\s*[-/.年]\s*([0-9]{1,2})\s*[-/.月]\s*([0-9]{1,2})\s*日?", value)
    return "{}-{:0>2}-{:0>2}".format(*found.groups()) if found else ""


def clock(value: str) -> time:
    """A time of day: `09:00`."""
    match = re.fullmatch(r"([0-9]{2}):([0-9]{2})", value)
    if not match:
        loose = re.fullmatch(r"([0-9]{1,2})\s*[:.时点h]\s*([0-9]{1,2})\s*分?", value)
        raise refuse("clock_form", fixed="{:0>2}:{:0>2}".format(*loose.groups()) if loose else "")
    hour, minute = map(int, match.groups())
    if (hour, minute) == (24, 0):
        raise refuse("clock_midnight")
    if hour > 23 or minute > 59:
        raise refuse("clock_impossible")
    return time(hour, minute)


def moment(value: str) -> datetime:
    """A day and a time: `2024-04-22 09:00`."""
    parts = re.fullmatch(r"(\S+?)(?:\s+|T)(\S+)", value)
    if not parts:
        raise refuse("moment_form", fixed="")
    return datetime.combine(day(parts[1]), clock(parts[2]))


def when(value: str) -> date | datetime:
    """A day and a time, or a day alone where the hours aren't known: `2024-04-22 09:00`, `2024-04-22`."""
    return day(value) if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value) else moment(value)


def count(value: str) -> int:
    """A whole number, not negative."""
    if re.fullmatch(r"-[0-9]{1,9}", value):
        raise refuse("negative")
    if not re.fullmatch(r"[0-9]{1,9}", value):
        raise refuse("count")
    return int(value)


def number(value: str) -> float:
    """A decimal number."""
    if not re.fullmatch(r"-?[0-9]{1,9}(?:\.[0-9]{1,9})?", value):
        raise refuse("number")
    return float(value)


def flag(value: str) -> bool:
    """`true` or `false`."""
    if value not in ("true", "false"):
        raise refuse("flag")
    return value == "true"


def colour(value: str) -> str:
    """A colour: `#B3261E`."""
    if not re.fullmatch(r"#[0-9A-Fa-f]{6}", value):
        raise refuse("colour")
    return value.upper()


def phone(value: str) -> str:
    """An office's telephone: `0930-6213897`; whether a mobile number may be published is for the reader to say."""
    if MOBILE.fullmatch(value):
        return value.replace(" ", "-")
    if not PHONE.fullmatch(value):
        raise refuse("phone")
    return value


def web_address(value: str, *, ends: str = "") -> str:
    """An https address with a plain host: no user, no port tricks, no punycode. ends: what a fix must end with."""
    match = re.fullmatch(r"([A-Za-z][A-Za-z0-9+.-]*):(.*)", value, re.DOTALL)
    if not match or match[1].lower() not in ("http", "https"):
        raise refuse("address_scheme", ends=ends)
    if match[1] != "https":
        raise refuse("address_http", fixed="https:" + match[2])
    return _address_host(value, ends)


def _address_host(value: str, ends: str) -> str:
    match = re.fullmatch(r"https://([^/?#]*)([!-~]*)", value)
    if not match or "\\" in value or re.search(r'["<>^`{|}]', value):
        raise refuse("address_signs", ends=ends)
    if "@" in match[1]:
        raise refuse("address_user")
    if re.search(r"(?:^|\.)xn--", match[1], re.IGNORECASE):
        raise refuse("address_punycode")
    if not re.fullmatch(
        r"(?=.{4,253}(?::|$))[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)+(?::[0-9]{2,5})?",
        match[1],
    ):
        raise refuse("address_host", ends=ends)
    return value


def site_address(value: str) -> str:
    """An https address that ends in a slash: where the site stands."""
    address = web_address(value, ends="/")
    if re.search(r"[?#]", address) or not address.endswith("/"):
        raise refuse("site_address", fixed=re.split(r"[?#]", address)[0].rstrip("/") + "/")
    return address


def image(value: str, info: ValidationInfo) -> str:
    """The path of a picture below campaign_data/ that exists and can be shown."""
    if value.startswith(("/", "\\")) or re.match(r"[A-Za-z]:", value) or "\\" in value or ".." in value.split("/"):
        fixed = value.replace("\\", "/")
        inside = re.fullmatch(r"images/[\w./-]+", fixed) and ".." not in fixed
        raise refuse("image_path", fixed=fixed if inside else "")
    if not value.lower().endswith((".jpg", ".jpeg", ".png", ".webp")):
        raise refuse("image_type")
    if not value.isascii():
        raise refuse("image_name")
    if value not in surroundings(info).images:
        raise refuse("image_missing", path=value)
    fault = surroundings(info).picture_faults.get(value)
    if fault:
        raise refuse(fault.name, **fault.figures)
    return value


def language_tag(value: str) -> str:
    """A language tag (BCP 47)."""
    if not TAG.fullmatch(value):
        raise refuse("language_tag")
    return value
