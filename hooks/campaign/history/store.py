"""The history on disk: read and proved line by line, and appended to by a publish alone."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from campaign.core.problems import CampaignDataError, Message, Place, Problem
from campaign.history.state import History
from campaign.history.states import Line, line, written
from campaign.kinds import urls
from campaign.workshop.cache import write_whole

FILE = "published.jsonl"
UNWRITTEN = Message(
    "网站已更新，但 published.jsonl 写不进去，请让它可以写，再生成一次",
    "the site is new, but published.jsonl can't be written: make it writable and build once more",
)
RESTORE = Message(
    "这个文件由程序写，不要手工改。从 git 恢复（git checkout -- campaign_data/published.jsonl），"
    "或从 site/、release/site/ 里的 calendar/published.jsonl 复制回来；两个人的记录合并时，两边的行都留下，"
    "只删 <<<<<<<、=======、>>>>>>> 三种行；都不行就删掉这一行，手机上的日历也不会倒退",
    "the program writes this file: don't edit it. Bring it back by git checkout -- campaign_data/published.jsonl, or "
    "copy calendar/published.jsonl from site/ or release/site/; where two people's meet keep the lines of both and "
    "delete only the <<<<<<<, ======= and >>>>>>> lines; failing all that delete this line: no phone goes back",
)
EDITED = Message("发布记录的这一行被改过", "this line of what was published was edited")
UNKNOWN = Message(
    "发布记录的这一行看不懂：可能是更新的程序写的",
    "this line of what was published isn't understood: a newer program may have written it",
)
NOT_TEXT = Message(
    "发布记录不是 UTF-8 文字：可能被别的软件另存过",
    "what was published isn't UTF-8 text: another program may have saved it anew",
)


def sites(release: Path, site: Path) -> list[Path]:
    """Where a copy is kept besides the campaign's folder: in the site built last, and in the last release."""
    return [site, release / "site"]


def load(folder: Path, *, shown_as: str | None = None, sites: Iterable[Path] = ()) -> History:
    """What was published of the campaign in a folder; CampaignDataError with every line that can't be trusted.

    sites: where its site may have been built before, the latest first; the copy in the first that has one is taken
    where the folder has none, and not taken where it isn't sound.
    """
    path = folder / FILE
    if path.is_file():
        shown = f"{(shown_as or folder.as_posix()).rstrip('/')}/{FILE}"
        lines, problems = _read(path.read_bytes(), shown)
        if problems:
            raise CampaignDataError(problems)
        return History(lines)
    copy = next((found for site in sites if (found := site / urls.PUBLISHED).is_file()), None)
    lines, problems = _read(copy.read_bytes(), copy.as_posix()) if copy else ((), [])
    return History(() if problems else lines)


def take(folder: Path, site: Path, *, public: bool) -> None:
    """Append to the campaign's history what a site published just now has in its own copy and the history hasn't.

    public: the site has an address; while it is only an example a history that was never begun isn't begun.
    """
    path, copy = folder / FILE, site / urls.PUBLISHED
    if not copy.is_file() or not (public or path.is_file()):
        return
    before = path.read_bytes().decode("utf-8").replace("\r\n", "\n").removeprefix("\ufeff") if path.is_file() else ""
    known = set(_texts(before))
    more = [text for text in _texts(copy.read_bytes().decode("utf-8")) if text not in known]
    if more:
        head = f"{before.rstrip()}\n" if before.strip() else ""
        write_whole(path, f"{head}{text_of(more)}".encode())


def text_of(lines: Iterable[str]) -> str:
    """Lines as a file has them."""
    return "".join(f"{one}\n" for one in lines)


def copy_of(lines: Iterable[Line]) -> bytes:
    """The whole history as a site has it."""
    return text_of(map(written, lines)).encode()


def _read(content: bytes, shown: str) -> tuple[tuple[Line, ...], list[Problem]]:
    """The lines of a file, and what is wrong with it: line endings and a byte order mark are no fault."""
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        return (), [Problem(Place(shown), NOT_TEXT, hint=RESTORE)]
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").split("\n")
    said = [_line(one, Place(shown, number, 1)) for number, one in enumerate(lines, 1) if one.strip()]
    return (
        tuple(one for one in said if isinstance(one, Line)),
        [one for one in said if isinstance(one, Problem)],
    )


def _line(text: str, place: Place) -> Line | Problem:
    """What one line says, or what is wrong with it."""
    try:
        return line(text) or Problem(place, EDITED, text[:120], hint=RESTORE)
    except (ValueError, TypeError, RecursionError):
        return Problem(place, UNKNOWN, text[:120], hint=RESTORE)


def _texts(text: str) -> list[str]:
    return [one for one in text.split("\n") if one.strip()]
