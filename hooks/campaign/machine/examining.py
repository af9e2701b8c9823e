"""What a computer lacks for the press: each thing looked at once, in the order in which it would be missed."""

from __future__ import annotations

import importlib.util
import re
import shutil
import socket
import sys
import tempfile
import webbrowser
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from importlib import metadata
from pathlib import Path

from campaign.core.problems import Message
from campaign.core.typed import typed
from campaign.machine import merging
from campaign.machine.setting_up import FOLDER, OLDEST

GIB = 2**30
LEAST, ENOUGH = GIB, 3 * GIB
"""Free space without which a release fails, and with which nobody need think of it, in bytes."""
LONGEST_PATH = 120
"""Characters of the folder's path that leave room below Windows' 260 for the longest file of a site."""
SYNCED = re.compile(
    r"onedrive|nutstore|坚果云|baidu(?:sync|netdisk)|百度网盘|wps ?(?:云盘|drive|cloud)|"
    r"dropbox|icloud|微云|阿里云盘|google ?drive",
    re.IGNORECASE,
)
ODD = re.compile(r"[%!&^;'\"#*?<>|$`]")
"""Signs in a path that consoles and addresses take for something else."""
FIRST_YEAR = 2024
PORT = 8000
PINNED = re.compile(r"(?m)^([a-z0-9][a-z0-9._-]*)==([^ \\;\n]+)( *; *[^\\\n]+)?")
FONTS = "justmytype_intl_cjk"
FFMPEG = "imageio_ffmpeg"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at. needed: whether nothing works without it; what: how it is; instead: what to do, where
    something is to be done."""

    what: Message
    instead: Message | None = None
    needed: bool = False

    @property
    def well(self) -> bool:
        """True where nothing is to be done."""
        return self.instead is None


def examine(top: Path) -> Iterator[Finding]:
    """Everything about the machine, for the project in a folder."""
    yield _python(sys.version_info[:2])
    yield _clock(datetime.now().year)
    yield from _writable(top)
    yield _room(shutil.disk_usage(top).free)
    yield from _path(str(top.resolve()))
    yield from _packages(top)
    yield _installed(FONTS, "海报、大屏的字体", "fonts of posters and displays")
    yield _ffmpeg()
    yield _console(sys.stdout.encoding)
    yield _ledger(top)
    yield _port(PORT)
    yield _browser()
    yield _git(shutil.which("git"))
    yield from _merging(merging.current(top))


def _python(version: tuple[int, ...]) -> Finding:
    shown, oldest = ".".join(map(str, version)), ".".join(map(str, OLDEST))
    what = Message(f"Python {shown}", f"Python {shown}")
    if version >= OLDEST:
        return Finding(what)
    instead = Message(
        f"要 {oldest} 或更新：到 python.org 下载，或在 Microsoft Store 里搜 Python",
        f"{oldest} or newer is needed: from python.org or the Microsoft Store",
    )
    return Finding(what, instead, needed=True)


def _clock(year: int) -> Finding:
    what = Message(f"电脑的日期是 {year} 年", f"the computer's clock says {year}")
    if year >= FIRST_YEAR:
        return Finding(what)
    instead = Message("日期不对：在系统设置里校准时间", "that is wrong: set the clock")
    return Finding(what, instead, needed=True)


def _writable(top: Path) -> Iterator[Finding]:
    """The folder itself, and those below it that builds write to."""
    for folder in (top, *(top / name for name in (".cache", "campaign_data", "site", "release"))):
        if not folder.is_dir():
            continue
        name = folder.name if folder != top else str(top.resolve())
        try:
            with tempfile.TemporaryFile(dir=folder):
                yield Finding(Message(f"能写：{name}", f"may be written to: {name}"))
        except OSError:
            instead = Message(
                "把整个文件夹放到“文档”里，或请管理员放开写的权限；WPS 开着里面的文件就先关上",
                "move the whole folder into your documents, or ask for the right to write there",
            )
            yield Finding(Message(f"不能写：{name}", f"can't be written to: {name}"), instead, needed=True)


def _room(free: int) -> Finding:
    what = Message(f"磁盘还空 {free / GIB:.1f} GB", f"{free / GIB:.1f} GB free on the disk")
    if free >= ENOUGH:
        return Finding(what)
    return Finding(what, Message("清出 3 GB 再用", "make 3 GB of room"), needed=free < LEAST)


def _path(path: str) -> Iterator[Finding]:
    """How the folder's own path may get in the way."""
    if found := SYNCED.search(path):
        what = Message(f"文件夹在网盘里（{found[0]}）", f"the folder is synchronised ({found[0]})")
        instead = Message(
            "搬到不同步的地方：边生成边同步，文件会被占住或改名",
            "move it out: files that are synchronised while they are made get locked or renamed",
        )
        yield Finding(what, instead)
    if odd := "".join(dict.fromkeys(ODD.findall(path))):
        what = Message(f"文件夹的路径里有 {odd}", f"the folder's path holds {odd}")
        yield Finding(what, Message("给文件夹改名，只用汉字、字母、数字", "rename it: letters and digits alone"))
    if len(path) > LONGEST_PATH:
        what = Message(f"文件夹的路径有 {len(path)} 个字，太长", f"the folder's path has {len(path)} characters")
        yield Finding(what, Message("搬到浅一些的地方，例如 D:\\xuanchuan", "move it up, such as to D:\\xuanchuan"))


