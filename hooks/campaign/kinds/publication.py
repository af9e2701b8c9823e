"""Where the site is published: the targets of campaign.yml. No secret ever stands there."""

from __future__ import annotations

import re
from typing import Any

from pydantic import Field, ValidationInfo, field_validator

from campaign.kinds.fields import Count, Record, SiteAddress, Spelled, choice, refuse

NEEDS: dict[str, frozenset[str]] = {
    "folder": frozenset({"folder"}),
    "ssh": frozenset({"host", "folder"}),
    "store": frozenset({"bucket"}),
    "zip": frozenset(),
}
"""What a target may be, and which keys each kind can't do without."""
MAY: dict[str, frozenset[str]] = {
    "folder": frozenset({"keep"}),
    "ssh": frozenset({"user", "port", "keep"}),
    "store": frozenset({"endpoint", "folder", "grace_seconds", "keep"}),
    "zip": frozenset({"folder", "part_mb"}),
}
"""Which other keys a kind of target takes."""
HOST = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*|[0-9A-Fa-f]*:[0-9A-Fa-f:.]+")
"""A host's name, its name in ~/.ssh/config, or an address; nothing that a program could take for an option."""
BUCKET = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?")
ENDPOINT = re.compile(r"https?://[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?(?::\d{1,5})?/?")
"""Where a store is reached: no bucket, no user, nothing behind a question mark."""
USER = re.compile(r"[A-Za-z0-9_][A-Za-z0-9._-]*\$?")
PLAIN = {"host": HOST, "user": USER, "bucket": BUCKET, "endpoint": ENDPOINT}
"""What a value may look like, by its key."""
TOO_MANY = 100
LONGEST_S = 3600


class PublishTarget(Record):
    """A place where the released site is put; how to get in is known to this computer, never written here."""

    name: Spelled = Field(description="这个地方叫什么，发布时写它 · its name, as typed after campaign publish")
    kind: choice(tuple(NEEDS), about="folder 文件夹、ssh 服务器、store 对象存储、zip 压缩包 · ") = Field(  # type: ignore[valid-type]
        description="folder 本机或共享文件夹 / ssh 服务器 / store 对象存储 / zip 交给门户网站上传的包"
    )
    address: SiteAddress | None = Field(
        None, description="在这里打开的网址；不写就是 site_address · where it is opened; site_address where empty"
    )
    folder: Spelled | None = Field(
        None,
        validate_default=True,
        description="放到哪个文件夹；网站在它的 current 里 · the folder; the site is current in it",
    )
    host: Spelled | None = Field(None, validate_default=True, description="服务器的名字或地址 · the server")
    user: Spelled | None = Field(None, description="登录名 · the user there")
    port: Count | None = Field(None, description="端口，一般不写 · the port, 22 where empty")
    bucket: Spelled | None = Field(None, validate_default=True, description="存储桶的名字 · the bucket")
    endpoint: Spelled | None = Field(None, description="对象存储的网址 · where the store is reached")
    grace_seconds: Count | None = Field(
        None, description="删旧文件以前等多少秒，不写就是 60 · seconds before old files are deleted"
    )
    keep: Count = Field(5, description="留几版，可以退回 · how many releases are kept")
    part_mb: Count | None = Field(
        None, description="每个包最多多少 MB，超过就分开 · the largest a ZIP may be, in MB; larger ones are split"
    )

    @field_validator("folder", "host", "user", "port", "bucket", "endpoint", "grace_seconds", "part_mb")
    @classmethod
    def _of_its_kind(cls, value: Any, info: ValidationInfo) -> Any:
        kind, name = info.data.get("kind"), str(info.field_name)
        if kind is None:
            return value
        if value is None and name in NEEDS[kind]:
            raise refuse(f"target_{name}", kind=kind)
        if value is not None and name not in NEEDS[kind] | MAY[kind]:
            raise refuse("target_needless", kind=kind)
        return value

    @field_validator("host", "user", "bucket", "endpoint")
    @classmethod
    def _plain(cls, value: str | None, info: ValidationInfo) -> str | None:
        pattern = PLAIN[str(info.field_name)]
        if value is not None and not pattern.fullmatch(value):
            raise refuse(f"target_{info.field_name}_signs")
        return value

    @field_validator("folder")
    @classmethod
    def _no_signs(cls, value: str | None) -> str | None:
        if value is not None and (value.startswith(("~", "-")) or not value.isprintable()):
            raise refuse("target_folder_signs", fixed=re.sub(r"^~/+", "", value) if value.startswith("~/") else "")
        return value

    @field_validator("grace_seconds")
    @classmethod
    def _no_longer(cls, value: int | None) -> int | None:
        if value is not None and not 0 <= value <= LONGEST_S:
            raise refuse("figure_range", least="0", most=str(LONGEST_S))
        return value

    @field_validator("port", "keep", "part_mb")
    @classmethod
    def _some(cls, value: int | None, info: ValidationInfo) -> int | None:
        most = {"port": 65_535, "keep": TOO_MANY}.get(str(info.field_name), 100_000)
        if value is not None and not 1 <= value <= most:
            raise refuse("figure_range", least="1", most=str(most))
        return value


def each_named_once(targets: tuple[PublishTarget, ...]) -> tuple[PublishTarget, ...]:
    """The targets, where no two are called the same; refused otherwise at the second."""
    seen: set[str] = set()
    for number, one in enumerate(targets):
        if one.name in seen:
            raise refuse("target_twice", at=number, called=one.name)
        seen.add(one.name)
    return targets
