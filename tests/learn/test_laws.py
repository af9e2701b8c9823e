"""Every statement of law names a law of the list and its articles, the same in both languages."""

import re
from itertools import pairwise

import pytest

from campaign.read import read_campaign
from projects import TOP

DIGITS = {sign: number for number, sign in enumerate("零一二三四五六七八九")}
PAGES = sorted(path.relative_to(TOP / "docs" / "zh").as_posix() for path in (TOP / "docs/zh/learn").rglob("*.md"))
CITE = re.compile(r"<cite>(.*?)</cite>")


@pytest.fixture(scope="module")
def campaign():
    return read_campaign(TOP / "campaign_data")


def _number(text):
    """第一百二十三条 as 123."""
    total, digit = 0, 0
    for sign in text:
        if sign in "百十":
            total += (digit or 1) * {"百": 100, "十": 10}[sign]
            digit = 0
        else:
            digit = DIGITS[sign]
    return total + digit


def _chinese(cite):
    """《甲法》第一条、第二条；《乙法》 as [(《甲法》, [1, 2]), (《乙法》, [])]."""
    found = []
    for part in cite.split("；"):
        name, rest = re.fullmatch(r"(《[^》]+》)(.*)", part).groups()
        articles = [
            _number(re.fullmatch("第([零一二三四五六七八九十百]+)条", one)[1]) for one in rest.split("、") if one
        ]
        found.append((name, articles))
    return found


def _english(cite):
    found = []
    for part in cite.split("; "):
        name, rest = re.fullmatch(r"(.*?)(?:, arts?\. ([\d, ]+))?", part).groups()
        found.append((name, [int(one) for one in rest.split(", ")] if rest else []))
    return found


def _agree(campaign, chinese, english):
    names = {law.name["en"]: law.name["zh"] for law in campaign.terms.laws}
    assert [(names[name], articles) for name, articles in _english(english)] == _chinese(chinese)
    for _, articles in _chinese(chinese):
        assert all(before < after for before, after in pairwise(articles)), chinese
        plural = f"arts. {articles[0]}," if len(articles) > 1 else f"art. {articles[0]}" if articles else ""
        assert plural in english


def test_numbers_are_read():
    """The reader of this test isn't itself mistaken."""
    assert [_number(text) for text in ("九", "十", "十六", "三十一", "一百零一", "一百二十三", "四百四十")] == [
        9, 10, 16, 31, 101, 123, 440
    ]  # fmt: skip


def test_the_pages_are_those_the_plan_of_the_site_promises():
    """Five rights, three things to do, six kinds of place, and the list; the same in English."""
    english = sorted(path.relative_to(TOP / "docs" / "en").as_posix() for path in (TOP / "docs/en/learn").rglob("*.md"))

    assert len(PAGES) == 15
    assert english == PAGES


@pytest.mark.parametrize("page", PAGES)
def test_each_page_cites_the_same_articles_in_both_languages(campaign, page):
    """Citation by citation: the laws are on the list, the articles are the same and in order."""
    chinese, english = (CITE.findall((TOP / "docs" / tag / page).read_text("utf-8")) for tag in ("zh", "en"))

    assert len(chinese) == len(english) >= 1
    for one, other in zip(chinese, english, strict=True):
        _agree(campaign, one, other)


def test_quiz_and_questions_cite_the_same_way(campaign):
    """Their law is cited in the same form."""
    records = [*campaign.quiz.questions, *campaign.faq.items]

    assert len(records) > 20
    for record in records:
        _agree(campaign, record.law["zh"], record.law["en"])


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_list_page_gives_every_law_s_full_name(campaign, language):
    """Each law of the list stands there with its version, and none that isn't on the list."""
    text = (TOP / "docs" / language / "learn/index.md").read_text("utf-8")
    colon = {"zh": "：", "en": ": "}[language]
    wanted = [f"- {law.name[language]}{colon}{law.full[language]}" for law in campaign.terms.laws]

    assert [
        line
        for line in text.splitlines()
        if line.startswith(("- 《", *(f"- {law.name['en']}: " for law in campaign.terms.laws)))
    ] == wanted


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_each_page_says_of_when_its_law_is_and_writes_no_telephone_number(language, page):
    """April 2024; whom to ring stands on one page only."""
    text = (TOP / "docs" / language / page).read_text("utf-8")

    assert {"zh": "2024 年 4 月", "en": "April 2024"}[language] in text
    assert not re.search(r"12345|12315|12330|\d{3,4}-\d{7,8}", text)


def test_every_page_the_questions_name_is_there(campaign):
    """`page:` of a question leads to a hand-written page in every language."""
    named = {item.page for item in campaign.faq.items if item.page}

    assert named
    assert {f"learn/{page}.md" for page in named} <= set(PAGES)


def test_every_kind_of_place_has_its_page(campaign):
    """The page is named by the kind's id."""
    assert {f"learn/place/{kind.id}.md" for kind in campaign.six_entries.place_kinds} <= set(PAGES)
