"""Which frames a campaign's displays need, and when each is shown: pure, from a campaign to jobs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, time

from campaign.channels import Commission
from campaign.channels.screens.content import contents, notice, resting
from campaign.channels.screens.framing import Framer, Spot
from campaign.channels.screens.job import (
    Entry,
    FrameJob,
    Happening,
    ScreenJob,
    Steps,
    Window,
)
from campaign.channels.screens.problems import long_loop
from campaign.core.artifact import Source
from campaign.core.language import Localized
from campaign.core.problems import CampaignDataError
from campaign.kinds import Campaign
from campaign.kinds.display import Display
from campaign.kinds.slide import WEEKDAYS, Slide
from campaign.kinds.timeline import Appearance, briefs
from campaign.say.dates import RANGE, dates
from campaign.say.wording import Wording
from campaign.workshop.art.tokens import tokens

LONGEST_LOOP_S = 1800
CODE_S = (6, 8)
"""How long a code stands at least, because a phone takes so long, and at most."""
REST_S = 10
"""How long the theme stands where a display has nothing else to show."""


def plan(commission: Commission) -> list[ScreenJob]:
    """Every display with its frames and its loop, in the order of screens.yml; an office's own files are read.

    Raises CampaignDataError with every text that no display of its size can show.
    """
    displays = enumerate(commission.campaign.displays)
    planners = [_Planner(commission, display, position) for position, display in displays]
    jobs = [planner.job() for planner in planners]
    problems = [problem for planner in planners for problem in planner.framer.problems]
    if problems:
        raise CampaignDataError(problems)
    return jobs


@dataclass
class _Planner:
    """One display being planned."""

    commission: Commission
    display: Display
    position: int

    def __post_init__(self) -> None:
        self.campaign, self.context = self.commission.campaign, self.commission.context
        self.framer = Framer(self.commission, self.display)

    def job(self) -> ScreenJob:
        """The display, whole; what keeps it from being so is in the framer's `problems`.

        How long a loop may be is judged by its messages: nobody asked for the codes, and each adds a few seconds.
        """
        entries = [*self._notice(), *(entry for item in self._items() for entry in self._entries(*item))]
        if (seconds := sum(entry.seconds for entry in entries if not entry.code)) > LONGEST_LOOP_S:
            self._too_long(seconds)
        entries += self._rest(entries)
        main, days = self.display.languages[0], self.campaign.days
        return ScreenJob(
            display=self.display,
            position=self.position,
            title=self.display.name[main],
            campaign_name=self.campaign.campaign.name[main],
            frames=tuple(self.framer.frames.values()),
            entries=tuple(entries),
            film_day=min(max(self.context.today, days[0]), days[-1]),
            happenings=tuple(self._happenings(main)),
            told_on=_told_on(self.campaign),
            first_day=days[0],
            last_day=days[-1],
            colours=dict(tokens().colours),
            site_address=self.context.site_address,
            priorities=tuple(one.id for one in self.campaign.priorities.priorities),
        )

    @property
    def wordings(self) -> tuple[Wording, ...]:
        """The languages of this display's frames: both at once, or each on its own."""
        tags = self.display.languages
        if self.display.bilingual == "together" and len(tags) > 1:
            return (Wording(tags[0], tags[1]),)
        return tuple(Wording(tag) for tag in tags)

    def _items(self) -> list[tuple[int, Slide]]:
        """The playlist with each item's number, in the order it plays."""
        numbered = list(enumerate(self.display.playlist))
        return sorted(numbered, key=lambda item: (item[1].order is None, item[1].order or 0))

    def _entries(self, number: int, slide: Slide) -> Iterator[Entry]:
        steps: Steps = ("screens", "displays", self.position, "playlist", number, "shows")
        if slide.file:
            yield self._own(slide, slide.file, steps)
            return
        for content in contents(self.campaign, self.display, slide):
            window = _window(slide, first=content.first, last=content.last)
            if window.starts and window.ends and window.starts > window.ends:
                continue
            yield from self._said(self.framer.spot(content, steps), slide.seconds, window)

    def _said(self, spot: Spot, seconds: int, window: Window) -> Iterator[Entry]:
        """A message in each of the display's languages, then its code, once for all of them.

        So messages and codes take turns. A code stands as long as its message, but within `CODE_S`: a loop of short
        messages takes at most twice its time, one of long ones little more.
        """
        least, most = CODE_S
        for wording in self.wordings:
            yield Entry(name=self.framer.message(spot, wording), seconds=seconds, window=window)
        if spot.payload:
            held = min(max(seconds, least), most)
            yield Entry(name=self.framer.code(spot), seconds=held, window=window, code=True)

    def _own(self, slide: Slide, name: str, steps: Steps) -> Entry:
        """An office's own picture or film."""
        content = (self.commission.folder / name).read_bytes()
        key = f"own-{slide.shows}-{steps[4]}"
        for look in self.display.looks:
            self.framer.frames[key, look] = FrameJob(
                name=key,
                look=look,
                display=self.display.id,
                data={"width": self.display.width_px, "height": self.display.height_px, "seconds": slide.seconds},
                media=name,
                film=slide.shows == "film",
                steps=(*steps[:-1], "file"),
                source=Source(kind=slide.shows, id=name),
                title=name,
                titles=Localized(dict.fromkeys(self.campaign.languages, name)),
                language=self.display.languages[0],
                content=content,
            )
        return Entry(name=key, seconds=slide.seconds, window=_window(slide))

    def _notice(self) -> Iterator[Entry]:
        """The urgent notice, first of all, until it ends."""
        urgent = self.campaign.notice
        if urgent is None or self.commission.moment >= urgent.ends:
            return
        if urgent.displays and self.display.id not in urgent.displays:
            return
        content = notice(self.campaign, urgent.text, name="urgent-notice", short=urgent.short, sample=urgent.sample)
        steps = ("notice", "short" if urgent.short else "text")
        window = Window(since=urgent.starts, until=urgent.ends)
        for wording in self.wordings:
            name = self.framer.message(self.framer.spot(content, steps), wording)
            yield Entry(name=name, seconds=urgent.seconds, window=window, notice=True)

    def _rest(self, entries: Sequence[Entry]) -> Iterator[Entry]:
        """The theme, which holds on any day, for a display that has nothing else to show at some hour.

        It is left out where the theme is too long, here or when it is set (`FrameJob.spare`): with nothing left the
        display shows the campaign's name.
        """
        if any(entry.window.always for entry in entries):
            return
        known = len(self.framer.problems)
        spot = self.framer.spot(resting(self.campaign), ("screens", "displays", self.position), spare=True)
        resting_on = list(self._said(spot, REST_S, Window(rest=True)))
        del self.framer.problems[known:]
        yield from (entry for entry in resting_on if self.framer.there(entry.name))

    def _happenings(self, tag: str) -> Iterator[Happening]:
        """What takes place in the display's county or in all of them, for now and next; what has days alone is last."""
        every = [one for day in self.campaign.timeline.values() for one in day]
        for one in sorted(every, key=lambda one: not one.stretch.timed):
            brief, span = one.stretch.brief, one.stretch.span
            if brief.county in ("", self.display.county) and brief.state.holds:
                yield Happening(
                    title=(span.what or brief.title)[tag],
                    starts=one.starts,
                    ends=one.ends,
                    till=_till(one, tag),
                    whole=not one.stretch.timed,
                    sample=one.stretch.sample and not self.context.release,
                )

    def _too_long(self, seconds: int) -> None:
        what, steps = long_loop(seconds, LONGEST_LOOP_S, self.display.id), ("displays", self.position, "playlist")
        self.framer.problems.append(self.commission.places.problem(what, "screens", *steps))


