"""The first letters of pinyin, from the order of a national standard."""

import pytest

from campaign.say.initials import common, initial
from looking import some


@pytest.mark.parametrize(
    ("text", "letters"), [("知识产权", "zscq"), ("商标", "sb"), ("举报", "jb"), ("阿座", "az"), ("A1，匾", "")]
)
def test_a_character_has_one_letter(text, letters):
    """Common characters have the letter of their pinyin; letters, signs and rare characters have none."""
    assert "".join(map(initial, text)) == letters


def test_every_common_character_is_there_once():
    """The 3,755 characters of level 1, each under one letter; no syllable begins with i, u or v."""
    found = common()
    every = "".join(found.values())

    assert len(every) == len(set(every)) == 3755
    assert set(found) == set("abcdefghjklmnopqrstwxyz")
    assert all(initial(one) == letter for letter, characters in some(found.items()) for one in characters[:3])
