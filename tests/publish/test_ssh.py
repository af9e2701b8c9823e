"""A server over ssh, a real one on loopback: only what changed is sent, all read back, switched by one rename."""

import os
import shlex
import subprocess
from pathlib import Path

import pytest
from shell_server import ShellServer

from campaign.publish import TargetError, plan_rollback, rollback
from campaign.publish.remote import Server
from campaign.publish.ssh import SshTarget
from programs import program
from projects import contents
from published import CAMPAIGN, FIRST, a_ledger, a_release, present, put_online

pytestmark = pytest.mark.slow
NASTY = '公开 it\'s $HOME "www" ; touch x'
"""A folder as nobody should call one, and somebody does."""


@pytest.fixture(scope="module")
def shell_server(tmp_path_factory):
    """One sshd for all of these tests; a test that cuts it starts it again."""
    program("rsync")
    server = ShellServer(tmp_path_factory.mktemp("sshd"))
    yield server
    server.cut()


@pytest.fixture
def server(shell_server):
    return Server(host="127.0.0.1", user=shell_server.user, port=shell_server.port, program=shell_server.program)


@pytest.fixture
def target(server, tmp_path):
    return SshTarget(host=server.host, folder=str(tmp_path / NASTY), server=server)


def live(target):
    return contents(Path(target.folder) / "current")


def test_a_site_goes_live_on_a_server_and_back(target, tmp_path, monkeypatch):
    """First, next, rollback: `current` is a link to a numbered release, whatever the folder is called, for all to read;
    what didn't change is a hard link and isn't sent; what a system left beside the site isn't published."""
    release = a_release(tmp_path / "release", gone="x")
    (release / "site" / "Thumbs.db").write_bytes(b"windows")
    monkeypatch.chdir(tmp_path)
    former = os.umask(0o077)
    try:
        assert put_online(target, release, present()) == FIRST
    finally:
        os.umask(former)
    (release / "site" / "Thumbs.db").unlink()
    assert live(target) == contents(release / "site")

    release = a_release(tmp_path / "release", more="new")
    second = put_online(target, release, present(moment="2024-04-21T10:30:00"))
    assert live(target) == contents(release / "site")
    folder = tmp_path / NASTY
    assert (folder / "current").is_symlink() and (folder / "current").resolve().name == second
    for path in ("index.html", "data/film.mp4"):
        one, other = (folder / "releases" / name / path for name in (FIRST, second))
        assert one.samefile(other) and one.stat().st_mode & 0o444 == 0o444
    assert (folder / "current/data").stat().st_mode & 0o555 == 0o555

    with target:
        rollback(target, plan_rollback(target, a_ledger(), campaign=CAMPAIGN))
        assert "more" not in live(target) and target.live() == FIRST
        assert target.prune(keep=1) == []
        target.switch(second)
        assert target.prune(keep=1) == [FIRST]
    assert sorted(path.name for path in (folder / "releases").iterdir()) == [second, f"{second}.json"]
    assert not (tmp_path / "x").exists()


def test_a_file_damaged_on_the_server_is_found_and_sent_again(target, tmp_path):
    """What another release lends by hard link is read back like the rest, and not trusted twice."""
    release = a_release(tmp_path / "release")
    put_online(target, release, present())
    (tmp_path / NASTY / "current/data/film.mp4").write_text("fi1m", "utf-8")
    with target:
        assert target.damage(FIRST) == ["data/film.mp4"]

    put_online(target, release, present())

    assert live(target) == contents(release / "site")


def test_a_live_manifest_that_cant_be_read_is_replaced(target, tmp_path):
    """A bad disk on the server doesn't stop the next publish."""
    put_online(target, a_release(tmp_path / "release"), present())
    (tmp_path / NASTY / f"releases/{FIRST}.json").write_text("{", "utf-8")
    release = a_release(tmp_path / "release", more="new")

    assert put_online(target, release, present())[:4] == "0002"
    assert live(target) == contents(release / "site")


def test_a_network_cut_before_any_step_leaves_what_is_live(target, shell_server, tmp_path, monkeypatch):
    """sshd and its sessions killed before the first command of a publish, before the second of the next, and so on:
    people see one site or the other, whole, and the one that isn't cut goes on with all that was left, and finishes."""
    releases = [a_release(tmp_path / name, more=name) for name in ("old", "new")]
    sites = [contents(release / "site") for release in releases]
    put_online(target, releases[0], present())
    cuts, calls, number = 0, 0, 0

    def counted(real):
        def call(*arguments, **more):
            nonlocal calls
            calls += 1
            if calls == number:
                shell_server.cut()
            return real(*arguments, **more)

        return call

    for name in ("start", "send"):
        monkeypatch.setattr(Server, name, counted(getattr(Server, name)))
    while calls >= number:
        number, calls = number + 1, 0
        release = releases[number % 2]
        try:
            put_online(target, release, present(), keep=1)
        except TargetError as error:
            assert "连不上" in str(error) and "what people see is as it was" in str(error)
            cuts += 1
        assert live(target) in sites
        if calls >= number:
            shell_server.start()
    assert live(target) == contents(release / "site")
    assert cuts >= 5


