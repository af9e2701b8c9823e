"""The object store: a local one that speaks S3's language, and one in memory that is cut off at every request."""

import contextlib
import functools
import gzip
import itertools
import re
import signal
import socket
import subprocess
import sys
import threading
import time
from dataclasses import replace

import fsspec
import pytest
import yaml
from filelock import FileLock
from served_sites import BUNDLE, FILES, FORMER, make_site, publish

from campaign.kinds.publication import PublishTarget
from campaign.machine.examining import pinned
from campaign.publish import TargetError, made, of_site, plan, plan_rollback, ready, rollback, whole, with_copies
from campaign.publish import publish as publish_planned
from campaign.publish.bucket import Bucket, opened
from campaign.publish.compressing import compressed
from campaign.publish.placing import placed
from campaign.publish.serving import ASK, FOR_EVER
from campaign.publish.store import BLOBS, HOLD, INNER, StoreTarget
from campaign.workshop.cache import Cache
from looking import some
from projects import TOP, contents
from published import CAMPAIGN, present
from published import a_release as a_release_of

NAMES = [f"000{n}-20240420-14320{n}" for n in range(1, 7)]
NUMBERS = itertools.count()
TABLE = {"data__table.html": "<p>表</p>" * 99}
PAGE = '<!doctype html><title>{n}</title><script src="assets/bundle.{n:08x}.js"></script>'


def a_store(bucket, **options):
    """A target that waits for nothing."""
    return StoreTarget(bucket, **{"grace_s": 0, "wait": lambda seconds: None, **options})


def in_memory():
    """An empty place of a store in memory."""
    return Bucket(files=fsspec.filesystem("memory"), root=f"/store{next(NUMBERS)}", where="memory")


def seen(bucket):
    """What people see: every object that isn't the store's own, with its content."""
    return {key: bucket.read(key) for key in bucket.listing() if not key.startswith(INNER)}


def a_release(folder, n):
    """A site of one release: pages that ask for a script of a name that only this release has."""
    pages = {path: PAGE.format(n=n) for path in ("index.html", "404.html", "q/7t997/index.html")}
    return make_site(folder / f"release{n}", {**pages, f"assets/bundle.{n:08x}.js": f"var n = {n}", "same.css": "a"})


def a_release_to_send(folder):
    """The folder of a site, and its manifest."""
    site = a_release(folder, 1)
    return site, of_site(site)


def asked_for(site):
    """Every file that some page of what people see asks for."""
    pages = [content.decode() for path, content in site.items() if path.endswith(".html")]
    return {script for page in pages for script in re.findall(r'src="([^"]+)"', page)}


class CutOffError(OSError):
    """What a request is answered with once the line is cut."""


class Cut:
    """A store in memory whose line is cut before the n-th change that is asked of it."""

    def __init__(self, files, allowed):
        self.files, self.left = files, allowed

    def __getattr__(self, name):
        found = getattr(self.files, name)
        if name not in {"pipe_file", "cp_file", "rm_file"}:
            return found

        @functools.wraps(found)
        def counted(*arguments, **options):
            self.left -= 1
            if self.left < 0:
                raise CutOffError("Connection reset by peer")
            return found(*arguments, **options)

        return counted


def test_cut_off_before_any_change_no_page_misses_what_it_asks_for_and_the_next_publish_completes(tmp_path):
    """Whichever request is the last that gets through: what people see holds together, and publishing again ends it."""
    sites = [a_release(tmp_path, n) for n in (1, 2)]
    wanted = contents(sites[1])
    cuts = 0
    for allowed in itertools.count():
        whole = in_memory()
        with a_store(whole) as target:
            publish(target, sites[0], NAMES[0])
        try:
            with a_store(replace(whole, files=Cut(whole.files, allowed))) as target:
                publish(target, sites[1], NAMES[1])
            break
        except TargetError:
            cuts += 1
        now = seen(whole)
        assert asked_for(now) <= set(now), allowed
        with a_store(whole) as target:
            assert target.live() in NAMES[:2]
            if target.live() != NAMES[1]:
                publish(target, sites[1], NAMES[1])
            target.prune()
            assert target.live() == NAMES[1]
        assert {path: seen(whole)[path] for path in wanted} == wanted
    assert cuts > 10
    assert {path: seen(whole)[path] for path in wanted} == wanted


