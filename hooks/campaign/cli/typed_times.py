"""Times as people type them at a command: with the signs of a Chinese keyboard, in words, without a day."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta

from campaign.kinds.fields import TO_ASCII
from campaign.read.tell import guesses

DAYS = {"今天": 0, "明天": 1, "后天": 2}
TIMELIKE = re.compile(
    r"\d\s*:\s*\d|[\d一二两三四五六七八九十]\s*点(?!位)|[\d一二三四五六七八九十]\s*月\s*[\d一二三四五六七八九十]"
    r"|\d{4}\s*[-/.年]\s*\d|[上下中]午|早上|晚上|[今明后]天|\d\s*[ap]m\b",
    re.IGNORECASE,
)
"""What no name of a place has in it."""
NO_WORD = re.compile(r"[\W\d_]+")


def read(text: str, now: datetime) -> datetime | None:
    """The moment that is meant: `2024-04-22 18：00`, `4月22日 下午六点`, `明天 9:00`, `18点`; None for anything else.

    now: whose day stands for a missing one, and whose year for a missing year.
    """
    text = _dated(text.translate(TO_ASCII).strip(), now.date())
    if text.isdigit():
        return None
    found = guesses.moment(text, str(now.year))
    if found and "-" not in found:
        found = guesses.moment(f"{now:%Y-%m-%d} {text.strip(guesses.AROUND)}")
    return datetime.fromisoformat(found) if ":" in found else None


def like_one(text: str) -> bool:
    """True for what was meant as a time, whether or not it can be read."""
    plain = text.translate(TO_ASCII).strip()
    return bool(TIMELIKE.search(plain) or NO_WORD.fullmatch(plain))


def _dated(text: str, today: date) -> str:
    """The text with 今天 and its kin as their days."""
    for word, days in DAYS.items():
        text = text.replace(word, f"{today + timedelta(days=days)} ")
    return text
