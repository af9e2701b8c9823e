"""Two hundred random edits in a row, several times over: no printed code ever breaks or changes its meaning."""

import re
from collections import Counter
from dataclasses import dataclass, replace
from datetime import date
from random import Random

import pytest

from campaign import paper
from campaign.channels import permalinks
from campaign.channels.permalinks.words import words
from campaign.core.context import BuildContext
from campaign.core.language import Localized
from campaign.core.problems import CampaignDataError
from campaign.kinds.printed import PermalinksFile
from campaign.paper import ledger as ledger_room
from campaign.paper import marking
from campaign.release import reprint
from on_paper import small, with_events, with_exhibition

EDITS = 200
DAY = date(2024, 4, 20)
HOSTS = ("https://ip.example.org/", "https://new.example.net/", "https://x.example.com/ip/")
IDS = [f"e{number}" for number in range(6)]
KINDS = {
    "event": ("title", "summary", "events/{}/index.html"),
    "board": ("title", "text", "exhibition/index.html#board-{}"),
    "booth": ("exhibitor.name", "offers", "exhibition/booths/{}/index.html"),
}
"""What may be written over of each kind, its name first, and where its code leads."""
ONWARD = re.compile(
    r'href="\.\./\.\./((?:events|exhibition/booths)/[^/"]+/index\.html|exhibition/index\.html#board-[^"]+)"'
)


@dataclass
class Thing:
    """Something in the world that a printed code means for ever: its number is nobody else's, whatever its name."""

    number: int
    kind: str
    id: str
    title: str
    text: str

    @property
    def key(self):
        return self.kind, self.id


