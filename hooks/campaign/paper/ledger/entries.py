"""The entries of the ledger, and each as one line of JSON."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import MISSING, dataclass, field, fields
from datetime import date
from types import MappingProxyType
from typing import Any, ClassVar, TypeAlias

Texts: TypeAlias = Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Start:
    """The first line: from here on addresses are on paper; site: the address they carry."""

    word: ClassVar[str] = "start"
    day: date
    site: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Print:
    """A record was made to be printed: its code and payload for ever, and what was said of it.

    A release made its sheets; whether they were printed and hung, `Mark` says.
    names: the record's name in each language; edition: the serial that stands on the paper, that of the entry in which
    what it says or how it looks last changed; essence: what it is, facts: what its sheets say, both by field path;
    files: SHA-256 of each file that was made, by its path in the site; county: the id of the county whose file it
    stands in, if any; why: `look` where it says what the edition before it says and only looks new, else empty.
    """

    word: ClassVar[str] = "print"
    day: date
    code: str
    kind: str
    id: str
    payload: str
    names: Texts
    edition: int
    essence: Texts = field(default_factory=dict)
    facts: Texts = field(default_factory=dict)
    files: Texts = field(default_factory=dict)
    county: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """What became of one sheet of a record: it was ordered from those who print it, hung up, or taken down.

    state: one of STATES; path: the file it was printed from; edition: the serial that stands on the paper; by: who did
    it, empty where nobody said, which stands for all. Of a display's pack kind is `display` and code is empty.
    """

    word: ClassVar[str] = "mark"
    day: date
    state: str
    code: str
    kind: str
    id: str
    path: str
    edition: int
    by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pack:
    """A display's pack was made. edition: the serial of this entry; sha256: of the ZIP; path: the ZIP in the release.

    shows: the edition of each record with a code that it shows, by kind and id: `event opening-day`.
    """

    word: ClassVar[str] = "pack"
    day: date
    id: str
    names: Texts
    path: str
    sha256: str
    edition: int
    shows: Texts = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rename:
    """A printed record has another id; its code stays."""

    word: ClassVar[str] = "rename"
    day: date
    code: str
    kind: str
    id: str
    now: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Over:
    """A printed record is no more; instead: the id of one of its kind to see in its place."""

    word: ClassVar[str] = "over"
    day: date
    code: str
    kind: str
    id: str
    instead: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Same:
    """A record is what was printed though it doesn't look it: it was over and is back, or was written anew."""

    word: ClassVar[str] = "same"
    day: date
    code: str
    kind: str
    id: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Retarget:
    """An address on paper isn't the one that is printed from now on; its host must send people on.

    site: where the site stood, where it isn't `now`. Standing at `former` it needed nobody to send on, and so nobody
    was asked to. A former that isn't the address printed until then tells of older paper alone.
    """

    word: ClassVar[str] = "retarget"
    day: date
    former: str
    now: str
    reason: str
    site: str = ""

    @property
    def sends_on(self) -> bool:
        """True where the former host was to send people on."""
        return self.site != self.former


@dataclass(frozen=True, slots=True, kw_only=True)
class Merge:
    """Two ledgers that went on from one line were joined: this one, and the one that ended at `other`, a head.

    day: the later of the days of the two ends, so that whoever joins them writes the same. withdrawn: where paper of
    both can't stand together, the chain value of the print entry that gave way, by code; again: the editions of which
    two say different things and which are all to be printed again, by code or `display <id>`, in figures with spaces.
    """

    word: ClassVar[str] = "merge"
    day: date
    other: str
    withdrawn: Texts = field(default_factory=dict)
    again: Texts = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Signed:
    """The office vouches for every line up to the one that this is sealed with.

    key: the SSH fingerprint of its public key, `SHA256:` and base64; signature: of that line's chain value, in the
    format of OpenSSH (PROTOCOL.sshsig), base64 without the armour.
    """

    word: ClassVar[str] = "signed"
    day: date
    key: str
    signature: str


LOOK = "look"
"""Why there is a new edition that says nothing new."""
STATES = ("ordered", "hung", "taken-down")
"""What may become of a sheet, in the order in which it does."""
Entry: TypeAlias = Start | Print | Mark | Pack | Rename | Over | Same | Retarget | Merge | Signed
TYPES: Mapping[str, type[Entry]] = MappingProxyType(
    {entry.word: entry for entry in (Start, Print, Mark, Pack, Rename, Over, Same, Retarget, Merge, Signed)}
)


@dataclass(frozen=True, slots=True)
class _Shape:
    """The fields of an entry type: which are needed, and of which kind each is."""

    names: tuple[str, ...]
    needed: frozenset[str]
    kinds: Mapping[str, type] = field(default_factory=dict)


KINDS = {"edition": int} | dict.fromkeys(("names", "essence", "facts", "files", "shows", "withdrawn", "again"), dict)
"""The fields that aren't text."""


def _shape(entry: type[Entry]) -> _Shape:
    every = fields(entry)
    needed = frozenset(one.name for one in every if one.default is MISSING and one.default_factory is MISSING)
    return _Shape(tuple(one.name for one in every), needed, {one.name: KINDS.get(one.name, str) for one in every})


SHAPES: Mapping[type[Entry], _Shape] = MappingProxyType({entry: _shape(entry) for entry in TYPES.values()})


def plain(entry: Entry) -> dict[str, Any]:
    """The entry as JSON values, in the order of its fields; what is empty is left out where it may be."""
    shape = SHAPES[type(entry)]
    values = {name: getattr(entry, name) for name in shape.names}
    said = {name: value for name, value in values.items() if value or name in shape.needed}
    return {"entry": entry.word} | {name: _plain(value) for name, value in said.items()}


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    return dict(value) if isinstance(value, Mapping) else value


def entry(values: Mapping[str, Any]) -> Entry:
    """The entry that JSON values say; ValueError where they say none."""
    made = TYPES.get(values.get("entry", ""))
    given = {name: value for name, value in values.items() if name != "entry"}
    if made is None:
        raise ValueError("unknown entry")
    shape = SHAPES[made]
    if not shape.needed <= set(given) <= set(shape.names):
        raise ValueError("missing or unknown field")
    if not all(isinstance(value, shape.kinds[name]) for name, value in given.items()):
        raise ValueError("field of the wrong kind")
    if made is Mark and given["state"] not in STATES:
        raise ValueError("unknown state")
    if made is Print and given.get("why", LOOK) != LOOK:
        raise ValueError("unknown reason")
    given["day"] = date.fromisoformat(given["day"])
    return made(**{name: _frozen(value) for name, value in given.items()})


def _frozen(value: Any) -> Any:
    """A map must hold texts alone."""
    if not isinstance(value, dict):
        return value
    if not all(isinstance(text, str) for text in value.values()):
        raise ValueError("field of the wrong kind")
    return value
