"""Displays' packs: which must be copied again, with what changed on them; until it is noted that they were."""

from dataclasses import dataclass
from types import SimpleNamespace

import pytest

from campaign import paper, release
from campaign.core.artifact import Source
from campaign.core.context import BuildContext
from campaign.core.language import Localized
from campaign.paper import marking
from campaign.paper.ledger import Ledger
from campaign.release import reprinting
from looking import some
from on_paper import TODAY, printed, small, with_events

EVENT = ("event", "north-home-check")
WALL = "screens/wall.zip"


@dataclass(frozen=True)
class Display:
    """What a release looks at of a display's job."""

    display: SimpleNamespace
    frames: tuple


def wall(*keys):
    frames = tuple(SimpleNamespace(source=Source(kind=kind, id=record_id)) for kind, record_id in keys)
    return Display(SimpleNamespace(id="wall", name={"zh": "广场大屏", "en": "The wall"}), frames)


def book_of(campaign, ledger, *, cleared=False):
    context = BuildContext(today=TODAY, site_address=campaign.campaign.site_address, release=cleared)
    return paper.book(campaign, context, ledger)


def later(campaign):
    """The campaign with the visit half an hour later."""
    first, *others = campaign.events
    starts = first.starts.replace(hour=14, minute=30)
    ends = first.ends.replace(hour=16)
    return with_events(campaign, [first.model_copy(update={"starts": starts, "ends": ends}), *others])


@pytest.fixture
def aired(tmp_path):
    """The ledger after a release with one display, which shows the visit and the theme."""
    return made(small(), printed(small()), tmp_path, b"frames")


def made(campaign, ledger, site, content, keys=(EVENT, ("theme", ""))):
    """The ledger after a release made the pack."""
    (site / "screens").mkdir(exist_ok=True)
    (site / WALL).write_bytes(content)
    context = BuildContext(today=TODAY, site_address=campaign.campaign.site_address, release=True)
    edition = SimpleNamespace(
        displays=[wall(*keys)], ledger=ledger, book=book_of(campaign, ledger, cleared=True), context=context
    )
    return ledger.with_more(reprinting.made_packs(edition, site, ledger.next_serial))


def test_a_pack_as_it_was_made_stays(aired, tmp_path):
    """Nothing changed: nothing to copy, and a second release writes no entry."""
    (one,) = release.recopy(book_of(small(), aired), [wall(EVENT, ("theme", ""))])

    assert one.pack and not one.again
    assert made(small(), aired, tmp_path, b"frames").entries == aired.entries


def test_a_changed_fact_is_told_in_peoples_words(aired):
    """What the pack shows says another time now: it is on the list with the field's name and both times."""
    found = release.recopy(book_of(later(small()), aired), [wall(EVENT, ("theme", ""))])
    said = "\n".join(release.told([], aired, found))

    assert [one.again for one in some(found)] == [True]
    assert "播放包要重新拷贝 packs to copy again: 1\n  screens/wall.zip 广场大屏" in said
    assert "时间: 09:00–11:30 → 14:30–16:30" in said and "starts" not in said


def test_what_comes_and_goes_and_looks_different_is_told(aired):
    """Another record on it, one no more, another look."""
    book, board = book_of(small(), aired), ("board", small().boards[0].id)
    (one,) = release.recopy(book, [wall(EVENT, board)])
    assert (one.added, one.gone, one.again) == ((board,), (("theme", ""),), True)

    (one,) = release.recopy(book, [wall(EVENT, ("theme", ""))], {WALL: "another"})
    assert one.redrawn and one.again


def test_it_stays_until_it_is_noted(aired, tmp_path):
    """Made anew by the next release it is still to be copied, until somebody notes that it was."""
    campaign = later(small())
    ledger = printed(campaign, aired)
    again = made(campaign, ledger, tmp_path, b"other frames")
    assert [one.again for one in release.recopy(book_of(campaign, again), [wall(EVENT, ("theme", ""))])] == [True]

    word = marking.Word(path=WALL, state="hung")
    noted = again.with_more(marking.marks(again, [word], TODAY))

    assert [one.again for one in release.recopy(book_of(campaign, noted), [wall(EVENT, ("theme", ""))])] == [False]
    assert not Ledger().tallied and not noted.tallied, "a pack's mark says nothing of sheets"


def test_new_records_are_told_in_the_order_of_the_plan():
    """Each run says the same: the order is the plan's, not that of a set."""
    keys = list(book_of(small(), Ledger()).imprints)
    sheets = [
        SimpleNamespace(sources=(Source(kind=kind, id=name),), path=f"posters/{kind}/{name}") for kind, name in keys
    ]

    found = release.reprint(book_of(small(), Ledger()), sheets)

    assert len(keys) > 5 and [(one.source.kind, one.source.id) for one in found] == keys


def for_all(campaign):
    """The campaign with the visit for somebody else, which paper says and no frame shows."""
    first, *others = campaign.events
    audience = Localized.same("somebody else", campaign.languages)
    return with_events(campaign, [first.model_copy(update={"audience": audience}), *others])


def test_a_pack_that_is_the_same_file_is_not_copied_again(aired, tmp_path):
    """A fact changed that no frame shows: the file decides, the ledger gets no entry, and the list without files says
    that it may change; once released it is as it is."""
    campaign, board = for_all(small()), [wall(EVENT, ("theme", ""))]
    digest = aired.packs["wall"][-1].sha256
    assert book_of(campaign, aired).facts[EVENT] != book_of(small(), aired).facts[EVENT]

    assert [one.again for one in release.recopy(book_of(campaign, aired), board, {WALL: digest})] == [False]
    before = release.recopy(book_of(campaign, aired), board)
    assert "发布时比对画面" in "\n".join(release.told([], aired, before))

    ledger = printed(campaign, aired)
    assert made(campaign, ledger, tmp_path, b"frames").entries == ledger.entries
    assert [one.again for one in release.recopy(book_of(campaign, ledger), board)] == [False]
