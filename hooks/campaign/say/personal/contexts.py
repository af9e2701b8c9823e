"""Contexts: what stands around a row of digits and decides what it is."""

from __future__ import annotations

import re

from campaign.say.personal.checks import credit_code

BEFORE, BLOCK = 40, 400
"""How many characters before a number its word may stand in its line, and in its table."""
PHONE = re.compile(r"手机|电话|移动|联系|致电|拨打|热线|号码|mobile|phone|\btel|\bcell|call", re.IGNORECASE)
SURE_PHONE = re.compile(r"手机|电话|mobile|phone|\bcell", re.IGNORECASE)
"""Which say that digits are a telephone's even where they stand in several cells or lines."""
IDENTITY = re.compile(r"身份证|证件号|公民身份|居民证|identity|\bID\b", re.IGNORECASE)
CARD = re.compile(r"银行卡|卡号|借记卡|信用卡|储蓄卡|card", re.IGNORECASE)
REGISTER = re.compile(
    r"(?:专利号|申请号|公开号|公告号|登记号|证书号|注册号|书号|条形?码|商品码|信用代码|订单号|运单号|单号|流水号|序列号|批号|文号"
    r"|ISBN|ISSN|EAN|UPC|GTIN|IMEI|barcode|(?:patent|application|publication|registration|certificate|serial|order"
    r"|tracking|credit code)(?:\s*(?:no\.?|number|code))?)(?:-1[03])?(?:[\s:#.(\[\"']|号码|为|是|ZL|CN)*$",
    re.IGNORECASE,
)
"""A register's word right before its number."""
REGISTERS = frozenset({"zl", "cn", "wo", "ep", "us", "jp", "isbn", "issn", "sn", "ean", "upc", "icp"})
"""Letters that registers set before a number without a space."""
UNITS = frozenset({"rmb", "cny", "usd", "eur", "km", "kg", "kb", "mb", "gb", "ml", "hz", "px", "bytes", "yuan"})
MONEY = re.compile(r"(?:[¥$€£]|RMB|CNY|USD)\s?$", re.IGNORECASE)
AMOUNT = re.compile(r"\s?(?:元|万|亿|[美欧港日]元|%|公里|平方|吨|字节|RMB\b|CNY\b|USD\b|yuan\b)", re.IGNORECASE)
FIGURES = re.compile(r"\d{17}[\dX]")
"""A credit code that may be an identity number as well."""
HEX = re.compile(r"[A-Fa-f]*")
LONGEST_TOKEN = 24
"""From so many letters and digits on a word is nobody's: a hash, a key."""
ADDRESS = re.compile(r"https?://[^\s<>\"'()\x1f]*$", re.IGNORECASE)
PHONE_KEY = re.compile(r"(?:phone|mobile|mob|tel|cell|sj|shouji|dianhua|wa\.me)[=/](?:\+|00)?(?:86)?$", re.IGNORECASE)


def line_before(text: str, start: int) -> str:
    """What stands before a place in its line, as far as a word for a number may stand away."""
    first = max(0, start - BEFORE)
    return text[max(first, text.rfind("\n", first, start) + 1) : start]


def block_before(text: str, start: int) -> str:
    """What stands before a place since the last empty line."""
    first = max(0, start - BLOCK)
    return text[max(first, text.rfind("\n\n", first, start) + 1) : start]


def in_word(text: str, start: int, end: int) -> bool:
    """True for digits that are a part of a code, a hash or an id, and for those with a register's letters or a unit."""
    first, last = start, end
    while first and text[first - 1].isascii() and text[first - 1].isalnum():
        first -= 1
    while last < len(text) and text[last].isascii() and text[last].isalnum():
        last += 1
    left, right = text[first:start], text[end:last]
    if credit_code(text[first:last]):
        return not FIGURES.fullmatch(text[first:last])
    if not left and not right:
        return False
    if last - first >= LONGEST_TOKEN or left.lower() in REGISTERS or right.lower() in UNITS:
        return True
    if any(one and (not one.isalpha() or HEX.fullmatch(one)) for one in (left, right)):
        return True
    return bool(left and right)


def in_amount(text: str, start: int, end: int) -> bool:
    """True for a sum of money or another amount."""
    return bool(MONEY.search(text[max(0, start - 4) : start]) or AMOUNT.match(text, end))


def in_address(text: str, start: int) -> bool:
    """True within a web address, but for what it names as a telephone."""
    before = text[max(0, start - 300) : start]
    return bool(ADDRESS.search(before)) and not PHONE_KEY.search(before)


def registered(text: str, start: int) -> bool:
    """True right after the word of a register: a patent's number, a book's, an order's."""
    return bool(REGISTER.search(line_before(text, start)))
