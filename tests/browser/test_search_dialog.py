"""The search: it finds what people ask for, in the order they would want, and can be used with one hand or by keys."""

import gzip
import json
import tomllib
from pathlib import Path

import pytest
from waiting import until

from looking import some

QUESTIONS = tomllib.loads((Path(__file__).parent / "questions.toml").read_text("utf-8"))
ROOTS = {"zh": "", "en": "en/"}
RANKING = Path(__file__).parents[2] / "hooks/theme/assets/ranking.js"
FIRST = "([words, now]) => rank(words, now).map(one => [one.entry.path, one.entry.title, one.entry.label, one.marks])"
BEFORE = 1_713_000_000 / 60
"""Before the week, in minutes since 1970."""


@pytest.fixture(scope="module")
def found(browser, site):
    """What the ranking finds in a language: path, title, label, marks; one page of the browser answers for all."""
    pages = {}
    for language, root in ROOTS.items():
        page = pages[language] = browser.new_page()
        index = (site / root / "search/index.js").read_text("utf-8").replace("var campaignIndex", "window.index", 1)
        page.evaluate(RANKING.read_text("utf-8"))
        page.evaluate(f"() => {{ {index} window.rank = campaignRanking(window.index); }}")

    def find(language, words, now=BEFORE):
        return pages[language].evaluate(FIRST, [words, now])

    yield find
    for page in pages.values():
        page.close()


def _page(path):
    return path.partition("#")[0]


@pytest.mark.parametrize("language", ROOTS)
def test_each_question_finds_its_page_first(found, language):
    """All that citizens would type finds the page they need before any other."""
    asked = QUESTIONS[language]
    wrong = {}
    for words, page in asked.items():
        first = _page(([*found(language, words), [None]])[0][0] or "")
        if first != page:
            wrong[words] = first

    assert len(asked) == 40
    assert wrong == {}


@pytest.mark.parametrize("language", ROOTS)
def test_the_index_is_small(site, language):
    """Less than 60 KB on the wire, though it knows every page."""
    script = (site / ROOTS[language] / "search/index.js").read_bytes()

    assert script.count(b'["events/') > 40
    assert len(gzip.compress(script)) < 60_000


@pytest.mark.parametrize(
    ("language", "words", "page"),
    [
        ("zh", "理标", "learn/geographical-indication/"),
        ("zh", "zscq", "six-entries/"),
        ("zh", "jubao", None),
        ("zh", "jb", "learn/report/"),
        ("zh", "sbzl", "events/gh-government-weekend-window/"),
        ("zh", "举抱", "learn/report/"),
        ("zh", "商表", "learn/trade-mark/"),
        ("zh", "2024-04-26", "programme/"),
        ("zh", "4月26号", "programme/"),
        ("zh", "Ａ０１", "exhibition/booths/a01/"),
        ("zh", "东乡县", "counties/dongxiang/"),
        ("zh", "免费WiFi", "programme/"),
        ("zh", "鳄鱼皮箱", None),
        ("zh", "有没有抽奖", None),
        ("zh", "，。", None),
        ("en", "trademrk", "learn/trade-mark/"),
        ("en", "dongxaing", "counties/dongxiang/"),
        ("en", "geograph", "learn/geographical-indication/"),
        ("en", "TOILETS", "exhibition/"),
        ("en", "what to do about fake medicine", "learn/report/"),
        ("en", "crocodile handbags", None),
        ("en", "can't pay", "learn/faq/"),
    ],
)
def test_it_forgives(found, language, words, page):
    """A part of a word, initials, one slip, another character of the same sound, figures of any width; no nonsense."""
    results = found(language, words)

    assert (_page(results[0][0]) if results else None) == page


def test_a_part_of_a_chinese_word_is_enough(found):
    """Two characters out of the middle of a title find it."""
    assert any(path == "activities/training/" for path, *_ in found("zh", "产权强"))


@pytest.mark.parametrize("language", ROOTS)
def test_no_row_of_a_table_is_found_nor_what_staff_look_at(site, language):
    """Neither the staff's pages, the site map, nor download rows and sizes are in the index."""
    script = (site / ROOTS[language] / "search/index.js").read_text("utf-8")
    rows = json.loads(script.removeprefix("var campaignIndex=").removesuffix(";\n"))["entries"]

    for row in some(rows):
        assert not row[0].startswith(("staff/", "screens/", "downloads/all/", "site-map/")), row
        assert "2480" not in str(row) and ".pdf" not in str(row).lower(), row


