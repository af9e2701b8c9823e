"""Signs of the site itself, drawn with the pictograms' stroke: for its tools, and for the pages to learn from."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

TOOLS: Mapping[str, str] = MappingProxyType(
    {
        "search": "M20 6a14 14 0 1 0 0 28a14 14 0 1 0 0-28zM30 30l12 12",
        "cross": "M10 10l28 28M38 10L10 38",
        "programme": "M6 10h36v32H6zM6 19h36M15 5v9M33 5v9M14 28h6M28 28h6M14 35h6",
        "exhibition": "M4 42h40M8 42V20M40 42V20M4 20l6-12h28l6 12zM18 42V30h12v12",
        "learn": "M24 12c-5-4-12-5-19-4v29c7-1 14 0 19 4 5-4 12-5 19-4V8c-7-1-14 0-19 4zM24 12v29",
        "defend": "M24 5l16 6v12c0 10-6 16-16 20C14 39 8 33 8 23V11zM16 24l6 6 10-11",
        "downloads": "M24 6v24M14 21l10 10 10-10M7 34v8h34v-8",
    }
)
LEARN: Mapping[str, str] = MappingProxyType(
    {
        "trade-mark": "M7 7h16l18 18-16 16L7 23zM16 16v.1",
        "patent": "M24 5a13 13 0 0 0-8 23c3 3 3 4 3 7h10c0-3 0-4 3-7a13 13 0 0 0-8-23zM20 42h8",
        "copyright": "M24 6a18 18 0 1 0 0 36a18 18 0 1 0 0-36zM31 19a8.500 8.500 0 1 0 0 10",
        "geographical-indication": "M4 36l13-22 8 13 5-8 14 17zM4 43h40",
        "trade-secret": "M10 22h28v20H10zM16 22v-7a8 8 0 0 1 16 0v7M24 30v5",
        "infringed": "M24 5l16 6v12c0 10-6 16-16 20C14 39 8 33 8 23V11zM24 16v10M24 32v.1",
        "report": "M6 19v10h8l20 9V10l-20 9zM14 29v11h6v-8M41 19v10",
        "apply": "M10 5h20l8 8v30H10zM17 20h14M17 28h14M17 36h8",
        "changes": "M24 12c-5-4-11-4-19-4v29c8 0 14 0 19 4c5-4 11-4 19-4V8c-8 0-14 0-19 4zM24 12v29",
    }
)
"""Of each hand-written page to learn from, by its name: docs/<language>/learn/<name>.md."""
