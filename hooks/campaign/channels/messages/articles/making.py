"""Making an article: its pictures, its HTML held to what the editor keeps, the page around it, and its .docx."""

from __future__ import annotations

from campaign.channels.messages.articles.drawing import drawn
from campaign.channels.messages.articles.markup import article
from campaign.channels.messages.articles.page import page, script, sheet
from campaign.channels.messages.articles.paper import document
from campaign.channels.messages.articles.shown import pictures
from campaign.channels.messages.enclosures import EnclosureJob
from campaign.workshop.making import Craft
from campaign.workshop.typeset import engine_version

TEMPLATES = tuple(
    f"channels/messages/articles/templates/{name}"
    for name in ("head.typ", "tile.typ", "article.j2.html", "article.j2.css", "page.j2.html", "page.j2.css", "page.js")
)


def make_article(job: EnclosureJob) -> dict[str, bytes]:
    """An article's files by their names; ProofError where the editor wouldn't keep it, or a code can't be read."""
    shown = pictures(job.data)
    made = {one.key: drawn(one.key, job.data) for one in shown}
    html = article(job.data, made)
    return {
        "article.html": page(job.data, html),
        "article.css": sheet(),
        "article.js": script(),
        "article.docx": document(job.data, made),
        **{one.name: made[one.key] for one in shown},
    }


CRAFT = Craft(
    make=make_article,
    parts=lambda job: (dict(job.data),),
    templates=lambda _: TEMPLATES,
    engines=(engine_version,),
)
"""How an article is made and kept."""