def test_questions_come_first_for_who_asks_and_events_for_who_names(found):
    """With a question word knowledge is first; the bare name of a thing leads to where it takes place."""
    asked, named = found("zh", "商标怎么续展"), found("zh", "夜市")

    assert asked[0][2] in ("展台", "知识", "问答", "维权举报") and named[0][2] == "活动"
    kinds = [label for _, _, label, _ in some(found("zh", "怎么查专利"))][:3]
    assert {"问答", "知识", "维权举报"} & set(kinds)


def test_what_is_over_comes_later(found):
    """After the week an event gives way to a page of knowledge that is as near."""
    before, after = (found("zh", "假货 票据", now) for now in (BEFORE, BEFORE * 2))
    at = [[path for path, *_ in one].index("events/lx-community-receipts-visit/") for one in (before, after)]

    assert at[0] <= at[1]


def _dialog(page, words=None):
    page.click("[data-search-open]")
    until(page, "document.querySelector('.search-found').children.length > 0")
    if words is not None:
        page.fill(".search-query", words)
        until(page, "document.querySelector('.search-rows')")
    return page


def test_it_is_used_by_keys_alone(visit, address):
    """A slash opens it, arrows go through the results and back, Enter opens one, Escape closes and gives back focus."""
    page = visit("programme/", width=1280, height=800)
    page.keyboard.press("/")
    page.keyboard.type("地理标志")
    until(page, "(document.querySelector('.search-rows mark') || {}).textContent === '地理标志'")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    second = page.evaluate("[...document.querySelectorAll('.search-rows a')].indexOf(document.activeElement)")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    in_field = page.evaluate("document.activeElement.matches('.search-query')")
    page.keyboard.press("Escape")
    closed = page.evaluate(
        "document.querySelector('.search').hidden && document.activeElement.matches('[data-search-open]')"
    )
    _dialog(page, "地理标志").keyboard.press("Enter")
    page.wait_for_url(f"{address}learn/geographical-indication/")
    page.go_back()

    assert (second, in_field, closed) == (1, True, True)
    until(page, "document.querySelector('.search-rows a')")
    assert page.input_value(".search-query") == "地理标志"
    assert page.said == []


def test_tab_stays_inside(visit):
    """From its last control Tab goes to its first, and back."""
    page = _dialog(visit("about/"), "葫芦")
    page.focus(".search-rows li:last-child a")
    page.keyboard.press("Tab")
    first = page.evaluate("document.activeElement.className")
    page.keyboard.press("Shift+Tab")

    assert first == "search-query"
    assert page.evaluate("document.activeElement.matches('.search-rows li:last-child a')")


def test_it_fits_a_phone(visit):
    """As high as the screen, nothing wider than it, each row and button 44 px at least, in large text too."""
    page = visit("about/")
    page.click("[data-large]")
    _dialog(page)
    sizes = "[...document.querySelectorAll('.search a, .search button')].map(one => one.getBoundingClientRect().height)"
    assert min(some(page.evaluate(sizes))) >= 44
    page.fill(".search-query", "商标怎么注册")
    until(page, "document.querySelector('.search-rows')")

    assert min(some(page.evaluate(sizes))) >= 44
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    assert page.evaluate("document.querySelector('.search-sheet').getBoundingClientRect().height") == 740
    assert page.locator(".search-rows li").first.locator("mark").count() >= 1


def test_who_finds_nothing_is_helped(visit):
    """The status says so; the tasks and the numbers to ring stand below."""
    page = _dialog(visit("learn/report/"))
    page.fill(".search-query", "鳄鱼皮箱")
    until(page, "document.querySelector('.search-said').textContent !== ''")

    assert "鳄鱼皮箱" in page.inner_text(".search-said")
    assert page.locator(".search-ways a[href='tel:12315']").count() == 1
    assert page.locator(".search-ways a[href='../../programme/']").count() == 1


@pytest.mark.parametrize(("root", "words"), [("", "厕所"), ("en/", "toilet")])
def test_an_address_opens_it_with_its_results(visit, root, words):
    """`?q=` is answered as soon as the page is there; once it is closed the address is the page's own again."""
    page = visit(f"{root}about/?q={words}")
    until(page, "document.querySelector('.search-rows a')")
    count = page.inner_text(".search-said")
    page.click("[data-search-close]")

    assert "1" in count
    assert "q=" not in page.url
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0
    assert page.said == []


def test_what_was_typed_is_never_markup(visit):
    """What is typed is shown as it was typed."""
    page = _dialog(visit("about/"))
    page.fill(".search-query", "<img src=x onerror=alert(1)>")
    until(page, "document.querySelector('.search-said').textContent !== ''")

    assert "<img" in page.inner_text(".search-said")
    assert page.locator(".search img").count() == 0
    assert page.said == []
