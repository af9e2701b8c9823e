"""The sentences for where a site is published: one entry for each kind of refusal of its model."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

TARGETS: Mapping[str, tuple[str, str] | tuple[str, str, str, str]] = MappingProxyType(
    {
        "campaign.target_folder": (
            "放到哪个文件夹？加上“folder: ”和它的路径",
            "which folder? add `folder: ` and its path",
            "网页服务器对外的，是它里面的 current",
            "the web server serves current in it",
        ),
        "campaign.target_host": (
            "哪台服务器？加上“host: ”和它的名字",
            "which server? add `host: ` and its name",
        ),
        "campaign.target_needless": (
            "{kind} 这种地方不用写“{key}”",
            "a target of kind {kind} takes no {key}",
            "删去这一行，或者改 kind",
            "delete the line, or correct kind",
        ),
        "campaign.target_host_signs": (
            "“{key}”只写服务器的名字或地址：不写 ssh://、登录名、端口、密码",
            "{key} takes the server's name or address alone: no ssh://, user, port or password",
            "登录名写在 user，端口写在 port；密码不写，用密钥登录",
            "user and port have keys of their own; a password stands nowhere, log in with a key",
        ),
        "campaign.target_user_signs": (
            "“{key}”只能是登录名：字母、数字、点、横线",
            "{key} takes a user's name alone: letters, digits, dots, dashes",
        ),
        "campaign.target_folder_signs": (
            "“{key}”的路径不能以 ~ 或 - 开头",
            "{key} can't begin with ~ or -",
            "服务器上不以 / 开头的路径，就从登录后的主文件夹算起",
            "on a server a path that doesn't begin with / is counted from the user's home",
        ),
        "campaign.target_twice": (
            "有两个发布的地方都叫“{called}”",
            "two targets are called {called}",
            "改一个名字",
            "give one of them another name",
        ),
    }
)
"""By the type of the refusal: what is wrong in Chinese and English, then what to do, as a `Sentence` takes them."""
