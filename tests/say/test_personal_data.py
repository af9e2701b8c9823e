"""Personal data: every disguise of every number is found, and no number of a register, a book or an office is."""

from __future__ import annotations

import random
import re
import string
import time
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from campaign.say.personal import find, find_in_markup, value_of
from campaign.say.personal.checks import CREDIT, PROVINCES, WEIGHTS, credit_code, identity_check, luhn, possible
from campaign.say.personal.folding import decoded, folded, seen
from campaign.say.personal.runs import parts
from looking import some

TOP = Path(__file__).parents[2]
many = settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
HAN = ("零〇", "一壹幺", "二贰两", "三叁", "四肆", "五伍", "六陆", "七柒", "八捌", "九玖")
OTHER = [
    lambda digit: digit,
    lambda digit: chr(0xFF10 + int(digit)),
    lambda digit: HAN[int(digit)][0],
    lambda digit: HAN[int(digit)][-1],
    lambda digit: chr(0x1D7CE + int(digit)),
    lambda digit: f"{digit}\ufe0f\u20e3",
    lambda digit: digit + "\u200b",
]
"""Ways to write one digit."""
GAPS = ("", " ", "-", ".", "·", "\u2014", "\u3000", "\u200b", "．", "－", ") ", " - ", "\u00ad", "/")


@st.composite
def written(draw, number, groups):
    """A number in its groups, each digit in one way or each in its own, the same sign between all groups."""
    gap = draw(st.sampled_from(GAPS))
    ways = draw(st.one_of(st.sampled_from(OTHER).map(lambda way: [way]), st.just(OTHER)))
    parts, at = [], 0
    for length in groups:
        part = number[at : at + length]
        parts.append("".join(draw(st.sampled_from(ways))(sign) if sign.isdigit() else sign for sign in part))
        at += length
    return gap.join(parts)


@st.composite
def mobiles(draw):
    return draw(st.sampled_from([f"1{second}" for second in range(3, 10)])) + "".join(
        draw(st.lists(st.sampled_from("0123456789"), min_size=9, max_size=9))
    )


@st.composite
def identities(draw):
    """An identity number whose place, day and check digit are what they must be."""
    day = draw(st.dates(date(1900, 1, 1), date(2024, 1, 1)))
    body = f"{draw(st.sampled_from(sorted(PROVINCES)))}{draw(st.integers(0, 9999)):04}{day:%Y%m%d}"
    body += f"{draw(st.integers(0, 999)):03}"
    total = sum(int(digit) * weight for digit, weight in zip(body, WEIGHTS, strict=True))
    return body + "10X98765432"[total % 11]


def _with_luhn(body):
    return next(body + str(last) for last in range(10) if luhn(body + str(last)))


@st.composite
def cards(draw):
    first, size = draw(st.sampled_from([("62", 16), ("62", 17), ("62", 18), ("62", 19), ("4", 16), ("53", 16)]))
    rest = draw(st.lists(st.sampled_from("0123456789"), min_size=size, max_size=size))
    return _with_luhn((first + "".join(rest))[: size - 1])


AROUND = [
    ("", ""),
    ("联系人张三，", "，周一至周五"),
    ("请找 ", " 报名"),
    ("周一", "。"),
    ("(", ")"),
    ("0930-6213897 ", ""),
]


@many
@given(st.data(), mobiles(), st.sampled_from(["", "+86 ", "0086", "86 "]), st.sampled_from(AROUND))
def test_every_disguise_of_every_mobile_number_is_found(data, number, code, around):
    """Whatever stands between its groups, in whatever digits, with the country's code or without."""
    groups = data.draw(st.sampled_from([(3, 4, 4), (3, 4, 4), (11,), (4, 3, 4), (3, 8), (3, 3, 5)]))
    typed = data.draw(written(number, groups))
    lone = typed.count(".") + typed.count("．") == 1
    assume(not (groups in {(3, 8)} and lone) and not (around[0].startswith("0930") and groups == (3, 3, 5)))
    assume(not (groups == (4, 3, 4) and (around[0].startswith("0930") or code)))
    assume(not (groups == (3, 3, 5) and code))

    text = f"{around[0]}{code}{typed}{around[1]}"

    assert number in [found.value for found in find(text)], text


