"""Our own words: each table says the same in every language, nothing is said twice, and nothing that no output uses."""

import re
import string
from pathlib import Path

import pytest

from campaign.channels.messages.checking import PART_NAMES
from campaign.channels.messages.correcting import TIME_AND_PLACE
from campaign.channels.messages.enclosures.values import ROLES
from campaign.channels.messages.parcels.listing import COLUMNS
from campaign.channels.posters.words import words as on_posters
from campaign.channels.site.downloads import PACK_ORDER, PEOPLE, USES
from campaign.channels.site.search.index import SAID
from campaign.channels.site.words import words as on_pages
from campaign.core.times import Unit
from campaign.kinds import posters, urls
from campaign.kinds.notice import SEEN
from campaign.kinds.poster import FINISHES, INKS, TECHNIQUES
from campaign.kinds.ready import PRESETS
from campaign.kinds.status import Status
from campaign.paper.statements import OFF, ONLY_OFF, WHEN, WHERE
from campaign.say.words import FOLDER, LANGUAGES, Table, words
from looking import some
from tables import LIBRARY, tables

TABLES = tables()


def _names(value):
    texts = value if isinstance(value, list) else [value]
    return [sorted(name for _, name, _, _ in string.Formatter().parse(text) if name) for text in texts]


@pytest.mark.parametrize("table", TABLES)
def test_every_language_has_the_same_words(table):
    """The key sets are one and the same, lists are equally long, and placeholders have the same names."""
    assert set(TABLES[table]) == set(LANGUAGES)
    first = TABLES[table][LANGUAGES[0]]

    for language in some(LANGUAGES[1:]):
        other = TABLES[table][language]
        assert set(other) == set(first)
        for key, value in some(first.items()):
            if not key.endswith("_pattern"):
                assert _names(other[key]) == _names(value), key


def test_all_words_stand_in_tables():
    """No file of words lies beside the tables, where no test would read it."""
    stray = [path for path in LIBRARY.rglob("*.toml") if "word" in path.stem]

    assert stray == []


def test_what_two_channels_say_stands_once():
    """What is the same in every language isn't in two tables, and no channel gives a common key a new meaning."""
    homes = {}
    for table, texts in TABLES.items():
        for key in texts[LANGUAGES[0]]:
            said = tuple(str(texts[language][key]) for language in LANGUAGES)
            homes.setdefault(said, set()).add(table)
    assert {said: tables for said, tables in homes.items() if len(tables) > 1} == {}

    shared = set(TABLES["say/words"][LANGUAGES[0]])
    for table, texts in TABLES.items():
        assert table == "say/words" or not shared & set(texts[LANGUAGES[0]]), table


TOLD_AT = ("short", "now", "was", "row")
"""Sentences of messages that have another beside them with a place."""


