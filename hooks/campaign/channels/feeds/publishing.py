"""Publishing: which revision of each entry the feeds give, and what the history will say of it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from datetime import date, datetime, time
from functools import cached_property

from campaign.channels.feeds.entries import Entry
from campaign.history import History, Line, Revision, instant, revised
from campaign.kinds import Campaign
from campaign.paper.outdated import NONE, Outdated


class Publishing:
    """The entries of one build in all languages, numbered: any change of what one shows outranks what was published.

    shown: each language's entries by UID; now: wall-clock time of the build where the campaign is, None where nobody
    asks for one; paper: by language what paper says that isn't so any more.
    """

    def __init__(
        self,
        campaign: Campaign,
        history: History,
        now: datetime | None,
        shown: Mapping[str, Mapping[str, Entry]],
        paper: Mapping[str, Outdated] = NONE,
    ) -> None:
        self.campaign, self.history, self.shown, self.paper = campaign, history, shown, paper
        self._moment = now
        self._now = instant(now, campaign.campaign.time_zone) if now else None
        self._first = shown[campaign.languages[0]]

    def now_or(self, today: date) -> datetime:
        """Wall-clock time of the build where the campaign is; the beginning of a day where nobody knows it."""
        return self._moment or datetime.combine(today, time())

    @cached_property
    def revisions(self) -> Mapping[str, Revision]:
        """The revision of each entry, by UID."""
        public, last = not self.campaign.campaign.site_address_sample, self.history.last
        return {
            uid: revised(last.get(uid), self._shows[uid], named=entry.named, now=self._now, public=public)
            for uid, entry in self._first.items()
        }

    @cached_property
    def _shows(self) -> Mapping[str, str]:
        """The fingerprint of what each entry shows in all languages."""
        return {
            uid: hashlib.sha256(b"".join(entries[uid].draft for entries in self.shown.values())).hexdigest()[:32]
            for uid in self._first
        }

    def lines(self) -> Iterator[Line]:
        """The history as it is once this build is published: what it said before, then what is new."""
        yield from self.history.lines
        for uid, entry in self._first.items():
            last = self.history.last.get(uid)
            if last is None or (last.shows, last.record, last.days) != (self._shows[uid], entry.record, entry.days):
                titles = {language: entries[uid].title for language, entries in self.shown.items()}
                yield entry.line(self.revisions[uid], self._shows[uid], titles)
