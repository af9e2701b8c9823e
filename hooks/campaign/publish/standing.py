"""What stands at a target's folder before anything is brought there: what isn't ours is refused, never replaced."""

from __future__ import annotations

from pathlib import Path

from campaign.core.problems import Message
from campaign.publish.target import TargetError, is_release


def refuse_obstacle(folder: Path) -> None:
    """TargetError where a file, or a link that leads nowhere, stands where a folder or one above it must be."""
    for path in (folder, *folder.parents):
        if path.is_dir():
            return
        if path.is_symlink() or path.exists():
            raise TargetError(
                Message(
                    f"{path} 是一个文件或失效的链接，不是文件夹：改 campaign.yml 里的 folder，或者先把它移到别处",
                    f"{path} is a file or a link that leads nowhere, not a folder: correct folder in campaign.yml, or "
                    "move it elsewhere",
                )
            )


def refuse_orphan(folder: Path) -> None:
    """TargetError where not even the folder above is there: a slip of the pen, or a drive that isn't connected."""
    if not folder.parent.is_dir():
        raise TargetError(
            Message(
                f"没有 {folder.parent} 这个文件夹：核对 campaign.yml 里的 folder，共享盘要先连上；"
                "确实要放在这里，先把它建好",
                f"there is no folder {folder.parent}: correct folder in campaign.yml, connect the drive, "
                "or make it first",
            )
        )


def refuse_foreign(path: Path, releases: Path) -> None:
    """TargetError where a link leads to no release of ours, or where there is a file; a folder isn't judged here."""
    if path.is_symlink():
        said = path.readlink()
        ours = is_release(said.name) and (path.parent / said).parent.resolve() == releases.resolve()
    else:
        ours = path.is_dir() or not path.exists()
    if not ours:
        raise TargetError(foreign(path))


def foreign(path: Path) -> Message:
    """What is said of what somebody else put there."""
    return Message(
        f"{path} 已经有，而且不是由 campaign publish 放上去的：请先把它移到别处保存，再试一次",
        f"{path} is there and wasn't put there by campaign publish: move it elsewhere, keep it, then try again",
    )
