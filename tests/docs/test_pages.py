"""Quiz, questions and what stands around the hand-written pages, as HTML."""

from dataclasses import replace
from datetime import date

import pytest
from selectolax.lexbor import LexborHTMLParser

from campaign import builder
from campaign.channels import site
from campaign.channels.site.vignettes import vignette
from campaign.core.context import BuildContext
from campaign.kinds.contact import SERVICES
from campaign.kinds.vignette import STANDS_FOR
from campaign.read import read_campaign
from campaign.workshop.art.signs import LEARN
from campaign.workshop.art.vignettes import VIGNETTES
from looking import some
from projects import TOP

WRITTEN = frozenset({"learn/", "learn/apply/", "learn/place/market/"})


@pytest.fixture(scope="module")
def campaign():
    return read_campaign(TOP / "campaign_data")


def _context(written=WRITTEN):
    return BuildContext(today=date(2024, 4, 22), site_address="https://example.org/", written=written)


def _made(campaign, language="zh", **context):
    return {page.path: page for page in site.render(campaign, _context(**context), language)}


def _tree(page):
    return LexborHTMLParser(f"<main>{page.body}</main>")


def _chrome(campaign, path, written=WRITTEN):
    frame = site.frame(campaign, _context(written), "zh")
    return site.chrome(frame, path=path, title="题", description="")


def _ids(html):
    return [node.attributes["id"] for node in LexborHTMLParser(html).css("[id]")]


def _hrefs(html):
    return [a.attributes["href"] for a in LexborHTMLParser(html).css("a[href]")]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_quiz_asks_every_question(campaign, language):
    """Each with its options in order, one of them right, the answer's letter, the reason and the law."""
    asked = _tree(_made(campaign, language)["learn/quiz/"]).css(".q")

    assert len(asked) == len(campaign.quiz.questions)
    for node, question in zip(asked, campaign.quiz.questions, strict=True):
        right = [
            at for at, field in enumerate(node.css("input"), 1) if "right" in (field.attributes.get("class") or "")
        ]
        assert question.ask[language] in node.css_first("legend").text()
        assert [label.text().strip() for label in node.css("label")] == [
            option[language] for option in question.options
        ]
        assert right == [question.right]
        assert " ABC"[question.right] in node.css_first(".answer").text()
        assert question.because[language] in node.css_first(".because").text()
        assert node.css_first("cite").text() == question.law[language]


def test_the_quiz_works_with_the_keyboard_and_a_screen_reader(campaign):
    """Every option is a radio button with its label, one group a question, and the verdict is announced."""
    tree = _tree(_made(campaign)["learn/quiz/"])

    for node in some(tree.css(".q")):
        fields = node.css("input[type=radio]")
        assert len({field.attributes["name"] for field in fields}) == 1
        assert [label.attributes["for"] for label in node.css("label")] == [field.attributes["id"] for field in fields]
        assert node.css_first("fieldset > legend")
        assert node.css_first("[aria-live=polite]")


def test_the_questions_are_answered(campaign):
    """Each opens by itself, with its law; it leads on where the hand-written page is there, and nowhere else."""
    tree = _tree(_made(campaign)["learn/faq/"])
    more = [a.attributes["href"] for a in tree.css("details a.more")]

    assert [node.text() for node in tree.css("summary")] == [item.ask["zh"] for item in campaign.faq.items]
    assert set(more) == {"../../learn/apply/"}


def test_without_the_files_there_is_nothing(campaign):
    """No quiz, no questions: no page and no link anywhere."""
    made = _made(replace(campaign, quiz=None, faq=None))

    assert not {"learn/quiz/", "learn/faq/"} & set(made)
    assert not any("learn/quiz" in page.body or "learn/faq" in page.body for page in made.values())


def test_without_hand_written_pages_nothing_links_to_them(campaign):
    """Another office has no docs/<language>/learn/: menus, quiz and place kinds don't mention them."""
    none = frozenset()
    hrefs = [href for page in _made(campaign, written=none).values() for href in _hrefs(page.body)]
    hrefs += _hrefs(_chrome(campaign, "plan/", none).footer)

    assert not [href for href in some(hrefs) if href.endswith(("learn/", "apply/")) or "learn/place" in href]


def test_a_kind_of_place_leads_to_its_page_where_there_is_one(campaign):
    """The market has one here, the school has none."""
    made = _made(campaign)

    assert "../../learn/place/market/" in _hrefs(made["six-entries/market/"].body)
    assert "learn/place" not in made["six-entries/school/"].body


def test_a_page_to_learn_from_leads_back_and_on(campaign):
    """Before the text the way back, after it the list, the quiz, the questions, whom to ask, and the events there."""
    chrome = _chrome(campaign, "learn/place/market/")

    assert _hrefs(chrome.before) == ["../../../", "../../../learn/"]
    assert _hrefs(chrome.after) == [
        "../../../six-entries/market/",
        "../../../learn/",
        "../../../learn/quiz/",
        "../../../learn/faq/",
        "../../../about/",
    ]


