"""Git merges the ledger: nothing that either office printed is lost, whatever git is told to do."""

from pathlib import Path

import pytest

from campaign.core.problems import CampaignDataError
from campaign.machine import merging
from campaign.paper import ledger as ledger_room
from campaign.paper.ledger import FILE, HEAD, Ledger
from offices import BOTH, COMMON, OURS, THEIRS, Clone, printed, quick_driver, write


@pytest.fixture
def clone(tmp_path, request):
    """Two offices' releases on two branches; the path has spaces, quotes and Chinese in it."""
    quick = request.node.callspec.params["way"] is not merge
    made = Clone(tmp_path / "宣传周 it's 2024", driver=quick_driver(tmp_path) if quick else True)
    made.on("theirs", THEIRS)
    made.commit(OURS)
    return made


@pytest.fixture
def plain(tmp_path):
    """The same where git was never told of the driver."""
    made = Clone(tmp_path / "无 驱动", driver=False)
    made.on("theirs", THEIRS)
    made.commit(OURS)
    return made


JOINED = Ledger(ledger_room.join([OURS.sealed, THEIRS.sealed]))


def merge(clone):
    clone.git("merge", "-q", "theirs")


def rebase(clone):
    clone.git("rebase", "-q", "theirs")


def cherry_pick(clone):
    clone.git("cherry-pick", "theirs")


def stash_pop(clone):
    """What was released and not committed, put aside for a pull."""
    clone.git("reset", "-q", "--hard", "HEAD~1")
    write(clone.data, OURS)
    clone.git("stash", "-q")
    clone.git("merge", "-q", "--ff-only", "theirs")
    clone.git("stash", "pop")


@pytest.mark.parametrize("way", [merge, rebase, cherry_pick, stash_pop])
def test_git_joins_both_ledgers(clone, way):
    """Whichever way they meet: the joined ledger, the same bytes each way, whose head denies the loss of either."""
    way(clone)

    assert ledger_room.load(clone.data).sealed == JOINED.sealed
    assert clone.git("ls-files", "--unmerged") == ""
    assert set(ledger_room.chain.Head.each((clone.data / HEAD).read_text("utf-8"))) == {OURS.head, THEIRS.head}
    assert ledger_room.denied(ledger_room.load(clone.data), ledger_room.in_git(clone.data)) == []
    for one in (OURS, THEIRS):
        (clone.data / FILE).write_text(one.sealed.text, encoding="utf-8")
        with pytest.raises(CampaignDataError):
            ledger_room.load(clone.data)


def test_what_must_be_decided_stays_in_conflict_with_both_sides(tmp_path):
    """One code for two things: git stops, the lines of both stand in the file, and the command settles it."""
    clone = Clone(tmp_path / "冲 突", driver=quick_driver(tmp_path))
    clone.on("theirs", COMMON.with_more([printed("33x4y", "q", 2, title="另一场")]))
    clone.commit(OURS)

    clone.git("merge", "theirs", fails=True)

    text = (clone.data / FILE).read_text("utf-8")
    assert "<<<<<<< ours" in text and "甲" in text and "另一场" in text
    with pytest.raises(CampaignDataError) as refused:
        ledger_room.merge(clone.data, ledger_room.in_git(clone.data))
    (told,) = refused.value.problems
    keep = told.add[3].split("--keep ")[1].split()[0]
    ledger_room.merge(clone.data, ledger_room.in_git(clone.data), settled=ledger_room.Settled(keep=(keep,)))
    assert ledger_room.load(clone.data).printed["33x4y"].id == "q"


def test_without_the_driver_git_stops_and_the_command_joins(plain):
    """A clone where nobody ran make: git's own conflict, told as such, and mended from the file and the index."""
    plain.git("merge", "theirs", fails=True)

    with pytest.raises(CampaignDataError) as refused:
        ledger_room.load(plain.data)
    assert "git stopped here" in refused.value.problems[0].what.en
    assert ledger_room.merge(plain.data, ledger_room.in_git(plain.data)).sealed == JOINED.sealed
    assert ledger_room.remembered.unmerged(plain.data)


@pytest.mark.parametrize("side", ["--ours", "--theirs"])
@pytest.mark.parametrize("committed", [False, True])
def test_a_side_that_was_thrown_away_is_noticed(plain, side, committed):
    """`git checkout --ours`, and even the commit after it: what the other side printed is missed, and brought back."""
    plain.git("merge", "theirs", fails=True)
    plain.git("checkout", side, "--", "campaign_data")
    (plain.data / HEAD).write_text(str(OURS.head if side == "--ours" else THEIRS.head), encoding="utf-8")
    if committed:
        plain.git("add", "-A")
        plain.git("commit", "-qm", "合并")
    left = ledger_room.load(plain.data)

    lost = ledger_room.denied(left, ledger_room.in_git(plain.data))

    assert lost and all(one.place.path.startswith("git ") for one in lost)
    assert set(ledger_room.merge(plain.data, ledger_room.in_git(plain.data)).printed) == set(BOTH)
    assert ledger_room.denied(ledger_room.load(plain.data), ledger_room.in_git(plain.data)) == []


def test_what_was_reset_away_is_noticed_and_another_branch_only_mentioned(plain):
    """A release that no branch has any more is a loss; one on a branch that isn't merged yet is on its way."""
    known = ledger_room.load(plain.data)
    witnesses = list(ledger_room.in_git(plain.data))
    assert ledger_room.denied(known, witnesses) == []
    assert [one.place.path[:4] for one in ledger_room.elsewhere(known, witnesses)] == ["git "]

    plain.git("reset", "-q", "--hard", "HEAD~1")

    assert len(ledger_room.denied(ledger_room.load(plain.data), ledger_room.in_git(plain.data))) == 1
    assert ledger_room.merge(plain.data, ledger_room.in_git(plain.data)).sealed == OURS.sealed


def test_a_tag_remembers_a_release(plain):
    """A tag alone is witness enough, in a clone that has no other trace."""
    plain.git("tag", "week", "theirs")
    plain.git("branch", "-q", "-D", "theirs")
    plain.git("reflog", "expire", "--expire=now", "--all")

    assert ledger_room.denied(ledger_room.load(plain.data), ledger_room.in_git(plain.data))


def test_another_campaign_in_the_same_clone_starts_afresh(plain):
    """The folder is another campaign's by its id: what the former one printed denies nothing."""
    (plain.data / "campaign.yml").write_text("id: week-2024\n", encoding="utf-8")
    plain.git("add", "-A")
    plain.commit(OURS)
    (plain.data / "campaign.yml").write_text("id: week-2025\n", encoding="utf-8")
    for name in (FILE, HEAD):
        (plain.data / name).unlink()

    fresh = ledger_room.start(
        plain.data, site_address="https://x.example.org/", today=OURS.entries[0].day,
        witnesses=(one for one in ledger_room.in_git(plain.data) if "week" in one.where),
    )  # fmt: skip

    assert fresh.next_serial == 1


def test_git_is_told_of_the_driver_once_and_in_quotes(tmp_path):
    """The line names this clone's own Python, whatever its path; where there is no clone nothing is done."""
    assert merging.current(tmp_path) is None and not merging.set_up(tmp_path, interpreter=tmp_path / "python")
    line = merging.driver(Path("/开 会's/.venv/bin/python"))

    assert "'/开 会'\\''s/.venv/bin/python' -m campaign ledger --driver %O %A %B" in line
    assert merging.NAME in (Path(__file__).parents[2] / ".gitattributes").read_text("utf-8")
