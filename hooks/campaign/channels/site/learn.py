"""Learn: the quiz and the frequently asked questions; the other pages to learn from are written by hand."""

from __future__ import annotations

from collections.abc import Iterator

from campaign.channels.site.edition import Edition
from campaign.core.artifact import Page, Source
from campaign.kinds import urls
from campaign.kinds.faq import FaqFile
from campaign.kinds.quiz import QuizFile


def pages(edition: Edition) -> Iterator[Page]:
    """A page for each of the two files that is there."""
    if quiz := edition.campaign.quiz:
        yield _page(edition, "quiz", quiz)
    if faq := edition.campaign.faq:
        yield _page(edition, "faq", faq)


def _page(edition: Edition, name: str, file: QuizFile | FaqFile) -> Page:
    home = urls.LEARN if urls.LEARN in edition.context.written else ""
    return edition.page(
        urls.page(name),
        name,
        title=edition.text(file.name),
        description=edition.text(file.lead),
        source=Source(kind=name),
        edit_path=f"{name}.yml",
        home=home,
        file=file,
    )