@pytest.mark.parametrize(
    "path, picture, sign, tint",
    [
        ("learn/place/market/", "market", "p p-market", "k-market"),
        ("learn/trade-mark/", "trade-mark", "", ""),
        ("learn/report/", "advice", "", ""),
        ("learn/another/", "", "", ""),
        ("learn/", "", "", ""),
    ],
)
def test_a_page_to_learn_from_opens_with_its_picture(campaign, path, picture, sign, tint):
    """A kind of place with its picture, pictogram and colours, a right or a task with its picture; a page of which
    nobody drew one has none."""
    chrome = _chrome(campaign, path)
    before = LexborHTMLParser(chrome.before)

    assert [i.attributes["class"] for i in before.css("i")] == [sign] * bool(sign)
    assert len(before.css("svg.vignette")) == bool(picture)
    assert not picture or vignette(picture) in chrome.before
    assert chrome.tint == tint


def test_a_place_wears_the_pictogram_its_record_names(campaign):
    """The record says which drawing stands for it; its id needn't be one."""
    kinds = [kind.model_copy(update={"pictogram": "stage"}) for kind in campaign.six_entries.place_kinds]
    entries = campaign.six_entries.model_copy(update={"place_kinds": tuple(kinds)})

    assert "p-stage" in _chrome(replace(campaign, six_entries=entries), "learn/place/market/").before


def test_every_page_about_a_right_or_a_task_has_its_sign():
    """Each hand-written page beside the list has its drawing, and no drawing is left over."""
    pages_there = {path.stem for path in (TOP / "docs/zh/learn").glob("*.md")} - {"index"}

    assert set(LEARN) == pages_there
    assert {STANDS_FOR.get(name, name) for name in some(pages_there)} <= VIGNETTES.keys()
    assert STANDS_FOR.keys() <= pages_there


def test_the_list_begins_with_questions_and_the_quiz(campaign):
    """The first questions each with its answer's place, all of them, the quiz; it doesn't lead to itself."""
    chrome = _chrome(campaign, "learn/")
    questions = LexborHTMLParser(chrome.start).css(".asked li")
    answers = [f"../learn/faq/#q{number}" for number in range(1, 1 + len(questions))]

    assert [node.text() for node in questions] == [one.ask["zh"] for one in campaign.faq.items[: len(questions)]] != []
    assert _hrefs(chrome.start) == [*answers, "../learn/faq/", "../learn/quiz/"]
    assert _hrefs(chrome.after) == ["../about/"]
    assert {answer.partition("#")[2] for answer in answers} <= set(_ids(_made(campaign)["learn/faq/"].body))


def test_a_list_without_questions_and_quiz_begins_with_the_topics(campaign):
    """Another office may do without either."""
    assert not _chrome(replace(campaign, quiz=None, faq=None), "learn/").start.strip()


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("service", SERVICES)
def test_a_service_begins_with_the_numbers_to_ring_for_it(campaign, language, service):
    """Those whose record answers it, as numbers to tap; the office's own Markdown says where they stand."""
    frame = site.frame(campaign, _context(), language)
    start = site.chrome(frame, path=f"learn/{service}/", title="题", description="").start
    wanted = [one for one in campaign.contacts.contacts if service in one.answers]

    assert _hrefs(start) == [f"tel:{one.phone}" for one in wanted] != []
    assert all(one.name[language] in start and one.role[language] in start for one in wanted)


def test_where_nobody_is_named_for_a_service_everybody_is(campaign):
    """Whom the whole campaign names; a county's own number stands on no page that all counties read."""
    first, *others = (one.model_copy(update={"answers": ()}) for one in campaign.contacts.contacts)
    own = first.model_copy(update={"county": campaign.counties.counties[0].id, "answers": ("apply",)})

    assert campaign.contacts.model_copy(update={"contacts": (own, *others)}).answering("apply") == tuple(others)
    assert campaign.contacts.model_copy(update={"contacts": (own,)}).answering("apply") == ()


def test_a_release_marks_no_number_as_a_sample(campaign):
    """There is none left to mark."""
    marked = [
        site.frame(
            campaign, BuildContext(today=date(2024, 4, 22), site_address="https://example.org/", release=release), "zh"
        )
        for release in (False, True)
    ]
    shown = [site.chrome(frame, path="learn/report/", title="题", description="").start for frame in marked]

    assert ["mark-sample" in start for start in shown] == [True, False]


def test_other_hand_written_pages_are_left_alone(campaign):
    """Nothing stands around the page on reading."""
    chrome = _chrome(campaign, "accessibility/")

    assert (chrome.before, chrome.after) == ("", "")


def test_the_header_names_the_list_once(campaign):
    """One of the tasks."""
    assert _hrefs(_chrome(campaign, "plan/").header).count("../learn/") == 1


def test_the_pages_written_by_hand_are_found(campaign, tmp_path):
    """Each Markdown file by its path; an index by its folder."""
    for name in ("index.md", "a.md", "learn/index.md", "learn/place/b.md", "learn/reindex.md", "picture.png"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()

    assert builder.written_paths(tmp_path) == {"", "a/", "learn/", "learn/place/b/", "learn/reindex/"}
