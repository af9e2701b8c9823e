"""The target that is an object store: contents first, then what pages refer to, then pages, and deletions last."""

from __future__ import annotations

import hashlib
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType

from filelock import FileLock, Timeout

from campaign.core.problems import Message
from campaign.publish.bucket import Bucket, Item, Object
from campaign.publish.hold import Hold
from campaign.publish.local import BUSY
from campaign.publish.manifest import Manifest
from campaign.publish.placing import PRIVATE, Placed, placed
from campaign.publish.refusal import named
from campaign.publish.serving import RULED, is_page, named_by_content
from campaign.publish.target import (
    KEPT,
    TargetError,
    Tell,
    UnreadableError,
    is_release,
    number,
    readable,
    superseded,
)

INNER = ".releases/"
"""Where everything stands that isn't for the public."""
BLOBS = f"{INNER}files/"
LIVE = f"{INNER}live"
HOLD = f"{INNER}hold"
RULES = f"{INNER}headers"
"""By which rules the headers were chosen that people get."""
GRACE_S = 60
"""How long what a page may still ask for stays after the page itself is gone."""


@dataclass
class StoreTarget:
    """A bucket, or a folder of one, that a store serves as a website.

    Layout: the live site stands at the root; below `.releases/` stand `files/` (each content once, by its SHA-256 and
    headers), `0007-20240420-143205.json` (manifests) and `live` (the release whose switch was completed last). A store
    has no switch that does all at once: contents are copied within it, those that pages refer to first, then the
    pages; a page sees the files of its own release or newer ones of the same name. A switch that was cut off is
    completed by the next, which compares what stands there. Objects of others in the bucket are left alone.

    grace_s: how long files stay that only pages opened before need; wait: lets them pass; clock: seconds.
    """

    bucket: Bucket
    grace_s: float = GRACE_S
    wait: Callable[[float], None] = time.sleep
    clock: Callable[[], float] = time.time
    _manifests: dict[str, Manifest] = field(default_factory=dict, init=False, repr=False)
    _placed: Mapping[str, Placed] = field(default_factory=dict, init=False, repr=False)

    def __post_init__(self) -> None:
        place = hashlib.sha256(self.bucket.where.encode()).hexdigest()[:16]
        self._hold = Hold(self.bucket, HOLD, self.clock)
        self._lock = FileLock(Path(tempfile.gettempdir()) / f"campaign-store-{place}.lock")

    @property
    def where(self) -> str:
        """The bucket and folder."""
        return self.bucket.where

    def __enter__(self) -> StoreTarget:
        """Held against this computer's other publishes by a lock, against another's by an object that grows stale."""
        try:
            self._lock.acquire(timeout=0)
        except Timeout:
            raise TargetError(BUSY) from None
        self._manifests.clear()
        try:
            self._hold.take()
        except BaseException:
            self._lock.release()
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            if error is None:
                self._hold.give_back()
            elif not isinstance(error, TargetError):
                with suppress(TargetError):  # what ended it is told
                    self._hold.give_back()
        finally:
            self._lock.release()

    def releases(self) -> Sequence[str]:
        """Those whose manifest is there: it is written when every content is."""
        return _releases(self.bucket.listing())

    def live(self) -> str:
        """The release whose switch was completed last."""
        said = self.bucket.read(LIVE)
        name = said.decode("ascii", "replace").strip() if said else ""
        return name if is_release(name) and self.bucket.read(_manifest(name)) is not None else ""

    def manifest(self, release: str) -> Manifest:
        """Read from the store, once: no manifest ever changes."""
        try:
            if release not in self._manifests:
                self._manifests[release] = Manifest.read((self.bucket.read(_manifest(release)) or b"").decode())
            return self._manifests[release]
        except ValueError:
            raise UnreadableError(f"{self.where}/{_manifest(release)}") from None

    def send(self, site: Path, manifest: Manifest, *, tell: Tell) -> None:
        """Contents that the store has already are not sent again."""
        self._placed = placed(manifest)
        there = self.bucket.listing()
        sizes = {one.blob: one.entry.bytes for one in self._placed.values()}
        wanted = {one.blob: one for one in self._placed.values() if not _as_large(there, BLOBS + one.blob, sizes)}
        whole = sum(sizes.values())
        done = whole - sum(one.entry.bytes for one in wanted.values())
        tell(done, whole)

        def bring(one: Placed) -> None:
            self.bucket.write(BLOBS + one.blob, (site / one.source).read_bytes(), one.headers)

        for one in self._each(bring, wanted.values()):
            done += one.entry.bytes
            tell(done, whole)
        self._hold.renew()

    def faults(self, manifest: Manifest) -> list[str]:
        """What no release has that was sealed before is read; what one has was read then, and is looked for."""
        sealed = self._readable(self.releases()).values()
        proved = {one.blob for manifest in sealed for one in placed(manifest).values()}
        return self._wrong(placed(manifest).values(), proved=proved)

    def discard(self, paths: Iterable[str]) -> None:
        """The contents of these paths."""
        self.bucket.delete({BLOBS + self._placed[path].blob for path in paths})

    def seal(self, release: str, manifest: Manifest) -> None:
        """The manifest is written: every content is there."""
        self.bucket.write(_manifest(release), manifest.text.encode(), PRIVATE)
        self._hold.renew()

    def damage(self, release: str) -> list[str]:
        """Every content is read; of the live release, what people see is looked for too."""
        objects = placed(self.manifest(release))
        wrong = self._wrong(objects.values())
        if release == self.live():
            there = self.bucket.listing()
            wrong += [path for path, one in objects.items() if not _same(there, one, unmarked=True)]
            wrong += [key for key in self._ours(there) if key not in objects and not named_by_content(key)]
        return sorted(set(wrong))

    def switch(self, release: str) -> None:
        """Copy what isn't there yet, pages last; then the pages go that this release doesn't have."""
        self._hold.renew()
        objects = placed(self.manifest(release))
        there = self.bucket.listing()
        settled = self.bucket.read(RULES) == RULED
        fresh = [one for one in objects.values() if not (settled and _same(there, one))]

        def show(one: Placed) -> None:
            self.bucket.copy(BLOBS + one.blob, one.path)

        for pages in (False, True):
            for _ in self._each(show, [one for one in fresh if is_page(one.path) is pages]):
                pass
        self._look_again(objects.values())
        self.bucket.write(RULES, RULED, PRIVATE)
        self.bucket.write(LIVE, release.encode(), PRIVATE)
        self.bucket.delete(key for key in self._ours(there) if key not in objects and is_page(key))
        self._hold.renew()

    def prune(self, *, keep: int = KEPT) -> list[str]:
        """After the grace the files go that no page of the live release needs, then the oldest releases.

        What is named by its content stays for as long as a release is kept that has it: no other takes its place.
        """
        there = self.bucket.listing()
        live = self.live()
        gone = superseded(_releases(there), live, keep)
        staying = self._readable(name for name in _releases(there) if name not in gone)
        kept = {name: placed(manifest) for name, manifest in staying.items()}
        named = {path for objects in kept.values() for path in objects if named_by_content(path)}
        unneeded = sorted(self._ours(there) - set(kept.get(live, ())) - named)
        if unneeded:
            self.wait(self.grace_s)
            self.bucket.delete(unneeded)
        self.bucket.delete(map(_manifest, gone))
        blobs = {one.blob for objects in kept.values() for one in objects.values()}
        self.bucket.delete(key for key in there if key.startswith(BLOBS) and key.removeprefix(BLOBS) not in blobs)
        return gone

    def _each(self, work: Callable[[Item], None], items: Iterable[Item]) -> Iterator[Item]:
        """The hold is kept however long the whole takes, or a single large file."""
        return self.bucket.each(work, items, meanwhile=self._hold.keep)

    def _look_again(self, objects: Iterable[Placed]) -> None:
        """Every copy is there and as large, and by the store's own mark the same; TargetError where one isn't."""
        there = self.bucket.listing()
        wrong = sorted(one.path for one in objects if not _same(there, one, unmarked=True))
        if wrong:
            zh, en = named(wrong)
            raise TargetError(
                Message(
                    f"{self.where} 里复制过去的文件和原来的不一样：{zh}。再发布一次，会把它们补上",
                    f"copies in {self.where} aren't what was copied: {en}. Publish again, which mends them",
                )
            )

    def _ours(self, there: Iterable[str]) -> set[str]:
        """The keys that people see and that a release of ours put there."""
        listed = set(there)
        return listed & {path for manifest in self._readable(_releases(listed)).values() for path in placed(manifest)}

    def _readable(self, releases: Iterable[str]) -> dict[str, Manifest]:
        """The manifests of these releases, without those that can't be read any more."""
        found = {name: readable(self, name) for name in releases}
        return {name: manifest for name, manifest in found.items() if manifest}

    def _wrong(self, objects: Iterable[Placed], *, proved: Iterable[str] = ()) -> list[str]:
        """The paths whose content isn't there, or isn't what it must be."""
        known, there = set(proved), self.bucket.listing()
        wrong: list[str] = []
        by_blob: dict[str, list[Placed]] = {}
        for one in objects:
            by_blob.setdefault(one.blob, []).append(one)

        def read(same: Sequence[Placed]) -> None:
            key, entry = BLOBS + same[0].blob, same[0].entry
            sound = key in there and there[key].bytes == entry.bytes
            if sound and same[0].blob not in known:
                sound = hashlib.sha256(self.bucket.read(key) or b"").hexdigest() == entry.sha256
            if not sound:
                wrong.extend(one.path for one in same)

        for _ in self._each(read, by_blob.values()):
            pass
        return sorted(wrong)


def _releases(there: Iterable[str]) -> list[str]:
    names = (key.removeprefix(INNER).removesuffix(".json") for key in there if key.startswith(INNER))
    return sorted(filter(is_release, names), key=number)


def _manifest(release: str) -> str:
    return f"{INNER}{release}.json"


def _as_large(there: Mapping[str, Object], key: str, sizes: Mapping[str, int]) -> bool:
    return key in there and there[key].bytes == sizes[key.removeprefix(BLOBS)]


def _same(there: Mapping[str, Object], one: Placed, *, unmarked: bool = False) -> bool:
    """Whether what people see at a path is the content that it must be.

    unmarked: what counts in a store that doesn't mark contents, so that only sizes can be compared.
    """
    seen, blob = there.get(one.path), there.get(BLOBS + one.blob)
    return seen is not None and seen == blob and (bool(seen.mark) or unmarked)
