"""Kinds of files by the ends of their names: which may be published, which an office may give, and as what else."""

from __future__ import annotations

from collections.abc import Mapping
from fnmatch import fnmatch
from types import MappingProxyType

PICTURES = frozenset({".jpg", ".jpeg", ".png", ".webp"})
PLAIN = frozenset({".txt", ".csv", ".ics"})
"""Text that no program runs: published as it was written."""
OWN = frozenset({".html", ".css", ".js", ".json", ".jsonl", ".xml", ".head", ".woff2", ".ico"})
"""What only the press itself puts into the site: pages, styles, scripts, fonts, data."""
PACKS = frozenset({".zip", ".htz"})
"""Archives, whose files are looked into too."""
OFFICE = frozenset({".docx", ".xlsx"})
"""Documents and workbooks that the press itself writes."""
IN_PACKS = frozenset({".htz", ".m3u", ".sha256"}) | OFFICE
"""What only stands in a pack."""
GIVEN = PICTURES | PLAIN | {".svg", ".pdf"}
"""What an office may put beside its pages."""
PUBLISHED = GIVEN | OWN | {".zip", ".docx", ".mp4"}
"""What a site may have; how each is sent stands in `publish.serving`."""
SITE_WIDE = ("robots.txt", "CNAME", "*verify*.txt", "*verification*.txt")
"""Files that a server, a search engine or WeChat asks for by name at the site's root; no page refers to them."""
FOREIGN: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "document": (".doc", ".docx", ".wps", ".wpt", ".rtf", ".odt", ".ofd", ".ceb", ".pages"),
        "table": (".xls", ".xlsx", ".xlsm", ".et", ".ods", ".numbers"),
        "slides": (".ppt", ".pptx", ".dps", ".odp", ".key"),
        "picture": (".heic", ".heif", ".gif", ".bmp", ".tif", ".tiff", ".avif", ".jfif", ".ico", ".raw", ".dng"),
        "artwork": (".psd", ".ai", ".cdr", ".eps", ".indd", ".svgz"),
        "film": (".mp4", ".mov", ".avi", ".wmv", ".mkv", ".flv", ".webm", ".m4v", ".3gp", ".mp3", ".wav", ".m4a"),
        "page": (".html", ".htm", ".xhtml", ".mht", ".mhtml"),
        "code": (".js", ".mjs", ".css", ".json", ".xml", ".woff", ".woff2", ".ttf", ".otf", ".ttc"),
        "archive": (".zip", ".rar", ".7z", ".tar", ".gz"),
    }
)
"""Endings that come up and aren't taken, by what an office should do with such a file."""


def site_wide(path: str) -> bool:
    """True for a file that is asked for by its name at the root of a site; path: from there."""
    return any(fnmatch(path, name) for name in SITE_WIDE) and "/" not in path


def ending(name: str) -> str:
    """The end of a file's name in small letters, `.jpg`; empty where it has none."""
    stem, dot, end = name.rpartition("/")[2].rpartition(".")
    return f".{end.lower()}" if stem and dot else ""


def foreign(name: str) -> str:
    """What sort of file that isn't taken this is, by its name; empty where nobody knows."""
    return next((sort for sort, endings in FOREIGN.items() if ending(name) in endings), "")