@many
@given(st.data(), identities(), st.sampled_from(AROUND))
def test_every_disguise_of_every_identity_number_is_found(data, number, around):
    """Eighteen characters with their check, in groups or not; the X in either case and width."""
    typed = data.draw(written(number, data.draw(st.sampled_from([(18,), (6, 8, 4), (6, 4, 4, 4), (3, 3, 4, 4, 4)]))))
    typed = data.draw(st.sampled_from([typed, typed.replace("X", "x"), typed.replace("X", "Ｘ")]))

    assert number in [found.value for found in find(f"{around[0]}{typed}{around[1]}")], typed


@many
@given(st.data(), cards())
def test_every_disguise_of_every_bank_card_is_found(data, number):
    """Together or in fours."""
    fours = [len(number[at : at + 4]) for at in range(0, len(number), 4)]
    typed = data.draw(written(number, data.draw(st.sampled_from([(len(number),), fours]))))
    assume(not all(number[at - 2 : at] == "00" for at in range(4, len(number) + 1, 4)))

    assert number in [found.value for found in find(f"户名张三 {typed}")], typed


FOUND = {
    "card": ["6222021234567890128", "4111 1111 1111 1111", "银行卡 6217000010012345676", "卡号：4111111111111111"],
    "identity": [
        *("11010519491231002X", "110105 19491231 002X", "1 1 0 1 0 5 1 9 4 9 1 2 3 1 0 0 2 x"),
        "34000120161212000X",
        *("620102199001011234", "622926900307123", "身份证：110105 1949 1231 0021", "身份证11010519491231002"),
        *("公民身份号码 110105 19491231 002。", "620102 1985 0312 1238"),
    ],
    "mobile": [
        *("(138)12345678", "（138）1234—5678", "138 12 34 56 78", "1 3 8 1 2 3 4 5 6 7 8", "①③⑧①②③④⑤⑥⑦⑧"),
        *("zhangsan13812345678.jpg", "Tel13812345678", "tel:13812345678", "手机013812345678", "周一13812345678"),
        *("13812345678/13912345678", "https://x.cn/?phone=13812345678", "电话：138,1234,5678"),
        *("商标科 13812345678", "专利咨询电话13812345678", "138:1234:5678", "138+1234+5678"),
    ],
    "mailbox": [
        *("12345678@qq.com", "zhang.san@163.com", "zhang # qq . com", "li＠ｇｍａｉｌ．ｃｏｍ", "li(at)gmail.com"),
        *(
            "wang@vip.sina.com",
            "wang@sina.com.cn",
            "wang@qq点com",
            "zhang at qq dot com",
            "zhang88 at qq.com",
            "13812345678@139.com",
            "mailto:Zhang_San@Outlook.com",
        ),
    ],
    "wechat": [
        *("微信号：zhangsan88", "微信:zhang_san", "加V zhangsan99", "wx: abc12345", "wxid_abcd1234efgh"),
        *("WeChat ID: zhangsan", "VX：zhangs_1", "薇信号 li-si-2024", "微信 ID wang123456"),
        *("微信（wang123456）", "微信“wang123456”", "微信号：（wangsan）", "微信号【wang123456】"),
    ],
    "qq": ["QQ：12345678", "QQ号 54321", "扣扣123456789", "QQ 一二三四五六七八"],
}


@pytest.mark.parametrize("kind, text", [(kind, text) for kind, texts in FOUND.items() for text in texts])
def test_what_people_write_is_found(kind, text):
    """As it stands in pages and tables of offices; of what is two things at once, the one that says more."""
    assert [found.kind for found in find(text)][:1] == [kind]


