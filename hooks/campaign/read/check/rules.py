"""Rules between records: each looks at the marked trees, so that it holds even where a record isn't valid otherwise."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from campaign.core.problems import Problem
from campaign.kinds import Surroundings
from campaign.read.check.contacts import contact_rules
from campaign.read.check.floor_plan import floor_plan_rules
from campaign.read.check.pictures import picture_rules
from campaign.read.check.playlists import playlist_rules
from campaign.read.check.record_names import Names
from campaign.read.check.references import reference_rules
from campaign.read.check.repetitions import repetition_rules
from campaign.read.tree.documents import Documents

RULES: tuple[Callable[[Documents], Iterator[Problem]], ...] = (
    repetition_rules,
    picture_rules,
    contact_rules,
    floor_plan_rules,
    playlist_rules,
)


def rule_problems(documents: Documents, around: Surroundings, names: Names) -> Iterator[Problem]:
    """Every breach of a rule between records; `around` as the models had it."""
    for rule in RULES:
        yield from rule(documents)
    yield from reference_rules(documents, around, names)
