"""`campaign ledger`: whether the ledger of printed codes is sound; beginning, joining and restoring it."""

from __future__ import annotations

import re
import sys
from dataclasses import replace
from pathlib import Path

from campaign.cli import project
from campaign.cli.command import Arguments, Command, Options
from campaign.core.console import mention, say
from campaign.core.problems import CampaignDataError, Message, Place, Problem
from campaign.core.typed import typed
from campaign.paper import ledger
from campaign.paper.ledger import FILE, HEAD, Ledger, Merge, Settled, Signed, Witness, faults, remembered


def run(options: Options) -> int:
    """Do what is asked for, then read what stands and compare it with whoever else saw it."""
    if options.driver:
        return _drive(*map(Path, options.driver))
    folder: Path = options.data
    seen = [_seen(path) for path in options.witness]
    following: list[str] = []
    if options.start:
        reading = project.reading(folder)
        printed, today = reading.campaign.campaign.paper_address, project.context(reading).today
        ledger.start(folder, site_address=printed, today=today, witnesses=[*project.witnesses(folder), *seen])
    if options.merge is not None or options.keep or options.again:
        _merge(folder, options, seen)
        following = _git_lines(folder)
    if options.sign:
        _sign(folder, seen)
    known = _known(folder, options, seen)
    witnesses = [*project.witnesses(folder), *seen]
    mention(ledger.elsewhere(known, witnesses), sys.stderr)
    say(f"台账完好 the ledger is sound: {len(known.entries)} 条 entries", sys.stdout)
    for line in _told(folder, known, witnesses):
        say(str(line), sys.stdout)
    for step in following:
        say(step, sys.stdout)
    return 0


def _known(folder: Path, options: Options, seen: list[Witness]) -> Ledger:
    """The ledger, compared with everyone; where it isn't sound, the cure keeps in mind who was named as a witness."""
    try:
        return project.known(folder, seen)
    except CampaignDataError as error:
        if not seen:
            raise
        command = _command([], options.witness)
        ledger.whole(folder, [*project.witnesses(folder), *seen], command=command)
        cured = [replace(one, hint=faults.COMPLETE, add=(command,)) for one in error.problems if one.hint in JOINING]
        raise CampaignDataError([*cured, *(one for one in error.problems if one.hint not in JOINING)]) from None


def _merge(folder: Path, options: Options, seen: list[Witness]) -> None:
    """Join and restore, and say what came in and what must come down."""
    paths: list[str] = options.merge or []
    given = [_copy(folder, path) for path in paths]
    settled = Settled(keep=tuple(options.keep), again=tuple(options.again))
    everyone = [*project.witnesses(folder), *seen]
    command = _command(paths, options.witness)
    before = _lines(folder)
    now = ledger.merge(folder, everyone, given=given, settled=settled, command=command)
    pairs = zip(now.sealed.lines, now.entries, strict=True)
    came = sum(line not in before and not isinstance(one, Merge) for line, one in pairs)
    say(f"补回 {came} 条 brought in: {came}" if came else str(NOTHING), sys.stdout)
    for one in now.withdrawn:
        name = one.last.names.get("zh") or one.id
        say(f"要取下 take down: {one.code} {name} {'、'.join(sorted(one.prints))}", sys.stdout)


def _git_lines(folder: Path) -> list[str]:
    """What git is still to be told after a conflict, the last of it what ends the merge."""
    if not remembered.unmerged(folder):
        return []
    files = " ".join(_quoted((folder / name).as_posix()) for name in (FILE, HEAD))
    lines = [f"接下来 next: git add {files}"]
    others = remembered.others_unmerged(folder)
    if others:
        lines.append(f"别的冲突也先改好，再 git add mend these and git add them, too: {'、'.join(others)}")
    end = remembered.unfinished(folder)
    return [*lines, f"接下来 next: {end}"] if end else lines


def _command(paths: list[str], witnesses: list[str]) -> str:
    """What joins these, and goes on asking these witnesses."""
    asked = (word for path in witnesses for word in ("--witness", _quoted(path)))
    return " ".join([ledger.COMMAND, *map(_quoted, paths), *asked])


def _quoted(path: str) -> str:
    """A path as any console takes it, that of Windows too."""
    return f'"{path}"' if re.search(r"[^\w./:\\-]", path) else path


def _sign(folder: Path, seen: list[Witness]) -> None:
    """Vouch for all that stands in the ledger, once nobody who saw it misses anything."""
    known = ledger.load(folder, shown_as=folder.as_posix())
    problems = ledger.denied(known, [*project.witnesses(folder), *seen])
    if problems:
        raise CampaignDataError(problems)
    more = project.seal(folder, known)
    if more:
        ledger.append(folder, known, more)
        say("已签名 signed", sys.stdout)


def _lines(folder: Path) -> set[str]:
    """The lines of the ledger as it stands, in whatever state."""
    path = folder / FILE
    return set(path.read_text("utf-8-sig", "replace").split("\n")) if path.is_file() else set()


