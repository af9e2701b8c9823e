"""The text of a PDF, as whoever copies it gets it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

ABOUT, BEHIND = 0, -1
"""In place of a page's number: what the file says of itself, and what stands in its fields, marks and links."""


class UnreadablePdfError(Exception):
    """A PDF that is damaged, or locked by a password."""


def pdf_texts(path: Path) -> Iterator[tuple[int, str]]:
    """The text of each page with its number from 1; besides ABOUT, title, author ..., and BEHIND, fields, links ...

    Raises UnreadablePdfError where nobody can look into it.
    """
    import pypdfium2  # type: ignore[import-untyped]

    try:
        document = pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError as error:
        raise UnreadablePdfError(str(error)) from None
    try:
        yield ABOUT, "\n".join(document.get_metadata_dict().values())
        yield BEHIND, _behind(path)
        for number, page in enumerate(document, 1):
            text = page.get_textpage()
            yield number, text.get_text_bounded()
            text.close()
            page.close()
    finally:
        document.close()


def _behind(path: Path) -> str:
    from campaign.workshop.press import behind_pages

    try:
        return behind_pages(path.read_bytes())
    except ValueError as error:
        raise UnreadablePdfError(str(error)) from None
