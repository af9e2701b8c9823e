"""The site's own words: each language says the same things, and nothing is said that no page uses."""

import re
import string
from pathlib import Path

import pytest

from campaign.kinds import posters
from campaign.kinds.event import Status
from campaign.kinds.poster import FINISHES, INKS
from campaign.say import words as words_room
from campaign.say.words import LANGUAGES, words

LIBRARY = Path(words_room.__file__).parents[2]


def _names(value):
    texts = value if isinstance(value, list) else [value]
    return [sorted(name for _, name, _, _ in string.Formatter().parse(text) if name) for text in texts]


def test_every_language_has_the_same_words():
    """The key sets are one and the same, lists are equally long, and placeholders have the same names."""
    first = words(LANGUAGES[0]).texts

    for language in LANGUAGES[1:]:
        other = words(language).texts
        assert set(other) == set(first)
        for key, value in first.items():
            if not key.endswith("_pattern"):
                assert _names(other[key]) == _names(value), key


def test_no_word_is_left_over():
    """Each key is used by a template or by the code; counted words by the name they are counted under."""
    sources = [*LIBRARY.rglob("*.html"), *LIBRARY.rglob("*.py")]
    assert len(sources) > 20
    used = set(re.findall(r"[A-Za-z][\w-]*", "\n".join(path.read_text("utf-8") for path in sources)))
    used |= {name.replace("-", "_") + "_description" for name in used}
    counted = {f"{name}_{number}" for name in used for number in ("one", "other")}
    named = {f"status_{state}" for state in Status} | {f"poster_{kind}" for kind in posters()}
    named |= {f"finish_{finish}" for finish in FINISHES} | {f"ink_{ink.replace('-', '_')}" for ink in INKS}
    named |= {f"print_{form}" for form in ("tiles", "outlined")} | {f"language_{tag}" for tag in LANGUAGES}

    assert named <= set(words("zh").texts)
    assert set(words("zh").texts) - used - counted - named == set()


def test_a_missing_word_is_an_error():
    """A key nobody wrote raises instead of printing nothing; so does a language the site doesn't speak."""
    with pytest.raises(AttributeError, match="no_such_word"):
        _ = words("zh").no_such_word
    with pytest.raises(KeyError):
        words("xx")


def test_counts_agree_with_their_noun():
    """One event, three events; Chinese has one form."""
    assert words("en").count("events", 1) == "1 event"
    assert words("en").count("events", 3) == "3 events"
    assert words("zh").count("events", 0) == "0 场活动"
