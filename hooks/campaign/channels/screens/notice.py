"""The urgent notice as a file: what the command line writes to put it up, and what it deletes to take it back."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from types import MappingProxyType

NOTICE_FILE = "notice.yml"
"""Its name in campaign_data/. To take the notice back is to delete the file."""


def notice_text(
    text: Mapping[str, str],
    *,
    ends: datetime,
    starts: datetime | None = None,
    short: Mapping[str, str] = MappingProxyType({}),
    about: Sequence[str] = (),
    seconds: int = 10,
    displays: Sequence[str] = (),
) -> str:
    """The whole of notice.yml. text: the words by language tag, one line each; ends, starts: wall-clock times; short:
    fewer words for displays; about: ids of what it concerns.

    Any text is safe: it is quoted as JSON, which YAML reads. The reader judges everything else.
    """
    rows = [
        "# yaml-language-server: $schema=schema/notice.schema.json",
        "# 紧急通知：在网页上，也排在每块屏的最前面，到 ends 自动撤下；要提前撤下，删掉这个文件。",
        "text:",
        *_texts(text),
        *(["short:", *_texts(short)] if short else []),
        *([f"about: [{', '.join(about)}]"] if about else []),
        *([f"starts: {starts:%Y-%m-%d %H:%M}"] if starts else []),
        f"ends: {ends:%Y-%m-%d %H:%M}",
        f"seconds: {seconds}",
        *([f"displays: [{', '.join(displays)}]"] if displays else []),
    ]
    return "\n".join(rows) + "\n"


def _texts(text: Mapping[str, str]) -> Iterator[str]:
    return (f"  {tag}: {json.dumps(words, ensure_ascii=False)}" for tag, words in text.items())
