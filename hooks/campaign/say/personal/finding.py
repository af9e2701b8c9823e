"""Finding: every number, mailbox and id of a single person in a text."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, replace

from campaign.say.personal import accounts, checks, contexts
from campaign.say.personal.folding import AS_DIGITS, HAN_DIGITS, NOTHING, decoded, folded, seen
from campaign.say.personal.runs import DIGIT, LOOSE_RUN, Part, parts, runs

MOBILE, IDENTITY, CARD, MAILBOX, WECHAT, QQ = "mobile", "identity", "card", "mailbox", "wechat", "qq"
NEVER = frozenset({IDENTITY, CARD})
"""What no office can mean to publish."""
MOBILE_SHAPES = frozenset({(11,), (3, 4, 4), (3, 8), (4, 3, 4), (7, 4)})
IDENTITY_SHAPES = frozenset({(18,), (6, 8, 4), (6, 4, 4, 4), (17,), (6, 8, 3), (15,), (6, 6, 3)})
"""Of seventeen digits where an X follows; without it only a word says that they are one."""
CHECK_X = re.compile(r"[ \-.·()/_]{0,3}[Xx×](?![A-Za-z0-9])")
CARD_IN_FOURS = re.compile(r"4{4}[1-4]?")
ODD_MOBILE = re.compile(
    rf"(?<!{DIGIT}[:+])(?<!{DIGIT})(?:86\s?[:+]\s?)?[1{HAN_DIGITS[1]}][3-9{HAN_DIGITS[3:]}]{DIGIT}\s?([:+])\s?{DIGIT}{{4}}\s?\1\s?{DIGIT}{{4}}(?!{DIGIT}|[:+]{DIGIT})"
)
"""Three, four and four digits between signs that elsewhere stand in hours and sums, and never in these groups."""
SUSPECT = re.compile(r"@|#|\bat\b|\(at\)|\[at\]|艾特|信|WeChat|wxid|wx|vx|QQ|扣|企鹅号|加[Vv]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Found:
    """One of a person's: what it is, where it stands in the text, as typed, and its value however written."""

    kind: str
    start: int
    end: int
    text: str
    value: str


def find(text: str, *, published: Collection[str] = ()) -> list[Found]:
    """Everything in a plain text that is a single person's, in order.

    published: values (`value_of`) that the office gives away on purpose.
    """
    return _sorted(_in_folded(text, folded(text)), published)


def find_in_markup(text: str, *, published: Collection[str] = ()) -> list[Found]:
    """The same in Markdown, HTML or XML: in what is seen, and in targets, attributes, comments and front matter."""
    plain = decoded(text)
    shown = seen(plain)
    found = [*_in_folded(text, folded(plain))]
    if shown != plain:
        found += _in_folded(text, folded(shown))
    return _sorted(found, published)


def _in_folded(typed: str, plain: str) -> Iterator[Found]:
    """Everything in a folded text as long as the one that was typed."""
    seen_alone = plain.replace(NOTHING, "")
    found = list(_candidates(seen_alone))
    if not found:
        return
    places = [place for place, sign in enumerate(plain) if sign != NOTHING]
    for kind, start, end, value in found:
        first = places[start if kind in ACCOUNTS else _with_sign(seen_alone, start)]
        last = places[end - 1] + 1
        yield Found(kind, first, last, typed[first:last], value)


def _with_sign(text: str, start: int) -> int:
    """Where a number begins with the + or the bracket before it."""
    return len(text[:start].rstrip("+(")) if text[max(0, start - 1) : start] in ("+", "(") else start


Candidate = tuple[str, int, int, str]


def _candidates(text: str) -> Iterator[Candidate]:
    if SUSPECT.search(text):
        for kind, look in ACCOUNTS.items():
            yield from ((kind, *one) for one in look(text))
    for start, run in runs(text):
        for part in parts(run, start, range(11, 20)):
            yield from _of_part(text, part)
    for found in ODD_MOBILE.finditer(text):
        yield MOBILE, found.start(), found.end(), re.sub(r"\D", "", found[0].translate(AS_DIGITS))[-11:]
    for found in LOOSE_RUN.finditer(text):
        if sum(map(str.isdigit, run := found[0].translate(AS_DIGITS))) >= 11:
            for part in parts(run, found.start(), range(11, 20), able=checks.possible):
                yield from _scattered(text, part)


ACCOUNTS: dict[str, Callable[[str], Iterator[tuple[int, int, str]]]] = {
    MAILBOX: accounts.mailboxes,
    WECHAT: accounts.wechat_ids,
    QQ: accounts.qq_numbers,
}


def _of_part(text: str, part: Part) -> Iterator[Candidate]:
    """What groups of a row of digits can be; none of a register's numbers, of an amount, of a longer code."""
    part, number = _with_check(text, part)
    can_be = [
        (kind, value)
        for kind, is_one in ((IDENTITY, _identity), (CARD, _card), (MOBILE, _mobile))
        if (value := is_one(text, part, number))
    ]
    if can_be and not (
        contexts.registered(text, part.start)
        or contexts.in_word(text, part.start, part.end)
        or contexts.in_amount(text, part.start, part.end)
    ):
        yield from ((kind, part.start, part.end, value) for kind, value in can_be)


