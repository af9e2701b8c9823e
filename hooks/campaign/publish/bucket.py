"""A bucket: the one door to fsspec, and what becomes of a store that can't be reached or refuses."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor, wait
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

from campaign.core.problems import Message
from campaign.publish.target import TargetError

if TYPE_CHECKING:
    from fsspec import AbstractFileSystem  # type: ignore[import-untyped]

AT_ONCE = 16
"""Requests that are under way together."""
TICK_S = 5
"""How long is waited at most before something else is looked after meanwhile."""
S3 = "s3"
NAMES = {"Content-Type": "ContentType", "Cache-Control": "CacheControl", "Content-Encoding": "ContentEncoding"}
"""Headers as s3fs calls them."""
TRIES_S = {"connect_timeout": 10, "read_timeout": 30, "retries": {"max_attempts": 3, "mode": "standard"}}
PLAIN_SUMS = {"request_checksum_calculation": "when_required", "response_checksum_validation": "when_required"}
"""Aliyun's, Tencent's and Huawei's stores know S3's language without its newer checksums."""
Item = TypeVar("Item")


def _nothing() -> None:
    """Nothing is to be done meanwhile."""


@dataclass(frozen=True, slots=True)
class Object:
    """What a listing says of an object: its size in bytes, and the store's own mark of its content, if it has one."""

    bytes: int
    mark: str = ""


@dataclass(frozen=True)
class Bucket:
    """Objects below one place of a store by their key; every method raises TargetError where the store fails.

    files: a store that speaks S3's language; any other file system of fsspec keeps the contents without their headers.
    root: `bucket` or `bucket/folder`; where: as people know it.
    """

    files: AbstractFileSystem
    root: str
    where: str

    def listing(self) -> dict[str, Object]:
        """Every object by its key."""
        with self._reached():
            self.files.invalidate_cache()
            try:
                found = self.files.find(self.root, detail=True)
            except FileNotFoundError:
                return {}
        return {self._key(path): _object(said) for path, said in found.items()}

    def read(self, key: str) -> bytes | None:
        """An object's content; None where there is none."""
        with self._reached():
            try:
                return bytes(self.files.cat_file(self._path(key)))
            except FileNotFoundError:
                return None

    def write(self, key: str, content: bytes, headers: Mapping[str, str]) -> None:
        """Put an object there, with the headers where the store takes any."""
        with self._reached():
            self._folder_of(key)
            self.files.pipe_file(self._path(key), content, **self._said(headers))

    def copy(self, key: str, to: str) -> None:
        """Within the store, headers and all."""
        with self._reached():
            self._folder_of(to)
            self.files.cp_file(self._path(key), self._path(to))

    def delete(self, keys: Iterable[str]) -> None:
        """Take objects away; those that aren't there are gone already."""
        for _ in self.each(self._delete, list(keys)):
            pass

    def _delete(self, key: str) -> None:
        with self._reached(), suppress(FileNotFoundError):
            self.files.rm_file(self._path(key))

    def each(
        self, work: Callable[[Item], None], items: Iterable[Item], *, meanwhile: Callable[[], None] = _nothing
    ) -> Iterator[Item]:
        """Do one thing with each of many, several at once; gives each when it is done, and stops at what fails.

        meanwhile: is done every few seconds while that takes, and whenever one is done.
        """
        with ThreadPoolExecutor(AT_ONCE) as pool:
            begun = [(item, pool.submit(work, item)) for item in items]
            try:
                for item, one in begun:
                    while wait([one], timeout=TICK_S).not_done:
                        meanwhile()
                    one.result()
                    meanwhile()
                    yield item
            finally:
                pool.shutdown(cancel_futures=True)

    def _folder_of(self, key: str) -> None:
        """Stores have no folders; a file system does."""
        if S3 not in _protocols(self.files):
            self.files.makedirs(self._path(key).rpartition("/")[0], exist_ok=True)

    def _said(self, headers: Mapping[str, str]) -> dict[str, str]:
        return {NAMES[name]: value for name, value in headers.items()} if S3 in _protocols(self.files) else {}

    def _path(self, key: str) -> str:
        return f"{self.root}/{key}"

    def _key(self, path: str) -> str:
        return path.removeprefix("/").removeprefix(self.root.removeprefix("/")).removeprefix("/")

    @contextmanager
    def _reached(self) -> Iterator[None]:
        """Whatever a store's library raises, of which fsspec says nothing, is told with the way out."""
        try:
            yield
        except TargetError:
            raise
        except Exception as error:
            raise TargetError(_explained(self.where, error)) from error


