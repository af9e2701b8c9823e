"""Why the system refused to read or write, in words of both languages."""

from __future__ import annotations

import errno

from campaign.core.problems import Message

FULL = frozenset({errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)})
IN_CHINESE = {
    errno.ENOENT: "没有这个文件或文件夹",
    errno.EACCES: "没有权限，或者正被别的程序打开",
    errno.EPERM: "没有权限",
    errno.EROFS: "这里只能读，不能写",
    errno.EISDIR: "这是文件夹，不是文件",
    errno.ENOTDIR: "这不是文件夹",
    errno.EEXIST: "已经有同名的",
    errno.ENOTEMPTY: "文件夹里还有东西",
    errno.ENAMETOOLONG: "名字太长",
    errno.EBUSY: "正被别的程序使用",
    errno.EMFILE: "打开的文件太多",
    errno.EIO: "磁盘读写出错",
    **dict.fromkeys(FULL, "磁盘满了"),
}


def reason(error: OSError) -> Message:
    """Why, and at which file where the error names one; an uncommon reason stands in the system's own words."""
    said = error.strerror or str(error)
    at = str(error.filename or "")
    zh = IN_CHINESE.get(error.errno or 0, said)
    return Message("：".join(filter(None, [zh, at])), ": ".join(filter(None, [said, at])))
