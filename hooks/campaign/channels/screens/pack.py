"""Packs: what an operator carries on a stick, whole, numbered, and with the means to see that nothing on it changed."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import re
import zipfile
from collections.abc import Mapping
from typing import Any

from campaign.channels.screens.film_report import film_reports, given_reports
from campaign.channels.screens.job import Entry, FrameJob, ScreenJob, Window, page_key
from campaign.channels.screens.kiosk import Made, entry_data, kiosk
from campaign.channels.screens.legibility import pace_px
from campaign.channels.screens.readme import film_rows, readme
from campaign.channels.screens.words import words
from campaign.core.cells import csv_cell
from campaign.kinds.slide import WEEKDAYS
from campaign.workshop.films.ffmpeg import FPS
from campaign.workshop.films.job import pass_pictures
from campaign.workshop.pictures.png import size_px

MANIFEST = "manifest.sha256"
EPOCH = (1980, 1, 1, 0, 0, 0)
HEADS = ("序号", "文件", "内容", "秒数", "开始日期", "结束日期", "星期", "时段", "语言")
TEXTS = (".html", ".json", ".csv")
"""What shrinks in a ZIP: the kiosk above all, whose pictures stand in it as letters."""


def pack_files(job: ScreenJob, made: Made, films: Mapping[str, bytes]) -> dict[str, bytes]:
    """Every file of a display's pack by its path, the manifest last.

    made: each frame's files by name and look; films: each film by its file name.
    """
    page = kiosk(job, made)
    files = {
        "README.txt": readme(job, films, given_reports(job, made)),
        "playlist.csv": playlist_csv(job, made),
        "playlist.m3u": _m3u(job, made, films),
        **_pictures(job, made),
        **{f"films/{name}": content for name, content in films.items()},
        "kiosk/index.html": page,
        f"xibo/{job.display.id}.htz": zipped({"index.html": page}),
        "feed.json": feed(job, made, base=""),
    }
    return {**files, MANIFEST: manifest(files)}


def numbered(job: ScreenJob) -> dict[str, str]:
    """Each frame's name in the pack, `01-theme-zh`: in the order of the loop, each once."""
    names = list(dict.fromkeys(entry.name for entry in job.entries))
    return {name: f"{number:02}-{name}" for number, name in enumerate(names, 1)}


def page_paths(job: ScreenJob, made: Made) -> dict[tuple[str, str], list[str]]:
    """Where each frame's pages stand in the pack, by name and look: one, or of a line that a strip is too short for
    several, `02-event-zh-1of3.png`."""
    names = numbered(job)
    return {
        (name, look): [f"frames/{look}/{names[name]}{page}.png" for page in _page_names(len(pages(files)))]
        for (name, look), files in made.items()
    }


def _page_names(count: int) -> list[str]:
    """What tells pages apart, in an order that any list of files keeps."""
    if count == 1:
        return [""]
    return [f"-{number:0{len(str(count))}}of{count}" for number in range(1, count + 1)]


def pages(files: Mapping[str, bytes]) -> list[bytes]:
    """A frame's pictures, page by page."""
    count = sum(key == "png" or key.startswith("png-") for key in files)
    return [files[page_key(number)] for number in range(1, count + 1)]


def pictures(job: ScreenJob, made: Made) -> dict[str, bytes]:
    """Every page of every frame by its path in the pack."""
    return {
        path: page
        for key, paths in page_paths(job, made).items()
        for path, page in zip(paths, pages(made[key]), strict=True)
    }


def picture_paths(job: ScreenJob, made: Made) -> dict[tuple[str, str], str]:
    """Where each frame's picture, or its first page, stands in the pack, by name and look."""
    return {key: paths[0] for key, paths in page_paths(job, made).items()}


def long_path(path: str) -> str:
    """Where the whole line of a strip's frame stands, by the frame's own path or that of its first page."""
    return re.sub(r"^frames/|-0*1of\d+(?=\.png$)", lambda found: "scroll/" if found[0] == "frames/" else "", path)


def _pictures(job: ScreenJob, made: Made) -> dict[str, bytes]:
    found = pictures(job, made)
    for key, path in picture_paths(job, made).items():
        if "long" in made[key]:
            found[long_path(path)] = made[key]["long"]
    return dict(sorted(found.items()))


def manifest(files: Mapping[str, bytes]) -> bytes:
    """SHA-256 of every file, as `sha256sum -c` reads it."""
    rows = (f"{hashlib.sha256(content).hexdigest()}  {path}\n" for path, content in sorted(files.items()))
    return "".join(rows).encode("ascii")


