"""A server over ssh: running POSIX shell there, sending files by rsync, and saying in words why either failed."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from campaign.core.problems import Message
from campaign.publish.run import full
from campaign.publish.target import TargetError

SSH = "CAMPAIGN_SSH"
"""The ssh program and options of an office's own, in place of `ssh`."""
OPTIONS = (
    "-oBatchMode=yes",
    "-oStrictHostKeyChecking=yes",
    "-oConnectTimeout=15",
    "-oServerAliveInterval=10",
    "-oServerAliveCountMax=3",
)
"""No question that nobody answers, no server that nobody knows, no waiting for one that is gone."""
LOST = "the place is no longer held"
"""What is said where the line that held the place was cut."""
ROOMLESS = ("no space left", "quota exceeded")
"""What a full disk is called; said before all that follows from it."""


@dataclass(frozen=True, kw_only=True)
class Server:
    """How a server is reached: with the keys, the agent and the known_hosts of whoever publishes.

    control: the socket by which later commands share the first one's connection, each handshake being dear; empty where
    there is none. A command that finds nobody there makes a connection of its own.
    """

    host: str
    user: str = ""
    port: int = 0
    control: str = ""
    program: Sequence[str] = field(default_factory=lambda: shlex.split(os.environ.get(SSH, "")) or ["ssh"])

    @property
    def shown(self) -> str:
        """As people write it."""
        return f"{self.user}@{self.host}" if self.user else self.host

    @property
    def _line(self) -> list[str]:
        more = [*(["-p", str(self.port)] if self.port else []), *(["-l", self.user] if self.user else [])]
        shared = ["-oControlMaster=auto", f"-oControlPath={self.control}"] if self.control else []
        return [*self.program, *OPTIONS, *shared, *more]

    def start(self, script: str, *arguments: str) -> subprocess.Popen[str]:
        """Begin a script there whose standard input is ours; TargetError where there is no ssh here."""
        command = f"exec sh -c {shlex.quote(script)} sh {' '.join(map(shlex.quote, arguments))}"
        try:
            return subprocess.Popen(
                [*self._line, "--", self.host, command],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                encoding="utf-8",
                errors="surrogateescape",
                env=_plain_words(),
            )
        except FileNotFoundError:
            raise TargetError(NO_SSH) from None

    def run(self, script: str, *arguments: str, given: str = "") -> str:
        """What a script prints there, `$1`, `$2` ... being the arguments; given: its standard input.

        TargetError, with what to do, where the server can't be reached or the script fails.
        """
        process = self.start(script, *arguments)
        said, complaint = process.communicate(given)
        if process.returncode:
            raise TargetError(self.explained(process.returncode, complaint))
        return said

    def send(self, source: Path, folder: str, *, links: Iterable[str] = (), without: Iterable[str] = ()) -> str:
        """Make a folder there the same as one here, sending only what is different; what rsync prints.

        links: folders there, relative to it, from which files of the same content are hard-linked; without: files
        here that aren't sent, by path.
        """
        host = f"[{self.host}]" if ":" in self.host else self.host
        line = [
            "rsync",
            "--recursive",
            "--checksum",
            "--delete",
            "--delete-excluded",
            "--partial",
            "--timeout=600",
            "--perms",
            "--chmod=D755,F644",
            "--protect-args",
            *(f"--link-dest={one}" for one in links),
            "--exclude-from=-",
            "--rsh",
            shlex.join(self._line),
            "--",
            f"{source}/",
            f"{host}:{folder}/",
        ]
        try:
            done = subprocess.run(
                line,
                check=False,
                capture_output=True,
                encoding="utf-8",
                errors="replace",
                env=_plain_words(),
                input="".join(f"{_literal(path)}\n" for path in without),
            )
        except FileNotFoundError:
            raise TargetError(NO_RSYNC) from None
        if done.returncode:
            raise TargetError(self.explained(done.returncode, done.stderr))
        return done.stdout

    def explained(self, code: int, complaint: str) -> Message:
        """Why it failed, and the way out."""
        if any(sign in complaint.lower() for sign in ROOMLESS):
            return full(self.shown)
        for sign, message in SAID:
            if sign.lower() in complaint.lower():
                figures = {"host": self.shown, "line": shlex.join([*self._line[:1], *self._by_hand()])}
                return Message(message.zh.format(**figures), message.en.format(**figures))
        last = " / ".join(complaint.strip().splitlines()[-2:]) or f"exit {code}"
        return Message(
            f"{self.shown} 上没有做成（{last}）。公众看到的网站没有变，再发布一次会接着做",
            f"it failed on {self.shown} ({last}). What people see is as it was; publish again to go on",
        )

    def _by_hand(self) -> list[str]:
        return [*(["-p", str(self.port)] if self.port else []), self.shown]