INNOCENT = [
    *("ZL202410123456.7", "ZL 2024 1 0123456.7", "CN113812345A", "CN 202410123456.7", "专利申请号：13812345678"),
    *("ISBN 978-7-5130-1381-2", "7-5130-1381-2", "6901234567892", "012345678905", "条形码 6221234567890128"),
    *("400-138-1234", "4001381234", "800-810-8888", "12345", "12315", "0930-6213897", "0930-6213897-8001"),
    *("+86 930 6213897", "010-62131381", "2024-04-22 13:50-15:00", "1998-10-12 123", "14.30-18.00 8.30-12.00"),
    *("〔2024〕12号", "临州市监发〔2024〕111号", "103.2105,35.6012", "130.12345678", "45.123456 131.123456"),
    *(
        "100+2000+3000",
        "13:45:1234:5678",
        "13812345678元",
        "¥13812345678.00",
        "138,123,456.78",
        "13 812 345 678",
        "0.13812345678",
    ),
    *("2019 2020 2021 2022", "1998、2003、2008", "1985-1990 1995", "4000 4500 5000 5500"),
    *("https://weibo.com/1234567890/4891234567890123", "https://item.jd.com/13812345678.html"),
    *("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", "a13812345678", "13812345678f"),
    *("IMG_20240422_135012.jpg", "mmexport1713812345678.jpg", "Screenshot_2024-04-22-13-50-12-123.png"),
    *(
        "office@lxsggj.gov.cn",
        "webmaster@qq.com.gov.cn",
        "微信公众号：lxscjg_2024",
        "微信 WeChat",
        "WeChat: long-press",
    ),
    *("官方微信号：lx12345", "QQ群：123456789", "微博、QQ 12345", "138.100.200.10", "二〇二四年四月二十日至二十六日"),
    *("11010519491231002", "订单号 11010519491231002", "微信（关注我们）", "用微信“扫一扫”", "微信小程序（abc123456）"),
    *("see us at qq.com", "邮箱见下\n# 163.com", "WeChat Image_20240422135012.jpg", "微信：20240420 推送"),
    *(
        "一、二、三、四、五、六、七、八、九",
        "| 150 | 2024 | 1380 |",
        "统一社会信用代码11622900013957211R",
        "1162290000WXA00009",
    ),
]


@pytest.mark.parametrize("text", INNOCENT)
def test_what_is_nobody_s_is_left_alone(text):
    """Numbers of patents, books, goods, firms, hotlines, days, sums, places and files."""
    assert find(text) == []
    assert find_in_markup(text) == []


def _patent(draw):
    body = f"{draw(st.integers(2003, 2026))}{draw(st.sampled_from('123'))}{draw(st.integers(0, 9_999_999)):07}"
    check = (
        sum(int(digit) * weight for digit, weight in zip(body, (2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5), strict=True)) % 11
    )
    last = "0123456789X"[check]
    spaced = f"{body[:4]} {body[4]} {body[5:]}.{last}"
    return draw(st.sampled_from([f"ZL{body}.{last}", f"ZL {spaced}", f"CN{body}.{last}", f"{body}.{last}"]))


def _ean(draw, *, first=("690", "699", "978", "400", "012")):
    body = draw(st.sampled_from(first)) + f"{draw(st.integers(0, 10**9 - 1)):09}"
    total = sum(int(digit) * (3 if place % 2 else 1) for place, digit in enumerate(body))
    return body + str(-total % 10)


def _isbn10(draw):
    body = f"7{draw(st.integers(0, 10**8 - 1)):08}"
    total = sum(int(digit) * weight for digit, weight in zip(body, range(10, 1, -1), strict=True))
    last = "0123456789X"[-total % 11]
    return draw(st.sampled_from([body + last, f"{body[0]}-{body[1:5]}-{body[5:]}-{last}"]))


