"""What paper out there says of when and where a record takes place, and what of that isn't so any more."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from campaign.core.language import said_in
from campaign.kinds import kinds, printed_of
from campaign.kinds.kind import Fields, Kind
from campaign.kinds.status import Status
from campaign.paper.copies import may_be_out
from campaign.paper.ledger import Print, Printed
from campaign.paper.spans import Span, clocks, keeps, spans, spans_said
from campaign.say.words import words

Facts = Mapping[str, str]
Key = tuple[str, str]
CLOCK = re.compile(r"\d{2}:\d{2}")
WHEN, WHERE, OFF, ONLY_OFF = "when", "where", "off", "only_off"


@dataclass(frozen=True, slots=True)
class Statement:
    """What one edition says of a record: the edition's serial, and the record's facts by field path."""

    edition: int
    facts: Facts


def statements(printed: Iterable[Printed]) -> dict[Key, tuple[Statement, ...]]:
    """What paper says of all that is found by a time and a place: its own sheets, and timetables it is on."""
    found: dict[Key, list[Statement]] = {}
    placed = {kind.key: kind for kind in kinds().values() if kind.printed and kind.printed.times}
    for one in printed:
        versions = {copy.edition: copy.version for copy in may_be_out(one)}
        for edition, version in sorted(versions.items()):
            facts = version.facts if isinstance(version, Print) else {}
            for key, said in _of_each(one, facts, placed):
                found.setdefault(key, []).append(Statement(edition, said))
    return {key: tuple(every) for key, every in found.items()}


def _of_each(one: Printed, facts: Facts, placed: Mapping[str, Kind]) -> Iterator[tuple[Key, Facts]]:
    """Facts of one edition by the record they are of: `events.opening.starts` on a timetable is an event's `starts`."""
    if printed_of(one.kind).times:
        yield one.key, facts
        return
    listed: dict[Key, dict[str, str]] = {}
    for path, text in facts.items():
        key, _, rest = path.partition(".")
        record_id, _, field = rest.partition(".")
        if key in placed and field:
            listed.setdefault((placed[key].name, record_id), {})[field] = text
    yield from listed.items()


@dataclass(frozen=True)
class Difference:
    """What a record's paper says against what is so now.

    official: the language whose wording tells another place from one that was only translated better; known: the hours
    that some paper of the record names, and those of now.
    """

    kind: str
    statement: Statement
    now: Facts
    official: str = "zh"
    known: frozenset[str] = frozenset()

    @cached_property
    def before(self) -> tuple[Span, ...]:
        """The times on paper that aren't so any more: an hour that wasn't known when it was printed makes none of it.

        A time that was added beside those on paper misleads nobody.
        """
        said, now = (spans(printed_of(self.kind).times, facts) for facts in (self.statement.facts, self.now))
        return tuple(one for one in said if not any(keeps(there, one) for there in now))

    @cached_property
    def after(self) -> tuple[Span, ...]:
        """The times now that aren't on paper; where there is none of those, all there are."""
        said, now = (spans(printed_of(self.kind).times, facts) for facts in (self.statement.facts, self.now))
        return tuple(one for one in now if not any(keeps(one, there) for there in said)) or now

    @property
    def when(self) -> bool:
        """True where a time on paper isn't so any more."""
        return bool(self.before)

    @cached_property
    def where(self) -> bool:
        """True where the place is another in the official wording: one translated better is the same place."""
        return bool(self.elsewhere)

    @cached_property
    def elsewhere(self) -> Fields:
        """The fields of the place that say another one."""
        return tuple(path for path in printed_of(self.kind).places if self._elsewhere(path))

    @property
    def off(self) -> bool:
        """True where paper lets people come and it doesn't take place."""
        return _holds(self.statement.facts) and not _holds(self.now)

    @property
    def unsaid(self) -> bool:
        """True where nothing says why: no status; the one, and the reason, that this paper had already; or a reason
        that tells of an hour which is neither on paper nor the one now, left from an earlier change.
        """
        if not self.when and not self.where:
            return False
        before, now = ({path: one.get(path) for path in _reasons(one)} for one in (self.statement.facts, self.now))
        if now.get("status", Status.PLANNED) == Status.PLANNED:
            return True
        told = set(CLOCK.findall(self.now.get(f"change.{self.official}", "")))
        stale = self.when and bool(told - self.known)
        return stale or (any(path.startswith("change") for path in before) and before == now)

    def _elsewhere(self, path: str) -> bool:
        before, now = _texts(self.statement.facts, path), _texts(self.now, path)
        shared = before.keys() & now.keys()
        counted = shared & {self.official} or shared
        return bool(counted) and all(before[tag] != now[tag] for tag in counted)


