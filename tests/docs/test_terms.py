"""One thing, one word: the term list is obeyed by every text of the site, in every language."""

import re

import pytest

from campaign.core.language import Localized
from campaign.kinds.term import TermsFile
from campaign.kinds.usage import Deviation, Text, campaign_texts, missing_words, prose, wrong_words
from campaign.read import read_campaign
from looking import some
from projects import TOP
from tables import tables

LIST = TermsFile.model_validate(
    {
        "terms": [
            {
                "term": {"zh": "商标", "en": "trade mark"},
                "also": {"en": ["certification mark"]},
                "never": {"zh": ["商摽"], "en": ["trademark", "mark of trade"]},
            }
        ]
    }
)


@pytest.fixture(scope="module")
def campaign():
    return read_campaign(TOP / "campaign_data")


def _docs():
    found = {}
    for path in sorted((TOP / "docs").glob("*/**/*.md")):
        language, *rest = path.relative_to(TOP / "docs").parts
        found.setdefault("/".join(rest), {})[language] = prose(path.read_text("utf-8"))
    assert len(found) >= 16
    return found


def _said_by_us():
    return [
        Text(f"{table}/{language}.toml:{key}", language, said)
        for table, texts in tables().items()
        for language, words in texts.items()
        for key, value in words.items()
        for said in (value if isinstance(value, list) else [value])
    ]


# -- the shipped site


def test_no_text_of_the_campaign_uses_a_wrong_word(campaign):
    """Every text of campaign_data/ in each language; official wording is only read in our translation."""
    texts = [Text(place, tag, text) for place, said in campaign_texts(campaign) for tag, text in said.items()]

    assert len(texts) > 1000
    assert list(wrong_words(campaign.terms, texts)) == []


def test_no_hand_written_page_uses_a_wrong_word(campaign):
    """Every page of docs/ in each language."""
    texts = [Text(page, tag, text) for page, said in _docs().items() for tag, text in said.items()]

    assert list(wrong_words(campaign.terms, texts)) == []


def test_our_own_words_obey(campaign):
    """Labels and buttons of every channel, whatever folder they stand in: pages, posters, displays, pictures."""
    said = _said_by_us()

    assert {"channels/posters", "channels/screens", "channels/site", "say"} <= {
        text.place.rpartition("/words/")[0] for text in said
    }
    assert {"扫码看这个展台", "距开始", "看覆盖情况", "有变更"} <= {text.text for text in said}
    assert len(said) > 700
    assert list(wrong_words(campaign.terms, said)) == []


@pytest.mark.parametrize(
    ("wrong", "table"),
    [
        ("距开始", "channels/screens"),
        ("海报编号", "channels/posters"),
        ("看覆盖情况", "channels/site"),
        ("今天", "say"),
    ],
)
def test_a_wrong_word_in_any_table_is_told(wrong, table):
    """Whichever channel says it."""
    term = {"term": {"zh": "正", "en": "right"}, "never": {"zh": [wrong]}}
    found = wrong_words(TermsFile.model_validate({"terms": [term]}), _said_by_us())

    assert {deviation.place.rpartition("/words/")[0] for deviation in found} >= {table}


@pytest.mark.parametrize(
    "language, foreign",
    [("en", re.compile("[“”‘’\u3000-\u303f\uff00-\uffef]")), ("zh", re.compile("(?<=[\u4e00-\u9fff])[,;!?\"']"))],
)
def test_a_language_is_set_with_its_own_signs(campaign, language, foreign):
    """No full-width sign in English, whose curly quotes Chinese fonts draw a whole character wide; no Latin comma or
    quote behind a Chinese character."""
    texts = [text for text in _said_by_us() if text.language == language]
    texts += [Text(place, language, said[language]) for place, said in campaign_texts(campaign) if language in said]
    texts += [Text(page, language, said[language]) for page, said in _docs().items()]

    assert len(texts) > 1000
    assert [f"{text.place}: {text.text}" for text in texts if foreign.search(text.text)] == []


def test_both_languages_name_the_same_things(campaign):
    """Where the Chinese speaks of a trade mark the English does too, and the other way round."""
    assert list(missing_words(campaign.terms, campaign_texts(campaign))) == []
    assert list(missing_words(campaign.terms, _docs().items())) == []


def test_the_list_doesn_t_contradict_itself(campaign):
    """No term and no accepted wording is forbidden by another term."""
    for term in some(campaign.terms.terms):
        said = [Text("term", tag, text) for tag, text in term.term.items()]
        said += [Text("also", tag, text) for tag, texts in term.also.items() for text in texts]
        assert list(wrong_words(campaign.terms, said)) == []


# -- the checker


@pytest.mark.parametrize(
    "text", ["a trademark", "Trademarks are", "two\ntrademarks", "the mark  of\ntrade", "trademarked"]
)
def test_a_wrong_word_is_found_however_it_stands(text):
    """In capitals, in the plural, across the end of a line."""
    (found,) = wrong_words(LIST, [Text("x", "en", text)])

    assert found.term == "trade mark"


@pytest.mark.parametrize("text", ["a trade mark", "trademarkable", "x-trademark", "remark of trades", ""])
def test_other_words_are_left_alone(text):
    """The right word, and words that only contain the wrong one."""
    assert list(wrong_words(LIST, [Text("x", "en", text)])) == []


def test_each_occurrence_is_told_in_its_own_language():
    """A wording wrong in one language isn't looked for in another; two mistakes are two deviations."""
    assert len(list(wrong_words(LIST, [Text("x", "zh", "商摽和商摽")]))) == 2
    assert list(wrong_words(LIST, [Text("x", "en", "商摽")])) == []


def test_a_term_missing_in_one_language_is_told():
    """With the place, the language, and the word that should be there."""
    said = [("x", {"zh": "商标", "en": "a sign"}), ("y", {"zh": "商标", "en": "certification marks"})]

    assert list(missing_words(LIST, said)) == [Deviation("x", "en", "", "trade mark")]


def test_headlines_are_free():
    """A title may say it in its own way."""
    assert list(missing_words(LIST, [("event.title", {"zh": "商标", "en": "whose sign?"})])) == []


def test_nobody_reads_link_targets_and_code():
    """Addresses, code, tags and attributes aren't prose; the text of a link is."""
    assert prose("[text](trademark.md) `trademark` <a href='trademark'>b</a> {#trademark}").split() == ["[text", "b"]


def test_official_wording_is_never_blamed(campaign):
    """The plan's own Chinese isn't ours to change; its translation is."""
    texts = dict(campaign_texts(campaign))

    official = [said for place, said in texts.items() if ".official" in place and not place.startswith("campaign.")]
    assert official and all(set(said) == {"en"} for said in official)
    assert all(set(said) == {"en"} for place, said in texts.items() if place.startswith("plan."))
    assert isinstance(texts["theme.meaning"], Localized) and set(texts["theme.meaning"]) == {"zh", "en"}
