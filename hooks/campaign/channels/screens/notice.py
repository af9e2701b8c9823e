"""The urgent notice as a file: what the command line writes to put it up, and what it deletes to take it back."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import datetime

NOTICE_FILE = "notice.yml"
"""Its name in campaign_data/. To take the notice back is to delete the file."""


def notice_text(
    text: Mapping[str, str],
    *,
    ends: datetime,
    starts: datetime | None = None,
    seconds: int = 10,
    displays: Sequence[str] = (),
) -> str:
    """The whole of notice.yml. text: the words by language tag, one line each; ends, starts: wall-clock times.

    Any text is safe: it is quoted as JSON, which YAML reads. The reader judges everything else.
    """
    rows = [
        "# yaml-language-server: $schema=schema/notice.schema.json",
        "# 紧急通知：排在每块屏的最前面，到 ends 自动撤下；要提前撤下，删掉这个文件。",
        "text:",
        *(f"  {tag}: {json.dumps(words, ensure_ascii=False)}" for tag, words in text.items()),
        *([f"starts: {starts:%Y-%m-%d %H:%M}"] if starts else []),
        f"ends: {ends:%Y-%m-%d %H:%M}",
        f"seconds: {seconds}",
        *([f"displays: [{', '.join(displays)}]"] if displays else []),
    ]
    return "\n".join(rows) + "\n"
