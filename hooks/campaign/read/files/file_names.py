"""What a file's name says it holds, and what it was meant to be where it says nothing."""

from __future__ import annotations

import re
from dataclasses import dataclass

from campaign.core.problems import Message
from campaign.kinds import FILES, OUTREACH
from campaign.read.tell.key_names import meant

COPY = re.compile(
    r"\s*(?:[（(]\d+[)）]|[-_ ]+(?:副本|复件|备份|copy|backup|bak|old)\b.*|(?:副本|复件|备份|冲突).*)$", re.IGNORECASE
)
SUFFIX = re.compile(r"\.ya?ml(?=$|[.~ _(（-]).*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class FileName:
    """means: the file this is or was meant to be (`theme`, `outreach/yongjing`), empty where it is none or another file
    bears the name; what and hint: what is wrong with the name; misplaced: a name no part of the campaign has."""

    means: str = ""
    what: Message | None = None
    hint: Message | None = None
    misplaced: bool = False


def read_name(name: str, *, prefix: str, taken: frozenset[str]) -> FileName:
    """What a file name in the campaign folder (or below it, by `prefix`) stands for; `taken`: the names beside it."""
    stem = name.removesuffix(".yml")
    if stem != name and not COPY.search(stem):
        if prefix:
            return _county_file(stem, prefix)
        if stem in FILES:
            return FileName(stem)
        return _misnamed(name, stem.lower(), prefix, taken) if stem.lower() in FILES else _unknown(stem, taken)
    bare = COPY.sub("", SUFFIX.sub("", name)) if SUFFIX.search(name) else name.removesuffix(".txt")
    if bare == name and (prefix or name not in FILES):
        return FileName()
    if not SUFFIX.search(name) and (prefix or bare.lower() not in FILES):
        return FileName()
    return _misnamed(name, bare if prefix else bare.lower(), prefix, taken)


def _county_file(stem: str, prefix: str) -> FileName:
    if stem not in FILES:
        return FileName(prefix + stem)
    what = Message(f"{stem}.yml 不在这个文件夹里，要放到上一级", f"{stem}.yml belongs one folder up")
    return FileName("", what)


def _unknown(stem: str, taken: frozenset[str]) -> FileName:
    """A .yml file no part of the campaign is named after; read as the file it was probably meant to be."""
    guess = meant(stem, FILES)
    if guess:
        what = Message(
            f"没有叫这个名字的文件，是不是 {guess}.yml", f"no file of this name is known; did you mean {guess}.yml"
        )
        return FileName("" if f"{guess}.yml" in taken else guess, what)
    names = "、".join(f"{name}.yml" for name in FILES)
    hint = Message(
        f"可以有的文件：{names}；各县（市）的活动放在 {OUTREACH}/ 里",
        f"the files there can be; counties' files stand in {OUTREACH}/",
    )
    return FileName(
        "",
        Message("没有叫这个名字的文件，它不会被读到", "no file of this name is known; it is not read"),
        hint,
        misplaced=True,
    )


def _misnamed(name: str, bare: str, prefix: str, taken: frozenset[str]) -> FileName:
    """A copy, or a name with something before or after `.yml`."""
    right = f"{bare}.yml"
    if right in taken:
        what = Message(f"这是 {right} 的副本，不会被读到", f"this is a copy of {right} and is not read")
        hint = Message(
            "要用哪一份就留哪一份，另一份移出这个文件夹", "keep the one you want, move the other out of this folder"
        )
        return FileName("", what, hint)
    if not prefix and bare not in FILES:
        return _unknown(bare, taken)
    what = Message(f"文件名应是 {right}，现在是 {name}", f"the file must be named {right}, not {name}")
    hint = Message(
        "在“此电脑”里打开“查看 → 文件扩展名”，再改名", "show file name extensions in Explorer, then rename the file"
    )
    return FileName(prefix + bare, what, hint)