def test_what_pages_opened_before_ask_for_stays_and_what_nobody_needs_goes(tmp_path):
    """Content-named files stay while a release is kept that has them; others go after the grace, and only ours."""
    waited = []
    bucket = in_memory()
    bucket.write("robots.txt", b"the office's own", {})
    sites = [a_release(tmp_path, n) for n in range(1, 5)]
    (sites[0] / "photo.png").write_text("withdrawn")
    with a_store(bucket, grace_s=60, wait=waited.append) as target:
        for n, site in enumerate(sites):
            manifest = of_site(site)
            target.send(site, manifest, tell=lambda done, whole: None)
            target.seal(NAMES[n], manifest)
            target.switch(NAMES[n])
            assert ("photo.png" in bucket.listing()) is (n < 2)
            target.prune(keep=2)
    left = seen(bucket)

    assert set(left) == {"robots.txt", *contents(sites[3]), "assets/bundle.00000003.js"}
    assert waited == [60, 60, 60]


def test_prune_waits_only_where_something_goes(tmp_path):
    """Nobody waits for the grace of nothing."""
    waited = []
    with a_store(in_memory(), wait=waited.append) as target:
        for name in NAMES[:2]:
            publish(target, a_release(tmp_path, 1), name)

    assert waited == []


def test_whoever_waits_is_told_that_the_site_is_live(monkeypatch, capsys):
    """The grace is no silence: the new site is there, only old files are still to go."""
    waited = []
    monkeypatch.setattr("campaign.publish.targets.time.sleep", waited.append)
    monkeypatch.setattr("campaign.publish.bucket._s3", lambda endpoint: {})
    monkeypatch.setattr("campaign.publish.bucket.S3", "memory")

    target = made(PublishTarget(name="对象存储", kind="store", bucket="grace"))
    target.wait(target.grace_s)

    assert waited == [60]
    assert "60 秒后删去旧文件" in capsys.readouterr().out


def test_going_back_shows_the_former_release_whole(tmp_path):
    """A rollback is a switch: the former contents are in the store still."""
    bucket = in_memory()
    sites = [a_release(tmp_path, n) for n in (1, 2)]
    with a_store(bucket) as target:
        for name, site in zip(NAMES, sites, strict=False):
            publish(target, site, name)
        assert target.damage(NAMES[0]) == []
        target.switch(NAMES[0])

        assert (target.live(), target.releases()) == (NAMES[0], NAMES[:2])
    assert {path: seen(bucket)[path] for path in contents(sites[0])} == contents(sites[0])


def test_what_was_damaged_is_found_and_brought_anew(tmp_path):
    """A content that isn't what was sent is named by its path, and sent again after it was discarded."""
    bucket = in_memory()
    site = a_release(tmp_path, 1)
    manifest = of_site(site)
    with a_store(bucket) as target:
        target.send(site, manifest, tell=lambda done, whole: None)
        bucket.write(BLOBS + placed(manifest)["same.css"].blob, b"b", {})
        assert target.faults(manifest) == ["same.css"]
        target.discard(["same.css"])
        target.send(site, manifest, tell=lambda done, whole: None)
        assert target.faults(manifest) == []


def test_what_somebody_deleted_or_left_in_the_store_is_found(tmp_path):
    """A live release of which an object is gone isn't whole."""
    bucket = in_memory()
    with a_store(bucket) as target:
        publish(target, a_release(tmp_path, 1), NAMES[0])
        bucket.delete(["index.html"])

        assert "index.html" in target.damage(NAMES[0])


def test_two_computers_don_t_publish_to_one_place_at_once(tmp_path, monkeypatch):
    """Another computer's hold counts until it is stale; one of this computer's, whose publish was killed, doesn't."""
    bucket, now = in_memory(), [1000.0]
    monkeypatch.setattr("campaign.publish.hold._machine", lambda: "another")
    killed = a_store(bucket, clock=lambda: now[0])
    killed.__enter__()
    killed._lock.release()
    with a_store(bucket, clock=lambda: now[0]):
        pass
    killed._hold.take()
    monkeypatch.setattr("campaign.publish.hold._machine", lambda: "this one")

    with pytest.raises(TargetError, match="另一个发布"), a_store(bucket, clock=lambda: now[0] + 599):
        pass
    with a_store(bucket, clock=lambda: now[0] + 600) as target:
        assert target.live() == ""


def _at_two_computers(bucket, tmp_path, monkeypatch):
    """What opens a target at a computer, and the clock of both: a file lock of one doesn't hold the other."""
    now = [1000.0]

    def at(machine):
        monkeypatch.setattr("campaign.publish.hold._machine", lambda: machine)
        target = a_store(bucket, clock=lambda: now[0])
        target._lock = FileLock(tmp_path / f"{machine}.lock")
        return target

    return at, now