def differences(kind: str, said: Sequence[Statement], now: Facts, official: str) -> list[Difference]:
    """Each edition of which something isn't so any more."""
    times = printed_of(kind).times
    known = clocks(span for facts in (now, *(one.facts for one in said)) for span in spans(times, facts))
    every = (Difference(kind, one, now, official, known) for one in said)
    return [one for one in every if one.when or one.where or one.off]


def told(kind: str, said: Sequence[Statement], now: Facts, language: str, official: str) -> tuple[str, ...]:
    """What is said to those who hold the paper, a sentence each; editions are named where they don't say the same."""
    found = differences(kind, said, now, official)
    groups: dict[tuple[str, str, str], set[int]] = {}
    for one in found:
        for sentence in _sentences(one, language):
            groups.setdefault(sentence, set()).add(one.statement.edition)
    kinds_of = [word for word, _, _ in groups]
    lines, spoken = [], words(language)
    for (word, before, after), editions in groups.items():
        numbered = kinds_of.count(word) > 1 or len(found) < len(said)
        figures = {"before": before, "now": after, "state": after, "editions": _numbers(editions, spoken.joiner)}
        lines.append(spoken.say(f"paper_{word}{'_of' if numbered else ''}", **figures))
    return tuple(lines)


def _numbers(editions: Iterable[int], joiner: str) -> str:
    return joiner.join(f"-{edition}" for edition in sorted(set(editions)))


def _sentences(one: Difference, language: str) -> Iterator[tuple[str, str, str]]:
    if one.off:
        facts = one.statement.facts
        said = times_on(one.kind, facts, language) or place_said(one.kind, facts, language)
        yield (OFF if said else ONLY_OFF), said, Status(one.now["status"]).said(words(language))
        return
    if one.when:
        yield WHEN, *times_said(one, language)
    if one.where:
        yield WHERE, *places_said(one, language)


def times_on(kind: str, facts: Facts, language: str) -> str:
    """Every time that facts say, as people write it; nothing where they say none."""
    return spans_said(spans(printed_of(kind).times, facts), language)


def times_said(one: Difference, language: str) -> tuple[str, str]:
    """The times on paper that aren't so any more, and those that are so now instead."""
    before, after = spans_said(one.before, language, one.after), spans_said(one.after, language, one.before)
    return before, after or words(language).no_time


def places_said(one: Difference, language: str) -> tuple[str, str]:
    """The place on paper and the one now, as far as they differ: of the same street another house, or the venue.

    In the official wording where this language still says the same.
    """
    facts = (one.statement.facts, one.now)
    before, now = (place_said(one.kind, said, language, one.elsewhere) for said in facts)
    if before == now and language != one.official:
        before, now = (place_said(one.kind, said, one.official, one.elsewhere) for said in facts)
    return before, now


def place_said(kind: str, facts: Facts, language: str, paths: Fields = ()) -> str:
    """A place as people write it: the venue, then the address where there is one; or these fields of it."""
    texts = [_texts(facts, path) for path in paths or printed_of(kind).places]
    found = [said_in(one, language) for one in texts if one]
    return str(words(language).joiner).join(dict.fromkeys(found))


def _texts(facts: Facts, path: str) -> dict[str, str]:
    """A text in each of its languages, as far as the ledger keeps it."""
    head = f"{path}."
    found = ((one.removeprefix(head), text) for one, text in facts.items() if one.startswith(head))
    return {tag: text.partition(" sha256:")[0] for tag, text in found}


def _holds(facts: Facts) -> bool:
    return Status(facts.get("status", Status.PLANNED)).holds


def _reasons(facts: Facts) -> list[str]:
    return [path for path in facts if path == "status" or path.partition(".")[0] == "change"]