def test_no_word_is_left_over():
    """Each key is used by a template or by the code; counted words by the name they are counted under."""
    sources = [*LIBRARY.rglob("*.html"), *LIBRARY.rglob("*.py")]
    assert len(sources) > 100
    used = set(re.findall(r"[A-Za-z][\w-]*", "\n".join(path.read_text("utf-8") for path in sources)))
    used |= {name.replace("-", "_") + "_description" for name in used}
    counted = {f"{name}_{number}" for name in used for number in ("one", "other")}
    named = {f"status_{state}" for state in Status} | {f"poster_{kind}" for kind in posters()}
    named |= {f"status_short_{state}" for state in Status if state is not Status.PLANNED}
    named |= {f"finish_{finish}" for finish in (*FINISHES, "shop")} | {f"ink_{ink.replace('-', '_')}" for ink in INKS}
    named |= {f"print_{form}" for form in ("tiles", "outlined")} | {f"language_{tag}" for tag in LANGUAGES}
    named |= {f"tile_side_{side}" for side in ("left", "top", "right", "bottom")}
    # What an event's sheet opens depends on whether there is a way to show.
    named |= {f"scan_{kind}" for kind in posters() if kind != "event"} | {"scan_event_route"}
    named |= {f"{key}_{how}" for how in ("day", "week", "month", "campaign") for key in ("home", "during")}
    named |= {f"unit_{unit}" for unit in Unit}
    named |= {f"technique_{one}" for one in TECHNIQUES if one != "office"}
    named |= {f"see_{kind}" for kind in SEEN}
    named |= {f"{form}_{key}" for one in PRESETS for key in one.keys for form in ("ready", "ready_short")}
    named |= {f"paper_{word}{form}" for word in (WHEN, WHERE, OFF, ONLY_OFF) for form in ("", "_of")}
    named |= {f"ask_{one}" for one in (*PEOPLE, *USES)} | {f"pack_{one}" for one in PACK_ORDER}
    named |= {f"task_{one}" for one in ("programme", "exhibition", "learn", "downloads", "plan")}
    named |= {f"kit_{form}{end}" for form in urls.KIT for end in ("", "_alt")} | {f"spread_{form}" for form in urls.KIT}
    named |= {f"corrected_{what}" for what in TIME_AND_PLACE.values()} | {f"column_{name}" for name, _ in COLUMNS}
    named |= {f"messages_role_{role}" for role in ROLES} | {f"messages_part_{name}" for name in (*PART_NAMES, "link")}
    named |= {f"registration_{one}" for one in ("none", "required", "invitation")}
    named |= {f"search_{one}" for one in SAID} | {f"search_is_{one}" for one in ("event", "county", "place_kind")}
    named |= {f"search_is_{one}" for one in ("programme", "exhibition", "learn", "downloads")}
    named |= {f"changed_{state}" for state in Status if state is not Status.PLANNED}
    named |= {"announce", "announce_at", "announce_by", "announce_by_at", *(f"{key}_at" for key in TOLD_AT)}
    every = {key for texts in TABLES.values() for key in texts["zh"]}
    own = {f"{word}_{kind}" for kind in posters() for word in ("scan", "call")} | {"scan_event_route"}

    assert named <= every
    assert every - used - counted - named - own == set()


def test_a_missing_word_is_an_error():
    """A key nobody wrote raises instead of printing nothing; so does a language the product doesn't speak."""
    with pytest.raises(AttributeError, match="no_such_word"):
        _ = words("zh").no_such_word
    with pytest.raises(AttributeError, match="no_such_word"):
        on_posters("zh").say("no_such_word")
    with pytest.raises(KeyError):
        words("zh").say("bracketed")
    for table in (words, on_posters):
        with pytest.raises(KeyError):
            table("xx")


def test_a_channel_says_what_all_say_and_its_own():
    """Its own words are nobody else's; those of all channels are the same in each."""
    assert on_posters("zh").today == on_pages("zh").today == words("zh").today == "今天"
    assert on_posters("en").say("serial", serial="x-A3-1") == "Poster x-A3-1"
    for other in (words, on_pages):
        with pytest.raises(AttributeError):
            _ = other("en").serial


def test_a_channel_can_t_say_a_common_word_its_own_way(tmp_path):
    """A key that all channels have is refused in a channel's own table."""
    (tmp_path / "zh.toml").write_text('today = "今日"', encoding="utf-8")

    with pytest.raises(ValueError, match="today"):
        Table(tmp_path)("zh")
    with pytest.raises(KeyError):
        Table(tmp_path)("en")


def test_counts_agree_with_their_noun():
    """One event, three events; Chinese has one form."""
    assert words("en").count("events", 1) == "1 event"
    assert words("en").count("events", 3) == "3 events"
    assert words("zh").count("events", 0) == "0 场活动"


def test_the_languages_are_those_of_the_shared_table():
    """A language is added by its file there, and one beside each channel."""
    assert LANGUAGES == tuple(sorted(path.stem for path in Path(FOLDER).glob("*.toml"))) == ("en", "zh")


@pytest.mark.parametrize(
    ("continuing", "said"),
    [
        ([], "2 events"),
        (["last day"], "2 events, 1 of them continuing"),
        (["last day", "continues until 26 April"], "2 events, 2 of them continuing"),
        (["continues until 26 April"] * 2, "2 events: continues until 26 April"),
    ],
)
def test_a_day_s_count_says_what_continues_and_until_when(continuing, said):
    """The end stands there where all of the day have the same; a number never stands for a day."""
    assert words("en").count_on("events", 2, continuing=continuing) == said


@pytest.mark.parametrize("status", [one for one in Status if one is not Status.PLANNED])
def test_a_badge_begins_with_a_capital(status):
    """It stands on its own wherever it stands: beside Chinese on paper and screens, before a title."""
    for short in (False, True):
        said = status.said(words("en"), short=short)
        assert said[0].isupper() and said[1:] == said[1:].lower()