def test_a_line_that_breaks_while_files_are_sent_is_gone_on_with(target, server, tmp_path):
    """Cut in the middle of a file: nothing of it is live, and what arrived whole isn't sent a second time."""
    put_online(target, a_release(tmp_path / "release"), present())
    before = live(target)
    release = a_release(tmp_path / "release", a="first", z=os.urandom(100_000).hex())
    breaking = tmp_path / "ssh"
    line = shlex.join(server.program)
    breaking.write_text(
        f'#!/bin/sh\ncase "$*" in *rsync*) dd bs=1 count=60000 2>/dev/null | {line} "$@";; *) exec {line} "$@";; esac\n'
    )
    breaking.chmod(0o755)
    cut = Server(host=server.host, user=server.user, port=server.port, program=[str(breaking)])

    with pytest.raises(TargetError, match=r"再发布一次"):
        put_online(SshTarget(host=server.host, folder=target.folder, server=cut), release, present())
    assert live(target) == before
    arrived = tmp_path / NASTY / "releases" / ".incoming" / "a"
    number = arrived.stat().st_ino

    put_online(target, release, present())

    assert live(target) == contents(release / "site")
    assert (tmp_path / NASTY / "current" / "a").stat().st_ino == number


def test_two_publishes_at_once_are_kept_apart_and_a_dead_one_isnt_waited_for(target, server, tmp_path):
    """While one holds the place another is told so; a lock left by a process that is gone is taken over."""
    other = SshTarget(host=server.host, folder=target.folder, server=server)
    with target, pytest.raises(TargetError, match="另一个发布"), other:
        pass
    gone = subprocess.Popen(["true"])
    gone.wait()
    lock = tmp_path / NASTY / "releases" / ".lock.d"
    lock.mkdir()
    (lock / str(gone.pid)).touch()

    with other:
        assert [path.name for path in lock.iterdir()] != [str(gone.pid)]
    assert not lock.exists()


def test_a_folder_that_somebody_else_made_is_left_alone(target, tmp_path):
    """A `current` that was there before isn't replaced: its owner is told to have it moved."""
    theirs = tmp_path / NASTY / "current"
    theirs.mkdir(parents=True)

    with pytest.raises(TargetError, match="移到别处"):
        put_online(target, a_release(tmp_path / "release"), present())
    assert list(theirs.iterdir()) == []


@pytest.mark.parametrize("name", ["current", "previous"])
@pytest.mark.parametrize("leads", ["../theirs", f"../other/releases/{FIRST}"])
def test_a_link_that_somebody_else_made_is_left_alone(target, tmp_path, name, leads):
    """A link that leads to no release of this place isn't replaced, and nothing is sent."""
    folder = tmp_path / NASTY
    folder.mkdir()
    (folder / name).symlink_to(leads)

    with pytest.raises(TargetError, match=f"/{name} 已经有.*移到别处"):
        put_online(target, a_release(tmp_path / "release"), present())

    assert (folder / name).readlink().as_posix() == leads
    assert list((folder / "releases").glob("[0-9]*")) == []


def test_a_link_to_a_release_by_its_whole_path_is_ours(target, tmp_path):
    """However it is written, what it leads to counts."""
    put_online(target, a_release(tmp_path / "release"), present())
    current = tmp_path / NASTY / "current"
    current.unlink()
    current.symlink_to(tmp_path / NASTY / "releases" / FIRST)

    with target:
        assert target.live() == FIRST


def test_why_a_server_lets_nobody_in_is_said_with_the_way_out(target, shell_server, server, tmp_path):
    """An unknown server, a changed one, a refused key, a server that is off: each its own sentence."""

    def refused():
        with pytest.raises(TargetError) as raised, target:
            pass
        return str(raised.value)

    known = shell_server.folder / "known_hosts"
    keys = shell_server.folder / "authorized_keys"
    known.write_text("", "utf-8")
    assert "核对一致，再发布" in refused() and f"-p {server.port} {server.user}@127.0.0.1" in refused()
    shell_server.know("stranger")
    assert "可能有人冒充" in refused()
    shell_server.know("host_key")
    keys.write_text("", "utf-8")
    assert "公钥交给服务器管理员" in refused()
    keys.write_bytes((shell_server.folder / "key.pub").read_bytes())
    shell_server.cut()
    assert "连不上" in refused()
    shell_server.start()
    nowhere = Server(host="no-such-server.invalid", program=server.program)
    assert "找不到服务器" in str(nowhere.explained(255, "ssh: Could not resolve hostname no-such-server.invalid: x"))
    with target:
        assert target.live() == ""


@pytest.mark.parametrize(
    "complaint, said",
    [
        ('rsync: write failed on "x": No space left on device (28)\nconnection unexpectedly closed', "磁盘满了"),
        ("sh: 1: rsync: not found", "没有 rsync"),
        ("mkdir: cannot create directory '/srv': Permission denied", "没有写这个文件夹的权限"),
        ("client_loop: send disconnect: Broken pipe", "连不上"),
        ("something nobody foresaw\n", "something nobody foresaw"),
    ],
)
def test_what_programs_say_is_said_in_words(server, complaint, said):
    """A full disk counts before all that follows from it; what nobody foresaw is passed on."""
    message = server.explained(12, complaint)

    assert said in message.zh and message.en


def test_a_missing_program_is_said_with_how_to_have_it(tmp_path, monkeypatch):
    """Without ssh, and without rsync, on this computer."""
    with pytest.raises(TargetError, match="没有 ssh"):
        Server(host="x", program=[str(tmp_path / "none")]).run("true")
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(TargetError, match="没有 rsync"):
        Server(host="x").send(tmp_path, "there")
