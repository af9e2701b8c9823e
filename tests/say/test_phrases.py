"""Names, terms, dates and common words on the one list: no channel parts any of them."""

import io
import re
import shutil
import tomllib
from datetime import date

import pypdfium2
import pytest

from campaign.channels import Commission, cards
from campaign.channels.posters import plan
from campaign.channels.screens.wording import lines as on_a_frame
from campaign.core.context import BuildContext
from campaign.paper import book
from campaign.paper.ledger import Ledger
from campaign.read import read_campaign
from campaign.say.cutting import cut
from campaign.say.lines import broken
from campaign.say.phrases import FILE, held, inside, kept_together
from campaign.say.script import HAN
from campaign.say.words import LANGUAGES
from campaign.workshop.fonts import FAMILIES
from campaign.workshop.typeset import TEMPLATES, typeset
from looking import some
from projects import TOP

LISTS = tomllib.loads(FILE.read_text("utf-8"))
EXAMPLES = (
    "星期三",
    "4月26日",
    "75周年",
    "75 周年",
    "09:00–11:30",
    "临州市监发〔2024〕111号",
    "园区路 17 号",
    "达板镇",
    "24 小时",
    "26 April",
    "Xi Jinping",
    "intellectual property",
    "Linxia City",
    "75 years",
)
"""One text for each pattern of the list that isn't the very text itself."""
FILLER = {"zh": "甲乙丙丁戊己庚辛壬癸子丑寅卯", "en": "a b c d e f g h i j k l m n "}
"""Texts that may be broken anywhere, whatever the list says."""


def _patterns(language):
    return [re.compile(one.replace(r"\p{Han}", HAN)) for one in LISTS[language]["patterns"]]


def _phrases(language):
    """Everything on a language's list, patterns by their examples."""
    found = [one for one in EXAMPLES if any(pattern.fullmatch(one) for pattern in _patterns(language))]
    return [*found, *LISTS[language]["terms"].split(), *LISTS[language]["words"].split()]


PHRASES = [(language, phrase) for language in LANGUAGES for phrase in _phrases(language)]


def _whole(phrase, parts):
    """Whether a phrase stands on one line, spaces apart: a PDF's reader sees some between Han and figures."""
    return any("".join(phrase.split()) in "".join(part.split()) for part in parts)


def test_the_list_is_whole():
    """Every language has a list; every pattern has an example; nothing stands on it twice."""
    assert set(LISTS) == set(LANGUAGES)
    assert {"习近平", "新中国", "75 周年", "地理标志", "市场监管部门"} <= {phrase for _, phrase in PHRASES}
    for language, one in LISTS.items():
        assert all(any(pattern.fullmatch(example) for example in EXAMPLES) for pattern in _patterns(language))
        every = [*one["terms"].split(), *one["words"].split()]
        assert len(every) == len(set(every))
    assert len(PHRASES) > 300


@pytest.mark.parametrize(("language", "phrase"), PHRASES)
def test_no_line_of_a_frame_parts_a_phrase(language, phrase):
    """Wherever it stands in a text and whatever the width: whole, or the text isn't shown."""
    filler = FILLER[language]
    broke = 0
    for before in range(0, len(filler), 2):
        text = filler[:before] + phrase + filler[: len(filler) - before]
        for room in (9, 14):
            found = broken(text, language, most_units=room, most_lines=3)
            assert not found or _whole(phrase, found), found
            broke += len(found) > 1
        assert not (found := on_a_frame(text, language)) or _whole(phrase, found)
    assert broke


@pytest.mark.parametrize("word", LISTS["zh"]["words"].split())
def test_a_word_before_a_name_doesn_t_part_it(word):
    """Whatever common word stands before it."""
    assert {len(word) + 1, len(word) + 2} <= held(f"{word}习近平总书记", "zh")


def test_a_name_that_shares_its_first_character_is_whole():
    """学习 would take the first character of 习近平: on a frame the name is held all the same."""
    assert {2, 3} <= held("学习近平", "zh")


@pytest.mark.parametrize(("language", "phrase"), PHRASES)
def test_no_cut_goes_through_a_phrase(language, phrase):
    """A share card's text that is too long ends before a phrase or after it."""
    text = FILLER[language][:6] + phrase + FILLER[language]
    for most in some(range(7, len(text))):
        left = cut(text, len(text) / most, kept_together(language)).rstrip("…")
        rest = left[6:]
        assert len(rest) >= len(phrase) or not rest.strip() or not phrase.startswith(rest), left


@pytest.fixture(scope="module")
def setting(tmp_path_factory):
    """Sets texts in a narrow column as posters and cards do, each on its page; the lines of each."""
    folder = tmp_path_factory.mktemp("setting")
    for name in ("setting.typ", "breaking.typ"):
        shutil.copy(TEMPLATES / "workshop" / "templates" / name, folder)
    (folder / "a.typ").write_text(
        '#import "setting.typ": *\n#set document(title: "t")\n'
        f'#set text(font: "{FAMILIES[0]}", size: 10pt, lang: data.lang, ..style-of((:)))\n'
        "#set page(width: 170pt, height: 100pt, margin: 5pt)\n"
        "#for one in data.texts { page(glued(one)) }",
        encoding="utf-8",
    )

    def lines(language, texts):
        data = {"keep": kept_together(language), "lang": language, "texts": texts}
        (pdf,) = typeset("a.typ", data, templates=folder)
        document = pypdfium2.PdfDocument(io.BytesIO(pdf))
        return [page.get_textpage().get_text_range().splitlines() for page in document]

    return lines


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_line_of_a_poster_or_card_parts_a_phrase(setting, language):
    """Each phrase at each place where the end of a line would go through it, as Typst breaks the lines."""
    phrases = [phrase for one, phrase in PHRASES if one == language]
    filler = FILLER[language] * (2 if language == "en" else 1)
    cases = [
        (phrase, filler[:before] + phrase + " " * (language == "en") + filler)
        for phrase in phrases
        for before in range(max(0, len(filler) - len(phrase)), len(filler), 2 if language == "en" else 1)
    ]

    set_lines = setting(language, [text for _, text in cases])

    assert len(set_lines) == len(cases) >= 10
    assert all(len(lines) > 1 for lines in set_lines)
    assert [
        (phrase, lines) for (phrase, _), lines in zip(cases, set_lines, strict=True) if not _whole(phrase, lines)
    ] == []


def test_every_print_and_picture_keeps_the_list():
    """Whatever the kind, the sheet or the page: its lines are broken by the one list of its language."""
    campaign = read_campaign(TOP / "campaign_data")
    context = BuildContext(today=date(2024, 4, 22), site_address="https://ip.example.org/")
    printed = book(campaign, context, Ledger())
    commission = Commission(campaign=campaign, context=context, imprints=printed.imprints)
    jobs = [*plan(commission), *cards.plan(commission)]
    patterns = {(job.data["lang"], job.data["keep"]) for job in jobs}

    assert len(jobs) > 500 and {lang for lang, _ in patterns} == set(LANGUAGES)
    for language, pattern in patterns:
        for phrase in (phrase for one, phrase in PHRASES if one == language):
            assert inside(phrase + FILLER[language], pattern) >= set(range(1, len(phrase))), phrase