def _copy(folder: Path, path: str) -> Witness:
    """A copy of the ledger that somebody named: a file, a folder that has one, or a branch or commit; or a head."""
    place = Path(path)
    tried = (place, place / FILE, place / "campaign_data" / FILE, place / "release" / FILE)
    found = next((one for one in tried if one.is_file()), None)
    text = found.read_text("utf-8", "replace") if found else remembered.version(folder, f"{path}:")
    if text is None:
        raise CampaignDataError([Problem(Place(path), NOT_THERE, hint=GIVE)])
    if found and ledger.Head.each(text):
        beside = found.with_name(FILE)
        return replace(_seen(path), text=beside.read_text("utf-8", "replace") if beside.is_file() else "")
    shown = (found or place).as_posix()
    if not ledger.tells(text):
        raise _strange(shown, text, NO_LEDGER)
    head = found.with_name(HEAD) if found else None
    return Witness(shown, _heads(head) if head and head.is_file() else (), text=text)


def _seen(path: str) -> Witness:
    """A head that somebody fetched from the published site; CampaignDataError for a page or anything else."""
    heads = _heads(Path(path))
    if not heads:
        raise _strange(path, Path(path).read_text("utf-8", "replace"), NO_HEAD)
    return Witness(path, heads)


def _heads(path: Path) -> tuple[ledger.Head, ...]:
    return ledger.Head.each(path.read_text("utf-8", "replace"))


def _strange(path: str, text: str, what: Message) -> CampaignDataError:
    source = (text.splitlines() or [""])[0][:120]
    return CampaignDataError([Problem(Place(path, 1, 1), what, source, hint=GIVE)])


def _told(folder: Path, known: Ledger, witnesses: list[Witness]) -> list[Message]:
    """What the ledger was compared with, and what can't be known here."""
    compared = [one for one in witnesses if one.binding and one.telling]
    places = list(dict.fromkeys("git" if one.where.startswith("git ") else one.where for one in compared))
    said = [Message(f"对照过：{'、'.join(places)}", f"compared with: {', '.join(places)}")] if places else []
    if known.printed and set(places) <= {"git"}:
        head = f"{known.site}q/{HEAD}"
        said.append(
            Message(
                f"这台电脑上没有 release/ 和网站可以对照：别处付印过、还没有传来的，这里看不出来。从网站下载 {head}，"
                f"再运行 {typed('ledger --witness')} {HEAD}",
                f"no release/ and no site is here to compare with: what was released elsewhere and hasn't come here "
                f"can't be known. Download {head} and run {typed('ledger --witness')} {HEAD}",
            )
        )
    said += _signatures(project.signers(folder), known)
    memory = remembered.memory(folder)
    if memory and memory.shallow:
        said.append(
            Message(
                "git 只取了最近的历史，更早的看不到：git fetch --unshallow",
                "git was cloned without its older history, which can't be seen: git fetch --unshallow",
            )
        )
    return said


def _signatures(signers: tuple[str, ...] | None, known: Ledger) -> list[Message]:
    """What the signatures prove, where there are any."""
    signed = sum(isinstance(one, Signed) for one in known.entries)
    if signers is None and signed:
        return [Message("资料还读不了，签名没有核对", "the campaign can't be read, so no signature was checked")]
    names = "、".join(map(ledger.fingerprint, signers or ()))
    return [Message(f"每一行都有签名：{names}", f"every line is signed: {names}")] if signers and signed else []


def _drive(base: Path, ours: Path, theirs: Path) -> int:
    """As git's merge driver: ours becomes what both are together; 1 where somebody must decide. base isn't needed."""
    del base
    texts = [path.read_bytes().decode("utf-8", "replace") for path in (ours, theirs)]
    ours.write_bytes(ledger.joined(texts).encode("utf-8"))
    return 0


JOINING = (faults.RESTORE, faults.START, faults.ANOTHER)
"""The cures that say to join and restore, and no more."""
NOT_THERE = Message("这里没有台账", "there is no ledger here")
NOTHING = Message("没有少的", "nothing was missing here")
NO_LEDGER = Message("这不是台账", "this isn't a ledger")
NO_HEAD = Message("这不是 ledger.head", "this isn't a ledger.head")
GIVE = Message(
    "写 campaign_data 文件夹、release 文件夹或 ledger.jsonl 的路径，或者 git 的分支名",
    "give the path of a campaign_data or release folder or of a ledger.jsonl, or a branch of git",
)


def _arguments(parser: Arguments) -> None:
    parser.add_argument("--start", action="store_true", help="新建空台账 · begin an empty ledger")
    parser.add_argument(
        "--merge",
        nargs="*",
        metavar="PATH",
        help="和另一台电脑的合成一本；坏了、丢了的恢复 · join with another computer's; restore what is spoilt or lost",
    )
    parser.add_argument("--sign", action="store_true", help="用本单位的钥匙签名 · sign it with the office's key")
    parser.add_argument(
        "--keep",
        action="append",
        default=[],
        metavar="CHAIN",
        help="两样东西同一个短码，留这一样 · of two things with one code, the one that stays",
    )
    parser.add_argument(
        "--again",
        action="append",
        default=[],
        metavar="CODE",
        help="同一编号印了两版，都重印 · print both versions of a number again",
    )
    parser.add_argument(
        "--witness",
        action="append",
        default=[],
        metavar="FILE",
        help="用网站上下载的 ledger.head 对照 · compare with a ledger.head from the site",
    )
    parser.add_argument(
        "--driver", nargs=3, metavar=("BASE", "OURS", "THEIRS"), help="给 git 合并用 · for git to merge"
    )


LEDGER = Command(
    name="ledger",
    output="campaign_data/",
    about="台账是否完好；两本合一、恢复 · is the ledger of printed codes sound; join two, restore",
    run=run,
    arguments=_arguments,
)
