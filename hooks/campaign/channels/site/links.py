"""Links: from one page to the others and to the site's files, always relative unless a root is given (404 pages)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from campaign.kinds import urls


@dataclass(frozen=True, slots=True)
class Links:
    """up: the way to the language's root; root: the way to the site's root; both end in a slash."""

    up: str
    root: str

    @classmethod
    def from_page(cls, path: str, language: str, languages: Sequence[str], *, root: str | None = None) -> Links:
        """The ways from a page, by its path from its language's root.

        root: the site's path on its host, for pages that have no place of their own.
        """
        folder = urls.language_root(language, languages)
        if root is not None:
            return cls(root + folder, root)
        return cls(urls.up(path), urls.up(folder + path))

    def page(self, name: str, record_id: str = "") -> str:
        """The link to a page of the same language."""
        return self.up + urls.page(name, record_id)

    def to(self, path: str) -> str:
        """The link to a path from the language's root."""
        return self.up + path

    def file(self, path: str) -> str:
        """The link to a file by its path from the site's root."""
        return self.root + path

    def abroad(self, path: str, language: str, languages: Sequence[str]) -> str:
        """The link to a path from another language's root."""
        return self.root + urls.language_root(language, languages) + path
