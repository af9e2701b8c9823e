"""The page an operator reads before playing a pack: three ways to play it, and what its films ask of a player."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from campaign.channels.screens.film_report import film_reports
from campaign.channels.screens.job import ScreenJob
from campaign.channels.screens.player_notes import player_notes
from campaign.channels.screens.report import FilmReport, GivenReport
from campaign.core.language import Localized
from campaign.say.dates import dates
from campaign.say.lines import broken

ROW_UNITS = 48
"""The width of a line, in Han characters."""
MANY = 3
"""So many names are listed; of more the first and the last."""


def readme(job: ScreenJob, films: Mapping[str, bytes], given: Sequence[GivenReport]) -> bytes:
    """One page for whoever stands at the player. films: by their paths below `films/`; given: the office's own."""
    display, reports = job.display, film_reports(films)
    rows: Sequence[str] = [
        f"{job.title}　播放包（{display.id}）",
        f"{job.campaign_name}",
        "",
        f"屏幕：{display.width_px}×{display.height_px} 像素。播放软件里的画面大小要和这个数一样，不要缩放、不要裁剪。",
        "" if not job.sample else "注意：里面有“示例”内容，只能试播，不能正式播出。",
        "",
        "三种放法，选一种：",
        *_film_rows(job, films),
        *(f"　　{row}" for row in film_rows(reports)),
        *_note_rows(player_notes(reports, given)),
        "二、放图片。frames/day 是白天的画面，frames/night（如果有）是夜间的，按文件名的序号放。",
        "　　每张放几秒、哪几天放、几点放，看 playlist.csv（用 WPS 或 Excel 打开）；空着就是一直放。",
        *_strip_rows(job),
        "　　能读列表的播放软件（如 VLC）可以打开 playlist.m3u；它不看日期，按日期换内容请用视频或第三种放法。",
        "三、用电脑接屏。双击 kiosk/index.html，用 Chrome 或 Edge 打开，按 F 全屏。不用联网。",
        "　　空格键暂停，左右键换画面，R 键转方向。它自己按日期和钟点换内容，所以电脑的时间要对。",
        "　　条屏放不下的字会自己滚动；scroll 文件夹里是整行的长图。" if display.strip else "",
        _notice_row(job),
        "核对：manifest.sha256 是每个文件的指纹，在解开的文件夹里用 sha256sum -c manifest.sha256 核对（Windows 可以用",
        "　　certutil -hashfile 文件名 SHA256 逐个看）；生成的单位还可以用 campaign verify-pack 一次查全。",
        f"Xibo 系统：上传 xibo/{display.id}.htz（HTML 包，打开 index.html）。其他系统可以读 feed.json。",
        "二维码在屏上不要缩小，四周的白边不要遮住。" if any(frame.payload for frame in job.frames) else "",
    ]
    text = "\r\n".join(row for n, row in enumerate(rows) if row or n in (2, 5)) + "\r\n"
    return b"\xef\xbb\xbf" + text.encode("utf-8")


def _strip_rows(job: ScreenJob) -> list[str]:
    """What a strip's operator must know: a line that scrolls stands in pages too."""
    if not job.display.strip:
        return []
    return [
        "　　条屏放不下的字，frames 里分成几页（文件名末尾 1of3、2of3……），每页都是完整的词，按顺序放；整行在 scroll",
        "　　文件夹的长图里，会横向滚动的播放软件放它，playlist.csv 里写的就是长图。都不方便的，请放视频。",
        "　　条屏的画面一个点就是一颗灯，没有灰边：播放软件里不要缩放，不要打开“平滑”。",
    ]


def _notice_row(job: ScreenJob) -> str:
    """What to do about the urgent notice, where there is one."""
    urgent = next((entry for entry in job.entries if entry.notice), None)
    if urgent is None or urgent.window.until is None:
        return ""
    return (
        f"紧急通知：放到 {urgent.window.until:%Y-%m-%d %H:%M} 为止。电脑播放到时会自己撤下；"
        "放视频的，先放 films/00-notice 开头的文件，到时把它删掉。"
    )


def film_rows(films: Sequence[FilmReport]) -> Iterator[str]:
    """What each sort of film asks of a player: names, pixels, H.264 profile and level, the most bits in a second."""
    for one in films:
        names = "、".join(one.paths) if len(one.paths) <= MANY else f"{one.paths[0]} … {one.paths[-1]}"
        coded = f"H.264 {one.profile}@L{one.level}, {one.peak_mbit:g} Mbit/s"
        yield f"{names}: {one.width_px}×{one.height_px}, {coded}"


def _note_rows(notes: Sequence[Localized]) -> Iterator[str]:
    """What is told of films that most players can't play, in both languages, in lines a narrow window holds."""
    for tag, head in (("zh", "注意："), ("en", "Note: ")):
        for number, note in enumerate(notes):
            said = note[tag] if number else f"{head}{note[tag]}"
            yield from (f"　　{row}" for row in broken(said, tag, most_units=ROW_UNITS, most_lines=4) or (said,))


def _film_rows(job: ScreenJob, films: Mapping[str, bytes]) -> Iterator[str]:
    """How the day's film is played; where nothing is due on its day there is none."""
    day, names = dates("zh").short(job.film_day), [f"{look}.mp4" for look in job.display.looks]
    if not films.keys() & names:
        yield f"一、放视频：{day} 没有要放的内容，所以没有视频；换一天请用当天的新包。"
        return
    said = "、".join(f"films/{name}" for name in names)
    yield f"一、放视频（最省事）。把 {said} 拷进 U 盘，在播放软件里设成“循环播放”。没有声音是对的。"
    yield f"　　视频按 {day} 的内容做的；换一天请用当天的新包。"
