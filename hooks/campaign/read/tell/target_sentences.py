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
        "campaign.target_bucket": (
            "哪个存储桶？加上“bucket: ”和它的名字",
            "which bucket? add `bucket: ` and its name",
            "在对象存储的控制台里能看到",
            "the store's console shows it",
        ),
        "campaign.target_bucket_signs": (
            "“{key}”只写存储桶的名字，例如 ip-week；里面的文件夹写在 folder",
            "{key} takes the bucket's name alone, such as ip-week; a folder of it goes into folder",
            "密钥不写在这里，放进环境变量 AWS_ACCESS_KEY_ID、AWS_SECRET_ACCESS_KEY",
            "keys stand nowhere here: they go into AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY of the environment",
        ),
        "campaign.target_endpoint_signs": (
            "“{key}”写对象存储的网址，https:// 开头，后面不带存储桶和文件夹",
            "{key} is where the store is reached: https:// and its host, no bucket or folder behind it",
            "例如 https://oss-cn-beijing.aliyuncs.com，控制台里叫 Endpoint 或“访问域名”",
            "such as https://oss-cn-beijing.aliyuncs.com; the store's console shows it as its endpoint",
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
