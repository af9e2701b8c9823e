"""What every value is checked against, gathered from the plain trees before any of them is validated."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from campaign.core.language import TAG
from campaign.kinds import Surroundings, files, kinds
from campaign.kinds.fields import ID
from campaign.read.tell.models import stands_in
from campaign.read.tree.documents import Documents
from campaign.read.tree.nodes import Items, Node, Pairs, child, items_of, text_of


def gather(documents: Documents, *, images: frozenset[str], films: frozenset[str] = frozenset()) -> Surroundings:
    """The surroundings of a folder's documents; what stands in files that can't be read is unknown."""
    head = documents.files.get("campaign")
    tree = head.tree if head else None
    languages = _languages(child(tree, "languages"))
    ids = {kind: found for kind in kinds() if (found := _ids(kind, documents)) is not None}
    around = Surroundings(languages=languages, ids=ids, week=_week(child(tree, "week")), images=images, films=films)
    return around if languages else replace(around, spare_languages=_tags(documents))


def _languages(node: Node | None) -> tuple[str, ...]:
    """The site's languages; none where any of them is in doubt."""
    tags = [text_of(item) for item in items_of(node)]
    return tuple(tags) if len(set(tags)) == len(tags) and all(map(TAG.fullmatch, tags)) else ()


def _tags(documents: Documents) -> tuple[str, ...]:
    """Every key that might be a language: while nobody knows the site's languages, none is wrong."""
    found: set[str] = set()
    waiting = [document.tree for document in documents.files.values()]
    while waiting:
        node = waiting.pop()
        if isinstance(node, Items):
            waiting += node.items
        elif isinstance(node, Pairs):
            found.update(filter(TAG.fullmatch, node.values))
            waiting += node.values.values()
    return tuple(sorted(found))


def _week(node: Node | None) -> tuple[date, date] | None:
    try:
        starts, ends = (date.fromisoformat(text_of(child(node, key))) for key in ("starts", "ends"))
    except ValueError:
        return None
    return (starts, ends) if starts <= ends else None


def _ids(kind: str, documents: Documents) -> frozenset[str] | None:
    """Every id of a kind; None where a file or a record leaves one unknown."""
    home, there = kinds()[kind], list(documents.of_kind(kind))
    if any(stands_in(kind, name) for name in documents.unread) or (not there and files()[home.file].required):
        return None
    found: set[str] = set()
    for document in there:
        records = child(document.tree, home.key)
        if records is None and not document.model.model_fields[home.key].is_required():
            continue
        ids = [_known_ids(record) for record in records.items] if isinstance(records, Items) else [()]
        if not all(ids):
            return None
        found.update(*ids)
    return frozenset(found)


def _known_ids(record: Node) -> tuple[str, ...]:
    """The id of a record; empty while nobody knows it: those who name it may mean it as it was, or as it will be."""
    value = text_of(child(record, "id"))
    return (value,) if ID.fullmatch(value) else ()
