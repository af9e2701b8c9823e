"""Languages: a text where somebody asks for one that it may lack."""

import pytest

from campaign.core.language import said_in


@pytest.mark.parametrize(
    "texts, said",
    [({"en": "Street", "zh": "街"}, "街"), ({"mn": "Гудамж", "en": "Street"}, "Гудамж"), ({"en": "A", "zh": ""}, "A")],
)
def test_a_text_in_a_language_or_in_its_first(texts, said):
    """The first is the campaign's leading one, as every text has them in its order."""
    assert said_in(texts, "zh") == said


def test_no_text_says_nothing():
    """What was taken back may have no name left."""
    assert said_in({}, "zh") == ""
