"""How long a message is: counted by us and by another counter, which goes by octets and septets, at every edge."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from campaign.channels.messages.limits import GSM_BASIC, GSM_EXTENSION, phone_lines, seconds, sms

BASIC = "".join(sorted(GSM_BASIC))
EXTENSION = "".join(sorted(GSM_EXTENSION))


def _parts_by_octets(text):
    """Parts of a UCS-2 message as a modem cuts it: 134 octets of UTF-16 each, no surrogate pair parted."""
    octets = text.encode("utf-16-be")
    if len(octets) <= 140:
        return 1
    count, at = 0, 0
    while at < len(octets):
        end = min(at + 134, len(octets))
        if end < len(octets) and 0xDC <= octets[end] <= 0xDF:
            end -= 2
        count, at = count + 1, end
    return count


def _parts_by_septets(text):
    """Parts of a GSM-7 message as a modem cuts it: the escape never stands at the end of one part and its sign in the
    next."""
    septets = "".join(f"\x1b{one}" if one in GSM_EXTENSION else one for one in text)
    if len(septets) <= 160:
        return 1
    count, at = 0, 0
    while at < len(septets):
        end = min(at + 153, len(septets))
        if end < len(septets) and septets[end - 1] == "\x1b":
            end -= 1
        count, at = count + 1, end
    return count


@given(st.text(st.sampled_from("知识产权，a{€😀𠮷"), min_size=1, max_size=300).map(lambda text: text + "权"))
def test_ucs2_parts_are_those_of_a_modem(text):
    """Characters beyond the BMP count two and are never cut in half, whatever stands around them."""
    found = sms(text)

    assert not found.gsm
    assert (found.units, found.parts) == (len(text.encode("utf-16-be")) // 2, _parts_by_octets(text))


@given(st.text(st.sampled_from(BASIC + EXTENSION * 6), max_size=500))
def test_gsm_parts_are_those_of_a_modem(text):
    """A sign of the extension table counts two and is never cut in half."""
    found = sms(text)

    assert found.gsm
    assert (found.units, found.parts) == (len(text) + sum(one in EXTENSION for one in text), _parts_by_septets(text))


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("权" * 70, 1),
        ("权" * 71, 2),
        ("权" * 134, 2),
        ("权" * 135, 3),
        ("权" * 68 + "😀", 1),
        ("权" * 69 + "😀", 2),
        ("权" * 66 + "😀" + "权" * 66, 3),
        ("权" * 65 + "😀" + "权" * 67, 2),
        ("a" * 160, 1),
        ("a" * 161, 2),
        ("a" * 306, 2),
        ("a" * 307, 3),
        ("a" * 158 + "€", 1),
        ("a" * 159 + "€", 2),
        ("a" * 152 + "€" + "a" * 152, 3),
        ("a" * 151 + "€" + "a" * 153, 2),
        ("a" * 70 + "’", 2),
        ("", 1),
    ],
)
def test_parts_at_their_edges(text, parts):
    """One more character than a part holds is another part; a curly apostrophe makes all of it UCS-2."""
    assert sms(text).parts == parts


def test_the_two_alphabets_share_nothing():
    """A hundred and twenty-seven signs and the escape are the default alphabet, ten the extension."""
    assert len(GSM_BASIC) == 127
    assert len(GSM_EXTENSION) == 10
    assert not GSM_BASIC & GSM_EXTENSION


def test_lines_of_a_phone_and_seconds_of_an_announcement():
    """Twenty-two Han characters or forty-four letters are a line; three are said in a second."""
    assert phone_lines("权" * 22) == phone_lines("a" * 44) == 1
    assert phone_lines("权" * 23) == 2
    assert phone_lines("权\n\n权") == 3
    assert seconds("知识产权，" * 45, han=True) == math.ceil(180 / 180 * 60)
    assert seconds("word " * 130, han=False) == 60
