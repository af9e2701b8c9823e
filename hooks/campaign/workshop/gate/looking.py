"""Finished files looked over, whoever made them: only kinds that are published, and none that tells or acts.

Only heads are read, so that a whole site takes a fraction of a second; what passed the gate passes here.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import BinaryIO

from campaign.core.system_files import system_part
from campaign.workshop.gate.formats import IN_PACKS, OFFICE, PACKS, PICTURES, PUBLISHED, ending, site_wide
from campaign.workshop.pictures.segments import pieces

FOREIGN = "这种文件不发布 · a kind of file that isn't published"
KINDS = {".jpg": "JPEG", ".jpeg": "JPEG", ".png": "PNG", ".webp": "WebP"}
STREAM = re.compile(rb"stream\r?\n")
SAID = re.compile(rb"\((?:[^()\\]|\\.)*\)", re.DOTALL)
"""A string of a PDF, such as an address that a link leads to."""
AUTHOR = re.compile(rb"/Author\b|dc:creator|pdf:Author")
OURS = re.compile(rb"/Creator ?\((?:Typst [0-9.]+| +)\)")
"""Only what we typeset ourselves names an author: the office (`workshop.typeset` takes the program's name out)."""
ACTS = re.compile(
    rb"/(JavaScript|JS|EmbeddedFiles?|Launch|SubmitForm|ImportData|RichMedia|FileAttachment|PieceInfo|XFA|GoTo[RE])\b"
)
URL = rb"(?i:url\(\s*+(?:[\"']|&quot;)?+\s*+(?!#|data:))"
"""CSS that fetches, as it stands in a style or an attribute."""
IN_A_TAG = rb"<[a-zA-Z](?:[^<>\"']|\"[^\"]*\"|'[^']*')*?\s"
"""Never over the beginning of another tag, which is looked at for itself: broken markup would be read once a tag."""
DRAWN = re.compile(
    rb"<(?:script|foreignObject|metadata|iframe|animate|set|handler)\b|<!ENTITY|<!--|"
    + (rb"<style[^>]*>[^<]*(?:@import|" + URL + rb")|")
    + IN_A_TAG
    + (rb"(?:[a-zA-Z:-]+\s*=\s*(?:\"[^\"]*|'[^']*)" + URL + rb"|")
    + rb"on[a-zA-Z]+\s*=|[a-zA-Z:-]+\s*=\s*[\"']\s*javascript:|(?:xlink:)?(?:href|src)\s*=\s*[\"']\s*(?:[a-z]+:)?//)"
)
"""What no drawing has that went through the gate: it acts, fetches, or tells of its making."""
FILMED = re.compile(
    rb"\xa9(?:xyz|too|nam|ART|swr|mod|mak|day|cmt|cpy)|loci\0|com\.apple\.quicktime|Xtra\0|adobe:ns:meta"
)
"""Atoms of place, camera, program and author in a film's index (QuickTime File Format, user data)."""
ACTING = re.compile(r"vbaProject|/embeddings/|/activeX/|/externalLinks/|/comments")
"""Parts of an office's document that act, fetch, or tell of its making (ECMA-376)."""
FETCHED = re.compile(rb'TargetMode\s*=\s*["\']External')
"""A relationship of such a document that leads out of it."""
MOST_UNPACKED = 1 << 26
MOOV = 1 << 20
"""How far into a film its index is looked for; ours stand first."""


def leaks(root: Path, paths: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Everything that keeps finished files below root from being published, as the path and what is wrong with it."""
    for path in paths:
        file = root / path
        if file.is_symlink():
            yield path, "是链接，不能发布 · is a link"
        elif ending(path) not in PUBLISHED and not site_wide(path):
            yield path, FOREIGN
        elif ending(path) in PACKS:
            with file.open("rb") as stream:
                yield from ((path, what) for what in _packed(stream))
        elif look := LOOKS.get(ending(path)):
            yield from ((path, what) for what in look(file.read_bytes(), ending(path)))


def _packed(stream: BinaryIO) -> Iterator[str]:
    """The same of the files in an archive, and in those that it holds."""
    if not zipfile.is_zipfile(stream):
        yield "压缩包打不开 · no sound archive"
        return
    with zipfile.ZipFile(stream) as archive:
        for name in archive.namelist():
            if ending(name) not in PUBLISHED | IN_PACKS or system_part(name):
                yield f"{name}: {FOREIGN}"
            elif ending(name) in PACKS:
                yield from (f"{name}: {what}" for what in _packed(io.BytesIO(archive.read(name))))
            elif look := LOOKS.get(ending(name)):
                yield from (f"{name}: {what}" for what in look(archive.read(name), ending(name)))


def _picture(content: bytes, suffix: str) -> list[str]:
    try:
        found = pieces(content, KINDS[suffix]).notes
    except (ValueError, KeyError):
        return ["与文件名说的图片种类不符 · isn't the picture that its name says"]
    return [f"图片里带着拍摄、作者等信息 · carries notes: {', '.join(found)}"] if found else []


def _drawing(content: bytes, _: str) -> list[str]:
    found = DRAWN.search(content)
    return (
        [f"图里有脚本、外部地址或备注 · acts, fetches or tells: {found[0].decode('ascii', 'replace').strip()}"]
        if found
        else []
    )


def _pdf(content: bytes, _: str) -> list[str]:
    said = b"\n".join(_dictionaries(content))
    keys = SAID.sub(b"()", said)
    acts = sorted({name.decode() for name in ACTS.findall(keys)})
    told = ["PDF 里写着作者 · names its author"] if AUTHOR.search(keys) and not OURS.search(said) else []
    return told + ([f"PDF 里有脚本、附件等 · holds more than pages: {', '.join(acts)}"] if acts else [])


def _dictionaries(content: bytes) -> Iterator[bytes]:
    """What a PDF says outside of what it draws: its objects, also those packed into streams, and its metadata."""
    at = 0
    while at < len(content):
        stream = STREAM.search(content, at)
        if stream is None:
            yield content[at:]
            return
        said = content[at : stream.start()]
        yield said
        end = content.find(b"endstream", stream.end())
        head = said[said.rfind(b" obj") :]
        if b"/ObjStm" in head or b"/XML" in head:
            yield _unpacked(content[stream.end() : end], head)
        at = len(content) if end < 0 else end + len(b"endstream")


def _unpacked(stream: bytes, head: bytes) -> bytes:
    if b"/Filter" not in head:
        return stream
    try:
        return zlib.decompressobj().decompress(stream, MOST_UNPACKED)
    except zlib.error:
        return b"/EmbeddedFile"


def _office(content: bytes, _: str) -> list[str]:
    if not zipfile.is_zipfile(io.BytesIO(content)):
        return ["文件打不开 · no sound document"]
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        found = [name for name in archive.namelist() if ACTING.search(name)]
        found += [name for name in archive.namelist() if name.endswith(".rels") and FETCHED.search(archive.read(name))]
    return [f"文件里有宏、外部内容或批注 · acts, fetches or tells: {', '.join(sorted(found))}"] if found else []


def _film(content: bytes, _: str) -> list[str]:
    return (
        ["视频里带着拍摄、作者等信息 · a film that tells of its making"]
        if FILMED.search(content, 0, _moov(content))
        else []
    )


def _moov(content: bytes) -> int:
    """Where a film's pixels begin: before them stands its index."""
    return max(content.find(b"mdat", 0, MOOV), 0) or MOOV


LOOKS: Mapping[str, Callable[[bytes, str], list[str]]] = MappingProxyType(
    {
        **dict.fromkeys(sorted(PICTURES), _picture),
        ".svg": _drawing,
        ".pdf": _pdf,
        ".mp4": _film,
        **dict.fromkeys(sorted(OFFICE), _office),
    }
)
