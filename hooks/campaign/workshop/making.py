"""Making: one frame for all that is slow: each job has a key, is made or kept, proved, or told to its author."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from campaign.core.places import ByName, Places
from campaign.core.problems import CampaignDataError, Message, Problem, UnprovedError
from campaign.workshop.cache import Cache, Files, Progress, make_all
from campaign.workshop.faults import ProofError, UnmakeableError
from campaign.workshop.fingerprint import code_print, fingerprint

Job = TypeVar("Job")


@dataclass(frozen=True, kw_only=True)
class Bench:
    """What making needs besides its jobs.

    cache: where results are kept; places: where authors' problems stand; workers: how many processes work, 0 for one a
    core; progress: told of each result.
    """

    cache: Cache
    places: Places = field(default_factory=ByName)
    workers: int = 0
    progress: Callable[[Progress], None] = lambda _: None


@dataclass(frozen=True, kw_only=True)
class Complaint:
    """One thing an author must mend. about: of several with the same, the one that weighs most is told, once."""

    about: tuple[object, ...]
    problem: Problem
    weight: float = 1.0


@dataclass(frozen=True, kw_only=True)
class Craft(Generic[Job]):
    """How one sort of thing is made.

    make: a module's function, pure, from a job to files; raises UnmakeableError and ProofError; parts: all of a job
    that its files depend on, as JSON-able values and bytes; templates: those that only the job names, as paths below
    the library; engines: versions of what isn't Python; complaints: what an UnmakeableError of a job says to authors.
    """

    make: Callable[[Job], Files]
    parts: Callable[[Job], Iterable[object]]
    templates: Callable[[Job], tuple[str, ...]] = lambda _: ()
    engines: Sequence[Callable[[], str]] = ()
    complaints: Callable[[Job, UnmakeableError, Places], Iterable[Complaint]] = lambda *_: ()

    def key(self, job: Job) -> str:
        """The fingerprint of everything a job's files are made from: code, templates, engines, and the job's parts."""
        code = code_print(self.make, *self.templates(job))
        return fingerprint(code, [engine() for engine in self.engines], *self.parts(job))

    def made(self, jobs: Sequence[Job], bench: Bench) -> list[dict[str, bytes]]:
        """Every job's files in the jobs' order, made or from the cache.

        Raises CampaignDataError with all that authors must mend, UnprovedError with all that failed its proof,
        CacheError where results can't be kept.
        """
        results = make_all(
            jobs, self.make, key=self.key, cache=bench.cache, workers=bench.workers, progress=bench.progress
        )
        problems = self._problems(jobs, results, bench.places)
        if problems:
            raise CampaignDataError(problems)
        faults = list(dict.fromkeys(str(result) for result in results if isinstance(result, ProofError)))
        if faults:
            raise UnprovedError(faults)
        return [_whole(result) for result in results]

    def _problems(self, jobs: Sequence[Job], results: Sequence[Any], places: Places) -> list[Problem]:
        told: dict[tuple[object, ...], Complaint] = {}
        for job, result in zip(jobs, results, strict=True):
            for one in self.complaints(job, result, places) if isinstance(result, UnmakeableError) else ():
                if one.about not in told or one.weight > told[one.about].weight:
                    told[one.about] = one
        return [one.problem for one in told.values()]


def _whole(result: dict[str, bytes] | Exception) -> dict[str, bytes]:
    """A job's files; what nobody can tell an author is raised as it is."""
    if isinstance(result, Exception):
        raise result
    return result


def lacking(text: str, *, cannot: Message, font: Message, where: Message) -> Message:
    """That a font has no glyph for a character or a cluster of them. cannot: `印不出来`, `be printed`."""
    points = " ".join(f"U+{ord(character):04X}" for character in text)
    return Message(
        f"“{text}”（{points}）{cannot.zh}，{font.zh}里没有这个字{where.zh}",
        f"{text!r} ({points}) can't {cannot.en}, {font.en} lacks it{where.en}",
    )


def percent_over(ratio: float) -> int:
    """How much too large something is that is `ratio` times as large as it may be: whole percent, one at least."""
    return max(1, round((ratio - 1) * 100))
