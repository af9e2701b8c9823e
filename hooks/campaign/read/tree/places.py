"""Where each value and record of a campaign stands, for what is found wrong with it after reading."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from campaign.core.problems import Message, Place, Problem
from campaign.kinds import file_of, kinds, pages
from campaign.read.tree.documents import Document, Documents, MarkedRecord
from campaign.read.tree.nodes import Node, Pairs, Scalar, child, text_of
from campaign.read.tree.paths import nearest


@dataclass(frozen=True)
class Places:
    """folder: as problems show it; files: every file read, by name; records: each by kind and id."""

    folder: str
    files: Mapping[str, Document]
    records: Mapping[tuple[str, str], MarkedRecord]

    def problem(self, what: Message, file: str, *steps: str | int, hint: Message | None = None) -> Problem:
        """A problem at a value of a file, or at what is nearest to it: `problem(what, "campaign", "site_address")`."""
        if file not in self.files:
            return Problem(Place(f"{self.folder}/{file}.yml"), what, hint=hint)
        tree = self.files[file].tree
        return self.files[file].problem(nearest(tree, steps), what, hint=hint)

    def of_record(
        self, what: Message, kind: str, record_id: str, *, hint: Message | None = None, key: str = "id"
    ) -> Problem:
        """A problem at a key of a record, its id where nothing else is said; of the file or folder without the record.

        A key that isn't there is said of the record as such.
        """
        found = self.records.get((kind, record_id))
        if found:
            return found.document.problem(_at(found.node, key, "id"), what, hint=hint)
        home = file_of(kind)
        own = self.files.get(home.removesuffix(".yml")) if not record_id and kind in pages() else None
        if own and pages()[kind].file:
            return own.problem(_at(own.tree, key), what, hint=hint)
        return Problem(Place(f"{self.folder}/{home}"), what, hint=hint)

    def file_of(self, kind: str, record_id: str) -> str:
        """The file that a record stands in, `theme` or `outreach/yongjing`; KeyError where there is no such record."""
        return self.records[kind, record_id].document.name

    def of_county(self, folder: str, county: str) -> str:
        """The file of a folder that is a county's, whatever it is called; the usual name where there is none."""
        own = (name for name in self.files if name.startswith(f"{folder}/") and self._county(name) == county)
        return next(own, f"{folder}/{county}")

    def in_braces(self, kind: str, record_id: str) -> bool:
        """True for a record that is written in braces; False where there is none."""
        found = self.records.get((kind, record_id))
        return bool(found and found.node.flow)

    def _county(self, name: str) -> str:
        return text_of(child(self.files[name].tree, "county"))

    def county_at(self, place: Place) -> str:
        """The id of the county that a file is of, or the record that a place stands in; empty for what is common."""
        document = next((one for one in self.files.values() if one.draft.source.path == place.path), None)
        if document is None:
            return ""
        above = [one for one in self.records.values() if one.document is document and one.node.line < place.line]
        nearest_above = max(above, key=lambda one: one.node.line, default=None)
        own = self._county(document.name) if "/" in document.name else ""
        return (nearest_above.text("county") if nearest_above else "") or own


def _at(record: Node, *keys: str) -> Node:
    """Where a record says the first of these keys that it has; of a value on lines of its own its key."""
    for key in keys:
        value = child(record, key)
        if value and isinstance(record, Pairs):
            apart = not isinstance(value, Scalar) and not value.flow
            return record.keys[key] if apart else value
    return record


def places(documents: Documents, folder: str) -> Places:
    """The places of a folder's documents; `folder` is its path as problems show it."""
    records = {(kind, record.id): record for kind in kinds() for record in documents.records(kind)}
    return Places(folder, dict(documents.files), records)
