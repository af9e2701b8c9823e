"""Accounts: mailboxes of free hosts, WeChat ids and QQ numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from campaign.say.personal.folding import AS_DIGITS, HAN_DIGITS

FREE_HOSTS = (
    *("qq.com", "foxmail.com", "163.com", "126.com", "yeah.net", "188.com", "139.com", "189.cn", "wo.cn"),
    *("sina.com", "sina.com.cn", "sina.cn", "sohu.com", "21cn.com", "tom.com", "aliyun.com", "gmail.com"),
    *("googlemail.com", "outlook.com", "hotmail.com", "live.com", "live.cn", "msn.com", "yahoo.com"),
    *("yahoo.cn", "yahoo.com.cn", "icloud.com", "me.com", "mac.com", "proton.me", "protonmail.com", "gmx.com"),
    *("mail.ru"),
)
"""Where anybody has a mailbox; an office's own host is none of them."""
DOT = r"\s?(?:\.|·|点|\bdot\b|\(dot\)|\[dot\])\s?"
HOST = "|".join(re.escape(host).replace(r"\.", DOT) for host in sorted(FREE_HOSTS, key=len, reverse=True))
SIGN = r"(?:@|#|\(at\)|\[at\]|\bat\b|艾特)"
HOSTED = re.compile(
    rf"(?=[@#(\[A艾]){SIGN}\s?(?:vip{DOT})?(?:{HOST})(?![A-Za-z0-9-]|\.[A-Za-z0-9])", re.IGNORECASE | re.ASCII
)
"""A mailbox from its sign on: these are rare, so they are looked for first."""
BARE_AT = re.compile(r"at\b", re.IGNORECASE)
"""A word like any other, unless the dot is a word too: "see us at qq.com"."""
OWNER = re.compile(rf"[A-Za-z0-9{HAN_DIGITS}][\w.%+{HAN_DIGITS}-]{{0,63}} ?$", re.ASCII)
PUBLIC = re.compile(r"公众|官方|服务号|订阅号|视频号|小程序|official|public", re.IGNORECASE)
"""Before or after the word: the account of an office, not of a person."""
WECHAT = re.compile(
    r"(?=[微薇威VW加])(?<![A-Za-z0-9])(?:(?P<sure>微信\s?(?:号码?|ID|帐号|账号)|微信同?号|[Vv]信号?|[薇威]信号?|WeChat\s?ID|WeChat\s?(?:account|number)|wxid|加[Vv微])"
    r"[\s:=为是(\[{“\"「【]{0,3}|微信\s?(?:[:=(\[{“\"「【]{1,2}\s?|(?=[A-Za-z]+_?\d))"
    r"|(?:WeChat|weixin|wx|vx)(?:\s?[:=(\[{“\"「【]{1,2}\s?|\s(?=[A-Za-z]+_?\d)))"
    r"(?P<id>[A-Za-z][A-Za-z0-9_-]{5,19}|[1-9][0-9]{5,10})(?![A-Za-z0-9_-]|\.\w)",
    re.IGNORECASE | re.ASCII,
)
WXID = re.compile(r"(?=w)(?<![A-Za-z0-9])(?P<id>wxid_[a-z0-9]{8,20})(?![A-Za-z0-9])", re.IGNORECASE)
NO_ID = re.compile(r"http|image|video|20\d\d[01]\d[0-3]\d$", re.IGNORECASE)
"""What follows the word and is no id: an address, a saved picture's name, a day."""
DIGIT = rf"[0-9{HAN_DIGITS}]"
QQ = re.compile(
    rf"(?=[Q扣企])(?<![A-Za-z])(?:QQ(?P<sure>号码?|\s?(?:number|no\.?|ID))?|扣扣号?|企鹅号)[\s:=为是]{{0,3}}"
    rf"(?P<id>{DIGIT}(?:[\s.·-]?{DIGIT}){{4,10}})(?!{DIGIT})",
    re.IGNORECASE,
)


def mailboxes(text: str) -> Iterator[tuple[int, int, str]]:
    """Each mailbox of a free host in a folded text: from, to, and itself as one types it."""
    for found in HOSTED.finditer(text):
        owner = OWNER.search(text[max(0, found.start() - 64) : found.start()])
        if owner and not (BARE_AT.match(found[0]) and owner[0].strip().isalpha() and "dot" not in found[0].lower()):
            host = re.sub(DOT, ".", re.sub(SIGN, "@", found[0], count=1, flags=re.IGNORECASE))
            typed = owner[0].translate(AS_DIGITS) + host
            yield found.start() - len(owner[0]), found.end(), re.sub(r"\s", "", typed).lower()


def wechat_ids(text: str) -> Iterator[tuple[int, int, str]]:
    """Each WeChat id: after its word, with a digit in it where the word alone doesn't say that an id follows."""
    for found in (*WECHAT.finditer(text), *WXID.finditer(text)):
        name, sure = found["id"], found.re is WXID or found["sure"]
        around = text[max(0, found.start() - 8) : found.start()] + found[0][: found.start("id") - found.start()]
        if not PUBLIC.search(around) and (sure or (re.search(r"[0-9_]", name) and not NO_ID.match(name))):
            yield found.start("id"), found.end("id"), name.lower()


def qq_numbers(text: str) -> Iterator[tuple[int, int, str]]:
    """Each QQ number after its word; five digits alone are a hotline's."""
    for found in QQ.finditer(text):
        digits = re.sub(r"\D", "", found["id"].translate(AS_DIGITS))
        if digits[0] != "0" and (len(digits) > 5 or found["sure"]):
            yield found.start("id"), found.end("id"), digits
