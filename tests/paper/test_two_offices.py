"""Five hundred random histories of two offices: no printed code is lost, reused or changed."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from random import Random

from campaign.paper import ledger as ledger_room
from campaign.paper.allot import allot, payload
from campaign.paper.ledger import Head, Ledger, Mark, Over, Print, Rename, Same, Settled, Start, Witness, chain, joining

HISTORIES = 500
STEPS = 16
DAY = date(2024, 4, 20)
SITE = "https://ip.example.org/"
IDS = ("a", "b", "c")
"""So few that two offices often give one id, and so one code, to two things."""


@dataclass
class Office:
    """One computer: its ledger, its records (the id and the hour of each thing), and what else it has of the ledger.

    copies: texts in its release folder, on sticks and in git; heads: what its sites and manifests remember.
    """

    ledger: Ledger
    things: dict[int, tuple[str, int]] = field(default_factory=dict)
    copies: list[str] = field(default_factory=list)
    heads: list[Head] = field(default_factory=list)

    @property
    def witnesses(self):
        """Whom `check`, build, release and `campaign ledger` would ask here."""
        seen = [Witness(f"git {number}", text=text) for number, text in enumerate(self.copies)]
        return [*seen, Witness("site/q/ledger.head", tuple(self.heads))]


class World:
    """Both offices, and what really hangs out there: every code with the thing and edition that it was printed for."""

    def __init__(self, dice, seen):
        self.dice, self.seen, self.count = dice, seen, 0
        start = Ledger().with_more([Start(day=DAY, site=SITE)])
        self.offices = [Office(start), Office(start)]
        self.on_paper = set()
        self.backups = []
        self.add(self.offices[0])
        self.add(self.offices[0])
        self.release(self.offices[0])
        self.offices[1] = Office(self.offices[0].ledger, dict(self.offices[0].things))

    # -- what happens

    def add(self, office):
        self.count += 1
        taken = {record_id for record_id, _ in office.things.values()}
        free = [record_id for record_id in IDS if record_id not in taken]
        office.things[self.count] = (self.dice.choice(free) if free else self.fresh(), 0)

    def edit(self, office):
        if office.things:
            thing = self.dice.choice(sorted(office.things))
            self.count += 1
            office.things[thing] = (office.things[thing][0], self.count)

    def remove(self, office):
        if len(office.things) > 1:
            del office.things[self.dice.choice(sorted(office.things))]

    def rename(self, office):
        if office.things:
            thing = self.dice.choice(sorted(office.things))
            office.things[thing] = (self.fresh(), office.things[thing][1])

    def hang(self, office):
        """Something that was printed is noted as hanging."""
        codes = [one for one in office.ledger.printed.values() if one.prints]
        if codes and self.sound(office):
            one = self.dice.choice(codes)
            path = next(iter(one.prints))
            noted = Mark(day=DAY, state="hung", code=one.code, kind="event", id=one.id, path=path, edition=1)
            self.write(office, [noted])

    def release(self, office):
        """Refused where anything remembers prints that the ledger lacks; else everything that changed is printed."""
        if not self.sound(office):
            self.seen["noticed"] += 1
            self.restore(office)
        ledger, notes = office.ledger, []
        mine = {thing_of(one.last): one for one in ledger.printed.values() if "~" not in one.id}
        for thing, (wanted, hour) in list(office.things.items()):
            of_id = ledger.by_record.get(("event", wanted))
            record_id = wanted if of_id is None or thing_of(of_id.last) == thing else self.fresh()
            office.things[thing] = (record_id, hour)
            if thing in mine and mine[thing].id != record_id:
                one = mine[thing]
                notes.append(Rename(day=DAY, code=one.code, kind="event", id=one.id, now=record_id, reason="x"))
            if thing in mine and mine[thing].over:
                notes.append(Same(day=DAY, code=mine[thing].code, kind="event", id=record_id, reason="x"))
        for thing, one in mine.items():
            if thing not in office.things and not one.over:
                notes.append(Over(day=DAY, code=one.code, kind="event", id=one.id))
        self.write(office, notes)
        self.print(office)

    def print(self, office):
        """Codes are allotted as a release does it; each thing whose hour changed is printed with a new number."""
        ledger, more = office.ledger, []
        codes = allot([("event", record_id) for record_id, _ in office.things.values()], ledger.by_record)
        for thing, (record_id, hour) in office.things.items():
            code = codes["event", record_id]
            former = ledger.printed.get(code)
            assert former is None or thing_of(former.last) == thing, "a code is given to something else"
            if former and former.last.facts["hour"] == f"{hour}" and former.last.edition not in former.doubtful:
                continue
            edition = ledger.next_serial + len(more)
            name = {"zh": f"{thing}"}
            more.append(
                Print(
                    day=DAY,
                    code=code,
                    kind="event",
                    id=record_id,
                    payload=payload(SITE, code),
                    names=name,
                    edition=edition,
                    essence=name,
                    facts={"hour": f"{hour}"},
                    files={f"{thing}.pdf": f"{edition}"},
                )  # fmt: skip
            )
            self.on_paper.add((code, thing, edition, hour))
        self.write(office, more)
        self.seen["released"] += 1
        office.copies, office.heads = [office.ledger.sealed.text], [office.ledger.head]

    def back_up(self, office):
        self.backups.append((self.offices.index(office), office.ledger, dict(office.things)))

    def restore_backup(self, office):
        """An old copy of the folder is put back: the release folder and the site stay as they are."""
        kept = [one for one in self.backups if one[0] == self.offices.index(office)]
        if kept:
            _, office.ledger, things = self.dice.choice(kept)
            office.things = dict(things)
            self.seen["put back"] += 1

    def lose_laptop(self, office):
        """A new computer with a clone of the other office's; a stick with the last release, and the site, are left."""
        other = self.other(office)
        number = self.offices.index(office)
        self.offices[number] = Office(other.ledger, dict(other.things), office.copies, office.heads)
        self.seen["lost"] += 1

    def merge(self, office):
        """The other office's branch comes in: this office takes what both are, or throws one side away first."""
        other = self.other(office)
        if self.dice.random() < 0.2:  # git checkout --ours, or --theirs
            office.copies.append(other.ledger.sealed.text)
            office.heads.append(other.ledger.head)
            if self.dice.random() < 0.5:
                office.copies.append(office.ledger.sealed.text)
                office.heads.append(office.ledger.head)
                office.ledger = other.ledger
            self.seen["thrown away"] += 1
            return
        self.take(office, [other.ledger])
        office.things = self.agreed(office.ledger, other.things, office.things)

    def rebase(self, office):
        """The same the other way round gives the same bytes; then both offices are at one."""
        other = self.other(office)
        before = office.ledger
        self.take(office, [other.ledger])
        self.take(other, [before])
        assert office.ledger.sealed.text == other.ledger.sealed.text
        office.things = self.agreed(office.ledger, other.things, office.things)
        other.things = dict(office.things)

    def restore(self, office):
        """`campaign ledger --merge`."""
        found = chain.salvaged([one.text for one in office.witnesses], path="x")
        self.take(office, [Ledger(one) for one in found])
        office.things = self.agreed(office.ledger, office.things)
        assert self.sound(office)

    # -- how

    def fresh(self):
        self.count += 1
        return f"n{self.count}"

    def other(self, office):
        return self.offices[1 - self.offices.index(office)]

    def sound(self, office):
        assert chain.read(office.ledger.sealed.text, path="x") == office.ledger.sealed
        held = all(map(office.ledger.sealed.holds, office.heads))
        assert held == (not ledger_room.denied(office.ledger, office.witnesses))
        return held

    def write(self, office, entries):
        office.ledger = office.ledger.with_more(entries)

    def take(self, office, ledgers):
        """Join, settling what clashes: the first claim of each stands, and sheets with one number are printed again."""
        sealed = [office.ledger.sealed, *(one.sealed for one in ledgers)]
        settled = Settled()
        for _ in range(8):
            try:
                whole = ledger_room.join(sealed, settled=settled)
                break
            except joining.ClashError as clash:
                self.seen["clash"] += 1
                settled = decided(clash.clashes, settled)
        assert ledger_room.join(reversed(sealed), settled=settled) == whole
        self.seen["merges"] += sum(isinstance(one, ledger_room.Merge) for one in whole.entries[-1:])
        office.ledger = Ledger(whole)

    def agreed(self, ledger, *sides):
        """The records after a merge: everything of either side that isn't over, each under the id it has on paper."""
        found, taken = {}, set()
        printed = {thing_of(one.last): one for one in ledger.printed.values()}
        for side in sides:
            for thing, (record_id, hour) in side.items():
                one = printed.get(thing)
                if (one and one.over) or thing in found:
                    continue
                free = self.fresh() if record_id in taken else record_id
                found[thing] = (one.id if one else free, hour)
                taken.add(found[thing][0])
        return found

    def check_the_end(self):
        """All that is left anywhere is joined: every print is there, and every code is of one thing and of no other."""
        first, second = self.offices
        for one in (first, second):
            if not self.sound(one):
                self.restore(one)
        self.take(first, [second.ledger])
        whole = first.ledger
        entries = {
            (e.code, thing_of(e), e.edition, int(e.facts["hour"])) for e in whole.entries if isinstance(e, Print)
        }
        assert self.on_paper <= entries, "a print is lost"
        given_up = {(one.code, thing_of(one.last)) for one in whole.withdrawn}
        for code, thing, edition, hour in sorted(self.on_paper):
            one = whole.printed[code]
            assert one.last.payload == payload(SITE, code)
            assert thing_of(one.last) == thing or (code, thing) in given_up, "a code leads to something else"
            same = [e for e in whole.entries if isinstance(e, Print) and (e.code, e.edition) == (code, edition)]
            assert {e.facts["hour"] for e in same if thing_of(e) == thing} == {f"{hour}"} or edition in one.doubtful
        assert whole.by_record and not whole.folded.clashes
        self.seen["withdrawn"] += len(given_up)


