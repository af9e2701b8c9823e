"""What a draft leaves open: every TODO, told at its line until somebody writes what belongs there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from campaign.core.problems import Message, Problem
from campaign.read.tree.documents import Documents
from campaign.read.tree.nodes import scalars

LONGEST = 40
TODO = re.compile(r"\bTODO\b", re.ASCII)


def unfinished(documents: Documents) -> Iterator[Problem]:
    """A mention of each text that still says TODO, in the order of its file."""
    for document in documents.files.values():
        found = (node for node in scalars(document.tree) if TODO.search(node.text))
        yield from (document.problem(node, _still(node.text)) for node in sorted(found, key=lambda node: node.line))


def _still(text: str) -> Message:
    text = text.split("\n")[0][:LONGEST]
    return Message(f"还没有填：{text}", f"still to be written: {text}")
