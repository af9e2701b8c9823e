"""The target that is a ZIP: for a government portal, whose staff upload a column's files by hand."""

from __future__ import annotations

import hashlib
import shutil
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from campaign.core.archive import EPOCH
from campaign.core.damage import ZIP_DAMAGE
from campaign.core.problems import Message
from campaign.publish.local import MARK, LocalTarget
from campaign.publish.manifest import CHUNK, Manifest
from campaign.publish.target import KEPT, TargetError, Tell, readable
from campaign.workshop.cache import write_whole

PACKED = {".png", ".jpg", ".jpeg", ".webp", ".pdf", ".mp4", ".zip", ".gz"}
"""What is packed in itself already."""
NOTE = "上传说明.txt"
FEW = 64 * 1024
"""Bytes that a part may hold beside the files: its directory."""
TOLD = """这是网站 {address} 的全部文件，交给门户网站的管理员上传。

1. 解压到同一个文件夹（有重名的文件夹，选“合并”）：{packs}
2. 把解压出来的全部文件，原样放到专题栏目的目录里，也就是打开 {address} 时服务器读的那个目录；
   文件夹的层次和文件名（大小写）都不要改。
3. 能分先后的，先传图片、数据等文件，最后传 .html 网页；全部传完，再删去本说明最后列的“要删去的文件”
   （没有列就不用删）。
4. 打开 {address} 看一遍，再用手机扫一张印好的海报。印过的海报全靠 q 文件夹，任何时候都不能删。

共 {count} 个文件。核对：SHA256SUMS.txt 里有每个文件的校验码。

All files of the site {address}
for the portal's administrator: unpack {packs_en}
into one folder and put everything as it is into the column's directory on the server (keep folders, names, capitals),
then open the address and scan a poster. Never delete the folder q: printed posters lead there.
{count} files; SHA256SUMS.txt has the checksum of each.
"""

UNKNOWN = """
要删去的文件：上一次的清单读不懂，列不出来。请对照 SHA256SUMS.txt：
栏目目录里有、它没有列的文件，就是要删去的（q 文件夹不动）。
files to delete: the last list can't be read. Whatever the column has and SHA256SUMS.txt hasn't is to go (but never q).
"""


