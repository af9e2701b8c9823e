"""The whole site as one ZIP: for a USB stick, or for an office that puts it into its own web server."""

from __future__ import annotations

import json
import shutil
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path, PurePosixPath

from campaign.channels.site.verify import verify
from campaign.core.archive import entry
from campaign.core.problems import Message
from campaign.core.system_files import system_part
from campaign.kinds import urls
from campaign.release.packing import CHUNK
from campaign.workshop.stage import PublishError, Stage

PACKED = {".png", ".jpg", ".jpeg", ".webp", ".pdf", ".mp4", ".zip", ".gz"}
"""What is packed in itself already: stored as it is, which is quick to write and to open."""
NOTE_NAME = "README.txt"
NOTE = """{name}

请先解压到一个文件夹，再打开里面的 index.html（双击）。不用联网；换到别的文件夹、U 盘或网站的任何子目录里都能用。
Unpack it into a folder, then open index.html in it. No network is needed; it works from any folder, a USB stick, or any
sub-folder of a web server.
"""
MOST_TOLD = 20
Tell = Callable[[int, int], None]
"""Told of progress: bytes packed so far, bytes in all."""


class UnfitToPackError(PublishError):
    """The site can't be packed as it is: it isn't there, isn't whole, or a name in it isn't plain."""


def site_name(site: Path) -> tuple[str, str]:
    """The campaign's id and the address the site was built for, as its own data says; UnfitToPackError without them."""
    try:
        head = json.loads((site / urls.DATA).read_bytes())["campaign"]
        return str(head["id"]), str(head["site_address"])
    except (OSError, ValueError, KeyError, TypeError):
        raise UnfitToPackError(
            Message(
                f"{site.name}/ 里没有生成好的网站，请先运行 make site",
                f"there is no built site in {site.name}/: run make site first",
            )
        ) from None


def zip_published(site: Path, folder: Path, tell: Tell = lambda _done, _all: None) -> Path:
    """Pack the published site as `folder/<campaign id>-site.zip` and give that path; the former ZIP stands until then.

    The site is verified first, and no build may change it meanwhile. PublishError where it can't be packed.
    """
    stage = Stage(site).open()
    try:
        name, address = site_name(site)
        _refuse_unfit(site, address)
        folder.mkdir(parents=True, exist_ok=True)
        target = folder / f"{name}-site.zip"
        half = target.with_name(f".{target.name}.part")
        try:
            zip_site(site, half, name=name, tell=tell)
            half.replace(target)
        finally:
            half.unlink(missing_ok=True)
    finally:
        stage.close()
    return target


def zip_site(site: Path, target: Path, *, name: str, tell: Tell = lambda _done, _all: None) -> int:
    """Write every file of a site into a ZIP, sorted by name, and give their number; the same site, the same bytes.

    name: the campaign's id, said in README.txt, which stands first. UnfitToPackError for a name that isn't ASCII.
    """
    paths = sorted(_files(site))
    _refuse_names(paths)
    sizes = {path: (site / path).stat().st_size for path in paths}
    done, whole = 0, sum(sizes.values())
    with zipfile.ZipFile(target, "w") as archive:
        if NOTE_NAME not in sizes:
            archive.writestr(entry(NOTE_NAME), "\ufeff" + NOTE.format(name=name).replace("\n", "\r\n"))
        for path in paths:
            _add(archive, site, path)
            done += sizes[path]
            tell(done, whole)
    return len(paths)


def _add(archive: zipfile.ZipFile, site: Path, path: str) -> None:
    made = entry(path)
    if PurePosixPath(path).suffix.lower() not in PACKED:
        made.compress_type = zipfile.ZIP_DEFLATED
    made.file_size = (site / path).stat().st_size
    with (site / path).open("rb") as source, archive.open(made, "w") as stream:
        shutil.copyfileobj(source, stream, CHUNK)


def _files(site: Path) -> Iterator[str]:
    """The site's files by path, without what a system left there since it was built."""
    paths = (path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file())
    return (path for path in paths if not system_part(path))


def _refuse_unfit(site: Path, address: str) -> None:
    findings = verify(site, site_address=address)
    if findings:
        said = "\n".join(map(str, findings[:MOST_TOLD]))
        raise UnfitToPackError(
            Message(
                f"{site.name}/ 没有通过检查（{len(findings)} 处），请重新运行 make site\n{said}\n",
                f"{site.name}/ failed its checks ({len(findings)}): run make site again",
            )
        )


def _refuse_names(paths: list[str]) -> None:
    """A name in other letters comes out garbled where the reader's computer speaks another language."""
    strange = [path for path in paths if not path.isascii()]
    if strange:
        said = "、".join(strange[:MOST_TOLD])
        raise UnfitToPackError(
            Message(
                f"文件名只能用英文字母和数字，请改名再生成：{said}",
                f"file names must be ASCII: rename {', '.join(strange[:MOST_TOLD])} and build again",
            )
        )
