"""The book of one build: every printed address, where it leads, and what a release will write into the ledger."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from campaign.core.context import BuildContext
from campaign.core.problems import CampaignDataError
from campaign.kinds import Campaign
from campaign.kinds.printed import PermalinksFile
from campaign.paper.allot import Imprint, allot, payload, plain_address
from campaign.paper.changes import Changes
from campaign.paper.facts import alike, essence, facts
from campaign.paper.ledger import LOOK, Entry, Ledger, Print, Printed
from campaign.paper.places import Files, Places
from campaign.paper.records import Reachable, reachable

Key = tuple[str, str]


@dataclass(frozen=True)
class Book:
    """Every address of one build.

    present: what can be reached, by kind and id; imprints: what goes on paper for each; essence: what each is;
    facts: what its sheets say; printed: every code on paper, as the notes leave it; notes: entries due before prints;
    counties: whose file a record stands in, where it is a county's; official: the language whose wording counts;
    looks: records that say the same as before and look new, each with a number of its own.
    """

    ledger: Ledger
    present: Mapping[Key, Reachable]
    imprints: Mapping[Key, Imprint]
    essence: Mapping[Key, Mapping[str, str]]
    facts: Mapping[Key, Mapping[str, str]]
    printed: Mapping[Key, Printed]
    notes: tuple[Entry, ...]
    counties: Mapping[Key, str] = field(default_factory=dict)
    official: str = "zh"
    looks: tuple[Key, ...] = ()

    @property
    def over(self) -> tuple[Printed, ...]:
        """What is on paper and no more, in order of printing."""
        return tuple(one for one in self.printed.values() if one.over)

    def imprint(self, kind: str, record_id: str = "") -> Imprint:
        """What goes on paper for one record; KeyError where it has no address."""
        return self.imprints[kind, record_id]

    def changed(self, key: Key) -> bool:
        """True where what the sheets say isn't what was printed last, or nothing was."""
        return _changed(self.printed.get(key), self.imprints[key].payload, self.facts[key])

    def in_new_looks(self, files: Mapping[Key, Mapping[str, str]]) -> Book:
        """The book where what looks new has a number of its own, so that no two looks are on paper under one.

        files: as in `prints`, of what was made with the numbers that stand here. A sheet looks new where another file
        was made of the same words before; one that it shares with a record whose words changed says nothing of its own.
        """
        shared = {path for key in self.present if self.changed(key) for path in files.get(key, ())}
        own = {key: {p: made for p, made in files.get(key, {}).items() if p not in shared} for key in self.present}
        looks = tuple(key for key in self.present if not self.changed(key) and self._looks_new(key, own[key]))
        first = self.ledger.next_serial + len(self.notes) + sum(map(self.changed, self.present))
        numbers = {key: replace(self.imprints[key], edition=first + at) for at, key in enumerate(looks)}
        return replace(self, imprints={**self.imprints, **numbers}, looks=looks)

    def prints(self, files: Mapping[Key, Mapping[str, str]], today: date) -> Iterator[Entry]:
        """What a release writes: the notes, then a print entry for each record that changed, for each in a new look,
        and for each of which there are more files.

        files: SHA-256 of each record's printed files by path. A record with words and files as before has no new entry,
        nor has one of whose files fewer are made: what was printed of it stays printed.
        """
        yield from self.notes
        changed = [key for key in self.present if self.changed(key)]
        numbered = {*changed, *self.looks}
        more = [key for key in self.present if key not in numbered and self._restyled(key, files.get(key, {}))]
        for serial, key in enumerate((*changed, *self.looks), self.ledger.next_serial + len(self.notes)):
            yield self._print(key, serial, files.get(key, {}), today, why=LOOK if key in self.looks else "")
        for key in more:
            yield self._print(key, self.printed[key].last.edition, files.get(key, {}), today)

    def _looks_new(self, key: Key, files: Mapping[str, str]) -> bool:
        """True where a file isn't the one that was made of these words last."""
        made, edition = self.printed[key].made, self.printed[key].last.edition
        known = {path: made[path].files[path] for path in files if path in made and made[path].edition == edition}
        return any(files[path] != digest for path, digest in known.items())

    def _restyled(self, key: Key, files: Mapping[str, str]) -> bool:
        """True where a file isn't the one that was printed last, or was last printed with other words."""
        printed = self.printed[key]
        made = {path: (entry.files[path], entry.edition) for path, entry in printed.made.items()}
        return any(made.get(path) != (digest, printed.last.edition) for path, digest in files.items())

    def _print(self, key: Key, edition: int, files: Mapping[str, str], today: date, *, why: str = "") -> Print:
        imprint = self.imprints[key]
        return Print(
            day=today,
            code=imprint.code,
            kind=key[0],
            id=key[1],
            payload=imprint.payload,
            names=dict(self.present[key].names),
            edition=edition,
            essence=dict(self.essence[key]),
            facts=dict(self.facts[key]),
            files=dict(sorted(files.items())),
            county=self.counties.get(key, ""),
            why=why,
        )


def book(campaign: Campaign, context: BuildContext, ledger: Ledger, *, places: Places | None = None) -> Book:
    """The addresses of a build; CampaignDataError where a printed one would break or change its meaning.

    The payload carries the campaign's print address, or its site address where it has none; never the one a preview is
    served from.
    """
    present = {one.key: one for one in reachable(campaign)}
    declared = campaign.permalinks or PermalinksFile()
    being = {key: essence(campaign, *key) for key in present}
    changes = Changes(ledger, present, being, declared, context.today, places or Files()).find(campaign)
    imprints = _imprints(campaign, allot(present, changes.printed))
    if changes.problems:
        raise CampaignDataError(changes.problems)
    said = {key: facts(campaign, *key) for key in present}
    numbered = _numbered(imprints, said, changes, release=context.release)
    counties = {("event", event): county.id for event, county in campaign.county_of.items()}
    official = campaign.campaign.official_language
    return Book(ledger, present, numbered, being, said, changes.printed, tuple(changes.notes), counties, official)


def draft(campaign: Campaign) -> dict[Key, Imprint]:
    """What would go on paper had nothing been printed yet: as long as what will, so that sheets can be planned."""
    return _imprints(campaign, allot((one.key for one in reachable(campaign)), {}))


def _imprints(campaign: Campaign, codes: Mapping[Key, str]) -> dict[Key, Imprint]:
    address = campaign.campaign.paper_address
    return {key: Imprint(code, payload(address, code), plain_address(address, code)) for key, code in codes.items()}


def _numbered(
    imprints: Mapping[Key, Imprint], said: Mapping[Key, Mapping[str, str]], changes: Changes, *, release: bool
) -> dict[Key, Imprint]:
    """Each imprint with the serial of what it says: the one on paper where nothing changed, a new one in a release."""
    found, serial = {}, changes.ledger.next_serial + len(changes.notes)
    for key, one in imprints.items():
        printed = changes.printed.get(key)
        if printed and not _changed(printed, one.payload, said[key]):
            edition: int | None = printed.last.edition
        else:
            edition, serial = (serial if release else None), serial + 1
        found[key] = Imprint(one.code, one.payload, one.shown, edition)
    return found


def _changed(printed: Printed | None, text: str, said: Mapping[str, str]) -> bool:
    if printed is None or printed.last.edition in printed.doubtful:
        return True
    return printed.last.payload != text or not alike(printed.last.facts, said)