def test_a_publish_whose_hold_was_taken_over_stops(tmp_path, monkeypatch):
    """One that slept over its hold neither sends on nor shows anything, nor takes the other's hold away."""
    bucket = in_memory()
    at, now = _at_two_computers(bucket, tmp_path, monkeypatch)
    asleep = at("A").__enter__()
    now[0] += 601
    awake = at("B").__enter__()
    held = bucket.read(HOLD)

    with pytest.raises(TargetError, match="另一台电脑接过了"):
        asleep.send(*a_release_to_send(tmp_path), tell=lambda done, whole: None)
    with pytest.raises(TargetError, match="另一台电脑接过了"):
        asleep.switch(NAMES[0])
    with pytest.raises(TargetError, match="另一台电脑接过了"):
        asleep.__exit__(None, None, None)
    assert bucket.read(HOLD) == held
    awake.__exit__(None, None, None)
    assert bucket.read(HOLD) is None


def test_a_hold_is_renewed_while_a_large_file_is_sent(tmp_path, monkeypatch):
    """Eleven minutes for one film: every other computer is told all the while that somebody publishes."""
    monkeypatch.setattr("campaign.publish.bucket.TICK_S", 0.01)
    bucket, came = in_memory(), threading.Event()
    at, now = _at_two_computers(bucket, tmp_path, monkeypatch)
    target = at("A").__enter__()
    write = bucket.files.pipe_file

    def slow(path, content, **options):
        if path.endswith("/hold"):
            came.set()
        elif not came.is_set():
            now[0] += 661
            assert came.wait(10), "nobody renewed the hold"
        write(path, content, **options)

    monkeypatch.setattr(target.bucket.files, "pipe_file", slow)
    target.send(*a_release_to_send(tmp_path), tell=lambda done, whole: None)

    with pytest.raises(TargetError, match="另一个发布"):
        at("B").__enter__()


def test_a_hold_that_nobody_can_read_is_no_hold():
    """What was cut off or written by another program stands in nobody's way for ever."""
    bucket = in_memory()
    bucket.write(HOLD, b'{"at": "x", "machine": "z"}', {})
    with a_store(bucket) as target:
        assert target.live() == ""


@pytest.mark.parametrize(
    ("said", "way_out"),
    [
        (PermissionError("Access Denied"), "权限"),
        (FileNotFoundError("The specified bucket does not exist"), "bucket"),
        (TimeoutError("Connect timeout"), "接着传"),
        (RuntimeError("whatever"), "whatever"),
    ],
)
def test_a_store_that_fails_says_what_to_do(said, way_out):
    """Each failure of a store is told in both languages, with the way out."""

    class Failing:
        protocol = "s3"

        def pipe_file(self, *arguments, **options):
            raise said

    with pytest.raises(TargetError, match=way_out):
        Bucket(files=Failing(), root="b", where="s3://b").write("key", b"", {})


def test_a_store_without_its_package_says_how_to_get_it(monkeypatch):
    """Nothing that an office doesn't need is installed; what is missing is told with the command."""
    monkeypatch.setitem(sys.modules, "s3fs", None)

    with pytest.raises(TargetError, match="pip install --require-hashes -r requirements-s3.lock"):
        opened("week")


def test_the_package_of_the_store_is_locked_beside_the_others():
    """Its lock has all that the press itself has, in the same versions, so that installing it changes nothing else."""
    press, store = (pinned((TOP / name).read_text("utf-8")) for name in ("requirements.lock", "requirements-s3.lock"))

    assert dict(some(press.items())).items() <= store.items()
    assert {"s3fs", "botocore"} <= store.keys() - press.keys()


class Line:
    """A line to the store that lets so many bytes through and is cut then, for everybody."""

    def __init__(self, endpoint):
        host, _, port = endpoint.removeprefix("http://").partition(":")
        self.store, self.allowed, self.threads = (host, int(port)), float("inf"), []
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.endpoint = f"http://127.0.0.1:{self.listener.getsockname()[1]}"

    def __enter__(self):
        self._start(self._accept)
        return self

    def __exit__(self, *_):
        self.listener.shutdown(socket.SHUT_RDWR)
        self.listener.close()
        for thread in self.threads:
            thread.join(timeout=10)

    def _start(self, work, *arguments):
        thread = threading.Thread(target=work, args=arguments, daemon=True)
        self.threads.append(thread)
        thread.start()
        return thread

    def _accept(self):
        while True:
            try:
                near, _ = self.listener.accept()
            except OSError:
                return
            self._start(self._serve, near)

    def _serve(self, near):
        with near, socket.create_connection(self.store) as far:
            back = self._start(self._carry, far, near)
            self._carry(near, far)
            back.join()

    def _carry(self, one, other):
        with contextlib.suppress(OSError):
            while self.allowed >= 0 and (data := one.recv(4096)):
                self.allowed -= len(data)
                other.sendall(data)
        for end in (one, other):
            with contextlib.suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)