def _credit(draw):
    body = (
        draw(st.sampled_from(["11", "12", "91", "52"]))
        + f"6229{draw(st.integers(0, 31)):02}"
        + draw(st.text(CREDIT, min_size=9, max_size=9))
    )
    total = sum(CREDIT.index(sign) * pow(3, place, 31) for place, sign in enumerate(body))
    code = body + CREDIT[-total % 31]
    return draw(st.sampled_from([f"统一社会信用代码：{code}", f"信用代码 {code}"])) if code[:17].isdigit() else code


def _landline(draw):
    area, own = draw(st.sampled_from(["0930", "0931", "010", "021"])), draw(st.integers(2_000_000, 89_999_999))
    written = draw(st.sampled_from(["{0}-{1}", "（{0}）{1}", "{0} {1}", "+86-{2}-{1}", "{0}-{1}-8001"]))
    return written.format(area, own, area[1:])


def _years(draw):
    return draw(st.sampled_from(["、", "，", "-"])).join(
        map(str, draw(st.lists(st.integers(1985, 2030), min_size=2, max_size=6)))
    )


def _table(draw):
    return "| " + " | ".join(map(str, draw(st.lists(st.integers(0, 99999), min_size=2, max_size=9)))) + " |"


def _place(draw):
    return f"{draw(st.floats(73, 129.99)):.6f}, {draw(st.floats(18, 53)):.6f}"


def _hash(draw):
    return draw(st.text("0123456789abcdef", min_size=40, max_size=64))


SORTS = [_patent, _ean, _isbn10, _credit, _landline, _years, _table, _place, _hash]


@settings(many, max_examples=400)
@given(st.data(), st.sampled_from(SORTS))
def test_no_number_of_another_sort_is_taken_for_a_person_s(data, sort):
    """Patents, books, goods, firms, landlines, lists of years, tables, coordinates, hashes, with right check digits."""
    text = sort(data.draw)
    assert find(f"见 {text} 。") == [], text
    assert find_in_markup(f"见 {text} 。") == [], text


def test_a_word_before_a_number_decides_what_it_is():
    """An identity number that is a credit code too is whatever stands before it."""
    number = next(code for code in _credit_codes() if identity_check(code))

    assert [found.kind for found in find(f"身份证 {number}")] == ["identity"]
    assert find(f"统一社会信用代码：{number}") == []


def _credit_codes():
    """Credit codes of figures alone that have a place and a day like an identity number's."""
    for order in range(1000):
        for place in PROVINCES:
            body = f"{place}622919900101{order:03}"
            total = sum(int(digit) * pow(3, at, 31) for at, digit in enumerate(body))
            if CREDIT[-total % 31].isdigit() and credit_code(code := body + CREDIT[-total % 31]):
                yield code


MARKED = [
    *("**138**1234`5678`", "&#49;&#51;812345678", "[138](x)12345678", "<!-- 13812345678 -->", "138\\-1234\\-5678"),
    *(
        '<img alt="138 1234 5678">',
        "[写信](tel:%2B8613812345678)",
        "<b>138</b><i>1234</i>5678",
        "138&nbsp;1234&nbsp;5678",
    ),
    *("| 手机 | 138<br>1234<br>5678 |", "| 手机 | 138 | 1234 | 5678 |", "<td>手机</td><td>138</td><td>12345678</td>"),
    *(
        "---\ndescription: 找 13812345678\n---\n",
        "手机 138\n1234\n5678",
        "13<wbr>812345678",
        "![合影 13812345678](a.jpg)",
    ),
]


@pytest.mark.parametrize("text", MARKED)
def test_markup_hides_nothing(text):
    """Neither within a number nor around it: targets, attributes, comments, entities, cells."""
    (found,) = find_in_markup(text)

    assert (found.kind, found.value) == ("mobile", "13812345678")
    assert text[found.start : found.end] == found.text


