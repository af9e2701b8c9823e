"""Publishing and rolling back: shown at once or not at all, and never at the cost of a printed code."""

import errno
import shutil
from contextlib import suppress

import fsspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from campaign.publish import RefusedError, TargetError, folder, plan, plan_rollback, publish, ready, rollback, whole
from campaign.publish.bucket import Bucket
from campaign.publish.folder import FolderTarget
from campaign.publish.store import StoreTarget
from campaign.publish.target import UnreadableError
from campaign.publish.zip import ZipTarget
from projects import contents
from published import CAMPAIGN, a_ledger, a_release, present, put_online, with_codes


@pytest.fixture
def target(tmp_path):
    return FolderTarget(tmp_path / "www")


def in_memory(path):
    """A store, which keeps its releases in one place with the site."""
    bucket = Bucket(files=fsspec.filesystem("memory"), root=f"/store{path}", where="memory")
    return StoreTarget(bucket, grace_s=0, wait=lambda seconds: None)


def spoil(target, release):
    """Cut the end of a manifest off, as a bad disk does."""
    if isinstance(target, StoreTarget):
        target.bucket.write(f".releases/{release}.json", b'{"files": {', {})
        return
    (path,) = target.folder.rglob(f"{release}.json")
    path.write_text('{"files": {', "utf-8")


def live(target):
    return contents(target.folder / "current")


def test_a_release_goes_live_and_the_next_takes_its_place(target, tmp_path):
    """Each publish has the next number, and what people see is the release's site."""
    release = a_release(tmp_path / "release")
    assert put_online(target, release, present()) == "0001-20240420-090000"
    release = a_release(tmp_path / "release", more="new")
    assert put_online(target, release, present(moment="2024-04-21T10:30:00")) == "0002-20240421-103000"

    assert live(target) == contents(release / "site")


def test_what_is_live_already_and_whole_needs_no_publish(target, tmp_path):
    """The same site is known; where what is live was damaged it is brought anew."""
    release, now = a_release(tmp_path / "release"), present(moment="2024-04-21T10:30:00")
    put_online(target, release, present())
    with target:
        planned = plan(target, ready(release, now), now.ledger)
        assert planned.nothing and whole(target, planned)

    (target.folder / "current/data/film.mp4").write_text("fi1m", "utf-8")

    with target:
        assert not whole(target, planned)
    assert put_online(target, release, now) == "0002-20240421-103000"
    assert live(target) == contents(release / "site")


def test_only_so_many_releases_are_kept(target, tmp_path):
    """Five, or as many as the office says."""
    for number in range(8):
        release = a_release(tmp_path / "release", more=str(number))
        put_online(target, release, present(), keep=3)

    assert [name[:4] for name in target.releases()] == ["0006", "0007", "0008"]


def test_a_rollback_shows_the_former_release_or_a_named_one(target, tmp_path):
    """The one before what is live, by number, by name; what isn't kept is answered with what is."""
    for number in range(3):
        put_online(target, a_release(tmp_path / "release", more=str(number)), present())
    ledger = a_ledger()

    with target:
        rollback(target, plan_rollback(target, ledger, campaign=CAMPAIGN))
        assert live(target)["more"] == b"1"
        rollback(target, plan_rollback(target, ledger, campaign=CAMPAIGN, to="3"))
        assert live(target)["more"] == b"2"
        rollback(target, plan_rollback(target, ledger, campaign=CAMPAIGN, to="0001-20240420-090000"))
        assert live(target)["more"] == b"0"
        with pytest.raises(RefusedError, match="没有更早的一版"):
            plan_rollback(target, ledger, campaign=CAMPAIGN)
        with pytest.raises(RefusedError, match="没有留着“9”这一版；留着的有：0003"):
            plan_rollback(target, ledger, campaign=CAMPAIGN, to="9")
        with pytest.raises(RefusedError, match="就是现在这一版"):
            plan_rollback(target, ledger, campaign=CAMPAIGN, to="1")


def test_after_a_rollback_the_next_publish_has_a_number_of_its_own(target, tmp_path):
    """The mended site comes after the one that was taken back; the taken-back one itself is shown again as it is."""
    for number in range(2):
        release = a_release(tmp_path / "release", more=str(number))
        put_online(target, release, present())
    with target:
        rollback(target, plan_rollback(target, a_ledger(), campaign=CAMPAIGN))

    assert put_online(target, release, present()) == "0002-20240420-090000"
    assert put_online(target, a_release(tmp_path / "release", more="mended"), present())[:4] == "0003"


