"""Parts: a long campaign's days by the week or by the month, what each has, and which of its days have nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from campaign.channels.site.cards import Beside, Cards, EventCard
from campaign.core.times import Period, Unit
from campaign.say.dates import dates
from campaign.say.words import Words


@dataclass(frozen=True)
class Parts:
    """The periods of a campaign in one language; by_day, beside: the events and what else there is on each day."""

    periods: tuple[Period, ...]
    by_day: Mapping[date, Cards]
    beside: Mapping[date, tuple[Beside, ...]]
    words: Words

    @property
    def folded(self) -> bool:
        """True where the days are too many to stand one by one."""
        return self.periods[0].unit is not Unit.DAY

    def name(self, period: Period) -> str:
        """What a period is called."""
        return dates(self.words.language).period(period)

    def of(self, day: date) -> str:
        """What the period of a day is called."""
        return next(self.name(one) for one in self.periods if one.first <= day <= one.last)

    @property
    def shown(self) -> tuple[Period, ...]:
        """The periods that readers are told of: each day by itself; of weeks and months those that have anything on."""
        return tuple(one for one in self.periods if self.busy(one)) if self.folded else self.periods

    def busy(self, period: Period) -> list[date]:
        """The days of a period that have anything on."""
        return [day for day in period.days if self.by_day[day] or self.beside[day]]

    def quiet(self, period: Period) -> str:
        """The days of a period that have nothing on, in words; nothing where all have."""
        days = [day for day in period.days if not (self.by_day[day] or self.beside[day])]
        return self.words.say("home_nothing_on", days=dates(self.words.language).several(days)) if days else ""

    def within(self, period: Period) -> Cards:
        """The events of a period, each once, as its first day there has it."""
        found: dict[str, EventCard] = {}
        for day in period.days:
            for card in self.by_day[day]:
                found.setdefault(card.id, card)
        return tuple(found.values())