def opened(bucket: str, *, folder: str = "", endpoint: str = "") -> Bucket:
    """The place in a store that speaks S3's language; nothing is asked of it yet.

    bucket: its name; folder: below which all stands; endpoint: where the store is, Amazon's own where empty. Keys come
    from the environment (AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY) or the library's own files. TargetError where the
    library isn't installed.
    """
    import fsspec  # slow, and most offices have no store

    root = "/".join(filter(None, (bucket, folder.strip("/"))))
    try:
        files = fsspec.filesystem(S3, skip_instance_cache=True, **_s3(endpoint))
    except ImportError:
        raise TargetError(UNINSTALLED) from None
    return Bucket(files=files, root=root, where=f"{S3}://{root}")


def _s3(endpoint: str) -> dict[str, Any]:
    settings: dict[str, Any] = {**TRIES_S, **PLAIN_SUMS, "s3": {"addressing_style": _style(endpoint)}}
    return {
        "anon": False,
        "config_kwargs": settings,
        "use_listings_cache": False,
        **({"endpoint_url": endpoint} if endpoint else {}),
    }


def _style(endpoint: str) -> str:
    """Big stores want the bucket in the host's name; one on a numbered address or of one's own has no such hosts."""
    host = endpoint.partition("://")[2].partition(":")[0]
    return "path" if host.replace(".", "").isdigit() or "." not in host and host else "auto"


def _protocols(files: AbstractFileSystem) -> tuple[str, ...]:
    said = files.protocol
    return (said,) if isinstance(said, str) else tuple(said)


def _object(said: Mapping[str, Any]) -> Object:
    return Object(int(said.get("size") or 0), str(said.get("ETag") or "").strip('"'))


PYTHON = ".venv\\Scripts\\python" if os.name == "nt" else ".venv/bin/python"
INSTALL = f"{PYTHON} -m pip install --require-hashes -r requirements-s3.lock"
UNINSTALLED = Message(
    f"这台电脑还没有装连接对象存储的软件包：运行 {INSTALL}，再发布",
    f"the package that speaks to an object store isn't installed: run {INSTALL}, then publish",
)


def _explained(where: str, error: Exception) -> Message:
    """Why a store failed, by what its library calls that."""
    name, said = type(error).__name__, " ".join(str(error).split())
    for signs, message in REASONS:
        if any(sign.lower() in f"{name} {said}".lower() for sign in signs):
            return Message(message.zh.format(where=where), message.en.format(where=where))
    return Message(
        f"{where} 没有做成（{name}: {said}）。公众看到的网站是完整的，再发布一次会接着做",
        f"it failed on {where} ({name}: {said}). What people see is whole; publish again to go on",
    )


REASONS = (
    (
        ("NoCredentials", "Unable to locate credentials", "InvalidAccessKeyId", "SignatureDoesNotMatch", "ClientAuth"),
        Message(
            "{where} 不认这台电脑的密钥，或者没有给：把密钥放进环境变量 AWS_ACCESS_KEY_ID、AWS_SECRET_ACCESS_KEY"
            "（不要写进 campaign.yml），再发布",
            "{where} doesn't know this computer's keys, or there are none: set AWS_ACCESS_KEY_ID and "
            "AWS_SECRET_ACCESS_KEY in the environment, never in campaign.yml, then publish",
        ),
    ),
    (
        ("AccessDenied", "PermissionError", "Forbidden", "Access Denied"),
        Message(
            "{where} 不让这个密钥读写：请管理员给它读、写、列出、删除的权限",
            "{where} refuses this key: have it allowed to list, read, write and delete",
        ),
    ),
    (
        ("NoSuchBucket", "bucket does not exist"),
        Message(
            "没有 {where} 这个存储桶：核对 campaign.yml 里的 bucket 和 endpoint，或先在控制台里建好",
            "there is no bucket {where}: check bucket and endpoint in campaign.yml, or make it first",
        ),
    ),
    (
        ("Connect", "Timeout", "Connection", "Endpoint", "ServerDisconnected", "IncompleteRead", "PayloadError"),
        Message(
            "连不上 {where}，或者中途断了：公众看到的网站是完整的。网络好了再发布一次，会接着传",
            "{where} can't be reached, or the line was cut: what people see is whole. Publish again when the network "
            "is back: it goes on where it stopped",
        ),
    ),
)
"""What libraries call their failures, and what is said of each; the first that fits."""
