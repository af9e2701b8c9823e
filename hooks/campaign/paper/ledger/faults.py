"""What is said of a ledger that can't be trusted, and how to get the sound one back."""

from __future__ import annotations

from campaign.core.problems import Message

RESTORE = Message(
    "不要手工改它。请把 ledger.jsonl 和 ledger.head 一起恢复：从最近一次发布的 release/ 文件夹复制，"
    "或者 git checkout -- campaign_data/ledger.jsonl campaign_data/ledger.head；恢复前什么也不会生成",
    "don't mend it by hand: bring back ledger.jsonl and ledger.head together, from the release/ folder of the last "
    "release or by git checkout -- campaign_data/ledger.jsonl campaign_data/ledger.head; nothing is made until then",
)
START = Message(
    "如果从来没有正式印刷过，运行 make ledger 新建；否则从最近一次发布的 release/ 文件夹"
    "或 git 恢复 ledger.jsonl 和 ledger.head",
    "if nothing was ever released for print, run make ledger; otherwise bring back ledger.jsonl and "
    "ledger.head from the release/ folder of the last release or from git",
)
ANOTHER = Message(
    "同一个活动：从最近一次发布的 release/ 文件夹或 git 恢复 ledger.jsonl 和 ledger.head；"
    "换成了另一个活动：先把原来的 site/ 和 release/ 文件夹移到别处保存（印出去的二维码还要靠它们），再试一次",
    "if it is the same campaign, bring back ledger.jsonl and ledger.head from the release/ folder of the last release "
    "or from git; if it is another campaign, first move the former one's site/ and release/ folders elsewhere and keep "
    "them (what was printed still leads there), then try again",
)
BEGUN = Message("已经有台账，不能新建", "there is a ledger already: it can't be begun anew")
LOST = Message(
    "这里记着一本已经开始的台账，而它不见了：可能有二维码已经印出去，不能新建",
    "this tells of a ledger that was begun and is gone: codes may be on paper, so none can be begun anew",
)
EDITED = Message("台账这一行被改过，或者它前面的行被改过", "this line of the ledger was edited, or one before it")
EMPTY = Message("台账是空的，或者中间有空行", "the ledger is empty, or has an empty line in it")
UNKNOWN = Message(
    "台账这一行看不懂：可能是更新的程序写的", "this line isn't understood: a newer program may have written it"
)
NO_START = Message(
    "台账的第一行（start）不在，或出现了两次", "the ledger's first line (start) is missing or stands twice"
)
NOT_TEXT = Message(
    "台账不是 UTF-8 文字：可能被别的软件另存过",
    "the ledger isn't UTF-8 text: another program may have saved it anew",
)
MISSING = Message(
    "没有台账：无法知道哪些网址已经印在纸上",
    "there is no ledger: which addresses are on paper can't be known",
)
HEAD_MISSING = Message(
    "没有 ledger.head，或者看不懂：无法证明台账的末尾没有丢",
    "ledger.head is missing or not understood: that nothing is lost at the ledger's end can't be proved",
)
TWICE = Message("台账里同一个短码给了两条记录", "the ledger gives one code to two records")
LOCKED = Message("台账正被另一次发布使用，请等它完成", "another release is using the ledger: wait for it to finish")


def misplaced(serial: int, expected: int) -> Message:
    """The line's serial isn't the one due there."""
    return Message(
        f"台账这一行的序号是 {serial}，应当是 {expected}：有行被删掉、插入或调换了顺序",
        f"this line's serial is {serial} where {expected} is due: lines were deleted, inserted or moved",
    )


def cut(serial: int, last: int) -> Message:
    """The ledger ends before its head."""
    return Message(
        f"台账只到第 {last} 号，应当到第 {serial} 号：末尾的行丢了",
        f"the ledger ends at serial {last} where {serial} is due: lines are lost at its end",
    )


def other(where: str) -> Message:
    """The chain isn't the one a witness saw."""
    return Message(
        f"台账和 {where} 对不上：它不是同一本台账，或者是一本旧的",
        f"the ledger doesn't agree with {where}: it is another ledger, or an old one",
    )
