"""The history on disk: what is refused and where, what a publish writes, and what it leaves alone."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from campaign import history
from campaign.core.problems import CampaignDataError
from campaign.history import FILE, History, Line, copy_of
from campaign.history.states import written
from campaign.kinds import urls
from looking import some

LINE = Line(
    uid="event-x@week",
    record="event/x",
    at=datetime(2024, 4, 22, 1, 30, tzinfo=UTC),
    sequence=2264730,
    state="cancelled",
    shows="0123456789abcdef" * 2,
    title={"zh": "“送法”进校\\", "en": 'A "class"'},
    starts="2024-04-22T09:00",
    ends="2024-04-22T11:00",
    parts=("county/yongjing", "event/x"),
    sample=True,
)
LINES = tuple(replace(LINE, sequence=LINE.sequence + n, state=state) for n, state in enumerate(("planned", "moved")))


@pytest.fixture
def data(tmp_path):
    folder = tmp_path / "campaign_data"
    folder.mkdir()
    (folder / FILE).write_bytes(copy_of([LINE, *LINES]))
    return folder


def published(folder, lines):
    """A site with its own copy of these lines."""
    copy = folder / urls.PUBLISHED
    copy.parent.mkdir(parents=True, exist_ok=True)
    copy.write_bytes(copy_of(lines))
    return folder


def test_what_is_written_is_read(data):
    """Every value comes back, quotes, backslashes and Chinese too."""
    assert history.load(data).lines == (LINE, *LINES)


def test_how_many_days_is_said_only_where_it_is_more_than_one(data):
    """Lines of earlier versions, which say none, are read as they are and stay the same to the byte."""
    daily = replace(LINE, uid="event-y@week", days=5)
    (data / FILE).write_bytes(copy_of([LINE, daily]))

    assert [b'"days"' in line for line in copy_of([LINE, daily]).splitlines()] == [False, True]
    assert history.load(data).lines == (LINE, daily)


@pytest.mark.parametrize(
    "edited",
    [
        lambda content: content.replace(b"\n", b"\r\n"),
        lambda content: b"\xef\xbb\xbf" + content,
        lambda content: content + b"\n\n",
        lambda content: b"".join(reversed(content.splitlines(keepends=True))),
    ],
    ids=["crlf", "bom", "empty lines", "another order"],
)
def test_what_editors_and_merges_do_is_no_fault(data, edited):
    """Line endings, a byte order mark, empty lines and the order of lines mean nothing."""
    (data / FILE).write_bytes(edited((data / FILE).read_bytes()))

    known = history.load(data)

    assert {line.order for line in known.lines} == {line.order for line in (LINE, *LINES)}
    assert known.last[LINE.uid] == LINES[-1]


@pytest.mark.parametrize(
    ("edited", "lines"),
    [
        (lambda content: content.replace(b"2264731", b"1"), [3]),
        (lambda content: content.replace(b'"cancelled"', b'"planned"'), [1]),
        (lambda content: content.replace(b"yongjing", b"linxia"), [1, 2, 3]),
        (lambda content: content[:-30], [3]),
        (lambda content: b"<<<<<<< ours\n" + content + b">>>>>>> theirs\n", [1, 5]),
        (lambda content: "发布记录".encode("gbk") + content, [0]),
    ],
    ids=["sequence", "state", "every line", "torn", "conflict", "gbk"],
)
def test_a_line_that_was_edited_is_refused_at_its_place(data, edited, lines):
    """Each such line is told at once, in both languages, with how to get it back."""
    (data / FILE).write_bytes(edited((data / FILE).read_bytes()))

    with pytest.raises(CampaignDataError) as refused:
        history.load(data, shown_as="campaign_data")

    assert [problem.place.line for problem in refused.value.problems] == lines
    for problem in some(refused.value.problems):
        assert problem.place.path == f"campaign_data/{FILE}"
        assert "git checkout" in problem.hint.en and "git checkout" in problem.hint.zh


@pytest.mark.parametrize("body", ['{"uid": "event-x@week", "weather": "rain"', None], ids=["field", "type"])
def test_a_newer_program_s_line_is_told_as_such(data, body):
    """A line with a sound seal and another field, or another sort of value in one, isn't called edited."""
    from campaign.history.states import _seal

    body = body or written(LINE).rpartition(', "seal"')[0] + ', "days": "5"'
    (data / FILE).write_text(f'{body}, "seal": "{_seal(body)}"}}\n', encoding="utf-8")

    with pytest.raises(CampaignDataError, match="newer program"):
        history.load(data)


def test_a_publish_appends_and_changes_no_line(data, tmp_path):
    """What was there stands as it stood, to the byte; only what is new comes after it, and once."""
    before = (data / FILE).read_bytes()
    new = replace(LINE, uid="event-y@week")
    site = published(tmp_path / "site", [LINE, *LINES, new])

    for _ in range(2):
        history.take(data, site, public=True)
        assert (data / FILE).read_bytes() == before + copy_of([new])


def test_an_address_that_is_an_example_begins_no_history(tmp_path):
    """Nobody can have anything from there; one that was begun goes on."""
    site = published(tmp_path / "site", [LINE])
    history.take(tmp_path, site, public=False)
    assert not (tmp_path / FILE).exists()

    (tmp_path / FILE).write_bytes(b"")
    history.take(tmp_path, site, public=False)
    assert history.load(tmp_path).lines == (LINE,)


def test_without_a_file_the_last_site_s_copy_is_known(tmp_path):
    """A history that was lost, or never begun, is that of the site built last; an unsound copy is nobody's."""
    release, site = (published(tmp_path / name, [line]) for name, line in (("r/site", LINE), ("site", LINES[0])))
    sites = history.sites(tmp_path / "r", tmp_path / "site")

    assert history.load(tmp_path, sites=sites).lines == LINES[:1]
    (site / urls.PUBLISHED).unlink()
    assert history.load(tmp_path, sites=sites).lines == (LINE,)
    (release / urls.PUBLISHED).write_bytes(b"nonsense\n")
    assert history.load(tmp_path, sites=sites) == History()


def test_a_site_without_a_copy_says_nothing(data):
    """A site that an earlier version built has none: nothing is written, nothing fails."""
    before = (data / FILE).read_bytes()
    history.take(data, Path("nowhere"), public=True)

    assert (data / FILE).read_bytes() == before


def test_a_state_is_as_old_as_its_first_line_in_a_row():
    """Cancelled, its title mended, and cancelled still: since the first; how often it came into a state is counted."""
    moments = [LINE.at.replace(hour=hour) for hour in range(4)]
    states = ("cancelled", "planned", "cancelled", "cancelled")
    known = History(
        tuple(
            replace(LINE, at=at, sequence=n, state=state)
            for n, (at, state) in enumerate(zip(moments, states, strict=True))
        )
    )

    assert known.since(LINE.uid) == moments[2]
    assert known.times(LINE.uid, "cancelled") == 2 and known.times(LINE.uid, "moved") == 1
    assert known.times("event-z@week", "moved") == 1
