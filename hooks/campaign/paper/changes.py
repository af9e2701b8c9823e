"""What became of printed records since the last release: renamed, over, back, moved; the undeclared is refused."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from campaign.core.problems import Message, Problem
from campaign.kinds import Campaign
from campaign.kinds.printed import Moved, PermalinksFile
from campaign.paper import advice
from campaign.paper.copies import out_by_address
from campaign.paper.ledger import Entry, Ledger, Over, Printed, Rename, Retarget, Same
from campaign.paper.ledger.descent import another, follow_instead
from campaign.paper.places import Places
from campaign.paper.records import Reachable

Key = tuple[str, str]


@dataclass
class Changes:
    """Works out what a release has to note before it prints.

    present: what the public can reach now; essence: what each is; printed: every code on paper by its record, as the
    changes leave it; notes: the entries due; problems: what the data leaves open.
    """

    ledger: Ledger
    present: Mapping[Key, Reachable]
    essence: Mapping[Key, Mapping[str, str]]
    declared: PermalinksFile
    today: date
    places: Places
    printed: dict[Key, Printed] = field(default_factory=dict)
    notes: list[Entry] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def find(self, campaign: Campaign) -> Changes:
        """Everything that changed, in the order the ledger will say it."""
        self.printed = dict(self.ledger.by_record)
        self._move(campaign)
        self._leave(campaign)
        self._rename()
        self._recognise()
        self._end()
        return self

    def _move(self, campaign: Campaign) -> None:
        """The address on paper is another now: the site moved, or its print address was set, changed or taken out."""
        head, former = campaign.campaign, self.ledger.site
        now = head.paper_address
        if not former or former == now:
            return
        fresh = [one.reason for one in self._fresh_moves() if (one.former, one.now) == (former, now)]
        reason = fresh[0] if fresh else "" if self.printed else "nothing was printed yet"
        if reason:
            self._note_move(campaign, former, now, reason)
        else:
            what, hint = advice.moved(former, now, len(self.printed), still_there=former == head.site_address)
            self.problems.append(self.places.problem(what, "campaign", head.paper_address_key, hint=hint))

    def _leave(self, campaign: Campaign) -> None:
        """The site has left an address that older paper still carries, though what is printed now carries another."""
        head, fresh = campaign.campaign, {one.former: one for one in self._fresh_moves()}
        reached = {head.site_address, head.paper_address, self.ledger.site}
        onward = {former: one.now for former, one in self.ledger.sent_on.items() if one.sends_on}
        onward |= {former: one.now for former, one in fresh.items()}
        for former, count in out_by_address(self.ledger).items():
            if former in reached:
                continue
            if not _leads(former, onward, reached):
                what, hint, add = advice.left(former, head.site_address, count)
                problem = self.places.problem(what, "campaign", "site_address", hint=hint)
                self.problems.append(replace(problem, add=add))
            elif former in fresh:
                self._note_move(campaign, former, fresh[former].now, fresh[former].reason)

    def _fresh_moves(self) -> list[Moved]:
        """What is declared and wasn't written down by an earlier release."""
        spent = {(e.former, e.now, e.reason) for e in self.ledger.entries if isinstance(e, Retarget)}
        return [one for one in self.declared.moved if (one.former, one.now, one.reason) not in spent]

    def _note_move(self, campaign: Campaign, former: str, now: str, reason: str) -> None:
        site = campaign.campaign.site_address
        there = "" if site == now else site
        self.notes.append(Retarget(day=self.today, former=former, now=now, reason=reason, site=there))

    def _rename(self) -> None:
        spent = {(e.kind, e.id, e.now, e.reason) for e in self.ledger.entries if isinstance(e, Rename)}
        for number, one in enumerate(self.declared.renamed):
            if (one.kind, one.former, one.now, one.reason) in spent:
                continue
            former, now = (one.kind, one.former), (one.kind, one.now)
            onward = {(later.kind, later.former) for later in self.declared.renamed[number + 1 :]}
            fault = self._rename_fault(former, now, onward)
            if fault:
                self._refuse(fault[0], "renamed", number, fault[1])
                continue
            printed = self.printed.pop(former)
            self.printed[now] = replace(printed, id=one.now)
            follow_instead(self.printed, one.kind, one.former, one.now)
            self.notes.append(
                Rename(day=self.today, code=printed.code, kind=one.kind, id=one.former, now=one.now, reason=one.reason)
            )

    def _rename_fault(self, former: Key, now: Key, onward: set[Key]) -> tuple[Message, str] | None:
        """Why a declared rename can't be, and the field that says it."""
        if former in self.present:
            return advice.still_there(former[1]), "former"
        if former not in self.printed:
            return advice.never_printed(former[1], self._ids(self.printed, former[0])), "former"
        if now in self.printed:
            return advice.has_code(now[1], self.printed[now].code), "now"
        if now not in self.present and now not in onward:
            return advice.not_there(now[1], self._ids(self.present, now[0])), "now"
        return None

    def _recognise(self) -> None:
        """What is over and there again, or has nothing left of what was printed, must be declared the same."""
        spent = {(e.kind, e.id, e.reason) for e in self.ledger.entries if isinstance(e, Same)}
        said = [(n, (one.kind, one.id or ""), one.reason) for n, one in enumerate(self.declared.same)]
        declared = {key: (number, reason) for number, key, reason in said if (*key, reason) not in spent}
        for key in [key for key in self.printed if key in self.present]:
            printed, doubt = self.printed[key], self._doubt(key, self.printed[key])
            if doubt and key in declared:
                reason = declared.pop(key)[1]
                self.printed[key] = replace(printed, over=False, instead="")
                self.notes.append(Same(day=self.today, code=printed.code, kind=key[0], id=key[1], reason=reason))
            elif doubt:
                self.problems.append(self.places.of_record(doubt[0], *key, hint=doubt[1]))
        for key, (number, _) in declared.items():
            self._refuse(advice.not_in_doubt(key[1] or key[0]), "same", number, "kind")

    def _doubt(self, key: Key, printed: Printed) -> advice.Advice | None:
        """Why a record might not be the one that was printed."""
        if printed.over:
            return advice.came_back(key, _name(printed.last.names), printed.code)
        if another(printed.last, self.essence[key]):
            return advice.replaced(key, _name(printed.last.names), printed.code)
        return None

    def _end(self) -> None:
        declared = self._declared_over()
        for key in [key for key, one in self.printed.items() if not one.over and key not in self.present]:
            printed = self.printed[key]
            twin = next(self._twins(printed), None)
            if twin and key not in declared:
                what, hint = advice.looks_renamed(printed.kind, printed.id, twin.id, _name(twin.names))
                self.problems.append(self.places.of_record(what, *twin.key, hint=hint))
                continue
            instead = declared.get(key, "")
            self.printed[key] = replace(printed, over=True, instead=instead)
            self.notes.append(Over(day=self.today, code=printed.code, kind=key[0], id=key[1], instead=instead))

    def _declared_over(self) -> dict[Key, str]:
        """What is declared over, with what to see instead."""
        found: dict[Key, str] = {}
        for number, one in enumerate(self.declared.over):
            key, former = (one.kind, one.id or ""), self.printed.get((one.kind, one.id or ""))
            if former is None or key in self.present:
                if not self._was_over(key):
                    self._refuse(self._not_over(key), "over", number, "id" if one.id else "kind")
            elif not former.over and one.instead and (one.kind, one.instead) not in self.present:
                text = advice.not_there(one.instead, self._ids(self.present, one.kind))
                self._refuse(text, "over", number, "instead")
            else:
                found[key] = one.instead or ""
        return found

    def _not_over(self, key: Key) -> Message:
        name = key[1] or key[0]
        known = self._ids(self.printed, key[0])
        return advice.still_there(name) if key in self.present else advice.never_printed(name, known)

    def _was_over(self, key: Key) -> bool:
        """True for a declaration that did its work in an earlier release."""
        return any(isinstance(entry, Over) and (entry.kind, entry.id) == key for entry in self.ledger.entries)

    def _twins(self, gone: Printed) -> Iterator[Reachable]:
        """Records never printed that bear the name of one that is gone: it was renamed, most likely."""
        names = set(gone.last.names.items())
        fresh = (one for key, one in self.present.items() if key not in self.printed)
        return (one for one in fresh if one.kind == gone.kind and names & set(one.names.items()))

    def _refuse(self, what: Message, part: str, number: int, key: str) -> None:
        self.problems.append(self.places.problem(what, "permalinks", part, number, key))

    @staticmethod
    def _ids(keys: Iterable[Key], kind: str) -> list[str]:
        return sorted(record_id for other, record_id in keys if other == kind and record_id)


def _leads(address: str, onward: Mapping[str, str], reached: Collection[str]) -> bool:
    """True where an address is sent on, however often, to one that is served."""
    seen: set[str] = set()
    while address not in reached:
        if address in seen or address not in onward:
            return False
        seen.add(address)
        address = onward[address]
    return True


def _name(names: Mapping[str, str]) -> str:
    return next(iter(names.values()), "")