@pytest.fixture(scope="module")
def endpoint():
    """A store on this machine that speaks S3's language, with an empty bucket for each test."""
    from moto.server import ThreadedMotoServer

    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    yield f"http://{host}:{port}"
    server.stop()


@pytest.fixture(scope="module")
def line(endpoint):
    """The way to that store, which can be cut."""
    with Line(endpoint) as line:
        yield line


@pytest.fixture(scope="module")
def door(line):
    """That store by the door that an office uses."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("AWS_ACCESS_KEY_ID", "test")
        patch.setenv("AWS_SECRET_ACCESS_KEY", "test")
        patch.setenv("AWS_DEFAULT_REGION", "us-east-1")
        made = opened("any", endpoint=line.endpoint)
        made.files.retries = 1
        yield made


@pytest.fixture
def bucket(door):
    """The folder of a bucket of its own."""
    name = f"week{next(NUMBERS)}"
    door.files.mkdir(name)
    return replace(door, root=f"{name}/zt/week", where=f"s3://{name}/zt/week")


def head(bucket, key):
    """The headers that the store sends with an object."""
    return bucket.files.call_s3("head_object", Bucket=bucket.root.partition("/")[0], Key=f"zt/week/{key}")


@pytest.mark.slow
def test_an_object_store_serves_each_kind_of_file_with_its_headers(bucket, tmp_path):
    """Types, caching and compression by kind; the second publish brings and copies only what is new."""
    cache = Cache(tmp_path / "cache")
    first = compressed(make_site(tmp_path / "one", {**FILES, FORMER: FILES[BUNDLE]}), tmp_path / "d1", cache=cache)
    with a_store(bucket) as target:
        publish(target, first, NAMES[0])
    page, script, calendar = head(bucket, "index.html"), head(bucket, BUNDLE), head(bucket, "calendar/zh/all.ics")
    before = {key: said["ETag"] for key, said in bucket.files.find(bucket.root, detail=True).items()}
    made = bucket.files.call_s3("list_objects_v2", Bucket=bucket.root.partition("/")[0])["Contents"]
    times = {one["Key"]: one["LastModified"] for one in made}

    second = make_site(tmp_path / "two", {**FILES, "events/index.html": "<!doctype html><title>改</title>"})
    time.sleep(1.1)
    with a_store(bucket) as target:
        publish(target, compressed(second, tmp_path / "d2", cache=cache), NAMES[1])
    made = bucket.files.call_s3("list_objects_v2", Bucket=bucket.root.partition("/")[0])["Contents"]
    fresh = {one["Key"].removeprefix("zt/week/") for one in made if times.get(one["Key"]) != one["LastModified"]}

    assert (page["ContentType"], page["CacheControl"], page["ContentEncoding"]) == (
        "text/html; charset=utf-8",
        ASK,
        "gzip",
    )
    assert (script["ContentType"], script["CacheControl"]) == ("text/javascript; charset=utf-8", FOR_EVER)
    assert (calendar["ContentType"], calendar.get("ContentEncoding")) == ("text/calendar; charset=utf-8", None)
    assert gzip.decompress(bucket.read("index.html")) == FILES["index.html"].encode()
    assert not [key for key in some(before) if key.endswith((".br", ".gz"))]
    assert {key for key in fresh if not key.startswith(INNER)} == {"events/index.html"}
    assert FORMER in bucket.listing()


PUBLISHING = """
import sys
from pathlib import Path
sys.path[:0] = sys.argv[4:]
import fsspec
from campaign.publish.bucket import Bucket
from campaign.publish.store import StoreTarget
from published import a_release as a_release_of
from published import CAMPAIGN, present
from served_sites import publish
place, site, release = sys.argv[1:4]
bucket = Bucket(files=fsspec.filesystem("file"), root=place, where="file")
with StoreTarget(bucket, grace_s=0) as target:
    print("begun", flush=True)
    publish(target, Path(site), release)