def _packages(top: Path) -> Iterator[Finding]:
    """The locked packages against those of the Python that runs."""
    lock = top / "requirements.lock"
    if not lock.is_file():
        what = Message("没有 requirements.lock", "requirements.lock isn't there")
        yield Finding(what, Message("整个文件夹重新拷一份", "copy the whole folder anew"), needed=True)
        return
    wanted = pinned(lock.read_text(encoding="utf-8"))
    wrong = sorted(name for name, versions in wanted.items() if _version(name) not in versions)
    if not wrong:
        yield Finding(Message(f"软件包都在（{len(wanted)} 个）", f"all {len(wanted)} packages are there"))
        return
    named = "、".join(wrong[:5]) + (" …" if len(wrong) > 5 else "")
    what = Message(
        f"软件包缺 {len(wrong)} 个（共 {len(wanted)} 个）：{named}",
        f"{len(wrong)} of {len(wanted)} packages are missing or of another version: {', '.join(wrong[:5])}",
    )
    instead = Message(
        f"双击 press.cmd（苹果电脑 press.command）会装上；装不上就删去 {FOLDER} 文件夹再试",
        f"press.cmd or press.command installs them; delete {FOLDER} and try again where that fails",
    )
    yield Finding(what, instead, needed=True)


def pinned(lock: str) -> dict[str, set[str]]:
    """The versions a lock allows of each package that this platform needs, by its name."""
    found: dict[str, set[str]] = {}
    for name, version, marker in PINNED.findall(lock):
        if "win32" not in marker or sys.platform == "win32" or "!=" in marker:
            found.setdefault(name, set()).add(version)
    return found


def _version(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return ""


def _installed(package: str, zh: str, en: str) -> Finding:
    if importlib.util.find_spec(package):
        return Finding(Message(zh, en))
    instead = Message("重新安装软件包（见上）", "install the packages anew, see above")
    return Finding(Message(f"没有{zh}", f"no {en}"), instead, needed=True)


def _ffmpeg() -> Finding:
    """The program films are made with: the package's, else the system's."""
    system = shutil.which("ffmpeg")
    if importlib.util.find_spec(FFMPEG):
        return Finding(Message("ffmpeg（随软件包）", "ffmpeg, of its package"))
    if system:
        return Finding(Message(f"ffmpeg：{system}", f"ffmpeg: {system}"))
    instead = Message(
        "没有它就做不出大屏的视频：重新安装软件包", "without it no films are made: install the packages anew"
    )
    return Finding(Message("没有 ffmpeg", "no ffmpeg"), instead, needed=True)


def _console(encoding: str | None) -> Finding:
    try:
        "中文，“”：".encode(encoding or "ascii")
    except (UnicodeEncodeError, LookupError):
        what = Message(f"这个窗口显示不了中文（{encoding}）", f"this console has no Chinese ({encoding})")
        instead = Message("双击 press.cmd 打开的窗口可以；自己开的窗口先输入 chcp 65001", "type chcp 65001 first")
        return Finding(what, instead)
    return Finding(Message(f"窗口能显示中文（{encoding}）", f"the console has Chinese ({encoding})"))


def _ledger(top: Path) -> Finding:
    if (top / "campaign_data" / "ledger.jsonl").is_file():
        return Finding(Message("台账在", "the ledger is there"))
    instead = Message(
        f"从没付印过的新活动：运行 {typed('ledger --start')}；付印过的，从上一次的文件夹或 release/ 里拷回来",
        f"for a campaign never printed run {typed('ledger --start')}; else copy it back from release/",
    )
    return Finding(Message("没有台账 campaign_data/ledger.jsonl", "no ledger in campaign_data/"), instead)


def _port(port: int) -> Finding:
    with socket.socket() as one:
        try:
            one.bind(("127.0.0.1", port))
        except OSError:
            what = Message(f"{port} 端口被占用", f"port {port} is taken")
            return Finding(what, Message("另一个预览还开着：先把它关上", "another preview is open: close it first"))
    return Finding(Message(f"预览用的 {port} 端口空着", f"port {port} is free for the preview"))


def _browser() -> Finding:
    """What shows the site; nothing is made with it."""
    try:
        webbrowser.get()
    except webbrowser.Error:
        instead = Message("做网站、印海报不用它；要看网站，装一个浏览器", "install one to look at the site")
        return Finding(Message("没有浏览器", "no browser"), instead)
    return Finding(Message("浏览器", "a browser"))


def _git(found: str | None) -> Finding:
    there = ("git（不是必需的）", "git (not needed)")
    return Finding(Message(*there) if found else Message("没有 git，不影响使用", "no git: it isn't needed"))


def _merging(driver: str | None) -> Iterator[Finding]:
    """Whether git knows how to merge the ledger, where the folder is a clone."""
    if driver:
        yield Finding(Message("git 会合并台账", "git knows how to merge the ledger"))
    elif driver is not None:
        instead = Message(
            f"运行 make（或双击 press.cmd）；不设也不会丢，冲突时运行 {typed('ledger --merge')}",
            f"run make or press.cmd; nothing is lost without: in a conflict run {typed('ledger --merge')}",
        )
        yield Finding(Message("git 还不会合并台账", "git doesn't know yet how to merge the ledger"), instead)


Tell = Callable[[str], None]


def tell(findings: Iterator[Finding], say: Tell) -> int:
    """Tell each finding and what to do; the exit code: 1 where something needed is missing."""
    told = list(findings)
    for one in told:
        mark = "好 ok" if one.well else "缺 missing" if one.needed else "注意 note"
        say(f"[{mark}] {one.what}")
        if one.instead:
            say(f"    办法 do: {one.instead}")
    missing = sum(one.needed and not one.well for one in told)
    total = Message(f"缺 {missing} 样必需的", f"{missing} needed things are missing")
    say(str(total if missing else Message("可以用了", "all that is needed is there")))
    return int(bool(missing))