def _window(slide: Slide, *, first: date | None = None, last: date | None = None) -> Window:
    """When a slide is shown; first, last: the days before and after which what it shows isn't true."""
    starts = max((day for day in (slide.starts, first) if day), default=None)
    ends = min((day for day in (slide.ends, last) if day), default=None)
    days = tuple(WEEKDAYS.index(day) for day in slide.weekdays)
    return Window(starts=starts, ends=ends, weekdays=days, opens=slide.opens, closes=slide.closes)


def _till(one: Appearance, tag: str) -> str:
    """`– 11:00`, `– 24:00`; of what goes on past this day's midnight, or has days alone, its last day."""
    midnight, span = one.ends.time() == time(), one.stretch.span
    if not one.stretch.timed or (midnight and one.part.goes_on):
        return dates(tag).lasting(one.part, span.starts, span.ends)
    return f"{RANGE} {dates(tag).stop(one.day, one.ends)}"


def film_entries(job: ScreenJob) -> list[Entry]:
    """What the film of the day shows; the urgent notice has a film of its own, because a film can't end by itself.

    Where nothing is due that day the display rests: what is outside its dates is never shown. Nothing where it has
    nothing to rest on either: there is no film then.
    """
    due = [entry for entry in job.entries if not entry.notice and entry.window.on(job.film_day)]
    return due or [entry for entry in job.entries if entry.window.rest]


def _told_on(campaign: Campaign) -> date | None:
    """The last day before the campaign on which the data says that something was issued or changed."""
    told = [brief.state.since for brief in briefs(campaign) if brief.state.since]
    told += [campaign.plan.issued] if campaign.plan and campaign.plan.issued else []
    return max((day for day in told if day <= campaign.days[0]), default=None)