class Office:
    """An office that edits, forgets to declare, prints, and spoils its ledger; it knows itself what is what."""

    def __init__(self, folder, dice):
        self.folder, self.dice = folder, dice
        self.count = 0
        self.things = {}
        self.site = HOSTS[0]
        self.declared = {"renamed": [], "over": [], "same": [], "moved": []}
        self.on_paper = {}
        self.made, self.hanging, self.noting = {}, {}, False
        self.seen = Counter()
        self.ledger = ledger_room.start(folder, site_address=self.site, today=DAY)

    # -- what the office does, each a careless edit

    def add(self):
        key = self.dice.choice(list(KINDS)), self.dice.choice(IDS)
        self.things.setdefault(key, self._new(*key))

    def edit_title(self):
        self._any().title = self._text("title")

    def edit_text(self):
        self._any().text = self._text("text")

    def remove(self):
        del self.things[self._any().key]

    def remove_and_say_so(self):
        thing = self._any()
        del self.things[thing.key]
        self.declared["over"].append({"kind": thing.kind, "id": thing.id})

    def rename(self):
        self._rename(self._any())

    def rename_and_say_so(self):
        thing = self._any()
        said = {"kind": thing.kind, "former": thing.id, "reason": self._text("why")}
        if self._rename(thing):
            self.declared["renamed"].append(said | {"now": thing.id})

    def put_something_else_under_an_id(self):
        key = self._any().key
        self.things[key] = self._new(*key)

    def say_something_wrong(self):
        former, now = self.dice.choice(IDS), self.dice.choice(IDS)
        part = self.dice.choice(("renamed", "over", "same"))
        said = {"renamed": {"former": former, "now": now}, "over": {"id": former}, "same": {"id": former}}[part]
        said["kind"] = self.dice.choice(list(KINDS))
        self.declared[part].append(said if part == "over" else said | {"reason": self._text("why")})

    def move(self):
        self.site = self.dice.choice(HOSTS)

    def move_and_say_so(self):
        self.site = self.dice.choice(HOSTS)
        self.declared["moved"].append({"former": self.ledger.site, "now": self.site, "reason": self._text("why")})

    def release(self):
        book = self.book()
        if book is None or self._vanished(book):
            self.seen["refused"] += 1
        else:
            self._print(book)

    def order(self):
        self._note("ordered")

    def hang(self):
        self._note("hung")

    def take_down(self):
        """Whatever hangs of one sheet comes down; only what was noted as hanging can be noted as gone."""
        if self.hanging:
            code = self.dice.choice(sorted(self.hanging))
            self._mark("taken-down", code)
            del self.hanging[code]

    def mend_and_release(self):
        """The office reads the problems and does the honest thing about each: then it can always print."""
        self._mend()
        book = paper.book(self.campaign(), self.context(), self.ledger)
        assert not self._vanished(book)
        self._print(book)

    def spoil_the_ledger(self):
        """Whatever is done to the two files, nothing is built until they are restored."""
        files = {name: (self.folder / name).read_bytes() for name in (ledger_room.FILE, ledger_room.HEAD)}
        for name, content in self.dice.choice(SPOILS)(dict(files), self.dice).items():
            (self.folder / name).unlink() if content is None else (self.folder / name).write_bytes(content)
        with pytest.raises(CampaignDataError):
            ledger_room.load(self.folder)
        for name, content in files.items():
            (self.folder / name).write_bytes(content)
        self.seen["spoilt"] += 1

    # -- what must hold after every edit

    def check(self):
        """Each code on paper has a page that leads to its own thing or says that it is over; no other thing has it."""
        assert ledger_room.load(self.folder).entries == self.ledger.entries
        book = self.book()
        if book is None:
            self.seen["refused"] += 1
            return  # nothing is built: the published site stands as it was
        pages = {made.path: made.content.decode() for made in permalinks.pages(self.campaign(), self.context(), book)}
        alive = {thing.number: thing for thing in self.things.values()}
        for code, (number, title, first_id) in self.on_paper.items():
            page = pages[f"q/{code}/index.html"]
            leads_to = ONWARD.search(page)
            if leads_to:
                thing = alive[number]
                assert leads_to[1] == KINDS[thing.kind][2].format(thing.id) and thing.title in page
                self.seen[thing.kind, "there" if thing.id == first_id else "renamed"] += 1
            else:
                assert title in page and words("en").over_now in page
                self.seen[book.ledger.printed[code].kind, "over"] += 1
        self._check_reprints(book)
        for thing in self.things.values():
            code = book.imprint(*thing.key).code
            assert self.on_paper.get(code, (thing.number,))[0] == thing.number, "a code is given to something else"

    def _check_reprints(self, book):
        """What hangs and isn't so any more is to be printed again, and nothing else, whatever was released since."""
        listed = {one.code: one for one in reprint(book)}
        for thing in self.things.values():
            code = book.imprint(*thing.key).code
            now = book.imprint(*thing.key).payload, dict(book.facts[thing.key])
            every = self.made.get(code, {})
            hangs = [max(self.hanging[code])] if code in self.hanging else []
            wrong = [edition for edition in (hangs if self.noting else every) if every[edition] != now]
            assert (code in listed and listed[code].again) == bool(wrong)
            self.seen["again" if wrong else "as it is"] += 1
        over = {one.code for one in book.printed.values() if one.over}
        for code in over & self.hanging.keys():
            assert listed[code].over and listed[code].former_sheets

    # -- how

    def _vanished(self, book):
        return paper.unannounced(self.campaign(), book, DAY)

    def _note(self, state):
        """One sheet as it was made last, of something that there is where anything of it was made."""
        alive = {thing.number for thing in self.things.values()}
        codes = sorted(code for code in self.made if self.on_paper[code][0] in alive) or sorted(self.made)
        if codes:
            code = self.dice.choice(codes)
            self._mark(state, code)
            self.hanging.setdefault(code, set()).add(max(self.made[code]))
            self.noting = True
            self.seen[state] += 1

    def _mark(self, state, code):
        word = marking.Word(path=f"posters/{code}.pdf", state=state)
        self.ledger = ledger_room.append(self.folder, self.ledger, marking.marks(self.ledger, [word], DAY))

    def campaign(self):
        base = small()
        made = {kind: [self._record(t) for t in self.things.values() if t.kind == kind] for kind in KINDS}
        hosts = [
            base.exhibition.exhibitors[0].model_copy(update={"id": f"of-{t.id}", "name": said(t.title)})
            for t in self.things.values()
            if t.kind == "booth"
        ]
        shown = {"exhibitors": tuple(hosts), "booths": tuple(made["booth"]), "boards": tuple(made["board"])}
        return replace(
            with_exhibition(with_events(base, made["event"]), **shown),
            campaign=base.campaign.model_copy(update={"site_address": self.site}),
            permalinks=PermalinksFile.model_validate(self.declared),
        )

    @staticmethod
    def _record(thing):
        """Of each kind a record with the same number as all others: a number tells nothing."""
        first = {"event": small().events, "board": small().boards, "booth": small().booths}[thing.kind][0]
        name, text, _ = KINDS[thing.kind]
        called = {"exhibitor": f"of-{thing.id}"} if thing.kind == "booth" else {name: said(thing.title)}
        return first.model_copy(update={"id": thing.id, text: said(thing.text)} | called)

    def context(self):
        return BuildContext(today=DAY, site_address=self.site, release=True)

    def book(self):
        try:
            return paper.book(self.campaign(), self.context(), self.ledger)
        except CampaignDataError:
            return None

    def _text(self, what):
        self.count += 1
        return f"{what}-{self.count}-"

    def _new(self, kind, record_id):
        self.count += 1
        return Thing(self.count, kind, record_id, self._text("title"), self._text("text"))

    def _any(self):
        if not self.things:
            self.add()
        return self.things[self.dice.choice(sorted(self.things))]

    def _rename(self, thing):
        free = [record_id for record_id in IDS if (thing.kind, record_id) not in self.things]
        if free:
            del self.things[thing.key]
            thing.id = self.dice.choice(free)
            self.things[thing.key] = thing
        return bool(free)

    def _print(self, book):
        before = set(self.ledger.printed)
        codes = {thing.key: book.imprint(*thing.key).code for thing in self.things.values()}
        files = {key: {f"posters/{code}.pdf": f"{book.facts[key]}"} for key, code in codes.items()}
        self.ledger = ledger_room.append(self.folder, self.ledger, book.prints(files, DAY))
        for thing in self.things.values():
            code = book.imprint(*thing.key).code
            imprint, facts = book.imprint(*thing.key), dict(book.facts[thing.key])
            self.made.setdefault(code, {})[imprint.edition] = imprint.payload, facts
            first_id = self.on_paper[code][2] if code in self.on_paper else thing.id
            self.on_paper[code] = thing.number, thing.title, first_id
        assert before <= set(self.ledger.printed)
        self.seen["released"] += 1

    def _mend(self):
        """Undo wrong words, give each printed thing an id under which it is known, declare what is then in doubt."""
        self.declared = {"renamed": [], "over": [], "same": [], "moved": []}
        if self.site != self.ledger.site:
            said = {"former": self.ledger.site, "now": self.site, "reason": self._text("why")}
            self.declared["moved"].append(said)
        self._declare_over()
        code_of = {number: code for code, (number, *_) in self.on_paper.items()}
        printed = {t.number: self.ledger.printed.get(code_of.get(t.number, "")) for t in self.things.values()}
        things, self.things = list(self.things.values()), {}
        for thing in things:
            former = printed[thing.number]
            thing.id = former.id if former else self._text("fresh").strip("-")
            self.things[thing.key] = thing
            if former and (former.over or not self._alike(thing, former.last.essence)):
                self.declared["same"].append({"kind": thing.kind, "id": thing.id, "reason": self._text("why")})

    def _declare_over(self):
        """What is printed and belongs to nothing there is any more."""
        alive = {thing.number for thing in self.things.values()}
        for code, (number, *_) in self.on_paper.items():
            printed = self.ledger.printed[code]
            if number not in alive and not printed.over:
                self.declared["over"].append({"kind": printed.kind, "id": printed.id})

    @staticmethod
    def _alike(thing, printed):
        name, text, _ = KINDS[thing.kind]
        return printed[f"{name}.en"] == thing.title or printed[f"{text}.en"] == thing.text


