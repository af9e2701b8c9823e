"""The languages of one output: which leads, which supports, and what is said in both."""

import pytest

from campaign.channels.posters.words import words
from campaign.core.language import Localized
from campaign.say.wording import Wording


@pytest.mark.parametrize(
    ("ordered", "slug", "tags"), [("zh", "zh", ("zh",)), ("zh+en", "zh-en", ("zh", "en")), ("en", "en", ("en",))]
)
def test_a_wording_is_read_from_an_order(ordered, slug, tags):
    """`zh+en` leads in Chinese."""
    assert Wording.of(ordered).slug == slug
    assert Wording.of(ordered).tags == tags


def test_support_that_says_the_same_is_left_out():
    """A name that isn't translated stands once."""
    both = Wording("zh", "en")

    assert both.both(Localized({"zh": "永靖县", "en": "Yongjing County"})) == ("永靖县", "Yongjing County")
    assert both.both(Localized.same("C++", ["zh", "en"])) == ("C++", None)
    assert Wording("zh").both(Localized({"zh": "永靖县", "en": "Yongjing County"})) == ("永靖县", None)


def test_our_own_words_take_a_text_in_each_language():
    """A figure that is a text of the campaign is filled in each language, any other as it is."""
    name = Localized({"zh": "社区", "en": "communities"})

    said = Wording("zh", "en").say(words, "scan_place_kind", name=name)

    assert said == ("扫码找社区里的活动", "Scan for events: communities")
    assert Wording("en").say(words, "serial", serial="x-A3-1") == ("Poster x-A3-1", None)
