"""Article: an official account's article to copy, its pictures in their order, and the same as .docx."""

from __future__ import annotations

from collections.abc import Iterator

from campaign.channels import Commission
from campaign.channels.messages.enclosures import EnclosureJob, Maker, Part
from campaign.channels.messages.job import Composed
from campaign.workshop.making import Craft

CHANNEL = "wechat-article"
FILES = (
    Part(name="article.html", role="article"),
    Part(name="article.docx", role="document"),
    Part(name="article.css", role="aid"),
    Part(name="article.js", role="aid"),
)


def jobs(commission: Commission, one: Composed) -> Iterator[EnclosureJob]:
    """An article's files; none on another channel."""
    if one.channel != CHANNEL:
        return
    from campaign.channels.messages.articles.content import content
    from campaign.channels.messages.articles.shown import pictures

    data = content(commission, one)
    shown = [Part(name=picture.name, role="picture", alt=picture.alt) for picture in pictures(data)]
    yield EnclosureJob.of(one, (*FILES, *shown), data)


def craft() -> Craft[EnclosureJob]:
    """How it is made and kept."""
    from campaign.channels.messages.articles.making import CRAFT

    return CRAFT


MAKER = Maker(jobs=jobs, craft=craft)
