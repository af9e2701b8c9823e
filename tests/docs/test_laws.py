"""Every statement of law names a law of the list and its articles, the same in both languages."""

import re
import tomllib

import pytest

from campaign.kinds.contact import SERVICES
from campaign.read import read_campaign
from citations import CITE, chinese, english, number
from projects import TOP

READ = tomllib.loads((TOP / "tests/docs/articles.toml").read_text("utf-8"))
LEARN = {tag: TOP / "docs" / tag / "learn" for tag in ("zh", "en")}
PAGES = sorted(path.relative_to(LEARN["zh"]).as_posix() for path in LEARN["zh"].rglob("*.md"))
PLACES = [page for page in PAGES if page.startswith("place/")]


@pytest.fixture(scope="module")
def campaign():
    return read_campaign(TOP / "campaign_data")


def _text(language, page):
    return (LEARN[language] / page).read_text("utf-8")


def _cited(text, read=chinese):
    return [read(cite) for cite in CITE.findall(text)]


def _agree(campaign, first, second):
    """The same laws of the list, the same articles, in the same order; the citation as it is in Chinese."""
    names = {law.name["en"]: law.name["zh"] for law in campaign.terms.laws}
    assert [(names[name], articles) for name, articles in english(second)] == chinese(first)
    return chinese(first)


def _records(campaign):
    return [*campaign.quiz.questions, *campaign.faq.items]


def _all_citations(campaign):
    found = {(law, one) for page in PAGES for cite in _cited(_text("zh", page)) for law, some in cite for one in some}
    return found | {
        (law, one) for record in _records(campaign) for law, some in chinese(record.law["zh"]) for one in some
    }


# -- the reader of these tests


def test_numbers_are_read():
    """The reader of this test isn't itself mistaken."""
    said = ("九", "十", "十六", "三十一", "一百零一", "一百二十三", "四百四十", "一千一百八十五")

    assert [number(text) for text in said] == [9, 10, 16, 31, 101, 123, 440, 1185]


@pytest.mark.parametrize(
    "read, cite",
    [
        (chinese, "《商标法》"),
        (chinese, "商标法第三条"),
        (chinese, "《商标法》第3条"),
        (chinese, "《商标法》第三条和第四条"),
        (chinese, "《商标法》第四条、第三条"),
        (chinese, "《商标法》第三条、《专利法》第二条"),
        (english, "Trade Mark Law"),
        (english, "Trade Mark Law, article 3"),
        (english, "Trade Mark Law, arts. 3"),
        (english, "Trade Mark Law, art. 3, 4"),
        (english, "Trade Mark Law, arts. 4, 3"),
    ],
)
def test_a_citation_in_another_form_is_refused(read, cite):
    """Without an article, without the title's marks, in digits, out of order, the plural wrong."""
    with pytest.raises(ValueError, match=r"法律|law|art"):
        read(cite)


# -- the pages


def test_the_pages_are_those_the_plan_of_the_site_promises():
    """Five rights, three things to do, six kinds of place, the list, and what has changed; the same in English."""
    others = sorted(path.relative_to(LEARN["en"]).as_posix() for path in LEARN["en"].rglob("*.md"))

    assert len(PAGES) == 16
    assert others == PAGES


@pytest.mark.parametrize("page", PAGES)
def test_each_page_cites_the_same_articles_in_both_languages(campaign, page):
    """Citation by citation: the laws are on the list, the articles are the same and in order."""
    first, second = (CITE.findall(_text(tag, page)) for tag in ("zh", "en"))

    assert len(first) == len(second) >= 1
    for one, other in zip(first, second, strict=True):
        assert _agree(campaign, one, other)


def test_quiz_and_questions_cite_the_same_way(campaign):
    """Each names its law and article, in the same form."""
    records = _records(campaign)

    assert len(records) > 20
    assert all(_agree(campaign, record.law["zh"], record.law["en"]) for record in records)


def test_every_article_cited_was_read_in_the_law_itself(campaign):
    """Each stands in articles.toml with what it says; nothing stands there that isn't cited any more."""
    read = {(law, int(one)) for law, articles in READ.items() for one in articles if one != "last"}
    cited = _all_citations(campaign)

    assert len(cited) > 100
    assert sorted(cited - read) == []
    assert sorted(read - cited) == []


def test_no_law_is_cited_beyond_its_last_article(campaign):
    """There is no article 99 of a law that ends with 73."""
    beyond = [(law, one) for law, one in _all_citations(campaign) if one > READ[law].get("last", one)]

    assert beyond == []


