"""Rules between contacts and those who name them: a county's own phone stands with that county alone."""

from __future__ import annotations

from collections.abc import Iterator

from campaign.core.problems import Message, Problem
from campaign.read.check.record_names import record_names, with_names
from campaign.read.tree.documents import Document, Documents
from campaign.read.tree.nodes import Node, child, text_of

HINT = Message(
    "写本县（市）的或全州的联系人；大家都用的，在 contacts.yml 里删去它的“county”",
    "name a contact of this county or of the whole campaign; where all use it, take its county out in contacts.yml",
)


def contact_rules(documents: Documents) -> Iterator[Problem]:
    """Contacts that are of another county than the one that names them; a county that isn't there is told elsewhere."""
    there = {county.id for county in documents.records("county")}
    of = {contact.id: county for contact in documents.records("contact") if (county := contact.text("county")) in there}
    for document, node, county in _named(documents):
        owner = of.get(text_of(node), county)
        if owner != county and (not county or county in there):
            (named,) = with_names([owner], record_names(documents)["county"])
            zh = f"联系人“{text_of(node)}”是 {named} 一家的，这里不能用"
            yield document.problem(node, Message(zh, f"{text_of(node)} is of {owner} alone"), hint=HINT)


def _named(documents: Documents) -> Iterator[tuple[Document, Node, str]]:
    """Every place where a contact is named, and the county that it is named for; empty for the whole campaign."""
    for county in documents.records("county"):
        if node := child(county.node, "contact"):
            yield county.document, node, county.id
    for event in documents.records("event"):
        if node := child(event.node, "contact"):
            yield event.document, node, text_of(child(event.document.tree, "county"))
    plan = documents.files.get("plan")
    if plan and (node := child(plan.tree, "contact")):
        yield plan, node, ""
