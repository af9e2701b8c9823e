"""What is said of a ledger that can't be trusted, and how to get the sound one back."""

from __future__ import annotations

from campaign.core.problems import Message
from campaign.core.typed import typed

RESTORE = Message(
    f"不要手工改它。运行 {typed('ledger --merge')}：它从 release/、git 里找齐每一行，把 ledger.jsonl 和 ledger.head "
    "一起恢复；恢复前什么也不会生成",
    f"don't mend it by hand: run {typed('ledger --merge')}, which finds every line in release/ and git and restores "
    "ledger.jsonl and ledger.head together; nothing is made until then",
)
START = Message(
    f"如果从来没有正式印刷过，运行 make ledger 新建；否则运行 {typed('ledger --merge')}，从 release/ 或 git 找回",
    f"if nothing was ever released for print, run make ledger; otherwise run {typed('ledger --merge')}, which brings "
    "it back from release/ or git",
)
ANOTHER = Message(
    f"同一个活动：运行 {typed('ledger --merge')}，从 release/、git 里补齐；换成了另一个活动：先把原来的 site/ "
    "和 release/ 文件夹移到别处保存（印出去的二维码还要靠它们），再试一次",
    f"if it is the same campaign, run {typed('ledger --merge')}, which completes it from release/ and git; if it is "
    "another campaign, first move the former one's site/ and release/ folders elsewhere and keep them (what was "
    "printed still leads there), then try again",
)
JOIN = Message(
    f"付印前先合并：git merge（或 git pull），再运行 {typed('ledger --merge')}",
    f"join them before the next release: git merge (or git pull), then {typed('ledger --merge')}",
)
COMPLETE = Message(
    "缺的这里都有，运行下面这一行就从 release/、git 里补齐",
    "what is missing is here: run this line, which brings it back from release/ and git",
)
NEWER = Message("先更新程序，再试一次", "update the program, then try again")
KEEP_ONE = Message(
    f"商量好留哪一个，另一个贴出去的取下来，然后只运行下面其中一行；"
    f"取下的会列在 {typed('reprint')} 里，下次付印另给短码",
    f"agree which of them stays, take the other's paper down, and run one of these lines; {typed('reprint')} lists "
    "what is to come down, and the next release gives it a code of its own",
)
PRINT_AGAIN = Message(
    "分不清贴出去的是哪一版：运行下面这一行，两版都列入重印，下次付印换新编号",
    "which of them hangs can't be told: run this line, and both are to be printed again with a new number",
)
STRANGERS = Message(
    "两本台账是分别新建的，没有一行相同，而且都印过",
    "the two ledgers were begun apart: they have no line in common, and both have prints",
)
ONE_OF_BOTH = Message(
    "不能合成一本。留用印得多的那一本（ledger.jsonl、ledger.head 一起），另一台电脑印出去的取下来，以后都从这一本发布",
    "they can't be joined: keep the one with more on paper, both files of it, take down what the other one printed, "
    "and release from this one alone",
)
BEGUN = Message("已经有台账，不能新建", "there is a ledger already: it can't be begun anew")
LOST = Message(
    "这里记着一本已经开始的台账，而它不见了：可能有二维码已经印出去，不能新建",
    "this tells of a ledger that was begun and is gone: codes may be on paper, so none can be begun anew",
)
EDITED = Message("台账这一行被改过，或者它前面的行被改过", "this line of the ledger was edited, or one before it")
CONFLICT = Message(
    "git 合并台账时停在这里：两边的行都还在",
    "git stopped here while merging the ledger: the lines of both sides are still there",
)
UNJOINED = Message(
    "两台电脑的台账放在了一起，还没有合成一本",
    "the ledgers of two computers stand side by side here and aren't joined yet",
)
LOST_LINES = Message(
    "台账和这里对不上：这里记着的印刷，台账里没有；它不是同一本台账，或者是一本旧的",
    "the ledger doesn't agree with this: it lacks prints that are remembered here; it is another ledger, or an old one",
)
ELSEWHERE = Message(
    "另一个分支或另一台电脑印过，这里的台账还没有它",
    "another branch or computer has prints that this ledger hasn't",
)
NO_COPY = Message(
    "还缺：这里记着更多的印刷，可是哪里都找不到完整的台账",
    "still missing: more prints are remembered here, and no copy of the ledger has them",
)
FORGED = Message(
    "台账这一行的签名是假的，或者它前面的行被换过",
    "this line's signature is false, or the lines before it were exchanged",
)
SIGN = Message(
    f"先核对这些确实是本单位印的，再运行 {typed('ledger --sign')} 签名；不是的，运行 {typed('ledger --merge')} 恢复",
    f"make sure that your office printed these, then run {typed('ledger --sign')}; if it didn't, restore the ledger by "
    f"{typed('ledger --merge')}",
)
SIGN_ANEW = Message(
    f"签这些行的钥匙不在 campaign.yml 的 signers 里。换了钥匙：先核对这些确实是本单位印的，再运行 "
    f"{typed('ledger --sign')}，用现在的钥匙补签；不该删的：把原来的公钥写回 signers。不是本单位印的，不要签",
    "they are signed with a key that isn't among the signers of campaign.yml. If the key was replaced, make sure that "
    f"your office printed these, then run {typed('ledger --sign')}, which signs them with the present one; if it "
    "wasn't to be removed, put its public key back into signers. If your office didn't print these, don't sign",
)
NO_KEY = Message(
    "台账要签名，这台电脑上没有 signers 里任何一把钥匙的私钥",
    "the ledger is to be signed, and this computer has none of the private keys of the signers",
)
NOT_SIGNED = Message("台账没有签上名", "the ledger wasn't signed")
KEYS = Message(
    "换到有钥匙的那台电脑；或把私钥和 .pub 一起放进用户文件夹的 .ssh，或先设 CAMPAIGN_SIGNING_KEY=私钥的路径，"
    "或先运行 ssh-add；不再签名的，删去 campaign.yml 里的 signers",
    "use the computer that has one; or put the private key with its .pub into .ssh in your home folder, set "
    "CAMPAIGN_SIGNING_KEY to its path, or run ssh-add; to sign no more delete signers from campaign.yml",
)
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


def bring(command: str) -> Message:
    """What to do where no copy here is whole; command: what was typed, which the copy's path is to follow."""
    merge, _, more = command.partition(" --witness ")
    more = more and f" --witness {more}"
    return Message(
        "把那一本找来：另一台电脑的 campaign_data 文件夹、U 盘或备份里的 release 文件夹都行，"
        f"再运行 {merge} 路径{more}（“路径”换成它的）",
        "bring that copy: the campaign_data folder of the other computer, or the release folder of a stick or backup; "
        f"then run {merge} PATH{more}, with its path for PATH",
    )


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


def bare(count: int) -> Message:
    """Lines that no listed key vouches for."""
    return Message(
        f"台账从这一行起有 {count} 行没有本单位的签名",
        f"from this line on {count} lines of the ledger bear no signature of the office",
    )