def _with_check(text: str, part: Part) -> tuple[Part, str]:
    """Seventeen digits with the X after them, as one part; anything else as it is."""
    if len(part.digits) == 17 and part.after is None and (found := CHECK_X.match(text, part.end)):
        return replace(part, end=found.end()), part.digits + "X"
    return part, part.digits


def _identity(text: str, part: Part, number: str) -> str:
    if not checks.identity(number):
        return ""
    said = bool(contexts.IDENTITY.search(contexts.line_before(text, part.start)))
    sure = len(number) == 18 and checks.identity_check(number)
    known = len(number) != 17 and part.shape in IDENTITY_SHAPES and not checks.credit_code(number)
    doubtful = contexts.in_address(text, part.start) or _decimal(part)
    return number if said or sure or (known and not doubtful) else ""


def _card(text: str, part: Part, number: str) -> str:
    said = 16 <= len(number) <= 19 and bool(contexts.CARD.search(contexts.line_before(text, part.start)))
    if not said and not checks.card(number):
        return ""
    fours = CARD_IN_FOURS.fullmatch("".join(map(str, part.shape))) and part.even
    shaped = len(part.shape) == 1 or fours or (part.whole and part.even)
    round_figures = len(part.shape) > 1 and all(part.digits[end - 2 : end] == "00" for end in _ends(part.shape))
    doubtful = round_figures or contexts.in_address(text, part.start) or _decimal(part)
    return number if said or (shaped and not doubtful) else ""


def _ends(shape: Iterable[int]) -> Iterator[int]:
    end = 0
    for length in shape:
        end += length
        yield end


def _mobile(text: str, part: Part, number: str) -> str:
    value = checks.mobile(number)
    if not value or contexts.in_address(text, part.start):
        return ""
    said = bool(contexts.PHONE.search(contexts.line_before(text, part.start)))
    shape = _without_code(part.shape, len(number) - len(value))
    if number.removeprefix("00").removeprefix("86").startswith("0") or _decimal(part) or _range(part, shape):
        return value if said else ""
    return value if shape in MOBILE_SHAPES or _regrouped(part, shape, said=said) else ""


def _without_code(shape: tuple[int, ...], code: int) -> tuple[int, ...]:
    """The groups of a mobile number without the digits of the country's code."""
    left = list(shape)
    while code and left:
        taken = min(code, left[0])
        left[0], code = left[0] - taken, code - taken
        if not left[0]:
            left.pop(0)
    return tuple(left)


def _decimal(part: Part) -> bool:
    """True for digits after a decimal point, or with a fraction of their own."""
    return part.before == "." or (part.after == "." and part.next < 4) or (part.gaps == (".",) and part.whole)


def _range(part: Part, shape: tuple[int, ...]) -> bool:
    """True for two or three of several figures: years, amounts."""
    return shape in {(4, 3, 4), (7, 4)} and part.before is not None and part.before in part.gaps


def _regrouped(part: Part, shape: tuple[int, ...], *, said: bool) -> bool:
    """True for groups that nobody would write unless they were one number: all of a row, the same between them all."""
    if not part.whole or not part.even:
        return False
    year = shape[0] == 4 and part.digits[-11:-9] == "19"
    host = len(shape) == 4 and part.gaps[0] == "."
    return said or set(shape) == {1} or (shape[0] >= 3 and not year and not host)


def _scattered(text: str, part: Part) -> Iterator[Candidate]:
    """What the cells of a table, or several lines, can be together: what its check digit or a word before it says."""
    part, number = _with_check(text, part)
    if len(part.shape) < 2 or contexts.registered(text, part.start):
        return
    before = contexts.block_before(text, part.start)
    if checks.identity(number) and len(number) == 18 and checks.identity_check(number):
        yield IDENTITY, part.start, part.end, number
    elif checks.card(number) and contexts.CARD.search(before):
        yield CARD, part.start, part.end, number
    elif (
        (value := checks.mobile(number))
        and _without_code(part.shape, len(number) - 11) in MOBILE_SHAPES
        and contexts.SURE_PHONE.search(before)
    ):
        yield MOBILE, part.start, part.end, value


PREFERRED = (MAILBOX, IDENTITY, CARD, WECHAT, MOBILE, QQ)


def _sorted(found: Iterable[Found], published: Collection[str]) -> list[Found]:
    """Each once, in order: of two that overlap the one that says more, else the longer."""
    kept: list[Found] = []
    for one in sorted(found, key=lambda one: (PREFERRED.index(one.kind), one.start - one.end, one.start)):
        # None that is kept overlaps another, so only the neighbours can overlap this one.
        at = bisect(kept, one.start, key=lambda other: other.start)
        if not (at and kept[at - 1].end > one.start) and not (at < len(kept) and kept[at].start < one.end):
            kept.insert(at, one)
    return [one for one in kept if one.value not in published]
