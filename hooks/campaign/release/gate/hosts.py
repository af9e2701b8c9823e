"""Hosts: where an address leads, and whether the public can follow it."""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Iterator
from urllib.parse import urlsplit

ADDRESS = re.compile(r"https?://[!-~]+[!-~/]")
NUMBERED = re.compile(r"(?:.*\.)?(?:\d+|0x[0-9a-f]*)")
"""A host that browsers take for an IPv4 address written in some other way: `127.1`, `0x7f.1`, `2130706433`."""
RESERVED = re.compile(
    r"(?:.*\.)?(?:example(?:\..*)?|test|invalid|localhost|localdomain|local|internal|intranet|lan|home\.arpa)"
    r"|(?:.*\.)?(?:your|my)-?(?:domain|site|host)\..*"
)
"""Names that RFC 2606, 6761 and 6762 keep out of the public network, and what people write in their place."""
NAME = re.compile(r"(?<![\w-])(?:[a-z0-9-]{1,63}\.){1,10}[a-z]{2,63}(?![\w-]|\.[a-z])", re.IGNORECASE | re.ASCII)
"""A host's name, also where Chinese touches it; of one with more labels than anybody uses the last ones."""
MADE_FOR_SAMPLES = re.compile(
    r"(?:.*\.)?(?:example(?:\..*)?|test|invalid|localhost|(?:your|my)-?(?:domain|site|host)\..*)"
)
"""The reserved names that nobody writes but as a placeholder, even without https:// or in a mail address."""


def host_fault(address: str) -> str:
    """What is wrong with where an address leads: `http`, `private`, `nameless`, `placeholder`; empty for nothing."""
    try:
        split = urlsplit(address)
    except ValueError:
        return "nameless"
    host = (split.hostname or "").rstrip(".").lower()
    if split.scheme != "https":
        return "http"
    try:
        return "" if ipaddress.ip_address(host).is_global else "private"
    except ValueError:
        if NUMBERED.fullmatch(host):
            return "nameless"
        return "placeholder" if RESERVED.fullmatch(host) or "." not in host else ""


def placeholder_hosts(text: str) -> Iterator[re.Match[str]]:
    """The names in a text that lead nowhere by design: `aqy.qingshan.example.cn`, `name@example.com`."""
    return (found for found in NAME.finditer(text) if MADE_FOR_SAMPLES.fullmatch(found[0].lower()))


def unreachable(text: str) -> list[str]:
    """The addresses in a text that the public can't open, each once; placeholders are told as such."""
    found = dict.fromkeys(ADDRESS.findall(text))
    return [address for address in found if host_fault(address) and not any(placeholder_hosts(address))]
