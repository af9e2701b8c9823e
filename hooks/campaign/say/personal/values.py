"""Values: what is the same number or name, however it is written."""

from __future__ import annotations

import re

from campaign.say.personal.checks import mobile
from campaign.say.personal.folding import AS_DIGITS, NOTHING, folded


def value_of(typed: str) -> str:
    """A number without what stands between its digits, a mailbox or an id in small letters."""
    plain = folded(typed).replace(NOTHING, "").strip()
    digits = re.sub(r"[\s().·/_+-]", "", plain.translate(AS_DIGITS)).upper()
    if re.fullmatch(r"\d+X?", digits):
        return mobile(digits) or digits
    return re.sub(r"\s", "", plain).lower()