def test_a_rollback_past_a_printed_code_is_refused(target, tmp_path):
    """What was printed after a release isn't in it, so nobody can go back to it."""
    first, second = a_ledger("b2c3"), a_ledger("b2c3", "d4f5")
    put_online(target, a_release(tmp_path / "release", first, **with_codes("b2c3")), present(first))
    put_online(target, a_release(tmp_path / "release", second, **with_codes("b2c3", "d4f5")), present(second))

    with target, pytest.raises(RefusedError, match="d4f5（场次d4f5）"):
        plan_rollback(target, second, campaign=CAMPAIGN)
    assert "q/d4f5/index.html" in live(target)


def test_a_rollback_by_who_knows_less_than_what_is_live_is_refused(target, tmp_path):
    """A laptop whose ledger lacks the last prints can't take the site back, nor can another campaign."""
    first, second = a_ledger("b2c3"), a_ledger("b2c3", "d4f5")
    put_online(target, a_release(tmp_path / "release", first, **with_codes("b2c3")), present(first))
    put_online(target, a_release(tmp_path / "release", second, **with_codes("b2c3", "d4f5")), present(second))

    with target, pytest.raises(RefusedError, match="另一台电脑"):
        plan_rollback(target, first, campaign=CAMPAIGN)
    with target, pytest.raises(RefusedError, match="另一个活动（tideford-week）"):
        plan_rollback(target, second, campaign="other")


@pytest.mark.parametrize("make", [FolderTarget, lambda path: FolderTarget(path, links=False), ZipTarget, in_memory])
def test_a_manifest_that_cant_be_read_stops_nothing_but_going_back_to_it(make, tmp_path):
    """Of the live release: it is replaced, with a reminder; of a former one: the next publish goes on as ever."""
    target = make(tmp_path / "www")
    for number in range(2):
        put_online(target, a_release(tmp_path / "release", more=str(number)), present())
    release = a_release(tmp_path / "release", more="2")
    spoil(target, "0002-20240420-090000")

    with target:
        planned = plan(target, ready(release, present()), present().ledger)
        assert "读不懂" in planned.reminders[0].zh and "一个也不要删" in planned.reminders[0].zh
        back = plan_rollback(target, present().ledger, campaign=CAMPAIGN)
        assert back.release[:4] == "0001" and back.reminders
    assert put_online(target, release, present())[:4] == "0003"
    assert put_online(target, a_release(tmp_path / "release", more="3"), present())[:4] == "0004"

    with target:
        with pytest.raises(UnreadableError, match="--to 选另一版"):
            plan_rollback(target, present().ledger, campaign=CAMPAIGN, to="2")
        rollback(target, plan_rollback(target, present().ledger, campaign=CAMPAIGN, to="1"))
        assert target.live()[:4] == "0001"


def test_a_live_manifest_that_cant_be_read_lets_no_other_campaign_in(target, tmp_path):
    """The last release that can be read says whose place it is."""
    for number in range(2):
        put_online(target, a_release(tmp_path / "release", more=str(number)), present())
    spoil(target, "0002-20240420-090000")

    with target, pytest.raises(RefusedError, match="另一个活动"):
        plan_rollback(target, present().ledger, campaign="other")


def test_a_damaged_release_isnt_rolled_back_to(target, tmp_path):
    """It is read back first; what people see stays."""
    for number in range(2):
        put_online(target, a_release(tmp_path / "release", more=str(number)), present())
    (target.folder / "releases" / "0001-20240420-090000" / "more").write_text("?", "utf-8")

    with target, pytest.raises(TargetError, match="已经不完整，不能退回：more。留着的没有一版完整"):
        rollback(target, plan_rollback(target, a_ledger(), campaign=CAMPAIGN))
    assert live(target)["more"] == b"1"