def test_every_law_of_the_list_has_its_year_and_is_cited(campaign):
    """The version cited is beyond doubt in every language, and the list holds no law that nobody cites."""
    cited = {law for law, _ in _all_citations(campaign)}

    assert {law.name["zh"] for law in campaign.terms.laws} == cited == set(READ)
    for law in campaign.terms.laws:
        assert all(re.search(r"(?:19|20)\d\d", text) for text in law.full.values()), law.name["zh"]


# -- what the page of changes says of the laws


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_page_of_changes_gives_what_became_of_every_law_and_its_full_name(campaign, language):
    """Each law that has changed stands there with what is new, then every law with its version; no other."""
    colon, laws = {"zh": "：", "en": ": "}[language], campaign.terms.laws
    wanted = [f"- {law.name[language]}{colon}{law.later[language]}" for law in laws if law.later]
    wanted += [f"- {law.name[language]}{colon}{law.full[language]}" for law in laws]
    starts = tuple(f"- {law.name[language]}{colon}" for law in laws)

    assert [line for line in _text(language, "changes.md").splitlines() if line.startswith(starts)] == wanted
    assert "(changes.md)" in _text(language, "index.md")


@pytest.mark.parametrize("page", [page for page in PAGES if page not in ("index.md", "changes.md")])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_page_says_which_of_its_laws_have_changed(campaign, language, page):
    """The last paragraph names just the laws cited there that have changed since, and leads to what has changed."""
    *_, last = (part for part in _text(language, page).split("\n\n") if part.strip())
    cited = {law for cite in _cited(_text("zh", page)) for law, _ in cite}
    changed = [law.name[language] for law in campaign.terms.laws if law.later and law.name["zh"] in cited]

    assert [law.name[language] for law in campaign.terms.laws if law.name[language] in last] == changed
    assert ("changes.md#later" in last) == bool(changed)
    assert "changes.md#laws" in last


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_each_page_says_of_when_its_law_is_and_writes_no_telephone_number(language, page):
    """April 2024; whom to ring stands on one page only."""
    text = _text(language, page)

    assert {"zh": "2024 年 4 月", "en": "April 2024"}[language] in text
    assert not re.search(r"12345|12315|12330|\d{3,4}-\d{7,8}", text)


# -- the services


@pytest.mark.parametrize("service", SERVICES)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_service_begins_with_the_act_and_ends_with_the_law(language, service):
    """The numbers to ring, three steps, then the rest; every citation is folded away below all that is told."""
    text = _text(language, f"{service}.md")
    start, box = (
        text.index('<div class="start"></div>'),
        re.search(r'<div class="first" markdown>(.*?)</div>', text, re.DOTALL),
    )
    basis = re.search(r'<details class="basis" markdown>\n<summary>(.+)</summary>(.*?)</details>', text, re.DOTALL)

    assert box and basis and start < box.start() < text.index("\n## ") < basis.start()
    assert re.findall(r"^\d\. ", box[1], re.MULTILINE) == ["1. ", "2. ", "3. "]
    assert basis[1] == {"zh": "依据", "en": "Legal basis"}[language]
    assert text.count("<cite>") == basis[2].count("<cite>") == basis[2].count("\n- ")


@pytest.mark.parametrize("page", PAGES)
def test_a_page_leads_to_the_same_pages_in_both_languages(page):
    """Link by link, in no order: a sentence may be built another way."""
    first, second = (sorted(re.findall(r"\]\(([^)]+)\)", _text(tag, page))) for tag in ("zh", "en"))

    assert first == second


# -- the places


def test_every_kind_of_place_has_its_page(campaign):
    """The page is named by the kind's id, and the list marks the link to it with the kind's tint."""
    kinds = {kind.id for kind in campaign.six_entries.place_kinds}

    assert {f"place/{kind}.md" for kind in kinds} == set(PLACES)
    for language in LEARN:
        assert all(f"(place/{kind}.md){{.k-{kind} " in _text(language, "index.md") for kind in kinds)


@pytest.mark.parametrize("page", PLACES)
def test_the_page_of_a_place_begins_with_what_to_do(page):
    """Three things, before the law; the same links in both languages."""
    links = []
    for language in LEARN:
        box = re.search(r'<div class="first" markdown>(.*?)</div>', _text(language, page), re.DOTALL)
        assert box and _text(language, page).index("<cite>") > box.end()
        assert re.findall(r"^\d\. ", box[1], re.MULTILINE) == ["1. ", "2. ", "3. "]
        links.append(re.findall(r"\]\(([^)]+)\)", box[1]))

    assert links[0] == links[1] != []


def test_every_page_the_questions_name_is_there(campaign):
    """`page:` of a question leads to a hand-written page in every language."""
    named = {item.page for item in campaign.faq.items if item.page}

    assert named
    assert {f"{page}.md" for page in named} <= set(PAGES)