def zipped(files: Mapping[str, bytes]) -> bytes:
    """A ZIP of files, the same bytes for the same files; pictures and films are stored, because they don't shrink."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as archive:
        for path, content in files.items():
            entry = zipfile.ZipInfo(path, EPOCH)
            entry.create_system, entry.external_attr = 3, 0o100644 << 16
            entry.compress_type = zipfile.ZIP_DEFLATED if path.endswith(TEXTS) else zipfile.ZIP_STORED
            archive.writestr(entry, content, compresslevel=1)
    return stream.getvalue()


def seconds_of(job: ScreenJob, entry: Entry, made: Made) -> float:
    """How long an item really takes: a line that scrolls takes a whole pass at least."""
    if not _scrolls(job, made, entry):
        return float(entry.seconds)
    long_px = size_px(made[entry.name, job.display.looks[0]]["long"])[0]
    one_pass = pass_pictures(long_px, job.display.width_px, pace_px(job.display))
    return one_pass * max(1, entry.seconds * FPS // one_pass) / FPS


def playlist_csv(job: ScreenJob, made: Made) -> bytes:
    """The playlist for people: UTF-8 with a mark at its head and CRLF, which WPS and Excel open as they should."""
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(HEADS)
    titles = {frame.name: frame for frame in job.frames}
    for number, entry in enumerate(job.entries, 1):
        frame = titles[entry.name]
        path = _played(job, made, entry)
        row = [
            str(number),
            path,
            frame.title,
            f"{seconds_of(job, entry, made):g}",
            *_window(entry.window),
            frame.language,
        ]
        writer.writerow([csv_cell(part) for part in row])
    return b"\xef\xbb\xbf" + stream.getvalue().encode("utf-8")


def _played(job: ScreenJob, made: Made, entry: Entry) -> str:
    """The picture of an item by day: of a line that scrolls the whole of it, because its still shows only a part."""
    path = picture_paths(job, made)[entry.name, job.display.looks[0]]
    return long_path(path) if _scrolls(job, made, entry) else path


def _scrolls(job: ScreenJob, made: Made, entry: Entry) -> bool:
    files = made[entry.name, job.display.looks[0]]
    return "long" in files and size_px(files["long"])[0] > job.display.width_px


def _window(window: Window) -> list[str]:
    """First day, last day, days of the week, hours."""
    if window.rest:
        return ["", "", "", str(words("zh").screens_rest)]
    starts, ends = window.starts or "", window.ends or ""
    if window.since or window.until:
        starts = f"{window.since:%Y-%m-%d %H:%M}" if window.since else ""
        ends = f"{window.until:%Y-%m-%d %H:%M}" if window.until else ""
    days = words("zh").joiner.join(words("zh").weekdays_short[day] for day in window.weekdays)
    hours = ""
    if window.opens or window.closes:
        opens = f"{window.opens:%H:%M}" if window.opens else "00:00"
        hours = f"{opens}–{window.closes:%H:%M}" if window.closes else f"{opens}–24:00"
    return [str(starts), str(ends), days, hours]


def _m3u(job: ScreenJob, made: Made, films: Mapping[str, bytes]) -> bytes:
    """The loop for players that take lists: of pictures, or of a strip's film, because no list can scroll a line."""
    if job.display.strip:
        rows = ["#EXTM3U", *(f"# {row}" for row in film_rows(film_reports(films)))]
        rows += [f"films/{name}" for look in job.display.looks if (name := f"{look}.mp4") in films]
        return ("\n".join(rows) + "\n").encode("utf-8")
    paths, titles = picture_paths(job, made), {frame.name: frame.title for frame in job.frames}
    rows = ["#EXTM3U"]
    for entry in job.loop or job.entries:
        seconds = round(seconds_of(job, entry, made))
        rows.append(f"#EXTINF:{seconds},{titles[entry.name]}")
        rows.append(f"#EXTVLCOPT:image-duration={seconds}")
        rows.append(paths[entry.name, job.display.looks[0]])
    return ("\n".join(rows) + "\n").encode("utf-8")


def feed(job: ScreenJob, made: Made, *, base: str) -> bytes:
    """The loop as JSON Feed 1.1 (jsonfeed.org); what signage needs besides stands in each item's `_signage`.

    base: what stands before each picture's path.
    """
    paths = page_paths(job, made)
    frames = {(frame.name, frame.look): frame for frame in job.frames}
    items = [
        _item(number, entry, frames[entry.name, look], [base + path for path in paths[entry.name, look]], job, made)
        for number, entry in enumerate(job.entries, 1)
        for look in job.display.looks
    ]
    data = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": f"{job.title} - {job.campaign_name}",
        "home_page_url": job.site_address,
        "language": job.display.languages[0],
        "_signage": {"width": job.display.width_px, "height": job.display.height_px, "display": job.display.id},
        "items": items,
    }
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def _item(number: int, entry: Entry, frame: FrameJob, paths: list[str], job: ScreenJob, made: Made) -> dict[str, Any]:
    content = made[entry.name, frame.look]["png"]
    timing = {
        key: value for key, value in entry_data(entry).items() if key != "name" and value not in (None, [], False)
    }
    if "weekdays" in timing:
        timing["weekdays"] = [WEEKDAYS[day] for day in timing["weekdays"]]
    return {
        "id": f"{job.display.id}/{number:02}/{frame.look}",
        "title": frame.title,
        "content_text": frame.title,
        "image": paths[0],
        "_signage": {
            **timing,
            "seconds": seconds_of(job, entry, made),
            "look": frame.look,
            **({"pages": paths} if len(paths) > 1 else {}),
            "sha256": hashlib.sha256(content).hexdigest(),
            "sample": frame.sample,
        },
    }