def test_where_a_release_is_damaged_a_whole_one_is_named(target, tmp_path):
    """An edit in `current` spoils every release that shares the file; what is said to do goes back to a whole one."""
    for more in ("0", "1", "1", "3"):
        put_online(target, a_release(tmp_path / "release", more=more), present())
    (target.folder / "releases/0002-20240420-090000/more").write_text("?", "utf-8")

    with target, pytest.raises(TargetError) as refused:
        rollback(target, plan_rollback(target, a_ledger(), campaign=CAMPAIGN))
    assert "加 --to 1 ·" in str(refused.value)
    with target:
        rollback(target, plan_rollback(target, a_ledger(), campaign=CAMPAIGN, to="1"))
    assert live(target)["more"] == b"0"


def test_another_campaigns_site_is_never_replaced(target, tmp_path):
    """A target that shows another campaign is refused, and so is one whose ledger knows of more prints."""
    ledger = a_ledger("b2c3")
    put_online(target, a_release(tmp_path / "release", ledger, **with_codes("b2c3")), present(ledger))
    other = a_ledger("d4f5")
    release = a_release(tmp_path / "release", other, **with_codes("d4f5"))

    with target, pytest.raises(RefusedError, match="另一台电脑"):
        plan(target, ready(release, present(other)), other)
    with target, pytest.raises(RefusedError, match="另一个活动（tideford-week）"):
        manifest = ready(a_release(tmp_path / "release", ledger, **with_codes("b2c3")), present(ledger))
        object.__setattr__(manifest, "campaign", "other")
        plan(target, manifest, ledger)


def test_a_full_disk_leaves_what_is_live_and_is_gone_on_with(target, tmp_path, monkeypatch):
    """Whichever file the disk is full at: people see the former site whole, and the next publish finishes."""
    put_online(target, a_release(tmp_path / "release"), present())
    before = live(target)
    release = a_release(tmp_path / "release", **{f"f{number}": str(number) for number in range(5)})
    real, left = folder.shutil.copyfileobj, 3

    def copy(source, there, size):
        nonlocal left
        left -= 1
        if left < 0:
            there.write(source.read(1)[:1])
            raise OSError(errno.ENOSPC, "No space left on device")
        real(source, there, size)

    with monkeypatch.context() as patched:
        patched.setattr(folder.shutil, "copyfileobj", copy)
        with pytest.raises(TargetError, match="磁盘满了"):
            put_online(target, release, present())
    assert live(target) == before

    put_online(target, release, present())
    assert live(target) == contents(release / "site")


def test_what_comes_back_wrong_twice_is_never_shown(target, tmp_path, monkeypatch):
    """A disk that changes what it is given: it is sent again, then given up, with the files named."""
    release = a_release(tmp_path / "release")

    def garble(source, there, size):
        there.write(source.read().replace(b"film", b"fi1m"))

    monkeypatch.setattr(folder.shutil, "copyfileobj", garble)
    with pytest.raises(TargetError, match=r"读回来不一样：data/film.mp4"):
        put_online(target, release, present())
    assert not (target.folder / "current").exists()
    shutil.rmtree(target.folder)


ACTS = st.lists(st.sampled_from(["edit", "print", "publish", "rollback", "older"]), min_size=3, max_size=12)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(acts=ACTS)
def test_whatever_is_done_every_printed_code_is_answered_by_what_is_live(acts, tmp_path_factory):
    """Random histories of an office: edits, prints, publishes, rollbacks; what is live is one release, whole, and had
    the page of every printed code when it went live or was gone back to."""
    top = tmp_path_factory.mktemp("history")
    target = FolderTarget(top / "www")
    codes, text, sites = ["b2c3"], 0, {}
    done = 0
    for act in acts:
        ledger = a_ledger(*codes)
        with suppress(RefusedError), target:
            if act == "edit":
                text += 1
            elif act == "print":
                codes.append(f"c{len(codes):03}")
            elif act == "publish":
                release = a_release(top / "release", ledger, more=str(text), **with_codes(*codes))
                name = publish(target, release / "site", plan(target, ready(release, present(ledger)), ledger), keep=4)
                sites[name] = contents(release / "site")
            else:
                rollback(target, plan_rollback(target, ledger, campaign=CAMPAIGN, to="1" if act == "older" else ""))
            if act not in ("edit", "print"):
                done += 1
                assert {f"q/{code}/index.html" for code in codes} <= set(live(target))
        if sites:
            assert live(target) == sites[target.live()]
    assert done or "publish" not in acts