@many
@given(
    st.lists(
        st.sampled_from([*"13x8*[]()<>&%#|\\`~! \n\u200b一９", "&#49;", "%31", "<b>", "<!--", "](", "{.a}"]),
        max_size=60,
    )
)
def test_whatever_a_text_holds_every_character_stays_where_it_was(text):
    """Folding, decoding and taking the markup away keep the length; looking never fails and quotes what is there."""
    text = "".join(text)
    plain = decoded(text)

    assert len(folded(plain)) == len(seen(plain)) == len(text)
    assert all(text[one.start : one.end] == one.text for one in find_in_markup(text))


@pytest.mark.parametrize(
    "typed", ["138-1234-5678", "+86 13812345678", "１３８ 1234 5678", "(138)12345678", "一三八12345678"]
)
def test_what_is_published_on_purpose_is_published_however_it_is_written(typed):
    """One entry of the list is enough for every way to write it; another number isn't meant."""
    listed = {value_of("138 1234 5678"), value_of("LXZSCQ@163.com")}

    assert find(typed, published=listed) == []
    assert find("邮箱 lxzscq @ 163.com", published=listed) == []
    assert [found.value for found in find(f"{typed}，13912345678", published=listed)] == ["13912345678"]


def test_the_shipped_campaign_is_looked_through_in_no_time():
    """All its texts, a third of a second of processor time at the most where the machine is busy."""
    files = [*(TOP / "campaign_data").rglob("*.yml"), *(TOP / "docs").rglob("*.md")]
    texts = [path.read_text(encoding="utf-8") for path in some(files)]
    before = time.process_time()

    found = [one for text in texts for one in find_in_markup(text)]

    assert time.process_time() - before < 0.33
    assert found == []


def test_looking_costs_next_to_nothing():
    """A hundred thousand figures and words, whatever they are, in a fraction of a second of processor time."""
    chance = random.Random(12)
    signs = string.digits * 3 + " -.·|，知识产权一二三微信QQ@#\n"
    text = "".join(chance.choices(signs, k=50_000))
    rows = "| 临夏县 | 150 | 2024 | 1380 | 12 |\n" * 1_000
    before = time.process_time()

    find_in_markup(text)
    find_in_markup(rows)
    find_in_markup("1 " * 10_000)

    assert time.process_time() - before < 1.5


@pytest.mark.parametrize(
    "sign", ["7", "七", "7,", "7 ", "<!--", "--><!--", "](", "<a ", "138,0001,0001\n", "7" * 50 + " "], ids=repr
)
def test_a_text_four_times_as_long_costs_about_four_times_as_much(sign):
    """Whatever it is full of: a long row of digits, comments that nobody closes, a table's lines."""

    def cost(length):
        taken = []
        for _ in range(3):
            before = time.process_time()
            find_in_markup(sign * (length // len(sign)))
            taken.append(time.process_time() - before)
        return min(taken)

    assert cost(16_000) < 8 * cost(4_000) + 0.02


@pytest.mark.parametrize("text", ["<!-- a --> 1 <!-- 2", "<!--->1-->2", "<!-- <b>1</b> --> --> <!--! <!--", "-->!<!--"])
def test_comments_are_hidden_from_their_beginning_to_their_end(text):
    """And one that nobody closes is text, but for its exclamation mark."""
    hidden = re.compile(r"<!--.*?-->|</?[A-Za-z][^<>]*>|!", re.DOTALL)

    assert seen(text) == hidden.sub(lambda found: "\u200b" * len(found[0]), text)


def test_only_digits_that_can_be_a_number_are_looked_at_closely():
    """Of all parts of a table's lines those that are shaped like one."""
    lines = "138,0001,0001\n139,0002,0002\n"

    found = [one.digits for one in parts(lines, 0, range(11, 20), able=possible)]

    assert found == ["13800010001", "13900020002"] and len(list(parts(lines, 0, range(11, 20)))) > 8