def _literal(path: str) -> str:
    """A path from the folder's top as a pattern of rsync's that means just that."""
    return "/" + re.sub(r"([\\*?\[])", r"\\\1", path)


def _plain_words() -> dict[str, str]:
    """What programs say in English, so that it is understood."""
    return {**os.environ, "LC_ALL": "C"}


NO_SSH = Message(
    "这台电脑没有 ssh：Windows 在“设置 - 可选功能”里装 OpenSSH 客户端，Debian 用 apt install openssh-client",
    "there is no ssh on this computer: Windows has it under optional features, Debian as openssh-client",
)
NO_RSYNC = Message(
    "这台电脑没有 rsync：Debian 用 apt install rsync，Windows 请在 WSL 里运行；或者在 campaign.yml 里改用 kind: zip",
    "there is no rsync on this computer: apt install rsync, or WSL on Windows; or take kind: zip in campaign.yml",
)
SAID: tuple[tuple[str, Message], ...] = (
    (
        "REMOTE HOST IDENTIFICATION HAS CHANGED",
        Message(
            "{host} 的主机密钥和以前不一样：可能有人冒充，不要继续。问清服务器管理员，确认换过以后再更新 known_hosts",
            "the host key of {host} isn't the one known: somebody may stand in between. Ask the server's administrator "
            "before you change known_hosts",
        ),
    ),
    (
        "Host key verification failed",
        Message(
            "没有连过 {host}，不知道是不是真的：先自己运行一次 {line}，把显示的指纹和服务器管理员给的核对一致，再发布",
            "{host} isn't known yet: run {line} once by hand, compare the fingerprint with the one its administrator "
            "gives you, then publish",
        ),
    ),
    (
        "Permission denied (",
        Message(
            "{host} 不让登录：把这台电脑的公钥交给服务器管理员加上（没有就运行 ssh-keygen），口令不能用",
            "{host} refuses the login: give this computer's public key to its administrator (ssh-keygen makes one); "
            "passwords aren't used",
        ),
    ),
    (
        "Could not resolve hostname",
        Message(
            "找不到服务器 {host}：看看 host 写得对不对、网络通不通", "{host} isn't found: check host, and the network"
        ),
    ),
    (
        "rsync: command not found",
        Message(
            "{host} 上没有 rsync：请服务器管理员装上", "there is no rsync on {host}: have its administrator install it"
        ),
    ),
    (
        "rsync: not found",
        Message(
            "{host} 上没有 rsync：请服务器管理员装上", "there is no rsync on {host}: have its administrator install it"
        ),
    ),
    (
        "Permission denied",
        Message(
            "{host} 上没有写这个文件夹的权限：请服务器管理员把文件夹交给这个登录名",
            "this user may not write to the folder on {host}: have its administrator give it to the user",
        ),
    ),
    *(
        (
            sign,
            Message(
                "连不上 {host}（网络断了，或服务器没有开）：公众看到的网站没有变，通了以后再发布一次，会接着传",
                "{host} can't be reached (the network is cut, or the server is off): what people see is as it was; "
                "publish again later, it goes on where it stopped",
            ),
        )
        for sign in (
            "Connection refused",
            "timed out",
            "Connection closed",
            "Connection reset",
            "Broken pipe",
            "No route to host",
            "Network is unreachable",
            "connection unexpectedly closed",
            "closed by remote host",
            LOST,
            "not responding",
        )
    ),
)
"""What ssh and rsync say, and what it means to whoever publishes."""
