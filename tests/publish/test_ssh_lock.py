"""The lock of a server's folder: one holder at a time, whoever died, and nothing changed by who lost it."""

import os
import subprocess
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

import pytest

from campaign.publish import TargetError, of_site
from campaign.publish.remote import Server
from campaign.publish.ssh import SshTarget
from published import FIRST, a_site, quiet

pytestmark = pytest.mark.skipif(os.name != "posix", reason="the server's side is a POSIX shell")
HERE = '#!/bin/sh\nfor last; do :; done\nexec sh -c "$last"\n'
"""In place of ssh: runs the command on this machine."""


@pytest.fixture
def reach(tmp_path):
    """Makes a publisher of its own of the same folder each time."""
    here = tmp_path / "ssh"
    here.write_text(HERE, "ascii")
    here.chmod(0o755)
    server = Server(host="h", program=[str(here)])
    return lambda: SshTarget(host="h", folder=str(tmp_path / "www"), server=server, shares=False)


def lock_of(target, holder):
    """A lock as a process of this number left it."""
    lock = Path(target.folder) / "releases" / ".lock.d"
    lock.mkdir(parents=True, exist_ok=True)
    (lock / str(holder)).touch()
    return lock


def a_dead_process():
    gone = subprocess.Popen(["true"])
    gone.wait()
    return gone.pid


def test_of_several_who_find_a_dead_holder_one_takes_over(reach):
    """All at once, many times: never two hold it, and always somebody does."""
    for _ in range(12):
        lock, held = lock_of(reach(), a_dead_process()), []

        def take(target, held=held):
            with suppress(TargetError):
                held.append(target.__enter__())

        with ThreadPoolExecutor(4) as pool:
            list(pool.map(take, [reach() for _ in range(4)]))
        for one in held:
            one.__exit__(None, None, None)

        assert len(held) == 1
        assert not lock.exists()


def test_a_lock_left_empty_is_taken_over(reach):
    """Killed between making the folder and writing its number."""
    lock = lock_of(reach(), "x")
    (lock / "x").unlink()

    with reach() as target:
        assert target.live() == "" and len(list(lock.iterdir())) == 1
    assert not lock.exists()


def test_who_lost_the_place_changes_nothing_there(reach, tmp_path):
    """Its line cut, or its lock gone: it neither sends nor seals nor shows what another is bringing meanwhile."""
    site = a_site(tmp_path / "site")
    manifest = of_site(site)
    incoming = tmp_path / "www/releases/.incoming"
    cut, robbed = reach(), reach()
    cut.__enter__()
    cut._holder.kill()
    cut._holder.wait()
    robbed.__enter__()
    for path in (tmp_path / "www/releases/.lock.d").iterdir():
        path.rename(path.with_name("1"))
    a_site(incoming, half="of another's")

    for step in (
        lambda: cut.send(site, manifest, tell=quiet),
        lambda: cut.seal(FIRST, manifest),
        lambda: robbed.seal(FIRST, manifest),
        lambda: robbed.switch(FIRST),
    ):
        with pytest.raises(TargetError, match=r"连不上(.|\n)*再发布一次"):
            step()
    for one in (cut, robbed):
        one.__exit__(None, None, None)
    assert (incoming / "half").exists() and not (tmp_path / "www/current").is_symlink()


def test_a_number_that_is_anothers_by_now_is_told_with_the_way_out(reach):
    """The lock's folder, the process and what to do are named, and done as told it works."""
    lock = lock_of(reach(), os.getpid())

    with pytest.raises(TargetError, match=rf"ps -p {os.getpid()}.*\.lock\.d"), reach():
        pass

    (lock / str(os.getpid())).unlink()
    lock.rmdir()
    with reach() as target:
        assert target.releases() == []