@dataclass
class ZipTarget(LocalTarget):
    """A folder of packs: `0007-20240420-143205/` holds the ZIPs of one release, a note and the checksums.

    part_mb: the largest a ZIP may be, in millions of bytes; larger sites come as several, each of them a whole ZIP.
    Nothing is known of the portal itself: what counts as live is what was packed last, as `current.release` says.
    """

    folder: Path
    part_mb: int | None = None
    where: str = field(default="", init=False)

    def __post_init__(self) -> None:
        self.where = self.folder.as_posix()
        self.folder = self.folder.absolute()
        self._stand_on(self.folder)

    def __enter__(self) -> ZipTarget:
        self._look()
        return self

    def live(self) -> str:
        """What was packed, or rolled back to, last."""
        with suppress(OSError):
            name = (self.folder / MARK).read_text("ascii", "replace").strip()
            return name if name in self.releases() else ""
        return ""

    def send(self, site: Path, manifest: Manifest, *, tell: Tell) -> None:
        """Pack everything anew: the same site, the same bytes."""
        self._begin()
        shutil.rmtree(self._incoming, ignore_errors=True)
        self._incoming.mkdir()
        parts = list(self._parts(manifest))
        names = [self._name(manifest, part, len(parts)) for part in range(1, len(parts) + 1)]
        done = 0
        for name, paths in zip(names, parts, strict=True):
            with zipfile.ZipFile(self._incoming / name, "w") as archive:
                for path in paths:
                    _add(archive, site / path, path)
                    done += manifest.files[path].bytes
                    tell(done, manifest.bytes)
        sums = "".join(f"{entry.sha256}  {path}\n" for path, entry in sorted(manifest.files.items()))
        (self._incoming / "SHA256SUMS.txt").write_text(sums, "utf-8", newline="\n")

    def faults(self, manifest: Manifest) -> list[str]:
        """Every file is read back from its ZIP."""
        return _faults(self._incoming, manifest)

    def discard(self, paths: Iterable[str]) -> None:
        """Everything is packed anew anyway."""

    def damage(self, release: str) -> list[str]:
        """Every file is read back from its ZIP."""
        return _faults(self.folder / release, self.manifest(release))

    def switch(self, release: str) -> None:
        """These are the packs to upload, and the note says what to delete of those that were uploaded before."""
        if release != self.live():
            write_whole(self.folder / release / NOTE, self._note(release))
        write_whole(self.folder / MARK, f"{release}\n".encode())

    def prune(self, *, keep: int = KEPT) -> list[str]:
        """The folder first loses its name, so that half a release never looks like one."""
        return self._sealed.prune(live=self.live(), keep=keep)

    def _name(self, manifest: Manifest, part: int, parts: int) -> str:
        stem = f"{manifest.campaign or 'campaign'}-column"
        return f"{stem}-{part}-of-{parts}.zip" if parts > 1 else f"{stem}.zip"

    def _parts(self, manifest: Manifest) -> Iterator[list[str]]:
        """The files of each ZIP, in order; none is larger than `part_mb` even where nothing can be packed smaller."""
        most = self.part_mb * 1_000_000 if self.part_mb else 0
        part: list[str] = []
        size = FEW
        for path, entry in sorted(manifest.files.items()):
            room = entry.bytes + 2 * len(path) + 200
            if most and room + FEW > most:
                raise TargetError(_too_large(path, entry.bytes, self.part_mb or 0))
            if most and part and size + room > most:
                yield part
                part, size = [], FEW
            part.append(path)
            size += room
        yield part

    def _note(self, release: str) -> bytes:
        manifest = self.manifest(release)
        parts = len(list((self.folder / release).glob("*.zip")))
        names = [self._name(manifest, part, parts) for part in range(1, parts + 1)]
        text = TOLD.format(
            address=manifest.address,
            packs="、".join(names),
            packs_en=", ".join(names),
            count=len(manifest.files),
        )
        return ("\ufeff" + (text + self._gone(manifest)).replace("\n", "\r\n")).encode()

    def _gone(self, manifest: Manifest) -> str:
        """What the packs that are live had and these haven't, be they newer or older."""
        live = self.live()
        before = readable(self, live) if live else None
        if live and before is None:
            return UNKNOWN
        gone = sorted(set(before.files) - set(manifest.files)) if before else []
        return "\n要删去的文件 files to delete:\n" + "".join(f"{path}\n" for path in gone) if gone else ""


def _add(archive: zipfile.ZipFile, source: Path, path: str) -> None:
    made = zipfile.ZipInfo(path, EPOCH)
    made.create_system = 3
    made.external_attr = 0o644 << 16
    stored = PurePosixPath(path).suffix.lower() in PACKED
    made.compress_type = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
    made.file_size = source.stat().st_size
    with source.open("rb") as stream, archive.open(made, "w") as packed:
        shutil.copyfileobj(stream, packed, CHUNK)


def _faults(folder: Path, manifest: Manifest) -> list[str]:
    """The paths that aren't in the packs of a folder as a manifest says."""
    found: dict[str, str] = {}
    for pack in sorted(folder.glob("*.zip")):
        with suppress(*ZIP_DAMAGE), zipfile.ZipFile(pack) as archive:
            found |= dict(_digests(archive))
    wanted: Mapping[str, str] = {path: entry.sha256 for path, entry in manifest.files.items()}
    return sorted(path for path in {*found, *wanted} if found.get(path) != wanted.get(path))


def _digests(archive: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    for name in archive.namelist():
        try:
            with archive.open(name) as stream:
                yield name, hashlib.file_digest(stream, "sha256").hexdigest()  # type: ignore[arg-type]
        except ZIP_DAMAGE:
            yield name, ""


def _too_large(path: str, size: int, part_mb: int) -> Message:
    return Message(
        f"{path} 有 {size / 1_000_000:.1f} MB，比每个包的上限 {part_mb} MB 还大：把 campaign.yml 里的 part_mb 改大",
        f"{path} is {size / 1_000_000:.1f} MB, a ZIP may be {part_mb} MB: raise part_mb in campaign.yml",
    )
