"""Changed: what a page says of a record that isn't as planned, or isn't as the paper of it says."""

from __future__ import annotations

from dataclasses import dataclass

from campaign.history import History, anchor
from campaign.kinds import Campaign, Kind, addressed
from campaign.kinds.brief import Brief, Key
from campaign.kinds.status import badge
from campaign.paper.outdated import Outdated
from campaign.say.dates import dates
from campaign.say.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What is said in one language. status: its word in CSS; mark: the same for people, nothing where all is as planned
    and paper alone is wrong; anchor: where feeds lead; text: what changed; day: when that was told; paper: what paper
    says that isn't so any more."""

    status: str
    mark: str = ""
    anchor: str = ""
    text: str = ""
    day: str = ""
    paper: tuple[str, ...] = ()


def change(campaign: Campaign, history: History, paper: Outdated, key: Key, words: Words) -> Change | None:
    """What isn't as planned of a record or a page, or isn't as paper says; None where all is."""
    told, wrong, language = _brief(campaign, key), paper.get(key, ()), words.language
    if told is None or told.state.planned:
        return Change(status="changed", paper=wrong) if wrong else None
    state = told.state
    return Change(
        status=state.word,
        mark=badge(state, words),
        anchor=anchor(campaign, history, told),
        text=state.change[language] if state.change else "",
        day=dates(language).short(state.since) if state.since else "",
        paper=wrong,
    )


def _brief(campaign: Campaign, key: Key) -> Brief | None:
    found = addressed(key[0])
    if found.brief is None:
        return None
    return found.brief(campaign, campaign.record(*key)) if isinstance(found, Kind) else found.brief(campaign)