def said(text):
    return Localized.same(text, small().languages)


def _lines(change):
    """A way to spoil the ledger's lines; one that changes nothing takes the last line off."""

    def spoil(files, dice):
        lines = files[ledger_room.FILE].splitlines(keepends=True)
        changed = change(list(lines), dice.randrange(len(lines)))
        files[ledger_room.FILE] = b"".join(lines[:-1] if changed == lines else changed)
        return files

    return spoil


SPOILS = (
    _lines(lambda lines, at: lines[:at]),
    _lines(lambda lines, at: lines[:at] + lines[at + 1 :]),
    _lines(lambda lines, at: lines[at:] + lines[:at]),
    _lines(lambda lines, at: [*lines[:at], lines[at].replace(b"2024", b"2023"), *lines[at + 1 :]]),
    _lines(lambda lines, at: lines[: at + 1] + lines[at:]),
    lambda files, dice: files | {ledger_room.FILE: None},
    lambda files, dice: files | {ledger_room.HEAD: None},
)
WAYS = {
    Office.add: 9,
    Office.edit_title: 3,
    Office.edit_text: 3,
    Office.remove: 3,
    Office.remove_and_say_so: 2,
    Office.rename: 2,
    Office.rename_and_say_so: 5,
    Office.put_something_else_under_an_id: 1,
    Office.say_something_wrong: 1,
    Office.move: 1,
    Office.move_and_say_so: 1,
    Office.release: 6,
    Office.mend_and_release: 11,
    Office.spoil_the_ledger: 2,
    Office.order: 4,
    Office.hang: 5,
    Office.take_down: 1,
}


@pytest.mark.parametrize("seed", [0, *(pytest.param(seed, marks=pytest.mark.slow) for seed in range(1, 6))])
def test_two_hundred_random_edits(tmp_path, seed):
    """Through additions, edits, removals, renames said and unsaid, ids used again, moves, releases and a spoilt ledger,
    every printed code has its page, which leads to the thing it was printed for or says that it is over."""
    office = Office(tmp_path, Random(seed))
    for _ in range(EDITS):
        office.dice.choices(list(WAYS), weights=list(WAYS.values()))[0](office)
        office.check()

    for what in ("refused", "spoilt", "released", "ordered", "hung", "again", "as it is"):
        assert office.seen[what] > 2, what
    for what in ("there", "renamed", "over"):
        assert sum(office.seen[kind, what] for kind in KINDS) > 2
    assert all(office.seen[kind, "there"] and office.seen[kind, "over"] for kind in KINDS)
    assert len(office.on_paper) > len(KINDS) * len(IDS), "more things than ids: ids were used again"