def thing_of(entry):
    """The number of what an entry was printed for."""
    return int(entry.names["zh"])


def decided(clashes, settled):
    """What a clerk who takes the first of each would type."""
    keep, again = list(settled.keep), list(settled.again)
    for one in clashes:
        if one.edition:
            again.append(one.claims[0].entry.code)
        elif not any(claim.mark in keep for claim in one.claims):
            keep.append(one.claims[0].mark)
    return Settled(keep=tuple(keep), again=tuple(again))


WAYS = {
    World.add: 4,
    World.edit: 4,
    World.remove: 2,
    World.rename: 2,
    World.hang: 2,
    World.release: 7,
    World.merge: 4,
    World.rebase: 2,
    World.back_up: 3,
    World.restore_backup: 3,
    World.lose_laptop: 1,
}


def test_five_hundred_random_histories():
    """Releases, edits, merges, rebases, a side thrown away, lost laptops, restored backups: whatever was printed is
    still there at the end, leads to what it was printed for, and was noticed wherever it was missing."""
    seen = Counter()
    for seed in range(HISTORIES):
        world = World(Random(seed), seen)
        for _ in range(STEPS):
            way = world.dice.choices(list(WAYS), weights=list(WAYS.values()))[0]
            way(world, world.dice.choice(world.offices))
        world.check_the_end()

    for what in ("released", "merges", "clash", "noticed", "put back", "lost", "thrown away", "withdrawn"):
        assert seen[what] > 20, (what, seen)