"""


@pytest.mark.slow
def test_a_cut_line_leaves_the_site_whole_and_the_next_publish_completes(bucket, line, tmp_path):
    """A real connection that breaks in the middle: a clear message, pages that hold together, and on it goes."""
    sites = [a_release(tmp_path, n) for n in (1, 2)]
    with a_store(bucket) as target:
        publish(target, sites[0], NAMES[0])

    line.allowed = 20_000
    with pytest.raises(TargetError, match="再发布一次") as told, a_store(bucket) as target:
        publish(target, sites[1], NAMES[1])
    line.allowed = float("inf")
    now = seen(bucket)
    with a_store(bucket) as target:
        publish(target, sites[1], NAMES[1])

    assert "ublish again" in str(told.value)
    assert asked_for(now) <= set(now)
    assert {path: seen(bucket)[path] for path in contents(sites[1])} == contents(sites[1])


@pytest.mark.parametrize("after_s", [0, 0.01])
def test_a_killed_publish_leaves_the_site_whole_and_the_next_completes(tmp_path, after_s):
    """SIGKILL while it works: nothing is cleaned up, yet the site holds together and nothing stands in the way."""
    sites = [a_release(tmp_path, n) for n in (1, 2)]
    place = str(tmp_path / "store")
    bucket = Bucket(files=fsspec.filesystem("file"), root=place, where="file")
    with a_store(bucket) as target:
        publish(target, sites[0], NAMES[0])
    paths = [str(TOP / "hooks"), str(TOP / "tests"), str(TOP / "tests" / "publish")]
    arguments = [place, str(sites[1]), NAMES[1], *paths]
    child = subprocess.Popen([sys.executable, "-c", PUBLISHING, *arguments], stdout=subprocess.PIPE)
    assert child.stdout.readline() == b"begun\n"
    time.sleep(after_s)
    child.send_signal(signal.SIGKILL)
    child.wait()
    child.stdout.close()

    now = seen(bucket)
    with a_store(bucket) as target:
        publish(target, sites[1], NAMES[1])

    assert child.returncode == -signal.SIGKILL
    assert asked_for(now) <= set(now)
    assert {path: seen(bucket)[path] for path in contents(sites[1])} == contents(sites[1])


def test_a_store_of_campaign_yml_is_published_to_and_taken_back(tmp_path, monkeypatch):
    """By the same steps as any other target, with the compressed copies as the objects that browsers get."""
    said = PublishTarget(name="对象存储", kind="store", bucket="week", folder="zt/week", grace_seconds=0)
    monkeypatch.setattr("campaign.publish.bucket._s3", lambda endpoint: {})
    monkeypatch.setattr("campaign.publish.bucket.S3", "memory")
    target = made(said)
    releases = [a_release_of(tmp_path / "one"), a_release_of(tmp_path / "two", **TABLE)]
    for release, moment in zip(releases, ("2024-04-20T09:00:00", "2024-04-21T09:00:00"), strict=True):
        now = present(moment=moment)
        sent = with_copies(release / "site", ready(release, now), work=tmp_path / "work")
        with target, sent as (site, manifest):
            assert not whole(target, plan(target, manifest, now.ledger))
            publish_planned(target, site, plan(target, manifest, now.ledger))
            assert whole(target, plan(target, manifest, now.ledger))
    table = target.bucket.read("data/table.html")
    with target:
        rollback(target, plan_rollback(target, present().ledger, campaign=CAMPAIGN))

    assert target.where == "memory://week/zt/week"
    assert gzip.decompress(table).decode() == "<p>表</p>" * 99
    assert target.live() == "0001-20240420-090000"
    assert "data/table.html" not in seen(target.bucket)


def test_a_copy_that_went_wrong_within_the_store_is_noticed_and_mended(tmp_path):
    """What people see is looked at before the switch counts as done; publishing again puts it right."""
    bucket = in_memory()
    site = a_release(tmp_path, 1)

    class Forgetful(Cut):
        def cp_file(self, path, to):
            return None if to.endswith("index.html") else self.files.cp_file(path, to)

    with (
        pytest.raises(TargetError, match="再发布一次"),
        a_store(replace(bucket, files=Forgetful(bucket.files, 99))) as far,
    ):
        publish(far, site, NAMES[0])
    with a_store(bucket) as target:
        assert (target.live(), target.releases()) == ("", NAMES[:1])
        target.switch(NAMES[0])
        assert target.damage(NAMES[0]) == []
    assert seen(bucket) == contents(site)


def test_the_guide_s_example_of_a_store_is_one():
    """Whoever copies it from the guide, in either language, has a target that can be read."""
    text = (TOP / "campaign_data" / "README.md").read_text("utf-8")
    blocks = [block for block in re.findall(r"```yaml\n(.*?)```", text, re.DOTALL) if "kind: store" in block]

    assert len(blocks) == 2
    for block in blocks:
        (said,) = yaml.safe_load(block)["targets"]
        assert PublishTarget(**said).bucket == "ip-week"
